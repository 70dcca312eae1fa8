/* SPDX-License-Identifier: MIT */
/* stat and its like. */
#define _GNU_SOURCE
#include "os/status.h"

#include <fcntl.h>
#include "os/result.h"

int64_t os_status(int dir, const char *path, bool follow, struct stat *out)
{
    return os_result(
        fstatat(dir, path, out, follow ? 0 : AT_SYMLINK_NOFOLLOW));
}

int64_t os_status_fd(int fd, struct stat *out)
{
    return os_result(fstat(fd, out));
}

int64_t os_status_system(const char *path, struct statvfs *out)
{
    return os_result(statvfs(path, out));
}

int64_t os_status_system_fd(int fd, struct statvfs *out)
{
    return os_result(fstatvfs(fd, out));
}

OsTimes os_status_times(const struct stat *s)
{
#ifdef __APPLE__
    return (OsTimes){s->st_atimespec, s->st_mtimespec, s->st_ctimespec};
#else
    return (OsTimes){s->st_atim, s->st_mtim, s->st_ctim};
#endif
}
