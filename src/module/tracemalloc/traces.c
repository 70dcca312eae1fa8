/* SPDX-License-Identifier: MIT */
/*
 * Traces.  The collector tells of each allocation, with the frames as they are, and
 * at the end of marking which blocks are gone.  What is allocated in between has no
 * header yet, so only its address is looked at.
 *
 * Blocks lie in a hash table by address, places in another by their frames: few
 * places allocate.  File names are kept alive by the places that name them.  Without
 * memory for an entry its block is not traced.
 */
#include "module/tracemalloc/traces.h"

#include "compile/code.h"
#include "exec/exec.h"
#include "exec/frame_object.h"
#include "exec/trace_hooks.h"
#include "gc/outside.h"
#include "gc/walk.h"
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/type/type.h"
#include <stdlib.h>
#include <string.h>

enum { BLOCKS_MIN = 1024, BUCKETS_MIN = 256 };

/* A deleted entry's object. */
static char deleted;
#define DELETED ((void *)&deleted)

static uint64_t mix(uint64_t hash, uint64_t v)
{
    return (hash ^ v) * UINT64_C(0x9e3779b97f4a7c15);
}

/* --- blocks ------------------------------------------------------------ */

/* The entry of an object, or where to put it. */
static TracedBlock *entry_of(const Traces *traces, const void *object)
{
    size_t mask = traces->size - 1;
    size_t i = (size_t)(mix(0, (uintptr_t)object) >> 24) & mask;
    TracedBlock *free_entry = NULL;
    for (;; i = (i + 1) & mask) {
        TracedBlock *b = &traces->blocks[i];
        if (b->object == object)
            return b;
        if (b->object == DELETED && free_entry == NULL)
            free_entry = b;
        if (b->object == NULL)
            return free_entry != NULL ? free_entry : b;
    }
}

/* Room for one more; false: no memory. */
static bool blocks_reserve(Traces *traces)
{
    if (traces->n_taken + 1 <= traces->size / 2)
        return true;
    size_t size = BLOCKS_MIN;
    while (size < 4 * (traces->n_blocks + 1))
        size *= 2;
    Traces bigger = {.size = size, .blocks = calloc(size, sizeof(TracedBlock))};
    if (bigger.blocks == NULL)
        return false;
    for (size_t i = 0; i < traces->size; i++) {
        void *object = traces->blocks[i].object;
        if (object != NULL && object != DELETED)
            *entry_of(&bigger, object) = traces->blocks[i];
    }
    free(traces->blocks);
    traces->blocks = bigger.blocks;
    traces->size = size;
    traces->n_taken = traces->n_blocks;
    return true;
}

static void block_add(Traces *traces, void *object, size_t size,
                      TracedPlace *place)
{
    if (!blocks_reserve(traces))
        return;
    TracedBlock *b = entry_of(traces, object);
    ASSERT(b->object != object);
    traces->n_taken += b->object == NULL;
    traces->n_blocks++;
    *b = (TracedBlock){object, size, place};
    traces->now += size;
    if (traces->now > traces->peak)
        traces->peak = traces->now;
}

static void block_delete(Traces *traces, TracedBlock *b)
{
    traces->now -= b->size;
    traces->n_blocks--;
    b->object = DELETED;
}

const TracedBlock *traces_find(const Traces *traces, const void *object)
{
    if (traces->n_blocks == 0)
        return NULL;
    const TracedBlock *b = entry_of(traces, object);
    return b->object == object ? b : NULL;
}

TracedBlock *traces_copy(const Traces *traces, size_t *n)
{
    *n = 0;
    TracedBlock *copy = malloc((traces->n_blocks + 1) * sizeof *copy);
    for (size_t i = 0; copy != NULL && i < traces->size; i++) {
        void *object = traces->blocks[i].object;
        if (object != NULL && object != DELETED)
            copy[(*n)++] = traces->blocks[i];
    }
    return copy;
}

/* --- places ------------------------------------------------------------ */

static bool is_same(const TracedPlace *a, const TracedPlace *b)
{
    if (a->hash != b->hash || a->n != b->n || a->total != b->total)
        return false;
    for (uint32_t i = 0; i < a->n; i++)
        if (a->frames[i].filename != b->frames[i].filename ||
            a->frames[i].line != b->frames[i].line)
            return false;
    return true;
}

/* Puts the frames of a thread together in traces->scratch. */
static const TracedPlace *place_here(Traces *traces, Thread *t)
{
    TracedPlace *p = traces->scratch;
    p->n = p->total = 0;
    p->hash = 0;
    Frame *f = t->frame;
    if (f != NULL && (f->code->flags & CODE_HIDDEN))
        f = frame_back(f);
    for (; f != NULL; f = frame_back(f)) {
        if (p->total < TRACES_FRAMES_MAX)
            p->total++;
        if ((int)p->n == traces->limit)
            continue;
        TracedFrame *frame = &p->frames[p->n++];
        frame->filename = value_to_pointer(slot_get(&f->code->filename));
        frame->line = frame_line(f);
        p->hash = mix(mix(p->hash, (uintptr_t)frame->filename),
                      (uint64_t)frame->line);
    }
    return p;
}

static bool buckets_grow(Traces *traces)
{
    size_t n = traces->n_buckets == 0 ? BUCKETS_MIN : traces->n_buckets * 2;
    TracedPlace **places = calloc(n, sizeof *places);
    if (places == NULL)
        return false;
    for (size_t i = 0; i < traces->n_buckets; i++)
        for (TracedPlace *p = traces->places[i], *next; p != NULL; p = next) {
            next = p->next;
            p->next = places[(p->hash >> 20) & (n - 1)];
            places[(p->hash >> 20) & (n - 1)] = p;
        }
    free(traces->places);
    traces->places = places;
    traces->n_buckets = n;
    return true;
}

/* The one place that is like this; NULL: no memory. */
static TracedPlace *place_find(Traces *traces, const TracedPlace *wanted)
{
    if (traces->n_places >= traces->n_buckets && !buckets_grow(traces))
        return NULL;
    TracedPlace **bucket =
        &traces->places[(wanted->hash >> 20) & (traces->n_buckets - 1)];
    for (TracedPlace *p = *bucket; p != NULL; p = p->next)
        if (is_same(p, wanted))
            return p;
    size_t size = sizeof *wanted + wanted->n * sizeof(TracedFrame);
    TracedPlace *p = malloc(size);
    if (p == NULL)
        return NULL;
    memcpy(p, wanted, size);
    p->next = *bucket;
    *bucket = p;
    traces->n_places++;
    traces->places_bytes += size;
    return p;
}

/* --- what the collector tells ------------------------------------------ */

static void allocated(void *context, Mutator *m, void *object, size_t size)
{
    Traces *traces = context;
    if (traces->paused)
        return;
    TracedPlace *place =
        place_find(traces, place_here(traces, (Thread *)(void *)m));
    if (place != NULL)
        block_add(traces, object, size, place);
}

static void resized(void *context, const void *object, size_t size)
{
    Traces *traces = context;
    TracedBlock *b = (TracedBlock *)(uintptr_t)traces_find(traces, object);
    if (b == NULL)
        return;
    traces->now += size - b->size;
    b->size = size;
    if (traces->now > traces->peak)
        traces->peak = traces->now;
}

static void forget_dead(void *context)
{
    Traces *traces = context;
    for (size_t i = 0; i < traces->size; i++) {
        TracedBlock *b = &traces->blocks[i];
        if (b->object != NULL && b->object != DELETED && !gc_is_live(b->object))
            block_delete(traces, b);
    }
}

static void mark_names(void *context, GcMarker *m)
{
    const Traces *traces = context;
    for (size_t i = 0; i < traces->n_buckets; i++)
        for (TracedPlace *p = traces->places[i]; p != NULL; p = p->next)
            for (uint32_t k = 0; k < p->n; k++)
                gc_mark_object(m, p->frames[k].filename);
}

/* --- the interface ----------------------------------------------------- */

/* Runtime.traces: an object of the heap, as memory outside is owned by such. */
typedef struct TracesState {
    RECORD_HEAD(Traces *traces;)
    Slot memory; /* the Resource that is `traces` */
} TracesState;

static void give_back(intptr_t handle)
{
    Traces *traces = (Traces *)handle;
    traces_clear(traces);
    free(traces->scratch);
    free(traces);
}

Traces *traces_made(const Runtime *rt)
{
    ASSERT(rt->traces != NULL);
    return ((TracesState *)rt->traces)->traces;
}

Traces *traces_make(Thread *t)
{
    if (t->rt->traces != NULL)
        return traces_made(t->rt);
    Traces *traces = calloc(1, sizeof *traces);
    if (traces == NULL)
        return value_to_pointer(raise_no_memory(t));
    traces->limit = 1;
    Resource *memory =
        resource_new(t, (intptr_t)traces, give_back, sizeof *traces);
    if (memory == NULL)
        return NULL;
    TracesState *s = record_new(t, SHAPE_RAW, RECORD_SLOTS(TracesState));
    s->traces = traces;
    slot_set(s, &s->memory, value_from_pointer(memory));
    t->rt->traces = s;
    gc_root_register(t->rt->heap, mark_names, traces);
    gc_marked_register(t->rt->heap, forget_dead, traces);
    return traces;
}

void traces_clear(Traces *traces)
{
    for (size_t i = 0; i < traces->n_buckets; i++)
        for (TracedPlace *p = traces->places[i], *next; p != NULL; p = next) {
            next = p->next;
            free(p);
        }
    free(traces->places);
    free(traces->blocks);
    traces->places = NULL;
    traces->blocks = NULL;
    traces->n_places = traces->n_buckets = traces->places_bytes = 0;
    traces->n_blocks = traces->n_taken = traces->size = 0;
    traces->now = traces->peak = 0;
}

static const GcTracer tracer_functions = {
    .allocated = allocated,
    .resized = resized,
};

int traces_start(Thread *t, Traces *traces, int limit)
{
    ASSERT(!traces->on && limit > 0 && limit <= TRACES_FRAMES_MAX);
    traces->scratch =
        malloc(sizeof(TracedPlace) + (size_t)limit * sizeof(TracedFrame));
    if (traces->scratch == NULL)
        return RAISE_INT(raise_no_memory(t));
    traces->on = true;
    traces->limit = limit;
    if (trace_hooks.suspend != NULL)
        trace_hooks.suspend(t, true);
    gc_tracer_set(t->rt->heap, &tracer_functions, traces);
    return 0;
}

void traces_stop(Thread *t, Traces *traces)
{
    if (!traces->on)
        return;
    gc_tracer_set(t->rt->heap, NULL, NULL);
    if (trace_hooks.suspend != NULL)
        trace_hooks.suspend(t, false);
    traces_clear(traces);
    free(traces->scratch);
    traces->scratch = NULL;
    traces->on = false;
}

size_t traces_memory(const Traces *traces)
{
    return sizeof *traces + traces->size * sizeof(TracedBlock) +
           traces->n_buckets * sizeof(TracedPlace *) + traces->places_bytes;
}
