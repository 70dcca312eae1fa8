/* SPDX-License-Identifier: MIT */
/*
 * _thread.lock.
 *
 * Its state lies in the object, and the lock that threads run under (exec/attach.h)
 * protects it: taking and releasing one that nobody waits for asks nothing of the
 * system.  Who must wait stands in the queue, a node on its stack, and is told
 * through its thread's parker; it takes the lock itself when it is awake, unless
 * another was faster, and then keeps its place.
 *
 * After a fork the threads that waited are not there in the child, nor are their
 * nodes: a queue of another process's (n_forks) is empty.
 */
#ifndef ADDER_MODULE_THREAD_LOCK_H
#define ADDER_MODULE_THREAD_LOCK_H

#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/native_def.h"

typedef struct LockWaiter LockWaiter;

typedef struct Lock {
    RECORD_HEAD(LockWaiter *first; uint32_t n_forks; bool is_locked;)
} Lock;

extern Type lock_type;

static inline bool value_is_lock(Value v)
{
    return value_is_pointer(v) && type_of(v) == &lock_type;
}

Lock *lock_new(Thread *t);
enum { LOCK_NOW = 0, LOCK_EVER = -1 }; /* in place of a time */
/* Waits until the time `end` (OS_CLOCK_MONOTONIC): 1, or 0 when that has come.
 * Signals are handled meanwhile; -1 when a handler raises. */
int lock_acquire(Thread *t, Lock *lock, int64_t end);
/* Waits for ever, and leaves signals for later. */
void lock_acquire_quietly(Thread *t, Lock *lock);
/* It is locked. */
void lock_release(Lock *lock);
/* Free, and nobody waits: in the child of a fork. */
void lock_reset(Lock *lock);
/* The `end` that acquire(blocking, timeout) asks for: 0, or -1 with an
 * exception. */
int lock_end(Thread *t, bool blocking, Value timeout, int64_t *end);

/* The module's. */
NATIVE_DECLARE(lock, allocate)
NATIVE_DECLARE(lock, allocate_lock)

#endif
