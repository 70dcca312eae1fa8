/* SPDX-License-Identifier: MIT */
/* Going through the old: to forget, to trace what was written to, to check. */
#define ADDER_GC_INTERNAL
#include "gc/generation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "gc/state.h"

typedef void (*ObjectFn)(GcHeap *heap, Header *h);

static inline __attribute__((always_inline)) void
each_object(GcHeap *heap, uint32_t i, ObjectFn fn)
{
    ASSERT(i != BLOCK_NONE && i < heap->space.top);
    const Block *b = &heap->space.blocks[i];
    char *start = block_start(&heap->space, i);
    if (b->state == BLOCK_LARGE) {
        fn(heap, (Header *)start);
        return;
    }
    if (b->state != BLOCK_SMALL)
        return;
    for (uint32_t k = 0; k < b->fresh; k++) {
        Header *h = (Header *)(start + (size_t)k * b->cell_size);
        if (cell_is_object(h))
            fn(heap, h);
    }
}

static void forget(GcHeap *heap, Header *h)
{
    ASSERT(!(h->flags & OBJECT_STATIC));
    (void)heap;
    h->gc = 0;
}

void generation_forget(GcHeap *heap)
{
    ASSERT(heap->collecting);
    BlockSpace *s = &heap->space;
    for (uint32_t i = 1; i < s->top; i++) {
        each_object(heap, i, forget);
        if (s->blocks[i].state == BLOCK_SMALL ||
            s->blocks[i].state == BLOCK_LARGE)
            s->blocks[i].live = 0;
    }
    memset(s->remembered, 0, s->top);
}

static void trace_remembered(GcHeap *heap, Header *h)
{
    if (!(h->gc & GC_REMEMBERED))
        return;
    ASSERT(h->gc & GC_OLD);
    h->gc = GC_OLD;
    mark_again(&heap->marker, h);
}

void generation_trace_remembered(GcHeap *heap)
{
    ASSERT(heap->collecting);
    BlockSpace *s = &heap->space;
    for (uint32_t i = 1; i < s->top; i++) {
        if (s->remembered[i] == 0)
            continue;
        s->remembered[i] = 0;
        each_object(heap, i, trace_remembered);
        mark_drain(&heap->marker);
    }
}

void generation_check_begin(GcHeap *heap)
{
    ASSERT(heap->collecting && heap->stress != 0);
    mark_begin(&heap->marker, &heap->space, GC_CHECKED);
    heap->marker.verifies = true;
}

static void uncheck(GcHeap *heap, Header *h)
{
    (void)heap;
    h->gc &= (uint8_t)~GC_CHECKED;
}

void generation_check_end(GcHeap *heap)
{
    for (uint32_t i = 1; i < heap->space.top; i++)
        each_object(heap, i, uncheck);
}

void generation_check_object(const GcMarker *m, const Header *h)
{
    ASSERT(!(h->flags & OBJECT_STATIC));
    if (h->gc & GC_OLD)
        return;
    fprintf(stderr, "adder: a %s refers to a %s behind the write barrier\n",
            m->owner == NULL ? "root" : gc_kinds[m->owner->kind].name,
            gc_kinds[h->kind].name);
    abort();
}
