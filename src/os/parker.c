/* SPDX-License-Identifier: MIT */
/* Parkers: Linux waits for words of memory to change, other systems for bytes in
 * pipes (which a signal handler may write, as it may not notify a condition). */
#define _GNU_SOURCE
#include "os/parker.h"

#include <errno.h>
#include <stddef.h>
#include <time.h>
#include <unistd.h>
#include "os/clock.h"
#ifdef __linux__
#include <linux/futex.h>
#include <sys/syscall.h>
#else
#include <fcntl.h>
#include <poll.h>
#endif

enum { SECOND = 1000000000 };

static int64_t time_is_over(int64_t end)
{
    return end >= 0 && os_clock_now(OS_CLOCK_MONOTONIC) >= end;
}

#ifdef __linux__

int os_parker_init(OsParker *p)
{
    p->told = 0;
    return 0;
}

void os_parker_destroy(OsParker *p)
{
    (void)p;
}

/* 0, or an errno. */
static int wait_for_word(uint32_t *word, int64_t end)
{
    struct timespec until = {.tv_sec = (time_t)(end / SECOND),
                             .tv_nsec = (long)(end % SECOND)};
    long r = syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, 0,
                     end < 0 ? NULL : &until, NULL, FUTEX_BITSET_MATCH_ANY);
    return r == 0 ? 0 : errno;
}

int64_t os_parker_wait(OsParker *p, int64_t end)
{
    while (__atomic_exchange_n(&p->told, 0, __ATOMIC_ACQUIRE) == 0) {
        int error = wait_for_word(&p->told, end);
        if (error == EINTR)
            return -EINTR;
        if (error == ETIMEDOUT && time_is_over(end))
            return -ETIMEDOUT;
    }
    return 0;
}

void os_parker_tell(OsParker *p)
{
    int saved = errno;
    if (__atomic_exchange_n(&p->told, 1, __ATOMIC_RELEASE) == 0)
        (void)syscall(SYS_futex, &p->told, FUTEX_WAKE_PRIVATE, 1);
    errno = saved;
}

#else

int os_parker_init(OsParker *p)
{
    if (pipe(p->pipe) != 0)
        return errno;
    for (int i = 0; i < 2; i++) {
        (void)fcntl(p->pipe[i], F_SETFL, O_NONBLOCK);
        (void)fcntl(p->pipe[i], F_SETFD, FD_CLOEXEC);
    }
    return 0;
}

void os_parker_destroy(OsParker *p)
{
    (void)close(p->pipe[0]);
    (void)close(p->pipe[1]);
}

static int milliseconds_to(int64_t end)
{
    enum { MILLI = 1000000, MOST = 1000 };
    if (end < 0)
        return -1;
    int64_t left = (end - os_clock_now(OS_CLOCK_MONOTONIC) + MILLI - 1) / MILLI;
    return left < 0 ? 0 : left < MOST ? (int)left : MOST;
}

int64_t os_parker_wait(OsParker *p, int64_t end)
{
    char byte;
    while (read(p->pipe[0], &byte, 1) != 1) {
        struct pollfd fd = {.fd = p->pipe[0], .events = POLLIN};
        int n = poll(&fd, 1, milliseconds_to(end));
        if (n < 0 && errno == EINTR)
            return -EINTR;
        if (n == 0 && time_is_over(end))
            return -ETIMEDOUT;
    }
    __atomic_store_n(&p->told, 0, __ATOMIC_RELEASE);
    return 0;
}

void os_parker_tell(OsParker *p)
{
    int saved = errno;
    if (__atomic_exchange_n(&p->told, 1, __ATOMIC_RELEASE) == 0) {
        ssize_t n = write(p->pipe[1], "", 1);
        (void)n; /* it is empty: there is room */
    }
    errno = saved;
}

#endif
