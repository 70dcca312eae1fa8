/* SPDX-License-Identifier: MIT */
/* enumerate, zip, map and filter: records of their iterators. */
#include "object/container/enumerate_zip.h"

#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/generic_alias.h"

/* A tuple of iter(v) of n values; NULL on error. */
static Tuple *iterators_new(Thread *t, const Value *values, int64_t n)
{
    Tuple *s = tuple_new(t, n);
    if (s == NULL)
        return NULL;
    for (int64_t i = 0; i < n; i++) {
        Value iterator = object_iter(t, values[i]);
        if (value_is_null(iterator))
            return NULL;
        tuple_set(s, i, iterator);
    }
    return s;
}

/* The next items of all: 1; 0 and *ended when one has come to its end; -1 */
static int iterators_next(Thread *t, Tuple *iterators, Tuple *items,
                          int64_t *ended)
{
    for (int64_t i = 0; i < iterators->len; i++) {
        Value v = object_next(t, tuple_get(iterators, i));
        if (value_is_null(v))
            return -1;
        if (value_is_unbound(v)) {
            *ended = i;
            return 0;
        }
        tuple_set(items, i, v);
    }
    return 1;
}

static void *make(Thread *t, Type *cls, int64_t n_slots)
{
    return record_new(t, cls->root_shape->id, n_slots);
}

static Value pair(Thread *t, Value a, Value b)
{
    return value_from_pointer(tuple_pack(t, 2, a, b));
}

static Value type_value(void *self)
{
    return value_from_pointer(type_of(value_from_pointer(self)));
}

/* --- enumerate --- */

CONSTRUCTOR(enumerate, 0,
            (cls), (maybe, object, iterable), (opt, integer, start, 0))
{
    if (value_is_unbound(iterable))
        return raise_type_error(
            t, "enumerate() missing required argument 'iterable'");
    TRY(iterator, object_iter(t, iterable));
    Enumerate *e = make(t, cls, RECORD_SLOTS(Enumerate));
    slot_set(e, &e->iterator, iterator);
    slot_set(e, &e->count, int_exact(t, start));
    return value_from_pointer(e);
}

static Value enumerate_next(Thread *t, Value self)
{
    Enumerate *e = value_to_record(self);
    Value v = object_next(t, slot_get(&e->iterator));
    if (value_is_null(v) || value_is_unbound(v))
        return v;
    Value i = slot_get(&e->count);
    slot_set(e, &e->count,
             value_is_int(i) && value_to_int(i) < SMALL_INT_MAX
                 ? value_from_int(value_to_int(i) + 1)
                 : int_add(t, i, value_from_int(1)));
    return pair(t, i, v);
}

NATIVE(enumerate, __reduce__, 0, NULL, (self, Enumerate), (slash))
{
    return pair(t, type_value(self),
                pair(t, slot_get(&self->iterator), slot_get(&self->count)));
}

static const NativeDef *const enumerate_methods[] = {
    &enumerate___reduce___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_enumerate = {
    TYPE_HEAD(ENUMERATE),
    .c_name = "enumerate",
    .c_doc = "Pairs of a count, which begins at start, and an item.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Enumerate),
    .constructor = &enumerate_new_native,
    .methods = enumerate_methods,
    .slots = {.iter = sequence_self, .next = enumerate_next},
};

/* --- zip --- */

CONSTRUCTOR(zip, 0,
            (cls), (slash), (args, iterables), (opt, truth, strict, False))
{
    Tuple *iterators = iterators_new(t, iterables, n_iterables);
    if (iterators == NULL)
        return NULL_VALUE;
    Zip *z = make(t, cls, RECORD_SLOTS(Zip));
    z->strict = strict;
    slot_set(z, &z->iterators, value_from_pointer(iterators));
    return value_from_pointer(z);
}

/* The strict zip's complaint, iterator `ended` having ended first; UNBOUND if
 * all have. */
static Value zip_check_lengths(Thread *t, Tuple *iterators, int64_t ended)
{
    if (ended > 0)
        return raise_value_error(
            t, "zip() argument %l is shorter than argument%s%l", ended + 1,
            ended == 1 ? " " : "s 1-", ended);
    for (int64_t i = 1; i < iterators->len; i++) {
        TRY(v, object_next(t, tuple_get(iterators, i)));
        if (!value_is_unbound(v))
            return raise_value_error(
                t, "zip() argument %l is longer than argument%s%l", i + 1,
                i == 1 ? " " : "s 1-", i);
    }
    return UNBOUND;
}

static Value zip_next(Thread *t, Value self)
{
    const Zip *z = value_to_record(self);
    Tuple *iterators = value_to_tuple(slot_get(&z->iterators));
    if (iterators->len == 0)
        return UNBOUND;
    Tuple *items = tuple_new(t, iterators->len);
    if (items == NULL)
        return NULL_VALUE;
    int64_t ended;
    int more = iterators_next(t, iterators, items, &ended);
    if (more < 0)
        return NULL_VALUE;
    if (more > 0)
        return value_from_pointer(items);
    return z->strict ? zip_check_lengths(t, iterators, ended) : UNBOUND;
}

NATIVE(zip, __reduce__, 0, NULL, (self, Zip), (slash))
{
    Value iterators = slot_get(&self->iterators);
    if (!self->strict)
        return pair(t, type_value(self), iterators);
    return value_from_pointer(
        tuple_pack(t, 3, type_value(self), iterators, TRUE_VALUE));
}

NATIVE(zip, __setstate__, 0, NULL, (self, Zip), (arg, truth, state), (slash))
{
    self->strict = state;
    return NONE;
}

static const NativeDef *const zip_methods[] = {
    &zip___reduce___native,
    &zip___setstate___native,
    NULL,
};

Type type_zip = {
    TYPE_HEAD(ZIP),
    .c_name = "zip",
    .c_doc = "Tuples of an item of each iterable, until one of them ends.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Zip),
    .constructor = &zip_new_native,
    .methods = zip_methods,
    .slots = {.iter = sequence_self, .next = zip_next},
};

/* --- map --- */

typedef struct Map {
    RECORD_HEAD()
    Slot function;
    Slot iterators; /* a Tuple */
} Map;

CONSTRUCTOR(map, 0,
            (cls), (maybe, object, function), (slash), (args, iterables))
{
    if (n_iterables == 0)
        return raise_type_error(t,
                                "map() must have at least two arguments.");
    Tuple *iterators = iterators_new(t, iterables, n_iterables);
    if (iterators == NULL)
        return NULL_VALUE;
    Map *m = make(t, cls, RECORD_SLOTS(Map));
    slot_set(m, &m->function, function);
    slot_set(m, &m->iterators, value_from_pointer(iterators));
    return value_from_pointer(m);
}

static Value map_next(Thread *t, Value self)
{
    const Map *m = value_to_record(self);
    Value function = slot_get(&m->function);
    Tuple *iterators = value_to_tuple(slot_get(&m->iterators));
    if (iterators->len == 1) {
        Value v = object_next(t, tuple_get(iterators, 0));
        if (value_is_null(v) || value_is_unbound(v))
            return v;
        return object_call1(t, function, v);
    }
    Tuple *items = tuple_new(t, iterators->len);
    if (items == NULL)
        return NULL_VALUE;
    int64_t ended;
    int more = iterators_next(t, iterators, items, &ended);
    if (more <= 0)
        return more < 0 ? NULL_VALUE : UNBOUND;
    return object_call(t, function, (Value *)items->items, items->len, NULL);
}

NATIVE(map, __reduce__, 0, NULL, (self, Map), (slash))
{
    Tuple *iterators = value_to_tuple(slot_get(&self->iterators));
    Tuple *all = tuple_new(t, iterators->len + 1);
    if (all == NULL)
        return NULL_VALUE;
    tuple_set(all, 0, slot_get(&self->function));
    for (int64_t i = 0; i < iterators->len; i++)
        tuple_set(all, i + 1, tuple_get(iterators, i));
    return pair(t, type_value(self), value_from_pointer(all));
}

static const NativeDef *const map_methods[] = {
    &map___reduce___native,
    NULL,
};

Type type_map = {
    TYPE_HEAD(MAP),
    .c_name = "map",
    .c_doc = "What function answers for the items of the iterables.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Map),
    .constructor = &map_new_native,
    .methods = map_methods,
    .slots = {.iter = sequence_self, .next = map_next},
};

/* --- filter --- */

typedef struct Filter {
    RECORD_HEAD()
    Slot function; /* None: the items' own truth */
    Slot iterator;
} Filter;

CONSTRUCTOR(filter, NATIVE_UNSIGNED,
            (cls), (arg, object, function), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Filter *f = make(t, cls, RECORD_SLOTS(Filter));
    slot_set(f, &f->function, function);
    slot_set(f, &f->iterator, iterator);
    return value_from_pointer(f);
}

static Value filter_next(Thread *t, Value self)
{
    const Filter *f = value_to_record(self);
    Value function = slot_get(&f->function), iterator = slot_get(&f->iterator);
    bool plain = value_is_none(function) ||
                 value_to_pointer(function) == (void *)&type_bool;
    for (;;) {
        Value v = object_next(t, iterator);
        if (value_is_null(v) || value_is_unbound(v))
            return v;
        Value test = plain ? v : object_call1(t, function, v);
        if (value_is_null(test))
            return NULL_VALUE;
        int good = object_is_true(t, test);
        if (good != 0)
            return good < 0 ? NULL_VALUE : v;
    }
}

NATIVE(filter, __reduce__, 0, NULL, (self, Filter), (slash))
{
    return pair(t, type_value(self),
                pair(t, slot_get(&self->function), slot_get(&self->iterator)));
}

static const NativeDef *const filter_methods[] = {
    &filter___reduce___native,
    NULL,
};

Type type_filter = {
    TYPE_HEAD(FILTER),
    .c_name = "filter",
    .c_doc = "The items for which function (None: the item itself) is true.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Filter),
    .constructor = &filter_new_native,
    .methods = filter_methods,
    .slots = {.iter = sequence_self, .next = filter_next},
};
