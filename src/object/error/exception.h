/* SPDX-License-Identifier: MIT */
/* Exception instances and tracebacks. */
#ifndef ADDER_OBJECT_EXCEPTION_H
#define ADDER_OBJECT_EXCEPTION_H

#include "object/core/cast.h"
#include "object/core/object.h"

/* One level of a traceback; `frame` may be made later from code and globals. */
typedef struct Traceback {
    Header h;
    struct Traceback *next; /* towards where it was raised; NULL: last */
    Slot frame;             /* frame object */
    Code *code;             /* NULL: a program made it */
    int64_t lineno;         /* where a program says so: see traceback_line */
    int64_t instr;          /* index of the code unit */
} Traceback;

/* A new instance with args, without running Python. */
Value exception_new(Thread *t, Type *cls, Tuple *args);
static inline bool value_is_exception(Value v)
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_EXCEPTION);
}
/* Adds a level on top of the exception's traceback. */
void exception_add_traceback(Thread *t, Value exception, Value frame,
                             Code *code, int64_t instr);
/* except and except*: 1, 0 or -1 (TypeError for what is no exception). */
int exception_match(Thread *t, Value exception, Value classes);

#endif
