/* SPDX-License-Identifier: MIT */
/* __del__ and finalizers in C, and errors that nobody can catch. */
#ifndef ADDER_OBJECT_FINALIZER_H
#define ADDER_OBJECT_FINALIZER_H

#include "object/core/object.h"

/* Runs callbacks of weak references to objects found dead, and __del__ of such
 * objects; keeps t->exc. */
void finalizers_run(Thread *t);
/* Other threads run no more: what one of them was in the middle of does not keep
 * t from going on. */
void finalizers_take_over(Thread *t);
/* At the end of the program: of all objects. */
void finalizers_run_all(Thread *t);
/* Hands the pending exception to sys.unraisablehook: "MESSAGE: OBJECT", with
 * NULL for "Exception ignored in"; object may be UNBOUND. */
void unraisable_report(Thread *t, const char *message, Value object);

#endif
