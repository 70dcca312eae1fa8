/* SPDX-License-Identifier: MIT */
/* The lock that threads run under, and coming and going. */
#include "exec/attach.h"

#include <errno.h>
#include <stdlib.h>
#include "base/base.h"
#include "object/core/runtime.h"
#include "os/thread.h"

enum { SWITCH_NS = 5000000 }; /* the patience of those that wait */

struct Gil {
    OsMonitor monitor;  /* for all that follows */
    bool is_held;
    Thread *holder;     /* NULL while it is being attached */
    uint32_t n_waiting;
    uint64_t n_taken;   /* so often somebody took it */
};

/* Which Thread a thread of the system is: of no runtime, as a thread has it. */
static _Thread_local Thread *current;

Thread *thread_current(void)
{
    return current;
}

/* ---- the lock ---- */

/* Asks who holds the lock to give it up; it is not at its end as long as we
 * are in the monitor. */
static void ask(Gil *gil)
{
    if (gil->holder != NULL)
        __atomic_fetch_or(&gil->holder->pending, PENDING_GIL,
                          __ATOMIC_SEQ_CST);
}

static void take(Gil *gil, Thread *t)
{
    os_monitor_enter(&gil->monitor);
    gil->n_waiting++;
    while (gil->is_held) {
        uint64_t before = gil->n_taken;
        bool in_time = os_monitor_wait(&gil->monitor, SWITCH_NS);
        if (!in_time && gil->is_held && gil->n_taken == before)
            ask(gil);
    }
    gil->n_waiting--;
    gil->n_taken++;
    gil->is_held = true;
    gil->holder = t;
    os_monitor_notify(&gil->monitor); /* who yielded to us waits for that */
    os_monitor_leave(&gil->monitor);
}

static void give(Gil *gil)
{
    os_monitor_enter(&gil->monitor);
    ASSERT(gil->is_held && gil->holder == current);
    gil->is_held = false;
    gil->holder = NULL;
    os_monitor_notify(&gil->monitor);
    os_monitor_leave(&gil->monitor);
}

void thread_release(Thread *t)
{
    ASSERT(t->gc.parked != NULL);
    if (t->rt->gil != NULL)
        give(t->rt->gil);
}

void thread_acquire(Thread *t)
{
    int saved = errno;
    if (t->rt->gil != NULL)
        take(t->rt->gil, t);
    errno = saved;
}

/* Gives it to one that waits: else we should have it back before that one is
 * awake. */
static void hand_over(Gil *gil)
{
    os_monitor_enter(&gil->monitor);
    uint64_t before = gil->n_taken;
    gil->is_held = false;
    gil->holder = NULL;
    os_monitor_notify(&gil->monitor);
    while (gil->n_taken == before && gil->n_waiting > 0)
        os_monitor_wait(&gil->monitor, -1);
    os_monitor_leave(&gil->monitor);
}

void thread_yield(Thread *t)
{
    Gil *gil = t->rt->gil;
    if (gil == NULL || gil->n_waiting == 0)
        return;
    gc_mutator_park(&t->gc);
    hand_over(gil);
    thread_unpark(t);
}

/* ---- coming and going ---- */

bool attach_open(Runtime *rt)
{
    Gil *gil = calloc(1, sizeof *gil);
    if (gil == NULL || os_monitor_init(&gil->monitor) != 0) {
        free(gil);
        return false;
    }
    rt->gil = gil;
    take(gil, rt->main_thread);
    current = rt->main_thread;
    return true;
}

void attach_close(Runtime *rt)
{
    ASSERT(rt->main_thread->next_thread == NULL);
    if (rt->gil == NULL)
        return;
    os_monitor_destroy(&rt->gil->monitor);
    free(rt->gil);
    rt->gil = NULL;
    current = NULL;
}

Thread *thread_attach(Runtime *rt)
{
    ASSERT(current == NULL && rt->gil != NULL);
    take(rt->gil, NULL);
    Thread *t = thread_new(rt);
    if (t == NULL) {
        give(rt->gil);
        return NULL;
    }
    current = t;
    os_monitor_enter(&rt->gil->monitor);
    rt->gil->holder = t;
    os_monitor_leave(&rt->gil->monitor);
    return t;
}

void thread_detach(Thread *t)
{
    Gil *gil = t->rt->gil;
    ASSERT(t == current && t != t->rt->main_thread && t->frame == NULL);
    os_monitor_enter(&gil->monitor);
    gil->holder = NULL; /* nobody asks it for anything any more */
    os_monitor_leave(&gil->monitor);
    thread_free(t);
    current = NULL;
    give(gil);
}
