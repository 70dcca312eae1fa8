/* SPDX-License-Identifier: MIT */
/* enumerate, zip, map and filter: records of their iterators. */
#include "object/container/enumerate_zip.h"

#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/generic_alias.h"

Tuple *iterators_new(Thread *t, const Value *values, int64_t n)
{
    Tuple *s = tuple_new(t, n);
    for (int64_t i = 0; i < n; i++) {
        Value iterator = object_iter(t, values[i]);
        if (value_is_null(iterator))
            return NULL;
        tuple_set(s, i, iterator);
    }
    return s;
}

int iterators_next(Thread *t, Tuple *iterators, Tuple *items, int64_t *ended)
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

static Value get(Value self, int i)
{
    return slot_get(&value_to_record(self)->slot[i]);
}

static void set(Value self, int i, Value v)
{
    slot_set(value_to_record(self), &value_to_record(self)->slot[i], v);
}

static Value make(Thread *t, Value cls, int n)
{
    Type *type = value_to_type(cls);
    return value_from_pointer(record_new(t, type->root_shape->id, n));
}

static Value pair(Thread *t, Value a, Value b)
{
    return value_from_pointer(tuple_pack(t, 2, a, b));
}

static Value type_value(Value self)
{
    return value_from_pointer(type_of(self));
}

/* --- enumerate: iterator, next number --- */

CONSTRUCTOR_RAW(enumerate, 0,
                (cls), (maybe, object, iterable), (opt, object, start, 0))
{
    Value start = args[2];
    if (value_is_unbound(args[1]))
        return raise_type_error(
            t, "enumerate() missing required argument 'iterable'");
    if (!value_is_int(start)) {
        start = object_index(t, start);
        if (value_is_null(start))
            return NULL_VALUE;
    }
    TRY(iterator, object_iter(t, args[1]));
    Value self = make(t, args[0], 2);
    set(self, 0, iterator);
    set(self, 1, start);
    return self;
}

static Value enumerate_next(Thread *t, Value self)
{
    Value v = object_next(t, get(self, 0));
    if (value_is_null(v) || value_is_unbound(v))
        return v;
    Value i = get(self, 1);
    set(self, 1, value_is_int(i) && value_to_int(i) < SMALL_INT_MAX
                     ? value_from_int(value_to_int(i) + 1)
                     : int_add(t, i, value_from_int(1)));
    return pair(t, i, v);
}

NATIVE(enumerate, __reduce__, 0, NULL, (self_value), (slash))
{
    return pair(t, type_value(self),
                pair(t, get(self, 0), get(self, 1)));
}

static const NativeDef *const enumerate_methods[] = {
    &enumerate___reduce___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_enumerate = {
    TYPE_HEAD(ENUMERATE),
    .c_name = "enumerate",
    .c_doc = "Return an enumerate object.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(2),
    .constructor = &enumerate_new_native,
    .methods = enumerate_methods,
    .slots = {.iter = sequence_self, .next = enumerate_next},
};

/* --- zip: tuple of iterators; word 0: strict --- */

CONSTRUCTOR_RAW(zip, 0,
                (cls), (slash), (args, iterables),
                (opt, object, strict, False))
{
    int strict = object_is_true(t, args[1]);
    if (strict < 0)
        return NULL_VALUE;
    Tuple *iterators = iterators_new(t, args + 2, n - 2);
    if (iterators == NULL)
        return NULL_VALUE;
    Value self = make(t, args[0], 1);
    value_to_record(self)->word[0] = strict;
    set(self, 0, value_from_pointer(iterators));
    return self;
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
    Tuple *iterators = value_to_tuple(get(self, 0));
    if (iterators->len == 0)
        return UNBOUND;
    Tuple *items = tuple_new(t, iterators->len);
    int64_t ended;
    int more = iterators_next(t, iterators, items, &ended);
    if (more < 0)
        return NULL_VALUE;
    if (more > 0)
        return value_from_pointer(items);
    return value_to_record(self)->word[0]
               ? zip_check_lengths(t, iterators, ended)
               : UNBOUND;
}

NATIVE(zip, __reduce__, 0, NULL, (self_value), (slash))
{
    if (!value_to_record(self)->word[0])
        return pair(t, type_value(self), get(self, 0));
    return value_from_pointer(tuple_pack(t, 3, type_value(self),
                                         get(self, 0), TRUE_VALUE));
}

NATIVE(zip, __setstate__, 0, NULL, (self_value), (arg, object, state), (slash))
{
    int strict = object_is_true(t, state);
    if (strict < 0)
        return NULL_VALUE;
    value_to_record(self)->word[0] = strict;
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
    .c_doc = "zip(*iterables, strict=False) --> Yield tuples until an input "
             "is exhausted.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(1),
    .constructor = &zip_new_native,
    .methods = zip_methods,
    .slots = {.iter = sequence_self, .next = zip_next},
};

/* --- map: function, tuple of iterators --- */

CONSTRUCTOR_RAW(map, 0,
                (cls), (maybe, object, function), (slash), (args, iterables))
{
    if (n < 3)
        return raise_type_error(t,
                                "map() must have at least two arguments.");
    Tuple *iterators = iterators_new(t, args + 2, n - 2);
    if (iterators == NULL)
        return NULL_VALUE;
    Value self = make(t, args[0], 2);
    set(self, 0, args[1]);
    set(self, 1, value_from_pointer(iterators));
    return self;
}

static Value map_next(Thread *t, Value self)
{
    Tuple *iterators = value_to_tuple(get(self, 1));
    if (iterators->len == 1) {
        Value v = object_next(t, tuple_get(iterators, 0));
        if (value_is_null(v) || value_is_unbound(v))
            return v;
        return object_call1(t, get(self, 0), v);
    }
    Tuple *items = tuple_new(t, iterators->len);
    int64_t ended;
    int more = iterators_next(t, iterators, items, &ended);
    if (more <= 0)
        return more < 0 ? NULL_VALUE : UNBOUND;
    return object_call(t, get(self, 0), (Value *)items->items, items->len,
                       NULL);
}

NATIVE(map, __reduce__, 0, NULL, (self_value), (slash))
{
    Tuple *iterators = value_to_tuple(get(self, 1));
    Tuple *all = tuple_new(t, iterators->len + 1);
    tuple_set(all, 0, get(self, 0));
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
    .c_doc = "map(func, *iterables) --> map object",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(2),
    .constructor = &map_new_native,
    .methods = map_methods,
    .slots = {.iter = sequence_self, .next = map_next},
};

/* --- filter: function or None, iterator --- */

CONSTRUCTOR(filter, 0,
            (cls), (arg, object, function), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Value self = make(t, value_from_pointer(cls), 2);
    set(self, 0, function);
    set(self, 1, iterator);
    return self;
}

static Value filter_next(Thread *t, Value self)
{
    Value function = get(self, 0), iterator = get(self, 1);
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

NATIVE(filter, __reduce__, 0, NULL, (self_value), (slash))
{
    return pair(t, type_value(self),
                pair(t, get(self, 0), get(self, 1)));
}

static const NativeDef *const filter_methods[] = {
    &filter___reduce___native,
    NULL,
};

Type type_filter = {
    TYPE_HEAD(FILTER),
    .c_name = "filter",
    .c_doc = "filter(function or None, iterable) --> filter object",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(2),
    .constructor = &filter_new_native,
    .methods = filter_methods,
    .slots = {.iter = sequence_self, .next = filter_next},
};
