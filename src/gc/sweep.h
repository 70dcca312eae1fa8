/* SPDX-License-Identifier: MIT */
/* Sweeping: making free cells of dead objects, block by block. */
#ifndef ADDER_GC_SWEEP_H
#define ADDER_GC_SWEEP_H

#include "gc/heap.h"

/*
 * Says that all objects of kinds that dispose, registered before and later,
 * are of this size, at most 512: only blocks of that size are then searched
 * for dead ones.  Until it is said, all are.
 */
void sweep_disposed_size_set(size_t size);

/* Frees the dead of a class's next unswept block onto heap->rest; the number
 * of cells gained; *any is false when the class has no such block. */
size_t sweep_next(GcHeap *heap, unsigned class, bool *any);
/* Sweeps all that is unswept; the cells stay off the lists. */
void sweep_all(GcHeap *heap);
/* After marking: gives back blocks and large objects that are wholly dead,
 * queues the others for sweeping; the live bytes.  Unless the collection was a
 * full one, only young objects can have died. */
size_t sweep_begin(GcHeap *heap, bool full);

#endif
