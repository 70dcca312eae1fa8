/* SPDX-License-Identifier: MIT */
/* The type float; see type.h. */
#ifndef ADDER_OBJECT_FLOAT_TYPE_H
#define ADDER_OBJECT_FLOAT_TYPE_H

#include "object/number/float.h"

/* d as (numerator, denominator) in lowest terms; OverflowError or ValueError
 * for inf and nan. */
Value float_as_integer_ratio(Thread *t, double d);

#endif
