/* SPDX-License-Identifier: MIT */
/*
 * The buffer protocol (PEP 3118): memory that objects lend to others.  Who has
 * lent memory neither frees nor moves it until it is given back; views that die
 * without release() give it back when a collection finds them.
 *
 * Item [i, j...] lies at data + i * strides[0], and where suboffsets[0] is not
 * negative, at suboffsets[0] behind the address that is stored there; and so on
 * for j (buffer_step).
 */
#ifndef ADDER_OBJECT_BUFFER_H
#define ADDER_OBJECT_BUFFER_H

#include "object/core/object.h"

enum { BUFFER_DIMS_MAX = 64 };

typedef struct Buffer {
    Value owner;        /* who lends: keeps it alive; null once given back */
    uint8_t *data;
    int64_t len;        /* bytes of all items */
    int64_t itemsize;
    Value format;       /* a str of struct's codes; UNBOUND: "B" */
    int ndim;           /* 0: one item */
    bool readonly;
    const int64_t *shape;      /* ndim sizes; NULL: one dimension, all bytes */
    const int64_t *strides;    /* bytes; NULL: in C order without gaps */
    const int64_t *suboffsets; /* NULL: no dimension has one */
    void *internal;            /* the lender's own */
} Buffer;

/* What a borrower can cope with; the numbers are the C API's. */
enum {
    BUFFER_SIMPLE = 0,          /* bytes one after the other */
    BUFFER_WRITABLE = 1 << 0,   /* read-only memory is refused */
    BUFFER_FORMAT = 1 << 2,     /* looks at the format; others read bytes */
    BUFFER_SHAPE = 1 << 3,      /* looks at ndim and shape */
    BUFFER_STRIDES = 1 << 4 | BUFFER_SHAPE,
    BUFFER_C_CONTIGUOUS = 1 << 5 | BUFFER_STRIDES,
    BUFFER_F_CONTIGUOUS = 1 << 6 | BUFFER_STRIDES,
    BUFFER_ANY_CONTIGUOUS = 1 << 7 | BUFFER_STRIDES,
    BUFFER_INDIRECT = 1 << 8 | BUFFER_STRIDES, /* follows suboffsets */
    BUFFER_FULL = BUFFER_INDIRECT | BUFFER_FORMAT, /* copes with all */
};

/* Borrows v's memory until buffer_release: 0, or -1 with TypeError "a
 * bytes-like object is required, not 'T'" or BufferError. */
int buffer_get(Thread *t, Value v, Buffer *b, unsigned flags);
/* Gives it back, and nothing the second time. */
void buffer_release(Buffer *b);
/* Whether v has the protocol. */
bool buffer_supported(Value v);

/* Whether the items lie without gaps in order 'C', 'F', or 'A', any of these. */
bool buffer_is_contiguous(const Buffer *b, char order);
/* Where index i of dimension `dim` is, seen from `at`. */
static inline uint8_t *buffer_step(const Buffer *b, const uint8_t *at, int dim,
                                   int64_t i)
{
    at += i * b->strides[dim];
    if (b->suboffsets != NULL && b->suboffsets[dim] >= 0)
        at = *(uint8_t *const *)(const void *)at + b->suboffsets[dim];
    return (uint8_t *)at;
}

/*
 * What a type lends its memory with, its field `buffer`: `get` fills the whole Buffer but its owner,
 * passes it through buffer_check and counts the loan; `release` (NULL: nothing
 * to do) ends it.  Subclasses inherit both.
 */
struct BufferProcs {
    int (*get)(Thread *t, Value v, Buffer *b, unsigned flags);
    void (*release)(Buffer *b);
    /* Not NULL: only this is asked, which answers who really lends it, or null.
     */
    Value (*lender)(Thread *t, Value v);
};

/* Takes out of a filled Buffer what was not asked for: 0; -1 with BufferError
 * if the borrower cannot cope with what is left.  `what` is not writable: "Object
 * is"; has other gaps: "NAME: underlying buffer is". */
int buffer_check(Thread *t, Buffer *b, unsigned flags, const char *what);
/* A Buffer of plain bytes, checked: what most types lend. */
int buffer_fill(Thread *t, Buffer *b, uint8_t *data, int64_t len,
                bool readonly, unsigned flags);
/* Has dead views give back what they have borrowed, before an object refuses to
 * resize because of them.  Runs Python. */
void buffer_reclaim(Thread *t);

#endif
