/* SPDX-License-Identifier: MIT */
/* The heap's own state, seen by the collector's files alone. */
#ifndef ADDER_GC_STATE_H
#define ADDER_GC_STATE_H

#ifndef ADDER_GC_INTERNAL
#error "gc internals"
#endif

#include "gc/block.h"
#include "gc/found.h"
#include "gc/heap.h"
#include "gc/mark.h"
#include "gc/orphans.h"
#include "gc/outside.h"
#include "gc/walk.h"
#include "gc/weak.h"

enum {
    /* Classes from GC_SMALL_CLASSES on are the coarse ones. */
    CLASS_COUNT = GC_SMALL_CLASSES + 18,
    CELL_MAX = BLOCK_SIZE / 2,
    REGISTERED_MAX = 16, /* roots, and those that are told of marking */
    RESERVE_BLOCKS = 64,
    RESERVE_STEP = 8, /* broken up at a time, but half of it at first */
};

typedef struct Root {
    GcRootFn fn;
    void *context;
} Root;

typedef struct Marked {
    GcMarkedFn fn;
    void *context;
} Marked;

/* See outside.h. */
typedef struct Owner {
    void *object;
    GcDisposeFn dispose;
} Owner;
typedef struct Owners {
    Owner *items;
    size_t n, capacity;
    size_t n_old; /* the first of them are old objects */
} Owners;
typedef struct Count {
    void *object; /* NULL: a free place */
    size_t n;
} Count;
typedef struct Counts {
    Count *items;
    size_t n, size; /* a power of two */
} Counts;

struct GcHeap {
    BlockSpace space;
    GcCell *rest[CLASS_COUNT];     /* free cells that no mutator holds */
    uint32_t unswept[CLASS_COUNT]; /* lists of blocks, by Block.next */
    uint32_t current[CLASS_COUNT]; /* block that has fresh cells left */
    Mutator *mutators;
    Root roots[REGISTERED_MAX];
    size_t n_roots;
    Marked marked[REGISTERED_MAX];
    size_t n_marked;
    GcMarker marker;
    WeakTable weak;
    Finalizers finalizers;
    Owners owners;
    Counts counts;
    Orphans orphans;
    Objects frozen;            /* see walk.h */
    const GcFinder *finder;    /* see found.h; NULL: nobody asks */
    const GcTracer *tracer;    /* see walk.h; NULL: nobody asks */
    void *tracer_context;
    size_t outside;   /* bytes that objects own outside the heap */
    size_t allocated; /* bytes since the last collection */
    size_t threshold; /* where `allocated` starts one */
    double scale;     /* of it: see gc_scale_set */
    size_t allocated_before;
    size_t live_bytes;
    size_t live_before;   /* live_bytes after the last full collection */
    size_t collections, young_collections;
    size_t limit;     /* bytes, 0: none */
    uint32_t ceiling; /* blocks that may be in use now */
    uint32_t reserve, reserve_left; /* run put by for hard times: blocks */
    unsigned stress, stress_left;
    unsigned stress_round, round_left; /* collections: see gc_stress_set */
    bool enabled, collecting, requested;
    bool announced; /* somebody waits for the next safepoint: gc_announce */
    bool full_due; /* the next collection is to be a full one */
};

extern GcKind gc_kinds[KIND_LIMIT];

/* Whether each allocation is to come by gc_alloc_slow. */
static inline bool heap_is_watched(const GcHeap *heap)
{
    return heap->stress != 0 || heap->tracer != NULL;
}
/* Disposes of what is not marked. */
void owners_dispose_dead(Owners *o, bool full);
/* Disposes of all. */
void owners_free(Owners *o);
void counts_mark(const Counts *c, GcMarker *m);
/* Takes from all free lists: the cells are found again by sweeping. */
void heap_lists_drop(GcHeap *heap);
/* After a collection: the limit holds again, the reserve is filled. */
void heap_reserve_fill(GcHeap *heap);
/* Ends the process: not even the reserve was enough. */
_Noreturn void gc_fatal_no_memory(void);

#endif
