/* SPDX-License-Identifier: MIT */
/*
 * The shortest digits of doubles of everyday size, by exact integers.
 *
 * d = m * 2^-s with m below 2^53.  With k such that d * 10^k has 17 digits before
 * the point, N = m * 10^k and all that is compared below fits into 128 bits, since
 * d >= 10^-6 means that k <= 22 and s <= 73.  An integer C of 17 digits stands
 * for a decimal number that reads back as d if it lies within half a gap between
 * floats of d * 10^k = N / 2^s:
 *
 *     |C * 2^(s+1) - 2N| <= 10^k      (=: if m is even; below a power of two
 *                                      the gap is half as wide)
 *
 * Seventeen digits are always enough.  Of numbers of fifteen digits at most one
 * lies so near, hence it is the shortest but for zeros at its end; of sixteen
 * the nearest is wanted (Steele and White, PLDI 1990, in short).
 */
#include "base/number_digits.h"

#include <math.h>
#include <string.h>

typedef unsigned __int128 Wide;
typedef __int128 Signed;

enum { DIGITS = 17, SCALE_MAX = 22, MANTISSA = 53 };

static const uint64_t powers[20] = {1,
                                    10,
                                    100,
                                    1000,
                                    10000,
                                    100000,
                                    1000000,
                                    10000000,
                                    100000000,
                                    1000000000,
                                    10000000000,
                                    100000000000,
                                    1000000000000,
                                    10000000000000,
                                    100000000000000,
                                    1000000000000000,
                                    10000000000000000,
                                    100000000000000000,
                                    1000000000000000000,
                                    UINT64_C(10000000000000000000)};

/* d * 10^k */
typedef struct Scaled {
    uint64_t whole; /* of N / 2^s */
    Wide rest;      /* N mod 2^s */
    Wide half_gap;  /* 10^k: of 2^(s+1) */
    int s, k;
    bool is_even, is_power; /* of m; of two */
} Scaled;

static Wide power_of_ten(int k)
{
    return k < 20 ? powers[k] : (Wide)powers[19] * powers[k - 19];
}

static void set_scale(Scaled *x, uint64_t m, int k)
{
    x->k = k;
    x->half_gap = power_of_ten(k);
    Wide n = m * x->half_gap;
    x->whole = (uint64_t)(n >> x->s);
    x->rest = n & (((Wide)1 << x->s) - 1);
}

static bool scale(Scaled *x, double d)
{
    int exponent;
    double fraction = frexp(d, &exponent);
    uint64_t m = (uint64_t)ldexp(fraction, MANTISSA);
    x->s = MANTISSA - exponent;
    x->is_even = m % 2 == 0;
    x->is_power = fraction == 0.5;
    /* 10^(p-1) <= d < 10^p, or p is one too large */
    int p = (int)ceil(exponent * 0.30102999566398120);
    int k = DIGITS - p;
    if (k > SCALE_MAX)
        k = SCALE_MAX;
    if (k < 0)
        return false;
    set_scale(x, m, k);
    if (x->whole < powers[DIGITS - 1]) {
        if (k == SCALE_MAX)
            return false;
        set_scale(x, m, k + 1);
    }
    return x->whole >= powers[DIGITS - 1] && x->whole < powers[DIGITS];
}

/* How far whole + more is from d * 10^k, of 2^(s+1). */
static Signed distance(const Scaled *x, int64_t more)
{
    return (Signed)more * ((Signed)1 << (x->s + 1)) - 2 * (Signed)x->rest;
}

/* Whether a number so far away reads back as d. */
static bool is_near(const Scaled *x, Signed away)
{
    Signed gap = (Signed)x->half_gap;
    if (away < 0)
        away = x->is_power ? -2 * away : -away;
    return away < gap || (away == gap && x->is_even);
}

/* The multiple of `step` that is nearest to d * 10^k of those that read back as
 * d; 0: none does. */
static uint64_t nearest(const Scaled *x, int step)
{
    int64_t down = -(int64_t)(x->whole % (uint64_t)step), up = down + step;
    Signed below = distance(x, down), above = distance(x, up);
    bool up_is_nearer = -below > above ||
                        (-below == above &&
                         (x->whole + (uint64_t)down) / (uint64_t)step % 2 != 0);
    int64_t more = up_is_nearer ? up : down;
    if (is_near(x, up_is_nearer ? above : below))
        return x->whole + (uint64_t)more;
    more = up_is_nearer ? down : up;
    return is_near(x, up_is_nearer ? below : above) ? x->whole + (uint64_t)more
                                                    : 0;
}

int number_digits_quick(double d, char digits[24], int *point)
{
    Scaled x;
    if (!(d >= 1e-6 && d < 9007199254740992.0) || !scale(&x, d))
        return 0;
    uint64_t c = nearest(&x, 100);
    if (c == 0)
        c = nearest(&x, 10);
    if (c == 0)
        c = nearest(&x, 1);
    if (c == 0)
        return 0;
    *point = DIGITS - x.k;
    if (c == powers[DIGITS]) { /* rounded up to a power of ten */
        c /= 10;
        ++*point;
    }
    for (int i = DIGITS; i-- > 0; c /= 10)
        digits[i] = (char)('0' + c % 10);
    int n = DIGITS;
    while (n > 1 && digits[n - 1] == '0')
        n--;
    digits[n] = '\0';
    return n;
}
