/* SPDX-License-Identifier: MIT */
/* Random bytes by getentropy (POSIX.1-2024). */
#include "os/random.h"

#include <sys/random.h>
#include <unistd.h>

bool os_random_fill(void *buf, size_t n)
{
    return getentropy(buf, n) == 0;
}
