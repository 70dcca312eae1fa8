/* SPDX-License-Identifier: MIT */
/*
 * Encodings of Japanese without a state: shift_jis and its kin, which have a table of
 * their own, and the euc ones, where a first byte chooses among sets.
 */
#include "module/multibyte/multibyte.h"

/* shift_jis and its kin know at the first byte whether one can follow. */
static int shifted_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                          uint32_t *c)
{
    const Charset *s = m->sets[0];
    if (s->singles[in[0]] == CHARSET_UNDEFINED &&
        (in[0] < s->shape.lead_first || in[0] > s->shape.lead_last ||
         in[0] == 0xa0))
        return MULTIBYTE_ILLEGAL(1);
    return multibyte_double_decode(m, in, n, c);
}

/* --- euc ---------------------------------------------------------------- */

enum {
    SINGLE_SHIFT_2 = 0x8e, /* before a half-width katakana */
    SINGLE_SHIFT_3 = 0x8f, /* before a code of the second plane */
    KATAKANA_FIRST = 0xff61,
    KATAKANA_LAST = 0xff9f,
    KATAKANA_BYTE = 0xa1,
};

/* By the sets after the first, of which one at most has the code. */
static int decode_plane(const Multibyte *m, const uint8_t *in, int64_t n,
                        uint32_t *c)
{
    if (n < 3)
        return MULTIBYTE_INCOMPLETE;
    for (int i = 1; m->def->sets[i] != CHARSET_NONE; i++) {
        *c = charset_decode(m->sets[i], in[1], in[2]);
        if (*c < CHARSET_EXCLUDED)
            return 3;
    }
    return MULTIBYTE_ILLEGAL(1);
}

static int euc_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                      uint32_t *c)
{
    if (in[0] == SINGLE_SHIFT_3)
        return decode_plane(m, in, n, c);
    if (in[0] != SINGLE_SHIFT_2)
        return multibyte_double_decode(m, in, n, c);
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    if (in[1] < KATAKANA_BYTE ||
        in[1] > KATAKANA_BYTE + (KATAKANA_LAST - KATAKANA_FIRST))
        return MULTIBYTE_ILLEGAL(1);
    *c = (uint32_t)(in[1] - KATAKANA_BYTE + KATAKANA_FIRST);
    return 2;
}

static int euc_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    int n = multibyte_double_encode(m, c, out);
    if (n > 0)
        return n;
    if (c >= KATAKANA_FIRST && c <= KATAKANA_LAST) {
        out[0] = SINGLE_SHIFT_2;
        out[1] = (uint8_t)(c - KATAKANA_FIRST + KATAKANA_BYTE);
        return 2;
    }
    for (int i = 1; m->def->sets[i] != CHARSET_NONE; i++) {
        unsigned code = charset_encode(m->sets[i], c);
        if (code >= 256) {
            out[0] = SINGLE_SHIFT_3;
            return 1 + multibyte_put_code(out + 1, code);
        }
    }
    return 0;
}

/* The Roman set's yen sign and overline are taken for what ASCII has there. */
static int euc_jp_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    int n = euc_encode(m, c, out);
    if (n > 0 || (c != 0xa5 && c != 0x203e))
        return n;
    out[0] = c == 0xa5 ? '\\' : '~';
    return 1;
}

/* Three characters that came with the edition of 2004 are in JIS X 0212, from where
 * they are not taken. */
static int euc_jisx0213_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    return c == 0x7626 || c == 0x7e6b || c == 0x9b1c ? 0
                                                     : euc_encode(m, c, out);
}

/* --- the encodings ------------------------------------------------------ */

#define SHIFTED(name_, SET, ascii_)                                            \
    {                                                                          \
        .name = name_, .sets = {CHARSET_##SET, CHARSET_NONE}, .ascii = ascii_, \
        .decode = shifted_decode, .encode = multibyte_double_encode            \
    }

const MultibyteDef multibyte_jp[] = {
    SHIFTED("shift_jis", SHIFT_JIS, true),
    SHIFTED("cp932", CP932, true),
    {.name = "euc_jp",
     .sets = {CHARSET_JISX0208, CHARSET_JISX0212, CHARSET_NONE},
     .ascii = true,
     .decode = euc_decode,
     .encode = euc_jp_encode},
    SHIFTED("shift_jis_2004", SHIFT_JIS_2004, false),
    {.name = "euc_jis_2004",
     .sets = {CHARSET_JISX0213_1, CHARSET_JISX0213_2, CHARSET_JISX0212,
              CHARSET_NONE},
     .ascii = true,
     .decode = euc_decode,
     .encode = euc_encode},
    {.name = "euc_jisx0213",
     .sets = {CHARSET_JISX0213_1_2000, CHARSET_JISX0213_2_2000,
              CHARSET_JISX0212, CHARSET_NONE},
     .ascii = true,
     .decode = euc_decode,
     .encode = euc_jisx0213_encode},
    SHIFTED("shift_jisx0213", SHIFT_JISX0213, false),
    {0},
};
