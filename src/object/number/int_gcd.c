/* SPDX-License-Identifier: MIT */
/*
 * Greatest common divisors and inverses: GMP's up to what it does in a tenth of
 * a second; above, pairs are halved in length by matrices of quotients that
 * are found from their upper halves, recursively (D. Knuth, The analysis of
 * algorithms, 1970; A. Schoenhage, 1971), and at the bottom from their highest
 * words (D. H. Lehmer, 1938).
 *
 * A matrix that stems from upper halves may be off by a quotient or two.  That
 * does not matter: all have determinant 1 or -1, so pairs keep their divisors,
 * and what becomes negative or too long is mended.
 */
#include "object/number/int_gcd.h"

#include <string.h>
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_view.h"

enum {
    GMP_LIMBS = 16384, /* the most that GMP gets */
    LEHMER_BITS = 512, /* to be lost by halving; fewer: word by word */
};

/* A pair of numbers, x >= y >= 0, and what it was multiplied by to get it. */
typedef struct Pair {
    Value x, y;
    Value a, b, c, d; /* x = a x0 + b y0, y = c x0 + d y0 */
} Pair;

static Pair pair_of(Value x, Value y)
{
    Value one = value_from_int(1), zero = value_from_int(0);
    return (Pair){x, y, one, zero, zero, one};
}

/* ---- steps ---- */

/* *r = a x + b y */
static int combine(Thread *t, Value a, Value x, Value b, Value y, Value *r)
{
    Value ax = int_mul(t, a, x);
    Value by = value_is_null(ax) ? ax : int_mul(t, b, y);
    *r = value_is_null(by) ? by : int_add(t, ax, by);
    return value_is_null(*r) ? -1 : 0;
}

/* (*x, *y) = the matrix of m times (*x, *y) */
static int apply(Thread *t, const Pair *m, Value *x, Value *y)
{
    Value new_x, new_y;
    if (combine(t, m->a, *x, m->b, *y, &new_x) < 0 ||
        combine(t, m->c, *x, m->d, *y, &new_y) < 0)
        return -1;
    *x = new_x;
    *y = new_y;
    return 0;
}

/* Makes x >= y >= 0 again. */
static int mend(Thread *t, Pair *p)
{
    if (int_sign(p->x) < 0) {
        p->x = int_neg(t, p->x);
        p->a = int_neg(t, p->a);
        p->b = int_neg(t, p->b);
    }
    if (int_sign(p->y) < 0) {
        p->y = int_neg(t, p->y);
        p->c = int_neg(t, p->c);
        p->d = int_neg(t, p->d);
    }
    if (value_is_null(p->x) || value_is_null(p->a) || value_is_null(p->b) ||
        value_is_null(p->y) || value_is_null(p->c) || value_is_null(p->d))
        return -1;
    if (int_compare(p->x, p->y) < 0)
        *p = (Pair){p->y, p->x, p->c, p->d, p->a, p->b};
    return 0;
}

/* Multiplies p by the matrix of m. */
static int pair_multiply(Thread *t, Pair *p, const Pair *m)
{
    return apply(t, m, &p->x, &p->y) < 0 || apply(t, m, &p->a, &p->c) < 0 ||
                   apply(t, m, &p->b, &p->d) < 0
               ? -1 : mend(t, p);
}

/* (x, y) = (y, x mod y), y > 0 */
static int divide_step(Thread *t, Pair *p)
{
    Value one = value_from_int(1), zero = value_from_int(0), q;
    q = int_floordiv(t, p->x, p->y);
    if (value_is_null(q))
        return -1;
    q = int_neg(t, q);
    if (value_is_null(q))
        return -1;
    return pair_multiply(t, p, &(Pair){zero, zero, zero, one, one, q});
}

/* The bits of v from `shift` on, as a word. */
static int64_t bits_from(Value v, int64_t shift)
{
    IntView x;
    int_view(v, &x);
    int64_t word = shift / 64;
    unsigned bits = (unsigned)(shift % 64);
    uint64_t low = word < x.n ? x.limbs[word] >> bits : 0;
    if (bits != 0 && word + 1 < x.n)
        low |= x.limbs[word + 1] << (64 - bits);
    return (int64_t)low;
}

/*
 * As many quotients as the highest 60 bits tell for sure (Knuth, The art of
 * computer programming 2, algorithm 4.5.2 L); false if none.
 */
static bool lehmer_matrix(const Pair *p, Pair *m)
{
    const int64_t most = INT64_C(1) << 30;
    int64_t shift = int_bit_length(p->x) - 60;
    int64_t a = 1, b = 0, c = 0, d = 1;
    if (shift < 0)
        shift = 0;
    int64_t x = bits_from(p->x, shift), y = bits_from(p->y, shift);
    while (y + c > 0 && y + d > 0) {
        int64_t q = (x + a) / (y + c);
        if (q != (x + b) / (y + d) || q >= most)
            break;
        int64_t next_c = a - q * c, next_d = b - q * d;
        if (next_c > most || next_c < -most || next_d > most ||
            next_d < -most)
            break;
        int64_t rest = x - q * y;
        a = c, c = next_c;
        b = d, d = next_d;
        x = y, y = rest;
    }
    *m = (Pair){value_from_int(0), value_from_int(0), value_from_int(a),
                value_from_int(b), value_from_int(c), value_from_int(d)};
    return b != 0;
}

static int lehmer_step(Thread *t, Pair *p)
{
    Pair m;
    return lehmer_matrix(p, &m) ? pair_multiply(t, p, &m)
                                : divide_step(t, p);
}

/* ---- halving ---- */

static int halve(Thread *t, Pair *p, int64_t target);

static Value low_bits(Thread *t, Value v, int64_t bits)
{
    IntView x;
    int_view(v, &x);
    int64_t n = bits / 64 + 1 < x.n ? bits / 64 + 1 : x.n;
    Int *r = int_alloc(t, n);
    if (r == NULL)
        return NULL_VALUE;
    memcpy(r->limbs, x.limbs, (size_t)n * sizeof(mp_limb_t));
    if (n > bits / 64)
        r->limbs[n - 1] &= (UINT64_C(1) << bits % 64) - 1;
    return int_finish(r, n, false);
}

/* *r = (upper << shift) + a x + b y */
static int combine_halves(Thread *t, Value upper, int64_t shift, Value a,
                          Value x, Value b, Value y, Value *r)
{
    Value lower, shifted = int_shift_left(t, upper, (uint64_t)shift);
    if (value_is_null(shifted) || combine(t, a, x, b, y, &lower) < 0)
        return -1;
    *r = int_add(t, shifted, lower);
    return value_is_null(*r) ? -1 : 0;
}

/* Multiplies p by u's matrix, u having come from p's numbers from bit `shift`
 * on. */
static int pair_multiply_upper(Thread *t, Pair *p, const Pair *u,
                               int64_t shift)
{
    Value x = low_bits(t, p->x, shift);
    Value y = value_is_null(x) ? x : low_bits(t, p->y, shift);
    if (value_is_null(y) ||
        combine_halves(t, u->x, shift, u->a, x, u->b, y, &p->x) < 0 ||
        combine_halves(t, u->y, shift, u->c, x, u->d, y, &p->y) < 0)
        return -1;
    if (int_sign(p->b) == 0 && int_sign(p->c) == 0) /* the first */
        *p = (Pair){p->x, p->y, u->a, u->b, u->c, u->d};
    else if (apply(t, u, &p->a, &p->c) < 0 || apply(t, u, &p->b, &p->d) < 0)
        return -1;
    return mend(t, p);
}

/* Takes about `lose` bits off both numbers, by their highest 2 lose bits. */
static int halve_upper(Thread *t, Pair *p, int64_t lose)
{
    int64_t bits = int_bit_length(p->x);
    int64_t shift = bits > 2 * lose ? bits - 2 * lose : 0;
    if (shift == 0)
        return halve(t, p, bits - lose);
    Value x = int_shift_right(t, p->x, (uint64_t)shift);
    Value y = value_is_null(x) ? x
                               : int_shift_right(t, p->y, (uint64_t)shift);
    if (value_is_null(y))
        return -1;
    Pair upper = pair_of(x, y);
    if (halve(t, &upper, int_bit_length(x) - lose) < 0)
        return -1;
    if (int_sign(upper.b) == 0) /* no quotient: one at least */
        return divide_step(t, p);
    return pair_multiply_upper(t, p, &upper, shift);
}

/* Until y has no more than `target` bits. */
static int halve(Thread *t, Pair *p, int64_t target)
{
    if (poll_interrupt(t) < 0)
        return -1;
    while (int_bit_length(p->y) > target) {
        int64_t lose = int_bit_length(p->x) - target;
        int64_t behind = int_bit_length(p->x) - int_bit_length(p->y);
        int status;
        if (lose <= LEHMER_BITS)
            status = lehmer_step(t, p);
        else if (behind > lose / 4)
            status = divide_step(t, p);
        else
            status = halve_upper(t, p, (lose + 1) / 2);
        if (status < 0)
            return -1;
    }
    return 0;
}

/* Reduces p until GMP may go on. */
static int reduce(Thread *t, Pair *p)
{
    while (int_bit_length(p->y) > GMP_LIMBS * 64) {
        int64_t bits = int_bit_length(p->x), target = bits / 2;
        if (target < GMP_LIMBS * 64)
            target = GMP_LIMBS * 64;
        if (halve(t, p, target) < 0)
            return -1;
    }
    return 0;
}

/* ---- divisors ---- */

static Value gcd_gmp(Thread *t, Value a, Value b)
{
    IntView x, y;
    mpz_t r, p, q;
    int_view(a, &x);
    int_view(b, &y);
    if (gmp_room_open(t, 12 * (x.n + y.n) + 512) < 0)
        return NULL_VALUE;
    mpz_init(r);
    mpz_gcd(r, mpz_roinit_n(p, x.limbs, x.n), mpz_roinit_n(q, y.limbs, y.n));
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    gmp_room_close();
    return v;
}

/* a >= b >= 0 */
Value int_gcd(Thread *t, Value a, Value b)
{
    TRY(x, int_abs(t, a));
    TRY(y, int_abs(t, b));
    Pair p = pair_of(x, y);
    if (int_compare(x, y) < 0)
        p = pair_of(y, x);
    if (reduce(t, &p) < 0)
        return NULL_VALUE;
    if (int_sign(p.y) == 0)
        return p.x;
    if (int_bit_length(p.x) > GMP_LIMBS * 64 && divide_step(t, &p) < 0)
        return NULL_VALUE;
    return gcd_gmp(t, p.x, p.y);
}

/* ---- inverses ---- */

/* The coefficients of gcd(x, y) = s x + r y; whether the divisor is 1, or -1. */
static int bezout_gmp(Thread *t, Value a, Value b, Value *s, Value *r)
{
    IntView x, y;
    mpz_t g, p, q, zs, zr;
    int_view(a, &x);
    int_view(b, &y);
    if (gmp_room_open(t, 32 * (x.n + y.n) + 512) < 0)
        return -1;
    mpz_inits(g, zs, zr, NULL);
    mpz_gcdext(g, zs, zr, mpz_roinit_n(p, x.limbs, x.n),
               mpz_roinit_n(q, y.limbs, y.n));
    bool is_one = mpz_cmp_ui(g, 1) == 0;
    *s = int_from_mpz(t, zs);
    *r = value_is_null(*s) ? *s : int_from_mpz(t, zr);
    mpz_clears(g, zs, zr, NULL);
    gmp_room_close();
    return value_is_null(*r) ? -1 : is_one;
}

Value int_invert_mod(Thread *t, Value a, Value m)
{
    Value s, r, inverse;
    TRY(residue, int_mod(t, a, m));
    Pair p = pair_of(m, residue);
    if (reduce(t, &p) < 0)
        return NULL_VALUE;
    if (int_bit_length(p.x) > GMP_LIMBS * 64 && int_sign(p.y) != 0 &&
        divide_step(t, &p) < 0)
        return NULL_VALUE;
    int is_one = bezout_gmp(t, p.x, p.y, &s, &r);
    if (is_one < 0)
        return NULL_VALUE;
    if (is_one == 0)
        return raise_value_error(
            t, "base is not invertible for the given modulus");
    /* 1 = s x + r y, of which m's part vanishes modulo m. */
    if (combine(t, s, p.b, r, p.d, &inverse) < 0)
        return NULL_VALUE;
    return int_mod(t, inverse, m);
}
