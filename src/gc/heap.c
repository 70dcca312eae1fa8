/* SPDX-License-Identifier: MIT */
/*
 * The heap: allocation by size class.
 *
 * A mutator takes the cells of a class from its free list.  When that is
 * empty it gets the cells that sweeping one more block frees, or a page full
 * of fresh ones; so the heap touches no memory before it is needed, and the
 * work of sweeping is spread over the allocations.
 */
#define ADDER_GC_INTERNAL
#include "gc/heap.h"

#include <stdio.h>
#include <stdlib.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/collect.h"
#include "gc/state.h"
#include "gc/sweep.h"
#include "os/stack.h"

enum {
    FRESH_BYTES = LIMIT_GC_FRESH, /* threaded at a time */
};

GcKind gc_kinds[KIND_LIMIT];

/* gc_object_capacity has but the object; a process has one heap. */
static GcHeap *the_heap;
uint8_t *gc_remembered;

static const uint16_t coarse_sizes[CLASS_COUNT - GC_SMALL_CLASSES] = {
    640,  768,  896,  1024, 1296, 1552, 1808, 2048,  2336,
    2720, 3264, 4096, 4672, 5456, 6544, 8192, 10912, 16384,
};

_Noreturn void gc_fatal_no_memory(void)
{
    fputs("adder: out of memory\n", stderr);
    abort();
}

void gc_kind_register(unsigned kind, const GcKind *k)
{
    ASSERT(kind > 0 && kind < KIND_LIMIT);
    ASSERT(k->name != NULL);
    gc_kinds[kind] = *k;
}

void gc_root_register(GcHeap *heap, GcRootFn fn, void *context)
{
    ASSERT(fn != NULL && heap->n_roots < REGISTERED_MAX);
    heap->roots[heap->n_roots++] = (Root){fn, context};
}

void gc_marked_register(GcHeap *heap, GcMarkedFn fn, void *context)
{
    ASSERT(fn != NULL && heap->n_marked < REGISTERED_MAX);
    heap->marked[heap->n_marked++] = (Marked){fn, context};
}

bool gc_is_live(const void *object)
{
    ASSERT(the_heap != NULL && the_heap->collecting);
    return mark_is_set(object);
}

GcHeap *gc_heap_new(void)
{
    GcHeap *heap = calloc(1, sizeof *heap);
    if (heap == NULL || !mark_init(&heap->marker) ||
        !block_space_open(&heap->space)) {
        if (heap != NULL)
            mark_free(&heap->marker);
        free(heap);
        return NULL;
    }
    collect_init(heap);
    heap->ceiling = heap->space.limit;
    heap->enabled = true;
    the_heap = heap;
    gc_remembered = heap->space.remembered -
                    (heap->space.base >> BLOCK_SHIFT);
    return heap;
}

void gc_heap_free(GcHeap *heap)
{
    ASSERT(heap == the_heap && !heap->collecting);
    owners_free(&heap->owners);
    free(heap->counts.items);
    mark_free(&heap->marker);
    weak_free(&heap->weak);
    finalizers_free(&heap->finalizers);
    orphans_free(&heap->orphans);
    objects_free(&heap->frozen);
    block_space_close(&heap->space);
    free(heap);
    the_heap = NULL;
}

/* ---- mutators ---- */

void gc_mutator_init(Mutator *m, GcHeap *heap, void *stack_base,
                     uint32_t *pending)
{
    ASSERT(heap == the_heap && stack_base != NULL && pending != NULL);
    ASSERT((uintptr_t)stack_base % sizeof(void *) == 0);
    *m = (Mutator){.remembered = gc_remembered, .heap = heap, .stack_base = stack_base,
                   .pending = pending, .next = heap->mutators};
    heap->mutators = m;
}

void gc_mutator_drop(Mutator *m)
{
    ASSERT(m->heap == the_heap && !m->heap->collecting);
    Mutator **link = &m->heap->mutators;
    while (*link != m) {
        ASSERT(*link != NULL);
        link = &(*link)->next;
    }
    *link = m->next;
}

void gc_orphan(GcHeap *heap, const void *low, const void *high)
{
    orphans_add(&heap->orphans, &heap->space, low, high);
}

void gc_mutator_orphan(Mutator *m)
{
    if (m->parked != NULL) {
        gc_orphan(m->heap, m->registers, m->registers + OS_REGISTERS);
        gc_orphan(m->heap, m->parked, m->stack_base);
    }
    gc_mutator_drop(m);
}

/* ---- the reserve ---- */

/* Makes the last n blocks of the reserve free ones. */
static void reserve_break(GcHeap *heap, uint32_t n)
{
    ASSERT(n <= heap->reserve_left);
    if (n == 0)
        return;
    ASSERT(heap->reserve != BLOCK_NONE);
    heap->reserve_left -= n;
    heap->space.used += n;
    block_run_give(&heap->space, heap->reserve + heap->reserve_left, n);
}

void heap_reserve_fill(GcHeap *heap)
{
    size_t blocks = heap->limit / BLOCK_SIZE;
    heap->ceiling = heap->limit != 0 && blocks < heap->space.limit
                        ? (uint32_t)blocks : heap->space.limit;
    if (heap->reserve_left == RESERVE_BLOCKS ||
        heap->space.used <= RESERVE_BLOCKS * 4)
        return;
    reserve_break(heap, heap->reserve_left);
    for (uint32_t n = RESERVE_BLOCKS; n >= RESERVE_STEP; n /= 2) {
        heap->reserve = block_run_take(&heap->space, n);
        if (heap->reserve == BLOCK_NONE)
            continue;
        heap->space.used -= n;
        heap->reserve_left = n;
        for (uint32_t i = 0; i < n; i++)
            heap->space.blocks[heap->reserve + i].state = BLOCK_RESERVED;
        block_run_discard(&heap->space, heap->reserve, n);
        return;
    }
}

/* ---- allocating ---- */

void heap_lists_drop(GcHeap *heap)
{
    for (Mutator *m = heap->mutators; m != NULL; m = m->next)
        for (int i = 0; i < GC_SMALL_CLASSES; i++)
            m->free[i] = NULL;
    for (int i = 0; i < CLASS_COUNT; i++)
        heap->rest[i] = NULL;
}

static unsigned class_of(size_t size)
{
    ASSERT(size > 0 && size <= CELL_MAX);
    if (size <= (GC_SMALL_CLASSES - 1) * GC_GRANULE)
        return (unsigned)((size + GC_GRANULE - 1) / GC_GRANULE);
    unsigned i = 0;
    while (coarse_sizes[i] < size)
        i++;
    return GC_SMALL_CLASSES + i;
}

static uint32_t class_size(unsigned class)
{
    ASSERT(class > 0 && class < CLASS_COUNT);
    return class < GC_SMALL_CLASSES
               ? class * GC_GRANULE
               : coarse_sizes[class - GC_SMALL_CLASSES];
}

static uint32_t run_take(GcHeap *heap, uint32_t n)
{
    ASSERT(n > 0);
    if (heap->space.used > heap->ceiling ||
        n > heap->ceiling - heap->space.used)
        return BLOCK_NONE;
    return block_run_take(&heap->space, n);
}

static bool class_new_block(GcHeap *heap, unsigned class)
{
    ASSERT(heap->current[class] == BLOCK_NONE);
    uint32_t i = run_take(heap, 1);
    if (i == BLOCK_NONE)
        return false;
    Block *b = &heap->space.blocks[i];
    uint32_t size = class_size(class);
    *b = (Block){.state = BLOCK_SMALL, .class = (uint8_t)class,
                 .dirty = b->dirty, .cell_size = size,
                 .inverse = (uint32_t)(((UINT64_C(1) << 32) + size - 1) /
                                       size)};
    heap->current[class] = i;
    return true;
}

/* Lists a page full of the current block's fresh cells; how many. */
static size_t class_take_fresh(GcHeap *heap, unsigned class)
{
    uint32_t i = heap->current[class];
    ASSERT(i != BLOCK_NONE && i < heap->space.top);
    Block *b = &heap->space.blocks[i];
    uint32_t left = block_cells(b) - b->fresh;
    ASSERT(b->state == BLOCK_SMALL && b->class == class && left > 0);
    uint32_t n = FRESH_BYTES / b->cell_size;
    n = n == 0 ? 1 : n;
    n = n > left ? left : n;
    char *start = block_start(&heap->space, i) +
                  (size_t)b->fresh * b->cell_size;
    b->young = true;
    if (b->dirty)
        __builtin_memset(start, 0, (size_t)n * b->cell_size);
    GcCell *list = heap->rest[class];
    for (uint32_t k = n; k-- > 0;) {
        GcCell *cell = (GcCell *)(start + (size_t)k * b->cell_size);
        cell->next = list;
        list = cell;
    }
    heap->rest[class] = list;
    b->fresh += n;
    if (b->fresh == block_cells(b))
        heap->current[class] = BLOCK_NONE;
    return n;
}

/* Puts cells on heap->rest; false when there are none to be had. */
static bool class_refill(GcHeap *heap, unsigned class)
{
    bool any = true;
    size_t n = 0;
    while (any && n == 0)
        n = sweep_next(heap, class, &any);
    if (n == 0) {
        if (heap->current[class] == BLOCK_NONE &&
            !class_new_block(heap, class))
            return false;
        n = class_take_fresh(heap, class);
    }
    heap->allocated += n * class_size(class);
    return true;
}

static void *cell_take(Mutator *m, unsigned class)
{
    ASSERT(class < CLASS_COUNT);
    ASSERT(class >= GC_SMALL_CLASSES || m->free[class] == NULL);
    GcHeap *heap = m->heap;
    if (heap->rest[class] == NULL && !class_refill(heap, class))
        return NULL;
    GcCell *cell = heap->rest[class];
    ASSERT(!cell_is_object((const Header *)cell));
    if (class < GC_SMALL_CLASSES && !heap_is_watched(heap)) {
        m->free[class] = cell->next;
        heap->rest[class] = NULL;
    } else {
        heap->rest[class] = cell->next;
    }
    return cell;
}

static void *large_take(GcHeap *heap, size_t size)
{
    ASSERT(size > CELL_MAX);
    size_t n = (size + BLOCK_SIZE - 1) / BLOCK_SIZE;
    if (n == 0 || n > heap->space.limit)
        return NULL;
    uint32_t first = run_take(heap, (uint32_t)n);
    if (first == BLOCK_NONE)
        return NULL;
    block_run_clear(&heap->space, first, n << BLOCK_SHIFT);
    Block *b = &heap->space.blocks[first];
    *b = (Block){.state = BLOCK_LARGE, .run = (uint32_t)n, .fresh = 1,
                 .young = true};
    for (uint32_t i = 1; i < n; i++)
        b[i] = (Block){.state = BLOCK_REST, .run = first};
    heap->allocated += n << BLOCK_SHIFT;
    return block_start(&heap->space, first);
}

static void *try_alloc(Mutator *m, size_t size)
{
    return size > CELL_MAX ? large_take(m->heap, size)
                           : cell_take(m, class_of(size));
}

static void *alloc_or_collect(Mutator *m, size_t size)
{
    collect_if_due(m, size);
    void *p = try_alloc(m, size);
    if (p != NULL || m->heap->allocated == 0)
        return p;
    gc_collect(m);
    return try_alloc(m, size);
}

/*
 * Fails nobody: lifts the limit for a while or breaks a part of the reserve
 * up.  Half of it goes at once, as every class needs a block of its own; the
 * rest bit by bit, each announced by a MemoryError, so that a program that
 * keeps what it has and goes on asking is told more than once.
 */
static void *alloc_from_reserve(Mutator *m, size_t size)
{
    GcHeap *heap = m->heap;
    BlockSpace *s = &heap->space;
    __atomic_fetch_or(m->pending, GC_PENDING_NO_MEMORY, __ATOMIC_SEQ_CST);
    size_t ceiling = s->used + size / BLOCK_SIZE + RESERVE_BLOCKS;
    if (heap->ceiling < ceiling)
        heap->ceiling = ceiling < s->limit ? (uint32_t)ceiling : s->limit;
    void *p = try_alloc(m, size);
    while (p == NULL && heap->reserve_left > 0) {
        uint32_t half = heap->reserve_left / 2;
        reserve_break(heap, heap->reserve_left == RESERVE_BLOCKS ? half
                            : RESERVE_STEP);
        p = try_alloc(m, size);
    }
    if (p == NULL)
        gc_fatal_no_memory();
    return p;
}

static void tell_tracer(Mutator *m, void *object, size_t size)
{
    const GcTracer *tracer = m->heap->tracer;
    if (__builtin_expect(tracer != NULL, 0) && object != NULL)
        tracer->allocated(m->heap->tracer_context, m, object, size);
}

void *gc_alloc_slow(Mutator *m, size_t size)
{
    ASSERT(m->heap == the_heap && size < (size_t)1 << 47);
    void *p = alloc_or_collect(m, size == 0 ? 1 : size);
    if (p == NULL)
        p = alloc_from_reserve(m, size);
    tell_tracer(m, p, size);
    return p;
}

void *gc_alloc_large(void *mutator, size_t size, unsigned kind, uint32_t shape)
{
    ASSERT(size >= sizeof(Header) && kind != 0 && kind < KIND_LIMIT);
    Mutator *m = mutator;
    if (size <= CELL_MAX)
        return gc_alloc(m, size, kind, shape);
    if (size > m->heap->space.size)
        return NULL;
    void *p = alloc_or_collect(m, size);
    tell_tracer(m, p, size);
    if (p != NULL)
        *(Header *)p = (Header){.shape = shape, .kind = (uint8_t)kind};
    return p;
}

bool gc_extend(void *mutator, void *object, size_t size)
{
    GcHeap *heap = ((Mutator *)mutator)->heap;
    BlockSpace *s = &heap->space;
    Block *b = block_of(s, object);
    size_t n = (size + BLOCK_SIZE - 1) / BLOCK_SIZE;
    ASSERT(gc_is_inside(object, object));
    ASSERT(b->state == BLOCK_LARGE || b->state == BLOCK_SMALL);
    if (heap_is_watched(heap) || b->state != BLOCK_LARGE || n > s->limit)
        return false;
    if (n <= b->run)
        return true;
    uint32_t first = (uint32_t)(b - s->blocks), more = (uint32_t)n - b->run;
    if (s->used > heap->ceiling || more > heap->ceiling - s->used ||
        !block_run_take_at(s, first + b->run, more))
        return false;
    block_run_clear(s, first + b->run, (size_t)more << BLOCK_SHIFT);
    for (uint32_t i = b->run; i < n; i++)
        b[i] = (Block){.state = BLOCK_REST, .run = first};
    b->run = (uint32_t)n;
    heap->allocated += (size_t)more << BLOCK_SHIFT;
    return true;
}

void gc_give_back(void *mutator, void *object)
{
    GcHeap *heap = ((Mutator *)mutator)->heap;
    Block *b = block_of(&heap->space, object);
    const Header *h = object;
    ASSERT(!(h->flags & OBJECT_STATIC) && gc_is_inside(object, object));
    ASSERT(gc_kinds[h->kind].dispose == NULL);
    if (b->state != BLOCK_LARGE || h->gc != 0 || heap->collecting ||
        heap->tracer != NULL) /* it hears of the dead when a collection ends */
        return;
    ASSERT(b->live == 0);
    ASSERT(!(h->flags & (OBJECT_WEAKREF | OBJECT_FINALIZE | OBJECT_COUNTED)));
    size_t bytes = (size_t)b->run << BLOCK_SHIFT;
    ASSERT(heap->allocated >= bytes);
    if (DEBUG) /* whoever looks at it is to see that it is gone */
        __builtin_memset(object, 0xdb, bytes);
    heap->allocated -= bytes;
    block_run_give(&heap->space, (uint32_t)(b - heap->space.blocks), b->run);
}

bool gc_is_inside(const void *object, const void *p)
{
    const BlockSpace *s = &the_heap->space;
    if ((uintptr_t)object - s->base >= (uintptr_t)s->top << BLOCK_SHIFT)
        return true;
    return mark_find(s, (uintptr_t)p) == object;
}

size_t gc_object_capacity(const void *object)
{
    ASSERT((uintptr_t)object - the_heap->space.base < (uintptr_t)the_heap->space.top << BLOCK_SHIFT);
    const Block *b = block_of(&the_heap->space, object);
    ASSERT(b->state == BLOCK_LARGE || b->state == BLOCK_SMALL);
    return b->state == BLOCK_LARGE ? (size_t)b->run << BLOCK_SHIFT
                                   : b->cell_size;
}

/* ---- settings and looking in ---- */

void gc_request(Mutator *m)
{
    m->heap->requested = m->heap->full_due = true;
}

void gc_enable(GcHeap *heap, bool on)
{
    heap->enabled = on;
}

bool gc_is_enabled(const GcHeap *heap)
{
    return heap->enabled;
}

void gc_stress_set(GcHeap *heap, unsigned nth, unsigned round)
{
    ASSERT(!heap->collecting);
    heap->stress = heap->stress_left = nth;
    heap->stress_round = heap->round_left = round;
    /* From now on every allocation is to come by alloc_or_collect: the cells
     * of the lists are found again by the next sweep. */
    heap_lists_drop(heap);
}

void gc_limit_set(GcHeap *heap, size_t bytes)
{
    heap->limit = bytes;
    heap_reserve_fill(heap);
}

GcStats gc_stats(const GcHeap *heap)
{
    return (GcStats){
        .live_bytes = heap->live_bytes,
        .heap_bytes = (size_t)heap->space.used << BLOCK_SHIFT,
        .collections = heap->collections,
        .young_collections = heap->young_collections,
        .allocated_bytes = heap->allocated_before + heap->allocated,
    };
}

void gc_each_object(Mutator *m, void (*fn)(void *object, void *context),
                    void *context)
{
    ASSERT(fn != NULL);
    BlockSpace *s = &m->heap->space;
    bool was_collecting = m->heap->collecting;
    heap_lists_drop(m->heap);
    sweep_all(m->heap);
    m->heap->collecting = true; /* fn may allocate, not collect */
    for (uint32_t i = 1; i < s->top; i++) {
        Block *b = &s->blocks[i];
        if (b->state != BLOCK_SMALL && b->state != BLOCK_LARGE)
            continue;
        for (uint32_t k = 0; k < b->fresh; k++) {
            Header *h = (Header *)(block_start(s, i) +
                                   (size_t)k * b->cell_size);
            if (cell_is_object(h))
                fn(h, context);
        }
    }
    m->heap->collecting = was_collecting;
}
