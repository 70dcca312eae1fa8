/* SPDX-License-Identifier: MIT */
/* Random bytes by getentropy (POSIX.1-2024). */
#include "os/random.h"

#include <sys/random.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/personality.h>
#endif

bool os_random_fill(void *buf, size_t n)
{
    return getentropy(buf, n) == 0;
}

static bool places_are_random(void)
{
#ifdef __linux__
    int persona = personality(0xffffffff); /* only asks */
    return persona == -1 || !(persona & ADDR_NO_RANDOMIZE);
#else
    return true;
#endif
}

uint64_t os_random_place(uint64_t limit)
{
    uint64_t n;
    if (!places_are_random() || !os_random_fill(&n, sizeof n))
        return 0;
    return n % limit;
}
