/* SPDX-License-Identifier: MIT */
/* Bump allocation in blocks that double in size up to a limit. */
#include "base/arena.h"
#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    FIRST_BLOCK = LIMIT_ARENA_FIRST,
    LARGEST_BLOCK = 1024 * 1024,
    ALIGNMENT = 16
};

struct ArenaBlock {
    ArenaBlock *older;
    size_t size;
    _Alignas(ALIGNMENT) char bytes[];
};

void arena_init(Arena *a) { *a = (Arena){0}; }

void arena_free(Arena *a)
{
    ArenaBlock *block = a->blocks;
    while (block != NULL) {
        ArenaBlock *older = block->older;
        free(block);
        block = older;
    }
    arena_init(a);
}

static bool add_block(Arena *a, size_t size)
{
    size_t wanted = a->blocks != NULL ? a->blocks->size * 2 : FIRST_BLOCK;
    if (wanted > LARGEST_BLOCK)
        wanted = LARGEST_BLOCK;
    if (wanted < size)
        wanted = size;
    ArenaBlock *block = calloc(1, sizeof(ArenaBlock) + wanted);
    if (block == NULL) {
        a->failed = true;
        return false;
    }
    block->older = a->blocks;
    block->size = wanted;
    a->blocks = block;
    a->next = block->bytes;
    a->end = block->bytes + wanted;
    return true;
}

void *arena_alloc(Arena *a, size_t size)
{
    if (UNLIKELY(size > SIZE_MAX / 4)) {
        a->failed = true;
        return NULL;
    }
    size = (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (UNLIKELY(a->next == NULL || size > (size_t)(a->end - a->next)) &&
        !add_block(a, size)) {
        return NULL;
    }
    void *p = a->next;
    a->next += size;
    a->used += size;
    return p;
}

char *arena_dup(Arena *a, const void *bytes, size_t len)
{
    char *p = arena_alloc(a, len + 1);
    if (p != NULL && len > 0)
        memcpy(p, bytes, len);
    return p;
}

char *arena_printf(Arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *p = len < 0 ? NULL : arena_alloc(a, (size_t)len + 1);
    if (p != NULL) {
        va_start(args, format);
        vsnprintf(p, (size_t)len + 1, format, args);
        va_end(args);
    }
    return p;
}
