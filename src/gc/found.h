/* SPDX-License-Identifier: MIT */
/*
 * What a collection finds that reference counts would have left: the dead objects
 * in cycles, and what only these refer to.  The others, those that nothing dead
 * refers to, and then those that only they did, would have gone one by one.
 * Whoever asks is told of them before anything is freed.
 */
#ifndef ADDER_GC_FOUND_H
#define ADDER_GC_FOUND_H

#include "gc/heap.h"

typedef struct GcFinder {
    /* An object, with all that it refers to still there; internal ones, too.
     * Allocates nothing on the heap. */
    void (*found)(void *context, void *object);
    /* After the last: marks what is to live on; may be NULL. */
    void (*keep)(void *context, GcMarker *m);
    void *context;
} GcFinder;

/* From now on every collection tells it, which takes time; NULL: nobody. */
void gc_finder_set(GcHeap *heap, const GcFinder *finder);

/* Overwrites what calls that are over have left on the C stack below the caller's
 * frame: frames of the calls that come next have holes, which a collection scans. */
void gc_stack_clear(void);

/* In a collection: has Runtime.collected called at the next safepoint. */
void gc_announce(GcHeap *heap);

/* In a collection, when all that lives is marked.  `full`: the old may have died,
 * too. */
void found_tell(GcHeap *heap, bool full);

#endif
