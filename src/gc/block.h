/* SPDX-License-Identifier: MIT */
/*
 * Blocks: the heap's address space, cut into equal parts.  A block belongs to
 * one size class, or is part of a run that holds one large object, or is free.
 *
 * All of it is one reservation, so that a word is looked up by a subtraction
 * and a shift.  The reservation lies where bits 40 to 47 of an address are no
 * kind: the link word of a free cell then reads as a header whose kind says
 * that there is no object.
 */
#ifndef ADDER_GC_BLOCK_H
#define ADDER_GC_BLOCK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include "gc/heap.h"

enum {
    BLOCK_SHIFT = GC_BLOCK_SHIFT,
    BLOCK_SIZE = 1 << BLOCK_SHIFT,
    BLOCK_NONE = 0, /* block 0 is never handed out */
    BLOCK_BINS = 40,
    KIND_LIMIT = 64, /* more than there will be kinds */
};

typedef enum BlockState {
    BLOCK_UNUSED, /* beyond the top, or inside a free run */
    BLOCK_FREE,   /* first block of a free run */
    BLOCK_SMALL,
    BLOCK_LARGE,  /* first block of a large object */
    BLOCK_REST,   /* the others */
    BLOCK_RESERVED, /* put by */
} BlockState;

typedef struct Block {
    uint8_t state;
    uint8_t class;
    bool unswept;     /* dead objects may lie in its cells */
    bool young;       /* cells have been handed out since the last collection */
    bool dirty;       /* not all zero; meaningful while free or fresh */
    uint32_t run;     /* FREE, LARGE: blocks; UNUSED: of the run it ends;
                         REST: the run's first block */
    uint32_t next;    /* in a bin of free runs, or a class's sweep list */
    uint32_t previous; /* in a bin */
    uint32_t live;    /* cells that hold old objects */
    uint32_t fresh;   /* cells from here on have never been handed out */
    uint32_t cell_size;
    uint32_t inverse; /* 2^32 / cell_size, rounded up */
} Block;

typedef struct BlockSpace {
    uintptr_t base;
    void *reservation;
    size_t size;           /* bytes reserved */
    Block *blocks;         /* one for each BLOCK_SIZE of the space */
    uint8_t *remembered;   /* likewise: whether remembered objects lie there */
    uint32_t limit;        /* number of blocks */
    uint32_t top;          /* blocks at and above it were never used */
    uint32_t committed;    /* blocks below it are accessible */
    uint32_t populated;    /* those below it have been asked for */
    uint32_t used;         /* blocks that are not free */
    uint32_t bins[BLOCK_BINS]; /* free runs by the logarithm of their length */
} BlockSpace;

bool block_space_open(BlockSpace *s);
void block_space_close(BlockSpace *s);

/* A run of n blocks: its first, state not yet set; BLOCK_NONE when refused. */
uint32_t block_run_take(BlockSpace *s, uint32_t n);
/* Takes the n blocks from `first` on, if they are free; `first` ends a run. */
bool block_run_take_at(BlockSpace *s, uint32_t first, uint32_t n);
/* Gives back the run of `n` blocks at `first`, which may hold anything. */
void block_run_give(BlockSpace *s, uint32_t first, uint32_t n);
/* Returns the memory of a run that is put by: it stays accessible. */
void block_run_discard(BlockSpace *s, uint32_t first, uint32_t n);
/* Returns the memory of free dirty blocks beyond `keep` bytes of them. */
void block_space_trim(BlockSpace *s, size_t keep);
/* Makes the first `bytes` of a run zero. */
void block_run_clear(BlockSpace *s, uint32_t first, size_t bytes);

static inline char *block_start(const BlockSpace *s, uint32_t i)
{
    return (char *)s->base + ((size_t)i << BLOCK_SHIFT);
}
static inline Block *block_of(const BlockSpace *s, const void *p)
{
    return &s->blocks[((uintptr_t)p - s->base) >> BLOCK_SHIFT];
}
/* Whether the word at the head of a cell is a header, not a link. */
static inline bool cell_is_object(const Header *h)
{
    return (unsigned)h->kind - 1 < KIND_LIMIT - 1;
}
/* Cells that fit a block of this cell size. */
static inline uint32_t block_cells(const Block *b)
{
    return BLOCK_SIZE / b->cell_size;
}

#endif
