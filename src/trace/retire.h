/* SPDX-License-Identifier: MIT */
/* The end of traces: dropping, freeing, making room. */
#ifndef ADDER_TRACE_RETIRE_H
#define ADDER_TRACE_RETIRE_H

#include "trace/jit_state.h"

void retire_init(Thread *t);
/* Frees all traces: the runtime ends, and nobody runs them any more. */
void retire_end(void);
/* Gives a trace its id; false: no memory, or too many that cannot be freed. */
bool retire_register(Thread *t, Trace *trace);
/* Takes back a registration: nothing has seen the trace yet. */
void retire_unregister(Trace *trace);
/* Drops traces to make room for others, the more the higher `urgency` (0, 1);
 * false: there was none to drop. */
bool retire_make_room(int urgency);
/* Marks what a trace refers to.  A guard compares with the addresses in plans,
 * too: nothing else may get those. */
void retire_mark_contents(GcMarker *m, const Trace *trace);

#endif
