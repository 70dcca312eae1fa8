/* SPDX-License-Identifier: MIT */
/* Bytes and text: hex, fromhex, decode. */
#include "base/big_endian.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"

/* Groups of digits: `first` bytes, then `size` bytes each. */
typedef struct HexGroups {
    int64_t first, size;
    uint8_t sep; /* between two */
} HexGroups;

/* The separator of hex(): 0 and *sep, -1 on error. */
static int parse_separator(Thread *t, Value v, uint32_t max, uint8_t *sep)
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
    if (c > max)
        return RAISE_INT(raise_value_error(t, "sep must be ASCII."));
    *sep = (uint8_t)c;
    return 0;
}

/* How hex() shows `len` bytes: the number of characters, or -1.  Groups are
 * counted from the right, if `every` is negative from the left. */
static int64_t hex_plan(Thread *t, int64_t len, Value sep, int64_t every,
                        uint32_t max, HexGroups *g)
{
    if (value_is_unbound(sep))
        every = 0;
    else if (parse_separator(t, sep, max, &g->sep) < 0)
        return -1;
    if (len > INT64_MAX / 8)
        return RAISE_INT(raise_no_memory(t));
    g->size = every < 0 ? -every : every;
    if (g->size == 0 || g->size > len)
        g->size = len;
    g->first = g->size > 0 && every > 0 ? len % g->size : 0;
    if (g->first == 0)
        g->first = g->size;
    return len == 0 ? 0 : 2 * len + (len - 1) / g->size;
}

/* The digits of n bytes; eight at a time, each in its byte of a word. */
static uint8_t *hex_digits(uint8_t *to, const uint8_t *from, int64_t n)
{
    static const char digits[] = "0123456789abcdef";
    const uint64_t each = 0x0101010101010101;
    for (; n >= 4; n -= 4, from += 4, to += 8) {
        uint64_t x = big_endian_load32(from);
        x = (x | x << 16) & 0x0000ffff0000ffff;
        x = (x | x << 8) & 0x00ff00ff00ff00ff;
        x = (x | x << 4) & 0x0f0f0f0f0f0f0f0f;
        uint64_t letter = (x + (128 - 10) * each) >> 7 & each;
        big_endian_store64(to, x + '0' * each + letter * ('a' - '0' - 10));
    }
    for (; n > 0; n--, from++) {
        *to++ = (uint8_t)digits[*from >> 4];
        *to++ = (uint8_t)digits[*from & 15];
    }
    return to;
}

static void hex_write(uint8_t *to, const uint8_t *data, int64_t len,
                      const HexGroups *g)
{
    int64_t n = g->first;
    for (int64_t i = 0; i < len; i += n, n = g->size) {
        if (i > 0)
            *to++ = g->sep;
        if (n > len - i)
            n = len - i;
        to = hex_digits(to, data + i, n);
    }
}

Value bytes_hex(Thread *t, const uint8_t *data, int64_t len, Value sep,
                int64_t every)
{
    HexGroups g;
    int64_t size = hex_plan(t, len, sep, every, 127, &g);
    if (size < 0)
        return NULL_VALUE;
    Str *s = str_new_empty(t, size, 1);
    if (s == NULL)
        return NULL_VALUE;
    hex_write(s->data, data, len, &g);
    s->h.flags |= OBJECT_ASCII;
    return value_from_pointer(s);
}

Value bytes_hexlify(Thread *t, const uint8_t *data, int64_t len, Value sep,
                    int64_t every)
{
    HexGroups g;
    int64_t size = hex_plan(t, len, sep, every, 255, &g);
    if (size < 0)
        return NULL_VALUE;
    Bytes *s = bytes_new(t, NULL, size);
    if (s != NULL)
        hex_write(s->data, data, len, &g);
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
