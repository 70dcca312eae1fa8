/* SPDX-License-Identifier: MIT */
/*
 * Uuencode: a character for the length, then one for each six bits, from ' ' on;
 * '`' stands for ' ' where spaces at a line's end may get lost.
 */
#include "module/binascii/binascii_parts.h"
#include "object/text/bytes.h"

enum { FIRST = ' ', LAST = '`', LINE = 45 };

/* What may follow the data: padding and the line's end. */
static bool all_blank(const uint8_t *at, const uint8_t *end)
{
    for (; at < end; at++)
        if (*at != ' ' && *at != '`' && *at != '\n' && *at != '\r')
            return false;
    return true;
}

NATIVE_SHARED(binascii, a2b_uu, NATIVE_READER,
              "The bytes of a line of uuencoded data.", (arg, ascii, data),
              (slash), (state, BinasciiState, state))
{
    const uint8_t *at = data->data, *end = at + data->len;
    uint8_t length = at < end ? *at++ : 0;
    Bytes *out = bytes_new(t, NULL, (uint8_t)(length - FIRST) & 63);
    uint32_t bits = 0;
    int n_bits = 0;
    if (out == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < out->len;) {
        uint8_t c = at < end ? *at++ : FIRST; /* a short line: zeros */
        if (c == '\n' || c == '\r')
            c = FIRST;
        else if (c < FIRST || c > LAST)
            return binascii_raise(t, state, "Illegal char");
        bits = bits << 6 | ((uint32_t)(c - FIRST) & 63);
        n_bits += 6;
        if (n_bits >= 8) {
            n_bits -= 8;
            out->data[i++] = (uint8_t)(bits >> n_bits);
        }
    }
    if (!all_blank(at, end))
        return binascii_raise(t, state, "Trailing garbage");
    return value_from_pointer(out);
}

static uint8_t character(uint32_t bits, bool backtick)
{
    bits &= 63;
    return backtick && bits == 0 ? LAST : (uint8_t)(FIRST + bits);
}

NATIVE_SHARED(binascii, b2a_uu, NATIVE_READER,
              "At most 45 bytes as a line of uuencoded data.\n\n"
              "With backtick, '`' stands for zeros instead of spaces.",
              (arg, bytes_like, data), (slash), (star),
              (opt, int_truth, backtick, False), (state, BinasciiState, state))
{
    int64_t len = data->len;
    if (len > LINE)
        return binascii_raise(t, state, "At most 45 bytes at once");
    Bytes *out = bytes_new(t, NULL, 2 + (len + 2) / 3 * 4);
    if (out == NULL)
        return NULL_VALUE;
    uint8_t *to = out->data;
    *to++ = character((uint32_t)len, backtick);
    for (int64_t i = 0; i < len; i += 3) {
        uint32_t bits = 0;
        for (int64_t j = i; j < i + 3; j++)
            bits = bits << 8 | (j < len ? data->data[j] : 0);
        for (int shift = 18; shift >= 0; shift -= 6)
            *to++ = character(bits >> shift, backtick);
    }
    *to = '\n';
    return value_from_pointer(out);
}
