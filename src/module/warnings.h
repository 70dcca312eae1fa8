/* SPDX-License-Identifier: MIT */
/* The module _warnings, and warnings issued by C code. */
#ifndef ADDER_MODULE_WARNINGS_H
#define ADDER_MODULE_WARNINGS_H

#include "object/core/object.h"

/* Issues one that C code has a text (a str) for, as if frame number `stacklevel`,
 * counted from 1, had; source: the object that it is about, or NONE.  0, or -1
 * where warnings are errors. */
int warnings_warn(Thread *t, Type *category, Value text, int64_t stacklevel,
                  Value source);
/* Where the compiler's warnings go; and sys.warnoptions to their filters. */
int warnings_init(Thread *t); /* 0 or -1 */

#endif
