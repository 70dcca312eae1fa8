/* SPDX-License-Identifier: MIT */
/*
 * Files: one small type for open() and the standard streams, text and binary,
 * with buffers of its own.
 */
#ifndef ADDER_MODULE_FILE_H
#define ADDER_MODULE_FILE_H

#include "object/core/object.h"

/* open(): arguments as Python's, UNBOUND or NONE where left out. */
typedef struct FileOptions {
    Value path;      /* str, bytes, os.PathLike or a descriptor */
    Str *mode;
    int64_t buffering;
    Value encoding, errors, newline;
    bool close_fd;
} FileOptions;
Value file_open(Thread *t, const FileOptions *options);

/* A standard stream: text over a descriptor that is never closed by us. */
Value file_standard(Thread *t, int fd, const char *name, const char *mode,
                    const char *errors);

extern Type type_file;
static inline bool value_is_file(Value v)
{
    return value_is_pointer(v) && type_of_pointer(value_to_pointer(v)) ==
                                      &type_file;
}
/* Text to a text file: 0 or -1. */
int file_write(Thread *t, Value file, Str *s);
int file_flush(Thread *t, Value file);
/* A line with its end; empty at the end of the file. */
Value file_readline(Thread *t, Value file);
bool file_is_closed(Value file);
/* Every write goes out at once. */
void file_set_unbuffered(Value file);

#endif
