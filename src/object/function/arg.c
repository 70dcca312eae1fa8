/* SPDX-License-Identifier: MIT */
/* Conversions of arguments. */
#include "object/function/arg.h"

#include <string.h>
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

int arg_c_string(Thread *t, Value v, const char *function, const char *name,
                 const char **out)
{
    size_t len;
    *out = NULL;
    if (value_is_unbound(v))
        return 0;
    if (!value_is_str(v))
        return RAISE_INT(raise_type_error(
            t, "%s() argument '%s' must be str, not %s", function, name,
            arg_type_name(v)));
    *out = str_to_utf8(t, value_to_str(v), &len);
    if (*out != NULL && strlen(*out) != len)
        return RAISE_INT(raise_value_error(t, "embedded null character"));
    return *out == NULL ? -1 : 0;
}

int arg_bound(Thread *t, Value v, int64_t len, int64_t *out)
{
    int64_t i;
    if (value_is_unbound(v) || value_is_none(v))
        return 0;
    if (value_is_int(v))
        i = value_to_int(v);
    else if (type_of(v)->slots.index == NULL)
        return RAISE_INT(raise_type_error(
            t, "slice indices must be integers or None or have an __index__ "
               "method"));
    else if (object_to_index_clamped(t, v, &i) < 0)
        return -1;
    if (i < 0) {
        i += len;
        if (i < 0)
            i = 0;
    }
    *out = i;
    return 0;
}

int arg_bounds(Thread *t, Value start, Value stop, int64_t len, int64_t *from,
               int64_t *to)
{
    *from = 0;
    *to = len;
    if (arg_bound(t, start, len, from) < 0 || arg_bound(t, stop, len, to) < 0)
        return -1;
    if (*to > len)
        *to = len;
    return 0;
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
