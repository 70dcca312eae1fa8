/* SPDX-License-Identifier: MIT */
/* The hooks of src/object and the collector that look at frames. */
#include "exec/hooks.h"

#include "exec/async_gen.h"
#include "exec/exec.h"
#include "exec/frame_object.h"
#include "exec/generator.h"
#include "exec/tracing.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/poll.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/super.h"
#include "object/type/type_make.h"

static Dict *current_globals(Thread *t)
{
    Frame *f = frame_top(t);
    return f == NULL ? NULL : f->globals;
}

static Value in_cell(Value v)
{
    return value_has_shape(v, SHAPE_CELL)
               ? slot_get(&value_to_cell(v)->value)
               : v;
}

/* The __class__ cell that the frame's function closes over; null: none. */
static Value class_cell(const Frame *f)
{
    const Code *code = f->code;
    for (int32_t i = 0; i < code->n_localsplus; i++) {
        Value name = slot_get(&code->localsplus_names->items[i]);
        if (value_to_pointer(name) == (void *)N(__class__))
            return f->locals[i];
    }
    return NULL_VALUE;
}

static int super_args(Thread *t, Value *type, Value *self)
{
    Frame *f = frame_top(t);
    if (f == NULL)
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "super(): no current frame"));
    if (f->code->n_args == 0)
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "super(): no arguments"));
    *self = f->locals[0];
    if (f->code->localsplus_kinds->data[0] & LOCAL_CELL)
        *self = in_cell(*self);
    if (value_is_unbound(*self))
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "super(): arg[0] deleted"));
    Value cell = class_cell(f);
    if (value_is_null(cell))
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "super(): __class__ cell not found"));
    *type = in_cell(cell);
    if (value_is_unbound(*type))
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "super(): empty __class__ cell"));
    return 0;
}

/* A running generator's values lie in the generator, and are written to without
 * the barrier. */
static void mark_running_generators(void *context, GcMarker *m)
{
    Runtime *rt = context;
    for (Thread *t = rt->main_thread; t != NULL; t = t->next_thread)
        for (Frame *f = t->frame; f != NULL; f = f->back)
            if (f->flags & FRAME_GENERATOR)
                gc_mark_written(m, f);
}

void exec_register(void)
{
    code_register();
    frame_object_register();
    generator_register();
    async_gen_register();
    type_function.slots.call = frame_function_call;
}

void exec_hooks_init(Runtime *rt)
{
    gc_root_register(rt->heap, mark_running_generators, rt);
    tracing_init(rt);
    current_globals_hook = current_globals;
    poll_hook = safepoint;
    poll_interrupt_hook = safepoint_interrupt;
    super_args_hook = super_args;
}
