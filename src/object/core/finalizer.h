/* SPDX-License-Identifier: MIT */
/* __del__, and errors that nobody can catch. */
#ifndef ADDER_OBJECT_FINALIZER_H
#define ADDER_OBJECT_FINALIZER_H

#include "object/core/object.h"

/* Runs __del__ of the objects found dead; keeps t->exc. */
void finalizers_run(Thread *t);
/* Hands the pending exception to sys.unraisablehook: "MESSAGE: OBJECT", with
 * NULL for "Exception ignored in"; object may be UNBOUND. */
void unraisable_report(Thread *t, const char *message, Value object);

#endif
