/* SPDX-License-Identifier: MIT */
/* Arrays of C strings for programs that are run: arguments and environment. */
#ifndef ADDER_MODULE_POSIX_STRINGS_H
#define ADDER_MODULE_POSIX_STRINGS_H

#include "object/core/object.h"

typedef struct PosixStrings {
    char **items; /* NULL behind the last */
    int64_t n;
    List *owners; /* whose memory they are: keep it */
    Blob *memory; /* of the array: keep it */
} PosixStrings;

/* Of a tuple or list of paths: false with an exception.  Others than these raise
 * TypeError "FUNCTION must be a tuple or list", and empty ones, or whose first
 * item is empty, ValueError. */
bool posix_arguments(Thread *t, Value v, PosixStrings *out,
                     const char *function);
/* Of any sequence of paths. */
bool posix_strings(Thread *t, List *items, PosixStrings *out);
/* Of any sequence of bytes. */
bool posix_bytes(Thread *t, Value v, PosixStrings *out);
/* Of a mapping, as NAME=VALUE. */
bool posix_environment(Thread *t, Value v, PosixStrings *out,
                       const char *function);
static inline void posix_strings_done(PosixStrings *s)
{
    KEEP(s->owners);
    KEEP(s->memory);
}

#endif
