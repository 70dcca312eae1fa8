/* SPDX-License-Identifier: MIT */
/* Names in the file system by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/name.h"

#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_name_link(int from_dir, const char *from, int to_dir,
                     const char *to, bool follow)
{
    return os_result(linkat(from_dir, from, to_dir, to,
                            follow ? AT_SYMLINK_FOLLOW : 0));
}

int64_t os_name_symlink(const char *target, int dir, const char *path)
{
    return os_result(symlinkat(target, dir, path));
}

int64_t os_name_readlink(int dir, const char *path, char *target, size_t size)
{
    return os_result(readlinkat(dir, path, target, size));
}

int64_t os_name_rename(int from_dir, const char *from, int to_dir,
                       const char *to)
{
    return os_result(renameat(from_dir, from, to_dir, to));
}

int64_t os_name_unlink(int dir, const char *path)
{
    return os_result(unlinkat(dir, path, 0));
}

int64_t os_name_make_fifo(int dir, const char *path, unsigned mode)
{
    return os_result(mkfifoat(dir, path, mode));
}

int64_t os_name_make_node(int dir, const char *path, unsigned mode,
                          uint64_t device)
{
    return os_result(mknodat(dir, path, mode, device));
}

/* --- who may what ------------------------------------------------------ */

int64_t os_name_access(int dir, const char *path, int mode, bool effective,
                       bool follow)
{
    int flags = (effective ? AT_EACCESS : 0) |
                (follow ? 0 : AT_SYMLINK_NOFOLLOW);
    return os_result(faccessat(dir, path, mode, flags));
}

int64_t os_name_chmod(int dir, const char *path, unsigned mode, bool follow)
{
    return os_result(
        fchmodat(dir, path, mode, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int64_t os_name_chmod_fd(int fd, unsigned mode)
{
    return os_result(fchmod(fd, mode));
}

int64_t os_name_chown(int dir, const char *path, uint32_t user, uint32_t group,
                      bool follow)
{
    return os_result(
        fchownat(dir, path, user, group, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int64_t os_name_chown_fd(int fd, uint32_t user, uint32_t group)
{
    return os_result(fchown(fd, user, group));
}

int64_t os_name_truncate(const char *path, int64_t size)
{
    return os_result(truncate(path, size));
}

unsigned os_name_mask(unsigned mask)
{
    return umask(mask);
}

int64_t os_name_set_times(int dir, const char *path,
                          const struct timespec times[2], bool follow)
{
    return os_result(
        utimensat(dir, path, times, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int64_t os_name_set_times_fd(int fd, const struct timespec times[2])
{
    return os_result(futimens(fd, times));
}

/* --- devices ----------------------------------------------------------- */

uint64_t os_device_make(unsigned major, unsigned minor)
{
    return makedev(major, minor);
}

unsigned os_device_major(uint64_t device)
{
    return major(device);
}

unsigned os_device_minor(uint64_t device)
{
    return minor(device);
}

/* --- extended attributes ----------------------------------------------- */

int64_t os_name_attribute(OsNamed file, const char *name, void *value,
                          size_t size)
{
    return os_result(file.path == NULL
                         ? fgetxattr(file.fd, name, value, size)
                     : file.follow ? getxattr(file.path, name, value, size)
                                   : lgetxattr(file.path, name, value, size));
}

int64_t os_name_attribute_set(OsNamed file, const char *name,
                              const void *value, size_t size, int flags)
{
    return os_result(
        file.path == NULL ? fsetxattr(file.fd, name, value, size, flags)
        : file.follow     ? setxattr(file.path, name, value, size, flags)
                          : lsetxattr(file.path, name, value, size, flags));
}

int64_t os_name_attribute_remove(OsNamed file, const char *name)
{
    return os_result(file.path == NULL ? fremovexattr(file.fd, name)
                     : file.follow     ? removexattr(file.path, name)
                                       : lremovexattr(file.path, name));
}

int64_t os_name_attributes(OsNamed file, char *names, size_t size)
{
    return os_result(file.path == NULL ? flistxattr(file.fd, names, size)
                     : file.follow     ? listxattr(file.path, names, size)
                                       : llistxattr(file.path, names, size));
}
