/* SPDX-License-Identifier: MIT */
/*
 * JSON's numbers, read.  A float of few digits is exact: digits below 2^53 and
 * powers of ten up to 10^22 are floats, so one multiplication or division rounds
 * as it should (Clinger, PLDI 1990).
 */
#include "base/number.h"
#include "module/json/json_parts.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int_text.h"

enum { DIGITS_MAX = 18, POWERS = 23, EXPONENT_MAX = 100000 };

static bool is_digit(uint32_t c) { return c >= '0' && c <= '9'; }

/* Takes the digits at i into n: where they end. */
static int64_t take_digits(const Str *text, int64_t i, JsonNumber *n)
{
    for (uint32_t c; is_digit(c = str_at(text, i)); i++)
        if (n->n_digits++ < DIGITS_MAX)
            n->digits = n->digits * 10 + (c - '0');
    return i;
}

/* The exponent whose e is at i: where it ends, i if it is none. */
static int64_t take_exponent(const Str *text, int64_t i, JsonNumber *n)
{
    int64_t e = i + 1, exponent = 0;
    uint32_t sign = str_at(text, i + 1 < text->len ? e : i);
    if (sign == '-' || sign == '+')
        e++;
    if (e >= text->len || !is_digit(str_at(text, e)))
        return i;
    for (uint32_t c; is_digit(c = str_at(text, e)); e++)
        if (exponent < EXPONENT_MAX)
            exponent = exponent * 10 + (c - '0');
    n->exponent += sign == '-' ? -exponent : exponent;
    n->is_float = true;
    return e;
}

JsonNumber json_number_find(const Str *text, int64_t i)
{
    JsonNumber n = {.start = i, .end = i};
    n.negative = str_at(text, i) == '-';
    i += n.negative;
    if (i >= text->len || !is_digit(str_at(text, i)))
        return n;
    if (str_at(text, i) == '0')
        i++;
    else
        i = take_digits(text, i, &n);
    if (str_at(text, i) == '.' && i + 1 < text->len &&
        is_digit(str_at(text, i + 1))) {
        int64_t point = i;
        i = take_digits(text, i + 1, &n);
        n.exponent = point + 1 - i;
        n.is_float = true;
    }
    if ((str_at(text, i) | 0x20) == 'e')
        i = take_exponent(text, i, &n);
    n.end = i;
    return n;
}

/* Whether the float is exact as told above. */
static bool easy_float(const JsonNumber *n, double *out)
{
    static const double powers[POWERS] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    if (n->n_digits > DIGITS_MAX || n->digits >> 53 != 0 ||
        n->exponent <= -POWERS || n->exponent >= POWERS)
        return false;
    double d = (double)n->digits;
    *out = n->exponent < 0 ? d / powers[-n->exponent] : d * powers[n->exponent];
    return true;
}

Value json_number_value(Thread *t, Str *text, const JsonNumber *n)
{
    double d;
    if (!n->is_float && n->n_digits <= DIGITS_MAX) {
        int64_t i = (int64_t)n->digits;
        return value_from_int(n->negative ? -i : i);
    }
    if (n->is_float && easy_float(n, &d))
        return float_from_double(t, n->negative ? -d : d);
    Str *written = str_slice(t, text, n->start, n->end);
    if (written == NULL)
        return NULL_VALUE;
    if (!n->is_float)
        return int_from_text_object(t, value_from_pointer(written), 10);
    if (!number_parse_double((const char *)written->data, (size_t)written->len,
                             &d))
        return raise_no_memory(t);
    return float_from_double(t, d);
}
