/* SPDX-License-Identifier: MIT */
/*
 * dump_traceback_later(): a thread that waits, unless it is told to stop, and shows
 * what the others are doing without waiting for them.
 */
#include "exec/blocking.h"
#include "exec/frames_dump.h"
#include "module/faulthandler/fault_parts.h"
#include "object/error/raise.h"
#include "object/function/param_file.h"
#include "os/clock.h"
#include "os/fault.h"
#include "os/thread.h"
#include <stdio.h>

/* The process has one, whichever interpreter asked for it; what is in it does not
 * change while it runs, but for `stops`. */
static struct Watchdog {
    OsThread thread;
    OsMutex mutex;
    OsCondition told;
    bool runs, stops, repeats, exits;
    uint32_t n_forks; /* of the process that it runs in */
    int fd;
    int64_t ns;
    char header[64];
} watchdog;

/* Waits: whether the time is over. */
static bool wait_for_time(struct Watchdog *w)
{
    int64_t end = os_clock_now(OS_CLOCK_MONOTONIC) + w->ns, left;
    os_mutex_lock(&w->mutex);
    while (!w->stops && (left = end - os_clock_now(OS_CLOCK_MONOTONIC)) > 0)
        (void)os_condition_wait(&w->told, &w->mutex, left);
    bool over = !w->stops;
    os_mutex_unlock(&w->mutex);
    return over;
}

static void watch(void *argument)
{
    struct Watchdog *w = argument;
    os_fault_block_signals();
    while (wait_for_time(w)) {
        frames_dump_text(w->fd, w->header);
        frames_dump_all(w->fd, runtime, NULL);
        if (w->exits)
            os_fault_exit(1);
        if (!w->repeats)
            break;
    }
}

void fault_watchdog_end(void)
{
    struct Watchdog *w = &watchdog;
    if (!w->runs)
        return;
    w->runs = false;
    if (w->n_forks != runtime->n_forks)
        return; /* it is the parent's */
    os_mutex_lock(&w->mutex);
    w->stops = true;
    os_condition_notify(&w->told);
    os_mutex_unlock(&w->mutex);
    os_thread_join(&w->thread);
    os_condition_destroy(&w->told);
    os_mutex_destroy(&w->mutex);
}

/* "Timeout (0:00:01.500000)!\n" */
static void write_header(char *to, size_t size, int64_t ns)
{
    int64_t us = ns / 1000, s = us / 1000000;
    us %= 1000000;
    int n = snprintf(to, size, "Timeout (%lld:%02d:%02d", (long long)(s / 3600),
                     (int)(s / 60 % 60), (int)(s % 60));
    if (us != 0)
        n += snprintf(to + n, size - (size_t)n, ".%06d", (int)us);
    snprintf(to + n, size - (size_t)n, ")!\n");
}

/* It has ended before: 0, or an errno. */
static int start(int64_t ns, bool repeats, int fd, bool exits)
{
    struct Watchdog *w = &watchdog;
    w->ns = ns;
    w->repeats = repeats;
    w->exits = exits;
    w->stops = false;
    w->fd = fd;
    w->n_forks = runtime->n_forks;
    write_header(w->header, sizeof w->header, ns);
    os_mutex_init(&w->mutex);
    os_condition_init(&w->told);
    int error = os_thread_start(&w->thread, watch, w, 0);
    w->runs = error == 0;
    if (error != 0) {
        os_condition_destroy(&w->told);
        os_mutex_destroy(&w->mutex);
    }
    return error;
}

NATIVE_SHARED(
    faulthandler, dump_traceback_later, 0,
    "Show what all threads are doing after `timeout` seconds, unless "
    "cancel_dump_traceback_later() is called: once or again and again; "
    "then end the process, if `exit`.",
    (arg, seconds, timeout), (opt, truth, repeat, False),
    (opt, object, file, None), (opt, truth, exit, False),
    (state, FaultState, state))
{
    if (timeout <= 0)
        return raise_value_error(t, "timeout must be greater than 0");
    int fd = fault_descriptor(t, &file);
    if (fd < 0)
        return NULL_VALUE;
    fault_watchdog_end();
    slot_set(state, &state->later, file);
    if (start(timeout, repeat, fd, exit) != 0)
        return raise_error(t, EXC(RuntimeError),
                           "unable to start watchdog thread");
    return NONE;
}

NATIVE_SHARED(faulthandler, cancel_dump_traceback_later, 0,
              "Have dump_traceback_later() show nothing.",
              (state, FaultState, state))
{
    fault_watchdog_end();
    slot_set(state, &state->later, UNBOUND);
    return NONE;
}
