/* SPDX-License-Identifier: MIT */
/* Traceback objects; their layout is in exception.h. */
#ifndef ADDER_OBJECT_TRACEBACK_H
#define ADDER_OBJECT_TRACEBACK_H

#include "object/error/exception.h"

/* The line of a code unit; filled in by compile. */
extern int (*code_line)(const Code *code, int64_t unit);

/* Worked out when somebody asks: few do, and looking it up takes time. */
int64_t traceback_line(const Traceback *tb);

#endif
