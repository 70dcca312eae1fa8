/* SPDX-License-Identifier: MIT */
/* Signals by sigaction. */
#define _GNU_SOURCE
#include "os/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* A signal handler has no context: what it touches must be global. */
static volatile sig_atomic_t come[OS_SIGNALS];
static volatile sig_atomic_t any_come;
static uint32_t *pending_word;
static uint32_t pending_bits;
static OsParker *waiting;
static volatile int wakeup_fd = -1;
static volatile sig_atomic_t wakeup_warns, wakeup_errno;

const int os_signal_interrupt = SIGINT;

static void wake_up(int number)
{
    unsigned char byte = (unsigned char)number;
    if (wakeup_fd >= 0 && write(wakeup_fd, &byte, 1) < 0 &&
        (wakeup_warns || (errno != EAGAIN && errno != EWOULDBLOCK)))
        wakeup_errno = errno;
}

/* ---- a pipe that tells of signals ---- */

static int told[2] = {-1, -1};
static pid_t told_process; /* a child makes its own */
static volatile sig_atomic_t tells;

static int64_t open_pipe(void)
{
    if (told_process == getpid())
        return 0;
    told_process = 0; /* a parent's may be somebody else's by now: they stay */
    if (pipe2(told, O_CLOEXEC | O_NONBLOCK) < 0)
        return -errno;
    told_process = getpid();
    return 0;
}

int64_t os_signal_tell_by_pipe(int *fd)
{
    int64_t result = open_pipe();
    tells = result == 0;
    *fd = told[0];
    return result;
}

void os_signal_tell_no_more(void)
{
    char bytes[64];
    tells = 0;
    while (read(told[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) {}
}

static void tell(void)
{
    if (tells) {
        ssize_t n = write(told[1], "", 1);
        (void)n; /* full: it is readable */
    }
}

/* ---- what has come ---- */

static void note(int number)
{
    int saved = errno;
    come[number] = 1;
    any_come = 1;
    wake_up(number);
    tell();
    if (pending_word != NULL)
        __atomic_fetch_or(pending_word, pending_bits, __ATOMIC_SEQ_CST);
    if (waiting != NULL)
        os_parker_tell(waiting);
    errno = saved;
}

void os_signal_notify(uint32_t *pending, uint32_t bits, OsParker *parker)
{
    waiting = parker;
    pending_word = pending;
    pending_bits = bits;
}

void os_signal_pretend(int number)
{
    note(number);
}

int os_signal_wakeup_fd(int fd, bool warns)
{
    int before = wakeup_fd;
    wakeup_fd = fd;
    wakeup_warns = warns;
    return before;
}

int os_signal_wakeup_error(void)
{
    int error = wakeup_errno;
    wakeup_errno = 0;
    return error;
}

int os_signal_set(int number, OsSignalAction action)
{
    struct sigaction sa = {0};
    sa.sa_handler = action == OS_SIGNAL_NOTE ? note
                  : action == OS_SIGNAL_IGNORE ? SIG_IGN : SIG_DFL;
    (void)sigemptyset(&sa.sa_mask);
    return sigaction(number, &sa, NULL) == 0 ? 0 : errno;
}

int os_signal_restarts(int number, bool restarts)
{
    struct sigaction sa;
    if (sigaction(number, NULL, &sa) != 0)
        return errno;
    if (restarts)
        sa.sa_flags |= SA_RESTART;
    else
        sa.sa_flags &= ~SA_RESTART;
    return sigaction(number, &sa, NULL) == 0 ? 0 : errno;
}

OsSignalAction os_signal_get(int number)
{
    struct sigaction sa;
    if (sigaction(number, NULL, &sa) != 0)
        return OS_SIGNAL_OTHER;
    if (sa.sa_handler == SIG_DFL)
        return OS_SIGNAL_DEFAULT;
    if (sa.sa_handler == SIG_IGN)
        return OS_SIGNAL_IGNORE;
    return sa.sa_handler == note ? OS_SIGNAL_NOTE : OS_SIGNAL_OTHER;
}

bool os_signal_take(int number)
{
    bool has = come[number] != 0;
    come[number] = 0;
    return has;
}

int os_signal_next(void)
{
    /* One that comes during the search sets it again. */
    bool any = any_come;
    any_come = 0;
    for (int i = 1; any && i < OS_SIGNALS; i++) {
        if (os_signal_take(i)) {
            any_come = 1; /* perhaps there are more */
            return i;
        }
    }
    return 0;
}

bool os_signal_any(void)
{
    return any_come != 0;
}

void os_signal_init(void)
{
    os_signal_set(SIGPIPE, OS_SIGNAL_IGNORE);
    if (os_signal_get(SIGINT) == OS_SIGNAL_DEFAULT)
        os_signal_set(SIGINT, OS_SIGNAL_NOTE);
}

void os_signal_end_by(int number)
{
    sigset_t set;
    (void)os_signal_set(number, OS_SIGNAL_DEFAULT);
    (void)sigemptyset(&set);
    (void)sigaddset(&set, number);
    (void)sigprocmask(SIG_UNBLOCK, &set, NULL);
    (void)kill(getpid(), number);
}
