/* SPDX-License-Identifier: MIT */
/*
 * ISO 2022 in seven bits: escape sequences say which sets are G0, G1 and G2.  Text
 * is of G0; of G1 between SO and SI, in Korean (RFC 1557); one character of G2 after
 * ESC N, in iso2022_jp_2 (RFC 1554).  A set is known by the last byte of the sequence
 * that calls it, with the high bit if its codes have two bytes.
 *
 * Other escape sequences are text, up to the letter that ends them.
 */
#include "module/multibyte/multibyte.h"

enum {
    ESC = 0x1b,
    SHIFT_OUT = 0x0e,
    SHIFT_IN = 0x0f,
    SEQUENCE_MOST = 16, /* bytes of an escape sequence */
};

enum { /* bytes of the state */
       G0,
       G1,
       G2,
       FLAGS = 4,
};
enum {                  /* FLAGS */
       SHIFTED = 1,     /* G1's turn */
       IN_SEQUENCE = 2, /* of the escape sequences that are text */
};

enum { /* sets */
       DOUBLE = 0x80,
       ASCII = 'B',
       JIS_ROMAN = 'J',
       JIS_KATAKANA = 'I',
       LATIN1 = 'A',
       GREEK = 'F',
       JISX0208_OLD = DOUBLE | '@',
       JISX0208 = DOUBLE | 'B',
       JISX0212 = DOUBLE | 'D',
       JISX0213_1_2000 = DOUBLE | 'O',
       JISX0213_2 = DOUBLE | 'P',
       JISX0213_1 = DOUBLE | 'Q',
       GB2312 = DOUBLE | 'A',
       KSX1001 = DOUBLE | 'C',
};

/* What other encodings have as a wide tilde is a tilde in those sets here, and
 * nothing is encoded in it. */
enum { WIDE_TILDE = 0xff5e };
static bool is_jisx0213_1(uint8_t set)
{
    return set == JISX0213_1 || set == JISX0213_1_2000;
}

/* A set that an encoding may call. */
typedef struct Call {
    uint8_t set;
    int8_t charset; /* which of Multibyte.sets; -1: none */
    int8_t g;       /* G0 or G1: where encoding puts it */
    bool encodes;
} Call;

/* MultibyteDef.details */
typedef struct Iso2022 {
    const Call *calls; /* ends with {0}; encoding takes the first that fits */
    bool shifts;       /* SO and SI */
    bool has_g2;
    bool long_jisx0208; /* ESC & @ ESC $ B calls it as well */
} Iso2022;

static const Iso2022 *details_of(const Multibyte *m) { return m->def->details; }

/* NULL: the encoding may not call it. */
static const Call *call_of(const Multibyte *m, uint8_t set)
{
    for (const Call *call = details_of(m)->calls; call->set != 0; call++)
        if (call->set == set)
            return call;
    return NULL;
}

/* --- decoding ----------------------------------------------------------- */

static bool ends_sequence(uint8_t byte) { return byte >= '@' && byte <= 'Z'; }

/* How long an escape sequence is; MULTIBYTE_INCOMPLETE, or MULTIBYTE_ILLEGAL where it
 * does not end. */
static int sequence_len(const Multibyte *m, const uint8_t *in, int64_t n)
{
    for (int i = 1; i < SEQUENCE_MOST; i++) {
        if (i >= n)
            return MULTIBYTE_INCOMPLETE;
        if (ends_sequence(in[i]))
            return i + 1;
        if (details_of(m)->long_jisx0208 && i + 1 < n && in[i] == '&' &&
            in[i + 1] == '@')
            i += 2;
    }
    return MULTIBYTE_ILLEGAL(1);
}

/* Which of the state's bytes a sequence changes, and to what; -1: it is none that
 * calls a set. */
static int read_call(const Iso2022 *details, const uint8_t *in, int len,
                     uint8_t *set)
{
    *set = in[len - 1];
    if (len == 3 && in[1] == '$') {
        *set |= DOUBLE;
        return G0;
    }
    if (len == 3)
        return in[1] == '('                      ? G0
               : in[1] == ')'                    ? G1
               : in[1] == '.' && details->has_g2 ? G2
                                                 : -1;
    if (len == 4 && in[1] == '$') {
        *set |= DOUBLE;
        return in[2] == '(' ? G0 : in[2] == ')' ? G1 : -1;
    }
    /* As CPython does, whatever in[1] and in[2] are. */
    if (len == 6 && details->long_jisx0208 && in[3] == ESC && in[4] == '$' &&
        in[5] == 'B') {
        *set |= DOUBLE;
        return G0;
    }
    return -1;
}

static int decode_call(const Multibyte *m, const uint8_t *in, int64_t n,
                       uint32_t *c)
{
    uint8_t set;
    int len = sequence_len(m, in, n), g;
    if (len <= 0)
        return len;
    g = read_call(details_of(m), in, len, &set);
    if (g < 0 || (set != ASCII && call_of(m, set) == NULL))
        return MULTIBYTE_ILLEGAL(len);
    m->state->bytes[g] = set;
    *c = MULTIBYTE_NOTHING;
    return len;
}

/* A character of ISO 8859-7 (1987). */
static uint32_t greek(uint8_t byte)
{
    switch (byte) {
    case 0xa1: return 0x2018;
    case 0xa2: return 0x2019;
    case 0xaf: return 0x2015;
    case 0xa4:
    case 0xa5:
    case 0xaa:
    case 0xae:
    case 0xd2:
    case 0xff: return CHARSET_UNDEFINED;
    case 0xb7:
    case 0xbb:
    case 0xbd: return byte;
    default: return byte < 0xb4 ? byte : byte + 0x2d0u;
    }
}

/* ESC N: one character of G2. */
static int decode_g2(const Multibyte *m, const uint8_t *in, int64_t n,
                     uint32_t *c)
{
    if (n < 3)
        return MULTIBYTE_INCOMPLETE;
    *c = CHARSET_UNDEFINED;
    if (m->state->bytes[G2] == GREEK)
        *c = greek(in[2] ^ 0x80);
    else if (in[2] < 0x80 && m->state->bytes[G2] == LATIN1)
        *c = in[2] | 0x80u;
    else if (in[2] < 0x80 && m->state->bytes[G2] == ASCII)
        *c = in[2];
    return *c == CHARSET_UNDEFINED ? MULTIBYTE_ILLEGAL(3) : 3;
}

static int decode_escape(const Multibyte *m, const uint8_t *in, int64_t n,
                         uint32_t *c)
{
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    switch (in[1]) {
    case '(':
    case ')':
    case '$':
    case '.':
    case '&': return decode_call(m, in, n, c);
    case 'N':
        if (details_of(m)->has_g2)
            return decode_g2(m, in, n, c);
        break;
    default: break;
    }
    m->state->bytes[FLAGS] |= IN_SEQUENCE;
    *c = ESC;
    return 1;
}

static int decode_single(uint8_t set, uint8_t byte, uint32_t *c)
{
    if (set == JIS_ROMAN) {
        *c = byte == '\\' ? 0xa5 : byte == '~' ? 0x203e : byte;
        return 1;
    }
    if (set != JIS_KATAKANA || byte < 0x21 || byte > 0x5f)
        return MULTIBYTE_ILLEGAL(1);
    *c = byte - 0x21u + 0xff61;
    return 1;
}

/* A byte of 0x20 to 0x7f. */
static int decode_char(const Multibyte *m, const uint8_t *in, int64_t n,
                       uint32_t *c)
{
    const uint8_t *state = m->state->bytes;
    uint8_t set = state[state[FLAGS] & SHIFTED ? G1 : G0];
    const Call *call;
    if (set == ASCII) {
        *c = in[0];
        return 1;
    }
    if (!(set & DOUBLE))
        return decode_single(set, in[0], c);
    if (n < 2)
        return MULTIBYTE_INCOMPLETE;
    call = call_of(m, set);
    *c = call == NULL || in[1] >= 0x80
             ? CHARSET_UNDEFINED
             : charset_decode(m->sets[call->charset], in[0] | 0x80,
                              in[1] | 0x80);
    if (*c == WIDE_TILDE && is_jisx0213_1(set))
        *c = '~';
    else if (*c == 0x9b1d && set == JISX0213_2)
        *c = 0x9b1c; /* what CPython decodes is always the edition of 2004 */
    return *c >= CHARSET_EXCLUDED ? MULTIBYTE_ILLEGAL(2) : 2;
}

static int decode(const Multibyte *m, const uint8_t *in, int64_t n, uint32_t *c)
{
    uint8_t *flags = &m->state->bytes[FLAGS];
    *c = in[0];
    if (*flags & IN_SEQUENCE) {
        if (ends_sequence(in[0]))
            *flags &= (uint8_t)~IN_SEQUENCE;
        return 1;
    }
    if (in[0] == ESC)
        return decode_escape(m, in, n, c);
    if (details_of(m)->shifts && (in[0] == SHIFT_OUT || in[0] == SHIFT_IN)) {
        *flags =
            (uint8_t)((*flags & ~SHIFTED) | (in[0] == SHIFT_OUT ? SHIFTED : 0));
        *c = MULTIBYTE_NOTHING;
        return 1;
    }
    if (in[0] == '\n')
        *flags &= (uint8_t)~SHIFTED;
    if (in[0] < 0x20)
        return 1;
    return in[0] >= 0x80 ? MULTIBYTE_ILLEGAL(1) : decode_char(m, in, n, c);
}

/* --- encoding ----------------------------------------------------------- */

/* Makes a set G0 or G1: how many bytes of `out` that takes. */
static int put_call(const Multibyte *m, uint8_t set, int g, uint8_t *out)
{
    int n = 0;
    if (m->state->bytes[g] == set)
        return 0;
    m->state->bytes[g] = set;
    out[n++] = ESC;
    if (set & DOUBLE) {
        uint8_t last = set & 0x7f;
        out[n++] = '$';
        /* It was there before the rule that says where to. */
        if (g == G1 || last != 'B')
            out[n++] = g == G0 ? '(' : ')';
        out[n++] = last;
        return n;
    }
    out[n++] = g == G0 ? '(' : ')';
    out[n++] = set;
    return n;
}

static int put_shift(const Multibyte *m, bool out_of_g0, uint8_t *out)
{
    uint8_t *flags = &m->state->bytes[FLAGS];
    if (((*flags & SHIFTED) != 0) == out_of_g0)
        return 0;
    *flags ^= SHIFTED;
    *out = out_of_g0 ? SHIFT_OUT : SHIFT_IN;
    return 1;
}

static int reset(const Multibyte *m, uint8_t *out)
{
    int n = put_shift(m, false, out);
    return n + put_call(m, ASCII, G0, out + n);
}

/* The code that a set has; 0: none. */
static unsigned code_in(const Multibyte *m, const Call *call, uint32_t c)
{
    if (c == WIDE_TILDE && is_jisx0213_1(call->set))
        return 0;
    if (call->charset >= 0)
        return charset_encode(m->sets[call->charset], c) & 0x7f7f;
    if (call->set == JIS_ROMAN)
        return c == 0xa5 ? '\\' : c == 0x203e ? '~' : 0;
    if (call->set == JIS_KATAKANA && c >= 0xff61 && c <= 0xff9f)
        return c - 0xff61 + 0x21;
    return 0;
}

static int encode(const Multibyte *m, uint32_t c, uint8_t *out)
{
    const Call *call = details_of(m)->calls;
    unsigned code = 0;
    int n;
    if (c < 0x80) {
        n = reset(m, out);
        out[n++] = (uint8_t)c;
        return n;
    }
    for (; call->set != 0; call++)
        if (call->encodes && (code = code_in(m, call, c)) != 0)
            break;
    if (call->set == 0)
        return 0;
    n = put_call(m, call->set, call->g, out);
    n += put_shift(m, call->g == G1, out + n);
    if (call->set & DOUBLE)
        return n + multibyte_put_code(out + n, code);
    out[n++] = (uint8_t)code;
    return n;
}

/* --- the encodings ------------------------------------------------------ */

#define SETS(...)                 \
    {                             \
        __VA_ARGS__, CHARSET_NONE \
    }
#define ENCODING(name_, sets_, calls_, shifts_, has_g2_, long_)           \
    {                                                                     \
        .name = name_, .sets = sets_, .decode = decode, .encode = encode, \
        .reset = reset, .encode_start = {{ASCII, ASCII}},                 \
        .decode_start = {{ASCII, ASCII, ASCII}},                          \
        .details = &(const Iso2022){calls_, shifts_, has_g2_, long_},     \
    }

static const Call kr[] = {{KSX1001, 0, G1, true}, {0}};
static const Call jp[] = {{JISX0208, 0, G0, true},
                          {JIS_ROMAN, -1, G0, true},
                          {JISX0208_OLD, 0, G0, false},
                          {0}};
static const Call jp_1[] = {{JISX0208, 0, G0, true},
                            {JISX0212, 1, G0, true},
                            {JIS_ROMAN, -1, G0, true},
                            {JISX0208_OLD, 0, G0, false},
                            {0}};
static const Call jp_2[] = {{JISX0208, 0, G0, true},
                            {JISX0212, 1, G0, true},
                            {KSX1001, 2, G0, true},
                            {GB2312, 3, G0, true},
                            {JIS_ROMAN, -1, G0, true},
                            {JISX0208_OLD, 0, G0, false},
                            {LATIN1, -1, G2, false},
                            {GREEK, -1, G2, false},
                            {0}};
static const Call jp_2004[] = {{JISX0208, 0, G0, true},
                               {JISX0213_1, 1, G0, true},
                               {JISX0213_2, 2, G0, true},
                               {0}};
static const Call jp_3[] = {{JISX0208, 0, G0, true},
                            {JISX0213_1_2000, 1, G0, true},
                            {JISX0213_2, 2, G0, true},
                            {0}};
static const Call jp_ext[] = {
    {JISX0208, 0, G0, true},      {JISX0212, 1, G0, true},
    {JIS_ROMAN, -1, G0, true},    {JIS_KATAKANA, -1, G0, true},
    {JISX0208_OLD, 0, G0, false}, {0}};

#define S(name) CHARSET_##name
const MultibyteDef multibyte_iso2022[] = {
    ENCODING("iso2022_kr", SETS(S(KSX1001)), kr, true, false, false),
    ENCODING("iso2022_jp", SETS(S(JISX0208)), jp, false, false, true),
    ENCODING("iso2022_jp_1", SETS(S(JISX0208), S(JISX0212)), jp_1, false, false,
             true),
    ENCODING("iso2022_jp_2",
             SETS(S(JISX0208), S(JISX0212), S(KSX1001), S(GB2312)), jp_2, false,
             true, true),
    ENCODING("iso2022_jp_2004", SETS(S(JISX0208), S(JISX0213_1), S(JISX0213_2)),
             jp_2004, false, false, true),
    ENCODING("iso2022_jp_3",
             SETS(S(JISX0208), S(JISX0213_1_2000), S(JISX0213_2_2000)), jp_3,
             false, false, true),
    ENCODING("iso2022_jp_ext", SETS(S(JISX0208), S(JISX0212)), jp_ext, false,
             false, true),
    {0},
};
