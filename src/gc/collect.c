/* SPDX-License-Identifier: MIT */
/*
 * When to collect, and what a collection does.  Most look at the young alone,
 * whose number is bounded; when the old have grown by half since the last full
 * one, the next is full again.
 */
#define ADDER_GC_INTERNAL
#include "gc/collect.h"

#include <limits.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/generation.h"
#include "gc/heap_check.h"
#include "gc/state.h"
#include "gc/sweep.h"
#include "os/stack.h"

enum {
    /* A small program's garbage stays in the processor's cache and costs few
     * page faults: these are dearer than collecting a small heap. */
    THRESHOLD_MIN = LIMIT_GC_THRESHOLD,
    /* A full collection of a heap that has grown by less is not worth it. */
    GROWTH_MIN = LIMIT_GC_GROWTH,
    DISABLED_FACTOR = 16,
    SCALE_MAX = 4,
    STACK_CLEARED = 4096, /* bytes: more than the frames of a collection */
    STRESS_FULL = 4, /* under stress, every fourth is a full one */
};

void collect_init(GcHeap *heap)
{
    heap->threshold = THRESHOLD_MIN;
    heap->scale = 1;
}

static void threshold_set(GcHeap *heap)
{
    size_t live = heap->live_bytes + heap->outside;
    /* An array that is filled is traced whole each time: their number must
     * not grow with what lives. */
    heap->threshold = live / 4 > THRESHOLD_MIN ? live / 4 : THRESHOLD_MIN;
    if (heap->scale > 0 && heap->scale != 1)
        heap->threshold = (size_t)((double)heap->threshold * heap->scale);
}

void gc_scale_set(GcHeap *heap, double scale)
{
    heap->scale = scale > SCALE_MAX ? SCALE_MAX : scale;
    threshold_set(heap);
}

double gc_fill(const GcHeap *heap)
{
    double fill = (double)heap->allocated / (double)heap->threshold;
    return fill < 1 ? fill : 1;
}

/* Whether collections start by themselves before there is a lot to do. */
static bool is_on(const GcHeap *heap)
{
    return heap->enabled && heap->scale > 0;
}

/* What lies on the stacks, and all roots. */
static void mark_roots(GcHeap *heap, Mutator *self, void *stack)
{
    for (Mutator *m = heap->mutators; m != NULL; m = m->next) {
        void *low = m == self ? stack : m->parked;
        if (low == NULL)
            continue;
        ASSERT((uintptr_t)low <= (uintptr_t)m->stack_base);
        if (m != self)
            gc_mark_range_conservatively(&heap->marker, m->registers,
                                         m->registers + OS_REGISTERS);
        gc_mark_range_conservatively(&heap->marker, low, m->stack_base);
    }
    for (size_t i = 0; i < heap->n_roots; i++)
        heap->roots[i].fn(heap->roots[i].context, &heap->marker);
    finalizers_mark(&heap->finalizers, &heap->marker);
    counts_mark(&heap->counts, &heap->marker);
    orphans_mark(&heap->orphans, &heap->marker);
}

static void check(GcHeap *heap, Mutator *self, void *stack)
{
    generation_check_begin(heap);
    mark_roots(heap, self, stack);
    mark_drain(&heap->marker);
    generation_check_end(heap);
}

/* By how much the old may grow until a full collection is worth it. */
static size_t growth_of(const GcHeap *heap)
{
    size_t growth = heap->live_before / 2;
    return growth < GROWTH_MIN ? GROWTH_MIN : growth;
}

static void plan_next(GcHeap *heap, bool full)
{
    ASSERT(heap->collecting);
    size_t live = heap->live_bytes + heap->outside;
    if (full)
        heap->live_before = live;
    threshold_set(heap);
    heap->allocated_before += heap->allocated;
    heap->allocated = 0;
    heap->requested = false;
    heap->full_due = live > heap->live_before + growth_of(heap);
}

static __attribute__((noinline)) void collect(Mutator *self, void *stack,
                                              bool full)
{
    ASSERT(!self->heap->collecting && self->parked == NULL);
    GcHeap *heap = self->heap;
    ASSERT(heap->owners.n_old <= heap->owners.n);
    GcMarker *m = &heap->marker;
    heap->collecting = true;
    heap_lists_drop(heap);
    sweep_all(heap);
    if (full)
        generation_forget(heap);
    mark_begin(m, &heap->space, GC_OLD);
    mark_roots(heap, self, stack);
    if (full)
        walk_mark_frozen(heap, m);
    generation_trace_remembered(heap);
    mark_drain(m);
    weak_clear_dead(&heap->weak, &heap->finalizers, full);
    finalizers_find_dead(&heap->finalizers, m);
    if (heap->finder != NULL)
        found_tell(heap, full);
    weak_drop_dead(&heap->weak, full);
    owners_dispose_dead(&heap->owners, full);
    for (size_t i = 0; i < heap->n_marked; i++)
        heap->marked[i].fn(heap->marked[i].context);
    if (heap->stress != 0 && !full)
        check(heap, self, stack);
    mark_end(m);
    heap->live_bytes = sweep_begin(heap, full);
    heap->collections++;
    heap->young_collections += !full;
    size_t used = heap->allocated;
    plan_next(heap, full);
    /* What was needed between two collections will be needed again, and so will
     * what is old and dead by the next full one. */
    if (used < heap->threshold)
        used = heap->threshold;
    block_space_trim(&heap->space, used + growth_of(heap));
    heap_reserve_fill(heap);
    heap->collecting = false;
    bool announced = heap->announced;
    heap->announced = false;
    if (finalizers_pending(&heap->finalizers) || announced)
        __atomic_fetch_or(self->pending, GC_PENDING_FINALIZE,
                          __ATOMIC_SEQ_CST);
}

/* ---- seeing what can be reached ---- */

/* Takes the marks away; false when what had them could not all be added. */
static bool unmark(GcHeap *heap, Objects *objects)
{
    const BlockSpace *s = &heap->space;
    bool ok = true;
    for (uint32_t i = 1; i < s->top; i++) {
        const Block *b = &s->blocks[i];
        if (b->state != BLOCK_SMALL && b->state != BLOCK_LARGE)
            continue;
        for (uint32_t k = 0; k < b->fresh; k++) {
            Header *h = (Header *)(block_start(s, i) +
                                   (size_t)k * b->cell_size);
            if (!cell_is_object(h) || !(h->gc & GC_CHECKED))
                continue;
            h->gc &= (uint8_t)~GC_CHECKED;
            ok = ok && objects_add(objects, h);
        }
    }
    return ok;
}

static __attribute__((noinline)) bool reach(Mutator *self, void *stack,
                                            Objects *objects)
{
    GcHeap *heap = self->heap;
    heap->collecting = true;
    heap_lists_drop(heap);
    sweep_all(heap); /* what a stale word refers to has not been freed in part */
    mark_begin(&heap->marker, &heap->space, GC_CHECKED);
    mark_roots(heap, self, stack);
    walk_mark_frozen(heap, &heap->marker);
    mark_drain(&heap->marker);
    mark_end(&heap->marker);
    bool ok = unmark(heap, objects);
    heap->collecting = false;
    return ok;
}

bool gc_reachable(Mutator *m, Objects *objects)
{
    void *registers[OS_REGISTERS] = {0};
    os_registers_save(registers);
    ASSERT(!m->heap->collecting);
    void *frame = __builtin_frame_address(0);
    bool ok = reach(m, frame < (void *)registers ? frame : registers, objects);
    KEEP(registers);
    return ok;
}

/* ---- collecting ---- */

__attribute__((noinline)) void gc_stack_clear(void)
{
    char room[STACK_CLEARED];
    __builtin_memset(room, 0, sizeof room);
    KEEP(room);
}

static __attribute__((noinline)) void collect_here(Mutator *m, bool full)
{
    void *registers[OS_REGISTERS] = {0}; /* some machines have fewer */
    os_registers_save(registers);
    if (m->heap->collecting)
        return;
    bool checked = DEBUG && m->heap->stress != 0;
    if (checked)
        heap_check_or_die(m->heap);
    /* The lowest thing on the stack that is scanned.  What the prologue saved
     * lies at the frame's low end on aarch64, at its high end on x86_64. */
    void *frame = __builtin_frame_address(0);
    collect(m, frame < (void *)registers ? frame : registers, full);
    KEEP(registers);
    /* Under stress, what was freed too early is to be seen at once. */
    bool any = true;
    for (unsigned class = 0; m->heap->stress != 0 && class < CLASS_COUNT;
         class++)
        for (any = true; any;)
            sweep_next(m->heap, class, &any);
    if (checked)
        heap_check_or_die(m->heap);
}

size_t gc_collect(Mutator *m)
{
    collect_here(m, true);
    return m->heap->live_bytes;
}

void gc_collect_young(Mutator *m)
{
    collect_here(m, false);
}

static bool is_due(const GcHeap *heap, size_t size)
{
    if (heap->requested && is_on(heap))
        return true;
    if (size > heap->threshold / 4 && is_on(heap) &&
        heap->allocated + size > heap->threshold && heap->allocated > 0)
        return true;
    if (heap->allocated < heap->threshold)
        return false;
    return is_on(heap) ||
           heap->allocated / DISABLED_FACTOR >= heap->threshold;
}

/* Counts to the next collection under stress, after each round twice as far. */
static void stress_go_on(GcHeap *heap)
{
    if (heap->stress_round != 0 && --heap->round_left == 0) {
        heap->round_left = heap->stress_round;
        if (heap->stress <= UINT_MAX / 2)
            heap->stress *= 2;
    }
    heap->stress_left = heap->stress;
}

void collect_if_due(Mutator *m, size_t size)
{
    GcHeap *heap = m->heap;
    ASSERT(heap->stress == 0 || heap->stress_left > 0);
    if (heap->collecting)
        return;
    if (heap->stress != 0 && --heap->stress_left == 0) {
        stress_go_on(heap);
        collect_here(m, heap->collections % STRESS_FULL == 0);
    } else if (is_due(heap, size)) {
        collect_here(m, heap->full_due);
    }
}
