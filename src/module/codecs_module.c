/* SPDX-License-Identifier: MIT */
/* The module _codecs: Python's way to object/codecs. */
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/buffer.h"
#include "object/text/codecs.h"

static Value with_length(Thread *t, Value v, int64_t len)
{
    if (value_is_null(v))
        return v;
    return value_from_pointer(tuple_pack(t, 2, v, value_from_int(len)));
}

/* --- the codecs -------------------------------------------------------- */

static Value decode_with(Thread *t, const Buffer *b, const char *errors,
                         bool final, CodecsDecodeFn decode)
{
    int64_t consumed = b->len;
    Value v = decode(t, b->data, b->len, errors, final ? NULL : &consumed);
    return with_length(t, v, consumed);
}

#define DECODE_DOC(name) \
    "Decode " #name ": the text, and how many bytes it is of."
#define ENCODE_DOC(name) \
    "Encode in " #name ": the bytes, and how many characters they are of."

#define DECODER(name, codec)                                               \
    NATIVE(codecs, name##_decode, 0, DECODE_DOC(name),                     \
           (arg, bytes_like, data), (opt, c_string_or_none, errors, None), \
           (opt, truth, final, False), (slash))                            \
    {                                                                      \
        return decode_with(t, data, errors, final, codecs_decode_##codec); \
    }
/* Those that need no more than is there. */
#define WHOLE_DECODER(name, codec)                                         \
    NATIVE(codecs, name##_decode, 0, DECODE_DOC(name),                     \
           (arg, bytes_like, data), (opt, c_string_or_none, errors, None), \
           (slash))                                                        \
    {                                                                      \
        return decode_with(t, data, errors, true, codecs_decode_##codec);  \
    }
#define TEXT_DECODER(name, codec)                                             \
    NATIVE(codecs, name##_decode, 0, DECODE_DOC(name),                        \
           (arg, text_or_bytes, data), (opt, c_string_or_none, errors, None), \
           (opt, truth, final, True), (slash))                                \
    {                                                                         \
        return decode_with(t, data, errors, final, codecs_decode_##codec);    \
    }
#define ENCODER(name, codec)                                            \
    NATIVE(codecs, name##_encode, 0, ENCODE_DOC(name), (arg, str, str), \
           (opt, c_string_or_none, errors, None), (slash))              \
    {                                                                   \
        return with_length(t, codecs_encode_##codec(t, str, errors),    \
                           str->len);                                   \
    }

DECODER(utf_7, utf7)
DECODER(utf_8, utf8)
WHOLE_DECODER(ascii, ascii)
WHOLE_DECODER(latin_1, latin1)
TEXT_DECODER(unicode_escape, unicode_escape)
TEXT_DECODER(raw_unicode_escape, raw_unicode_escape)
ENCODER(utf_7, utf7)
ENCODER(utf_8, utf8)
ENCODER(ascii, ascii)
ENCODER(latin_1, latin1)
ENCODER(unicode_escape, unicode_escape)
ENCODER(raw_unicode_escape, raw_unicode_escape)

/* A byte order: little endian is -1, big 1, what a mark says 0. */
static int order_of(int byteorder)
{
    return (byteorder > 0) - (byteorder < 0);
}

#define WIDE_DECODER(name, width, byte_order)                                 \
    NATIVE(codecs, name##_decode, 0, DECODE_DOC(name),                        \
           (arg, bytes_like, data), (opt, c_string_or_none, errors, None),    \
           (opt, truth, final, False), (slash))                               \
    {                                                                         \
        int order = byte_order;                                               \
        int64_t consumed = data->len;                                         \
        Value v = codecs_decode_utf##width(t, data->data, data->len, errors,  \
                                           &order, final ? NULL : &consumed); \
        return with_length(t, v, consumed);                                   \
    }
#define WIDE_EX_DECODER(name, width)                                        \
    NATIVE(codecs, name##_decode, 0, DECODE_DOC(name),                      \
           (arg, bytes_like, data), (opt, c_string_or_none, errors, None),  \
           (opt, c_int, byteorder, 0), (opt, truth, final, False), (slash)) \
    {                                                                       \
        int order = order_of(byteorder);                                    \
        int64_t consumed = data->len;                                       \
        TRY(v, codecs_decode_utf##width(t, data->data, data->len, errors,   \
                                        &order, final ? NULL : &consumed)); \
        return value_from_pointer(tuple_pack(                               \
            t, 3, v, value_from_int(consumed), value_from_int(order)));     \
    }
#define WIDE_ENCODER(name, width, order)                                       \
    NATIVE(codecs, name##_encode, 0, ENCODE_DOC(name), (arg, str, str),        \
           (opt, c_string_or_none, errors, None), (slash))                     \
    {                                                                          \
        return with_length(t, codecs_encode_utf##width(t, str, errors, order), \
                           str->len);                                          \
    }
#define WIDE_ANY_ENCODER(name, width)                                         \
    NATIVE(codecs, name##_encode, 0, ENCODE_DOC(name), (arg, str, str),       \
           (opt, c_string_or_none, errors, None), (opt, c_int, byteorder, 0), \
           (slash))                                                           \
    {                                                                         \
        return with_length(                                                   \
            t, codecs_encode_utf##width(t, str, errors, order_of(byteorder)), \
            str->len);                                                        \
    }

WIDE_DECODER(utf_16, 16, 0)
WIDE_DECODER(utf_16_le, 16, -1)
WIDE_DECODER(utf_16_be, 16, 1)
WIDE_EX_DECODER(utf_16_ex, 16)
WIDE_DECODER(utf_32, 32, 0)
WIDE_DECODER(utf_32_le, 32, -1)
WIDE_DECODER(utf_32_be, 32, 1)
WIDE_EX_DECODER(utf_32_ex, 32)
WIDE_ANY_ENCODER(utf_16, 16)
WIDE_ENCODER(utf_16_le, 16, -1)
WIDE_ENCODER(utf_16_be, 16, 1)
WIDE_ANY_ENCODER(utf_32, 32)
WIDE_ENCODER(utf_32_le, 32, -1)
WIDE_ENCODER(utf_32_be, 32, 1)

NATIVE(codecs, charmap_decode, 0,
       "Decode bytes by a mapping from them to text.", (arg, bytes_like, data),
       (opt, c_string_or_none, errors, None), (opt, object, mapping, None),
       (slash))
{
    return with_length(
        t, codecs_decode_charmap(t, data->data, data->len, errors, mapping),
        data->len);
}

NATIVE(codecs, charmap_encode, 0,
       "Encode text by a mapping from characters to bytes.", (arg, str, str),
       (opt, c_string_or_none, errors, None), (opt, object, mapping, None),
       (slash))
{
    return with_length(t, codecs_encode_charmap(t, str, errors, mapping),
                       str->len);
}

NATIVE(codecs, charmap_build, 0,
       "What charmap_encode maps by, of a text of 256 characters that decodes.",
       (arg, str, map), (slash))
{
    return codecs_charmap_build(t, map);
}

NATIVE(codecs, escape_decode, 0, "Decode the escapes of bytes literals.",
       (arg, text_or_bytes, data), (opt, c_string_or_none, errors, None),
       (slash))
{
    return with_length(t,
                       codecs_decode_escape(t, data->data, data->len, errors),
                       data->len);
}

NATIVE(codecs, escape_encode, 0, "Write bytes as in a literal.",
       (arg, bytes, data), (opt, c_string_or_none, errors, None), (slash))
{
    return with_length(t, codecs_encode_escape(t, data->data, data->len),
                       data->len);
}

NATIVE(codecs, readbuffer_encode, 0, "The bytes of an object, and how many.",
       (arg, text_or_bytes, data), (opt, c_string_or_none, errors, None),
       (slash))
{
    return with_length(
        t, value_from_pointer(bytes_new(t, data->data, data->len)),
        data->len);
}

/* --- the registry ------------------------------------------------------ */

static Value none_unless(int failed)
{
    return failed < 0 ? NULL_VALUE : NONE;
}

NATIVE(codecs, register, 0, "Register a function that finds codecs.",
       (arg, object, search_function), (slash))
{
    return none_unless(codecs_register(t, search_function));
}

NATIVE(codecs, unregister, 0,
       "Take back a codec search function and what it found.",
       (arg, object, search_function), (slash))
{
    return none_unless(codecs_unregister(t, search_function));
}

NATIVE(codecs, lookup, 0, "The codec registered for the encoding.",
       (arg, c_string, encoding), (slash))
{
    return codecs_lookup(t, encoding);
}

NATIVE(codecs, register_error, 0, "Register an error handler under its name.",
       (arg, c_string, errors), (arg, object, handler), (slash))
{
    return none_unless(codecs_register_error(t, errors, handler));
}

NATIVE(codecs, lookup_error, 0, "The error handler registered under name.",
       (arg, c_string, name), (slash))
{
    return codecs_lookup_error(t, name);
}

NATIVE(codecs, encode, 0, "Encode obj with the codec of the encoding.",
       (arg, object, obj), (opt, c_string, encoding, 'utf-8'),
       (opt, c_string, errors, 'strict'))
{
    return codecs_encode(t, obj, encoding, errors);
}

NATIVE(codecs, decode, 0, "Decode obj with the codec of the encoding.",
       (arg, object, obj), (opt, c_string, encoding, 'utf-8'),
       (opt, c_string, errors, 'strict'))
{
    return codecs_decode(t, obj, encoding, errors);
}

/* --- module ------------------------------------------------------------ */

static const NativeDef *const functions[] = {
    &codecs_ascii_decode_native,
    &codecs_ascii_encode_native,
    &codecs_charmap_build_native,
    &codecs_charmap_decode_native,
    &codecs_charmap_encode_native,
    &codecs_decode_native,
    &codecs_encode_native,
    &codecs_escape_decode_native,
    &codecs_escape_encode_native,
    &codecs_latin_1_decode_native,
    &codecs_latin_1_encode_native,
    &codecs_lookup_native,
    &codecs_lookup_error_native,
    &codecs_raw_unicode_escape_decode_native,
    &codecs_raw_unicode_escape_encode_native,
    &codecs_readbuffer_encode_native,
    &codecs_register_native,
    &codecs_register_error_native,
    &codecs_unicode_escape_decode_native,
    &codecs_unicode_escape_encode_native,
    &codecs_unregister_native,
    &codecs_utf_16_be_decode_native,
    &codecs_utf_16_be_encode_native,
    &codecs_utf_16_decode_native,
    &codecs_utf_16_encode_native,
    &codecs_utf_16_ex_decode_native,
    &codecs_utf_16_le_decode_native,
    &codecs_utf_16_le_encode_native,
    &codecs_utf_32_be_decode_native,
    &codecs_utf_32_be_encode_native,
    &codecs_utf_32_decode_native,
    &codecs_utf_32_encode_native,
    &codecs_utf_32_ex_decode_native,
    &codecs_utf_32_le_decode_native,
    &codecs_utf_32_le_encode_native,
    &codecs_utf_7_decode_native,
    &codecs_utf_7_encode_native,
    &codecs_utf_8_decode_native,
    &codecs_utf_8_encode_native,
    NULL,
};

const ModuleDef codecs_module = {
    .name = "_codecs",
    .functions = {functions},
};
