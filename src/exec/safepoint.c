/* SPDX-License-Identifier: MIT */
/* Safepoints: what a thread does for others between two instructions. */
#include "exec/attach.h"
#include "exec/exec.h"
#include "exec/frame_object.h"
#include "exec/trace_hooks.h"
#include "exec/traceback_print.h"
#include "object/container/list.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "os/signal.h"

/* What Python has set for a signal; UNBOUND: nothing. */
static Value handler_of(const Runtime *rt, int number)
{
    return rt->signal_handlers == NULL
               ? UNBOUND
               : list_get(rt->signal_handlers, number);
}

static int handle(Thread *t, int number)
{
    Value handler = handler_of(t->rt, number);
    if (value_is_unbound(handler) && number == os_signal_interrupt)
        return RAISE_INT(
            raise_value(t, value_from_pointer(EXC(KeyboardInterrupt))));
    if (value_is_unbound(handler) || !object_is_callable(handler))
        return 0;
    Value frame = t->frame == NULL
                      ? NONE
                      : value_from_pointer(frame_object_of(t, t->frame));
    Value v = object_call2(t, handler, value_from_int(number), frame);
    return value_is_null(v) ? -1 : 0;
}

/* As CPython says it: on sys.stderr, then what sys.unraisablehook makes of it. */
static void wakeup_failed(Thread *t, int error)
{
    traceback_print_text(
        t, str_from_c(t, "Exception ignored when trying to write to the signal "
                         "wakeup fd:\n"));
    raise_os_error(t, error, UNBOUND);
    unraisable_report(t, NULL, UNBOUND);
}

/* Python's handlers of the signals that have come: 0 or -1.  If one raises, the
 * others are called at the next safepoint.  They are the main thread's, whichever
 * thread the system has interrupted: it alone is told of them (os_signal_notify),
 * where it runs and where it waits. */
static int signals_handle(Thread *t)
{
    ASSERT(t == t->rt->main_thread);
    int error = os_signal_wakeup_error();
    if (error != 0)
        wakeup_failed(t, error);
    for (int number; (number = os_signal_next()) != 0;) {
        if (handle(t, number) == 0)
            continue;
        if (os_signal_any())
            __atomic_fetch_or(&t->pending, PENDING_SIGNAL, __ATOMIC_RELEASE);
        return -1;
    }
    return 0;
}

int safepoint_interrupt(Thread *t)
{
    if (!value_is_unbound(handler_of(t->rt, os_signal_interrupt)) ||
        !os_signal_take(os_signal_interrupt))
        return 0;
    return handle(t, os_signal_interrupt);
}

int safepoint(Thread *t)
{
    uint32_t bits = __atomic_exchange_n(&t->pending, 0, __ATOMIC_ACQ_REL);
    if ((bits & PENDING_TRACE) && trace_hooks.stale(t))
        __atomic_fetch_or(&t->pending, PENDING_TRACE, __ATOMIC_RELEASE);
    if (bits & PENDING_GIL)
        thread_yield(t);
    if (bits & GC_PENDING_FINALIZE)
        finalizers_run(t);
    if ((bits & PENDING_SIGNAL) && signals_handle(t) < 0) {
        if (bits & GC_PENDING_NO_MEMORY)
            raise_no_memory_later(t);
        return -1;
    }
    if (bits & GC_PENDING_NO_MEMORY)
        return RAISE_INT(raise_no_memory(t));
    return 0;
}
