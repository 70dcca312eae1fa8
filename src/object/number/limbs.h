/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic on limbs as GMP's mpn functions have it, but for operands of any
 * size: in pieces between which signals are handled, and never ending the process
 * for lack of memory.  All answer 0, or -1 with an exception, MemoryError or what
 * a signal's handler raised; results are then undefined.  Operands lie in objects
 * that the caller holds, or outside the heap; results overlap no operand.
 */
#ifndef ADDER_OBJECT_NUMBER_LIMBS_H
#define ADDER_OBJECT_NUMBER_LIMBS_H

#include <gmp.h>
#include "object/core/thread.h"

/* r[an + bn] = a b; an >= bn >= 1.  a and b may be the same. */
int limbs_mul(Thread *t, mp_limb_t *r, const mp_limb_t *a, int64_t an,
              const mp_limb_t *b, int64_t bn);

/* q[an - bn + 1] and r[bn], quotient and remainder of a by b; an >= bn >= 1, and
 * b's highest limb is not zero. */
int limbs_div(Thread *t, mp_limb_t *q, mp_limb_t *r, const mp_limb_t *a,
              int64_t an, const mp_limb_t *b, int64_t bn);

/* limbs_ntt.c: as limbs_mul, for large operands of about one size. */
int limbs_ntt_mul(Thread *t, mp_limb_t *r, const mp_limb_t *a, int64_t an,
                  const mp_limb_t *b, int64_t bn);

#endif
