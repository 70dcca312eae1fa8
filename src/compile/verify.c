/* SPDX-License-Identifier: MIT */
/*
 * The verifier: an abstract interpretation of the bytecode.  The interpreter and
 * compiled code check nothing that the compiler has seen to: that the stack is
 * deep enough, a local that is loaded is bound, what a comprehension appends to
 * is a list, a cell is where one is expected.  Here each of these is proved, for
 * all ways through the code, with what each item of the stack and each local may
 * be: a set of kinds, and for some constants which.  Where ways meet, so do the
 * sets; a state only grows, so the work ends.  States are kept for the targets of
 * jumps and for handlers alone.
 *
 * A handler meets the state in front of each instruction that may raise in its
 * range: the locals, and the stack up to its depth, which the instruction must
 * leave alone.
 *
 * What is not proved is what the interpreter checks anyway: types of operands,
 * names that are not there, calls.  Read `step` for what each instruction asks;
 * opcodes.def says what they do.
 */
#include "compile/verify.h"

#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "compile/verify_parts.h"
#include "object/container/tuple.h"
#include "object/text/str.h"

/* More than this for all states together is refused. */
enum { STATE_ITEMS_MAX = 1 << 24 };

/* ---- states ---- */

static Item join(Item a, Item b)
{
    if (a == b)
        return a;
    Item kinds = (a | b) & ITEM_KINDS;
    return (a ^ b) & ~(Item)ITEM_KINDS ? kinds : kinds | (a & ~(Item)ITEM_KINDS);
}

static bool fail(Verifier *v, const char *reason)
{
    if (v->reason == NULL)
        v->reason = reason;
    return false;
}

/* Joins the present locals, the lowest `depth` items, of which those from `junk`
 * on are not to be looked at, and `n` more items to the state of a label. */
static bool label_meet(Verifier *v, int32_t label, uint32_t depth,
                       uint32_t junk, const Item *more, uint32_t n)
{
    VerifyLabel *l = &v->labels[label];
    Item *to = v->states + (size_t)label * v->width;
    uint32_t total = v->n_locals + depth + n;
    if (l->seen && (l->depth != depth + n || l->resumed != v->resumed))
        return fail(v, "stack depths differ where ways meet");
    bool changed = !l->seen;
    for (uint32_t i = 0; i < total; i++) {
        Item item = i < v->n_locals + junk ? v->now[i]
                    : i < v->n_locals + depth ? MAY_JUNK
                                              : more[i - v->n_locals - depth];
        Item met = l->seen ? join(to[i], item) : item;
        changed |= met != to[i];
        to[i] = met;
    }
    l->seen = true;
    l->depth = depth + n;
    l->resumed = v->resumed;
    if (changed && !l->waiting) {
        l->waiting = true;
        v->work[v->n_work++] = label;
    }
    return true;
}

/* ---- handlers ---- */

/* In front of an instruction that may raise and takes `consumed` items. */
static bool handler_meet(Verifier *v, Opcode op, uint32_t unit,
                         uint32_t consumed)
{
    const ExceptionRow *row = code_handler(v->code, unit);
    if (row != v->met) {
        v->met = row;
        v->changed = true;
    }
    if (row == NULL)
        return true;
    uint32_t left = v->depth - consumed;
    if (row->depth > left && (op != OP_YIELD_VALUE || row->depth > v->depth))
        return fail(v, "a handler needs what an instruction takes");
    if (!v->changed)
        return true;
    v->changed = false;
    const Item more[] = {MAY_OBJECT, MAY_EXCEPTION};
    return label_meet(v, v->label_of[row->target], row->depth,
                      row->depth < left ? row->depth : left,
                      more + !row->push_unit, 1 + row->push_unit);
}

/* ---- the walk ---- */

/* Goes on from a label until the way ends or another label is there. */
static bool walk(Verifier *v, int32_t label)
{
    const Code *c = v->code;
    const VerifyLabel *l = &v->labels[label];
    memcpy(v->now, v->states + (size_t)label * v->width,
           (v->n_locals + l->depth) * sizeof(Item));
    v->depth = l->depth;
    v->resumed = l->resumed;
    v->met = NULL;
    v->changed = true;
    for (uint32_t unit = l->unit;;) {
        Opcode op = unit_opcode(c->units[unit]);
        uint32_t next = unit + 1 + opcode_caches[op];
        if (!verify_step(v, unit, next))
            return false;
        if (opcode_flags[op] & OP_E)
            return true;
        if (next >= (uint32_t)c->n_units)
            return fail(v, "the end is reached");
        if (v->label_of[next] >= 0)
            return label_meet(v, v->label_of[next], v->depth, v->depth, NULL,
                              0);
        unit = next;
    }
}

bool verify_jump(Verifier *v, uint32_t target)
{
    return label_meet(v, v->label_of[target], v->depth, v->depth, NULL, 0);
}

bool verify_raises(Verifier *v, Opcode op, uint32_t unit, uint32_t consumed)
{
    return handler_meet(v, op, unit, consumed);
}

/* ---- labels ---- */

/* A place that is jumped to, or NULL's answer false: no instruction is there. */
static bool label_add(Verifier *v, int64_t unit)
{
    if (unit < 0 || unit >= v->code->n_units || v->label_of[unit] == NO_UNIT)
        return fail(v, "a jump goes nowhere");
    if (v->label_of[unit] == NO_LABEL) {
        v->label_of[unit] = v->n_labels;
        v->labels[v->n_labels++] = (VerifyLabel){.unit = (uint32_t)unit};
    }
    return true;
}

/* Where each instruction begins; each is one, with empty caches. */
static bool find_instructions(Verifier *v)
{
    const Code *c = v->code;
    for (int32_t i = 0; i < c->n_units; i++)
        v->label_of[i] = NO_UNIT;
    for (int32_t i = 0; i < c->n_units;) {
        unsigned op = c->units[i] & 0xff;
        if (op >= OPCODE_COUNT || opcode_base[op] != op)
            return fail(v, "unknown opcode");
        if (opcode_caches[op] >= c->n_units - i)
            return fail(v, "the last instruction is cut off");
        v->label_of[i] = NO_LABEL;
        for (int k = 0; k < opcode_caches[op]; k++)
            if (c->units[i + 1 + k] != 0)
                return fail(v, "a cache is not empty");
        i += 1 + opcode_caches[op];
    }
    return true;
}

static bool find_labels(Verifier *v)
{
    const Code *c = v->code;
    if (!label_add(v, 0))
        return false;
    for (int32_t i = 0; i < c->n_units;) {
        Opcode op = unit_opcode(c->units[i]);
        int32_t next = i + 1 + opcode_caches[op];
        int32_t by = unit_signed_arg(c->units[i]);
        bool back = op == OP_JUMP_BACKWARD || op == OP_JUMP_BACKWARD_NO_INTERRUPT;
        if (opcode_flags[op] & OP_J) {
            if (back != (by < 0))
                return fail(v, "a jump goes the wrong way");
            if (!label_add(v, (int64_t)next + by))
                return false;
        }
        i = next;
    }
    const ExceptionRow *rows = code_exceptions(c);
    for (uint32_t i = 0; i < c->n_exceptions; i++) {
        if (rows[i].start >= rows[i].end ||
            rows[i].end > (uint32_t)c->n_units ||
            (i > 0 && rows[i].start < rows[i - 1].end))
            return fail(v, "exception table is malformed");
        if ((int64_t)rows[i].depth + rows[i].push_unit >= c->stack_size)
            return fail(v, "a handler is too deep");
        if (!label_add(v, rows[i].target))
            return false;
    }
    return true;
}

/* ---- the tables ---- */

static bool is_names(const Tuple *s)
{
    for (int64_t i = 0; i < s->len; i++)
        if (!value_has_shape(tuple_get(s, i), SHAPE_STR) ||
            !(value_to_str(tuple_get(s, i))->h.flags & OBJECT_INTERNED))
            return false;
    return true;
}

/* The slots of locals come first, then those of cells, then free variables. */
static bool kinds_are_right(const Code *c)
{
    for (int32_t i = 0; i < c->n_localsplus; i++) {
        unsigned kind = c->localsplus_kinds->data[i];
        unsigned expected = i < c->n_locals ? LOCAL_PLAIN
                            : i < c->n_locals + c->n_cells ? LOCAL_CELL
                                                           : LOCAL_FREE;
        if (!(kind & expected) || (expected != LOCAL_PLAIN && kind & LOCAL_PLAIN))
            return false;
    }
    return true;
}

static const char *check_tables(const Code *c)
{
    const unsigned kinds = CODE_GENERATOR | CODE_COROUTINE | CODE_ASYNC_GENERATOR;
    int64_t n = (int64_t)c->n_args + c->n_kwonly +
                ((c->flags & CODE_VARARGS) != 0) +
                ((c->flags & CODE_VARKEYWORDS) != 0);
    unsigned kind = c->flags & kinds;
    if (c->n_units <= 0)
        return "there are no instructions";
    if (c->n_args < 0 || c->n_posonly < 0 || c->n_kwonly < 0 ||
        c->n_posonly > c->n_args || n > c->n_locals || c->n_cells < 0 ||
        c->n_free < 0 ||
        (int64_t)c->n_locals + c->n_cells + c->n_free != c->n_localsplus)
        return "the numbers of variables are wrong";
    if (c->localsplus_names->len != c->n_localsplus ||
        c->localsplus_kinds->len != c->n_localsplus || !kinds_are_right(c))
        return "the variables are wrong";
    if (!is_names(c->names_tuple) || !is_names(c->localsplus_names))
        return "a name is no interned str";
    if (kind & (kind - 1))
        return "the flags contradict each other";
    if (c->stack_size < 0 || c->stack_size > STATE_ITEMS_MAX ||
        c->n_localsplus > STATE_ITEMS_MAX)
        return "too large";
    return NULL;
}

/* ---- the whole ---- */

static void enter(Verifier *v)
{
    const Code *c = v->code;
    uint32_t n = (uint32_t)c->n_args + (uint32_t)c->n_kwonly +
                 ((c->flags & CODE_VARARGS) != 0) +
                 ((c->flags & CODE_VARKEYWORDS) != 0);
    for (uint32_t i = 0; i < v->n_locals; i++)
        v->now[i] = i < n ? MAY_OBJECT : MAY_UNBOUND;
    label_meet(v, v->label_of[0], 0, 0, NULL, 0);
}

static bool run(Verifier *v)
{
    size_t size = (size_t)v->n_labels * v->width;
    if (size > STATE_ITEMS_MAX)
        return fail(v, "too large");
    v->states = malloc(size * sizeof(Item) + 1);
    v->now = malloc(v->width * sizeof(Item) + 1);
    v->work = malloc((size_t)v->n_labels * sizeof *v->work);
    if (v->states == NULL || v->now == NULL || v->work == NULL)
        return fail(v, "no memory");
    enter(v);
    while (v->n_work > 0 && v->reason == NULL) {
        int32_t label = v->work[--v->n_work];
        v->labels[label].waiting = false;
        walk(v, label);
    }
    return v->reason == NULL;
}

const char *code_verify(const Code *c)
{
    const char *reason = check_tables(c);
    if (reason != NULL)
        return reason;
    size_t n = (size_t)c->n_units;
    Verifier v = {
        .code = c,
        .n_locals = (uint32_t)c->n_localsplus,
        .width = (uint32_t)c->n_localsplus + (uint32_t)c->stack_size,
        .label_of = malloc(n * sizeof(int32_t)),
        .labels = malloc((n + 1) * sizeof(VerifyLabel)),
    };
    if (v.label_of == NULL || v.labels == NULL)
        fail(&v, "no memory");
    else if (find_instructions(&v) && find_labels(&v))
        run(&v);
    free(v.label_of);
    free(v.labels);
    free(v.states);
    free(v.now);
    free(v.work);
    return v.reason;
}
