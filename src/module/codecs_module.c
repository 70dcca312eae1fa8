/* SPDX-License-Identifier: MIT */
/* The module _codecs: Python's way to object/codecs. */
#include "module/codecs_module.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/text/buffer.h"
#include "object/text/codecs.h"

/* --- arguments --------------------------------------------------------- */

/* NULL for None. */
static int get_errors(Thread *t, Value v, const char *function,
                      const char **errors)
{
    *errors = NULL;
    if (!value_is_none(v) && !value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "%s() argument 2 must be str or None, not %s", function,
            arg_type_name(v)));
    return value_is_none(v) ? 0
                            : arg_c_string(t, v, function, "errors", errors);
}

static Str *get_str(Thread *t, Value v, const char *function)
{
    if (!value_is_str(v)) {
        raise_type_error(t, "%s() argument 1 must be str, not %s", function,
                         arg_type_name(v));
        return NULL;
    }
    return value_to_str(v);
}

/* The bytes of a buffer or, where text is welcome, of a str. */
static int get_data(Thread *t, Value v, bool text, Buffer *b)
{
    if (!text || !value_is_str(v))
        return buffer_get(t, v, b, 0);
    size_t len;
    *b = (Buffer){.owner = v};
    b->data = (uint8_t *)str_to_utf8(t, value_to_str(v), &len);
    b->len = (int64_t)len;
    return b->data == NULL ? -1 : 0;
}

static void drop_data(Buffer *b)
{
    if (!value_is_str(b->owner))
        buffer_release(b);
}

static Value with_length(Thread *t, Value v, int64_t len)
{
    if (value_is_null(v))
        return v;
    return value_from_pointer(tuple_pack(t, 2, v, value_from_int(len)));
}

/* --- the codecs -------------------------------------------------------- */

/* args: data, errors, final (left out: true) */
static Value decode_with(Thread *t, Value *args, int64_t n, bool text,
                         const char *name, CodecsDecodeFn decode)
{
    Buffer b;
    const char *errors;
    int final = n < 3 ? 1 : object_is_true(t, args[2]);
    if (final < 0 || get_errors(t, args[1], name, &errors) < 0 ||
        get_data(t, args[0], text, &b) < 0)
        return NULL_VALUE;
    int64_t consumed = b.len;
    Value v = decode(t, b.data, b.len, errors, final ? NULL : &consumed);
    drop_data(&b);
    return with_length(t, v, consumed);
}

static Value encode_with(Thread *t, Value *args, const char *name,
                         CodecsEncodeFn encode)
{
    const char *errors;
    Str *s = get_str(t, args[0], name);
    if (s == NULL || get_errors(t, args[1], name, &errors) < 0)
        return NULL_VALUE;
    return with_length(t, encode(t, s, errors), s->len);
}

#define DECODER(name, codec, text)                                            \
    static Value name##_decode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        return decode_with(t, args, n, text, #name "_decode",                 \
                           codecs_decode_##codec);                            \
    }
#define ENCODER(name, codec)                                                  \
    static Value name##_encode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        (void)n;                                                              \
        return encode_with(t, args, #name "_encode", codecs_encode_##codec);  \
    }

DECODER(utf_8, utf8, false)
DECODER(ascii, ascii, false)
DECODER(latin_1, latin1, false)
DECODER(unicode_escape, unicode_escape, true)
DECODER(raw_unicode_escape, raw_unicode_escape, true)
ENCODER(utf_8, utf8)
ENCODER(ascii, ascii)
ENCODER(latin_1, latin1)
ENCODER(unicode_escape, unicode_escape)
ENCODER(raw_unicode_escape, raw_unicode_escape)

typedef Value (*DecodeWideFn)(Thread *t, const uint8_t *data, int64_t len,
                              const char *errors, int *order,
                              int64_t *consumed);
typedef Value (*EncodeWideFn)(Thread *t, Str *s, const char *errors,
                              int order);

/* *consumed: in and out as in decode_with. */
static Value decode_wide(Thread *t, Value data, Value errors_arg, Value last,
                         const char *name, DecodeWideFn decode, int *order,
                         int64_t *consumed)
{
    Buffer b;
    const char *errors;
    int final = object_is_true(t, last);
    if (final < 0 || get_errors(t, errors_arg, name, &errors) < 0 ||
        get_data(t, data, false, &b) < 0)
        return NULL_VALUE;
    *consumed = b.len;
    Value v = decode(t, b.data, b.len, errors, order, final ? NULL : consumed);
    drop_data(&b);
    return v;
}

#define WIDE_DECODER(name, width, byte_order)                                 \
    static Value name##_decode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        (void)n;                                                              \
        int order = byte_order;                                               \
        int64_t consumed;                                                     \
        Value v = decode_wide(t, args[0], args[1], args[2], #name "_decode",  \
                              codecs_decode_utf##width, &order, &consumed);   \
        return with_length(t, v, consumed);                                   \
    }
#define WIDE_EX_DECODER(name, width)                                          \
    static Value name##_decode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        (void)n;                                                              \
        int64_t wanted, consumed;                                             \
        if (object_to_int64(t, args[2], &wanted) < 0)                         \
            return NULL_VALUE;                                                \
        int order = (wanted > 0) - (wanted < 0);                              \
        TRY(v, decode_wide(t, args[0], args[1], args[3], #name "_decode",     \
                           codecs_decode_utf##width, &order, &consumed));     \
        return value_from_pointer(tuple_pack(t, 3, v,                         \
                                             value_from_int(consumed),        \
                                             value_from_int(order)));         \
    }

static Value encode_wide(Thread *t, Value *args, const char *name,
                         EncodeWideFn encode, int order)
{
    const char *errors;
    Str *s = get_str(t, args[0], name);
    if (s == NULL || get_errors(t, args[1], name, &errors) < 0)
        return NULL_VALUE;
    return with_length(t, encode(t, s, errors, order), s->len);
}

#define WIDE_ENCODER(name, width, order)                                      \
    static Value name##_encode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        (void)n;                                                              \
        return encode_wide(t, args, #name "_encode",                          \
                           codecs_encode_utf##width, order);                  \
    }
#define WIDE_ANY_ENCODER(name, width)                                         \
    static Value name##_encode(Thread *t, Value *args, int64_t n)             \
    {                                                                         \
        (void)n;                                                              \
        int64_t order;                                                        \
        if (object_to_int64(t, args[2], &order) < 0)                          \
            return NULL_VALUE;                                                \
        return encode_wide(t, args, #name "_encode",                          \
                           codecs_encode_utf##width,                          \
                           (order > 0) - (order < 0));                        \
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

static Value charmap_decode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Buffer b;
    const char *errors;
    if (get_errors(t, args[1], "charmap_decode", &errors) < 0 ||
        get_data(t, args[0], false, &b) < 0)
        return NULL_VALUE;
    Value v = codecs_decode_charmap(t, b.data, b.len, errors, args[2]);
    drop_data(&b);
    return with_length(t, v, b.len);
}

static Value charmap_encode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *errors;
    Str *s = get_str(t, args[0], "charmap_encode");
    if (s == NULL || get_errors(t, args[1], "charmap_encode", &errors) < 0)
        return NULL_VALUE;
    return with_length(t, codecs_encode_charmap(t, s, errors, args[2]),
                       s->len);
}

static Value charmap_build(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *s = get_str(t, args[0], "charmap_build");
    return s == NULL ? NULL_VALUE : codecs_charmap_build(t, s);
}

static Value escape_decode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Buffer b;
    const char *errors;
    if (get_errors(t, args[1], "escape_decode", &errors) < 0 ||
        get_data(t, args[0], true, &b) < 0)
        return NULL_VALUE;
    Value v = codecs_decode_escape(t, b.data, b.len, errors);
    drop_data(&b);
    return with_length(t, v, b.len);
}

static Value escape_encode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    if (!value_is_bytes(args[0]))
        return raise_type_error(
            t, "escape_encode() argument 1 must be bytes, not %s",
            arg_type_name(args[0]));
    Bytes *b = value_to_bytes(args[0]);
    return with_length(t, codecs_encode_escape(t, b->data, b->len), b->len);
}

static Value readbuffer_encode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Buffer b;
    if (get_data(t, args[0], true, &b) < 0)
        return NULL_VALUE;
    Value v = value_from_pointer(bytes_new(t, b.data, b.len));
    drop_data(&b);
    return with_length(t, v, b.len);
}

/* --- the registry ------------------------------------------------------ */

static Value none_unless(int failed)
{
    return failed < 0 ? NULL_VALUE : NONE;
}

static Value register_search(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return none_unless(codecs_register(t, args[0]));
}

static Value unregister(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return none_unless(codecs_unregister(t, args[0]));
}

static Value lookup(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *name;
    if (arg_str(t, args[0], "lookup", 0) == NULL ||
        arg_c_string(t, args[0], "lookup", "encoding", &name) < 0)
        return NULL_VALUE;
    return codecs_lookup(t, name);
}

static Value register_error(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *name;
    if (arg_c_string(t, args[0], "register_error", "errors", &name) < 0)
        return NULL_VALUE;
    return none_unless(codecs_register_error(t, name, args[1]));
}

static Value lookup_error(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *name;
    if (arg_c_string(t, args[0], "lookup_error", "name", &name) < 0)
        return NULL_VALUE;
    return codecs_lookup_error(t, name);
}

static Value encode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *encoding, *errors;
    if (arg_c_string(t, args[1], "encode", "encoding", &encoding) < 0 ||
        arg_c_string(t, args[2], "encode", "errors", &errors) < 0)
        return NULL_VALUE;
    return codecs_encode(t, args[0], encoding, errors);
}

static Value decode(Thread *t, Value *args, int64_t n)
{
    (void)n;
    const char *encoding, *errors;
    if (arg_c_string(t, args[1], "decode", "encoding", &encoding) < 0 ||
        arg_c_string(t, args[2], "decode", "errors", &errors) < 0)
        return NULL_VALUE;
    return codecs_decode(t, args[0], encoding, errors);
}

/* --- module ------------------------------------------------------------ */

#define WHOLE "(data, errors=None, /)"
#define PARTS "(data, errors=None, final=False, /)"
#define ESCAPED "(data, errors=None, final=True, /)"
#define FROM_STR "(str, errors=None, /)"
#define EX_PARTS "(data, errors=None, byteorder=0, final=False, /)"
#define ORDERED "(str, errors=None, byteorder=0, /)"

static const NativeDef functions[] = {
    {"ascii_decode", ascii_decode, WHOLE, NULL, 0},
    {"ascii_encode", ascii_encode, FROM_STR, NULL, 0},
    {"charmap_build", charmap_build, "(map, /)", NULL, 0},
    {"charmap_decode", charmap_decode, "(data, errors=None, mapping=None, /)",
     NULL, 0},
    {"charmap_encode", charmap_encode, "(str, errors=None, mapping=None, /)",
     NULL, 0},
    {"decode", decode, "(obj, encoding='utf-8', errors='strict')",
     "Decodes obj using the codec registered for encoding.", 0},
    {"encode", encode, "(obj, encoding='utf-8', errors='strict')",
     "Encodes obj using the codec registered for encoding.", 0},
    {"escape_decode", escape_decode, WHOLE, NULL, 0},
    {"escape_encode", escape_encode, WHOLE, NULL, 0},
    {"latin_1_decode", latin_1_decode, WHOLE, NULL, 0},
    {"latin_1_encode", latin_1_encode, FROM_STR, NULL, 0},
    {"lookup", lookup, "(encoding, /)",
     "Return the codec registered for the encoding.", 0},
    {"lookup_error", lookup_error, "(name, /)",
     "Return the error handler registered under name.", 0},
    {"raw_unicode_escape_decode", raw_unicode_escape_decode, ESCAPED, NULL, 0},
    {"raw_unicode_escape_encode", raw_unicode_escape_encode, FROM_STR, NULL,
     0},
    {"readbuffer_encode", readbuffer_encode, WHOLE, NULL, 0},
    {"register", register_search, "(search_function, /)",
     "Register a codec search function.", 0},
    {"register_error", register_error, "(errors, handler, /)",
     "Register an error handler under its name.", 0},
    {"unicode_escape_decode", unicode_escape_decode, ESCAPED, NULL, 0},
    {"unicode_escape_encode", unicode_escape_encode, FROM_STR, NULL, 0},
    {"unregister", unregister, "(search_function, /)",
     "Take back a codec search function and what it found.", 0},
    {"utf_16_be_decode", utf_16_be_decode, PARTS, NULL, 0},
    {"utf_16_be_encode", utf_16_be_encode, FROM_STR, NULL, 0},
    {"utf_16_decode", utf_16_decode, PARTS, NULL, 0},
    {"utf_16_encode", utf_16_encode, ORDERED, NULL, 0},
    {"utf_16_ex_decode", utf_16_ex_decode, EX_PARTS, NULL, 0},
    {"utf_16_le_decode", utf_16_le_decode, PARTS, NULL, 0},
    {"utf_16_le_encode", utf_16_le_encode, FROM_STR, NULL, 0},
    {"utf_32_be_decode", utf_32_be_decode, PARTS, NULL, 0},
    {"utf_32_be_encode", utf_32_be_encode, FROM_STR, NULL, 0},
    {"utf_32_decode", utf_32_decode, PARTS, NULL, 0},
    {"utf_32_encode", utf_32_encode, ORDERED, NULL, 0},
    {"utf_32_ex_decode", utf_32_ex_decode, EX_PARTS, NULL, 0},
    {"utf_32_le_decode", utf_32_le_decode, PARTS, NULL, 0},
    {"utf_32_le_encode", utf_32_le_encode, FROM_STR, NULL, 0},
    {"utf_8_decode", utf_8_decode, PARTS, NULL, 0},
    {"utf_8_encode", utf_8_encode, FROM_STR, NULL, 0},
    {0},
};

Module *codecs_module_new(Thread *t)
{
    Module *m = module_new(t, str_intern_c(t, "_codecs"));
    native_functions_add(t, m, functions);
    return m;
}
