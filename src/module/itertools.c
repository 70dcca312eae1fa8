/* SPDX-License-Identifier: MIT */
/*
 * itertools: the module, and the iterators that pass items on: count, cycle,
 * repeat, accumulate, chain, compress, dropwhile, takewhile, filterfalse,
 * starmap, islice, pairwise and zip_longest.
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

/* What __reduce__ answers: the type and what to call it with. */
static Value reduced(Thread *t, void *self, Tuple *args)
{
    Value type = value_from_pointer(type_of_pointer(self));
    return value_from_pointer(
        tuple_pack(t, 2, type, value_from_pointer(args)));
}

/* --- count --- */

typedef struct Count {
    RECORD_HEAD()
    Slot next;
    Slot step;
} Count;

static bool is_number(Value v)
{
    Type *type = type_of(v);
    return type->slots.index != NULL || type->slots.to_float != NULL ||
           type->slots.to_int != NULL ||
           (type->type_flags & TYPE_IS_COMPLEX) != 0;
}

static bool is_one(Value v)
{
    int64_t i;
    return value_is_int_object(v) && int_to_int64(v, &i) && i == 1;
}

/* Whether a C counter could be there; whoever derives from int is not asked. */
static bool is_countable(Value start)
{
    int64_t i;
    return value_is_int_object(start) && int_to_int64(start, &i) &&
           i < INT64_MAX;
}

CONSTRUCTOR(count, 0, (cls), (opt, object, start, 0), (opt, object, step, 1))
{
    if (!is_number(start) || !is_number(step))
        return raise_type_error(t, "a number is required");
    if (is_one(step) && is_countable(start)) {
        start = int_exact(t, start);
        step = value_from_int(1);
    }
    Count *self = iterator_new(t, cls, RECORD_SLOTS(Count));
    slot_set(self, &self->next, start);
    slot_set(self, &self->step, step);
    return value_from_pointer(self);
}

static Value count_next(Thread *t, Value v)
{
    Count *self = value_to_record(v);
    Value number = slot_get(&self->next);
    TRY(next, object_binary(t, BINARY_ADD, number, slot_get(&self->step)));
    slot_set(self, &self->next, next);
    return number;
}

static Value count_repr(Thread *t, Value v)
{
    const Count *self = value_to_record(v);
    Value next = slot_get(&self->next), step = slot_get(&self->step);
    if (is_one(step))
        return format_message(t, "%S(%R)", name_of(v), next);
    return format_message(t, "%S(%R, %R)", name_of(v), next, step);
}

NATIVE(count, __reduce__, 0, NULL, (self, Count), (slash))
{
    Value next = slot_get(&self->next), step = slot_get(&self->step);
    bool plain = value_same(step, value_from_int(1)) && int_is_exact(next) &&
                 is_countable(next);
    return reduced(t, self, tuple_pack(t, plain ? 1 : 2, next, step));
}

static const NativeDef *const count_methods[] = {
    &count___reduce___native,
    NULL,
};

ITERATOR_TYPE(count, Count, .methods = count_methods,
              .slots = {.repr = count_repr, .iter = sequence_self,
                        .next = count_next});

/* --- cycle --- */

typedef struct Cycle {
    RECORD_HEAD(int64_t i;) /* of the saved item that comes next */
    Slot source; /* UNBOUND when it has ended */
    Slot saved;  /* a List of its items */
} Cycle;

CONSTRUCTOR(cycle, 0, (cls), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Cycle *self = iterator_new(t, cls, RECORD_SLOTS(Cycle));
    slot_set(self, &self->source, iterator);
    slot_set(self, &self->saved, value_from_pointer(list_new(t, 0)));
    return value_from_pointer(self);
}

static Value cycle_next(Thread *t, Value v)
{
    Cycle *self = value_to_record(v);
    List *saved = value_to_list(slot_get(&self->saved));
    Value source = slot_get(&self->source);
    if (!value_is_unbound(source)) {
        TRY(item, object_next(t, source));
        if (!value_is_unbound(item)) {
            list_append(t, saved, item);
            return item;
        }
        slot_set(self, &self->source, UNBOUND);
    }
    if (saved->len == 0)
        return UNBOUND;
    Value item = list_get(saved, self->i);
    self->i = self->i + 1 < saved->len ? self->i + 1 : 0;
    return item;
}

ITERATOR_TYPE(cycle, Cycle, ITERATOR_SLOTS(cycle_next));

/* --- repeat --- */

typedef struct Repeat {
    RECORD_HEAD(int64_t left;) /* times; -1: for ever */
    Slot object;
} Repeat;

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
    Repeat *self = iterator_new(t, cls, RECORD_SLOTS(Repeat));
    slot_set(self, &self->object, object);
    self->left = times;
    return value_from_pointer(self);
}

static Value repeat_next(Thread *t, Value v)
{
    (void)t;
    Repeat *self = value_to_record(v);
    if (self->left == 0)
        return UNBOUND;
    if (self->left > 0)
        self->left--;
    return slot_get(&self->object);
}

static Value repeat_repr(Thread *t, Value v)
{
    const Repeat *self = value_to_record(v);
    Value object = slot_get(&self->object);
    if (self->left < 0)
        return format_message(t, "%S(%R)", name_of(v), object);
    return format_message(t, "%S(%R, %l)", name_of(v), object, self->left);
}

NATIVE(repeat, __length_hint__, 0, NULL, (self, Repeat), (slash))
{
    if (self->left < 0)
        return raise_type_error(t, "len() of unsized object");
    return int_from_int64(t, self->left);
}

NATIVE(repeat, __reduce__, 0, NULL, (self, Repeat), (slash))
{
    Value object = slot_get(&self->object);
    return reduced(t, self,
                   self->left < 0
                       ? tuple_pack(t, 1, object)
                       : tuple_pack(t, 2, object,
                                    int_from_int64(t, self->left)));
}

static const NativeDef *const repeat_methods[] = {
    &repeat___length_hint___native,
    &repeat___reduce___native,
    NULL,
};

ITERATOR_TYPE(repeat, Repeat, .methods = repeat_methods,
              .slots = {.repr = repeat_repr, .iter = sequence_self,
                        .next = repeat_next});

/* --- accumulate --- */

typedef struct Accumulate {
    RECORD_HEAD()
    Slot source;
    Slot function; /* or None: add */
    Slot total;    /* UNBOUND at first */
    Slot initial;  /* None: none, or answered already */
} Accumulate;

CONSTRUCTOR(accumulate, 0,
            (cls), (arg, object, iterable), (opt, object, func, None), (star),
            (opt, object, initial, None))
{
    TRY(iterator, object_iter(t, iterable));
    Accumulate *self = iterator_new(t, cls, RECORD_SLOTS(Accumulate));
    slot_set(self, &self->source, iterator);
    slot_set(self, &self->function, func);
    slot_set(self, &self->initial, initial);
    return value_from_pointer(self);
}

static Value accumulate_next(Thread *t, Value self_value)
{
    Accumulate *self = value_to_record(self_value);
    Value initial = slot_get(&self->initial);
    if (!value_is_none(initial)) {
        slot_set(self, &self->initial, NONE);
        slot_set(self, &self->total, initial);
        return initial;
    }
    Value v = object_next(t, slot_get(&self->source));
    if (is_last(v))
        return v;
    Value total = slot_get(&self->total);
    Value function = slot_get(&self->function);
    if (!value_is_unbound(total)) {
        v = value_is_none(function)
                ? object_binary(t, BINARY_ADD, total, v)
                : object_call2(t, function, total, v);
        if (value_is_null(v))
            return NULL_VALUE;
    }
    slot_set(self, &self->total, v);
    return v;
}

ITERATOR_TYPE(accumulate, Accumulate, ITERATOR_SLOTS(accumulate_next));

/* --- chain --- */

typedef struct Chain {
    RECORD_HEAD()
    Slot iterables; /* an iterator over them; UNBOUND when it has ended */
    Slot active;    /* the one being read; UNBOUND if none */
} Chain;

static Value chain_over(Thread *t, Type *cls, Value iterables)
{
    TRY(iterator, object_iter(t, iterables));
    Chain *self = iterator_new(t, cls, RECORD_SLOTS(Chain));
    slot_set(self, &self->iterables, iterator);
    return value_from_pointer(self);
}

CONSTRUCTOR(chain, 0, (cls), (slash), (args, iterables))
{
    return chain_over(
        t, cls,
        value_from_pointer(tuple_from_values(t, iterables, n_iterables)));
}

NATIVE(chain, from_iterable, NATIVE_CLASS,
       "As chain(*iterable), but iterable is read only as far as needed.",
       (cls), (arg, object, iterable), (slash))
{
    return chain_over(t, cls, iterable);
}

static Value chain_next(Thread *t, Value self_value)
{
    Chain *self = value_to_record(self_value);
    for (;;) {
        Value iterables = slot_get(&self->iterables);
        Value active = slot_get(&self->active);
        if (value_is_unbound(iterables))
            return UNBOUND;
        if (value_is_unbound(active)) {
            TRY(iterable, object_next(t, iterables));
            if (value_is_unbound(iterable)) {
                slot_set(self, &self->iterables, UNBOUND);
                return UNBOUND;
            }
            active = object_iter(t, iterable);
            if (value_is_null(active)) {
                slot_set(self, &self->iterables, UNBOUND);
                return NULL_VALUE;
            }
            slot_set(self, &self->active, active);
        }
        Value v = object_next(t, active);
        if (!value_is_unbound(v))
            return v;
        slot_set(self, &self->active, UNBOUND);
    }
}

static const NativeDef *const chain_methods[] = {
    &chain_from_iterable_native,
    &generic_alias___class_getitem___native,
    NULL,
};

ITERATOR_TYPE(chain, Chain, .methods = chain_methods, ITERATOR_SLOTS(chain_next));

/* --- compress --- */

typedef struct Compress {
    RECORD_HEAD()
    Slot data;
    Slot selectors;
} Compress;

CONSTRUCTOR(compress, 0, (cls), (arg, object, data), (arg, object, selectors))
{
    TRY(items, object_iter(t, data));
    TRY(tests, object_iter(t, selectors));
    Compress *self = iterator_new(t, cls, RECORD_SLOTS(Compress));
    slot_set(self, &self->data, items);
    slot_set(self, &self->selectors, tests);
    return value_from_pointer(self);
}

static Value compress_next(Thread *t, Value self_value)
{
    const Compress *self = value_to_record(self_value);
    for (;;) {
        Value v = object_next(t, slot_get(&self->data));
        if (is_last(v))
            return v;
        Value selector = object_next(t, slot_get(&self->selectors));
        if (is_last(selector))
            return selector;
        int good = object_is_true(t, selector);
        if (good != 0)
            return good < 0 ? NULL_VALUE : v;
    }
}

ITERATOR_TYPE(compress, Compress, ITERATOR_SLOTS(compress_next));

/* --- dropwhile, takewhile, filterfalse, starmap --- */

typedef struct WithFunction {
    RECORD_HEAD(int64_t is_over;) /* dropping, or taking */
    Slot function;
    Slot source;
} WithFunction;

static Value with_function(Thread *t, Type *cls, Value function,
                           Value iterable)
{
    TRY(iterator, object_iter(t, iterable));
    WithFunction *self = iterator_new(t, cls, RECORD_SLOTS(WithFunction));
    slot_set(self, &self->function, function);
    slot_set(self, &self->source, iterator);
    return value_from_pointer(self);
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

static Value dropwhile_next(Thread *t, Value self_value)
{
    WithFunction *self = value_to_record(self_value);
    for (;;) {
        Value v = object_next(t, slot_get(&self->source));
        if (is_last(v) || self->is_over)
            return v;
        int good = test(t, slot_get(&self->function), v);
        if (good < 0)
            return NULL_VALUE;
        if (!good) {
            self->is_over = true;
            return v;
        }
    }
}

static Value takewhile_next(Thread *t, Value self_value)
{
    WithFunction *self = value_to_record(self_value);
    if (self->is_over)
        return UNBOUND;
    Value v = object_next(t, slot_get(&self->source));
    if (is_last(v))
        return v;
    int good = test(t, slot_get(&self->function), v);
    if (good < 0)
        return NULL_VALUE;
    if (good)
        return v;
    self->is_over = true;
    return UNBOUND;
}

static Value filterfalse_next(Thread *t, Value self_value)
{
    const WithFunction *self = value_to_record(self_value);
    Value function = slot_get(&self->function);
    bool plain = value_is_none(function) ||
                 value_to_pointer(function) == (void *)&type_bool;
    for (;;) {
        Value v = object_next(t, slot_get(&self->source));
        if (is_last(v))
            return v;
        int good = plain ? object_is_true(t, v) : test(t, function, v);
        if (good <= 0)
            return good < 0 ? NULL_VALUE : v;
    }
}

static Value starmap_next(Thread *t, Value self_value)
{
    const WithFunction *self = value_to_record(self_value);
    Value v = object_next(t, slot_get(&self->source));
    if (is_last(v))
        return v;
    Tuple *args = tuple_from_iterable(t, v);
    if (args == NULL)
        return NULL_VALUE;
    return object_call_tuple(t, slot_get(&self->function), args, NULL);
}

ITERATOR_TYPE(dropwhile, WithFunction, ITERATOR_SLOTS(dropwhile_next));
ITERATOR_TYPE(takewhile, WithFunction, ITERATOR_SLOTS(takewhile_next));
ITERATOR_TYPE(filterfalse, WithFunction, ITERATOR_SLOTS(filterfalse_next));
ITERATOR_TYPE(starmap, WithFunction, ITERATOR_SLOTS(starmap_next));

/* --- islice --- */

typedef struct ISlice {
    RECORD_HEAD(int64_t next; /* number of the item to be answered next */
                int64_t stop; /* -1: none */
                int64_t step;)
    Slot source; /* UNBOUND when it has ended */
    Slot count;  /* of items read, an int */
} ISlice;

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
    ISlice *self = iterator_new(t, cls, RECORD_SLOTS(ISlice));
    slot_set(self, &self->source, iterator);
    slot_set(self, &self->count, value_from_int(0));
    self->next = start;
    self->stop = stop;
    self->step = step;
    return value_from_pointer(self);
}

static Value islice_next(Thread *t, Value self_value)
{
    ISlice *self = value_to_record(self_value);
    Value source = slot_get(&self->source);
    if (value_is_unbound(source))
        return UNBOUND;
    int64_t stop = self->stop, i = value_to_int(slot_get(&self->count));
    Value v = UNBOUND;
    for (; i < self->next; i++) { /* skipped */
        if (stop != -1 && i >= stop)
            break;
        v = object_next(t, source);
        if (is_last(v))
            goto end;
    }
    v = UNBOUND;
    if (stop != -1 && i >= stop)
        goto end;
    v = object_next(t, source);
    if (is_last(v))
        goto end;
    slot_set(self, &self->count, value_from_int(i + 1));
    int64_t next;
    if (__builtin_add_overflow(self->next, self->step, &next) ||
        (stop != -1 && next > stop))
        next = stop != -1 ? stop : INT64_MAX;
    self->next = next;
    return v;
end:
    slot_set(self, &self->source, UNBOUND);
    return v;
}

ITERATOR_TYPE(islice, ISlice, ITERATOR_SLOTS(islice_next));

/* --- pairwise --- */

typedef struct Pairwise {
    RECORD_HEAD()
    Slot source; /* UNBOUND when it has ended */
    Slot old;    /* the item before; UNBOUND at first */
} Pairwise;

CONSTRUCTOR(pairwise, 0, (cls), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    Pairwise *self = iterator_new(t, cls, RECORD_SLOTS(Pairwise));
    slot_set(self, &self->source, iterator);
    return value_from_pointer(self);
}

static Value pairwise_next(Thread *t, Value self_value)
{
    Pairwise *self = value_to_record(self_value);
    Value source = slot_get(&self->source), old = slot_get(&self->old);
    if (value_is_unbound(source))
        return UNBOUND;
    if (value_is_unbound(old)) {
        old = object_next(t, source);
        if (is_last(old)) {
            slot_set(self, &self->source, UNBOUND);
            return old;
        }
        slot_set(self, &self->old, old);
    }
    Value v = object_next(t, source);
    if (is_last(v)) {
        slot_set(self, &self->source, UNBOUND);
        return v;
    }
    slot_set(self, &self->old, v);
    return value_from_pointer(tuple_pack(t, 2, old, v));
}

ITERATOR_TYPE(pairwise, Pairwise, ITERATOR_SLOTS(pairwise_next));

/* --- zip_longest --- */

typedef struct ZipLongest {
    RECORD_HEAD(int64_t n_active;)
    Slot iterators; /* a List; None: that one has ended */
    Slot fill;
} ZipLongest;

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
    ZipLongest *self = iterator_new(t, cls, RECORD_SLOTS(ZipLongest));
    slot_set(self, &self->iterators, value_from_pointer(iterators));
    slot_set(self, &self->fill, fillvalue);
    self->n_active = iterators->len;
    return value_from_pointer(self);
}

static Value zip_longest_next(Thread *t, Value self_value)
{
    ZipLongest *self = value_to_record(self_value);
    List *iterators = value_to_list(slot_get(&self->iterators));
    if (self->n_active == 0)
        return UNBOUND;
    Tuple *items = tuple_new(t, iterators->len);
    if (items == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < iterators->len; i++) {
        Value iterator = list_get(iterators, i), v = slot_get(&self->fill);
        if (!value_is_none(iterator)) {
            v = object_next(t, iterator);
            if (value_is_null(v)) {
                self->n_active = 0;
                return NULL_VALUE;
            }
            if (value_is_unbound(v)) {
                if (--self->n_active == 0)
                    return UNBOUND;
                list_set(iterators, i, NONE);
                v = slot_get(&self->fill);
            }
        }
        tuple_set(items, i, v);
    }
    return value_from_pointer(items);
}

ITERATOR_TYPE(zip_longest, ZipLongest, ITERATOR_SLOTS(zip_longest_next));

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
