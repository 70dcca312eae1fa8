/* SPDX-License-Identifier: MIT */
/* Threads by POSIX. */
#include "os/thread.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum {
    SECOND = 1000000000,
    STACK_LEAST = 1 << 20,
    STACK_USUAL = 8 << 20,
};

uintptr_t os_thread_self(void)
{
    return (uintptr_t)pthread_self();
}

/* What fails only where the caller broke a rule (a mutex unlocked by who had not
 * locked it): nothing holds any more then. */
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
    size_t usual = 0;
    if (stack == 0 && pthread_attr_getstacksize(&attributes, &usual) == 0 &&
        usual < STACK_LEAST)
        stack = STACK_USUAL; /* musl's are small */
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

uintptr_t os_thread_number(const OsThread *thread)
{
    return (uintptr_t)thread->handle;
}

void os_thread_join(OsThread *thread)
{
    must(pthread_join(thread->handle, NULL), "joining a thread");
}

void os_thread_detach(OsThread *thread)
{
    must(pthread_detach(thread->handle), "leaving a thread alone");
}

void os_thread_hang(void)
{
    for (;;)
        (void)pause(); /* signal handlers run here */
}

/* ---- mutexes ---- */

void os_mutex_init(OsMutex *m)
{
    must(pthread_mutex_init(&m->mutex, NULL), "making a mutex");
}

void os_mutex_destroy(OsMutex *m)
{
    must(pthread_mutex_destroy(&m->mutex), "ending a mutex");
}

void os_mutex_lock(OsMutex *m)
{
    must(pthread_mutex_lock(&m->mutex), "locking a mutex");
}

void os_mutex_unlock(OsMutex *m)
{
    must(pthread_mutex_unlock(&m->mutex), "unlocking a mutex");
}

/* ---- conditions ---- */

#ifdef __APPLE__ /* conditions know the wall clock alone */
#define CONDITION_CLOCK CLOCK_REALTIME
#else
#define CONDITION_CLOCK CLOCK_MONOTONIC
#endif

void os_condition_init(OsCondition *c)
{
    pthread_condattr_t attributes;
    must(pthread_condattr_init(&attributes), "condition attributes");
#ifndef __APPLE__
    must(pthread_condattr_setclock(&attributes, CONDITION_CLOCK),
         "the clock of a condition");
#endif
    must(pthread_cond_init(&c->changed, &attributes), "making a condition");
    must(pthread_condattr_destroy(&attributes), "condition attributes");
}

void os_condition_destroy(OsCondition *c)
{
    must(pthread_cond_destroy(&c->changed), "ending a condition");
}

bool os_condition_wait(OsCondition *c, OsMutex *m, int64_t ns)
{
    if (ns < 0) {
        must(pthread_cond_wait(&c->changed, &m->mutex), "waiting");
        return true;
    }
    struct timespec end;
    if (clock_gettime(CONDITION_CLOCK, &end) != 0)
        must(errno, "the clock of a condition");
    int64_t sum = end.tv_nsec + ns % SECOND;
    end.tv_sec += (time_t)(ns / SECOND + sum / SECOND);
    end.tv_nsec = (long)(sum % SECOND);
    int error = pthread_cond_timedwait(&c->changed, &m->mutex, &end);
    if (error == ETIMEDOUT)
        return false;
    must(error, "waiting");
    return true;
}

void os_condition_notify(OsCondition *c)
{
    must(pthread_cond_signal(&c->changed), "telling of a change");
}
