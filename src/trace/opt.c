/* SPDX-License-Identifier: MIT */
/*
 * The optimizer's driver: copying, snapshots, the loop.
 *
 * A recorded trace is straight SSA code that ran once.  It is copied forward,
 * instruction by instruction, with inputs replaced by what became of them (`map`,
 * from raw Refs to new ones).  Each instruction passes through the optimizations
 * on its way (emit), every one of which answers a value to take instead, that
 * the guard always passes (OPT_DROP), that it never does (OPT_CONTRADICTION: the
 * trace is given up), or that it has nothing to say (OPT_KEEP):
 *
 *   opt_fold     constants, boxes of doubles, a guard on a comparison's result
 *   opt_guard    guards that what is known of the value makes superfluous
 *   opt_memory   what was computed or loaded before, and not changed since
 *
 * As there is one path, no analysis needs a fixed point: what an instruction
 * proves holds for all that follow it (`facts`, by new Ref).
 *
 * Loops are peeled.  The recorded round is copied twice: the first copy runs
 * once, in front of the loop; the second is the loop.  When the second is made,
 * values at the loop's start are those that the first copy ended with (`start`,
 * by slot of the frame), and the passes see the first copy as code that has
 * already run.  So a guard or load that does not depend on what a round changes
 * is found to have been done, and is gone from the loop: that is the hoisting of
 * invariants, without a pass of its own.
 *
 *     raw:  v0 = LOAD_FAST i        first copy:  v0 = LOAD_FAST i
 *           GUARD_INT v0                         GUARD_INT v0
 *           v2 = ADD v0, 1                       v2 = ADD v0, 1
 *                                   loop:        phi v2 <- v3
 *                                                v3 = ADD v2, 1
 *
 * What a round changes must not be taken for what it was in the first.  A slot
 * that the recording's last snapshot names has a new value in each round: the
 * first copy's is the left of a phi and `variant`, the second copy's the right.
 * Of a variant value the loop may assume only what the first copy knew of it at
 * the end (`assumed`), and the second copy's end value must be known to be, or be
 * guarded to be, the same: close_loop and conform.  If it is of another kind, the
 * loop does not repeat the way it was recorded, and the trace is given up.
 *
 * Doubles are boxed where Python code has them as objects.  A box that ends a
 * round and is opened at the start of the next never exists: the phi is of the
 * double, and only exits and ops that want an object box it again.
 *
 * Snapshots are copied when the first instruction that needs one is (`snapshot`),
 * with the same replacement of values.  In the loop's copy they name in addition
 * every slot that rounds change, for memory has what they were before the first.
 *
 * Then opt_dead throws away what nobody uses.  The verifier (verify.c) checks
 * what each stage promises to the next.
 */
#include "trace/opt.h"
#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "exec/jit_control.h"
#include "trace/verify.h"

static const Ins no_ins = {.in = {NO_REF, NO_REF, NO_REF}, .snapshot = -1};

enum { OPT_MAX_INS = 2 * RECORD_MAX_INS };

Ref opt_append(Opt *o, Ins ins)
{
    if (o->out->n >= OPT_MAX_INS - 8) {
        o->abort = ABORT_TOO_LONG;
        return 0;
    }
    for (int i = 0; i < 3; i++)
        ASSERT(i < ins_info(&ins)->n_in
                   ? ins.in[i] >= 0 && ins.in[i] < o->out->n
                   : ins.in[i] == NO_REF);
    Ref ref = trace_add_ins(o->out, ins);
    if (ref < 0) {
        o->abort = ABORT_NO_MEMORY;
        return 0;
    }
    o->origin[ref] = o->current;
    opt_learn(o, ref, &o->out->ins[ref]);
    return ref;
}

static Ref constant(Opt *o, Uop op, uint64_t bits)
{
    for (Ref ref = 0; ref < o->out->n; ref++)
        if (o->out->ins[ref].op == op && o->out->ins[ref].operand == bits)
            return ref;
    Ins ins = no_ins;
    ins.op = (uint16_t)op;
    ins.operand = bits;
    return opt_append(o, ins);
}
Ref opt_const(Opt *o, uint64_t bits)
{
    return constant(o, UOP_LOAD_CONST, bits);
}
Ref opt_const_float(Opt *o, double d)
{
    union {
        double d;
        uint64_t u;
    } x = {d};
    return constant(o, UOP_LOAD_CONST_FLOAT, x.u);
}

/* Asserts that a pass has answered what it may for such an instruction. */
static Ref checked(const Opt *o, const Ins *ins, Ref ref)
{
    const UopInfo *info = ins_info(ins);
    if (ref == OPT_DROP)
        ASSERT(info->effects & GUARD);
    else if (ref == OPT_CONTRADICTION)
        ASSERT((info->effects & GUARD) || ins->op == UOP_UNBOX_FLONUM);
    else if (ref != OPT_KEEP)
        ASSERT(ref >= 0 && ref < o->out->n && info->n_out == 1 &&
               (ref_kind(o->out, ref) == FLOAT) == (info->out == FLOAT));
    return ref;
}

/* Appends through all passes; OPT_DROP or OPT_CONTRADICTION for guards. */
static Ref emit(Opt *o, Ins ins)
{
    Ref ref = checked(o, &ins, opt_fold(o, &ins));
    if (ref == OPT_KEEP)
        ref = checked(o, &ins, opt_guard(o, &ins));
    if (ref == OPT_KEEP)
        ref = checked(o, &ins, opt_forward(o, &ins));
    return ref == OPT_KEEP ? opt_append(o, ins) : ref;
}

/* In snapshots a box is its contents: the exit boxes again. */
static Ref unboxed(const Opt *o, Ref ref)
{
    ASSERT(ref >= 0 && ref < o->out->n);
    const Ins *ins = opt_ins(o, ref);
    return ins->op == UOP_BOX_FLOAT ? ins->in[0] : ref;
}

static void copy_entries(Opt *o, const SnapshotFrame *from, bool base)
{
    const Trace *raw = o->raw;
    bool in_loop = base && o->loop >= 0 && o->away == 0;
    uint8_t listed[RECORD_MAX_SLOTS] = {0};
    for (int32_t i = 0; i < from->n; i++) {
        const SnapshotEntry *e = &raw->entries[from->first + i];
        ASSERT(o->map[e->ref] >= 0 && o->map[e->ref] < o->out->n);
        if (base)
            listed[e->slot] = 1;
        trace_add_entry(o->out,
                        (SnapshotEntry){e->slot, unboxed(o, o->map[e->ref])});
    }
    /* A slot that earlier rounds have changed is not in memory, either, even if
     * this one has not come to changing it. */
    for (int32_t s = 0; in_loop && s < o->n_slots && s < from->depth; s++)
        if (!listed[s] && o->start[s] != NO_REF)
            trace_add_entry(o->out,
                            (SnapshotEntry){s, unboxed(o, o->start[s])});
}

static int32_t snapshot(Opt *o, int32_t id)
{
    const Trace *raw = o->raw;
    if (id < 0)
        return -1;
    ASSERT(id < raw->n_snapshots);
    if (o->snapshots[id] >= 0)
        return o->snapshots[id];
    const Snapshot *s = &raw->snapshots[id];
    int32_t first = o->out->n_frames, n_entries = RECORD_MAX_SLOTS;
    for (int32_t d = 0; d < s->n_frames; d++)
        n_entries += raw->frames[s->first_frame + d].n;
    if (!trace_reserve_snapshot(o->out, s->n_frames, n_entries)) {
        o->abort = ABORT_NO_MEMORY;
        return o->out->n_snapshots - 1; /* as record_snapshot */
    }
    for (int32_t d = 0; d < s->n_frames; d++) {
        SnapshotFrame f = raw->frames[s->first_frame + d];
        int32_t entries = o->out->n_entries;
        copy_entries(o, &f, d == 0);
        f.first = entries;
        f.n = o->out->n_entries - entries;
        if (f.function != NO_REF)
            f.function = o->map[f.function];
        trace_add_frame(o->out, f);
    }
    o->snapshots[id] = trace_add_snapshot(o->out,
                                          (Snapshot){first, s->n_frames});
    return o->snapshots[id];
}

/* ---- for -X explain ---- */
static void set_fate(Opt *o, Ref raw_ref, FateKind kind, Ref ref)
{
    if (o->out->fates != NULL)
        o->out->fates[raw_ref + (o->loop >= 0 ? o->raw->n : 0)] =
            (Fate){(uint8_t)kind, ref};
}

static bool is_constant(const Opt *o, Ref ref)
{
    return ins_is_const(opt_ins(o, ref));
}

/* `ref` is what the passes made of `ins`; the copy had `before` instructions
 * when they began. */
static void note_fate(Opt *o, Ref raw_ref, const Ins *ins, Ref ref,
                      int32_t before)
{
    if (o->out->fates == NULL)
        return;
    if (ref == OPT_DROP) {
        Ref in = ins->in[0];
        bool constant = in >= 0 && is_constant(o, in);
        Ref by = in < 0 || constant ? NO_REF : o->facts[in].since;
        bool moved = by >= 0 && by < o->loop &&
                     (ins_info(opt_ins(o, by))->effects & GUARD);
        set_fate(o, raw_ref, moved ? FATE_INVARIANT : FATE_PROVED, by);
    } else if (is_constant(o, ref)) {
        set_fate(o, raw_ref, FATE_FOLDED, ref);
    } else if (ref >= before) {
        set_fate(o, raw_ref, FATE_KEPT, ref);
    } else {
        set_fate(o, raw_ref, ref < o->loop ? FATE_INVARIANT : FATE_SAME, ref);
    }
}

/* The copy's own plan for a call. */
static uint64_t own_plan(Opt *o, uint64_t operand)
{
    const FramePlan *plan = (const FramePlan *)(uintptr_t)operand;
    plan = trace_add_plan(o->out, *plan);
    if (plan == NULL)
        o->abort = ABORT_NO_MEMORY;
    return (uint64_t)(uintptr_t)plan;
}

/* One recorded instruction into the copy. */
static bool copy_one(Opt *o, Ref raw_ref)
{
    ASSERT(raw_ref >= 0 && raw_ref < o->raw->n);
    Ins ins = o->raw->ins[raw_ref];
    o->current = raw_ref;
    if (ins.op == UOP_LOAD_CONST) {
        o->map[raw_ref] = opt_const(o, ins.operand);
        return true;
    }
    if (ins.op == UOP_LOAD_FAST && o->loop >= 0 && o->away == 0) {
        Ref start = o->start[ins.operand];
        if (start != NO_REF)
            o->map[raw_ref] = start; /* else unchanged since the first copy */
        set_fate(o, raw_ref, start != NO_REF ? FATE_CARRIED : FATE_INVARIANT,
                 unboxed(o, o->map[raw_ref]));
        return true;
    }
    if (opt_is_resumed_slot(o, &ins)) {
        set_fate(o, raw_ref, FATE_INVARIANT, o->map[raw_ref]);
        return true;
    }
    for (int i = 0; i < 3; i++)
        if (ins.in[i] >= 0) {
            ins.in[i] = o->map[ins.in[i]];
            ASSERT(ins.in[i] >= 0); /* no guard's */
        }
    if (opt_is_frame_guard_proved(o, &ins)) {
        set_fate(o, raw_ref, FATE_PROVED, NO_REF);
        return true;
    }
    opt_note_base(o, &ins);
    if (ins_info(&ins)->operand == CALL_PLAN)
        ins.operand = own_plan(o, ins.operand);
    ins.snapshot = snapshot(o, ins.snapshot);
    int32_t before = o->out->n;
    Ref ref = emit(o, ins);
    if (ref == OPT_CONTRADICTION) {
        o->abort = ABORT_CONTRADICTION;
        return false;
    }
    note_fate(o, raw_ref, &ins, ref, before);
    o->map[raw_ref] = ref == OPT_DROP ? NO_REF : ref;
    return o->abort == ABORT_NONE;
}

static bool copy(Opt *o)
{
    for (int32_t i = 0; i < o->raw->n_snapshots; i++)
        o->snapshots[i] = -1;
    memset(o->stored, 0, RECORD_MAX_SLOTS);
    o->away = 0;
    for (Ref ref = 0; ref < o->raw->n; ref++)
        if (!copy_one(o, ref))
            return false;
    return true;
}

static Ref emit_guard(Opt *o, Uop op, Ref ref, uint64_t operand, int32_t snap)
{
    Ins ins = no_ins;
    ins.op = (uint16_t)op;
    ins.in[0] = ref;
    ins.operand = operand;
    ins.snapshot = snap;
    return emit(o, ins);
}

static void check_pending(Opt *o, int32_t snap)
{
    Ins ins = no_ins;
    ins.op = UOP_CHECK_PENDING;
    ins.snapshot = snap;
    opt_append(o, ins);
}

/* ---- the loop ---- */

/* Values at the loop's start: those at the end of the first iteration. */
static void set_start(Opt *o, Fact *assumed)
{
    const Trace *raw = o->raw;
    const Snapshot *s = &raw->snapshots[raw->link_snapshot];
    const SnapshotFrame *f = &raw->frames[s->first_frame];
    int32_t snap = snapshot(o, raw->link_snapshot);
    o->n_slots = f->depth;
    o->loop = o->out->n;
    for (int32_t i = 0; i < f->n; i++) {
        const SnapshotEntry *e = &raw->entries[f->first + i];
        Ref ref = o->map[e->ref];
        const Ins *ins = opt_ins(o, ref);
        if (opt_is_same_slot(o, e->slot, e->ref))
            continue;
        if (ins->op == UOP_BOX_FLOAT) {
            /* Boxed anew in each iteration that needs it boxed. */
            Ref contents = ins->in[0];
            o->variant[contents] = true;
            assumed[e->slot] = (Fact){.kind = FACT_FLOAT};
            Ins box = no_ins;
            box.op = UOP_BOX_FLOAT;
            box.in[0] = contents;
            box.snapshot = snap;
            ref = opt_append(o, box);
        } else if (ins->op != UOP_LOAD_CONST) {
            o->variant[ref] = true;
            assumed[e->slot] = opt_fact(o, ref);
        }
        o->start[e->slot] = ref;
    }
}

/* The end value of a slot, made to be what the loop's start assumes of it. */
static Ref conform(Opt *o, Ref left, Ref right, Fact assumed, int32_t snap)
{
    if (ref_kind(o->out, left) == FLOAT) {
        if (opt_ins(o, right)->op == UOP_BOX_FLOAT)
            return opt_ins(o, right)->in[0];
        if (emit_guard(o, UOP_GUARD_FLOAT, right, 0, snap) ==
            OPT_CONTRADICTION)
            return NO_REF;
        Ins ins = no_ins;
        ins.op = UOP_UNBOX_FLOAT;
        ins.in[0] = right;
        return emit(o, ins);
    }
    Fact has = opt_fact(o, right);
    if (opt_fact_implies(has, assumed))
        return right;
    if (has.kind != FACT_NONE)
        return NO_REF;
    static const Uop guards[] = {[FACT_INT] = UOP_GUARD_INT,
                                 [FACT_FLOAT] = UOP_GUARD_FLOAT,
                                 [FACT_BOOL] = UOP_GUARD_BOOL,
                                 [FACT_SHAPE] = UOP_GUARD_SHAPE};
    emit_guard(o, guards[assumed.kind], right, assumed.shape, snap);
    return right;
}

static bool add_phi(Opt *o, Ref left, Ref right)
{
    Trace *out = o->out;
    if (left == right)
        return true;
    if (is_constant(o, left))
        return false;
    for (int32_t i = 0; i < out->n_phis; i++)
        if (out->phis[i].left == left)
            return out->phis[i].right == right;
    out->phis[out->n_phis++] = (Phi){left, right};
    return true;
}

static bool close_loop(Opt *o, const Fact *assumed)
{
    const Trace *raw = o->raw;
    const Snapshot *s = &raw->snapshots[raw->link_snapshot];
    const SnapshotFrame *f = &raw->frames[s->first_frame];
    int32_t snap = snapshot(o, raw->link_snapshot);
    check_pending(o, snap);
    /* The guards below get a copy of the snapshot.  An exit of CHECK_PENDING
     * must lead to the interpreter, which looks at what is pending: no side
     * trace may be linked to it, as it may be to theirs. */
    o->snapshots[raw->link_snapshot] = -1;
    int32_t guards = snapshot(o, raw->link_snapshot);
    for (int32_t i = 0; i < f->n; i++) {
        const SnapshotEntry *e = &raw->entries[f->first + i];
        if (opt_is_same_slot(o, e->slot, e->ref))
            continue;
        Ref left = unboxed(o, o->start[e->slot]);
        Ref right = o->map[e->ref];
        if (opt_ins(o, left)->op == UOP_LOAD_CONST) {
            if (unboxed(o, right) != left)
                return false;
            continue;
        }
        right = conform(o, left, right, assumed[e->slot], guards);
        if (right == NO_REF || !add_phi(o, left, right))
            return false;
    }
    o->out->link_snapshot = snap;
    return o->abort == ABORT_NONE;
}

/* The second copy.  False: this loop does not repeat the way it was
 * recorded. */
static bool peel(Opt *o)
{
    Fact assumed[RECORD_MAX_SLOTS];
    memset(assumed, 0, sizeof assumed);
    o->out->phis = calloc(RECORD_MAX_SLOTS, sizeof(Phi));
    if (o->out->phis == NULL) {
        o->abort = ABORT_NO_MEMORY;
        return false;
    }
    set_start(o, assumed);
    o->out->loop = o->loop;
    return copy(o) && close_loop(o, assumed);
}

static void free_opt(Opt *o)
{
    free(o->map);
    free(o->snapshots);
    free(o->facts);
    free(o->variant);
    free(o->origin);
    free(o->start);
    free(o->stored);
}

static bool allocate(Opt *o, const Trace *raw)
{
    o->raw = raw;
    o->out = record_trace_new();
    o->map = malloc(((size_t)raw->n + 1) * sizeof *o->map);
    o->snapshots = malloc(((size_t)raw->n_snapshots + 1) *
                          sizeof *o->snapshots);
    o->facts = calloc(OPT_MAX_INS, sizeof *o->facts);
    o->variant = calloc(OPT_MAX_INS, sizeof *o->variant);
    o->origin = calloc(OPT_MAX_INS, sizeof *o->origin);
    o->start = malloc(RECORD_MAX_SLOTS * sizeof *o->start);
    o->stored = malloc(RECORD_MAX_SLOTS);
    if (!o->out || !o->map || !o->snapshots || !o->facts || !o->variant ||
        !o->origin || !o->start || !o->stored)
        return false;
    for (int32_t i = 0; i < RECORD_MAX_SLOTS; i++)
        o->start[i] = NO_REF;
    return true;
}

/* false: no memory */
static bool copy_head(Trace *out, const Trace *raw)
{
    out->code = raw->code;
    if (jit_control.explain)
        out->fates = calloc(2 * (size_t)raw->n + 1, sizeof *out->fates);
    out->start = raw->start;
    out->globals = raw->globals;
    out->parent = raw->parent;
    out->parent_exit = raw->parent_exit;
    out->parent_detail = raw->parent_detail;
    out->target = raw->target == raw ? out : raw->target;
    out->link = raw->link;
    for (int32_t i = 0; i < raw->n_dependencies; i++)
        if (!trace_add_dependency(out, raw->dependencies[i].object,
                                  raw->dependencies[i].name))
            return false;
    return true;
}

Trace *opt_run(Thread *t, const Trace *raw, Folded *folded, Abort *abort)
{
    Opt o = {.t = t,
             .folded = folded,
             .loop = -1, .last_call = -1, .last_shape_write = -1};
    *abort = ABORT_NO_MEMORY;
    if (allocate(&o, raw)) {
        bool ok = copy_head(o.out, raw);
        if (!ok)
            o.abort = ABORT_NO_MEMORY;
        opt_find_frame_use(&o);
        ok = ok && copy(&o);
        o.out->loop = o.out->n;
        if (ok && raw->link == LINK_LOOP) {
            ok = peel(&o);
            if (!ok && o.abort == ABORT_NONE)
                o.abort = ABORT_CONTRADICTION;
        } else if (ok) {
            int32_t snap = snapshot(&o, raw->link_snapshot);
            o.out->loop = o.out->n;
            o.out->link_snapshot = snap;
        }
        if (ok)
            verify_or_die(o.out, VERIFY_COPIED);
        if (ok && !opt_dead(o.out, 2 * raw->n))
            o.abort = ABORT_NO_MEMORY;
        trace_trim(o.out);
        *abort = o.abort;
    }
    free_opt(&o);
    if (*abort != ABORT_NONE) {
        trace_free(o.out);
        return NULL;
    }
    verify_or_die(o.out, VERIFY_FINAL);
    return o.out;
}

/* What the parent left to its exits is made here, if it is wanted. */
static Ins made_again(Recorder *r, const Trace *parent, Ref ref, Ref *known)
{
    Ins ins = parent->ins[ref];
    for (int i = 0; i < ins_info(&ins)->n_in; i++)
        ins.in[i] = opt_parent_value(r, parent, ins.in[i], known);
    ins.flags = 0;
    return ins;
}

Ref opt_parent_value(Recorder *r, const Trace *parent, Ref ref, Ref *known)
{
    const Ins *ins = &parent->ins[ref];
    if (known[ref] != NO_REF)
        return known[ref];
    Ins value = no_ins;
    if (ins->flags & INS_SUNK) {
        value = made_again(r, parent, ref, known);
    } else if (ins->op == UOP_LOAD_CONST) {
        value = *ins;
    } else {
        value.op = ref_kind(parent, ref) == FLOAT ? UOP_PARENT_FLOAT
                                                  : UOP_PARENT_VALUE;
        value.operand = (uint64_t)ref;
    }
    Ref made = trace_add_ins(r->trace, value);
    if (made < 0)
        record_abort(r, ABORT_NO_MEMORY);
    return known[ref] = made < 0 ? 0 : made;
}
