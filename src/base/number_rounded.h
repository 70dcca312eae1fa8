/* SPDX-License-Identifier: MIT */
/* Doubles rounded to so many decimal digits, quickly. */
#ifndef ADDER_BASE_NUMBER_ROUNDED_H
#define ADDER_BASE_NUMBER_ROUNDED_H

#include "base/base.h"

enum {
    NUMBER_ROUNDED_SIZE = 80, /* bytes that the texts may need */
    NUMBER_ROUNDED_MAX = 17   /* digits of number_rounded_digits */
};

/* d >= 0, finite, as printf writes it for %.*f, NUL-terminated: the length.  0 where
 * it is too large or has too many digits: those are left to who asks. */
size_t number_fixed_quick(double d, int precision, char out[NUMBER_ROUNDED_SIZE]);

/* The nearest number of n digits, from 1 to NUMBER_ROUNDED_MAX, to d >= 0, finite, or
 * of two the even one, is 0.DIGITS * 10^point; false where that is left to who asks. */
bool number_rounded_digits(double d, int n, char *digits, int *point);

/* The same as printf writes it for %.*e, or %.*g where `general`; `alt` is its '#'. */
size_t number_exponent_quick(double d, int precision, bool general, bool alt,
                             char out[NUMBER_ROUNDED_SIZE]);

#endif
