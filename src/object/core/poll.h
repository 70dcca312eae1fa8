/* SPDX-License-Identifier: MIT */
/* Polling for signals in C that runs long. */
#ifndef ADDER_OBJECT_CORE_POLL_H
#define ADDER_OBJECT_CORE_POLL_H

#include "object/core/thread.h"

/* The safepoint: set by exec. */
extern int (*poll_hook)(Thread *t);

/* Handles what is pending: 0, or -1 with an exception, KeyboardInterrupt mostly.
 * Python may run. */
static inline int poll_signals(Thread *t)
{
    return __builtin_expect(t->pending != 0, 0) && poll_hook != NULL
               ? poll_hook(t) : 0;
}

/* Of calculations: raises KeyboardInterrupt if Ctrl-C has come and no Python
 * function handles it; everything else waits. */
extern int (*poll_interrupt_hook)(Thread *t);

/*
 * Calculations with numbers are done in the midst of traces, as natives that are
 * NATIVE_LEAF, in hashing and comparing: where nobody expects Python code to run,
 * nor another thread.  An exception any of them may raise, if only for want of
 * memory.  So there Ctrl-C ends what takes long, and handlers in Python and
 * finalizers run at the next safepoint: 0 or -1.
 */
static inline int poll_interrupt(Thread *t)
{
    return __builtin_expect((t->pending & PENDING_SIGNAL) != 0, 0) &&
                   poll_interrupt_hook != NULL
               ? poll_interrupt_hook(t) : 0;
}

#endif
