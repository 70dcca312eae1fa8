/* SPDX-License-Identifier: MIT */
/* What is allocated, and where that was. */
#ifndef ADDER_TRACEMALLOC_TRACES_H
#define ADDER_TRACEMALLOC_TRACES_H

#include "object/core/object.h"

enum { TRACES_FRAMES_MAX = 65535 };

typedef struct TracedFrame {
    Str *filename;
    int line;
} TracedFrame;

/* Frames, the innermost first.  There is one for all that was allocated there. */
typedef struct TracedPlace {
    struct TracedPlace *next; /* in a bucket */
    uint64_t hash;
    uint32_t n, total; /* frames that there were: at least n */
    size_t index;      /* for those who make something of all places */
    TracedFrame frames[];
} TracedPlace;

typedef struct TracedBlock {
    void *object; /* NULL: a free entry; see DELETED in traces.c */
    size_t size;
    TracedPlace *place;
} TracedBlock;

/* Nothing of it is on the collector's heap. */
typedef struct Traces {
    bool on, paused;     /* paused: nothing is added */
    int limit;           /* frames of a place */
    size_t now, peak;    /* bytes */
    TracedBlock *blocks; /* open addressing; size a power of two, or 0 */
    size_t n_blocks, n_taken, size; /* taken: with deleted ones */
    TracedPlace **places;           /* buckets */
    size_t n_places, n_buckets, places_bytes;
    TracedPlace *scratch; /* where a place is put together */
} Traces;

/* The runtime's, made if need be.  NULL with MemoryError. */
Traces *traces_make(Thread *t);
/* Those that have been made. */
Traces *traces_made(const Runtime *rt);

/* Begins to trace, with places of so many frames: 0, or -1 with MemoryError. */
int traces_start(Thread *t, Traces *traces, int limit);
/* Forgets all, and traces no more. */
void traces_stop(Thread *t, Traces *traces);
/* Forgets all. */
void traces_clear(Traces *traces);

/* NULL: the object was not allocated while memory was traced. */
const TracedBlock *traces_find(const Traces *traces, const void *object);
/* A copy of all blocks, and how many; NULL: no memory, or none. */
TracedBlock *traces_copy(const Traces *traces, size_t *n);
/* What the traces themselves need. */
size_t traces_memory(const Traces *traces);

#endif
