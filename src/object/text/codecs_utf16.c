/* SPDX-License-Identifier: MIT */
/* UTF-16 and UTF-32 in either byte order. */
#include "object/text/codecs_error.h"

enum { LITTLE = -1, BIG = 1, NATIVE_ORDER = HOST_IS_BIG_ENDIAN ? BIG : LITTLE };

static uint32_t unit_at(const Decoder *d, int64_t at, int size, int order)
{
    uint32_t c = 0;
    for (int i = 0; i < size; i++)
        c |= (uint32_t)d->data[at + i]
             << 8 * (order == LITTLE ? i : size - 1 - i);
    return c;
}

/* Finds out the byte order and skips its mark. */
static void read_mark(Decoder *d, int size, int *order)
{
    bool given = *order != 0;
    uint32_t c;
    if (!given && d->len >= size) {
        c = unit_at(d, 0, size, LITTLE);
        if (c == 0xfeff)
            *order = LITTLE;
        else if (c == (size == 2 ? 0xfffeu : 0xfffe0000u))
            *order = BIG;
        if (*order != 0)
            d->pos = size;
    }
    bool big = *order == 0 ? HOST_IS_BIG_ENDIAN : *order == BIG;
    if (size == 2)
        d->encoding = big ? "utf-16-be" : "utf-16-le";
    else
        d->encoding = big ? "utf-32-be" : "utf-32-le";
}

/* One code point of UTF-16 at d->pos, where at least two bytes are left: 0,
 * 1 when the rest is incomplete and may come later, -1. */
static int decode_unit16(Thread *t, Decoder *d, int order, bool more)
{
    int64_t at = d->pos;
    uint32_t c = unit_at(d, at, 2, order), low;
    if (c < 0xd800 || c >= 0xe000) {
        d->pos += 2;
        return strbuilder_add_char(t, &d->b, c);
    }
    if (c >= 0xdc00)
        return decoder_error(t, d, at, at + 2, "illegal encoding");
    if (d->len - at < 4)
        return more ? 1
                    : decoder_error(t, d, at, d->len,
                                    "unexpected end of data");
    low = unit_at(d, at + 2, 2, order);
    if (low < 0xdc00 || low >= 0xe000)
        return decoder_error(t, d, at, at + 2, "illegal UTF-16 surrogate");
    d->pos += 4;
    return strbuilder_add_char(
        t, &d->b, 0x10000 + ((c - 0xd800) << 10 | (low - 0xdc00)));
}

static Value finish(Thread *t, Decoder *d, int64_t *consumed)
{
    if (consumed != NULL)
        *consumed = d->pos;
    return value_from_pointer(strbuilder_finish(t, &d->b));
}

Value codecs_decode_utf16(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int *order, int64_t *consumed)
{
    int done = 0, own = 0;
    Decoder d;
    decoder_init(&d, "utf-16", errors, data, len);
    if (order == NULL)
        order = &own;
    read_mark(&d, 2, order);
    while (d.pos < d.len && done == 0) {
        if (d.len - d.pos >= 2)
            done = decode_unit16(t, &d, *order == 0 ? NATIVE_ORDER : *order,
                                 consumed != NULL);
        else if (consumed != NULL)
            break;
        else
            done = decoder_error(t, &d, d.pos, d.len, "truncated data");
    }
    return done < 0 ? NULL_VALUE : finish(t, &d, consumed);
}

static int decode_unit32(Thread *t, Decoder *d, int order)
{
    uint32_t c = unit_at(d, d->pos, 4, order);
    if (c >= 0xd800 && c < 0xe000)
        return decoder_error(t, d, d->pos, d->pos + 4,
                             "code point in surrogate code point "
                             "range(0xd800, 0xe000)");
    if (c > 0x10ffff)
        return decoder_error(t, d, d->pos, d->pos + 4,
                             "code point not in range(0x110000)");
    d->pos += 4;
    return strbuilder_add_char(t, &d->b, c);
}

Value codecs_decode_utf32(Thread *t, const uint8_t *data, int64_t len,
                          const char *errors, int *order, int64_t *consumed)
{
    int done = 0, own = 0;
    Decoder d;
    decoder_init(&d, "utf-32", errors, data, len);
    if (order == NULL)
        order = &own;
    read_mark(&d, 4, order);
    while (d.pos < d.len && done == 0) {
        if (d.len - d.pos >= 4)
            done = decode_unit32(t, &d, *order == 0 ? NATIVE_ORDER : *order);
        else if (consumed != NULL)
            break;
        else
            done = decoder_error(t, &d, d.pos, d.len, "truncated data");
    }
    return done < 0 ? NULL_VALUE : finish(t, &d, consumed);
}

/* --- encoding --- */

static int put_unit(Thread *t, Encoder *e, uint32_t c)
{
    uint8_t bytes[4];
    for (int i = 0; i < e->unit; i++)
        bytes[e->order == BIG ? e->unit - 1 - i : i] = (uint8_t)(c >> 8 * i);
    return strbuilder_add_data(t, &e->b, bytes, 1, e->unit);
}

static int put16(Thread *t, Encoder *e, uint32_t c)
{
    if (c >= 0xd800 && c < 0xe000)
        return 0;
    if (c < 0x10000)
        return put_unit(t, e, c) < 0 ? -1 : 1;
    c -= 0x10000;
    return put_unit(t, e, 0xd800 + (c >> 10)) < 0 ||
                   put_unit(t, e, 0xdc00 + (c & 0x3ff)) < 0
               ? -1
               : 1;
}

static int put32(Thread *t, Encoder *e, uint32_t c)
{
    if (c >= 0xd800 && c < 0xe000)
        return 0;
    return put_unit(t, e, c) < 0 ? -1 : 1;
}

static Value encode(Thread *t, Encoder *e)
{
    e->reason = "surrogates not allowed";
    e->one_by_one = true;
    strbuilder_init(&e->b);
    if (e->order == 0) {
        e->order = NATIVE_ORDER;
        if (put_unit(t, e, 0xfeff) < 0)
            return NULL_VALUE;
    }
    return encoder_run(t, e);
}

Value codecs_encode_utf16(Thread *t, Str *s, const char *errors, int order)
{
    Encoder e = {.encoding = order == 0     ? "utf-16"
                             : order == BIG ? "utf-16-be"
                                            : "utf-16-le",
                 .errors = errors, .s = s, .unit = 2, .order = order,
                 .put = put16};
    return encode(t, &e);
}

Value codecs_encode_utf32(Thread *t, Str *s, const char *errors, int order)
{
    Encoder e = {.encoding = order == 0     ? "utf-32"
                             : order == BIG ? "utf-32-be"
                                            : "utf-32-le",
                 .errors = errors, .s = s, .unit = 4, .order = order,
                 .put = put32};
    return encode(t, &e);
}
