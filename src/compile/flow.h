/* SPDX-License-Identifier: MIT */
/* Optimization of an emitter's instruction list along its control flow. */
#ifndef ADDER_COMPILE_FLOW_H
#define ADDER_COMPILE_FLOW_H

#include "compile/emit.h"

/* Rewrites the list in place; answers the stack size. */
int32_t flow_optimize(Emitter *e, int n_locals, int n_bound);

/* Turns LOAD_FAST_CHECK into LOAD_FAST where the local is surely bound
 * (bound.c). */
void flow_bound_locals(Emitter *e, int n_locals, int n_bound);

#endif
