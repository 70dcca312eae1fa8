/* SPDX-License-Identifier: MIT */
/* Sending signals, blocking them, waiting for them, and timers that send them. */
#define _GNU_SOURCE
#include "os/signal.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { SECOND_US = 1000000, SECOND_NS = 1000000000 };

static int64_t result(int answer) { return answer < 0 ? -errno : answer; }

int64_t os_signal_pause(void) { return result(pause()); }

int64_t os_signal_fd_blocks(int fd)
{
    int flags = fcntl(fd, F_GETFL);
    return flags < 0 ? -errno : !(flags & O_NONBLOCK);
}

unsigned os_signal_alarm(unsigned seconds) { return alarm(seconds); }

static int64_t from_timeval(struct timeval tv)
{
    return (int64_t)tv.tv_sec * SECOND_US + tv.tv_usec;
}

/* Towards minus infinity, so that the system refuses what is negative. */
static struct timeval to_timeval(int64_t us)
{
    int64_t rest = us % SECOND_US;
    struct timeval tv = {.tv_sec = us / SECOND_US - (rest < 0),
                         .tv_usec = rest < 0 ? rest + SECOND_US : rest};
    return tv;
}

int64_t os_signal_timer_get(int which, OsSignalTimer *timer)
{
    struct itimerval now;
    if (getitimer(which, &now) != 0)
        return -errno;
    timer->value = from_timeval(now.it_value);
    timer->interval = from_timeval(now.it_interval);
    return 0;
}

int64_t os_signal_timer_set(int which, const OsSignalTimer *timer,
                            OsSignalTimer *before)
{
    struct itimerval new = {.it_value = to_timeval(timer->value),
                            .it_interval = to_timeval(timer->interval)};
    struct itimerval old;
    if (setitimer(which, &new, &old) != 0)
        return -errno;
    before->value = from_timeval(old.it_value);
    before->interval = from_timeval(old.it_interval);
    return 0;
}

int64_t os_signal_raise(int number) { return raise(number) == 0 ? 0 : -errno; }

int64_t os_signal_kill_thread(uint64_t thread, int number)
{
    return -pthread_kill((pthread_t)thread, number);
}

int64_t os_signal_send_pidfd(int pidfd, int number, unsigned flags)
{
#ifdef SYS_pidfd_send_signal
    return result(
        (int)syscall(SYS_pidfd_send_signal, pidfd, number, NULL, flags));
#else
    (void)pidfd, (void)number, (void)flags;
    return -ENOSYS;
#endif
}

/* --- sets -------------------------------------------------------------- */

static sigset_t to_set(OsSignals signals)
{
    sigset_t set;
    (void)sigemptyset(&set);
    for (int i = 1; i < OS_SIGNALS; i++)
        if (signals >> (i - 1) & 1)
            (void)sigaddset(&set, i);
    return set;
}

static OsSignals from_set(const sigset_t *set)
{
    OsSignals signals = 0;
    for (int i = 1; i < OS_SIGNALS; i++)
        if (sigismember(set, i) == 1)
            signals |= (OsSignals)1 << (i - 1);
    return signals;
}

OsSignals os_signal_valid(void)
{
    sigset_t set;
    (void)sigfillset(&set);
    return from_set(&set);
}

int64_t os_signal_mask(int how, OsSignals signals, OsSignals *before)
{
    sigset_t set = to_set(signals), old;
    int error = pthread_sigmask(how, &set, &old);
    if (error == 0)
        *before = from_set(&old);
    return -error;
}

int64_t os_signal_pending(OsSignals *signals)
{
    sigset_t set;
    if (sigpending(&set) != 0)
        return -errno;
    *signals = from_set(&set);
    return 0;
}

int64_t os_signal_wait(OsSignals signals)
{
    sigset_t set = to_set(signals);
    int number, error = sigwait(&set, &number);
    return error != 0 ? -error : number;
}

int64_t os_signal_wait_info(OsSignals signals, int64_t ns, OsSignalInfo *info)
{
    sigset_t set = to_set(signals);
    siginfo_t si;
    struct timespec ts = {.tv_sec = ns / SECOND_NS, .tv_nsec = ns % SECOND_NS};
    int number = ns < 0 ? sigwaitinfo(&set, &si) : sigtimedwait(&set, &si, &ts);
    if (number < 0)
        return -errno;
    *info = (OsSignalInfo){.number = si.si_signo,
                           .code = si.si_code,
                           .error = si.si_errno,
                           .pid = (int)si.si_pid,
                           .uid = (int)si.si_uid,
                           .status = si.si_status,
                           .band = si.si_band};
    return number;
}

const char *os_signal_text(int number)
{
    const char *text = strsignal(number);
    return text == NULL || strstr(text, "Unknown signal") != NULL ? NULL : text;
}
