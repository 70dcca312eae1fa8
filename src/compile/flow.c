/* SPDX-License-Identifier: MIT */
/*
 * The passes over a finished instruction list, in the order of flow_optimize:
 * peepholes, jump threading, returns copied to their jumps, dead code, empty
 * jumps and NOPs, bound locals, superinstructions, stack depth.  A pass
 * removes an entry by making it EMIT_DEAD, so indices stay valid.
 *
 * Line numbers are kept as tracing sees them: an instruction that is the only
 * one of its line on some path is never dropped.
 */
#include "compile/flow.h"

#include <string.h>

typedef struct Flow {
    Emitter *e;
    int32_t *label_at; /* index of the list entry that defines a label */
} Flow;

static bool is_real(const Instr *in) { return in->op < OPCODE_COUNT; }
static bool ends(const Instr *in)
{
    return is_real(in) && (opcode_flags[in->op] & OP_E);
}
static bool jumps(const Instr *in)
{
    return is_real(in) && (opcode_flags[in->op] & OP_J);
}

/* The next real instruction at or behind entry i, or NULL. */
static Instr *real_from(const Emitter *e, int32_t i)
{
    ASSERT(i >= 0);
    for (; i < e->n; i++) {
        if (is_real(&e->instrs[i]))
            return &e->instrs[i];
    }
    return NULL;
}

/* The instruction behind entry i that no label separates from it, or NULL. */
static Instr *adjacent(const Emitter *e, int32_t i)
{
    for (i++; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (is_real(in))
            return in;
        if (in->op != EMIT_DEAD)
            return NULL;
    }
    return NULL;
}

static void labels_find(Flow *f)
{
    f->label_at = emit_alloc(f->e->arena, ((size_t)f->e->n_labels + 1) *
                                              sizeof(int32_t));
    for (int32_t i = 0; i < f->e->n; i++) {
        if (f->e->instrs[i].op == EMIT_LABEL)
            f->label_at[f->e->instrs[i].target] = i;
    }
}

/* ---- peepholes ---- */

/* SWAP followed by stores to distinct locals: stores in the other order. */
static void swap_stores(const Emitter *e, int32_t i)
{
    Instr *in = &e->instrs[i], *s[3];
    uint32_t n = in->arg;
    if (n != 2 && n != 3)
        return;
    int32_t at = i;
    for (uint32_t k = 0; k < n; k++) {
        s[k] = adjacent(e, at);
        if (s[k] == NULL || s[k]->op != OP_STORE_FAST)
            return;
        at = (int32_t)(s[k] - e->instrs);
    }
    uint32_t last = s[n - 1]->arg;
    if (s[0]->arg == last || s[0]->arg == s[1]->arg || s[1]->arg == last) {
        if (n == 3 || s[0]->arg == s[1]->arg)
            return;
    }
    s[n - 1]->arg = s[0]->arg;
    s[0]->arg = last;
    in->op = EMIT_DEAD;
}

static void peepholes(Emitter *e)
{
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        Instr *next = is_real(in) ? adjacent(e, i) : NULL;
        if (next == NULL)
            continue;
        if (in->op == OP_LOAD_CONST && next->op == OP_RETURN_VALUE) {
            next->op = OP_RETURN_CONST;
            next->arg = in->arg;
            in->op = in->pos.line == next->pos.line ? EMIT_DEAD : OP_NOP;
        } else if (in->op == OP_BUILD_TUPLE && in->arg <= 3 && in->arg > 0 &&
                   next->op == OP_UNPACK_SEQUENCE && next->arg == in->arg) {
            next->op = next->arg == 1 ? OP_NOP : OP_SWAP;
            in->op = EMIT_DEAD;
        } else if (in->op == OP_SWAP) {
            swap_stores(e, i);
        }
    }
}

/* ---- jumps ---- */

/* Where a jump to entry `i` may as well go, given its position. */
static void thread_jump(Flow *f, int32_t i)
{
    Instr *in = &f->e->instrs[i];
    ASSERT(in->target >= 0 && in->target < f->e->n_labels);
    if (in->op == OP_SEND || in->op == OP_FOR_ITER ||
        in->op == OP_JUMP_BACKWARD || in->op == OP_JUMP_BACKWARD_NO_INTERRUPT)
        return;
    for (int limit = 0; limit < 16; limit++) {
        Instr *to = real_from(f->e, f->label_at[in->target]);
        if (to == NULL || to == in || to->target == in->target)
            return;
        if (to->pos.line != 0 && to->pos.line != in->pos.line)
            return;
        if (to->op == OP_JUMP_FORWARD) {
            in->target = to->target;
        } else if (to->op == OP_JUMP_BACKWARD && in->op == OP_JUMP_FORWARD &&
                   f->label_at[to->target] < i) {
            in->op = OP_JUMP_BACKWARD;
            in->target = to->target;
            return;
        } else {
            return;
        }
    }
}

static void jumps_thread(Flow *f)
{
    for (int32_t i = 0; i < f->e->n; i++) {
        if (jumps(&f->e->instrs[i]))
            thread_jump(f, i);
    }
}

/* A jump to a return of a constant becomes that return. */
static void return_copy(Flow *f, Instr *in)
{
    if (in->op != OP_JUMP_FORWARD)
        return;
    Instr *to = real_from(f->e, f->label_at[in->target]);
    if (to != NULL && to->op == OP_RETURN_CONST &&
        (to->pos.line == 0 || to->pos.line == in->pos.line)) {
        in->op = OP_RETURN_CONST;
        in->arg = to->arg;
        in->target = -1;
    }
}

/*
 * The return at the end of a function has no line of its own.  A jump to it
 * gets a copy with the jump's position, or tracing would see a line that was
 * not run.
 */
static void exits_copy(Flow *f)
{
    Emitter *e = f->e;
    int32_t n = e->n, label = -1, line = 0; /* the last copy's */
    for (int32_t i = 0; i < n; i++) {
        Instr *in = &e->instrs[i];
        if (!jumps(in) || in->op == OP_SEND || in->pos.line == 0)
            continue;
        const Instr *to = real_from(e, f->label_at[in->target]);
        if (to == NULL || to->op != OP_RETURN_CONST || to->pos.line != 0)
            continue;
        if (label >= 0 && line == in->pos.line) {
            in->target = label;
            continue;
        }
        uint32_t constant = to->arg;
        label = emit_label_new(e);
        line = in->pos.line;
        in->target = label;
        e->pos = in->pos;
        e->handler = to->handler;
        emit_label(e, label);
        emit_op(e, OP_RETURN_CONST, constant);
    }
}

/* Which labels something leads to. */
static bool *labels_in_use(const Emitter *e)
{
    bool *used = emit_alloc(e->arena, (size_t)e->n_labels + 1);
    memset(used, 0, (size_t)e->n_labels + 1);
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (jumps(in) || in->op == EMIT_TRY)
            used[in->target] = true;
    }
    return used;
}

/* A position for artificial jumps and returns: that of what comes before. */
static void positions_inherit(Emitter *e)
{
    const bool *used = labels_in_use(e);
    const Instr *last = NULL;
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (in->op == EMIT_LABEL) {
            if (used[in->target])
                last = NULL;
        } else if (is_real(in)) {
            if (in->pos.line == 0 && last != NULL)
                in->pos = last->pos;
            last = ends(in) ? NULL : in;
        }
    }
}

/* The same across labels, for returns that have no line on any path. */
static void returns_inherit(Emitter *e)
{
    const Instr *last = NULL;
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (!is_real(in))
            continue;
        if (in->pos.line == 0 && last != NULL &&
            (in->op == OP_RETURN_CONST || in->op == OP_RETURN_VALUE))
            in->pos = last->pos;
        if (in->pos.line != 0)
            last = in;
    }
}

/* ---- dead code ---- */

static void reach_mark(Flow *f, int32_t *work)
{
    Emitter *e = f->e;
    int32_t n = 0;
    work[n++] = 0;
    while (n > 0) {
        int32_t i = work[--n];
        for (; i < e->n && !e->instrs[i].reached; i++) {
            Instr *in = &e->instrs[i];
            in->reached = 1;
            if (jumps(in) || in->op == EMIT_TRY) {
                int32_t to = f->label_at[in->target];
                if (!e->instrs[to].reached)
                    work[n++] = to;
            }
            if (ends(in))
                break;
        }
    }
}

static void dead_code_remove(Flow *f)
{
    Emitter *e = f->e;
    reach_mark(f, emit_alloc(e->arena, ((size_t)e->n + 1) * sizeof(int32_t)));
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (!in->reached && in->op != EMIT_LABEL)
            in->op = EMIT_DEAD;
    }
}

/* Whether nothing but labels lies between entry i and the label. */
static bool jumps_to_next(const Flow *f, int32_t i, int32_t label)
{
    ASSERT(label >= 0 && label < f->e->n_labels);
    int32_t to = f->label_at[label];
    if (to < i)
        return false;
    for (i++; i < to; i++) {
        if (is_real(&f->e->instrs[i]))
            return false;
    }
    return true;
}

static void empty_jumps_remove(Flow *f)
{
    /* Backwards, so that an emptied jump empties those in front of it. */
    for (int32_t i = f->e->n - 1; i >= 0; i--) {
        Instr *in = &f->e->instrs[i];
        if (in->op == OP_JUMP_FORWARD && jumps_to_next(f, i, in->target))
            in->op = in->pos.line == 0 ? EMIT_DEAD : OP_NOP;
    }
}

/* Drops NOPs whose line shows anyway, before or after. */
static void nops_remove(Emitter *e)
{
    int32_t line = -1; /* of the instruction before, while it falls through */
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (in->op == EMIT_LABEL) {
            line = -1;
        } else if (in->op == OP_NOP) {
            const Instr *next = adjacent(e, i);
            if (in->pos.line == 0 || in->pos.line == line ||
                (next != NULL && next->pos.line == in->pos.line)) {
                in->op = EMIT_DEAD;
                continue;
            }
            line = in->pos.line;
        } else if (is_real(in)) {
            line = ends(in) ? -1 : in->pos.line;
        }
    }
}

/* ---- superinstructions ---- */

enum { PAIR_BITS = 12, PAIR_LIMIT = 1 << PAIR_BITS };

static int pair_op(int first, int second)
{
    if (first == OP_LOAD_FAST && second == OP_LOAD_FAST)
        return OP_LOAD_FAST_LOAD_FAST;
    if (first == OP_STORE_FAST && second == OP_LOAD_FAST)
        return OP_STORE_FAST_LOAD_FAST;
    if (first == OP_STORE_FAST && second == OP_STORE_FAST)
        return OP_STORE_FAST_STORE_FAST;
    return 0;
}

static void pairs_merge(Emitter *e)
{
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (in->op != OP_LOAD_FAST && in->op != OP_STORE_FAST)
            continue;
        Instr *next = adjacent(e, i);
        if (next == NULL || next->pos.line != in->pos.line ||
            next->handler != in->handler)
            continue;
        int op = pair_op(in->op, next->op);
        if (op == 0 || in->arg >= PAIR_LIMIT || next->arg >= PAIR_LIMIT)
            continue;
        in->op = (uint16_t)op;
        in->arg = in->arg << PAIR_BITS | next->arg;
        next->op = EMIT_DEAD;
    }
}

/* ---- stack depth ---- */

typedef struct DepthWalk {
    Flow *f;
    int32_t *depth_at; /* by label; -1: not yet seen */
    int32_t *work;     /* labels to walk from */
    int32_t n_work, max;
} DepthWalk;

static void depth_enter(DepthWalk *w, int32_t label, int32_t depth)
{
    ASSERT(label >= 0 && label < w->f->e->n_labels && depth >= 0);
    if (depth > w->max)
        w->max = depth;
    if (w->depth_at[label] < 0) {
        w->depth_at[label] = depth;
        ASSERT(w->n_work < w->f->e->n_labels);
        w->work[w->n_work++] = label;
    }
    ASSERT(w->depth_at[label] == depth);
}

static void depth_walk(DepthWalk *w, int32_t i, int32_t depth)
{
    Emitter *e = w->f->e;
    for (; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        uint32_t pops, pushes;
        if (in->op == EMIT_LABEL) {
            if (w->depth_at[in->target] >= 0) {
                ASSERT(w->depth_at[in->target] == depth);
                return;
            }
            w->depth_at[in->target] = depth;
        } else if (in->op == EMIT_TRY) {
            Handler *h = &e->handlers[in->arg];
            h->depth = depth - h->drop;
            ASSERT(h->depth >= 0);
            depth_enter(w, h->label, h->depth + 1 + h->push_unit);
        } else if (is_real(in)) {
            if (jumps(in)) {
                opcode_stack_effect((Opcode)in->op, in->arg, true, &pops,
                                    &pushes);
                depth_enter(w, in->target,
                            depth - (int32_t)pops + (int32_t)pushes);
            }
            opcode_stack_effect((Opcode)in->op, in->arg, false, &pops,
                                &pushes);
            depth += (int32_t)pushes - (int32_t)pops;
            ASSERT(depth >= 0);
            if (depth > w->max)
                w->max = depth;
            if (ends(in))
                return;
        }
    }
}

static int32_t depth_max(Flow *f)
{
    Emitter *e = f->e;
    size_t n = (size_t)e->n_labels + 1;
    DepthWalk w = {.f = f,
                   .depth_at = emit_alloc(e->arena, n * sizeof(int32_t)),
                   .work = emit_alloc(e->arena, n * sizeof(int32_t))};
    memset(w.depth_at, 0xff, n * sizeof(int32_t));
    depth_walk(&w, 0, 0);
    while (w.n_work > 0) {
        int32_t label = w.work[--w.n_work];
        depth_walk(&w, f->label_at[label] + 1, w.depth_at[label]);
    }
    return w.max;
}

int32_t flow_optimize(Emitter *e, int n_locals, int n_bound)
{
    Flow f = {.e = e};
    peepholes(e);
    labels_find(&f);
    jumps_thread(&f); /* to the returns */
    exits_copy(&f);
    labels_find(&f);
    jumps_thread(&f);
    positions_inherit(e);
    for (int32_t i = 0; i < e->n; i++)
        return_copy(&f, &e->instrs[i]);
    dead_code_remove(&f);
    empty_jumps_remove(&f);
    positions_inherit(e); /* where no jump comes in any more */
    nops_remove(e);
    returns_inherit(e);
    if (n_locals > 0)
        flow_bound_locals(e, n_locals, n_bound);
    pairs_merge(e);
    return depth_max(&f);
}
