/* SPDX-License-Identifier: MIT */
/* set and frozenset. */
#ifndef ADDER_OBJECT_SET_H
#define ADDER_OBJECT_SET_H

#include "object/core/cast.h"
#include "object/core/object.h"

Set *set_new(Thread *t, uint32_t shape); /* SHAPE_SET or SHAPE_FROZENSET */
Set *set_from_iterable(Thread *t, uint32_t shape, Value iterable);
int set_add(Thread *t, Set *s, Value v);      /* 0 or -1 */
int set_discard(Thread *t, Set *s, Value v);  /* 1 removed, 0, -1 */
int set_contains(Thread *t, Set *s, Value v); /* 1, 0, -1 */
int set_update(Thread *t, Set *s, Value iterable);
/* Removes what is in both and adds what is in `other` alone: 0 or -1 */
int set_symmetric_update(Thread *t, Set *s, Set *other);
/* Removes the iterable's items. */
int set_difference_update(Thread *t, Set *s, Value iterable);
/* A new set of `shape` with the same items. */
Set *set_copy(Thread *t, uint32_t shape, const Set *s);
/* What a Set of instance_new_fixed needs before use. */
void set_init_empty(Set *s);
void set_clear(Set *s);
int set_contains_hashed(Thread *t, const Set *s, Value v, int64_t hash);
int set_add_hashed(Thread *t, Set *s, Value v, int64_t hash);
int set_discard_hashed(Thread *t, Set *s, Value v, int64_t hash);
/* The next entry that is in use; NULL at the end.  *pos starts at 0. */
const SetEntry *set_next_entry(const Set *s, int64_t *pos);
static inline bool value_is_set(Value v) /* set, frozenset, subclasses */
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_SET);
}
bool set_next(const Set *s, int64_t *pos, Value *key);

#endif
