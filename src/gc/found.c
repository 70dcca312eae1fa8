/* SPDX-License-Identifier: MIT */
/*
 * Telling what died in cycles.  Each dead object gets a count of the references
 * that dead ones have to it; those with none are taken away, and with them their
 * references, until there are none left (Kahn, CACM 1962).  What then has a count
 * is in a cycle or behind one.  Counts lie beside the heap, an array for each
 * block in which something died; without memory for them all the dead are told.
 */
#define ADDER_GC_INTERNAL
#include "gc/found.h"

#include "base/base.h"
#include "gc/state.h"
#include <stdlib.h>

enum { GONE = UINT32_MAX }; /* a count: taken away */

typedef struct Dead {
    GcHeap *heap;
    uint32_t **counts; /* by block, then by cell; NULL: nothing died there */
    bool full;
    bool failed;   /* no memory: nothing can be said of cycles */
    Objects stack; /* to be taken away */
} Dead;

/* Where the count of an object is; NULL: it lives, or is not of the heap. */
static uint32_t *count_of(const Dead *d, const Header *h)
{
    const BlockSpace *s = &d->heap->space;
    uintptr_t offset = (uintptr_t)h - s->base;
    if (offset >= (uintptr_t)s->top << BLOCK_SHIFT || h->gc != 0)
        return NULL;
    uint32_t i = (uint32_t)(offset >> BLOCK_SHIFT);
    ASSERT(d->counts[i] != NULL && cell_is_object(h));
    uint32_t in = (uint32_t)offset & (BLOCK_SIZE - 1);
    return &d->counts[i][((uint64_t)in * s->blocks[i].inverse) >> 32];
}

static inline __attribute__((always_inline)) void
each_dead(Dead *d, void (*fn)(Dead *d, uint32_t block, Header *h))
{
    const BlockSpace *s = &d->heap->space;
    for (uint32_t i = 1; i < s->top; i++) {
        const Block *b = &s->blocks[i];
        if (b->state != BLOCK_SMALL && b->state != BLOCK_LARGE)
            continue;
        if (b->state == BLOCK_SMALL && !d->full && !b->young)
            continue;
        for (uint32_t k = 0; k < b->fresh; k++) {
            Header *h =
                (Header *)(block_start(s, i) + (size_t)k * b->cell_size);
            if (cell_is_object(h) && h->gc == 0)
                fn(d, i, h);
        }
    }
}

static void make_room(Dead *d, uint32_t block, Header *h)
{
    (void)h;
    if (d->counts[block] != NULL || d->failed)
        return;
    const Block *b = &d->heap->space.blocks[block];
    size_t n = b->state == BLOCK_LARGE ? 1 : b->fresh;
    d->counts[block] = calloc(n, sizeof(uint32_t));
    d->failed = d->counts[block] == NULL;
}

static void count_reference(void *context, Header *h)
{
    uint32_t *count = count_of(context, h);
    if (count != NULL && *count < GONE - 1)
        ++*count;
}

static void count_references(Dead *d, uint32_t block, Header *h)
{
    (void)block;
    GcMarker m = mark_visitor(&d->heap->space, count_reference, d);
    mark_children(&m, h);
}

static void drop_reference(void *context, Header *h)
{
    Dead *d = context;
    uint32_t *count = count_of(d, h);
    if (count == NULL || *count == GONE)
        return;
    ASSERT(*count > 0);
    if (--*count == 0 && !objects_add(&d->stack, h))
        *count = 1; /* no memory: told, although it is in no cycle */
}

static void take_away(Dead *d, uint32_t block, Header *h)
{
    (void)block;
    if (*count_of(d, h) != 0)
        return;
    GcMarker m = mark_visitor(&d->heap->space, drop_reference, d);
    for (;;) {
        *count_of(d, h) = GONE;
        mark_children(&m, h);
        if (d->stack.n == 0)
            return;
        h = d->stack.items[--d->stack.n];
    }
}

static void tell(Dead *d, uint32_t block, Header *h)
{
    (void)block;
    const GcFinder *finder = d->heap->finder;
    if (d->failed || *count_of(d, h) != GONE)
        finder->found(finder->context, h);
}

void found_tell(GcHeap *heap, bool full)
{
    ASSERT(heap->collecting && heap->finder != NULL);
    uint32_t top = heap->space.top;
    Dead d = {
        .heap = heap, .full = full, .counts = calloc(top, sizeof *d.counts)};
    d.failed = d.counts == NULL;
    if (!d.failed)
        each_dead(&d, make_room);
    if (!d.failed) {
        each_dead(&d, count_references);
        each_dead(&d, take_away);
    }
    each_dead(&d, tell);
    for (uint32_t i = 0; d.counts != NULL && i < top; i++)
        free(d.counts[i]);
    free(d.counts);
    objects_free(&d.stack);
    if (heap->finder->keep != NULL) {
        heap->finder->keep(heap->finder->context, &heap->marker);
        mark_drain(&heap->marker);
    }
}

void gc_announce(GcHeap *heap)
{
    ASSERT(heap->collecting);
    heap->announced = true;
}

void gc_finder_set(GcHeap *heap, const GcFinder *finder)
{
    ASSERT(!heap->collecting && (finder == NULL || finder->found != NULL));
    heap->finder = finder;
}
