/* SPDX-License-Identifier: MIT */
/* Clocks, in nanoseconds. */
#ifndef ADDER_OS_CLOCK_H
#define ADDER_OS_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

typedef enum OsClock {
    OS_CLOCK_WALL,      /* since 1970 */
    OS_CLOCK_MONOTONIC, /* never goes back */
    OS_CLOCK_PROCESS,   /* CPU time of the process */
    OS_CLOCK_THREAD,    /* CPU time of the calling thread */
} OsClock;

/* -1 where the system lacks that clock. */
int64_t os_clock_now(OsClock clock);
/* The clock's tick in nanoseconds; -1 likewise. */
int64_t os_clock_resolution(OsClock clock);

/* Clocks by the system's number, CLOCK_REALTIME and its like: 0, or an errno. */
int os_clock_time_of(int clock, int64_t *ns);
int os_clock_tick_of(int clock, int64_t *ns);
int os_clock_set(int clock, int64_t ns);
/* The clock of a thread's processor time; `thread` as os_thread_self has it. */
int os_clock_of_thread(uint64_t thread, int *clock);

/* Sleeps; 0 when the time is over, else an errno (EINTR after a signal). */
int os_clock_sleep(int64_t ns);

#endif
