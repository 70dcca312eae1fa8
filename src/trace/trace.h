/* SPDX-License-Identifier: MIT */
/* Switching the JIT on. */
#ifndef ADDER_TRACE_TRACE_H
#define ADDER_TRACE_TRACE_H

#include "trace/ir.h"

struct Backend;

/*
 * Installs the interpreter's hooks with a backend, as jit_control.options say.
 * False: they have a word that is none (jit_options.def), *unknown.
 */
bool trace_init(Thread *t, const struct Backend *backend,
                const char **unknown);
/* The runtime ends: frees all traces, and nothing is recorded any more. */
void trace_end(void);

#endif
