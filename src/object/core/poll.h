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

#endif
