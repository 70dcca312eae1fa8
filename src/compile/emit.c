/* SPDX-License-Identifier: MIT */
/* Building the list of instructions, and its layout as units and tables. */
#include "compile/emit.h"

#include <setjmp.h>
#include <string.h>
#include "base/limits.h"
#include "compile/flow.h"

enum { JUMP_LIMIT = 1 << 23 }; /* jump arguments are 24 bits, signed */

void *emit_alloc(Arena *arena, size_t size)
{
    void *p = arena_alloc(arena, size);
    ASSERT(arena->exhausted != NULL);
    if (p == NULL)
        longjmp(*(jmp_buf *)arena->exhausted, 1);
    return p;
}

/* Doubles an array in the arena; NULL when there is no memory. */
static void *array_grow(Arena *arena, void *old, int32_t *capacity,
                        size_t item, int32_t first)
{
    ASSERT(*capacity > 0 && item > 0);
    if (*capacity > INT32_MAX / 2)
        return NULL;
    int32_t n = *capacity * 2 > first ? *capacity * 2 : first;
    void *p = arena_alloc(arena, (size_t)n * item);
    if (p == NULL)
        return NULL;
    memcpy(p, old, (size_t)*capacity * item);
    *capacity = n;
    return p;
}

void emit_init(Emitter *e, Arena *arena)
{
    ASSERT(arena != NULL);
    *e = (Emitter){.arena = arena,
                   .instrs = &e->first_instr,
                   .capacity = 1,
                   .handlers = e->first_handlers,
                   .handlers_capacity = ARRAY_LEN(e->first_handlers),
                   .n_handlers = 1,
                   .pos = NO_POS};
}

/* Room for one more instruction.  Without memory the last one goes, and the
 * emitter has failed. */
static void instrs_reserve(Emitter *e)
{
    Instr *instrs = array_grow(e->arena, e->instrs, &e->capacity,
                               sizeof(Instr), LIMIT_EMIT_FIRST);
    if (instrs != NULL) {
        e->instrs = instrs;
        return;
    }
    e->failed = true;
    e->n--;
}

/* The same for handlers. */
static void handlers_reserve(Emitter *e)
{
    Handler *handlers =
        array_grow(e->arena, e->handlers, &e->handlers_capacity,
                   sizeof(Handler), LIMIT_HANDLERS_FIRST);
    if (handlers != NULL) {
        e->handlers = handlers;
        return;
    }
    e->failed = true;
    e->n_handlers--;
}

static Instr *instr_add(Emitter *e, int op, uint32_t arg, int target)
{
    ASSERT(op == EMIT_LABEL || op == EMIT_TRY || op < OPCODE_COUNT);
    ASSERT(target < e->n_labels);
    ASSERT(e->handler >= 0 && e->handler < e->n_handlers);
    if (e->n == e->capacity)
        instrs_reserve(e);
    ASSERT(e->n < e->capacity);
    Instr *i = &e->instrs[e->n++];
    *i = (Instr){.op = (uint16_t)op,
                 .handler = e->handler,
                 .arg = arg,
                 .target = target,
                 .pos = e->pos};
    return i;
}

void emit_op(Emitter *e, Opcode op, uint32_t arg)
{
    ASSERT(!(opcode_flags[op] & OP_J));
    instr_add(e, op, arg, -1);
}

void emit_jump(Emitter *e, Opcode op, int label)
{
    ASSERT((opcode_flags[op] & OP_J) && label >= 0);
    instr_add(e, op, 0, label);
}

int emit_label_new(Emitter *e) { return e->n_labels++; }

void emit_label(Emitter *e, int label) { instr_add(e, EMIT_LABEL, 0, label); }

int emit_here(Emitter *e)
{
    int label = emit_label_new(e);
    emit_label(e, label);
    return label;
}

int emit_try_begin(Emitter *e, int label, int drop, bool push_unit)
{
    ASSERT(label >= 0 && label < e->n_labels && drop >= 0);
    if (e->n_handlers == e->handlers_capacity)
        handlers_reserve(e);
    int h = e->n_handlers++;
    e->handlers[h] = (Handler){.label = label,
                               .outer = e->handler,
                               .drop = drop,
                               .depth = -1,
                               .push_unit = push_unit};
    instr_add(e, EMIT_TRY, (uint32_t)h, label);
    e->handler = h;
    return h;
}

void emit_try_end(Emitter *e, int handler)
{
    ASSERT(handler > 0 && handler < e->n_handlers);
    e->handler = e->handlers[handler].outer;
}

/* ---- layout ---- */

static bool is_real(const Instr *i) { return i->op < OPCODE_COUNT; }

/* Fills the unit offset of each label; answers the number of units. */
static int64_t units_count(const Emitter *e, int32_t *label_units)
{
    int64_t n = 0;
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (in->op == EMIT_LABEL)
            label_units[in->target] = (int32_t)n;
        else if (is_real(in))
            n += 1 + opcode_caches[in->op];
    }
    return n;
}

static void units_write(const Emitter *e, const int32_t *label_units,
                        CodeUnit *units)
{
    uint32_t at = 0;
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (!is_real(in))
            continue;
        uint32_t next = at + 1 + opcode_caches[in->op];
        uint32_t arg = in->arg;
        if (opcode_flags[in->op] & OP_J)
            arg = (uint32_t)(label_units[in->target] - (int32_t)next);
        units[at] = unit_make((Opcode)in->op, arg);
        at = next;
    }
}

static bool pos_same(Pos a, Pos b)
{
    return a.line == b.line && a.end_line == b.end_line && a.col == b.col &&
           a.end_col == b.end_col;
}

bool compile_omits_columns;

static int16_t column_narrow(int32_t col)
{
    return col >= 0 && col <= INT16_MAX && !compile_omits_columns
               ? (int16_t)col : -1;
}

static void positions_write(const Emitter *e, Assembly *out)
{
    uint32_t at = 0, n = 0;
    Pos last = {-1, -1, -1, -1};
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (!is_real(in))
            continue;
        if (!pos_same(in->pos, last)) {
            last = in->pos;
            out->positions[n++] = (PositionRow){
                .start = at,
                .line = last.line,
                .end_line = last.end_line,
                .col = column_narrow(last.col),
                .end_col = column_narrow(last.end_col)};
        }
        at += 1 + opcode_caches[in->op];
        out->positions[n - 1].end = at;
    }
    out->n_positions = n;
}

static void exceptions_write(const Emitter *e, const int32_t *label_units,
                             Assembly *out)
{
    uint32_t at = 0, n = 0;
    int32_t open = 0;
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (!is_real(in))
            continue;
        uint32_t next = at + 1 + opcode_caches[in->op];
        if (in->handler != 0 && in->handler == open) {
            out->exceptions[n - 1].end = next;
        } else if (in->handler != 0) {
            const Handler *h = &e->handlers[in->handler];
            ASSERT(h->depth >= 0);
            out->exceptions[n++] = (ExceptionRow){
                .start = at,
                .end = next,
                .target = (uint32_t)label_units[h->label],
                .depth = (uint32_t)h->depth,
                .push_unit = h->push_unit};
        }
        open = in->handler;
        at = next;
    }
    out->n_exceptions = n;
}

bool emit_finish(Emitter *e, int n_locals, int n_bound, Assembly *out)
{
    ASSERT(n_locals >= 0 && n_bound <= n_locals);
    ASSERT(e->n > 0);
    out->stack_size = flow_optimize(e, n_locals, n_bound);
    size_t n_labels = (size_t)e->n_labels + 1;
    int32_t *label_units = emit_alloc(e->arena, n_labels * sizeof(int32_t));
    int64_t n = units_count(e, label_units);
    if (n >= JUMP_LIMIT)
        return false;
    size_t rows = (size_t)e->n + 1;
    out->n_units = (uint32_t)n;
    out->units = emit_alloc(e->arena, (size_t)n * sizeof(CodeUnit));
    out->positions = emit_alloc(e->arena, rows * sizeof(PositionRow));
    out->exceptions = emit_alloc(e->arena, rows * sizeof(ExceptionRow));
    units_write(e, label_units, out->units);
    positions_write(e, out);
    exceptions_write(e, label_units, out);
    return true;
}
