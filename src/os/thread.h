/* SPDX-License-Identifier: MIT */
/* Threads of the system, and what they wait for each other with. */
#ifndef ADDER_OS_THREAD_H
#define ADDER_OS_THREAD_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number that no other running thread has, and that a fork keeps: the thread
 * library's. */
uintptr_t os_thread_self(void);

typedef struct OsThread {
    pthread_t handle;
} OsThread;
/* Runs fn(argument) in a new thread, with a C stack of `stack` bytes (0: the
 * system's choice): 0, or an errno. */
int os_thread_start(OsThread *thread, void (*fn)(void *argument),
                    void *argument, size_t stack);
/* What os_thread_self answers there. */
uintptr_t os_thread_number(const OsThread *thread);
/* Waits until it is at its end. */
void os_thread_join(OsThread *thread);
/* Nobody will wait for it. */
void os_thread_detach(OsThread *thread);
/* The calling thread goes no further; the process's end takes it along.  (To end
 * it here would unwind frames of whoever called us.) */
_Noreturn void os_thread_hang(void);

typedef struct OsMutex {
    pthread_mutex_t mutex;
} OsMutex;
void os_mutex_init(OsMutex *m);
void os_mutex_destroy(OsMutex *m);
void os_mutex_lock(OsMutex *m);
void os_mutex_unlock(OsMutex *m);

/* What is waited for under a mutex. */
typedef struct OsCondition {
    pthread_cond_t changed;
} OsCondition;
void os_condition_init(OsCondition *c);
void os_condition_destroy(OsCondition *c);
/* Unlocks, waits for os_condition_notify or `ns` nanoseconds (negative: for
 * ever), locks; false when the time is over.  May return for no reason. */
bool os_condition_wait(OsCondition *c, OsMutex *m, int64_t ns);
/* Wakes one that waits. */
void os_condition_notify(OsCondition *c);

#endif
