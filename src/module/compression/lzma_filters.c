/* SPDX-License-Identifier: MIT */
/* Filters of liblzma: dicts as its structs, and these as bytes. */
#include "module/compression/lzma_parts.h"

#include "object/container/dict.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include <stdlib.h>
#include <string.h>

/* ---- numbers ---- */

int lzma_uint64(Thread *t, Value v, uint64_t *out)
{
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(t, "an integer is required"));
    if (int_to_uint64(v, out))
        return 0;
    return RAISE_INT(raise_error(t, EXC(OverflowError), "%s",
                                 int_sign(v) < 0
                                     ? "can't convert negative int to unsigned"
                                     : "int too big to convert"));
}

int lzma_uint32(Thread *t, Value v, uint32_t *out)
{
    uint64_t wide;
    if (lzma_uint64(t, v, &wide) < 0)
        return -1;
    *out = (uint32_t)wide;
    if (*out == wide)
        return 0;
    return RAISE_INT(raise_error(t, EXC(OverflowError),
                                 "Value too large for uint32_t type"));
}

/* ---- dicts ---- */

typedef struct Option {
    const char *name;
    size_t offset; /* of a uint32_t, or of an enum of that size */
} Option;
_Static_assert(sizeof(lzma_mode) == 4 && sizeof(lzma_match_finder) == 4,
               "options are all of one size");

static const Option lzma_options[] = {
    {"dict_size", offsetof(lzma_options_lzma, dict_size)},
    {"lc", offsetof(lzma_options_lzma, lc)},
    {"lp", offsetof(lzma_options_lzma, lp)},
    {"pb", offsetof(lzma_options_lzma, pb)},
    {"mode", offsetof(lzma_options_lzma, mode)},
    {"nice_len", offsetof(lzma_options_lzma, nice_len)},
    {"mf", offsetof(lzma_options_lzma, mf)},
    {"depth", offsetof(lzma_options_lzma, depth)},
    {"id", SIZE_MAX}, /* read already */
    {"preset", SIZE_MAX},
    {0},
};
static const Option delta_options[] = {
    {"dist", offsetof(lzma_options_delta, dist)},
    {"id", SIZE_MAX},
    {0},
};
static const Option bcj_options[] = {
    {"start_offset", offsetof(lzma_options_bcj, start_offset)},
    {"id", SIZE_MAX},
    {0},
};

static const Option *find(const Option *options, Value key)
{
    if (!value_is_str(key))
        return NULL;
    for (const Option *o = options; o->name != NULL; o++)
        if (str_equal_c(value_to_str(key), o->name))
            return o;
    return NULL;
}

/* The options that a dict names; whatever is wrong is the same ValueError. */
static int read_options(Thread *t, Value spec, const Option *options, void *to,
                        const char *what)
{
    int64_t pos = 0;
    Value key, v;
    bool good = value_is_dict(spec);
    while (good && dict_next(value_to_dict(spec), &pos, &key, &v)) {
        const Option *o = find(options, key);
        uint32_t number;
        if (o != NULL && o->offset == SIZE_MAX)
            continue;
        good = o != NULL && lzma_uint32(t, v, &number) == 0;
        if (good)
            memcpy((char *)to + o->offset, &number, sizeof number);
    }
    if (good)
        return 0;
    t->exc = NULL_VALUE;
    return RAISE_INT(
        raise_value_error(t, "Invalid filter specifier for %s filter", what));
}

/* spec[name], or UNBOUND; null on error. */
static Value item(Thread *t, Value spec, const char *name)
{
    Value v = object_getitem(t, spec, value_from_pointer(str_from_c(t, name)));
    if (!value_is_null(v) || !exception_matches(t, EXC(KeyError)))
        return v;
    (void)exception_take(t);
    return UNBOUND;
}

static int read_lzma(Thread *t, Value spec, lzma_options_lzma *o)
{
    uint32_t preset = LZMA_PRESET_DEFAULT;
    Value v = item(t, spec, "preset");
    if (value_is_null(v) ||
        (!value_is_unbound(v) && lzma_uint32(t, v, &preset) < 0))
        return -1;
    if (lzma_lzma_preset(o, preset))
        return RAISE_INT(raise_error(t, lzma_error(t),
                                     "Invalid compression preset: %l",
                                     (int64_t)preset));
    return read_options(t, spec, lzma_options, o, "LZMA");
}

/* What a dict says: 0 or -1. */
static int read_filter(Thread *t, Value spec, lzma_filter *f, LzmaOptions *o)
{
    uint64_t id;
    if (type_of(spec)->slots.getitem == NULL)
        return RAISE_INT(raise_type_error(
            t, "Filter specifier must be a dict or dict-like object"));
    Value v = item(t, spec, "id");
    if (value_is_null(v))
        return -1;
    if (value_is_unbound(v))
        return RAISE_INT(
            raise_value_error(t, "Filter specifier must have an \"id\" entry"));
    if (lzma_uint64(t, v, &id) < 0)
        return -1;
    memset(o, 0, sizeof *o);
    *f = (lzma_filter){.id = id, .options = o};
    switch (id) {
    case LZMA_FILTER_LZMA1:
    case LZMA_FILTER_LZMA2: return read_lzma(t, spec, &o->lzma);
    case LZMA_FILTER_DELTA:
        o->delta.dist = 1;
        return read_options(t, spec, delta_options, &o->delta, "delta");
    case LZMA_FILTER_X86:
    case LZMA_FILTER_POWERPC:
    case LZMA_FILTER_IA64:
    case LZMA_FILTER_ARM:
    case LZMA_FILTER_ARMTHUMB:
    case LZMA_FILTER_SPARC:
        return read_options(t, spec, bcj_options, &o->bcj, "BCJ");
    default:
        return RAISE_INT(raise_value_error(t, "Invalid filter ID: %S",
                                           int_from_uint64(t, id)));
    }
}

int lzma_chain_fill(Thread *t, LzmaChain *chain, Value specs)
{
    if (value_is_dict(specs))
        return RAISE_INT(raise_type_error(t, "%T is not a sequence", specs));
    int64_t n = object_len(t, specs);
    if (n < 0)
        return -1;
    if (n > LZMA_FILTERS_MAX)
        return RAISE_INT(raise_value_error(
            t, "Too many filters - liblzma supports a maximum of %d",
            LZMA_FILTERS_MAX));
    for (int64_t i = 0; i < n; i++) {
        Value spec = object_getitem(t, specs, value_from_int(i));
        if (value_is_null(spec) ||
            read_filter(t, spec, &chain->filters[i], &chain->options[i]) < 0)
            return -1;
    }
    chain->filters[n] = (lzma_filter){.id = LZMA_VLI_UNKNOWN};
    return 0;
}

/* ---- as bytes ---- */

NATIVE_SHARED(lzma, _encode_filter_properties, 0,
              "The options of a filter as a stream's header has them.",
              (arg, object, filter), (slash))
{
    lzma_filter f;
    LzmaOptions options;
    uint32_t size;
    if (read_filter(t, filter, &f, &options) < 0)
        return NULL_VALUE;
    lzma_ret code = lzma_properties_size(&size, &f);
    if (code != LZMA_OK)
        return lzma_raise(t, code);
    Bytes *b = bytes_new(t, NULL, size);
    if (b == NULL)
        return NULL_VALUE;
    code = lzma_properties_encode(&f, b->data);
    return code == LZMA_OK ? value_from_pointer(b) : lzma_raise(t, code);
}

static void add(Thread *t, Dict *d, const char *name, uint32_t v)
{
    dict_set_c(t, d, name, int_from_uint64(t, v));
}

static Dict *describe(Thread *t, const lzma_filter *f)
{
    Dict *d = dict_new(t);
    dict_set_c(t, d, "id", int_from_uint64(t, f->id));
    if (f->options == NULL)
        return d;
    const LzmaOptions *o = f->options;
    switch (f->id) {
    case LZMA_FILTER_LZMA1:
        add(t, d, "lc", o->lzma.lc);
        add(t, d, "lp", o->lzma.lp);
        add(t, d, "pb", o->lzma.pb);
        add(t, d, "dict_size", o->lzma.dict_size);
        break;
    case LZMA_FILTER_LZMA2: add(t, d, "dict_size", o->lzma.dict_size); break;
    case LZMA_FILTER_DELTA: add(t, d, "dist", o->delta.dist); break;
    default: add(t, d, "start_offset", o->bcj.start_offset); break;
    }
    return d;
}

/* filter_id: a number for lzma_filter */
#define PARAM_LEAF_filter_id     LEAF_INT
#define PARAM_TYPE_filter_id     uint64_t
#define PARAM_LOCAL_filter_id(v) uint64_t v
static PARAM_FN(filter_id, uint64_t) { return lzma_uint64(t, v, out) == 0; }

NATIVE_SHARED(lzma, _decode_filter_properties, 0,
              "A dict of the filter of that number and such options.",
              (arg, filter_id, filter_id), (arg, bytes_like, encoded_props),
              (slash))
{
    lzma_filter f = {.id = filter_id};
    lzma_ret code = lzma_properties_decode(&f, NULL, encoded_props->data,
                                           (size_t)encoded_props->len);
    if (code != LZMA_OK)
        return lzma_raise(t, code);
    Dict *d = describe(t, &f);
    free(f.options); /* without an allocator, the library's is malloc */
    return value_from_pointer(d);
}
