/* SPDX-License-Identifier: MIT */
/* Files and descriptors by POSIX calls. */
#define _GNU_SOURCE
#include "os/file.h"
#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = LIMIT_FILE_CHUNK };

uint8_t *os_file_read_fd(int fd, size_t *len)
{
    struct stat st;
    size_t capacity = CHUNK, n = 0;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
        capacity = (size_t)st.st_size + 1;
    uint8_t *data = malloc(capacity + 1);
    while (data != NULL) {
        ssize_t got = read(fd, data + n, capacity - n);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            int error = errno;
            free(data);
            errno = error;
            return NULL;
        }
        n += (size_t)got;
        if (got == 0)
            break;
        if (n == capacity) {
            capacity *= 2;
            uint8_t *more = realloc(data, capacity + 1);
            if (more == NULL)
                free(data);
            data = more;
        }
    }
    if (data != NULL) {
        data[n] = 0;
        *len = n;
    }
    return data;
}

uint8_t *os_file_read(const char *path, size_t *len)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return NULL;
    uint8_t *data = os_file_read_fd(fd, len);
    int error = errno;
    (void)close(fd); /* was only read */
    errno = error;
    return data;
}

char *os_file_read_line(const char *path, int number, size_t *len)
{
    char *text = NULL;
    size_t capacity = 0;
    ssize_t n = -1;
    FILE *file = fopen(path, "rbe");
    if (file == NULL)
        return NULL;
    for (int i = 0; i < number; i++)
        n = getline(&text, &capacity, file);
    (void)fclose(file); /* was only read */
    if (n < 0) {
        free(text);
        return NULL;
    }
    *len = (size_t)n;
    return text;
}

int os_file_open_flags(unsigned flags)
{
    int how = O_CLOEXEC;
    bool writes = flags & OS_OPEN_WRITE;
    how |= !writes ? O_RDONLY : flags & OS_OPEN_READ ? O_RDWR : O_WRONLY;
    if (flags & OS_OPEN_CREATE)
        how |= O_CREAT;
    if (flags & OS_OPEN_EXCLUSIVE)
        how |= O_EXCL;
    if (flags & OS_OPEN_TRUNCATE)
        how |= O_TRUNC;
    if (flags & OS_OPEN_APPEND)
        how |= O_APPEND;
    return how;
}

int os_file_open(const char *path, unsigned flags)
{
    int fd = open(path, os_file_open_flags(flags), 0666);
    return fd < 0 ? -errno : fd;
}

int os_file_keep(int fd)
{
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0)
        return errno;
    return (flags & FD_CLOEXEC) || fcntl(fd, F_SETFD, flags | FD_CLOEXEC) == 0
               ? 0 : errno;
}

int os_file_info(int fd, OsFileInfo *info)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return errno;
    *info = (OsFileInfo){S_ISDIR(st.st_mode), S_ISREG(st.st_mode),
                         st.st_size, st.st_blksize};
    return 0;
}

/* Not tried again after a signal: on Linux the descriptor is free by then, and
 * may already be another thread's. */
int os_file_close(int fd)
{
    return close(fd) == 0 || errno == EINTR ? 0 : errno;
}

int64_t os_file_read_some(int fd, void *to, size_t n)
{
    ssize_t got = read(fd, to, n);
    return got < 0 ? -errno : got;
}

int64_t os_file_write_some(int fd, const void *from, size_t n)
{
    ssize_t put = write(fd, from, n);
    return put < 0 ? -errno : put;
}

int64_t os_file_seek(int fd, int64_t offset, int whence)
{
    off_t at = lseek(fd, offset, whence);
    return at < 0 ? -errno : at;
}

int os_file_truncate(int fd, int64_t size)
{
    return ftruncate(fd, size) == 0 ? 0 : errno;
}

int os_file_write_all(int fd, const void *data, size_t len)
{
    const char *p = data;
    while (len > 0) {
        ssize_t n = write(fd, p, len);
        if (n < 0 && errno != EINTR)
            return errno;
        if (n > 0) {
            p += n;
            len -= (size_t)n;
        }
    }
    return 0;
}

int os_file_write_atomically(const char *path, const void *data, size_t len)
{
    char *temporary = NULL;
    if (asprintf(&temporary, "%s.%ld", path, (long)getpid()) < 0)
        return ENOMEM;
    int error = 0;
    int fd = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) {
        error = errno;
    } else {
        error = os_file_write_all(fd, data, len);
        if (close(fd) != 0 && error == 0)
            error = errno;
        if (error == 0 && rename(temporary, path) != 0)
            error = errno;
        if (error != 0)
            (void)unlink(temporary); /* the first error is told */
    }
    free(temporary);
    return error;
}

bool os_file_exists(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0;
}

bool os_file_is_directory(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool os_file_is_regular(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

int os_file_stat(const char *path, int64_t *mtime_ns, int64_t *size)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return errno;
#ifdef __APPLE__
    const struct timespec *m = &st.st_mtimespec;
#else
    const struct timespec *m = &st.st_mtim;
#endif
    *mtime_ns = (int64_t)m->tv_sec * 1000000000 + m->tv_nsec;
    *size = (int64_t)st.st_size;
    return 0;
}

int os_file_make_directories(const char *path)
{
    char *copy = strdup(path);
    int error = copy == NULL ? ENOMEM : 0;
    for (char *p = copy; error == 0 && p != NULL;) {
        p = strchr(p + 1, '/');
        if (p != NULL)
            *p = 0;
        if (mkdir(copy, 0755) != 0 && errno != EEXIST)
            error = errno;
        if (p != NULL)
            *p = '/';
    }
    free(copy);
    return error;
}

/* The first executable of that name along PATH. */
static char *search_path(const char *name)
{
    const char *dirs = getenv("PATH");
    for (const char *p = dirs; p != NULL && *p != 0;) {
        size_t n = strcspn(p, ":");
        char *full = NULL;
        if (asprintf(&full, "%.*s/%s", (int)n, n == 0 ? "." : p, name) < 0)
            return NULL;
        if (access(full, X_OK) == 0 && os_file_is_regular(full))
            return full;
        free(full);
        p += n + (p[n] == ':');
    }
    return NULL;
}

/* What a relative path is from the working directory on, links unresolved. */
static char *absolute_path(const char *path)
{
    char here[PATH_MAX], *whole = NULL;
    if (path[0] == '/')
        return strdup(path);
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    if (getcwd(here, sizeof here) == NULL ||
        asprintf(&whole, "%s/%s", here, path) < 0)
        return NULL;
    return whole;
}

/* As the command was called: who is called by a link knows where that is, which
 * makes it a virtual environment's. */
char *os_file_program_path(const char *argv0)
{
    char *called = NULL;
    if (argv0 != NULL && *argv0 != '\0')
        called = strchr(argv0, '/') != NULL ? absolute_path(argv0)
                                            : search_path(argv0);
    if (called != NULL && access(called, X_OK) == 0)
        return called;
    free(called);
#ifdef __linux__
    char buf[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", buf, sizeof buf - 1);
    if (n > 0) {
        buf[n] = 0;
        return strdup(buf);
    }
#endif
    return NULL;
}

char *os_file_working_directory(void)
{
    char path[PATH_MAX];
    return getcwd(path, sizeof path) == NULL ? NULL : strdup(path);
}

char *os_file_real_path(const char *path)
{
    return realpath(path, NULL);
}

bool os_file_is_terminal(int fd)
{
    return isatty(fd) != 0;
}
