/* SPDX-License-Identifier: MIT */
/* Signals by sigaction. */
#include "os/signal.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <unistd.h>

/* A signal handler has no context: what it touches must be global. */
static volatile sig_atomic_t come[OS_SIGNALS];
static volatile sig_atomic_t any_come;
static uint32_t *pending_word;
static uint32_t pending_bits;
static volatile int wakeup_fd = -1;

static void note(int number)
{
    int saved = errno;
    come[number] = 1;
    any_come = 1;
    if (pending_word != NULL)
        __atomic_fetch_or(pending_word, pending_bits, __ATOMIC_SEQ_CST);
    if (wakeup_fd >= 0) {
        unsigned char byte = (unsigned char)number;
        ssize_t n = write(wakeup_fd, &byte, 1);
        (void)n; /* a full pipe wakes as well */
    }
    errno = saved;
}

void os_signal_notify(uint32_t *pending, uint32_t bits)
{
    pending_word = pending;
    pending_bits = bits;
}

int os_signal_wakeup_fd(int fd)
{
    int before = wakeup_fd;
    wakeup_fd = fd;
    return before;
}

int os_signal_set(int number, OsSignalAction action)
{
    struct sigaction sa = {0};
    sa.sa_handler = action == OS_SIGNAL_NOTE ? note
                  : action == OS_SIGNAL_IGNORE ? SIG_IGN : SIG_DFL;
    (void)sigemptyset(&sa.sa_mask);
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

int os_signal_next(void)
{
    if (!any_come)
        return 0;
    for (int i = 1; i < OS_SIGNALS; i++) {
        if (come[i]) {
            come[i] = 0;
            return i;
        }
    }
    any_come = 0;
    /* One may have come between the search and the reset. */
    for (int i = 1; i < OS_SIGNALS; i++)
        if (come[i])
            any_come = 1;
    return 0;
}

void os_signal_init(void)
{
    os_signal_set(SIGPIPE, OS_SIGNAL_IGNORE);
    if (os_signal_get(SIGINT) == OS_SIGNAL_DEFAULT)
        os_signal_set(SIGINT, OS_SIGNAL_NOTE);
}
