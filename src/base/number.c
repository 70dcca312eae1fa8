/* SPDX-License-Identifier: MIT */
/* Shortest float text by trial: print with more digits until it reads back. */
#include "base/number.h"
#include "base/number_digits.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_FROM = 15, DIGITS_ENOUGH = 17, LONG_TEXT = 64 };

/* Splits "d.ddde+xx" into its digits and decimal point. */
static int split_exponent(const char *text, char *digits, int *point)
{
    int n = 0;
    const char *p = text;
    for (; *p != 'e'; p++) {
        if (*p != '.')
            digits[n++] = *p;
    }
    *point = atoi(p + 1) + 1;
    digits[n] = '\0';
    return n;
}

/*
 * At a power of two the gap below d is half the gap above, so the nearest
 * n-digit number may read back as another float while the next one up does
 * not.  Adds one to the last digit and tries.
 */
static bool try_next_up(double d, char *text)
{
    char *e = strchr(text, 'e');
    char *p = e - 1;
    while (p >= text && (*p == '9' || *p == '.'))
        p--;
    if (p < text)
        return false;
    char saved[40];
    memcpy(saved, text, sizeof saved);
    ++*p;
    for (p++; p < e; p++) {
        if (*p != '.')
            *p = '0';
    }
    if (strtod(text, NULL) == d)
        return true;
    memcpy(text, saved, sizeof saved);
    return false;
}

/*
 * The shortest decimal digits that read back as d (finite), without a sign:
 * d = 0.DIGITS * 10^point.  Answers how many digits (1 to 17); NUL-terminated.
 */
static int shortest_digits(double d, char digits[24], int *point)
{
    char text[40] = {0};
    int exponent;
    d = fabs(d);
    int quick = number_digits_quick(d, digits, point);
    if (quick > 0)
        return quick;
    bool power_of_two = frexp(d, &exponent) == 0.5;
    /* Below the normal range fewer than 15 digits may tell floats apart. */
    int n = d < 2.2250738585072014e-308 ? 1 : DIGITS_FROM;
    for (; n <= DIGITS_ENOUGH; n++) {
        snprintf(text, sizeof text, "%.*e", n - 1, d);
        if (strtod(text, NULL) == d || (power_of_two && try_next_up(d, text)))
            break;
    }
    n = split_exponent(text, digits, point);
    while (n > 1 && digits[n - 1] == '0')
        digits[--n] = '\0';
    if (d == 0)
        *point = 1;
    return n;
}

static char *put_repeated(char *p, char c, int n)
{
    memset(p, c, (size_t)n);
    return p + n;
}

static char *put_digits(char *p, const char *digits, int n)
{
    memcpy(p, digits, (size_t)n);
    return p + n;
}

static size_t write_repr(double d, char *out, const char *whole_suffix)
{
    if (!isfinite(d)) {
        strcpy(out, isnan(d) ? "nan" : d < 0 ? "-inf" : "inf");
        return strlen(out);
    }
    char digits[24];
    int point;
    int n = shortest_digits(d, digits, &point);
    char *p = out;
    if (signbit(d))
        *p++ = '-';
    if (point > 16 || point < -3) {
        *p++ = digits[0];
        if (n > 1) {
            *p++ = '.';
            p = put_digits(p, digits + 1, n - 1);
        }
        p += sprintf(p, "e%c%02d", point > 0 ? '+' : '-', abs(point - 1));
    } else if (point <= 0) {
        *p++ = '0';
        *p++ = '.';
        p = put_repeated(p, '0', -point);
        p = put_digits(p, digits, n);
    } else if (point >= n) {
        p = put_digits(p, digits, n);
        p = put_repeated(p, '0', point - n);
        p += sprintf(p, "%s", whole_suffix);
    } else {
        p = put_digits(p, digits, point);
        *p++ = '.';
        p = put_digits(p, digits + point, n - point);
    }
    *p = '\0';
    return (size_t)(p - out);
}

size_t number_repr(double d, char out[NUMBER_REPR_SIZE])
{
    return write_repr(d, out, ".0");
}

size_t number_repr_bare(double d, char out[NUMBER_REPR_SIZE])
{
    return write_repr(d, out, "");
}

static size_t skip_digits(const char *text, size_t len, size_t i)
{
    while (i < len && number_is_digit(text[i]))
        i++;
    return i;
}

/* Where the decimal literal that starts at i ends; i when there is none. */
static size_t scan_decimal(const char *text, size_t len, size_t i)
{
    size_t start = i;
    i = skip_digits(text, len, i);
    size_t digits = i - start;
    if (i < len && text[i] == '.') {
        size_t fraction = i + 1;
        i = skip_digits(text, len, fraction);
        digits += i - fraction;
    }
    if (digits == 0)
        return start;
    if (i < len && (text[i] | 0x20) == 'e') {
        size_t e = i + 1;
        if (e < len && (text[e] == '+' || text[e] == '-'))
            e++;
        size_t end = skip_digits(text, len, e);
        if (end > e)
            i = end;
    }
    return i;
}

static bool matches_word(const char *text, size_t len, const char *word)
{
    if (strlen(word) != len)
        return false;
    for (size_t i = 0; i < len; i++) {
        if ((text[i] | 0x20) != word[i])
            return false;
    }
    return true;
}

static bool parse_special(const char *text, size_t len, double *out)
{
    if (matches_word(text, len, "inf") || matches_word(text, len, "infinity")) {
        *out = HUGE_VAL;
        return true;
    }
    if (matches_word(text, len, "nan")) {
        *out = (double)NAN;
        return true;
    }
    return false;
}

bool number_parse_double(const char *text, size_t len, double *out)
{
    size_t start = len > 0 && (text[0] == '-' || text[0] == '+');
    bool negative = start && text[0] == '-';
    const char *body = text + start;
    size_t body_len = len - start;
    if (body_len == 0)
        return false;
    if (!number_is_digit(body[0]) && body[0] != '.') {
        if (!parse_special(body, body_len, out))
            return false;
    } else {
        if (scan_decimal(body, body_len, 0) != body_len)
            return false;
        char small[LONG_TEXT];
        char *copy = body_len < LONG_TEXT ? small : malloc(body_len + 1);
        if (copy == NULL)
            return false;
        memcpy(copy, body, body_len);
        copy[body_len] = '\0';
        *out = strtod(copy, NULL);
        if (copy != small)
            free(copy);
    }
    if (negative)
        *out = -*out;
    return true;
}
