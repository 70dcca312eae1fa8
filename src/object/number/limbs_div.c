/* SPDX-License-Identifier: MIT */
/*
 * Division of any size: GMP's for small operands, else recursively on
 * multiplication (C. Burnikel and J. Ziegler, Fast recursive division, 1998; R.
 * Brent and P. Zimmermann, Modern computer arithmetic, algorithms 1.8 and 1.9).
 */
#include "object/number/limbs.h"

#include <stdlib.h>
#include <string.h>
#include "base/limits.h"
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"

enum { PIECE = LIMIT_DIV_PIECE }; /* limbs of a dividend */

/* an <= PIECE; r may be a. */
static int divide_piece(Thread *t, mp_limb_t *q, mp_limb_t *r,
                        const mp_limb_t *a, int64_t an, const mp_limb_t *b,
                        int64_t bn)
{
    bool is_small = an + bn <= GMP_STACK_LIMBS;
    if (!is_small && (poll_interrupt(t) < 0 ||
                      gmp_room_open(t, 12 * an + 512) < 0))
        return -1;
    mpn_tdiv_qr(q, r, 0, a, an, b, bn);
    if (!is_small)
        gmp_room_close();
    return 0;
}

static int divide_step(Thread *t, mp_limb_t *q, mp_limb_t *a,
                       const mp_limb_t *b, int64_t n, int64_t m,
                       mp_limb_t *room);

/* divide_step of the higher 2m limbs of a by the higher m of b: *carry is 1 when
 * the remainder has a limb more. */
static int divide_high(Thread *t, mp_limb_t *q, mp_limb_t *a,
                       const mp_limb_t *b, int64_t n, int64_t m,
                       mp_limb_t *room, mp_limb_t *carry)
{
    int64_t k = n - m;
    *carry = 0;
    if (mpn_cmp(a + n, b + k, m) < 0)
        return divide_step(t, q, a + k, b + k, m, m, room);
    /* The highest limbs are the same: q is as large as it can be. */
    memset(q, 0xff, (size_t)m * sizeof *q);
    *carry = mpn_add_n(a + k, a + k, b + k, m);
    return 0;
}

/*
 * q[m] = a[n + m] / b[n], a[n] = the remainder; b's highest bit is set, the n
 * highest limbs of a are less than b, n >= m.  `room` is for n + 1 limbs.
 */
static int divide_step(Thread *t, mp_limb_t *q, mp_limb_t *a,
                       const mp_limb_t *b, int64_t n, int64_t m,
                       mp_limb_t *room)
{
    if (n + m <= PIECE) {
        if (divide_piece(t, room, a, a, n + m, b, n) < 0)
            return -1;
        memcpy(q, room, (size_t)m * sizeof *q);
        return 0;
    }
    if (m == n) {
        int64_t half = m / 2;
        if (divide_step(t, q + half, a + half, b, n, m - half, room) < 0)
            return -1;
        return divide_step(t, q, a, b, n, half, room);
    }
    int64_t k = n - m;
    mp_limb_t carry;
    if (divide_high(t, q, a, b, n, m, room, &carry) < 0)
        return -1;
    if ((m >= k ? limbs_mul(t, room, q, m, b, k)
                : limbs_mul(t, room, b, k, q, m)) < 0)
        return -1;
    int64_t above = (int64_t)carry - (int64_t)mpn_sub_n(a, a, room, n);
    while (above < 0) { /* at most twice */
        mpn_sub_1(q, q, m, 1);
        above += (int64_t)mpn_add_n(a, a, b, n);
    }
    return 0;
}

/* a[an] by b[n], normalized: from the top, n limbs of quotient at a time. */
static int divide_steps(Thread *t, mp_limb_t *q, mp_limb_t *a, int64_t an,
                        const mp_limb_t *b, int64_t n, mp_limb_t *room)
{
    for (int64_t i = an - n; i > 0;) {
        int64_t most = n < PIECE - n ? PIECE - n : n;
        int64_t m = i % most == 0 ? most : i % most;
        i -= m;
        if (m > n ? divide_piece(t, room, a + i, a + i, n + m, b, n) < 0
                  : divide_step(t, q + i, a + i, b, n, m, room) < 0)
            return -1;
        if (m > n)
            memcpy(q + i, room, (size_t)m * sizeof *q);
    }
    return 0;
}

int limbs_div(Thread *t, mp_limb_t *q, mp_limb_t *r, const mp_limb_t *a,
              int64_t an, const mp_limb_t *b, int64_t bn)
{
    if (an <= PIECE)
        return divide_piece(t, q, r, a, an, b, bn);
    /* Shifted copies, and what divide_step and divide_piece want. */
    int64_t room = bn + 1 > PIECE + 1 ? bn + 1 : PIECE + 1;
    mp_limb_t *high = malloc((size_t)(an + 1 + bn + room) * sizeof *high);
    if (high == NULL)
        return RAISE_INT(raise_no_memory(t));
    mp_limb_t *divisor = high + an + 1;
    unsigned shift = (unsigned)__builtin_clzll(b[bn - 1]);
    high[an] = 0;
    if (shift == 0) {
        memcpy(high, a, (size_t)an * sizeof *a);
        memcpy(divisor, b, (size_t)bn * sizeof *b);
    } else {
        high[an] = mpn_lshift(high, a, an, shift);
        mpn_lshift(divisor, b, bn, shift);
    }
    int status = divide_steps(t, q, high, an + 1, divisor, bn, divisor + bn);
    if (status == 0 && shift == 0)
        memcpy(r, high, (size_t)bn * sizeof *r);
    else if (status == 0)
        mpn_rshift(r, high, bn, shift);
    free(high);
    return status;
}
