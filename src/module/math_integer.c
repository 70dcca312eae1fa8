/* SPDX-License-Identifier: MIT */
/* The module math: functions of whole numbers. */
#include <math.h>
#include "module/math.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int_arith.h"
#include "object/number/int_gcd.h"
#include "object/number/int_product.h"
#include "object/number/int_root.h"
#include "object/number/int_view.h"

/* ---- divisors and multiples ---- */

static uint64_t gcd_words(uint64_t a, uint64_t b)
{
    while (b != 0) {
        uint64_t r = a % b;
        a = b;
        b = r;
    }
    return a;
}

static uint64_t magnitude(int64_t i)
{
    return i < 0 ? -(uint64_t)i : (uint64_t)i;
}

static Value gcd(Thread *t, Value a, Value b)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return int_from_uint64(t, gcd_words(magnitude(i), magnitude(j)));
    return int_gcd(t, a, b);
}

NATIVE(math_integer, gcd, 0,
       "Greatest common divisor of the integers.", (args, integers))
{
    Value r = value_from_int(0);
    for (int64_t i = 0; i < n_integers; i++) {
        TRY(v, object_index(t, integers[i]));
        r = gcd(t, r, v);
        if (value_is_null(r))
            return r;
    }
    return r;
}

static Value lcm(Thread *t, Value a, Value b)
{
    if (int_sign(a) == 0 || int_sign(b) == 0)
        return value_from_int(0);
    TRY(divisor, gcd(t, a, b));
    TRY(part, int_floordiv(t, a, divisor));
    TRY(r, int_mul(t, part, b));
    return int_abs(t, r);
}

NATIVE(math_integer, lcm, 0,
       "Least common multiple of the integers.", (args, integers))
{
    Value r = value_from_int(1);
    for (int64_t i = 0; i < n_integers; i++) {
        TRY(v, object_index(t, integers[i]));
        r = lcm(t, r, v);
        if (value_is_null(r))
            return r;
    }
    return r;
}

/* ---- roots ---- */

NATIVE(math_integer, isqrt, NATIVE_PURE,
       "The square root of n, rounded down.", (arg, integer, n), (slash))
{
    if (int_sign(n) < 0)
        return raise_value_error(t, "isqrt() argument must be nonnegative");
    return int_isqrt(t, n);
}

/* ---- factorials and selections ---- */

static Value factorial(Thread *t, Value v)
{
    int64_t i;
    if (int_sign(v) < 0)
        return raise_value_error(
            t, "factorial() not defined for negative values");
    if (!int_to_int64(v, &i))
        return raise_error(t, EXC(OverflowError), "factorial() argument "
                           "should not exceed %l", INT64_MAX);
    return int_factorial(t, (uint64_t)i);
}

NATIVE(math_integer, factorial, 0,
       "The product of the integers from 1 to n.", (arg, integer, n), (slash))
{
    return factorial(t, n);
}

static int check_selection(Thread *t, Value n, Value k)
{
    if (int_sign(n) < 0)
        return RAISE_INT(raise_value_error(
            t, "n must be a non-negative integer"));
    if (int_sign(k) < 0)
        return RAISE_INT(raise_value_error(
            t, "k must be a non-negative integer"));
    return 0;
}

NATIVE(math_integer, perm, 0,
       "How many sequences of k different items n items make; without k: of "
       "all.",
       (arg, integer, n), (opt_as, object, k_or_none, "k", None), (slash))
{
    int64_t count;
    if (value_is_none(k_or_none))
        return factorial(t, n);
    TRY(k, object_index(t, k_or_none));
    if (check_selection(t, n, k) < 0)
        return NULL_VALUE;
    if (int_compare(n, k) < 0)
        return value_from_int(0);
    if (!int_to_int64(k, &count))
        return raise_error(t, EXC(OverflowError), "k must not exceed %l",
                           INT64_MAX);
    return int_falling(t, n, (uint64_t)count);
}

NATIVE(math_integer, comb, 0,
       "How many subsets of k items a set of n has.",
       (arg, integer, n), (arg, integer, k), (slash))
{
    int64_t count;
    if (check_selection(t, n, k) < 0)
        return NULL_VALUE;
    TRY(rest, int_sub(t, n, k));
    if (int_sign(rest) < 0)
        return value_from_int(0);
    if (int_compare(rest, k) < 0)
        k = rest;
    if (!int_to_int64(k, &count))
        return raise_error(t, EXC(OverflowError),
                           "min(n - k, k) must not exceed %l", INT64_MAX);
    return int_choose(t, n, (uint64_t)count);
}

const NativeDef *const math_integer_functions[] = {
    &math_integer_comb_native,
    &math_integer_factorial_native,
    &math_integer_gcd_native,
    &math_integer_isqrt_native,
    &math_integer_lcm_native,
    &math_integer_perm_native,
    NULL,
};
