/* SPDX-License-Identifier: MIT */
/* Collections that are asked for or watched. */
#ifndef ADDER_GC_WATCH_H
#define ADDER_GC_WATCH_H

#include "object/core/object.h"
#include "object/core/record.h"

enum { /* GcWatch.debug, CPython's numbers */
       GC_DEBUG_STATS = 1 << 0,
       GC_DEBUG_COLLECTABLE = 1 << 1,
       GC_DEBUG_UNCOLLECTABLE = 1 << 2,
       GC_DEBUG_SAVEALL = 1 << 5,
       GC_DEBUG_LEAK =
           GC_DEBUG_COLLECTABLE | GC_DEBUG_UNCOLLECTABLE | GC_DEBUG_SAVEALL,
};

typedef struct GcWatch GcWatch;

/* Runtime.gc_state: made once, whatever becomes of the module. */
typedef struct GcState {
    RECORD_HEAD(GcWatch *watch;)
    Slot callbacks, garbage; /* lists */
    Slot memory;             /* the Resource that is `watch` */
} GcState;

/* The state, made if need be; NULL with MemoryError. */
GcState *gc_state(Thread *t);

/* Collects, as gc.collect(generation); what it has found. */
int64_t watch_collect(Thread *t, GcState *s, int generation);

/* As gc.get_stats tells, of a generation. */
typedef struct WatchStats {
    int64_t collections, collected;
} WatchStats;
WatchStats watch_stats(Thread *t, const GcState *s, int generation);

/* As gc.get_count tells. */
typedef struct WatchCounts {
    int64_t allocated, young;
} WatchCounts;
WatchCounts watch_counts(Thread *t, const GcState *s);

/* The three that gc.set_threshold has set. */
int *watch_thresholds(GcState *s);

int watch_debug(const GcState *s);
void watch_set_debug(Thread *t, GcState *s, int flags);

#endif
