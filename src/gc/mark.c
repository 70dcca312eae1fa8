/* SPDX-License-Identifier: MIT */
/* The marker: an explicit stack, precise by kind, conservative by range. */
#define ADDER_GC_INTERNAL
#include "gc/mark.h"

#include <stdlib.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/generation.h"
#include "gc/state.h"
#include "gc/words.h"

enum { STACK_MIN = LIMIT_GC_MARK_STACK, STATICS_MIN = LIMIT_GC_STATICS };

static void static_visit(GcMarker *m, Header *h);

/* Room for static objects that this collection meets first: where even that is
 * refused, there is some from last time. */
static bool statics_reserve(GcMarker *m)
{
    ASSERT(m->n_statics <= m->statics_capacity);
    if (m->statics_capacity - m->n_statics >= STATICS_MIN)
        return true;
    size_t capacity = m->statics_capacity * 2 + STATICS_MIN;
    Header **statics = realloc(m->statics, capacity * sizeof *statics);
    if (statics == NULL)
        return false;
    m->statics = statics;
    m->statics_capacity = capacity;
    return true;
}

bool mark_init(GcMarker *m)
{
    m->stack = malloc(STACK_MIN * sizeof *m->stack);
    m->capacity = STACK_MIN;
    return m->stack != NULL && statics_reserve(m);
}

void mark_begin(GcMarker *m, BlockSpace *space, uint8_t mark)
{
    ASSERT(m->depth == 0 || m->overflowed || mark == GC_OLD || mark == GC_CHECKED);
    m->space = space;
    m->mark = mark;
    m->verifies = false;
    m->owner = NULL;
    m->depth = 0;
    m->overflowed = false;
    statics_reserve(m);
    for (size_t i = 0; i < m->n_statics; i++)
        static_visit(m, m->statics[i]);
}

void mark_end(GcMarker *m)
{
    ASSERT(m->depth == 0 && !m->overflowed);
    for (size_t i = 0; i < m->n_statics; i++)
        m->statics[i]->gc = GC_LISTED;
    /* A deep structure's stack is not kept for the next time. */
    if (m->capacity > 64 * STACK_MIN) {
        Header **stack = realloc(m->stack, STACK_MIN * sizeof *stack);
        m->stack = stack != NULL ? stack : m->stack;
        m->capacity = stack != NULL ? STACK_MIN : m->capacity;
    }
}

void mark_free(GcMarker *m)
{
    free(m->stack);
    free(m->statics);
}

static __attribute__((noinline)) bool stack_grow(GcMarker *m)
{
    size_t capacity = m->capacity * 2;
    Header **stack = realloc(m->stack, capacity * sizeof *stack);
    if (stack == NULL) {
        m->overflowed = true;
        return false;
    }
    m->stack = stack;
    m->capacity = capacity;
    return true;
}

static inline void push(GcMarker *m, Header *h)
{
    ASSERT(h->kind != 0 && h->kind < KIND_LIMIT);
    if (gc_kinds[h->kind].trace == NULL)
        return;
    if (m->depth == m->capacity && !stack_grow(m))
        return;
    m->stack[m->depth++] = h;
}

static __attribute__((noinline)) void static_visit(GcMarker *m, Header *h)
{
    ASSERT(h->flags & OBJECT_STATIC);
    if (m->mark == GC_VISITED) {
        m->visit(m->context, h);
        return;
    }
    if (!(h->gc & GC_LISTED)) {
        if (m->n_statics == m->statics_capacity && !statics_reserve(m))
            gc_fatal_no_memory(); /* a thousand new ones at once */
        ASSERT(m->n_statics < m->statics_capacity);
        m->statics[m->n_statics++] = h;
    }
    h->gc |= GC_LISTED | m->mark;
    push(m, h);
}

/* What other markers than a collection's do with an object of the heap; whether
 * it is to be marked. */
static __attribute__((noinline)) bool visit_specially(GcMarker *m, Header *h)
{
    if (m->mark == GC_VISITED) {
        m->visit(m->context, h);
        return false;
    }
    if (m->verifies)
        generation_check_object(m, h);
    return true;
}

static inline void visit(GcMarker *m, Header *h)
{
    ASSERT(cell_is_object(h));
    if (h->gc & m->mark)
        return;
    uintptr_t block = ((uintptr_t)h - m->space->base) >> BLOCK_SHIFT;
    if (__builtin_expect(block >= m->space->limit, 0)) {
        static_visit(m, h);
        return;
    }
    if (__builtin_expect(m->mark != GC_OLD, 0)) {
        if (!visit_specially(m, h))
            return;
    } else {
        m->space->blocks[block].live++;
    }
    h->gc |= m->mark;
    push(m, h);
}

void mark_again(GcMarker *m, Header *h)
{
    ASSERT(cell_is_object(h));
    if (h->gc & m->mark)
        push(m, h);
    else
        visit(m, h);
}

void gc_mark_written(GcMarker *m, void *inside)
{
    Header *h = mark_find(m->space, (uintptr_t)inside);
    if (h != NULL)
        mark_again(m, h);
}

/* Whether it is the start of an object, of the heap or not. */
static bool is_object(const GcMarker *m, const void *p)
{
    const Header *h = p;
    if ((uintptr_t)p - m->space->base >= (uintptr_t)m->space->top
                                             << BLOCK_SHIFT)
        return cell_is_object(h);
    return mark_find(m->space, (uintptr_t)p) == h;
}

void gc_mark_object(GcMarker *m, void *object)
{
    ASSERT(object == NULL || is_object(m, object));
    Header *older = m->ring[m->next];
    __builtin_prefetch(object, 1);
    m->ring[m->next] = object;
    m->next = (m->next + 1) % MARK_RING;
    if (older != NULL)
        visit(m, older);
}

static void ring_empty(GcMarker *m)
{
    for (int i = 0; i < MARK_RING; i++) {
        Header *h = m->ring[i];
        m->ring[i] = NULL;
        if (h != NULL)
            visit(m, h);
    }
}

static void stack_drain(GcMarker *m)
{
    for (;;) {
        if (m->depth == 0) {
            ring_empty(m);
            if (m->depth == 0)
                return;
        }
        Header *h = m->stack[--m->depth];
        ASSERT(cell_is_object(h) && h->gc & m->mark);
        m->owner = h;
        gc_kinds[h->kind].trace(h, m);
        if (__builtin_expect(m->verifies, 0))
            ring_empty(m); /* while the owner is the one */
    }
}

GcMarker mark_visitor(BlockSpace *space,
                      void (*visit_fn)(void *context, Header *h),
                      void *context)
{
    return (GcMarker){.space = space, .mark = GC_VISITED, .visit = visit_fn,
                      .context = context};
}

void mark_children(GcMarker *m, Header *h)
{
    ASSERT(m->mark == GC_VISITED && cell_is_object(h));
    if (gc_kinds[h->kind].trace != NULL)
        gc_kinds[h->kind].trace(h, m);
    ring_empty(m);
}

/* Traces all marked objects again, for children not yet marked. */
static void retrace_block(GcMarker *m, Block *b, char *start)
{
    ASSERT(b->state == BLOCK_SMALL || b->state == BLOCK_LARGE);
    uint32_t n = b->state == BLOCK_LARGE ? 1 : b->fresh;
    for (uint32_t i = 0; i < n; i++) {
        Header *h = (Header *)(start + (size_t)i * b->cell_size);
        if (!cell_is_object(h) || !(h->gc & m->mark) ||
            gc_kinds[h->kind].trace == NULL)
            continue;
        gc_kinds[h->kind].trace(h, m);
        if (m->depth > m->capacity / 2)
            stack_drain(m);
    }
}

void mark_drain(GcMarker *m)
{
    stack_drain(m);
    while (m->overflowed) {
        m->overflowed = false;
        for (size_t i = 0; i < m->n_statics; i++)
            if (gc_kinds[m->statics[i]->kind].trace != NULL)
                gc_kinds[m->statics[i]->kind].trace(m->statics[i], m);
        for (uint32_t i = 1; i < m->space->top; i++) {
            Block *b = &m->space->blocks[i];
            if (b->state == BLOCK_SMALL || b->state == BLOCK_LARGE)
                retrace_block(m, b, block_start(m->space, i));
        }
        stack_drain(m);
    }
}

Header *mark_find(const BlockSpace *space, uintptr_t word)
{
    uintptr_t offset = word - space->base;
    if (offset >= (uintptr_t)space->top << BLOCK_SHIFT)
        return NULL;
    uint32_t index = (uint32_t)(offset >> BLOCK_SHIFT);
    const Block *b = &space->blocks[index];
    Header *h;
    if (b->state == BLOCK_SMALL) {
        uint32_t in = (uint32_t)offset & (BLOCK_SIZE - 1);
        uint32_t cell = (uint32_t)(((uint64_t)in * b->inverse) >> 32);
        if (cell >= b->fresh)
            return NULL;
        h = (Header *)(block_start(space, index) +
                       (size_t)cell * b->cell_size);
    } else if (b->state == BLOCK_LARGE) {
        h = (Header *)block_start(space, index);
    } else if (b->state == BLOCK_REST) {
    ASSERT(b->run > 0 && b->run < index);
        h = (Header *)block_start(space, b->run);
    } else {
        return NULL;
    }
    return cell_is_object(h) ? h : NULL;
}

READS_WORDS void gc_mark_range_conservatively(GcMarker *m, const void *low,
                                              const void *high)
{
    ASSERT((uintptr_t)low <= (uintptr_t)high);
    uintptr_t base = m->space->base;
    uintptr_t size = (uintptr_t)m->space->top << BLOCK_SHIFT;
    FOR_EACH_WORD (p, low, high) {
        uintptr_t word = *p;
        if (word - base >= size || word_is_dead(p))
            continue;
        Header *h = mark_find(m->space, word);
        if (h != NULL)
            gc_mark_object(m, h);
    }
}

void gc_mark_foreign(GcMarker *m, void *object)
{
    ASSERT(mark_find(m->space, (uintptr_t)object) == object);
    Header *h = object;
    Block *b = block_of(m->space, h);
    size_t size = b->state == BLOCK_LARGE ? (size_t)b->run << BLOCK_SHIFT
                                          : b->cell_size;
    if (h->gc & GC_OLD) {
        h->gc |= GC_REMEMBERED;
        m->space->remembered[b - m->space->blocks] = 1;
    }
    gc_mark_range_conservatively(m, h + 1, (char *)h + size);
}
