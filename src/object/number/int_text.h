/* SPDX-License-Identifier: MIT */
/* Ints from and to text; the limit on decimal digits. */
#ifndef ADDER_OBJECT_INT_TEXT_H
#define ADDER_OBJECT_INT_TEXT_H

#include "object/number/int.h"

enum {
    INT_DIGITS_DEFAULT = 4300,
    INT_DIGITS_THRESHOLD = 640, /* the least limit that may be set */
};
/* Digits that conversion between decimal text and ints may have; 0: any. */
int64_t int_max_str_digits(void);
void int_max_str_digits_set(int64_t digits);

/* int(v, base) for a str or bytes-like v; UNBOUND if it is neither. */
Value int_from_text_object(Thread *t, Value v, int base);
/* repr of an int object. */
Value int_repr(Thread *t, Value v);

/*
 * The digits of |v| in `base` (lower case), with room for `before` more
 * characters in front: a malloc'd buffer, or NULL with an exception set.  The
 * limit on decimal digits applies.
 */
char *int_digits(Thread *t, Value v, int base, size_t before, size_t *len);

#endif
