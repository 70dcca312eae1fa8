/* SPDX-License-Identifier: MIT */
/*
 * Preloaded by the scripts here: changes what the process may do, or watches
 * it, as the environment says.
 *
 *   RESTRICT=mdwe      the kernel refuses memory that becomes executable
 *   RESTRICT=seccomp   a filter refuses mmap and mprotect with PROT_EXEC
 *   RESTRICT=watch     a thread reads /proc/self/maps all the time and ends
 *                      the process when a mapping is writable and executable
 *   FORK_AT=N          the Nth look at the clock forks; the child's standard
 *                      output goes to $FORK_OUTPUT, its number to
 *                      $FORK_OUTPUT.pid, and its end is awaited
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef PR_SET_MDWE
#define PR_SET_MDWE 65
#endif

enum { UNSUPPORTED = 77, CAUGHT = 99 };

static void restrict_mdwe(void)
{
    if (prctl(PR_SET_MDWE, 1, 0, 0, 0) != 0)
        _exit(UNSUPPORTED);
}

#define LOAD(field)                                                           \
    BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))

static void restrict_seccomp(void)
{
    struct sock_filter filter[] = {
        LOAD(nr),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        LOAD(args[2]),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0)
        _exit(UNSUPPORTED);
}

static void *watch(void *unused)
{
    (void)unused;
    static char text[1 << 20];
    for (;;) {
        int fd = open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
        size_t len = 0;
        ssize_t n;
        while (fd >= 0 && len < sizeof text - 1 &&
               (n = read(fd, text + len, sizeof text - 1 - len)) > 0)
            len += (size_t)n;
        close(fd);
        text[len] = '\0';
        if (strstr(text, " rwx") == NULL && strstr(text, " -wx") == NULL)
            continue;
        static const char message[] = "writable and executable memory\n";
        if (write(2, message, sizeof message - 1) < 0)
            _exit(CAUGHT + 1);
        _exit(CAUGHT);
    }
    return NULL;
}

static void begin_watch(void)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, watch, NULL) != 0)
        _exit(UNSUPPORTED);
}

__attribute__((constructor)) static void begin(void)
{
    const char *what = getenv("RESTRICT");
    if (what == NULL)
        return;
    if (strcmp(what, "mdwe") == 0)
        restrict_mdwe();
    else if (strcmp(what, "seccomp") == 0)
        restrict_seccomp();
    else if (strcmp(what, "watch") == 0)
        begin_watch();
}

/* For who looks for files that have the number in their names. */
static void note_process(void)
{
    char path[4096];
    snprintf(path, sizeof path, "%s.pid", getenv("FORK_OUTPUT"));
    FILE *f = fopen(path, "w");
    if (f == NULL)
        _exit(UNSUPPORTED);
    fprintf(f, "%ld\n", (long)getpid());
    fclose(f);
}

static void fork_here(void)
{
    int status;
    fflush(NULL);
    pid_t child = fork();
    if (child < 0)
        _exit(UNSUPPORTED);
    if (child == 0) {
        int fd = open(getenv("FORK_OUTPUT"), O_WRONLY | O_CREAT | O_TRUNC,
                      0600);
        if (fd < 0 || dup2(fd, 1) < 0)
            _exit(UNSUPPORTED);
        note_process();
        if (getenv("RESTRICT") != NULL)
            begin(); /* threads do not survive */
        return;
    }
    if (waitpid(child, &status, 0) != child || status != 0) {
        fprintf(stderr, "the child ended with status %#x\n", status);
        _exit(CAUGHT);
    }
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
    static int n, at = -1;
    if (at < 0) {
        const char *text = getenv("FORK_AT");
        at = text != NULL ? atoi(text) : 0;
    }
    if (clock == CLOCK_REALTIME && ++n == at)
        fork_here();
    return (int)syscall(SYS_clock_gettime, clock, now);
}
