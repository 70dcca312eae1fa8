/* SPDX-License-Identifier: MIT */
/* The standard streams, and the encodings that the surroundings ask for. */
#ifndef ADDER_MODULE_IO_STDIO_H
#define ADDER_MODULE_IO_STDIO_H

#include "object/core/object.h"

/* What the command line and the environment say. */
typedef struct StdioConfig {
    const char *io_encoding; /* PYTHONIOENCODING; NULL: not set */
    const char *locale;      /* its encoding */
    bool utf8_mode;          /* whatever the locale */
    bool escapes;            /* bytes that are no text pass stdin and stdout */
    bool warns;              /* of an encoding that is not given */
    bool unbuffered;
} StdioConfig;

/* Before streams are made. */
void stdio_init(Thread *t, const StdioConfig *config);
/* A standard stream: text over a descriptor that is never closed by us.  NONE
 * if it is not open, null on error. */
Value stdio_stream(Thread *t, int fd, const StdioConfig *config);

/* The encoding of the locale, and what open() uses without one: strs. */
Value stdio_locale_encoding(Thread *t);
Value stdio_default_encoding(Thread *t);
/* Whether EncodingWarning is issued where no encoding is given. */
bool stdio_warns(Thread *t);

#endif
