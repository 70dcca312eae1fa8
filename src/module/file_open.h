/* SPDX-License-Identifier: MIT */
/* Inside files: their records, and opening. */
#ifndef ADDER_MODULE_FILE_OPEN_H
#define ADDER_MODULE_FILE_OPEN_H

#include "module/file.h"
#include "object/core/record.h"

typedef enum NewlineMode {
    NEWLINE_UNIVERSAL, /* every line end is read as LF */
    NEWLINE_KEEP,      /* lines end at all of them, as they are */
    NEWLINE_LF,
    NEWLINE_CR,
    NEWLINE_CRLF,
} NewlineMode;

typedef struct File {
    RECORD_HEAD(NewlineMode newline;)
    Slot state; /* a Blob of a FileState */
    Slot name;
    Slot mode;
    Slot encoding; /* UNBOUND for binary files */
    Slot errors;
    Slot binary; /* attribute `buffer`; UNBOUND until asked for */
} File;

/* io.UnsupportedOperation. */
Value file_raise_unsupported(Thread *t, const char *message);

#endif
