/* SPDX-License-Identifier: MIT */
/*
 * Substring search.  Bytes are left to the C library, whose memmem is linear;
 * wider elements go by the first element and a comparison.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* memmem, memrchr */
#endif
#include "object/text/search.h"

#include <string.h>
#include "object/text/str.h"

bool span_equal(Span a, Span b)
{
    if (a.len != b.len)
        return false;
    if (a.width == b.width)
        return memcmp(a.data, b.data, (size_t)a.len * (size_t)a.width) == 0;
    for (int64_t i = 0; i < a.len; i++)
        if (span_at(a, i) != span_at(b, i))
            return false;
    return true;
}

static int64_t find_element(Span hay, uint32_t c, int64_t from)
{
    if (hay.width == 1) {
        const uint8_t *data = hay.data, *at;
        at = c > 0xff ? NULL
                      : memchr(data + from, (int)c, (size_t)(hay.len - from));
        return at == NULL ? -1 : at - data;
    }
    if (hay.width == 2) {
        const uint16_t *data = hay.data;
        for (int64_t i = from; i < hay.len; i++)
            if (data[i] == c)
                return i;
    } else {
        const uint32_t *data = hay.data;
        for (int64_t i = from; i < hay.len; i++)
            if (data[i] == c)
                return i;
    }
    return -1;
}

static int64_t rfind_element(Span hay, uint32_t c)
{
    if (hay.width == 1) {
        const uint8_t *at =
            c > 0xff ? NULL : memrchr(hay.data, (int)c, (size_t)hay.len);
        return at == NULL ? -1 : at - (const uint8_t *)hay.data;
    }
    for (int64_t i = hay.len - 1; i >= 0; i--)
        if (span_at(hay, i) == c)
            return i;
    return -1;
}

int64_t search_find(Span hay, Span needle)
{
    Span heads;
    uint32_t first, last;
    if (needle.len > hay.len)
        return -1;
    if (needle.len == 0)
        return 0;
    first = span_at(needle, 0);
    if (needle.len == 1)
        return find_element(hay, first, 0);
    if (hay.width == 1 && needle.width == 1) {
        const uint8_t *at = memmem(hay.data, (size_t)hay.len, needle.data,
                                   (size_t)needle.len);
        return at == NULL ? -1 : at - (const uint8_t *)hay.data;
    }
    last = span_at(needle, needle.len - 1);
    heads = span_slice(hay, 0, hay.len - needle.len + 1);
    for (int64_t i = 0; (i = find_element(heads, first, i)) >= 0; i++) {
        if (span_at(hay, i + needle.len - 1) == last &&
            span_equal(span_slice(hay, i, i + needle.len), needle))
            return i;
        if (i + 1 == heads.len)
            break;
    }
    return -1;
}

int64_t search_rfind(Span hay, Span needle)
{
    Span heads;
    uint32_t first;
    if (needle.len > hay.len)
        return -1;
    if (needle.len == 0)
        return hay.len;
    first = span_at(needle, 0);
    heads = span_slice(hay, 0, hay.len - needle.len + 1);
    while (heads.len > 0) {
        int64_t i = rfind_element(heads, first);
        if (i < 0 || needle.len == 1 ||
            span_equal(span_slice(hay, i, i + needle.len), needle))
            return i;
        heads.len = i;
    }
    return -1;
}

int64_t search_count(Span hay, Span needle, int64_t max)
{
    int64_t n = 0, at = 0;
    if (needle.len == 0)
        return hay.len < max ? hay.len + 1 : max;
    while (n < max) {
        int64_t i = search_from(hay, needle, at);
        if (i < 0)
            break;
        at = i + needle.len;
        n++;
    }
    return n;
}
