/* SPDX-License-Identifier: MIT */
/* Sets of characters, and the categories and cases that they are made of. */
#include "module/sre/sre_set.h"

#include <ctype.h>
#include <string.h>
#include "base/unicode/unicode_props.h"

/* ---- case ---- */

uint32_t sre_lower_ascii(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

uint32_t sre_lower_unicode(uint32_t c)
{
    uint32_t out[UNICODE_CASE_MAX];
    if (c < 128)
        return sre_lower_ascii(c);
    return c <= 0x10ffff && unicode_props_to_lower(c, out) > 0 ? out[0] : c;
}

uint32_t sre_upper_unicode(uint32_t c)
{
    uint32_t out[UNICODE_CASE_MAX];
    if (c < 128)
        return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
    return c <= 0x10ffff && unicode_props_to_upper(c, out) > 0 ? out[0] : c;
}

static uint32_t lower_locale(uint32_t c)
{
    return c < 256 ? (uint32_t)tolower((int)c) : c;
}

static uint32_t upper_locale(uint32_t c)
{
    return c < 256 ? (uint32_t)toupper((int)c) : c;
}

uint32_t sre_lower(uint32_t c, SreFold fold)
{
    switch (fold) {
    case FOLD_ASCII: return sre_lower_ascii(c);
    case FOLD_LOCALE: return lower_locale(c);
    case FOLD_UNICODE: return sre_lower_unicode(c);
    default: return c;
    }
}

/* ---- categories ---- */

static bool is_word_ascii(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
           (c >= 'a' && c <= 'z') || c == '_';
}

static bool is_of(uint32_t category, uint32_t c)
{
    switch (category) {
    case CATEGORY_DIGIT: return c >= '0' && c <= '9';
    case CATEGORY_SPACE: return c == ' ' || (c >= '\t' && c <= '\r');
    case CATEGORY_WORD: return is_word_ascii(c);
    case CATEGORY_LINEBREAK: return c == '\n';
    case CATEGORY_LOC_WORD:
        return c < 256 && (isalnum((int)c) != 0 || c == '_');
    case CATEGORY_UNI_DIGIT: return unicode_props(c, UNICODE_DECIMAL) != 0;
    case CATEGORY_UNI_SPACE: return unicode_props(c, UNICODE_SPACE) != 0;
    case CATEGORY_UNI_WORD:
        return c == '_' || unicode_props(c, UNICODE_ALNUM) != 0;
    default: return unicode_props(c, UNICODE_LINE_BREAK) != 0;
    }
}

bool sre_category_has(uint32_t category, uint32_t c)
{
    return is_of(category & ~1u, c) != ((category & 1) != 0);
}

unsigned sre_high_class(uint32_t c)
{
    unsigned p = unicode_props(
        c, UNICODE_ALNUM | UNICODE_SPACE);
    if (p & UNICODE_DECIMAL)
        return HIGH_DECIMAL;
    if (p & UNICODE_ALNUM)
        return HIGH_WORD;
    return p & UNICODE_SPACE ? HIGH_SPACE : HIGH_OTHER;
}

/* The classes that a category has of the characters from 256 on; *exact is
 * false where it has only a part of one. */
static unsigned category_high(uint32_t category, bool *exact)
{
    unsigned high = 0;
    switch (category & ~1u) {
    case CATEGORY_UNI_DIGIT: high = HIGH_DECIMAL; break;
    case CATEGORY_UNI_SPACE: high = HIGH_SPACE; break;
    case CATEGORY_UNI_WORD: high = HIGH_DECIMAL | HIGH_WORD; break;
    case CATEGORY_UNI_LINEBREAK:
        *exact = false;
        return HIGH_ALL;
    default: break;
    }
    return category & 1 ? ~high & HIGH_ALL : high;
}

/* ---- membership by the words ---- */

enum { BITMAP_WORDS = 8, MAPPING_WORDS = 64 };

static bool bit(SreWords bitmap, uint32_t c)
{
    return bitmap[c >> 5 & 7] >> (c & 31) & 1;
}

static bool in_big(SreWords w, uint32_t c)
{
    if (c >= 0x10000)
        return false;
    uint8_t block;
    memcpy(&block, (const char *)(w + 1) + (c >> 8), 1);
    return bit(w + 1 + MAPPING_WORDS + BITMAP_WORDS * block, c);
}

/* One item of a set; *next is where the one after it begins. */
static bool in_item(SreWords w, uint32_t c, SreWords *next)
{
    switch (w[0]) {
    case CODE_LITERAL: *next = w + 2; return c == w[1];
    case CODE_CATEGORY: *next = w + 2; return sre_category_has(w[1], c);
    case CODE_RANGE: *next = w + 3; return w[1] <= c && c <= w[2];
    case CODE_RANGE_UNI_IGNORE: {
        uint32_t upper = sre_upper_unicode(c);
        *next = w + 3;
        return (w[1] <= c && c <= w[2]) || (w[1] <= upper && upper <= w[2]);
    }
    case CODE_CHARSET:
        *next = w + 1 + BITMAP_WORDS;
        return c < 256 && bit(w + 1, c);
    default: /* CODE_BIGCHARSET */
        *next = w + 2 + MAPPING_WORDS + BITMAP_WORDS * (size_t)w[1];
        return in_big(w + 1, c);
    }
}

static bool in_words(SreWords w, uint32_t c)
{
    bool found = true;
    while (*w != CODE_FAILURE) {
        if (*w == CODE_NEGATE) {
            found = !found;
            w++;
        } else if (in_item(w, c, &w)) {
            return found;
        }
    }
    return !found;
}

static bool same_in_locale(uint32_t c, uint32_t pattern)
{
    return c == pattern || lower_locale(c) == pattern ||
           upper_locale(c) == pattern;
}

bool sre_set_slow(const SreSet *s, SreWords words, uint32_t c)
{
    SreFold fold = (SreFold)s->fold;
    bool locale = fold == FOLD_LOCALE;
    switch (s->kind) {
    case CODE_LITERAL:
        return (locale ? same_in_locale(c, s->code)
                       : sre_lower(c, fold) == s->code) != s->negated;
    case CODE_CATEGORY: return sre_category_has(s->code, c);
    case CODE_ANY: return c != '\n' || !s->negated;
    default: break;
    }
    uint32_t lower = sre_lower(c, fold);
    if (in_words(words + s->code, lower))
        return true;
    if (!locale)
        return false;
    uint32_t upper = upper_locale(c);
    return upper != lower && in_words(words + s->code, upper);
}

/* ---- tables ---- */

static void fill(SreSet *s, SreWords words)
{
    for (uint32_t c = 0; c < 256; c++)
        s->has[c] = s->locale || sre_set_slow(s, words, c);
    if (s->locale) {
        s->high = HIGH_ALL;
        s->exact = false;
    }
}

/* The classes that the words of a set may have. */
static unsigned words_high(SreWords w, SreSet *s)
{
    unsigned high = 0;
    bool negated = false;
    while (*w != CODE_FAILURE) {
        if (*w == CODE_NEGATE) {
            negated = !negated;
            s->exact &= high == 0; /* it stands first */
            w++;
            continue;
        }
        bool part = true;
        switch (w[0]) {
        case CODE_CATEGORY:
            high |= category_high(w[1], &s->exact);
            s->locale |= (w[1] & ~1u) == CATEGORY_LOC_WORD;
            part = false;
            break;
        case CODE_LITERAL: part = w[1] >= 256; break;
        case CODE_RANGE: part = w[2] >= 256; break;
        case CODE_CHARSET: part = false; break;
        default: break;
        }
        if (part) {
            high |= w[0] == CODE_LITERAL ? sre_high_class(w[1]) : HIGH_ALL;
            s->exact = false;
        }
        (void)in_item(w, 0, &w);
    }
    if (!negated)
        return high;
    return s->exact ? ~high & HIGH_ALL : HIGH_ALL;
}

void sre_set_in(SreSet *s, SreWords words, uint32_t at, SreFold fold)
{
    *s = (SreSet){.exact = true,
                  .kind = CODE_IN,
                  .code = at,
                  .fold = (uint8_t)fold,
                  .locale = fold == FOLD_LOCALE};
    unsigned high = words_high(words + at, s);
    if (fold == FOLD_UNICODE) { /* a few letters have a lower case below 256 */
        s->exact = false;
        high |= HIGH_WORD;
    }
    s->high = (uint8_t)high;
    fill(s, words);
}

/* Lists the characters from 256 on whose lower case is c. */
static void list_cases(SreSet *s, uint32_t c)
{
    /* Those that are no upper or title case of their lower case. */
    static const struct {
        uint16_t c, lower;
    } others[] = {{0x130, 'i'},    {0x3f4, 0x3b8},  {0x1e9e, 0xdf},
                  {0x2126, 0x3c9}, {0x212a, 'k'},   {0x212b, 0xe5}};
    uint32_t out[UNICODE_CASE_MAX], n = 0;
    uint32_t maybe[] = {c, sre_upper_unicode(c), c, 0};
    if (unicode_props_to_title(c, out) == 1)
        maybe[2] = out[0];
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        if (others[i].lower == c)
            maybe[3] = others[i].c;
    for (size_t i = 0; i < ARRAY_LEN(maybe); i++)
        if (maybe[i] >= 256 && sre_lower_unicode(maybe[i]) == c)
            s->members[n++] = maybe[i];
    s->listed = true;
    if (n == 0)
        s->high = 0;
}

void sre_set_literal(SreSet *s, uint32_t c, bool negated, SreFold fold)
{
    *s = (SreSet){.kind = CODE_LITERAL,
                  .code = c,
                  .fold = (uint8_t)fold,
                  .negated = negated,
                  .locale = fold == FOLD_LOCALE};
    s->exact = c < 256 && fold != FOLD_UNICODE;
    if (negated)
        s->high = HIGH_ALL;
    else if (c >= 256)
        s->high = (uint8_t)(sre_high_class(c) | HIGH_WORD);
    else if (fold == FOLD_UNICODE)
        s->high = HIGH_WORD;
    if (fold == FOLD_UNICODE && !negated && c <= 0x10ffff)
        list_cases(s, c);
    if (fold == FOLD_NONE) {
        memset(s->has, negated, sizeof s->has);
        if (c < 256)
            s->has[c] = !negated;
    } else {
        fill(s, NULL);
    }
}

void sre_set_category(SreSet *s, uint32_t category)
{
    *s = (SreSet){.kind = CODE_CATEGORY, .code = category, .exact = true};
    s->locale = (category & ~1u) == CATEGORY_LOC_WORD;
    s->high = (uint8_t)category_high(category, &s->exact);
    fill(s, NULL);
}

void sre_set_any(SreSet *s, bool all)
{
    *s = (SreSet){.kind = CODE_ANY, .negated = !all, .exact = true,
                  .high = HIGH_ALL};
    fill(s, NULL);
}

int64_t sre_set_only(const SreSet *s)
{
    if (s->kind == CODE_LITERAL && !s->negated && s->fold == FOLD_NONE)
        return s->code;
    int64_t only = -1;
    if (s->high != 0 || s->locale)
        return -1;
    for (int c = 0; c < 256; c++)
        if (s->has[c]) {
            if (only >= 0)
                return -1;
            only = c;
        }
    return only;
}
