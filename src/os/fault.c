/* SPDX-License-Identifier: MIT */
/* Reporting signals: see fault.h. */
#include "os/fault.h"

#include "os/signal.h"
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum { STACK = 1 << 16 };

const int os_fault_segv = SIGSEGV, os_fault_fpe = SIGFPE;

/* A signal handler has no context: what it touches must be global. */
static struct Fatal {
    const int number;
    const char *const text;
    struct sigaction before;
    bool is_caught;
} fatals[] = {
    {.number = SIGBUS, .text = "Bus error"},
    {.number = SIGILL, .text = "Illegal instruction"},
    {.number = SIGFPE, .text = "Floating point exception"},
    {.number = SIGABRT, .text = "Aborted"},
    {.number = SIGSEGV, .text = "Segmentation fault"},
};
enum { FATALS = sizeof fatals / sizeof fatals[0] };
static OsFaultFn report_fatal;
static struct User {
    OsFaultFn report;
    struct sigaction before;
    bool chain;
} users[OS_SIGNALS];
static void *stack; /* for the process's life, once it is needed */

/* ---- what ends the process ---- */

static struct Fatal *fatal_of(int number)
{
    for (int i = 0; i < FATALS; i++)
        if (fatals[i].number == number)
            return &fatals[i];
    return NULL;
}

const char *os_fault_text(int number)
{
    const struct Fatal *f = fatal_of(number);
    return f == NULL ? NULL : f->text;
}

static void release(struct Fatal *f)
{
    if (f->is_caught)
        (void)sigaction(f->number, &f->before, NULL); /* it was there */
    f->is_caught = false;
}

static void fatal(int number)
{
    int saved = errno;
    release(fatal_of(number)); /* it may come again in the report */
    report_fatal(number);
    errno = saved;
    (void)raise(number); /* at once, or when this handler has returned */
}

/* The calling thread's, for when its own is at its end. */
static void make_stack(void)
{
    if (stack == NULL)
        stack = malloc(STACK);
    if (stack == NULL)
        return;
    const stack_t other = {.ss_sp = stack, .ss_size = STACK};
    (void)sigaltstack(&other, NULL); /* refused: a smaller chance */
}

int os_fault_catch(OsFaultFn fn)
{
    struct sigaction sa = {.sa_handler = fatal,
                           .sa_flags = SA_NODEFER | SA_ONSTACK};
    (void)sigemptyset(&sa.sa_mask);
    report_fatal = fn;
    make_stack();
    for (int i = 0; i < FATALS; i++) {
        if (fatals[i].is_caught)
            continue;
        if (sigaction(fatals[i].number, &sa, &fatals[i].before) != 0)
            return errno;
        fatals[i].is_caught = true;
    }
    return 0;
}

void os_fault_release(void)
{
    for (int i = 0; i < FATALS; i++)
        release(&fatals[i]);
}

/* ---- others ---- */

static int catch_user(int number, struct sigaction *before);

static void user(int number)
{
    const struct User *u = &users[number];
    int saved = errno;
    u->report(number);
    if (u->chain) {
        (void)sigaction(number, &u->before, NULL); /* it was there */
        errno = saved;
        (void)raise(number); /* a number that has just come */
        saved = errno;
        (void)catch_user(number, NULL); /* as it was */
    }
    errno = saved;
}

static int catch_user(int number, struct sigaction *before)
{
    struct sigaction sa = {.sa_handler = user,
                           .sa_flags = SA_RESTART | SA_ONSTACK};
    (void)sigemptyset(&sa.sa_mask);
    if (users[number].chain)
        sa.sa_flags = SA_NODEFER | SA_ONSTACK;
    return sigaction(number, &sa, before) == 0 ? 0 : errno;
}

int os_fault_catch_user(int number, OsFaultFn fn, bool chain)
{
    struct User *u = &users[number];
    bool is_caught = u->report != NULL;
    u->report = fn;
    u->chain = chain;
    make_stack();
    int error = catch_user(number, is_caught ? NULL : &u->before);
    if (error != 0 && !is_caught)
        u->report = NULL;
    return error;
}

void os_fault_release_user(int number)
{
    struct User *u = &users[number];
    if (u->report == NULL)
        return;
    (void)sigaction(number, &u->before, NULL); /* it was there */
    u->report = NULL;
}

/* ---- crashes ---- */

void os_fault_without_core(void)
{
    struct rlimit limit;
    if (getrlimit(RLIMIT_CORE, &limit) == 0) {
        limit.rlim_cur = 0;
        (void)setrlimit(RLIMIT_CORE, &limit); /* less is always granted */
    }
}

void os_fault_raise(int number) { (void)raise(number); }

/* Sanitizers would see it coming. */
__attribute__((no_sanitize("undefined", "address"))) void
os_fault_read_null(void)
{
    const volatile int *volatile nothing = NULL;
    (void)*nothing;
}

void os_fault_abort(void) { abort(); }

void os_fault_block_signals(void)
{
    sigset_t all;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, NULL); /* fails for no set */
}

void os_fault_exit(int status) { _exit(status); }
