/* SPDX-License-Identifier: MIT */
/*
 * Room for GMP's temporaries: a stack of blocks, as GMP frees in the reverse
 * order of allocation but for the results of mpz functions.  A block that is
 * freed below others goes with the last of those.
 */
#include "object/number/gmp_room.h"

#include <gmp.h>
#include <stdlib.h>
#include <string.h>
#include "object/error/raise.h"

typedef struct Block {
    struct Block *below;
    size_t freed;
} Block;

typedef struct Room {
    char *start, *next, *end;
    Block *top;
} Room;

/* GMP hands its allocation functions no context. */
static _Thread_local Room room;

/* What was there before: for numbers that are not ours. */
static void *(*former_allocate)(size_t);
static void *(*former_reallocate)(void *, size_t, size_t);
static void (*former_free)(void *, size_t);

static bool is_inside(const void *p)
{
    return (const char *)p >= room.start && (const char *)p < room.end;
}

static size_t round_up(size_t n)
{
    return (n + sizeof(Block) - 1) & -sizeof(Block);
}

static void *allocate(size_t n)
{
    if (round_up(n) + sizeof(Block) > (size_t)(room.end - room.next))
        return former_allocate(n);
    Block *b = (Block *)(void *)room.next;
    *b = (Block){.below = room.top};
    room.top = b;
    room.next += sizeof(Block) + round_up(n);
    return b + 1;
}

static void release(void *p, size_t n)
{
    if (!is_inside(p)) {
        former_free(p, n);
        return;
    }
    ((Block *)p - 1)->freed = 1;
    while (room.top != NULL && room.top->freed) {
        room.next = (char *)room.top;
        room.top = room.top->below;
    }
}

static void *reallocate(void *p, size_t old, size_t n)
{
    if (!is_inside(p))
        return former_reallocate(p, old, n);
    if ((Block *)p - 1 == room.top &&
        round_up(n) <= (size_t)(room.end - (char *)p)) {
        room.next = (char *)p + round_up(n);
        return p;
    }
    void *more = allocate(n);
    memcpy(more, p, old < n ? old : n);
    release(p, old);
    return more;
}

void gmp_room_init(void)
{
    if (former_allocate != NULL)
        return;
    mp_get_memory_functions(&former_allocate, &former_reallocate,
                            &former_free);
    mp_set_memory_functions(allocate, reallocate, release);
}

int gmp_room_open(Thread *t, int64_t n)
{
    size_t size = (size_t)n * sizeof(mp_limb_t) + 64 * sizeof(Block);
    char *start = malloc(size);
    if (start == NULL)
        return RAISE_INT(raise_no_memory(t));
    room = (Room){start, start, start + size, NULL};
    return 0;
}

void gmp_room_close(void)
{
    free(room.start);
    room = (Room){0};
}
