/* SPDX-License-Identifier: MIT */
/*
 * Preloaded by Tools/train: the system as every training run sees it.  A profile
 * is a function of the sources only if nothing that differs from run to run, or
 * from machine to machine, decides which way the interpreter goes: not where its
 * memory lies, what time it is, how long its paths are, nor, for the collector
 * scans it, what is on its stack.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>

#define HOME "/adder"
#define NAME HOME "/adder"

static const size_t STACK = (size_t)8 << 20;

/* --- main() runs on a stack of its own, at one place ------------------- */

typedef int Main(int, char **, char **);

static struct {
    Main *main;
    int argc, status;
    char **argv, **env;
    char *name; /* where execve puts the program's name: the end of the stack */
    ucontext_t system, ours;
} run;

static void run_main(void)
{
    run.status = run.main(run.argc, run.argv, run.env);
}

/* On the system's stack where it does not give that place. */
static int main_elsewhere(int argc, char **argv, char **env)
{
    static char name[] = NAME;
    void *place = (void *)((uintptr_t)1 << 41);
    char *low = mmap(place, STACK, PROT_READ | PROT_WRITE,
                     MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    /* os.environ has none of the build's paths, nor sys.argv. */
    unsetenv("LD_PRELOAD");
    unsetenv("LD_LIBRARY_PATH");
    unsetenv("LLVM_PROFILE_FILE");
    argv[0] = name;
    for (int n = 1; n < 32; n++) /* who runs in the background ignores some */
        (void)signal(n, SIG_DFL);
    if (low != place || getcontext(&run.ours) != 0)
        return run.main(argc, argv, env);
    run.argc = argc;
    run.argv = argv;
    run.env = env;
    run.name = strcpy(low + STACK - 64, name);
    run.ours.uc_stack.ss_sp = low;
    run.ours.uc_stack.ss_size = STACK - 64;
    run.ours.uc_link = &run.system;
    makecontext(&run.ours, run_main, 0);
    return swapcontext(&run.system, &run.ours) == 0 ? run.status : 125;
}

/* The C library's start, which the program calls with its main(); that of glibc on
 * powerpc takes other arguments and is left alone. */
#ifndef __powerpc__
int __libc_start_main(Main *main, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*end)(void), void *stack);
int __libc_start_main(Main *main, int argc, char **argv, void (*init)(void),
                      void (*fini)(void), void (*end)(void), void *stack)
{
    int (*start)(Main *, int, char **, void (*)(void), void (*)(void),
                 void (*)(void), void *);
    *(void **)&start = dlsym(RTLD_NEXT, "__libc_start_main");
    run.main = main;
    return start(main_elsewhere, argc, argv, init, fini, end, stack);
}
#endif

unsigned long getauxval(unsigned long type)
{
    static unsigned long (*real)(unsigned long);
    if (type == AT_EXECFN && run.name != NULL)
        return (unsigned long)run.name;
    if (real == NULL)
        *(void **)&real = dlsym(RTLD_NEXT, "getauxval");
    return real(type);
}

/* <sys/resource.h> has other types in each C library. */
struct limit {
    unsigned long now, most;
};

int getrlimit(int resource, struct limit *out);
int getrlimit(int resource, struct limit *out)
{
    enum { OF_STACK = 3 }; /* RLIMIT_STACK of Linux */
    out->now = resource == OF_STACK ? STACK : ~0ul;
    out->most = ~0ul;
    return 0;
}

/* --- nothing is random ------------------------------------------------- */

/* As under setarch -R: addresses are not to be random. */
int personality(unsigned long persona)
{
    (void)persona;
    return ADDR_NO_RANDOMIZE;
}

int getentropy(void *buf, size_t n)
{
    memset(buf, 42, n);
    return 0;
}

ssize_t getrandom(void *buf, size_t n, unsigned flags)
{
    (void)flags;
    memset(buf, 42, n);
    return (ssize_t)n;
}

/* --- each question takes a microsecond --------------------------------- */

int clock_gettime(clockid_t clock, struct timespec *out)
{
    static long now;
    (void)clock;
    now++;
    out->tv_sec = 1600000000 + now / 1000000;
    out->tv_nsec = now % 1000000 * 1000;
    return 0;
}

time_t time(time_t *out)
{
    if (out != NULL)
        *out = 1600000000;
    return 1600000000;
}

/* --- paths are as long everywhere -------------------------------------- */

char *getcwd(char *buf, size_t size)
{
    if (buf == NULL || size < sizeof HOME) {
        errno = EINVAL;
        return NULL;
    }
    return strcpy(buf, HOME);
}

ssize_t readlink(const char *path, char *buf, size_t size)
{
    if (strcmp(path, "/proc/self/exe") != 0 || size < sizeof NAME) {
        errno = EINVAL; /* it is no link */
        return -1;
    }
    memcpy(buf, NAME, sizeof NAME - 1);
    return sizeof NAME - 1;
}

/* A stream asks how large its buffer is to be: disks differ. */
int fstat(int fd, struct stat *out)
{
    static int (*real)(int, struct stat *);
    if (real == NULL)
        *(void **)&real = dlsym(RTLD_NEXT, "fstat");
    int status = real == NULL ? -1 : real(fd, out);
    if (status == 0)
        out->st_blksize = 4096;
    return status;
}

char *realpath(const char *path, char *buf)
{
    (void)buf;
    char *whole = NULL;
    if (path[0] == '/')
        return strdup(path);
    return asprintf(&whole, HOME "/%s", path) < 0 ? NULL : whole;
}
