/* SPDX-License-Identifier: MIT */
/*
 * How a task goes on.  As long as it is not done, either the loop has been asked to
 * call task_step, or `waiter` is a future that will call wakeup.
 *
 * Futures and tasks that are exactly of our types are looked into; of others
 * everything goes through their methods, in the order that asyncio documents.
 */
#include "exec/generator.h"
#include "module/asyncio/asyncio.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"

static Value task_step(Thread *t, Task *task, Value exception);

/* ---- what the loop calls ---- */

typedef struct TaskStep {
    RECORD_HEAD()
    Slot task;
    Slot exception; /* UNBOUND: none */
} TaskStep;

static Value step_new(Thread *t, Task *task, Value exception)
{
    TaskStep *s =
        record_new(t, task_step_type.root_shape->id, RECORD_SLOTS(TaskStep));
    slot_set(s, &s->task, value_from_pointer(task));
    slot_set(s, &s->exception, exception);
    return value_from_pointer(s);
}

static Value step_call(Thread *t, Value self, Value *args, int64_t n,
                       Tuple *kwnames)
{
    (void)args;
    if (kwnames != NULL && kwnames->len > 0)
        return raise_type_error(t, "function takes no keyword arguments");
    if (n != 0)
        return raise_type_error(t, "function takes no positional arguments");
    const TaskStep *s = value_to_record(self);
    return task_step(t, value_to_record(slot_get(&s->task)),
                     slot_get(&s->exception));
}

static Value step_get_self(Thread *t, Value self)
{
    (void)t;
    const TaskStep *s = value_to_record(self);
    return slot_get(&s->task);
}

static const GetSetDef step_getsets[] = {
    {"__self__", step_get_self, NULL, NULL},
    {0},
};

Type task_step_type = {
    TYPE_HEAD(task_step),
    .c_name = "TaskStepMethWrapper",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(TaskStep),
    .slots = {.call = step_call},
    .getsets = step_getsets,
};

int task_step_soon(Thread *t, Task *task, Value exception)
{
    Value step = slot_get(&task->step);
    if (!value_is_unbound(exception)) {
        step = step_new(t, task, exception);
    } else if (value_is_unbound(step)) {
        step = step_new(t, task, UNBOUND);
        slot_set(task, &task->step, step);
    }
    return asyncio_call_soon(t, task->module, slot_get(&task->loop), step,
                             UNBOUND, slot_get(&task->context));
}

/* ---- waiting ---- */

/* Called with the future that the task waited for. */
NATIVE(task, task_wakeup, NATIVE_UNSIGNED, NULL, (self, Task),
       (arg, object, future), (slash))
{
    Value v;
    if (value_is_exact_future(future)) {
        Future *f = value_to_record(future);
        if (f->state == FUTURE_FINISHED) {
            future_is_known(f);
            v = slot_get(&f->exception);
            return task_step(
                t, self, value_is_unbound(v) ? v : future_take_exception(f));
        }
        v = future_result(t, f);
    } else {
        v = object_call_method(t, future, N(result), 0);
    }
    return task_step(t, self, value_is_null(v) ? exception_take(t) : UNBOUND);
}

static Value wakeup_of(Thread *t, Task *task)
{
    Value v = slot_get(&task->wakeup);
    if (value_is_unbound(v)) {
        v = native_function_new(t, &task_task_wakeup_native,
                                value_from_pointer(task), NONE);
        slot_set(task, &task->wakeup, v);
    }
    return v;
}

/* The task has a future to wait for: 0 or -1. */
static int wait_for(Thread *t, Task *task, Value future)
{
    slot_set(task, &task->waiter, future);
    if (!task->must_cancel)
        return 0;
    int done = task_cancel_other(t, future, slot_get(&task->cancel_message));
    if (done > 0)
        task->must_cancel = false;
    return done < 0 ? -1 : 0;
}

/* What the coroutine has done wrong comes back to it as an exception. */
static int complain(Thread *t, Task *task, Value message)
{
    Value e =
        value_is_null(message)
            ? message
            : object_call1(t, value_from_pointer(EXC(RuntimeError)), message);
    return value_is_null(e) ? -1 : task_step_soon(t, task, e);
}

static int complain_of_loop(Thread *t, Task *task, Value v)
{
    return complain(t, task,
                    format_message(t,
                                   "Task %R got Future %R attached to a "
                                   "different loop",
                                   value_from_pointer(task), v));
}

static int complain_of_yield(Thread *t, Task *task, Value v)
{
    return complain(t, task,
                    format_message(t,
                                   "yield was used instead of yield from in "
                                   "task %R with %R",
                                   value_from_pointer(task), v));
}

static int complain_of_self(Thread *t, Task *task)
{
    return complain(t, task,
                    format_message(t, "Task cannot await on itself: %R",
                                   value_from_pointer(task)));
}

static int wait_for_own(Thread *t, Task *task, Value v)
{
    Future *f = value_to_record(v);
    if (v.bits == value_from_pointer(task).bits)
        return complain_of_self(t, task);
    if (!value_same(slot_get(&f->loop), slot_get(&task->loop)))
        return complain_of_loop(t, task, v);
    if (!f->is_blocking)
        return complain_of_yield(t, task, v);
    f->is_blocking = false;
    if (future_add_callback(t, f, wakeup_of(t, task),
                            slot_get(&task->context)) < 0)
        return -1;
    return wait_for(t, task, v);
}

static Value loop_of(Thread *t, Value future)
{
    TRY(ask, object_getattr_or_unbound(t, future, N(get_loop)));
    return value_is_unbound(ask) ? object_getattr(t, future, N(_loop))
                                 : object_call0(t, ask);
}

/* future.add_done_callback(wakeup, context=context) */
static Value add_wakeup(Thread *t, Task *task, Value future)
{
    Value self, args[3];
    TRY(method, object_get_method(t, future, N(add_done_callback), &self));
    int n = 0;
    if (!value_is_unbound(self))
        args[n++] = self;
    args[n++] = wakeup_of(t, task);
    args[n] = slot_get(&task->context);
    return object_call(t, method, args, n,
                       value_to_tuple(slot_get(&task->module->context_names)));
}

static int wait_for_other(Thread *t, Task *task, Value v, Value blocking)
{
    Value loop = loop_of(t, v);
    if (value_is_null(loop))
        return -1;
    if (!value_same(loop, slot_get(&task->loop)))
        return complain_of_loop(t, task, v);
    int is_blocking = object_is_true(t, blocking);
    if (is_blocking <= 0)
        return is_blocking < 0 ? -1 : complain_of_yield(t, task, v);
    if (v.bits == value_from_pointer(task).bits)
        return complain_of_self(t, task);
    if (object_setattr(t, v, N(_asyncio_future_blocking), FALSE_VALUE) < 0 ||
        value_is_null(add_wakeup(t, task, v)))
        return -1;
    return wait_for(t, task, v);
}

/* The coroutine has yielded v: 0 or -1. */
static int yielded(Thread *t, Task *task, Value v)
{
    if (value_is_none(v))
        return task_step_soon(t, task, UNBOUND);
    if (value_is_exact_future(v))
        return wait_for_own(t, task, v);
    Value blocking =
        object_getattr_or_unbound(t, v, N(_asyncio_future_blocking));
    if (value_is_null(blocking))
        return -1;
    if (!value_is_unbound(blocking) && !value_is_none(blocking))
        return wait_for_other(t, task, v, blocking);
    Value task_value = value_from_pointer(task);
    if (value_has_shape(v, SHAPE_GENERATOR))
        return complain(t, task,
                        format_message(t,
                                       "yield was used instead of yield "
                                       "from for generator in task %R with "
                                       "%R",
                                       task_value, v));
    return complain(t, task, format_message(t, "Task got bad yield: %R", v));
}

/* ---- a step ---- */

/* What the coroutine yields; UNBOUND at its end, with *result; or null. */
static Value run(Thread *t, Task *task, Value exception, Value *result)
{
    Value coro = slot_get(&task->coro);
    if (value_is_unbound(coro))
        return raise_error(t, EXC(RuntimeError), "uninitialized Task object");
    if (value_is_unbound(exception))
        return generator_send_to(t, coro, NONE, result);
    if (value_is_generator(coro) &&
        value_header(coro)->shape != SHAPE_ASYNC_GENERATOR)
        return generator_throw_into(t, value_to_generator(coro), exception,
                                    result);
    Value v = object_call_method(t, coro, N(throw), 1, exception);
    if (!value_is_null(v) || !exception_matches(t, EXC(StopIteration)))
        return v;
    Exception *e = value_to_exception(exception_take(t));
    *result = slot_get(&e->fields[0]);
    return UNBOUND;
}

static Value returned(Thread *t, Task *task, Value result)
{
    Future *f = (Future *)task;
    if (task->must_cancel) { /* just before its end */
        task->must_cancel = false;
        Value message = slot_get(&task->cancel_message);
        TRY(done,
            future_cancel(t, f, value_is_unbound(message) ? NONE : message));
        return NONE;
    }
    return future_set_result(t, f, result) < 0 ? NULL_VALUE : NONE;
}

/* The coroutine has failed with the pending exception. */
static Value failed(Thread *t, Task *task)
{
    Future *f = (Future *)task;
    Value e = exception_take(t);
    if (type_of(e) == EXC(StopIteration)) {
        Exception *stop = value_to_exception(e);
        return returned(t, task, slot_get(&stop->fields[0]));
    }
    TRY(cancelled, asyncio_library(t, task->module, ASYNCIO_CANCELLED_ERROR));
    if (type_is_subtype(type_of(e), value_to_type(cancelled))) {
        slot_set(task, &task->cancelled_error, e);
        return future_cancel(t, f, NONE);
    }
    if (future_set_exception(t, f, e) < 0)
        return NULL_VALUE;
    if (type_is_subtype(type_of(e), EXC(KeyboardInterrupt)) ||
        type_is_subtype(type_of(e), EXC(SystemExit))) {
        t->exc = e;
        return NULL_VALUE;
    }
    return NONE;
}

static Value raise_done(Thread *t, Task *task, Value exception)
{
    TRY(type, asyncio_library(t, task->module, ASYNCIO_INVALID_STATE_ERROR));
    return raise_error(t, value_to_type(type), "_step(): already done: %R %R",
                       value_from_pointer(task),
                       value_is_unbound(exception) ? NONE : exception);
}

/* The exception to throw when it must be cancelled; null on error. */
static Value to_cancel(Thread *t, Task *task, Value exception)
{
    TRY(cancelled, asyncio_library(t, task->module, ASYNCIO_CANCELLED_ERROR));
    if (value_is_unbound(exception) ||
        !type_is_subtype(type_of(exception), value_to_type(cancelled)))
        exception = future_cancelled_error(t, (Future *)task);
    task->must_cancel = false;
    return exception;
}

static Value step(Thread *t, Task *task, Value exception)
{
    if (task->state != FUTURE_PENDING)
        return raise_done(t, task, exception);
    if (task->must_cancel) {
        exception = to_cancel(t, task, exception);
        if (value_is_null(exception))
            return NULL_VALUE;
    }
    slot_set(task, &task->waiter, UNBOUND);
    Value result, v = run(t, task, exception, &result);
    if (value_is_null(v))
        return failed(t, task);
    if (value_is_unbound(v))
        return returned(t, task, result);
    return yielded(t, task, v) < 0 ? NULL_VALUE : NONE;
}

static Value task_step(Thread *t, Task *task, Value exception)
{
    Asyncio *m = task->module;
    Value loop = slot_get(&task->loop), self = value_from_pointer(task);
    if (asyncio_enter_task(t, m, loop, self) < 0)
        return NULL_VALUE;
    Value v = step(t, task, exception);
    Value first = t->exc;
    t->exc = NULL_VALUE;
    if (asyncio_leave_task(t, m, loop, self) < 0) {
        Exception *second = value_to_exception(t->exc);
        if (!value_is_null(first))
            slot_set(second, &second->context, first);
        return NULL_VALUE;
    }
    t->exc = first;
    return v;
}
