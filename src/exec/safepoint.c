/* SPDX-License-Identifier: MIT */
/* Safepoints: what a thread does for others between two instructions. */
#include "exec/attach.h"
#include "exec/exec.h"
#include "exec/trace_hooks.h"
#include "object/core/finalizer.h"
#include "object/error/raise.h"
#include "os/signal.h"

int (*safepoint_signal_hook)(Thread *t, int number);

/* Python's handlers of the signals that have come: 0 or -1. */
static int signals_handle(Thread *t)
{
    for (int number; (number = os_signal_next()) != 0;) {
        if (safepoint_signal_hook != NULL) {
            if (safepoint_signal_hook(t, number) < 0)
                return -1;
        } else if (number == 2) {
            return RAISE_INT(raise_value(
                t, value_from_pointer(EXC(KeyboardInterrupt))));
        }
    }
    return 0;
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
