/* SPDX-License-Identifier: MIT */
/* Types: making, MRO, lookup, slots that follow their dunders. */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "../tap.h"

NATIVE(object, seven, 0, NULL, (self_value), (slash), (args, args))
{
    return value_from_int(7);
}

static Thread *t;

static const char *text(Value v)
{
    return value_is_null(v) ? NULL : str_to_utf8(t, value_to_str(v), NULL);
}

/* The text of the pending exception, which is taken. */
static const char *error(void)
{
    return value_is_null(t->exc) ? NULL : text(object_str(t, exception_take(t)));
}

static Value type_value(Type *type) { return value_from_pointer(type); }

static Type *class_of(const char *name, Tuple *bases, Dict *dict)
{
    Value v = type_new(t, &type_type, str_from_c(t, name), bases,
                       dict != NULL ? dict : dict_new(t), UNBOUND);
    return value_is_null(v) ? NULL : value_to_pointer(v);
}

static Type *class_1(const char *name, Type *base)
{
    return class_of(name, tuple_pack(t, 1, type_value(base)), NULL);
}

static void set(Type *type, const char *name, Value v)
{
    type_set_attr(t, type, str_intern_c(t, name), v);
}

static void test_mro(void)
{
    Type *a = class_1("A", &type_object), *b = class_1("B", a);
    Type *c = class_1("C", a);
    Type *d = class_of("D", tuple_pack(t, 2, type_value(b), type_value(c)),
                       NULL);
    CHECK(d->mro->len == 5);
    CHECK(value_to_pointer(tuple_get(d->mro, 2)) == c);
    CHECK(type_is_subtype(d, a) && !type_is_subtype(a, d));
    Tuple *crossed =
        tuple_pack(t, 2, type_value(&type_object), type_value(a));
    CHECK(class_of("X", crossed, NULL) == NULL);
    CHECK_STRING(error(), "Cannot create a consistent method resolution\n"
                          "order (MRO) for bases object, A");
}

static void test_layout(void)
{
    Tuple *both =
        tuple_pack(t, 2, type_value(&type_int), type_value(&type_str));
    CHECK(class_of("X", both, NULL) == NULL);
    CHECK_STRING(error(), "multiple bases have instance lay-out conflict");
    CHECK(class_1("X", &type_bool) == NULL);
    CHECK_STRING(error(), "type 'bool' is not an acceptable base type");
    Dict *d = dict_new(t);
    dict_set_c(t, d, "__slots__",
               value_from_pointer(tuple_pack(
                   t, 1, value_from_pointer(str_from_c(t, "x")))));
    Type *s = class_of("S", tuple_new(t, 0), d);
    CHECK(s != NULL && s->n_slots == 1 && s->instance_size == 16);
    Value o = object_call0(t, type_value(s));
    CHECK(object_setattr(t, o, str_from_c(t, "x"), TRUE_VALUE) == 0);
    CHECK(value_is_true(object_getattr(t, o, str_from_c(t, "x"))));
    CHECK(object_setattr(t, o, str_from_c(t, "y"), TRUE_VALUE) == -1);
    CHECK_STRING(error(), "'S' object has no attribute 'y'");
}

static void test_lookup(void)
{
    Type *a = class_1("A", &type_object), *b = class_1("B", a);
    Str *name = str_intern_c(t, "attribute");
    CHECK(value_is_null(type_lookup(b, name)));
    uint32_t version = type_version(b);
    set(a, "attribute", TRUE_VALUE);
    CHECK(b->version == 0 && type_version(b) != version);
    CHECK(value_is_true(type_lookup(b, name)));
    /* A name that is not interned finds the same. */
    CHECK(value_is_true(type_lookup(b, str_from_c(t, "attribute"))));
    CHECK(type_set_attr(t, a, name, NULL_VALUE) == 1);
    CHECK(value_is_null(type_lookup(b, name)));
    CHECK(type_set_attr(t, a, name, NULL_VALUE) == 0);
}

static void test_slots(void)
{
    Type *a = class_1("A", &type_object), *b = class_1("B", a);
    Value o = object_call0(t, type_value(b));
    Value method = native_method_new(t, &object_seven_native, &type_object);
    CHECK(object_len(t, o) == -1);
    CHECK_STRING(error(), "object of type 'B' has no len()");
    set(a, "__len__", method);
    CHECK(object_len(t, o) == 7);
    set(a, "__len__", NULL_VALUE);
    CHECK(object_len(t, o) == -1 && error() != NULL);
    set(a, "__radd__", method);
    CHECK(value_to_int(object_binary(t, BINARY_ADD, NONE, o)) == 7);
    CHECK(value_is_null(object_binary(t, BINARY_ADD, o, NONE)));
    CHECK_STRING(error(),
                 "unsupported operand type(s) for +: 'B' and 'NoneType'");
    set(b, "__hash__", NONE);
    int64_t hash;
    CHECK(object_hash(t, o, &hash) == -1);
    CHECK_STRING(error(), "unhashable type: 'B'");
    Type *i = class_1("I", &type_int);
    CHECK(i->slots.add == type_int.slots.add);
}

static void test_subclasses(void)
{
    Type *a = class_1("A", &type_object);
    for (int i = 0; i < 20; i++)
        class_1("Short", a);
    gc_collect(&t->gc);
    Type *kept = class_1("Kept", a);
    Value l = object_call_method(t, type_value(a),
                                 str_intern_c(t, "__subclasses__"), 0);
    CHECK(object_len(t, l) >= 1 && object_len(t, l) < 21);
    CHECK(object_contains(t, l, type_value(kept)) == 1);
}

/* A tail is the C API's alone, also where a metaclass has attributes, and the
 * collector looks at none of it. */
static void test_tail(void)
{
    Type *meta = class_1("Meta", &type_type);
    Value v = type_new(t, meta, str_from_c(t, "C"), tuple_new(t, 0),
                       dict_new(t), UNBOUND);
    Type *types[] = {value_to_pointer(v), &type_int, class_1("D", &type_int)};
    for (int i = 0; i < 3; i++)
        memset(types[i]->c_tail, 0xff, sizeof types[i]->c_tail);
    for (int i = 0; i < 20; i++) {
        Str *name = str_format(t, "attribute%d", i);
        CHECK(object_setattr(t, v, name, value_from_int(i)) == 0);
    }
    gc_collect(&t->gc);
    Type *derived = class_1("E", types[2]);
    CHECK(derived->c_tail[0] == 0 && derived->c_tail[49] == 0);
    for (int i = 0; i < 3; i++) {
        CHECK(types[i]->c_tail[0] == UINT64_MAX &&
              types[i]->c_tail[49] == UINT64_MAX);
        memset(types[i]->c_tail, 0, sizeof types[i]->c_tail);
    }
    for (int i = 0; i < 20; i++) {
        Str *name = str_format(t, "attribute%d", i);
        CHECK(value_to_int(object_getattr(t, v, name)) == i);
    }
    CHECK(object_equal(t, object_call0(t, type_value(types[2])),
                       value_from_int(0)) == 1);
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    test_mro();
    test_layout();
    test_lookup();
    test_slots();
    test_subclasses();
    test_tail();
    return tap_done();
}
