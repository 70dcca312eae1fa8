/* SPDX-License-Identifier: MIT */
/* Floats: most in the Value, the rest boxed. */
#ifndef ADDER_OBJECT_FLOAT_H
#define ADDER_OBJECT_FLOAT_H

#include "object/core/cast.h"
#include "object/core/object.h"

Value float_box(Thread *t, double d);
static inline Value float_from_double(Thread *t, double d)
{
    Value v = value_try_flonum(d);
    return value_is_flonum(v) ? v : float_box(t, d);
}
static inline bool value_is_float(Value v) /* exactly float */
{
    return value_is_flonum(v) || value_has_shape(v, SHAPE_FLOAT);
}
/* v is a float object (or of a subclass). */
static inline double float_to_double(Value v)
{
    return value_is_pointer(v) ? value_to_float_object(v)->value
                               : value_flonum_to_double(v);
}
bool value_is_float_object(Value v); /* float or subclass */
int64_t float_hash(double d); /* nan: 0; the type's slot asks identity */
/* Python's //, % and ** on doubles; the divisor is not zero. */
double float_floordiv(double a, double b);
double float_mod(double a, double b);
/* ZeroDivisionError, complex results: raises or answers as ** does. */
Value float_pow(Thread *t, double a, double b);
/* repr text of a double as str. */
Value float_repr(Thread *t, double d);
/* Quotient and remainder of divmod; b is not zero. */
void float_divmod(double a, double b, double *quotient, double *remainder);
/* round(d, ndigits): halves to even, decided on d's exact value. */
Value float_round(Thread *t, double d, int64_t ndigits);
/* float.hex() and float.fromhex(). */
Value float_to_hex(Thread *t, double d);
Value float_from_hex(Thread *t, Value text);
/* float(v) for any v. */
Value float_from_object(Thread *t, Value v);

#endif
