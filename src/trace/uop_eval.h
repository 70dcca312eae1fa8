/* SPDX-License-Identifier: MIT */
/* Running one micro-op body on given inputs: the constant folder, exits and
 * the unit tests. */
#ifndef ADDER_TRACE_UOP_EVAL_H
#define ADDER_TRACE_UOP_EVAL_H

#include "exec/uops.h"

/* Inputs and output are words: a Value's bits or a double's.  For ops without
 * CALLS, LEAF or FRAME. */
UopResult uop_eval(unsigned op, uint64_t operand, const uint64_t *in,
                   uint64_t *out);
/* Likewise for ops that only ALLOCATE, or that FOLD. */
UopResult uop_eval_for(Thread *t, unsigned op, uint64_t operand,
                       const uint64_t *in, uint64_t *out);

#endif
