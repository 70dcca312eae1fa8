/* SPDX-License-Identifier: MIT */
/* Warnings that C code issues.  They say where the Python code is that runs,
 * and Python may run. */
#ifndef ADDER_OBJECT_WARN_H
#define ADDER_OBJECT_WARN_H

#include "object/core/object.h"

/* As warnings.warn(message, category), raise.h's formats: 0, or -1 with an
 * exception, which may be the warning itself. */
int warn(Thread *t, Type *category, const char *format, ...);
/* The same of an object, warn()'s `source`. */
int warn_of(Thread *t, Type *category, Value source, const char *format, ...);

/* Who issues them: the module _warnings.  Without it nobody is warned. */
extern int (*warn_hook)(Thread *t, Type *category, Value message,
                        Value source);

#endif
