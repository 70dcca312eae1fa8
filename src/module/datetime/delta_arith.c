/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic of timedelta, in microseconds: they need 67 bits.  Ints beyond
 * CLAMP_BITS are taken for that large, which changes no answer: products of them
 * overflow, quotients are 0 or -1.
 */
#include "module/datetime/delta.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include <math.h>

enum { CLAMP_BITS = 124 };

__int128 delta_clamp(Thread *t, Value v)
{
    int64_t i;
    const __int128 wide = (__int128)1 << CLAMP_BITS;
    if (int_to_int64(v, &i))
        return i;
    if (int_bit_length(v) > CLAMP_BITS)
        return int_sign(v) < 0 ? -wide : wide;
    uint8_t bytes[sizeof wide];
    unsigned __int128 bits = 0;
    int_to_bytes(t, v, bytes, sizeof bytes, false, true);
    for (size_t k = 0; k < sizeof bytes; k++)
        bits = bits << 8 | bytes[k];
    return (__int128)bits;
}

static Value raise_too_large(Thread *t)
{
    return raise_error(t, EXC(OverflowError),
                       "Python int too large to convert to C int");
}

static Value raise_division(Thread *t)
{
    return raise_error(t, EXC(ZeroDivisionError),
                       "integer division or modulo by zero");
}

static Value from_us(Thread *t, __int128 us)
{
    return delta_new_as(t, &delta_type, us);
}

/* ---- division of integers; by != 0 ---- */

static bool fits(__int128 a) { return a == (int64_t)a; }

static __int128 floor_quotient(__int128 a, __int128 by, __int128 *rest)
{
    __int128 q;
    if (fits(a) && fits(by) && by != -1) /* there is an instruction for it */
        q = (int64_t)a / (int64_t)by;
    else
        q = a / by;
    __int128 r = a - q * by;
    if (r != 0 && (r < 0) != (by < 0)) {
        r += by;
        q--;
    }
    *rest = r;
    return q;
}

/* To the nearest, halves to even. */
static __int128 near_quotient(__int128 a, __int128 by)
{
    __int128 rest, q = floor_quotient(a, by, &rest);
    __int128 twice = by < 0 ? -2 * rest : 2 * rest, whole = by < 0 ? -by : by;
    bool up = twice > whole || (twice == whole && (q & 1) != 0);
    return q + up;
}

/* ---- floats: mantissa * 2**exponent ---- */

typedef struct Binary {
    int64_t mantissa; /* odd, or 0 */
    int exponent;
} Binary;

static int binary_from(Thread *t, double d, Binary *b)
{
    if (isnan(d))
        return RAISE_INT(
            raise_value_error(t, "cannot convert NaN to integer ratio"));
    if (isinf(d))
        return RAISE_INT(raise_error(
            t, EXC(OverflowError), "cannot convert Infinity to integer ratio"));
    b->mantissa = (int64_t)ldexp(frexp(d, &b->exponent), 53);
    b->exponent -= 53;
    if (b->mantissa == 0) {
        b->exponent = 0;
        return 0;
    }
    int zeros = __builtin_ctzll((uint64_t)b->mantissa);
    b->mantissa /= INT64_C(1) << zeros;
    b->exponent += zeros;
    return 0;
}

/* a * 2**n, n >= 0; false when that is far beyond any timedelta. */
static bool shift_left(__int128 a, int n, __int128 *out)
{
    *out = a;
    return a == 0 ||
           (n < 126 && !__builtin_mul_overflow(a, (__int128)1 << n, out));
}

static Value mul_float(Thread *t, __int128 us, double d)
{
    Binary b;
    __int128 r;
    if (binary_from(t, d, &b) < 0)
        return NULL_VALUE;
    r = us * b.mantissa; /* 120 bits */
    if (b.exponent < -CLAMP_BITS)
        return from_us(t, 0);
    if (b.exponent < 0)
        return from_us(t, near_quotient(r, (__int128)1 << -b.exponent));
    if (!shift_left(r, b.exponent, &r))
        return raise_too_large(t);
    return from_us(t, r);
}

/* near_quotient of ints of any size. */
static Value near_large(Thread *t, Value a, Value by)
{
    if (int_sign(by) == 0)
        return raise_division(t);
    TRY(pair, int_divmod(t, a, by));
    TRY(twice,
        int_lshift(t, tuple_get(value_to_tuple(pair), 1), value_from_int(1)));
    int order = int_compare(twice, by) * int_sign(by);
    __int128 q = delta_clamp(t, tuple_get(value_to_tuple(pair), 0));
    return from_us(t, q + (order > 0 || (order == 0 && (q & 1) != 0)));
}

/* us * 2**-exponent / mantissa, where that product may need more bits. */
static Value div_wide(Thread *t, __int128 us, Binary b)
{
    if (b.exponent < -200) /* the quotient has 2**-exponent / 2**53 at least */
        return us == 0 ? from_us(t, 0) : raise_too_large(t);
    TRY(a, int_from_int128(t, us));
    TRY(wide, int_lshift(t, a, value_from_int(-b.exponent)));
    return near_large(t, wide, int_from_int64(t, b.mantissa));
}

static Value div_float(Thread *t, __int128 us, double d)
{
    Binary b;
    __int128 by, wide;
    if (binary_from(t, d, &b) < 0)
        return NULL_VALUE;
    if (b.mantissa == 0)
        return raise_division(t);
    if (b.exponent >= 0) {
        if (!shift_left(b.mantissa, b.exponent, &by))
            return from_us(t, 0);
        return from_us(t, near_quotient(us, by));
    }
    if (-b.exponent > 50 || !shift_left(us, -b.exponent, &wide))
        return div_wide(t, us, b);
    return from_us(t, near_quotient(wide, b.mantissa));
}

/* What a subclass of float says is its ratio: NULL on error. */
static Tuple *own_ratio(Thread *t, Value by)
{
    Value v = object_call_method(t, by, str_intern_c(t, "as_integer_ratio"), 0);
    if (value_is_null(v))
        return NULL;
    if (!value_is_tuple(v)) {
        raise_type_error(t,
                         "unexpected return type from as_integer_ratio(): "
                         "expected tuple, got '%T'",
                         v);
        return NULL;
    }
    Tuple *ratio = value_to_tuple(v);
    if (ratio->len != 2) {
        raise_value_error(t, "as_integer_ratio() must return a 2-tuple");
        return NULL;
    }
    if (value_is_int_object(tuple_get(ratio, 0)) &&
        value_is_int_object(tuple_get(ratio, 1)))
        return ratio;
    raise_type_error(t, "non-integer arguments in division");
    return NULL;
}

/* us * by, or us / by, where `by` is a float object. */
static Value scale(Thread *t, __int128 us, Value by, bool divide)
{
    if (value_is_float(by))
        return (divide ? div_float : mul_float)(t, us, float_to_double(by));
    Tuple *ratio = own_ratio(t, by);
    if (ratio == NULL)
        return NULL_VALUE;
    TRY(a, int_from_int128(t, us));
    TRY(wide, int_mul(t, a, tuple_get(ratio, divide)));
    return near_large(t, wide, tuple_get(ratio, !divide));
}

Value delta_ratio(Thread *t, __int128 us, __int128 by)
{
    const int64_t exact = INT64_C(1) << 53;
    if (us <= exact && us >= -exact && by <= exact && by >= -exact && by != 0)
        return float_from_double(t, (double)(int64_t)us / (double)(int64_t)by);
    return int_truediv(t, int_from_int128(t, us), int_from_int128(t, by));
}

Value delta_total_seconds(Thread *t, const Delta *d)
{
    return delta_ratio(t, delta_to_us(d), SECOND_US);
}

/* ---- slots ---- */

Value delta_add(Thread *t, Value a, Value b)
{
    if (!value_is_delta(a) || !value_is_delta(b))
        return NOT_IMPLEMENTED;
    const Delta *x = value_to_delta(a), *y = value_to_delta(b);
    int64_t days = (int64_t)x->days + y->days;
    int32_t seconds = x->seconds + y->seconds;
    int32_t us = x->microseconds + y->microseconds;
    if (us >= SECOND_US) {
        us -= SECOND_US;
        seconds++;
    }
    if (seconds >= DAY_SECONDS) {
        seconds -= DAY_SECONDS;
        days++;
    }
    return delta_new(t, days, seconds, us);
}

static Value difference(Thread *t, const Delta *x, int32_t days,
                        int32_t seconds, int32_t us)
{
    int64_t d = (int64_t)days - x->days;
    seconds -= x->seconds;
    us -= x->microseconds;
    if (us < 0) {
        us += SECOND_US;
        seconds--;
    }
    if (seconds < 0) {
        seconds += DAY_SECONDS;
        d--;
    }
    return delta_new(t, d, seconds, us);
}

Value delta_sub(Thread *t, Value a, Value b)
{
    if (!value_is_delta(a) || !value_is_delta(b))
        return NOT_IMPLEMENTED;
    const Delta *x = value_to_delta(a);
    return difference(t, value_to_delta(b), x->days, x->seconds,
                      x->microseconds);
}

Value delta_negative(Thread *t, Value self)
{
    return difference(t, value_to_delta(self), 0, 0, 0);
}

Value delta_positive(Thread *t, Value self)
{
    const Delta *d = value_to_delta(self);
    return delta_new(t, d->days, d->seconds, d->microseconds);
}

Value delta_absolute(Thread *t, Value self)
{
    return value_to_delta(self)->days < 0 ? delta_negative(t, self)
                                          : delta_positive(t, self);
}

int delta_truth(Thread *t, Value self)
{
    (void)t;
    return !delta_is_zero(value_to_delta(self));
}

Value delta_mul(Thread *t, Value a, Value b)
{
    Value delta = value_is_delta(a) ? a : b, by = value_is_delta(a) ? b : a;
    __int128 us = delta_to_us(value_to_delta(delta));
    if (value_is_int_object(by)) {
        if (__builtin_mul_overflow(us, delta_clamp(t, by), &us))
            return raise_too_large(t);
        return from_us(t, us);
    }
    if (value_is_float_object(by))
        return scale(t, us, by, false);
    return NOT_IMPLEMENTED;
}

Value delta_truediv(Thread *t, Value a, Value b)
{
    if (!value_is_delta(a))
        return NOT_IMPLEMENTED;
    __int128 us = delta_to_us(value_to_delta(a));
    if (value_is_delta(b))
        return delta_ratio(t, us, delta_to_us(value_to_delta(b)));
    if (value_is_float_object(b))
        return scale(t, us, b, true);
    if (!value_is_int_object(b))
        return NOT_IMPLEMENTED;
    __int128 by = delta_clamp(t, b);
    return by == 0 ? raise_division(t) : from_us(t, near_quotient(us, by));
}

Value delta_floordiv(Thread *t, Value a, Value b)
{
    bool ratio = value_is_delta(b);
    if (!value_is_delta(a) || (!ratio && !value_is_int_object(b)))
        return NOT_IMPLEMENTED;
    __int128 by = ratio ? delta_to_us(value_to_delta(b)) : delta_clamp(t, b),
             rest;
    if (by == 0)
        return raise_division(t);
    by = floor_quotient(delta_to_us(value_to_delta(a)), by, &rest);
    return ratio ? int_from_int128(t, by) : from_us(t, by);
}

Value delta_mod(Thread *t, Value a, Value b)
{
    if (!value_is_delta(a) || !value_is_delta(b))
        return NOT_IMPLEMENTED;
    __int128 by = delta_to_us(value_to_delta(b)), rest;
    if (by == 0)
        return raise_error(t, EXC(ZeroDivisionError), "integer modulo by zero");
    floor_quotient(delta_to_us(value_to_delta(a)), by, &rest);
    return from_us(t, rest);
}

Value delta_divmod(Thread *t, Value a, Value b)
{
    if (!value_is_delta(a) || !value_is_delta(b))
        return NOT_IMPLEMENTED;
    __int128 by = delta_to_us(value_to_delta(b)), rest;
    if (by == 0)
        return raise_division(t);
    by = floor_quotient(delta_to_us(value_to_delta(a)), by, &rest);
    TRY(quotient, int_from_int128(t, by));
    TRY(remainder, from_us(t, rest));
    return value_from_pointer(tuple_pack(t, 2, quotient, remainder));
}
