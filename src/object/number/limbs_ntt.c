/* SPDX-License-Identifier: MIT */
/*
 * Multiplication of large numbers by number-theoretic transforms.
 *
 * Limbs are the coefficients of polynomials, which are multiplied modulo three
 * primes of 61 and 62 bits: a coefficient of the product has less than 128 bits
 * and those of the length, and the Chinese remainder theorem finds it.  Modulo a
 * prime, X^m - c is split into X^(m/2) - w and X^(m/2) + w with w^2 = c, down to
 * the polynomial's values.  Which w belongs to block b of a level does not depend
 * on the level: 1, i, then for 2b and 2b+1 the roots of b's and of its negative.
 *
 * Numbers are multiplied in Montgomery's way and reduced as late as possible
 * (D. Harvey, Faster arithmetic for number-theoretic transforms, 2014): "loose" is
 * below 4p, "near" below 2p.  A level goes two at a time, depth first, for the
 * caches' sake.  GMP's mpn_mul is as fast, but cannot be interrupted, nor can its
 * memory be refused.
 */
#include "object/number/limbs.h"

#include <stdlib.h>
#include <string.h>
#include "object/core/poll.h"
#include "object/error/raise.h"

typedef unsigned __int128 Wide;

enum { PRIMES = 3, POLL_LENGTH = 1 << 15 };

/* Each has roots of unity of order 2^55. */
static const struct {
    uint64_t p, generator;
} primes[PRIMES] = {
    {UINT64_C(4179340454199820289), 3}, /* 29 * 2^57 + 1 */
    {UINT64_C(1945555039024054273), 5}, /* 27 * 2^56 + 1 */
    {UINT64_C(2053641430080946177), 7}, /* 57 * 2^55 + 1 */
};

typedef struct Field {
    uint64_t p;
    uint64_t inverse; /* of p modulo 2^64 */
    uint64_t *w;      /* of each block, times 2^64 */
} Field;

/* ---- modulo a prime ---- */

/* a b / 2^64, near; a b must be below 2^64 p. */
static inline uint64_t times(const Field *f, uint64_t a, uint64_t b)
{
    Wide x = (Wide)a * b;
    uint64_t m = (uint64_t)x * f->inverse;
    return (uint64_t)(x >> 64) - (uint64_t)((Wide)m * f->p >> 64) + f->p;
}

/* x or x - m, whichever is in [0, m), for x below 2m; without a branch that
 * nothing could predict. */
static inline uint64_t reduce(uint64_t x, uint64_t m)
{
    uint64_t less;
    bool borrow = __builtin_sub_overflow(x, m, &less);
    return __builtin_expect_with_probability(borrow, 1, 0.5) ? x : less;
}

static uint64_t power(uint64_t x, uint64_t e, uint64_t p)
{
    Wide r = 1, square = x % p;
    for (; e != 0; e >>= 1) {
        if (e & 1)
            r = r * square % p;
        square = square * square % p;
    }
    return (uint64_t)r;
}

/* x 2^64 mod p */
static uint64_t montgomery(uint64_t x, uint64_t p)
{
    return (uint64_t)(((Wide)x << 64) % p);
}

static uint64_t montgomery_inverse(uint64_t x, uint64_t p)
{
    return montgomery(power(x, p - 2, p), p);
}

/* For transforms of up to 2n. */
static void field_init(Field *f, int prime, uint64_t *w, size_t n)
{
    uint64_t p = primes[prime].p, x = p;
    for (int i = 0; i < 6; i++) /* Newton's method */
        x *= 2 - p * x;
    *f = (Field){p, x, w};
    w[0] = montgomery(1, p);
    for (size_t octave = 1, order = 2; octave < n; octave *= 2, order++) {
        uint64_t root = power(primes[prime].generator, (p - 1) >> order, p);
        root = montgomery(root, p);
        for (size_t i = 0; i < octave && octave + i < n; i++)
            w[octave + i] = reduce(times(f, w[i], root), p);
    }
}

/* -1/w of block b: w of the one that mirrors it in its octave. */
static uint64_t back_root(const Field *f, size_t b)
{
    if (b == 0)
        return f->p - f->w[0];
    return f->w[(UINT64_C(3) << (63 - __builtin_clzll(b))) - 1 - b];
}

/* ---- transforms ---- */

/* Two levels from block b on, whose quarters are of length n; loose to loose. */
static inline void split(const Field *f, uint64_t *a, size_t n, size_t b)
{
    const Field field = *f;
    uint64_t two_p = 2 * f->p;
    uint64_t w = f->w[b], w0 = f->w[2 * b], w1 = f->w[2 * b + 1];
    for (size_t i = 0; i < n; i++) {
        uint64_t x0 = reduce(a[i], two_p), x1 = reduce(a[i + n], two_p);
        uint64_t x2 = times(&field, a[i + 2 * n], w);
        uint64_t x3 = times(&field, a[i + 3 * n], w);
        uint64_t y0 = reduce(x0 + x2, two_p);
        uint64_t y2 = reduce(x0 - x2 + two_p, two_p);
        uint64_t y1 = times(&field, x1 + x3, w0);
        uint64_t y3 = times(&field, x1 - x3 + two_p, w1);
        a[i] = y0 + y1;
        a[i + n] = y0 - y1 + two_p;
        a[i + 2 * n] = y2 + y3;
        a[i + 3 * n] = y2 - y3 + two_p;
    }
}

/* The inverse of split but for a factor of 4; near to near. */
static inline void join(const Field *f, uint64_t *a, size_t n, size_t b)
{
    const Field field = *f;
    uint64_t two_p = 2 * f->p, w = back_root(f, b);
    uint64_t w0 = back_root(f, 2 * b), w1 = back_root(f, 2 * b + 1);
    for (size_t i = 0; i < n; i++) {
        uint64_t x0 = a[i], x1 = a[i + n];
        uint64_t x2 = a[i + 2 * n], x3 = a[i + 3 * n];
        uint64_t y0 = reduce(x0 + x1, two_p);
        uint64_t y2 = reduce(x2 + x3, two_p);
        uint64_t y1 = times(&field, x1 - x0 + two_p, w0);
        uint64_t y3 = times(&field, x3 - x2 + two_p, w1);
        a[i] = reduce(y0 + y2, two_p);
        a[i + 2 * n] = times(&field, y2 - y0 + two_p, w);
        a[i + n] = reduce(y1 + y3, two_p);
        a[i + 3 * n] = times(&field, y3 - y1 + two_p, w);
    }
}

/* m is a power of 2. */
static int forward(Thread *t, const Field *f, uint64_t *a, size_t m, size_t b)
{
    if (m == 2) {
        uint64_t x = reduce(a[0], 2 * f->p), y = times(f, a[1], f->w[b]);
        a[0] = x + y;
        a[1] = x - y + 2 * f->p;
    }
    if (m < 4)
        return 0;
    if (m >= POLL_LENGTH && poll_interrupt(t) < 0)
        return -1;
    size_t n = m / 4;
    split(f, a, n, b);
    for (size_t i = 0; i < 4 && n > 1; i++) {
        if (n == 4)
            split(f, a + 4 * i, 1, 4 * b + i);
        else if (forward(t, f, a + n * i, n, 4 * b + i) < 0)
            return -1;
    }
    return 0;
}

static int backward(Thread *t, const Field *f, uint64_t *a, size_t m, size_t b)
{
    if (m == 2) {
        uint64_t x = a[0], y = a[1];
        a[0] = reduce(x + y, 2 * f->p);
        a[1] = times(f, y - x + 2 * f->p, back_root(f, b));
    }
    if (m < 4)
        return 0;
    if (m >= POLL_LENGTH && poll_interrupt(t) < 0)
        return -1;
    size_t n = m / 4;
    for (size_t i = 0; i < 4 && n > 1; i++) {
        if (n == 4)
            join(f, a + 4 * i, 1, 4 * b + i);
        else if (backward(t, f, a + n * i, n, 4 * b + i) < 0)
            return -1;
    }
    join(f, a, n, b);
    return 0;
}

/* ---- products of polynomials ---- */

/*
 * A product's length: 2^k, or 3/4 of it.  The latter are the blocks 0 of the
 * first level, modulo X^(2h) - 1, and 2 of the second, modulo X^h - i: of length
 * 2h and h, h being a quarter of 2^k.
 */
typedef struct Length {
    size_t all, head, tail; /* head + tail = all; tail is 0 or head / 2 */
} Length;

static Length length_for(size_t n)
{
    size_t m = 4;
    while (m < n)
        m *= 2;
    if (n <= m / 4 * 3)
        return (Length){m / 4 * 3, m / 2, m / 4};
    return (Length){m, m, 0};
}

/* x = the values of a. */
static int evaluate(Thread *t, const Field *f, const Length *l, uint64_t *x,
                    const mp_limb_t *a, size_t n)
{
    uint64_t one = f->w[0], two_p = 2 * f->p;
    for (size_t i = 0; i < n; i++)
        x[i] = times(f, a[i], one);
    memset(x + n, 0, (l->all - n) * sizeof *x);
    size_t h = l->tail;
    for (size_t i = 0; i < h; i++) {
        uint64_t a0 = x[i], a1 = x[i + h], a2 = x[i + 2 * h];
        uint64_t low = reduce(a0 - a2 + two_p, two_p);
        x[i] = a0 + a2;
        x[i + 2 * h] = low + times(f, a1, f->w[1]);
    }
    if (forward(t, f, x, l->head, 0) < 0)
        return -1;
    return h == 0 ? 0 : forward(t, f, x + l->head, h, 2);
}

/* x = x y / n for loose x and y. */
static void multiply(const Field *f, uint64_t *x, const uint64_t *y, size_t n)
{
    uint64_t one = f->w[0], p = f->p;
    uint64_t scale = (uint64_t)((Wide)one * one % p);
    scale = (uint64_t)((Wide)scale * power(n, p - 2, p) % p);
    for (size_t i = 0; i < n; i++) {
        uint64_t strict = reduce(reduce(x[i], 2 * p), p);
        x[i] = times(f, times(f, strict, y[i]), scale);
    }
}

/* x = the polynomial with values x. */
static int interpolate(Thread *t, const Field *f, const Length *l,
                       uint64_t *x)
{
    size_t h = l->tail;
    uint64_t p = f->p, half = montgomery(p / 2 + 1, p);
    if (backward(t, f, x, l->head, 0) < 0)
        return -1;
    if (h != 0 && backward(t, f, x + l->head, h, 2) < 0)
        return -1;
    for (size_t i = 0; i < h; i++) {
        uint64_t sum = x[i]; /* c0 + c2 */
        uint64_t difference = /* c0 - c2, of c0 + i c1 - c2 */
            reduce(x[i + 2 * h] + 2 * p - times(f, x[i + h], f->w[1]), 2 * p);
        x[i] = times(f, sum + difference, half);
        x[i + 2 * h] = times(f, sum + 2 * p - difference, half);
    }
    return 0;
}

/* ---- the product ---- */

typedef struct Product {
    const mp_limb_t *a, *b;
    size_t an, bn;
    Length length;
    Field fields[PRIMES];
    uint64_t *x[PRIMES]; /* the product modulo each prime, near */
    uint64_t *y, *w;
} Product;

static int product_modulo(Thread *t, Product *s, int prime)
{
    const Length *l = &s->length;
    Field *f = &s->fields[prime];
    uint64_t *x = s->x[prime], *y = x;
    field_init(f, prime, s->w, l->tail != 0 ? l->head : l->head / 2);
    if (evaluate(t, f, l, x, s->a, s->an) < 0)
        return -1;
    if (s->a != s->b || s->an != s->bn) {
        y = s->y;
        if (evaluate(t, f, l, y, s->b, s->bn) < 0)
            return -1;
    }
    multiply(f, x, y, l->head);
    if (l->tail != 0)
        multiply(f, x + l->head, y + l->head, l->tail);
    return interpolate(t, f, l, x);
}

/* r = the coefficients, each in its place, by H. L. Garner's algorithm. */
static int assemble(Thread *t, const Product *s, mp_limb_t *r)
{
    const Field *f1 = &s->fields[1], *f2 = &s->fields[2];
    uint64_t p0 = s->fields[0].p, p1 = f1->p, p2 = f2->p;
    uint64_t by_p0_in_1 = montgomery_inverse(p0, p1);
    uint64_t by_p0_in_2 = montgomery_inverse(p0, p2);
    uint64_t by_p1_in_2 = montgomery_inverse(p1, p2);
    Wide p01 = (Wide)p0 * p1;
    uint64_t carry0 = 0, carry1 = 0;
    for (size_t i = 0; i < s->an + s->bn; i++) {
        if (i % POLL_LENGTH == 0 && poll_interrupt(t) < 0)
            return -1;
        /* x = r0 + p0 (k1 + p1 k2) */
        uint64_t r0 = reduce(s->x[0][i], p0);
        uint64_t k1 = times(f1, s->x[1][i] + 4 * p1 - r0, by_p0_in_1);
        k1 = reduce(k1, p1);
        uint64_t k2 = times(f2, s->x[2][i] + 4 * p2 - r0, by_p0_in_2);
        k2 = times(f2, k2 + p2 - k1, by_p1_in_2);
        k2 = reduce(k2, p2);
        Wide low = (Wide)p0 * k1 + r0;
        Wide middle = (Wide)(uint64_t)p01 * k2;
        Wide top = (Wide)(uint64_t)(p01 >> 64) * k2;
        Wide sum = (Wide)(uint64_t)low + (uint64_t)middle + carry0;
        r[i] = (uint64_t)sum;
        sum = (sum >> 64) + (low >> 64) + (middle >> 64) + (uint64_t)top;
        sum += carry1;
        carry0 = (uint64_t)sum;
        carry1 = (uint64_t)(top >> 64) + (uint64_t)(sum >> 64);
    }
    return 0;
}

int limbs_ntt_mul(Thread *t, mp_limb_t *r, const mp_limb_t *a, int64_t an,
                  const mp_limb_t *b, int64_t bn)
{
    Product s = {.a = a, .b = b, .an = (size_t)an, .bn = (size_t)bn};
    s.length = length_for(s.an + s.bn);
    size_t n = s.length.all;
    uint64_t *room = malloc((PRIMES + 2) * n * sizeof *room);
    if (room == NULL)
        return RAISE_INT(raise_no_memory(t));
    for (int i = 0; i < PRIMES; i++)
        s.x[i] = room + n * (size_t)i;
    s.y = room + n * PRIMES;
    s.w = s.y + n;
    int status = 0;
    for (int i = 0; i < PRIMES && status == 0; i++)
        status = product_modulo(t, &s, i);
    if (status == 0)
        status = assemble(t, &s, r);
    free(room);
    return status;
}
