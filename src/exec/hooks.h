/* SPDX-License-Identifier: MIT */
/* What src/object and the collector ask of the running program, filled in at
 * start-up. */
#ifndef ADDER_EXEC_HOOKS_H
#define ADDER_EXEC_HOOKS_H

#include "object/core/object.h"

/* Before runtime_new: the types of compile and exec, and how functions run. */
void exec_register(void);
/* After it. */
void exec_hooks_init(Runtime *rt);

#endif
