/* SPDX-License-Identifier: MIT */
/*
 * Threads of the system that run Python, and the lock that one of them at a
 * time holds (the GIL).
 *
 * A thread is attached, then it has a Thread; it runs while it holds the lock,
 * and is parked while it does not: what its stack and registers refer to is
 * published, and it touches no object.  So the collector, which runs in the
 * thread that holds the lock, finds all others parked.  Who holds it is asked to
 * give it away (PENDING_GIL) when others have waited for some milliseconds, and
 * does so at its next safepoint.
 */
#ifndef ADDER_EXEC_ATTACH_H
#define ADDER_EXEC_ATTACH_H

#include "gc/park.h"
#include "object/core/thread.h"

/* Has the runtime's main thread, which calls, hold the lock: false when memory
 * is refused.  Until then a runtime has one thread. */
bool attach_open(Runtime *rt);
/* No other thread is attached any more. */
void attach_close(Runtime *rt);

/* The calling thread's Thread, parked or not; NULL: it is not attached. */
Thread *thread_current(void);
/* Attaches the calling thread, which is not, waits for the lock and holds it;
 * NULL when memory is refused.  The runtime stays until it is detached. */
Thread *thread_attach(Runtime *rt);
/* The calling thread runs no Python any more. */
void thread_detach(Thread *t);

/* The lock alone: who gives it up is parked. */
void thread_release(Thread *t);
void thread_acquire(Thread *t);

/* Gives the lock up, parked, and takes it again: what lies between neither
 * raises nor looks at objects, and both are in one function.  See blocking.h. */
static inline __attribute__((always_inline)) void thread_park(Thread *t)
{
    gc_mutator_park(&t->gc);
    thread_release(t);
}
static inline void thread_unpark(Thread *t)
{
    thread_acquire(t);
    gc_mutator_unpark(&t->gc);
}
/* Lets another thread run that waits: of safepoints, after PENDING_GIL. */
void thread_yield(Thread *t);

#endif
