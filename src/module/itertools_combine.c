/* SPDX-License-Identifier: MIT */
/*
 * itertools: product, permutations, combinations and
 * combinations_with_replacement.
 */
#include "module/itertools_combine.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"

typedef enum Progress { NEW, RUNNING, ENDED } Progress;

typedef struct Combine {
    RECORD_HEAD(int64_t r; /* how many are chosen */
                Progress progress;)
    Slot pool;    /* a Tuple to choose from; of product: of such */
    Slot numbers; /* a Blob of the r indices chosen last; of permutations: all
                     n in order, then r cycle counts */
} Combine;

/* NULL with MemoryError. */
static Combine *make(Thread *t, Type *cls, Tuple *pool, int64_t r,
                     int64_t n_numbers, bool ended)
{
    Blob *numbers = gc_alloc_large(
        t, sizeof(Blob) + (size_t)n_numbers * sizeof(int64_t), KIND_BLOB,
        SHAPE_RAW);
    if (numbers == NULL) {
        raise_no_memory(t);
        return NULL;
    }
    numbers->capacity = n_numbers * (int64_t)sizeof(int64_t);
    Combine *self = iterator_new(t, cls, RECORD_SLOTS(Combine));
    slot_set(self, &self->pool, value_from_pointer(pool));
    slot_set(self, &self->numbers, value_from_pointer(numbers));
    self->r = r;
    self->progress = ended ? ENDED : NEW;
    return self;
}

static Value answer(Combine *self) /* or null */
{
    return value_from_pointer(self);
}

static Tuple *pool_of(const Combine *self)
{
    return value_to_tuple(slot_get(&self->pool));
}

static int64_t *numbers_of(const Combine *self)
{
    return (int64_t *)value_to_blob(slot_get(&self->numbers))->data;
}

/* The items at the first r numbers. */
static Value chosen(Thread *t, const Combine *self)
{
    Tuple *pool = pool_of(self);
    int64_t r = self->r;
    Tuple *items = tuple_new(t, r);
    if (items == NULL)
        return NULL_VALUE;
    const int64_t *numbers = numbers_of(self);
    for (int64_t i = 0; i < r; i++)
        tuple_set(items, i, tuple_get(pool, numbers[i]));
    return value_from_pointer(items);
}

/* Whether there may be more; *first: nothing has been answered yet. */
static bool is_running(Combine *self, bool *first)
{
    *first = self->progress == NEW;
    if (*first)
        self->progress = RUNNING;
    return self->progress == RUNNING;
}

static Value end(Combine *self)
{
    self->progress = ENDED;
    return UNBOUND;
}

/* r as an argument: -1 on error */
static int64_t length_argument(Thread *t, Value v)
{
    int64_t r;
    if (sequence_int_argument(t, v, &r) < 0)
        return -1;
    if (r < 0)
        return RAISE_INT(raise_value_error(t, "r must be non-negative"));
    return r;
}

/* --- product --- */

CONSTRUCTOR(product, 0, (cls), (slash), (args, iterables),
            (opt_as, ssize, times, "repeat", 1))
{
    int64_t n_pools;
    if (times < 0)
        return raise_value_error(t, "repeat argument cannot be negative");
    int64_t given = times == 0 ? 0 : n_iterables;
    if (__builtin_mul_overflow(given, times, &n_pools) ||
        n_pools > INT32_MAX)
        return raise_error(t, EXC(OverflowError), "repeat argument too large");
    Tuple *pools = tuple_new(t, n_pools);
    if (pools == NULL)
        return NULL_VALUE;
    bool ended = false;
    for (int64_t i = 0; i < given; i++) {
        Tuple *pool = tuple_from_iterable(t, iterables[i]);
        if (pool == NULL)
            return NULL_VALUE;
        ended = ended || pool->len == 0;
        for (int64_t j = 0; j < times; j++)
            tuple_set(pools, i + j * given, value_from_pointer(pool));
    }
    return answer(make(t, cls, pools, n_pools, n_pools, ended));
}

static Value product_next(Thread *t, Value v)
{
    Combine *self = value_to_record(v);
    bool first;
    if (!is_running(self, &first))
        return UNBOUND;
    Tuple *pools = pool_of(self);
    int64_t *numbers = numbers_of(self), i = pools->len - 1;
    if (!first) {
        for (; i >= 0; i--) {
            Tuple *pool = value_to_tuple(tuple_get(pools, i));
            if (++numbers[i] < pool->len)
                break;
            numbers[i] = 0;
        }
        if (i < 0)
            return end(self);
    }
    Tuple *items = tuple_new(t, pools->len);
    if (items == NULL)
        return NULL_VALUE;
    for (i = 0; i < pools->len; i++) {
        Tuple *pool = value_to_tuple(tuple_get(pools, i));
        tuple_set(items, i, tuple_get(pool, numbers[i]));
    }
    return value_from_pointer(items);
}

ITERATOR_TYPE(product, Combine, ITERATOR_SLOTS(product_next));

/* --- permutations --- */

CONSTRUCTOR(permutations, 0, (cls), (arg, object, iterable),
            (opt_as, object, length, "r", None))
{
    Tuple *pool = tuple_from_iterable(t, iterable);
    if (pool == NULL)
        return NULL_VALUE;
    int64_t r = pool->len;
    if (!value_is_none(length)) {
        if (!type_has_flag(length, TYPE_IS_INT))
            return raise_type_error(t, "Expected int as r");
        r = length_argument(t, length);
        if (r < 0)
            return NULL_VALUE;
    }
    bool ended = r > pool->len;
    Combine *self =
        make(t, cls, pool, r, ended ? 0 : pool->len + r, ended);
    if (self == NULL || ended)
        return answer(self);
    int64_t *numbers = numbers_of(self), *cycles = numbers + pool->len;
    for (int64_t i = 0; i < pool->len; i++)
        numbers[i] = i;
    for (int64_t i = 0; i < r; i++)
        cycles[i] = pool->len - i;
    return answer(self);
}

static Value permutations_next(Thread *t, Value v)
{
    Combine *self = value_to_record(v);
    bool first;
    if (!is_running(self, &first))
        return UNBOUND;
    if (first)
        return chosen(t, self);
    int64_t n = pool_of(self)->len;
    int64_t *numbers = numbers_of(self), *cycles = numbers + n;
    for (int64_t i = self->r - 1; i >= 0; i--) {
        int64_t here = numbers[i];
        if (--cycles[i] > 0) {
            int64_t j = n - cycles[i];
            numbers[i] = numbers[j];
            numbers[j] = here;
            return chosen(t, self);
        }
        /* All have been at place i: back to how they were. */
        for (int64_t j = i; j < n - 1; j++)
            numbers[j] = numbers[j + 1];
        numbers[n - 1] = here;
        cycles[i] = n - i;
    }
    return end(self);
}

ITERATOR_TYPE(permutations, Combine, ITERATOR_SLOTS(permutations_next));

/* --- combinations --- */

CONSTRUCTOR(combinations, 0, (cls), (arg, object, iterable),
            (arg_as, object, length, "r"))
{
    Tuple *pool = tuple_from_iterable(t, iterable);
    int64_t r = pool == NULL ? -1 : length_argument(t, length);
    if (r < 0)
        return NULL_VALUE;
    bool ended = r > pool->len;
    Combine *self = make(t, cls, pool, r, ended ? 0 : r, ended);
    if (self == NULL || ended)
        return answer(self);
    for (int64_t i = 0; i < r; i++)
        numbers_of(self)[i] = i;
    return answer(self);
}

static Value combinations_next(Thread *t, Value v)
{
    Combine *self = value_to_record(v);
    bool first;
    if (!is_running(self, &first))
        return UNBOUND;
    if (first)
        return chosen(t, self);
    int64_t n = pool_of(self)->len;
    int64_t r = self->r, i = r - 1;
    int64_t *numbers = numbers_of(self);
    while (i >= 0 && numbers[i] == i + n - r)
        i--;
    if (i < 0)
        return end(self);
    numbers[i]++;
    for (int64_t j = i + 1; j < r; j++)
        numbers[j] = numbers[j - 1] + 1;
    return chosen(t, self);
}

ITERATOR_TYPE(combinations, Combine, ITERATOR_SLOTS(combinations_next));

CONSTRUCTOR(combinations_with_replacement, 0, (cls), (arg, object, iterable),
            (arg_as, object, length, "r"))
{
    Tuple *pool = tuple_from_iterable(t, iterable);
    int64_t r = pool == NULL ? -1 : length_argument(t, length);
    if (r < 0)
        return NULL_VALUE;
    return answer(make(t, cls, pool, r, r, pool->len == 0 && r > 0));
}

static Value combinations_with_replacement_next(Thread *t, Value v)
{
    Combine *self = value_to_record(v);
    bool first;
    if (!is_running(self, &first))
        return UNBOUND;
    if (first)
        return chosen(t, self);
    int64_t n = pool_of(self)->len;
    int64_t r = self->r, i = r - 1;
    int64_t *numbers = numbers_of(self);
    while (i >= 0 && numbers[i] == n - 1)
        i--;
    if (i < 0)
        return end(self);
    int64_t next = numbers[i] + 1;
    for (; i < r; i++)
        numbers[i] = next;
    return chosen(t, self);
}

ITERATOR_TYPE(combinations_with_replacement, Combine,
              ITERATOR_SLOTS(combinations_with_replacement_next));
