/* SPDX-License-Identifier: MIT */
/* What lies outside the heap and belongs to objects: compiled code. */
#ifndef ADDER_GC_OUTSIDE_H
#define ADDER_GC_OUTSIDE_H

#include "gc/heap.h"

/*
 * Who knows objects without keeping them alive is told when all that live are
 * marked and nothing is freed yet.  Only then may it ask gc_is_live, and it
 * must forget what is not.
 */
typedef void (*GcMarkedFn)(void *context);
void gc_marked_register(GcHeap *heap, GcMarkedFn fn, void *context);
bool gc_is_live(const void *object);

/* Collects soon: much has been allocated that objects own. */
void gc_request(Mutator *m);

#endif
