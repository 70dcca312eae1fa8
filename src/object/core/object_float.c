/* SPDX-License-Identifier: MIT */
/* Any number as a C double. */
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"

int object_to_double(Thread *t, Value v, double *out)
{
    if (value_is_flonum(v) || value_is_float_object(v)) {
        *out = float_to_double(v);
        return 0;
    }
    return object_through_float(t, v, out);
}

int object_through_float(Thread *t, Value v, double *out)
{
    if (value_is_int(v)) {
        *out = (double)value_to_int(v);
        return 0;
    }
    if (int_is_exact(v))
        return int_to_double(t, v, out);
    /* Subclasses of int may have a __float__ of their own. */
    Type *type = type_of(v);
    if (type->slots.to_float != NULL) {
        Value f = type->slots.to_float(t, v);
        if (value_is_null(f))
            return -1;
        if (!value_is_float_object(f))
            return RAISE_INT(raise_type_error(
                t, "%.50T.__float__ returned non-float (type %.50T)", v, f));
        *out = float_to_double(f);
        return 0;
    }
    if (type->slots.index == NULL)
        return RAISE_INT(
            raise_type_error(t, "must be real number, not %.50T", v));
    Value i = object_index(t, v);
    return value_is_null(i) ? -1 : int_to_double(t, i, out);
}
