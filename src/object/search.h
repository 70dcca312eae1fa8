/* SPDX-License-Identifier: MIT */
/* Substring search in arrays of code points or bytes. */
#ifndef ADDER_OBJECT_SEARCH_H
#define ADDER_OBJECT_SEARCH_H

#include "object/layout.h"

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
/* Occurrences that do not overlap, at most `max`; len + 1 of an empty one. */
int64_t search_count(Span hay, Span needle, int64_t max);

#endif
