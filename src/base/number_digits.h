/* SPDX-License-Identifier: MIT */
/* The shortest digits of a double, quickly. */
#ifndef ADDER_BASE_NUMBER_DIGITS_H
#define ADDER_BASE_NUMBER_DIGITS_H

#include "base/base.h"

/* The shortest decimal digits that read back as d, and of these the nearest to
 * d = 0.DIGITS * 10^point: how many (1 to 17); NUL-terminated.  0 for a d that is
 * not from 10^-6 to 2^53: some are left to who asks. */
int number_digits_quick(double d, char digits[24], int *point);

#endif
