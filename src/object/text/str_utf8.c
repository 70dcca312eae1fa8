/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 to str and back for the interpreter's own use: lone surrogates pass in
 * their 3-byte form both ways, and what is no UTF-8 becomes U+FFFD.  The
 * strict codec is in codecs_utf8.c.
 */
#include <string.h>
#include "object/error/raise.h"
#include "object/text/str.h"

/* Decodes one code point at p < end and moves *p behind it. */
static uint32_t decode_one(const uint8_t **p, const uint8_t *end)
{
    static const uint32_t least[] = {0, 0x80, 0x800, 0x10000};
    const uint8_t *at = *p;
    uint32_t c = *at++;
    int more = c < 0x80 ? 0 : c < 0xc2 ? -1 : c < 0xe0 ? 1 : c < 0xf0 ? 2
             : c < 0xf5 ? 3 : -1;
    if (more > 0) {
        c &= 0x3fu >> more;
        for (int i = 0; i < more && more > 0; i++) {
            if (at == end || (*at & 0xc0) != 0x80)
                more = -1;
            else
                c = c << 6 | (*at++ & 0x3f);
        }
        if (more > 0 && (c < least[more] || c > 0x10ffff))
            more = -1;
    }
    if (more < 0) {
        (*p)++;
        return 0xfffd;
    }
    *p = at;
    return c;
}

Str *str_from_utf8(Thread *t, const char *utf8, size_t len)
{
    const uint8_t *start = (const uint8_t *)utf8, *end = start + len;
    const uint8_t *p = start;
    int64_t n = 0;
    uint32_t all = 0;
    Str *s;
    while (p < end && *p < 0x80)
        p++;
    if (p == end) {
        s = str_from_latin1(t, start, (int64_t)len);
        if (s != NULL)
            s->h.flags |= OBJECT_ASCII;
        return s;
    }
    for (p = start; p < end; n++) {
        uint32_t c = decode_one(&p, end);
        all = all > c ? all : c;
    }
    if (n == 1)
        return str_from_code_point(t, all);
    s = str_new_empty(t, n, str_width_for(all));
    if (s == NULL)
        return NULL;
    p = start;
    for (int64_t i = 0; i < n; i++)
        str_put(s, i, decode_one(&p, end));
    return s;
}

Str *str_from_c(Thread *t, const char *utf8)
{
    return str_from_utf8(t, utf8, strlen(utf8));
}

static inline uint8_t *encode_one(uint8_t *to, uint32_t c)
{
    if (c < 0x80) {
        *to++ = (uint8_t)c;
    } else if (c < 0x800) {
        *to++ = (uint8_t)(0xc0 | c >> 6);
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *to++ = (uint8_t)(0xe0 | c >> 12);
        *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    } else {
        *to++ = (uint8_t)(0xf0 | c >> 18);
        *to++ = (uint8_t)(0x80 | (c >> 12 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c >> 6 & 0x3f));
        *to++ = (uint8_t)(0x80 | (c & 0x3f));
    }
    return to;
}

size_t str_utf8_len(const Str *s)
{
    const uint8_t *one = s->data;
    const uint16_t *two = (const uint16_t *)(const void *)s->data;
    const uint32_t *four = (const uint32_t *)(const void *)s->data;
    size_t n = (size_t)s->len;
    if (str_is_ascii(s))
        return n;
    if (s->width == 1)
        for (int64_t i = 0; i < s->len; i++)
            n += one[i] >> 7;
    else if (s->width == 2)
        for (int64_t i = 0; i < s->len; i++)
            n += (two[i] >= 0x80) + (two[i] >= 0x800);
    else
        for (int64_t i = 0; i < s->len; i++)
            n += (four[i] >= 0x80) + (four[i] >= 0x800) +
                 (four[i] >= 0x10000);
    return n;
}

void str_utf8_write(const Str *s, uint8_t *to)
{
    const uint8_t *one = s->data;
    const uint16_t *two = (const uint16_t *)(const void *)s->data;
    const uint32_t *four = (const uint32_t *)(const void *)s->data;
    if (str_is_ascii(s))
        memcpy(to, s->data, (size_t)s->len);
    else if (s->width == 1)
        for (int64_t i = 0; i < s->len; i++)
            to = encode_one(to, one[i]);
    else if (s->width == 2)
        for (int64_t i = 0; i < s->len; i++)
            to = encode_one(to, two[i]);
    else
        for (int64_t i = 0; i < s->len; i++)
            to = encode_one(to, four[i]);
}

const char *str_to_utf8(Thread *t, Str *s, size_t *len)
{
    size_t n = str_utf8_len(s);
    Blob *blob;
    if (len != NULL)
        *len = n;
    if (str_is_ascii(s))
        return (const char *)s->data; /* it ends in a zero */
    blob = gc_alloc_large(t, sizeof(Blob) + n + 1, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return value_to_pointer(raise_no_memory(t));
    blob->capacity = (int64_t)n + 1;
    str_utf8_write(s, blob->data);
    blob->data[n] = 0;
    return (const char *)blob->data;
}
