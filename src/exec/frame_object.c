/* SPDX-License-Identifier: MIT */
/*
 * Frame objects.  When its frame ends an object keeps a copy of the values of the
 * variables.  Who asks for f_locals gets the same dict each time, brought up to
 * date; what is written into it reaches the variables when a trace function has
 * returned.
 */
#include "exec/frame_object.h"

#include <stdio.h>
#include "exec/call.h"
#include "exec/generator.h"
#include "exec/line_jump.h"
#include "exec/tracing.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

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
    mark_slot(m, &o->values);
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
    o->locals.value_ = UNBOUND;
    o->trace.value_ = NONE; /* what else there is is zero */
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
    o->instr = f->pc == f->code->units
                   ? 0
                   : (int32_t)(f->pc - f->code->units - 1);
    if (frame_back(f) != NULL)
        FIELD_SET(o, back, frame_object_of(t, frame_back(f)));
    if (!value_is_null(f->namespace_)) {
        slot_set(o, &o->locals, f->namespace_);
    } else {
        int64_t n = f->code->n_localsplus;
        SlotArray *a = gc_alloc(t, sizeof *a + (size_t)n * sizeof(Slot),
                                KIND_SLOTS, SHAPE_RAW);
        a->capacity = n;
        for (int64_t i = n; i-- > 0;)
            a->items[i].value_ = f->locals[i]; /* it is new */
        slot_set(o, &o->values, value_from_pointer(a));
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

/* --- locals ------------------------------------------------------------ */

Value frame_object_locals(Thread *t, FrameObject *o)
{
    Frame *f = o->frame;
    if (f != NULL && !value_is_null(f->namespace_))
        return f->namespace_;
    Value v = slot_get(&o->locals);
    if (f == NULL && value_is_null(slot_get(&o->values)) &&
        !value_is_unbound(v))
        return v; /* the namespace */
    if (value_is_unbound(v)) {
        v = value_from_pointer(dict_new(t));
        slot_set(o, &o->locals, v);
    }
    if (f != NULL) {
        frame_locals_into(t, f, value_to_dict(v));
    } else if (!value_is_null(slot_get(&o->values))) {
        SlotArray *a = value_to_pointer(slot_get(&o->values));
        Frame ended = {.code = o->code, .locals = &a->items[0].value_};
        frame_locals_into(t, &ended, value_to_dict(v));
        KEEP(a);
    }
    return v;
}

/* Whether some instruction takes for granted that the local is bound. */
static bool is_taken_for_bound(const Code *code, uint32_t local)
{
    for (int32_t i = 0; i < code->n_units; i++) {
        uint32_t arg = unit_arg(code->units[i]);
        Opcode op = (Opcode)opcode_base[unit_opcode(code->units[i])];
        if ((op == OP_LOAD_FAST && arg == local) ||
            (op == OP_LOAD_FAST_LOAD_FAST &&
             (arg >> 12 == local || (arg & 0xfff) == local)) ||
            (op == OP_STORE_FAST_LOAD_FAST && (arg & 0xfff) == local))
            return true;
        i += opcode_caches[op];
    }
    return false;
}

void frame_object_take_locals(Thread *t, FrameObject *o)
{
    Frame *f = o->frame;
    Value dict = slot_get(&o->locals);
    if (f == NULL || !value_is_null(f->namespace_) || value_is_unbound(dict))
        return;
    const Code *code = f->code;
    (void)t;
    for (int32_t i = 0; i < code->n_localsplus; i++) {
        uint8_t kind = code->localsplus_kinds->data[i];
        if (kind & LOCAL_HIDDEN)
            continue;
        Value v = dict_get_str(value_to_dict(dict), value_to_str(tuple_get(
                                   code->localsplus_names, i)));
        if ((kind & (LOCAL_CELL | LOCAL_FREE)) &&
            value_has_shape(f->locals[i], SHAPE_CELL)) {
            Cell *cell = value_to_cell(f->locals[i]);
            slot_set(cell, &cell->value, value_is_null(v) ? UNBOUND : v);
        } else if (!value_is_null(v)) {
            f->locals[i] = v;
        } else if (!value_is_unbound(f->locals[i])) {
            f->locals[i] = is_taken_for_bound(code, (uint32_t)i) ? NONE
                                                                 : UNBOUND;
        }
    }
}

/* --- attributes -------------------------------------------------------- */

static Value get_locals(Thread *t, Value self)
{
    frame_top(t); /* brings it up to date */
    return frame_object_locals(t, value_to_frame_object(self));
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
    int line = code_line_near(o->code, (uint32_t)unit_of(o));
    if (line == 0 && o->frame != NULL && o->event == EVENT_CALL + 1)
        return value_from_int(0); /* a module begins */
    return int_from_int64(t, line > 0 ? line : o->code->first_line);
}

/* Whether f_lineno may be set now: tracing.c calls the trace function. */
static int check_event(Thread *t, const FrameObject *o)
{
    if (o->event == EVENT_LINE + 1)
        return 0;
    if (o->event == EVENT_RETURN + 1 && is_generator(o)) {
        int64_t unit = o->frame->pc - o->code->units - 1;
        CodeUnit in = o->code->units[code_instruction(o->code, (int32_t)unit)];
        if (opcode_base[unit_opcode(in)] == OP_YIELD_VALUE)
            return 0;
    }
    return RAISE_INT(raise_value_error(
        t, o->event == EVENT_CALL + 1 || !t->tracing_depth
               ? "can't jump from the 'call' trace event of a new frame"
               : "can only jump from a 'line' trace event"));
}

static int set_lineno(Thread *t, Value self, Value value)
{
    FrameObject *o = value_to_frame_object(self);
    int64_t line;
    if (value_is_null(value))
        return RAISE_INT(
            raise_error(t, EXC(AttributeError), "cannot delete attribute"));
    if (!int_is_exact(value))
        return RAISE_INT(
            raise_value_error(t, "lineno must be an integer"));
    if (check_event(t, o) < 0)
        return -1;
    if (value_is_none(slot_get(&o->trace)))
        return RAISE_INT(raise_value_error(
            t, "f_lineno can only be set by a trace function"));
    if (!int_to_int64(value, &line) || line != (int32_t)line)
        return RAISE_INT(raise_value_error(t, "lineno out of range"));
    return line_jump(t, o->frame, line);
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
    (void)t;
    return value_from_bool(!value_to_frame_object(self)->skips_lines);
}

static Value get_trace_opcodes(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(value_to_frame_object(self)->trace_opcodes);
}

/* 1 or 0; -1: it is no bool. */
static int to_flag(Thread *t, Value value)
{
    if (value_is_null(value))
        return RAISE_INT(
            raise_type_error(t, "can't delete numeric/char attribute"));
    if (!value_is_bool(value))
        return RAISE_INT(
            raise_type_error(t, "attribute value type must be bool"));
    return value_same(value, TRUE_VALUE);
}

static int set_trace_lines(Thread *t, Value self, Value value)
{
    int flag = to_flag(t, value);
    if (flag >= 0)
        value_to_frame_object(self)->skips_lines = !flag;
    return flag < 0 ? -1 : 0;
}

static int set_trace_opcodes(Thread *t, Value self, Value value)
{
    int flag = to_flag(t, value);
    if (flag >= 0)
        value_to_frame_object(self)->trace_opcodes = (unsigned)flag;
    return flag < 0 ? -1 : 0;
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
    slot_set(self, &self->values, NULL_VALUE);
    slot_set(self, &self->trace, NONE);
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
    {"f_lineno", get_lineno, set_lineno, NULL},
    {"f_locals", get_locals, NULL, NULL},
    {"f_trace", get_trace, set_trace, NULL},
    {"f_trace_lines", get_trace_lines, set_trace_lines, NULL},
    {"f_trace_opcodes", get_trace_opcodes, set_trace_opcodes, NULL},
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
