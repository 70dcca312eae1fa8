/* SPDX-License-Identifier: MIT */
/*
 * The lock that threads run under, and coming and going.
 *
 * Who waits for the lock stands in a queue, each with a condition of its own, so
 * that one thread is woken at a time.  The first in the queue has patience for a
 * switch interval; when nobody has given the lock up by then, it asks the holder
 * to.
 *
 * A lock that was given up for a call that blocks may be taken by whoever comes
 * first, most often the same thread again before anybody is awake: short calls
 * cost no switch of threads.  One that was given up because somebody asked for it
 * is `reserved`: the first in the queue has it, and who gave it up stands at the
 * end.
 */
#include "exec/attach.h"

#include <errno.h>
#include <stdlib.h>
#include "base/base.h"
#include "exec/call.h"
#include "exec/exec.h"
#include "exec/generator.h"
#include "exec/trace_hooks.h"
#include "object/core/finalizer.h"
#include "object/core/runtime.h"
#include "os/clock.h"
#include "os/signal.h"
#include "os/thread.h"

enum { SWITCH_NS = 5000000 }; /* the patience of those that wait, at first */

typedef struct Waiter {
    OsCondition woken;
    struct Waiter *next;
} Waiter;

struct Gil {
    OsMutex mutex;        /* for all that follows */
    bool is_held, is_reserved;
    bool is_closed;       /* the runtime ends: only the main thread gets it */
    Thread *holder;       /* NULL while it is being attached */
    Waiter *first, *last; /* those that wait */
    int64_t interval;     /* ns: the patience of those that wait */
    uint32_t n_others;    /* threads but the main one that have a Thread */
};

/* Which Thread a thread of the system is: of no runtime, as a thread has it. */
static _Thread_local Thread *current;

Thread *thread_current(void)
{
    return current;
}

/* ---- the queue; the mutex is held ---- */

static void waiter_add(Gil *gil, Waiter *w)
{
    os_condition_init(&w->woken);
    w->next = NULL;
    if (gil->first == NULL)
        gil->first = w;
    else
        gil->last->next = w;
    gil->last = w;
}

static void waiter_drop(Gil *gil, Waiter *w)
{
    Waiter *before = NULL, **link = &gil->first;
    while (*link != w) {
        before = *link;
        link = &before->next;
    }
    *link = w->next;
    if (gil->last == w)
        gil->last = before;
    os_condition_destroy(&w->woken);
}

/* Has the first go on: it may take the lock, or has patience from now on. */
static void wake_first(Gil *gil)
{
    if (gil->first != NULL)
        os_condition_notify(&gil->first->woken);
}

/* Asks who holds the lock to give it up; it is not at its end as long as we
 * have the mutex. */
static void ask(Gil *gil)
{
    if (gil->holder != NULL)
        __atomic_fetch_or(&gil->holder->pending, PENDING_GIL,
                          __ATOMIC_SEQ_CST);
}

/* Until the lock is free and it is our turn, or the runtime ends. */
static void wait_for_turn(Gil *gil, Waiter *w)
{
    int64_t end = -1;
    while ((gil->is_held || gil->first != w) && !gil->is_closed) {
        int64_t left = -1, now = os_clock_now(OS_CLOCK_MONOTONIC);
        if (gil->first == w && end < 0)
            end = now < INT64_MAX - gil->interval ? now + gil->interval
                                                  : INT64_MAX;
        if (end >= 0)
            left = end > now ? end - now : 0;
        if (os_condition_wait(&w->woken, &gil->mutex, left))
            continue;
        end = -1;
        if (gil->is_held)
            ask(gil);
    }
}

/* ---- the lock ---- */

/* Waits in the queue, the mutex being held; false: the runtime ends. */
static bool queue_up(Gil *gil)
{
    Waiter w;
    waiter_add(gil, &w);
    wait_for_turn(gil, &w);
    waiter_drop(gil, &w);
    gil->is_reserved = false;
    wake_first(gil);
    return !gil->is_closed;
}

static void hold(Gil *gil, Thread *t)
{
    gil->is_held = true;
    gil->holder = t;
}

/* False: the runtime ends, and the thread has not got it. */
static bool take(Gil *gil, Thread *t)
{
    os_mutex_lock(&gil->mutex);
    bool taken = gil->is_closed ? t != NULL && t == t->rt->main_thread
                 : gil->is_held || gil->is_reserved ? queue_up(gil)
                                                    : true;
    if (taken)
        hold(gil, t);
    os_mutex_unlock(&gil->mutex);
    return taken;
}

static void let_go(Gil *gil)
{
    gil->is_held = false;
    gil->holder = NULL;
    wake_first(gil);
}

static void give(Gil *gil)
{
    os_mutex_lock(&gil->mutex);
    ASSERT(gil->is_held && gil->holder == current);
    let_go(gil);
    os_mutex_unlock(&gil->mutex);
}

void thread_release(Thread *t)
{
    ASSERT(t->gc.parked != NULL);
    if (DEBUG)
        t->n_entries++;
    if (t->rt->gil != NULL)
        give(t->rt->gil);
}

void thread_acquire(Thread *t)
{
    int saved = errno;
    if (t->rt->gil != NULL && !take(t->rt->gil, t))
        os_thread_hang();
    errno = saved;
}

/* Gives it to one that waits, and gets into the queue behind all others. */
static void hand_over(Gil *gil, Thread *t)
{
    os_mutex_lock(&gil->mutex);
    gil->is_reserved = gil->first != NULL;
    let_go(gil);
    if (!queue_up(gil)) {
        os_mutex_unlock(&gil->mutex);
        os_thread_hang();
    }
    hold(gil, t);
    os_mutex_unlock(&gil->mutex);
}

void thread_yield(Thread *t)
{
    Gil *gil = t->rt->gil;
    if (gil == NULL || gil->first == NULL || gil->is_closed)
        return;
    if (DEBUG)
        t->n_entries++;
    gc_mutator_park(&t->gc);
    hand_over(gil, t);
    gc_mutator_unpark(&t->gc);
}

int64_t attach_interval_get(const Runtime *rt)
{
    return rt->gil->interval;
}

void attach_interval_set(Runtime *rt, int64_t ns)
{
    os_mutex_lock(&rt->gil->mutex);
    rt->gil->interval = ns;
    os_mutex_unlock(&rt->gil->mutex);
}

/* ---- coming and going ---- */

bool attach_open(Runtime *rt)
{
    Gil *gil = calloc(1, sizeof *gil);
    if (gil == NULL)
        return false;
    os_mutex_init(&gil->mutex);
    gil->interval = SWITCH_NS;
    rt->gil = gil;
    take(gil, rt->main_thread);
    current = rt->main_thread;
    return true;
}

void attach_shut(Thread *t)
{
    Gil *gil = t->rt->gil;
    ASSERT(t == t->rt->main_thread && t == current);
    t->rt->is_finalizing = true;
    os_mutex_lock(&gil->mutex);
    gil->is_closed = true;
    gil->is_reserved = false;
    for (Waiter *w = gil->first; w != NULL; w = w->next)
        os_condition_notify(&w->woken);
    os_mutex_unlock(&gil->mutex);
    finalizers_take_over(t);
}

bool attach_close(Runtime *rt)
{
    Gil *gil = rt->gil;
    if (gil == NULL)
        return true;
    current = NULL;
    if (gil->n_others > 0)
        return false;
    ASSERT(rt->main_thread->next_thread == NULL && gil->first == NULL);
    os_mutex_destroy(&gil->mutex);
    free(gil);
    rt->gil = NULL;
    return true;
}

static void count_others(Gil *gil, int change)
{
    os_mutex_lock(&gil->mutex);
    gil->n_others += (uint32_t)change;
    os_mutex_unlock(&gil->mutex);
}

Thread *attach_prepare(Runtime *rt)
{
    Thread *t = thread_make(rt);
    if (t != NULL)
        count_others(rt->gil, 1);
    return t;
}

void attach_cancel(Thread *t)
{
    count_others(t->rt->gil, -1);
    thread_free(t);
}

bool thread_attach_as(Thread *t)
{
    Gil *gil = t->rt->gil;
    ASSERT(current == NULL && gil != NULL);
    if (!take(gil, NULL))
        return false;
    thread_begin(t);
    current = t;
    os_mutex_lock(&gil->mutex);
    gil->holder = t;
    os_mutex_unlock(&gil->mutex);
    return true;
}

Thread *thread_attach(Runtime *rt)
{
    Thread *t = attach_prepare(rt);
    if (t != NULL && !thread_attach_as(t)) {
        attach_cancel(t);
        return NULL;
    }
    return t;
}

/* It will not go on with what it was recording. */
static void abort_recording(Thread *t)
{
    if (t->recorder != NULL && trace_hooks.record_abort != NULL)
        trace_hooks.record_abort(t);
}

void thread_detach(Thread *t)
{
    Gil *gil = t->rt->gil;
    ASSERT(t == current && t->frame == NULL);
    abort_recording(t);
    if (t->rt->thread_end != NULL)
        t->rt->thread_end(t);
    if (t == t->rt->main_thread) /* a fork made it that: the process ends */
        return;
    os_mutex_lock(&gil->mutex);
    gil->holder = NULL; /* nobody asks it for anything any more */
    os_mutex_unlock(&gil->mutex);
    thread_free(t);
    current = NULL;
    os_mutex_lock(&gil->mutex);
    gil->n_others--;
    let_go(gil);
    os_mutex_unlock(&gil->mutex);
}

/* ---- forks ---- */

void attach_fork_before(Thread *t)
{
    ASSERT(t == current);
    os_mutex_lock(&t->rt->gil->mutex);
}

void attach_fork_parent(Thread *t)
{
    os_mutex_unlock(&t->rt->gil->mutex);
}

/* The frames of a thread that is not there: what looks at them looks at copies, and
 * generators that it was in, which are never left, refer to none of them.  Their
 * values were written without the barrier. */
static void leave_frames(Thread *t, Thread *gone)
{
    Frame *back;
    for (Frame *f = frame_top_of(t, gone); f != NULL; f = back) {
        back = f->back;
        if (f->flags & FRAME_GENERATOR) {
            gc_write_barrier(generator_of_frame(f));
            f->back = NULL;
        } else if (f->object != NULL) {
            frame_detach_object(t, f);
        }
    }
}

void attach_fork_child(Thread *t)
{
    Gil *gil = t->rt->gil;
    ASSERT(t == current && gil->holder == t);
    *gil = (Gil){.is_held = true, .holder = t, .interval = gil->interval,
                 .is_closed = gil->is_closed};
    os_mutex_init(&gil->mutex);
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread)
        if (p != t) {
            abort_recording(p);
            leave_frames(t, p);
        }
    thread_free_others(t);
    t->rt->n_forks++;
    finalizers_take_over(t);
    os_signal_notify(&t->pending, PENDING_SIGNAL, &t->parker);
}
