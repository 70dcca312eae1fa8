/* SPDX-License-Identifier: MIT */
/* Factorials and selections. */
#ifndef ADDER_OBJECT_NUMBER_INT_PRODUCT_H
#define ADDER_OBJECT_NUMBER_INT_PRODUCT_H

#include "object/number/int.h"

Value int_factorial(Thread *t, uint64_t n);
/* n (n - 1) ... (n - k + 1), of k factors. */
Value int_falling(Thread *t, Value n, uint64_t k);
/* The number of ways to choose k of n. */
Value int_choose(Thread *t, Value n, uint64_t k);

#endif
