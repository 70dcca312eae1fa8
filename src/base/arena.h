/* SPDX-License-Identifier: MIT */
/*
 * Arena: memory that is given out piece by piece and freed all at once.
 * A failed request answers NULL and is remembered in `failed`, so that a
 * caller may make many requests and look once.
 */
#ifndef ADDER_BASE_ARENA_H
#define ADDER_BASE_ARENA_H

#include "base/base.h"

typedef struct ArenaBlock ArenaBlock;

typedef struct Arena {
    char *next; /* free bytes of the newest block: [next, end) */
    char *end;
    ArenaBlock *blocks;
    size_t used; /* bytes given out, for statistics and limits */
    bool failed;
    void *exhausted; /* a jmp_buf, of who cannot go on: see compiler.c */
} Arena;

void arena_init(Arena *a);
/* Frees everything; the arena is as after arena_init. */
void arena_free(Arena *a);

/* Zeroed, aligned for any type; NULL when the system has no memory. */
void *arena_alloc(Arena *a, size_t size);
/* A copy of the bytes with a NUL after them. */
char *arena_dup(Arena *a, const void *bytes, size_t len);
/* A NUL-terminated text. */
char *arena_printf(Arena *a, const char *format, ...) PRINTF_LIKE(2, 3);

#define ARENA_NEW(a, Type) ((Type *)arena_alloc((a), sizeof(Type)))

#endif
