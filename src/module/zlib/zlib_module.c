/* SPDX-License-Identifier: MIT */
/* The module zlib: checksums, and data all at once. */
#include <limits.h>
#include "exec/blocking.h"
#include "module/zlib/zlib_object.h"
#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/bytes_source.h"

/* ---- checksums ---- */

enum { SHORT = 5 << 10 }; /* not worth letting others run */

/* An int modulo 2^32. */
static uLong low_bits(Value v)
{
    if (value_is_int(v))
        return (uint32_t)value_to_int(v);
    const Int *i = value_to_pointer(v);
    uint32_t low = i->size == 0 ? 0 : (uint32_t)i->limbs[0];
    return i->size < 0 ? (uint32_t)-low : low;
}

static uLong whole(uLong (*fn)(uLong sum, const Bytef *data, z_size_t len),
                   Thread *t, uLong sum, const Buffer *data)
{
    const uint8_t *bytes = data->data;
    z_size_t len = (z_size_t)data->len;
    if (len <= SHORT)
        return fn(sum, bytes, len);
    thread_park(t);
    sum = fn(sum, bytes, len);
    thread_unpark(t);
    return sum;
}

NATIVE(zlib, adler32, 0, "The Adler-32 checksum of data, continued from value.",
       (arg, bytes_like, data), (opt, integer, value, 1), (slash))
{
    return int_from_uint64(t, whole(adler32_z, t, low_bits(value), data));
}

NATIVE(zlib, crc32, 0, "The CRC-32 checksum of data, continued from value.",
       (arg, bytes_like, data), (opt, integer, value, 0), (slash))
{
    return int_from_uint64(t, whole(crc32_z, t, low_bits(value), data));
}

/* ---- all at once ---- */

static Value finish(Thread *t, const StrBuilder *out)
{
    return value_from_pointer(bytes_new(t, bytes_source_data(out), out->len));
}

NATIVE(zlib, compress, 0,
       "The data, all at once, as a compressed stream.",
       (arg, bytes_like, data), (slash), (opt, c_int, level, -1),
       (opt, c_int, wbits, 15), (state, ZlibState, state))
{
    ZlibSettings s = {level, Z_DEFLATED, wbits, 8, Z_DEFAULT_STRATEGY};
    int code;
    Resource *r = zlib_deflate_new(t, &s, &code);
    if (code == Z_STREAM_ERROR)
        return raise_error(t, value_to_pointer(slot_get(&state->error)),
                           "Bad compression level");
    if (r == NULL)
        return value_is_null(t->exc)
                   ? zlib_raise(t, state, NULL, code, "while compressing data")
                   : NULL_VALUE;
    ZlibFlow f = {.step = deflate, .flush = Z_FINISH, .data = data->data,
                  .len = data->len, .most = -1};
    strbuilder_init(&f.out);
    code = zlib_flow_run(t, r, &f);
    Value v = NULL_VALUE;
    if (code == Z_STREAM_END)
        v = finish(t, &f.out);
    else if (code != ZLIB_RAISED)
        zlib_raise(t, state, zlib_stream_of(r), code,
                   "while compressing data");
    resource_close(r);
    return v;
}

NATIVE(zlib, decompress, 0,
       "What a whole compressed stream was made of.",
       (arg, bytes_like, data), (slash), (opt, c_int, wbits, 15),
       (opt, ssize, bufsize, 16384), (state, ZlibState, state))
{
    int code;
    if (bufsize < 0)
        return raise_value_error(t, "bufsize must be non-negative");
    if (bufsize == 0)
        bufsize = 1;
    Resource *r = zlib_inflate_new(t, wbits, &code);
    if (r == NULL)
        return value_is_null(t->exc)
                   ? zlib_raise(t, state, NULL, code,
                                "while preparing to decompress data")
                   : NULL_VALUE;
    ZlibFlow f = {.step = inflate, .flush = Z_SYNC_FLUSH, .data = data->data,
                  .len = data->len, .most = -1};
    strbuilder_init(&f.out);
    code = zlib_flow_run(t, r, &f);
    Value v = NULL_VALUE;
    if (code == Z_STREAM_END)
        v = finish(t, &f.out);
    else if (code == Z_OK || code == Z_BUF_ERROR)
        zlib_raise(t, state, NULL, Z_BUF_ERROR, "while decompressing data");
    else if (code != ZLIB_RAISED)
        zlib_raise(t, state, zlib_stream_of(r), code,
                   "while decompressing data");
    resource_close(r);
    return v;
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &zlib_adler32_native,
    &zlib_compress_native,
    &zlib_compressobj_native,
    &zlib_crc32_native,
    &zlib_decompress_native,
    &zlib_decompressobj_native,
    NULL,
};

static const ModuleConstant constants[] = {
    MODULE_INT("DEFLATED", Z_DEFLATED),
    MODULE_INT("DEF_BUF_SIZE", 16384),
    MODULE_INT("DEF_MEM_LEVEL", 8),
    MODULE_INT("MAX_WBITS", MAX_WBITS),
    MODULE_INT("Z_BEST_COMPRESSION", Z_BEST_COMPRESSION),
    MODULE_INT("Z_BEST_SPEED", Z_BEST_SPEED),
    MODULE_INT("Z_BLOCK", Z_BLOCK),
    MODULE_INT("Z_DEFAULT_COMPRESSION", Z_DEFAULT_COMPRESSION),
    MODULE_INT("Z_DEFAULT_STRATEGY", Z_DEFAULT_STRATEGY),
    MODULE_INT("Z_FILTERED", Z_FILTERED),
    MODULE_INT("Z_FINISH", Z_FINISH),
    MODULE_INT("Z_FIXED", Z_FIXED),
    MODULE_INT("Z_FULL_FLUSH", Z_FULL_FLUSH),
    MODULE_INT("Z_HUFFMAN_ONLY", Z_HUFFMAN_ONLY),
    MODULE_INT("Z_NO_COMPRESSION", Z_NO_COMPRESSION),
    MODULE_INT("Z_NO_FLUSH", Z_NO_FLUSH),
    MODULE_INT("Z_PARTIAL_FLUSH", Z_PARTIAL_FLUSH),
    MODULE_INT("Z_RLE", Z_RLE),
    MODULE_INT("Z_SYNC_FLUSH", Z_SYNC_FLUSH),
    MODULE_INT("Z_TREES", Z_TREES),
    MODULE_STR("ZLIB_VERSION", ZLIB_VERSION),
    MODULE_STR("__version__", "1.0"),
    {0},
};

static int init(Thread *t, Module *m)
{
    ZlibState *state = m->state;
    Value error = module_exception_new(t, m, "error", EXC(Exception));
    if (value_is_null(error))
        return -1;
    slot_set(state, &state->error, error);
    dict_set_c(t, m->dict, "ZLIB_RUNTIME_VERSION",
               value_from_pointer(str_from_c(t, zlibVersion())));
    return 0;
}

static const ModuleType types[] = {
    {NULL, &zlib_compress_type},
    {NULL, &zlib_decompress_type},
    {0},
};

const ModuleDef zlib_module = {
    .name = "zlib",
    .doc = "A thin binding of the library zlib.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(ZlibState),
    .init = init,
};
