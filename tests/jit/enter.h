/* SPDX-License-Identifier: MIT */
/* Calling ENTRY as C does: see enter.c. */
#ifndef ADDER_TESTS_JIT_ENTER_H
#define ADDER_TESTS_JIT_ENTER_H

#include <stdbool.h>
#include "exec/uops.h"
#include "exec/activation.h"

/* Calls `entry` with t, s and `at` in the stencils' convention; whether every
 * register that is the caller's came back as it went in. */
bool enter(const uint8_t *entry, Thread *t, Activation *s, const uint8_t *at);

#endif
