/* SPDX-License-Identifier: MIT */
/* Frames of calls: the interpreter's fast way in, inline. */
#ifndef ADDER_EXEC_CALL_H
#define ADDER_EXEC_CALL_H

#include <string.h>
#include "base/base.h"
#include "exec/exec.h"

/* Operands that an instruction's micro-ops put above those that it takes and
 * leaves: DELETE_DEREF has two (tests/unit/instrs.c works it out).  A frame's stack
 * ends below them, where the next frame's begins, and the last one's headroom; a
 * generator's would lie in the next object. */
enum { INSTR_SCRATCH = 2 };

/* Whether there is recursion left once hidden frames (of functions that stand
 * for C code) are no longer counted. */
bool call_may_recurse(Thread *t);
/* Before a frame ends, which gives back what it took. */
static inline void call_count_again(Thread *t, const Frame *f)
{
    if (f->flags & FRAME_UNCOUNTED)
        t->recursion_left--;
}

/* As call_push when there is no room or no recursion left: raises, NULL. */
Frame *call_push_slow(Thread *t, Code *code, Value *end);

/*
 * Pushes the frame of a call of `fn` whose n arguments, one for each
 * parameter, are operands of the innermost frame: where they lie they become
 * the callee's locals (a generator's are copied: its operands are on the
 * heap).
 */
static inline Frame *call_push(Thread *t, Function *fn, Value *args, int64_t n)
{
    Code *code = fn->code;
    Frame *f = t->frame_next;
    ASSERT(n >= 0 && n <= code->n_localsplus && value_is_null(t->exc));
    if (__builtin_expect(args < t->stack || args >= t->stack_limit, 0))
        args = memcpy(t->stack_next, args, (size_t)n * sizeof *args);
    Value *top = args + code->n_localsplus;
    Value *end = top + code->stack_size;
    if (__builtin_expect(end > t->stack_limit || f >= t->frame_limit ||
                             t->recursion_left <= 0, 0) &&
        (end > t->stack_limit || f >= t->frame_limit || !call_may_recurse(t)))
        return call_push_slow(t, code, end);
    for (Value *v = args + n; v < top; v++)
        *v = UNBOUND;
    f->locals = args;
    f->pc = code->units;
    f->sp = top;
    f->code = code;
    f->function = fn;
    f->globals = fn->globals;
    f->builtins = fn->builtins;
    f->back = t->frame;
    f->namespace_ = NULL_VALUE;
    f->object = NULL;
    f->stack_end = end;
    f->flags = 0;
    t->frame = f;
    t->frame_next = f + 1;
    t->stack_next = end;
    t->recursion_left--;
    return f;
}

void frame_detach_object(Thread *t, Frame *f);

static inline void call_pop(Thread *t, Frame *f)
{
    Frame *back = f->back;
    if (__builtin_expect(f->object != NULL, 0))
        frame_detach_object(t, f);
    t->frame = back;
    t->frame_next = f;
    if (__builtin_expect(back != NULL, 1))
        t->stack_next = back->stack_end;
    else
        t->stack_next = t->stack;
    t->recursion_left++;
}

/* Binds the arguments (anywhere) and pushes the frame; NULL on error. */
Frame *function_push(Thread *t, Function *fn, Value *args, int64_t n,
                     Tuple *kwnames);

static inline bool code_takes_exactly(const Code *code, int64_t n)
{
    return code->n_args == n && code->n_kwonly == 0 &&
           !(code->flags & (CODE_VARARGS | CODE_VARKEYWORDS));
}

/* function_push, fast when the operands fit as they are. */
static inline Frame *call_push_any(Thread *t, Function *fn, Value *args,
                                   int64_t n)
{
    return code_takes_exactly(fn->code, n) ? call_push(t, fn, args, n)
                                           : function_push(t, fn, args, n,
                                                           NULL);
}

#endif
