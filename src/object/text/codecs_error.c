/* SPDX-License-Identifier: MIT */
/*
 * Error handlers of codecs.  The built-in ones work on ranges of the input
 * without an exception object; only strict and registered handlers get one.
 */
#include "object/text/codecs_error.h"

#include <stdio.h>
#include <string.h>
#include "base/unicode/unicode_name.h"
#include "object/container/tuple.h"
#include "object/error/exception.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/function/param.h"

typedef enum Handler {
    HANDLER_STRICT,
    HANDLER_IGNORE,
    HANDLER_REPLACE,
    HANDLER_XMLCHARREFREPLACE,
    HANDLER_BACKSLASHREPLACE,
    HANDLER_NAMEREPLACE,
    HANDLER_SURROGATEESCAPE,
    HANDLER_SURROGATEPASS,
    HANDLER_OTHER,
} Handler;

static const char *const handler_names[] = {
    "strict",           "ignore",      "replace",         "xmlcharrefreplace",
    "backslashreplace", "namereplace", "surrogateescape", "surrogatepass",
};

static Handler handler_of(const char *errors)
{
    int i = 0;
    if (errors == NULL)
        return HANDLER_STRICT;
    while (i < HANDLER_OTHER && strcmp(errors, handler_names[i]) != 0)
        i++;
    return (Handler)i;
}

static inline bool is_surrogate(uint32_t c)
{
    return c >= 0xd800 && c < 0xe000;
}

/* Bytes a code unit of a UTF encoding and its order, by name: 0 if none. */
static int utf_unit(const char *encoding, int *order)
{
    char c;
    if (strncmp(encoding, "utf", 3) != 0 && strncmp(encoding, "UTF", 3) != 0)
        return 0;
    encoding += 3;
    if (*encoding == '-' || *encoding == '_')
        encoding++;
    *order = -1;
    if (strcmp(encoding, "8") == 0)
        return 1;
    if (strncmp(encoding, "16", 2) != 0 && strncmp(encoding, "32", 2) != 0)
        return 0;
    c = encoding[2] == '\0' ? 'l' : encoding[3];
    *order = c == 'b' || c == 'B' ? 1 : -1;
    return *encoding == '1' ? 2 : 4;
}

static int add_escape(Thread *t, StrBuilder *b, uint32_t c)
{
    char text[16];
    snprintf(text, sizeof text, c < 0x100     ? "\\x%02x"
                                : c < 0x10000 ? "\\u%04x"
                                              : "\\U%08x", (unsigned)c);
    return strbuilder_add_c(t, b, text);
}

/* --- decoding --- */

/* surrogatepass: a surrogate in the encoding's own form at `at`. */
static int read_surrogate(const char *encoding, const uint8_t *at, int64_t n,
                          uint32_t *c)
{
    int order = -1, unit = utf_unit(encoding, &order);
    int size = unit == 1 ? 3 : unit;
    if (unit == 0 || n < size)
        return 0;
    if (unit == 1) {
        if ((at[0] & 0xf0) != 0xe0 || (at[1] & 0xc0) != 0x80 ||
            (at[2] & 0xc0) != 0x80)
            return 0;
        *c = (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
    } else {
        *c = 0;
        for (int i = 0; i < size; i++)
            *c |= (uint32_t)at[i] << 8 * (order < 0 ? i : size - 1 - i);
    }
    return is_surrogate(*c) ? size : 0;
}

/* Adds the replacement of data[start:*end], which it may shorten or extend:
 * 1, 0 when the error stands, -1. */
static int handle_decode(Thread *t, Handler handler, const char *encoding,
                         const uint8_t *data, int64_t len, int64_t start,
                         int64_t *end, StrBuilder *b)
{
    uint32_t c;
    int64_t i = start;
    int n;
    switch (handler) {
    case HANDLER_IGNORE: return 1;
    case HANDLER_REPLACE:
        return strbuilder_add_char(t, b, 0xfffd) < 0 ? -1 : 1;
    case HANDLER_BACKSLASHREPLACE:
        for (; i < *end; i++)
            if (add_escape(t, b, data[i]) < 0)
                return -1;
        return 1;
    case HANDLER_SURROGATEESCAPE:
        while (i < *end && i < start + 4 && data[i] >= 128)
            if (strbuilder_add_char(t, b, 0xdc00u + data[i++]) < 0)
                return -1;
        *end = i;
        return i > start;
    case HANDLER_SURROGATEPASS:
        n = read_surrogate(encoding, data + start, len - start, &c);
        if (n == 0)
            return 0;
        *end = start + n;
        return strbuilder_add_char(t, b, c) < 0 ? -1 : 1;
    default: return 0;
    }
}

static Value make_error(Thread *t, Type *type, const char *encoding,
                        Value object, int64_t start, int64_t end,
                        const char *reason)
{
    Value args[5] = {value_from_pointer(str_from_c(t, encoding)), object,
                     value_from_int(start), value_from_int(end),
                     value_from_pointer(str_from_c(t, reason))};
    return object_call(t, value_from_pointer(type), args, 5, NULL);
}

/* Calls the handler `errors` with `exc`: 0, its answer and the new position,
 * not yet checked. */
static int call_handler(Thread *t, const char *errors, bool multibyte,
                        Value exc, Value *text, int64_t *pos)
{
    bool decoding = type_of(exc) == EXC(UnicodeDecodeError);
    Value handler = codecs_lookup_error(t, errors), v;
    Tuple *pair;
    if (value_is_null(handler))
        return -1;
    v = object_call1(t, handler, exc);
    if (value_is_null(v))
        return -1;
    pair = value_is_tuple(v) ? value_to_tuple(v) : NULL;
    if (pair == NULL || pair->len != 2 ||
        !(value_is_str(tuple_get(pair, 0)) ||
          (!decoding && value_is_bytes(tuple_get(pair, 0)))) ||
        type_of(tuple_get(pair, 1))->slots.index == NULL)
        return RAISE_INT(raise_type_error(
            t, decoding
                   ? "decoding error handler must return (str, int) tuple"
               : multibyte
                   ? "encoding error handler must return (str, int) tuple"
                   : "encoding error handler must return (str/bytes, int) "
                     "tuple"));
    *text = tuple_get(pair, 0);
    v = object_index(t, tuple_get(pair, 1));
    if (value_is_null(v))
        return -1;
    if (multibyte && !int_to_int64(v, pos))
        return RAISE_INT(raise_error(
            t, EXC(IndexError), "position -1 from error handler out of bounds"));
    return object_to_int64(t, v, pos);
}

/* A handler's position in an input of `len`, counted from the end if it is
 * negative; -1 with IndexError. */
static int check_position(Thread *t, int64_t len, int64_t *pos)
{
    if (*pos < 0)
        *pos += len;
    if (*pos >= 0 && *pos <= len)
        return 0;
    return RAISE_INT(raise_error(
        t, EXC(IndexError), "position %l from error handler out of bounds",
        *pos));
}

/* The exception's object if it has the wanted type. */
static Value object_of(Thread *t, const Exception *x, uint32_t flag,
                       const char *type)
{
    Value object = exception_field(x, UNICODE_OBJECT);
    if (value_is_unbound(object))
        return raise_type_error(t, "object attribute not set");
    if (!type_has_flag(object, flag))
        return raise_type_error(t, "object attribute must be %s", type);
    return object;
}

/* Goes on with what the exception has as its object now. */
static int reread_input(Thread *t, Decoder *d, Value exc)
{
    Value object = object_of(t, value_to_exception(exc), TYPE_IS_BYTES,
                             "bytes");
    if (value_is_null(object))
        return -1;
    d->input = object;
    d->data = value_to_bytes(object)->data;
    d->len = value_to_bytes(object)->len;
    return 0;
}

int decoder_error(Thread *t, Decoder *d, int64_t start, int64_t end,
                  const char *reason)
{
    Handler handler = handler_of(d->errors);
    Value exc, text;
    int done;
    d->pos = end;
    done = handle_decode(t, handler, d->encoding, d->data, d->len, start,
                         &d->pos, &d->b);
    if (done != 0)
        return done < 0 ? -1 : 0;
    if (value_is_unbound(d->input))
        d->input = value_from_pointer(bytes_new(t, d->data, d->len));
    if (value_is_null(d->input))
        return -1;
    exc = make_error(t, EXC(UnicodeDecodeError), d->encoding, d->input, start,
                     end, reason);
    if (value_is_null(exc))
        return -1;
    if (handler == HANDLER_XMLCHARREFREPLACE ||
        handler == HANDLER_NAMEREPLACE || handler == HANDLER_OTHER) {
        if (call_handler(t, d->errors, d->multibyte, exc, &text, &d->pos) < 0 ||
            reread_input(t, d, exc) < 0 ||
            check_position(t, d->len, &d->pos) < 0)
            return -1;
        return strbuilder_add(t, &d->b, value_to_str(text));
    }
    return RAISE_INT(raise_value(t, exc));
}

/* --- encoding --- */

static int add_name(Thread *t, StrBuilder *b, uint32_t c)
{
    char name[UNICODE_NAME_MAX];
    if (!unicode_name_of(c, name))
        return add_escape(t, b, c);
    return strbuilder_add_c(t, b, "\\N{") < 0 ||
                   strbuilder_add_c(t, b, name) < 0 ||
                   strbuilder_add_c(t, b, "}") < 0
               ? -1
               : 0;
}

static int add_surrogate(Thread *t, StrBuilder *b, uint32_t c,
                         const char *encoding)
{
    int order = -1, unit = utf_unit(encoding, &order);
    uint8_t bytes[4] = {0};
    int size = unit == 1 ? 3 : unit;
    if (unit == 0 || !is_surrogate(c))
        return 0;
    if (unit == 1) {
        bytes[0] = (uint8_t)(0xe0 | c >> 12);
        bytes[1] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        bytes[2] = (uint8_t)(0x80 | (c & 0x3f));
    } else {
        bytes[order < 0 ? 0 : size - 1] = (uint8_t)c;
        bytes[order < 0 ? 1 : size - 2] = (uint8_t)(c >> 8);
    }
    return strbuilder_add_data(t, b, bytes, 1, size) < 0 ? -1 : 1;
}

static int handle_encode_char(Thread *t, Handler handler, const char *encoding,
                              uint32_t c, StrBuilder *b, bool *raw)
{
    char text[16];
    int done = 0;
    switch (handler) {
    case HANDLER_IGNORE: break;
    case HANDLER_REPLACE: done = strbuilder_add_char(t, b, '?'); break;
    case HANDLER_XMLCHARREFREPLACE:
        snprintf(text, sizeof text, "&#%u;", (unsigned)c);
        done = strbuilder_add_c(t, b, text);
        break;
    case HANDLER_BACKSLASHREPLACE: done = add_escape(t, b, c); break;
    case HANDLER_NAMEREPLACE: done = add_name(t, b, c); break;
    case HANDLER_SURROGATEESCAPE:
        *raw = true;
        if (c < 0xdc80 || c > 0xdcff)
            return 0;
        done = strbuilder_add_char(t, b, c - 0xdc00);
        break;
    case HANDLER_SURROGATEPASS:
        *raw = true;
        return add_surrogate(t, b, c, encoding);
    default: return 0;
    }
    return done < 0 ? -1 : 1;
}

/* Adds the replacement of s[start:*end], which it may shorten: text to be
 * encoded, or bytes if *raw.  1, 0 when the error stands, -1. */
static int handle_encode(Thread *t, Handler handler, const char *encoding,
                         const Str *s, int64_t start, int64_t *end,
                         StrBuilder *b, bool *raw)
{
    int done = 1;
    int64_t i = start;
    *raw = handler == HANDLER_SURROGATEESCAPE;
    for (; i < *end; i++) {
        done = handle_encode_char(t, handler, encoding, str_at(s, i), b, raw);
        if (done <= 0)
            break;
    }
    if (done < 0 || i == start)
        return done;
    *end = i;
    return 1;
}

int encoder_error(Thread *t, Encoder *e, int64_t start, int64_t end)
{
    Handler handler = handler_of(e->errors);
    int64_t stop = end;
    StrBuilder b;
    bool raw;
    int done;
    Value exc, text = NULL_VALUE;
    strbuilder_init(&b);
    done = handle_encode(t, handler, e->encoding, e->s, start, &stop, &b,
                         &raw);
    if (done < 0)
        return -1;
    exc = UNBOUND;
    if (done > 0) {
        e->pos = stop;
        text = value_from_pointer(strbuilder_finish(t, &b));
    } else {
        exc = make_error(t, EXC(UnicodeEncodeError), e->encoding,
                         value_from_pointer(e->s), start, end, e->reason);
        if (value_is_null(exc))
            return -1;
        if (handler != HANDLER_OTHER)
            return RAISE_INT(raise_value(t, exc));
        if (call_handler(t, e->errors, e->multibyte, exc, &text, &e->pos) < 0 ||
            check_position(t, e->s->len, &e->pos) < 0)
            return -1;
        raw = value_is_bytes(text);
        if (raw)
            text = value_from_pointer(str_from_latin1(
                t, value_to_bytes(text)->data, value_to_bytes(text)->len));
    }
    if (value_is_null(text))
        return -1;
    done = 1;
    if (raw && value_to_str(text)->len % e->unit == 0)
        return strbuilder_add(t, &e->b, value_to_str(text));
    for (int64_t i = 0; !raw && i < value_to_str(text)->len && done > 0; i++)
        done = e->put(t, e, str_at(value_to_str(text), i));
    if (done < 0)
        return -1;
    if (done > 0 && !raw)
        return 0;
    /* The replacement cannot be encoded either. */
    if (value_is_unbound(exc))
        exc = make_error(t, EXC(UnicodeEncodeError), e->encoding,
                         value_from_pointer(e->s), start, end, e->reason);
    return RAISE_INT(value_is_null(exc) ? exc : raise_value(t, exc));
}

Value encoder_run(Thread *t, Encoder *e)
{
    while (e->pos < e->s->len) {
        int done = e->put(t, e, str_at(e->s, e->pos));
        int64_t start = e->pos, end;
        if (done < 0)
            return NULL_VALUE;
        if (done > 0) {
            e->pos++;
            continue;
        }
        end = start + 1;
        while (!e->one_by_one && end < e->s->len) {
            int64_t len = e->b.len;
            done = e->put(t, e, str_at(e->s, end));
            if (done < 0)
                return NULL_VALUE;
            e->b.len = len; /* only asked whether it can be encoded */
            if (done > 0)
                break;
            end++;
        }
        if (encoder_error(t, e, start, end) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(
        bytes_new(t, e->b.len > 0 ? e->b.data->data : NULL, e->b.len));
}

/* --- the handlers as functions of an exception --- */

static Value answer(Thread *t, Value text, int64_t pos)
{
    if (value_is_null(text))
        return text;
    return value_from_pointer(tuple_pack(t, 2, text, value_from_int(pos)));
}

static Value cannot_handle(Thread *t, Value exc)
{
    return raise_type_error(
        t, "don't know how to handle %T in error callback", exc);
}

/* The exception's encoding, which only HANDLER_SURROGATEPASS needs; NULL with
 * TypeError when it is none. */
static const char *encoding_of(Thread *t, Handler handler, const Exception *x)
{
    Value encoding = exception_field(x, UNICODE_ENCODING);
    if (!value_is_unbound(encoding) && value_is_str(encoding))
        return str_to_utf8(t, value_to_str(encoding), NULL);
    if (handler != HANDLER_SURROGATEPASS)
        return "";
    raise_type_error(t, value_is_unbound(encoding)
                            ? "encoding attribute not set"
                            : "encoding attribute must be unicode");
    return NULL;
}

static Value handle_encode_exception(Thread *t, Handler handler, Value exc)
{
    Exception *x = value_to_exception(exc);
    bool translating = type_is_subtype(type_of(exc),
                                       EXC(UnicodeTranslateError));
    if (translating && handler != HANDLER_IGNORE &&
        handler != HANDLER_REPLACE && handler != HANDLER_BACKSLASHREPLACE)
        return cannot_handle(t, exc);
    TRY(object, object_of(t, x, TYPE_IS_STR, "unicode"));
    const char *encoding = translating ? "" : encoding_of(t, handler, x);
    if (encoding == NULL)
        return NULL_VALUE;
    int64_t start, end;
    exception_unicode_range(x, value_to_str(object)->len, &start, &end);
    StrBuilder b;
    strbuilder_init(&b);
    if (translating && handler == HANDLER_REPLACE) {
        if (end > start && strbuilder_add_fill(t, &b, 0xfffd, end - start) < 0)
            return NULL_VALUE;
        return answer(t, value_from_pointer(strbuilder_finish(t, &b)), end);
    }
    bool raw;
    int done = handle_encode(t, handler, encoding, value_to_str(object), start,
                             &end, &b, &raw);
    if (done <= 0)
        return done < 0 ? NULL_VALUE : raise_value(t, exc);
    if (!raw)
        return answer(t, value_from_pointer(strbuilder_finish(t, &b)), end);
    return answer(t, value_from_pointer(bytes_new(
                         t, b.len > 0 ? b.data->data : NULL, b.len)), end);
}

static Value handle_decode_exception(Thread *t, Handler handler, Value exc)
{
    Exception *x = value_to_exception(exc);
    if (handler == HANDLER_XMLCHARREFREPLACE || handler == HANDLER_NAMEREPLACE)
        return cannot_handle(t, exc);
    TRY(object, object_of(t, x, TYPE_IS_BYTES, "bytes"));
    const char *encoding = encoding_of(t, handler, x);
    if (encoding == NULL)
        return NULL_VALUE;
    Bytes *bytes = value_to_bytes(object);
    int64_t start, end;
    exception_unicode_range(x, bytes->len, &start, &end);
    StrBuilder b;
    strbuilder_init(&b);
    int done = handle_decode(t, handler, encoding, bytes->data, bytes->len,
                             start, &end, &b);
    if (done <= 0)
        return done < 0 ? NULL_VALUE : raise_value(t, exc);
    return answer(t, value_from_pointer(strbuilder_finish(t, &b)), end);
}

static Value handle_exception(Thread *t, Handler handler, Value exc)
{
    if (!value_is_exception(exc))
        return raise_type_error(t, "codec must pass exception instance");
    if (handler == HANDLER_STRICT)
        return raise_value(t, exc);
    if (type_is_subtype(type_of(exc), EXC(UnicodeDecodeError)))
        return handle_decode_exception(t, handler, exc);
    if (type_is_subtype(type_of(exc), EXC(UnicodeEncodeError)) ||
        type_is_subtype(type_of(exc), EXC(UnicodeTranslateError)))
        return handle_encode_exception(t, handler, exc);
    return cannot_handle(t, exc);
}

/* In the order of Handler. */
#define HANDLERS(X)                                                \
    X(strict_errors, STRICT, "Raise the error.")                   \
    X(ignore_errors, IGNORE, "Leave out what cannot be coded.")    \
    X(replace_errors, REPLACE,                                     \
      "Put a question mark, or U+FFFD, for what cannot be coded.") \
    X(xmlcharrefreplace_errors, XMLCHARREFREPLACE,                 \
      "Put references of XML for what cannot be encoded.")         \
    X(backslashreplace_errors, BACKSLASHREPLACE,                   \
      "Put escapes with a backslash for what cannot be coded.")    \
    X(namereplace_errors, NAMEREPLACE,                             \
      "Put names of characters for what cannot be encoded.")       \
    X(surrogateescape, SURROGATEESCAPE,                            \
      "Keep bytes that are no text as lone surrogates, and back.") \
    X(surrogatepass, SURROGATEPASS,                                \
      "Let lone surrogates be coded as if they were characters.")

#define X(name, HANDLER, doc)                                       \
    NATIVE(codecs, name, 0, doc, (arg, object, exception), (slash)) \
    {                                                               \
        return handle_exception(t, HANDLER_##HANDLER, exception);   \
    }
HANDLERS(X)
#undef X

const NativeDef *codecs_error_builtin(const char *name)
{
    static const NativeDef *const defs[] = {
#define X(name, HANDLER, doc) [HANDLER_##HANDLER] = &codecs_##name##_native,
        HANDLERS(X)
#undef X
    };
    Handler handler = handler_of(name);
    return handler == HANDLER_OTHER ? NULL : defs[handler];
}
