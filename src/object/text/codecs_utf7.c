/* SPDX-License-Identifier: MIT */
/*
 * UTF-7 (RFC 2152): ASCII stands for itself, but that `+` begins a shift, in
 * which base64 digits are UTF-16 in big endian.  It ends at the first character
 * that is no digit; a `-` there only ends it.
 */
#include "object/text/codecs_error.h"

static const char digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/* What a base64 digit is worth; -1: it is none. */
static int digit_value(uint32_t c)
{
    if (c >= 'A' && c <= 'Z')
        return (int)c - 'A';
    if (c >= 'a' && c <= 'z')
        return (int)c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return (int)c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/* --- decoding --- */

/* The shift that the decoder is in. */
typedef struct Shift {
    bool open;
    int64_t start; /* of its + in the input */
    int64_t text;  /* how long the text was before it */
    uint32_t bits; /* the last `n` are not yet used */
    int n;
    uint32_t high; /* half of a surrogate pair, or 0 */
} Shift;

static bool is_direct(uint8_t c) { return c < 0x80 && c != '+'; }

static int decode_direct(Thread *t, Decoder *d, Shift *s)
{
    int64_t at = d->pos, i = at;
    while (i < d->len && is_direct(d->data[i]))
        i++;
    if (strbuilder_add_data(t, &d->b, d->data + at, 1, i - at) < 0)
        return -1;
    d->pos = i;
    if (i == d->len)
        return 0;
    if (d->data[i] != '+')
        return decoder_error(t, d, i, i + 1, "unexpected special character");
    if (i + 1 < d->len && d->data[i + 1] == '-') {
        d->pos = i + 2;
        return strbuilder_add_char(t, &d->b, '+');
    }
    if (i + 1 < d->len && digit_value(d->data[i + 1]) < 0)
        return decoder_error(t, d, i, i + 2, "ill-formed sequence");
    *s = (Shift){.open = true, .start = i, .text = d->b.len};
    d->pos = i + 1;
    return 0;
}

/* Adds a unit of UTF-16, unless it is the first of a pair. */
static int add_unit(Thread *t, Decoder *d, Shift *s, uint32_t c)
{
    uint32_t high = s->high;
    s->high = 0;
    if (high != 0 && c >= 0xdc00 && c < 0xe000)
        return strbuilder_add_char(
            t, &d->b, 0x10000 + ((high - 0xd800) << 10 | (c - 0xdc00)));
    if (high != 0 && strbuilder_add_char(t, &d->b, high) < 0)
        return -1;
    if (c >= 0xd800 && c < 0xdc00) {
        s->high = c;
        return 0;
    }
    return strbuilder_add_char(t, &d->b, c);
}

/* At a character that is no digit. */
static int end_shift(Thread *t, Decoder *d, Shift *s)
{
    uint8_t c = d->data[d->pos];
    s->open = false;
    if (s->n >= 6)
        return decoder_error(t, d, s->start, d->pos + 1,
                             "partial character in shift sequence");
    if (s->n > 0 && s->bits != 0)
        return decoder_error(t, d, s->start, d->pos + 1,
                             "non-zero padding bits in shift sequence");
    if (s->high != 0 && is_direct(c) &&
        strbuilder_add_char(t, &d->b, s->high) < 0)
        return -1;
    if (c == '-')
        d->pos++;
    return 0;
}

static int decode_shift(Thread *t, Decoder *d, Shift *s)
{
    while (d->pos < d->len) {
        int digit = digit_value(d->data[d->pos]);
        if (digit < 0)
            return end_shift(t, d, s);
        d->pos++;
        s->bits = s->bits << 6 | (uint32_t)digit;
        s->n += 6;
        if (s->n < 16)
            continue;
        s->n -= 16;
        if (add_unit(t, d, s, s->bits >> s->n & 0xffff) < 0)
            return -1;
        s->bits &= (1u << s->n) - 1;
    }
    return 0;
}

/* At the end of the whole input. */
static int close_shift(Thread *t, Decoder *d, Shift *s)
{
    s->open = false;
    if (s->high == 0 && s->n < 6 && s->bits == 0)
        return 0;
    return decoder_error(t, d, s->start, d->len, "unterminated shift sequence");
}

Value codecs_decode_utf7(Thread *t, const uint8_t *data, int64_t len,
                         const char *errors, int64_t *consumed)
{
    Shift s = {.open = false};
    Decoder d;
    decoder_init(&d, "utf7", errors, data, len);
    while (d.pos < d.len) {
        int done = s.open ? decode_shift(t, &d, &s) : decode_direct(t, &d, &s);
        if (done == 0 && d.pos == d.len && s.open && consumed == NULL)
            done = close_shift(t, &d, &s);
        if (done < 0)
            return NULL_VALUE;
    }
    /* A shift is decoded as a whole. */
    if (s.open && consumed != NULL)
        d.b.len = s.text;
    if (consumed != NULL)
        *consumed = s.open ? s.start : d.pos;
    return value_from_pointer(strbuilder_finish(t, &d.b));
}

/* --- encoding --- */

enum { ENCODE_CHUNK = 512 };

/* Stands for itself: the sets D and O and white space, that is ASCII's
 * printable characters but for three. */
static inline bool encodes_directly(uint32_t c)
{
    static const uint64_t direct[2] = {
        (UINT64_MAX << ' ' & ~(UINT64_C(1) << '+')) | 1 << '\t' | 1 << '\n' |
            1 << '\r',
        ~(UINT64_C(1) << ('\\' - 64) | UINT64_C(1) << ('~' - 64) |
          UINT64_C(1) << (0x7f - 64)),
    };
    return c < 0x80 && (direct[c >> 6] >> (c & 63) & 1) != 0;
}

/* What the encoder has written, and the bits it has not. */
typedef struct Writer {
    uint8_t *to;
    uint64_t bits; /* the last `n` < 6 are still to be written */
    int n;
    bool in_shift;
} Writer;

/* The shift ends by itself before what is no digit. */
static inline void leave_shift(Writer *w, bool by_itself)
{
    if (w->n > 0)
        *w->to++ = (uint8_t)digits[w->bits << (6 - w->n) & 63];
    if (!by_itself)
        *w->to++ = '-';
    w->n = 0;
    w->in_shift = false;
}

static inline void put_shifted(Writer *w, uint32_t c)
{
    uint64_t bits = w->bits;
    int n = w->n + 16;
    if (c >= 0x10000) {
        bits = bits << 16 | (0xd800 + ((c - 0x10000) >> 10));
        c = 0xdc00 + (c & 0x3ff);
        n += 16;
    }
    bits = bits << 16 | c;
    for (; n >= 6; n -= 6)
        *w->to++ = (uint8_t)digits[bits >> (n - 6) & 63];
    w->bits = bits;
    w->n = n;
}

static inline void put(Writer *w, uint32_t c)
{
    if (encodes_directly(c)) {
        if (w->in_shift)
            leave_shift(w, c != '-' && digit_value(c) < 0);
        *w->to++ = (uint8_t)c;
        return;
    }
    if (!w->in_shift) {
        *w->to++ = '+';
        if (c == '+') {
            *w->to++ = '-';
            return;
        }
        w->in_shift = true;
    }
    put_shifted(w, c);
}

Value codecs_encode_utf7(Thread *t, Str *s, const char *errors UNUSED)
{
    StrBuilder b;
    Writer w = {.n = 0};
    strbuilder_init(&b);
    for (int64_t i = 0; i < s->len;) {
        int64_t end = s->len - i < ENCODE_CHUNK ? s->len : i + ENCODE_CHUNK;
        /* A character is six digits at most and a +, or itself after the end
         * of a shift. */
        if (strbuilder_reserve(t, &b, 7 * (end - i) + 2, 1) < 0)
            return NULL_VALUE;
        w.to = b.data->data + b.len;
        while (i < end)
            put(&w, str_at(s, i++));
        if (i == s->len && w.in_shift)
            leave_shift(&w, false);
        b.len = w.to - b.data->data;
    }
    return value_from_pointer(
        bytes_new(t, b.len > 0 ? b.data->data : NULL, b.len));
}
