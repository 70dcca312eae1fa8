/* SPDX-License-Identifier: MIT */
/*
 * Futures: results that are to come, and who is told of them.
 *
 * What dies with a failure that nobody has asked about tells its loop, and so does a
 * task that dies unfinished.  Only these are known to the collector as objects to
 * be finalized (watch): most futures come and go without.  Subclasses are known to
 * it from the start, as they may have a __del__ of their own.
 */
#include "module/asyncio/asyncio.h"

#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/finalizer.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* ---- finalizing ---- */

static void watch(Thread *t, Future *f) { gc_finalizer_add(&t->gc, f); }

/* There is nothing to be told of f any more, if only we would tell. */
static void unwatch(Future *f)
{
    UnaryFn del = type_of_pointer(f)->slots.del;
    if (del == future_del || del == task_del)
        gc_finalizer_forget(f);
}

void future_is_known(Future *f)
{
    if (!f->logs_failure)
        return;
    f->logs_failure = false;
    unwatch(f);
}

Value future_del(Thread *t, Value self)
{
    Future *f = value_to_record(self);
    if (!f->logs_failure)
        return NONE;
    f->logs_failure = false;
    Dict *told = dict_new(t);
    dict_set_c(t, told, "message",
               format_message(t, "%S exception was never retrieved",
                              type_get_name(type_of(self))));
    dict_set_c(t, told, "exception", slot_get(&f->exception));
    dict_set_c(t, told, "future", self);
    if (!value_is_unbound(slot_get(&f->source_traceback)))
        dict_set_c(t, told, "source_traceback", slot_get(&f->source_traceback));
    Value loop = slot_get(&f->loop);
    Value done = object_call_method(t, loop, N(call_exception_handler), 1,
                                    value_from_pointer(told));
    if (value_is_null(done))
        unraisable_report(t, NULL, loop);
    return NONE;
}

/* ---- making ---- */

Value future_make(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    Future *f = instance_new_fixed(t, cls);
    f->module = module_state(t, &asyncio_module);
    return future_value(f);
}

static int remember_source(Thread *t, Future *f)
{
    Value extract = asyncio_library(t, f->module, ASYNCIO_EXTRACT_STACK);
    if (value_is_null(extract))
        return -1;
    Value stack = object_call0(t, extract);
    if (value_is_null(stack))
        return -1;
    slot_set(f, &f->source_traceback, stack);
    return 0;
}

int future_begin(Thread *t, Future *f, Value loop)
{
    Slot *end = &f->cancelled_error + 1;
    for (Slot *s = &f->loop; s < end; s++)
        slot_set(f, s, UNBOUND);
    f->n_cancels = 0;
    f->state = FUTURE_PENDING;
    f->is_blocking = f->logs_failure = f->must_cancel = false;
    f->logs_pending = false;
    if (value_is_none(loop))
        loop = asyncio_event_loop(t, f->module);
    if (value_is_null(loop))
        return -1;
    slot_set(f, &f->loop, loop);
    Value debug = object_call_method(t, loop, N(get_debug), 0);
    int on = value_is_null(debug) ? -1 : object_is_true(t, debug);
    if (on <= 0)
        return on;
    return remember_source(t, f);
}

int future_check_ready(Thread *t, const Future *f)
{
    return future_is_ready(f)
               ? 0
               : RAISE_INT(raise_error(t, EXC(RuntimeError),
                                       "Future object is not initialized."));
}

/* ---- callbacks ---- */

int future_add_callback(Thread *t, Future *f, Value fn, Value context)
{
    if (f->state != FUTURE_PENDING)
        return asyncio_call_soon(t, f->module, slot_get(&f->loop), fn,
                                 future_value(f), context);
    Value others = slot_get(&f->callbacks);
    if (value_is_unbound(others) && value_is_unbound(slot_get(&f->callback))) {
        slot_set(f, &f->callback, fn);
        slot_set(f, &f->callback_context, context);
        return 0;
    }
    Value pair = value_from_pointer(tuple_pack(t, 2, fn, context));
    if (value_is_unbound(others)) {
        others = value_from_pointer(list_new(t, 0));
        slot_set(f, &f->callbacks, others);
    }
    list_append(t, value_to_list(others), pair);
    return 0;
}

/* Hands all to the loop: 0, or -1 at the first that it does not take. */
static int schedule(Thread *t, Future *f)
{
    Value loop = slot_get(&f->loop), self = future_value(f);
    Value others = slot_get(&f->callbacks), fn = slot_get(&f->callback);
    int done = 0;
    if (!value_is_unbound(fn))
        done = asyncio_call_soon(t, f->module, loop, fn, self,
                                 slot_get(&f->callback_context));
    for (int64_t i = 0; done == 0 && !value_is_unbound(others) &&
                        i < value_to_list(others)->len;
         i++) {
        Tuple *pair = value_to_tuple(list_get(value_to_list(others), i));
        done = asyncio_call_soon(t, f->module, loop, tuple_get(pair, 0), self,
                                 tuple_get(pair, 1));
    }
    slot_set(f, &f->callback, UNBOUND);
    slot_set(f, &f->callback_context, UNBOUND);
    slot_set(f, &f->callbacks, UNBOUND);
    return done;
}

/* ---- the end ---- */

static int check_pending(Thread *t, Future *f)
{
    if (future_check_ready(t, f) < 0)
        return -1;
    if (f->state == FUTURE_PENDING)
        return 0;
    Value type = asyncio_library(t, f->module, ASYNCIO_INVALID_STATE_ERROR);
    if (!value_is_null(type))
        raise_error(t, value_to_type(type), "invalid state");
    return -1;
}

static int end(Thread *t, Future *f, FutureState state)
{
    f->state = state;
    unwatch(f);
    return schedule(t, f);
}

Value future_cancel(Thread *t, Future *f, Value message)
{
    future_is_known(f);
    if (f->state != FUTURE_PENDING)
        return FALSE_VALUE;
    slot_set(f, &f->cancel_message, message);
    return end(t, f, FUTURE_CANCELLED) < 0 ? NULL_VALUE : TRUE_VALUE;
}

int future_set_result(Thread *t, Future *f, Value v)
{
    if (check_pending(t, f) < 0)
        return -1;
    slot_set(f, &f->result, v);
    return end(t, f, FUTURE_FINISHED);
}

static bool is_exception_class(Value v)
{
    return type_has_flag(v, TYPE_IS_TYPE) &&
           (value_to_type(v)->type_flags & TYPE_IS_EXCEPTION);
}

int future_set_exception(Thread *t, Future *f, Value exception)
{
    if (check_pending(t, f) < 0)
        return -1;
    if (is_exception_class(exception)) {
        exception = object_call0(t, exception);
        if (value_is_null(exception))
            return -1;
        if (f->state != FUTURE_PENDING)
            return check_pending(t, f);
    }
    if (!value_is_exception(exception))
        return RAISE_INT(raise_type_error(t, "invalid exception object"));
    if (type_of(exception) == EXC(StopIteration))
        return RAISE_INT(raise_type_error(
            t, "StopIteration interacts badly with generators and cannot be "
               "raised into a Future"));
    slot_set(f, &f->exception, exception);
    slot_set(f, &f->exception_traceback,
             slot_get(&value_to_exception(exception)->traceback));
    if (end(t, f, FUTURE_FINISHED) < 0)
        return -1;
    f->logs_failure = true;
    watch(t, f);
    return 0;
}

/* ---- asking ---- */

Value future_cancelled_error(Thread *t, Future *f)
{
    Value e = slot_get(&f->cancelled_error);
    if (!value_is_unbound(e)) {
        slot_set(f, &f->cancelled_error, UNBOUND);
        return e;
    }
    TRY(type, asyncio_library(t, f->module, ASYNCIO_CANCELLED_ERROR));
    Value message = slot_get(&f->cancel_message);
    return value_is_unbound(message) || value_is_none(message)
               ? object_call0(t, type)
               : object_call1(t, type, message);
}

Value future_take_exception(Future *f)
{
    Value v = slot_get(&f->exception);
    Value traceback = slot_get(&f->exception_traceback);
    Exception *e = value_to_exception(v);
    slot_set(e, &e->traceback, value_is_unbound(traceback) ? NONE : traceback);
    slot_set(f, &f->exception_traceback, UNBOUND);
    return v;
}

Value future_result(Thread *t, Future *f)
{
    if (f->state == FUTURE_CANCELLED) {
        TRY(e, future_cancelled_error(t, f));
        return raise_value(t, e);
    }
    if (f->state == FUTURE_PENDING) {
        TRY(type, asyncio_library(t, f->module, ASYNCIO_INVALID_STATE_ERROR));
        return raise_error(t, value_to_type(type),
                           future_is_ready(f)
                               ? "Result is not set."
                               : "Future object is not initialized.");
    }
    future_is_known(f);
    if (value_is_unbound(slot_get(&f->exception)))
        return slot_get(&f->result);
    return raise_value(t, future_take_exception(f));
}
