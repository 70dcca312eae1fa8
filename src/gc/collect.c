/* SPDX-License-Identifier: MIT */
/*
 * When to collect, and what a collection does.  Most look at the young alone,
 * whose number is bounded; when the old have grown by half since the last full
 * one, the next is full again.
 */
#define ADDER_GC_INTERNAL
#include "gc/collect.h"

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
    STRESS_FULL = 4, /* under stress, every fourth is a full one */
};

void collect_init(GcHeap *heap)
{
    heap->threshold = THRESHOLD_MIN;
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

static void plan_next(GcHeap *heap, bool full)
{
    ASSERT(heap->collecting);
    size_t live = heap->live_bytes + heap->outside;
    if (full)
        heap->live_before = live;
    /* An array that is filled is traced whole each time: their number must
     * not grow with what lives. */
    heap->threshold = live / 4 > THRESHOLD_MIN ? live / 4 : THRESHOLD_MIN;
    heap->allocated_before += heap->allocated;
    heap->allocated = 0;
    size_t growth = heap->live_before / 2;
    if (growth < GROWTH_MIN)
        growth = GROWTH_MIN;
    heap->requested = false;
    heap->full_due = live > heap->live_before + growth;
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
    generation_trace_remembered(heap);
    mark_drain(m);
    weak_clear_dead(&heap->weak, &heap->finalizers, full);
    finalizers_find_dead(&heap->finalizers, m);
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
    /* What was needed between two collections will be needed again. */
    block_space_trim(&heap->space,
                     used > heap->threshold ? used : heap->threshold);
    heap_reserve_fill(heap);
    heap->collecting = false;
    if (finalizers_pending(&heap->finalizers))
        __atomic_fetch_or(self->pending, GC_PENDING_FINALIZE,
                          __ATOMIC_SEQ_CST);
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
    if (heap->requested && heap->enabled)
        return true;
    if (size > heap->threshold / 4 && heap->enabled &&
        heap->allocated + size > heap->threshold && heap->allocated > 0)
        return true;
    if (heap->allocated < heap->threshold)
        return false;
    return heap->enabled ||
           heap->allocated / DISABLED_FACTOR >= heap->threshold;
}

void collect_if_due(Mutator *m, size_t size)
{
    GcHeap *heap = m->heap;
    ASSERT(heap->stress == 0 || heap->stress_left > 0);
    if (heap->collecting)
        return;
    if (heap->stress != 0 && --heap->stress_left == 0) {
        heap->stress_left = heap->stress;
        collect_here(m, heap->collections % STRESS_FULL == 0);
    } else if (is_due(heap, size)) {
        collect_here(m, heap->full_due);
    }
}
