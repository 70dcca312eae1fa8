/* SPDX-License-Identifier: MIT */
/* Powers of ints, and modular ones. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/gmp_room.h"
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_gcd.h"
#include "object/number/int_view.h"

/* ---- modulo ---- */

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

/* base ** e mod m by GMP, for what takes it no more than a tenth of a second;
 * 0 <= base < m. */
static Value power_mod_gmp(Thread *t, const IntView *base, const IntView *e,
                           const IntView *m)
{
    /* Its table of powers has 2**(k - 1) entries for a window of k bits. */
    int64_t entries = limbs_bit_length(e->limbs, e->n) / 8;
    if (gmp_room_open(t, m->n * (32 + (entries < 1024 ? entries : 1024)) +
                             e->n + 512) < 0)
        return NULL_VALUE;
    mpz_t r, x, exponent, modulus;
    mpz_init(r);
    mpz_powm(r, mpz_roinit_n(x, base->limbs, base->n),
             mpz_roinit_n(exponent, e->limbs, e->n),
             mpz_roinit_n(modulus, m->limbs, m->n));
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    gmp_room_close();
    return v;
}

static bool bit_of(const IntView *v, int64_t i)
{
    return (v->limbs[i / 64] >> i % 64 & 1) != 0;
}

static Value times_mod(Thread *t, Value a, Value b, Value m)
{
    if (poll_interrupt(t) < 0)
        return NULL_VALUE;
    TRY(product, int_mul(t, a, b));
    return int_mod(t, product, m);
}

enum { WINDOW = 5, ODD_POWERS = 1 << (WINDOW - 1) };

/* table[i] = base ** (2i + 1) mod m */
static int odd_powers(Thread *t, Value base, Value m, Value *table)
{
    Value square = times_mod(t, base, base, m);
    if (value_is_null(square))
        return -1;
    table[0] = base;
    for (int i = 1; i < ODD_POWERS; i++) {
        table[i] = times_mod(t, table[i - 1], square, m);
        if (value_is_null(table[i]))
            return -1;
    }
    return 0;
}

/* base ** e mod m by sliding windows, signals handled in between. */
static Value power_mod_windows(Thread *t, Value base, const IntView *e,
                               Value m)
{
    Value table[ODD_POWERS], r = value_from_int(1);
    if (odd_powers(t, base, m, table) < 0)
        return NULL_VALUE;
    for (int64_t i = limbs_bit_length(e->limbs, e->n) - 1; i >= 0;) {
        int64_t low = i, window = 0;
        if (bit_of(e, i)) {
            low = i - WINDOW + 1 > 0 ? i - WINDOW + 1 : 0;
            while (!bit_of(e, low))
                low++;
        }
        for (int64_t k = i; k >= low; k--) {
            window = 2 * window + bit_of(e, k);
            r = times_mod(t, r, r, m);
            if (value_is_null(r))
                return r;
        }
        if (window != 0)
            r = times_mod(t, r, table[window / 2], m);
        if (value_is_null(r))
            return r;
        i = low - 1;
    }
    return r;
}

/* m > 0 */
static Value power_mod_positive(Thread *t, Value a, Value b, Value m)
{
    const double most = 1 << 28; /* about a tenth of a second */
    IntView x, e, modulus;
    if (int_compare(m, value_from_int(1)) == 0)
        return value_from_int(0);
    if (int_sign(b) < 0) {
        a = int_invert_mod(t, a, m);
        b = int_neg(t, b);
        if (value_is_null(a) || value_is_null(b))
            return NULL_VALUE;
    }
    TRY(base, int_mod(t, a, m));
    int_view(base, &x);
    int_view(b, &e);
    int_view(m, &modulus);
    double bits = (double)limbs_bit_length(e.limbs, e.n);
    double n = (double)modulus.n;
    if (bits * n * (n + 64) <= most)
        return power_mod_gmp(t, &x, &e, &modulus);
    return power_mod_windows(t, base, &e, m);
}

static Value power_mod(Thread *t, Value a, Value b, Value modulus)
{
    int64_t i, e, m;
    if (int_is_immediate(a, &i) && int_is_immediate(b, &e) &&
        int_is_immediate(modulus, &m) && m > 0 && e >= 0)
        return value_from_int((int64_t)power_mod_small(
            (uint64_t)((i % m + m) % m), (uint64_t)e, (uint64_t)m));
    int sign = int_sign(modulus);
    if (sign == 0)
        return raise_value_error(t, "pow() 3rd argument cannot be 0");
    TRY(positive, int_abs(t, modulus));
    TRY(r, power_mod_positive(t, a, b, positive));
    return sign > 0 || int_sign(r) == 0 ? r : int_sub(t, r, positive);
}

/* ---- powers ---- */

/* x ** e, e small; false when it does not fit. */
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

/* An upper bound of the bits of x ** e, close for moderate results. */
static double bits_of_power(const IntView *x, uint64_t e)
{
    bool sticky;
    int64_t exponent;
    double top = (double)int_top_bits(x, &sticky, &exponent);
    double each = log2(top + top * 0x1p-52) + (double)exponent;
    return each * (double)e * (1 + 0x1p-50) + 1;
}

enum { POWER_ON_STACK = 64 }; /* limbs */

/* |x| ** e, which fits POWER_ON_STACK limbs. */
static Value power_on_stack(Thread *t, const IntView *x, uint64_t e,
                            bool negative)
{
    mp_limb_t buffers[2][2 * POWER_ON_STACK];
    mp_limb_t *r = buffers[0], *spare = buffers[1];
    int64_t n = x->n;
    memcpy(r, x->limbs, (size_t)n * sizeof *r);
    for (int bit = 62 - __builtin_clzll(e); bit >= 0; bit--) {
        for (int times = 0; times < 1 + (int)(e >> bit & 1); times++) {
            if (times == 0)
                mpn_sqr(spare, r, n);
            else
                mpn_mul(spare, r, n, x->limbs, x->n);
            n = limbs_normalize(spare, n + (times == 0 ? n : x->n));
            mp_limb_t *swap = r;
            r = spare;
            spare = swap;
        }
    }
    return int_from_limbs(t, r, n, negative);
}

/* odd ** e << zeros, of so many bits. */
static Value power_large(Thread *t, Value odd, uint64_t e, uint64_t zeros,
                         double bits)
{
    /* What cannot be had in the end need not be begun. */
    void *room = bits > 0x1p45 ? NULL : malloc((size_t)(bits / 8));
    if (room == NULL)
        return raise_no_memory(t);
    free(room);
    Value r = odd;
    for (int bit = 62 - __builtin_clzll(e); bit >= 0; bit--) {
        r = int_mul(t, r, r);
        if (!value_is_null(r) && (e >> bit & 1))
            r = int_mul(t, r, odd);
        if (value_is_null(r) || poll_interrupt(t) < 0)
            return NULL_VALUE;
    }
    return int_shift_left(t, r, zeros);
}

/* a ** e; |a| > 1, e > 0. */
static Value power_big(Thread *t, Value a, uint64_t e)
{
    IntView x;
    int_view(a, &x);
    double bits = bits_of_power(&x, e);
    if (bits <= POWER_ON_STACK * 64)
        return power_on_stack(t, &x, e, x.negative && (e & 1));
    uint64_t zeros = 0, all_zeros;
    while (x.limbs[zeros / 64] == 0)
        zeros += 64;
    zeros += (uint64_t)__builtin_ctzll(x.limbs[zeros / 64]);
    if (__builtin_mul_overflow(zeros, e, &all_zeros))
        return raise_no_memory(t);
    TRY(odd, int_shift_right(t, a, zeros));
    int64_t one;
    if (int_is_immediate(odd, &one) && (one == 1 || one == -1))
        return int_shift_left(t, value_from_int(e & 1 ? one : 1), all_zeros);
    return power_large(t, odd, e, all_zeros, bits);
}

static Value power_negative(Thread *t, Value a, Value b)
{
    double x, y;
    if (int_to_double(t, a, &x) < 0 || int_to_double(t, b, &y) < 0)
        return NULL_VALUE;
    return float_pow(t, x, y);
}

/* 0, 1 and -1 to what does not fit a word. */
static Value power_of_unit(Thread *t, Value a, Value b)
{
    int64_t i;
    IntView y;
    int_view(b, &y);
    if (!int_to_int64(a, &i) || i < -1 || i > 1)
        return raise_no_memory(t);
    return value_from_int(i < 0 && (y.limbs[0] & 1) == 0 ? 1 : i);
}

Value int_pow(Thread *t, Value a, Value b, Value modulus)
{
    int64_t i, r;
    uint64_t e;
    if (!value_is_none(modulus))
        return power_mod(t, a, b, modulus);
    if (int_sign(b) < 0)
        return power_negative(t, a, b);
    if (!int_to_uint64(b, &e))
        return power_of_unit(t, a, b);
    if (int_is_immediate(a, &i) && power_small(i, e, &r))
        return int_from_int64(t, r);
    if (int_sign(a) == 0)
        return value_from_int(e == 0);
    if (e == 0)
        return value_from_int(1);
    return power_big(t, a, e);
}
