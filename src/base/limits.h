/* SPDX-License-Identifier: MIT */
/*
 * Sizes that nobody sees: where tables, caches and buffers start, when they are
 * given up for something else, where counters begin.  `configure
 * --enable-stress` makes all of them as small, as full or as far on as they may
 * be, so that what happens once in a million runs otherwise happens in every
 * test (as Lua's ltests.h does).  Programs print the same in both builds; what
 * the language shows - the order of sets, how often __eq__ is called, where
 * recursion ends - is not touched, nor what of a program is recorded, which tests
 * state: how long a trace may be, how many frames deep.
 *
 * A limit here has one user, which says what it is a limit of.  Micro-op bodies
 * have none: stencils are those of all builds (src/abi).
 */
#ifndef ADDER_BASE_LIMITS_H
#define ADDER_BASE_LIMITS_H

#include <stdint.h>
#include "base/limits.h"

/* A constant from config.h, as DEBUG is. */
#ifndef STRESS
#define STRESS 0
#endif

#define LIMIT(usual, stress) (STRESS ? (stress) : (usual))

enum {
    /* base */
    LIMIT_BUF_FIRST = LIMIT(64, 1),             /* bytes */
    LIMIT_ARENA_FIRST = LIMIT(8 << 10, 16),

    /* os, syntax */
    LIMIT_FILE_CHUNK = LIMIT(65536, 1),         /* bytes of a whole file */
    LIMIT_PARSER_STACK = LIMIT(64, 1),

    /* gc */
    LIMIT_GC_THRESHOLD = LIMIT(2 << 20, 32 << 10), /* of a first collection */
    LIMIT_GC_GROWTH = LIMIT(1 << 18, 1 << 12),  /* of a full one */
    LIMIT_GC_MARK_STACK = LIMIT(4096, 2),
    LIMIT_GC_FRESH = LIMIT(4096, 1),            /* bytes threaded at a time */
    LIMIT_GC_WEAK_FIRST = LIMIT(64, 1),
    LIMIT_GC_QUEUE_FIRST = LIMIT(16, 1),
    LIMIT_GC_OWNERS_FIRST = LIMIT(16, 1),
    LIMIT_GC_COUNTS_FIRST = LIMIT(64, 2),       /* a power of two */
    LIMIT_GC_STATICS = LIMIT(1024, 1),

    /* object */
    LIMIT_DICT_INDEX = LIMIT(8, 2),             /* a power of two */
    LIMIT_DICT_FIRST = LIMIT(4, 1),             /* entries */
    LIMIT_DICT_SPARE = LIMIT(2, 1),
    LIMIT_LIST_SPARE = LIMIT(3, 0),             /* and twice that later on */
    LIMIT_LARGE_ARRAY = LIMIT(1 << 12, 4),      /* items */
    LIMIT_LARGE_TEXT = LIMIT(512, 32),          /* bytes */
    LIMIT_BUILDER_SPARE = LIMIT(24, 0),
    LIMIT_METHOD_CACHE = LIMIT(4096, 2),
    LIMIT_ATTR_CACHE = LIMIT(1024, 2),
    LIMIT_SHAPE_CACHE = LIMIT(2048, 2),
    LIMIT_SHAPE_WALK = LIMIT(8, 0),
    LIMIT_SHAPE_ATTRS = LIMIT(128, 6),
    LIMIT_SHAPE_CHILDREN = LIMIT(1024, 3),
    LIMIT_INLINE_ATTRS = LIMIT(24, 3),
    LIMIT_INLINE_FIRST = LIMIT(4, 1),
    LIMIT_EXTRA_FIRST = LIMIT(4, 1),
    LIMIT_SUBCLASSES_FIRST = LIMIT(4, 1),
    LIMIT_CALL_ARGS = LIMIT(16, 1),             /* on the C stack */
    LIMIT_HANDLES_FIRST = LIMIT(64, 2),
    LIMIT_SHAPES_LEFT = LIMIT(1 << 30, 200 * 1000), /* ids for new classes */
    LIMIT_MUL_PIECE = LIMIT(1 << 17, 1 << 9),   /* limbs */
    LIMIT_DIV_PIECE = LIMIT(1 << 16, 1 << 9),
    LIMIT_RADIX_PIECE = LIMIT(1 << 15, 1 << 9), /* digits */

    /* compile */
    LIMIT_EMIT_FIRST = LIMIT(32, 1),            /* instructions */
    LIMIT_HANDLERS_FIRST = LIMIT(8, 2),         /* one is there at first */
    LIMIT_PATTERN_NAMES = LIMIT(4, 1),

    /* exec, module */
    LIMIT_INTERNED_FIRST = LIMIT(2048, 1),      /* names at the start */
    LIMIT_FILE_BUFFER = LIMIT(8192, 16),
    LIMIT_DEQUE_FIRST = LIMIT(8, 1),
    LIMIT_PARTIALS_FIRST = LIMIT(32, 1),

    /* trace, jit */
    LIMIT_TRACES = LIMIT(1 << 16, 128),
    LIMIT_TRACE_BYTES = LIMIT(8 << 20, 16 << 10),
    LIMIT_TRACES_FIRST = LIMIT(64, 1),
    LIMIT_TRACE_FIRST = LIMIT(64, 1),
    LIMIT_BLACKLIST = LIMIT(1024, 8),
    LIMIT_FIXUPS_FIRST = LIMIT(128, 1),
    LIMIT_OUTWARD_FIRST = LIMIT(64, 1),
    LIMIT_EXITS_FIRST = LIMIT(64, 1),
    LIMIT_PLACE_LOG_FIRST = LIMIT(256, 1),
    LIMIT_WATCH_TABLE = LIMIT(65536, 16),       /* a power of two */
    LIMIT_CODE_ARENA = LIMIT(8 << 20, 128 << 10),
};

/* The first version of types, of functions and of the keys of dicts: when
 * there are none left, nothing that needs one is specialized. */
#define LIMIT_FIRST_VERSION LIMIT(UINT32_C(0), UINT32_MAX - 4000)
/* Where in a dict's index a mixed hash leads to. */
#define LIMIT_HASH(mixed) LIMIT((mixed), (mixed) & UINT32_C(0xffffffe0))

#endif
