/* SPDX-License-Identifier: MIT */
/* Traces as text: see ir_text.h. */
#include "trace/ir_text.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "object/function/native_def.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/number/float.h"
#include "object/type/shape.h"

enum { COLUMN_OPERANDS = 34, COLUMN_EXIT = 58 };

/* ---- building ---- */
void ir_text_init(TraceText *x, Thread *t, const Trace *trace)
{
    *x = (TraceText){.t = t, .trace = trace};
    strbuilder_init(&x->out);
    x->numbers = malloc(((size_t)trace->n + 1) * sizeof *x->numbers);
    int32_t number = 0;
    for (Ref ref = 0; ref < trace->n && x->numbers != NULL; ref++) {
        x->numbers[ref] = number;
        number += !ins_is_const(&trace->ins[ref]);
    }
}

Str *ir_text_finish(TraceText *x)
{
    free(x->numbers);
    return strbuilder_finish(x->t, &x->out);
}

static int32_t number_of(const TraceText *x, Ref ref)
{
    return x->numbers != NULL ? x->numbers[ref] : ref;
}

void ir_text_add(TraceText *x, const char *format, ...)
{
    char text[256];
    va_list ap;
    va_start(ap, format);
    int n = vsnprintf(text, sizeof text, format, ap);
    va_end(ap);
    strbuilder_add_c(x->t, &x->out, text);
    if (n > 0 && n < (int)sizeof text && text[n - 1] == '\n')
        x->line = x->out.len;
}

void ir_text_column(TraceText *x, int64_t column)
{
    int64_t n = column - (x->out.len - x->line);
    strbuilder_add_fill(x->t, &x->out, ' ', n > 1 ? n : 1);
}

static void add_str(TraceText *x, Str *s)
{
    strbuilder_add(x->t, &x->out, s);
}

/* ---- values ---- */
static void add_double(TraceText *x, double d)
{
    add_str(x, value_to_str(float_repr(x->t, d)));
}

static void add_named(TraceText *x, const char *what, Value name)
{
    ir_text_add(x, "<%s ", what);
    if (value_is_str(name))
        add_str(x, value_to_str(name));
    ir_text_add(x, ">");
}

static void add_value(TraceText *x, Value v);

static void add_tuple(TraceText *x, const Tuple *tuple)
{
    ir_text_add(x, "(");
    for (int64_t i = 0; i < tuple->len && i < 4; i++) {
        add_value(x, tuple_get(tuple, i));
        ir_text_add(x, i + 1 < tuple->len ? ", " : tuple->len == 1 ? "," : "");
    }
    ir_text_add(x, tuple->len > 4 ? "...)" : ")");
}

static void add_object(TraceText *x, Value v)
{
    void *p = value_to_pointer(v);
    switch (value_header(v)->kind) {
    case KIND_STR: add_str(x, str_repr(x->t, p)); break;
    case KIND_FLOAT: add_double(x, ((Float *)p)->value); break;
    case KIND_INT:
        add_str(x, value_to_str(object_repr(x->t, v)));
        break;
    case KIND_TUPLE: add_tuple(x, p); break;
    case KIND_FUNCTION:
        add_named(x, "function", slot_get(&((Function *)p)->qualname));
        break;
    case KIND_CODE:
        add_named(x, "code", slot_get(&((Code *)p)->qualname));
        break;
    case KIND_TYPE:
        ir_text_add(x, "<class %s>", type_name(p));
        break;
    case KIND_NATIVE:
        ir_text_add(x, "<%s %s>", type_name(type_of(v)),
                    ((Native *)p)->def->name);
        break;
    case KIND_MODULE:
        add_named(x, "module",
                  dict_get_str(((Module *)p)->dict, N(__name__)));
        break;
    default: {
        const Shape *shape = shape_table[value_header(v)->shape];
        bool is_internal = shape == NULL || shape->type == NULL;
        ir_text_add(x, "<%s>", is_internal ? "internal"
                                           : type_name(type_of(v)));
    }
    }
}

/* A Value as a constant: 3, 'text', <function f>. */
static void add_value(TraceText *x, Value v)
{
    if (value_is_null(v))
        ir_text_add(x, "null");
    else if (value_is_unbound(v))
        ir_text_add(x, "unbound");
    else if (value_is_int(v))
        ir_text_add(x, "%lld", (long long)value_to_int(v));
    else if (value_is_flonum(v))
        add_double(x, value_flonum_to_double(v));
    else if (value_is_pointer(v))
        add_object(x, v);
    else
        add_str(x, value_to_str(object_repr(x->t, v)));
}

/* ---- operands ---- */
static void add_slot(TraceText *x, const Code *code, uint64_t slot)
{
    if (slot < (uint64_t)code->n_localsplus)
        add_str(x, value_to_str(tuple_get(code->localsplus_names,
                                          (int64_t)slot)));
    else
        ir_text_add(x, "stack%d", (int)slot - code->n_localsplus);
}

/* The class and its attributes so far. */
static void add_shape(TraceText *x, uint32_t id)
{
    const Shape *shape = shape_table[id];
    ir_text_add(x, "shape of %s", type_name(shape->type));
    if (id < SHAPE_FIRST_FREE || shape->n == 0)
        return;
    Str *names[SHAPE_ATTRS_MAX];
    shape_names(shape, names);
    for (uint32_t i = 0; i < shape->n; i++) {
        ir_text_add(x, i == 0 ? "(" : ", ");
        add_str(x, names[i]);
    }
    ir_text_add(x, ")");
}

static void add_binary_sign(TraceText *x, uint32_t op)
{
    static const char *const signs[] = {
#define X(NAME, slot, sign) [BINARY_##NAME] = sign,
        BINARY_OPERATORS(X)
#undef X
    };
    bool inplace = op >= BINARY_INPLACE;
    const char *sign = signs[op % BINARY_INPLACE];
    ir_text_add(x, " (%.*s%s)", (int)strcspn(sign, " "), sign,
                inplace ? "=" : "");
}

/* Whose frame, and where in the caller's it begins. */
static void add_plan(TraceText *x, const FramePlan *plan)
{
    if (plan->code != NULL) {
        ir_text_add(x, " ");
        add_value(x, value_from_pointer(plan->code));
    }
    if (plan->base != 0)
        ir_text_add(x, " at slot %d", (int)plan->base);
}

void ir_text_operand(TraceText *x, const Ins *ins)
{
    static const char *const compares[] = {"<", "<=", "==", "!=", ">", ">="};
    uint32_t low = (uint32_t)ins->operand;
    uint32_t high = (uint32_t)(ins->operand >> 32);
    UopOperand kind = (UopOperand)ins_info(ins)->operand;
    switch (kind) {
    case NO_OPERAND:
    case STAMP: return; /* differs from run to run */
    case COMPARISON: ir_text_add(x, " (%s)", compares[low % 6]); return;
    case OPERATOR: add_binary_sign(x, low); return;
    case CALL_PLAN:
        add_plan(x, (const FramePlan *)(uintptr_t)ins->operand);
        return;
    case OFFSET: ir_text_add(x, " +%u", low); return;
    case PAIR: ir_text_add(x, " +%u[%u]", low, high); return;
    case NUMBER: ir_text_add(x, " %lld", (long long)ins->operand); return;
    case PARENT_REF: ir_text_add(x, " from parent %d", (int)low); return;
    default: break;
    }
    if (kind == OFFSET_SHAPE)
        ir_text_add(x, " +%u", low);
    ir_text_add(x, " ");
    switch (kind) {
    case LOCAL: add_slot(x, x->trace->code, ins->operand); break;
    case SHAPE: add_shape(x, low); break;
    case OFFSET_SHAPE: add_shape(x, high); break;
    case GLOBALS: ir_text_add(x, "globals"); break;
    case C_FUNCTION:
        ir_text_add(x, "%s", ((const DoubleFunction *)(uintptr_t)ins->operand)
                                 ->name);
        break;
    case DOUBLE:
        add_double(x, ((union { uint64_t u; double d; }){ins->operand}).d);
        break;
    default: add_value(x, VALUE_BITS(ins->operand)); break;
    }
}

/* ---- instructions ---- */
void ir_text_ref(TraceText *x, Ref ref)
{
    if (ref < 0)
        return;
    const Ins *ins = &x->trace->ins[ref];
    if (!ins_is_const(ins)) {
        ir_text_add(x, "v%d", number_of(x, ref));
        return;
    }
    ir_text_add(x, "const");
    ir_text_operand(x, ins);
}

void ir_text_ins(TraceText *x, Ref ref)
{
    const Ins *ins = &x->trace->ins[ref];
    ir_text_add(x, "%s", ins_info(ins)->name);
    ir_text_column(x, COLUMN_OPERANDS - 1);
    int64_t start = x->out.len;
    for (int i = 0; i < ins_info(ins)->n_in; i++) {
        ir_text_add(x, " ");
        ir_text_ref(x, ins->in[i]);
    }
    if (ins_info(ins)->operand != NO_OPERAND && x->out.len > start)
        ir_text_add(x, " ");
    ir_text_operand(x, ins);
}

void ir_text_number(TraceText *x, Ref ref)
{
    ir_text_add(x, "%5d  ", number_of(x, ref));
}

void ir_text_line(TraceText *x, Ref ref)
{
    const Ins *ins = &x->trace->ins[ref];
    ir_text_number(x, ref);
    ir_text_ins(x, ref);
    if (ins->snapshot >= 0) {
        ir_text_column(x, COLUMN_EXIT);
        ir_text_add(x, "[exit %d]", ins->snapshot);
    }
    if (ins->flags & INS_SUNK) {
        ir_text_column(x, COLUMN_EXIT);
        ir_text_add(x, "at exits");
    }
    ir_text_add(x, "\n");
}

void ir_text_loop(TraceText *x)
{
    ir_text_add(x, "loop:\n");
    for (int32_t i = 0; i < x->trace->n_phis; i++) {
        ir_text_add(x, "       phi ");
        ir_text_ref(x, x->trace->phis[i].left);
        ir_text_add(x, " <- ");
        ir_text_ref(x, x->trace->phis[i].right);
        ir_text_add(x, "\n");
    }
}

void ir_text_link(TraceText *x)
{
    const Trace *trace = x->trace;
    switch ((TraceLink)trace->link) {
    case LINK_LOOP:
        ir_text_add(x, "       -> loop  [exit %d]\n", trace->link_snapshot);
        break;
    case LINK_TRACE:
        ir_text_add(x, "       -> trace %u  [exit %d]\n", trace->target->id,
                    trace->link_snapshot);
        break;
    case LINK_EXIT:
        ir_text_add(x, "       -> interpreter  [exit %d]\n",
                    trace->link_snapshot);
        break;
    }
}

/* A line that says what a snapshot holds. */
static void add_snapshot(TraceText *x, int32_t id)
{
    const Trace *trace = x->trace;
    const Snapshot *s = &trace->snapshots[id];
    ir_text_add(x, "exit %d:", id);
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &trace->frames[s->first_frame + d];
        ir_text_add(x, d > 0 ? " | " : " ");
        add_str(x, value_to_str(slot_get(&f->code->name)));
        ir_text_add(x, "@%d", (int)(f->pc - f->code->units));
        for (int32_t i = 0; i < f->n; i++) {
            const SnapshotEntry *e = &trace->entries[f->first + i];
            ir_text_add(x, " ");
            add_slot(x, f->code, (uint64_t)e->slot);
            ir_text_add(x, "=");
            ir_text_ref(x, e->ref);
        }
    }
    ir_text_add(x, "\n");
}

/* ---- whole traces ---- */
static void add_code(TraceText *x)
{
    const Trace *trace = x->trace;
    for (Ref ref = 0; ref < trace->n; ref++) {
        if (ref == trace->loop && trace->link == LINK_LOOP)
            ir_text_loop(x);
        if (!ins_is_const(&trace->ins[ref]))
            ir_text_line(x, ref);
    }
    ir_text_link(x);
}

Str *trace_to_text(Thread *t, const Trace *trace)
{
    TraceText x;
    ir_text_init(&x, t, trace);
    add_code(&x);
    return ir_text_finish(&x);
}

Str *trace_to_full_text(Thread *t, const Trace *trace)
{
    TraceText x;
    ir_text_init(&x, t, trace);
    add_code(&x);
    for (int32_t id = 0; id < trace->n_snapshots; id++) {
        bool used = id == trace->link_snapshot;
        for (Ref ref = 0; ref < trace->n; ref++)
            used |= trace->ins[ref].snapshot == id;
        if (used)
            add_snapshot(&x, id);
    }
    return ir_text_finish(&x);
}
