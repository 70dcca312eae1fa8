/* SPDX-License-Identifier: MIT */
/* str.encode and bytes.decode: the built-in encodings by name, all others
 * through the registry. */
#include "object/text/codecs.h"

#include <string.h>
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "object/error/raise.h"

typedef enum Encoding {
    ENCODING_OTHER,
    ENCODING_UTF8,
    ENCODING_ASCII,
    ENCODING_LATIN1,
    ENCODING_UTF16,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_UTF32,
    ENCODING_UTF32_LE,
    ENCODING_UTF32_BE,
} Encoding;

static Encoding encoding_of(const char *name)
{
    static const struct {
        const char *name;
        Encoding encoding;
    } known[] = {
        {"utf_8", ENCODING_UTF8},         {"utf8", ENCODING_UTF8},
        {"ascii", ENCODING_ASCII},        {"us_ascii", ENCODING_ASCII},
        {"latin_1", ENCODING_LATIN1},     {"latin1", ENCODING_LATIN1},
        {"iso_8859_1", ENCODING_LATIN1},  {"iso8859_1", ENCODING_LATIN1},
        {"utf_16", ENCODING_UTF16},       {"utf16", ENCODING_UTF16},
        {"utf_16_le", ENCODING_UTF16_LE}, {"utf_16_be", ENCODING_UTF16_BE},
        {"utf_32", ENCODING_UTF32},       {"utf32", ENCODING_UTF32},
        {"utf_32_le", ENCODING_UTF32_LE}, {"utf_32_be", ENCODING_UTF32_BE},
    };
    char normal[16];
    size_t n = strlen(name);
    if (n >= sizeof normal)
        return ENCODING_OTHER;
    for (size_t i = 0; i <= n; i++)
        normal[i] = name[i] == '-'                     ? '_'
                    : name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32)
                                                       : name[i];
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(normal, known[i].name) == 0)
            return known[i].encoding;
    return ENCODING_OTHER;
}

/* The codec of an encoding of text. */
static Value lookup_text(Thread *t, const char *encoding, const char *verb)
{
    TRY(info, codecs_lookup(t, encoding));
    Value is_text = object_getattr_or_unbound(
        t, info, str_intern_c(t, "_is_text_encoding"));
    int truth = value_is_null(is_text)      ? -1
                : value_is_unbound(is_text) ? 1
                                            : object_is_true(t, is_text);
    if (truth < 0)
        return NULL_VALUE;
    if (!truth)
        return raise_error(t, EXC(LookupError),
                           "'%s' is not a text encoding; use codecs.%s() to "
                           "handle arbitrary codecs", encoding, verb);
    return info;
}

/* Whether exceptions of this type are made of a message alone. */
static bool is_plain_exception(Type *type)
{
    return type->slots.init == EXC(Exception)->slots.init &&
           type->slots.new == EXC(Exception)->slots.new;
}

/* The pending exception, raised again by one of its type that names the codec;
 * only where a message is all there is to it. */
static Value name_codec(Thread *t, const char *encoding, const char *doing)
{
    Value exc = exception_take(t), made;
    Exception *x = value_to_exception(exc);
    Tuple *args = value_to_tuple(slot_get(&x->args));
    if (!is_plain_exception(type_of(exc)) || args->len > 1 ||
        (args->len == 1 && !value_is_str(tuple_get(args, 0))))
        return raise_value(t, exc);
    made = value_from_pointer(
        str_format(t, "%s with '%s' codec failed (%T: %S)", doing, encoding,
                   exc, exc));
    if (!value_is_null(made))
        made = object_call1(t, value_from_pointer(type_of(exc)), made);
    if (value_is_null(made) || !value_is_exception(made))
        return NULL_VALUE;
    slot_set(value_to_exception(made), &value_to_exception(made)->cause, exc);
    slot_set(value_to_exception(made), &value_to_exception(made)->context,
             exc);
    value_to_exception(made)->suppress_context = 1;
    return raise_value(t, made);
}

/* The first item of what info[index](v, errors) answers, a pair. */
static Value call_codec(Thread *t, Value info, int index, Value v,
                        const char *encoding, const char *errors)
{
    Value function = tuple_get(value_to_tuple(info), index), args[2] = {v};
    int64_t n = 1;
    if (errors != NULL)
        args[n++] = value_from_pointer(str_from_c(t, errors));
    Value pair = object_call(t, function, args, n, NULL);
    if (value_is_null(pair))
        return name_codec(t, encoding, index == 0 ? "encoding" : "decoding");
    if (!value_is_tuple(pair) || value_to_tuple(pair)->len != 2)
        return raise_type_error(
            t, index == 0 ? "encoder must return a tuple (object, integer)"
                          : "decoder must return a tuple (object, integer)");
    return tuple_get(value_to_tuple(pair), 0);
}

Value codecs_encode(Thread *t, Value v, const char *encoding,
                    const char *errors)
{
    TRY(info, codecs_lookup(t, encoding));
    return call_codec(t, info, 0, v, encoding, errors);
}

Value codecs_decode(Thread *t, Value v, const char *encoding,
                    const char *errors)
{
    TRY(info, codecs_lookup(t, encoding));
    return call_codec(t, info, 1, v, encoding, errors);
}

static Value decode_other(Thread *t, const uint8_t *data, int64_t len,
                          const char *encoding, const char *errors)
{
    TRY(info, lookup_text(t, encoding, "decode"));
    TRY(input, value_from_pointer(bytes_new(t, data, len)));
    TRY(v, call_codec(t, info, 1, input, encoding, errors));
    if (value_is_str(v))
        return v;
    return raise_type_error(
        t, "'%.400s' decoder returned '%.400T' instead of 'str'; use "
           "codecs.decode() to decode to arbitrary types", encoding, v);
}

Value bytes_decode(Thread *t, const uint8_t *data, int64_t len,
                   const char *encoding, const char *errors)
{
    if (encoding == NULL)
        return codecs_decode_utf8(t, data, len, errors, NULL);
    if (len == 0) /* whatever the encoding, even if there is no such */
        return value_from_pointer(t->rt->empty_str);
    Encoding e = encoding_of(encoding);
    int order = e == ENCODING_UTF16_LE || e == ENCODING_UTF32_LE   ? -1
                : e == ENCODING_UTF16_BE || e == ENCODING_UTF32_BE ? 1
                                                                   : 0;
    switch (e) {
    case ENCODING_UTF8: return codecs_decode_utf8(t, data, len, errors, NULL);
    case ENCODING_ASCII:
        return codecs_decode_ascii(t, data, len, errors, NULL);
    case ENCODING_LATIN1:
        return codecs_decode_latin1(t, data, len, errors, NULL);
    case ENCODING_UTF16: case ENCODING_UTF16_LE: case ENCODING_UTF16_BE:
        return codecs_decode_utf16(t, data, len, errors, &order, NULL);
    case ENCODING_UTF32: case ENCODING_UTF32_LE: case ENCODING_UTF32_BE:
        return codecs_decode_utf32(t, data, len, errors, &order, NULL);
    default: return decode_other(t, data, len, encoding, errors);
    }
}

static Value encode_other(Thread *t, Str *s, const char *encoding,
                          const char *errors)
{
    TRY(info, lookup_text(t, encoding, "encode"));
    TRY(v, call_codec(t, info, 0, value_from_pointer(s), encoding,
                      errors));
    if (value_is_bytes(v))
        return v;
    return raise_type_error(
        t, "'%.400s' encoder returned '%.400T' instead of 'bytes'; use "
           "codecs.encode() to encode to arbitrary types", encoding, v);
}

Value str_encode(Thread *t, Str *s, const char *encoding, const char *errors)
{
    switch (encoding == NULL ? ENCODING_UTF8 : encoding_of(encoding)) {
    case ENCODING_UTF8: return codecs_encode_utf8(t, s, errors);
    case ENCODING_ASCII: return codecs_encode_ascii(t, s, errors);
    case ENCODING_LATIN1: return codecs_encode_latin1(t, s, errors);
    case ENCODING_UTF16: return codecs_encode_utf16(t, s, errors, 0);
    case ENCODING_UTF16_LE: return codecs_encode_utf16(t, s, errors, -1);
    case ENCODING_UTF16_BE: return codecs_encode_utf16(t, s, errors, 1);
    case ENCODING_UTF32: return codecs_encode_utf32(t, s, errors, 0);
    case ENCODING_UTF32_LE: return codecs_encode_utf32(t, s, errors, -1);
    case ENCODING_UTF32_BE: return codecs_encode_utf32(t, s, errors, 1);
    default: return encode_other(t, s, encoding, errors);
    }
}
