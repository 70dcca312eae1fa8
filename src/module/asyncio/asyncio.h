/* SPDX-License-Identifier: MIT */
/* Futures and tasks, for the files of _asyncio. */
#ifndef ADDER_MODULE_ASYNCIO_H
#define ADDER_MODULE_ASYNCIO_H

#include "object/container/dict.h"
#include "object/core/record.h"
#include "object/function/module_def.h"

/* What the module takes from the library, when it first needs it:
 * X(NAME, module, attribute) */
#define ASYNCIO_LIBRARY(X)                                            \
    X(CANCELLED_ERROR, "asyncio.exceptions", "CancelledError")        \
    X(INVALID_STATE_ERROR, "asyncio.exceptions", "InvalidStateError") \
    X(FUTURE_REPR, "asyncio.base_futures", "_future_repr")            \
    X(TASK_REPR, "asyncio.base_tasks", "_task_repr")                  \
    X(TASK_GET_STACK, "asyncio.base_tasks", "_task_get_stack")        \
    X(TASK_PRINT_STACK, "asyncio.base_tasks", "_task_print_stack")    \
    X(ISCOROUTINE, "asyncio.coroutines", "iscoroutine")               \
    X(GET_POLICY, "asyncio.events", "get_event_loop_policy")          \
    X(EXTRACT_STACK, "traceback", "extract_stack")

typedef enum AsyncioName {
#define X(NAME, module, attribute) ASYNCIO_##NAME,
    ASYNCIO_LIBRARY(X)
#undef X
        ASYNCIO_NAME_COUNT
} AsyncioName;

/* The module's own. */
typedef struct Asyncio {
    RECORD_HEAD(int64_t n_named;) /* tasks that were given a name here */
    Slot all_tasks;               /* a WeakSet */
    Slot current_tasks;           /* a Dict: event loop to the task in it */
    Slot context_names;           /* ("context",) */
    Slot library; /* a List, by AsyncioName; None: not asked for yet */
} Asyncio;

extern const ModuleDef asyncio_module;

/* An object of the library; null when it cannot be imported. */
Value asyncio_library(Thread *t, Asyncio *m, AsyncioName name);
/* The event loop that runs in this thread, or else the one that the policy has for
 * it; null on error. */
Value asyncio_event_loop(Thread *t, Asyncio *m);
/* loop.call_soon(fn, argument, context=context), where what is UNBOUND is left
 * out: 0 or -1 */
int asyncio_call_soon(Thread *t, Asyncio *m, Value loop, Value fn,
                      Value argument, Value context);
/* The task that runs in a loop from here to there: 0 or -1 */
int asyncio_enter_task(Thread *t, Asyncio *m, Value loop, Value task);
int asyncio_leave_task(Thread *t, Asyncio *m, Value loop, Value task);
/* Puts it among all tasks: 0 or -1 */
int asyncio_register_task(Thread *t, Asyncio *m, Value task);

/* ---- futures ---- */

typedef enum FutureState {
    FUTURE_PENDING,
    FUTURE_CANCELLED,
    FUTURE_FINISHED,
} FutureState;

/*
 * What Future and Task begin with.  Callbacks are pairs of a function and a
 * context: the first is in `callback`, as most futures have no other, the rest in
 * a list of tuples.
 */
#define FUTURE_HEAD                                                            \
    RECORD_HEAD(Asyncio *module; int64_t n_cancels; /* of tasks */             \
                uint8_t state;                      /* FutureState */          \
                bool is_blocking;   /* an await has yielded it */              \
                bool logs_failure;  /* nobody has asked for `exception` yet */ \
                bool must_cancel;   /* of tasks, at their next step */         \
                bool logs_pending;) /* of tasks that die unfinished */         \
    Slot loop;                      /* UNBOUND: before __init__ */             \
    Slot callback;                  /* UNBOUND: none */                        \
    Slot callback_context;                                                     \
    Slot callbacks; /* a List; UNBOUND: no others */                           \
    Slot exception; /* UNBOUND: none, as below */                              \
    Slot exception_traceback;                                                  \
    Slot result;                                                               \
    Slot source_traceback;                                                     \
    Slot cancel_message;                                                       \
    Slot cancelled_error; /* that cancelled the task */

typedef struct Future {
    FUTURE_HEAD
} Future;

typedef struct Task {
    FUTURE_HEAD
    Slot coro;
    Slot name;
    Slot context;
    Slot waiter; /* the future that it waits for; UNBOUND: none */
    Slot step;   /* what the loop calls to go on; UNBOUND: not needed yet */
    Slot wakeup; /* what the waiter calls; likewise */
} Task;

extern Type future_type, future_iter_type, task_type, task_step_type;

/* Exactly of our types: Python code cannot see how it is done. */
static inline bool value_is_exact_future(Value v)
{
    return value_is_pointer(v) &&
           (type_of(v) == &future_type || type_of(v) == &task_type);
}
static inline bool future_is_ready(const Future *f)
{
    return !value_is_unbound(slot_get(&f->loop));
}
static inline Value future_value(const Future *f)
{
    return value_from_pointer((void *)f);
}

/* slots.new of both types. */
Value future_make(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames);
/* What __init__ does, with the thread's loop for NONE: 0 or -1 */
int future_begin(Thread *t, Future *f, Value loop);
/* RuntimeError where __init__ was not called: 0 or -1 */
int future_check_ready(Thread *t, const Future *f);
int future_add_callback(Thread *t, Future *f, Value fn, Value context);
/* FALSE_VALUE when it was done already; null on error. */
Value future_cancel(Thread *t, Future *f, Value message);
int future_set_result(Thread *t, Future *f, Value v);
/* An exception or a class of them. */
int future_set_exception(Thread *t, Future *f, Value exception);
/* The result, or null with what it failed with, CancelledError or
 * InvalidStateError. */
Value future_result(Thread *t, Future *f);
/* A CancelledError to be raised; null when there is none to be had. */
Value future_cancelled_error(Thread *t, Future *f);
/* The exception as the one who asks for the result shall see it. */
Value future_take_exception(Future *f);
/* Somebody knows of the failure. */
void future_is_known(Future *f);
/* slots.del and slots.iter */
Value future_del(Thread *t, Value self);
Value future_iter(Thread *t, Value self);

/* ---- tasks ---- */

/* Asks the loop to run it up to its next await; UNBOUND: no exception is thrown into
 * it.  0 or -1 */
int task_step_soon(Thread *t, Task *task, Value exception);
/* Asks any future or task: 1, 0 or -1 */
int task_cancel_other(Thread *t, Value future, Value message);
/* slots.del */
Value task_del(Thread *t, Value self);

/* ---- what Task has again in its own dictionary, as CPython's ---- */

#define FUTURE_METHODS                                                \
    &generic_alias___class_getitem___native,                          \
        &Future__make_cancelled_error_native,                         \
        &Future_add_done_callback_native, &Future_cancelled_native,   \
        &Future_done_native, &Future_exception_native,                \
        &Future_get_loop_native, &Future_remove_done_callback_native, \
        &Future_result_native
NATIVE_DECLARE(Future, _make_cancelled_error)
NATIVE_DECLARE(Future, add_done_callback)
NATIVE_DECLARE(Future, cancelled)
NATIVE_DECLARE(Future, done)
NATIVE_DECLARE(Future, exception)
NATIVE_DECLARE(Future, get_loop)
NATIVE_DECLARE(Future, remove_done_callback)
NATIVE_DECLARE(Future, result)

#define FUTURE_GETSETS                                                     \
    {"_asyncio_future_blocking", future_get_blocking, future_set_blocking, \
     NULL},                                                                \
        {"_callbacks", future_get_callbacks, NULL, NULL},                  \
        {"_cancel_message", future_get_cancel_message,                     \
         future_set_cancel_message, NULL},                                 \
        {"_exception", future_get_exception, NULL, NULL},                  \
        {"_log_traceback", future_get_log, future_set_log, NULL},          \
        {"_loop", future_get_own_loop, NULL, NULL},                        \
        {"_result", future_get_result, NULL, NULL},                        \
        {"_source_traceback", future_get_source, NULL, NULL},              \
    {                                                                      \
        "_state", future_get_state, NULL, NULL                             \
    }
Value future_get_blocking(Thread *t, Value self);
int future_set_blocking(Thread *t, Value self, Value v);
Value future_get_callbacks(Thread *t, Value self);
Value future_get_cancel_message(Thread *t, Value self);
int future_set_cancel_message(Thread *t, Value self, Value v);
Value future_get_exception(Thread *t, Value self);
Value future_get_log(Thread *t, Value self);
int future_set_log(Thread *t, Value self, Value v);
Value future_get_own_loop(Thread *t, Value self);
Value future_get_result(Thread *t, Value self);
Value future_get_source(Thread *t, Value self);
Value future_get_state(Thread *t, Value self);
/* A setter's answer to `del`: -1 */
int future_refuse_delete(Thread *t);

#endif
