/* SPDX-License-Identifier: MIT */
/* Bytes as ASCII text: case, classes, padding, translation. */
#include <string.h>
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"
#include "object/function/param.h"

static inline bool is_lower(uint8_t c) { return (uint8_t)(c - 'a') < 26; }
static inline bool is_upper(uint8_t c) { return (uint8_t)(c - 'A') < 26; }
static inline bool is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }
static inline bool is_alpha(uint8_t c) { return is_lower(c) || is_upper(c); }
static inline bool is_alnum(uint8_t c) { return is_alpha(c) || is_digit(c); }
static inline bool is_ascii(uint8_t c) { return c < 128; }
static inline bool is_space(uint8_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline uint8_t to_lower(uint8_t c)
{
    return (uint8_t)(is_upper(c) ? c + 32 : c);
}
static inline uint8_t to_upper(uint8_t c)
{
    return (uint8_t)(is_lower(c) ? c - 32 : c);
}
static inline uint8_t swap_case(uint8_t c)
{
    return is_lower(c) ? to_upper(c) : to_lower(c);
}

static Value map_first(Thread *t, Value self, uint8_t (*first)(uint8_t),
                       uint8_t (*rest)(uint8_t))
{
    Span s = bytes_self(self);
    const uint8_t *from = s.data;
    TRY(result, bytes_like(t, self, NULL, s.len));
    uint8_t *to = bytes_fill(result);
    for (int64_t i = 0; i < s.len; i++)
        to[i] = i == 0 ? first(from[i]) : rest(from[i]);
    return result;
}

#define MAP_METHOD(name, first, rest)                                         \
    NATIVE_SHARED(bytes, name, NATIVE_LEAF, NULL, (self_value), (slash))      \
    {                                                                         \
        return map_first(t, self, first, rest);                               \
    }
MAP_METHOD(lower, to_lower, to_lower)
MAP_METHOD(upper, to_upper, to_upper)
MAP_METHOD(swapcase, swap_case, swap_case)
MAP_METHOD(capitalize, to_upper, to_lower)
#undef MAP_METHOD

NATIVE_SHARED(bytes, title, NATIVE_LEAF, NULL, (self_value), (slash))
{
    Span s = bytes_self(self);
    const uint8_t *from = s.data;
    bool inside = false;
    TRY(result, bytes_like(t, self, NULL, s.len));
    uint8_t *to = bytes_fill(result);
    for (int64_t i = 0; i < s.len; i++) {
        to[i] = inside ? to_lower(from[i]) : to_upper(from[i]);
        inside = is_alpha(from[i]);
    }
    return result;
}

static Value all_are(Value self, bool (*is)(uint8_t), bool when_empty)
{
    Span s = bytes_self(self);
    const uint8_t *data = s.data;
    for (int64_t i = 0; i < s.len; i++)
        if (!is(data[i]))
            return FALSE_VALUE;
    return value_from_bool(s.len > 0 || when_empty);
}

#define IS_METHOD(name, is, when_empty)                                       \
    NATIVE_SHARED(bytes, name, NATIVE_LEAF, NULL, (self_value), (slash))      \
    {                                                                         \
        return all_are(self, is, when_empty);                                 \
    }
IS_METHOD(isalnum, is_alnum, false)
IS_METHOD(isalpha, is_alpha, false)
IS_METHOD(isascii, is_ascii, true)
IS_METHOD(isdigit, is_digit, false)
IS_METHOD(isspace, is_space, false)
#undef IS_METHOD

static Value some_but_no(Value self, bool (*wanted)(uint8_t),
                         bool (*unwanted)(uint8_t))
{
    Span s = bytes_self(self);
    const uint8_t *data = s.data;
    bool some = false;
    for (int64_t i = 0; i < s.len; i++) {
        if (unwanted(data[i]))
            return FALSE_VALUE;
        some |= wanted(data[i]);
    }
    return value_from_bool(some);
}

NATIVE_SHARED(bytes, islower, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return some_but_no(self, is_lower, is_upper);
}

NATIVE_SHARED(bytes, isupper, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return some_but_no(self, is_upper, is_lower);
}

NATIVE_SHARED(bytes, istitle, NATIVE_LEAF, NULL, (self_value), (slash))
{
    Span s = bytes_self(self);
    const uint8_t *data = s.data;
    bool inside = false, some = false;
    for (int64_t i = 0; i < s.len; i++) {
        if (is_alpha(data[i]) && is_upper(data[i]) == inside)
            return FALSE_VALUE;
        inside = is_alpha(data[i]);
        some |= inside;
    }
    return value_from_bool(some);
}

/* --- padding --- */

static Value pad(Thread *t, Value self, int64_t left, int64_t right,
                 uint8_t fill)
{
    Span s = bytes_self(self);
    uint8_t *to;
    if (left <= 0 && right <= 0)
        return bytes_unchanged(t, self);
    if (left > INT64_MAX / 4 || right > INT64_MAX / 4)
        return raise_no_memory(t);
    TRY(result, bytes_like(t, self, NULL, left + s.len + right));
    to = bytes_fill(result);
    memset(to, fill, (size_t)left);
    memcpy(to + left, s.data, (size_t)s.len);
    memset(to + left + s.len, fill, (size_t)right);
    return result;
}

static int pad_arguments(Thread *t, Value *args, const char *name,
                         int64_t *more, uint8_t *fill)
{
    int64_t width, len = bytes_self(args[0]).len;
    Span span;
    if (sequence_int_argument(t, args[1], &width) < 0)
        return -1;
    *fill = ' ';
    *more = width > len ? width - len : 0;
    if (value_is_unbound(args[2]))
        return 0;
    if (!value_is_bytes(args[2]) && !value_is_bytearray(args[2]))
        return RAISE_INT(raise_type_error(
            t, "%s() argument 2 must be a byte string of length 1, not %s",
            name, arg_type_name(args[2])));
    span = bytes_self(args[2]);
    if (span.len != 1)
        return RAISE_INT(raise_type_error(
            t, "%s() argument 2 must be a byte string of length 1, not %T",
            name, args[2]));
    *fill = (uint8_t)span_at(span, 0);
    return 0;
}

NATIVE_RAW_SHARED(bytes, center, 0, NULL,
                  (self_value), (arg, object, width),
                  (maybe, object, fillchar), (slash))
{
    int64_t more, left;
    uint8_t fill;
    if (pad_arguments(t, args, "center", &more, &fill) < 0)
        return NULL_VALUE;
    left = more / 2 + (more & (more + bytes_self(args[0]).len) & 1);
    return pad(t, args[0], left, more - left, fill);
}

NATIVE_RAW_SHARED(bytes, ljust, 0, NULL,
                  (self_value), (arg, object, width),
                  (maybe, object, fillchar), (slash))
{
    int64_t more;
    uint8_t fill;
    if (pad_arguments(t, args, "ljust", &more, &fill) < 0)
        return NULL_VALUE;
    return pad(t, args[0], 0, more, fill);
}

NATIVE_RAW_SHARED(bytes, rjust, 0, NULL,
                  (self_value), (arg, object, width),
                  (maybe, object, fillchar), (slash))
{
    int64_t more;
    uint8_t fill;
    if (pad_arguments(t, args, "rjust", &more, &fill) < 0)
        return NULL_VALUE;
    return pad(t, args[0], more, 0, fill);
}

NATIVE_RAW_SHARED(bytes, zfill, 0, NULL,
                  (self_value), (arg, object, width), (slash))
{
    int64_t width, more, len = bytes_self(args[0]).len;
    uint8_t *to;
    if (sequence_int_argument(t, args[1], &width) < 0)
        return NULL_VALUE;
    more = width > len ? width - len : 0;
    TRY(result, pad(t, args[0], more, 0, '0'));
    to = bytes_fill(result);
    if (more > 0 && len > 0 && (to[more] == '+' || to[more] == '-')) {
        to[0] = to[more];
        to[more] = '0';
    }
    return result;
}

NATIVE_SHARED(bytes, expandtabs, 0, NULL,
              (self_value), (slash), (opt, object, tabsize, 8))
{
    int64_t tab, column = 0;
    Span s;
    StrBuilder b;
    if (sequence_int_argument(t, tabsize, &tab) < 0)
        return NULL_VALUE;
    s = bytes_self(self);
    strbuilder_init(&b);
    for (int64_t i = 0; i < s.len; i++) {
        uint32_t c = span_at(s, i);
        int64_t blanks = tab > 0 ? tab - column % tab : 0;
        if ((c == '\t' ? strbuilder_add_fill(t, &b, ' ', blanks)
                       : strbuilder_add_char(t, &b, c)) < 0)
            return NULL_VALUE;
        column = c == '\n' || c == '\r' ? 0
                                        : column + (c == '\t' ? blanks : 1);
    }
    return bytes_like(t, self, bytes_source_data(&b), b.len);
}

/* --- translation --- */

NATIVE_RAW_SHARED(bytes, maketrans, NATIVE_STATIC, NULL,
                  (arg, object, frm), (arg, object, to), (slash))
{
    Span from, to;
    Bytes *table;
    if (bytes_span(t, args[0], &from) < 0 || bytes_span(t, args[1], &to) < 0)
        return NULL_VALUE;
    if (from.len != to.len)
        return raise_value_error(
            t, "maketrans arguments must have same length");
    table = bytes_new(t, NULL, 256);
    if (table == NULL)
        return NULL_VALUE;
    for (int i = 0; i < 256; i++)
        table->data[i] = (uint8_t)i;
    for (int64_t i = 0; i < from.len; i++)
        table->data[span_at(from, i)] = (uint8_t)span_at(to, i);
    return value_from_pointer(table);
}

NATIVE_RAW_SHARED(bytes, translate, 0, NULL,
                  (self_value), (arg, object, table), (slash),
                  (maybe, object, delete))
{
    Span table = {0}, deleted = {0}, s;
    bool drop[256] = {false};
    StrBuilder b;
    if (!value_is_none(args[1])) {
        if (bytes_span(t, args[1], &table) < 0)
            return NULL_VALUE;
        if (table.len != 256)
            return raise_value_error(
                t, "translation table must be 256 characters long");
    }
    if (!value_is_unbound(args[2]) && bytes_span(t, args[2], &deleted) < 0)
        return NULL_VALUE;
    for (int64_t i = 0; i < deleted.len; i++)
        drop[((const uint8_t *)deleted.data)[i]] = true;
    s = bytes_self(args[0]);
    strbuilder_init(&b);
    for (int64_t i = 0; i < s.len; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        if (!drop[c] &&
            strbuilder_add_char(
                t, &b, table.data != NULL ? ((const uint8_t *)table.data)[c]
                                          : c) < 0)
            return NULL_VALUE;
    }
    return bytes_like(t, args[0], bytes_source_data(&b), b.len);
}
