/* SPDX-License-Identifier: MIT */
/*
 * The 8-byte header in front of every heap object, and those of its flags that
 * compiled code looks at (gc/header.h has the others).
 */
#ifndef ADDER_ABI_HEADER_H
#define ADDER_ABI_HEADER_H

#include <stdint.h>

typedef struct Header {
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    uint16_t flags;
    uint8_t kind; /* the same bits of the word: see block.h's cell_is_object */
    uint8_t gc;
    uint32_t shape;
#else
    uint32_t shape; /* index into shape_table; 0 for raw blobs */
    uint8_t gc;     /* GC_* */
    uint8_t kind;   /* index of the GcKind that traces and sizes the object */
    uint16_t flags; /* OBJECT_* */
#endif
} Header;

enum {
    OBJECT_INTERNED = 1 << 3, /* str: the one of its text */
};

enum {
    GC_OLD = 1 << 0,        /* has survived a collection */
    GC_REMEMBERED = 1 << 1, /* old, and written to since the last one */
};

_Static_assert(sizeof(Header) == 8, "the header is one word");

#endif
