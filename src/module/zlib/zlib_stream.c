/* SPDX-License-Identifier: MIT */
/* Streams: made, run without the lock, ended once. */
#include "module/zlib/zlib_stream.h"

#include <limits.h>
#include <stdlib.h>
#include "exec/blocking.h"
#include "object/error/raise.h"

enum {
    CHUNK = 16384,           /* of output */
    DEFLATE_BYTES = 1 << 18, /* what a stream of each kind takes, about */
    INFLATE_BYTES = 1 << 15,
};

static const char *reason(const z_stream *z, int error)
{
    if (error == Z_VERSION_ERROR)
        return "library version mismatch";
    if (z != NULL && z->msg != NULL)
        return z->msg;
    switch (error) {
    case Z_BUF_ERROR: return "incomplete or truncated stream";
    case Z_STREAM_ERROR: return "inconsistent stream state";
    case Z_DATA_ERROR: return "invalid input data";
    default: return NULL;
    }
}

Value zlib_raise(Thread *t, const ZlibState *state, const z_stream *z,
                 int error, const char *what)
{
    Type *type = value_to_pointer(slot_get(&state->error));
    const char *why = reason(z, error);
    return why == NULL
               ? raise_error(t, type, "Error %d %s", error, what)
               : raise_error(t, type, "Error %d %s: %.200s", error, what, why);
}

/* ---- making ---- */

static void end_deflate(intptr_t handle)
{
    (void)deflateEnd((z_stream *)handle); /* it may be in mid-stream */
    free((z_stream *)handle);
}

static void end_inflate(intptr_t handle)
{
    (void)inflateEnd((z_stream *)handle);
    free((z_stream *)handle);
}

/* A Resource of a stream that has begun, or not. */
static Resource *own(Thread *t, z_stream *z, int *error, ResourceFn end,
                     size_t bytes)
{
    if (*error == Z_OK)
        return resource_new(t, (intptr_t)z, end, bytes);
    if (*error == Z_MEM_ERROR)
        raise_no_memory(t);
    free(z);
    return NULL;
}

Resource *zlib_deflate_new(Thread *t, const ZlibSettings *s, int *error)
{
    z_stream *z = calloc(1, sizeof *z);
    *error = z == NULL ? Z_MEM_ERROR
                       : deflateInit2(z, s->level, s->method, s->wbits,
                                      s->mem_level, s->strategy);
    return own(t, z, error, end_deflate, DEFLATE_BYTES);
}

Resource *zlib_inflate_new(Thread *t, int wbits, int *error)
{
    z_stream *z = calloc(1, sizeof *z);
    *error = z == NULL ? Z_MEM_ERROR : inflateInit2(z, wbits);
    return own(t, z, error, end_inflate, INFLATE_BYTES);
}

static Resource *own_empty(Thread *t, ResourceFn end, size_t bytes)
{
    int error = Z_OK;
    z_stream *z = calloc(1, sizeof *z);
    if (z == NULL)
        error = Z_MEM_ERROR;
    return own(t, z, &error, end, bytes);
}

Resource *zlib_deflate_empty(Thread *t)
{
    return own_empty(t, end_deflate, DEFLATE_BYTES);
}

Resource *zlib_inflate_empty(Thread *t)
{
    return own_empty(t, end_inflate, INFLATE_BYTES);
}

/* ---- running ---- */

/* One step of the library: its code, or ZLIB_RAISED. */
static int flow_step(Thread *t, z_stream *z, ZlibFlow *f)
{
    uint8_t chunk[CHUNK];
    uInt room = CHUNK;
    if (f->most >= 0 && f->most - f->out.len < room)
        room = (uInt)(f->most - f->out.len);
    uInt given = f->len > UINT_MAX ? UINT_MAX : (uInt)f->len;
    z->next_in = f->data;
    z->avail_in = given;
    z->next_out = chunk;
    z->avail_out = room;
    thread_park(t);
    int code = f->step(z, given < f->len ? Z_NO_FLUSH : f->flush);
    thread_unpark(t);
    f->data += given - z->avail_in;
    f->len -= given - z->avail_in;
    z->next_in = NULL;
    if (strbuilder_add_data(t, &f->out, chunk, 1, room - z->avail_out) < 0 ||
        poll_signals(t) < 0)
        return ZLIB_RAISED;
    return code;
}

int zlib_flow_run(Thread *t, Resource *r, ZlibFlow *f)
{
    z_stream *z = zlib_stream_of(r);
    int code;
    do {
        code = flow_step(t, z, f);
        /* Z_FINISH says Z_BUF_ERROR when only room is missing. */
    } while ((code == Z_OK || (code == Z_BUF_ERROR && z->avail_out == 0)) &&
             (f->most < 0 || f->out.len < f->most) &&
             (z->avail_out == 0 || f->len > 0));
    KEEP(r);
    return code;
}
