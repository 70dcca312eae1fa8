/* SPDX-License-Identifier: MIT */
/* When code under test crashes or hangs: see watch.c. */
#ifndef ADDER_TESTS_JIT_WATCH_H
#define ADDER_TESTS_JIT_WATCH_H

#include "jit/stencil.h"

enum { WATCH_CAUGHT = 3 }; /* the exit status after a crash */

void watch_init(void);
/* Between these, a crash names the stencil, and so does a run that takes
 * seconds. */
void watch_begin(const Stencil *s);
void watch_end(void);

#endif
