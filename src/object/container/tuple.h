/* SPDX-License-Identifier: MIT */
/* Tuples. */
#ifndef ADDER_OBJECT_TUPLE_H
#define ADDER_OBJECT_TUPLE_H

#include "base/base.h"
#include "object/core/cast.h"
#include "object/core/object.h"

/* A promise to foreign code: the items of a tuple lie one after the other as
 * plain Values, from `items` on, and stay there. */
_Static_assert(sizeof(Slot) == sizeof(Value) &&
                   offsetof(Tuple, items) % sizeof(Value) == 0,
               "a tuple's items are an array of Values");
static inline const Value *tuple_values(const Tuple *s)
{
    return (const Value *)(const void *)s->items;
}

/* Items are zero until set; fill them before the tuple is seen.  NULL on
 * error, MemoryError; never for a few hundred items. */
Tuple *tuple_new(Thread *t, int64_t len);
Tuple *tuple_from_values(Thread *t, const Value *values, int64_t n);
Tuple *tuple_pack(Thread *t, int n, ...); /* of Values */
/* Any iterable as a tuple (an exact tuple itself); NULL on error. */
Tuple *tuple_from_iterable(Thread *t, Value iterable);
Tuple *tuple_slice(Thread *t, Tuple *s, int64_t start, int64_t stop);
/* x == y for exact tuples: 1, 0, or -1 on error. */
int tuple_equal(Thread *t, Tuple *x, Tuple *y);
/* slots.compare for exact tuples. */
Value tuple_compare(Thread *t, Tuple *x, Tuple *y, CompareOp op);
/* slots.iter (seq_iter.c). */
Value tuple_iter_new(Thread *t, Value self);
static inline bool value_is_tuple(Value v)
{
    return value_has_shape(v, SHAPE_TUPLE) ||
           (value_is_pointer(v) && type_has_flag(v, TYPE_IS_TUPLE));
}
static inline Value tuple_get(const Tuple *s, int64_t i)
{
    ASSERT(i >= 0 && i < s->len);
    return slot_get(&s->items[i]);
}
static inline void tuple_set(Tuple *s, int64_t i, Value v)
{
    ASSERT(i >= 0 && i < s->len && !value_is_null(v));
    slot_set(s, &s->items[i], v);
}

#endif
