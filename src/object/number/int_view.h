/* SPDX-License-Identifier: MIT */
/* An int's magnitude as GMP limbs, whatever it is kept in; for int_*.c. */
#ifndef ADDER_OBJECT_INT_VIEW_H
#define ADDER_OBJECT_INT_VIEW_H

#include <gmp.h>
#include "object/core/cast.h"
#include "object/number/int.h"

_Static_assert(sizeof(mp_limb_t) == sizeof(uint64_t), "limbs are words");

/* Not to be copied: `limbs` may point to `one`. */
typedef struct IntView {
    const mp_limb_t *limbs;
    int64_t n; /* no leading zero limb; 0 for zero */
    bool negative;
    mp_limb_t one;
} IntView;

static inline void int_view_small(int64_t i, IntView *v)
{
    v->one = i < 0 ? -(uint64_t)i : (uint64_t)i;
    v->n = i != 0;
    v->negative = i < 0;
    v->limbs = &v->one;
}

/* value must be an int object. */
static inline void int_view(Value value, IntView *v)
{
    if (value_is_int(value)) {
        int_view_small(value_to_int(value), v);
    } else if (value_is_pointer(value)) {
        const Int *big = value_to_int_object(value);
        v->negative = big->size < 0;
        v->n = big->size < 0 ? -big->size : big->size;
        v->limbs = (const mp_limb_t *)big->limbs;
    } else {
        int_view_small(value_is_true(value), v);
    }
}

/* True and *i when the value is tagged, or a bool. */
static inline bool int_is_immediate(Value value, int64_t *i)
{
    if (value_is_int(value)) {
        *i = value_to_int(value);
        return true;
    }
    if (value_is_pointer(value))
        return false;
    *i = value_is_true(value);
    return true;
}

/* Room for n limbs, zero; NULL with MemoryError when there is none. */
Int *int_alloc(Thread *t, int64_t n);
static inline mp_limb_t *int_limbs(Int *i) { return (mp_limb_t *)i->limbs; }
/* The int of i's first n limbs, leading zeros allowed. */
Value int_finish(Int *i, int64_t n, bool negative);
/* The int of limbs that lie elsewhere. */
Value int_from_limbs(Thread *t, const mp_limb_t *limbs, int64_t n,
                     bool negative);
Value int_from_mpz(Thread *t, const mpz_t z);

static inline int64_t limbs_bit_length(const mp_limb_t *limbs, int64_t n)
{
    return n == 0 ? 0 : n * 64 - __builtin_clzll(limbs[n - 1]);
}
static inline int64_t limbs_normalize(const mp_limb_t *limbs, int64_t n)
{
    while (n > 0 && limbs[n - 1] == 0)
        n--;
    return n;
}
/* The double nearest to (top + (sticky ? a bit : 0)) * 2^exponent, to even;
 * top's highest bit is set. Infinite when too large. */
double int_round_to_double(uint64_t top, bool sticky, int64_t exponent);
/* The most significant 64 bits, shifted up; *sticky: there are more. */
uint64_t int_top_bits(const IntView *v, bool *sticky, int64_t *exponent);

#endif
