/* SPDX-License-Identifier: MIT */
/* The public interface, and what the command runs. */
#include "main/adder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "exec/attach.h"
#include "main/environment.h"
#include "main/jit.h"
#include "main/run.h"
#include "object/core/runtime.h"
#include "os/signal.h"
#include "os/thread.h"

#ifndef PACKAGE_VERSION
#define PACKAGE_VERSION "0"
#endif

const char *adder_version(void)
{
    return PACKAGE_VERSION;
}

static char no_name[] = "adder";

/* Process-wide as what they are about: whether there is an interpreter, and by
 * thread, why its last call was refused. */
static uint32_t is_taken; /* a word: some processors have no atomic bytes */
static _Thread_local const char *refusal;

/* Takes the process's one place for an interpreter; false: refused. */
static bool take(void)
{
    refusal = NULL;
    if (!__atomic_exchange_n(&is_taken, 1, __ATOMIC_ACQUIRE))
        return true;
    refusal = "the process has an interpreter already";
    return false;
}

static void give_back(void)
{
    os_signal_notify(NULL, 0, NULL);
    __atomic_store_n(&is_taken, 0, __ATOMIC_RELEASE);
}

static bool start(Session *s, const CommandLine *c, const char *argv0)
{
    if (session_init(s, c, argv0))
        return true;
    refusal = "out of memory, or less than 256 KiB of C stack";
    give_back();
    return false;
}

/* Threads that are still there (daemons) may be in the middle of anything: they
 * keep the runtime, and the process its one place. */
static void end(Session *s)
{
    if (!attach_close(s->rt))
        return;
    jit_end();
    runtime_free(s->rt);
    give_back();
}

/* Whether the calling thread may use the interpreter; else it is refused. */
static bool may_use(const Session *s)
{
    refusal = s == NULL ? "there is no interpreter"
              : s->owner != os_thread_self()
                  ? "called from another thread than the one that made the "
                    "interpreter"
                  : NULL;
    return refusal == NULL;
}

const char *adder_error(void)
{
    return refusal;
}

/* What C code has printed: --help, -X explain. */
static int printed(const char *program, int status)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    fprintf(stderr, "%s: standard output: %s\n", program, strerror(errno));
    return status != 0 ? status : 120;
}

int adder_main(int argc, char **argv)
{
    char *no_argv[] = {no_name, NULL};
    if (argc == 0) {
        argc = 1;
        argv = no_argv;
    }
    CommandLine c;
    command_line_parse(&c, argc, argv);
    environment_apply(&c);
    if (c.kind == RUN_NOTHING)
        return printed(argv[0], c.status);
    Session s = {0};
    if (!take() || !start(&s, &c, argv[0])) {
        fprintf(stderr, "%s: %s\n", argv[0], refusal);
        return 1;
    }
    int status = session_finish(&s, run(&s, &c));
    end(&s);
    status = printed(argv[0], status);
    if (s.interrupted && status == INTERRUPTED)
        os_signal_end_by(os_signal_interrupt); /* so that a shell's loop stops */
    return status;
}

/* --- the library ------------------------------------------------------- */

Adder *adder_new(void)
{
    CommandLine c = {.kind = RUN_COMMAND, .ignore_environment = 1,
                     .isolated = 1, .no_user_site = 1, .no_site = 1,
                     .safe_path = 1};
    if (!take())
        return NULL;
    Session *s = calloc(1, sizeof *s);
    if (s != NULL && start(s, &c, no_name))
        return s;
    if (s == NULL) {
        refusal = "out of memory";
        give_back();
    }
    free(s);
    return NULL;
}

int adder_run_string(Adder *adder, const char *source)
{
    if (!may_use(adder))
        return -1;
    return session_run_source(adder, source, strlen(source), "<string>");
}

int adder_run_file(Adder *adder, const char *path)
{
    CommandLine c = {.kind = RUN_FILE, .program = no_name, .safe_path = 1};
    return may_use(adder) ? run_file(adder, &c, path) : -1;
}

void adder_free(Adder *adder)
{
    if (!may_use(adder))
        return;
    session_finish(adder, 0);
    end(adder);
    free(adder);
}
