/* SPDX-License-Identifier: MIT */
/*
 * A trace function may have its frame go on at another line (the debugger's
 * `jump`), if the stack there is what the frame has after some of its items are
 * dropped: jumps lead out of blocks, not into them.
 *
 * What the stack is in front of each instruction is worked out for the whole code
 * object, as kinds of items, of which one fits in four bits and a stack in a word,
 * its top lowest.  The rules, which kinds may stand for which, and the choice among
 * several instructions of a line are CPython's.
 *
 * Its own is what becomes of locals that the jump leaves unbound where instructions
 * behind the target take them for bound: they are None.
 */
#include "exec/line_jump.h"

#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "compile/locations.h"
#include "object/error/raise.h"

typedef enum ItemKind {
    ITEM_NONE, /* the bottom */
    ITEM_ITERATOR,
    ITEM_EXCEPTION,
    ITEM_VALUE,
    ITEM_NULL,
    ITEM_UNIT, /* of a raise, for handlers */
} ItemKind;
enum { ITEM_BITS = 4, MOST_ITEMS = 15 };

typedef int64_t Stack; /* also: */
enum { STACK_UNKNOWN = -2, STACK_TOO_DEEP = -1, STACK_EMPTY = 0 };

static Stack push(Stack s, ItemKind kind)
{
    if (s < 0 || s >= (Stack)1 << ((MOST_ITEMS - 1) * ITEM_BITS))
        return STACK_TOO_DEEP;
    return s << ITEM_BITS | (Stack)kind;
}

static Stack pop(Stack s) { return s < 0 ? STACK_TOO_DEEP : s >> ITEM_BITS; }

static ItemKind top(Stack s) { return (ItemKind)(s & ((1 << ITEM_BITS) - 1)); }

static uint32_t depth(Stack s)
{
    uint32_t n = 0;
    for (; s > 0; s >>= ITEM_BITS)
        n++;
    return n;
}

/* Item n, of which 1 is the top. */
static ItemKind item(Stack s, uint32_t n)
{
    return n > MOST_ITEMS ? ITEM_NONE
                           : top(s >> ((int32_t)(n - 1) * ITEM_BITS));
}

static Stack with_item(Stack s, uint32_t n, ItemKind kind)
{
    if (s < 0 || n > MOST_ITEMS)
        return STACK_TOO_DEEP;
    int shift = (int)(n - 1) * ITEM_BITS;
    return (s & ~((Stack)0xf << shift)) | (Stack)kind << shift;
}

/* ---- what instructions do ---- */

static Stack by_effect(Stack s, Opcode op, uint32_t arg, bool jumps)
{
    uint32_t pops, pushes;
    opcode_stack_effect(op, arg, jumps, &pops, &pushes);
    for (; pops > pushes; pops--)
        s = pop(s);
    for (; pushes > pops; pushes--)
        s = push(s, ITEM_VALUE);
    return s;
}

static Stack after(Stack s, Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_PUSH_NULL: return push(s, ITEM_NULL);
    case OP_LOAD_GLOBAL:
        s = push(s, ITEM_VALUE);
        return arg & 1 ? push(s, ITEM_NULL) : s;
    case OP_LOAD_ATTR: return arg & 1 ? push(s, ITEM_NULL) : s;
    case OP_GET_ITER:
    case OP_GET_AITER: return push(pop(s), ITEM_ITERATOR);
    case OP_COPY: return push(s, item(s, arg));
    case OP_SWAP: {
        ItemKind kind = item(s, arg);
        return with_item(with_item(s, arg, top(s)), 1, kind);
    }
    case OP_PUSH_EXC_INFO: return push(s, ITEM_EXCEPTION);
    default: return by_effect(s, op, arg, false);
    }
}

/* ---- the walk over the code ---- */

typedef struct Walk {
    const Code *code;
    Stack *stacks; /* by unit */
    bool changed;
} Walk;

static void meet(Walk *w, int64_t unit, Stack s)
{
    if (unit >= w->code->n_units || w->stacks[unit] != STACK_UNKNOWN)
        return;
    w->stacks[unit] = s;
    w->changed = true;
}

static void pass_over_code(Walk *w)
{
    const Code *code = w->code;
    int64_t next;
    for (int64_t i = 0; i < code->n_units; i = next) {
        CodeUnit u = code->units[i];
        Opcode op = (Opcode)opcode_base[unit_opcode(u)];
        next = i + 1 + opcode_caches[op];
        Stack s = w->stacks[i];
        if (s == STACK_UNKNOWN)
            continue;
        if (opcode_flags[op] & OP_J)
            meet(w, next + unit_signed_arg(u),
                 by_effect(s, op, unit_arg(u), true));
        if (!(opcode_flags[op] & OP_E))
            meet(w, next, after(s, op, unit_arg(u)));
    }
}

static void pass_over_handlers(Walk *w)
{
    const ExceptionRow *row = code_exceptions(w->code);
    for (uint32_t i = 0; i < w->code->n_exceptions; i++, row++) {
        Stack s = w->stacks[row->start];
        if (s == STACK_UNKNOWN)
            continue;
        while (depth(s) > row->depth)
            s = pop(s);
        if (row->push_unit)
            s = push(s, ITEM_UNIT);
        meet(w, row->target, push(s, ITEM_EXCEPTION));
    }
}

/* The stack in front of each unit; the caller's to free.  NULL: no memory. */
static Stack *stacks_of(const Code *code)
{
    Walk w = {code, malloc((size_t)code->n_units * sizeof(Stack)), true};
    if (w.stacks == NULL)
        return NULL;
    for (int32_t i = 0; i < code->n_units; i++)
        w.stacks[i] = STACK_UNKNOWN;
    w.stacks[0] = STACK_EMPTY;
    while (w.changed) {
        w.changed = false;
        pass_over_code(&w);
        pass_over_handlers(&w);
    }
    return w.stacks;
}

/* ---- the target ---- */

static bool may_be(ItemKind from, ItemKind to)
{
    if (to == ITEM_NONE)
        return false;
    if (to == ITEM_VALUE)
        return from != ITEM_NULL;
    return to == ITEM_NULL || from == to;
}

static bool fits(Stack from, Stack to)
{
    if (from < 0 || to < 0)
        return false;
    while (depth(from) > depth(to))
        from = pop(from);
    for (; from > 0; from = pop(from), to = pop(to))
        if (!may_be(top(from), top(to)))
            return false;
    return to == STACK_EMPTY;
}

static const char *why_not(Stack from, Stack to)
{
    if (from == STACK_TOO_DEEP)
        return "stack to deep to analyze";
    if (from == STACK_UNKNOWN)
        return "can't jump from unreachable code";
    if (to == STACK_TOO_DEEP)
        return "stack is too deep to analyze";
    if (to == STACK_UNKNOWN)
        return "can't jump into an exception handler, or code may be "
               "unreachable";
    switch (top(to)) {
    case ITEM_EXCEPTION:
        return "can't jump into an 'except' block as there's no exception";
    case ITEM_UNIT:
        return "can't jump into a re-raising block as there's no location";
    case ITEM_ITERATOR: return "can't jump into the body of a for loop";
    default: return "incompatible stacks";
    }
}

/* The first line from there on that has code; -1: none. */
static int64_t line_with_code(const Code *code, int64_t line)
{
    Locations rest = locations_of(code);
    PositionRow row;
    int64_t first = -1;
    while (locations_next(&rest, &row))
        if (row.line > 0 && row.line >= line &&
            (first < 0 || row.line < first))
            first = row.line;
    return first;
}

/* The unit of the line where the most of the stack can stay; -1 and why not. */
static int64_t find_target(const Code *code, const Stack *stacks, Stack from,
                           int64_t line, const char **why)
{
    Locations rest = locations_of(code);
    PositionRow row;
    int64_t best = -1, before = 0;
    *why = NULL;
    while (locations_next(&rest, &row)) {
        bool begins = row.line > 0 && row.line != before;
        if (row.line > 0)
            before = row.line;
        if (!begins || row.line != line)
            continue;
        Stack to = stacks[row.start];
        if (fits(from, to)) {
            if (best < 0 || depth(to) > depth(stacks[best]))
                best = row.start;
        } else if (*why == NULL) {
            *why = why_not(from, to);
        }
    }
    if (*why == NULL)
        *why = "cannot find bytecode for specified line";
    return best;
}

/* ---- the jump ---- */

/* Drops what does not stay; exceptions that were being handled are what they
 * were before. */
static void drop_to(Thread *t, Frame *f, Stack from, Stack to)
{
    for (; depth(from) > depth(to); from = pop(from)) {
        f->sp--;
        if (top(from) == ITEM_EXCEPTION)
            t->exc_state->handled = *f->sp;
    }
}

/* A search for instructions that take a local for bound. */
typedef struct Search {
    const Code *code;
    bool *seen;
    int32_t *work; /* units to go on from */
    int32_t n_work;
} Search;

static void reach(Search *s, int64_t unit)
{
    if (unit >= s->code->n_units || s->seen[unit])
        return;
    s->seen[unit] = true;
    s->work[s->n_work++] = (int32_t)unit;
}

static bool loads(Opcode op, uint32_t arg, uint32_t local)
{
    uint32_t first = arg >> 12, second = arg & 0xfff;
    return (op == OP_LOAD_FAST && arg == local) ||
           (op == OP_LOAD_FAST_LOAD_FAST &&
            (first == local || second == local)) ||
           (op == OP_STORE_FAST_LOAD_FAST && first != local &&
            second == local);
}

static bool stores(Opcode op, uint32_t arg, uint32_t local)
{
    uint32_t first = arg >> 12, second = arg & 0xfff;
    return (op == OP_STORE_FAST && arg == local) ||
           (op == OP_STORE_FAST_LOAD_FAST && first == local) ||
           (op == OP_STORE_FAST_STORE_FAST &&
            (first == local || second == local));
}

static bool is_taken_for_bound(Search *s, int64_t from, uint32_t local)
{
    const Code *code = s->code;
    memset(s->seen, 0, (size_t)code->n_units);
    s->n_work = 0;
    reach(s, from);
    while (s->n_work > 0) {
        int64_t i = s->work[--s->n_work];
        CodeUnit u = code->units[i];
        Opcode op = (Opcode)opcode_base[unit_opcode(u)];
        int64_t next = i + 1 + opcode_caches[op];
        const ExceptionRow *row = code_handler(code, (uint32_t)i);
        if (loads(op, unit_arg(u), local))
            return true;
        if (row != NULL)
            reach(s, row->target);
        if (stores(op, unit_arg(u), local))
            continue;
        if (opcode_flags[op] & OP_J)
            reach(s, next + unit_signed_arg(u));
        if (!(opcode_flags[op] & OP_E))
            reach(s, next);
    }
    return false;
}

static int bind_locals(Thread *t, Frame *f, int64_t target)
{
    const Code *code = f->code;
    size_t n = (size_t)code->n_units;
    Search s = {code, malloc(n), malloc(n * sizeof(int32_t)), 0};
    bool ok = s.seen != NULL && s.work != NULL;
    for (int32_t i = 0; ok && i < code->n_localsplus; i++)
        if (value_is_unbound(f->locals[i]) &&
            is_taken_for_bound(&s, target, (uint32_t)i))
            f->locals[i] = NONE;
    free(s.seen);
    free(s.work);
    return ok ? 0 : RAISE_INT(raise_no_memory(t));
}

int line_jump(Thread *t, Frame *f, int64_t line)
{
    const Code *code = f->code;
    if (line < code->first_line)
        return RAISE_INT(raise_value_error(
            t, "line %d comes before the current code block", (int)line));
    int64_t with_code = line_with_code(code, line);
    if (with_code < 0)
        return RAISE_INT(raise_value_error(
            t, "line %d comes after the current code block", (int)line));
    Stack *stacks = stacks_of(code);
    if (stacks == NULL)
        return RAISE_INT(raise_no_memory(t));
    Stack from = stacks[f->pc - code->units - 1];
    const char *why;
    int64_t target = find_target(code, stacks, from, with_code, &why);
    Stack to = target < 0 ? STACK_UNKNOWN : stacks[target];
    free(stacks);
    if (target < 0)
        return RAISE_INT(raise_value_error(t, "%s", why));
    if (bind_locals(t, f, target) < 0)
        return -1;
    drop_to(t, f, from, to);
    f->pc = code->units + target + 1;
    return 0;
}
