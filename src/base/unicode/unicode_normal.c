/* SPDX-License-Identifier: MIT */
/*
 * Normalization: decompose each character as far as it goes, put each run of
 * combining characters in the order of their classes, and for the composed forms
 * join what can be joined with the last starter, if nothing blocks the way.
 * Syllables of Hangul are computed (Unicode Standard, 3.12).
 */
#include "base/unicode/unicode_normal.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode/unicode_table.h"
#include "base/utf8.h"

/* That first and second together are `whole`. */
typedef struct Pair {
    uint32_t first, second, whole;
} Pair;

/* What 3.2 made of a character by mistake. */
typedef struct Correction {
    uint32_t c, old;
} Correction;

#include "base/unicode/decompositions_14.def"

enum {
    HANGUL_L = 0x1100,
    HANGUL_V = 0x1161,
    HANGUL_T = 0x11a7,
    HANGUL_S = 0xac00,
    N_L = 19,
    N_V = 21,
    N_T = 28,
    N_S = N_L * N_V * N_T,
};

static uint32_t text_at(UnicodeText text, size_t i)
{
    return text.width == 1   ? ((const uint8_t *)text.data)[i]
           : text.width == 2 ? ((const uint16_t *)text.data)[i]
                             : ((const uint32_t *)text.data)[i];
}

static bool is_compatible(UnicodeForm form)
{
    return form == UNICODE_NFKD || form == UNICODE_NFKC;
}

/* The first character whose quick check is not YES, or that combines. */
static uint32_t first_of_interest(UnicodeForm form)
{
    return is_compatible(form) ? 0xa0 : form == UNICODE_NFD ? 0xc0 : 0x300;
}

int unicode_normal_quick(UnicodeForm form, UnicodeText text)
{
    uint32_t interest = first_of_interest(form);
    int answer = UNICODE_QUICK_YES;
    uint8_t last = 0;
    for (size_t i = 0; i < text.len; i++) {
        uint32_t c = text_at(text, i);
        if (c < interest) {
            last = 0;
            continue;
        }
        UnicodeNormality n = unicode_data_normality(c);
        int quick = n.quick >> 2 * form & 3;
        if (quick == UNICODE_QUICK_NO ||
            (n.combining != 0 && last > n.combining))
            return UNICODE_QUICK_NO;
        if (quick == UNICODE_QUICK_MAYBE)
            answer = quick;
        last = n.combining;
    }
    return answer;
}

/* --- decomposition --- */

/* The next code point of the pool. */
static uint32_t read_pool(const uint16_t **p)
{
    uint32_t c = *(*p)++;
    if (c >= 0xd800 && c < 0xdc00)
        c = 0x10000 + ((c - 0xd800) << 10) + (*(*p)++ - 0xdc00u);
    return c;
}

int unicode_normal_mapping(uint32_t c, const char **tag,
                           uint32_t out[UNICODE_MAPPING_MAX])
{
    const uint16_t *p = &pool[UNICODE_LOOK_UP(decompositions, c)];
    int n = *p >> 8;
    *tag = tags[*p++ & 0xff];
    for (int i = 0; i < n; i++)
        out[i] = read_pool(&p);
    return n;
}

/* Where decomposed characters go; out NULL: they are counted. */
typedef struct Decomposer {
    bool compatible;
    UnicodeVersion version;
    uint32_t *out;
    size_t n;
} Decomposer;

static void put(Decomposer *d, uint32_t c)
{
    if (d->out != NULL)
        d->out[d->n] = c;
    d->n++;
}

static void put_syllable(Decomposer *d, uint32_t s)
{
    put(d, HANGUL_L + s / (N_V * N_T));
    put(d, HANGUL_V + s % (N_V * N_T) / N_T);
    if (s % N_T != 0)
        put(d, HANGUL_T + s % N_T);
}

/* Answers whether c was something else in 3.2. */
static bool put_old(Decomposer *d, uint32_t c)
{
    for (size_t i = 0; i < ARRAY_LEN(corrections); i++)
        if (corrections[i].c == c) {
            put(d, corrections[i].old);
            return true;
        }
    if (unicode_data_is_assigned(c, UNICODE_3_2))
        return false;
    put(d, c);
    return true;
}

/* Calls itself to the depth of the data, which is small. */
static void decompose(Decomposer *d, uint32_t c)
{
    if (c - HANGUL_S < N_S) {
        put_syllable(d, c - HANGUL_S);
        return;
    }
    const uint16_t *p = &pool[UNICODE_LOOK_UP(decompositions, c)];
    int n = *p >> 8, tag = *p & 0xff;
    if (n == 0 || (tag != 0 && !d->compatible)) {
        put(d, c);
        return;
    }
    if (d->version == UNICODE_3_2 && put_old(d, c))
        return;
    p++;
    for (int i = 0; i < n; i++)
        decompose(d, read_pool(&p));
}

static size_t decompose_text(UnicodeForm form, UnicodeVersion version,
                             UnicodeText text, uint32_t *out)
{
    Decomposer d = {is_compatible(form), version, out, 0};
    for (size_t i = 0; i < text.len; i++) {
        uint32_t c = text_at(text, i);
        if (c < 0xa0)
            put(&d, c);
        else
            decompose(&d, c);
    }
    return d.n;
}

/* --- order --- */

/* A short run, by insertion. */
static void sort_few(uint32_t *text, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        uint32_t c = text[i];
        uint8_t combining = unicode_data_normality(c).combining;
        size_t to = i;
        for (; to > 0 &&
               unicode_data_normality(text[to - 1]).combining > combining;
             to--)
            text[to] = text[to - 1];
        text[to] = c;
    }
}

/* A long run, by counting; `room` for as many. */
static void sort_many(uint32_t *text, size_t n, uint32_t *room)
{
    size_t starts[257] = {0};
    for (size_t i = 0; i < n; i++)
        starts[unicode_data_normality(text[i]).combining + 1]++;
    for (int i = 1; i < 257; i++)
        starts[i] += starts[i - 1];
    for (size_t i = 0; i < n; i++)
        room[starts[unicode_data_normality(text[i]).combining]++] = text[i];
    memcpy(text, room, n * sizeof *text);
}

static void order(uint32_t *text, size_t n, uint32_t *room)
{
    for (size_t i = 0; i < n;) {
        if (text[i] < 0x300 || unicode_data_normality(text[i]).combining == 0) {
            i++;
            continue;
        }
        size_t start = i;
        while (i < n && unicode_data_normality(text[i]).combining != 0)
            i++;
        if (i - start <= 16)
            sort_few(text + start, i - start);
        else
            sort_many(text + start, i - start, room);
    }
}

/* --- composition --- */

/* What the two are together; 0: nothing. */
static uint32_t compose_pair(uint32_t first, uint32_t second)
{
    if (first - HANGUL_L < N_L && second - HANGUL_V < N_V)
        return HANGUL_S +
               ((first - HANGUL_L) * N_V + (second - HANGUL_V)) * N_T;
    if (first - HANGUL_S < N_S && (first - HANGUL_S) % N_T == 0 &&
        second - (HANGUL_T + 1) < N_T - 1)
        return first + (second - HANGUL_T);
    size_t low = 0, high = ARRAY_LEN(pairs);
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (pairs[mid].first < first ||
            (pairs[mid].first == first && pairs[mid].second < second))
            low = mid + 1;
        else
            high = mid;
    }
    return low < ARRAY_LEN(pairs) && pairs[low].first == first &&
                   pairs[low].second == second
               ? pairs[low].whole
               : 0;
}

static size_t compose(uint32_t *text, size_t n)
{
    size_t to = 0, starter = SIZE_MAX;
    int last = -1; /* the class of what stands behind the starter */
    for (size_t i = 0; i < n; i++) {
        uint32_t c = text[i], whole = 0;
        UnicodeNormality normality = {0, 0};
        if (c >= 0x300)
            normality = unicode_data_normality(c);
        if ((normality.quick >> 2 * UNICODE_NFC & 3) == UNICODE_QUICK_MAYBE &&
            starter != SIZE_MAX && last < normality.combining)
            whole = compose_pair(text[starter], c);
        if (whole != 0) {
            text[starter] = whole;
            continue;
        }
        if (normality.combining == 0) {
            starter = to;
            last = -1;
        } else {
            last = normality.combining;
        }
        text[to++] = c;
    }
    return to;
}

/* --- all of it --- */

size_t unicode_normal_room(UnicodeForm form, UnicodeVersion version,
                           UnicodeText text)
{
    /* A second half to sort in. */
    return 2 * decompose_text(form, version, text, NULL);
}

size_t unicode_normal(UnicodeForm form, UnicodeVersion version,
                      UnicodeText text, uint32_t *out)
{
    size_t n = decompose_text(form, version, text, out);
    order(out, n, out + n);
    return form == UNICODE_NFC || form == UNICODE_NFKC ? compose(out, n) : n;
}

/* UTF-8 as code points; SIZE_MAX if it is none. */
static size_t decode(const char *text, size_t len, uint32_t *out)
{
    size_t n = 0;
    for (const char *p = text, *end = text + len; p < end; n++) {
        size_t size = utf8_decode(p, end, &out[n]);
        if (size == 0)
            return SIZE_MAX;
        p += size;
    }
    return n;
}

char *unicode_normal_nfkc_utf8(const char *text, size_t len, size_t *out_len)
{
    char *result = NULL;
    uint32_t *normal = NULL, *codes = malloc((len + 1) * sizeof *codes);
    size_t n = codes == NULL ? SIZE_MAX : decode(text, len, codes);
    if (n == SIZE_MAX)
        goto done;
    UnicodeText in = {codes, 4, n};
    size_t room = unicode_normal_room(UNICODE_NFKC, UNICODE_LEVEL, in);
    normal = malloc((room + 1) * sizeof *normal);
    result = malloc(room * UTF8_MAX_LEN + 1);
    if (normal == NULL || result == NULL) {
        free(result);
        result = NULL;
        goto done;
    }
    n = unicode_normal(UNICODE_NFKC, UNICODE_LEVEL, in, normal);
    *out_len = 0;
    for (size_t i = 0; i < n; i++)
        *out_len += utf8_encode(result + *out_len, normal[i]);
    result[*out_len] = '\0';
done:
    free(codes);
    free(normal);
    return result;
}
