/* SPDX-License-Identifier: MIT */
/* Clocks by clock_gettime. */
#include "os/clock.h"

#include <errno.h>
#include <pthread.h>
#include <time.h>

enum { SECOND = 1000000000 };

static const clockid_t ids[] = {
    [OS_CLOCK_WALL] = CLOCK_REALTIME,
    [OS_CLOCK_MONOTONIC] = CLOCK_MONOTONIC,
    [OS_CLOCK_PROCESS] = CLOCK_PROCESS_CPUTIME_ID,
    [OS_CLOCK_THREAD] = CLOCK_THREAD_CPUTIME_ID,
};

static int64_t to_ns(const struct timespec *ts)
{
    return (int64_t)ts->tv_sec * SECOND + ts->tv_nsec;
}

int os_clock_time_of(int clock, int64_t *ns)
{
    struct timespec ts;
    if (clock_gettime(clock, &ts) != 0)
        return errno;
    *ns = to_ns(&ts);
    return 0;
}

int os_clock_tick_of(int clock, int64_t *ns)
{
    struct timespec ts;
    if (clock_getres(clock, &ts) != 0)
        return errno;
    *ns = to_ns(&ts);
    return 0;
}

int os_clock_set(int clock, int64_t ns)
{
    struct timespec ts = {.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
    if (ts.tv_nsec < 0) {
        ts.tv_sec--;
        ts.tv_nsec += SECOND;
    }
    return clock_settime(clock, &ts) == 0 ? 0 : errno;
}

int os_clock_of_thread(uint64_t thread, int *clock)
{
    clockid_t id;
    int error = pthread_getcpuclockid((pthread_t)thread, &id);
    *clock = id;
    return error;
}

int64_t os_clock_now(OsClock clock)
{
    int64_t ns = 0;
    return os_clock_time_of(ids[clock], &ns) == 0 ? ns : -1;
}

int64_t os_clock_resolution(OsClock clock)
{
    int64_t ns = 0;
    return os_clock_tick_of(ids[clock], &ns) == 0 ? ns : -1;
}

int os_clock_sleep(int64_t ns)
{
    struct timespec ts = {.tv_sec = ns / SECOND, .tv_nsec = ns % SECOND};
    return nanosleep(&ts, NULL) == 0 ? 0 : errno;
}
