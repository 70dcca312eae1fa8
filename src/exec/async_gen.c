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

/* asend: slots generator, value sent.  athrow: slots generator, exception
 * (UNBOUND: aclose).  word[0] is the StepState. */
enum { STEP_GENERATOR, STEP_VALUE, STEP_SLOTS };

static Generator *generator_of(Record *r)
{
    return value_to_generator(slot_get(&r->slot[STEP_GENERATOR]));
}

Value async_gen_wrap(Thread *t, Value v)
{
    Record *r = record_new(t, SHAPE_ASYNC_GEN_WRAPPED, 1);
    slot_set(r, &r->slot[0], v);
    return value_from_pointer(r);
}

static Type type_async_gen_wrapped = {
    TYPE_HEAD(ASYNC_GEN_WRAPPED),
    .c_name = "async_generator_wrapped_value",
    .kind = KIND_RECORD,
    .instance_size = RECORD_SIZE(1),
};

/* --- hooks ------------------------------------------------------------- */

static const char *const hook_keys[] = {"__adder_firstiter__",
                                        "__adder_finalizer__"};

static Value hook_get(Thread *t, int i)
{
    Value v = dict_get_c(t, t->rt->sys_dict, hook_keys[i]);
    return value_is_null(v) ? NONE : v;
}

void async_gen_hooks_set(Thread *t, Value first, Value finalizer)
{
    dict_set_c(t, t->rt->sys_dict, hook_keys[0], first);
    dict_set_c(t, t->rt->sys_dict, hook_keys[1], finalizer);
}

void async_gen_hooks_get(Thread *t, Value *first, Value *finalizer)
{
    *first = hook_get(t, 0);
    *finalizer = hook_get(t, 1);
}

/* Before the first step: `origin` tells that the hook was called, and which
 * one is to be called when the generator is found dead. */
static int begin(Thread *t, Generator *g)
{
    if (!value_is_none(slot_get(&g->origin)))
        return 0;
    Value finalizer = hook_get(t, 1);
    slot_set(g, &g->origin,
             value_is_none(finalizer) ? TRUE_VALUE : finalizer);
    if (!value_is_none(finalizer) || g->frame.code->n_exceptions > 0)
        gc_finalizer_add(&t->gc, g);
    Value hook = hook_get(t, 0);
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
    Record *r = record_new(t, shape, STEP_SLOTS);
    slot_set(r, &r->slot[STEP_GENERATOR], generator);
    slot_set(r, &r->slot[STEP_VALUE], v);
    return value_from_pointer(r);
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
        return raise_stop_iteration(t, slot_get(&((Record *)value_to_record(v))->slot[0]));
    }
    return v;
}

static Value step_send(Thread *t, Record *r, Value v)
{
    Generator *g = generator_of(r);
    if (r->word[0] == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "__anext__()/asend()");
    if (r->word[0] == STEP_INIT) {
        if (g->running_async)
            return raise_error(t, EXC(RuntimeError), "anext(): asynchronous "
                               "generator is already running");
        if (value_is_none(v))
            v = slot_get(&r->slot[STEP_VALUE]);
        r->word[0] = STEP_RUNNING;
    }
    g->running_async = 1;
    Value result;
    v = step_answer(t, g, generator_send(t, g, v, &result));
    if (value_is_null(v))
        r->word[0] = STEP_CLOSED;
    return v;
}

NATIVE(asend, send, 0, NULL, (self_value), (arg, object, value), (slash))
{
    return step_send(t, value_to_record(self), value);
}

static Value send_next(Thread *t, Value self)
{
    return step_send(t, value_to_record(self), NONE);
}

NATIVE(asend, throw, 0, NULL,
       (self_value), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    Record *r = value_to_record(self);
    Generator *g = generator_of(r);
    if (r->word[0] == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "__anext__()/asend()");
    TRY(e, generator_thrown(t, type, value, traceback));
    Value result;
    Value v = step_answer(t, g, generator_throw_into(t, g, e, &result));
    if (value_is_null(v))
        r->word[0] = STEP_CLOSED;
    return v;
}

NATIVE(asend, close, 0, NULL, (self_value), (slash))
{
    ((Record *)value_to_record(self))->word[0] = STEP_CLOSED;
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
    .instance_size = RECORD_SIZE(STEP_SLOTS),
    .slots = {.iter = sequence_self, .next = send_next},
    .methods = asend_methods,
};

/* --- athrow and aclose ------------------------------------------------- */

static bool is_close(const Record *r)
{
    return value_is_unbound(slot_get(&r->slot[STEP_VALUE]));
}

/* aclose() ends quietly when the generator did. */
static Value close_answer(Thread *t, Record *r, Value v)
{
    Generator *g = generator_of(r);
    if (!value_is_null(v) && value_has_shape(v, SHAPE_ASYNC_GEN_WRAPPED)) {
        g->running_async = 0;
        r->word[0] = STEP_CLOSED;
        return raise_error(t, EXC(RuntimeError),
                           "async generator ignored GeneratorExit");
    }
    if (!value_is_null(v) && !value_is_unbound(v))
        return v;
    g->running_async = 0;
    r->word[0] = STEP_CLOSED;
    if (value_is_unbound(v))
        return raise_stop_iteration(t, NONE);
    if (exception_matches(t, EXC(StopAsyncIteration)) ||
        exception_matches(t, EXC(GeneratorExit))) {
        exception_take(t);
        return raise_stop_iteration(t, NONE);
    }
    return NULL_VALUE;
}

static Value throw_answer(Thread *t, Record *r, Value v)
{
    if (is_close(r))
        return close_answer(t, r, v);
    v = step_answer(t, generator_of(r), v);
    if (value_is_null(v))
        r->word[0] = STEP_CLOSED;
    return v;
}

static Value throw_begin(Thread *t, Record *r)
{
    Generator *g = generator_of(r);
    if (g->running_async) {
        r->word[0] = STEP_CLOSED;
        return raise_error(t, EXC(RuntimeError), "%s: asynchronous generator "
                           "is already running",
                           is_close(r) ? "aclose()" : "athrow()");
    }
    if (g->closed) {
        r->word[0] = STEP_CLOSED;
        return is_close(r) ? raise_stop_iteration(t, NONE)
                           : raise_error(t, EXC(StopAsyncIteration), "");
    }
    r->word[0] = STEP_RUNNING;
    g->running_async = 1;
    Value e = slot_get(&r->slot[STEP_VALUE]);
    if (is_close(r)) {
        g->closed = 1;
        e = exception_new(t, EXC(GeneratorExit), t->rt->empty_tuple);
    }
    Value result;
    return throw_answer(t, r, generator_throw_into(t, g, e, &result));
}

static Value throw_step(Thread *t, Record *r, Value v)
{
    Generator *g = generator_of(r);
    if (r->word[0] == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "aclose()/athrow()");
    if (r->word[0] == STEP_INIT) {
        if (g->state == GENERATOR_FINISHED && is_close(r)) {
            r->word[0] = STEP_CLOSED;
            return raise_stop_iteration(t, NONE);
        }
        if (!value_is_none(v))
            return raise_error(t, EXC(RuntimeError), "can't send non-None "
                               "value to a just-started coroutine");
        return throw_begin(t, r);
    }
    Value result;
    return throw_answer(t, r, generator_send(t, g, v, &result));
}

NATIVE(athrow, send, 0, NULL, (self_value), (arg, object, value), (slash))
{
    return throw_step(t, value_to_record(self), value);
}

static Value throw_next(Thread *t, Value self)
{
    return throw_step(t, value_to_record(self), NONE);
}

NATIVE(athrow, throw, 0, NULL,
       (self_value), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    Record *r = value_to_record(self);
    if (r->word[0] == STEP_CLOSED)
        return raise_error(t, EXC(RuntimeError), "cannot reuse already awaited "
                           "aclose()/athrow()");
    TRY(e, generator_thrown(t, type, value, traceback));
    Value result;
    return throw_answer(t, r, generator_throw_into(t, generator_of(r), e,
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
    .instance_size = RECORD_SIZE(STEP_SLOTS),
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

enum { ANEXT_AWAITABLE, ANEXT_DEFAULT, ANEXT_ITERATOR, ANEXT_SLOTS };

Value async_gen_anext_default(Thread *t, Value awaitable, Value otherwise)
{
    Record *r = record_new(t, SHAPE_ANEXT_AWAITABLE, ANEXT_SLOTS);
    slot_set(r, &r->slot[ANEXT_AWAITABLE], awaitable);
    slot_set(r, &r->slot[ANEXT_DEFAULT], otherwise);
    return value_from_pointer(r);
}

/* The iterator of the awaitable, asked for once. */
static Value anext_iterator(Thread *t, Record *r)
{
    Value v = slot_get(&r->slot[ANEXT_ITERATOR]);
    if (value_is_unbound(v)) {
        v = generator_awaitable(t, slot_get(&r->slot[ANEXT_AWAITABLE]), 0);
        if (!value_is_null(v))
            slot_set(r, &r->slot[ANEXT_ITERATOR], v);
    }
    return v;
}

/* At the end of the iterator: its default, as StopIteration. */
static Value anext_answer(Thread *t, Record *r, Value v, Value result)
{
    if (value_is_unbound(v))
        return raise_stop_iteration(t, result);
    if (value_is_null(v) && exception_matches(t, EXC(StopAsyncIteration))) {
        exception_take(t);
        return raise_stop_iteration(t, slot_get(&r->slot[ANEXT_DEFAULT]));
    }
    return v;
}

static Value anext_next(Thread *t, Value self)
{
    Record *r = value_to_record(self);
    Value result;
    TRY(it, anext_iterator(t, r));
    return anext_answer(t, r, generator_send_to(t, it, NONE, &result), result);
}

NATIVE(anext, send, 0, NULL, (self_value), (arg, object, value), (slash))
{
    Record *r = value_to_record(self);
    Value result;
    TRY(it, anext_iterator(t, r));
    return anext_answer(t, r, generator_send_to(t, it, value, &result),
                        result);
}

NATIVE(anext, throw, 0, NULL,
       (self_value), (arg, object, type), (maybe, object, value),
       (maybe, object, traceback), (slash))
{
    Record *r = value_to_record(self);
    TRY(it, anext_iterator(t, r));
    TRY(e, generator_thrown(t, type, value, traceback));
    return anext_answer(t, r, object_call_method(t, it, N(throw), 1, e), NONE);
}

NATIVE(anext, close, 0, NULL, (self_value), (slash))
{
    Record *r = value_to_record(self);
    TRY(it, anext_iterator(t, r));
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
    .instance_size = RECORD_SIZE(ANEXT_SLOTS),
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
