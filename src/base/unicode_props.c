/* SPDX-License-Identifier: MIT */
/* Character properties from libunistring, with the few facts it lacks. */
#include "base/unicode_props.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unicase.h>
#include <unictype.h>
#include <uniname.h>

const uint16_t unicode_props_latin1[256] = {
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x000, 0x400, 0xc00, 0xc00, 0xc00, 0xc00, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0xc00, 0xc00, 0xc00, 0x400,
    0x480, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080,
    0x080, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080,
    0x28e, 0x28e, 0x28e, 0x28e, 0x28e, 0x28e, 0x28e, 0x28e,
    0x28e, 0x28e, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080,
    0x080, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391,
    0x391, 0x391, 0x391, 0x080, 0x080, 0x080, 0x080, 0x380,
    0x080, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x080, 0x080, 0x080, 0x080, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x000, 0xc00, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000, 0x000,
    0x400, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080, 0x080,
    0x080, 0x080, 0x3a1, 0x080, 0x080, 0x000, 0x080, 0x080,
    0x080, 0x080, 0x08c, 0x08c, 0x080, 0x3a1, 0x080, 0x280,
    0x080, 0x08c, 0x3a1, 0x080, 0x088, 0x088, 0x088, 0x080,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x080,
    0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x391, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x080,
    0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1, 0x3a1,
};

/* Han numerals: numeric by the Unihan database, which libunistring lacks. */
static const struct {
    uint32_t c;
    int64_t value;
} han_numerals[] = {
    {0x3405, 5}, {0x3483, 2}, {0x382a, 5}, {0x3b4d, 7}, {0x4e00, 1},
    {0x4e03, 7}, {0x4e07, 10000}, {0x4e09, 3}, {0x4e5d, 9}, {0x4e8c, 2},
    {0x4e94, 5}, {0x4e96, 4}, {0x4ebf, 100000000}, {0x4ec0, 10},
    {0x4edf, 1000}, {0x4ee8, 3}, {0x4f0d, 5}, {0x4f70, 100},
    {0x5104, 100000000}, {0x5146, 1000000000000}, {0x5169, 2}, {0x516b, 8},
    {0x516d, 6}, {0x5341, 10}, {0x5343, 1000}, {0x5344, 20}, {0x5345, 30},
    {0x534c, 40}, {0x53c1, 3}, {0x53c2, 3}, {0x53c3, 3}, {0x53c4, 3},
    {0x56db, 4}, {0x58f1, 1}, {0x58f9, 1}, {0x5e7a, 1}, {0x5efe, 9},
    {0x5eff, 20}, {0x5f0c, 1}, {0x5f0d, 2}, {0x5f0e, 3}, {0x5f10, 2},
    {0x62fe, 10}, {0x634c, 8}, {0x67d2, 7}, {0x6f06, 7}, {0x7396, 9},
    {0x767e, 100}, {0x8086, 4}, {0x842c, 10000}, {0x8cae, 2}, {0x8cb3, 2},
    {0x8d30, 2}, {0x9621, 1000}, {0x9646, 6}, {0x964c, 100}, {0x9678, 6},
    {0x96f6, 0}, {0x20001, 7}, {0x20064, 4}, {0x200e2, 4}, {0x20121, 5},
    {0x2092a, 1}, {0x20983, 30}, {0x2098c, 40}, {0x2099c, 40}, {0x20aea, 6},
    {0x20afd, 3}, {0x20b19, 3}, {0x22390, 2}, {0x22998, 3}, {0x23b1b, 3},
    {0x2626d, 4},
};

static const int64_t *find_han_numeral(uint32_t c)
{
    size_t low = 0, high = sizeof han_numerals / sizeof han_numerals[0];
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (han_numerals[mid].c < c)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == sizeof han_numerals / sizeof han_numerals[0] ||
        han_numerals[low].c != c)
        return NULL;
    return &han_numerals[low].value;
}

static bool is_space(uint32_t c)
{
    return c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 ||
           c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

static bool is_printable(uint32_t c)
{
    return !uc_is_general_category_withtable(
        c, UC_CATEGORY_MASK_C | UC_CATEGORY_MASK_Z);
}

unsigned unicode_props_slow(uint32_t c, unsigned wanted)
{
    unsigned has = 0;
    if (c < 256)
        return unicode_props_latin1[c] & wanted;
    if ((wanted & UNICODE_ALPHA) &&
        uc_is_general_category_withtable(c, UC_CATEGORY_MASK_L))
        has |= UNICODE_ALPHA;
    if ((wanted & UNICODE_DECIMAL) && uc_decimal_value(c) >= 0)
        has |= UNICODE_DECIMAL;
    if ((wanted & UNICODE_DIGIT) && uc_digit_value(c) >= 0)
        has |= UNICODE_DIGIT;
    if ((wanted & UNICODE_NUMERIC) &&
        (uc_numeric_value(c).denominator != 0 || find_han_numeral(c) != NULL))
        has |= UNICODE_NUMERIC;
    if ((wanted & UNICODE_UPPER) && uc_is_property_uppercase(c))
        has |= UNICODE_UPPER;
    if ((wanted & UNICODE_LOWER) && uc_is_property_lowercase(c))
        has |= UNICODE_LOWER;
    if ((wanted & UNICODE_TITLE) &&
        uc_is_general_category_withtable(c, UC_CATEGORY_MASK_Lt))
        has |= UNICODE_TITLE;
    if ((wanted & UNICODE_PRINTABLE) && is_printable(c))
        has |= UNICODE_PRINTABLE;
    if ((wanted & UNICODE_XID_START) && uc_is_property_xid_start(c))
        has |= UNICODE_XID_START;
    if ((wanted & UNICODE_XID_CONTINUE) && uc_is_property_xid_continue(c))
        has |= UNICODE_XID_CONTINUE;
    if ((wanted & UNICODE_SPACE) && is_space(c))
        has |= UNICODE_SPACE;
    if ((wanted & UNICODE_LINE_BREAK) && (c == 0x2028 || c == 0x2029))
        has |= UNICODE_LINE_BREAK;
    return has;
}

bool unicode_props_case_ignorable(uint32_t c)
{
    return uc_is_property_case_ignorable(c);
}

int unicode_props_decimal(uint32_t c)
{
    return c < 128 ? (c >= '0' && c <= '9' ? (int)c - '0' : -1)
                   : uc_decimal_value(c);
}

int unicode_props_digit(uint32_t c) { return uc_digit_value(c); }

bool unicode_props_numeric(uint32_t c, double *value)
{
    uc_fraction_t fraction = uc_numeric_value(c);
    const int64_t *han;
    if (fraction.denominator != 0) {
        *value = (double)fraction.numerator / fraction.denominator;
        return true;
    }
    han = find_han_numeral(c);
    if (han != NULL)
        *value = (double)*han;
    return han != NULL;
}

typedef uint32_t *(*MapFn)(const uint32_t *, size_t, const char *,
                           uninorm_t, uint32_t *, size_t *);

static int map_case(MapFn map, uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    size_t n = UNICODE_CASE_MAX;
    /* Surrogates are no text to libunistring. */
    if ((c >= 0xd800 && c < 0xe000) || map(&c, 1, NULL, NULL, out, &n) != out) {
        out[0] = c;
        return 1;
    }
    return (int)n;
}

int unicode_props_to_upper(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c < 128) {
        out[0] = c - (c >= 'a' && c <= 'z' ? 32 : 0);
        return 1;
    }
    return map_case(u32_toupper, c, out);
}

int unicode_props_to_lower(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    if (c < 128) {
        out[0] = c + (c >= 'A' && c <= 'Z' ? 32 : 0);
        return 1;
    }
    return map_case(u32_tolower, c, out);
}

int unicode_props_to_title(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    return c < 128 ? unicode_props_to_upper(c, out)
                   : map_case(u32_totitle, c, out);
}

int unicode_props_fold(uint32_t c, uint32_t out[UNICODE_CASE_MAX])
{
    return c < 128 ? unicode_props_to_lower(c, out)
                   : map_case(u32_casefold, c, out);
}

/* The ideographs that are named by their numbers. */
static bool is_unified_ideograph(uint32_t c)
{
    return (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) ||
           (c >= 0x20000 && c <= 0x2a6df) || (c >= 0x2a700 && c <= 0x2b738) ||
           (c >= 0x2b740 && c <= 0x2b81d) || (c >= 0x2b820 && c <= 0x2cea1) ||
           (c >= 0x2ceb0 && c <= 0x2ebe0) || (c >= 0x30000 && c <= 0x3134a);
}

static const char ideograph_prefix[] = "CJK UNIFIED IDEOGRAPH-";

uint32_t unicode_props_lookup_name(const char *name)
{
    size_t n = sizeof ideograph_prefix - 1;
    ucs4_t c;
    if (strncasecmp(name, ideograph_prefix, n) == 0) {
        char *end;
        unsigned long number = strtoul(name + n, &end, 16);
        return *end == '\0' && end - (name + n) <= 5 &&
                       strspn(name + n, "0123456789abcdefABCDEF") >= 4 &&
                       is_unified_ideograph((uint32_t)number)
                   ? (uint32_t)number
                   : UINT32_MAX;
    }
    c = unicode_name_character(name);
    return c == UNINAME_INVALID ? UINT32_MAX : c;
}

bool unicode_props_name(uint32_t c, char name[UNICODE_NAME_MAX])
{
    _Static_assert(UNINAME_MAX <= UNICODE_NAME_MAX, "names fit");
    if (is_unified_ideograph(c)) {
        snprintf(name, UNICODE_NAME_MAX, "%s%X", ideograph_prefix,
                 (unsigned)c);
        return true;
    }
    return unicode_character_name(c, name) != NULL;
}
