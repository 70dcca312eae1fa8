/* SPDX-License-Identifier: MIT */
/*
 * Encoding and decoding whole texts by the functions of a MultibyteDef.
 *
 * A letter that may be the first of a pair is encoded by itself at once; if what
 * follows makes it one, output and state go back to before the letter, and the pair
 * is encoded.  So only who gets text in pieces has to keep such a letter.
 */
#include "module/multibyte/multibyte.h"

#include "object/text/bytes.h"
#include "object/text/codecs_error.h"
#include <string.h>

static const char illegal[] = "illegal multibyte sequence";

static Multibyte multibyte_of(const MultibyteCodec *codec,
                              MultibyteState *state)
{
    Multibyte m = {.def = codec->def, .state = state};
    MultibyteModule *module = value_to_record(slot_get(&codec->module));
    for (int i = 0; codec->def->sets[i] != CHARSET_NONE; i++) {
        Value set = slot_get(multibyte_module_set(module, codec->def->sets[i]));
        ASSERT(value_is_pointer(set));
        m.sets[i] = (const Charset *)((Blob *)value_to_pointer(set))->data;
    }
    return m;
}

/* --- encoding ----------------------------------------------------------- */

typedef struct Encoding {
    Encoder e; /* comes first: put_replacement gets it */
    Multibyte m;
    /* What was encoded last, if it may begin a pair. */
    uint32_t letter;      /* 0: none */
    int64_t letter_end;   /* its end in the text */
    int64_t before;       /* how long the output was before it */
    MultibyteState state; /* and what the state was */
} Encoding;

/* Whether it is the second of any set's pair. */
static inline bool is_mark(uint32_t c)
{
    return (c >= 0x2e5 && c <= 0x30c) || c == 0x309a;
}

static const Charset *set_with_pair(const Multibyte *m, uint32_t letter,
                                    uint32_t mark)
{
    for (int i = 0; m->def->sets[i] != CHARSET_NONE; i++)
        if (mark == 0 ? charset_begins_pair(m->sets[i], letter)
                      : charset_pair_code(m->sets[i], letter << 16 | mark) != 0)
            return m->sets[i];
    return NULL;
}

static bool has_pairs(const Multibyte *m)
{
    for (int i = 0; m->def->sets[i] != CHARSET_NONE; i++)
        if (m->sets[i]->n_pairs > 0)
            return true;
    return false;
}

/* Adds one character, for which there is room: 1, or 0: it has no code. */
static inline int put_char(Encoding *x, uint32_t c)
{
    StrBuilder *b = &x->e.b;
    int n = x->m.def->encode(&x->m, c, b->data->data + b->len);
    b->len += n;
    return n > 0;
}

/* The same where pairs are possible; `end` is behind the character. */
static int put_pairing(Encoding *x, uint32_t c, int64_t end)
{
    if (x->letter != 0 && x->letter_end == end - 1 && is_mark(c) &&
        set_with_pair(&x->m, x->letter, c) != NULL) {
        x->e.b.len = x->before;
        *x->m.state = x->state;
        c |= x->letter << 16;
    }
    x->letter = 0;
    x->before = x->e.b.len;
    x->state = *x->m.state;
    if (!put_char(x, c))
        return 0;
    if (set_with_pair(&x->m, c, 0) != NULL) {
        x->letter = c;
        x->letter_end = end;
    }
    return 1;
}

static int reserve(Thread *t, Encoding *x, int64_t chars)
{
    return strbuilder_reserve(t, &x->e.b, chars * 2 + MULTIBYTE_MOST, 1);
}

/* What an error handler wants to have encoded. */
static int put_replacement(Thread *t, Encoder *e, uint32_t c)
{
    Encoding *x = (Encoding *)e;
    return reserve(t, x, 1) < 0 ? -1 : put_char(x, c);
}

/* Characters as long as there is room and they have codes. */
static void encode_run_pairing(Encoding *x)
{
    Encoder *e = &x->e;
    while (e->pos < e->s->len && e->b.capacity - e->b.len >= MULTIBYTE_MOST &&
           put_pairing(x, str_at(e->s, e->pos), e->pos + 1))
        e->pos++;
}

/* The same, fast. */
static void encode_run(Encoding *x)
{
    const Str *s = x->e.s;
    StrBuilder *b = &x->e.b;
    const MultibyteDef *def = x->m.def;
    uint8_t *start = b->data->data, *out = start + b->len;
    uint8_t *last = start + b->capacity - MULTIBYTE_MOST;
    int64_t i = x->e.pos, len = s->len;
    while (i < len && out <= last) {
        uint32_t c = str_at(s, i);
        int n = 1;
        if (c < 0x80 && def->ascii)
            *out = (uint8_t)c;
        else
            n = def->encode(&x->m, c, out);
        if (n == 0)
            break;
        out += n;
        i++;
    }
    b->len = out - start;
    x->e.pos = i;
}

static int encode_all(Thread *t, Encoding *x)
{
    Encoder *e = &x->e;
    bool pairing = has_pairs(&x->m);
    while (e->pos < e->s->len) {
        if (reserve(t, x, e->s->len - e->pos) < 0)
            return -1;
        if (pairing)
            encode_run_pairing(x);
        else
            encode_run(x);
        if (e->pos == e->s->len || e->b.capacity - e->b.len < MULTIBYTE_MOST)
            continue;
        x->letter = 0;
        if (encoder_error(t, e, e->pos, e->pos + 1) < 0)
            return -1;
    }
    return 0;
}

static int add_reset(Thread *t, const Multibyte *m, StrBuilder *b)
{
    if (m->def->reset == NULL)
        return 0;
    if (strbuilder_reserve(t, b, MULTIBYTE_MOST, 1) < 0)
        return -1;
    b->len += m->def->reset(m, b->data->data + b->len);
    return 0;
}

static Value bytes_of(Thread *t, const StrBuilder *b)
{
    return value_from_pointer(
        bytes_new(t, b->len > 0 ? b->data->data : NULL, b->len));
}

Value multibyte_encode(Thread *t, const MultibyteCodec *codec,
                       MultibyteState *state, Str *text, const char *errors,
                       int64_t *left)
{
    Encoding x = {
        .e = {.encoding = codec->def->name,
              .errors = errors,
              .reason = illegal,
              .s = text,
              .unit = 1,
              .multibyte = true,
              .one_by_one = true,
              .put = put_replacement},
        .m = multibyte_of(codec, state),
    };
    if (codec->def->ascii && str_is_ascii(text)) {
        if (left != NULL)
            *left = 0;
        return value_from_pointer(bytes_new(t, text->data, text->len));
    }
    strbuilder_init(&x.e.b);
    if (encode_all(t, &x) < 0)
        return NULL_VALUE;
    if (left != NULL) {
        *left = x.letter != 0 && x.letter_end == text->len;
        if (*left > 0) {
            x.e.b.len = x.before;
            *state = x.state;
        }
    } else if (add_reset(t, &x.m, &x.e.b) < 0) {
        return NULL_VALUE;
    }
    KEEP(codec);
    return bytes_of(t, &x.e.b);
}

/* --- decoding ----------------------------------------------------------- */

enum { CHUNK = 256 };

static int add_chars(Thread *t, StrBuilder *b, const uint32_t *c, int n,
                     uint32_t all)
{
    if (n == 0)
        return 0;
    if (strbuilder_reserve(t, b, n, str_width_for(all)) < 0)
        return -1;
    str_copy_data(b->data->data + b->len * b->width, b->width, c, 4, n);
    b->len += n;
    return 0;
}

/* Decodes until the input ends, a chunk is full or something is wrong: *answer is
 * what the encoding has answered last.  0 or -1. */
static int decode_chunk(Thread *t, Decoder *d, const Multibyte *m, int *answer)
{
    const MultibyteDef *def = m->def;
    const uint8_t *in = d->data + d->pos, *end = d->data + d->len;
    uint32_t c[CHUNK + 2], all = 0;
    int n = 0, done = 1;
    while (in < end && n < CHUNK) {
        uint32_t v = *in;
        if (v >= 0x80 || !def->ascii)
            done = def->decode(m, in, end - in, &v);
        if (done <= 0)
            break;
        in += done;
        done = 1;
        if (v == MULTIBYTE_NOTHING)
            continue;
        if (v > CHARSET_MAX_CODE_POINT) {
            c[n++] = v >> 16;
            all |= v >> 16;
            v &= 0xffff;
        }
        c[n++] = v;
        all |= v;
    }
    d->pos = in - d->data;
    *answer = done;
    return add_chars(t, &d->b, c, n, all);
}

/* ASCII at once. */
static int decode_ascii(Thread *t, Decoder *d)
{
    int64_t i = d->pos;
    while (i < d->len && d->data[i] < 0x80)
        i++;
    if (i == d->pos)
        return 0;
    if (strbuilder_add_data(t, &d->b, d->data + d->pos, 1, i - d->pos) < 0)
        return -1;
    d->pos = i;
    return 0;
}

/* Where the input ends within a character: 0 or -1. */
static int decode_end(Thread *t, Decoder *d, MultibyteRest *rest)
{
    if (rest != NULL)
        rest->n = MULTIBYTE_CUT_OFF;
    return decoder_error(t, d, d->pos, d->len, "incomplete multibyte sequence");
}

static void keep_rest(const Decoder *d, MultibyteRest *rest)
{
    rest->n = d->len - d->pos;
    if (rest->n > 0 && rest->n <= MULTIBYTE_PENDING)
        memcpy(rest->bytes, d->data + d->pos, (size_t)rest->n);
}

Value multibyte_decode(Thread *t, const MultibyteCodec *codec,
                       MultibyteState *state, const uint8_t *data, int64_t len,
                       const char *errors, bool final, MultibyteRest *rest)
{
    Multibyte m = multibyte_of(codec, state);
    Decoder d;
    decoder_init(&d, codec->def->name, errors, data, len);
    d.multibyte = true;
    while (d.pos < d.len) {
        int answer;
        if (codec->def->ascii && decode_ascii(t, &d) < 0)
            return NULL_VALUE;
        if (decode_chunk(t, &d, &m, &answer) < 0)
            return NULL_VALUE;
        if (answer < 0 &&
            decoder_error(t, &d, d.pos, d.pos - answer, illegal) < 0)
            return NULL_VALUE;
        if (answer != MULTIBYTE_INCOMPLETE)
            continue;
        if (final && decode_end(t, &d, rest) < 0)
            return NULL_VALUE;
        if (rest != NULL)
            break;
    }
    if (rest != NULL)
        keep_rest(&d, rest);
    KEEP(codec);
    return value_from_pointer(strbuilder_finish(t, &d.b));
}
