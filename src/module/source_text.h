/* SPDX-License-Identifier: MIT */
/* Source text and file names as arguments of what compiles. */
#ifndef ADDER_MODULE_SOURCE_TEXT_H
#define ADDER_MODULE_SOURCE_TEXT_H

#include "object/core/object.h"

typedef struct SourceText {
    const char *text; /* KEEP the object while it is used */
    int64_t len;
    bool is_text; /* of a str: UTF-8 */
} SourceText;

/* The text in a str or bytes-like object: 0 or -1.  "compile() arg 1 must be a
 * WHAT" */
int source_text_of(Thread *t, Value v, const char *function, const char *what,
                   SourceText *s);
/* A file name as a str; NULL on error. */
Str *source_text_filename(Thread *t, Value v);

#endif
