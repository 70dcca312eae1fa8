/* SPDX-License-Identifier: MIT */
/* What int_arith.c has beyond int.h. */
#ifndef ADDER_OBJECT_INT_ARITH_H
#define ADDER_OBJECT_INT_ARITH_H

#include "object/number/int.h"

Value int_abs(Thread *t, Value a);
/* int.__round__(ndigits): to a multiple of 10**-ndigits, half to even. */
Value int_round(Thread *t, Value a, Value ndigits);

#endif
