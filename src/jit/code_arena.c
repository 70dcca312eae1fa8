/* SPDX-License-Identifier: MIT */
/*
 * The code arena.  Free ranges are kept in a list in the order of their
 * addresses, outside the arena: no two touch, all are multiples of UNIT.
 * First fit.  What is given back is filled with traps.
 */
#include "jit/code_arena.h"
#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "os/cpu.h"
#include "os/memory.h"

enum { UNIT = 64 }; /* a cache line */

typedef struct Range {
    size_t start, size; /* bytes, from the arena's base */
    struct Range *next;
} Range;

static struct {
    uint8_t *base;
    size_t size;
    size_t gap;
    Range *free;
    bool was_full;
} arena; /* process-wide, like the code in it */

static size_t rounded(size_t size, size_t unit)
{
    ASSERT((unit & (unit - 1)) == 0);
    return (size + unit - 1) & ~(unit - 1);
}

bool code_arena_init(size_t size, const char **reason)
{
    ASSERT(arena.base == NULL && size > 0);
    size_t page = os_page_size();
    arena.size = rounded(size, page);
    arena.free = malloc(sizeof *arena.free);
    uint8_t *p = os_code_map(arena.size + 2 * page,
                             (const void *)(uintptr_t)&code_arena_init,
                             CPU_CALL_REACH);
    if (p == NULL || arena.free == NULL) {
        *reason = "no memory for code within reach of the interpreter";
        return false;
    }
    arena.base = p + page;
    *arena.free = (Range){0, arena.size, NULL};
    /* What is refused is refused at the switch to executable. */
    if (!os_code_set_executable(arena.base, arena.size, true) ||
        !os_memory_guard(p, page) ||
        !os_memory_guard(arena.base + arena.size, page)) {
        os_memory_release(p, arena.size + 2 * page);
        *reason = "the system refuses executable memory";
        return false;
    }
    return true;
}

uint8_t *code_arena_base(void)
{
    return arena.base;
}

void code_arena_set_gap(size_t size)
{
    arena.gap = size;
}

uint8_t *code_arena_take(size_t size)
{
    ASSERT(arena.base != NULL && size > 0);
    size = rounded(size + arena.gap, UNIT);
    for (Range **link = &arena.free; *link != NULL; link = &(*link)->next) {
        Range *r = *link;
        ASSERT(r->start % UNIT == 0 && r->start + r->size <= arena.size);
        if (r->size < size)
            continue;
        uint8_t *at = arena.base + r->start;
        r->start += size;
        r->size -= size;
        if (r->size == 0) {
            *link = r->next;
            free(r);
        }
        return at;
    }
    arena.was_full = true;
    return NULL;
}

bool code_arena_was_full(void)
{
    bool was = arena.was_full;
    arena.was_full = false;
    return was;
}

/* So that whoever should still jump there stops at once. */
static void fill_with_traps(uint8_t *at, size_t size)
{
    uint8_t *traps = malloc(size);
    if (traps == NULL)
        return;
    memset(traps, CPU_TRAP_BYTE, size);
    code_arena_write(at, traps, size);
    free(traps);
}

/* Two neighbours become one. */
static void join(Range *r)
{
    Range *next = r->next;
    ASSERT(next == NULL || r->start + r->size <= next->start);
    if (next == NULL || r->start + r->size != next->start)
        return;
    r->size += next->size;
    r->next = next->next;
    free(next);
}

void code_arena_give(uint8_t *at, size_t size)
{
    ASSERT(code_arena_contains(at) && size > 0);
    size_t start = (size_t)(at - arena.base);
    Range *before = NULL, *r = malloc(sizeof *r);
    size = rounded(size + arena.gap, UNIT);
    ASSERT(start % UNIT == 0 && start + size <= arena.size);
    fill_with_traps(at, size);
    if (r == NULL) /* the place is lost */
        return;
    for (Range *x = arena.free; x != NULL && x->start < start; x = x->next)
        before = x;
    Range **link = before == NULL ? &arena.free : &before->next;
    ASSERT(before == NULL || before->start + before->size <= start);
    ASSERT(*link == NULL || start + size <= (*link)->start);
    *r = (Range){start, size, *link};
    *link = r;
    join(r);
    if (before != NULL)
        join(before);
}

bool code_arena_write(uint8_t *at, const uint8_t *code, size_t size)
{
    ASSERT(size > 0 && code_arena_contains(at) &&
           code_arena_contains(at + size - 1));
    if (!os_code_write(at, code, size))
        return false;
    os_code_flush(at, size);
    return true;
}

bool code_arena_contains(const void *p)
{
    const uint8_t *b = p;
    return b >= arena.base && b < arena.base + arena.size;
}
