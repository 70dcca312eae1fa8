/* SPDX-License-Identifier: MIT */
/* Children by fork, vfork and exec. */
#define _GNU_SOURCE
#include "os/child.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include "os/descriptor.h"
#include "os/result.h"

enum { STREAMS = 3, FAILED = 255, MANY = 65536 };

/* --- descriptors ------------------------------------------------------- */

static void close_if_any(int fd)
{
    if (fd >= 0)
        (void)close(fd); /* was not written to */
}

/* Out of the way of 0, 1 and 2; -1 on error. */
static int above_streams(int fd, int below)
{
    return fd >= 0 && fd < below ? fcntl(fd, F_DUPFD_CLOEXEC, STREAMS) : fd;
}

/* As descriptor `stream`, which programs have. */
static bool become(int fd, int stream)
{
    if (fd < 0)
        return true;
    return fd == stream ? os_fd_set_inheritable(fd, true) >= 0
                        : dup2(fd, stream) >= 0;
}

static bool set_streams(const OsChild *c)
{
    int in = c->to_child[0], out = c->from_child[1], err = c->errors[1];
    close_if_any(c->to_child[1]);
    close_if_any(c->from_child[0]);
    close_if_any(c->errors[0]);
    close_if_any(c->report[0]);
    /* None of them is written over before it is used. */
    if ((out = above_streams(out, 1)) < 0 && c->from_child[1] >= 0)
        return false;
    if ((err = above_streams(err, 2)) < 0 && c->errors[1] >= 0)
        return false;
    return become(in, 0) && become(out, 1) && become(err, 2);
}

static void close_range_of(int low, int high)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)low, (unsigned)high, 0) == 0)
        return;
#endif
    struct rlimit limit = {0};
    int most = MANY;
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < MANY)
        most = (int)limit.rlim_cur;
    for (int fd = low; fd <= high && fd < most; fd++)
        (void)close(fd); /* most are not open */
}

static void close_others(const OsChild *c)
{
    int low = STREAMS;
    for (size_t i = 0; i < c->n_keep; i++) {
        if (c->keep[i] < low)
            continue;
        if (c->keep[i] > low)
            close_range_of(low, c->keep[i] - 1);
        low = c->keep[i] + 1;
    }
    close_range_of(low, INT32_MAX);
}

/* --- the child --------------------------------------------------------- */

static void write_text(int fd, const char *text)
{
    ssize_t n = write(fd, text, strlen(text));
    (void)n; /* who reads it is told nothing then */
}

static void report(const OsChild *c, int error, const char *text)
{
    char hex[2 * sizeof error + 1];
    char *p = hex + sizeof hex - 1;
    *p = '\0';
    do {
        *--p = "0123456789abcdef"[error & 15];
        error >>= 4;
    } while (error != 0);
    write_text(c->report[1], "OSError:");
    write_text(c->report[1], p);
    write_text(c->report[1], ":");
    write_text(c->report[1], text);
}

static bool keep_open(const OsChild *c)
{
    for (size_t i = 0; i < c->n_keep; i++)
        if (c->keep[i] != c->report[1] &&
            os_fd_set_inheritable(c->keep[i], true) < 0)
            return false;
    return true;
}

/* What is ignored or handled by this process is not by programs. */
static void restore_signals(void)
{
    const int ignored[] = {
        SIGPIPE,
#ifdef SIGXFZ
        SIGXFZ,
#endif
        SIGXFSZ,
    };
    struct sigaction action = {.sa_handler = SIG_DFL};
    for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++)
        (void)sigaction(ignored[i], &action, NULL); /* these exist */
}

static bool set_ids(const OsChild *c)
{
    if (c->groups != NULL && setgroups(c->n_groups, c->groups) != 0)
        return false;
    if (c->gid != -1 && setregid((gid_t)c->gid, (gid_t)c->gid) != 0)
        return false;
    return c->user == -1 || setreuid((uid_t)c->user, (uid_t)c->user) == 0;
}

static bool set_surroundings(const OsChild *c)
{
    if (c->directory != NULL && chdir(c->directory) != 0)
        return false;
    if (c->mask >= 0)
        umask((mode_t)c->mask);
    if (c->restore_signals)
        restore_signals();
    if (c->new_session && setsid() < 0)
        return false;
    if (c->group >= 0 && setpgid(0, c->group) != 0)
        return false;
    return set_ids(c);
}

/* Answers errno: of the first path that is there, if any. */
static int try_paths(const OsChild *c)
{
    int error = 0;
    for (char *const *path = c->paths; *path != NULL; path++) {
        (void)execve(*path, c->argv, c->env == NULL ? environ : c->env);
        if (errno != ENOENT && errno != ENOTDIR && error == 0)
            error = errno;
    }
    return error != 0 ? error : errno;
}

void os_child_run(const OsChild *c)
{
    errno = 0;
    if (!keep_open(c) || !set_streams(c) || !set_surroundings(c)) {
        report(c, errno, "noexec");
        _exit(FAILED);
    }
    if (c->prepare != NULL && !c->prepare(c->argument)) {
        write_text(c->report[1],
                   "SubprocessError:0:Exception occurred in preexec_fn.");
        _exit(FAILED);
    }
    if (c->close_others)
        close_others(c);
    report(c, try_paths(c), "");
    _exit(FAILED);
}

/* --- forking ----------------------------------------------------------- */

/* No handler of ours runs in memory that is shared. */
static void forget_handlers(const sigset_t *blocked)
{
    for (int i = 1; i < NSIG; i++) {
        struct sigaction action;
        if (sigismember(blocked, i) == 1 || sigaction(i, NULL, &action) != 0 ||
            action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)
            continue;
        action = (struct sigaction){.sa_handler = SIG_DFL};
        (void)sigaction(i, &action, NULL); /* it exists */
    }
}

static __attribute__((noinline)) pid_t fork_shared(const OsChild *c,
                                                   const sigset_t *mask)
{
    pid_t pid = vfork();
    if (pid == 0) {
        forget_handlers(mask);
        (void)pthread_sigmask(SIG_SETMASK, mask, NULL); /* never fails */
        os_child_run(c);
    }
    return pid;
}

int64_t os_child_start(const OsChild *c, bool share)
{
    if (!share) {
        pid_t pid = fork();
        if (pid == 0)
            os_child_run(c);
        return os_result(pid);
    }
    sigset_t all, before;
    (void)sigfillset(&all); /* these never fail */
    (void)pthread_sigmask(SIG_BLOCK, &all, &before);
    int64_t pid = os_result(fork_shared(c, &before));
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
    return pid;
}
