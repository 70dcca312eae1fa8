/* SPDX-License-Identifier: MIT */
/* FileIO: a descriptor as a raw stream of bytes. */
#ifndef ADDER_MODULE_IO_FILEIO_H
#define ADDER_MODULE_IO_FILEIO_H

#include "module/io/iobase.h"
#include "object/core/cast.h"
#include "object/core/record.h"

enum { /* FileIO.bits */
    FILEIO_READ = 1 << 0,
    FILEIO_WRITE = 1 << 1,
    FILEIO_APPEND = 1 << 2,
    FILEIO_CREATED = 1 << 3,
    FILEIO_CLOSES = 1 << 4, /* close() closes the descriptor */
    FILEIO_FINALIZING = 1 << 5,
    FILEIO_SEEKS = 1 << 6,  /* if known */
    FILEIO_SEEKS_KNOWN = 1 << 7,
};

typedef struct FileIO {
    RECORD_HEAD(int fd; /* -1: closed */
                uint32_t bits;
                int64_t block_size;)
    Slot resource; /* what gives the descriptor back; UNBOUND: nobody does */
} FileIO;

extern Type fileio_type;
/* NULL if it is of another class, be it a subclass. */
static inline FileIO *fileio_exact(Value v)
{
    return value_is_pointer(v) &&
                   type_of_pointer(value_to_pointer(v)) == &fileio_type
               ? value_to_record(v) : NULL;
}

/* What open() and the class are called with. */
typedef struct FileIOOptions {
    Value file;
    const char *mode; /* of r w x a + b */
    bool close_fd;
    Value opener; /* NONE: none */
} FileIOOptions;
/* A new one; NULL on error. */
FileIO *fileio_open(Thread *t, const FileIOOptions *options);
/* One of a descriptor that somebody else closes. */
FileIO *fileio_new_standard(Thread *t, int fd, uint32_t bits, Value name);

enum { FILEIO_BLOCKED = -2 };
/* One read or write: how much, FILEIO_BLOCKED when a descriptor that does not
 * wait has nothing, -1.  `owner` keeps the memory. */
int64_t fileio_read_some(Thread *t, FileIO *f, uint8_t *to, int64_t n,
                         const void *owner);
int64_t fileio_write_some(Thread *t, FileIO *f, const uint8_t *from,
                          int64_t n, const void *owner);
/* The new place, or -1. */
int64_t fileio_seek(Thread *t, FileIO *f, int64_t offset, int whence);
bool fileio_is_seekable(FileIO *f);
bool fileio_is_terminal(const FileIO *f);
/* All that is left behind `n` bytes of `before`: bytes, NONE, or null. */
Value fileio_read_rest(Thread *t, FileIO *f, const uint8_t *before, int64_t n);

#endif
