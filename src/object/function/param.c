/* SPDX-License-Identifier: MIT */
/* Conversions of parameters, where they are not plain, and their errors. */
#include "object/function/param.h"

#include <limits.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/number/complex.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"

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

const char *param_name(const NativeDef *def, int at)
{
    int position;
    return find(def, at, &position)->name;
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

bool param_c_long(Thread *t, Value v, int64_t *out, const NativeDef *def,
                  int at)
{
    (void)def;
    (void)at;
    return to_int64(t, v, out, "C long");
}

bool param_c_longlong(Thread *t, Value v, int64_t *out, const NativeDef *def,
                      int at)
{
    (void)def;
    (void)at;
    *out = 0;
    if (value_is_unbound(v))
        return true;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (int_to_int64(i, out))
        return true;
    raise_error(t, EXC(OverflowError), "int too big to convert");
    return false;
}

/* An int that is not negative and fits. */
static bool to_unsigned(Thread *t, Value v, uint64_t *out,
                        const char *too_large)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (!value_is_int_object(v))
        raise_type_error(t, "an integer is required");
    else if (int_sign(v) < 0)
        raise_value_error(t, "value must be positive");
    else if (!int_to_uint64(v, out))
        raise_error(t, EXC(OverflowError), "%s", too_large);
    else
        return true;
    return false;
}

#define TOO_LARGE "Python int too large to convert to C "

bool param_c_uint(Thread *t, Value v, uint32_t *out, const NativeDef *def,
                  int at)
{
    (void)def;
    (void)at;
    uint64_t i;
    if (!to_unsigned(t, v, &i, TOO_LARGE "unsigned long"))
        return false;
    *out = (uint32_t)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError),
                "Python int too large for C unsigned int");
    return false;
}

bool param_c_ulong(Thread *t, Value v, uint64_t *out, const NativeDef *def,
                   int at)
{
    (void)def;
    (void)at;
    return to_unsigned(t, v, out, TOO_LARGE "unsigned long");
}

bool param_c_ulonglong(Thread *t, Value v, uint64_t *out, const NativeDef *def,
                       int at)
{
    (void)def;
    (void)at;
    return to_unsigned(t, v, out, "int too big to convert");
}

bool param_c_size(Thread *t, Value v, uint64_t *out, const NativeDef *def,
                  int at)
{
    (void)def;
    (void)at;
    return to_unsigned(t, v, out, TOO_LARGE "size_t");
}

bool param_ulong_mask(Thread *t, Value v, uint64_t *out, const NativeDef *def,
                      int at)
{
    (void)def;
    (void)at;
    *out = 0;
    if (value_is_unbound(v))
        return true;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    *out = int_low_bits(i);
    return true;
}

bool param_uint_mask(Thread *t, Value v, uint32_t *out, const NativeDef *def,
                     int at)
{
    uint64_t i;
    bool ok = param_ulong_mask(t, v, &i, def, at);
    *out = (uint32_t)i;
    return ok;
}

PARAM_FN(byte, uint8_t)
{
    (void)def;
    (void)at;
    *out = 0;
    return value_is_unbound(v) || arg_byte(t, v, "byte", out) == 0;
}

bool param_c_uchar(Thread *t, Value v, uint8_t *out, const NativeDef *def,
                   int at)
{
    int64_t i;
    if (!param_c_long(t, v, &i, def, at))
        return false;
    *out = (uint8_t)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError), "unsigned byte integer is %s",
                i < 0 ? "less than minimum" : "greater than maximum");
    return false;
}

PARAM_FN(index, int64_t)
{
    (void)def;
    (void)at;
    *out = 0;
    return value_is_unbound(v) || object_to_index_clamped(t, v, out) == 0;
}

/* v as *out; false with TypeError: "slice indices must be integers <or> an
 * __index__ method". */
static bool bound(Thread *t, Value v, int64_t *out, const char *or)
{
    if (value_is_int(v)) {
        *out = value_to_int(v);
        return true;
    }
    if (type_of(v)->slots.index != NULL)
        return object_to_index_clamped(t, v, out) == 0;
    raise_type_error(t, "slice indices must be integers %s an __index__ method",
                     or);
    return false;
}

/* Of start and stop: *out is what None leaves. */
PARAM_FN(start, int64_t)
{
    (void)def;
    (void)at;
    return value_is_none(v) || bound(t, v, out, "or None or have");
}

PARAM_FN(bound, int64_t)
{
    (void)def;
    (void)at;
    return bound(t, v, out, "or have");
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

bool param_complex(Thread *t, Value v, ParamComplex *out, const NativeDef *def,
                   int at)
{
    (void)def;
    (void)at;
    *out = (ParamComplex){0, 0};
    return value_is_unbound(v) ||
           complex_from_number(t, v, &out->real, &out->imag) == 0;
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

bool param_c_char(Thread *t, Value v, uint8_t *out, const NativeDef *def,
                  int at)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (value_is_bytes(v) && value_to_bytes(v)->len == 1)
        *out = value_to_bytes(v)->data[0];
    else if (value_is_bytearray(v) &&
             ((ByteArray *)value_to_pointer(v))->len == 1)
        *out = *bytearray_data(value_to_pointer(v));
    else
        return param_mismatch(t, def, at, "a byte string of length 1", v);
    return true;
}

static bool borrow(Thread *t, Value v, Buffer *b, unsigned flags)
{
    if (value_is_unbound(v))
        return true;
    if (buffer_get(t, v, b, flags) < 0)
        return false;
    ((ParamBuffer *)b)->held = true;
    return true;
}

PARAM_FN(bytes_like, Buffer *)
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

bool param_text_or_bytes(Thread *t, Value v, Buffer **out, const NativeDef *def,
                         int at)
{
    if (value_is_unbound(v) || !value_is_str(v))
        return param_bytes_like(t, v, out, def, at);
    size_t len;
    Buffer *b = *out;
    b->owner = v;
    b->data = (uint8_t *)str_to_utf8(t, value_to_str(v), &len);
    b->len = (int64_t)len;
    return b->data != NULL;
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

bool param_callable(Thread *t, Value v, Value *out, const NativeDef *def,
                    int at)
{
    *out = v;
    return value_is_unbound(v) || object_is_callable(v) ||
           param_mismatch(t, def, at, "callable", v);
}

bool param_instance(Thread *t, Value v, const Type *type, void *out,
                    const NativeDef *def, int at)
{
    void *p = NULL;
    if (!value_is_unbound(v)) {
        if (!type_is_subtype(type_of(v), type))
            return param_mismatch(t, def, at, type_name(type), v);
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
