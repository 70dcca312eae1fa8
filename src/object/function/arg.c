/* SPDX-License-Identifier: MIT */
/* Conversions of arguments. */
#include "object/function/arg.h"

#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

const char *arg_type_name(Value v)
{
    return value_is_none(v) ? "None" : type_name(type_of(v));
}

Str *arg_str(Thread *t, Value v, const char *name, int position)
{
    if (value_is_str(v))
        return value_to_str(v);
    if (position > 0)
        raise_type_error(t, "%s() argument %d must be str, not %s", name,
                         position, arg_type_name(v));
    else
        raise_type_error(t, "%s() argument must be str, not %s", name,
                         arg_type_name(v));
    return NULL;
}

int arg_byte(Thread *t, Value v, const char *what, uint8_t *out)
{
    int64_t i;
    Value n = object_index(t, v);
    if (value_is_null(n))
        return -1;
    if (!int_to_int64(n, &i) || i < 0 || i > 255)
        return RAISE_INT(
            raise_value_error(t, "%s must be in range(0, 256)", what));
    *out = (uint8_t)i;
    return 0;
}
