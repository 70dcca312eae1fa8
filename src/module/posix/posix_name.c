/* SPDX-License-Identifier: MIT */
/* Names in the file system: links, what may be done with files, their times. */
#include "module/posix/posix_parts.h"

#include <math.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* --- links ------------------------------------------------------------- */

NATIVE(posix, link, 0, "Give the file src another name, dst.",
       (arg, path, src), (arg, path, dst), (star),
       (opt, dir_fd, src_dir_fd, None), (opt, dir_fd, dst_dir_fd, None),
       (opt, truth, follow_symlinks, True))
{
    int64_t result = BLOCKING(t, os_name_link(src_dir_fd, src.text, dst_dir_fd,
                                              dst.text, follow_symlinks));
    return posix_none_of_two(t, result, src.object, dst.object);
}

NATIVE(posix, symlink, 0, "Make dst a symbolic link to src.",
       (arg, path, src), (arg, path, dst),
       (opt, truth, target_is_directory, False), (star),
       (opt, dir_fd, dir_fd, None))
{
    int64_t result = BLOCKING(t, os_name_symlink(src.text, dir_fd, dst.text));
    return posix_none_of_two(t, result, src.object, dst.object);
}

NATIVE(posix, readlink, 0, "What a symbolic link refers to.",
       (arg, path, path), (star), (opt, dir_fd, dir_fd, None))
{
    char target[4097];
    int64_t n = BLOCKING(
        t, os_name_readlink(dir_fd, path.text, target, sizeof target));
    return n < 0 ? blocking_raise(t, n, path.object)
                 : posix_path_value(t, target, (size_t)n,
                                    !value_is_str(path.object));
}

static Value move(Thread *t, const ParamPath *src, int src_dir,
                  const ParamPath *dst, int dst_dir)
{
    const char *from = src->text, *to = dst->text;
    int64_t result = BLOCKING(t, os_name_rename(src_dir, from, dst_dir, to));
    return posix_none_of_two(t, result, src->object, dst->object);
}

NATIVE(posix, rename, 0,
       "Rename src to dst, in place of a file that is there.",
       (arg, path, src), (arg, path, dst), (star),
       (opt, dir_fd, src_dir_fd, None), (opt, dir_fd, dst_dir_fd, None))
{
    return move(t, &src, src_dir_fd, &dst, dst_dir_fd);
}

NATIVE(posix, replace, 0,
       "Rename src to dst, in place of a file that is there, on every system.",
       (arg, path, src), (arg, path, dst), (star),
       (opt, dir_fd, src_dir_fd, None), (opt, dir_fd, dst_dir_fd, None))
{
    return move(t, &src, src_dir_fd, &dst, dst_dir_fd);
}

static Value take_name_away(Thread *t, const ParamPath *path, int dir)
{
    const char *text = path->text;
    return posix_none(t, BLOCKING(t, os_name_unlink(dir, text)),
                      path->object);
}

NATIVE(posix, unlink, 0, "Remove a file.",
       (arg, path, path), (star), (opt, dir_fd, dir_fd, None))
{
    return take_name_away(t, &path, dir_fd);
}

NATIVE(posix, remove, 0, "Remove a file.",
       (arg, path, path), (star), (opt, dir_fd, dir_fd, None))
{
    return take_name_away(t, &path, dir_fd);
}

/* --- pipes and devices ------------------------------------------------- */

NATIVE(posix, mkfifo, 0, "Make a pipe with a name.",
       (arg, path, path), (opt, c_int, mode, 438), (star),
       (opt, dir_fd, dir_fd, None))
{
    return posix_none(t,
                      BLOCKING(t, os_name_make_fifo(dir_fd, path.text,
                                                    (unsigned)mode)),
                      UNBOUND);
}

NATIVE(posix, mknod, 0,
       "Make a file, a pipe or a device: the mode says which, and who may use "
       "it.",
       (arg, path, path), (opt, c_int, mode, 384), (opt, device, device, 0),
       (star), (opt, dir_fd, dir_fd, None))
{
    return posix_none(t,
                      BLOCKING(t, os_name_make_node(dir_fd, path.text,
                                                    (unsigned)mode, device)),
                      UNBOUND);
}

/* As CPython: a device is told as a signed number. */
NATIVE(posix, makedev, 0, "The device of that major and minor number.",
       (arg, c_int, major), (arg, c_int, minor), (slash))
{
    return int_from_int64(
        t, (int64_t)os_device_make((unsigned)major, (unsigned)minor));
}

NATIVE(posix, major, 0, "The major number of a device, as in st_dev.",
       (arg, device, device), (slash))
{
    return value_from_int(os_device_major(device));
}

NATIVE(posix, minor, 0, "The minor number of a device, as in st_dev.",
       (arg, device, device), (slash))
{
    return value_from_int(os_device_minor(device));
}

/* --- who may what ------------------------------------------------------ */

NATIVE(posix, access, 0,
       "Whether this user may do that with the file: F_OK, R_OK, W_OK, X_OK.",
       (arg, path, path), (arg, c_int, mode), (star),
       (opt, dir_fd, dir_fd, None), (opt, truth, effective_ids, False),
       (opt, truth, follow_symlinks, True))
{
    int64_t result =
        BLOCKING(t, os_name_access(dir_fd, path.text, mode, effective_ids,
                                   follow_symlinks));
    return value_is_null(t->exc) ? value_from_bool(result == 0) : NULL_VALUE;
}

NATIVE(posix, chmod, 0,
       "Say who may do what with the file of that path, or descriptor.",
       (arg, path_or_fd, path), (arg, c_int, mode), (star),
       (opt, dir_fd, dir_fd, None), (opt, truth, follow_symlinks, True))
{
    unsigned bits = (unsigned)mode;
    int64_t result =
        BLOCKING(t, path.text == NULL
                        ? os_name_chmod_fd(path.fd, bits)
                        : os_name_chmod(dir_fd, path.text, bits,
                                        follow_symlinks));
    /* The system does not know it of links. */
    if (!follow_symlinks && result == -EOPNOTSUPP) {
        if (dir_fd != OS_HERE)
            return raise_value_error(t, "chmod: cannot use dir_fd and "
                                     "follow_symlinks together");
        return raise_error(t, EXC(NotImplementedError),
                           "chmod: follow_symlinks unavailable on this "
                           "platform");
    }
    return posix_none(t, result, path.object);
}

NATIVE(posix, fchmod, 0,
       "Say who may do what with the file of that descriptor.",
       (arg, c_int, fd), (arg, c_int, mode))
{
    return posix_none(t, BLOCKING(t, os_name_chmod_fd(fd, (unsigned)mode)),
                      UNBOUND);
}

NATIVE(posix, chown, 0,
       "Say whose the file of that path, or descriptor, is; -1 leaves the user "
       "or the group.",
       (arg, path_or_fd, path), (arg, uid, uid), (arg, gid, gid), (star),
       (opt, dir_fd, dir_fd, None), (opt, truth, follow_symlinks, True))
{
    if (path.text == NULL && dir_fd != OS_HERE)
        return raise_value_error(t,
                                 "chown: can't specify both dir_fd and fd");
    if (path.text == NULL && !follow_symlinks)
        return raise_value_error(t, "chown: cannot use fd and follow_symlinks "
                                 "together");
    int64_t result =
        BLOCKING(t, path.text == NULL
                        ? os_name_chown_fd(path.fd, uid, gid)
                        : os_name_chown(dir_fd, path.text, uid, gid,
                                        follow_symlinks));
    return posix_none(t, result, path.object);
}

NATIVE(posix, fchown, 0, "Say whose the file of that descriptor is.",
       (arg, c_int, fd), (arg, uid, uid), (arg, gid, gid))
{
    return posix_none(t, BLOCKING(t, os_name_chown_fd(fd, uid, gid)), UNBOUND);
}

NATIVE(posix, lchown, 0,
       "Say whose the file of that path is: the link itself if it is one.",
       (arg, path, path), (arg, uid, uid), (arg, gid, gid))
{
    int64_t result =
        BLOCKING(t, os_name_chown(OS_HERE, path.text, uid, gid, false));
    return posix_none(t, result, path.object);
}

NATIVE(posix, umask, 0,
       "Say which bits modes of new files shall not have, and which these were "
       "until now.",
       (arg, c_int, mask), (slash))
{
    return value_from_int(os_name_mask((unsigned)mask));
}

/* --- times ------------------------------------------------------------- */

static const int64_t BILLION = 1000000000;

static bool out_of_range(Thread *t)
{
    raise_error(t, EXC(OverflowError),
                "timestamp out of range for platform time_t");
    return false;
}

static bool from_double(Thread *t, double d, struct timespec *out)
{
    double whole, rest = floor(modf(d, &whole) * (double)BILLION);
    if (d != d) {
        raise_value_error(t, "Invalid value NaN (not a number)");
        return false;
    }
    if (rest < 0) {
        rest += (double)BILLION;
        whole -= 1;
    }
    if (!(whole >= -0x1p63 && whole < 0x1p63))
        return out_of_range(t);
    *out = (struct timespec){.tv_sec = (int64_t)whole, .tv_nsec = (long)rest};
    return true;
}

/* Seconds, an int or a float, which is rounded down to nanoseconds. */
static bool from_seconds(Thread *t, Value v, struct timespec *out)
{
    int64_t whole;
    if (value_is_float_object(v))
        return from_double(t, float_to_double(v), out);
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (!int_to_int64(i, &whole))
        return out_of_range(t);
    *out = (struct timespec){.tv_sec = whole};
    return true;
}

/* An int of nanoseconds. */
static bool from_nanoseconds(Thread *t, Value v, struct timespec *out)
{
    int64_t whole, rest;
    Value parts = object_divmod(t, v, value_from_int(BILLION));
    if (value_is_null(parts))
        return false;
    if (!value_is_tuple(parts) || value_to_tuple(parts)->len != 2) {
        raise_type_error(t, "%T.__divmod__() must return a 2-tuple, not %T", v,
                         parts);
        return false;
    }
    Value i = object_index(t, tuple_get(value_to_tuple(parts), 0));
    if (value_is_null(i))
        return false;
    if (!int_to_int64(i, &whole))
        return out_of_range(t);
    if (object_to_int64(t, tuple_get(value_to_tuple(parts), 1), &rest) < 0)
        return false;
    *out = (struct timespec){.tv_sec = whole, .tv_nsec = rest};
    return true;
}

/* What utime was told: 1 and *out, 0 for now, or -1. */
static int take_times(Thread *t, Value times, Value ns, struct timespec *out)
{
    bool seconds = !value_is_unbound(times) && !value_is_none(times);
    bool nanoseconds = !value_is_unbound(ns);
    if (!seconds && !nanoseconds)
        return 0;
    if (seconds && nanoseconds)
        return RAISE_INT(raise_value_error(
            t, "utime: you may specify either 'times' or 'ns' but not both"));
    Value pair = seconds ? times : ns;
    if (!value_is_tuple(pair) || value_to_tuple(pair)->len != 2)
        return RAISE_INT(
            seconds ? raise_type_error(t, "utime: 'times' must be either a "
                                       "tuple of two ints or None")
                    : raise_type_error(
                          t, "utime: 'ns' must be a tuple of two ints"));
    bool (*convert)(Thread *, Value, struct timespec *) =
        seconds ? from_seconds : from_nanoseconds;
    for (int i = 0; i < 2; i++)
        if (!convert(t, tuple_get(value_to_tuple(pair), i), &out[i]))
            return -1;
    return 1;
}

NATIVE(posix, utime, 0,
       "Set when the file was last read and written: times in seconds, or ns in "
       "nanoseconds; now if neither is given.",
       (arg, path_or_fd, path), (opt, object, times, None), (star),
       (opt, object, ns, <unrepresentable>), (opt, dir_fd, dir_fd, None),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    struct timespec both[2];
    int given = take_times(t, times, ns, both);
    const struct timespec *when = given == 0 ? NULL : both;
    if (given < 0 || !posix_check_fd_alone(t, self->def, &path, dir_fd,
                                           follow_symlinks))
        return NULL_VALUE;
    int64_t result =
        BLOCKING(t, path.text == NULL
                        ? os_name_set_times_fd(path.fd, when)
                        : os_name_set_times(dir_fd, path.text, when,
                                            follow_symlinks));
    return posix_none(t, result, UNBOUND);
}

const NativeDef *const posix_name_functions[] = {
    &posix_access_native,
    &posix_chmod_native,
    &posix_chown_native,
    &posix_fchmod_native,
    &posix_fchown_native,
    &posix_lchown_native,
    &posix_link_native,
    &posix_major_native,
    &posix_makedev_native,
    &posix_minor_native,
    &posix_mkfifo_native,
    &posix_mknod_native,
    &posix_readlink_native,
    &posix_remove_native,
    &posix_rename_native,
    &posix_replace_native,
    &posix_symlink_native,
    &posix_umask_native,
    &posix_unlink_native,
    &posix_utime_native,
    NULL,
};
