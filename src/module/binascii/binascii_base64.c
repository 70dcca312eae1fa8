/* SPDX-License-Identifier: MIT */
/* Base64 (RFC 4648, section 4). */
#include "base/big_endian.h"
#include "module/binascii/binascii_parts.h"
#include "object/error/raise.h"
#include "object/text/bytes.h"

/* ---- from it ---- */

/* The six bits of a character and SEXTET; 0: none of the alphabet. */
enum { SEXTET = 64 };
#define S(letter, bits) [letter] = SEXTET + (bits)
static const uint8_t sextets[256] = {
    S('A', 0),  S('B', 1),  S('C', 2),  S('D', 3),  S('E', 4),  S('F', 5),
    S('G', 6),  S('H', 7),  S('I', 8),  S('J', 9),  S('K', 10), S('L', 11),
    S('M', 12), S('N', 13), S('O', 14), S('P', 15), S('Q', 16), S('R', 17),
    S('S', 18), S('T', 19), S('U', 20), S('V', 21), S('W', 22), S('X', 23),
    S('Y', 24), S('Z', 25), S('a', 26), S('b', 27), S('c', 28), S('d', 29),
    S('e', 30), S('f', 31), S('g', 32), S('h', 33), S('i', 34), S('j', 35),
    S('k', 36), S('l', 37), S('m', 38), S('n', 39), S('o', 40), S('p', 41),
    S('q', 42), S('r', 43), S('s', 44), S('t', 45), S('u', 46), S('v', 47),
    S('w', 48), S('x', 49), S('y', 50), S('z', 51), S('0', 52), S('1', 53),
    S('2', 54), S('3', 55), S('4', 56), S('5', 57), S('6', 58), S('7', 59),
    S('8', 60), S('9', 61), S('+', 62), S('/', 63),
};
#undef S

typedef struct Decoder {
    const uint8_t *at, *end;
    uint8_t *to;
    uint32_t bits; /* of the characters since the last whole group of four */
    int n;         /* how many these are */
    int pads;      /* '=' since the last character of the alphabet */
    bool padded;   /* there was one */
    bool strict;
} Decoder;

/* Groups of four, as long as there is nothing else. */
static void decode_groups(Decoder *d)
{
    enum { ALL = SEXTET << 18 | SEXTET << 12 | SEXTET << 6 | SEXTET };
    const uint8_t *at = d->at;
    uint8_t *to = d->to;
    for (; d->end - at >= 4; at += 4, to += 3) {
        uint32_t a = sextets[at[0]], b = sextets[at[1]], c = sextets[at[2]],
                 e = sextets[at[3]];
        if (!(a & b & c & e & SEXTET))
            break;
        uint32_t bits = (a << 18) + (b << 12) + (c << 6) + e - ALL;
        to[0] = (uint8_t)(bits >> 16);
        to[1] = (uint8_t)(bits >> 8);
        to[2] = (uint8_t)bits;
    }
    if (at != d->at)
        d->pads = 0;
    d->at = at;
    d->to = to;
}

/* One character of the alphabet. */
static void decode_one(Decoder *d, uint8_t sextet)
{
    d->pads = 0;
    d->bits = d->bits << 6 | (sextet & 63);
    if (d->n > 0)
        *d->to++ = (uint8_t)(d->bits >> (6 - 2 * d->n));
    d->n = (d->n + 1) & 3;
}

/* Up to the end of data or of the padding: NULL, or what is wrong. */
static const char *decode(Decoder *d)
{
    if (d->strict && d->at < d->end && *d->at == '=')
        return "Leading padding not allowed";
    while (d->at < d->end) {
        if (d->n == 0 && !(d->strict && d->padded)) {
            decode_groups(d);
            if (d->at == d->end)
                break;
        }
        uint8_t c = *d->at++, sextet = sextets[c];
        if (c == '=') {
            d->padded = true;
            if (d->n < 2 || d->n + ++d->pads < 4)
                continue;
            if (d->strict && d->at < d->end)
                return "Excess data after padding";
            d->n = 0;
            break;
        }
        if (sextet == 0) {
            if (d->strict)
                return "Only base64 data is allowed";
            continue;
        }
        if (d->strict && d->padded)
            return "Discontinuous padding not allowed";
        decode_one(d, sextet);
    }
    return d->n > 1 ? "Incorrect padding" : NULL;
}

NATIVE_SHARED(binascii, a2b_base64, NATIVE_READER,
              "The bytes of base64 data.\n\n"
              "In strict mode it is an error what other decoders refuse: "
              "characters that\nare not of the alphabet, data after the "
              "padding, padding first.",
              (arg, ascii, data), (slash), (star),
              (opt, int_truth, strict_mode, False),
              (state, BinasciiState, state))
{
    Bytes *out = bytes_new(t, NULL, data->len / 4 * 3 + 3);
    if (out == NULL)
        return NULL_VALUE;
    Decoder d = {.at = data->data,
                 .end = data->data + data->len,
                 .to = out->data,
                 .strict = strict_mode};
    const char *why = decode(&d);
    if (why != NULL)
        return binascii_raise(t, state, why);
    int64_t len = d.to - out->data;
    if (d.n == 1)
        return raise_error(
            t, value_to_pointer(slot_get(&state->error)),
            "Invalid base64-encoded string: number of data characters (%l) "
            "cannot be 1 more than a multiple of 4",
            len / 3 * 4 + 1);
    return bytes_cut(t, out, len);
}

/* ---- to it ---- */

/*
 * Six bytes as eight characters, each in its byte of a word: x is split into
 * halves three times, then moved to where its part of the alphabet begins.
 */
static inline uint64_t encode_six(uint64_t x)
{
    const uint64_t each = 0x0101010101010101;
#define FROM(k) ((x + (128 - (k)) * each) >> 7 & each)
    x = (x & 0xffffff000000) << 8 | (x & 0xffffff);
    x = (x & 0x00fff00000fff000) << 4 | (x & 0x00000fff00000fff);
    x = (x & 0x0fc00fc00fc00fc0) << 2 | (x & 0x003f003f003f003f);
    return x + 'A' * each + FROM(26) * ('a' - 26 - 'A') +
           FROM(52) * ('0' - 52 - ('a' - 26)) +
           FROM(62) * ('+' - 62 - ('0' - 52)) +
           FROM(63) * ('/' - 63 - ('+' - 62));
#undef FROM
}

/* The characters of n bytes; answers where they end. */
static uint8_t *encode(uint8_t *to, const uint8_t *from, int64_t n)
{
    for (; n >= 8; n -= 6, from += 6, to += 8) { /* eight are loaded */
        uint64_t x = big_endian_load64(from) >> 16;
        big_endian_store64(to, encode_six(x));
    }
    for (; n > 0; n -= 3, from += 3, to += 4) {
        uint64_t x = (uint64_t)from[0] << 40;
        uint8_t eight[8];
        if (n > 1)
            x |= (uint64_t)from[1] << 32;
        if (n > 2)
            x |= (uint64_t)from[2] << 24;
        big_endian_store64(eight, encode_six(x));
        memcpy(to, eight, 4);
        if (n < 3)
            memset(to + 1 + n, '=', (size_t)(3 - n));
    }
    return to;
}

NATIVE_SHARED(binascii, b2a_base64, NATIVE_READER,
              "The bytes as base64 data, with a newline at the end unless "
              "newline is false.",
              (arg, bytes_like, data), (slash), (star),
              (opt, int_truth, newline, True))
{
    if (data->len > INT64_MAX / 2 - 3)
        return raise_no_memory(t);
    Bytes *out = bytes_new(t, NULL, (data->len + 2) / 3 * 4 + newline);
    if (out == NULL)
        return NULL_VALUE;
    uint8_t *end = encode(out->data, data->data, data->len);
    if (newline)
        *end = '\n';
    return value_from_pointer(out);
}
