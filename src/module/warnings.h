/* SPDX-License-Identifier: MIT */
/* The module _warnings, and warnings issued by C code. */
#ifndef ADDER_MODULE_WARNINGS_H
#define ADDER_MODULE_WARNINGS_H

#include "object/core/object.h"

/* Where the compiler's warnings go; and sys.warnoptions to their filters. */
int warnings_init(Thread *t); /* 0 or -1 */

#endif
