/* SPDX-License-Identifier: MIT */
/* jit-PID.dump: code, names and unwind information for perf inject --jit. */
#ifndef ADDER_JIT_JITDUMP_H
#define ADDER_JIT_JITDUMP_H

#include "jit/announce.h"

/* False, after a message: the file cannot be made. */
bool jitdump_open(void);
void jitdump_add(const Announced *a);

#endif
