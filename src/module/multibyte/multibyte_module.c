/* SPDX-License-Identifier: MIT */
/* The module _multibytecodec, those of the codecs, and the codecs' type. */
#include "module/multibyte/multibyte.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include <string.h>

static void *alloc_blob(void *of, size_t bytes)
{
    Thread *t = of;
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + bytes, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return NULL;
    blob->capacity = (int64_t)bytes;
    return memset(blob->data, 0, bytes);
}

Slot *multibyte_module_set(MultibyteModule *module, uint8_t id)
{
    switch (id) {
#define CHARSET(NAME)    \
    case CHARSET_##NAME: \
        return &module->NAME;
#include "base/charset/charsets.def"
#undef CHARSET
    default: UNREACHABLE(); return NULL;
    }
}

/* Makes a set's tables, unless they are there: 0, or -1 with MemoryError. */
static int need_set(Thread *t, MultibyteModule *module, uint8_t id)
{
    Slot *slot = multibyte_module_set(module, id);
    Charset *set;
    if (!value_is_unbound(slot_get(slot)))
        return 0;
    set = charset_new((CharsetId)id, alloc_blob, t);
    if (set == NULL)
        return RAISE_INT(raise_no_memory(t));
    slot_set(module, slot,
             value_from_pointer((uint8_t *)set - offsetof(Blob, data)));
    return 0;
}

static Value codec_new(Thread *t, MultibyteModule *module,
                       const MultibyteDef *def)
{
    MultibyteCodec *codec = record_new(t, multibyte_codec_type.root_shape->id,
                                       RECORD_SLOTS(MultibyteCodec));
    codec->def = def;
    slot_set(codec, &codec->module, value_from_pointer(module));
    for (int i = 0; def->sets[i] != CHARSET_NONE; i++)
        if (need_set(t, module, def->sets[i]) < 0)
            return NULL_VALUE;
    return value_from_pointer(codec);
}

static Value codec_find(Thread *t, MultibyteModule *module,
                        const MultibyteDef *defs, Value name)
{
    const char *wanted;
    if (!value_is_str(name))
        return raise_type_error(t, "encoding name must be a string.");
    wanted = str_to_utf8(t, value_to_str(name), NULL);
    if (wanted == NULL)
        return NULL_VALUE;
    for (; defs->name != NULL; defs++)
        if (strcmp(defs->name, wanted) == 0)
            return codec_new(t, module, defs);
    return raise_error(t, EXC(LookupError), "no such codec is supported.");
}

/* --- the type of codecs ------------------------------------------------- */

NATIVE(codec, encode, 0,
       "The text's bytes, and how many characters they are for.",
       (self, MultibyteCodec), (arg, object, input),
       (opt, c_string_or_none, errors, None))
{
    MultibyteState state = self->def->encode_start;
    TRY(text, value_is_str(input) ? input : object_str(t, input));
    TRY(v, multibyte_encode(t, self, &state, value_to_str(text), errors, NULL));
    return value_from_pointer(
        tuple_pack(t, 2, v, value_from_int(value_to_str(text)->len)));
}

NATIVE(codec, decode, 0, "The bytes' text, and how many bytes it is of.",
       (self, MultibyteCodec), (arg, bytes_like, input),
       (opt, c_string_or_none, errors, None))
{
    MultibyteState state = self->def->decode_start;
    TRY(v, multibyte_decode(t, self, &state, input->data, input->len, errors,
                            true, NULL));
    return value_from_pointer(tuple_pack(t, 2, v, value_from_int(input->len)));
}

static const NativeDef *const codec_methods[] = {
    &codec_decode_native,
    &codec_encode_native,
    NULL,
};

Type multibyte_codec_type = {
    TYPE_HEAD(multibyte_codec),
    .c_name = "_multibytecodec.MultibyteCodec",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(MultibyteCodec),
    .methods = codec_methods,
};

/* --- the modules -------------------------------------------------------- */

static const ModuleType codec_types[] = {
    {NULL, &multibyte_codec_type},
    {0},
};

#define CODECS_MODULE(group)                                           \
    NATIVE(codecs_##group, getcodec, NATIVE_UNSIGNED,                  \
           "The codec of that name.", (state, MultibyteModule, state), \
           (arg, object, encoding), (slash))                           \
    {                                                                  \
        return codec_find(t, state, multibyte_##group, encoding);      \
    }                                                                  \
    static const NativeDef *const group##_functions[] = {              \
        &codecs_##group##_getcodec_native,                             \
        NULL,                                                          \
    };                                                                 \
    const ModuleDef codecs_##group##_module = {                        \
        .name = "_codecs_" #group,                                     \
        .functions = {group##_functions},                              \
        .types = codec_types,                                          \
        .state_size = sizeof(MultibyteModule),                         \
    };

CODECS_MODULE(cn)
CODECS_MODULE(hk)
CODECS_MODULE(iso2022)
CODECS_MODULE(jp)
CODECS_MODULE(kr)
CODECS_MODULE(tw)

static const ModuleType types[] = {
    {NULL, &multibyte_codec_type},
    {"MultibyteIncrementalDecoder", &multibyte_incremental_decoder_type},
    {"MultibyteIncrementalEncoder", &multibyte_incremental_encoder_type},
    {"MultibyteStreamReader", &multibyte_stream_reader_type},
    {"MultibyteStreamWriter", &multibyte_stream_writer_type},
    {0},
};

const ModuleDef multibytecodec_module = {
    .name = "_multibytecodec",
    .types = types,
};
