/* SPDX-License-Identifier: MIT */
/* The numbers of signal.h and sys/time.h that the module _signal has. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <signal.h>
#include <sys/time.h>

const OsNumber os_numbers_signal[] = {
    OS_NUMBER(SIGHUP),    OS_NUMBER(SIGINT),   OS_NUMBER(SIGQUIT),
    OS_NUMBER(SIGILL),    OS_NUMBER(SIGTRAP),  OS_NUMBER(SIGIOT),
    OS_NUMBER(SIGABRT),   OS_NUMBER(SIGFPE),   OS_NUMBER(SIGKILL),
    OS_NUMBER(SIGBUS),    OS_NUMBER(SIGSEGV),  OS_NUMBER(SIGSYS),
    OS_NUMBER(SIGPIPE),   OS_NUMBER(SIGALRM),  OS_NUMBER(SIGTERM),
    OS_NUMBER(SIGUSR1),   OS_NUMBER(SIGUSR2),  OS_NUMBER(SIGCHLD),
#ifdef SIGCLD
    OS_NUMBER(SIGCLD),
#endif
    OS_NUMBER(SIGPWR),    OS_NUMBER(SIGIO),    OS_NUMBER(SIGURG),
    OS_NUMBER(SIGWINCH),  OS_NUMBER(SIGPOLL),  OS_NUMBER(SIGSTOP),
    OS_NUMBER(SIGTSTP),   OS_NUMBER(SIGCONT),  OS_NUMBER(SIGTTIN),
    OS_NUMBER(SIGTTOU),   OS_NUMBER(SIGVTALRM), OS_NUMBER(SIGPROF),
    OS_NUMBER(SIGXCPU),   OS_NUMBER(SIGXFSZ),
#ifdef SIGSTKFLT
    OS_NUMBER(SIGSTKFLT),
#endif
    OS_NUMBER(SIG_BLOCK), OS_NUMBER(SIG_UNBLOCK), OS_NUMBER(SIG_SETMASK),
    OS_NUMBER(ITIMER_REAL), OS_NUMBER(ITIMER_VIRTUAL),
    OS_NUMBER(ITIMER_PROF),
    {0},
};
/* No constants of the C library. */
int os_numbers_signal_rtmin(void) { return SIGRTMIN; }
int os_numbers_signal_rtmax(void) { return SIGRTMAX; }
