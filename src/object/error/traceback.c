/* SPDX-License-Identifier: MIT */
/* Traceback objects. */
#include "object/error/traceback.h"

#include "object/core/mark.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

static void trace(void *object, GcMarker *m)
{
    Traceback *tb = object;
    gc_mark_object(m, tb->next);
    mark_slot(m, &tb->frame);
    gc_mark_object(m, tb->code);
}

int (*code_line)(const Code *code, int64_t unit);

int64_t traceback_line(const Traceback *tb)
{
    return tb->code != NULL ? code_line(tb->code, tb->instr) : tb->lineno;
}

const GcKind traceback_kind = {"traceback", trace, NULL};

static Traceback *traceback_new(Thread *t, Value frame, Code *code,
                                int64_t lineno, int64_t instr)
{
    ASSERT(code == NULL || lineno == 0);
    Traceback *tb = gc_alloc(t, sizeof(Traceback), KIND_TRACEBACK,
                             SHAPE_TRACEBACK);
    slot_set(tb, &tb->frame, frame);
    FIELD_SET(tb, code, code);
    tb->lineno = lineno;
    tb->instr = instr;
    return tb;
}

void exception_add_traceback(Thread *t, Value exception, Value frame,
                             Code *code, int64_t instr)
{
    Exception *e = value_to_exception(exception);
    Traceback *tb = traceback_new(t, frame, code, 0, instr);
    Value old = slot_get(&e->traceback);
    if (!value_is_none(old))
        FIELD_SET(tb, next, value_to_traceback(old));
    slot_set(e, &e->traceback, value_from_pointer(tb));
}

/* --- attributes -------------------------------------------------------- */

static Value get_next(Thread *t, Value self)
{
    (void)t;
    Traceback *next = value_to_traceback(self)->next;
    return next == NULL ? NONE : value_from_pointer(next);
}

static int set_next(Thread *t, Value self, Value value)
{
    Traceback *tb = value_to_traceback(self);
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(t, "can't delete tb_next"));
    if (value_is_none(value)) {
        tb->next = NULL;
        return 0;
    }
    if (!value_has_shape(value, SHAPE_TRACEBACK))
        return RAISE_INT(raise_type_error(
            t, "expected traceback object, got '%T'", value));
    for (Traceback *p = value_to_traceback(value); p != NULL; p = p->next) {
        if (p == tb)
            return RAISE_INT(raise_value_error(t, "traceback loop detected"));
    }
    FIELD_SET(tb, next, value_to_traceback(value));
    return 0;
}

static Value get_frame(Thread *t, Value self)
{
    (void)t;
    Value frame = slot_get(&value_to_traceback(self)->frame);
    return value_is_unbound(frame) ? NONE : frame;
}

static Value get_lineno(Thread *t, Value self)
{
    return int_from_int64(t, traceback_line(value_to_traceback(self)));
}

static Value get_lasti(Thread *t, Value self)
{
    /* In bytes, as CPython counts: code units are two bytes there. */
    return int_from_int64(t, value_to_traceback(self)->instr * 2);
}

CONSTRUCTOR(traceback, NATIVE_UNSIGNED,
            (cls), (arg, object, tb_next), (arg, object, tb_frame),
            (arg, object, tb_lasti), (arg, object, tb_lineno))
{
    int64_t lasti, lineno;
    if (!value_is_none(tb_next) && !value_has_shape(tb_next, SHAPE_TRACEBACK))
        return raise_type_error(t, "expected traceback object or None, got "
                                "'%T'", tb_next);
    if (!value_has_shape(tb_frame, SHAPE_FRAME))
        return raise_type_error(t, "TracebackType() argument 'tb_frame' must "
                                "be frame, not %T", tb_frame);
    if (object_to_int64(t, tb_lasti, &lasti) < 0 ||
        object_to_int64(t, tb_lineno, &lineno) < 0)
        return NULL_VALUE;
    Traceback *tb = traceback_new(t, tb_frame, NULL, lineno, lasti / 2);
    if (!value_is_none(tb_next))
        FIELD_SET(tb, next, value_to_traceback(tb_next));
    return value_from_pointer(tb);
}

static const GetSetDef getsets[] = {
    {"tb_next", get_next, set_next, NULL},
    {"tb_frame", get_frame, NULL, NULL},
    {"tb_lineno", get_lineno, NULL, NULL},
    {"tb_lasti", get_lasti, NULL, NULL},
    {0},
};

Type type_traceback = {
    TYPE_HEAD(TRACEBACK),
    .c_name = "traceback",
    .instance_size = sizeof(Traceback),
    .getsets = getsets,
    .constructor = &traceback_new_native,
};
