/* SPDX-License-Identifier: MIT */
/*
 * hz (RFC 1843): ASCII, and between ~{ and ~} GB 2312 in bytes without the high bit.
 * Outside, ~~ is a tilde and ~ at the end of a line joins it with the next.
 */
#include "module/multibyte/multibyte.h"

static bool is_chinese(const Multibyte *m) { return m->state->bytes[0] != 0; }

static int decode_tilde(const Multibyte *m, const uint8_t *in, int64_t n,
                        uint32_t *c)
{
    uint8_t wanted = is_chinese(m) ? '}' : '{';
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    *c = MULTIBYTE_NOTHING;
    if (in[1] == wanted) {
        m->state->bytes[0] = wanted == '{';
        return 2;
    }
    if (is_chinese(m) || (in[1] != '~' && in[1] != '\n'))
        return MULTIBYTE_ILLEGAL(1);
    if (in[1] == '~')
        *c = '~';
    return 2;
}

int multibyte_hz_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                        uint32_t *c)
{
    if (in[0] == '~')
        return decode_tilde(m, in, n, c);
    if (in[0] >= 0x80)
        return MULTIBYTE_ILLEGAL(1);
    if (!is_chinese(m)) {
        *c = in[0];
        return 1;
    }
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    *c = in[1] >= 0x80 ? CHARSET_UNDEFINED
                       : charset_decode(m->sets[0], in[0] | 0x80, in[1] | 0x80);
    return *c == CHARSET_UNDEFINED ? MULTIBYTE_ILLEGAL(1) : 2;
}

int multibyte_hz_reset(const Multibyte *m, uint8_t *out)
{
    if (!is_chinese(m))
        return 0;
    m->state->bytes[0] = 0;
    out[0] = '~';
    out[1] = '}';
    return 2;
}

int multibyte_hz_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    unsigned code;
    int n = 0;
    if (c < 0x80) {
        n = multibyte_hz_reset(m, out);
        if (c == '~')
            out[n++] = '~';
        out[n++] = (uint8_t)c;
        return n;
    }
    code = charset_encode(m->sets[0], c);
    if (code < 256)
        return 0;
    if (!is_chinese(m)) {
        m->state->bytes[0] = 1;
        out[n++] = '~';
        out[n++] = '{';
    }
    return n + multibyte_put_code(out + n, code & 0x7f7f);
}
