/* SPDX-License-Identifier: MIT */
/*
 * itertools: the module, and the iterators that pass items on: count, cycle,
 * repeat, accumulate, chain, compress, dropwhile, takewhile, filterfalse,
 * starmap, islice, pairwise and zip_longest.  The parts of each record are
 * named above its functions.
 */
#include "module/itertools_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

static Value name_of(Value self) { return type_get_name(type_of(self)); }

/* --- count: next number, step --- */

static bool is_number(Value v)
{
    Type *type = type_of(v);
    return type->slots.index != NULL || type->slots.to_float != NULL ||
           type->slots.to_int != NULL ||
           (type->type_flags & TYPE_IS_COMPLEX) != 0;
}

CONSTRUCTOR(count, 0, (cls), (opt, object, start, 0), (opt, object, step, 1))
{
    if (!is_number(start) || !is_number(step))
        return raise_type_error(t, "a number is required");
    Value self = record_make(t, cls, 2);
    part_set(self, 0, start);
    part_set(self, 1, step);
    return self;
}

static Value count_next(Thread *t, Value self)
{
    Value v = part(self, 0);
    TRY(next, object_binary(t, BINARY_ADD, v, part(self, 1)));
    part_set(self, 0, next);
    return v;
}

static Value count_repr(Thread *t, Value self)
{
    if (value_same(part(self, 1), value_from_int(1)))
        return format_message(t, "%S(%R)", name_of(self), part(self, 0));
    return format_message(t, "%S(%R, %R)", name_of(self), part(self, 0),
                          part(self, 1));
}

NATIVE(count, __reduce__, 0, NULL, (self_value), (slash))
{
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type_of(self)),
        value_from_pointer(
            tuple_pack(t, 2, part(self, 0), part(self, 1)))));
}

static const NativeDef *const count_methods[] = {
    &count___reduce___native,
    NULL,
};

ITERATOR_TYPE(count, 2, .methods = count_methods,
              .slots = {.repr = count_repr, .iter = sequence_self,
                        .next = count_next});

/* --- cycle: iterator (UNBOUND when done), list of its items; word 0: index */

CONSTRUCTOR(cycle, 0, (cls), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, iterator);
    part_set(self, 1, value_from_pointer(list_new(t, 0)));
    return self;
}

static Value cycle_next(Thread *t, Value self)
{
    List *saved = value_to_list(part(self, 1));
    Value iterator = part(self, 0);
    if (!value_is_unbound(iterator)) {
        TRY(v, object_next(t, iterator));
        if (!value_is_unbound(v)) {
            list_append(t, saved, v);
            return v;
        }
        part_set(self, 0, UNBOUND);
    }
    if (saved->len == 0)
        return UNBOUND;
    int64_t *i = &((Record *)value_to_record(self))->word[0];
    Value v = list_get(saved, *i);
    *i = *i + 1 < saved->len ? *i + 1 : 0;
    return v;
}

ITERATOR_TYPE(cycle, 2, ITERATOR_SLOTS(cycle_next));

/* --- repeat: object; word 0: times left, -1 for ever --- */

CONSTRUCTOR(repeat, 0, (cls), (arg, object, object),
            (maybe_as, object, count, "times"))
{
    int64_t times = -1;
    if (!value_is_unbound(count)) {
        if (sequence_int_argument(t, count, &times) < 0)
            return NULL_VALUE;
        if (times < 0)
            times = 0;
    }
    Value self = record_make(t, cls, 1);
    part_set(self, 0, object);
    ((Record *)value_to_record(self))->word[0] = times;
    return self;
}

static Value repeat_next(Thread *t, Value self)
{
    (void)t;
    int64_t *left = &((Record *)value_to_record(self))->word[0];
    if (*left == 0)
        return UNBOUND;
    if (*left > 0)
        --*left;
    return part(self, 0);
}

static Value repeat_repr(Thread *t, Value self)
{
    int64_t left = ((Record *)value_to_record(self))->word[0];
    if (left < 0)
        return format_message(t, "%S(%R)", name_of(self), part(self, 0));
    return format_message(t, "%S(%R, %l)", name_of(self), part(self, 0),
                          left);
}

NATIVE(repeat, __length_hint__, 0, NULL, (self_value), (slash))
{
    int64_t left = ((Record *)value_to_record(self))->word[0];
    if (left < 0)
        return raise_type_error(t, "len() of unsized object");
    return int_from_int64(t, left);
}

NATIVE(repeat, __reduce__, 0, NULL, (self_value), (slash))
{
    int64_t left = ((Record *)value_to_record(self))->word[0];
    Value object = part(self, 0);
    Tuple *rest = left < 0
                      ? tuple_pack(t, 1, object)
                      : tuple_pack(t, 2, object, int_from_int64(t, left));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(type_of(self)),
                   value_from_pointer(rest)));
}

static const NativeDef *const repeat_methods[] = {
    &repeat___length_hint___native,
    &repeat___reduce___native,
    NULL,
};

ITERATOR_TYPE(repeat, 1, .methods = repeat_methods,
              .slots = {.repr = repeat_repr, .iter = sequence_self,
                        .next = repeat_next});

/* --- accumulate: iterator, function or None, total, initial or None --- */

CONSTRUCTOR(accumulate, 0,
            (cls), (arg, object, iterable), (opt, object, func, None), (star),
            (opt, object, initial, None))
{
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, 4);
    part_set(self, 0, iterator);
    part_set(self, 1, func);
    part_set(self, 3, initial);
    return self;
}

static Value accumulate_next(Thread *t, Value self)
{
    Value initial = part(self, 3);
    if (!value_is_none(initial)) {
        part_set(self, 3, NONE);
        part_set(self, 2, initial);
        return initial;
    }
    Value v = object_next(t, part(self, 0));
    if (is_last(v))
        return v;
    Value total = part(self, 2), function = part(self, 1);
    if (!value_is_unbound(total)) {
        v = value_is_none(function)
                ? object_binary(t, BINARY_ADD, total, v)
                : object_call2(t, function, total, v);
        if (value_is_null(v))
            return NULL_VALUE;
    }
    part_set(self, 2, v);
    return v;
}

ITERATOR_TYPE(accumulate, 4, ITERATOR_SLOTS(accumulate_next));

/* --- chain: iterator over iterables, active iterator; UNBOUND if none --- */

static Value chain_over(Thread *t, Type *cls, Value iterables)
{
    TRY(iterator, object_iter(t, iterables));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, iterator);
    return self;
}

CONSTRUCTOR(chain, 0, (cls), (slash), (args, iterables))
{
    return chain_over(
        t, cls,
        value_from_pointer(tuple_from_values(t, iterables, n_iterables)));
}

NATIVE(chain, from_iterable, NATIVE_CLASS,
       "Alternative chain() constructor taking a single iterable argument.",
       (cls), (arg, object, iterable), (slash))
{
    return chain_over(t, cls, iterable);
}

static Value chain_next(Thread *t, Value self)
{
    for (;;) {
        Value source = part(self, 0), active = part(self, 1);
        if (value_is_unbound(source))
            return UNBOUND;
        if (value_is_unbound(active)) {
            TRY(iterable, object_next(t, source));
            if (value_is_unbound(iterable)) {
                part_set(self, 0, UNBOUND);
                return UNBOUND;
            }
            active = object_iter(t, iterable);
            if (value_is_null(active)) {
                part_set(self, 0, UNBOUND);
                return NULL_VALUE;
            }
            part_set(self, 1, active);
        }
        Value v = object_next(t, active);
        if (!value_is_unbound(v))
            return v;
        part_set(self, 1, UNBOUND);
    }
}

static const NativeDef *const chain_methods[] = {
    &chain_from_iterable_native,
    &generic_alias___class_getitem___native,
    NULL,
};

ITERATOR_TYPE(chain, 2, .methods = chain_methods, ITERATOR_SLOTS(chain_next));

/* --- compress: data, selectors --- */

CONSTRUCTOR(compress, 0, (cls), (arg, object, data), (arg, object, selectors))
{
    TRY(items, object_iter(t, data));
    TRY(tests, object_iter(t, selectors));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, items);
    part_set(self, 1, tests);
    return self;
}

static Value compress_next(Thread *t, Value self)
{
    for (;;) {
        Value v = object_next(t, part(self, 0));
        if (is_last(v))
            return v;
        Value selector = object_next(t, part(self, 1));
        if (is_last(selector))
            return selector;
        int good = object_is_true(t, selector);
        if (good != 0)
            return good < 0 ? NULL_VALUE : v;
    }
}

ITERATOR_TYPE(compress, 2, ITERATOR_SLOTS(compress_next));

/* --- dropwhile, takewhile, filterfalse, starmap: function, iterator --- */

static Value with_function(Thread *t, Type *cls, Value function,
                           Value iterable)
{
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, function);
    part_set(self, 1, iterator);
    return self;
}

#define WITH_FUNCTION(name, parameter)                                        \
    CONSTRUCTOR(name, 0, (cls), (arg, object, parameter),                     \
                (arg, object, iterable), (slash))                             \
    {                                                                         \
        return with_function(t, cls, parameter, iterable);                    \
    }
WITH_FUNCTION(dropwhile, predicate)
WITH_FUNCTION(takewhile, predicate)
WITH_FUNCTION(filterfalse, function)
WITH_FUNCTION(starmap, function)
#undef WITH_FUNCTION

/* bool(function(v)): 1, 0 or -1 */
static int test(Thread *t, Value function, Value v)
{
    Value answer = object_call1(t, function, v);
    return value_is_null(answer) ? -1 : object_is_true(t, answer);
}

/* word 0: 1 when dropping (taking) has come to its end */
static Value dropwhile_next(Thread *t, Value self)
{
    for (;;) {
        Value v = object_next(t, part(self, 1));
        if (is_last(v) || ((Record *)value_to_record(self))->word[0])
            return v;
        int good = test(t, part(self, 0), v);
        if (good < 0)
            return NULL_VALUE;
        if (!good) {
            ((Record *)value_to_record(self))->word[0] = 1;
            return v;
        }
    }
}

static Value takewhile_next(Thread *t, Value self)
{
    if (((Record *)value_to_record(self))->word[0])
        return UNBOUND;
    Value v = object_next(t, part(self, 1));
    if (is_last(v))
        return v;
    int good = test(t, part(self, 0), v);
    if (good < 0)
        return NULL_VALUE;
    if (good)
        return v;
    ((Record *)value_to_record(self))->word[0] = 1;
    return UNBOUND;
}

static Value filterfalse_next(Thread *t, Value self)
{
    Value function = part(self, 0);
    bool plain = value_is_none(function) ||
                 value_to_pointer(function) == (void *)&type_bool;
    for (;;) {
        Value v = object_next(t, part(self, 1));
        if (is_last(v))
            return v;
        int good = plain ? object_is_true(t, v) : test(t, function, v);
        if (good <= 0)
            return good < 0 ? NULL_VALUE : v;
    }
}

static Value starmap_next(Thread *t, Value self)
{
    Value v = object_next(t, part(self, 1));
    if (is_last(v))
        return v;
    Tuple *args = tuple_from_iterable(t, v);
    if (args == NULL)
        return NULL_VALUE;
    return object_call_tuple(t, part(self, 0), args, NULL);
}

ITERATOR_TYPE(dropwhile, 2, ITERATOR_SLOTS(dropwhile_next));
ITERATOR_TYPE(takewhile, 2, ITERATOR_SLOTS(takewhile_next));
ITERATOR_TYPE(filterfalse, 2, ITERATOR_SLOTS(filterfalse_next));
ITERATOR_TYPE(starmap, 2, ITERATOR_SLOTS(starmap_next));

/* --- islice: iterator, items consumed; words: next, stop (-1: none), step */

enum { NEXT, STOP, STEP };

/* An optional count; false when it is none. */
static bool islice_number(Thread *t, Value v, int64_t missing, int64_t *out)
{
    *out = missing;
    if (value_is_none(v) || value_is_unbound(v))
        return true;
    if (type_of(v)->slots.index == NULL)
        return false;
    Value i = object_index(t, v);
    if (value_is_null(i)) {
        exception_take(t);
        return false;
    }
    return int_to_int64(i, out) && *out >= 0;
}

CONSTRUCTOR(islice, 0, (cls), (arg, object, iterable),
            (arg_as, object, first, "start"), (maybe_as, object, second, "stop"),
            (maybe_as, object, third, "step"), (slash))
{
    bool one = value_is_unbound(second);
    Value stop_value = one ? first : second;
    int64_t start, stop, step;
    if (!islice_number(t, stop_value, -1, &stop))
        return raise_value_error(t, "Stop argument for islice() must be None "
                                    "or an integer: 0 <= x <= sys.maxsize.");
    if (!islice_number(t, one ? NONE : first, 0, &start))
        return raise_value_error(t, "Indices for islice() must be None or an "
                                    "integer: 0 <= x <= sys.maxsize.");
    if (!islice_number(t, third, 1, &step) || step < 1)
        return raise_value_error(t, "Step for islice() must be a positive "
                                    "integer or None.");
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, iterator);
    part_set(self, 1, value_from_int(0));
    ((Record *)value_to_record(self))->word[NEXT] = start;
    ((Record *)value_to_record(self))->word[STOP] = stop;
    ((Record *)value_to_record(self))->word[STEP] = step;
    return self;
}

static Value islice_next(Thread *t, Value self)
{
    Value iterator = part(self, 0);
    if (value_is_unbound(iterator))
        return UNBOUND;
    Record *r = value_to_record(self);
    int64_t stop = r->word[STOP], i = value_to_int(part(self, 1));
    Value v = UNBOUND;
    for (; i < r->word[NEXT]; i++) { /* skipped */
        if (stop != -1 && i >= stop)
            break;
        v = object_next(t, iterator);
        if (is_last(v))
            goto end;
    }
    v = UNBOUND;
    if (stop != -1 && i >= stop)
        goto end;
    v = object_next(t, iterator);
    if (is_last(v))
        goto end;
    part_set(self, 1, value_from_int(i + 1));
    int64_t next;
    if (__builtin_add_overflow(r->word[NEXT], r->word[STEP], &next) ||
        (stop != -1 && next > stop))
        next = stop != -1 ? stop : INT64_MAX;
    r->word[NEXT] = next;
    return v;
end:
    part_set(self, 0, UNBOUND);
    return v;
}

ITERATOR_TYPE(islice, 2, ITERATOR_SLOTS(islice_next));

/* --- pairwise: iterator, the item before --- */

CONSTRUCTOR(pairwise, 0, (cls), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, 2);
    part_set(self, 0, iterator);
    return self;
}

static Value pairwise_next(Thread *t, Value self)
{
    Value iterator = part(self, 0), old = part(self, 1);
    if (value_is_unbound(iterator))
        return UNBOUND;
    if (value_is_unbound(old)) {
        old = object_next(t, iterator);
        if (is_last(old)) {
            part_set(self, 0, UNBOUND);
            return old;
        }
        part_set(self, 1, old);
    }
    Value v = object_next(t, iterator);
    if (is_last(v)) {
        part_set(self, 0, UNBOUND);
        return v;
    }
    part_set(self, 1, v);
    return value_from_pointer(tuple_pack(t, 2, old, v));
}

ITERATOR_TYPE(pairwise, 2, ITERATOR_SLOTS(pairwise_next));

/* --- zip_longest: list of iterators (None: ended), fill; word 0: active --- */

CONSTRUCTOR(zip_longest, 0, (cls), (slash), (args, iterables),
            (opt, object, fillvalue, None))
{
    List *iterators = list_new(t, n_iterables);
    if (iterators == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < n_iterables; i++) {
        TRY(iterator, object_iter(t, iterables[i]));
        list_append(t, iterators, iterator);
    }
    Value self = record_make(t, cls, 2);
    part_set(self, 0, value_from_pointer(iterators));
    part_set(self, 1, fillvalue);
    ((Record *)value_to_record(self))->word[0] = iterators->len;
    return self;
}

static Value zip_longest_next(Thread *t, Value self)
{
    List *iterators = value_to_list(part(self, 0));
    Record *r = value_to_record(self);
    if (r->word[0] == 0)
        return UNBOUND;
    Tuple *items = tuple_new(t, iterators->len);
    if (items == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < iterators->len; i++) {
        Value iterator = list_get(iterators, i), v = part(self, 1);
        if (!value_is_none(iterator)) {
            v = object_next(t, iterator);
            if (value_is_null(v)) {
                r->word[0] = 0;
                return NULL_VALUE;
            }
            if (value_is_unbound(v)) {
                if (--r->word[0] == 0)
                    return UNBOUND;
                list_set(iterators, i, NONE);
                v = part(self, 1);
            }
        }
        tuple_set(items, i, v);
    }
    return value_from_pointer(items);
}

ITERATOR_TYPE(zip_longest, 2, ITERATOR_SLOTS(zip_longest_next));

/* --- the module --- */

static const NativeDef *const functions[] = {
    &itertools_tee_native,
    NULL,
};

static const ModuleType types[] = {
#define X(name) {#name, &itertools_##name},
    ITERTOOLS_TYPES(X)
#undef X
    {0},
};

const ModuleDef itertools_module = {
    .name = "itertools",
    .doc = "Iterators made of iterators.",
    .functions = {functions},
    .types = types,
};
