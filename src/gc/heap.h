/* SPDX-License-Identifier: MIT */
/*
 * The collector's interface: allocation, kinds, roots, weak references and
 * finalizers.
 *
 * Non-moving mark-and-sweep in two generations: the heap is traced precisely
 * through GcKind rows, C stacks and registers conservatively (interior pointers
 * count), so C code roots nothing; but what it stores into a heap object goes
 * through the write barrier.  Free cells are zero but for their link word, hence
 * every fresh object is zero behind its header.
 */
#ifndef ADDER_GC_HEAP_H
#define ADDER_GC_HEAP_H

#include <stdbool.h>
#include <stddef.h>
#include "abi/mutator.h"
#include "base/base.h"
#include "gc/header.h"

enum { GC_GRANULE = 16 }; /* bytes; sizes are rounded up to it */

typedef struct GcMarker GcMarker;

enum { GC_PENDING_FINALIZE = 1 << 0, GC_PENDING_NO_MEMORY = 1 << 1 };

typedef struct GcKind {
    const char *name;
    /* Marks what the object refers to; NULL for leaves. */
    void (*trace)(void *object, GcMarker *m);
    /* Frees what lies outside the heap when the object dies; may be NULL.
     * Touches no other heap object. */
    void (*dispose)(void *object);
} GcKind;

void gc_kind_register(unsigned kind, const GcKind *k);

/* Marks an object (NULL allowed).  For use in trace functions only. */
void gc_mark_object(GcMarker *m, void *object);
/* Marks the heap object that `inside` points into, if it does, and traces it
 * even when it is old: it is written to without the barrier. */
void gc_mark_written(GcMarker *m, void *inside);
/* Marks every heap object that a word in [low, high) may point into. */
void gc_mark_range_conservatively(GcMarker *m, const void *low,
                                  const void *high);

/* The trace function of objects that code writes to which knows no barrier: marks
 * every heap object that a word behind the header may point into, and has the
 * object traced in each collection. */
void gc_mark_foreign(GcMarker *m, void *object);

/* Roots outside the heap are marked by callbacks. */
typedef void (*GcRootFn)(void *context, GcMarker *m);
void gc_root_register(GcHeap *heap, GcRootFn fn, void *context);

/* Returns NULL when the address space is refused. */
GcHeap *gc_heap_new(void);
void gc_heap_free(GcHeap *heap);
void gc_mutator_init(Mutator *m, GcHeap *heap, void *stack_base,
                     uint32_t *pending);

/* The thread is at its end. */
void gc_mutator_drop(Mutator *m);
/* The thread is gone with a fork: what its stack and registers refer to stays, and
 * so does what words in [low, high) may point into. */
void gc_mutator_orphan(Mutator *m);
void gc_orphan(GcHeap *heap, const void *low, const void *high);

void *gc_alloc_slow(Mutator *m, size_t size);

/*
 * Returns `size` zeroed bytes with the header filled in; never NULL: at the
 * limit a reserve is drawn on and GC_PENDING_NO_MEMORY set.
 */
static inline void *gc_alloc(void *mutator, size_t size, unsigned kind,
                             uint32_t shape)
{
    ASSERT(size >= sizeof(Header) && kind != 0);
    Mutator *m = mutator;
    size_t c = (size + GC_GRANULE - 1) / GC_GRANULE;
    void *p;
    if (__builtin_expect(c < GC_SMALL_CLASSES && m->free[c] != NULL, 1)) {
        GcCell *cell = m->free[c];
        m->free[c] = cell->next;
        p = cell;
    } else {
        p = gc_alloc_slow(m, size);
    }
    *(Header *)p = (Header){.shape = shape, .kind = (uint8_t)kind};
    return p;
}

/* As gc_alloc, but answers NULL when `size` cannot be had (large buffers). */
void *gc_alloc_large(void *mutator, size_t size, unsigned kind, uint32_t shape);

/* Makes room for `size` bytes where `object` lies, if it is a large one and what
 * follows it is free.  The bytes gained are zero. */
bool gc_extend(void *mutator, void *object, size_t size);

/* Gives a large object back at once, for nobody refers to it any more.  Others, and
 * those that have lived for a while, wait for the collector. */
void gc_give_back(void *mutator, void *object);

/* For assertions: whether p points into the object, or that is static. */
bool gc_is_inside(const void *object, const void *p);
/* Bytes usable in the cell or large block that holds `object`. */
size_t gc_object_capacity(const void *object);

/* Collects the whole heap now; returns the bytes that are live. */
size_t gc_collect(Mutator *m);
/* Collects those objects that no collection has seen yet. */
void gc_collect_young(Mutator *m);
/* Switched off, the heap is collected only when it has grown manifold. */
void gc_enable(GcHeap *heap, bool on);
bool gc_is_enabled(const GcHeap *heap);
/* Multiplies what may be allocated before the young are collected, by four at the
 * most; 0 or less: they are never, as after gc_enable(heap, false). */
void gc_scale_set(GcHeap *heap, double scale);
/* How much of that has been allocated. */
double gc_fill(const GcHeap *heap);
/* Collects at every nth allocation; 0 switches it off.  After each `round` collections
 * (0: never) half as often, so that what allocates a lot comes to its end. */
void gc_stress_set(GcHeap *heap, unsigned nth, unsigned round);
/* Sets a limit in bytes on the heap (0: none); tests of refused memory. */
void gc_limit_set(GcHeap *heap, size_t bytes);

typedef struct GcStats {
    size_t live_bytes, heap_bytes, collections, allocated_bytes;
    size_t young_collections; /* of all collections */
} GcStats;
GcStats gc_stats(const GcHeap *heap);

/*
 * Weak references: `*slot` lies in heap object `holder` and is set to zero
 * when `target` dies; the holder is then handed to `cleared`, if not NULL,
 * after the collection (from gc_finalizers_run).  Without memory to
 * remember it `*slot` is zero at once, and MemoryError comes.
 */
void gc_weak_add(Mutator *m, void *target, void *holder, uint64_t *slot);
/* Calls fn for each live weak reference to `target`, newest first, until it
 * answers true; whether it did.  fn must not allocate. */
bool gc_weak_each(Mutator *m, const void *target,
                  bool (*fn)(void *holder, uint64_t *slot, void *context),
                  void *context);

/*
 * Asks for `object` to be finalized: sets OBJECT_FINALIZE and remembers it
 * (the flag alone does nothing).  Once is enough.  Without memory to remember
 * it nothing is done, and MemoryError comes.
 */
void gc_finalizer_add(Mutator *m, void *object);
/* There is nothing to finalize about it any more. */
static inline void gc_finalizer_forget(void *object)
{
    ((Header *)object)->flags &= (uint16_t)~OBJECT_FINALIZE;
}
/* At the end of the program: queues all objects that are to be finalized. */
void gc_finalizer_queue_all(Mutator *m);
/* Objects with OBJECT_FINALIZE found dead are kept alive and queued, and
 * GC_PENDING_FINALIZE is set.  Takes one from the queue; NULL when empty.  The
 * caller has cleared OBJECT_FINALIZE semantics: it runs once. */
void *gc_finalizer_next(Mutator *m);
/* Likewise takes the next weak holder whose target died; NULL when empty. */
void *gc_weak_cleared_next(Mutator *m);

/* Calls fn for every live object (gc.get_objects, shape updates). */
void gc_each_object(Mutator *m, void (*fn)(void *object, void *context),
                    void *context);

/* The heap's map, for code that has no Mutator: a process has one heap. */
extern uint8_t *gc_remembered;

static inline void gc_write_barrier(void *owner)
{
    ASSERT(owner != NULL && ((Header *)owner)->kind != 0 &&
           gc_is_inside(owner, owner));
    gc_write_barrier_in(gc_remembered, owner);
}

/* Stores a pointer to a heap object in a field of a heap object. */
#define FIELD_SET(owner, field, pointer)                                      \
    do {                                                                      \
        (owner)->field = (pointer);                                           \
        gc_write_barrier(owner);                                              \
    } while (0)

/* Keeps `object` alive up to here, for the sake of interior pointers past its
 * end. */
#define KEEP(object) __asm__ volatile("" : : "r"(object) : "memory")

#endif
