/* SPDX-License-Identifier: MIT */
/* slot_set: how Values get into heap objects. */
#ifndef ADDER_OBJECT_SLOT_H
#define ADDER_OBJECT_SLOT_H

#include "gc/heap.h"
#include "object/core/value.h"

static inline void slot_set(void *owner, Slot *s, Value v)
{
    s->value_ = v;
    gc_write_barrier(owner);
}
/* The same for micro-ops, which have no globals but a thread. */
static inline void slot_set_in(const Mutator *m, void *owner, Slot *s, Value v)
{
    s->value_ = v;
    gc_write_barrier_in(m->remembered, owner);
}

#endif
