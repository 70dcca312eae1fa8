/* SPDX-License-Identifier: MIT */
/*
 * Threads of the system that run Python, and the lock that one of them at a
 * time holds (the GIL).
 *
 * A thread is attached, then it has a Thread; it runs while it holds the lock,
 * and is parked while it does not: what its stack and registers refer to is
 * published, and it touches no object.  So the collector, which runs in the
 * thread that holds the lock, finds all others parked.  Who holds it is asked to
 * give it away (PENDING_GIL) when others have waited for some milliseconds
 * (sys.setswitchinterval), and does so at its next safepoint.
 */
#ifndef ADDER_EXEC_ATTACH_H
#define ADDER_EXEC_ATTACH_H

#include "gc/park.h"
#include "object/core/thread.h"

/* Has the runtime's main thread, which calls, hold the lock: false when memory
 * is refused.  Until then a runtime has one thread. */
bool attach_open(Runtime *rt);
/* The runtime ends: who calls, the main thread, is the last that gets the lock.
 * Others stop where they would take it, for ever: what they are in the middle of
 * cannot be undone from outside. */
void attach_shut(Thread *t);
/* False: other threads are still there, so the runtime must be left to them. */
bool attach_close(Runtime *rt);

/* For how many nanoseconds a thread waits before it asks for the lock. */
int64_t attach_interval_get(const Runtime *rt);
void attach_interval_set(Runtime *rt, int64_t ns);

/* The calling thread's Thread, parked or not; NULL: it is not attached. */
Thread *thread_current(void);
/* Attaches the calling thread, which is not, waits for the lock and holds it;
 * NULL when memory is refused or the runtime ends.  The runtime stays until it is
 * detached. */
Thread *thread_attach(Runtime *rt);
/* The calling thread runs no Python any more. */
void thread_detach(Thread *t);

/* For a thread that is about to be started: what it will need, NULL when memory
 * is refused; it was not started after all; it has been, and attaches itself
 * (false: the runtime ends). */
Thread *attach_prepare(Runtime *rt);
void attach_cancel(Thread *t);
bool thread_attach_as(Thread *t);

/*
 * Around a fork, which t makes while it holds the lock: before it, then in the
 * parent (or when it failed) and in the child.  In the child t is the only thread
 * and the main one; the memory of the others is given back, what they did is not
 * finished, and locks that they hold are held for ever.
 */
void attach_fork_before(Thread *t);
void attach_fork_parent(Thread *t);
void attach_fork_child(Thread *t);

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
