/* SPDX-License-Identifier: MIT */
/* Instances: attributes, shapes that grow, dictionary mode, new classes. */
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/container/enumerate_zip.h"
#include "object/container/tuple.h"
#include "object/core/runtime.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "../tap.h"

static Thread *t;

static Type *class_of(const char *name, Type *base)
{
    Tuple *bases = tuple_pack(t, 1, value_from_pointer(base));
    return value_to_pointer(type_new(t, &type_type, str_from_c(t, name),
                                     bases, dict_new(t), UNBOUND));
}

static Str *name_of(int i) { return str_format(t, "a%d", i); }

static void fill(void *object, int n)
{
    for (int i = 0; i < n; i++)
        instance_set(t, object, name_of(i), value_from_int(i));
}

static bool holds(void *object, int n)
{
    for (int i = 0; i < n; i++) {
        Value v = instance_get(object, name_of(i));
        if (value_is_null(v) || value_to_int(v) != i)
            return false;
    }
    return value_is_null(instance_get(object, name_of(n)));
}

static void *instance_of(Type *cls)
{
    return value_to_pointer(instance_new(t, cls));
}

static void test_growth(void)
{
    Type *cls = class_of("C", &type_object);
    void *a = instance_of(cls), *b = instance_of(cls);
    fill(a, 3);
    fill(b, 3);
    CHECK(shape_of(a) == shape_of(b));
    fill(a, 30);
    CHECK(holds(a, 30) && holds(b, 3));
    CHECK(cls->inline_n > LIMIT_INLINE_FIRST);
    void *c = instance_of(cls);
    fill(c, 10);
    CHECK(holds(c, 10));
    void *d = instance_of(cls);
    fill(d, 10);
    int inline_want = LIMIT_INLINE_ATTRS < 10 ? LIMIT_INLINE_ATTRS : 10;
    CHECK(holds(d, 10) && shape_of(d)->inline_n >= inline_want);
    gc_collect(&t->gc);
    CHECK(holds(a, 30) && holds(c, 10));
}

static void test_delete(void)
{
    Type *cls = class_of("C", &type_object);
    void *a = instance_of(cls);
    fill(a, 6);
    CHECK(instance_delete(t, a, name_of(5)) == 1 && holds(a, 5));
    CHECK(!(shape_of(a)->shape_flags & SHAPE_DICT_MODE));
    CHECK(instance_delete(t, a, name_of(0)) == 1);
    CHECK(shape_of(a)->shape_flags & SHAPE_DICT_MODE);
    CHECK(value_to_int(instance_get(a, name_of(4))) == 4);
    CHECK(instance_delete(t, a, name_of(0)) == 0);
}

static void test_dict_mode(void)
{
    Type *cls = class_of("C", &type_object);
    void *a = instance_of(cls);
    fill(a, 7);
    Dict *d = instance_dict(t, a);
    CHECK(d->used == 7 && holds(a, 7));
    dict_set_c(t, d, "a7", value_from_int(7));
    CHECK(holds(a, 8));
    void *b = instance_of(cls);
    fill(b, 300);
    CHECK(holds(b, 300) && shape_of(b)->shape_flags & SHAPE_DICT_MODE);
}

static void test_builtin_bases(void)
{
    Type *bases[] = {&type_list, &type_dict, &type_int, &type_str,
                     &type_tuple, &type_bytes, &type_float,
                     EXC(ValueError)};
    for (size_t i = 0; i < sizeof(bases) / sizeof(*bases); i++) {
        Type *cls = class_of("D", bases[i]);
        Value v = object_call0(t, value_from_pointer(cls));
        OK(!value_is_null(v) && type_of(v) == cls, "a %s",
           type_name(bases[i]));
        fill(value_to_pointer(v), 9);
        gc_collect(&t->gc);
        OK(holds(value_to_pointer(v), 9), "%s subclass keeps attributes",
           type_name(bases[i]));
    }
}

static void test_class_change(void)
{
    Type *c = class_of("C", &type_object), *d = class_of("D", &type_object);
    void *a = instance_of(c), *b = instance_of(c);
    fill(a, 9);
    instance_set_class(t, a, d);
    CHECK(type_of_pointer(a) == d && holds(a, 9));
    fill(b, 2);
    instance_dict(t, b);
    instance_set_class(t, b, d);
    CHECK(type_of_pointer(b) == d && holds(b, 2));
}

/* Whoever allocates one: the collector is told how many Slots it has. */
static void test_records(void)
{
    Type *cls = class_of("Zip", &type_zip);
    Zip *plain = instance_new_fixed(t, &type_zip);
    Zip *derived = instance_new_fixed(t, cls);
    CHECK(plain->n_slots == RECORD_SLOTS(Zip));
    CHECK(derived->n_slots == RECORD_SLOTS(Zip));
    CHECK(value_is_unbound(slot_get(&derived->iterators)));
    CHECK(!derived->strict);
    fill(derived, 2);
    slot_set(derived, &derived->iterators, value_from_pointer(dict_new(t)));
    gc_collect(&t->gc);
    CHECK(holds(derived, 2));
    CHECK(value_has_shape(slot_get(&derived->iterators), SHAPE_DICT));
}

int main(void)
{
    t = runtime_new(NULL)->main_thread;
    test_growth();
    test_delete();
    test_dict_mode();
    test_builtin_bases();
    test_class_change();
    test_records();
    return tap_done();
}
