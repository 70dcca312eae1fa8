/* SPDX-License-Identifier: MIT */
/* Square roots of ints of any size. */
#ifndef ADDER_OBJECT_NUMBER_INT_ROOT_H
#define ADDER_OBJECT_NUMBER_INT_ROOT_H

#include "object/number/int.h"

/* The whole part; v >= 0. */
Value int_isqrt(Thread *t, Value v);

#endif
