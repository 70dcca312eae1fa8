/* SPDX-License-Identifier: MIT */
/*
 * Buffers over raw streams: BufferedReader, BufferedWriter, BufferedRandom.
 * One piece of memory holds what was read ahead or what is to be written,
 * never both: whoever does the other first puts the raw stream where the
 * program believes it to be (buffered_settle).
 */
#ifndef ADDER_MODULE_IO_BUFFERED_H
#define ADDER_MODULE_IO_BUFFERED_H

#include "module/io/fileio.h"

/* Lies in a Blob. */
typedef struct BufferState {
    bool is_ready;    /* __init__ has been through */
    bool is_detached;
    bool is_dropped;  /* closed: the buffer is of no use any more */
    bool is_finalizing;
    bool reads, writes;
    Thread *user;     /* is in the middle of something; NULL: nobody */
    Thread *next;     /* has waited long, and is the next user; NULL: nobody */
    int64_t size;     /* of data */
    int64_t place;    /* where the raw stream is; -1: unknown */
    int64_t pos, end; /* what was read ahead */
    int64_t start, fill; /* what is to be written */
    uint8_t data[];
} BufferState;

typedef struct Buffered {
    RECORD_HEAD(BufferState *s; /* in `state`; NULL: before __init__ */
                FileIO *file;)  /* `base` if it is exactly that, else NULL */
    Slot base;                  /* the raw stream; UNBOUND: none, or detached */
    Slot state;
} Buffered;

extern Type buffered_reader_type, buffered_writer_type, buffered_random_type;

/* Whether v is exactly of one of the three types. */
static inline bool buffered_is_exact(Value v)
{
    Type *type = value_is_pointer(v) ? type_of_pointer(value_to_pointer(v))
                                     : NULL;
    return type == &buffered_reader_type || type == &buffered_writer_type ||
           type == &buffered_random_type;
}

/* ---- what the files of this folder share ---- */

/* Makes a new instance of the exact type ready. */
Buffered *buffered_new(Thread *t, Type *type, Value raw, int64_t size);
bool buffered_may_slow(Thread *t, Buffered *b, const char *closed);
/* Whether it is open, as far as its own state says it. */
static inline bool buffered_is_open(const Buffered *b)
{
    return b->s != NULL && b->s->is_ready && !b->s->is_dropped &&
           b->file != NULL && b->file->fd >= 0;
}
/* ready and open, else ValueError, with the message if it is closed. */
static inline bool buffered_may(Thread *t, Buffered *b, const char *closed)
{
    return LIKELY(buffered_is_open(b)) || buffered_may_slow(t, b, closed);
}
/* ready, else ValueError. */
bool buffered_is_ready(Thread *t, const Buffered *b);
/* 1, 0 or -1 */
int buffered_is_closed(Thread *t, Buffered *b);
/* Nobody else is in the middle of something until buffered_leave: false when it
 * is the thread itself, RuntimeError, or a signal handler raises. */
bool buffered_enter_slow(Thread *t, Buffered *b);
static inline bool buffered_enter(Thread *t, Buffered *b)
{
    if (UNLIKELY(b->s->user != NULL) && !buffered_enter_slow(t, b))
        return false;
    b->s->user = t;
    return true;
}
static inline void buffered_leave(Buffered *b)
{
    b->s->user = b->s->next;
    b->s->next = NULL;
}

/* The raw stream: how much, FILEIO_BLOCKED or -1. */
int64_t buffered_raw_read(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                          const void *owner);
int64_t buffered_raw_write(Thread *t, Buffered *b, const uint8_t *from,
                           int64_t n, const void *owner);

/* Entered: writes out what is to be written: 0 or -1, BlockingIOError too. */
int buffered_write_out(Thread *t, Buffered *b);
/* Entered: the same, and the raw stream is where the program believes. */
int buffered_settle(Thread *t, Buffered *b);
static inline int64_t buffered_ahead(const Buffered *b)
{
    return b->s->end - b->s->pos;
}

/* ---- reading (buffered_read.c) and writing (buffered_write.c) ---- */

/* read(n), n >= 0, and read1(n): bytes, NONE, or null. */
Value buffered_read(Thread *t, Buffered *b, int64_t n);
Value buffered_read_all(Thread *t, Buffered *b);
/* As read1: into `to`, by one raw read at the most: how many, -1. */
int64_t buffered_read_piece(Thread *t, Buffered *b, uint8_t *to, int64_t n,
                            const void *owner);
/* How many of n bytes, all of them; -1, BlockingIOError too. */
int64_t buffered_write(Thread *t, Buffered *b, const uint8_t *data, int64_t n,
                       const void *owner);
int buffered_flush(Thread *t, Buffered *b); /* 0 or -1 */

NATIVE_DECLARE(buffered, read)
NATIVE_DECLARE(buffered, read1)
NATIVE_DECLARE(buffered, peek)
NATIVE_DECLARE(buffered, readinto)
NATIVE_DECLARE(buffered, readinto1)
NATIVE_DECLARE(buffered, readline)
NATIVE_DECLARE(buffered, write)
Value buffered_next(Thread *t, Value self);

#endif
