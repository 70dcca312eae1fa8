/* SPDX-License-Identifier: MIT */
/*
 * The buffer protocol: memory that objects lend to others.  A bytearray that
 * has lent its memory does not resize until it is released; views that die
 * without release() are found out by a collection.
 */
#ifndef ADDER_OBJECT_BUFFER_H
#define ADDER_OBJECT_BUFFER_H

#include "object/core/object.h"

typedef struct Buffer {
    Value owner;        /* whose memory it is: keep it alive */
    uint8_t *data;
    int64_t len;        /* bytes */
    int64_t itemsize;
    Value format;       /* a str of struct's codes; UNBOUND: "B" */
    int ndim;
    const int64_t *shape, *strides; /* NULL: one dimension, contiguous */
    bool readonly;
} Buffer;

enum {
    BUFFER_WRITABLE = 1 << 0, /* read-only memory is refused */
    BUFFER_STRIDED = 1 << 1,  /* memory with gaps is welcome */
};

/* Borrows v's memory until buffer_release: 0, or -1 with TypeError "a
 * bytes-like object is required, not 'T'" or BufferError. */
int buffer_get(Thread *t, Value v, Buffer *b, unsigned flags);
void buffer_release(Buffer *b);
/* Whether v has the protocol. */
bool buffer_supported(Value v);

/* For types of modules: `get` fills the Buffer and counts the loan, `release`
 * (NULL: nothing to do) ends it. */
typedef struct BufferProcs {
    int (*get)(Thread *t, Value v, Buffer *b, unsigned flags);
    void (*release)(Buffer *b);
} BufferProcs;
void buffer_register(Type *type, const BufferProcs *procs);

#endif
