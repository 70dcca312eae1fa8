/* SPDX-License-Identifier: MIT */
/* Arithmetic on ints: tagged ones in registers, the rest by GMP's mpn. */
#include "object/number/int_arith.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int_view.h"

/* ---- sums and products ---- */

static Value add_views(Thread *t, const IntView *x, const IntView *y)
{
    if (x->n < y->n ||
        (x->n == y->n && mpn_cmp(x->limbs, y->limbs, x->n) < 0)) {
        const IntView *swap = x;
        x = y;
        y = swap;
    }
    Int *r = int_alloc(t, x->n + 1);
    if (r == NULL)
        return NULL_VALUE;
    if (x->n == 0)
        return value_from_int(0);
    if (x->negative != y->negative)
        mpn_sub(int_limbs(r), x->limbs, x->n, y->limbs, y->n);
    else
        r->limbs[x->n] = mpn_add(int_limbs(r), x->limbs, x->n, y->limbs,
                                 y->n);
    return int_finish(r, x->n + 1, x->negative);
}

Value int_add(Thread *t, Value a, Value b)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return int_from_int64(t, i + j);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return add_views(t, &x, &y);
}

Value int_sub(Thread *t, Value a, Value b)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return int_from_int64(t, i - j);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    y.negative = !y.negative;
    return add_views(t, &x, &y);
}

Value int_mul(Thread *t, Value a, Value b)
{
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j))
        return int_from_int128(t, (__int128)i * j);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.n == 0 || y.n == 0)
        return value_from_int(0);
    Int *r = int_alloc(t, x.n + y.n);
    if (r == NULL)
        return NULL_VALUE;
    if (x.limbs == y.limbs && x.n == y.n)
        mpn_sqr(int_limbs(r), x.limbs, x.n);
    else if (x.n >= y.n)
        mpn_mul(int_limbs(r), x.limbs, x.n, y.limbs, y.n);
    else
        mpn_mul(int_limbs(r), y.limbs, y.n, x.limbs, x.n);
    return int_finish(r, x.n + y.n, x.negative != y.negative);
}

Value int_neg(Thread *t, Value a)
{
    int64_t i;
    if (int_is_immediate(a, &i))
        return int_from_int64(t, -i);
    IntView x;
    int_view(a, &x);
    return int_from_limbs(t, x.limbs, x.n, !x.negative);
}

Value int_abs(Thread *t, Value a)
{
    return int_sign(a) < 0 ? int_neg(t, a) : int_exact(t, a);
}

/* ---- division ---- */

static int64_t floordiv_small(int64_t i, int64_t j)
{
    int64_t q = i / j;
    return q - ((i % j != 0) & ((i ^ j) < 0));
}

static int64_t mod_small(int64_t i, int64_t j)
{
    int64_t r = i % j;
    return r != 0 && (r ^ j) < 0 ? r + j : r;
}

/*
 * Floor division of views; y is not zero.  The quotient and remainder are
 * stored where wanted; 0 or -1.
 */
static int divide(Thread *t, const IntView *x, const IntView *y,
                  Value *quotient, Value *remainder)
{
    bool signs_differ = x->negative != y->negative;
    int64_t nq = x->n < y->n ? 1 : x->n - y->n + 1;
    Int *q = int_alloc(t, nq + 1);
    Int *r = q == NULL ? NULL : int_alloc(t, y->n);
    if (r == NULL)
        return -1;
    if (x->n < y->n) {
        memcpy(r->limbs, x->limbs, (size_t)x->n * sizeof(mp_limb_t));
    } else {
        mpn_tdiv_qr(int_limbs(q), int_limbs(r), 0, x->limbs, x->n, y->limbs,
                    y->n);
    }
    if (signs_differ && limbs_normalize(int_limbs(r), y->n) > 0) {
        mpn_sub_n(int_limbs(r), y->limbs, int_limbs(r), y->n);
        q->limbs[nq] = mpn_add_1(int_limbs(q), int_limbs(q), nq, 1);
    }
    if (quotient != NULL)
        *quotient = int_finish(q, nq + 1, signs_differ);
    if (remainder != NULL)
        *remainder = int_finish(r, y->n, y->negative);
    return 0;
}

static Value raise_zero(Thread *t, const char *message)
{
    return raise_error(t, EXC(ZeroDivisionError), message);
}

Value int_floordiv(Thread *t, Value a, Value b)
{
    int64_t i, j;
    IntView x, y;
    Value q;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j) && j != 0)
        return int_from_int64(t, floordiv_small(i, j));
    int_view(a, &x);
    int_view(b, &y);
    if (y.n == 0)
        return raise_zero(t, "integer division or modulo by zero");
    return divide(t, &x, &y, &q, NULL) < 0 ? NULL_VALUE : q;
}

Value int_mod(Thread *t, Value a, Value b)
{
    int64_t i, j;
    IntView x, y;
    Value r;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j) && j != 0)
        return value_from_int(mod_small(i, j));
    int_view(a, &x);
    int_view(b, &y);
    if (y.n == 0)
        return raise_zero(t, "integer modulo by zero");
    return divide(t, &x, &y, NULL, &r) < 0 ? NULL_VALUE : r;
}

Value int_divmod(Thread *t, Value a, Value b)
{
    int64_t i, j;
    IntView x, y;
    Value q, r;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j) && j != 0) {
        q = int_from_int64(t, floordiv_small(i, j));
        r = value_from_int(mod_small(i, j));
    } else {
        int_view(a, &x);
        int_view(b, &y);
        if (y.n == 0)
            return raise_zero(t, "integer division or modulo by zero");
        if (divide(t, &x, &y, &q, &r) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(tuple_pack(t, 2, q, r));
}

/* ---- true division ---- */

/* |x| / |y| correctly rounded: a quotient of 65 bits or more, and whether
 * something remains, decide how to round. */
static double divide_rounding(const IntView *x, const IntView *y)
{
    int64_t shift = limbs_bit_length(y->limbs, y->n) -
                    limbs_bit_length(x->limbs, x->n) + 65;
    mpz_t a, b, q, r;
    double d;
    if (shift > 1200 + 65)
        return 0;
    if (shift < -1100)
        return HUGE_VAL;
    mpz_inits(q, r, NULL);
    mpz_roinit_n(a, x->limbs, x->n);
    mpz_roinit_n(b, y->limbs, y->n);
    mpz_mul_2exp(r, shift > 0 ? a : b, (mp_bitcnt_t)labs(shift));
    mpz_tdiv_qr(q, r, shift > 0 ? r : a, shift > 0 ? b : r);
    IntView view = {mpz_limbs_read(q), (int64_t)mpz_size(q), false, 0};
    bool sticky;
    int64_t exponent;
    uint64_t top = int_top_bits(&view, &sticky, &exponent);
    sticky |= mpz_sgn(r) != 0;
    d = int_round_to_double(top, sticky, exponent - shift);
    mpz_clears(q, r, NULL);
    return d;
}

Value int_truediv(Thread *t, Value a, Value b)
{
    const int64_t exact = INT64_C(1) << 53;
    int64_t i, j;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &j) && j != 0 &&
        i <= exact && i >= -exact && j <= exact && j >= -exact)
        return float_from_double(t, (double)i / (double)j);
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.n == 0)
        return raise_zero(t, "division by zero");
    double d = x.n == 0 ? 0 : divide_rounding(&x, &y);
    if (isinf(d))
        return raise_error(t, EXC(OverflowError),
                           "integer division result too large for a float");
    return float_from_double(t, x.negative != y.negative ? -d : d);
}

/* ---- powers ---- */

/* base ** e mod m, 0 < m < 2**62. */
static uint64_t power_mod_small(uint64_t base, uint64_t e, uint64_t m)
{
    uint64_t r = 1 % m;
    for (; e != 0; e >>= 1) {
        if (e & 1)
            r = (uint64_t)((unsigned __int128)r * base % m);
        base = (uint64_t)((unsigned __int128)base * base % m);
    }
    return r;
}

static Value power_mod(Thread *t, Value a, Value b, Value modulus)
{
    int64_t i, e, m;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &e) &&
        int_is_immediate(modulus, &m) && m > 0 && e >= 0)
        return value_from_int((int64_t)power_mod_small(
            (uint64_t)mod_small(i, m), (uint64_t)e, (uint64_t)m));
    IntView x, y, z;
    int_view(a, &x);
    int_view(b, &y);
    int_view(modulus, &z);
    if (z.n == 0)
        return raise_value_error(t, "pow() 3rd argument cannot be 0");
    mpz_t r, base, abs_m, exponent;
    mpz_roinit_n(abs_m, z.limbs, z.n);
    mpz_roinit_n(exponent, y.limbs, y.n);
    mpz_init(r);
    mpz_roinit_n(base, x.limbs, x.negative ? -x.n : x.n);
    bool one = z.n == 1 && z.limbs[0] == 1;
    if (one) {
        mpz_set_ui(r, 0);
    } else if (y.negative && !mpz_invert(r, base, abs_m)) {
        mpz_clear(r);
        return raise_value_error(
            t, "base is not invertible for the given modulus");
    } else {
        mpz_powm(r, y.negative ? r : base, exponent, abs_m);
    }
    if (z.negative && mpz_sgn(r) != 0)
        mpz_sub(r, r, abs_m);
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    return v;
}

/* x ** e, e small; 0 when it does not fit. */
static bool power_small(int64_t x, uint64_t e, int64_t *out)
{
    int64_t r = 1;
    while (e != 0) {
        if ((e & 1) && __builtin_mul_overflow(r, x, &r))
            return false;
        e >>= 1;
        if (e != 0 && __builtin_mul_overflow(x, x, &x))
            return false;
    }
    *out = r;
    return true;
}

static Value power_big(Thread *t, const IntView *x, uint64_t e)
{
    /* More bits than any memory has: refuse before GMP gives up for us. */
    unsigned __int128 bits = (unsigned __int128)e *
        (uint64_t)limbs_bit_length(x->limbs, x->n);
    if (bits > (UINT64_C(1) << 37))
        return raise_no_memory(t);
    mpz_t base, r;
    mpz_roinit_n(base, x->limbs, x->negative ? -x->n : x->n);
    mpz_init(r);
    mpz_pow_ui(r, base, e);
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    return v;
}

static Value power_negative(Thread *t, Value a, Value b)
{
    double x, y;
    if (int_to_double(t, a, &x) < 0 || int_to_double(t, b, &y) < 0)
        return NULL_VALUE;
    return float_pow(t, x, y);
}

Value int_pow(Thread *t, Value a, Value b, Value modulus)
{
    if (!value_is_none(modulus))
        return power_mod(t, a, b, modulus);
    if (int_sign(b) < 0)
        return power_negative(t, a, b);
    int64_t i, r;
    uint64_t e;
    IntView x;
    int_view(a, &x);
    if (!int_to_uint64(b, &e)) {
        if (x.n == 0)
            return value_from_int(0);
        if (x.n == 1 && x.limbs[0] == 1) {
            IntView y;
            int_view(b, &y);
            return value_from_int(x.negative && (y.limbs[0] & 1) ? -1 : 1);
        }
        return raise_no_memory(t);
    }
    if (int_is_immediate(a, &i) && power_small(i, e, &r))
        return int_from_int64(t, r);
    if (x.n == 0)
        return value_from_int(e == 0);
    return power_big(t, &x, e);
}

/* ---- rounding ---- */

Value int_round(Thread *t, Value a, Value ndigits)
{
    if (int_sign(ndigits) >= 0)
        return int_exact(t, a);
    TRY(digits, int_neg(t, ndigits));
    int64_t count;
    /* More digits than there are: zero, without making a vast power. */
    if (!int_to_int64(digits, &count) || count > int_bit_length(a))
        return value_from_int(0);
    TRY(unit, int_pow(t, value_from_int(10), digits, NONE));
    TRY(down, int_mod(t, a, unit));
    TRY(base, int_sub(t, a, down));
    TRY(twice, int_add(t, down, down));
    int order = int_compare(twice, unit);
    if (order == 0) {
        /* base is an even or odd multiple of the unit. */
        TRY(q, int_floordiv(t, base, unit));
        IntView view;
        int_view(q, &view);
        order = view.n > 0 && (view.limbs[0] & 1) ? 1 : -1;
    }
    return order > 0 ? int_add(t, base, unit) : base;
}
