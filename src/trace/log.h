/* SPDX-License-Identifier: MIT */
/*
 * What -X jit=log says on stderr, a line for each event:
 *
 *   jit: trace 3: loop of f, line 12: 45 micro-ops, goes round
 *   jit: trace 4: exit 7 of trace 3, in g, line 20: 31 micro-ops, to trace 3
 *   jit: trace 5: calls of g, line 18: 52 micro-ops, to the interpreter
 *   jit: abort INNER_LOOP: loop of f, line 12: in g, line 21 (JUMP_BACKWARD): an
 *        inner loop went round too often                     (in one line)
 *   jit: trace 3 dropped, entered 10, left 2 times
 *   jit: trace 4 kept, entered 0, left 8 times                 (at the end)
 *
 * With the word `ops` a line of their names follows a trace's first one, those
 * left to exits in parentheses:
 *
 *   jit: trace 3 has: _LOAD_FAST (_TUPLE_NEW_2) loop: _BINARY_OP_ADD_INT
 *
 * Tests read it (tests/traces.awk).  Nothing is allocated: it can be said
 * anywhere.
 */
#ifndef ADDER_TRACE_LOG_H
#define ADDER_TRACE_LOG_H

#include "trace/recorder.h"

void log_made(const Trace *trace);
/* r->abort ends the recording. */
void log_aborted(const Recorder *r);
/* Nothing is recorded from here. */
void log_refused(const Code *code, const CodeUnit *start, Abort why);
void log_dropped(const Trace *trace);
/* At the program's end. */
void log_end(void);

#endif
