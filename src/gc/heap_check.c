/* SPDX-License-Identifier: MIT */
/*
 * The check of the heap: goes through all blocks and cells and compares them
 * with what is said of them elsewhere.
 *
 *   blocks   runs neither overlap nor leave gaps; two free ones never touch;
 *            the bins hold the free runs and no other
 *   cells    hold an object of a kind that there is, or are zero behind the
 *            link: whoever writes to what has died is found here
 *   lists    free cells of the list's class, each once
 *   marks    none of a collection's left; remembered objects lie in blocks
 *            that say so
 *   tables   weak references lie in their holder, finalizers wait for objects
 *
 * Debug builds do it before and after each collection under ADDER_GCSTRESS.
 * That all that can be reached is an object they see when marking, and that the
 * write barrier was passed, generation.c.
 */
#define ADDER_GC_INTERNAL
#include "gc/heap_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include "base/base.h"
#include "gc/state.h"

/* The process's, as kinds are: set once, when there are types. */
static bool (*header_is_right)(const Header *h);

typedef struct Check {
    const GcHeap *heap;
    const BlockSpace *space;
    uint32_t n_free_runs, n_used;
    char *why;
    size_t size;
} Check;

void heap_check_headers_with(bool (*fn)(const Header *h))
{
    header_is_right = fn;
}

__attribute__((format(printf, 2, 3))) static bool
refuse(Check *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(c->why, c->size, format, args);
    va_end(args);
    return false;
}

/* ---- objects ---- */
static bool check_header(Check *c, const Header *h, uint32_t block)
{
    if (h->kind >= KIND_LIMIT || gc_kinds[h->kind].name == NULL)
        return refuse(c, "an object of kind %d in block %u", h->kind, block);
    const char *kind = gc_kinds[h->kind].name;
    if (h->gc & ~(GC_OLD | GC_REMEMBERED))
        return refuse(c, "a %s has marks %#x", kind, h->gc);
    if (h->gc == GC_REMEMBERED)
        return refuse(c, "a %s is remembered and young", kind);
    if ((h->gc & GC_REMEMBERED) && !c->space->remembered[block])
        return refuse(c, "a %s is remembered, its block is not", kind);
    if (h->flags & OBJECT_STATIC)
        return refuse(c, "a %s of the heap is said not to be", kind);
    bool may_be_dead = c->space->blocks[block].unswept && h->gc == 0;
    if (header_is_right != NULL && !may_be_dead && !header_is_right(h))
        return refuse(c, "a %s has shape %u", kind, h->shape);
    return true;
}

static bool check_free_cell(Check *c, const uint64_t *cell, uint32_t size,
                            uint32_t block)
{
    for (uint32_t i = 1; i < size / 8; i++)
        if (cell[i] != 0)
            return refuse(c, "a free cell of block %u, class of %u bytes, was "
                          "written to at byte %u", block, size, 8 * i);
    return true;
}

static bool check_cells(Check *c, uint32_t i)
{
    const Block *b = &c->space->blocks[i];
    const char *start = block_start(c->space, i);
    if (b->class == 0 || b->class >= CLASS_COUNT || b->cell_size == 0 ||
        b->cell_size > CELL_MAX || b->cell_size % GC_GRANULE != 0)
        return refuse(c, "block %u has class %d, cells of %u bytes", i,
                      b->class, b->cell_size);
    if (b->fresh > block_cells(b))
        return refuse(c, "block %u has handed out %u of %u cells", i, b->fresh,
                      block_cells(b));
    if (b->fresh < block_cells(b) && c->heap->current[b->class] != i)
        return refuse(c, "block %u has fresh cells that nobody gets", i);
    for (uint32_t k = 0; k < b->fresh; k++) {
        const void *cell = start + (size_t)k * b->cell_size;
        if (cell_is_object(cell) ? !check_header(c, cell, i)
                                 : !check_free_cell(c, cell, b->cell_size, i))
            return false;
    }
    return true;
}

/* ---- blocks ---- */
static bool check_large(Check *c, uint32_t i)
{
    const Block *b = &c->space->blocks[i];
    const void *object = block_start(c->space, i);
    if (b->run == 0 || i + b->run > c->space->top)
        return refuse(c, "the run at block %u has %u blocks", i, b->run);
    for (uint32_t k = 1; k < b->run; k++)
        if (b[k].state != BLOCK_REST || b[k].run != i)
            return refuse(c, "block %u is no part of the run at %u", i + k, i);
    if (!cell_is_object(object))
        return refuse(c, "the run at block %u holds no object", i);
    return check_header(c, object, i);
}

static bool check_free_run(Check *c, uint32_t i)
{
    const BlockSpace *s = c->space;
    const Block *b = &s->blocks[i];
    if (b->run == 0 || i + b->run > s->top)
        return refuse(c, "the free run at block %u has %u blocks", i, b->run);
    if (b->run > 1 && (b[b->run - 1].state != BLOCK_UNUSED ||
                       b[b->run - 1].run != b->run))
        return refuse(c, "the free run at block %u does not know its end", i);
    if (i + b->run < s->top && b[b->run].state == BLOCK_FREE)
        return refuse(c, "the free runs at blocks %u and %u touch", i,
                      i + b->run);
    c->n_free_runs++;
    return true;
}

/* The block behind what begins at i; 0 when that is wrong. */
static uint32_t check_run(Check *c, uint32_t i)
{
    const Block *b = &c->space->blocks[i];
    switch (b->state) {
    case BLOCK_SMALL:
        c->n_used++;
        return check_cells(c, i) ? i + 1 : 0;
    case BLOCK_LARGE:
        c->n_used += b->run;
        return check_large(c, i) ? i + b->run : 0;
    case BLOCK_FREE: return check_free_run(c, i) ? i + b->run : 0;
    case BLOCK_RESERVED: return i + 1;
    default:
        refuse(c, "block %u is in no run", i);
        return 0;
    }
}

static bool check_bins(Check *c)
{
    uint32_t n = 0;
    for (unsigned bin = 0; bin < 32; bin++) {
        uint32_t before = BLOCK_NONE;
        for (uint32_t i = c->space->bins[bin]; i != BLOCK_NONE;
             before = i, i = c->space->blocks[i].next) {
            const Block *b = &c->space->blocks[i];
            if (i >= c->space->top || b->state != BLOCK_FREE ||
                b->previous != before || b->run >> bin != 1)
                return refuse(c, "block %u is no free run of bin %u", i, bin);
            if (++n > c->n_free_runs)
                return refuse(c, "bin %u goes round", bin);
        }
    }
    return n == c->n_free_runs ||
           refuse(c, "%u of %u free runs are in bins", n, c->n_free_runs);
}

static bool check_blocks(Check *c)
{
    const BlockSpace *s = c->space;
    if (s->top > s->committed || s->committed > s->limit + 1)
        return refuse(c, "%u blocks are used, %u accessible, %u reserved",
                      s->top, s->committed, s->limit);
    for (uint32_t i = 1; i < s->top;) {
        i = check_run(c, i);
        if (i == 0)
            return false;
    }
    if (c->n_used != s->used)
        return refuse(c, "%u blocks are used, not %u", c->n_used, s->used);
    return check_bins(c);
}

/* ---- lists ---- */

/* A list goes round if it is longer than all the class's cells. */
static bool check_list(Check *c, const GcCell *cell, unsigned class,
                       const char *whose)
{
    const BlockSpace *s = c->space;
    size_t n = 0, most = (size_t)s->top * (BLOCK_SIZE / GC_GRANULE);
    for (; cell != NULL; cell = cell->next) {
        uintptr_t offset = (uintptr_t)cell - s->base;
        if (offset >= (uintptr_t)s->top << BLOCK_SHIFT)
            return refuse(c, "%s list %u leaves the heap", whose, class);
        const Block *b = block_of(s, cell);
        uint32_t in = (uint32_t)offset & (BLOCK_SIZE - 1);
        if (b->state != BLOCK_SMALL || b->class != class ||
            in % b->cell_size != 0 || in / b->cell_size >= b->fresh)
            return refuse(c, "%s list %u holds what is no cell of it", whose,
                          class);
        if (cell_is_object((const Header *)cell))
            return refuse(c, "%s list %u holds a %s", whose, class,
                          gc_kinds[((const Header *)cell)->kind].name);
        if (++n > most)
            return refuse(c, "%s list %u goes round", whose, class);
    }
    return true;
}

static bool check_unswept(Check *c, unsigned class)
{
    const BlockSpace *s = c->space;
    uint32_t n = 0;
    for (uint32_t i = c->heap->unswept[class]; i != BLOCK_NONE;
         i = s->blocks[i].next) {
        if (i >= s->top || s->blocks[i].state != BLOCK_SMALL ||
            s->blocks[i].class != class)
            return refuse(c, "block %u is to be swept for class %u", i, class);
        if (++n > s->top)
            return refuse(c, "sweep list %u goes round", class);
    }
    return true;
}

static bool check_lists(Check *c)
{
    for (const Mutator *m = c->heap->mutators; m != NULL; m = m->next)
        for (unsigned class = 0; class < GC_SMALL_CLASSES; class++)
            if (!check_list(c, m->free[class], class, "a thread's"))
                return false;
    for (unsigned class = 0; class < CLASS_COUNT; class++)
        if (!check_list(c, c->heap->rest[class], class, "the heap's") ||
            !check_unswept(c, class))
            return false;
    return true;
}

/* ---- weak references and finalizers ---- */
static bool is_object(const Check *c, const void *p)
{
    const Header *h = p;
    if ((uintptr_t)p - c->space->base >= (uintptr_t)c->space->top
                                             << BLOCK_SHIFT)
        return p != NULL && (h->flags & OBJECT_STATIC);
    return mark_find(c->space, (uintptr_t)p) == h;
}

static bool check_queue(Check *c, const ObjectQueue *q, const char *name)
{
    for (size_t i = q->first; i < q->n; i++)
        if (!is_object(c, q->items[i]))
            return refuse(c, "the queue of what %s holds no object", name);
    return true;
}

static bool check_tables(Check *c)
{
    const WeakTable *w = &c->heap->weak;
    const Finalizers *f = &c->heap->finalizers;
    for (uint32_t i = 0; i < w->n; i++) {
        const WeakEntry *e = &w->entries[i];
        if (!is_object(c, e->holder) ||
            mark_find(c->space, (uintptr_t)e->slot) != e->holder)
            return refuse(c, "a weak reference lies in no object");
        if (*e->slot == 0)
            continue;
        if (!is_object(c, e->target) ||
            !(((const Header *)e->target)->flags & OBJECT_WEAKREF))
            return refuse(c, "a weak reference is to no object");
    }
    return check_queue(c, &f->waiting, "may be finalized") &&
           check_queue(c, &f->dead, "is dead") &&
           check_queue(c, &f->cleared, "was told of");
}

bool heap_check(const GcHeap *heap, char *why, size_t size)
{
    Check c = {.heap = heap, .space = &heap->space, .why = why, .size = size};
    ASSERT(!heap->collecting);
    return check_blocks(&c) && check_lists(&c) && check_tables(&c);
}

void heap_check_or_die(const GcHeap *heap)
{
    char why[200];
    if (heap_check(heap, why, sizeof why))
        return;
    fprintf(stderr, "adder: the heap is damaged: %s\n", why);
    abort();
}
