/* SPDX-License-Identifier: MIT */
/* Numbers as text.  Relies on the C locale: nobody calls setlocale. */
#ifndef ADDER_BASE_NUMBER_H
#define ADDER_BASE_NUMBER_H

#include "base/base.h"

enum {
    NUMBER_REPR_SIZE = 32, /* bytes that number_repr may need */
    NUMBER_NOT_DIGIT = 37  /* not a digit in any base up to 36 */
};

/* 0 to 35 for an ASCII digit or letter, else NUMBER_NOT_DIGIT. */
static inline unsigned number_digit_value(char c)
{
    if (c >= '0' && c <= '9')
        return (unsigned)(c - '0');
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? (unsigned)(lower - 'a' + 10)
                                        : NUMBER_NOT_DIGIT;
}

static inline bool number_is_digit(char c) { return c >= '0' && c <= '9'; }

/* What Python's repr(float) writes; answers the length. */
size_t number_repr(double d, char out[NUMBER_REPR_SIZE]);
/* The same without a ".0" on whole numbers, as in the repr of complex. */
size_t number_repr_bare(double d, char out[NUMBER_REPR_SIZE]);

/*
 * Reads a decimal literal [sign] digits [. digits] [e [sign] digits], or inf,
 * infinity, nan in any case.  The whole text must match: no spaces and no
 * underscores.  Overflow reads as infinity.  False when it is no such text
 * (or when there is no memory for a copy of a long one).
 */
bool number_parse_double(const char *text, size_t len, double *out);

#endif
