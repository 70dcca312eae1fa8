/* SPDX-License-Identifier: MIT */
/*
 * The types generator, coroutine and coroutine_wrapper: what Python code does
 * with a Generator.  Exceptions thrown into one go to the innermost iterator it
 * delegates to (PEP 380).
 */
#include <stdio.h>
#include "exec/async_gen.h"
#include "exec/frame_object.h"
#include "exec/generator.h"
#include "exec/import.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"

/* --- throw ------------------------------------------------------------- */

static bool is_exception_class(Value v)
{
    return type_has_flag(v, TYPE_IS_TYPE) &&
           (value_to_type(v)->type_flags & TYPE_IS_EXCEPTION);
}

static Value make_exception(Thread *t, Value type, Value value)
{
    if (value_is_exception(value) &&
        type_is_subtype(type_of(value), value_to_pointer(type)))
        return value;
    if (value_is_unbound(value) || value_is_none(value))
        return object_call0(t, type);
    if (value_is_tuple(value))
        return object_call_tuple(t, type, value_to_tuple(value), NULL);
    return object_call1(t, type, value);
}

Value generator_thrown(Thread *t, Value type, Value value, Value traceback)
{
    if (value_is_none(traceback))
        traceback = UNBOUND;
    if (!value_is_unbound(traceback) &&
        !value_has_shape(traceback, SHAPE_TRACEBACK))
        return raise_type_error(
            t, "throw() third argument must be a traceback object");
    Value e;
    if (is_exception_class(type)) {
        e = make_exception(t, type, value);
        if (value_is_null(e))
            return NULL_VALUE;
        if (!value_is_exception(e))
            return raise_type_error(
                t, "exceptions must be classes or instances deriving from "
                "BaseException, not %T", e);
    } else if (value_is_exception(type)) {
        if (!value_is_unbound(value) && !value_is_none(value))
            return raise_type_error(
                t, "instance exception may not have a separate value");
        e = type;
    } else {
        return raise_type_error(
            t, "exceptions must be classes or instances deriving from "
            "BaseException, not %T", type);
    }
    if (!value_is_unbound(traceback)) {
        Exception *object = value_to_exception(e);
        slot_set(object, &object->traceback, traceback);
    }
    return e;
}

/* Raises at the generator's own yield; its context is what the generator handles
 * there, and of others nothing. */
static Value throw_here(Thread *t, Generator *g, Value exception,
                        Value *result)
{
    *result = NONE;
    raise_chain(exception, g->exc.handled);
    Value v = generator_throw(t, g, exception);
    if (value_is_null(v) || g->state != GENERATOR_FINISHED)
        return v;
    *result = v;
    return UNBOUND;
}

/* Closes what the generator delegates to: 0 or -1. */
static int close_delegate(Thread *t, Value d)
{
    if (value_is_generator(d))
        return value_is_null(generator_close(t, value_to_pointer(d))) ? -1 : 0;
    Value close = object_getattr_or_unbound(t, d, N(close));
    if (value_is_null(close))
        return -1;
    if (value_is_unbound(close))
        return 0;
    return value_is_null(object_call0(t, close)) ? -1 : 0;
}

/* Throws into the delegate; UNBOUND when it has no throw(). */
static Value throw_delegate(Thread *t, Value d, Value exception, bool *ended,
                            Value *result)
{
    *ended = false;
    if (value_is_generator(d) &&
        value_header(d)->shape != SHAPE_ASYNC_GENERATOR) {
        Value v = generator_throw_into(t, value_to_pointer(d), exception,
                                       result);
        *ended = value_is_unbound(v);
        return v;
    }
    TRY(throw, object_getattr_or_unbound(t, d, N(throw)));
    if (value_is_unbound(throw))
        return UNBOUND;
    return object_call1(t, throw, exception);
}

Value generator_throw_into(Thread *t, Generator *g, Value exception,
                           Value *result)
{
    Value d = generator_delegate(g);
    if (value_is_null(d))
        return throw_here(t, g, exception, result);
    if (recursion_overflows(t, " while calling a Python object"))
        return NULL_VALUE;
    g->state = GENERATOR_RUNNING;
    if (type_is_subtype(type_of(exception), EXC(GeneratorExit))) {
        if (close_delegate(t, d) < 0)
            exception = exception_take(t);
        g->state = GENERATOR_SUSPENDED;
        return throw_here(t, g, exception, result);
    }
    bool ended;
    /* The frame is to be seen in tracebacks: it is on the way. */
    Frame *f = &g->frame;
    f->back = t->frame;
    f->stack_end = t->stack_next;
    t->frame = f;
    Value v = throw_delegate(t, d, exception, &ended, result);
    t->frame = f->back;
    f->back = NULL;
    g->state = GENERATOR_SUSPENDED;
    if (ended) { /* its value is that of the `yield from` */
        raise_stop_iteration(t, *result);
        v = NULL_VALUE;
    }
    if (value_is_unbound(v))
        return throw_here(t, g, exception, result);
    if (!value_is_null(v))
        return v;
    return throw_here(t, g, exception_take(t), result);
}

Value generator_close(Thread *t, Generator *g)
{
    if (g->state == GENERATOR_CREATED && !t->tracing) {
        g->state = GENERATOR_FINISHED;
        return NONE;
    }
    if (g->state == GENERATOR_FINISHED)
        return NONE;
    Value result;
    Value exit = exception_new(t, EXC(GeneratorExit), t->rt->empty_tuple);
    Value v = generator_throw_into(t, g, exit, &result);
    if (value_is_null(v)) {
        if (!exception_matches(t, EXC(GeneratorExit)) &&
            !exception_matches(t, EXC(StopIteration)))
            return NULL_VALUE;
        exception_take(t);
        return NONE;
    }
    if (value_is_unbound(v))
        return NONE;
    return raise_error(t, EXC(RuntimeError), "%s ignored GeneratorExit",
                       g->h.shape == SHAPE_COROUTINE         ? "coroutine"
                       : g->h.shape == SHAPE_ASYNC_GENERATOR ? "async generator"
                                                             : "generator");
}

static Value warn_unawaited(Thread *t, Value coroutine)
{
    Value m = import_module(t, str_intern_c(t, "warnings"));
    Value f = value_is_null(m)
                  ? m : object_getattr_or_unbound(
                            t, m, str_intern_c(t,
                                               "_warn_unawaited_coroutine"));
    if (!value_is_null(f) && !value_is_unbound(f))
        return object_call1(t, f, coroutine);
    t->exc = NULL_VALUE;
    TRY(own, import_own(t, "_warnings"));
    Str *message =
        str_format(t, "coroutine '%S' was never awaited",
                   slot_get(&value_to_generator(coroutine)->qualname));
    return object_call_method(t, own, str_intern_c(t, "warn"), 2,
                              value_from_pointer(message),
                              value_from_pointer(EXC(RuntimeWarning)));
}

/* Found dead while suspended: what is in its finally blocks still runs, of an
 * asynchronous generator by way of whoever runs it. */
static Value finalize(Thread *t, Value self)
{
    Generator *g = value_to_generator(self);
    if (g->state == GENERATOR_RUNNING) /* in a thread that a fork left behind */
        return NONE;
    if (g->h.shape == SHAPE_COROUTINE && g->state == GENERATOR_CREATED)
        return warn_unawaited(t, self);
    Value hook = slot_get(&g->origin);
    if (g->h.shape == SHAPE_ASYNC_GENERATOR && !g->closed &&
        !value_is_none(hook) && !value_same(hook, TRUE_VALUE))
        return object_call1(t, hook, self);
    return generator_close(t, g);
}

/* --- methods ----------------------------------------------------------- */

/* What Python sees: StopIteration at the end. */
static Value answer(Thread *t, Value v, Value result)
{
    return value_is_unbound(v) ? raise_stop_iteration(t, result) : v;
}

NATIVE(generator, send, 0, NULL,
       (self, Generator), (arg, object, value), (slash))
{
    Value result;
    Value v = generator_send(t, self, value, &result);
    return answer(t, v, result);
}

NATIVE(generator, throw, 0, NULL,
       (self, Generator), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    TRY(e, generator_thrown(t, type, value, traceback));
    Value result;
    Value v = generator_throw_into(t, self, e, &result);
    return answer(t, v, result);
}

NATIVE(generator, close, 0, NULL, (self, Generator), (slash))
{
    return generator_close(t, self);
}

static Value next(Thread *t, Value self)
{
    Value result;
    Value v = generator_send(t, value_to_generator(self), NONE, &result);
    if (value_is_unbound(v) && !value_is_none(result))
        return raise_stop_iteration(t, result);
    return v;
}

static Value repr(Thread *t, Value self)
{
    Generator *g = value_to_generator(self);
    char address[24];
    snprintf(address, sizeof address, "%p", (void *)g);
    return format_message(t, "<%T object %S at %s>", self,
                          slot_get(&g->qualname), address);
}

/* coroutine_wrapper: what __await__ of a coroutine answers */
typedef struct Wrapper {
    RECORD_HEAD()
    Slot coroutine;
} Wrapper;

NATIVE(generator, __await__, 0, NULL, (self_value), (slash))
{
    Wrapper *w =
        record_new(t, SHAPE_COROUTINE_WRAPPER, RECORD_SLOTS(Wrapper));
    slot_set(w, &w->coroutine, self);
    return value_from_pointer(w);
}

/* --- attributes -------------------------------------------------------- */

static Value get_frame(Thread *t, Value self)
{
    Generator *g = value_to_generator(self);
    if (g->state == GENERATOR_FINISHED)
        return NONE;
    return value_from_pointer(frame_object_of(t, &g->frame));
}

static Value get_running(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(value_to_generator(self)->state ==
                           GENERATOR_RUNNING);
}

static Value get_running_async(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(value_to_generator(self)->running_async);
}

static Value get_suspended(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(value_to_generator(self)->state ==
                           GENERATOR_SUSPENDED);
}

static Value get_code(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_generator(self)->frame.code);
}

static Value get_delegate(Thread *t, Value self)
{
    (void)t;
    Value v = generator_delegate(value_to_generator(self));
    return value_is_null(v) ? NONE : v;
}

static Value get_origin(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_generator(self)->origin);
}

static Value get_name(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_generator(self)->name);
}

static Value get_qualname(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_generator(self)->qualname);
}

static int set_text(Thread *t, Value self, Slot *slot, Value value,
                    const char *what)
{
    if (value_is_null(value) || !value_is_str(value))
        return RAISE_INT(raise_type_error(
            t, "%s must be set to a string object", what));
    slot_set(value_to_pointer(self), slot, value);
    return 0;
}

static int set_name(Thread *t, Value self, Value value)
{
    return set_text(t, self, &value_to_generator(self)->name, value,
                    "__name__");
}

static int set_qualname(Thread *t, Value self, Value value)
{
    return set_text(t, self, &value_to_generator(self)->qualname, value,
                    "__qualname__");
}

#define COMMON_GETSETS(prefix, running, delegate)                             \
    {"__name__", get_name, set_name, "name of the " prefix},                  \
    {"__qualname__", get_qualname, set_qualname, NULL},                       \
    {prefix "_running", running, NULL, NULL},                                 \
    {prefix "_suspended", get_suspended, NULL, NULL},                         \
    {prefix "_code", get_code, NULL, NULL},                                   \
    {prefix "_frame", get_frame, NULL, NULL},                                 \
    {prefix "_" delegate, get_delegate, NULL, NULL}

static const GetSetDef generator_getsets[] = {
    COMMON_GETSETS("gi", get_running, "yieldfrom"),
    {0},
};
static const GetSetDef coroutine_getsets[] = {
    COMMON_GETSETS("cr", get_running, "await"),
    {"cr_origin", get_origin, NULL, NULL},
    {0},
};
static const GetSetDef async_generator_getsets[] = {
    COMMON_GETSETS("ag", get_running_async, "await"),
    {0},
};

#define COMMON_METHODS                                                        \
    &generator_send_native, &generator_throw_native, &generator_close_native

static const NativeDef *const generator_methods[] = {COMMON_METHODS, NULL};
static const NativeDef *const coroutine_methods[] = {
    COMMON_METHODS,
    &generator___await___native,
    NULL,
};

static Type type_generator = {
    TYPE_HEAD(GENERATOR),
    .c_name = "generator",
    .type_flags = TYPE_HAS_WEAKREF,
    .kind = KIND_GENERATOR,
    .slots = {.repr = repr, .iter = sequence_self, .next = next,
              .del = finalize},
    .getsets = generator_getsets,
    .methods = generator_methods,
};

static Type type_coroutine = {
    TYPE_HEAD(COROUTINE),
    .c_name = "coroutine",
    .type_flags = TYPE_HAS_WEAKREF,
    .kind = KIND_GENERATOR,
    .slots = {.repr = repr, .del = finalize},
    .getsets = coroutine_getsets,
    .methods = coroutine_methods,
};

static Type type_async_generator = {
    TYPE_HEAD(ASYNC_GENERATOR),
    .c_name = "async_generator",
    .type_flags = TYPE_HAS_WEAKREF,
    .kind = KIND_GENERATOR,
    .slots = {.repr = repr, .del = finalize},
    .getsets = async_generator_getsets,
    .methods = async_gen_methods,
};

/* --- coroutine_wrapper ------------------------------------------------- */

static Generator *coroutine_of(const Wrapper *w)
{
    return value_to_generator(slot_get(&w->coroutine));
}

NATIVE(wrapper, send, 0, NULL, (self, Wrapper), (arg, object, value), (slash))
{
    return generator_send_body(t, coroutine_of(self), value);
}

NATIVE(wrapper, throw, 0, NULL,
       (self, Wrapper), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    return generator_throw_body(t, coroutine_of(self), type, value, traceback);
}

NATIVE(wrapper, close, 0, NULL, (self, Wrapper), (slash))
{
    return generator_close(t, coroutine_of(self));
}

static Value wrapper_next(Thread *t, Value self)
{
    const Wrapper *w = value_to_record(self);
    return next(t, slot_get(&w->coroutine));
}

static const NativeDef *const wrapper_methods[] = {
    &wrapper_send_native,
    &wrapper_throw_native,
    &wrapper_close_native,
    NULL,
};

static Type type_coroutine_wrapper = {
    TYPE_HEAD(COROUTINE_WRAPPER),
    .c_name = "coroutine_wrapper",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Wrapper),
    .slots = {.iter = sequence_self, .next = wrapper_next},
    .methods = wrapper_methods,
};

void generator_types_register(void)
{
    type_register(SHAPE_GENERATOR, &type_generator);
    type_register(SHAPE_COROUTINE, &type_coroutine);
    type_register(SHAPE_ASYNC_GENERATOR, &type_async_generator);
    type_register(SHAPE_COROUTINE_WRAPPER, &type_coroutine_wrapper);
}
