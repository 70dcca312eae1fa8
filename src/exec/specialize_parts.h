/* SPDX-License-Identifier: MIT */
/* The parts of specialize.c that have files of their own: each answers the
 * form to write, its caches filled in, or OP_NOP. */
#ifndef ADDER_EXEC_SPECIALIZE_PARTS_H
#define ADDER_EXEC_SPECIALIZE_PARTS_H

#include "compile/code.h"
#include "exec/frame.h"

Opcode specialize_load_attr(Thread *t, Value owner, Str *name, bool for_call,
                            CodeUnit *cache);
Opcode specialize_store_attr(Thread *t, Value owner, Str *name,
                             CodeUnit *cache);
Opcode specialize_call(Thread *t, Frame *f, CodeUnit *instr, Value *sp);
/* Whether a form whose caches are filled in is a hit with the operands below
 * sp. */
bool specialize_fits(Opcode form, Thread *t, Frame *f, CodeUnit *instr,
                     Value *sp);

#endif
