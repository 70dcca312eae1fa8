/* SPDX-License-Identifier: MIT */
/* Weak references and finalizers: what happens when objects die. */
#ifndef ADDER_GC_WEAK_H
#define ADDER_GC_WEAK_H

#include "gc/heap.h"
#include "gc/mark.h"

typedef struct WeakEntry {
    void *target;
    void *holder;
    uint64_t *slot;
    uint32_t next; /* the next older of its bucket, plus one */
} WeakEntry;

typedef struct WeakTable {
    WeakEntry *entries;  /* in the order of their creation */
    uint32_t n, capacity;
    uint32_t n_old;      /* the first of them: target and holder are old */
    uint32_t *buckets;   /* by target: newest entry, plus one */
    uint32_t n_buckets;  /* a power of two */
} WeakTable;

/* A growing array of objects; items before `first` have been taken. */
typedef struct ObjectQueue {
    void **items;
    size_t first, n, capacity;
} ObjectQueue;

typedef struct Finalizers {
    ObjectQueue waiting; /* objects with OBJECT_FINALIZE; not marked */
    ObjectQueue dead;    /* found dead, to be finalized */
    ObjectQueue cleared; /* weak holders to be told */
} Finalizers;

/* After the roots are traced: clears the references to what is unmarked and
 * queues their holders, those of one target from the newest to the oldest.
 * `full`: looks at the old, too. */
void weak_clear_dead(WeakTable *w, Finalizers *f, bool full);
/* Forgets references whose holder is dead; all others are old now. */
void weak_drop_dead(WeakTable *w, bool full);
void weak_free(WeakTable *w);

/* Moves unmarked objects to the queue of the dead and marks them. */
void finalizers_find_dead(Finalizers *f, GcMarker *m);
/* Marks what was queued before. */
void finalizers_mark(Finalizers *f, GcMarker *m);
bool finalizers_pending(const Finalizers *f);
void finalizers_free(Finalizers *f);

#endif
