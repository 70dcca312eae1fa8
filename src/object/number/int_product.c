/* SPDX-License-Identifier: MIT */
/*
 * Factorials and selections: GMP's where the result is small; else products whose
 * factors stay even in size.
 *
 * A large n! is (n/2)!^2 times the swinging factorial of n, which is a product of
 * primes (P. Luschny, Swing, divide and conquer the factorial, 2008).
 */
#include "object/number/int_product.h"

#include <math.h>
#include <stdlib.h>
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"
#include "object/number/int_view.h"

enum {
    GMP_FACTORIAL = 20000, /* the largest of GMP's */
    GMP_CHOSEN_LIMBS = 4096,
};

/* ---- products of words ---- */

/* The product of n words, n > 0. */
static Value product(Thread *t, const uint64_t *factors, int64_t n)
{
    enum { FEW = 16 };
    if (n <= FEW) {
        mp_limb_t limbs[FEW + 1] = {factors[0]};
        int64_t used = 1;
        for (int64_t i = 1; i < n; i++) {
            limbs[used] = mpn_mul_1(limbs, limbs, used, factors[i]);
            used += limbs[used] != 0;
        }
        return int_from_limbs(t, limbs, used, false);
    }
    if (poll_interrupt(t) < 0)
        return NULL_VALUE;
    TRY(left, product(t, factors, n / 2));
    TRY(right, product(t, factors + n / 2, n - n / 2));
    return int_mul(t, left, right);
}

/* ---- factorials ---- */

enum { POLL_NUMBERS = 1 << 23 };

/* Strikes out p's multiples from p^2 to n. */
static int strike(Thread *t, uint8_t *composite, uint64_t p, uint64_t n)
{
    for (uint64_t i = p * p; i <= n;) {
        uint64_t end = n - i < p * POLL_NUMBERS ? n : i + p * POLL_NUMBERS;
        for (; i <= end; i += 2 * p)
            composite[i / 16] |= (uint8_t)(1 << i / 2 % 8);
        if (poll_interrupt(t) < 0)
            return -1;
    }
    return 0;
}

static bool is_composite(const uint8_t *composite, uint64_t odd)
{
    return (composite[odd / 16] >> odd / 2 % 8 & 1) != 0;
}

/* Sets one bit for each odd number up to n that has a divisor. */
static int sieve(Thread *t, uint8_t *composite, uint64_t n)
{
    for (uint64_t p = 3; p * p <= n; p += 2)
        if (!is_composite(composite, p) && strike(t, composite, p, n) < 0)
            return -1;
    return 0;
}

/* Odd prime's part of n! / (n/2)!^2 without what there is of 2. */
static uint64_t swing_power(uint64_t n, uint64_t prime)
{
    uint64_t power = 1;
    for (uint64_t q = n / prime; q > 0; q /= prime)
        if (q & 1)
            power *= prime;
    return power;
}

/* The odd part of n! / (n/2)!^2.  `factors` has room for the primes up to n. */
static Value swing(Thread *t, uint64_t n, const uint8_t *composite,
                   uint64_t *factors)
{
    int64_t used = 0;
    uint64_t word = 1;
    for (uint64_t p = 3; p <= n; p += 2) {
        if (p % POLL_NUMBERS == 3 && poll_interrupt(t) < 0)
            return NULL_VALUE;
        if (is_composite(composite, p))
            continue;
        uint64_t power = swing_power(n, p);
        if (__builtin_mul_overflow(word, power, &word)) {
            /* The product wrapped around, but what it was is in factors. */
            factors[++used] = power;
            word = power;
        } else {
            factors[used] = word;
        }
    }
    return product(t, factors, used + 1);
}

/* n! without its factors of 2. */
static Value factorial_odd(Thread *t, uint64_t n, const uint8_t *composite,
                           uint64_t *factors)
{
    if (n < 3)
        return value_from_int(1);
    if (poll_interrupt(t) < 0)
        return NULL_VALUE;
    TRY(half, factorial_odd(t, n / 2, composite, factors));
    TRY(square, int_mul(t, half, half));
    TRY(rest, swing(t, n, composite, factors));
    return int_mul(t, square, rest);
}

static Value factorial_large(Thread *t, uint64_t n)
{
    /* n! >= (n/e)^n: what cannot be had in the end need not be begun. */
    double bits = (double)n * (log2((double)n) - 1.4427);
    void *room = bits > 0x1p45 ? NULL : malloc((size_t)(bits / 8));
    free(room);
    uint8_t *composite = room == NULL ? NULL : calloc(n / 16 + 1, 1);
    uint64_t *factors = malloc((n / 4 + 16) * sizeof *factors);
    Value r = NULL_VALUE;
    if (composite == NULL || factors == NULL)
        raise_no_memory(t);
    else if (sieve(t, composite, n) == 0)
        r = factorial_odd(t, n, composite, factors);
    free(composite);
    free(factors);
    uint64_t twos = n - (uint64_t)__builtin_popcountll(n);
    return value_is_null(r) ? r
                            : int_lshift(t, r, value_from_int((int64_t)twos));
}

Value int_factorial(Thread *t, uint64_t n)
{
    if (n > GMP_FACTORIAL)
        return factorial_large(t, n);
    /* n! is less than n^n. */
    if (gmp_room_open(t, (int64_t)n * 4 + 512) < 0)
        return NULL_VALUE;
    mpz_t r;
    mpz_init(r);
    mpz_fac_ui(r, n);
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    gmp_room_close();
    return v;
}

/* ---- selections ---- */

Value int_falling(Thread *t, Value n, uint64_t k)
{
    if (k == 0)
        return value_from_int(1);
    if (k <= 8) {
        Value r = n;
        for (uint64_t i = 1; i < k; i++) {
            TRY(factor, int_sub(t, n, value_from_int((int64_t)i)));
            r = int_mul(t, r, factor);
            if (value_is_null(r))
                return r;
        }
        return r;
    }
    uint64_t half = k / 2;
    if (poll_interrupt(t) < 0)
        return NULL_VALUE;
    TRY(left, int_falling(t, n, half));
    TRY(next, int_sub(t, n, value_from_int((int64_t)half)));
    TRY(right, int_falling(t, next, k - half));
    return int_mul(t, left, right);
}

static Value choose_gmp(Thread *t, const IntView *n, uint64_t k)
{
    mpz_t r, base;
    if (gmp_room_open(t, 16 * n->n * (int64_t)k + 512) < 0)
        return NULL_VALUE;
    mpz_init(r);
    if (n->n <= 1)
        mpz_bin_uiui(r, n->n == 0 ? 0 : n->limbs[0], k);
    else
        mpz_bin_ui(r, mpz_roinit_n(base, n->limbs, n->n), k);
    Value v = int_from_mpz(t, r);
    mpz_clear(r);
    gmp_room_close();
    return v;
}

Value int_choose(Thread *t, Value n, uint64_t k)
{
    IntView x;
    int_view(n, &x);
    if (k <= GMP_CHOSEN_LIMBS / (uint64_t)(x.n + 1))
        return choose_gmp(t, &x, k);
    TRY(ways, int_falling(t, n, k));
    TRY(orders, int_factorial(t, k));
    return int_floordiv(t, ways, orders);
}
