/* SPDX-License-Identifier: MIT */
/* What compiled code has to do with the collector: the write barrier. */
#ifndef ADDER_ABI_MUTATOR_H
#define ADDER_ABI_MUTATOR_H

#include "abi/header.h"

enum {
    GC_SMALL_CLASSES = 33, /* class i holds cells of 16*i bytes, up to 512 */
    GC_BLOCK_SHIFT = 15,   /* a block is 32 KiB */
};

typedef struct GcHeap GcHeap;
typedef struct GcCell {
    struct GcCell *next;
} GcCell;

/*
 * What a thread that allocates carries; the first member of Thread, so that a
 * `Thread *` and a `Mutator *` are the same pointer.
 */
typedef struct Mutator {
    GcCell *free[GC_SMALL_CLASSES];
    uint8_t *remembered;         /* the heap's, see gc_write_barrier_in */
    GcHeap *heap;
    void *stack_base;            /* highest address of the C stack */
    uint32_t *pending;           /* where to set GC_PENDING for a safepoint */
    struct Mutator *next;
    void *parked;                /* stack pointer while it waits, else NULL */
    void *registers[12];         /* its registers, then */
} Mutator;

/*
 * The write barrier, which all stores of references into heap objects pass, in
 * whatever order: an old object that is written to is looked at by the next
 * collection of the young (objects that remember, Hosking, Moss and Stefanovic,
 * OOPSLA 1992).  The owner is the object whose trace function finds the
 * reference.  `remembered` has a byte for each block, and is biased so that an
 * address shifted is its index.
 */
static inline void gc_write_barrier_in(uint8_t *remembered, void *owner)
{
    Header *h = owner;
    if (__builtin_expect(h->gc == GC_OLD, 0)) {
        h->gc = GC_OLD | GC_REMEMBERED;
        remembered[(uintptr_t)h >> GC_BLOCK_SHIFT] = 1;
    }
}

#endif
