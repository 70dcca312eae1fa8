/* SPDX-License-Identifier: MIT */
/*
 * Names of characters.  Tools/unicode/unidatalib/names.py packs them and tells
 * how; this reads them.  Syllables and ideographs have computed names.
 */
#include "base/unicode/unicode_name.h"

#include <stdio.h>
#include <string.h>

/* Successive characters, the first of which has the name of that number. */
typedef struct Run {
    uint32_t c;
    uint16_t number;
} Run;

/* Characters that are named by their code point. */
typedef struct Range {
    uint32_t first, last;
    const char *prefix;
    bool computed; /* as Python sees it: in upper case, or with a zero more */
} Range;

#include "base/unicode/names_14.def"

enum { WORDS_MAX = 32 }; /* of a name */

/* --- reading --- */

/* Writes a word, which may say itself whether there is a space before it. */
static char *add_word(char *to, bool first, unsigned word)
{
    const uint8_t *p = &word_text[word_groups[word / WORD_GROUP]];
    for (unsigned i = word % WORD_GROUP; i > 0; i--)
        while (*p++ < 0x80) {
        }
    uint8_t begin = *p & 0x7f;
    if (begin == '~')
        p++;
    else if (begin >= 'A' && !first)
        *to++ = ' ';
    do
        *to++ = (char)(*p & 0x7f);
    while (*p++ < 0x80);
    return to;
}

/* The name of that number; answers its length. */
static size_t read_name(unsigned number, char name[UNICODE_NAME_MAX])
{
    const uint8_t *p = &name_data[name_groups[number / NAME_GROUP]];
    unsigned words[WORDS_MAX], n = 0;
    for (unsigned i = number % NAME_GROUP;; i--) {
        n = *p >> 4;
        for (unsigned own = *p++ & 15; own > 0; own--) {
            unsigned word = *p++;
            if (word >= SHORT)
                word = SHORT + ((word - SHORT) << 8 | *p++);
            words[n++] = word;
        }
        if (i == 0)
            break;
    }
    char *to = name;
    for (unsigned i = 0; i < n; i++)
        to = add_word(to, i == 0, words[i]);
    *to = '\0';
    ASSERT(to - name < UNICODE_NAME_MAX);
    return (size_t)(to - name);
}

/* The last run that begins at c or before it. */
static const Run *find_run(uint32_t c)
{
    size_t low = 0, high = ARRAY_LEN(runs);
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (runs[mid].c <= c)
            low = mid;
        else
            high = mid;
    }
    return &runs[low];
}

static unsigned run_end(const Run *run) /* the number behind it */
{
    return run + 1 < runs + ARRAY_LEN(runs) ? run[1].number : N_NAMES;
}

/* --- syllables, Unicode Standard, 3.12 --- */

static const char syllable_prefix[] = "HANGUL SYLLABLE ";
static const char *const leading[] = {"G", "GG", "N", "D",  "DD", "R", "M",
                                      "B", "BB", "S", "SS", "",   "J", "JJ",
                                      "C", "K",  "T", "P",  "H"};
static const char *const vowels[] = {
    "A",  "AE", "YA", "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
    "OE", "YO", "U",  "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
static const char *const trailing[] = {"",   "G",  "GG", "GS", "N",  "NJ", "NH",
                                       "D",  "L",  "LG", "LM", "LB", "LS", "LT",
                                       "LP", "LH", "M",  "B",  "BS", "S",  "SS",
                                       "NG", "J",  "C",  "K",  "T",  "P",  "H"};
enum {
    N_L = ARRAY_LEN(leading),
    N_V = ARRAY_LEN(vowels),
    N_T = ARRAY_LEN(trailing),
    FIRST_SYLLABLE = 0xac00,
};

/* Whether text of len bytes begins with an upper-case prefix. */
static bool begins(const char *s, size_t len, const char *prefix)
{
    size_t n = strlen(prefix);
    return len >= n && memcmp(s, prefix, n) == 0;
}

/* The longest of n texts that begins *s, which is moved behind it; n: none. */
static uint32_t match_longest(const char **s, const char *end,
                              const char *const *texts, uint32_t n)
{
    uint32_t best = n;
    size_t best_len = 0;
    for (uint32_t i = 0; i < n; i++) {
        size_t len = strlen(texts[i]);
        if (begins(*s, (size_t)(end - *s), texts[i]) &&
            (best == n || len > best_len)) {
            best = i;
            best_len = len;
        }
    }
    *s += best_len;
    return best;
}

static bool find_syllable(const char *name, size_t len, uint32_t *c)
{
    if (!begins(name, len, syllable_prefix))
        return false;
    const char *s = name + sizeof syllable_prefix - 1, *end = name + len;
    uint32_t l = match_longest(&s, end, leading, N_L);
    uint32_t v = match_longest(&s, end, vowels, N_V);
    uint32_t t = match_longest(&s, end, trailing, N_T);
    *c = FIRST_SYLLABLE + (l * N_V + v) * N_T + t;
    return v < N_V && s == end;
}

/* --- ideographs --- */

/* Hexadecimal digits, four or five. */
static bool read_code(const char *s, size_t len, uint32_t *c)
{
    *c = 0;
    for (size_t i = 0; i < len; i++) {
        bool decimal = s[i] >= '0' && s[i] <= '9';
        if (!decimal && !(s[i] >= 'A' && s[i] <= 'F'))
            return false;
        *c = *c << 4 | (uint32_t)(s[i] - (decimal ? '0' : 'A' - 10));
    }
    return len == 4 || len == 5;
}

static const Range *find_range(uint32_t c)
{
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++)
        if (c >= ranges[i].first && c <= ranges[i].last)
            return &ranges[i];
    return NULL;
}

/* The range of a name that ends with a code point, which is *c. */
static const Range *find_in_range(const char *name, size_t len, uint32_t *c)
{
    const char *dash = memchr(name, '-', len);
    if (dash == NULL)
        return NULL;
    size_t n = (size_t)(dash + 1 - name);
    if (!read_code(dash + 1, len - n, c))
        return NULL;
    const Range *range = find_range(*c);
    return range != NULL && strlen(range->prefix) == n &&
                   memcmp(name, range->prefix, n) == 0
               ? range
               : NULL;
}

static bool find_ideograph(const char *name, size_t len, uint32_t *c)
{
    const Range *range = find_in_range(name, len, c);
    return range != NULL && range->computed;
}

/* One with a name of its own that only happens to be like that. */
static bool find_other_in_range(const char *name, size_t len, uint32_t *c)
{
    const Range *range = find_in_range(name, len, c);
    return range != NULL && !range->computed &&
           len - strlen(range->prefix) == (*c > 0xffff ? 5 : 4);
}

/* --- names --- */

bool unicode_name_of(uint32_t c, char name[UNICODE_NAME_MAX])
{
    uint32_t s = c - FIRST_SYLLABLE;
    if (s < N_L * N_V * N_T) {
        snprintf(name, UNICODE_NAME_MAX, "%s%s%s%s", syllable_prefix,
                 leading[s / (N_V * N_T)], vowels[s / N_T % N_V],
                 trailing[s % N_T]);
        return true;
    }
    const Range *range = find_range(c);
    if (range != NULL) {
        snprintf(name, UNICODE_NAME_MAX, "%s%X", range->prefix, (unsigned)c);
        return true;
    }
    const Run *run = find_run(c);
    unsigned number = run->number + (c - run->c);
    if (c < run->c || number >= run_end(run))
        return false;
    read_name(number, name);
    return true;
}

/* names.py's name_hash */
static uint32_t hash(const char *name, size_t len, uint32_t seed)
{
    uint32_t value = 0x811c9dc5 ^ seed;
    for (size_t i = 0; i < len; i++)
        value = (value ^ (uint8_t)name[i]) * 0x01000193;
    value ^= value >> 15;
    value *= 0x2c1b3c6d;
    return value ^ value >> 13;
}

/* The number of a name in upper case, or UINT32_MAX. */
static uint32_t find_number(const char *name, size_t len)
{
    char found[UNICODE_NAME_MAX];
    uint32_t seed = seeds[hash(name, len, 0) % ARRAY_LEN(seeds)];
    uint32_t number = slots[hash(name, len, seed) % ARRAY_LEN(slots)];
    return read_name(number, found) == len && memcmp(found, name, len) == 0
               ? number
               : UINT32_MAX;
}

/* The character whose name has that number. */
static uint32_t character_of(uint32_t number)
{
    size_t low = 0, high = ARRAY_LEN(runs);
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (runs[mid].number <= number)
            low = mid;
        else
            high = mid;
    }
    return runs[low].c + (number - runs[low].number);
}

static int read_sequence(uint32_t which, uint32_t out[UNICODE_SEQUENCE_MAX])
{
    int n = 0;
    for (unsigned i = sequences[which]; i < sequences[which + 1]; n++) {
        ASSERT(n < UNICODE_SEQUENCE_MAX);
        uint32_t c = sequence_pool[i++];
        if (c >= 0xd800 && c < 0xdc00)
            c = 0x10000 + ((c - 0xd800) << 10) + (sequence_pool[i++] - 0xdc00u);
        out[n] = c;
    }
    return n;
}

UnicodeNamed unicode_name_find(const char *name, size_t len,
                               uint32_t out[UNICODE_SEQUENCE_MAX], int *n)
{
    char upper[UNICODE_NAME_MAX];
    *n = 1;
    if (find_syllable(name, len, out) || find_ideograph(name, len, out))
        return UNICODE_NAMED_COMPUTED;
    if (len == 0 || len >= sizeof upper)
        return UNICODE_NAMED_NOTHING;
    for (size_t i = 0; i < len; i++)
        upper[i] =
            name[i] >= 'a' && name[i] <= 'z' ? (char)(name[i] - 32) : name[i];
    if (find_other_in_range(upper, len, out))
        return UNICODE_NAMED_CHARACTER;
    uint32_t number = find_number(upper, len);
    if (number == UINT32_MAX)
        return UNICODE_NAMED_NOTHING;
    if (number < N_NAMES) {
        out[0] = character_of(number);
        return UNICODE_NAMED_CHARACTER;
    }
    number -= N_NAMES;
    if (number < N_ALIASES) {
        out[0] = aliases[number];
        return UNICODE_NAMED_ALIAS;
    }
    *n = read_sequence(number - N_ALIASES, out);
    return UNICODE_NAMED_SEQUENCE;
}

bool unicode_name_character(const char *name, size_t len, uint32_t *c)
{
    uint32_t found[UNICODE_SEQUENCE_MAX];
    int n;
    UnicodeNamed named = unicode_name_find(name, len, found, &n);
    if (named == UNICODE_NAMED_NOTHING || named == UNICODE_NAMED_SEQUENCE)
        return false;
    *c = found[0];
    return true;
}
