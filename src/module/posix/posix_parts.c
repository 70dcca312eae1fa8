/* SPDX-License-Identifier: MIT */
/* What the files of the module posix share. */
#include "module/posix/posix_parts.h"

#include "module/struct_sequence.h"
#include "module/user_list.h"
#include "object/container/dict.h"
#include "object/core/finalizer.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

void posix_add_type(Thread *t, Module *m, const char *name, Type *type)
{
    struct_sequence_ready(t, type);
    dict_set_c(t, m->dict, name, value_from_pointer(type));
}

Value posix_none_of_two(Thread *t, int64_t result, Value from, Value to)
{
    if (result >= 0)
        return NONE;
    return value_is_null(t->exc)
               ? raise_os_error_two(t, (int)-result, from, to)
               : NULL_VALUE;
}

Value posix_path_value(Thread *t, const char *path, size_t len, bool as_bytes)
{
    if (as_bytes)
        return value_from_pointer(
            bytes_new(t, (const uint8_t *)path, (int64_t)len));
    return bytes_decode(t, (const uint8_t *)path, (int64_t)len, NULL,
                        "surrogateescape");
}

void posix_reclaim(Thread *t)
{
    gc_collect(&t->gc);
    finalizers_run(t);
}

/* --- conversions ------------------------------------------------------- */

PARAM_FN(dir_fd, int)
{
    *out = OS_HERE;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    if (type_of(v)->slots.index != NULL)
        return param_fd_from(t, v, out);
    raise_type_error(t, "argument should be integer or None, not %T", v);
    return false;
}

PARAM_FN(uid, uint32_t)
{
    return user_id(t, v, out, "uid");
}

PARAM_FN(gid, uint32_t)
{
    return user_id(t, v, out, "gid");
}

PARAM_FN(device, uint64_t)
{
    *out = 0;
    if (value_is_unbound(v))
        return true;
    if (!value_is_int_object(v))
        raise_type_error(t, "an integer is required");
    else if (int_sign(v) < 0)
        raise_error(t, EXC(OverflowError),
                    "can't convert negative int to unsigned");
    else if (!int_to_uint64(v, out))
        raise_error(t, EXC(OverflowError), "int too big to convert");
    else
        return true;
    return false;
}

PARAM_FN(offset_or_none, PosixOffset)
{
    *out = (PosixOffset){false, -1};
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    out->is_given = true;
    return param_c_long(t, v, &out->value, def, at);
}

bool posix_check_fd_alone(Thread *t, const NativeDef *def,
                          const ParamPath *path, int dir, bool follow)
{
    if (path->text != NULL)
        return true;
    if (dir != OS_HERE)
        raise_value_error(t, "%s: can't specify dir_fd without matching path",
                          def->name);
    else if (!follow)
        raise_value_error(t, "%s: cannot use fd and follow_symlinks together",
                          def->name);
    else
        return true;
    return false;
}
