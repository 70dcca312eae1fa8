/* SPDX-License-Identifier: MIT */
/*
 * The old generation: what at least one collection has found alive.  It is
 * marked until a full collection forgets all marks, lies among the young, and
 * holds references to them only in objects that the write barrier remembers.
 */
#ifndef ADDER_GC_GENERATION_H
#define ADDER_GC_GENERATION_H

#ifndef ADDER_GC_INTERNAL
#error "gc internals"
#endif

#include "gc/heap.h"
#include "gc/mark.h"

/* Makes all objects young again, as far as nothing is left to sweep. */
void generation_forget(GcHeap *heap);
/* Traces the old objects that were written to, and remembers none of them. */
void generation_trace_remembered(GcHeap *heap);

/*
 * Shows that the barrier is nowhere missing, for tests: after a collection of
 * the young has marked, all that can be reached must be old.  Begins to mark
 * anew with GC_CHECKED; the caller marks the roots, and ends.
 */
void generation_check_begin(GcHeap *heap);
void generation_check_end(GcHeap *heap);
/* Ends the process if h, which is reachable, is not marked. */
void generation_check_object(const GcMarker *m, const Header *h);

#endif
