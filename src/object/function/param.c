/* SPDX-License-Identifier: MIT */
/* Conversions of parameters, where they are not plain, and their errors. */
#include "object/function/param.h"

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
    if (def->flags & NATIVE_OLD_WORDS)
        *position = at + 1 - self;
    else
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

PARAM_SLOW(str, Str *)
{
    *out = NULL;
    return value_is_unbound(v) || param_mismatch(t, def, at, "str", v);
}

PARAM_SLOW(str_or_none, Str *)
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

PARAM_FN(c_string, const char *)
{
    *out = NULL;
    if (value_is_unbound(v))
        return true;
    return value_is_str(v) ? c_string(t, v, out)
                           : param_mismatch(t, def, at, "str", v);
}

PARAM_FN(c_string_or_none, const char *)
{
    *out = NULL;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    return value_is_str(v) ? c_string(t, v, out)
                           : param_mismatch(t, def, at, "str or None", v);
}

PARAM_FN(character, int32_t)
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

/* An int, through __index__. */
static bool to_int64(Thread *t, Value v, int64_t *out, const char *too_large)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (int_to_int64(i, out))
        return true;
    raise_error(t, EXC(OverflowError), "%s", too_large);
    return false;
}

/* An int that is not negative; no __index__. */
static bool to_uint64(Thread *t, Value v, uint64_t *out, const char *too_large)
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

#define TOO_LARGE_FOR(c_type) "Python int too large to convert to C " c_type
#define TOO_BIG               "int too big to convert"

#define INT64(head, too_large) \
    head { return to_int64(t, v, out, too_large); }
INT64(PARAM_SLOW(ssize, int64_t), TOO_LARGE_FOR("ssize_t"))
INT64(PARAM_FN(c_long, int64_t), TOO_LARGE_FOR("long"))
INT64(PARAM_FN(c_longlong, int64_t), TOO_BIG)

#define UINT64(name, too_large) \
    PARAM_FN(name, uint64_t) { return to_uint64(t, v, out, too_large); }
UINT64(c_ulong, TOO_LARGE_FOR("unsigned long"))
UINT64(c_ulonglong, TOO_BIG)
UINT64(c_size, TOO_LARGE_FOR("size_t"))

PARAM_FN(c_int, int)
{
    int64_t i;
    if (!to_int64(t, v, &i, TOO_LARGE_FOR("int")))
        return false;
    *out = (int)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError), TOO_LARGE_FOR("int"));
    return false;
}

PARAM_FN(number, int)
{
    int64_t i;
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (!param_c_long(t, v, &i, def, at))
        return false;
    *out = (int)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError), "signed integer is %s",
                i < 0 ? "less than minimum" : "greater than maximum");
    return false;
}

PARAM_FN(c_uint, uint32_t)
{
    uint64_t i;
    if (!to_uint64(t, v, &i, TOO_LARGE_FOR("unsigned long")))
        return false;
    *out = (uint32_t)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError),
                "Python int too large for C unsigned int");
    return false;
}

PARAM_FN(ulong_mask, uint64_t)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    *out = int_low_bits(i);
    return true;
}

PARAM_FN(uint_mask, uint32_t)
{
    uint64_t i;
    bool ok = param_ulong_mask(t, v, &i, def, at);
    *out = (uint32_t)i;
    return ok;
}

PARAM_SLOW(byte, uint8_t)
{
    *out = 0;
    return value_is_unbound(v) || arg_byte(t, v, "byte", out) == 0;
}

PARAM_FN(c_uchar, uint8_t)
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

PARAM_SLOW(index, int64_t)
{
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
PARAM_SLOW(start, int64_t)
{
    return value_is_none(v) || bound(t, v, out, "or None or have");
}

PARAM_SLOW(bound, int64_t)
{
    return bound(t, v, out, "or have");
}

PARAM_FN(integer, Value)
{
    *out = value_is_unbound(v) ? v : object_index(t, v);
    if (value_is_bool(*out)) /* no body has to think of them */
        *out = value_from_int(out->bits == TRUE_VALUE.bits);
    return !value_is_null(*out);
}

PARAM_SLOW(real, double)
{
    *out = 0;
    return value_is_unbound(v) || object_to_double(t, v, out) == 0;
}

PARAM_FN(complex, ParamComplex)
{
    *out = (ParamComplex){0, 0};
    return value_is_unbound(v) ||
           complex_from_number(t, v, &out->real, &out->imag) == 0;
}

PARAM_SLOW(truth, bool)
{
    int is = value_is_unbound(v) ? 0 : object_is_true(t, v);
    *out = is > 0;
    return is >= 0;
}

PARAM_FN(int_truth, bool)
{
    int i = 0;
    bool ok = param_c_int(t, v, &i, def, at);
    *out = i != 0;
    return ok;
}

/* --- bytes ------------------------------------------------------------- */

PARAM_FN(c_char, uint8_t)
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

PARAM_SLOW(bytes_like, Buffer *)
{
    return borrow(t, v, *out, 0);
}

PARAM_FN(writable_bytes, Buffer *)
{
    if (value_is_unbound(v) ||
        (buffer_supported(v) && borrow(t, v, *out, BUFFER_WRITABLE)))
        return true;
    t->exc = NULL_VALUE; /* whatever the reason */
    return param_mismatch(t, def, at, "read-write bytes-like object", v);
}

PARAM_FN(text_or_bytes, Buffer *)
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

PARAM_FN(callable, Value)
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
            return param_mismatch(
                t, def, at, type->c_name != NULL ? type->c_name : type_name(type),
                v);
        p = value_to_pointer(v);
    }
    memcpy(out, &p, sizeof p);
    return true;
}

PARAM_FN(bytes, Bytes *)
{
    return instance(t, v, out, TYPE_IS_BYTES, def, at, "bytes");
}

PARAM_FN(list, List *)
{
    return instance(t, v, out, TYPE_IS_LIST, def, at, "list");
}

PARAM_FN(dict, Dict *)
{
    return instance(t, v, out, TYPE_IS_DICT, def, at, "dict");
}

PARAM_FN(tuple, Tuple *)
{
    return instance(t, v, out, TYPE_IS_TUPLE, def, at, "tuple");
}

PARAM_FN(type, Type *)
{
    return instance(t, v, out, TYPE_IS_TYPE, def, at, "type");
}
