/* SPDX-License-Identifier: MIT */
/* The parts of specialize.c that have files of their own: each answers the
 * form to write, its caches filled in, or OP_NOP. */
#ifndef ADDER_EXEC_SPECIALIZE_PARTS_H
#define ADDER_EXEC_SPECIALIZE_PARTS_H

#include "compile/code.h"

Opcode specialize_load_attr(Thread *t, Value owner, Str *name, bool for_call,
                            CodeUnit *cache);
Opcode specialize_store_attr(Thread *t, Value owner, Str *name,
                             CodeUnit *cache);
Opcode specialize_call(Thread *t, Value *sp, int64_t n, CodeUnit *cache);

#endif
