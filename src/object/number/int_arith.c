/* SPDX-License-Identifier: MIT */
/* Arithmetic on ints: tagged ones in registers, the rest by GMP's mpn. */
#include "object/number/int_arith.h"

#include <math.h>
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int_bits.h"
#include "object/number/int_view.h"
#include "object/number/limbs.h"

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
    if (x.n == 1 && y.n == 1) {
        unsigned __int128 product = (unsigned __int128)x.limbs[0] * y.limbs[0];
        r->limbs[0] = (uint64_t)product;
        r->limbs[1] = (uint64_t)(product >> 64);
    } else if ((x.n >= y.n
                    ? limbs_mul(t, int_limbs(r), x.limbs, x.n, y.limbs, y.n)
                    : limbs_mul(t, int_limbs(r), y.limbs, y.n, x.limbs,
                                x.n)) < 0) {
        return NULL_VALUE;
    }
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
    } else if (x->n == 1) {
        q->limbs[0] = x->limbs[0] / y->limbs[0];
        r->limbs[0] = x->limbs[0] % y->limbs[0];
    } else if (limbs_div(t, int_limbs(q), int_limbs(r), x->limbs, x->n,
                         y->limbs, y->n) < 0) {
        return -1;
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
    return raise_error(t, EXC(ZeroDivisionError), "%s", message);
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

/* *d = |x| / |y| correctly rounded: a quotient of 65 bits or more, and whether
 * something remains, decide how to round. */
static int divide_rounding(Thread *t, Value x, Value y, double *d)
{
    int64_t shift = int_bit_length(y) - int_bit_length(x) + 65;
    IntView numerator, denominator, quotient;
    Value q, r;
    *d = shift > 0 ? 0 : HUGE_VAL;
    if (shift > 1200 + 65 || shift < -1100)
        return 0;
    if (shift > 0)
        x = int_shift_left(t, x, (uint64_t)shift);
    else
        y = int_shift_left(t, y, (uint64_t)-shift);
    if (value_is_null(x) || value_is_null(y))
        return -1;
    int_view(x, &numerator);
    int_view(y, &denominator);
    numerator.negative = denominator.negative = false;
    if (divide(t, &numerator, &denominator, &q, &r) < 0)
        return -1;
    int_view(q, &quotient);
    bool sticky;
    int64_t exponent;
    uint64_t top = int_top_bits(&quotient, &sticky, &exponent);
    sticky |= int_sign(r) != 0;
    *d = int_round_to_double(top, sticky, exponent - shift);
    return 0;
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
    double d = 0;
    if (x.n != 0 && divide_rounding(t, a, b, &d) < 0)
        return NULL_VALUE;
    if (isinf(d))
        return raise_error(t, EXC(OverflowError),
                           "integer division result too large for a float");
    return float_from_double(t, x.negative != y.negative ? -d : d);
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
