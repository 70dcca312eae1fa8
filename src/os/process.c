/* SPDX-License-Identifier: MIT */
/* Processes by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/process.h"

#include <pty.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/times.h>
#include <sys/wait.h>
#include <unistd.h>
#include "os/result.h"

void os_process_exit(int status)
{
    _exit(status);
}

int64_t os_process_fork(void)
{
    return os_result(fork());
}

int64_t os_process_fork_terminal(int *master)
{
    return os_result(forkpty(master, NULL, NULL, NULL));
}

int64_t os_process_execute(const char *path, char *const *argv,
                           char *const *env)
{
    return os_result(execve(path, argv, env == NULL ? environ : env));
}

int64_t os_process_execute_fd(int fd, char *const *argv, char *const *env)
{
    return os_result(fexecve(fd, argv, env));
}

int64_t os_process_system(const char *command)
{
    int status = system(command);
    return status == -1 ? -errno : status;
}

/* --- who is who -------------------------------------------------------- */

int64_t os_process_own(void)
{
    return getpid();
}

int64_t os_process_parent(void)
{
    return getppid();
}

int64_t os_process_group(pid_t pid)
{
    return os_result(getpgid(pid));
}

int64_t os_process_set_group(pid_t pid, pid_t group)
{
    return os_result(setpgid(pid, group));
}

int64_t os_process_session(pid_t pid)
{
    return os_result(getsid(pid));
}

int64_t os_process_new_session(void)
{
    return os_result(setsid());
}

int64_t os_process_descriptor(pid_t pid, unsigned flags)
{
#ifdef SYS_pidfd_open
    return os_result(syscall(SYS_pidfd_open, pid, flags));
#else
    (void)pid, (void)flags;
    return -ENOSYS;
#endif
}

int64_t os_process_signal(pid_t pid, int signal)
{
    return os_result(kill(pid, signal));
}

int64_t os_process_signal_group(pid_t group, int signal)
{
    return os_result(killpg(group, signal));
}

/* --- waiting ----------------------------------------------------------- */

int64_t os_process_wait(pid_t pid, int *status, int options,
                        struct rusage *usage)
{
    *status = 0;
    return os_result(wait4(pid, status, options, usage));
}

int64_t os_process_wait_id(int id_type, unsigned id, int options,
                           OsWaited *out)
{
    siginfo_t info = {0};
    int64_t result = os_result(waitid((idtype_t)id_type, id, &info, options));
    *out = (OsWaited){info.si_pid, info.si_uid, info.si_signo, info.si_status,
                      info.si_code};
    return result;
}

bool os_status_exited(int status)
{
    return WIFEXITED(status);
}

bool os_status_signalled(int status)
{
    return WIFSIGNALED(status);
}

bool os_status_stopped(int status)
{
    return WIFSTOPPED(status);
}

bool os_status_continued(int status)
{
    return WIFCONTINUED(status);
}

bool os_status_dumped(int status)
{
    return WCOREDUMP(status);
}

int os_status_code(int status)
{
    return WEXITSTATUS(status);
}

int os_status_signal(int status)
{
    return WTERMSIG(status);
}

int os_status_stop_signal(int status)
{
    return WSTOPSIG(status);
}

/* --- what they use ----------------------------------------------------- */

int64_t os_process_times(double out[5])
{
    struct tms tms;
    clock_t now = times(&tms);
    if (now == (clock_t)-1)
        return -errno;
    double ticks = (double)sysconf(_SC_CLK_TCK);
    out[0] = (double)tms.tms_utime / ticks;
    out[1] = (double)tms.tms_stime / ticks;
    out[2] = (double)tms.tms_cutime / ticks;
    out[3] = (double)tms.tms_cstime / ticks;
    out[4] = (double)now / ticks;
    return 0;
}

int64_t os_process_usage(int who, struct rusage *out)
{
    return os_result(getrusage(who, out));
}

int64_t os_process_limit(pid_t pid, int resource, const struct rlimit *set,
                         struct rlimit *before)
{
    return os_result(prlimit(pid, resource, set, before));
}
