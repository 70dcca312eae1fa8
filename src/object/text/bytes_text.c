/* SPDX-License-Identifier: MIT */
/* Bytes as ASCII text: case, classes, padding, translation. */
#include <string.h>
#include "object/error/raise.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"

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

#define MAP_METHOD(name, first, rest, doc)                              \
    NATIVE_SHARED(bytes, name, NATIVE_PURE, doc, (self_value), (slash)) \
    {                                                                   \
        return map_first(t, self, first, rest);                         \
    }
MAP_METHOD(lower, to_lower, to_lower,
           "The bytes with ASCII letters in lower case.")
MAP_METHOD(upper, to_upper, to_upper,
           "The bytes with ASCII letters in upper case.")
MAP_METHOD(swapcase, swap_case, swap_case,
           "The bytes with ASCII upper case made lower and lower made upper.")
MAP_METHOD(capitalize, to_upper, to_lower,
           "The bytes in lower case, the first in upper case.")
#undef MAP_METHOD

NATIVE_SHARED(
    bytes, title, NATIVE_PURE,
    "The bytes with each word in lower case but for its first letter.",
    (self_value), (slash))
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

#define IS_METHOD(name, is, when_empty, doc)                            \
    NATIVE_SHARED(bytes, name, NATIVE_PURE, doc, (self_value), (slash)) \
    {                                                                   \
        return all_are(self, is, when_empty);                           \
    }
IS_METHOD(isalnum, is_alnum, false,
          "Whether there are bytes and all are ASCII letters or digits.")
IS_METHOD(isalpha, is_alpha, false,
          "Whether there are bytes and all are ASCII letters.")
IS_METHOD(isascii, is_ascii, true,
          "Whether all bytes are ASCII, or there are none.")
IS_METHOD(isdigit, is_digit, false,
          "Whether there are bytes and all are ASCII digits.")
IS_METHOD(isspace, is_space, false,
          "Whether there are bytes and all are ASCII white space.")
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

NATIVE_SHARED(bytes, islower, NATIVE_PURE,
              "Whether there are ASCII letters and all are in lower case.",
              (self_value), (slash))
{
    return some_but_no(self, is_lower, is_upper);
}

NATIVE_SHARED(bytes, isupper, NATIVE_PURE,
              "Whether there are ASCII letters and all are in upper case.",
              (self_value), (slash))
{
    return some_but_no(self, is_upper, is_lower);
}

NATIVE_SHARED(
    bytes, istitle, NATIVE_PURE,
    "Whether there are words and exactly their first letters are upper case.",
    (self_value), (slash))
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

/* How many bytes the width leaves room for. */
static int64_t room(Value self, int64_t width)
{
    int64_t len = bytes_self(self).len;
    return width > len ? width - len : 0;
}

NATIVE_SHARED(bytes, center, 0, "The bytes in the middle of the width.",
              (self_value), (arg, ssize, width), (opt, c_char, fillchar, b' '),
              (slash))
{
    /* The odd one goes to the left when the width is odd. */
    int64_t more = room(self, width);
    int64_t left = more / 2 + (more & width & 1);
    return pad(t, self, left, more - left, fillchar);
}

NATIVE_SHARED(bytes, ljust, 0, "The bytes at the left of the width.",
              (self_value), (arg, ssize, width), (opt, c_char, fillchar, b' '),
              (slash))
{
    return pad(t, self, 0, room(self, width), fillchar);
}

NATIVE_SHARED(bytes, rjust, 0, "The bytes at the right of the width.",
              (self_value), (arg, ssize, width), (opt, c_char, fillchar, b' '),
              (slash))
{
    return pad(t, self, room(self, width), 0, fillchar);
}

NATIVE_SHARED(bytes, zfill, 0,
              "The bytes at the right of the width, zeros behind their sign.",
              (self_value), (arg, ssize, width), (slash))
{
    int64_t len = bytes_self(self).len, more = room(self, width);
    TRY(result, pad(t, self, more, 0, '0'));
    uint8_t *to = bytes_fill(result);
    if (more > 0 && len > 0 && (to[more] == '+' || to[more] == '-')) {
        to[0] = to[more];
        to[more] = '0';
    }
    return result;
}

NATIVE_SHARED(bytes, expandtabs, 0,
              "The bytes with tabs made blanks, up to each tabsize-th column.",
              (self_value), (slash), (opt, c_int, tabsize, 8))
{
    int64_t column = 0;
    Span s = bytes_self(self);
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s.len; i++) {
        uint32_t c = span_at(s, i);
        int64_t blanks = tabsize > 0 ? tabsize - column % tabsize : 0;
        if ((c == '\t' ? strbuilder_add_fill(t, &b, ' ', blanks)
                       : strbuilder_add_char(t, &b, c)) < 0)
            return NULL_VALUE;
        column = c == '\n' || c == '\r' ? 0
                                        : column + (c == '\t' ? blanks : 1);
    }
    return bytes_like(t, self, bytes_source_data(&b), b.len);
}

/* --- translation --- */

NATIVE_SHARED(
    bytes, maketrans, NATIVE_STATIC | NATIVE_PURE,
    "A table for translate: bytes of frm become those at their places "
    "in to.",
    (arg, bytes_like, frm), (arg, bytes_like, to), (slash))
{
    if (frm->len != to->len)
        return raise_value_error(
            t, "maketrans arguments must have same length");
    Bytes *table = bytes_new(t, NULL, 256);
    if (table == NULL)
        return NULL_VALUE;
    for (int i = 0; i < 256; i++)
        table->data[i] = (uint8_t)i;
    for (int64_t i = 0; i < frm->len; i++)
        table->data[frm->data[i]] = to->data[i];
    return value_from_pointer(table);
}

NATIVE_SHARED(
    bytes, translate, NATIVE_PURE,
    "The bytes without those of delete, the others as table has them.",
    (self_value), (arg, bytes_like_or_none, table), (slash),
    (opt_quoted, bytes_like, delete, "b''"))
{
    bool drop[256] = {false}, given = param_buffer_is_given(table);
    Span s = bytes_self(self);
    StrBuilder b;
    if (given && table->len != 256)
        return raise_value_error(
            t, "translation table must be 256 characters long");
    for (int64_t i = 0; i < delete->len; i++)
        drop[delete->data[i]] = true;
    strbuilder_init(&b);
    for (int64_t i = 0; i < s.len; i++) {
        uint8_t c = ((const uint8_t *)s.data)[i];
        if (!drop[c] &&
            strbuilder_add_char(t, &b, given ? table->data[c] : c) < 0)
            return NULL_VALUE;
    }
    return bytes_like(t, self, bytes_source_data(&b), b.len);
}
