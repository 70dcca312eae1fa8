/* SPDX-License-Identifier: MIT */
/* slot_set: how Values get into heap objects. */
#ifndef ADDER_OBJECT_SLOT_H
#define ADDER_OBJECT_SLOT_H

#include "abi/value.h"
#include "base/base.h"
#include "gc/heap.h"

static inline void slot_set(void *owner, Slot *s, Value v)
{
    ASSERT(gc_is_inside(owner, s)); /* whose trace function finds it */
    s->value_ = v;
    gc_write_barrier(owner);
}

#endif
