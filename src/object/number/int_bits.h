/* SPDX-License-Identifier: MIT */
/* What int_bits.c has beyond int.h. */
#ifndef ADDER_OBJECT_INT_BITS_H
#define ADDER_OBJECT_INT_BITS_H

#include "object/number/int.h"

int64_t int_bit_count(Value v);
/* a * 2**n and floor(a / 2**n). */
Value int_shift_left(Thread *t, Value a, uint64_t n);
Value int_shift_right(Thread *t, Value a, uint64_t n);

#endif
