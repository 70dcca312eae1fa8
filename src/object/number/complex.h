/* SPDX-License-Identifier: MIT */
/* Complex numbers. */
#ifndef ADDER_OBJECT_COMPLEX_H
#define ADDER_OBJECT_COMPLEX_H

#include "object/core/cast.h"
#include "object/core/object.h"

Value complex_new(Thread *t, double real, double imag);
static inline bool value_is_complex(Value v) /* complex or subclass */
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_COMPLEX);
}
/* v as complex() of one argument that is no text sees it: complex, float, int
 * and objects with __complex__, __float__ or __index__; 0, or -1. */
int complex_from_number(Thread *t, Value v, double *real, double *imag);
/* (a + bi) ** (c + di), with the errors of **. */
Value complex_pow(Thread *t, double a, double b, double c, double d);

#endif
