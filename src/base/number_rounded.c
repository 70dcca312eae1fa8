/* SPDX-License-Identifier: MIT */
/*
 * Doubles rounded to so many decimal digits, by exact integers.
 *
 * d = m * 2^e with m below 2^53, so d * 10^k = m * 5^k * 2^(e+k), and m * 5^k fits
 * into 128 bits up to k = 22: what is shifted out decides how it is rounded.  For
 * k < 0 it is m * 2^e divided by a power of ten, whose remainder decides.
 */
#include "base/number_rounded.h"

#include <string.h>

typedef unsigned __int128 Wide;

enum {
    SCALE_MAX = 22,
    FRACTION_BITS = 52,
    BIAS = 1075,
    WORD_DIGITS = 19,
    GROWTH_MAX = 20, /* m * 5^22 is below 2^105 */
};

static const uint64_t fives[SCALE_MAX + 1] = {
    1, 5, 25, 125, 625, 3125, 15625, 78125, 390625, 1953125, 9765625, 48828125,
    244140625, 1220703125, 6103515625, 30517578125, 152587890625, 762939453125,
    3814697265625, 19073486328125, 95367431640625, 476837158203125,
    2384185791015625};

/* d = m * 2^e */
static uint64_t split(double d, int *e)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    ASSERT(bits >> 63 == 0 && bits >> FRACTION_BITS != 0x7ff);
    uint64_t fraction = bits & ((UINT64_C(1) << FRACTION_BITS) - 1);
    int exponent = (int)(bits >> FRACTION_BITS);
    *e = (exponent == 0 ? 1 : exponent) - BIAS;
    return exponent == 0 ? fraction : fraction | UINT64_C(1) << FRACTION_BITS;
}

/* The integer that is nearest to m * 5^k * 2^shift; false: too large. */
static bool multiply(uint64_t m, uint64_t five, int shift, Wide *out)
{
    Wide v = (Wide)m * five;
    if (shift > GROWTH_MAX)
        return false;
    if (shift >= 0) {
        *out = v << shift;
        return true;
    }
    if (shift < -120) { /* less than a half */
        *out = 0;
        return true;
    }
    Wide q = v >> -shift, half = (Wide)1 << (-shift - 1);
    Wide rest = v & (2 * half - 1);
    *out = q + (rest > half || (rest == half && q % 2 != 0));
    return true;
}

/* The same of m * 2^e / by, a power of ten up to the 22nd, below 2^74. */
static bool divide(uint64_t m, int e, Wide by, Wide *out)
{
    if (e > 70 || e < -50)
        return false;
    Wide v = e > 0 ? (Wide)m << e : m;
    if (e < 0)
        by <<= -e;
    Wide q = v / by, twice = 2 * (v % by);
    *out = q + (twice > by || (twice == by && q % 2 != 0));
    return true;
}

/* The integer that is nearest to m * 2^e * 10^k; false where it is left to who
 * asks. */
static bool scale(uint64_t m, int e, int k, Wide *out)
{
    if (k > SCALE_MAX || k < -SCALE_MAX)
        return false;
    uint64_t five = fives[k < 0 ? -k : k];
    return k >= 0 ? multiply(m, five, e + k, out)
                  : divide(m, e, (Wide)five << -k, out);
}

/* Writes v backwards from `end`, with at least n digits: where it starts. */
static char *put_word(uint64_t v, int n, char *end)
{
    char *p = end;
    for (; v != 0; v /= 10)
        *--p = (char)('0' + v % 10);
    while (end - p < n)
        *--p = '0';
    return p;
}

static char *put_wide(Wide v, int n, char *end)
{
    const uint64_t word = UINT64_C(10000000000000000000);
    if (v < word)
        return put_word((uint64_t)v, n, end);
    return put_word((uint64_t)(v / word), n - WORD_DIGITS,
                    put_word((uint64_t)(v % word), WORD_DIGITS, end));
}

size_t number_fixed_quick(double d, int precision, char out[NUMBER_ROUNDED_SIZE])
{
    int e;
    Wide v;
    uint64_t m = split(d, &e);
    if (precision < 0 || !scale(m, e, precision, &v))
        return 0;
    char digits[NUMBER_ROUNDED_SIZE], *end = digits + sizeof digits;
    char *start = put_wide(v, precision + 1, end), *p = out;
    size_t whole = (size_t)(end - start - precision);
    memcpy(p, start, whole);
    p += whole;
    if (precision > 0) {
        *p++ = '.';
        memcpy(p, start + whole, (size_t)precision);
        p += precision;
    }
    *p = '\0';
    return (size_t)(p - out);
}

/* floor(b * log10(2)) for exponents of doubles */
static int decimal_exponent(int b)
{
    return (int)(((int64_t)b * INT64_C(1292913986)) >> 32);
}

bool number_rounded_digits(double d, int n, char *digits, int *point)
{
    int e;
    Wide v = 0;
    uint64_t m = split(d, &e);
    if (n < 1 || n > NUMBER_ROUNDED_MAX)
        return false;
    if (m == 0) {
        memset(digits, '0', (size_t)n);
        *point = 1;
        return true;
    }
    /* 10^x <= d < 10^(x+2) */
    int x = decimal_exponent(63 - __builtin_clzll(m) + e);
    uint64_t limit = fives[n] << n;
    for (;; x++) {
        if (!scale(m, e, n - 1 - x, &v))
            return false;
        if (v < limit)
            break;
    }
    ASSERT(v >= limit / 10);
    put_word((uint64_t)v, n, digits + n);
    *point = x + 1;
    return true;
}

static char *put_bytes(char *p, const char *from, int n)
{
    memcpy(p, from, (size_t)n);
    return p + n;
}

/* Digits with a point behind `whole` of them, which may be before or after all. */
static char *put_point(char *p, const char *digits, int n, int whole, bool alt)
{
    if (whole <= 0) {
        p = put_bytes(p, "0.00000", 2 - whole);
        return put_bytes(p, digits, n);
    }
    int more = whole < n ? whole : n;
    p = put_bytes(p, digits, more);
    for (int i = n; i < whole; i++)
        *p++ = '0';
    if (n > whole || alt)
        *p++ = '.';
    return put_bytes(p, digits + more, n - more);
}

size_t number_exponent_quick(double d, int precision, bool general, bool alt,
                             char out[NUMBER_ROUNDED_SIZE])
{
    char digits[NUMBER_ROUNDED_MAX], *p = out;
    int point, n = general ? (precision == 0 ? 1 : precision) : precision + 1;
    if (!number_rounded_digits(d, n, digits, &point))
        return 0;
    int exponent = point - 1;
    bool fixed = general && exponent >= -4 && exponent < n;
    while (general && !alt && n > 1 && digits[n - 1] == '0')
        n--;
    p = put_point(p, digits, n, fixed ? point : 1, alt);
    if (!fixed) {
        *p++ = 'e';
        *p++ = exponent < 0 ? '-' : '+';
        if (exponent < 0)
            exponent = -exponent;
        char text[8], *end = text + sizeof text;
        char *start = put_word((uint64_t)exponent, 2, end);
        p = put_bytes(p, start, (int)(end - start));
    }
    *p = '\0';
    return (size_t)(p - out);
}
