/* SPDX-License-Identifier: MIT */
/* Lists. */
#ifndef ADDER_OBJECT_LIST_H
#define ADDER_OBJECT_LIST_H

#include "base/base.h"
#include "object/core/cast.h"
#include "object/core/object.h"

/* A promise to foreign code, as of tuples: the items of a list lie one after
 * the other as plain Values, until the list is changed. */
_Static_assert(sizeof(Slot) == sizeof(Value) &&
                   offsetof(SlotArray, items) % sizeof(Value) == 0,
               "a list's items are an array of Values");
static inline const Value *list_values(const List *l)
{
    return (const Value *)(const void *)l->array->items;
}

/* NULL on error, MemoryError; never for a few hundred items. */
List *list_new(Thread *t, int64_t capacity);
List *list_from_values(Thread *t, const Value *values, int64_t n);
/* New list of an iterable's items; NULL on error. */
List *list_from_iterable(Thread *t, Value iterable);
/* Without memory it appends nothing, and MemoryError comes at the next
 * safepoint. */
void list_append(Thread *t, List *l, Value v);
int list_extend(Thread *t, List *l, Value iterable); /* 0 or -1 */
int list_insert(Thread *t, List *l, int64_t i, Value v);
Tuple *list_to_tuple(Thread *t, List *l);
/* Stable merge sort; key UNBOUND: none.  0 or -1 */
int list_sort(Thread *t, List *l, Value key, bool reverse);
/* slots.iter (seq_iter.c). */
Value list_iter_new(Thread *t, Value self);
/* Room for `capacity` items: 0, or -1 with MemoryError. */
int list_reserve(Thread *t, List *l, int64_t capacity);
/* What a List of instance_new_fixed needs before use. */
void list_init_empty(List *l);
/* Forgets the items. */
void list_clear(List *l);
/* Replaces l[start:stop] by n values. */
int list_splice(Thread *t, List *l, int64_t start, int64_t stop,
                const Value *values, int64_t n);
/* Takes out and answers item i, which is there. */
Value list_remove_at(List *l, int64_t i);
static inline bool value_is_list(Value v)
{
    return value_has_shape(v, SHAPE_LIST) ||
           (value_is_pointer(v) && type_has_flag(v, TYPE_IS_LIST));
}
static inline Value list_get(const List *l, int64_t i)
{
    ASSERT(i >= 0 && i < l->len);
    return slot_get(&l->array->items[i]);
}
static inline void list_set(List *l, int64_t i, Value v)
{
    ASSERT(i >= 0 && i < l->array->capacity && !value_is_null(v));
    slot_set(l->array, &l->array->items[i], v);
}

#endif
