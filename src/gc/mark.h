/* SPDX-License-Identifier: MIT */
/* Marking: finding what is alive, without recursion. */
#ifndef ADDER_GC_MARK_H
#define ADDER_GC_MARK_H

#include "gc/block.h"
#include "gc/heap.h"

enum { MARK_RING = 8, MARKED = 1 };

/*
 * Objects met go through a short ring, while their headers are fetched from
 * memory; those found unmarked are marked and wait on the stack to be traced.
 * When the stack cannot grow, `overflowed` says that marked objects exist
 * that were not traced: they are found by going through the heap.
 */
struct GcMarker {
    BlockSpace *space;
    Header *ring[MARK_RING];
    unsigned next;
    bool overflowed;
    Header **stack;
    size_t depth, capacity;
    Header **statics; /* marked objects outside the heap */
    size_t n_statics, statics_capacity;
};

void mark_begin(GcMarker *m, BlockSpace *space);
/* Traces until nothing is left to trace. */
void mark_drain(GcMarker *m);
/* Unmarks the static objects. */
void mark_end(GcMarker *m);
void mark_free(GcMarker *m);

static inline bool mark_is_set(const void *object)
{
    const Header *h = object;
    return h->gc != 0 || (h->flags & OBJECT_STATIC) != 0;
}

/* The object that a word may point to or into, or NULL. */
Header *mark_find(const BlockSpace *space, uintptr_t word);

#endif
