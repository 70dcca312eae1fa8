/* SPDX-License-Identifier: MIT */
/* The type Future. */
#include "module/asyncio/asyncio.h"
#include "module/contextvars.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/type/generic_alias.h"

INITIALIZER(Future, 0, (self, Future), (slash), (star),
            (opt, object, loop, None))
{
    return future_begin(t, self, loop) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(Future, result, 0,
              "The result; if there is an exception instead it is raised.\n\n"
              "CancelledError if the future was cancelled, InvalidStateError "
              "if it is not done yet.",
              (self, Future), (slash))
{
    return future_result(t, self);
}

NATIVE_SHARED(Future, exception, 0,
              "The exception that was set, or None where there is a result.\n\n"
              "Raises CancelledError if the future was cancelled, "
              "InvalidStateError if it is not done yet.",
              (self, Future), (slash))
{
    if (!future_is_ready(self))
        return future_result(t, self);
    if (self->state == FUTURE_CANCELLED) {
        TRY(e, future_cancelled_error(t, self));
        return raise_value(t, e);
    }
    if (self->state == FUTURE_PENDING) {
        TRY(type,
            asyncio_library(t, self->module, ASYNCIO_INVALID_STATE_ERROR));
        return raise_error(t, value_to_type(type), "Exception is not set.");
    }
    future_is_known(self);
    return future_get_exception(t, future_value(self));
}

NATIVE(Future, set_result, 0,
       "Give it its result, with which it is done.\n\n"
       "InvalidStateError if it is already.",
       (self, Future), (arg, object, result), (slash))
{
    return future_set_result(t, self, result) < 0 ? NULL_VALUE : NONE;
}

NATIVE(Future, set_exception, 0,
       "Give it an exception, with which it is done.\n\n"
       "InvalidStateError if it is already.",
       (self, Future), (arg, object, exception), (slash))
{
    return future_set_exception(t, self, exception) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(Future, add_done_callback, 0,
              "Have the loop call fn(future) when the future is done, at once "
              "if it is.",
              (self, Future), (arg, object, fn), (slash), (star),
              (opt, object, context, <unrepresentable>))
{
    if (!future_is_ready(self))
        return raise_error(t, EXC(RuntimeError), "uninitialized Future object");
    if (value_is_unbound(context)) {
        context = context_copy_current(t);
        if (value_is_null(context))
            return NULL_VALUE;
    }
    return future_add_callback(t, self, fn, context) < 0 ? NULL_VALUE : NONE;
}

/* Takes those that are equal to fn out of the list: how many, or -1.  Comparing may
 * run anything, so what came to the list meanwhile stays. */
static int64_t remove_others(Thread *t, Future *f, Value fn)
{
    Value v = slot_get(&f->callbacks);
    if (value_is_unbound(v))
        return 0;
    List *all = value_to_list(v), *kept = list_new(t, 0);
    int64_t i = 0;
    for (; i < all->len; i++) {
        Value pair = list_get(all, i);
        int same = object_equal(t, tuple_get(value_to_tuple(pair), 0), fn);
        if (same < 0)
            return -1;
        if (!same)
            list_append(t, kept, pair);
    }
    if (!value_same(slot_get(&f->callbacks), v))
        return i - kept->len;
    if (kept->len == 0)
        slot_set(f, &f->callbacks, UNBOUND);
    else if (list_splice(t, all, 0, i < all->len ? i : all->len,
                         list_values(kept), kept->len) < 0)
        return -1;
    KEEP(kept);
    return i - kept->len;
}

NATIVE_SHARED(Future, remove_done_callback, 0,
              "Take a callback off the list; answers how often it was there.",
              (self, Future), (arg, object, fn), (slash))
{
    if (future_check_ready(t, self) < 0)
        return NULL_VALUE;
    int64_t first = 0;
    Value callback = slot_get(&self->callback);
    if (!value_is_unbound(callback)) {
        int same = object_equal(t, callback, fn);
        if (same < 0)
            return NULL_VALUE;
        if (same && value_same(slot_get(&self->callback), callback)) {
            slot_set(self, &self->callback, UNBOUND);
            slot_set(self, &self->callback_context, UNBOUND);
            first = 1;
        }
    }
    int64_t n = remove_others(t, self, fn);
    return n < 0 ? NULL_VALUE : value_from_int(first + n);
}

NATIVE(Future, cancel, 0,
       "Cancel it, so that it is done, and have the callbacks called.\n\n"
       "False if it is done already.",
       (self, Future), (slash), (opt, object, msg, None))
{
    return future_check_ready(t, self) < 0 ? NULL_VALUE
                                           : future_cancel(t, self, msg);
}

NATIVE_SHARED(Future, cancelled, NATIVE_READER, "Whether it was cancelled.",
              (self, Future), (slash))
{
    return value_from_bool(self->state == FUTURE_CANCELLED);
}

NATIVE_SHARED(Future, done, NATIVE_READER,
              "Whether there is a result or an exception, or it was cancelled.",
              (self, Future), (slash))
{
    return value_from_bool(self->state != FUTURE_PENDING);
}

NATIVE_SHARED(Future, get_loop, NATIVE_READER,
              "The event loop that it belongs to.", (self, Future), (slash))
{
    return future_check_ready(t, self) < 0 ? NULL_VALUE : slot_get(&self->loop);
}

NATIVE_SHARED(Future, _make_cancelled_error, 0,
              "The CancelledError to be raised for a cancelled future.\n\n"
              "It is for who raises it: what it comes from is told once.",
              (self, Future), (slash))
{
    return future_cancelled_error(t, self);
}

/* ---- attributes ---- */

static Value or_none(Value v) { return value_is_unbound(v) ? NONE : v; }

int future_refuse_delete(Thread *t)
{
    return RAISE_INT(
        raise_error(t, EXC(AttributeError), "cannot delete attribute"));
}

Value future_get_blocking(Thread *t, Value self)
{
    (void)t;
    const Future *f = value_to_record(self);
    return value_from_bool(future_is_ready(f) && f->is_blocking);
}

int future_set_blocking(Thread *t, Value self, Value v)
{
    Future *f = value_to_record(self);
    if (value_is_null(v))
        return future_refuse_delete(t);
    int on = future_check_ready(t, f) < 0 ? -1 : object_is_true(t, v);
    if (on < 0)
        return -1;
    f->is_blocking = on;
    return 0;
}

Value future_get_callbacks(Thread *t, Value self)
{
    const Future *f = value_to_record(self);
    if (future_check_ready(t, f) < 0)
        return NULL_VALUE;
    Value first = slot_get(&f->callback), others = slot_get(&f->callbacks);
    if (value_is_unbound(first))
        return or_none(others);
    List *all = list_new(t, 0);
    list_append(t, all,
                value_from_pointer(
                    tuple_pack(t, 2, first, slot_get(&f->callback_context))));
    if (!value_is_unbound(others) && list_extend(t, all, others) < 0)
        return NULL_VALUE;
    return value_from_pointer(all);
}

Value future_get_cancel_message(Thread *t, Value self)
{
    (void)t;
    const Future *f = value_to_record(self);
    return or_none(slot_get(&f->cancel_message));
}

int future_set_cancel_message(Thread *t, Value self, Value v)
{
    Future *f = value_to_record(self);
    if (value_is_null(v))
        return future_refuse_delete(t);
    slot_set(f, &f->cancel_message, v);
    return 0;
}

Value future_get_exception(Thread *t, Value self)
{
    const Future *f = value_to_record(self);
    return future_check_ready(t, f) < 0 ? NULL_VALUE
                                        : or_none(slot_get(&f->exception));
}

Value future_get_log(Thread *t, Value self)
{
    const Future *f = value_to_record(self);
    return future_check_ready(t, f) < 0 ? NULL_VALUE
                                        : value_from_bool(f->logs_failure);
}

int future_set_log(Thread *t, Value self, Value v)
{
    if (value_is_null(v))
        return future_refuse_delete(t);
    int on = object_is_true(t, v);
    if (on > 0)
        raise_value_error(t, "_log_traceback can only be set to False");
    if (on != 0)
        return -1;
    future_is_known(value_to_record(self));
    return 0;
}

Value future_get_own_loop(Thread *t, Value self)
{
    (void)t;
    const Future *f = value_to_record(self);
    return or_none(slot_get(&f->loop));
}

Value future_get_result(Thread *t, Value self)
{
    const Future *f = value_to_record(self);
    return future_check_ready(t, f) < 0 ? NULL_VALUE
                                        : or_none(slot_get(&f->result));
}

Value future_get_source(Thread *t, Value self)
{
    (void)t;
    const Future *f = value_to_record(self);
    return or_none(slot_get(&f->source_traceback));
}

Value future_get_state(Thread *t, Value self)
{
    static const char *const names[] = {"PENDING", "CANCELLED", "FINISHED"};
    const Future *f = value_to_record(self);
    if (future_check_ready(t, f) < 0)
        return NULL_VALUE;
    return value_from_pointer(str_intern_c(t, names[f->state]));
}

/* ---- the type ---- */

static Value repr(Thread *t, Value self)
{
    const Future *f = value_to_record(self);
    if (future_check_ready(t, f) < 0)
        return NULL_VALUE;
    TRY(fn, asyncio_library(t, f->module, ASYNCIO_FUTURE_REPR));
    return object_call1(t, fn, self);
}

static const NativeDef *const methods[] = {
    FUTURE_METHODS,
    &Future_cancel_native,
    &Future_set_exception_native,
    &Future_set_result_native,
    NULL,
};

static const GetSetDef getsets[] = {FUTURE_GETSETS, {0}};

Type future_type = {
    TYPE_HEAD(future),
    .c_name = "_asyncio.Future",
    .c_doc =
        "A result that is to come: who awaits it goes on when it is there.\n"
        "\n"
        "Much like concurrent.futures.Future, but for the threads of an "
        "event loop: it is not\nsafe to use from several, result() and "
        "exception() do not wait, and callbacks are\ncalled by the loop.",
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Future),
    .slots = {.new = future_make,
              .repr = repr,
              .del = future_del,
              .iter = future_iter,
              .await = future_iter},
    .initializer = &Future_init_native,
    .methods = methods,
    .getsets = getsets,
};
