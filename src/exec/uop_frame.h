/* SPDX-License-Identifier: MIT */
/*
 * Micro-op bodies that change a running trace's base frame.  Part of the
 * stencil template.
 */
#ifndef ADDER_EXEC_UOP_FRAME_H
#define ADDER_EXEC_UOP_FRAME_H

#include "exec/activation.h"
#include "exec/uop_call.h"

#define PLAN ((const FramePlan *)operand)

/* The same body and globals, whichever closure. */
BODY(GUARD_FUNCTION_CODE, Value v)
{
    EXIT_UNLESS(value_has_shape(v, SHAPE_FUNCTION) &&
                AS(Function, v)->code == PLAN->code &&
                AS(Function, v)->globals == PLAN->globals);
}

/* Room for the frames of one trace is kept at all times; here for as much
 * again. */
BODY(CHECK_ROOM)
{
    EXIT_UNLESS(t->frame_next + ACTIVATION_FRAMES < t->frame_limit &&
                t->stack_next + ACTIVATION_SLOTS < t->stack_limit &&
                t->recursion_left > 2 * ACTIVATION_FRAMES);
}
/* A generator's own values are on the heap: what it calls has its frame on the
 * thread's stack. */
BODY(PUSH_FRAME, Value function)
{
    Activation *a = t->activation;
    Frame *caller = a->frame, *next = a->frame_next;
    const Function *fn = AS(Function, function);
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
    t->recursion_left--;
    activation_set_base(a, t, next, next + 1, base + PLAN->size);
    return UOP_NEXT;
}
/* The base frame was called from where the recorded one was. */
BODY(GUARD_CALLER)
{
    const Frame *base = t->activation->frame;
    EXIT_UNLESS(base->flags == PLAN->flags && base->object == NULL &&
                base->back->pc == PLAN->pc &&
                base->back->globals == PLAN->globals);
}
BODY(POP_FRAME)
{
    Activation *a = t->activation;
    Frame *done = a->frame, *back = done->back;
    t->recursion_left++;
    activation_set_base(a, t, back, done, back->stack_end);
    return UOP_NEXT;
}

#endif
