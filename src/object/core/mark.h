/* SPDX-License-Identifier: MIT */
/* Marking Slots: what the trace functions of kinds are made of. */
#ifndef ADDER_OBJECT_MARK_H
#define ADDER_OBJECT_MARK_H

#include "gc/heap.h"
#include "abi/value.h"

static inline void mark_slot(GcMarker *m, const Slot *s)
{
    Value v = slot_get(s);
    if (value_is_pointer(v) && v.bits != 0)
        gc_mark_object(m, value_to_pointer(v));
}
static inline void mark_slots(GcMarker *m, const Slot *s, int64_t n)
{
    for (int64_t i = 0; i < n; i++)
        mark_slot(m, &s[i]);
}

#endif
