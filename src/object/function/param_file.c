/* SPDX-License-Identifier: MIT */
/* Conversions of parameters: paths, descriptors, times to wait. */
#include "object/function/param_file.h"

#include <limits.h>
#include <math.h>
#include <string.h>
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

/* --- paths ------------------------------------------------------------- */

/* v as str or bytes: itself or what its __fspath__ answers; UNBOUND: it is no
 * path. */
static Value plain_path(Thread *t, Value v)
{
    if (value_is_str(v) || value_is_bytes(v))
        return v;
    TRY(method, object_lookup_special(t, v, str_intern_c(t, "__fspath__")));
    if (value_is_unbound(method))
        return UNBOUND;
    TRY(path, object_call0(t, method));
    if (value_is_str(path) || value_is_bytes(path))
        return path;
    return raise_type_error(t,
                            "expected %T.__fspath__() to return str or "
                            "bytes, not %T",
                            v, path);
}

/* The zero-terminated text of what is a str or bytes. */
static bool encode(Thread *t, Value path, ParamPath *out, size_t *len)
{
    if (value_is_str(path) && str_is_ascii(value_to_str(path))) {
        out->owner = path;
        out->text = (const char *)value_to_str(path)->data;
        *len = (size_t)value_to_str(path)->len;
        return true;
    }
    if (value_is_str(path))
        path = str_encode(t, value_to_str(path), NULL, "surrogateescape");
    if (value_is_null(path))
        return false;
    out->owner = path;
    out->text = (const char *)value_to_bytes(path)->data;
    *len = (size_t)value_to_bytes(path)->len;
    return true;
}

/* A str or bytes as the system takes it, out->text and its owner. */
static bool encoded(Thread *t, Value path, ParamPath *out)
{
    size_t len;
    if (!encode(t, path, out, &len))
        return false;
    if (strlen(out->text) == len)
        return true;
    raise_value_error(t, "embedded null byte");
    return false;
}

bool param_fd_from(Thread *t, Value v, int *out)
{
    int64_t fd;
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (!int_to_int64(i, &fd))
        fd = int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    *out = (int)fd;
    if (fd == *out)
        return true;
    raise_error(t, EXC(OverflowError), "fd is %s",
                fd < 0 ? "less than minimum" : "greater than maximum");
    return false;
}

enum { ALSO_NONE = 1, ALSO_FD = 2 };

/* A copy of a bytes-like object, which as a path is deprecated. */
static Value bytes_of(Thread *t, Value v)
{
    const uint8_t *data;
    int64_t len;
    if (bytes_view(t, v, &data, &len) < 0)
        return NULL_VALUE;
    return value_from_pointer(bytes_new(t, data, len));
}

static bool to_path(Thread *t, Value v, ParamPath *out, const NativeDef *def,
                    int at, unsigned also)
{
    static const char *const expected[] = {
        [0] = "string, bytes or os.PathLike",
        [ALSO_NONE] = "string, bytes, os.PathLike or None",
        [ALSO_FD] = "string, bytes, os.PathLike or integer",
        [ALSO_NONE | ALSO_FD] = "string, bytes, os.PathLike, integer or None",
    };
    *out = (ParamPath){NULL, -1, v, NONE};
    if (value_is_unbound(v) || ((also & ALSO_NONE) && value_is_none(v)))
        return true;
    if ((also & ALSO_FD) && type_of(v)->slots.index != NULL)
        return param_fd_from(t, v, &out->fd);
    Value path = plain_path(t, v);
    if (value_is_null(path))
        return false;
    const char *name = param_name(def, at);
    if (!value_is_unbound(path))
        out->object = path;
    if (value_is_unbound(path) && buffer_supported(v)) {
        if (warn(t, EXC(DeprecationWarning), "%s: %s should be %s, not %T",
                 def->name, name, expected[also], v) < 0)
            return false;
        path = bytes_of(t, v);
        if (value_is_null(path))
            return false;
    }
    if (value_is_str(path))
        return encoded(t, path, out);
    if (value_is_bytes(path)) {
        size_t len;
        if (encode(t, path, out, &len) && strlen(out->text) == len)
            return true;
        raise_value_error(t, "%s: embedded null character in %s", def->name,
                          name);
        return false;
    }
    raise_type_error(t, "%s: %s should be %s, not %T", def->name, name,
                     expected[also], v);
    return false;
}

#define PATH(conv, also)                                  \
    bool param_##conv(Thread *t, Value v, ParamPath *out, \
                      const NativeDef *def, int at)       \
    {                                                     \
        return to_path(t, v, out, def, at, also);         \
    }
PATH(path, 0)
PATH(path_or_none, ALSO_NONE)
PATH(path_or_fd, ALSO_FD)
PATH(path_or_fd_or_none, ALSO_FD | ALSO_NONE)
#undef PATH

bool fs_path_from(Thread *t, Value v, ParamPath *out)
{
    *out = (ParamPath){NULL, -1, v, NONE};
    Value path = plain_path(t, v);
    if (value_is_null(path))
        return false;
    if (!value_is_unbound(path)) {
        out->object = path;
        return encoded(t, path, out);
    }
    raise_type_error(t, "expected str, bytes or os.PathLike object, not %T", v);
    return false;
}

bool param_fs_path(Thread *t, Value v, ParamPath *out,
                   const NativeDef *def UNUSED, int at UNUSED)
{
    *out = (ParamPath){NULL, -1, v, NONE};
    return value_is_unbound(v) || fs_path_from(t, v, out);
}

/* --- descriptors ------------------------------------------------------- */

/* v, or what its method fileno answers: an int object. */
static Value number_of(Thread *t, Value v)
{
    if (value_is_int_object(v))
        return v;
    TRY(method, object_getattr_or_unbound(t, v, str_intern_c(t, "fileno")));
    if (value_is_unbound(method))
        return raise_type_error(
            t, "argument must be an int, or have a %s() method.", "fileno");
    TRY(fd, object_call0(t, method));
    if (!value_is_int_object(fd))
        return raise_type_error(t, "%s() returned a non-integer", "fileno");
    return fd;
}

bool param_descriptor(Thread *t, Value v, int *out, const NativeDef *def,
                      int at)
{
    *out = -1;
    if (value_is_unbound(v))
        return true;
    v = number_of(t, v);
    if (value_is_null(v) || !param_c_int(t, v, out, def, at))
        return false;
    if (*out >= 0)
        return true;
    raise_value_error(t, "file descriptor cannot be a negative integer (%d)",
                      *out);
    return false;
}

/* --- times ------------------------------------------------------------- */

static const int64_t SECOND = 1000000000;

static bool of_double(Thread *t, double s, int64_t *out)
{
    double limit = -(double)INT64_MIN;
    double ns = s * (double)SECOND;
    ns = ns < 0 ? floor(ns) : ceil(ns);
    if (s != s)
        raise_value_error(t, "Invalid value NaN (not a number)");
    else if (ns < -limit || ns >= limit)
        raise_error(t, EXC(OverflowError),
                    "timestamp too large to convert to C _PyTime_t");
    else
        return *out = (int64_t)ns, true;
    return false;
}

bool param_seconds(Thread *t, Value v, int64_t *out,
                   const NativeDef *def UNUSED, int at UNUSED)
{
    int64_t s;
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (value_is_float_object(v))
        return of_double(t, float_to_double(v), out);
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (int_to_int64(i, &s) && !__builtin_mul_overflow(s, SECOND, out))
        return true;
    raise_error(t, EXC(OverflowError),
                "timestamp too large to convert to C _PyTime_t");
    return false;
}

bool param_timeout(Thread *t, Value v, int64_t *out, const NativeDef *def,
                   int at)
{
    *out = -1;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    if (!value_is_float_object(v) && type_of(v)->slots.index == NULL)
        raise_type_error(t, "timeout must be a float or None");
    else if (!param_seconds(t, v, out, def, at))
        return false;
    else if (*out < 0)
        raise_value_error(t, "timeout must be non-negative");
    else
        return true;
    return false;
}
