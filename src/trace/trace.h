/* SPDX-License-Identifier: MIT */
/* Switching the JIT on. */
#ifndef ADDER_TRACE_TRACE_H
#define ADDER_TRACE_TRACE_H

#include "trace/ir.h"

struct Backend;

/*
 * Installs the interpreter's hooks with a backend.  `options` is what -X jit=
 * was given, or NULL: comma-separated threshold:N, side-threshold:N,
 * exit-nth:N, log.  False: `options` has a word it does not know, named in
 * *unknown.
 */
bool trace_init(Thread *t, const struct Backend *backend, const char *options,
                const char **unknown);
/* All valid traces, for -X explain and sys._jit. */
Trace **trace_list(uint32_t *n);

#endif
