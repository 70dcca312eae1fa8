/* SPDX-License-Identifier: MIT */
/* GDB's JIT interface, which lldb knows, too. */
#ifndef ADDER_JIT_GDB_JIT_H
#define ADDER_JIT_GDB_JIT_H

#include "jit/announce.h"

void gdb_jit_add(const Announced *a);
/* Takes back what was added for this code. */
void gdb_jit_remove(const uint8_t *code);

#endif
