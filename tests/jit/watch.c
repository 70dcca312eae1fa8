/* SPDX-License-Identifier: MIT */
/*
 * Code under test may do anything.  A crash, also with no stack left, and a
 * loop that does not end become a line that names the stencil, and an exit.
 */
#include "watch.h"
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include "exec/uops.h"
#include "judge.h"

enum { SECONDS = 20 };

static const Stencil *volatile watched;
static char signal_stack[64 << 10];

static void on_signal(int number)
{
    const Stencil *s = watched;
    char line[200];
    int n = snprintf(line, sizeof line,
                     "Bail out! %s (op %#x sub %d, %d %d %d -> %d): %s\n",
                     s == NULL ? "no stencil"
                     : s->op < UOP_COUNT ? judge_name(s->op) : "piece",
                     s ? s->op : 0, s ? s->sub : 0, s ? s->in[0] : 0,
                     s ? s->in[1] : 0, s ? s->in[2] : 0, s ? s->out : 0,
                     number == SIGALRM ? "does not end" : "crashes");
    if (n > 0 && write(STDOUT_FILENO, line, strlen(line)) < 0)
        _exit(WATCH_CAUGHT + 1);
    _exit(WATCH_CAUGHT);
}

void watch_init(void)
{
    static const int caught[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP,
                                 SIGALRM};
    stack_t stack = {.ss_sp = signal_stack, .ss_size = sizeof signal_stack};
    struct sigaction action = {.sa_flags = SA_ONSTACK};
    action.sa_handler = on_signal;
    sigaltstack(&stack, NULL);
    for (size_t i = 0; i < sizeof caught / sizeof *caught; i++)
        sigaction(caught[i], &action, NULL);
}

void watch_begin(const Stencil *s)
{
    fflush(stdout);
    watched = s;
    alarm(SECONDS);
}

void watch_end(void)
{
    alarm(0);
    watched = NULL;
}
