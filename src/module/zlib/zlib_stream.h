/* SPDX-License-Identifier: MIT */
/* Streams of the library, and what comes out of them. */
#ifndef ADDER_MODULE_ZLIB_STREAM_H
#define ADDER_MODULE_ZLIB_STREAM_H

#define ZLIB_CONST /* input is not written to */
#include <zlib.h>
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/text/str.h"

/* The module's state. */
typedef struct ZlibState {
    RECORD_HEAD()
    Slot error; /* zlib.error */
} ZlibState;

/* zlib.error "Error -3 while WHAT: why": null. */
Value zlib_raise(Thread *t, const ZlibState *state, const z_stream *z,
                 int error, const char *what);

/*
 * A stream on the C heap, which its Resource ends once: by resource_close, or
 * when it is found dead.  `begin` is called with it; what it answers is in
 * *error, and MemoryError is raised where that is Z_MEM_ERROR.  NULL on error.
 */
typedef struct ZlibSettings {
    int level, method, wbits, mem_level, strategy; /* of compression */
} ZlibSettings;
Resource *zlib_deflate_new(Thread *t, const ZlibSettings *s, int *error);
Resource *zlib_inflate_new(Thread *t, int wbits, int *error);
/* The same for a stream that deflateCopy or inflateCopy begins; NULL with
 * MemoryError. */
Resource *zlib_deflate_empty(Thread *t);
Resource *zlib_inflate_empty(Thread *t);
static inline z_stream *zlib_stream_of(const Resource *r)
{
    return (z_stream *)r->handle;
}

/* What one call gives to a stream and gets from it. */
typedef struct ZlibFlow {
    int (*step)(z_stream *z, int flush); /* deflate or inflate */
    int flush;
    const uint8_t *data; /* what is not used up yet */
    int64_t len;
    int64_t most;        /* bytes of output; -1: any */
    StrBuilder out;      /* of width 1; the caller begins it */
} ZlibFlow;

/*
 * Until the input is used up and all that comes of it is out, or there is no more
 * room.  Other threads run meanwhile.  Answers zlib's last code, or ZLIB_RAISED
 * with an exception.
 */
enum { ZLIB_RAISED = -1000 };
int zlib_flow_run(Thread *t, Resource *r, ZlibFlow *f);

#endif
