/* SPDX-License-Identifier: MIT */
/* slot_set_in: slot_set (object/core/slot.h) for micro-ops, which have no
 * globals but a thread. */
#ifndef ADDER_ABI_SLOT_H
#define ADDER_ABI_SLOT_H

#include "abi/mutator.h"
#include "abi/value.h"

static inline void slot_set_in(const Mutator *m, void *owner, Slot *s, Value v)
{
    s->value_ = v;
    gc_write_barrier_in(m->remembered, owner);
}

#endif
