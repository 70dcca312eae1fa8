/* SPDX-License-Identifier: MIT */
/* Parts of printing tracebacks: source lines, carets, suggestions. */
#ifndef ADDER_EXEC_TRACEBACK_PARTS_H
#define ADDER_EXEC_TRACEBACK_PARTS_H

#include "compile/code.h"
#include "object/error/exception.h"
#include "object/text/str.h"

/* Line `lineno` of a file without its end; NULL if there is none. */
Str *traceback_source_line(Thread *t, Str *filename, int64_t lineno);

/* Where carets go under a source line, in characters. */
typedef struct Carets {
    int64_t start, end;
    int64_t left, right; /* the part inside that is shown with ^ where the rest
                            is ~; left -1: all is ^ */
} Carets;
/* False: none are to be shown. */
bool traceback_carets(Thread *t, Str *line, const PositionRow *position,
                      Carets *carets);

/* What a NameError or AttributeError may have meant; NULL: nothing. */
Str *traceback_suggestion(Thread *t, Value exception);

#endif
