/* SPDX-License-Identifier: MIT */
/*
 * Preloaded by no_exec_memory.sh: a system that refuses executable memory, as
 * SELinux, PaX and MemoryDenyWriteExecute do.  DENY_EXEC_COUNT lets the first
 * so many requests through, to refuse in the middle of a program.  Each refusal
 * is logged where SELinux would log it: DENY_EXEC_LOG is the file.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_denied(int prot)
{
    static int allowed = -1;
    if (!(prot & PROT_EXEC))
        return 0;
    if (allowed < 0) {
        const char *count = getenv("DENY_EXEC_COUNT");
        allowed = count != NULL ? atoi(count) : 0;
    }
    if (allowed > 0) {
        allowed--;
        return 0;
    }
    const char *log = getenv("DENY_EXEC_LOG");
    int fd = log != NULL ? open(log, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (fd >= 0 && (write(fd, "denied\n", 7) != 7 || close(fd) != 0))
        abort();
    errno = EACCES;
    return 1;
}

void *mmap(void *address, size_t len, int prot, int flags, int fd, off_t offset)
{
    if (is_denied(prot))
        return MAP_FAILED;
    return (void *)syscall(SYS_mmap, address, len, prot, flags, fd, offset);
}

void *mmap64(void *, size_t, int, int, int, off_t)
    __attribute__((alias("mmap")));

int mprotect(void *address, size_t len, int prot)
{
    if (is_denied(prot))
        return -1;
    return (int)syscall(SYS_mprotect, address, len, prot);
}
