/* SPDX-License-Identifier: MIT */
/* Substring search in arrays of code points or bytes. */
#ifndef ADDER_OBJECT_SEARCH_H
#define ADDER_OBJECT_SEARCH_H

#include <string.h>
#include "object/core/layout.h"

typedef struct Span {
    const void *data;
    int64_t len; /* elements */
    int width;   /* bytes an element: 1, 2 or 4 */
} Span;

static inline Span span_of_bytes(const uint8_t *data, int64_t len)
{
    return (Span){data, len, 1};
}
static inline Span span_of_str(const Str *s)
{
    return (Span){s->data, s->len, s->width};
}
static inline uint32_t span_at(Span s, int64_t i)
{
    return s.width == 1   ? ((const uint8_t *)s.data)[i]
           : s.width == 2 ? ((const uint16_t *)s.data)[i]
                          : ((const uint32_t *)s.data)[i];
}
/* s[start:stop], bounds checked by the caller. */
static inline Span span_slice(Span s, int64_t start, int64_t stop)
{
    return (Span){(const uint8_t *)s.data + start * s.width, stop - start,
                  s.width};
}
/* Whether the elements are equal, whatever the widths. */
bool span_equal(Span a, Span b);

/* Index of the first (last) occurrence, or -1; an empty needle is found at
 * once. */
int64_t search_find(Span hay, Span needle);
int64_t search_rfind(Span hay, Span needle);
/* Index of the first occurrence at or behind `from`, or -1.  Bytes, mostly near
 * ones as those that split a line, are looked for in place. */
static inline int64_t search_from(Span hay, Span needle, int64_t from)
{
    enum { NEAR = 16 };
    if (needle.len == 1 && hay.width == 1 && needle.width == 1) {
        const uint8_t *data = hay.data, c = *(const uint8_t *)needle.data;
        int64_t stop = hay.len < from + NEAR ? hay.len : from + NEAR;
        for (; from < stop; from++)
            if (data[from] == c)
                return from;
        const uint8_t *at = memchr(data + from, c, (size_t)(hay.len - from));
        return at == NULL ? -1 : at - data;
    }
    int64_t i = search_find(span_slice(hay, from, hay.len), needle);
    return i < 0 ? -1 : from + i;
}
/* Occurrences that do not overlap, at most `max`; len + 1 of an empty one. */
int64_t search_count(Span hay, Span needle, int64_t max);

#endif
