/* SPDX-License-Identifier: MIT */
/* What is known of files and file systems. */
#include "module/posix/posix_parts.h"

#include "module/struct_sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/type/instance.h"

/* --- os.stat_result ---------------------------------------------------- */

enum { FIRST_TIME = 7, TIMES = 3 }; /* the items that are times in seconds */

static const MemberDef stat_members[] = {
    STRUCT_FIELD("st_mode", 0),
    STRUCT_FIELD("st_ino", 1),
    STRUCT_FIELD("st_dev", 2),
    STRUCT_FIELD("st_nlink", 3),
    STRUCT_FIELD("st_uid", 4),
    STRUCT_FIELD("st_gid", 5),
    STRUCT_FIELD("st_size", 6),
    STRUCT_UNNAMED(7),
    STRUCT_UNNAMED(8),
    STRUCT_UNNAMED(9),
    STRUCT_HIDDEN("st_atime", 0),
    STRUCT_HIDDEN("st_mtime", 1),
    STRUCT_HIDDEN("st_ctime", 2),
    STRUCT_HIDDEN("st_atime_ns", 3),
    STRUCT_HIDDEN("st_mtime_ns", 4),
    STRUCT_HIDDEN("st_ctime_ns", 5),
    STRUCT_HIDDEN("st_blksize", 6),
    STRUCT_HIDDEN("st_blocks", 7),
    STRUCT_HIDDEN("st_rdev", 8),
    {0},
};

/* Times that are not given are those of the items. */
CONSTRUCTOR(stat_result, 0, (cls), (maybe, object, sequence),
            (maybe, object, dict))
{
    TRY(result, struct_sequence_from(t, cls, sequence, dict));
    Tuple *s = value_to_tuple(result);
    for (int i = 0; i < TIMES; i++) {
        Slot *slot = instance_own_slot(s, cls, i);
        if (value_is_none(slot_get(slot)))
            slot_set(s, slot, tuple_get(s, FIRST_TIME + i));
    }
    return result;
}

static Type stat_result = {
    TYPE_HEAD(TUPLE),
    .n_slots = 9,
    .constructor = &stat_result_new_native,
    STRUCT_SEQUENCE("os.stat_result", "What stat() knows of a file.",
                    stat_members, 0),
};

static Value whole_seconds(Thread *t, struct timespec when)
{
    return int_from_int64(t, when.tv_sec);
}

static Value seconds(Thread *t, struct timespec when)
{
    return float_from_double(t, (double)when.tv_sec +
                                    1e-9 * (double)when.tv_nsec);
}

static Value nanoseconds(Thread *t, struct timespec when)
{
    return int_from_int128(t, (__int128)when.tv_sec * 1000000000 +
                                  when.tv_nsec);
}

static Value from_stat(Thread *t, const struct stat *s)
{
    OsTimes times = os_status_times(s);
    Value values[] = {
        value_from_int(s->st_mode),
        int_from_uint64(t, s->st_ino),
        int_from_uint64(t, s->st_dev),
        int_from_uint64(t, s->st_nlink),
        value_from_int(s->st_uid),
        value_from_int(s->st_gid),
        int_from_int64(t, s->st_size),
        whole_seconds(t, times.accessed),
        whole_seconds(t, times.modified),
        whole_seconds(t, times.changed),
        seconds(t, times.accessed),
        seconds(t, times.modified),
        seconds(t, times.changed),
        nanoseconds(t, times.accessed),
        nanoseconds(t, times.modified),
        nanoseconds(t, times.changed),
        int_from_int64(t, s->st_blksize),
        int_from_int64(t, s->st_blocks),
        int_from_uint64(t, s->st_rdev),
    };
    return struct_sequence_new(t, &stat_result, values);
}

Value posix_stat_path(Thread *t, const ParamPath *path, int dir, bool follow)
{
    struct stat s;
    const char *text = path->text;
    int fd = path->fd;
    int64_t result = BLOCKING(t, text == NULL
                                     ? os_status_fd(fd, &s)
                                     : os_status(dir, text, follow, &s));
    return result < 0 ? blocking_raise(t, result, path->object)
                      : from_stat(t, &s);
}

NATIVE(posix, stat, 0,
       "What is known of the file of that path, or descriptor.",
       (arg, path_or_fd, path), (star), (opt, dir_fd, dir_fd, None),
       (opt, truth, follow_symlinks, True), (callee, self))
{
    if (!posix_check_fd_alone(t, self->def, &path, dir_fd, follow_symlinks))
        return NULL_VALUE;
    return posix_stat_path(t, &path, dir_fd, follow_symlinks);
}

NATIVE(posix, lstat, 0,
       "What is known of the file of that path: of the link itself if it is "
       "one.",
       (arg, path, path), (star), (opt, dir_fd, dir_fd, None))
{
    return posix_stat_path(t, &path, dir_fd, false);
}

NATIVE(posix, fstat, 0, "What is known of the file of that descriptor.",
       (arg, c_int, fd))
{
    struct stat s;
    int64_t result = BLOCKING(t, os_status_fd(fd, &s));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : from_stat(t, &s);
}

/* --- os.statvfs_result ------------------------------------------------- */

static const MemberDef statvfs_members[] = {
    STRUCT_FIELD("f_bsize", 0),
    STRUCT_FIELD("f_frsize", 1),
    STRUCT_FIELD("f_blocks", 2),
    STRUCT_FIELD("f_bfree", 3),
    STRUCT_FIELD("f_bavail", 4),
    STRUCT_FIELD("f_files", 5),
    STRUCT_FIELD("f_ffree", 6),
    STRUCT_FIELD("f_favail", 7),
    STRUCT_FIELD("f_flag", 8),
    STRUCT_FIELD("f_namemax", 9),
    STRUCT_HIDDEN("f_fsid", 0),
    {0},
};
static Type statvfs_result = {
    TYPE_HEAD(TUPLE),
    .n_slots = 1,
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("os.statvfs_result",
                    "What statvfs() knows of a file system.", statvfs_members,
                    0),
};

static Value from_statvfs(Thread *t, const struct statvfs *s)
{
    Value values[] = {
        int_from_uint64(t, s->f_bsize),  int_from_uint64(t, s->f_frsize),
        int_from_uint64(t, s->f_blocks), int_from_uint64(t, s->f_bfree),
        int_from_uint64(t, s->f_bavail), int_from_uint64(t, s->f_files),
        int_from_uint64(t, s->f_ffree),  int_from_uint64(t, s->f_favail),
        int_from_uint64(t, s->f_flag),   int_from_uint64(t, s->f_namemax),
        int_from_uint64(t, s->f_fsid),
    };
    return struct_sequence_new(t, &statvfs_result, values);
}

NATIVE(posix, statvfs, 0,
       "What is known of the file system that the path, or descriptor, is in.",
       (arg, path_or_fd, path))
{
    struct statvfs s;
    int64_t result = BLOCKING(t, path.text == NULL
                                     ? os_status_system_fd(path.fd, &s)
                                     : os_status_system(path.text, &s));
    return result < 0 ? blocking_raise(t, result, path.object)
                      : from_statvfs(t, &s);
}

NATIVE(posix, fstatvfs, 0,
       "What is known of the file system that the descriptor's file is in.",
       (arg, c_int, fd), (slash))
{
    struct statvfs s;
    int64_t result = BLOCKING(t, os_status_system_fd(fd, &s));
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : from_statvfs(t, &s);
}

const NativeDef *const posix_stat_functions[] = {
    &posix_fstat_native,
    &posix_fstatvfs_native,
    &posix_lstat_native,
    &posix_stat_native,
    &posix_statvfs_native,
    NULL,
};

int posix_stat_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "stat_result", &stat_result);
    posix_add_type(t, m, "statvfs_result", &statvfs_result);
    return 0;
}
