/* SPDX-License-Identifier: MIT */
/* The module math: functions of whole numbers. */
#include <math.h>
#include "module/math.h"
#include "object/error/raise.h"
#include "object/number/int_arith.h"
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
    IntView x, y;
    mpz_t r, p, q;
    int_view(a, &x);
    int_view(b, &y);
    mpz_init(r);
    mpz_gcd(r, mpz_roinit_n(p, x.limbs, x.n), mpz_roinit_n(q, y.limbs, y.n));
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    return v;
}

static Value math_gcd(Thread *t, Value *args, int64_t n)
{
    Value r = value_from_int(0);
    for (int64_t i = 0; i < n; i++) {
        TRY(v, object_index(t, args[i]));
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

static Value math_lcm(Thread *t, Value *args, int64_t n)
{
    Value r = value_from_int(1);
    for (int64_t i = 0; i < n; i++) {
        TRY(v, object_index(t, args[i]));
        r = lcm(t, r, v);
        if (value_is_null(r))
            return r;
    }
    return r;
}

/* ---- roots ---- */

static uint64_t root_word(uint64_t u)
{
    uint64_t r = (uint64_t)sqrt((double)u);
    while ((unsigned __int128)r * r > u)
        r--;
    while ((unsigned __int128)(r + 1) * (r + 1) <= u)
        r++;
    return r;
}

static Value math_isqrt(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(v, object_index(t, args[0]));
    IntView x;
    int_view(v, &x);
    if (x.negative)
        return raise_value_error(t, "isqrt() argument must be nonnegative");
    if (x.n <= 1)
        return int_from_uint64(t, x.n == 0 ? 0 : root_word(x.limbs[0]));
    int64_t size = (x.n + 1) / 2;
    Int *r = int_alloc(t, size);
    if (r == NULL)
        return NULL_VALUE;
    mpn_sqrtrem(int_limbs(r), NULL, x.limbs, x.n);
    return int_finish(r, size, false);
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
    if (i > INT64_C(10000000000))
        return raise_no_memory(t);
    mpz_t r;
    mpz_init(r);
    mpz_fac_ui(r, (unsigned long)i);
    Value f = int_from_mpz(t, r);
    mpz_clear(r);
    return f;
}

static Value math_factorial(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(v, object_index(t, args[0]));
    return factorial(t, v);
}

/* (n - k + 1) * ... * n, halved so that the factors stay even in size. */
static Value falling(Thread *t, Value n, int64_t k)
{
    if (k == 0)
        return value_from_int(1);
    if (k <= 8) {
        Value r = n;
        for (int64_t i = 1; i < k; i++) {
            TRY(factor, int_sub(t, n, value_from_int(i)));
            r = int_mul(t, r, factor);
            if (value_is_null(r))
                return r;
        }
        return r;
    }
    int64_t half = k / 2;
    TRY(left, falling(t, n, half));
    TRY(next, int_sub(t, n, value_from_int(half)));
    TRY(right, falling(t, next, k - half));
    return int_mul(t, left, right);
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

static Value math_perm(Thread *t, Value *args, int64_t n_args)
{
    (void)n_args;
    int64_t count;
    TRY(n, object_index(t, args[0]));
    if (value_is_none(args[1]))
        return factorial(t, n);
    TRY(k, object_index(t, args[1]));
    if (check_selection(t, n, k) < 0)
        return NULL_VALUE;
    if (int_compare(n, k) < 0)
        return value_from_int(0);
    if (!int_to_int64(k, &count))
        return raise_error(t, EXC(OverflowError), "k must not exceed %l",
                           INT64_MAX);
    return falling(t, n, count);
}

static Value math_comb(Thread *t, Value *args, int64_t n_args)
{
    (void)n_args;
    int64_t count;
    TRY(n, object_index(t, args[0]));
    TRY(k, object_index(t, args[1]));
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
    IntView x;
    mpz_t r, base;
    int_view(n, &x);
    mpz_init(r);
    if (x.n <= 1)
        mpz_bin_uiui(r, x.n == 0 ? 0 : x.limbs[0], (unsigned long)count);
    else
        mpz_bin_ui(r, mpz_roinit_n(base, x.limbs, x.n),
                   (unsigned long)count);
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    return v;
}

#define PURE NATIVE_PURE
const NativeDef math_integer_functions[] = {
    {"comb", math_comb, "(n, k, /)",
     "Number of ways to choose k items from n items without repetition and "
     "without order.", PURE},
    {"factorial", math_factorial, "(n, /)",
     "Find n!.\n\nRaise a ValueError if x is negative or non-integral.",
     PURE},
    {"gcd", math_gcd, "(*integers)", "Greatest Common Divisor.", PURE},
    {"isqrt", math_isqrt, "(n, /)",
     "Return the integer part of the square root of the input.", PURE},
    {"lcm", math_lcm, "(*integers)", "Least Common Multiple.", PURE},
    {"perm", math_perm, "(n, k=None, /)",
     "Number of ways to choose k items from n items without repetition and "
     "with order.", PURE},
    {0},
};
