/* SPDX-License-Identifier: MIT */
/* Conversions of parameters, where they are not plain, and their errors. */
#include "object/function/param.h"

#include <limits.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/number/int.h"

/* The parameter of argument `at`, and its place as messages count: from 1,
 * without self; 0: it is the only one; -1: it has a name. */
static const NativeParam *find(const NativeDef *def, int at, int *position)
{
    const NativeParam *found = def->params;
    int i = 0, self = 0, posonly = 0;
    for (const NativeParam *p = def->params; p->role != PARAM_END; p++) {
        if (p->role == PARAM_SLASH)
            posonly = i;
        if (p->role != PARAM_SELF && p->role != PARAM_ARG)
            continue;
        self += p->role == PARAM_SELF;
        if (i++ == at)
            found = p;
    }
    *position = at >= posonly ? -1 : i - self == 1 ? 0 : at + 1 - self;
    return found;
}

bool param_mismatch(Thread *t, const NativeDef *def, int at,
                    const char *expected, Value v)
{
    int position;
    const NativeParam *p = find(def, at, &position);
    const char *type = arg_type_name(v);
    if (position < 0)
        raise_type_error(t, "%s() argument '%s' must be %s, not %s", def->name,
                         p->name, expected, type);
    else if (position == 0)
        raise_type_error(t, "%s() argument must be %s, not %s", def->name,
                         expected, type);
    else
        raise_type_error(t, "%s() argument %d must be %s, not %s", def->name,
                         position, expected, type);
    return false;
}

/* --- text -------------------------------------------------------------- */

PARAM_FN(str, Str *)
{
    *out = NULL;
    return value_is_unbound(v) || param_mismatch(t, def, at, "str", v);
}

PARAM_FN(str_or_none, Str *)
{
    *out = NULL;
    if (value_is_unbound(v))
        return true;
    if (!value_is_str(v))
        return param_mismatch(t, def, at, "str or None", v);
    *out = value_to_str(v);
    return true;
}

static bool c_string(Thread *t, Value v, const char **out)
{
    size_t len;
    *out = str_to_utf8(t, value_to_str(v), &len);
    if (*out != NULL && strlen(*out) != len) {
        raise_value_error(t, "embedded null character");
        return false;
    }
    return *out != NULL;
}

bool param_c_string(Thread *t, Value v, const char **out, const NativeDef *def,
                    int at)
{
    *out = NULL;
    if (value_is_unbound(v))
        return true;
    return value_is_str(v) ? c_string(t, v, out)
                           : param_mismatch(t, def, at, "str", v);
}

bool param_c_string_or_none(Thread *t, Value v, const char **out,
                            const NativeDef *def, int at)
{
    *out = NULL;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    return value_is_str(v) ? c_string(t, v, out)
                           : param_mismatch(t, def, at, "str or None", v);
}

bool param_character(Thread *t, Value v, int32_t *out, const NativeDef *def,
                     int at)
{
    *out = -1;
    if (value_is_unbound(v))
        return true;
    if (!value_is_str(v) || value_to_str(v)->len != 1)
        return param_mismatch(t, def, at, "a unicode character", v);
    *out = (int32_t)str_at(value_to_str(v), 0);
    return true;
}

/* --- numbers ----------------------------------------------------------- */

static bool to_int64(Thread *t, Value v, int64_t *out, const char *c_type)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (int_to_int64(i, out))
        return true;
    raise_error(t, EXC(OverflowError), "Python int too large to convert to %s",
                c_type);
    return false;
}

PARAM_FN(ssize, int64_t)
{
    (void)def;
    (void)at;
    return to_int64(t, v, out, "C ssize_t");
}

bool param_c_int(Thread *t, Value v, int *out, const NativeDef *def, int at)
{
    (void)def;
    (void)at;
    int64_t i;
    if (!to_int64(t, v, &i, "C int"))
        return false;
    if (i < INT_MIN || i > INT_MAX) {
        raise_error(t, EXC(OverflowError),
                    "Python int too large to convert to C int");
        return false;
    }
    *out = (int)i;
    return true;
}

PARAM_FN(index, int64_t)
{
    (void)def;
    (void)at;
    *out = 0;
    return value_is_unbound(v) || object_to_index_clamped(t, v, out) == 0;
}

static bool bound(Thread *t, Value v, int64_t *out)
{
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    if (value_is_int(v)) {
        *out = value_to_int(v);
        return true;
    }
    if (type_of(v)->slots.index != NULL)
        return object_to_index_clamped(t, v, out) == 0;
    raise_type_error(t, "slice indices must be integers or None or have an "
                     "__index__ method");
    return false;
}

bool param_start(Thread *t, Value v, int64_t *out, const NativeDef *def,
                 int at)
{
    (void)def;
    (void)at;
    *out = 0;
    return bound(t, v, out);
}

bool param_stop(Thread *t, Value v, int64_t *out, const NativeDef *def, int at)
{
    (void)def;
    (void)at;
    *out = INT64_MAX;
    return bound(t, v, out);
}

void param_bounds(int64_t len, int64_t *start, int64_t *stop)
{
    if (*start < 0 && (*start += len) < 0)
        *start = 0;
    if (*stop < 0 && (*stop += len) < 0)
        *stop = 0;
    if (*stop > len)
        *stop = len;
}

bool param_integer(Thread *t, Value v, Value *out, const NativeDef *def,
                   int at)
{
    (void)def;
    (void)at;
    *out = value_is_unbound(v) ? v : object_index(t, v);
    return !value_is_null(*out);
}

PARAM_FN(real, double)
{
    (void)def;
    (void)at;
    *out = 0;
    return value_is_unbound(v) || object_to_double(t, v, out) == 0;
}

PARAM_FN(truth, bool)
{
    (void)def;
    (void)at;
    int is = value_is_unbound(v) ? 0 : object_is_true(t, v);
    *out = is > 0;
    return is >= 0;
}

bool param_int_truth(Thread *t, Value v, bool *out, const NativeDef *def,
                     int at)
{
    int i = 0;
    bool ok = param_c_int(t, v, &i, def, at);
    *out = i != 0;
    return ok;
}

/* --- bytes ------------------------------------------------------------- */

static bool borrow(Thread *t, Value v, Buffer *b, unsigned flags)
{
    if (value_is_unbound(v))
        return true;
    if (buffer_get(t, v, b, flags) < 0)
        return false;
    ((ParamBuffer *)b)->held = true;
    return true;
}

bool param_bytes_like(Thread *t, Value v, Buffer **out, const NativeDef *def,
                      int at)
{
    (void)def;
    (void)at;
    return borrow(t, v, *out, 0);
}

bool param_writable_bytes(Thread *t, Value v, Buffer **out,
                          const NativeDef *def, int at)
{
    if (!value_is_unbound(v) && !buffer_supported(v))
        return param_mismatch(t, def, at, "read-write bytes-like object", v);
    return borrow(t, v, *out, BUFFER_WRITABLE);
}

/* --- instances --------------------------------------------------------- */

static bool instance(Thread *t, Value v, void *out, uint32_t flag,
                     const NativeDef *def, int at, const char *expected)
{
    void *p = NULL;
    if (!value_is_unbound(v)) {
        if (!type_has_flag(v, flag))
            return param_mismatch(t, def, at, expected, v);
        p = value_to_pointer(v);
    }
    memcpy(out, &p, sizeof p);
    return true;
}

bool param_bytes(Thread *t, Value v, Bytes **out, const NativeDef *def,
                 int at)
{
    return instance(t, v, out, TYPE_IS_BYTES, def, at, "bytes");
}

bool param_list(Thread *t, Value v, List **out, const NativeDef *def, int at)
{
    return instance(t, v, out, TYPE_IS_LIST, def, at, "list");
}

bool param_dict(Thread *t, Value v, Dict **out, const NativeDef *def, int at)
{
    return instance(t, v, out, TYPE_IS_DICT, def, at, "dict");
}

bool param_tuple(Thread *t, Value v, Tuple **out, const NativeDef *def,
                 int at)
{
    return instance(t, v, out, TYPE_IS_TUPLE, def, at, "tuple");
}

bool param_type(Thread *t, Value v, Type **out, const NativeDef *def, int at)
{
    return instance(t, v, out, TYPE_IS_TYPE, def, at, "type");
}
