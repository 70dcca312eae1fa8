/* SPDX-License-Identifier: MIT */
/* Trace and profile functions: sys.settrace, sys.setprofile and what is built on
 * them.  tracing.c says how it costs nothing while there are none. */
#ifndef ADDER_EXEC_TRACING_H
#define ADDER_EXEC_TRACING_H

#include "exec/exec.h"

typedef enum TraceEvent {
    EVENT_CALL,
    EVENT_EXCEPTION,
    EVENT_LINE,
    EVENT_RETURN,
    EVENT_OPCODE,
    EVENT_C_CALL,
    EVENT_C_EXCEPTION,
    EVENT_C_RETURN,
} TraceEvent;

/* Once per runtime, before it runs code. */
void tracing_init(Runtime *rt);

/* sys.settrace; null: none. */
void tracing_set(Thread *t, Value function);
/* sys.setprofile with a C function that is told, and what sys.getprofile answers;
 * NULL and null: none. */
void tracing_set_profile(Thread *t, ProfileHook hook, Value function);
/* The hook that calls a Python function, `profile_function`. */
int tracing_call_profiler(Thread *t, Frame *f, int event, Value arg);
/* sys.call_tracing: what a trace function calls is traced. */
Value tracing_call(Thread *t, Value function, Tuple *args);

/* Around what is not to be traced: trace functions. */
void tracing_suspend(Thread *t);
void tracing_resume(Thread *t);

/*
 * What the interpreter tells, of its innermost frame whose pc is saved.  0, or -1
 * with an exception.
 */

/* Before an instruction: the one to run, another if f_lineno was set; NULL. */
CodeUnit *tracing_instruction(Thread *t, Frame *f, CodeUnit *instr);
/* A frame begins or a generator goes on. */
int tracing_enter(Thread *t, Frame *f);
/* It ends or yields `value`; null: with the exception. */
int tracing_leave(Thread *t, Frame *f, Value value);
/* t->exc has reached it, anew or `reraised`, and a handler comes next or the
 * frame's end.  Another exception may have taken its place after. */
void tracing_unwinds(Thread *t, Frame *f, bool reraised, bool is_handled);
/* object_next for a loop of f. */
Value tracing_next(Thread *t, Frame *f, Value iterator);
/* generator_send_to for a SEND of f. */
Value tracing_send(Thread *t, Frame *f, Value receiver, Value v,
                   Value *result);

/* Whether calls of `callable` are told of. */
bool tracing_profiles(const Thread *t, Value callable);
/* object_call, told of. */
Value tracing_native_call(Thread *t, Frame *f, Value callable, Value *args,
                          int64_t n, Tuple *kwnames);
/* slow_call_ex, told of. */
Value tracing_native_call_ex(Thread *t, Frame *f, Value callable, Value args,
                             Value kwargs);

#endif
