/* SPDX-License-Identifier: MIT */
/*
 * Python functions that a C library calls back.  What one raises is kept until
 * the library has returned: it must not be left by any other way.
 *
 *     Callback c;
 *     callback_begin(&c, t, function);
 *     library_call(..., trampoline, &c);
 *     if (!callback_end(&c))
 *         return NULL_VALUE;          // the exception is set again
 *
 *     static int trampoline(void *context, ...)
 *     {
 *         Value v = callback_call(context, args, 1);
 *         if (value_is_null(v))
 *             return LIBRARY_STOP;    // or whatever ends it soonest
 */
#ifndef ADDER_EXEC_CALLBACK_H
#define ADDER_EXEC_CALLBACK_H

#include "object/core/thread.h"

/* Lies on the C stack, where the collector sees it. */
typedef struct Callback {
    Thread *t;
    Value function;
    Value exception; /* null: none has been raised yet */
    Value result;    /* of the last call: lives until the next */
} Callback;

void callback_begin(Callback *c, Thread *t, Value function);
/* Calls the function, also from between thread_park and thread_unpark, where of
 * its answer only tagged numbers and the like may be looked at; null when it
 * raises, and then at once each time, for libraries that go on. */
Value callback_call(Callback *c, Value *args, int64_t n);
/* Whether none has raised; else the exception is the pending one. */
bool callback_end(Callback *c);

#endif
