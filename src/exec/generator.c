/* SPDX-License-Identifier: MIT */
/*
 * Generators: a Frame and its values in one heap object.  The interpreter
 * resumes them in place (FOR_ITER_GEN, SEND_GEN); C code through
 * generator_send, which runs exec_run on the frame as an entry frame.
 */
#include "exec/generator.h"
#include "base/base.h"
#include "exec/call.h"
#include "exec/frame_object.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/outcome.h"
#include "object/core/runtime.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/text/str.h"

static void generator_trace(void *object, GcMarker *m)
{
    Generator *g = object;
    Frame *f = &g->frame;
    gc_mark_object(m, f->code);
    gc_mark_object(m, f->function);
    gc_mark_object(m, f->globals);
    gc_mark_object(m, f->builtins);
    gc_mark_object(m, f->object);
    mark_slot(m, &g->name);
    mark_slot(m, &g->qualname);
    mark_slot(m, &g->origin);
    gc_mark_range_conservatively(m, &g->exc.handled, &g->exc.handled + 1);
    gc_mark_range_conservatively(m, g->values, g->values + g->n_values);
}

static const GcKind generator_kind = {.name = "generator", .trace = generator_trace};

static uint32_t shape_for(const Code *code)
{
    return code->flags & CODE_COROUTINE          ? SHAPE_COROUTINE
           : code->flags & CODE_ASYNC_GENERATOR ? SHAPE_ASYNC_GENERATOR
                                                : SHAPE_GENERATOR;
}

/* cr_origin: file, line and name of the calls that it comes from, as many as the
 * thread wants. */
static Value calls_of(Thread *t, Frame *f)
{
    List *calls = list_new(t, 0);
    frame_top(t); /* those of compiled code, too */
    for (f = frame_back(f); f != NULL && calls->len < t->origin_depth;
         f = frame_back(f))
        list_append(t, calls, value_from_pointer(tuple_pack(
            t, 3, slot_get(&f->code->filename), value_from_int(frame_line(f)),
            slot_get(&f->code->name))));
    return value_from_pointer(list_to_tuple(t, calls));
}

Value generator_new(Thread *t, Frame *f)
{
    ASSERT(f->sp >= f->locals && f->code != NULL);
    const Code *code = f->code;
    int64_t n = code->n_localsplus + code->stack_size + INSTR_SCRATCH;
    ASSERT(f->sp - f->locals <= n - INSTR_SCRATCH);
    Generator *g = gc_alloc(t, sizeof *g + (size_t)n * sizeof(Value),
                            KIND_GENERATOR, shape_for(code));
    g->n_values = n;
    g->frame = *f;
    g->frame.locals = g->values;
    g->frame.sp = g->values + (f->sp - f->locals);
    g->frame.object = NULL;
    g->frame.back = NULL;
    g->frame.flags = FRAME_GENERATOR;
    memcpy(g->values, f->locals, (size_t)(f->sp - f->locals) * sizeof(Value));
    g->exc.handled = NONE;
    g->state = GENERATOR_CREATED;
    g->origin.value_ = NONE;
    if (f->function != NULL) {
        slot_set(g, &g->name, slot_get(&f->function->name));
        slot_set(g, &g->qualname, slot_get(&f->function->qualname));
    } else {
        slot_set(g, &g->name, slot_get(&code->name));
        slot_set(g, &g->qualname, slot_get(&code->qualname));
    }
    /* Only blocks that must be left need it to be closed; a coroutine tells if
     * it was never awaited; asynchronous generators see to it as they begin. */
    if (g->h.shape == SHAPE_COROUTINE ||
        (code->n_exceptions > 0 && g->h.shape != SHAPE_ASYNC_GENERATOR))
        gc_finalizer_add(&t->gc, g);
    if (UNLIKELY(t->origin_depth > 0) && g->h.shape == SHAPE_COROUTINE)
        slot_set(g, &g->origin, calls_of(t, f));
    return value_from_pointer(g);
}

void generator_enter(Thread *t, Generator *g, Value sent, uint32_t flags)
{
    ASSERT(g->frame.back == NULL && t->exc_state != &g->exc);
    ASSERT(g->state == GENERATOR_CREATED || g->state == GENERATOR_SUSPENDED);
    ASSERT(g->frame.sp >= g->values &&
           g->frame.sp <
               g->values + g->n_values + (g->state == GENERATOR_CREATED));
    Frame *f = &g->frame;
    if (g->state == GENERATOR_SUSPENDED)
        *f->sp++ = sent;
    g->state = GENERATOR_RUNNING;
    g->exc.previous = t->exc_state;
    t->exc_state = &g->exc;
    f->flags = FRAME_GENERATOR | flags;
    f->back = t->frame;
    f->stack_end = t->stack_next;
    t->frame = f;
    t->recursion_left--;
}

void generator_leave(Thread *t, Generator *g, GeneratorState state)
{
    ASSERT(g->state == GENERATOR_RUNNING && t->frame == &g->frame);
    ASSERT(t->exc_state == &g->exc && state != GENERATOR_RUNNING);
    Frame *f = &g->frame;
    gc_write_barrier(g); /* its values are written without */
    g->state = state;
    t->exc_state = g->exc.previous;
    g->exc.previous = NULL;
    t->frame = f->back;
    f->back = NULL;
    t->recursion_left++;
    if (state == GENERATOR_FINISHED) {
        if (f->object != NULL)
            frame_detach_object(t, f);
        g->n_values = 0; /* the values are garbage now */
        g->h.flags &= (uint16_t)~OBJECT_FINALIZE;
        g->exc.handled = NONE;
    }
}

static const char *what(const Generator *g)
{
    return g->h.shape == SHAPE_COROUTINE         ? "coroutine"
           : g->h.shape == SHAPE_ASYNC_GENERATOR ? "async generator"
                                                 : "generator";
}

static bool raise_if_running(Thread *t, Generator *g)
{
    if (g->state != GENERATOR_RUNNING)
        return false;
    raise_value_error(t, "%s already executing", what(g));
    return true;
}

static Value resume(Thread *t, Generator *g, Value sent)
{
    ASSERT(g->state == GENERATOR_CREATED || g->state == GENERATOR_SUSPENDED);
    if (!call_may_recurse(t) ||
        (char *)__builtin_frame_address(0) < t->c_stack_limit) {
        raise_error(t, EXC(RecursionError), "maximum recursion depth exceeded");
        return NULL_VALUE;
    }
    generator_enter(t, g, sent, FRAME_ENTRY);
    return outcome(t, exec_run(t, &g->frame));
}

Value generator_send(Thread *t, Generator *g, Value v, Value *result)
{
    ASSERT(!value_is_null(v) && result != NULL);
    *result = NONE;
    if (raise_if_running(t, g))
        return NULL_VALUE;
    if (g->state == GENERATOR_FINISHED) {
        if (g->h.shape == SHAPE_COROUTINE)
            return raise_error(t, EXC(RuntimeError),
                               "cannot reuse already awaited coroutine");
        return UNBOUND;
    }
    if (g->state == GENERATOR_CREATED && !value_is_none(v))
        return raise_type_error(t, "can't send non-None value to a "
                                   "just-started %s", what(g));
    Value r = resume(t, g, v);
    if (value_is_null(r) || g->state != GENERATOR_FINISHED)
        return r;
    *result = r;
    return UNBOUND;
}

/* At a SEND loop the receiver lies below the value sent to it. */
Value generator_delegate(Generator *g)
{
    const Frame *f = &g->frame;
    if (g->state != GENERATOR_SUSPENDED)
        return NULL_VALUE;
    const CodeUnit *next = f->pc; /* behind YIELD_VALUE: RESUME arg > 1 */
    if (unit_opcode(*next) == OP_RESUME && (unit_arg(*next) & 3) >= 2)
        return f->sp[-1];
    return NULL_VALUE;
}

/* Raises `exception` at the generator's yield, or where it begins. */
static Value throw_here(Thread *t, Generator *g, Value exception)
{
    ASSERT(g->state == GENERATOR_CREATED || g->state == GENERATOR_SUSPENDED);
    t->exc = exception;
    return resume(t, g, NONE);
}

Value generator_throw(Thread *t, Generator *g, Value exception)
{
    ASSERT(value_is_null(t->exc));
    if (raise_if_running(t, g))
        return NULL_VALUE;
    if (g->state == GENERATOR_FINISHED) {
        if (g->h.shape == SHAPE_COROUTINE)
            return raise_error(t, EXC(RuntimeError),
                               "cannot reuse already awaited coroutine");
        t->exc = exception;
        return NULL_VALUE;
    }
    return throw_here(t, g, exception);
}

Value generator_send_to(Thread *t, Value receiver, Value v, Value *result)
{
    if (value_is_generator(receiver) &&
        value_header(receiver)->shape != SHAPE_ASYNC_GENERATOR)
        return generator_send(t, value_to_pointer(receiver), v, result);
    Value r;
    if (value_is_none(v) && type_of(receiver)->slots.next != NULL) {
        t->stop_value = NONE;
        r = outcome(t, type_of(receiver)->slots.next(t, receiver));
        *result = t->stop_value;
        if (!value_is_unbound(r) && !value_is_null(r))
            return r;
    } else {
        r = object_call_method(t, receiver, str_intern_c(t, "send"), 1, v);
        if (!value_is_null(r))
            return r;
    }
    if (value_is_unbound(r))
        return UNBOUND;
    if (!exception_matches(t, EXC(StopIteration)))
        return NULL_VALUE;
    Exception *e = value_to_exception(exception_take(t));
    *result = slot_get(&e->fields[0]);
    return UNBOUND;
}

void generator_register(void)
{
    kind_register(KIND_GENERATOR, &generator_kind);
    generator_types_register();
}
