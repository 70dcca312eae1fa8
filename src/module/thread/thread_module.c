/* SPDX-License-Identifier: MIT */
/* The module _thread: starting threads, and what they know of themselves. */
#include <stdlib.h>
#include "exec/attach.h"
#include "exec/blocking.h"
#include "exec/exec.h"
#include "module/struct_sequence.h"
#include "module/thread/excepthook.h"
#include "module/thread/local.h"
#include "module/thread/lock.h"
#include "module/thread/rlock.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/handle.h"
#include "object/error/exception_kinds.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/type_make.h"
#include "os/profile.h"
#include "os/signal.h"
#include "os/thread.h"

enum {
    STACK_LEAST = 32 << 10, /* that may be asked for */
    STACK_NEEDED = 512 << 10, /* that is given in any case */
    TIMEOUT_SECONDS = 9223372036, /* INT64_MAX nanoseconds */
};

typedef struct ThreadState {
    RECORD_HEAD(int64_t stack_size;) /* 0: the system's choice */
} ThreadState;

/* ---- starting ---- */

typedef struct Start {
    Thread *t;
    Handle call; /* (function, args, kwargs or None) */
} Start;

/* SystemExit ends the thread alone. */
static void report(Thread *t, Value function)
{
    if (exception_matches(t, EXC(SystemExit)))
        t->exc = NULL_VALUE;
    else
        unraisable_report(t, "Exception ignored in thread started by",
                          function);
}

static void call(Thread *t, const Tuple *what)
{
    Value function = tuple_get(what, 0), kwargs = tuple_get(what, 2);
    Value v = object_call_tuple(
        t, function, value_to_tuple(tuple_get(what, 1)),
        value_is_none(kwargs) ? NULL : value_to_dict(kwargs));
    if (value_is_null(v))
        report(t, function);
}

static void run(void *argument)
{
    Start start = *(Start *)argument;
    Thread *t = start.t;
    free(argument);
    if (!thread_attach_as(t))
        return;
    Tuple *what = value_to_tuple(handle_get(t->rt, start.call));
    handle_free(t->rt, start.call);
    t->is_started = true;
    call(t, what);
    t->is_started = false;
    thread_detach(t);
}

static size_t stack_for(const ThreadState *state)
{
    return state->stack_size == 0 || state->stack_size >= STACK_NEEDED
               ? (size_t)state->stack_size : STACK_NEEDED;
}

/* Starts a thread that calls: its number, or 0 when the system refuses. */
static uintptr_t start(Thread *t, const ThreadState *state, Handle what)
{
    Start *s = malloc(sizeof *s);
    Thread *other = s == NULL ? NULL : attach_prepare(t->rt);
    OsThread thread;
    if (other != NULL) {
        *s = (Start){other, what};
        if (os_thread_start(&thread, run, s, stack_for(state)) == 0) {
            os_thread_detach(&thread);
            return os_thread_number(&thread);
        }
        attach_cancel(other);
    }
    free(s);
    return 0;
}

NATIVE(thread, start_new_thread, 0,
       "Call function(*args, **kwargs) in a new thread; the number of the "
       "thread, which ends when the function does.",
       (arg, object, function), (arg, object, args), (maybe, object, kwargs),
       (slash), (state, ThreadState, state))
{
    if (!object_is_callable(function))
        return raise_type_error(t, "first arg must be callable");
    if (!value_is_tuple(args))
        return raise_type_error(t, "2nd arg must be a tuple");
    if (!value_is_unbound(kwargs) && !value_is_dict(kwargs))
        return raise_type_error(t, "optional 3rd arg must be a dictionary");
    Tuple *what = tuple_pack(t, 3, function, args,
                             value_is_unbound(kwargs) ? NONE : kwargs);
    Handle h = handle_new(t, value_from_pointer(what));
    if (h == 0)
        return NULL_VALUE;
    uintptr_t number = start(t, state, h);
    if (number != 0)
        return int_from_uint64(t, number);
    handle_free(t->rt, h);
    return raise_error(t, EXC(RuntimeError), "can't start new thread");
}

NATIVE(thread, start_new, 0, "The same as start_new_thread().",
       (arg, object, function), (arg, object, args), (maybe, object, kwargs),
       (slash), (state, ThreadState, state))
{
    return thread_start_new_thread_body(t, function, args, kwargs, state);
}

NATIVE(thread, stack_size, 0,
       "The bytes of stack of threads that are started from now on (0: the "
       "system's choice); sets them, and answers what they were.",
       (opt, ssize, size, 0), (slash), (state, ThreadState, state))
{
    int64_t before = state->stack_size;
    if (size < 0)
        return raise_value_error(t, "size must be 0 or a positive value");
    if (size > 0 && size < STACK_LEAST)
        return raise_value_error(t, "size not valid: %l bytes", size);
    state->stack_size = size;
    return int_from_int64(t, before);
}

/* ---- about threads ---- */

NATIVE(thread, get_ident, 0,
       "The number of this thread, which no other running one has.")
{
    return int_from_uint64(t, t->ident);
}

NATIVE(thread, get_native_id, 0, "The system's number of this thread.")
{
    return value_from_int(os_thread_id());
}

NATIVE(thread, _count, 0, "How many threads run that Python code has started.")
{
    int64_t n = 0;
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread)
        n += p->is_started;
    return value_from_int(n);
}

NATIVE(thread, exit, 0, "End this thread, by SystemExit.")
{
    return raise_value(t, value_from_pointer(EXC(SystemExit)));
}
NATIVE_ALIAS(thread, exit_thread, exit, "The same as exit().");

NATIVE(thread, _set_sentinel, 0,
       "A lock that is free again when this thread has ended, if it takes it.")
{
    t->sentinel = value_from_pointer(lock_new(t));
    return t->sentinel;
}

NATIVE(thread, interrupt_main, 0,
       "Have the main thread handle a signal as if it had come.",
       (opt, c_int, signum, 2), (slash))
{
    if (signum <= 0 || signum >= OS_SIGNALS)
        return raise_value_error(t, "signal number out of range");
    if (os_signal_get(signum) == OS_SIGNAL_NOTE)
        os_signal_pretend(signum);
    return poll_signals(t) < 0 ? NULL_VALUE : NONE;
}

/* ---- the module ---- */

static void thread_end(Thread *t)
{
    if (!value_is_null(t->sentinel)) {
        Lock *lock = value_to_pointer(t->sentinel);
        t->sentinel = NULL_VALUE;
        if (lock->is_locked)
            lock_release(lock);
    }
    local_thread_end(t);
}

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &excepthook_args_type);
    if (t->rt->thread_end == NULL)
        local_init(t->rt);
    t->rt->thread_end = thread_end;
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(RuntimeError)));
    return 0;
}

static const NativeDef *const functions[] = {
    &thread__count_native,
    &thread__excepthook_native,
    &thread__set_sentinel_native,
    &lock_allocate_native,
    &lock_allocate_lock_native,
    &thread_exit_native,
    &thread_exit_thread_native,
    &thread_get_ident_native,
    &thread_get_native_id_native,
    &thread_interrupt_main_native,
    &thread_stack_size_native,
    &thread_start_new_native,
    &thread_start_new_thread_native,
    NULL,
};

static const ModuleType types[] = {
    {"LockType", &lock_type},
    {"RLock", &rlock_type},
    {"_local", &local_type},
    {"_ExceptHookArgs", &excepthook_args_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_FLOAT("TIMEOUT_MAX", (double)TIMEOUT_SECONDS),
    {0},
};

const ModuleDef thread_module = {
    .name = "_thread",
    .doc = "Threads and locks, of which threading makes what is good to use.",
    .functions = {functions},
    .types = types,
    .constants = constants,
    .state_size = sizeof(ThreadState),
    .init = init,
};
