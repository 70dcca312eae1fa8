/* SPDX-License-Identifier: MIT */
/* Address space by mmap. */
#define _GNU_SOURCE /* mremap */
#include "os/memory.h"

#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>
#include "os/random.h"

#if defined(__linux__) && defined(__aarch64__)
#include <sys/auxv.h>
#endif

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

size_t os_page_size(void)
{
    return (size_t)sysconf(_SC_PAGESIZE);
}

size_t os_memory_limit(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return SIZE_MAX;
    return (size_t)limit.rlim_cur;
}

void *os_memory_reserve(void *hint, size_t size)
{
    void *p = mmap(hint, size, PROT_NONE,
                   MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

bool os_memory_commit(void *p, size_t size)
{
    return mprotect(p, size, PROT_READ | PROT_WRITE) == 0;
}

void os_memory_populate(void *p, size_t size)
{
#ifdef MADV_POPULATE_WRITE
    (void)madvise(p, size, MADV_POPULATE_WRITE);
#else
    (void)p, (void)size;
#endif
}

void os_memory_discard(void *p, size_t size)
{
#ifdef __linux__
    if (madvise(p, size, MADV_DONTNEED) == 0)
        return;
#endif
    /* Elsewhere DONTNEED need not zero: map fresh pages over the old. */
    if (mmap(p, size, PROT_READ | PROT_WRITE,
             MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0) == MAP_FAILED)
        memset(p, 0, size);
}

/* The system may refuse to cut a mapping in two (ENOMEM): the pages stay, and
 * nobody uses them. */
void os_memory_release(void *p, size_t size)
{
    (void)munmap(p, size);
}

bool os_memory_guard(void *p, size_t size)
{
    return mprotect(p, size, PROT_NONE) == 0;
}

static uintptr_t distance(uintptr_t a, uintptr_t b)
{
    return a > b ? a - b : b - a;
}

static void *try_map(uintptr_t hint, size_t size)
{
    int flags = MAP_PRIVATE | MAP_ANONYMOUS;
    void *p = mmap((void *)hint, size, PROT_READ | PROT_WRITE, flags, -1, 0);
    return p == MAP_FAILED ? NULL : p;
}

static bool within(const void *p, size_t size, uintptr_t target, size_t reach)
{
    uintptr_t low = (uintptr_t)p;
    return distance(low, target) < reach &&
           distance(low + size, target) < reach;
}

/* The kernel takes a hint only where it is free.  First, at random places around
 * the target. */
static void *map_anywhere_near(size_t size, uintptr_t target, size_t reach)
{
    uintptr_t page = os_page_size();
    uintptr_t low = target > reach ? target - reach : 0;
    for (int i = 0; i < 16; i++) {
        uintptr_t away = (uintptr_t)os_random_place(target + reach - low) &
                         ~(page - 1);
        if (away == 0)
            return NULL;
        void *p = try_map(low + away, size);
        if (p == NULL || (p == (void *)(low + away) &&
                          within(p, size, target, reach)))
            return p;
        os_memory_release(p, size); /* where the system puts everything */
    }
    return NULL;
}

/* Then stepping away from it, both ways, in sixty-four strides. */
static void *map_next_to(size_t size, uintptr_t target, size_t reach)
{
    uintptr_t page = os_page_size();
    for (uintptr_t step = 1; step < 64; step++) {
        uintptr_t away = step * (reach / 64) & ~(page - 1);
        for (int up = 0; up < 2; up++) {
            if (!up && away + size > target)
                continue;
            uintptr_t hint = up ? target + away : target - away - size;
            void *p = try_map(hint & ~(page - 1), size);
            if (p == NULL)
                return NULL;
            if (within(p, size, target, reach))
                return p;
            os_memory_release(p, size);
        }
    }
    return NULL;
}

void *os_code_map(size_t size, const void *near, size_t reach)
{
    if (near == NULL)
        return try_map(0, size);
    uintptr_t target = (uintptr_t)near & ~(uintptr_t)(os_page_size() - 1);
    void *p = map_anywhere_near(size, target, reach);
    return p != NULL ? p : map_next_to(size, target, reach);
}

#if defined(__linux__) && defined(__aarch64__)
/* So that indirect branches must land on `bti`, where the processor checks. */
static int access_guarded(void)
{
    enum { HAS_BTI = 1 << 17, GUARDED = 0x10 }; /* HWCAP2_BTI, PROT_BTI */
    return getauxval(AT_HWCAP2) & HAS_BTI ? GUARDED : 0;
}
#else
static int access_guarded(void)
{
    return 0;
}
#endif

bool os_code_set_executable(void *p, size_t size, bool executable)
{
    int access = executable ? PROT_READ | PROT_EXEC | access_guarded()
                            : PROT_READ | PROT_WRITE;
    return mprotect(p, size, access) == 0;
}

#ifdef __linux__
/* Written to a copy of the pages, which takes their place when it may run. */
static bool replace_pages(uint8_t *pages, size_t len, size_t start,
                          const void *bytes, size_t size)
{
    uint8_t *copy = try_map(0, len);
    if (copy == NULL)
        return false;
    memcpy(copy, pages, len);
    memcpy(copy + start, bytes, size);
    if (os_code_set_executable(copy, len, true) &&
        mremap(copy, len, len, MREMAP_MAYMOVE | MREMAP_FIXED, pages) == pages)
        return true;
    os_memory_release(copy, len);
    return false;
}
#else
static bool replace_pages(uint8_t *pages, size_t len, size_t start,
                          const void *bytes, size_t size)
{
    if (!os_code_set_executable(pages, len, false))
        return false;
    memcpy(pages + start, bytes, size);
    return os_code_set_executable(pages, len, true);
}
#endif

bool os_code_write(void *at, const void *bytes, size_t size)
{
    size_t page = os_page_size();
    size_t start = (uintptr_t)at & (page - 1);
    size_t len = (start + size + page - 1) & ~(page - 1);
    return replace_pages((uint8_t *)at - start, len, start, bytes, size);
}

void os_code_flush(void *p, size_t size)
{
    __builtin___clear_cache((char *)p, (char *)p + size);
}
