/* SPDX-License-Identifier: MIT */
/*
 * Publishing what a thread refers to, while it lets others run and perhaps
 * collect.  It uses no heap object until it is unparked.
 *
 * Parking is part of the function that lets others run: what this one's
 * variables are in, registers and its frame, must be published, and a function
 * that had returned would have put the registers back that it published.
 */
#ifndef ADDER_GC_PARK_H
#define ADDER_GC_PARK_H

#include <string.h>
#include "gc/heap.h"
#include "os/stack.h"

_Static_assert(sizeof((Mutator *)0)->registers ==
                   OS_REGISTERS * sizeof(void *),
               "a parked mutator has room for its registers");

static inline __attribute__((always_inline)) void gc_mutator_park(Mutator *m)
{
    os_registers_save(m->registers);
    m->parked = os_stack_here();
}

static inline void gc_mutator_unpark(Mutator *m)
{
    m->parked = NULL;
}

/* What a parked thread has published, for one that is unparked for a while:
 * whoever parked it is as it was. */
typedef struct GcParked {
    void *stack;
    void *registers[OS_REGISTERS];
} GcParked;
static inline GcParked gc_parked_get(const Mutator *m)
{
    GcParked p = {.stack = m->parked};
    memcpy(p.registers, m->registers, sizeof p.registers);
    return p;
}
static inline void gc_parked_set(Mutator *m, const GcParked *p)
{
    memcpy(m->registers, p->registers, sizeof p->registers);
    m->parked = p->stack;
}

#endif
