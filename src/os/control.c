/* SPDX-License-Identifier: MIT */
/* fcntl, ioctl and locks by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/control.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include "os/result.h"

int64_t os_fd_control(int fd, int command, unsigned argument)
{
    return os_result(fcntl(fd, command, (int)argument));
}

int64_t os_fd_control_memory(int fd, int command, void *memory)
{
    return os_result(fcntl(fd, command, memory));
}

int64_t os_fd_device(int fd, unsigned request, int argument)
{
    return os_result(ioctl(fd, request, argument));
}

int64_t os_fd_device_memory(int fd, unsigned request, void *memory)
{
    return os_result(ioctl(fd, request, memory));
}

int64_t os_fd_flock(int fd, int operation)
{
    return os_result(flock(fd, operation));
}

int64_t os_fd_lock_part(int fd, int operation, int64_t start, int64_t n,
                        int whence)
{
    struct flock lock = {
        .l_start = start, .l_len = n, .l_whence = (short)whence};
    if (operation == LOCK_UN)
        lock.l_type = F_UNLCK;
    else if (operation & LOCK_SH)
        lock.l_type = F_RDLCK;
    else if (operation & LOCK_EX)
        lock.l_type = F_WRLCK;
    else
        return -EDOM;
    return os_result(
        fcntl(fd, operation & LOCK_NB ? F_SETLK : F_SETLKW, &lock));
}
