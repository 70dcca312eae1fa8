/* SPDX-License-Identifier: MIT */
/* FutureIter: what awaits a future.  It yields the future once, for the task to
 * wait for, and ends with its result. */
#include "exec/generator.h"
#include "module/asyncio/asyncio.h"
#include "object/container/sequence.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/param.h"

typedef struct FutureIter {
    RECORD_HEAD()
    Slot future; /* UNBOUND: it has ended */
} FutureIter;

Value future_iter(Thread *t, Value self)
{
    if (future_check_ready(t, value_to_record(self)) < 0)
        return NULL_VALUE;
    FutureIter *it = record_new(t, future_iter_type.root_shape->id,
                                RECORD_SLOTS(FutureIter));
    slot_set(it, &it->future, self);
    return value_from_pointer(it);
}

/* The future; UNBOUND at the end, with *result; or null. */
static Value go_on(Thread *t, FutureIter *it, Value *result)
{
    *result = NONE;
    Value v = slot_get(&it->future);
    if (value_is_unbound(v))
        return UNBOUND;
    Future *f = value_to_record(v);
    if (f->state == FUTURE_PENDING) {
        if (f->is_blocking)
            return raise_error(t, EXC(RuntimeError),
                               "await wasn't used with future");
        f->is_blocking = true;
        return v;
    }
    slot_set(it, &it->future, UNBOUND);
    *result = future_result(t, f);
    return value_is_null(*result) ? NULL_VALUE : UNBOUND;
}

static Value next(Thread *t, Value self)
{
    Value result, v = go_on(t, value_to_record(self), &result);
    if (value_is_unbound(v))
        t->stop_value = result;
    return v;
}

NATIVE(future_iter, send, NATIVE_UNSIGNED, NULL, (self, FutureIter),
       (arg, object, value), (slash))
{
    Value result, v = go_on(t, self, &result);
    return value_is_unbound(v) ? raise_stop_iteration(t, result) : v;
}

NATIVE(future_iter, throw, NATIVE_UNSIGNED, NULL, (self, FutureIter),
       (args, args))
{
    if (n_args < 1 || n_args > 3)
        return raise_type_error(t, "throw expected at %s argument%s, got %l",
                                n_args < 1 ? "least 1" : "most 3",
                                n_args < 1 ? "" : "s", n_args);
    Value type = args[0], value = n_args > 1 ? args[1] : NONE;
    Value traceback = n_args > 2 ? args[2] : NONE;
    if (!value_is_none(traceback) &&
        !value_has_shape(traceback, SHAPE_TRACEBACK))
        return raise_type_error(t,
                                "throw() third argument must be a traceback");
    bool is_class = type_has_flag(type, TYPE_IS_TYPE) &&
                    (value_to_type(type)->type_flags & TYPE_IS_EXCEPTION);
    if (!is_class && !value_is_exception(type))
        return raise_type_error(t, "exceptions must be classes deriving "
                                   "BaseException or instances of such a "
                                   "class");
    TRY(e, generator_thrown(t, type, value, traceback));
    slot_set(self, &self->future, UNBOUND);
    t->exc = e; /* its context is that of who awaits */
    return NULL_VALUE;
}

NATIVE(future_iter, close, NATIVE_UNSIGNED, NULL, (self, FutureIter), (slash))
{
    slot_set(self, &self->future, UNBOUND);
    return NONE;
}

static const NativeDef *const methods[] = {
    &future_iter_send_native,
    &future_iter_throw_native,
    &future_iter_close_native,
    NULL,
};

Type future_iter_type = {
    TYPE_HEAD(future_iter),
    .c_name = "_asyncio.FutureIter",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(FutureIter),
    .slots = {.iter = sequence_self, .next = next},
    .methods = methods,
};
