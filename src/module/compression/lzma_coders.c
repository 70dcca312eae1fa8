/* SPDX-License-Identifier: MIT */
/* LZMACompressor and LZMADecompressor. */
#include "module/compression/coder.h"
#include "module/compression/lzma_parts.h"
#include "object/error/raise.h"
#include <stdlib.h>

enum {
    DECODER_BYTES = 8 << 20, /* what a decoder takes, with a usual dictionary */
    CHECK_UNKNOWN = LZMA_CHECK_ID_MAX + 1,
};

/* ---- steps ---- */

/* Errors of the library are shown as numbers below CODER_RAISED. */
enum { FIRST_ERROR = -100 };

static Value raise_coder(Thread *t, int error)
{
    return lzma_raise(t, (lzma_ret)(FIRST_ERROR - error));
}

static int answer(lzma_stream *z, lzma_ret code, CoderWindow *w)
{
    w->in = z->next_in;
    w->n_in = z->avail_in;
    w->out = z->next_out;
    w->n_out = z->avail_out;
    switch (code) {
    case LZMA_OK: return CODER_GOES_ON;
    case LZMA_STREAM_END: return CODER_ENDS;
    case LZMA_NO_CHECK:
    case LZMA_GET_CHECK:
        w->check = (uint8_t)lzma_get_check(z);
        return CODER_GOES_ON;
    case LZMA_BUF_ERROR: /* nothing to do is none */
        if (w->n_in == 0 && w->n_out > 0)
            return CODER_GOES_ON;
        break;
    default: break;
    }
    return FIRST_ERROR - (int)code;
}

static int step(intptr_t handle, CoderWindow *w)
{
    lzma_stream *z = (lzma_stream *)handle;
    z->next_in = w->in;
    z->avail_in = w->n_in;
    z->next_out = w->out;
    z->avail_out = w->n_out;
    return answer(z, lzma_code(z, w->finish ? LZMA_FINISH : LZMA_RUN), w);
}

static const CoderKind kind = {step, raise_coder, "Already at end of stream",
                               NULL, false};

/* ---- streams ---- */

static void end(intptr_t handle)
{
    lzma_end((lzma_stream *)handle);
    free((lzma_stream *)handle);
}

static lzma_stream *stream_new(void)
{
    static const lzma_stream empty = LZMA_STREAM_INIT;
    lzma_stream *z = malloc(sizeof *z);
    if (z != NULL)
        *z = empty;
    return z;
}

static Value begin(Thread *t, Coder *c, lzma_stream *z, lzma_ret code,
                   size_t bytes)
{
    if (code != LZMA_OK) {
        if (z != NULL)
            end((intptr_t)z);
        return lzma_raise(t, code);
    }
    Resource *r = resource_new(t, (intptr_t)z, end, bytes);
    if (r == NULL)
        return NULL_VALUE;
    slot_set(c, &c->stream, value_from_pointer(r));
    return value_from_pointer(c);
}

/* ---- compressors ---- */

typedef struct Settings {
    int format, check;
    uint32_t preset;
    const lzma_filter *filters; /* NULL: what the preset says */
} Settings;

static lzma_ret encode_alone(lzma_stream *z, const Settings *s)
{
    lzma_options_lzma options;
    if (s->filters != NULL)
        return lzma_alone_encoder(z, s->filters[0].options);
    if (lzma_lzma_preset(&options, s->preset))
        return LZMA_OPTIONS_ERROR;
    return lzma_alone_encoder(z, &options);
}

static lzma_ret encode(lzma_stream *z, const Settings *s)
{
    if (s->format == FORMAT_ALONE)
        return encode_alone(z, s);
    if (s->format == FORMAT_RAW)
        return lzma_raw_encoder(z, s->filters);
    return s->filters == NULL
               ? lzma_easy_encoder(z, s->preset, (lzma_check)s->check)
               : lzma_stream_encoder(z, s->filters, (lzma_check)s->check);
}

static size_t encoder_bytes(const Settings *s)
{
    uint64_t n = s->filters == NULL ? lzma_easy_encoder_memusage(s->preset)
                                    : lzma_raw_encoder_memusage(s->filters);
    return n == UINT64_MAX ? 0 : (size_t)n;
}

/* Whether the settings go together: 0 or -1. */
static int check_settings(Thread *t, const Settings *s)
{
    switch (s->format) {
    case FORMAT_XZ: return 0;
    case FORMAT_ALONE:
        if (s->filters == NULL || (s->filters[0].id == LZMA_FILTER_LZMA1 &&
                                   s->filters[1].id == LZMA_VLI_UNKNOWN))
            return 0;
        return RAISE_INT(raise_value_error(
            t, "Invalid filter chain for FORMAT_ALONE - must be a single LZMA1 "
               "filter"));
    case FORMAT_RAW:
        if (s->filters != NULL)
            return 0;
        return RAISE_INT(
            raise_value_error(t, "Must specify filters for FORMAT_RAW"));
    default:
        return RAISE_INT(
            raise_value_error(t, "Invalid container format: %d", s->format));
    }
}

CONSTRUCTOR(LZMACompressor, NATIVE_UNSIGNED, (cls), (opt, c_int, format, 1),
            (opt, c_int, check, -1), (opt, object, preset, None),
            (opt, object, filters, None))
{
    LzmaChain chain;
    Settings s = {format, check, LZMA_PRESET_DEFAULT, NULL};
    if (!value_is_none(preset) && !value_is_none(filters))
        return raise_value_error(t,
                                 "Cannot specify both preset and filter chain");
    if (!value_is_none(preset) && lzma_uint32(t, preset, &s.preset) < 0)
        return NULL_VALUE;
    if (format != FORMAT_XZ && check != -1 && check != LZMA_CHECK_NONE)
        return raise_value_error(
            t, "Integrity checks are only supported by FORMAT_XZ");
    if (format == FORMAT_XZ && check == -1)
        s.check = LZMA_CHECK_CRC64;
    if (!value_is_none(filters)) {
        if (lzma_chain_fill(t, &chain, filters) < 0)
            return NULL_VALUE;
        s.filters = chain.filters;
    }
    if (check_settings(t, &s) < 0)
        return NULL_VALUE;
    lzma_stream *z = stream_new();
    lzma_ret code = z == NULL ? LZMA_MEM_ERROR : encode(z, &s);
    return begin(t, coder_new(t, &lzma_compressor_type, &kind), z, code,
                 encoder_bytes(&s));
}

NATIVE(lzma_compressor, compress, 0,
       "Take data; answer what of the compressed stream is ready.",
       (self, Coder), (arg, bytes_like, data), (slash))
{
    return coder_compress(t, self, data);
}

NATIVE(lzma_compressor, flush, 0,
       "End the stream, and answer what is left of it.", (self, Coder), (slash))
{
    return coder_flush(t, self);
}

static const NativeDef *const compressor_methods[] = {
    &lzma_compressor_compress_native,
    &lzma_compressor_flush_native,
    NULL,
};

Type lzma_compressor_type = {
    TYPE_HEAD(lzma_compressor),
    .c_name = "_lzma.LZMACompressor",
    .c_doc = "Compresses data that comes in pieces.\n\n"
             "format is FORMAT_XZ, FORMAT_ALONE or FORMAT_RAW, check one of\n"
             "CHECK_NONE and its like.  How: preset is a level from 0 to 9, "
             "perhaps\n"
             "with PRESET_EXTREME; or filters a sequence of dicts, which "
             "FORMAT_RAW\n"
             "needs.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Coder),
    .constructor = &LZMACompressor_new_native,
    .methods = compressor_methods,
};

/* ---- decompressors ---- */

static lzma_ret decode(lzma_stream *z, int format, uint64_t limit,
                       const lzma_filter *filters)
{
    enum { TELL = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK };
    switch (format) {
    case FORMAT_AUTO: return lzma_auto_decoder(z, limit, TELL);
    case FORMAT_XZ: return lzma_stream_decoder(z, limit, TELL);
    case FORMAT_ALONE: return lzma_alone_decoder(z, limit);
    default: return lzma_raw_decoder(z, filters);
    }
}

/* Whether the arguments go together: 0 or -1. */
static int check_decoder(Thread *t, int format, Value filters)
{
    if (format == FORMAT_RAW && value_is_none(filters))
        return RAISE_INT(
            raise_value_error(t, "Must specify filters for FORMAT_RAW"));
    if (format != FORMAT_RAW && !value_is_none(filters))
        return RAISE_INT(raise_value_error(
            t, "Cannot specify filters except with FORMAT_RAW"));
    if (format < FORMAT_AUTO || format > FORMAT_RAW)
        return RAISE_INT(
            raise_value_error(t, "Invalid container format: %d", format));
    return 0;
}

CONSTRUCTOR(LZMADecompressor, 0, (cls), (opt, c_int, format, 0),
            (opt, object, memlimit, None), (opt, object, filters, None))
{
    uint64_t limit = UINT64_MAX;
    LzmaChain chain;
    if (!value_is_none(memlimit)) {
        if (format == FORMAT_RAW)
            return raise_value_error(
                t, "Cannot specify memory limit with FORMAT_RAW");
        if (lzma_uint64(t, memlimit, &limit) < 0)
            return NULL_VALUE;
    }
    if (check_decoder(t, format, filters) < 0)
        return NULL_VALUE;
    if (!value_is_none(filters) && lzma_chain_fill(t, &chain, filters) < 0)
        return NULL_VALUE;
    lzma_stream *z = stream_new();
    lzma_ret code =
        z == NULL ? LZMA_MEM_ERROR : decode(z, format, limit, chain.filters);
    Coder *c = coder_new(t, &lzma_decompressor_type, &kind);
    c->check = format == FORMAT_ALONE || format == FORMAT_RAW ? LZMA_CHECK_NONE
                                                              : CHECK_UNKNOWN;
    return begin(t, c, z, code, DECODER_BYTES);
}

NATIVE(
    lzma_decompressor, decompress, 0,
    "Take data; answer what it has been compressed from, at most max_length "
    "bytes if that is not negative.\n\n"
    "needs_input says whether there is more to come of what is here already.",
    (self, Coder), (arg, bytes_like, data), (opt, ssize, max_length, -1))
{
    return coder_decompress(t, self, data, max_length);
}

static Value check_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((const Coder *)value_to_record(self))->check);
}

static const NativeDef *const decompressor_methods[] = {
    &lzma_decompressor_decompress_native,
    NULL,
};

static const GetSetDef decompressor_getsets[] = {
    {"check", check_get, NULL,
     GETSET_MEMBER "The number of the stream's integrity check, once it is "
                   "known."},
    {"eof", coder_eof_get, NULL,
     GETSET_MEMBER "Whether the end of the stream has been seen."},
    {"needs_input", coder_needs_input_get, NULL,
     GETSET_MEMBER "Whether there is no output without more input."},
    {"unused_data", coder_unused_data_get, NULL,
     GETSET_MEMBER "What came behind the end of the stream."},
    {0},
};

Type lzma_decompressor_type = {
    TYPE_HEAD(lzma_decompressor),
    .c_name = "_lzma.LZMADecompressor",
    .c_doc =
        "Decompresses one stream that comes in pieces.\n\n"
        "format is FORMAT_AUTO, FORMAT_XZ, FORMAT_ALONE, or FORMAT_RAW, which\n"
        "needs filters.  What would take more than memlimit bytes of memory is "
        "an\n"
        "error.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Coder),
    .constructor = &LZMADecompressor_new_native,
    .methods = decompressor_methods,
    .getsets = decompressor_getsets,
};
