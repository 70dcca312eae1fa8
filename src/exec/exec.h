/* SPDX-License-Identifier: MIT */
/* Running Python code: the interpreter's entry points. */
#ifndef ADDER_EXEC_EXEC_H
#define ADDER_EXEC_EXEC_H

#include "compile/code.h"
#include "exec/frame.h"

/*
 * Runs the thread's innermost frame, which is a FRAME_ENTRY, until it ends or,
 * for a generator, yields.  Null with t->exc set on error.
 */
Value exec_run(Thread *t, Frame *f);

/* Runs module, class or exec() code: names live in `locals` (a Dict, or any
 * mapping for class bodies). */
Value exec_code(Thread *t, Code *code, Dict *globals, Value locals);
/* As exec_code for a class body: a function with its closure. */
Value exec_class_body(Thread *t, Function *function, Value locals);

/* The line a frame is at. */
int frame_line(const Frame *f);
/* The innermost Python frame, traces' frames materialized; NULL: none. */
Frame *frame_top(Thread *t);
/* That of another thread, which is parked; `self` runs. */
Frame *frame_top_of(Thread *self, Thread *t);
/* locals() of a frame: the namespace, or a fresh dict of its variables. */
Value frame_locals(Thread *t, Frame *f);
/* Its variables, which are not those of a namespace, as items of d. */
void frame_locals_into(Thread *t, const Frame *f, Dict *d);

/*
 * Binds a call's arguments to the function's parameters into `locals`
 * (n_args + n_kwonly + stars slots).  0, or -1 with TypeError.
 */
int function_bind(Thread *t, Function *fn, Value *args, int64_t n,
                  Tuple *kwnames, Value *locals);

/* Finds the handler of t->exc from frame *f on, popping frames up to the
 * entry frame: true and *f is ready to run on at its handler; false: nothing
 * caught it, the entry frame is gone.  A reraised exception has passed the
 * first frame already: its traceback is not extended there. */
bool unwind(Thread *t, Frame **f, bool reraised);
/* Leaves *f alone with t->exc, whatever handlers it has: true and *f is the one
 * that called it; false: it was the entry frame. */
bool unwind_one(Thread *t, Frame **f);

/* Safepoint: t->pending is not zero.  0, or -1 with an exception. */
int safepoint(Thread *t);
/* What calculations do instead (poll.h): KeyboardInterrupt or nothing. */
int safepoint_interrupt(Thread *t);

/* slots.call of functions. */
Value frame_function_call(Thread *t, Value callable, Value *args, int64_t n,
                          Tuple *kwnames);

#endif
