/* SPDX-License-Identifier: MIT */
/*
 * The 8-byte header in front of every heap object.  Part of the stencil ABI:
 * freestanding, and its layout depends on no build option.
 */
#ifndef ADDER_GC_HEADER_H
#define ADDER_GC_HEADER_H

#include <stdint.h>

typedef struct Header {
    uint32_t shape; /* index into shape_table; 0 for raw blobs */
    uint8_t gc;     /* GC_* */
    uint8_t kind;   /* index of the GcKind that traces and sizes the object */
    uint16_t flags; /* OBJECT_* */
} Header;

enum {
    OBJECT_WEAKREF = 1 << 0,  /* weak references to it exist */
    OBJECT_FINALIZE = 1 << 1, /* its class has __del__, not yet run */
    OBJECT_ATTRS = 1 << 2,    /* subclass instance of a builtin: has attributes
                                 behind the builtin's own fields */
    OBJECT_INTERNED = 1 << 3, /* str: the one of its text */
    OBJECT_STATIC = 1 << 4,   /* not on the collected heap (builtin types) */
    OBJECT_ASCII = 1 << 5,    /* str: all code points below 128 */
};

enum {
    GC_OLD = 1 << 0,        /* has survived a collection */
    GC_REMEMBERED = 1 << 1, /* old, and written to since the last one */
    GC_LISTED = 1 << 2,     /* static, and known to the marker */
    GC_CHECKED = 1 << 3,    /* see generation.h */
};

_Static_assert(sizeof(Header) == 8, "the header is one word");

#endif
