/* SPDX-License-Identifier: MIT */
/* UTF-8 by the table of well-formed sequences (Unicode Standard, table 3-7). */
#include "base/utf8.h"

size_t utf8_encode(char *out, uint32_t c)
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

/*
 * How many bytes a sequence that starts with `first` has, and which values its
 * second byte may take; 0 for a byte that starts none.
 */
static size_t sequence_len(unsigned char first, unsigned char *low,
                           unsigned char *high)
{
    *low = 0x80;
    *high = 0xbf;
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    switch (first) {
    case 0xe0: *low = 0xa0; break;
    case 0xed: *high = 0x9f; break;
    case 0xf0: *low = 0x90; break;
    case 0xf4: *high = 0x8f; break;
    }
    return first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

size_t utf8_decode_wide(const char *s, const char *end, uint32_t *c)
{
    unsigned char low, high;
    unsigned char first = (unsigned char)s[0];
    size_t len = sequence_len(first, &low, &high);
    if (len == 1) {
        *c = first;
        return 1;
    }
    if (first == 0xed) {
        high = 0xbf; /* the surrogates */
    }
    if (len == 0 || len > (size_t)(end - s))
        return 0;
    unsigned char second = (unsigned char)s[1];
    if (second < low || second > high)
        return 0;
    uint32_t value = first & (0x7fu >> len);
    for (size_t i = 1; i < len; i++) {
        if (!utf8_is_continuation(s[i]))
            return 0;
        value = value << 6 | ((unsigned char)s[i] & 0x3f);
    }
    *c = value;
    return len;
}

size_t utf8_decode(const char *s, const char *end, uint32_t *c)
{
    size_t len = utf8_decode_wide(s, end, c);
    return len == 3 && utf8_is_surrogate(*c) ? 0 : len;
}

size_t utf8_error_len(const char *s, const char *end)
{
    unsigned char low, high;
    size_t len = sequence_len((unsigned char)s[0], &low, &high);
    size_t present = (size_t)(end - s);
    if (len < 2 || present < 2 || (unsigned char)s[1] < low ||
        (unsigned char)s[1] > high) {
        return 1;
    }
    size_t n = 2;
    while (n < len && n < present && utf8_is_continuation(s[n]))
        n++;
    return n;
}

/* Most text is ASCII: eight bytes at a time. */
static const char *skip_ascii(const char *s, const char *end)
{
    while (end - s >= 8) {
        uint64_t word;
        __builtin_memcpy(&word, s, 8);
        if (word & UINT64_C(0x8080808080808080))
            break;
        s += 8;
    }
    while (s < end && (signed char)*s >= 0)
        s++;
    return s;
}

size_t utf8_validate(const char *s, size_t len)
{
    const char *p = s, *end = s + len;
    uint32_t c;
    while ((p = skip_ascii(p, end)) < end) {
        size_t n = utf8_decode(p, end, &c);
        if (n == 0)
            break;
        p += n;
    }
    return (size_t)(p - s);
}

size_t utf8_validate_wide(const char *s, size_t len)
{
    const char *p = s, *end = s + len;
    uint32_t c;
    while ((p = skip_ascii(p, end)) < end) {
        size_t n = utf8_decode_wide(p, end, &c);
        if (n == 0)
            break;
        p += n;
    }
    return (size_t)(p - s);
}

size_t utf8_count(const char *s, size_t len)
{
    size_t n = 0;
    for (size_t i = 0; i < len; i++)
        n += !utf8_is_continuation(s[i]);
    return n;
}
