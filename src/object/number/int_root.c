/* SPDX-License-Identifier: MIT */
/* Square roots of ints of any size. */
#include "object/number/int_root.h"

#include <math.h>
#include "object/number/gmp_room.h"
#include "object/number/int_bits.h"
#include "object/number/int_view.h"

enum { GMP_LIMBS = 65536 }; /* the most that GMP gets */

static uint64_t root_word(uint64_t u)
{
    uint64_t r = (uint64_t)sqrt((double)u);
    while ((unsigned __int128)r * r > u)
        r--;
    while ((unsigned __int128)(r + 1) * (r + 1) <= u)
        r++;
    return r;
}

static Value root_gmp(Thread *t, const IntView *x)
{
    int64_t size = (x->n + 1) / 2;
    bool is_small = x->n <= GMP_STACK_LIMBS;
    Int *r = int_alloc(t, size);
    if (r == NULL || (!is_small && gmp_room_open(t, 8 * x->n + 512) < 0))
        return NULL_VALUE;
    mpn_sqrtrem(int_limbs(r), NULL, x->limbs, x->n);
    if (!is_small)
        gmp_room_close();
    return int_finish(r, size, false);
}

/*
 * Newton's method in whole numbers, with twice as many bits each time (published
 * with its proof by M. Dickinson): root is within 1 of the root of
 * v >> 2 (all - known).
 */
static Value root_newton(Thread *t, Value v)
{
    int64_t all = (int_bit_length(v) - 1) / 2, known = 0;
    Value root = value_from_int(1);
    for (int s = 63 - __builtin_clzll((uint64_t)all); s >= 0; s--) {
        int64_t before = known;
        known = all >> s;
        int64_t dropped = 2 * all - known - before + 1;
        TRY(up, int_shift_left(t, root, (uint64_t)(known - before - 1)));
        TRY(part, int_shift_right(t, v, (uint64_t)dropped));
        TRY(quotient, int_floordiv(t, part, root));
        root = int_add(t, up, quotient);
        if (value_is_null(root))
            return root;
    }
    TRY(square, int_mul(t, root, root));
    return int_compare(square, v) > 0
               ? int_sub(t, root, value_from_int(1)) : root;
}

Value int_isqrt(Thread *t, Value v)
{
    IntView x;
    int_view(v, &x);
    if (x.n <= 1)
        return int_from_uint64(t, x.n == 0 ? 0 : root_word(x.limbs[0]));
    return x.n <= GMP_LIMBS ? root_gmp(t, &x) : root_newton(t, v);
}
