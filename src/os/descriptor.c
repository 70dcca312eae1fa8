/* SPDX-License-Identifier: MIT */
/* Descriptors by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/descriptor.h"

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/sendfile.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_fd_open_at(int dir, const char *path, int flags, unsigned mode)
{
    return os_result(openat(dir, path, flags | O_CLOEXEC, mode));
}

int64_t os_fd_duplicate(int fd)
{
    return os_result(fcntl(fd, F_DUPFD_CLOEXEC, 0));
}

int64_t os_fd_duplicate_to(int fd, int to, bool inheritable)
{
    /* dup3 refuses the same number twice, dup2 does nothing then. */
    if (inheritable || fd == to) {
        int64_t result = os_result(dup2(fd, to));
        if (result < 0 || inheritable)
            return result;
        int64_t set = os_fd_set_inheritable(to, false);
        return set < 0 ? set : result;
    }
    return os_result(dup3(fd, to, O_CLOEXEC));
}

int64_t os_fd_pipe(int ends[2])
{
    return os_result(pipe2(ends, O_CLOEXEC));
}

int64_t os_fd_pipe_with(int ends[2], int flags)
{
    return os_result(pipe2(ends, flags));
}

int64_t os_fd_close_range(int low, int high)
{
    for (int fd = low < 0 ? 0 : low; fd < high; fd++)
        (void)close(fd); /* most are not open */
    return 0;
}

/* --- flags ------------------------------------------------------------- */

int64_t os_fd_is_inheritable(int fd)
{
    int flags = fcntl(fd, F_GETFD);
    return flags < 0 ? -errno : (flags & FD_CLOEXEC) == 0;
}

int64_t os_fd_set_inheritable(int fd, bool inheritable)
{
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0)
        return -errno;
    int want = inheritable ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC;
    return want == flags ? 0 : os_result(fcntl(fd, F_SETFD, want));
}

int64_t os_fd_is_blocking(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? -errno : (flags & O_NONBLOCK) == 0;
}

int64_t os_fd_set_blocking(int fd, bool blocking)
{
    int on = !blocking;
    return os_result(ioctl(fd, FIONBIO, &on));
}

/* --- reading and writing ----------------------------------------------- */

int64_t os_fd_read_at(int fd, void *to, size_t n, int64_t offset)
{
    return os_result(pread(fd, to, n, offset));
}

int64_t os_fd_write_at(int fd, const void *from, size_t n, int64_t offset)
{
    return os_result(pwrite(fd, from, n, offset));
}

int64_t os_fd_readv(int fd, const struct iovec *parts, int n)
{
    return os_result(readv(fd, parts, n));
}

int64_t os_fd_writev(int fd, const struct iovec *parts, int n)
{
    return os_result(writev(fd, parts, n));
}

int64_t os_fd_preadv(int fd, const struct iovec *parts, int n, int64_t offset,
                     int flags)
{
    return os_result(flags == 0 ? preadv(fd, parts, n, offset)
                                : preadv2(fd, parts, n, offset, flags));
}

int64_t os_fd_pwritev(int fd, const struct iovec *parts, int n, int64_t offset,
                      int flags)
{
    return os_result(flags == 0 ? pwritev(fd, parts, n, offset)
                                : pwritev2(fd, parts, n, offset, flags));
}

int64_t os_fd_send_file(int out, int in, int64_t *offset, size_t n)
{
    return os_result(sendfile(out, in, offset, n));
}

int64_t os_fd_copy_range(int in, int64_t *in_offset, int out,
                         int64_t *out_offset, size_t n, unsigned flags)
{
    return os_result(
        copy_file_range(in, in_offset, out, out_offset, n, flags));
}

int64_t os_fd_splice(int in, int64_t *in_offset, int out, int64_t *out_offset,
                     size_t n, unsigned flags)
{
    return os_result(splice(in, in_offset, out, out_offset, n, flags));
}

/* --- the file behind it ------------------------------------------------ */

int64_t os_fd_truncate(int fd, int64_t size)
{
    return os_result(ftruncate(fd, size));
}

int64_t os_fd_sync(int fd)
{
    return os_result(fsync(fd));
}

int64_t os_fd_sync_data(int fd)
{
    return os_result(fdatasync(fd));
}

void os_sync(void)
{
    sync();
}

/* These two answer the error and do not set errno. */
int64_t os_fd_allocate(int fd, int64_t offset, int64_t n)
{
    return -posix_fallocate(fd, offset, n);
}

int64_t os_fd_advise(int fd, int64_t offset, int64_t n, int advice)
{
    return -posix_fadvise(fd, offset, n, advice);
}

int64_t os_fd_lockf(int fd, int command, int64_t n)
{
    return os_result(lockf(fd, command, n));
}

/* --- Linux's own kinds ------------------------------------------------- */

int64_t os_fd_memory(const char *name, unsigned flags)
{
    return os_result(memfd_create(name, flags));
}

int64_t os_fd_event(unsigned value, int flags)
{
    return os_result(eventfd(value, flags));
}

int64_t os_fd_event_read(int fd, uint64_t *value)
{
    eventfd_t v = 0;
    int64_t result = os_result(eventfd_read(fd, &v));
    *value = v;
    return result;
}

int64_t os_fd_event_write(int fd, uint64_t value)
{
    return os_result(eventfd_write(fd, value));
}

int64_t os_fd_random(void *buf, size_t n, unsigned flags)
{
    return os_result(getrandom(buf, n, flags));
}
