/* SPDX-License-Identifier: MIT */
/* Divisors of ints of any size. */
#ifndef ADDER_OBJECT_NUMBER_INT_GCD_H
#define ADDER_OBJECT_NUMBER_INT_GCD_H

#include "object/number/int.h"

Value int_gcd(Thread *t, Value a, Value b);
/* x with a x mod m = 1, 0 < x < m, m > 1; ValueError where there is none. */
Value int_invert_mod(Thread *t, Value a, Value m);

#endif
