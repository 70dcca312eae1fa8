/* SPDX-License-Identifier: MIT */
/* Ints of any size as digits, which are values below the base. */
#ifndef ADDER_OBJECT_NUMBER_INT_RADIX_H
#define ADDER_OBJECT_NUMBER_INT_RADIX_H

#include "object/number/int.h"

/* |v|, which has no more than `width` digits, with zeros in front: 0 or -1. */
int int_radix_write(Thread *t, Value v, int base, uint8_t *out,
                    int64_t width);
/* The int of n digits, n > 0. */
Value int_radix_read(Thread *t, const uint8_t *digits, int64_t n, int base);

#endif
