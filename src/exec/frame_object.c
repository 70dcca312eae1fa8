/* SPDX-License-Identifier: MIT */
/*
 * Frame objects.  When its frame ends an object keeps a copy of the values of
 * the locals (a SlotArray in `locals`), of which a dict is made when somebody
 * asks.
 */
#include "exec/frame_object.h"

#include <stdio.h>
#include "exec/call.h"
#include "exec/generator.h"
#include "object/container/dict.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"

static void trace(void *object, GcMarker *m)
{
    FrameObject *o = object;
    /* A generator's frame lies inside the generator, which lives on. */
    gc_mark_range_conservatively(m, &o->frame, &o->frame + 1);
    gc_mark_object(m, o->code);
    gc_mark_object(m, o->globals);
    gc_mark_object(m, o->builtins);
    gc_mark_object(m, o->back);
    mark_slot(m, &o->locals);
    mark_slot(m, &o->trace);
}

static const GcKind frame_object_kind = {"frame_object", trace, NULL};

static FrameObject *frame_object_new(Thread *t, Code *code, Dict *globals,
                                     Dict *builtins)
{
    FrameObject *o = gc_alloc(t, sizeof *o, KIND_FRAME_OBJECT, SHAPE_FRAME);
    FIELD_SET(o, code, code);
    FIELD_SET(o, globals, globals);
    FIELD_SET(o, builtins, builtins);
    slot_set(o, &o->locals, UNBOUND);
    slot_set(o, &o->trace, NONE);
    return o;
}

Frame *frame_back(const Frame *f)
{
    Frame *back = f->back;
    while (back != NULL && (back->code->flags & CODE_HIDDEN))
        back = back->back;
    return back;
}

FrameObject *frame_object_of(Thread *t, Frame *f)
{
    ASSERT(f->code != NULL);
    if (f->object == NULL) {
        FrameObject *o = frame_object_new(t, f->code, f->globals, f->builtins);
        o->frame = f;
        f->object = o;
        if (f->flags & FRAME_GENERATOR) /* which may be suspended */
            gc_write_barrier(generator_of_frame(f));
    }
    ASSERT(f->object->frame == f);
    return f->object;
}

void frame_detach_object(Thread *t, Frame *f)
{
    FrameObject *o = f->object;
    ASSERT(o != NULL && o->frame == f);
    int64_t unit = f->pc - f->code->units - 1;
    o->instr = unit < 0 ? 0 : unit;
    if (frame_back(f) != NULL)
        FIELD_SET(o, back, frame_object_of(t, frame_back(f)));
    if (!value_is_null(f->namespace_)) {
        slot_set(o, &o->locals, f->namespace_);
    } else {
        int64_t n = f->code->n_localsplus;
        SlotArray *a = gc_alloc(t, sizeof *a + (size_t)n * sizeof(Slot),
                                KIND_SLOTS, SHAPE_RAW);
        a->capacity = n;
        for (int64_t i = 0; i < n; i++)
            slot_set(a, &a->items[i], f->locals[i]);
        slot_set(o, &o->locals, value_from_pointer(a));
    }
    o->frame = NULL;
    f->object = NULL;
}

static bool is_generator(const FrameObject *o)
{
    return o->frame != NULL && (o->frame->flags & FRAME_GENERATOR);
}

static bool is_running(const FrameObject *o)
{
    if (o->frame == NULL)
        return false;
    return !is_generator(o) ||
           generator_of_frame(o->frame)->state == GENERATOR_RUNNING;
}

/* --- attributes -------------------------------------------------------- */

/* A frame that looks like the one that has ended, for frame_locals. */
static Value locals_of_ended(Thread *t, FrameObject *o, SlotArray *a)
{
    Frame f = {.code = o->code, .locals = &a->items[0].value_};
    Value v = frame_locals(t, &f);
    KEEP(a);
    return v;
}

static Value get_locals(Thread *t, Value self)
{
    FrameObject *o = value_to_frame_object(self);
    frame_top(t); /* brings it up to date */
    if (o->frame != NULL)
        return frame_locals(t, o->frame);
    Value v = slot_get(&o->locals);
    if (value_is_unbound(v)) {
        v = value_from_pointer(dict_new(t));
    } else if (value_is_pointer(v) && value_header(v)->kind == KIND_SLOTS) {
        TRY(d, locals_of_ended(t, o, value_to_pointer(v)));
        v = d;
    }
    slot_set(o, &o->locals, v);
    return v;
}

static Value get_globals(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_frame_object(self)->globals);
}

static Value get_builtins(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_frame_object(self)->builtins);
}

static Value get_code(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_frame_object(self)->code);
}

static Value get_back(Thread *t, Value self)
{
    FrameObject *o = value_to_frame_object(self);
    frame_top(t);
    if (o->frame != NULL && frame_back(o->frame) != NULL)
        return value_from_pointer(frame_object_of(t, frame_back(o->frame)));
    if (o->frame == NULL && o->back != NULL)
        return value_from_pointer(o->back);
    return NONE;
}

static int64_t unit_of(const FrameObject *o)
{
    if (o->frame == NULL)
        return o->instr;
    int64_t unit = o->frame->pc - o->code->units - 1;
    return unit < 0 ? 0 : unit;
}

static Value get_lineno(Thread *t, Value self)
{
    FrameObject *o = value_to_frame_object(self);
    frame_top(t); /* brings it up to date */
    int line = code_position(o->code, (uint32_t)unit_of(o)).line;
    return int_from_int64(t, line > 0 ? line : o->code->first_line);
}

static Value get_lasti(Thread *t, Value self)
{
    FrameObject *o = value_to_frame_object(self);
    if (o->frame != NULL && o->frame->pc == o->code->units)
        return value_from_int(-1);
    return int_from_int64(t, unit_of(o) * 2);
}

static Value get_trace(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_frame_object(self)->trace);
}

static int set_trace(Thread *t, Value self, Value value)
{
    (void)t;
    FrameObject *o = value_to_frame_object(self);
    slot_set(o, &o->trace, value_is_null(value) ? NONE : value);
    return 0;
}

static Value get_trace_lines(Thread *t, Value self)
{
    (void)t, (void)self;
    return TRUE_VALUE;
}

static int set_ignored(Thread *t, Value self, Value value)
{
    (void)t, (void)self, (void)value;
    return 0;
}

static Value get_trace_opcodes(Thread *t, Value self)
{
    (void)t, (void)self;
    return FALSE_VALUE;
}

NATIVE(frame_object, clear, 0,
       "Forget the variables of a frame that has ended.",
       (self, FrameObject), (slash))
{
    if (is_running(self))
        return raise_error(t, EXC(RuntimeError),
                           "cannot clear an executing frame");
    if (is_generator(self)) {
        Generator *g = generator_of_frame(self->frame);
        return generator_close(t, g);
    }
    slot_set(self, &self->locals, UNBOUND);
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    FrameObject *o = value_to_frame_object(self);
    TRY(line, get_lineno(t, self));
    char address[24];
    snprintf(address, sizeof address, "%p", (void *)o);
    return format_message(t, "<frame at %s, file %R, line %R, code %S>",
                          address, slot_get(&o->code->filename), line,
                          slot_get(&o->code->name));
}

static const GetSetDef getsets[] = {
    {"f_back", get_back, NULL, NULL},
    {"f_builtins", get_builtins, NULL, NULL},
    {"f_code", get_code, NULL, NULL},
    {"f_globals", get_globals, NULL, NULL},
    {"f_lasti", get_lasti, NULL, NULL},
    {"f_lineno", get_lineno, NULL, NULL},
    {"f_locals", get_locals, NULL, NULL},
    {"f_trace", get_trace, set_trace, NULL},
    {"f_trace_lines", get_trace_lines, set_ignored, NULL},
    {"f_trace_opcodes", get_trace_opcodes, set_ignored, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &frame_object_clear_native,
    NULL,
};

static Type type_frame = {
    TYPE_HEAD(FRAME),
    .c_name = "frame",
    .kind = KIND_FRAME_OBJECT,
    .instance_size = sizeof(FrameObject),
    .slots = {.repr = repr},
    .getsets = getsets,
    .methods = methods,
};

void frame_object_register(void)
{
    type_register(SHAPE_FRAME, &type_frame);
    kind_register(KIND_FRAME_OBJECT, &frame_object_kind);
}
