/* SPDX-License-Identifier: MIT */
/* Threads of the system, and what they wait for each other with. */
#ifndef ADDER_OS_THREAD_H
#define ADDER_OS_THREAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number that no other running thread has, and that a fork keeps. */
uintptr_t os_thread_self(void);

typedef struct OsThread {
    pthread_t handle;
} OsThread;
/* Runs fn(argument) in a new thread, with a C stack of `stack` bytes (0: the
 * system's choice): 0, or an errno. */
int os_thread_start(OsThread *thread, void (*fn)(void *argument),
                    void *argument, size_t stack);
/* Waits until it is at its end. */
void os_thread_join(OsThread *thread);

/* A mutex with a condition that is waited for under it. */
typedef struct OsMonitor {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
} OsMonitor;
/* 0, or an errno. */
int os_monitor_init(OsMonitor *m);
void os_monitor_destroy(OsMonitor *m);
void os_monitor_enter(OsMonitor *m);
void os_monitor_leave(OsMonitor *m);
/* Leaves, waits for a signal or `ns` nanoseconds (negative: for ever), enters;
 * false when the time is over.  May return for no reason. */
bool os_monitor_wait(OsMonitor *m, int64_t ns);
/* Wakes all that wait. */
void os_monitor_notify(OsMonitor *m);

#endif
