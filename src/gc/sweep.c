/* SPDX-License-Identifier: MIT */
/*
 * Blocks are swept when their class runs out of cells; those in which nothing
 * can have died, only for the free cells they have.  A cell is made zero
 * the moment it is freed, and only then: cells that were free already are
 * zero but for their link.
 */
#define ADDER_GC_INTERNAL
#include "gc/sweep.h"

#include <string.h>
#include "base/base.h"
#include "gc/state.h"

/* The one class of cells that may hold objects of kinds that dispose, or
 * CLASS_COUNT: any may.  Kinds are the process's, so this is. */
static unsigned disposing_class = CLASS_COUNT;

void sweep_disposed_size_set(size_t size)
{
    ASSERT(size > 0);
    disposing_class = (unsigned)((size + GC_GRANULE - 1) / GC_GRANULE);
}

static inline bool may_dispose(const Block *b)
{
    return disposing_class == CLASS_COUNT ||
           (b->state == BLOCK_SMALL && b->class == disposing_class);
}

/* Zeroes a cell, whose size is a multiple of the granule. */
static inline void cell_clear(void *cell, size_t size)
{
    ASSERT(size > 0 && size % GC_GRANULE == 0);
    if (size > 128) {
        memset(cell, 0, size);
        return;
    }
    uint64_t *p = cell;
    for (size_t i = 0; i < size / 8; i += 2)
        p[i] = p[i + 1] = 0;
}

/* Lists all cells that this frees; the last one's link is `after`. */
static inline __attribute__((always_inline)) GcCell *
sweep_cells(const Block *b, char *start, GcCell *after, size_t *count,
            const bool disposing)
{
    size_t size = b->cell_size, n = 0;
    GcCell *first = after, **tail = &first;
    char *end = start + size * b->fresh;
    for (char *cell = start; cell < end; cell += size) {
        Header *h = (Header *)cell;
        if (cell_is_object(h)) {
            if (h->gc != 0)
                continue;
            ASSERT(!(h->flags & OBJECT_STATIC));
            ASSERT(gc_kinds[h->kind].name != NULL);
            if (disposing && gc_kinds[h->kind].dispose != NULL)
                gc_kinds[h->kind].dispose(h);
            cell_clear(cell, size);
        }
        *tail = (GcCell *)cell;
        tail = &((GcCell *)cell)->next;
        n++;
    }
    *tail = after;
    *count = n;
    return first;
}

static GcCell *block_sweep(Block *b, char *start, GcCell *after, size_t *count)
{
    ASSERT(b->state == BLOCK_SMALL && b->fresh <= block_cells(b));
    b->unswept = false;
    return may_dispose(b)
               ? sweep_cells(b, start, after, count, true)
               : sweep_cells(b, start, after, count, false);
}

size_t sweep_next(GcHeap *heap, unsigned class, bool *any)
{
    ASSERT(class < CLASS_COUNT);
    uint32_t i = heap->unswept[class];
    size_t n = 0;
    *any = i != BLOCK_NONE;
    if (!*any)
        return 0;
    Block *b = &heap->space.blocks[i];
    ASSERT(b->state == BLOCK_SMALL && b->class == class);
    heap->unswept[class] = b->next;
    heap->rest[class] = block_sweep(b, block_start(&heap->space, i),
                                    heap->rest[class], &n);
    b->young = n > 0;
    return n;
}

void sweep_all(GcHeap *heap)
{
    size_t n;
    for (unsigned class = 0; class < CLASS_COUNT; class++) {
        uint32_t i = heap->unswept[class];
        heap->unswept[class] = BLOCK_NONE;
        for (; i != BLOCK_NONE; i = heap->space.blocks[i].next) {
            Block *b = &heap->space.blocks[i];
            ASSERT(b->state == BLOCK_SMALL && b->class == class);
            if (b->unswept)
                block_sweep(b, block_start(&heap->space, i), NULL, &n);
        }
    }
}

/* All the objects of a dead block die. */
static void block_dispose(const Block *b, char *start)
{
    ASSERT(b->live == 0);
    for (uint32_t i = 0; i < b->fresh; i++) {
        Header *h = (Header *)(start + (size_t)i * b->cell_size);
        if (cell_is_object(h) && gc_kinds[h->kind].dispose != NULL)
            gc_kinds[h->kind].dispose(h);
    }
}

/* Lists a block in which something lives, if it may have free cells. */
static void list_add(GcHeap *heap, uint32_t i, bool full)
{
    Block *b = &heap->space.blocks[i];
    ASSERT(b->state == BLOCK_SMALL && b->live > 0);
    b->unswept = full || b->young;
    b->young = false;
    if (b->live == block_cells(b)) {
        b->unswept = false;
        return;
    }
    b->next = heap->unswept[b->class];
    heap->unswept[b->class] = i;
}

size_t sweep_begin(GcHeap *heap, bool full)
{
    ASSERT(heap->collecting);
    BlockSpace *s = &heap->space;
    size_t live = 0;
    /* Downwards, so that the lists come out in ascending order. */
    for (uint32_t i = s->top; i-- > 1;) {
        Block *b = &s->blocks[i];
        if (b->state != BLOCK_SMALL && b->state != BLOCK_LARGE)
            continue;
        ASSERT(b->live <= (b->state == BLOCK_LARGE ? 1 : block_cells(b)));
        if (b->live > 0) {
            if (b->state == BLOCK_SMALL) {
                live += (size_t)b->live * b->cell_size;
                list_add(heap, i, full);
            } else {
                live += (size_t)b->run << BLOCK_SHIFT;
            }
            continue;
        }
        if (may_dispose(b))
            block_dispose(b, block_start(s, i));
        if (b->state == BLOCK_SMALL && heap->current[b->class] == i)
            heap->current[b->class] = BLOCK_NONE;
        block_run_give(s, i, b->state == BLOCK_LARGE ? b->run : 1);
    }
    return live;
}
