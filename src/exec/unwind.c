/* SPDX-License-Identifier: MIT */
/* From a raised exception to its handler. */
#include "base/base.h"
#include "exec/call.h"
#include "exec/generator.h"
#include "exec/frame_object.h"
#include "exec/tracing.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"

/* A generator may not let StopIteration out (PEP 479). */
static void convert_stop_iteration(Thread *t, const Code *code)
{
    ASSERT(!value_is_null(t->exc));
    const char *what = code->flags & CODE_ASYNC_GENERATOR ? "async generator"
                       : code->flags & CODE_COROUTINE     ? "coroutine"
                                                          : "generator";
    Value old = t->exc;
    const char *name;
    if (type_is_subtype(type_of(old), EXC(StopIteration)))
        name = "StopIteration";
    else if ((code->flags & CODE_ASYNC_GENERATOR) &&
             type_is_subtype(type_of(old), EXC(StopAsyncIteration)))
        name = "StopAsyncIteration";
    else
        return;
    t->exc = NULL_VALUE;
    raise_error(t, EXC(RuntimeError), "%s raised %s", what, name);
    Exception *e = value_to_exception(t->exc);
    slot_set(e, &e->cause, old);
    slot_set(e, &e->context, old);
    e->suppress_context = 1;
}

/* Leaves the frame with the exception; true: it was the entry frame. */
static inline __attribute__((always_inline)) bool leave(Thread *t, Frame *f)
{
    uint32_t flags = f->flags;
    if (flags & FRAME_GENERATOR) {
        convert_stop_iteration(t, f->code);
        generator_leave(t, generator_of_frame(f), GENERATOR_FINISHED);
    } else {
        call_count_again(t, f);
        call_pop(t, f);
    }
    return flags & FRAME_ENTRY;
}

/* Where the exception came from that the frame's instruction has raised again:
 * RERAISE with an argument has that on the stack. */
static uint32_t unit_of_raise(const Frame *f)
{
    CodeUnit u = f->pc[-1];
    if (unit_opcode(u) == OP_RERAISE && unit_arg(u) > 0)
        return (uint32_t)value_to_int(f->sp[-2]);
    return (uint32_t)(f->pc - f->code->units - 1);
}

/* Whether the frame's instruction lets go on what came by here already.  Behind a
 * call's unit, where callers are, caches may say anything. */
static bool raises_again(const Frame *f)
{
    unsigned op = unit_opcode(f->pc[-1]);
    if (LIKELY(op != OP_CLEANUP_THROW && op != OP_END_ASYNC_FOR))
        return false;
    int32_t unit = (int32_t)(f->pc - f->code->units - 1);
    return code_instruction(f->code, unit) == unit;
}

bool unwind(Thread *t, Frame **fp, bool reraised)
{
    ASSERT(!value_is_null(t->exc) && t->frame == *fp);
    Frame *f = *fp;
    reraised = reraised || raises_again(f);
    for (;;) {
        uint32_t unit = (uint32_t)(f->pc - f->code->units - 1);
        ASSERT(unit < (uint32_t)f->code->n_units);
        const ExceptionRow *row = code_handler(f->code, unit);
        uint32_t came_from = unit;
        if (UNLIKELY(reraised)) {
            came_from = unit_of_raise(f);
            if (row == NULL)
                f->pc = f->code->units + came_from + 1;
        } else if (!(f->code->flags & CODE_HIDDEN)) {
            exception_add_traceback(
                t, t->exc, value_from_pointer(frame_object_of(t, f)), f->code,
                unit);
        }
        if (UNLIKELY(t->tracing))
            tracing_unwinds(t, f, reraised, row != NULL);
        reraised = false;
        if (row != NULL) {
            ASSERT(row->target < (uint32_t)f->code->n_units);
            Value *sp = f->locals + f->code->n_localsplus + row->depth;
            ASSERT((int32_t)(row->depth + row->push_unit) <
                   f->code->stack_size);
            if (row->push_unit)
                *sp++ = value_from_int(came_from);
            *sp++ = exception_take(t);
            f->sp = sp;
            f->pc = f->code->units + row->target;
            *fp = f;
            return true;
        }
        if (leave(t, f))
            return false;
        f = t->frame;
    }
}

bool unwind_one(Thread *t, Frame **f)
{
    if (leave(t, *f))
        return false;
    *f = t->frame;
    return true;
}
