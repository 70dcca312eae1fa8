/* SPDX-License-Identifier: MIT */
/* Thin binding to libunistring. */
#include "base/unicode.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uninorm.h>
#include <uniname.h>

static bool is_ascii_letter(uint32_t c)
{
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

bool unicode_is_id_start(uint32_t c)
{
    if (c < 0x80)
        return is_ascii_letter(c) || c == '_';
    return uc_is_property_xid_start(c);
}

bool unicode_is_id_continue(uint32_t c)
{
    if (c < 0x80)
        return is_ascii_letter(c) || c == '_' || (c >= '0' && c <= '9');
    return uc_is_property_xid_continue(c);
}

bool unicode_is_printable(uint32_t c)
{
    if (c < 0x80)
        return c >= 0x20 && c != 0x7f;
    return !uc_is_general_category_withtable(
        c, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z);
}

char *unicode_normalize_nfkc(const char *text, size_t len, size_t *out_len)
{
    return (char *)u8_normalize(UNINORM_NFKC, (const uint8_t *)text, len, NULL,
                                out_len);
}

static const struct {
    uint16_t c;
    const char *name;
} aliases[] = {
#define ALIAS(c, name) {c, name},
#include "base/unicode_aliases.def"
};

/* The longest of n texts that begins *s, which is moved behind it. */
static uint32_t match_longest(const char **s, const char *const *texts,
                              uint32_t n)
{
    uint32_t best = n;
    size_t best_len = 0;
    for (uint32_t i = 0; i < n; i++) {
        size_t len = strlen(texts[i]);
        if (strncasecmp(*s, texts[i], len) == 0 &&
            (best == n || len > best_len)) {
            best = i;
            best_len = len;
        }
    }
    *s += best_len;
    return best;
}

/* Syllables are named by their parts (Unicode Standard, 3.12). */
static bool find_syllable(const char *name, uint32_t *c)
{
    static const char prefix[] = "HANGUL SYLLABLE ";
    static const char *const leading[] = {
        "G", "GG", "N", "D", "DD", "R",  "M", "B", "BB", "S",
        "SS", "",  "J", "JJ", "C", "K",  "T", "P", "H"};
    static const char *const vowels[] = {
        "A",  "AE", "YA",  "YAE", "EO", "E",  "YEO", "YE", "O",  "WA", "WAE",
        "OE", "YO", "U",   "WEO", "WE", "WI", "YU",  "EU", "YI", "I"};
    static const char *const trailing[] = {
        "",   "G",  "GG", "GS", "N",  "NJ", "NH", "D", "L",  "LG",
        "LM", "LB", "LS", "LT", "LP", "LH", "M",  "B", "BS", "S",
        "SS", "NG", "J",  "C",  "K",  "T",  "P",  "H"};
    size_t len = strlen(prefix);
    if (strncasecmp(name, prefix, len) != 0)
        return false;
    const char *s = name + len;
    uint32_t l = match_longest(&s, leading, ARRAY_LEN(leading));
    const char *vowel = s;
    uint32_t v = match_longest(&s, vowels, ARRAY_LEN(vowels));
    if (s == vowel)
        return false;
    uint32_t t = match_longest(&s, trailing, ARRAY_LEN(trailing));
    *c = 0xac00 + (l * ARRAY_LEN(vowels) + v) * ARRAY_LEN(trailing) + t;
    return *s == '\0';
}

/* Ideographs are named by number. */
static bool find_ideograph(const char *name, uint32_t *c)
{
    static const char prefix[] = "CJK UNIFIED IDEOGRAPH-";
    size_t len = strlen(prefix);
    if (strncasecmp(name, prefix, len) != 0)
        return false;
    size_t digits = strspn(name + len, "0123456789ABCDEF");
    if ((digits != 4 && digits != 5) || name[len + digits] != '\0')
        return false;
    *c = (uint32_t)strtoul(name + len, NULL, 16);
    return uc_is_property_unified_ideograph(*c) &&
           !(*c >= 0xf900 && *c <= 0xfaff);
}

bool unicode_name_lookup(const char *name, size_t len, uint32_t *c)
{
    char text[256];
    if (len >= sizeof text || memchr(name, '\0', len) != NULL)
        return false;
    memcpy(text, name, len);
    text[len] = '\0';
    if (find_syllable(text, c))
        return true;
    ucs4_t found = unicode_name_character(text);
    if (found != UNINAME_INVALID) {
        *c = found;
        return true;
    }
    for (size_t i = 0; i < ARRAY_LEN(aliases); i++) {
        if (strcasecmp(text, aliases[i].name) == 0) {
            *c = aliases[i].c;
            return true;
        }
    }
    return find_ideograph(text, c);
}
