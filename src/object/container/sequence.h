/* SPDX-License-Identifier: MIT */
/* What list, tuple, range and deque share: subscripts, bounds, repetition,
 * argument counts of constructors. */
#ifndef ADDER_OBJECT_SEQUENCE_H
#define ADDER_OBJECT_SEQUENCE_H

#include "object/container/range.h"
#include "object/core/object.h"

/* key as an index (no bounds checked); IndexError when it exceeds 64 bits, a
 * TypeError "<what> indices must be integers or slices, not T" for others. */
int sequence_index_slow(Thread *t, Value key, const char *what, int64_t *out);
static inline int sequence_index(Thread *t, Value key, const char *what,
                                 int64_t *out)
{
    if (value_is_int(key)) {
        *out = value_to_int(key);
        return 0;
    }
    return sequence_index_slow(t, key, what, out);
}
static inline bool value_is_slice(Value v)
{
    return value_has_shape(v, SHAPE_SLICE);
}
/* An int argument (__index__ taken); OverflowError beyond 64 bits. */
int sequence_int_argument(Thread *t, Value v, int64_t *out);
/* Start and stop of index() made to count from the first item; they may exceed
 * len. */
void sequence_bounds(int64_t len, int64_t *start, int64_t *stop);
/* `sequence` repeated `count` times, either operand first: 1 and *times when
 * count is a number, 0 when *answer is to be returned. */
int sequence_times(Thread *t, Value sequence, Value count, BinaryFn own,
                   int64_t *times, Value *answer);
/* sequence + other when other is no such sequence: what its __radd__ says, or
 * TypeError. */
Value sequence_concat_other(Thread *t, Value sequence, Value other,
                            BinaryFn own);
/* "list() takes no keyword arguments", "list expected at most..." */
int sequence_check_arguments(Thread *t, const char *name, int64_t n,
                             int64_t max, Tuple *kwnames);
/* open, "a, b" of the items that `get` reads, close (",)" gives one item a
 * comma); `recursive` for a container that contains itself. */
typedef Value (*SequenceGetFn)(Value sequence, int64_t i); /* null: the end */
Value sequence_repr(Thread *t, Value v, const char *open, const char *close,
                    const char *recursive, SequenceGetFn get);
/* The first i in [start, stop) whose item equals `item`; -1: none, -2: an
 * exception.  Inline, for `get` to be so.  __eq__ may change the length. */
static inline int64_t sequence_find(Thread *t, Value sequence,
                                    SequenceGetFn get, Value item,
                                    int64_t start, int64_t stop)
{
    for (int64_t i = start; i < stop; i++) {
        Value v = get(sequence, i);
        if (value_is_null(v))
            break;
        if (value_same(v, item))
            return i;
        if (value_both_int(v, item))
            continue;
        int equal = object_equal(t, v, item);
        if (equal != 0)
            return equal < 0 ? -2 : i;
    }
    return -1;
}
/* How often `item` stands in a sequence: count() */
Value sequence_count(Thread *t, Value sequence, SequenceGetFn get,
                     Value item);
/* For lengths as the ordering of two sequences that agree so far. */
Value sequence_compare_lengths(int64_t a, int64_t b, CompareOp op);
/* The iterator itself: slots.iter of iterators. */
Value sequence_self(Thread *t, Value self);

#endif
