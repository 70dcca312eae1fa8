/* SPDX-License-Identifier: MIT */
/* itemgetter, attrgetter and methodcaller. */
#include "module/operator_getters.h"

#include "module/call_repr.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"

/* itemgetter, and what attrgetter begins with. */
#define GETTER_HEAD                                                           \
    RECORD_HEAD()                                                             \
    Slot items; /* a Tuple of what to get */
typedef struct Getter {
    GETTER_HEAD
} Getter;

typedef struct AttrGetter {
    GETTER_HEAD
    Slot parts; /* a Tuple of each name's parts, Tuples */
} AttrGetter;

typedef struct MethodCaller {
    RECORD_HEAD()
    Slot name;
    Slot args;   /* a Tuple */
    Slot kwargs; /* a Dict */
} MethodCaller;

static Tuple *items_of(Value self)
{
    const Getter *g = value_to_record(self);
    return value_to_tuple(slot_get(&g->items));
}

static Value tuple_value(Thread *t, const Value *values, int64_t n)
{
    return value_from_pointer(tuple_from_values(t, values, n));
}

/* Exactly one positional argument: the object. */
static int check_call(Thread *t, const char *name, int64_t n, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0)
        return RAISE_INT(
            raise_type_error(t, "%s() takes no keyword arguments", name));
    if (n != 1)
        return RAISE_INT(raise_type_error(
            t, "%s expected 1 argument, got %l", name, n));
    return 0;
}

static int check_new(Thread *t, const char *name, int64_t n, Tuple *kwnames)
{
    if (kwnames != NULL && kwnames->len > 0)
        return RAISE_INT(
            raise_type_error(t, "%s() takes no keyword arguments", name));
    if (n < 1)
        return RAISE_INT(
            raise_type_error(t, "%s expected 1 argument, got 0", name));
    return 0;
}

/* "operator.itemgetter(a, b)" */
static Value repr_items(Thread *t, Value self)
{
    Tuple *items = items_of(self);
    Value all = value_from_pointer(items);
    if (items->len > 1)
        return format_message(t, "%N%R", type_of(self), all);
    return format_message(t, "%N(%R)", type_of(self),
                          tuple_get(items, 0));
}

NATIVE(item, __reduce__, 0,
       "How copy and pickle make it again.", (self, Getter), (slash))
{
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(type_of_pointer(self)),
                   slot_get(&self->items)));
}

static const NativeDef *const item_methods[] = {
    &item___reduce___native,
    NULL,
};

/* --- itemgetter --- */

static Value itemgetter_new(Thread *t, Type *cls, Value *args, int64_t n,
                            Tuple *kwnames)
{
    if (check_new(t, "itemgetter", n, kwnames) < 0)
        return NULL_VALUE;
    Value items = tuple_value(t, args, n);
    Getter *self = record_new(t, cls->root_shape->id, RECORD_SLOTS(Getter));
    slot_set(self, &self->items, items);
    return value_from_pointer(self);
}

static Value itemgetter_call(Thread *t, Value self, Value *args, int64_t n,
                             Tuple *kwnames)
{
    if (check_call(t, "itemgetter", n, kwnames) < 0)
        return NULL_VALUE;
    Tuple *items = items_of(self);
    if (items->len == 1)
        return object_getitem(t, args[0], tuple_get(items, 0));
    Tuple *all = tuple_new(t, items->len);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < items->len; i++) {
        TRY(v, object_getitem(t, args[0], tuple_get(items, i)));
        tuple_set(all, i, v);
    }
    return value_from_pointer(all);
}

Type itemgetter_type = {
    TYPE_HEAD(itemgetter),
    .c_name = "operator.itemgetter",
    .c_doc = "itemgetter(a, b)(x) is (x[a], x[b]); of one item, that item.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Getter),
    .methods = item_methods,
    .slots = {.new = itemgetter_new, .call = itemgetter_call,
              .repr = repr_items},
};

/* --- attrgetter --- */

/* "a.b" as a tuple of interned names. */
static Value split(Thread *t, Str *name)
{
    int64_t parts = 1, start = 0, part_number = 0;
    for (int64_t i = 0; i < name->len; i++)
        parts += str_at(name, i) == '.';
    Tuple *all = tuple_new(t, parts);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i <= name->len; i++) {
        if (i < name->len && str_at(name, i) != '.')
            continue;
        Str *one = str_intern(t, str_slice(t, name, start, i));
        tuple_set(all, part_number++, value_from_pointer(one));
        start = i + 1;
    }
    return value_from_pointer(all);
}

static Value attrgetter_new(Thread *t, Type *cls, Value *args, int64_t n,
                            Tuple *kwnames)
{
    if (check_new(t, "attrgetter", n, kwnames) < 0)
        return NULL_VALUE;
    Tuple *parts = tuple_new(t, n);
    if (parts == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n; i++) {
        if (!value_is_str(args[i]))
            return raise_type_error(t, "attribute name must be a string");
        tuple_set(parts, i, split(t, value_to_str(args[i])));
    }
    Value items = tuple_value(t, args, n);
    AttrGetter *self =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(AttrGetter));
    slot_set(self, &self->items, items);
    slot_set(self, &self->parts, value_from_pointer(parts));
    return value_from_pointer(self);
}

static Value get_dotted(Thread *t, Value v, Tuple *names)
{
    for (int64_t i = 0; i < names->len && !value_is_null(v); i++)
        v = object_getattr(t, v, value_to_pointer(tuple_get(names, i)));
    return v;
}

static Value attrgetter_call(Thread *t, Value self, Value *args, int64_t n,
                             Tuple *kwnames)
{
    if (check_call(t, "attrgetter", n, kwnames) < 0)
        return NULL_VALUE;
    const AttrGetter *g = value_to_record(self);
    Tuple *parts = value_to_tuple(slot_get(&g->parts));
    if (parts->len == 1)
        return get_dotted(t, args[0], value_to_pointer(tuple_get(parts, 0)));
    Tuple *all = tuple_new(t, parts->len);
    if (all == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < parts->len; i++) {
        TRY(v, get_dotted(t, args[0], value_to_pointer(tuple_get(parts, i))));
        tuple_set(all, i, v);
    }
    return value_from_pointer(all);
}

Type attrgetter_type = {
    TYPE_HEAD(attrgetter),
    .c_name = "operator.attrgetter",
    .c_doc = "attrgetter('a', 'b.c')(x) is (x.a, x.b.c); of one name, that "
             "attribute.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(AttrGetter),
    .methods = item_methods,
    .slots = {.new = attrgetter_new, .call = attrgetter_call,
              .repr = repr_items},
};

/* --- methodcaller --- */

static Value methodcaller_new(Thread *t, Type *cls, Value *args, int64_t n,
                              Tuple *kwnames)
{
    if (n < 1)
        return raise_type_error(t, "methodcaller needs at least one "
                                   "argument, the method name");
    if (!value_is_str(args[0]))
        return raise_type_error(t, "method name must be a string");
    Dict *kwargs = dict_new(t);
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++)
        if (dict_set(t, kwargs, tuple_get(kwnames, i), args[n + i]) < 0)
            return NULL_VALUE;
    Str *name = str_intern(t, value_to_str(args[0]));
    Value rest = tuple_value(t, args + 1, n - 1);
    MethodCaller *self =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(MethodCaller));
    slot_set(self, &self->name, value_from_pointer(name));
    slot_set(self, &self->args, rest);
    slot_set(self, &self->kwargs, value_from_pointer(kwargs));
    return value_from_pointer(self);
}

static Value methodcaller_call(Thread *t, Value self, Value *args, int64_t n,
                               Tuple *kwnames)
{
    if (check_call(t, "methodcaller", n, kwnames) < 0)
        return NULL_VALUE;
    const MethodCaller *m = value_to_record(self);
    Tuple *rest = value_to_tuple(slot_get(&m->args));
    Dict *kwargs = value_to_dict(slot_get(&m->kwargs));
    Str *name = value_to_str(slot_get(&m->name));
    if (rest->len == 0 && kwargs->used == 0)
        return object_call_method(t, args[0], name, 0);
    TRY(method, object_getattr(t, args[0], name));
    return object_call_tuple(t, method, rest,
                             kwargs->used == 0 ? NULL : kwargs);
}

static Value methodcaller_repr(Thread *t, Value self)
{
    const MethodCaller *m = value_to_record(self);
    return call_repr(t, self, format_message(t, "operator.methodcaller"),
                     slot_get(&m->name), value_to_tuple(slot_get(&m->args)),
                     value_to_dict(slot_get(&m->kwargs)));
}

NATIVE(methodcaller, __reduce__, 0,
       "How copy and pickle make it again.", (self, MethodCaller), (slash))
{
    Tuple *rest = value_to_tuple(slot_get(&self->args));
    Tuple *all = tuple_new(t, rest->len + 1);
    if (all == NULL)
        return NULL_VALUE;
    tuple_set(all, 0, slot_get(&self->name));
    for (int64_t i = 0; i < rest->len; i++)
        tuple_set(all, i + 1, tuple_get(rest, i));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(type_of_pointer(self)),
                   value_from_pointer(all)));
}

static const NativeDef *const methodcaller_methods[] = {
    &methodcaller___reduce___native,
    NULL,
};

Type methodcaller_type = {
    TYPE_HEAD(methodcaller),
    .c_name = "operator.methodcaller",
    .c_doc = "methodcaller('f', 1, k=2)(x) is x.f(1, k=2).",
    .kind = KIND_RECORD,
    .instance_size = sizeof(MethodCaller),
    .methods = methodcaller_methods,
    .slots = {.new = methodcaller_new, .call = methodcaller_call,
              .repr = methodcaller_repr},
};
