/* SPDX-License-Identifier: MIT */
/*
 * Encodings of one or two bytes a character, by the table of one set; euc_kr, which
 * spells out syllables that its set lacks in eight bytes; and gb18030, which has
 * four bytes for all others.
 */
#include "module/multibyte/multibyte.h"

int multibyte_double_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                            uint32_t *c)
{
    const Charset *s = m->sets[0];
    *c = s->singles[in[0]];
    if (*c != CHARSET_UNDEFINED)
        return 1;
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    *c = charset_decode(s, in[0], in[1]);
    return *c == CHARSET_UNDEFINED  ? MULTIBYTE_ILLEGAL(1)
           : *c == CHARSET_EXCLUDED ? MULTIBYTE_ILLEGAL(2)
                                    : 2;
}

int multibyte_double_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    const Charset *s = m->sets[0];
    unsigned code;
    if (c < 0x80 && s->singles[c] == c) {
        out[0] = (uint8_t)c;
        return 1;
    }
    code = charset_encode(s, c);
    if (code >= 256)
        return multibyte_put_code(out, code);
    out[0] = (uint8_t)code;
    return code != 0;
}

/* --- euc_kr ------------------------------------------------------------- */

/*
 * A syllable that KS X 1001 has no code for is the filler and three letters, by
 * their codes there (its Annex 3), which are those of U+3131 and what follows: the
 * consonants, then the vowels.
 */
enum {
    HANGUL_FIRST = 0xac00,
    HANGUL_LAST = 0xd7a3,
    VOWELS = 21,
    TAILS = 28, /* with none */
    LETTER_LEAD = 0xa4,
    LETTER_FIRST = 0xa1,
    VOWEL_FIRST = 0xbf,
    FILLER = 0xd4,
};

/* The second bytes of the letters that begin or end a syllable, in the syllables'
 * order. */
static const uint8_t initials[] = {0xa1, 0xa2, 0xa4, 0xa7, 0xa8, 0xa9, 0xb1,
                                   0xb2, 0xb3, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9,
                                   0xba, 0xbb, 0xbc, 0xbd, 0xbe};
static const uint8_t finals[] = {0xd4, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6,
                                 0xa7, 0xa9, 0xaa, 0xab, 0xac, 0xad, 0xae,
                                 0xaf, 0xb0, 0xb1, 0xb2, 0xb4, 0xb5, 0xb6,
                                 0xb7, 0xb8, 0xba, 0xbb, 0xbc, 0xbd, 0xbe};

/* Where it is in a list; -1: it is not. */
static int place_in(const uint8_t *list, int n, uint8_t byte)
{
    for (int i = 0; i < n; i++)
        if (list[i] == byte)
            return i;
    return -1;
}

static int euc_kr_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                         uint32_t *c)
{
    int initial, final, vowel;
    if (n < 2 || in[0] != LETTER_LEAD || in[1] != FILLER)
        return multibyte_double_decode(m, in, n, c);
    if (n < 8)
        return MULTIBYTE_INCOMPLETE;
    initial = place_in(initials, ARRAY_LEN(initials), in[3]);
    vowel = in[5] - VOWEL_FIRST;
    final = place_in(finals, ARRAY_LEN(finals), in[7]);
    if (in[2] != LETTER_LEAD || in[4] != LETTER_LEAD || in[6] != LETTER_LEAD ||
        initial < 0 || vowel < 0 || vowel >= VOWELS || final < 0)
        return MULTIBYTE_ILLEGAL(1);
    *c = (uint32_t)(HANGUL_FIRST + (initial * VOWELS + vowel) * TAILS + final);
    return 8;
}

static int euc_kr_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    int n = multibyte_double_encode(m, c, out);
    if (n > 0 || c < HANGUL_FIRST || c > HANGUL_LAST)
        return n;
    c -= HANGUL_FIRST;
    out[0] = out[2] = out[4] = out[6] = LETTER_LEAD;
    out[1] = FILLER;
    out[3] = initials[c / (VOWELS * TAILS)];
    out[5] = (uint8_t)(VOWEL_FIRST + c / TAILS % VOWELS);
    out[7] = finals[c % TAILS];
    return 8;
}

/* --- gb18030 ------------------------------------------------------------ */

/*
 * Four bytes: 0x81 to 0xfe, 0x30 to 0x39, and both again.  In that order they are
 * the characters of the basic plane that have no code of one or two bytes, in
 * theirs; from 0x90 on the other planes.
 */
enum {
    FOUR_PLANES = (0x90 - 0x81) * 10 * 126 * 10, /* where those begin */
    FOUR_BASIC = 39420,                          /* how many of the first */
};

static int gb18030_decode_four(const Multibyte *m, const uint8_t *in,
                               uint32_t *c)
{
    int64_t at;
    if (in[0] < 0x81 || in[0] > 0xfe || in[2] < 0x81 || in[2] > 0xfe ||
        in[3] < 0x30 || in[3] > 0x39)
        return MULTIBYTE_ILLEGAL(1);
    at = (((in[0] - 0x81) * 10 + in[1] - 0x30) * 126 + in[2] - 0x81) * 10 +
         in[3] - 0x30;
    if (at < FOUR_BASIC)
        *c = charset_lacking(m->sets[0], (int)at);
    else if (at >= FOUR_PLANES &&
             at - FOUR_PLANES <= CHARSET_MAX_CODE_POINT - 0x10000)
        *c = (uint32_t)(0x10000 + at - FOUR_PLANES);
    else
        return MULTIBYTE_ILLEGAL(1);
    return 4;
}

static int gb18030_decode(const Multibyte *m, const uint8_t *in, int64_t n,
                          uint32_t *c)
{
    if (n < 2 || in[0] < 0x80 || in[1] < 0x30 || in[1] > 0x39)
        return multibyte_double_decode(m, in, n, c);
    return n < 4 ? MULTIBYTE_INCOMPLETE : gb18030_decode_four(m, in, c);
}

static int gb18030_encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    int n = multibyte_double_encode(m, c, out);
    int at;
    if (n > 0 || (c >= 0xd800 && c < 0xe000))
        return n;
    at = c < 0x10000 ? charset_lacking_place(m->sets[0], c)
                     : (int)(c - 0x10000) + FOUR_PLANES;
    out[3] = (uint8_t)(0x30 + at % 10);
    out[2] = (uint8_t)(0x81 + at / 10 % 126);
    out[1] = (uint8_t)(0x30 + at / 1260 % 10);
    out[0] = (uint8_t)(0x81 + at / 12600);
    return 4;
}

/* --- the encodings ------------------------------------------------------ */

#define ENCODING(name_, SET, ascii_, decode_, encode_)                         \
    {                                                                          \
        .name = name_, .sets = {CHARSET_##SET, CHARSET_NONE}, .ascii = ascii_, \
        .decode = decode_, .encode = encode_                                   \
    }
#define DOUBLE(name, SET) \
    ENCODING(name, SET, true, multibyte_double_decode, multibyte_double_encode)

const MultibyteDef multibyte_tw[] = {
    DOUBLE("big5", BIG5),
    DOUBLE("cp950", CP950),
    {0},
};

const MultibyteDef multibyte_hk[] = {
    DOUBLE("big5hkscs", BIG5HKSCS),
    {0},
};

const MultibyteDef multibyte_kr[] = {
    ENCODING("euc_kr", KSX1001, true, euc_kr_decode, euc_kr_encode),
    DOUBLE("cp949", CP949),
    DOUBLE("johab", JOHAB),
    {0},
};

const MultibyteDef multibyte_cn[] = {
    DOUBLE("gb2312", GB2312),
    DOUBLE("gbk", GBK),
    ENCODING("gb18030", GB18030, true, gb18030_decode, gb18030_encode),
    {.name = "hz",
     .sets = {CHARSET_GB2312, CHARSET_NONE},
     .decode = multibyte_hz_decode,
     .encode = multibyte_hz_encode,
     .reset = multibyte_hz_reset},
    {0},
};
