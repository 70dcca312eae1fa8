/* SPDX-License-Identifier: MIT */
/* Switching the JIT on at start-up. */
#ifndef ADDER_MAIN_JIT_H
#define ADDER_MAIN_JIT_H

#include "object/core/thread.h"

/* Decides by the build's default and PYTHON_JIT (`setting`, NULL: unset), and
 * starts what there is. */
void jit_init(Thread *t, const char *setting, const char *options);
/* At the end of the program: -X explain, -X jit=log. */
void jit_finish(Thread *t);
/* Before the runtime is freed. */
void jit_end(void);

/*
 * By configure one of jit_native.c, jit_interpreter.c and jit_none.c: installs
 * a backend, or sets jit_control.reason.  False: an option is unknown.
 */
bool jit_start(Thread *t, const char **unknown);
/* jit_control.is_available. */
bool jit_probe(const char **reason);

#endif
