/* SPDX-License-Identifier: MIT */
/*
 * adder -X explain: the way of the user's own code from source to machine
 * code, stage by stage.
 */
#ifndef ADDER_TRACE_EXPLAIN_H
#define ADDER_TRACE_EXPLAIN_H

#include "trace/ir.h"

/* Prints all traces, or those that go through the function that jit_control
 * names. */
void explain_print(Thread *t);

#endif
