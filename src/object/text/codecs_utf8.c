/* SPDX-License-Identifier: MIT */
/*
 * UTF-8.  Valid input is decoded in two passes, one to check and measure, one
 * to fill; anything else goes piece by piece with the error handler.
 */
#include <string.h>
#include "object/text/codecs_error.h"

enum { /* what scan answers besides a length */
    SCAN_INCOMPLETE = 0,
    SCAN_BAD_START = -1,
    SCAN_BAD_CONTINUATION = -2, /* minus the bytes that were right */
};

/* The bytes of the valid sequence at p < end, or SCAN_*. */
static int scan(const uint8_t *p, const uint8_t *end, uint32_t *c)
{
    uint8_t low = 0x80, high = 0xbf;
    int more = *p < 0xe0 ? 1 : *p < 0xf0 ? 2 : 3;
    if (*p < 0x80) {
        *c = *p;
        return 1;
    }
    if (*p < 0xc2 || *p > 0xf4)
        return SCAN_BAD_START;
    if (*p == 0xe0)
        low = 0xa0;
    else if (*p == 0xed)
        high = 0x9f;
    else if (*p == 0xf0)
        low = 0x90;
    else if (*p == 0xf4)
        high = 0x8f;
    *c = *p & (0x3fu >> more);
    for (int i = 1; i <= more; i++) {
        if (p + i == end)
            return SCAN_INCOMPLETE;
        if (p[i] < low || p[i] > high)
            return SCAN_BAD_CONTINUATION - (i - 1);
        *c = *c << 6 | (p[i] & 0x3f);
        low = 0x80;
        high = 0xbf;
    }
    return more + 1;
}

/* How many of the bytes at p are ASCII. */
static int64_t ascii_prefix(const uint8_t *data, int64_t len)
{
    int64_t i = 0;
    for (; i + 8 <= len; i += 8) {
        uint64_t word;
        memcpy(&word, data + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < len && data[i] < 0x80)
        i++;
    return i;
}

static Value finish(Thread *t, Decoder *d, int64_t *consumed)
{
    if (consumed != NULL)
        *consumed = d->pos;
    return value_from_pointer(strbuilder_finish(t, &d->b));
}

static Value decode_with_errors(Thread *t, Decoder *d, int64_t *consumed)
{
    while (d->pos < d->len) {
        const uint8_t *p = d->data + d->pos;
        uint32_t c;
        int n = scan(p, d->data + d->len, &c), done;
        if (n > 0) {
            done = strbuilder_add_char(t, &d->b, c);
            d->pos += n;
        } else if (n == SCAN_INCOMPLETE && consumed != NULL) {
            break;
        } else if (n == SCAN_INCOMPLETE) {
            done = decoder_error(t, d, d->pos, d->len,
                                 "unexpected end of data");
        } else if (n == SCAN_BAD_START) {
            done = decoder_error(t, d, d->pos, d->pos + 1,
                                 "invalid start byte");
        } else {
            done = decoder_error(t, d, d->pos,
                                 d->pos + 1 + (SCAN_BAD_CONTINUATION - n),
                                 "invalid continuation byte");
        }
        if (done < 0)
            return NULL_VALUE;
    }
    return finish(t, d, consumed);
}

/* What valid bytes come to. */
typedef struct Measure {
    int64_t bytes; /* up to here they are valid */
    int64_t chars;
    uint32_t all;  /* none of the code points is larger than this */
} Measure;

/* How many of the eight bytes at p are ASCII, up to the first that is not. */
static inline int ascii_in_word(const uint8_t *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    word &= UINT64_C(0x8080808080808080);
    if (word == 0)
        return 8;
    int bits = HOST_IS_BIG_ENDIAN ? __builtin_clzll(word)
                                  : __builtin_ctzll(word);
    return bits / 8;
}

static bool continues(uint8_t c) { return (c & 0xc0) == 0x80; }

enum { BLOCK = 32, BLOCK_SEEN = BLOCK + 2 };

/* Whether the block at p, where a character should begin, is valid and has none of
 * four bytes.  By vectors: a byte continues if and only if one of the two before
 * it says so; C0, C1 and what follows E0 and ED are as in scan. */
static bool block_is_easy(const uint8_t *p)
{
    uint8_t bad = continues(p[0]);
    bad |= continues(p[1]) != (p[0] >= 0xc0);
    for (int k = 0; k < BLOCK; k++) {
        uint8_t c = p[k], next = p[k + 1];
        uint8_t more = (next >= 0xc0) | (c >= 0xe0);
        bad |= continues(p[k + 2]) != more;
        bad |= ((c & 0xfe) == 0xc0) | (c >= 0xf0);
        bad |= ((c == 0xe0) & (next < 0xa0)) | ((c == 0xed) & (next >= 0xa0));
    }
    return !bad;
}

/* Blocks as long as they are easy: where the next character begins. */
static const uint8_t *measure_blocks(const uint8_t *p, const uint8_t *end,
                                     Measure *m)
{
    while (end - p >= BLOCK_SEEN && block_is_easy(p)) {
        uint8_t n = 0, max = 0;
        for (int k = 0; k < BLOCK; k++) {
            n += !continues(p[k]);
            max = p[k] > max ? p[k] : max;
        }
        m->chars += n;
        m->all |= max >= 0xe0 ? 0x8000 : max >= 0xc4 ? 0x400 : 0x80;
        p += BLOCK; /* what has been seen of the rest belongs to it */
        p += continues(p[0]) ? 1 + continues(p[1]) : 0;
    }
    return p;
}

/* Stops at what is not valid, or not whole. */
static Measure measure(const uint8_t *data, int64_t start, int64_t len)
{
    const uint8_t *p = data + start, *end = data + len;
    Measure m = {.chars = start};
    uint32_t c;
    p = measure_blocks(p, end, &m);
    for (; p < end; m.chars++) {
        if (*p < 0x80) {
            int n = end - p >= 8 ? ascii_in_word(p) : 1;
            p += n;
            m.chars += n - 1;
            continue;
        }
        if (*p >= 0xc2 && *p < 0xe0 && end - p >= 2 && continues(p[1])) {
            m.all |= (uint32_t)(*p & 0x1f) << 6;
            p += 2;
        } else if (*p > 0xe0 && *p < 0xed && end - p >= 3 &&
                   continues(p[1]) && continues(p[2])) {
            m.all |= 0x8000;
            p += 3;
        } else {
            int n = scan(p, end, &c);
            if (n <= 0)
                break;
            m.all |= c;
            p += n;
        }
    }
    m.bytes = p - data;
    return m;
}

/* Valid bytes to code points of that many bits. */
#define FILL(name, Unit)                                                  \
    static void name(Unit *restrict to, const uint8_t *restrict p,        \
                     const uint8_t *end)                                  \
    {                                                                     \
        while (p < end) {                                                 \
            uint32_t c = *p;                                              \
            if (c < 0x80) {                                               \
                int n = end - p >= 8 ? ascii_in_word(p) : 1;              \
                if (n == 8) {                                             \
                    for (int i = 0; i < 8; i++)                           \
                        to[i] = p[i];                                     \
                    p += 8;                                               \
                    to += 8;                                              \
                } else {                                                  \
                    for (; n > 0; n--)                                    \
                        *to++ = *p++;                                     \
                }                                                         \
            } else if (c < 0xe0) {                                        \
                *to++ = (Unit)((c & 0x1f) << 6 | (p[1] & 0x3f));          \
                p += 2;                                                   \
            } else if (c < 0xf0) {                                        \
                *to++ = (Unit)((c & 0xf) << 12 | (p[1] & 0x3fu) << 6 |    \
                               (p[2] & 0x3f));                            \
                p += 3;                                                   \
            } else {                                                      \
                *to++ = (Unit)((c & 7) << 18 | (p[1] & 0x3fu) << 12 |     \
                               (p[2] & 0x3fu) << 6 | (p[3] & 0x3f));      \
                p += 4;                                                   \
            }                                                             \
        }                                                                 \
    }
FILL(fill1, uint8_t)
FILL(fill2, uint16_t)
FILL(fill4, uint32_t)
#undef FILL

static Str *decode_valid(Thread *t, const uint8_t *data, const Measure *m)
{
    int width = str_width_for(m->all);
    const uint8_t *end = data + m->bytes;
    uint32_t c;
    if (m->chars == 1) {
        scan(data, end, &c);
        return str_from_code_point(t, c);
    }
    Str *s = str_new_empty(t, m->chars, width);
    if (s == NULL || m->chars == 0)
        return s;
    if (width == 1)
        fill1(s->data, data, end);
    else if (width == 2)
        fill2((uint16_t *)(void *)s->data, data, end);
    else
        fill4((uint32_t *)(void *)s->data, data, end);
    return s;
}

Value codecs_decode_utf8(Thread *t, const uint8_t *data, int64_t len,
                         const char *errors, int64_t *consumed)
{
    int64_t i = ascii_prefix(data, len);
    uint32_t c;
    Decoder d;
    if (i == len) {
        Str *s = str_from_latin1(t, data, len);
        if (s != NULL)
            s->h.flags |= OBJECT_ASCII;
        if (consumed != NULL)
            *consumed = len;
        return value_from_pointer(s);
    }
    Measure m = measure(data, i, len);
    bool is_cut = consumed != NULL && m.bytes < len &&
                  scan(data + m.bytes, data + len, &c) == SCAN_INCOMPLETE;
    if (m.bytes < len && !is_cut) {
        decoder_init(&d, "utf-8", errors, data, len);
        return decode_with_errors(t, &d, consumed);
    }
    if (consumed != NULL)
        *consumed = m.bytes;
    return value_from_pointer(decode_valid(t, data, &m));
}

static int put(Thread *t, Encoder *e, uint32_t c)
{
    uint8_t bytes[4];
    int n = 0;
    if (c >= 0xd800 && c < 0xe000)
        return 0;
    if (c < 0x80) {
        bytes[n++] = (uint8_t)c;
    } else if (c < 0x800) {
        bytes[n++] = (uint8_t)(0xc0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[n++] = (uint8_t)(0xe0 | c >> 12);
        bytes[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    } else {
        bytes[n++] = (uint8_t)(0xf0 | c >> 18);
        bytes[n++] = (uint8_t)(0x80 | (c >> 12 & 0x3f));
        bytes[n++] = (uint8_t)(0x80 | (c >> 6 & 0x3f));
    }
    if (c >= 0x80)
        bytes[n++] = (uint8_t)(0x80 | (c & 0x3f));
    return strbuilder_add_data(t, &e->b, bytes, 1, n) < 0 ? -1 : 1;
}

Value codecs_encode_utf8(Thread *t, Str *s, const char *errors)
{
    bool surrogates = false;
    Bytes *b;
    if (str_is_ascii(s))
        return value_from_pointer(bytes_new(t, s->data, s->len));
    Encoder e = {.encoding = "utf-8",
                 .errors = errors,
                 .s = s,
                 .put = put,
                 .reason = "surrogates not allowed",
                 .unit = 1};
    for (int64_t i = 0; s->width > 1 && i < s->len; i++)
        surrogates |= (str_at(s, i) & 0xfffff800) == 0xd800;
    if (surrogates) {
        strbuilder_init(&e.b);
        return encoder_run(t, &e);
    }
    b = bytes_new(t, NULL, (int64_t)str_utf8_len(s));
    if (b != NULL)
        str_utf8_write(s, b->data);
    return value_from_pointer(b);
}
