/* SPDX-License-Identifier: MIT */
/*
 * Micro-op bodies that change a running trace's base frame.  Part of the
 * stencil template.
 */
#ifndef ADDER_ABI_UOP_FRAME_H
#define ADDER_ABI_UOP_FRAME_H

#include <stddef.h>
#include "abi/activation.h"
#include "abi/heap_frame.h"
#include "abi/uop_call.h"

#define PLAN ((const FramePlan *)operand)

/* The same body and globals, whichever closure. */
BODY(GUARD_FUNCTION_CODE, Value v)
{
    EXIT_UNLESS(value_has_shape(v, ABI_SHAPE_FUNCTION) &&
                AS(FunctionHead, v)->code == PLAN->code &&
                AS(FunctionHead, v)->globals == PLAN->globals);
}

/* Room for the frames of one trace is kept at all times; here for as much
 * again. */
BODY(CHECK_ROOM)
{
    EXIT_UNLESS(
        THREAD->frame_next + ACTIVATION_FRAMES < THREAD->frame_limit &&
        THREAD->stack_next + ACTIVATION_SLOTS < THREAD->stack_limit &&
        THREAD->recursion_left > 2 * ACTIVATION_FRAMES);
}
/* A generator's own values are on the heap: what it calls has its frame on the
 * thread's stack. */
BODY(PUSH_FRAME, Value function)
{
    ActivationHead *a = activation_head(t);
    Frame *caller = a->frame, *next = a->frame_next;
    const FunctionHead *fn = AS(FunctionHead, function);
    Value *base = caller->locals + PLAN->base;
    caller->pc = PLAN->pc;
    caller->sp = base;
    if (caller->flags & FRAME_GENERATOR)
        base = a->stack_next;
    next->locals = base;
    next->code = PLAN->code;
    next->function = (Function *)fn;
    next->globals = fn->globals;
    next->builtins = fn->builtins;
    next->back = caller;
    next->namespace_ = NULL_VALUE;
    next->object = NULL;
    next->stack_end = base + PLAN->size;
    next->flags = (uint32_t)PLAN->flags;
    THREAD->recursion_left--;
    activation_set_base(a, t, next, next + 1, base + PLAN->size);
    return UOP_NEXT;
}
/* ---- generators ---- */
BODY(GUARD_GENERATOR, Value v)
{
    const Generator *g = AS(Generator, v);
    EXIT_UNLESS(g->state <= GENERATOR_SUSPENDED && g->frame.pc == PLAN->pc &&
                g->frame.globals == PLAN->globals);
}
/* Its values and the operand stack, on which `sent` comes unless it has only
 * been created, are on the heap; the thread's stacks stay as they are. */
BODY(ENTER_GENERATOR, Value v, Value sent)
{
    ActivationHead *a = activation_head(t);
    Generator *g = AS(Generator, v);
    Frame *caller = a->frame, *inner = &g->frame;
    caller->pc = PLAN->pc;
    caller->sp = caller->locals + PLAN->base;
    *inner->sp = sent;
    inner->sp += PLAN->size;
    inner->flags = (uint32_t)PLAN->flags;
    inner->back = caller;
    inner->stack_end = a->stack_next;
    g->state = GENERATOR_RUNNING;
    g->exc.previous = THREAD->exc_state;
    THREAD->exc_state = &g->exc;
    THREAD->recursion_left--;
    THREAD->frame = a->frame = inner;
    a->locals = inner->locals;
    return UOP_NEXT;
}
/* After a yield (size 1), or the end (0). */
BODY(LEAVE_GENERATOR)
{
    ActivationHead *a = activation_head(t);
    Frame *inner = a->frame, *back = inner->back;
    Generator *g = (Generator *)((char *)inner - offsetof(Generator, frame));
    inner->pc = PLAN->pc;
    inner->sp = inner->locals + PLAN->base;
    inner->back = NULL;
    THREAD->exc_state = g->exc.previous;
    g->exc.previous = NULL;
    gc_write_barrier_in(THREAD->gc.remembered, g);
    THREAD->recursion_left++;
    if (PLAN->size != 0) {
        g->state = GENERATOR_SUSPENDED;
    } else {
        g->state = GENERATOR_FINISHED;
        g->n_values = 0; /* garbage from now on */
        g->exc.handled = NONE;
    }
    THREAD->frame = a->frame = back;
    a->locals = back->locals;
    return UOP_NEXT;
}

/* ---- returns ---- */
/* The base frame was called from where the recorded one was. */
BODY(GUARD_CALLER)
{
    const Frame *base = activation_head(t)->frame;
    EXIT_UNLESS(base->flags == PLAN->flags && base->object == NULL &&
                base->back->pc == PLAN->pc &&
                base->back->globals == PLAN->globals);
}
BODY(POP_FRAME)
{
    ActivationHead *a = activation_head(t);
    Frame *done = a->frame, *back = done->back;
    THREAD->recursion_left++;
    activation_set_base(a, t, back, done, back->stack_end);
    return UOP_NEXT;
}

#endif
