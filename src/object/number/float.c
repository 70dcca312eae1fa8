/* SPDX-License-Identifier: MIT */
/* Floats: boxing, arithmetic of Python's kind, hashing. */
#include "object/number/float.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/number.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/complex.h"
#include "object/number/int.h"
#include "object/number/number_text.h"
#include "object/text/str.h"

const GcKind float_kind = {"float", NULL, NULL};

Value float_box(Thread *t, double d)
{
    Float *f = gc_alloc(t, sizeof *f, KIND_FLOAT, SHAPE_FLOAT);
    f->value = d;
    return value_from_pointer(f);
}

bool value_is_float_object(Value v)
{
    return value_is_flonum(v) ||
           (value_is_pointer(v) && type_has_flag(v, TYPE_IS_FLOAT));
}

/*
 * Numbers of all types that are equal hash alike: to the value modulo the
 * prime 2^61 - 1, where 2^-1 is 2^60.
 */
int64_t float_hash(double d)
{
    const uint64_t prime = (UINT64_C(1) << 61) - 1;
    if (isinf(d))
        return d > 0 ? 314159 : -314159;
    if (isnan(d))
        return 0;
    int exponent;
    uint64_t x = (uint64_t)ldexp(frexp(fabs(d), &exponent), 53);
    exponent = (exponent - 53) % 61;
    if (exponent < 0)
        exponent += 61;
    if (exponent > 0)
        x = ((x << exponent) & prime) | (x >> (61 - exponent));
    x %= prime;
    int64_t h = d < 0 ? -(int64_t)x : (int64_t)x;
    return h == -1 ? -2 : h;
}

/* ---- arithmetic ---- */

double float_mod(double a, double b)
{
    double r = fmod(a, b);
    if (r == 0)
        return copysign(0, b);
    return (b < 0) != (r < 0) ? r + b : r;
}

void float_divmod(double a, double b, double *quotient, double *remainder)
{
    double r = fmod(a, b);
    double q = (a - r) / b;
    if (r == 0) {
        r = copysign(0, b);
    } else if ((b < 0) != (r < 0)) {
        r += b;
        q -= 1;
    }
    if (q == 0) {
        q = copysign(0, a / b);
    } else {
        double whole = floor(q);
        q = q - whole > 0.5 ? whole + 1 : whole;
    }
    *quotient = q;
    *remainder = r;
}

double float_floordiv(double a, double b)
{
    double q, r;
    float_divmod(a, b, &q, &r);
    return q;
}

Value float_pow(Thread *t, double a, double b)
{
    if (a == 0 && b < 0 && isfinite(b))
        return raise_error(t, EXC(ZeroDivisionError),
                           "0.0 cannot be raised to a negative power");
    if (a < 0 && isfinite(a) && isfinite(b) && b != floor(b))
        return complex_pow(t, a, 0, b, 0);
    double r = pow(a, b);
    if (isinf(r) && isfinite(a) && isfinite(b)) {
        Value message = value_from_pointer(str_from_c(t, strerror(ERANGE)));
        return raise_with_value(
            t, EXC(OverflowError),
            value_from_pointer(tuple_pack(t, 2, value_from_int(ERANGE),
                                          message)));
    }
    return float_from_double(t, r);
}

/* ---- text ---- */

Value float_repr(Thread *t, double d)
{
    char text[NUMBER_REPR_SIZE];
    size_t len = number_repr(d, text);
    return value_from_pointer(number_text_to_str(t, text, len));
}

static Value raise_no_float(Thread *t, Value v)
{
    return raise_value_error(t, "could not convert string to float: %R", v);
}

static Value from_text(Thread *t, Value v, const char *text, size_t len)
{
    double d;
    if (memchr(text, '_', len) == NULL) {
        if (!number_parse_double(text, len, &d))
            return raise_no_float(t, v);
        return float_from_double(t, d);
    }
    char *plain = malloc(len);
    bool good = plain != NULL &&
                number_text_strip_underscores(text, len, plain, &len) &&
                number_parse_double(plain, len, &d);
    free(plain);
    return good ? float_from_double(t, d) : raise_no_float(t, v);
}

Value float_from_object(Thread *t, Value v)
{
    const char *text;
    size_t len;
    const TypeSlots *slots = &type_of(v)->slots;
    if (value_is_float(v) && slots->to_float == type_float.slots.to_float)
        return v;
    if (slots->to_float != NULL || slots->index != NULL) {
        double d;
        if (object_through_float(t, v, &d) < 0)
            return NULL_VALUE;
        return float_from_double(t, d);
    }
    int kind = number_text(t, v, &text, &len);
    if (kind < 0)
        return NULL_VALUE;
    if (kind == 0)
        return raise_type_error(
            t, "float() argument must be a string or a real number, not "
            "'%.200T'", v);
    return from_text(t, v, text, len);
}

/* ---- rounding ---- */

/* Adds one in the last of n digits; false when that carries out. */
static bool digits_increment(char *digits, int n)
{
    for (int i = n - 1; i >= 0; i--) {
        if (digits[i]++ != '9')
            return true;
        digits[i] = '0';
    }
    return false;
}

/* Rounds d > 0 to a multiple of 10**drop, drop > 0. */
static double round_left(double d, int drop)
{
    char text[400] = "0";
    double whole = floor(d);
    char *digits = text + 1;
    int n = snprintf(digits, sizeof text - 1, "%.0f", whole);
    if (drop > n)
        return 0;
    char *lost = digits + n - drop;
    bool tie = *lost == '5' && d == whole &&
               strspn(lost + 1, "0") == (size_t)drop - 1;
    bool odd = lost > digits && (lost[-1] & 1) != 0;
    bool up = tie ? odd : *lost >= '5';
    memset(lost, '0', (size_t)drop);
    if (up)
        digits_increment(text, 1 + n - drop);
    return strtod(text, NULL);
}

Value float_round(Thread *t, double d, int64_t ndigits)
{
    char text[800];
    double r;
    if (!isfinite(d) || d == 0 || ndigits > 323)
        return float_from_double(t, d);
    if (ndigits < -308)
        return float_from_double(t, copysign(0, d));
    if (ndigits >= 0) {
        snprintf(text, sizeof text, "%.*f", (int)ndigits, d);
        r = strtod(text, NULL);
    } else {
        r = copysign(round_left(fabs(d), (int)-ndigits), d);
    }
    if (isinf(r))
        return raise_error(t, EXC(OverflowError),
                           "rounded value too large to represent");
    return float_from_double(t, r);
}

/* ---- hexadecimal ---- */

Value float_to_hex(Thread *t, double d)
{
    char text[40];
    if (!isfinite(d))
        return float_repr(t, d);
    const char *sign = signbit(d) ? "-" : "";
    if (d == 0) {
        snprintf(text, sizeof text, "%s0x0.0p+0", sign);
    } else {
        int exponent;
        double m = frexp(fabs(d), &exponent);
        /* Subnormals keep the least exponent. */
        int shift = exponent < -1021 ? -1021 - exponent : 0;
        exponent += shift - 1;
        uint64_t bits = (uint64_t)ldexp(m, 53 - shift);
        snprintf(text, sizeof text, "%s0x%d.%013llxp%+d", sign,
                 (int)(bits >> 52),
                 (unsigned long long)(bits & ((UINT64_C(1) << 52) - 1)),
                 exponent);
    }
    return value_from_pointer(str_from_c(t, text));
}

static size_t skip_hex(const char *p, size_t i, size_t len)
{
    while (i < len && number_digit_value(p[i]) < 16)
        i++;
    return i;
}

/* Whether p is hexadecimal digits with a point, and an exponent or none. */
static bool is_hex_body(const char *p, size_t len)
{
    size_t i = skip_hex(p, 0, len), digits = i;
    if (i < len && p[i] == '.') {
        size_t j = skip_hex(p, i + 1, len);
        digits += j - i - 1;
        i = j;
    }
    if (digits == 0)
        return false;
    if (i < len && (p[i] == 'p' || p[i] == 'P')) {
        i++;
        if (i < len && (p[i] == '+' || p[i] == '-'))
            i++;
        size_t start = i;
        while (i < len && number_is_digit(p[i]))
            i++;
        if (i == start)
            return false;
    }
    return i == len;
}

Value float_from_hex(Thread *t, Value v)
{
    const char *text;
    size_t len;
    if (!value_is_str(v))
        return raise_type_error(t, "bad argument type for built-in operation");
    if (number_text(t, v, &text, &len) < 0)
        return NULL_VALUE;
    size_t sign = len > 0 && (*text == '-' || *text == '+');
    const char *body = text + sign;
    size_t n = len - sign;
    double d;
    if (n > 0 && strchr("iInN", *body) != NULL &&
        number_parse_double(text, len, &d))
        return float_from_double(t, d);
    if (n > 1 && body[0] == '0' && (body[1] | 0x20) == 'x') {
        body += 2;
        n -= 2;
    }
    if (!is_hex_body(body, n))
        return raise_value_error(
            t, "invalid hexadecimal floating-point string");
    char *copy = malloc(n + 3);
    if (copy == NULL)
        return raise_no_memory(t);
    memcpy(copy, "0x", 2);
    memcpy(copy + 2, body, n);
    copy[n + 2] = 0;
    d = strtod(copy, NULL);
    free(copy);
    if (isinf(d))
        return raise_error(t, EXC(OverflowError), "hexadecimal value too "
                           "large to represent as a float");
    return float_from_double(t, sign && *text == '-' ? -d : d);
}
