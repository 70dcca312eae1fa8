/* SPDX-License-Identifier: MIT */
/* An interpreter from its making to its end, and running things in it. */
#ifndef ADDER_MAIN_SESSION_H
#define ADDER_MAIN_SESSION_H

#include "compile/compile.h"
#include "main/command_line.h"
#include "module/sys.h"

enum { INTERRUPTED = 130 }; /* status after Ctrl-C, as shells have it */

struct Adder {
    Runtime *rt;
    Thread *t;
    Module *main_module; /* __main__ */
    uintptr_t owner; /* os_thread_self of the thread that made it */
    bool interrupted; /* what was reported last is a KeyboardInterrupt, */
    bool exits;       /* or a SystemExit */
    bool failed;      /* it cannot run anything, and has said why */
    bool inspects;    /* SystemExit is reported like others: the prompt follows */
};
typedef struct Adder Session;

/* Makes an interpreter; false when memory is refused, or the C stack is too
 * small.  The process has none then. */
bool session_init(Session *s, const CommandLine *c, const char *argv0);
/* Exit handlers, finalizers, flushing; answers the status to exit with. */
int session_finish(Session *s, int status);

/* Runs source in __main__; the exit status.  filename: as seen in
 * tracebacks. */
int session_run_source(Session *s, const char *source, size_t len,
                       const char *filename);
int session_run_code(Session *s, Code *code);
/* Answers the exit status for the pending exception, which is reported. */
int session_report(Session *s);
/* Puts a directory in front of sys.path. */
void session_path_prepend(Session *s, const char *directory);
void session_set_main(Session *s, const char *name, Value v);

/* repl.c: what it begins with, and the prompt; the exit status. */
void repl_banner(Session *s);
int repl_run(Session *s);

#endif
