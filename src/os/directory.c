/* SPDX-License-Identifier: MIT */
/* Directories by POSIX's calls. */
#define _GNU_SOURCE
#include "os/directory.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_directory_make(int dir, const char *path, unsigned mode)
{
    return os_result(mkdirat(dir, path, mode));
}

int64_t os_directory_remove(int dir, const char *path)
{
    return os_result(unlinkat(dir, path, AT_REMOVEDIR));
}

int64_t os_directory_go(const char *path)
{
    return os_result(chdir(path));
}

int64_t os_directory_go_fd(int fd)
{
    return os_result(fchdir(fd));
}

int64_t os_directory_set_root(const char *path)
{
    return os_result(chroot(path));
}

/* OsDirectory is a DIR. */
int64_t os_directory_open(const char *path, OsDirectory **out)
{
    DIR *d = opendir(path);
    *out = (OsDirectory *)(void *)d;
    return d == NULL ? -errno : 0;
}

int64_t os_directory_open_fd(int fd, OsDirectory **out)
{
    int mine = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (mine < 0)
        return -errno;
    DIR *d = fdopendir(mine);
    *out = (OsDirectory *)(void *)d;
    if (d == NULL) {
        int error = errno;
        (void)close(mine); /* was not used */
        return -error;
    }
    rewinddir(d);
    return 0;
}

void os_directory_close(OsDirectory *d)
{
    (void)closedir((DIR *)(void *)d); /* was only read */
}

int64_t os_directory_read(OsDirectory *d, OsEntry *entry)
{
    for (;;) {
        errno = 0;
        const struct dirent *e = readdir((DIR *)(void *)d);
        if (e == NULL)
            return -errno;
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        *entry = (OsEntry){e->d_name, e->d_ino, DTTOIF(e->d_type)};
        return 1;
    }
}
