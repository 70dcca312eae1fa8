/* SPDX-License-Identifier: MIT */
/* What happens around a fork: Python's functions are called, and the interpreter
 * gets used to its only thread. */
#ifndef ADDER_MODULE_POSIX_FORK_H
#define ADDER_MODULE_POSIX_FORK_H

#include "module/posix/posix_parts.h"

/* Adds to one of the state's lists. */
void posix_fork_register(Thread *t, PosixState *state, Slot *list,
                         Value function);
/* state may be NULL: posix was never imported. */
void posix_fork_before(Thread *t, const PosixState *state);
/* pid is what fork answered: 0 in the copy, -errno if there is none. */
void posix_fork_after(Thread *t, const PosixState *state, int64_t pid);

#endif
