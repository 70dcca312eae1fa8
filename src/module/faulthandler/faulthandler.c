/* SPDX-License-Identifier: MIT */
/*
 * The module faulthandler: what threads are doing, shown at once on a descriptor,
 * also in the handler of a signal that ends the process.
 */
#include "exec/attach.h"
#include "exec/exec.h"
#include "exec/frames_dump.h"
#include "module/faulthandler/fault_parts.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "os/fault.h"
#include "os/signal.h"
#include "os/thread.h"

/* What signal handlers are to do, who have no context: one for the process. */
typedef struct Report {
    int fd;
    bool is_on, all_threads;
} Report;
static Report fatal_report, user_reports[OS_SIGNALS];

/* ---- in handlers ---- */

static void report(const Report *r)
{
    const Thread *t = thread_current();
    if (r->all_threads)
        frames_dump_all(r->fd, runtime, t);
    else if (t != NULL)
        frames_dump(r->fd, t, "Stack");
}

static void on_fatal(int number)
{
    frames_dump_text(fatal_report.fd, "Fatal Python error: ");
    frames_dump_text(fatal_report.fd, os_fault_text(number));
    frames_dump_text(fatal_report.fd, "\n\n");
    report(&fatal_report);
}

static void on_user(int number) { report(&user_reports[number]); }

/* ---- files ---- */

int fault_descriptor(Thread *t, Value *file)
{
    int64_t fd = -1;
    if (value_is_none(*file)) {
        *file = dict_get_c(t, t->rt->sys_dict, "stderr");
        if (value_is_null(*file))
            return RAISE_INT(
                raise_error(t, EXC(RuntimeError), "unable to get sys.stderr"));
        if (value_is_none(*file))
            return RAISE_INT(
                raise_error(t, EXC(RuntimeError), "sys.stderr is None"));
    } else if (value_is_int_object(*file)) {
        if (!int_to_int64(*file, &fd) || fd != (int)fd)
            return RAISE_INT(
                raise_error(t, EXC(OverflowError),
                            "Python int too large to convert to C int"));
        *file = NONE;
        return fd >= 0 ? (int)fd
                       : RAISE_INT(raise_value_error(
                             t, "file is not a valid file descripter"));
    }
    Value number = object_call_method(t, *file, N(fileno), 0);
    if (value_is_null(number))
        return -1;
    if (!value_is_int_object(number) || !int_to_int64(number, &fd) || fd < 0 ||
        fd != (int)fd)
        return RAISE_INT(
            raise_error(t, EXC(RuntimeError),
                        "file.fileno() is not a valid file descriptor"));
    if (value_is_null(object_call_method(t, *file, N(flush), 0)))
        (void)exception_take(t);
    return (int)fd;
}

/* ---- at once ---- */

NATIVE(faulthandler, dump_traceback, NATIVE_FRAMES,
       "Show what this thread is doing, or all are.", (opt, object, file, None),
       (opt, truth, all_threads, True))
{
    int fd = fault_descriptor(t, &file);
    if (fd < 0)
        return NULL_VALUE;
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread)
        (void)frame_top_of(t, p); /* what traces have inlined is made */
    if (all_threads)
        frames_dump_all(fd, t->rt, t);
    else
        frames_dump(fd, t, "Stack");
    KEEP(file.bits);
    return NONE;
}

/* ---- signals that end the process ---- */

NATIVE(faulthandler, enable, 0,
       "Show what threads are doing when a signal ends the process that is an "
       "error: SIGSEGV, SIGFPE, SIGABRT, SIGBUS, SIGILL.",
       (opt, object, file, None), (opt, truth, all_threads, True),
       (state, FaultState, state))
{
    int fd = fault_descriptor(t, &file);
    if (fd < 0)
        return NULL_VALUE;
    slot_set(state, &state->fatal, file);
    fatal_report =
        (Report){.fd = fd, .is_on = true, .all_threads = all_threads};
    int error = os_fault_catch(on_fatal);
    return error == 0 ? NONE : raise_os_error(t, error, UNBOUND);
}

NATIVE(faulthandler, disable, 0,
       "Undo what enable() has done; whether there was something to undo.",
       (state, FaultState, state))
{
    bool was_on = fatal_report.is_on;
    os_fault_release();
    fatal_report.is_on = false;
    slot_set(state, &state->fatal, UNBOUND);
    return value_from_bool(was_on);
}

NATIVE(faulthandler, is_enabled, 0,
       "Whether signals that end the process are reported.")
{
    return value_from_bool(fatal_report.is_on);
}

/* ---- other signals ---- */

/* 0, or -1 with an exception: reported are others than enable()'s. */
static int check_number(Thread *t, int number)
{
    if (os_fault_text(number) != NULL)
        return RAISE_INT(raise_error(
            t, EXC(RuntimeError),
            "signal %d cannot be registered, use enable() instead", number));
    if (number < 1 || number >= OS_SIGNALS)
        return RAISE_INT(raise_value_error(t, "signal number out of range"));
    return 0;
}

NATIVE(
    faulthandler, register, 0,
    "Show what threads are doing whenever that signal comes; if `chain`, what "
    "else handles it is done, too.",
    (arg, c_int, signum), (opt, object, file, None),
    (opt, truth, all_threads, True), (opt, truth, chain, False),
    (state, FaultState, state))
{
    if (check_number(t, signum) < 0)
        return NULL_VALUE;
    int fd = fault_descriptor(t, &file);
    if (fd < 0)
        return NULL_VALUE;
    Dict *files = value_to_dict(slot_get(&state->users));
    if (dict_set(t, files, value_from_int(signum), file) < 0)
        return NULL_VALUE;
    Report *r = &user_reports[signum];
    *r = (Report){.fd = fd, .is_on = true, .all_threads = all_threads};
    int error = os_fault_catch_user(signum, on_user, chain);
    if (error == 0)
        return NONE;
    r->is_on = false;
    return raise_os_error(t, error, UNBOUND);
}

NATIVE(faulthandler, unregister, 0,
       "Undo what register() has done; whether there was something to undo.",
       (arg, c_int, signum), (slash), (state, FaultState, state))
{
    if (check_number(t, signum) < 0)
        return NULL_VALUE;
    Report *r = &user_reports[signum];
    bool was_on = r->is_on;
    os_fault_release_user(signum);
    r->is_on = false;
    if (dict_delete(t, value_to_dict(slot_get(&state->users)),
                    value_from_int(signum)) < 0)
        return NULL_VALUE;
    return value_from_bool(was_on);
}

/* ---- crashes, for tests ---- */

NATIVE(faulthandler, _read_null, 0, "Read where no memory is.")
{
    os_fault_without_core();
    os_fault_read_null();
    return NONE;
}

static Value crash(Thread *t, int number, bool release_gil)
{
    os_fault_without_core();
    if (release_gil)
        thread_park(t);
    os_fault_raise(number);
    if (release_gil)
        thread_unpark(t);
    return NONE;
}

NATIVE(faulthandler, _sigsegv, 0, "Send this process SIGSEGV.",
       (opt, truth, release_gil, False), (slash))
{
    return crash(t, os_fault_segv, release_gil);
}

NATIVE(faulthandler, _sigfpe, 0, "Send this process SIGFPE.")
{
    return crash(t, os_fault_fpe, false);
}

NATIVE(faulthandler, _sigabrt, 0, "Abort this process.")
{
    os_fault_without_core();
    os_fault_abort();
}

static void fail_in_thread(void *text)
{
    frames_dump_text(2, text);
    frames_dump_all(2, runtime, NULL);
    os_fault_abort();
}

NATIVE(faulthandler, _fatal_error_c_thread, 0,
       "Have a thread without Python give up.")
{
    static char text[] =
        "Fatal Python error: faulthandler_fatal_error_thread: in new thread\n"
        "Python runtime state: initialized\n\n";
    OsThread thread;
    os_fault_without_core();
    if (os_thread_start(&thread, fail_in_thread, text, 0) != 0)
        return raise_error(t, EXC(RuntimeError), "unable to start the thread");
    os_thread_join(&thread); /* which ends the process */
    return NONE;
}

/* Grows by a page each time, so that no guard is skipped. */
static __attribute__((noinline)) uintptr_t use_stack(uintptr_t low, int depth)
{
    volatile char page[4096];
    uintptr_t here = (uintptr_t)&page;
    page[0] = (char)depth;
    if (here < low)
        return here;
    uintptr_t deepest = use_stack(low, depth + 1);
    page[1] = 1; /* which is no tail call */
    return deepest;
}

NATIVE(faulthandler, _stack_overflow, 0, "Use up the C stack.")
{
    enum { MOST = 100 << 20 }; /* bytes that no stack has */
    os_fault_without_core();
    uintptr_t here = (uintptr_t)__builtin_frame_address(0);
    uintptr_t deepest = use_stack(here - MOST, 0);
    return raise_error(
        t, EXC(RuntimeError),
        "unable to raise a stack overflow (allocated %z bytes on "
        "the stack, %l recursive calls)",
        (size_t)(here - deepest), (int64_t)((here - deepest) / 4096));
}

/* ---- the module ---- */

static const NativeDef *const functions[] = {
    &faulthandler__fatal_error_c_thread_native,
    &faulthandler__read_null_native,
    &faulthandler__sigabrt_native,
    &faulthandler__sigfpe_native,
    &faulthandler__sigsegv_native,
    &faulthandler__stack_overflow_native,
    &faulthandler_cancel_dump_traceback_later_native,
    &faulthandler_disable_native,
    &faulthandler_dump_traceback_native,
    &faulthandler_dump_traceback_later_native,
    &faulthandler_enable_native,
    &faulthandler_is_enabled_native,
    &faulthandler_register_native,
    &faulthandler_unregister_native,
    NULL,
};

/* The interpreter ends: what is reported on is gone. */
static void end(intptr_t handle UNUSED)
{
    fault_watchdog_end();
    os_fault_release();
    fatal_report.is_on = false;
    for (int i = 1; i < OS_SIGNALS; i++) {
        os_fault_release_user(i);
        user_reports[i].is_on = false;
    }
}

static int init(Thread *t, Module *m)
{
    FaultState *state = m->state;
    Resource *r = resource_new(t, 0, end, 0);
    if (r == NULL)
        return -1;
    slot_set(state, &state->end, value_from_pointer(r));
    slot_set(state, &state->users, value_from_pointer(dict_new(t)));
    return 0;
}

const ModuleDef faulthandler_module = {
    .name = "faulthandler",
    .doc = "What threads are doing, shown when all else fails.",
    .functions = {functions},
    .state_size = sizeof(FaultState),
    .init = init,
};
