/* SPDX-License-Identifier: MIT */
/* Inside files: their records, and opening. */
#ifndef ADDER_MODULE_FILE_OPEN_H
#define ADDER_MODULE_FILE_OPEN_H

#include "module/file.h"

enum { /* slots; FILE_ENCODING is UNBOUND for binary files */
    FILE_STATE, FILE_NAME, FILE_MODE, FILE_ENCODING, FILE_ERRORS, FILE_BINARY,
    FILE_SLOTS
};
enum { FILE_NEWLINE_WORD = 0 };

typedef enum NewlineMode {
    NEWLINE_UNIVERSAL, /* every line end is read as LF */
    NEWLINE_KEEP,      /* lines end at all of them, as they are */
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF,
} NewlineMode;

/* io.UnsupportedOperation. */
Value file_raise_unsupported(Thread *t, const char *message);

#endif
