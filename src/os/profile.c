/* SPDX-License-Identifier: MIT */
/* Files for profilers. */
#define _GNU_SOURCE /* gettid */
#include "os/profile.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif
#include <unistd.h>
#include "os/memory.h"

int64_t os_process_id(void)
{
    return getpid();
}

int64_t os_thread_id(void)
{
#ifdef __linux__
    return syscall(SYS_gettid);
#else
    return getpid();
#endif
}

/* In a directory where all may write, the name may be there already. */
static bool is_ours(int fd)
{
    struct stat s;
    if (fstat(fd, &s) != 0)
        return false;
    errno = EPERM;
    return S_ISREG(s.st_mode) && s.st_uid == geteuid() && s.st_nlink == 1;
}

int os_profile_create(const char *path)
{
    int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC,
                  0600);
    if (fd < 0)
        return -1;
    if (is_ours(fd) && ftruncate(fd, 0) == 0)
        return fd;
    int why = errno;
    (void)close(fd); /* nothing was written */
    errno = why;
    return -1;
}

bool os_profile_mark(int fd)
{
    return mmap(NULL, os_page_size(), PROT_READ | PROT_EXEC, MAP_PRIVATE, fd,
                0) != MAP_FAILED;
}

void os_profile_close(int fd)
{
    (void)close(fd); /* a write that failed was told of */
}
