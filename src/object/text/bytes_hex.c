/* SPDX-License-Identifier: MIT */
/* Bytes and text: hex, fromhex, decode. */
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"

/* The separator of hex(): 0 and *sep, -1 on error. */
static int parse_separator(Thread *t, Value v, uint8_t *sep)
{
    int64_t len = object_len(t, v);
    uint32_t c;
    if (len < 0)
        return -1;
    if (len != 1)
        return RAISE_INT(raise_value_error(t, "sep must be length 1."));
    if (value_is_str(v))
        c = str_at(value_to_str(v), 0);
    else if (value_is_bytes(v))
        c = value_to_bytes(v)->data[0];
    else
        return RAISE_INT(raise_type_error(t, "sep must be str or bytes."));
    if (c > 127)
        return RAISE_INT(raise_value_error(t, "sep must be ASCII."));
    *sep = (uint8_t)c;
    return 0;
}

Value bytes_hex(Thread *t, const uint8_t *data, int64_t len, Value sep,
                int64_t every)
{
    static const char digits[] = "0123456789abcdef";
    int64_t n_sep = 0, at = 0, size;
    uint8_t c = 0;
    Str *s;
    if (value_is_unbound(sep))
        every = 0;
    else if (parse_separator(t, sep, &c) < 0)
        return NULL_VALUE;
    size = every < 0 ? -every : every;
    if (size > 0 && len > 0)
        n_sep = (len - 1) / size;
    if (len > INT64_MAX / 8)
        return raise_no_memory(t);
    s = str_new_empty(t, 2 * len + n_sep, 1);
    if (s == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < len; i++) {
        /* Groups are counted from the right, if negative from the left. */
        if (i > 0 && size > 0 && (every > 0 ? len - i : i) % size == 0)
            s->data[at++] = c;
        s->data[at++] = (uint8_t)digits[data[i] >> 4];
        s->data[at++] = (uint8_t)digits[data[i] & 15];
    }
    s->h.flags |= OBJECT_ASCII;
    return value_from_pointer(s);
}

NATIVE_SHARED(bytes, hex, 0,
              "The bytes as hexadecimal digits.\n\n"
              "sep, one ASCII character, goes between groups of bytes_per_sep\n"
              "bytes, counted from the right, or if negative from the left.",
              (self_value), (slash), (opt, object, sep, <unrepresentable>),
              (opt, c_int, bytes_per_sep, 1))
{
    Span s = bytes_self(self);
    return bytes_hex(t, s.data, s.len, sep, bytes_per_sep);
}

static int hex_digit(const Str *s, int64_t i)
{
    uint32_t c = i < s->len ? str_at(s, i) : 0;
    return c >= '0' && c <= '9'   ? (int)c - '0'
           : c >= 'a' && c <= 'f' ? (int)c - 'a' + 10
           : c >= 'A' && c <= 'F' ? (int)c - 'A' + 10
                                  : -1;
}

NATIVE_SHARED(bytes, fromhex, NATIVE_CLASS,
              "The bytes that hexadecimal digits say; white space may stand "
              "between.",
              (cls), (arg, str, string), (slash))
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < string->len; i += 2) {
        uint32_t c = str_at(string, i);
        int high, low;
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            i--;
            continue;
        }
        high = hex_digit(string, i);
        low = hex_digit(string, i + 1);
        if (high < 0 || low < 0)
            return raise_value_error(
                t, "non-hexadecimal number found in fromhex() arg at "
                   "position %l", high < 0 ? i : i + 1);
        if (strbuilder_add_char(t, &b, (uint32_t)(high << 4 | low)) < 0)
            return NULL_VALUE;
    }
    if (cls == &type_bytes)
        return value_from_pointer(bytes_new(t, bytes_source_data(&b), b.len));
    if (cls == &type_bytearray)
        return value_from_pointer(
            bytearray_new(t, bytes_source_data(&b), b.len));
    TRY(plain, value_from_pointer(bytes_new(t, bytes_source_data(&b),
                                            b.len)));
    return object_call1(t, value_from_pointer(cls), plain);
}

NATIVE_SHARED(bytes, decode, 0,
              "The text that the bytes are in an encoding.\n\n"
              "errors says what to do with bytes that are none.",
              (self_value), (slash), (opt, encoding, encoding, 'utf-8'),
              (opt, errors, errors, 'strict'))
{
    Span s = bytes_self(self);
    return bytes_decode(t, s.data, s.len, encoding, errors);
}

NATIVE_SHARED(bytes, __bytes__, NATIVE_TOTAL, "The same as plain bytes.",
              (self_value), (slash))
{
    return bytes_unchanged(t, self);
}

NATIVE_SHARED(bytes, __getnewargs__, NATIVE_TOTAL,
              "What copies and pickles make them again from.", (self_value),
              (slash))
{
    TRY(plain, bytes_unchanged(t, self));
    return value_from_pointer(tuple_pack(t, 1, plain));
}
