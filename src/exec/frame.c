/* SPDX-License-Identifier: MIT */
/* Pushing and popping of frames, and entering the interpreter from C. */
#include "base/base.h"
#include "exec/call.h"
#include "exec/frame_object.h"
#include "exec/trace_hooks.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"

bool call_may_recurse(Thread *t)
{
    for (Frame *f = t->frame; f != NULL && t->recursion_left <= 0; f = f->back)
        if ((f->code->flags & CODE_HIDDEN) && !(f->flags & FRAME_UNCOUNTED)) {
            f->flags |= FRAME_UNCOUNTED;
            t->recursion_left++;
        }
    return t->recursion_left > 0;
}

Frame *call_push_slow(Thread *t, Code *code, Value *end)
{
    ASSERT(value_is_null(t->exc));
    (void)code;
    (void)end;
    raise_error(t, EXC(RecursionError), "maximum recursion depth exceeded");
    return NULL;
}

/*
 * Pushes an entry frame for exec_run: `locals` UNBOUND but for the n values
 * copied from args.  NULL with RecursionError or MemoryError set.
 */
static Frame *push_entry(Thread *t, Code *code, Function *function,
                         Dict *globals, Dict *builtins, const Value *args,
                         int64_t n)
{
    ASSERT(value_is_null(t->exc));
    ASSERT(n >= 0 && n <= code->n_localsplus);
    ASSERT(globals != NULL && builtins != NULL);
    Frame *f = t->frame_next;
    Value *locals = t->stack_next;
    Value *top = locals + code->n_localsplus;
    Value *end = top + code->stack_size;
    if (end > t->stack_limit || f >= t->frame_limit || !call_may_recurse(t) ||
        (char *)__builtin_frame_address(0) < t->c_stack_limit)
        return call_push_slow(t, code, end);
    if (args != locals && n > 0)
        memmove(locals, args, (size_t)n * sizeof *args);
    for (Value *v = locals + n; v < top; v++)
        *v = UNBOUND;
    *f = (Frame){
        .locals = locals,
        .pc = code->units,
        .sp = top,
        .code = code,
        .function = function,
        .globals = globals,
        .builtins = builtins,
        .back = t->frame,
        .stack_end = end,
        .flags = FRAME_ENTRY,
    };
    t->frame = f;
    t->frame_next = f + 1;
    t->stack_next = end;
    t->recursion_left--;
    return f;
}

Frame *function_push(Thread *t, Function *fn, Value *args, int64_t n,
                     Tuple *kwnames)
{
    ASSERT(n >= 0 && fn->code != NULL);
    Code *code = fn->code;
    Value *locals = t->stack_next;
    if (locals + code->n_localsplus + code->stack_size > t->stack_limit)
        return call_push_slow(t, code, NULL);
    if (function_bind(t, fn, args, n, kwnames, locals) < 0)
        return NULL;
    int64_t bound = code->n_args + code->n_kwonly +
                    !!(code->flags & CODE_VARARGS) +
                    !!(code->flags & CODE_VARKEYWORDS);
    return call_push(t, fn, locals, bound);
}

/* A trace that calls has reserved room which the end of the frame would give
 * back. */
static Value run(Thread *t, Frame *f)
{
    ASSERT(t->frame == f && (f->flags & FRAME_ENTRY));
    Value *next = f->locals;
    Value v = outcome(t, exec_run(t, f));
    t->stack_next = next;
    return v;
}

Value frame_function_call(Thread *t, Value callable, Value *args, int64_t n,
                          Tuple *kwnames)
{
    Function *fn = value_to_function(callable);
    Code *code = fn->code;
    Value *locals = t->stack_next;
    Frame *f;
    if ((char *)__builtin_frame_address(0) < t->c_stack_limit ||
        locals + code->n_localsplus + code->stack_size > t->stack_limit) {
        f = call_push_slow(t, code, NULL);
    } else if (kwnames == NULL && code_takes_exactly(code, n)) {
        for (int64_t i = 0; i < n; i++)
            locals[i] = args[i];
        f = call_push(t, fn, locals, n);
    } else {
        f = function_push(t, fn, args, n, kwnames);
    }
    if (f == NULL)
        return NULL_VALUE;
    f->flags = FRAME_ENTRY;
    return run(t, f);
}

static Dict *builtins_of(Thread *t, Dict *globals)
{
    Value v = dict_get_str(globals, N(__builtins__));
    if (!value_is_null(v) && value_is_pointer(v)) {
        if (value_is_dict(v))
            return value_to_dict(v);
        if (type_has_flag(v, TYPE_IS_MODULE))
            return value_to_module(v)->dict;
    }
    return t->rt->builtins;
}

Value exec_code(Thread *t, Code *code, Dict *globals, Value locals)
{
    Frame *f =
        push_entry(t, code, NULL, globals, builtins_of(t, globals), NULL, 0);
    if (f == NULL)
        return NULL_VALUE;
    f->namespace_ = locals;
    return run(t, f);
}

Value exec_class_body(Thread *t, Function *function, Value locals)
{
    Frame *f = push_entry(t, function->code, function, function->globals,
                          function->builtins, NULL, 0);
    if (f == NULL)
        return NULL_VALUE;
    f->namespace_ = locals;
    return run(t, f);
}

int frame_line(const Frame *f)
{
    ASSERT(f->code != NULL && f->pc >= f->code->units &&
           f->pc <= f->code->units + f->code->n_units);
    int64_t unit = f->pc - f->code->units - 1;
    return code_line_near(f->code, unit < 0 ? 0 : (uint32_t)unit);
}

Frame *frame_top_of(Thread *self, Thread *t)
{
    if (t->activation != NULL)
        trace_hooks.show(self, t);
    return t->frame;
}

Frame *frame_top(Thread *t)
{
    return frame_top_of(t, t);
}

Value frame_locals(Thread *t, Frame *f)
{
    if (!value_is_null(f->namespace_))
        return f->namespace_;
    Dict *d = dict_new(t);
    frame_locals_into(t, f, d);
    return value_from_pointer(d);
}

void frame_locals_into(Thread *t, const Frame *f, Dict *d)
{
    const Code *code = f->code;
    const uint8_t *kinds = code->localsplus_kinds->data;
    for (int32_t i = 0; i < code->n_localsplus; i++) {
        Value v = f->locals[i];
        if (kinds[i] & LOCAL_HIDDEN)
            continue;
        if (kinds[i] & (LOCAL_CELL | LOCAL_FREE) &&
            value_has_shape(v, SHAPE_CELL))
            v = slot_get(&value_to_cell(v)->value);
        Str *name = value_to_str(tuple_get(code->localsplus_names, i));
        if (!value_is_unbound(v) && !value_is_null(v))
            dict_set_str(t, d, name, v);
        else if (d->used > 0)
            dict_delete_str(t, d, name);
    }
}
