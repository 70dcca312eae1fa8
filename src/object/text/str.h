/* SPDX-License-Identifier: MIT */
/* Text: str_* for the type, its construction and its searches. */
#ifndef ADDER_OBJECT_STR_H
#define ADDER_OBJECT_STR_H

#include <stddef.h>
#include "base/base.h"
#include "object/core/cast.h"
#include "object/core/object.h"

/* Makes the runtime's empty and one-character strings. */
void str_init(Thread *t);
/* An uninitialized str (data zeroed) to be filled before anyone sees it; the
 * width must be the least that serves. */
Str *str_new_empty(Thread *t, int64_t len, int width);
/* UTF-8; lone surrogates in 3-byte form are taken. */
Str *str_from_utf8(Thread *t, const char *utf8, size_t len);
Str *str_from_c(Thread *t, const char *utf8);
Str *str_from_latin1(Thread *t, const uint8_t *data, int64_t len);
Str *str_from_ucs4(Thread *t, const uint32_t *data, int64_t len);
Str *str_from_code_point(Thread *t, uint32_t c);
Str *str_format(Thread *t, const char *format, ...); /* raise.h's formats */
/* The str of this text that interned lookups by pointer find. */
Str *str_intern(Thread *t, Str *s);
Str *str_intern_c(Thread *t, const char *utf8);

static inline bool value_is_str(Value v) /* str or subclass */
{
    return value_is_pointer(v) && (value_header(v)->shape == SHAPE_STR ||
           (type_of_pointer(value_to_pointer(v))->type_flags & TYPE_IS_STR));
}
static inline uint32_t str_at(const Str *s, int64_t i)
{
    ASSERT(i >= 0 && i <= s->len); /* a zero follows the text */
    return s->width == 1 ? s->data[i]
         : s->width == 2 ? ((const uint16_t *)s->data)[i]
                         : ((const uint32_t *)s->data)[i];
}
/* The data as code points of `width` bytes, moved to another width. */
void str_copy_data(void *to, int to_width, const void *from, int from_width,
                   int64_t n);
/* The least width that serves for n code points of `width` bytes. */
int str_data_width(const void *data, int width, int64_t n);
/* A str of code points of any width, not necessarily the least. */
Str *str_from_data(Thread *t, const void *data, int width, int64_t n);
static inline const void *str_data_at(const Str *s, int64_t i)
{
    ASSERT(i >= 0 && i <= s->len);
    return s->data + i * s->width;
}
static inline void str_put(Str *s, int64_t i, uint32_t c) /* when new */
{
    ASSERT(i >= 0 && i < s->len && !(s->h.flags & OBJECT_INTERNED));
    ASSERT(c >> (8 * s->width - 1) >> 1 == 0); /* it fits */
    if (s->width == 1)
        s->data[i] = (uint8_t)c;
    else if (s->width == 2)
        ((uint16_t *)s->data)[i] = (uint16_t)c;
    else
        ((uint32_t *)s->data)[i] = c;
}
static inline int str_width_for(uint32_t c)
{
    return c < 0x100 ? 1 : c < 0x10000 ? 2 : 4;
}
/* OBJECT_ASCII is a cache: once the text is known to be ASCII it is set. */
bool str_is_ascii(const Str *s);
/* s, or its copy of type str if s is of a subclass. */
Str *str_exact(Thread *t, Str *s);
/* s between `left` and `right` copies of `fill`. */
Value str_pad(Thread *t, Str *s, int64_t left, int64_t right, uint32_t fill);
/* A copy of s as an instance of cls (str itself: s). */
Value str_new_as(Thread *t, Type *cls, Str *s);
bool str_equal_c(const Str *s, const char *ascii);
int64_t str_hash(Str *s);
/* The keyed hash of raw bytes; never -1. */
int64_t str_hash_bytes(const void *data, size_t n);
bool str_equal(const Str *a, const Str *b);
int str_compare(const Str *a, const Str *b); /* code point order */
/* UTF-8 with lone surrogates in 3-byte form, zero-terminated, in a Blob kept
 * by the collector: for file names and messages; *len may be NULL. */
const char *str_to_utf8(Thread *t, Str *s, size_t *len);
size_t str_utf8_len(const Str *s);
void str_utf8_write(const Str *s, uint8_t *to); /* str_utf8_len(s) bytes */
bool str_is_identifier(const Str *s);
Str *str_concat(Thread *t, Str *a, Str *b);
Str *str_slice(Thread *t, Str *s, int64_t start, int64_t stop);
Str *str_getitem_index(Thread *t, Str *s, int64_t i); /* 0 <= i < len */
/* First (last) index of `sub` in s[start:stop], or -1. */
int64_t str_find(const Str *s, const Str *sub, int64_t start, int64_t stop);
int64_t str_rfind(const Str *s, const Str *sub, int64_t start, int64_t stop);
/* sep.join(iterable) and n strings end to end (BUILD_STRING). */
Value str_join(Thread *t, Str *sep, Value iterable);
Value str_concat_many(Thread *t, const Value *strings, int64_t n);
/* format % args */
Value str_modulo(Thread *t, Str *format, Value args);
/* quoted as repr does */
Str *str_repr(Thread *t, const Str *s);
/* format(s, spec) */
Value str_format_spec(Thread *t, Str *s, Str *spec);
/* s * n */
Str *str_repeat(Thread *t, Str *s, int64_t n);

/* A str under construction. */
typedef struct StrBuilder {
    Blob *data;
    int64_t len, capacity; /* code points */
    int width;
} StrBuilder;
void strbuilder_init(StrBuilder *b);
int strbuilder_add_char(Thread *t, StrBuilder *b, uint32_t c); /* 0 or -1 */
int strbuilder_add(Thread *t, StrBuilder *b, const Str *s);
int strbuilder_add_slice(Thread *t, StrBuilder *b, const Str *s, int64_t start,
                         int64_t stop);
int strbuilder_add_c(Thread *t, StrBuilder *b, const char *ascii);
/* Code points of `width` bytes. */
int strbuilder_add_data(Thread *t, StrBuilder *b, const void *data, int width,
                        int64_t n);
/* The same code point n times. */
int strbuilder_add_fill(Thread *t, StrBuilder *b, uint32_t c, int64_t n);
/* Makes room for n more code points of `width` bytes: 0 or -1. */
int strbuilder_reserve(Thread *t, StrBuilder *b, int64_t n, int width);
/* Gives back what it has; it is not to be used any more. */
void strbuilder_drop(Thread *t, StrBuilder *b);
Str *strbuilder_finish(Thread *t, StrBuilder *b);

#endif
