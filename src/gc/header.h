/* SPDX-License-Identifier: MIT */
/* The flags in a heap object's header; see abi/header.h. */
#ifndef ADDER_GC_HEADER_H
#define ADDER_GC_HEADER_H

#include "abi/header.h"

enum { /* Header.flags; and OBJECT_INTERNED */
    OBJECT_WEAKREF = 1 << 0,  /* weak references to it exist */
    OBJECT_FINALIZE = 1 << 1, /* has __del__ or a finalizer, not yet run */
    OBJECT_ATTRS = 1 << 2,    /* subclass instance of a builtin: has attributes
                                 behind the builtin's own fields */
    OBJECT_STATIC = 1 << 4,   /* not on the collected heap (builtin types) */
    OBJECT_ASCII = 1 << 5,    /* str: all code points below 128 */
    OBJECT_COUNTED = 1 << 7,  /* a root: see gc/outside.h */
    OBJECT_DELETED = 1 << 6,  /* its __del__ has run, and does so once */
};

enum { /* Header.gc; and GC_OLD, GC_REMEMBERED */
    GC_LISTED = 1 << 2,     /* static, and known to the marker */
    GC_CHECKED = 1 << 3,    /* see generation.h and walk.h */
    GC_VISITED = 1 << 4,    /* no object's: what a marker has that only looks */
};

#endif
