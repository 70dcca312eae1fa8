/* SPDX-License-Identifier: MIT */
/*
 * Asynchronous generators (PEP 525).  A `yield` in one hands out its value in
 * an async_gen_wrapped, which tells it from what an `await` yields.  asend()
 * and athrow() make awaitables that run the generator up to such a value and
 * then end with it, as StopIteration.
 */
#include "exec/async_gen.h"

#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

typedef enum StepState { STEP_INIT, STEP_RUNNING, STEP_CLOSED } StepState;

typedef struct Step {
    RECORD_HEAD(StepState state;)
    Slot generator;
    Slot value; /* sent; of athrow: the exception, UNBOUND: aclose */
} Step;

typedef struct WrappedValue {
    RECORD_HEAD()
    Slot value;
} WrappedValue;

static Generator *generator_of(const Step *s)
{
    return value_to_generator(slot_get(&s->generator));
}

Value async_gen_wrap(Thread *t, Value v)
{
    WrappedValue *w =
        record_new(t, SHAPE_ASYNC_GEN_WRAPPED, RECORD_SLOTS(WrappedValue));
    slot_set(w, &w->value, v);
    return value_from_pointer(w);
}

static Type type_async_gen_wrapped = {
    TYPE_HEAD(ASYNC_GEN_WRAPPED),
    .c_name = "async_generator_wrapped_value",
    .kind = KIND_RECORD,
    .instance_size = sizeof(WrappedValue),
};

/* --- hooks ------------------------------------------------------------- */

static Value or_none(Value v)
{
    return value_is_null(v) ? NONE : v;
}

void async_gen_hooks_set(Thread *t, Value first, Value finalizer)
{
    t->first_iteration = first;
    t->async_gen_finalizer = finalizer;
}

void async_gen_hooks_get(Thread *t, Value *first, Value *finalizer)
{
    *first = or_none(t->first_iteration);
    *finalizer = or_none(t->async_gen_finalizer);
}

/* Before the first step: `origin` tells that the hook was called, and which
 * one is to be called when the generator is found dead. */
static int begin(Thread *t, Generator *g)
{
    if (!value_is_none(slot_get(&g->origin)))
        return 0;
    Value hook, finalizer;
    async_gen_hooks_get(t, &hook, &finalizer);
    slot_set(g, &g->origin,
             value_is_none(finalizer) ? TRUE_VALUE : finalizer);
    if (!value_is_none(finalizer) || g->frame.code->n_exceptions > 0)
        gc_finalizer_add(&t->gc, g);
    if (value_is_none(hook))
        return 0;
    return value_is_null(object_call1(t, hook, value_from_pointer(g))) ? -1
                                                                       : 0;
}

/* --- steps ------------------------------------------------------------- */

static Value step_new(Thread *t, uint32_t shape, Value generator, Value v)
{
    if (begin(t, value_to_pointer(generator)) < 0)
        return NULL_VALUE;
    Step *s = record_new(t, shape, RECORD_SLOTS(Step));
    slot_set(s, &s->generator, generator);
    slot_set(s, &s->value, v);
    return value_from_pointer(s);
}

/* What the generator answered (UNBOUND: it ended) as the step's answer: an
 * await's value goes out, a yield's ends the step. */
static Value step_answer(Thread *t, Generator *g, Value v)
{
    if (value_is_unbound(v))
        v = raise_error(t, EXC(StopAsyncIteration), "");
    if (value_is_null(v)) {
        if (exception_matches(t, EXC(StopAsyncIteration))) {
            Exception *e = value_to_exception(t->exc);
            slot_set(e, &e->args, value_from_pointer(t->rt->empty_tuple));
        }
        if (exception_matches(t, EXC(StopAsyncIteration)) ||
            exception_matches(t, EXC(GeneratorExit)))
            g->closed = 1;
        g->running_async = 0;
        return NULL_VALUE;
    }
    if (value_has_shape(v, SHAPE_ASYNC_GEN_WRAPPED)) {
        g->running_async = 0;
        const WrappedValue *w = value_to_record(v);
        return raise_stop_iteration(t, slot_get(&w->value));
    }
    return v;
}

static Value step_send(Thread *t, Step *s, Value v)
{
    Generator *g = generator_of(s);
    if (s->state == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "__anext__()/asend()");
    if (s->state == STEP_INIT) {
        if (g->running_async)
            return raise_error(t, EXC(RuntimeError), "anext(): asynchronous "
                               "generator is already running");
        if (value_is_none(v))
            v = slot_get(&s->value);
        s->state = STEP_RUNNING;
    }
    g->running_async = 1;
    Value result;
    v = step_answer(t, g, generator_send(t, g, v, &result));
    if (value_is_null(v))
        s->state = STEP_CLOSED;
    return v;
}

NATIVE(asend, send, 0, NULL, (self, Step), (arg, object, value), (slash))
{
    return step_send(t, self, value);
}

static Value send_next(Thread *t, Value self)
{
    return step_send(t, value_to_record(self), NONE);
}

NATIVE(asend, throw, 0, NULL,
       (self, Step), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    Generator *g = generator_of(self);
    if (self->state == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "__anext__()/asend()");
    TRY(e, generator_thrown(t, type, value, traceback));
    Value result;
    Value v = step_answer(t, g, generator_throw_into(t, g, e, &result));
    if (value_is_null(v))
        self->state = STEP_CLOSED;
    return v;
}

NATIVE(asend, close, 0, NULL, (self, Step), (slash))
{
    self->state = STEP_CLOSED;
    return NONE;
}

NATIVE(asend, __await__, 0, NULL, (self_value), (slash))
{
    return self;
}

static const NativeDef *const asend_methods[] = {
    &asend_send_native,
    &asend_throw_native,
    &asend_close_native,
    &asend___await___native,
    NULL,
};

static Type type_async_gen_asend = {
    TYPE_HEAD(ASYNC_GEN_ASEND),
    .c_name = "async_generator_asend",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Step),
    .slots = {.iter = sequence_self, .next = send_next},
    .methods = asend_methods,
};

/* --- athrow and aclose ------------------------------------------------- */

static bool is_close(const Step *s)
{
    return value_is_unbound(slot_get(&s->value));
}

/* aclose() ends quietly when the generator did. */
static Value close_answer(Thread *t, Step *s, Value v)
{
    Generator *g = generator_of(s);
    if (!value_is_null(v) && value_has_shape(v, SHAPE_ASYNC_GEN_WRAPPED)) {
        g->running_async = 0;
        s->state = STEP_CLOSED;
        return raise_error(t, EXC(RuntimeError),
                           "async generator ignored GeneratorExit");
    }
    if (!value_is_null(v) && !value_is_unbound(v))
        return v;
    g->running_async = 0;
    s->state = STEP_CLOSED;
    if (value_is_unbound(v))
        return raise_stop_iteration(t, NONE);
    if (exception_matches(t, EXC(StopAsyncIteration)) ||
        exception_matches(t, EXC(GeneratorExit))) {
        exception_take(t);
        return raise_stop_iteration(t, NONE);
    }
    return NULL_VALUE;
}

static Value throw_answer(Thread *t, Step *s, Value v)
{
    if (is_close(s))
        return close_answer(t, s, v);
    v = step_answer(t, generator_of(s), v);
    if (value_is_null(v))
        s->state = STEP_CLOSED;
    return v;
}

static Value throw_begin(Thread *t, Step *s)
{
    Generator *g = generator_of(s);
    if (g->running_async) {
        s->state = STEP_CLOSED;
        return raise_error(t, EXC(RuntimeError), "%s: asynchronous generator "
                           "is already running",
                           is_close(s) ? "aclose()" : "athrow()");
    }
    if (g->closed) {
        s->state = STEP_CLOSED;
        return is_close(s) ? raise_stop_iteration(t, NONE)
                           : raise_error(t, EXC(StopAsyncIteration), "");
    }
    s->state = STEP_RUNNING;
    g->running_async = 1;
    Value e = slot_get(&s->value);
    if (is_close(s)) {
        g->closed = 1;
        e = exception_new(t, EXC(GeneratorExit), t->rt->empty_tuple);
    }
    Value result;
    return throw_answer(t, s, generator_throw_into(t, g, e, &result));
}

static Value throw_step(Thread *t, Step *s, Value v)
{
    Generator *g = generator_of(s);
    if (s->state == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "aclose()/athrow()");
    if (s->state == STEP_INIT) {
        if (g->state == GENERATOR_FINISHED && is_close(s)) {
            s->state = STEP_CLOSED;
            return raise_stop_iteration(t, NONE);
        }
        if (!value_is_none(v))
            return raise_error(t, EXC(RuntimeError), "can't send non-None "
                               "value to a just-started coroutine");
        return throw_begin(t, s);
    }
    Value result;
    return throw_answer(t, s, generator_send(t, g, v, &result));
}

NATIVE(athrow, send, 0, NULL, (self, Step), (arg, object, value), (slash))
{
    return throw_step(t, self, value);
}

static Value throw_next(Thread *t, Value self)
{
    return throw_step(t, value_to_record(self), NONE);
}

NATIVE(athrow, throw, 0, NULL,
       (self, Step), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    if (self->state == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "aclose()/athrow()");
    TRY(e, generator_thrown(t, type, value, traceback));
    Value result;
    return throw_answer(t, self, generator_throw_into(t, generator_of(self), e,
                                                   &result));
}

static const NativeDef *const athrow_methods[] = {
    &athrow_send_native,
    &athrow_throw_native,
    &asend_close_native,
    &asend___await___native,
    NULL,
};

static Type type_async_gen_athrow = {
    TYPE_HEAD(ASYNC_GEN_ATHROW),
    .c_name = "async_generator_athrow",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Step),
    .slots = {.iter = sequence_self, .next = throw_next},
    .methods = athrow_methods,
};

/* --- methods of async_generator ---------------------------------------- */

NATIVE(async_gen, __aiter__, 0, NULL, (self_value), (slash))
{
    return self;
}

NATIVE(async_gen, __anext__, 0, NULL, (self_value), (slash))
{
    return step_new(t, SHAPE_ASYNC_GEN_ASEND, self, NONE);
}

NATIVE(async_gen, asend, 0, NULL,
       (self_value), (arg, object, value), (slash))
{
    return step_new(t, SHAPE_ASYNC_GEN_ASEND, self, value);
}

NATIVE(async_gen, athrow, 0, NULL,
       (self_value), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    TRY(e, generator_thrown(t, type, value, traceback));
    return step_new(t, SHAPE_ASYNC_GEN_ATHROW, self, e);
}

NATIVE(async_gen, aclose, 0, NULL, (self_value), (slash))
{
    return step_new(t, SHAPE_ASYNC_GEN_ATHROW, self, UNBOUND);
}

NATIVE(async_gen, __class_getitem__, NATIVE_CLASS, NULL,
       (cls), (arg, object, item), (slash))
{
    return generic_alias_new(t, value_from_pointer(cls), item);
}

const NativeDef *const async_gen_methods[] = {
    &async_gen___aiter___native,
    &async_gen___anext___native,
    &async_gen_asend_native,
    &async_gen_athrow_native,
    &async_gen_aclose_native,
    &generic_alias___class_getitem___native,
    NULL,
};

/* --- awaiting ---------------------------------------------------------- */

static Value raise_no_await(Thread *t, Value v, int where)
{
    if (where != 0)
        return raise_type_error(
            t, "'async with' received an object from %s that does not "
            "implement __await__: %T",
            where == 1 ? "__aenter__" : "__aexit__", v);
    return raise_type_error(t, "object %T can't be used in 'await' expression",
                            v);
}

Value generator_yield_from_iter(Thread *t, const Code *code, Value v)
{
    if (value_has_shape(v, SHAPE_COROUTINE) &&
        !(code->flags & (CODE_COROUTINE | CODE_ITERABLE_COROUTINE)))
        return raise_type_error(t, "cannot 'yield from' a coroutine object in "
                                   "a non-coroutine generator");
    return value_is_generator(v) ? v : object_iter(t, v);
}

Value generator_awaitable(Thread *t, Value v, int where)
{
    if (value_has_shape(v, SHAPE_COROUTINE)) {
        if (!value_is_null(generator_delegate(value_to_pointer(v))))
            return raise_error(t, EXC(RuntimeError),
                               "coroutine is being awaited already");
        return v;
    }
    if (value_has_shape(v, SHAPE_GENERATOR) &&
        (value_to_generator(v)->frame.code->flags &
         CODE_ITERABLE_COROUTINE))
        return v;
    TRY(method, object_lookup_special(t, v, N(__await__)));
    if (value_is_unbound(method))
        return raise_no_await(t, v, where);
    TRY(iterator, object_call0(t, method));
    if (value_has_shape(iterator, SHAPE_COROUTINE) ||
        (value_has_shape(iterator, SHAPE_GENERATOR) &&
         (value_to_generator(iterator)->frame.code->flags &
          CODE_ITERABLE_COROUTINE)))
        return raise_type_error(t, "__await__() returned a coroutine");
    if (type_of(iterator)->slots.next == NULL)
        return raise_type_error(
            t, "__await__() returned non-iterator of type '%T'", iterator);
    return iterator;
}

Value generator_aiter(Thread *t, Value v)
{
    TRY(method, object_lookup_special(t, v, N(__aiter__)));
    if (value_is_unbound(method))
        return raise_type_error(t, "'async for' requires an object with "
                                "__aiter__ method, got %T", v);
    TRY(iterator, object_call0(t, method));
    if (value_is_null(type_lookup(type_of(iterator), N(__anext__))))
        return raise_type_error(
            t, "'async for' received an object from __aiter__ that does not "
            "implement __anext__: %T", iterator);
    return iterator;
}

Value generator_anext(Thread *t, Value aiter)
{
    if (value_has_shape(aiter, SHAPE_ASYNC_GENERATOR))
        return step_new(t, SHAPE_ASYNC_GEN_ASEND, aiter, NONE);
    TRY(method, object_lookup_special(t, aiter, N(__anext__)));
    if (value_is_unbound(method))
        return raise_type_error(t, "'async for' requires an iterator with "
                                "__anext__ method, got %T", aiter);
    TRY(v, object_call0(t, method));
    Value awaitable = generator_awaitable(t, v, 0);
    if (!value_is_null(awaitable))
        return awaitable;
    Value cause = exception_take(t);
    raise_type_error(t, "'async for' received an invalid object from "
                     "__anext__: %T", v);
    Exception *e = value_to_exception(t->exc);
    slot_set(e, &e->cause, cause);
    slot_set(e, &e->context, cause);
    e->suppress_context = 1;
    return NULL_VALUE;
}

/* --- anext(it, default) ------------------------------------------------ */

typedef struct AnextAwaitable {
    RECORD_HEAD()
    Slot awaitable;
    Slot otherwise; /* the default */
    Slot iterator;  /* of the awaitable; UNBOUND until asked for */
} AnextAwaitable;

Value async_gen_anext_default(Thread *t, Value awaitable, Value otherwise)
{
    AnextAwaitable *a =
        record_new(t, SHAPE_ANEXT_AWAITABLE, RECORD_SLOTS(AnextAwaitable));
    slot_set(a, &a->awaitable, awaitable);
    slot_set(a, &a->otherwise, otherwise);
    return value_from_pointer(a);
}

static Value anext_iterator(Thread *t, AnextAwaitable *a)
{
    Value v = slot_get(&a->iterator);
    if (value_is_unbound(v)) {
        v = generator_awaitable(t, slot_get(&a->awaitable), 0);
        if (!value_is_null(v))
            slot_set(a, &a->iterator, v);
    }
    return v;
}

/* At the end of the iterator: its default, as StopIteration. */
static Value anext_answer(Thread *t, const AnextAwaitable *a, Value v,
                          Value result)
{
    if (value_is_unbound(v))
        return raise_stop_iteration(t, result);
    if (value_is_null(v) && exception_matches(t, EXC(StopAsyncIteration))) {
        exception_take(t);
        return raise_stop_iteration(t, slot_get(&a->otherwise));
    }
    return v;
}

static Value anext_send(Thread *t, AnextAwaitable *a, Value v)
{
    Value result;
    TRY(it, anext_iterator(t, a));
    Value answer = generator_send_to(t, it, v, &result);
    return anext_answer(t, a, answer, result);
}

static Value anext_next(Thread *t, Value self)
{
    return anext_send(t, value_to_record(self), NONE);
}

NATIVE(anext, send, 0, NULL,
       (self, AnextAwaitable), (arg, object, value), (slash))
{
    return anext_send(t, self, value);
}

NATIVE(anext, throw, 0, NULL,
       (self, AnextAwaitable), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    TRY(it, anext_iterator(t, self));
    TRY(e, generator_thrown(t, type, value, traceback));
    return anext_answer(t, self, object_call_method(t, it, N(throw), 1, e),
                        NONE);
}

NATIVE(anext, close, 0, NULL, (self, AnextAwaitable), (slash))
{
    TRY(it, anext_iterator(t, self));
    return object_call_method(t, it, N(close), 0);
}

static const NativeDef *const anext_methods[] = {
    &anext_send_native,
    &anext_throw_native,
    &anext_close_native,
    &asend___await___native,
    NULL,
};

static Type type_anext_awaitable = {
    TYPE_HEAD(ANEXT_AWAITABLE),
    .c_name = "anext_awaitable",
    .kind = KIND_RECORD,
    .instance_size = sizeof(AnextAwaitable),
    .slots = {.iter = sequence_self, .next = anext_next},
    .methods = anext_methods,
};

void async_gen_register(void)
{
    type_register(SHAPE_ASYNC_GEN_ASEND, &type_async_gen_asend);
    type_register(SHAPE_ASYNC_GEN_ATHROW, &type_async_gen_athrow);
    type_register(SHAPE_ASYNC_GEN_WRAPPED, &type_async_gen_wrapped);
    type_register(SHAPE_ANEXT_AWAITABLE, &type_anext_awaitable);
}
