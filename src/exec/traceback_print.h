/* SPDX-License-Identifier: MIT */
/* Uncaught exceptions as text on sys.stderr. */
#ifndef ADDER_EXEC_TRACEBACK_PRINT_H
#define ADDER_EXEC_TRACEBACK_PRINT_H

#include "object/text/str.h"

/* What is printed of an exception and what caused it; keeps t->exc. */
Str *traceback_to_text(Thread *t, Value exception, Value traceback);
/* Prints an exception with what caused it; keeps t->exc. */
void traceback_print_exception(Thread *t, Value exception, Value traceback);
/* Prints the pending exception and clears it. */
void traceback_print_pending(Thread *t);
/* Text to sys.stderr, whatever it is now; errors are forgotten. */
void traceback_print_text(Thread *t, Str *text);

#endif
