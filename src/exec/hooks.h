/* SPDX-License-Identifier: MIT */
/* What src/object asks of the running program, filled in at start-up. */
#ifndef ADDER_EXEC_HOOKS_H
#define ADDER_EXEC_HOOKS_H

void exec_hooks_init(void);

#endif
