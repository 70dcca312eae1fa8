/* SPDX-License-Identifier: MIT */
/*
 * Products of any size: GMP's up to what it multiplies in a tenth of a second,
 * transforms above; and of unlike operands, pieces of the longer one.
 */
#include "object/number/limbs.h"

#include <stdlib.h>
#include <string.h>
#include "base/limits.h"
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/number/gmp_room.h"

enum { PIECE = LIMIT_MUL_PIECE }; /* limbs */

/* an + bn <= 2 PIECE */
static int multiply_piece(Thread *t, mp_limb_t *r, const mp_limb_t *a,
                          int64_t an, const mp_limb_t *b, int64_t bn)
{
    bool is_small = an + bn <= GMP_STACK_LIMBS;
    if (!is_small && (poll_interrupt(t) < 0 ||
                      gmp_room_open(t, 8 * (an + bn) + 512) < 0))
        return -1;
    if (a == b && an == bn)
        mpn_sqr(r, a, an);
    else
        mpn_mul(r, a, an, b, bn);
    if (!is_small)
        gmp_room_close();
    return 0;
}

/* In pieces of a of `step` limbs, at least as long as b. */
static int multiply_pieces(Thread *t, mp_limb_t *r, const mp_limb_t *a,
                           int64_t an, const mp_limb_t *b, int64_t bn,
                           int64_t step)
{
    mp_limb_t *product = malloc((size_t)(step + bn) * sizeof *product);
    if (product == NULL)
        return RAISE_INT(raise_no_memory(t));
    int status = 0;
    memset(r, 0, (size_t)bn * sizeof *r);
    for (int64_t i = 0; i < an && status == 0; i += step) {
        int64_t n = an - i < step ? an - i : step;
        status = n >= bn ? limbs_mul(t, product, a + i, n, b, bn)
                         : limbs_mul(t, product, b, bn, a + i, n);
        /* The highest bn limbs so far are the lowest of this piece. */
        if (status == 0)
            mpn_add(r + i, product, n + bn, r + i, bn);
    }
    free(product);
    return status;
}

int limbs_mul(Thread *t, mp_limb_t *r, const mp_limb_t *a, int64_t an,
              const mp_limb_t *b, int64_t bn)
{
    if (an + bn <= 2 * PIECE)
        return multiply_piece(t, r, a, an, b, bn);
    if (bn <= PIECE)
        return multiply_pieces(t, r, a, an, b, bn, PIECE);
    if (an > 2 * bn)
        return multiply_pieces(t, r, a, an, b, bn, bn);
    return limbs_ntt_mul(t, r, a, an, b, bn);
}
