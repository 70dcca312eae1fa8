/* SPDX-License-Identifier: MIT */
/* The code arena: bump allocation, code put in as whole pages. */
#include "jit/code_arena.h"
#include "os/memory.h"

static struct {
    uint8_t *base;
    size_t used;
} arena; /* process-wide, like the code in it */

/* A direct call reaches 2 GiB each way on x86_64, 128 MiB on aarch64. */
#if defined(__aarch64__)
enum { REACH = 120 << 20 };
#else
enum { REACH = 1 << 30 };
#endif

static bool probe(void)
{
    /* What is refused is refused at the switch to executable. */
    return os_code_set_executable(arena.base, ARENA_SIZE, true);
}

bool code_arena_init(const char **reason)
{
    arena.base = os_code_map(ARENA_SIZE, (const void *)(uintptr_t)&code_arena_init,
                             REACH);
    if (arena.base == NULL) {
        *reason = "no memory for code within reach of the interpreter";
        return false;
    }
    if (!probe()) {
        *reason = "the system refuses executable memory";
        return false;
    }
    return true;
}

uint8_t *code_arena_next(size_t size)
{
    size_t start = (arena.used + 63) & ~(size_t)63;
    return start + size <= ARENA_SIZE ? arena.base + start : NULL;
}

bool code_arena_patch(uint8_t *at, const uint8_t *code, size_t size)
{
    if (!os_code_write(at, code, size))
        return false;
    os_code_flush(at, size);
    return true;
}

bool code_arena_put(uint8_t *at, const uint8_t *code, size_t size)
{
    if (!code_arena_patch(at, code, size))
        return false;
    arena.used = (size_t)(at - arena.base) + size;
    return true;
}

bool code_arena_contains(const void *p)
{
    const uint8_t *b = p;
    return b >= arena.base && b < arena.base + ARENA_SIZE;
}
