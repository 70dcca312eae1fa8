/* SPDX-License-Identifier: MIT */
/* The type Task: a coroutine that the loop runs, and the future of its result. */
#include "exec/generator.h"
#include "module/asyncio/asyncio.h"
#include "module/contextvars.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/type/generic_alias.h"

/* 1, 0 or -1 */
static int is_coroutine(Thread *t, Asyncio *m, Value v)
{
    if (value_has_shape(v, SHAPE_COROUTINE))
        return 1;
    Value ask = asyncio_library(t, m, ASYNCIO_ISCOROUTINE);
    Value answer = value_is_null(ask) ? ask : object_call1(t, ask, v);
    return value_is_null(answer) ? -1 : object_is_true(t, answer);
}

/* 0 or -1 */
static int name_it(Thread *t, Task *task, Value name)
{
    if (value_is_none(name))
        name = format_message(t, "Task-%l", ++task->module->n_named);
    else if (!value_has_shape(name, SHAPE_STR))
        name = object_str(t, name);
    if (value_is_null(name))
        return -1;
    slot_set(task, &task->name, name);
    return 0;
}

INITIALIZER(Task, 0, (self, Task), (arg, object, coro), (star),
            (opt, object, loop, None), (opt, object, name, None),
            (opt, object, context, None))
{
    if (future_begin(t, (Future *)self, loop) < 0)
        return NULL_VALUE;
    int ok = is_coroutine(t, self->module, coro);
    if (ok < 0)
        return NULL_VALUE;
    if (!ok)
        return raise_type_error(t, "a coroutine was expected, got %R", coro);
    if (value_is_none(context))
        context = context_copy_current(t);
    if (value_is_null(context))
        return NULL_VALUE;
    slot_set(self, &self->context, context);
    slot_set(self, &self->coro, coro);
    slot_set(self, &self->waiter, UNBOUND);
    if (name_it(t, self, name) < 0)
        return NULL_VALUE;
    self->logs_pending = true;
    gc_finalizer_add(&t->gc, self);
    if (task_step_soon(t, self, UNBOUND) < 0 ||
        asyncio_register_task(t, self->module, value_from_pointer(self)) < 0)
        return NULL_VALUE;
    return NONE;
}

Value task_del(Thread *t, Value self)
{
    Task *task = value_to_record(self);
    if (task->state == FUTURE_PENDING && task->logs_pending) {
        Dict *told = dict_new(t);
        dict_set_c(t, told, "message",
                   value_from_pointer(
                       str_from_c(t, "Task was destroyed but it is pending!")));
        dict_set_c(t, told, "task", self);
        if (!value_is_unbound(slot_get(&task->source_traceback)))
            dict_set_c(t, told, "source_traceback",
                       slot_get(&task->source_traceback));
        Value loop = slot_get(&task->loop);
        Value done = object_call_method(t, loop, N(call_exception_handler), 1,
                                        value_from_pointer(told));
        if (value_is_null(done))
            unraisable_report(t, NULL, loop);
    }
    return future_del(t, self);
}

/* ---- methods ---- */

static Value task_cancel(Thread *t, Task *task, Value message)
{
    if (task->state != FUTURE_PENDING) {
        future_is_known((Future *)task);
        return FALSE_VALUE;
    }
    if (recursion_overflows(t, " while cancelling a task"))
        return NULL_VALUE;
    task->n_cancels++;
    Value waiter = slot_get(&task->waiter);
    if (!value_is_unbound(waiter)) {
        int done = task_cancel_other(t, waiter, message);
        if (done != 0)
            return done < 0 ? NULL_VALUE : TRUE_VALUE;
    }
    task->must_cancel = true;
    slot_set(task, &task->cancel_message, message);
    return TRUE_VALUE;
}

int task_cancel_other(Thread *t, Value future, Value message)
{
    if (value_is_unbound(message))
        message = NONE;
    Value v;
    if (!value_is_exact_future(future))
        v = object_call_method(t, future, N(cancel), 1, message);
    else if (type_of(future) == &task_type)
        v = task_cancel(t, value_to_record(future), message);
    else
        v = future_cancel(t, value_to_record(future), message);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

NATIVE(Task, cancel, 0,
       "Ask the task to end: its coroutine gets a CancelledError where it "
       "waits.\n\n"
       "It may catch it, so this is no promise.  False if the task is done "
       "already.  Requests are\ncounted: see cancelling().",
       (self, Task), (slash), (opt, object, msg, None))
{
    return task_cancel(t, self, msg);
}

NATIVE(Task, cancelling, NATIVE_READER,
       "How many requests to cancel the task are open.", (self, Task), (slash))
{
    return value_from_int(self->n_cancels);
}

NATIVE(Task, uncancel, 0,
       "Take one request to cancel it back; answers how many are left.\n\n"
       "It is for who made the request.",
       (self, Task), (slash))
{
    if (self->n_cancels > 0)
        self->n_cancels--;
    return value_from_int(self->n_cancels);
}

NATIVE(Task, set_result, 0, "A task has its coroutine's: RuntimeError.",
       (self, Task), (arg, object, result), (slash))
{
    return raise_error(t, EXC(RuntimeError),
                       "Task does not support set_result operation");
}

NATIVE(Task, set_exception, 0, "A task has its coroutine's: RuntimeError.",
       (self, Task), (arg, object, exception), (slash))
{
    return raise_error(t, EXC(RuntimeError),
                       "Task does not support set_exception operation");
}

static Value or_none(Value v) { return value_is_unbound(v) ? NONE : v; }

NATIVE(Task, get_coro, NATIVE_READER, "The coroutine that it runs.",
       (self, Task), (slash))
{
    return or_none(slot_get(&self->coro));
}

NATIVE(Task, get_name, NATIVE_READER, "Its name.", (self, Task), (slash))
{
    return or_none(slot_get(&self->name));
}

NATIVE(Task, set_name, 0, "Give it a name: any object, as a str.", (self, Task),
       (arg, object, value), (slash))
{
    if (value_is_none(value))
        value = object_str(t, value);
    return value_is_null(value) || name_it(t, self, value) < 0 ? NULL_VALUE
                                                               : NONE;
}

NATIVE(
    Task, get_stack, 0,
    "The frames of its coroutine, the oldest first.\n\n"
    "Of a suspended one that is where it waits, of a failed one those of the "
    "traceback, else\nnone.  With a limit only so many: the newest of a "
    "stack, the oldest of a traceback.",
    (self, Task), (slash), (star), (opt, object, limit, None))
{
    TRY(fn, asyncio_library(t, self->module, ASYNCIO_TASK_GET_STACK));
    return object_call2(t, fn, value_from_pointer(self), limit);
}

NATIVE(
    Task, print_stack, 0,
    "Print what get_stack() answers, as a traceback is printed, to a file or "
    "stderr.",
    (self, Task), (slash), (star), (opt, object, limit, None),
    (opt, object, file, None))
{
    TRY(fn, asyncio_library(t, self->module, ASYNCIO_TASK_PRINT_STACK));
    return object_call3(t, fn, value_from_pointer(self), limit, file);
}

/* ---- attributes ---- */

static Value get_coro(Thread *t, Value self)
{
    (void)t;
    const Task *task = value_to_record(self);
    return or_none(slot_get(&task->coro));
}

static Value get_waiter(Thread *t, Value self)
{
    (void)t;
    const Task *task = value_to_record(self);
    return or_none(slot_get(&task->waiter));
}

static Value get_must_cancel(Thread *t, Value self)
{
    (void)t;
    const Task *task = value_to_record(self);
    return value_from_bool(task->must_cancel);
}

static Value get_logs_pending(Thread *t, Value self)
{
    (void)t;
    const Task *task = value_to_record(self);
    return value_from_bool(task->logs_pending);
}

static int set_logs_pending(Thread *t, Value self, Value v)
{
    Task *task = value_to_record(self);
    if (value_is_null(v))
        return future_refuse_delete(t);
    int on = object_is_true(t, v);
    if (on < 0)
        return -1;
    task->logs_pending = on;
    return 0;
}

/* ---- the type ---- */

static Value repr(Thread *t, Value self)
{
    const Task *task = value_to_record(self);
    if (future_check_ready(t, (const Future *)task) < 0)
        return NULL_VALUE;
    TRY(fn, asyncio_library(t, task->module, ASYNCIO_TASK_REPR));
    return object_call1(t, fn, self);
}

static const NativeDef *const methods[] = {
    FUTURE_METHODS,           &Task_cancel_native,
    &Task_cancelling_native,  &Task_get_coro_native,
    &Task_get_name_native,    &Task_get_stack_native,
    &Task_print_stack_native, &Task_set_exception_native,
    &Task_set_name_native,    &Task_set_result_native,
    &Task_uncancel_native,    NULL,
};

static const GetSetDef getsets[] = {
    FUTURE_GETSETS,
    {"_coro", get_coro, NULL, NULL},
    {"_fut_waiter", get_waiter, NULL, NULL},
    {"_log_destroy_pending", get_logs_pending, set_logs_pending, NULL},
    {"_must_cancel", get_must_cancel, NULL, NULL},
    {0},
};

Type task_type = {
    TYPE_HEAD(task),
    .c_name = "_asyncio.Task",
    .c_doc = "A coroutine that an event loop runs; as a future it has what the "
             "coroutine returns.",
    .c_base = &future_type,
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Task),
    .slots = {.new = future_make,
              .repr = repr,
              .del = task_del,
              .iter = future_iter,
              .await = future_iter},
    .initializer = &Task_init_native,
    .methods = methods,
    .getsets = getsets,
};
