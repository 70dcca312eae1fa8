/* SPDX-License-Identifier: MIT */
/* The module _bz2: compressors and decompressors of libbz2. */
#include "module/compression/coder.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include <bzlib.h>
#include <limits.h>
#include <stdlib.h>

enum {
    LEVEL_BYTES = 800000, /* what a compressor takes for each level, about */
    DECOMPRESSOR_BYTES = 3600000,
};

/* Errors keep their numbers, but CODER_RAISED. */
_Static_assert(BZ_SEQUENCE_ERROR == CODER_RAISED, "out_of_sequence is for it");
enum { OUT_OF_SEQUENCE = -1000 };

static Value raise_bz2(Thread *t, int error)
{
    switch (error) {
    case BZ_PARAM_ERROR:
        return raise_value_error(
            t, "Internal error - invalid parameters passed to libbzip2");
    case BZ_MEM_ERROR: return raise_no_memory(t);
    case BZ_DATA_ERROR:
    case BZ_DATA_ERROR_MAGIC:
        return raise_error(t, EXC(OSError), "Invalid data stream");
    case BZ_IO_ERROR: return raise_error(t, EXC(OSError), "Unknown I/O error");
    case BZ_UNEXPECTED_EOF:
        return raise_error(t, EXC(EOFError),
                           "Compressed file ended before the logical "
                           "end-of-stream was detected");
    case OUT_OF_SEQUENCE:
        return raise_error(t, EXC(RuntimeError),
                           "Internal error - Invalid sequence of commands sent "
                           "to libbzip2");
    default:
        return raise_error(t, EXC(OSError),
                           "Unrecognized error from libbzip2: %d", error);
    }
}

/* ---- steps ---- */

static unsigned piece(size_t n)
{
    return n > UINT_MAX ? UINT_MAX : (unsigned)n;
}

/* Before: what the library may see of the window. */
static void look_at(bz_stream *z, const CoderWindow *w)
{
    z->next_in = (char *)(uintptr_t)w->in; /* it does not write there */
    z->avail_in = piece(w->n_in);
    z->next_out = (char *)w->out;
    z->avail_out = piece(w->n_out);
}

/* After: what it has used up and filled. */
static int done(const bz_stream *z, CoderWindow *w, int code)
{
    size_t used = piece(w->n_in) - z->avail_in;
    size_t made = piece(w->n_out) - z->avail_out;
    w->in += used;
    w->n_in -= used;
    w->out += made;
    w->n_out -= made;
    if (code == BZ_STREAM_END)
        return CODER_ENDS;
    if (code >= BZ_OK)
        return CODER_GOES_ON;
    return code == BZ_SEQUENCE_ERROR ? OUT_OF_SEQUENCE : code;
}

static int compress_step(intptr_t handle, CoderWindow *w)
{
    bz_stream *z = (bz_stream *)handle;
    if (w->n_in == 0 && !w->finish)
        return CODER_GOES_ON; /* the library takes nothing for an error */
    look_at(z, w);
    return done(z, w, BZ2_bzCompress(z, w->finish ? BZ_FINISH : BZ_RUN));
}

static int decompress_step(intptr_t handle, CoderWindow *w)
{
    bz_stream *z = (bz_stream *)handle;
    look_at(z, w);
    return done(z, w, BZ2_bzDecompress(z));
}

static const CoderKind compressor_kind = {compress_step, raise_bz2, NULL, NULL,
                                          true};
static const CoderKind decompressor_kind = {
    decompress_step, raise_bz2, "End of stream already reached",
    "Decompressor is unusable after a previous error", true};

/* ---- streams ---- */

static void end_compress(intptr_t handle)
{
    (void)BZ2_bzCompressEnd((bz_stream *)handle);
    free((bz_stream *)handle);
}

static void end_decompress(intptr_t handle)
{
    (void)BZ2_bzDecompressEnd((bz_stream *)handle);
    free((bz_stream *)handle);
}

/* The coder has a stream that has begun, or an exception is raised. */
static Value begin(Thread *t, Coder *c, bz_stream *z, int code, ResourceFn end,
                   size_t bytes)
{
    if (code != BZ_OK) {
        free(z);
        return raise_bz2(t, code);
    }
    Resource *r = resource_new(t, (intptr_t)z, end, bytes);
    if (r == NULL)
        return NULL_VALUE;
    slot_set(c, &c->stream, value_from_pointer(r));
    return value_from_pointer(c);
}

/* ---- the types ---- */

static Type bz2_compressor_type, bz2_decompressor_type;

CONSTRUCTOR(BZ2Compressor, 0, (cls), (opt, c_int, compresslevel, 9), (slash))
{
    if (compresslevel < 1 || compresslevel > 9)
        return raise_value_error(t, "compresslevel must be between 1 and 9");
    bz_stream *z = calloc(1, sizeof *z);
    int code =
        z == NULL ? BZ_MEM_ERROR : BZ2_bzCompressInit(z, compresslevel, 0, 0);
    return begin(t, coder_new(t, &bz2_compressor_type, &compressor_kind), z,
                 code, end_compress, (size_t)compresslevel * LEVEL_BYTES);
}

NATIVE(bz2_compressor, compress, 0,
       "Take data; answer what of the compressed stream is ready.",
       (self, Coder), (arg, bytes_like, data), (slash))
{
    return coder_compress(t, self, data);
}

NATIVE(bz2_compressor, flush, 0,
       "End the stream, and answer what is left of it.", (self, Coder), (slash))
{
    return coder_flush(t, self);
}

static const NativeDef *const compressor_methods[] = {
    &bz2_compressor_compress_native,
    &bz2_compressor_flush_native,
    NULL,
};

static Type bz2_compressor_type = {
    TYPE_HEAD(bz2_compressor),
    .c_name = "_bz2.BZ2Compressor",
    .c_doc = "Compresses data that comes in pieces, in blocks of 100 kB times\n"
             "compresslevel.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Coder),
    .constructor = &BZ2Compressor_new_native,
    .methods = compressor_methods,
};

CONSTRUCTOR(BZ2Decompressor, 0, (cls))
{
    bz_stream *z = calloc(1, sizeof *z);
    int code = z == NULL ? BZ_MEM_ERROR : BZ2_bzDecompressInit(z, 0, 0);
    return begin(t, coder_new(t, &bz2_decompressor_type, &decompressor_kind), z,
                 code, end_decompress, DECOMPRESSOR_BYTES);
}

NATIVE(
    bz2_decompressor, decompress, 0,
    "Take data; answer what it has been compressed from, at most max_length "
    "bytes if that is not negative.\n\n"
    "needs_input says whether there is more to come of what is here already.",
    (self, Coder), (arg, bytes_like, data), (opt, ssize, max_length, -1))
{
    return coder_decompress(t, self, data, max_length);
}

static const NativeDef *const decompressor_methods[] = {
    &bz2_decompressor_decompress_native,
    NULL,
};

static const GetSetDef decompressor_getsets[] = {
    {"eof", coder_eof_get, NULL,
     GETSET_MEMBER "Whether the end of the stream has been seen."},
    {"needs_input", coder_needs_input_get, NULL,
     GETSET_MEMBER "Whether there is no output without more input."},
    {"unused_data", coder_unused_data_get, NULL,
     GETSET_MEMBER "What came behind the end of the stream."},
    {0},
};

static Type bz2_decompressor_type = {
    TYPE_HEAD(bz2_decompressor),
    .c_name = "_bz2.BZ2Decompressor",
    .c_doc = "Decompresses one stream that comes in pieces.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Coder),
    .constructor = &BZ2Decompressor_new_native,
    .methods = decompressor_methods,
    .getsets = decompressor_getsets,
};

static const ModuleType types[] = {
    {"BZ2Compressor", &bz2_compressor_type},
    {"BZ2Decompressor", &bz2_decompressor_type},
    {0},
};

const ModuleDef bz2_module = {
    .name = "_bz2",
    .doc = "A thin binding of the library bzip2.",
    .types = types,
};
