/* SPDX-License-Identifier: MIT */
/*
 * Threads of the system that attach, run Python under the lock and detach; calls
 * that block and let others run; Python functions called back by C libraries;
 * forks.
 */
#define _GNU_SOURCE
#include "exec/attach.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include "base/sanitizer.h"
#include "compile/compile.h"
#include "exec/blocking.h"
#include "exec/callback.h"
#include "exec/exec.h"
#include "exec/jit_control.h"
#include "exec/trace_hooks.h"
#include "main/jit.h"
#include "main/session.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/runtime.h"
#include "object/function/module.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "os/clock.h"
#include "os/file.h"
#include "os/signal.h"
#include "os/thread.h"
#include "../tap.h"

#define NOINLINE __attribute__((noinline))

/* --- a handler of signals: before `t`, which it has for itself ------------ */

static int handled, raise_at;

NATIVE(signals, handler, 0, NULL, (arg, c_int, number), (arg, object, frame),
       (slash))
{
    __atomic_fetch_add(&handled, number == SIGUSR1, __ATOMIC_SEQ_CST);
    return handled == raise_at ? raise_error(t, EXC(TimeoutError), "handler")
                               : NONE;
}

static Session session;
static Thread *t; /* the main one */

/* Runs source in a namespace of its own; the value of `result` there. */
static Value run(Thread *thread, const char *source)
{
    Dict *names = dict_new(thread);
    dict_set_c(thread, names, "__builtins__",
               value_from_pointer(thread->rt->builtins_module));
    dict_set_c(thread, names, "shared",
               value_from_pointer(session.main_module));
    Code *code = compile_source(thread, source, strlen(source), false,
                                str_from_c(thread, "<test>"), COMPILE_EXEC,
                                COMPILE_SCRIPT, 0);
    if (code == NULL ||
        value_is_null(exec_code(thread, code, names,
                                value_from_pointer(names))))
        return NULL_VALUE;
    return dict_get_c(thread, names, "result");
}

static const char *const work =
    "def f(n):\n"
    "    kept = []\n"
    "    total = 0\n"
    "    for i in range(n):\n"
    "        kept.append([i, str(i), {'a': i}])\n"
    "        if len(kept) > 50:\n"
    "            del kept[:25]\n"
    "        a, b, c = kept[-1]\n"
    "        total += a + int(b) + c['a']\n"
    "    return total\n"
    "result = f(1500)\n";
enum { WORK = 3 * (1500 * 1499 / 2) };

typedef struct Job {
    const char *source;
    int64_t result;
    bool detached;
} Job;

static void job_run(void *argument)
{
    Job *job = argument;
    Thread *self = thread_attach(t->rt);
    if (self == NULL)
        return;
    Value v = run(self, job->source);
    job->result = value_is_null(v) ? -1 : value_to_int(v);
    thread_detach(self);
    job->detached = thread_current() == NULL;
}

static void test_work(const char *how)
{
    enum { N = 4 };
    Job jobs[N];
    OsThread threads[N];
    for (int i = 0; i < N; i++) {
        jobs[i] = (Job){.source = work};
        CHECK(os_thread_start(&threads[i], job_run, &jobs[i], 1 << 20) == 0);
    }
    Value mine = run(t, work); /* while they do */
    thread_park(t);
    for (int i = 0; i < N; i++)
        os_thread_join(&threads[i]);
    thread_unpark(t);
    bool right = value_to_int(mine) == WORK;
    for (int i = 0; i < N; i++)
        right &= jobs[i].result == WORK && jobs[i].detached;
    OK(right, "five threads compute the same, %s", how);
    CHECK(t->next_thread == NULL && thread_current() == t);
}

/* Threads that wait for each other in Python get there only if the lock goes
 * round. */
static void test_switching(void)
{
    run(t, "shared.turn = 0\n");
    Job job = {.source = "n = 0\n"
                         "while n < 20:\n"
                         "    while shared.turn % 2 == 0: pass\n"
                         "    shared.turn += 1; n += 1\n"
                         "result = n\n"};
    OsThread thread;
    CHECK(os_thread_start(&thread, job_run, &job, 0) == 0);
    Value mine = run(t, "n = 0\n"
                        "while n < 20:\n"
                        "    while shared.turn % 2 == 1: pass\n"
                        "    shared.turn += 1; n += 1\n"
                        "result = n\n");
    thread_park(t);
    os_thread_join(&thread);
    thread_unpark(t);
    OK(value_to_int(mine) == 20 && job.result == 20,
       "threads that spin take turns");
}

/* --- what a parked thread refers to ------------------------------------ */

static int wake_up[2], ready[2];

static NOINLINE Value text_new(Thread *thread, int i)
{
    return value_from_pointer(str_format(thread, "the object number %d", i));
}

static void park_with_object(void *argument)
{
    bool *kept = argument;
    Thread *self = thread_attach(t->rt);
    Value v = text_new(self, 12);
    char byte = 0;
    thread_park(self);
    *kept = write(ready[1], &byte, 1) == 1 && read(wake_up[0], &byte, 1) == 1;
    thread_unpark(self);
    *kept &= str_equal(value_to_str(v), value_to_str(text_new(self, 12)));
    thread_detach(self);
}

static void test_parked(void)
{
    bool kept = false;
    char byte = 0;
    OsThread thread;
    CHECK(pipe(wake_up) == 0 && pipe(ready) == 0);
    CHECK(os_thread_start(&thread, park_with_object, &kept, 1 << 18) == 0);
    thread_park(t);
    CHECK(read(ready[0], &byte, 1) == 1);
    thread_unpark(t);
    for (int i = 0; i < 100; i++) {
        text_new(t, i);
        gc_collect(&t->gc);
    }
    CHECK(write(wake_up[1], &byte, 1) == 1);
    thread_park(t);
    os_thread_join(&thread);
    thread_unpark(t);
    OK(kept, "what lies on a parked thread's stack lives");
}

/* --- calls that block --------------------------------------------------- */

static void write_soon(void *argument)
{
    int *fd = argument;
    Thread *self = thread_attach(t->rt);
    run(self, work); /* needs the lock */
    thread_detach(self);
    CHECK(write(*fd, "x", 1) == 1);
}

static void test_blocking(void)
{
    int fds[2];
    char byte = 0;
    OsThread thread;
    CHECK(pipe(fds) == 0);
    CHECK(os_thread_start(&thread, write_soon, &fds[1], 0) == 0);
    int64_t n = BLOCKING(t, os_file_read_some(fds[0], &byte, 1));
    OK(n == 1 && byte == 'x', "a call that blocks lets others run");
    os_thread_join(&thread);
    n = BLOCKING(t, os_file_read_some(-1, &byte, 1));
    CHECK(n == -EBADF);
    CHECK(value_is_null(blocking_raise(t, n, value_from_int(5))));
    CHECK_STRING(str_to_utf8(t, value_to_str(object_str(t, exception_take(t))),
                             NULL),
                 "[Errno 9] Bad file descriptor: 5");
}

/* Has the handler called, as signal.signal() does. */
static void set_handler(void)
{
    List *handlers = list_new(t, OS_SIGNALS);
    for (int i = 0; i < OS_SIGNALS; i++)
        list_append(t, handlers, UNBOUND);
    list_set(handlers, SIGUSR1,
             native_function_new(t, &signals_handler_native, UNBOUND, UNBOUND));
    t->rt->signal_handlers = handlers;
    os_signal_set(SIGUSR1, OS_SIGNAL_NOTE);
}

typedef struct Sender {
    pthread_t to;
    int fd, signals;
} Sender;

static void send_signals(void *argument)
{
    const Sender *s = argument;
    for (int i = 0; i < s->signals; i++) {
        usleep(10000);
        pthread_kill(s->to, SIGUSR1);
        /* Two that come together would be one. */
        while (__atomic_load_n(&handled, __ATOMIC_SEQ_CST) <= i)
            usleep(1000);
    }
    usleep(10000);
    CHECK(write(s->fd, "x", 1) == 1);
}

/* Reads a byte that comes after three signals. */
static int64_t read_with_signals(void)
{
    int fds[2];
    char byte;
    OsThread thread;
    handled = 0;
    if (pipe(fds) != 0)
        return -1;
    Sender s = {pthread_self(), fds[1], 3};
    os_thread_start(&thread, send_signals, &s, 0);
    int64_t n = BLOCKING(t, os_file_read_some(fds[0], &byte, 1));
    os_thread_join(&thread);
    return n;
}

static void test_signals(void)
{
    set_handler();
    raise_at = 0;
    int64_t n = read_with_signals();
    OK(n == 1 && handled == 3, "a call is made again after each signal (%d)",
       handled);
    raise_at = 3;
    n = read_with_signals();
    OK(n == -EINTR && handled == 3, "unless its handler raises (%d)", handled);
    blocking_raise(t, -EINTR, UNBOUND);
    CHECK(exception_matches(t, EXC(TimeoutError)));
    exception_take(t);
    t->rt->signal_handlers = NULL;
}

/* --- callbacks ---------------------------------------------------------- */

static Callback *sorting; /* qsort passes no context */

static int compare(const void *a, const void *b)
{
    Value args[] = {value_from_int(*(const int *)a),
                    value_from_int(*(const int *)b)};
    Value v = callback_call(sorting, args, 2);
    return value_is_null(v) ? 0 : (int)value_to_int(v);
}

static bool sort(const char *function, int *items, size_t n)
{
    Callback c;
    callback_begin(&c, t, run(t, function));
    sorting = &c;
    thread_park(t);
    qsort(items, n, sizeof *items, compare);
    thread_unpark(t);
    return callback_end(&c);
}

static void test_callback(void)
{
    int items[] = {3, 1, 4, 1, 5, 9, 2, 6};
    CHECK(sort("result = lambda a, b: a - b", items, 8));
    bool sorted = true;
    for (int i = 0; i + 1 < 8; i++)
        sorted &= items[i] <= items[i + 1];
    OK(sorted, "a library calls a Python function back");
    CHECK(!sort("calls = []\n"
                "def result(a, b):\n"
                "    calls.append(a)\n"
                "    if len(calls) == 3: raise KeyError(len(calls))\n"
                "    return b - a\n", items, 8));
    CHECK(exception_matches(t, EXC(KeyError)));
    CHECK_STRING(str_to_utf8(t, value_to_str(object_str(t, exception_take(t))),
                             NULL), "3");
}

/* --- compiled code ------------------------------------------------------ */

/* What a trace depends on changes in another thread, while it runs and while it
 * waits. */
static void test_invalidation(void)
{
    Job job = {.source = "for i in range(300):\n"
                         "    shared.step = i % 7\n"
                         "    shared.seen.add(i)\n"
                         "result = shared.step\n"};
    OsThread thread;
    run(t, "shared.step = 1\nshared.seen = set()\n"
           "shared.exec = exec\n");
    CHECK(os_thread_start(&thread, job_run, &job, 0) == 0);
    Value v = run(t, "g = vars(shared)\n"
                     "exec('''def f():\n"
                     "    n = 0\n"
                     "    while len(seen) < 300:\n"
                     "        a = step; b = step\n"
                     "        n += 1\n"
                     "        if not 0 <= a < 7: return -1\n"
                     "    return step\n''', g)\n"
                     "result = g['f']()\n");
    thread_park(t);
    os_thread_join(&thread);
    thread_unpark(t);
    OK(!value_is_null(v) && value_to_int(v) == 299 % 7 &&
           job.result == 299 % 7,
       "a loop sees what another thread changes");
}

/* ---- forks ------------------------------------------------------------- */

static void fork_and_work(void *argument)
{
    int *status = argument;
    Thread *self = thread_attach(t->rt);
    attach_fork_before(self);
    pid_t pid = fork();
    if (pid == 0) {
        attach_fork_child(self);
        bool right = self->rt->main_thread == self &&
                     self->next_thread == NULL && thread_current() == self;
        Value v = run(self, work);
        Job job = {.source = work}; /* and threads can be started again */
        OsThread thread;
        t = self;
        right &= os_thread_start(&thread, job_run, &job, 1 << 20) == 0;
        thread_park(self);
        os_thread_join(&thread);
        thread_unpark(self);
        gc_collect(&self->gc);
        _exit(right && !value_is_null(v) && value_to_int(v) == WORK &&
                      job.result == WORK ? 7 : 8);
    }
    attach_fork_parent(self);
    thread_park(self);
    if (pid < 0 || waitpid(pid, status, 0) != pid)
        *status = -1;
    thread_unpark(self);
    thread_detach(self);
}

/* In one of several threads, while the others run. */
static void test_fork(void)
{
    if (ADDRESS_SANITIZER) { /* whose allocator other threads may have locked */
        OK(true, "the child of a fork goes on alone # SKIP its malloc may not");
        return;
    }
    Job job = {.source = work};
    OsThread forking, other;
    int status = -1;
    CHECK(os_thread_start(&other, job_run, &job, 1 << 20) == 0);
    CHECK(os_thread_start(&forking, fork_and_work, &status, 0) == 0);
    Value v = run(t, work);
    thread_park(t);
    os_thread_join(&forking);
    os_thread_join(&other);
    thread_unpark(t);
    OK(WIFEXITED(status) && WEXITSTATUS(status) == 7,
       "the child of a fork goes on alone (%d)", status);
    CHECK(value_to_int(v) == WORK && job.result == WORK);
}

static bool open_session(const char *jit)
{
    char *argv[] = {"test", "-X", (char *)jit, "-c", "pass", NULL};
    static CommandLine c;
    command_line_parse(&c, 5, argv);
    if (!session_init(&session, &c, "test"))
        return false;
    t = session.t;
    return true;
}

static void close_session(void)
{
    session_finish(&session, 0);
    CHECK(attach_close(session.rt));
    jit_end();
    runtime_free(session.rt);
}

int main(void)
{
    static const char *const modes[] = {"jit=threshold:1000",
                                        "jit=threshold:2",
                                        "jit=threshold:2,exit-nth:3",
                                        "jit=interpreter,threshold:2"};
    for (int i = 0; i < 6; i++) {
        setenv("PYTHON_JIT", i % 5 == 0 ? "0" : "1", 1);
        if (!open_session(modes[i % 5 == 0 ? 0 : i - 1]))
            return 99;
        CHECK(thread_current() == t);
        test_work("without stress");
        test_switching();
        test_invalidation();
        test_fork();
        if (i == 0) {
            test_parked();
            test_blocking();
            test_signals();
            test_callback();
        }
        gc_stress_set(t->rt->heap, 101, 0);
        test_work("collecting often");
        gc_stress_set(t->rt->heap, 0, 0);
        const char *reason;
        OK((trace_hooks.loop_threshold > 0) ==
               (i % 5 != 0 && jit_control.is_available(&reason)),
           "the JIT is on when it is asked for now");
        close_session();
    }
    return tap_done();
}
