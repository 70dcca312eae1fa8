/* SPDX-License-Identifier: MIT */
/*
 * What threads referred to that are gone with a fork.  They never said that they
 * were done with it: it stays, as it does in CPython, where their frames are never
 * left.  Else the child would run finalizers of what the parent works on: it
 * would remove a temporary directory, say, that another thread is just filling.
 */
#ifndef ADDER_GC_ORPHANS_H
#define ADDER_GC_ORPHANS_H

#include "gc/block.h"
#include "gc/mark.h"

typedef struct Orphans {
    uintptr_t *words; /* each points into the heap */
    size_t n, capacity;
} Orphans;

/* Keeps what words in [low, high) may point into. */
void orphans_add(Orphans *o, const BlockSpace *space, const void *low,
                 const void *high);
void orphans_mark(const Orphans *o, GcMarker *m);
void orphans_free(Orphans *o);

#endif
