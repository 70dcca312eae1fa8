/* SPDX-License-Identifier: MIT */
/* Marking: finding what is alive, without recursion. */
#ifndef ADDER_GC_MARK_H
#define ADDER_GC_MARK_H

#include "gc/block.h"
#include "gc/heap.h"

enum { MARK_RING = 8 };

/*
 * Objects met go through a short ring, while their headers are fetched from
 * memory; those found unmarked are marked and wait on the stack to be traced.
 * When the stack cannot grow, `overflowed` says that marked objects exist
 * that were not traced: they are found by going through the heap.
 *
 * An object's mark is its being old, and stays (sticky mark bits, Demers and
 * others, POPL 1990): what was marked by an earlier collection is not traced by
 * one of the young.
 */
struct GcMarker {
    BlockSpace *space;
    uint8_t mark;        /* GC_OLD, or GC_CHECKED by generation_check and walk,
                            or GC_VISITED: nothing is marked, `visit` is told */
    bool verifies;       /* with GC_CHECKED: objects met are to be old */
    const Header *owner; /* what is being traced, for that */
    void (*visit)(void *context, Header *h);
    void *context;
    Header *ring[MARK_RING];
    unsigned next;
    bool overflowed;
    Header **stack;
    size_t depth, capacity;
    Header **statics; /* objects outside the heap: roots once they are met */
    size_t n_statics, statics_capacity;
};

/* False when memory is refused. */
bool mark_init(GcMarker *m);
/* Empties the marker, and has it mark with GC_OLD or GC_CHECKED. */
void mark_begin(GcMarker *m, BlockSpace *space, uint8_t mark);
/* Traces until nothing is left to trace. */
void mark_drain(GcMarker *m);
/* Unmarks the static objects.  What is old keeps its mark. */
void mark_end(GcMarker *m);
void mark_free(GcMarker *m);

/* Traces the object as if it were marked now. */
void mark_again(GcMarker *m, Header *h);

/* A marker that marks nothing: mark_children calls `visit` once for each
 * reference that `h` has. */
GcMarker mark_visitor(BlockSpace *space,
                      void (*visit)(void *context, Header *h), void *context);
void mark_children(GcMarker *m, Header *h);

static inline bool mark_is_set(const void *object)
{
    const Header *h = object;
    return h->gc != 0 || (h->flags & OBJECT_STATIC) != 0;
}

/* The object that a word may point to or into, or NULL. */
Header *mark_find(const BlockSpace *space, uintptr_t word);

#endif
