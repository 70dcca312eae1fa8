/* SPDX-License-Identifier: MIT */
/* Threads by POSIX. */
#include "os/thread.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SECOND = 1000000000 };

uintptr_t os_thread_self(void)
{
    static _Thread_local char mine; /* for its address */
    return (uintptr_t)&mine;
}

/* What fails only where the caller broke a rule (a monitor left by who had not
 * entered it): nothing holds any more then. */
static void must(int error, const char *what)
{
    if (error == 0)
        return;
    fprintf(stderr, "adder: %s: %s\n", what, strerror(error));
    abort();
}

typedef struct Start {
    void (*fn)(void *argument);
    void *argument;
} Start;

static void *run(void *argument)
{
    Start start = *(Start *)argument;
    free(argument);
    start.fn(start.argument);
    return NULL;
}

static int create(pthread_t *handle, size_t stack, Start *start)
{
    pthread_attr_t attributes;
    int error = pthread_attr_init(&attributes);
    if (error != 0)
        return error;
    if (stack != 0)
        error = pthread_attr_setstacksize(&attributes, stack);
    if (error == 0)
        error = pthread_create(handle, &attributes, run, start);
    must(pthread_attr_destroy(&attributes), "thread attributes");
    return error;
}

int os_thread_start(OsThread *thread, void (*fn)(void *argument),
                    void *argument, size_t stack)
{
    Start *start = malloc(sizeof *start);
    if (start == NULL)
        return ENOMEM;
    *start = (Start){fn, argument};
    int error = create(&thread->handle, stack, start);
    if (error != 0)
        free(start);
    return error;
}

void os_thread_join(OsThread *thread)
{
    must(pthread_join(thread->handle, NULL), "joining a thread");
}

/* ---- monitors ---- */

#ifdef __APPLE__ /* conditions know the wall clock alone */
static int condition_init(pthread_cond_t *c)
{
    return pthread_cond_init(c, NULL);
}
#define CONDITION_CLOCK CLOCK_REALTIME
#else
static int condition_init(pthread_cond_t *c)
{
    pthread_condattr_t attributes;
    int error = pthread_condattr_init(&attributes);
    if (error != 0)
        return error;
    error = pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    if (error == 0)
        error = pthread_cond_init(c, &attributes);
    must(pthread_condattr_destroy(&attributes), "condition attributes");
    return error;
}
#define CONDITION_CLOCK CLOCK_MONOTONIC
#endif

int os_monitor_init(OsMonitor *m)
{
    int error = pthread_mutex_init(&m->mutex, NULL);
    if (error != 0)
        return error;
    error = condition_init(&m->changed);
    if (error != 0)
        must(pthread_mutex_destroy(&m->mutex), "ending a mutex");
    return error;
}

void os_monitor_destroy(OsMonitor *m)
{
    must(pthread_cond_destroy(&m->changed), "ending a condition");
    must(pthread_mutex_destroy(&m->mutex), "ending a mutex");
}

void os_monitor_enter(OsMonitor *m)
{
    must(pthread_mutex_lock(&m->mutex), "entering a monitor");
}

void os_monitor_leave(OsMonitor *m)
{
    must(pthread_mutex_unlock(&m->mutex), "leaving a monitor");
}

bool os_monitor_wait(OsMonitor *m, int64_t ns)
{
    if (ns < 0) {
        must(pthread_cond_wait(&m->changed, &m->mutex), "waiting in a monitor");
        return true;
    }
    struct timespec end;
    if (clock_gettime(CONDITION_CLOCK, &end) != 0)
        must(errno, "the clock of a monitor");
    int64_t sum = end.tv_nsec + ns % SECOND;
    end.tv_sec += (time_t)(ns / SECOND + sum / SECOND);
    end.tv_nsec = (long)(sum % SECOND);
    int error = pthread_cond_timedwait(&m->changed, &m->mutex, &end);
    if (error == ETIMEDOUT)
        return false;
    must(error, "waiting in a monitor");
    return true;
}

void os_monitor_notify(OsMonitor *m)
{
    must(pthread_cond_broadcast(&m->changed), "telling of a change");
}
