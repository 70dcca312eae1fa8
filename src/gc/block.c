/* SPDX-License-Identifier: MIT */
/* Blocks: free runs in bins by size, merged with their neighbours. */
#include "gc/block.h"

#include <string.h>
#include "base/base.h"
#include "os/memory.h"
#include "os/random.h"

enum {
    STEP = 32,         /* blocks made accessible at a time: 1 MiB */
    TABLE_STEP = 4096, /* descriptors likewise */
    POPULATE_FROM = 2 * STEP, /* blocks; see populate_next */
    POPULATE_STEP = 8,
};
#define SPACE_MAX ((size_t)1 << 38)
#define SPACE_MIN ((size_t)1 << 24)
/* Links in there read as headers of KIND_FREE: see place_is_good. */
#define LOWEST ((size_t)1 << 36)
#define HIGHEST ((size_t)1 << 40)

static size_t round_up(size_t n, size_t step)
{
    ASSERT(step > 0);
    return (n + step - 1) / step * step;
}

static size_t table_size(size_t space)
{
    return round_up(space / BLOCK_SIZE, TABLE_STEP) * sizeof(Block);
}

static size_t map_size(size_t space)
{
    return round_up(space / BLOCK_SIZE, TABLE_STEP);
}

/* Makes the descriptors of blocks below `top` accessible. */
static bool descriptors_commit(BlockSpace *s, size_t top)
{
    size_t n = round_up(top, TABLE_STEP);
    return os_memory_commit(s->blocks, n * sizeof(Block)) &&
           os_memory_commit(s->remembered, n);
}

/* The kind that a link reads as. */
static unsigned kind_of_link(const void *to)
{
    Header h;
    _Static_assert(sizeof h == sizeof to, "a link takes a header's place");
    memcpy(&h, &to, sizeof h);
    return h.kind;
}

/* Whether links into [p, p + size), whose addresses differ in their lower 40
 * bits, read as headers of no kind. */
static bool place_is_good(const void *p, size_t size)
{
    ASSERT(size > 0);
    const char *last = (const char *)p + size - 1;
    unsigned kind = kind_of_link(p);
    ASSERT(kind_of_link((const void *)((uintptr_t)p ^ 0xffffffffff)) == kind);
    return kind == kind_of_link(last) && (kind == 0 || kind >= KIND_LIMIT);
}

static void *place_try(void *hint, size_t size)
{
    void *p = os_memory_reserve(hint, size);
    if (p != NULL && !place_is_good(p, size)) {
        os_memory_release(p, size);
        p = NULL;
    }
    return p;
}

/* Somewhere in [LOWEST, HIGHEST), another place in each process. */
static uintptr_t low_hint(size_t size)
{
    uint64_t n = (HIGHEST - LOWEST - size) / BLOCK_SIZE;
    return LOWEST + (uintptr_t)os_random_place(n) * BLOCK_SIZE;
}

bool block_space_open(BlockSpace *s)
{
    size_t most = os_memory_limit() / 2;
    size_t size = SPACE_MAX;
    void *p = NULL;
    memset(s, 0, sizeof *s);
    while (size > most)
        size /= 2;
    for (; p == NULL && size >= SPACE_MIN; size /= 2) {
        p = place_try((void *)low_hint(size), size);
        if (p == NULL)
            p = place_try(NULL, size);
        if (p != NULL)
            break;
    }
    if (p == NULL)
        return false;
    size_t n = size / BLOCK_SIZE;
    s->reservation = p;
    s->size = size;
    s->blocks = os_memory_reserve(NULL, table_size(size));
    s->remembered = os_memory_reserve(NULL, map_size(size));
    if (s->blocks == NULL || s->remembered == NULL) {
        block_space_close(s);
        return false;
    }
    s->base = round_up((uintptr_t)p, BLOCK_SIZE);
    s->limit = (uint32_t)(n - 1);
    s->top = 1;
    s->committed = 1;
    ASSERT(s->base % BLOCK_SIZE == 0 && s->limit > s->top);
    if (!descriptors_commit(s, 1)) {
        block_space_close(s);
        return false;
    }
    return true;
}

void block_space_close(BlockSpace *s)
{
    ASSERT(s->blocks == NULL || s->reservation != NULL);
    os_memory_release(s->reservation, s->size);
    if (s->blocks != NULL)
        os_memory_release(s->blocks, table_size(s->size));
    if (s->remembered != NULL)
        os_memory_release(s->remembered, map_size(s->size));
    memset(s, 0, sizeof *s);
}

static unsigned bin_of(uint32_t run)
{
    ASSERT(run > 0);
    return 31u - (unsigned)__builtin_clz(run);
}

static void bin_add(BlockSpace *s, uint32_t first, uint32_t n)
{
    ASSERT(first != BLOCK_NONE && first + n <= s->top);
    Block *b = &s->blocks[first];
    unsigned bin = bin_of(n);
    b->state = BLOCK_FREE;
    b->run = n;
    b->previous = BLOCK_NONE;
    b->next = s->bins[bin];
    if (b->next != BLOCK_NONE)
        s->blocks[b->next].previous = first;
    s->bins[bin] = first;
    if (n > 1) {
        s->blocks[first + n - 1].state = BLOCK_UNUSED;
        s->blocks[first + n - 1].run = n;
    }
}

static void bin_remove(BlockSpace *s, uint32_t first)
{
    Block *b = &s->blocks[first];
    ASSERT(b->state == BLOCK_FREE);
    ASSERT(b->run > 0 && first + b->run <= s->top);
    ASSERT(b->previous == BLOCK_NONE || s->blocks[b->previous].next == first);
    ASSERT(b->next == BLOCK_NONE || s->blocks[b->next].previous == first);
    if (b->previous != BLOCK_NONE)
        s->blocks[b->previous].next = b->next;
    else
        s->bins[bin_of(b->run)] = b->next;
    if (b->next != BLOCK_NONE)
        s->blocks[b->next].previous = b->previous;
    b->state = BLOCK_UNUSED;
}

/* Makes [0, top) accessible, with its descriptors. */
static bool commit_to(BlockSpace *s, uint32_t top)
{
    ASSERT(top <= s->limit);
    if (top <= s->committed)
        return true;
    /* A larger heap grows by larger steps. */
    size_t to = round_up(top + s->committed / 8, STEP);
    if (to > s->limit)
        to = s->limit;
    if (to > round_up(s->committed, TABLE_STEP) &&
        !descriptors_commit(s, to))
        return false;
    ASSERT(to > s->committed && to >= top);
    if (!os_memory_commit(block_start(s, s->committed),
                          (to - s->committed) << BLOCK_SHIFT))
        return false;
    s->committed = (uint32_t)to;
    return true;
}

/* A heap that outgrows what every program needs will use the next blocks, too:
 * their pages are asked for together. */
static void populate_next(BlockSpace *s)
{
    ASSERT(s->top < s->committed);
    if (s->top < s->populated || s->top < POPULATE_FROM)
        return;
    s->populated = s->top + POPULATE_STEP < s->committed
                       ? s->top + POPULATE_STEP : s->committed;
    os_memory_populate(block_start(s, s->top),
                       (size_t)(s->populated - s->top) << BLOCK_SHIFT);
}

/* The first block of a free run of at least n, or BLOCK_NONE. */
static uint32_t run_find(const BlockSpace *s, uint32_t n)
{
    unsigned bin = bin_of(n);
    /* In its own bin runs may be too short: look at a few. */
    int tries = 16;
    for (uint32_t i = s->bins[bin]; i != BLOCK_NONE && tries-- > 0;
         i = s->blocks[i].next)
        if (s->blocks[i].run >= n)
            return i;
    while (++bin < 32)
        if (s->bins[bin] != BLOCK_NONE)
            return s->bins[bin];
    return BLOCK_NONE;
}

uint32_t block_run_take(BlockSpace *s, uint32_t n)
{
    ASSERT(n > 0);
    uint32_t first = run_find(s, n);
    if (first != BLOCK_NONE) {
        ASSERT(s->blocks[first].run >= n);
        uint32_t rest = s->blocks[first].run - n;
        bin_remove(s, first);
        if (rest > 0)
            bin_add(s, first + n, rest);
    } else {
        if (n > s->limit - s->top || !commit_to(s, s->top + n))
            return BLOCK_NONE;
        if (n == 1)
            populate_next(s);
        first = s->top;
        s->top += n;
    }
    s->used += n;
    ASSERT(first + n <= s->top && s->top <= s->committed);
    ASSERT(s->used <= s->top);
    return first;
}

bool block_run_take_at(BlockSpace *s, uint32_t first, uint32_t n)
{
    ASSERT(first != BLOCK_NONE && first <= s->top && n > 0);
    if (first == s->top) {
        if (n > s->limit - s->top || !commit_to(s, s->top + n))
            return false;
        s->top += n;
    } else {
        const Block *b = &s->blocks[first];
        if (b->state != BLOCK_FREE || b->run < n)
            return false;
        uint32_t rest = b->run - n;
        bin_remove(s, first);
        if (rest > 0)
            bin_add(s, first + n, rest);
    }
    s->used += n;
    ASSERT(first + n <= s->top && s->used <= s->top);
    return true;
}

void block_run_give(BlockSpace *s, uint32_t first, uint32_t n)
{
    ASSERT(first != BLOCK_NONE && n > 0 && first + n <= s->top);
    ASSERT(n <= s->used);
    s->used -= n;
    for (uint32_t i = first; i < first + n; i++) {
        s->blocks[i].state = BLOCK_UNUSED;
        s->blocks[i].dirty = true;
    }
    Block *after = &s->blocks[first + n];
    if (first + n < s->top && after->state == BLOCK_FREE) {
        uint32_t more = after->run;
        bin_remove(s, first + n);
        n += more;
    }
    Block *before = &s->blocks[first - 1];
    if (before->state == BLOCK_FREE) {
        bin_remove(s, first - 1);
        first--;
        n++;
    } else if (first > 1 && before->state == BLOCK_UNUSED) {
        uint32_t less = before->run;
        ASSERT(less < first && s->blocks[first - less].run == less);
        bin_remove(s, first - less);
        first -= less;
        n += less;
    }
    bin_add(s, first, n);
}

void block_run_discard(BlockSpace *s, uint32_t first, uint32_t n)
{
    ASSERT(first != BLOCK_NONE && n > 0 && first + n <= s->top);
    os_memory_discard(block_start(s, first), (size_t)n << BLOCK_SHIFT);
    for (uint32_t i = first; i < first + n; i++)
        s->blocks[i].dirty = false;
}

/* Discards the dirty stretches of a free run. */
static size_t run_trim(BlockSpace *s, uint32_t first, size_t keep)
{
    ASSERT(s->blocks[first].state == BLOCK_FREE);
    uint32_t end = first + s->blocks[first].run;
    size_t kept = 0;
    for (uint32_t i = first; i < end; i++) {
        if (!s->blocks[i].dirty)
            continue;
        if (kept < keep) {
            kept += BLOCK_SIZE;
            continue;
        }
        uint32_t j = i;
        while (j < end && s->blocks[j].dirty)
            s->blocks[j++].dirty = false;
        os_memory_discard(block_start(s, i), (size_t)(j - i) << BLOCK_SHIFT);
        i = j - 1;
    }
    return kept;
}

void block_space_trim(BlockSpace *s, size_t keep)
{
    for (int bin = 0; bin < 32; bin++)
        for (uint32_t i = s->bins[bin]; i != BLOCK_NONE;
             i = s->blocks[i].next) {
            size_t kept = run_trim(s, i, keep);
            keep -= kept < keep ? kept : keep; /* it keeps whole blocks */
        }
}

void block_run_clear(BlockSpace *s, uint32_t first, size_t bytes)
{
    ASSERT(first != BLOCK_NONE && first < s->top);
    ASSERT(first + (bytes + BLOCK_SIZE - 1) / BLOCK_SIZE <= s->top);
    for (uint32_t i = first; bytes > 0; i++) {
        size_t n = bytes < BLOCK_SIZE ? bytes : BLOCK_SIZE;
        if (s->blocks[i].dirty)
            memset(block_start(s, i), 0, n);
        bytes -= n;
    }
}
