/* SPDX-License-Identifier: MIT */
/* _thread.lock: see lock.h. */
#include "module/thread/lock.h"

#include <errno.h>
#include <stdio.h>
#include "exec/attach.h"
#include "module/duration.h"
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "os/parker.h"

/* ---- the queue ---- */

struct LockWaiter {
    Thread *t;
    LockWaiter *next;
};

static LockWaiter **queue_of(Lock *lock)
{
    if (lock->n_forks != runtime->n_forks)
        lock->first = NULL;
    lock->n_forks = runtime->n_forks;
    return &lock->first;
}

static void enter(Lock *lock, LockWaiter *w)
{
    LockWaiter **link = queue_of(lock);
    while (*link != NULL)
        link = &(*link)->next;
    *link = w;
}

static void tell_first(Lock *lock)
{
    LockWaiter *first = *queue_of(lock);
    if (first != NULL)
        os_parker_tell(&first->t->parker);
}

static void leave(Lock *lock, LockWaiter *w)
{
    LockWaiter **link = queue_of(lock);
    while (*link != NULL && *link != w)
        link = &(*link)->next;
    if (*link == w)
        *link = w->next;
    if (!lock->is_locked) /* we may have been told, and go without it */
        tell_first(lock);
}

/* ---- waiting ---- */

/* Others run until somebody or a signal tells this thread to look again. */
static int64_t wait_for_word(Thread *t, int64_t end)
{
    thread_park(t);
    int64_t result = os_parker_wait(&t->parker, end);
    thread_unpark(t);
    return result;
}

/* `poll` handles signals: 0 or -1. */
static int wait_in_queue(Thread *t, Lock *lock, int64_t end,
                         int (*poll)(Thread *t))
{
    LockWaiter w = {.t = t};
    int result = 0;
    enter(lock, &w);
    while (lock->is_locked && result == 0) {
        int64_t why = wait_for_word(t, end);
        if (lock->is_locked && poll(t) < 0)
            result = -1;
        else if (why == -ETIMEDOUT)
            break;
    }
    if (result == 0 && !lock->is_locked) {
        lock->is_locked = true;
        result = 1;
    }
    leave(lock, &w);
    KEEP(lock);
    return result;
}

int lock_acquire(Thread *t, Lock *lock, int64_t end)
{
    if (LIKELY(!lock->is_locked)) {
        lock->is_locked = true;
        return 1;
    }
    return end == LOCK_NOW ? 0 : wait_in_queue(t, lock, end, poll_signals);
}

static int poll_nothing(Thread *t)
{
    (void)t;
    return 0;
}

void lock_acquire_quietly(Thread *t, Lock *lock)
{
    if (!lock->is_locked)
        lock->is_locked = true;
    else
        (void)wait_in_queue(t, lock, LOCK_EVER, poll_nothing);
}

void lock_release(Lock *lock)
{
    ASSERT(lock->is_locked);
    lock->is_locked = false;
    if (lock->first != NULL)
        tell_first(lock);
}

void lock_reset(Lock *lock)
{
    lock->is_locked = false;
    lock->first = NULL;
}

/* Other modules' objects have locks, whether _thread is imported or not. */
Lock *lock_new(Thread *t)
{
    type_ready(t, &lock_type);
    return record_new(t, lock_type.root_shape->id, RECORD_SLOTS(Lock));
}

int lock_end(Thread *t, bool blocking, Value timeout, int64_t *end)
{
    enum { SECOND = 1000000000 };
    int64_t ns;
    if (duration_from_object(t, timeout, &ns) < 0)
        return -1;
    if (!blocking && ns != -SECOND)
        return RAISE_INT(raise_value_error(
            t, "can't specify a timeout for a non-blocking call"));
    if (ns < 0 && ns != -SECOND)
        return RAISE_INT(
            raise_value_error(t, "timeout value must be positive"));
    if (!blocking || ns == 0)
        *end = LOCK_NOW;
    else
        *end = ns < 0 ? LOCK_EVER : duration_end(ns);
    return 0;
}

/* ---- the type ---- */

NATIVE_SHARED(lock, allocate_lock, 0, "A new lock, which is free.")
{
    return value_from_pointer(lock_new(t));
}

NATIVE_SHARED(lock, allocate, 0, "The same as allocate_lock().")
{
    return value_from_pointer(lock_new(t));
}

NATIVE(lock, acquire, 0,
       "Take the lock, waiting for it as long as need be, at most `timeout` "
       "seconds, or if not `blocking` not at all; whether it is taken.",
       (self, Lock), (opt, int_truth, blocking, True),
       (opt, object, timeout, -1))
{
    int64_t end;
    if (lock_end(t, blocking, timeout, &end) < 0)
        return NULL_VALUE;
    int taken = lock_acquire(t, self, end);
    return taken < 0 ? NULL_VALUE : value_from_bool(taken);
}
NATIVE_ALIAS(lock, acquire_lock, acquire, "The same as acquire().");

NATIVE(lock, __enter__, 0, "Take the lock.", (self, Lock))
{
    return lock_acquire(t, self, LOCK_EVER) < 0 ? NULL_VALUE : TRUE_VALUE;
}

static Value release(Thread *t, Lock *lock)
{
    if (!lock->is_locked)
        return raise_error(t, EXC(RuntimeError), "release unlocked lock");
    lock_release(lock);
    return NONE;
}

NATIVE(lock, release, 0,
       "Free the lock, whoever has taken it, for one of those that wait.",
       (self, Lock))
{
    return release(t, self);
}
NATIVE_ALIAS(lock, release_lock, release, "The same as release().");

NATIVE(lock, __exit__, 0, "Free the lock.", (self, Lock), (args, exc_info))
{
    return release(t, self);
}

NATIVE(lock, locked, 0, "Whether somebody has taken the lock.", (self, Lock))
{
    return value_from_bool(self->is_locked);
}
NATIVE_ALIAS(lock, locked_lock, locked, "The same as locked().");

NATIVE(lock, _at_fork_reinit, 0, "Make the lock a free one that nobody waits for.",
       (self, Lock))
{
    lock_reset(self);
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    const Lock *lock = value_to_record(self);
    char at[24];
    snprintf(at, sizeof at, "0x%llx", (unsigned long long)self.bits);
    return format_message(t, "<%s %T object at %s>",
                          lock->is_locked ? "locked" : "unlocked", self, at);
}

static const NativeDef *const methods[] = {
    &lock___enter___native,
    &lock___exit___native,
    &lock__at_fork_reinit_native,
    &lock_acquire_native,
    &lock_acquire_lock_native,
    &lock_locked_native,
    &lock_locked_lock_native,
    &lock_release_native,
    &lock_release_lock_native,
    NULL,
};

Type lock_type = {
    TYPE_HEAD(lock),
    .c_name = "_thread.lock",
    .c_doc = "A lock, which one taker at a time can have.  allocate_lock() makes "
             "them.",
    .type_flags = TYPE_NO_NEW | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Lock),
    .methods = methods,
    .slots = {.repr = repr},
};
