/* SPDX-License-Identifier: MIT */
/* Operations on whole sets; `other` is any iterable unless it says Set. */
#ifndef ADDER_OBJECT_SET_OPS_H
#define ADDER_OBJECT_SET_OPS_H

#include "object/container/set.h"

/* New sets of `shape`; NULL on error. */
Set *set_intersection(Thread *t, uint32_t shape, Set *s, Value other);
Set *set_difference(Thread *t, uint32_t shape, Set *s, Value other);
Set *set_symmetric_difference(Thread *t, uint32_t shape, Set *s, Value other);
/* s takes over the items of a set that no one else sees. */
void set_replace(Set *s, Set *other);
/* 1, 0 or -1 */
int set_is_subset(Thread *t, Set *s, Set *other);
int set_is_disjoint(Thread *t, Set *s, Value other);

#endif
