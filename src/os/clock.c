/* SPDX-License-Identifier: MIT */
/* Clocks by clock_gettime. */
#include "os/clock.h"

#include <errno.h>
#include <time.h>

enum { SECOND = 1000000000 };

static const clockid_t ids[] = {
    [OS_CLOCK_WALL] = CLOCK_REALTIME,
    [OS_CLOCK_MONOTONIC] = CLOCK_MONOTONIC,
    [OS_CLOCK_PROCESS] = CLOCK_PROCESS_CPUTIME_ID,
    [OS_CLOCK_THREAD] = CLOCK_THREAD_CPUTIME_ID,
};

int64_t os_clock_now(OsClock clock)
{
    struct timespec ts;
    if (clock_gettime(ids[clock], &ts) != 0)
        return -1;
    return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec;
}

int64_t os_clock_resolution(OsClock clock)
{
    struct timespec ts;
    if (clock_getres(ids[clock], &ts) != 0)
        return -1;
    return (int64_t)ts.tv_sec * SECOND + ts.tv_nsec;
}

int os_clock_set_wall(int64_t ns)
{
    struct timespec ts = {.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
    return clock_settime(CLOCK_REALTIME, &ts) == 0 ? 0 : errno;
}

int os_clock_sleep(int64_t ns)
{
    struct timespec ts = {.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
    return nanosleep(&ts, NULL) == 0 ? 0 : errno;
}
