/* SPDX-License-Identifier: MIT */
/*
 * The verifier of traces.  Each stage of a trace's making relies on what the
 * one before promised; here the promises are written down and checked:
 *
 *   order      inputs, and what a snapshot names, are made before they are used
 *   kinds      an op gets the kinds that its row in uops.def asks for; where
 *              that is INT, or a double is taken out of a Value, something
 *              before has proved it; an OBJECT is not its INT as well
 *   snapshots  what may leave has one; it is of real code, names each slot once
 *              and, in frames that exist in snapshots only, every slot
 *   effects    between an op with an effect and a later exit lies a new
 *              snapshot: the interpreter would do it once more
 *   loops      phis carry a kind and a proof round; what memory has no more,
 *              all snapshots of the loop name
 *   frames     a loop leaves as many as it enters
 *   sinking    only exits use an object that is left to them
 *   parents    a side trace takes only what its parent's exit has
 *
 * It knows ops by their rows.  v7 is the instruction of index 7.  The unit test feeds it a trace broken in each of
 * these ways.
 */
#include "trace/verify.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "object/core/cast.h"
#include "object/type/type.h"
#include "trace/jit_state.h"

typedef struct Verifier {
    const Trace *trace;
    VerifyStage stage;
    Ref at;             /* instruction being looked at; trace->n: the end */
    uint8_t *proved;    /* by Ref: UopFact INT, FLOAT or BOOL; 0 */
    Ref *first_use;     /* by snapshot; -1 */
    Ref last_effect;    /* before `at`; -1 */
    int32_t pushed;     /* frames made real and not left again */
    char *why;
    size_t size;
} Verifier;

__attribute__((format(printf, 2, 3))) static bool
refuse(Verifier *v, const char *format, ...)
{
    const Trace *trace = v->trace;
    int n = v->at < trace->n && trace->ins[v->at].op < UOP_COUNT
                ? snprintf(v->why, v->size, "v%d %s ", v->at,
                           ins_info(&trace->ins[v->at])->name)
                : snprintf(v->why, v->size, "v%d ", v->at);
    va_list args;
    va_start(args, format);
    if (n > 0 && (size_t)n < v->size)
        vsnprintf(v->why + n, v->size - (size_t)n, format, args);
    va_end(args);
    return false;
}

static const Ins *ins_at(const Verifier *v, Ref ref)
{
    return &v->trace->ins[ref];
}

/* Whether `ref` names a value that there is at v->at. */
static bool is_made(Verifier *v, Ref ref, const char *what)
{
    if (ref < 0 || ref >= v->at)
        return refuse(v, "%s v%d is not made before it", what, ref);
    if (ins_info(ins_at(v, ref))->n_out == 0)
        return refuse(v, "%s v%d has no value", what, ref);
    return true;
}

/* ---- proofs ---- */
static uint8_t proof_of_const(uint64_t bits)
{
    Value c = VALUE_BITS(bits);
    if (value_is_int(c))
        return FACT_INT;
    if (value_is_bool(c))
        return FACT_BOOL;
    if (value_is_flonum(c) ||
        (value_is_pointer(c) && !value_is_null(c) &&
         value_header(c)->shape == SHAPE_FLOAT))
        return FACT_FLOAT;
    return 0;
}

static void prove(Verifier *v, const Ins *ins)
{
    const UopInfo *info = ins_info(ins);
    uint8_t what = (uint8_t)info->fact;
    bool is_simple = what == FACT_INT || what == FACT_FLOAT ||
                     what == FACT_BOOL;
    v->proved[v->at] = 0;
    if (info->fact & FACT_YIELDS)
        v->proved[v->at] = what == FACT_CONST ? proof_of_const(ins->operand)
                           : is_simple        ? what
                                              : 0;
    if (ins->op == UOP_UNBOX_FLONUM)
        v->proved[ins->in[0]] = FACT_FLOAT;
    if (info->fact & FACT_PROVES) {
        uint8_t proof = what == FACT_CONST ? proof_of_const(ins->operand)
                        : is_simple        ? what
                                           : 0;
        for (int i = 0; proof != 0 && i < info->n_in; i++)
            v->proved[ins->in[i]] = proof;
    }
}

/* ---- one instruction's inputs and operand ---- */
static bool check_input(Verifier *v, const Ins *ins, int i)
{
    UopKind wanted = (UopKind)ins_info(ins)->in[i];
    Ref ref = ins->in[i];
    char what[] = "input 0";
    what[6] = (char)('0' + i);
    if (!is_made(v, ref, what))
        return false;
    if ((wanted == FLOAT) != (ref_kind(v->trace, ref) == FLOAT))
        return refuse(v, "%s v%d is of another kind", what, ref);
    if (wanted == INT && v->proved[ref] != FACT_INT)
        return refuse(v, "%s v%d is not known to be a small int", what, ref);
    if (ins->op == UOP_UNBOX_FLOAT && v->proved[ref] != FACT_FLOAT)
        return refuse(v, "%s v%d is not known to be a float", what, ref);
    if ((ins_at(v, ref)->flags & INS_SUNK) && !(ins->flags & INS_SUNK))
        return refuse(v, "%s v%d is left to the exits", what, ref);
    return true;
}

static bool check_inputs(Verifier *v, const Ins *ins)
{
    int n = ins_info(ins)->n_in;
    for (int i = 0; i < 3; i++) {
        if (i >= n && ins->in[i] != NO_REF)
            return refuse(v, "has more than %d inputs", n);
        if (i < n && !check_input(v, ins, i))
            return false;
        for (int j = 0; i < n && j < i; j++)
            if (ins->in[i] == ins->in[j] &&
                !uop_may_be_one(ins_info(ins), i, j))
                return refuse(v, "input %d v%d is an object and a small int",
                              i, ins->in[i]);
    }
    return true;
}

static bool has_plan(const Trace *trace, uint64_t operand)
{
    for (int32_t i = 0; i < trace->n_plans; i++)
        if ((uint64_t)(uintptr_t)trace->plans[i] == operand)
            return true;
    return false;
}

/* Whether the exit that a side trace starts from has a value of the parent's,
 * or can make `made` of it. */
static bool is_left_to(const Trace *parent, Ref made, Ref ref)
{
    if (made < 0)
        return false;
    if (made == ref)
        return true;
    const Ins *ins = &parent->ins[made];
    for (int i = 0; (ins->flags & INS_SUNK) && i < 3; i++)
        if (is_left_to(parent, ins->in[i], ref))
            return true;
    return false;
}

static bool exit_has(const Trace *parent, int32_t snapshot, Ref ref)
{
    const Snapshot *s = &parent->snapshots[snapshot];
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &parent->frames[s->first_frame + d];
        if (is_left_to(parent, f->function, ref))
            return true;
        for (int32_t i = 0; i < f->n; i++)
            if (is_left_to(parent, parent->entries[f->first + i].ref, ref))
                return true;
    }
    return false;
}

static bool check_parent_value(Verifier *v, const Ins *ins)
{
    const Trace *parent = v->trace->parent;
    if (parent == NULL)
        return refuse(v, "is in a trace without a parent");
    if (v->trace->parent_exit < 0 ||
        v->trace->parent_exit >= parent->n_snapshots ||
        ins->operand >= (uint64_t)parent->n)
        return refuse(v, "names an exit or a value that the parent lacks");
    Ref ref = (Ref)ins->operand;
    if ((ref_kind(parent, ref) == FLOAT) != (ins->op == UOP_PARENT_FLOAT))
        return refuse(v, "is of another kind than the parent's v%d", ref);
    if (!exit_has(parent, v->trace->parent_exit, ref))
        return refuse(v, "the parent's exit has no v%d", ref);
    return true;
}

/* What a call of a native that is known has to be declared, at least. */
static uint32_t flags_wanted(const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    if (ins_is_const(ins) || !(effects & LEAF) || !(effects & ERRORS))
        return 0;
    switch (ins->op) {
    case UOP_CALL_LEAF: return NATIVE_LEAF;
    case UOP_CALL_READER: return NATIVE_READER;
    default: break;
    }
    if (ins_info(ins)->operand != VALUE)
        return 0;
    return effects & QUIET ? NATIVE_TOTAL : NATIVE_PURE;
}

static bool check_native(Verifier *v, const Ins *ins)
{
    uint32_t wanted = flags_wanted(ins);
    if (wanted == 0)
        return true;
    const Ins *callee = ins_info(ins)->operand == VALUE ? ins
                                                        : ins_at(v, ins->in[0]);
    Value native = VALUE_BITS(callee->operand);
    if (callee != ins && !ins_is_const(callee))
        return true; /* one of a binding, which has been guarded */
    if (!value_is_pointer(native) ||
        value_header(native)->kind != KIND_NATIVE)
        return refuse(v, "calls what is no native");
    if ((value_to_native(native)->def->flags & wanted) != wanted)
        return refuse(v, "takes %s for more than it declares to be",
                      value_to_native(native)->def->name);
    return true;
}

static bool check_operand(Verifier *v, const Ins *ins)
{
    if (ins->op == UOP_SET_ARG && ins->operand >= RECORD_MAX_ARGS)
        return refuse(v, "is of argument %" PRIu64, ins->operand);
    switch (ins_info(ins)->operand) {
    case LOCAL:
        if (ins->operand >= RECORD_MAX_SLOTS)
            return refuse(v, "is of slot %" PRIu64, ins->operand);
        break;
    case PARENT_REF:
        if (!check_parent_value(v, ins))
            return false;
        break;
    case C_FUNCTION:
        if (ins->operand == 0)
            return refuse(v, "has no function");
        break;
    default: break;
    }
    if (!check_native(v, ins))
        return false;
    switch (ins_info(ins)->operand) {
    case CALL_PLAN:
        return has_plan(v->trace, ins->operand) ||
               refuse(v, "has a plan that is not the trace's");
    case SHAPE:
        return (ins->operand <= UINT32_MAX &&
                shape_table[ins->operand] != NULL) ||
               refuse(v, "asks for a shape that there is not");
    default: return true;
    }
}

/* ---- snapshots ---- */
static bool check_entries(Verifier *v, const SnapshotFrame *f, bool is_base)
{
    const Trace *trace = v->trace;
    uint8_t named[RECORD_MAX_SLOTS] = {0};
    int32_t n_named = 0;
    if (f->first < 0 || f->n < 0 || f->first + f->n > trace->n_entries)
        return refuse(v, "a snapshot's entries are out of bounds");
    for (int32_t i = 0; i < f->n; i++) {
        const SnapshotEntry *e = &trace->entries[f->first + i];
        if (e->slot < 0 || e->slot >= f->depth)
            return refuse(v, "its snapshot names slot %d of %d", e->slot,
                          f->depth);
        if (named[e->slot]++)
            return refuse(v, "its snapshot names slot %d twice", e->slot);
        n_named++;
        if (!is_made(v, e->ref, "its snapshot's"))
            return false;
    }
    if (!is_base && n_named != f->depth)
        return refuse(v, "its snapshot names %d of %d slots of a frame that "
                      "only it has", n_named, f->depth);
    return true;
}

static bool check_frame(Verifier *v, const SnapshotFrame *f, bool is_base)
{
    const Code *code = f->code;
    if (code == NULL || f->pc < code->units ||
        f->pc >= code->units + code->n_units)
        return refuse(v, "its snapshot goes on outside of the code");
    if (f->depth < 0 || f->depth > code->n_localsplus + code->stack_size ||
        f->depth > RECORD_MAX_SLOTS)
        return refuse(v, "its snapshot has %d slots, the frame %d", f->depth,
                      code->n_localsplus + code->stack_size);
    if (is_base != (f->function == NO_REF))
        return refuse(v, "its snapshot's base frame is not the first");
    if (!is_base && !is_made(v, f->function, "its snapshot's function"))
        return false;
    return check_entries(v, f, is_base);
}

static bool check_snapshot(Verifier *v, int32_t id)
{
    const Trace *trace = v->trace;
    if (id < 0 || id >= trace->n_snapshots)
        return refuse(v, "may leave and has no snapshot");
    const Snapshot *s = &trace->snapshots[id];
    if (s->n_frames < 1 || s->n_frames > RECORD_MAX_FRAMES ||
        s->first_frame < 0 || s->first_frame + s->n_frames > trace->n_frames)
        return refuse(v, "its snapshot has %d frames", s->n_frames);
    for (int32_t d = 0; d < s->n_frames; d++)
        if (!check_frame(v, &trace->frames[s->first_frame + d], d == 0))
            return false;
    return true;
}

/* Whether the interpreter can tell if it is done twice.  Thread.args is the
 * trace's own. */
static bool has_effect(const Ins *ins)
{
    const UopInfo *info = ins_info(ins);
    if (info->effects & (CALLS | UOP_WRITES))
        return true;
    return (info->effects & FRAME) && !(info->effects & EXITS) &&
           info->n_out == 0 && ins->op != UOP_SET_ARG;
}

static bool check_exit(Verifier *v, const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    if (effects & (EXITS | ERRORS | CALLS)) {
        if (!check_snapshot(v, ins->snapshot))
            return false;
        Ref *first = &v->first_use[ins->snapshot];
        if (*first < 0)
            *first = v->at;
        else if ((effects & EXITS) && v->last_effect >= *first)
            return refuse(v, "leaves to before v%d, which had an effect",
                          v->last_effect);
    }
    if (has_effect(ins))
        v->last_effect = v->at;
    return true;
}

/* ---- frames made real ---- */
static bool check_base(Verifier *v, const Ins *ins)
{
    v->pushed += (ins_info(ins)->effects & PUSHES) != 0;
    v->pushed -= (ins_info(ins)->effects & POPS) != 0;
    if (v->trace->link == LINK_LOOP && v->pushed < 0)
        return refuse(v, "a loop leaves a frame that it has not entered");
    return true;
}

static bool check_ins(Verifier *v)
{
    const Ins *ins = ins_at(v, v->at);
    if (ins->op >= UOP_COUNT)
        return refuse(v, "is no micro-op");
    if ((ins->flags & INS_SUNK) &&
        (v->stage != VERIFY_FINAL || !ins_is_sinkable(ins)))
        return refuse(v, "can not be left to the exits");
    if (!check_inputs(v, ins) || !check_operand(v, ins) ||
        !check_exit(v, ins) || !check_base(v, ins))
        return false;
    prove(v, ins);
    return true;
}

/* ---- loops ---- */
/* `before`: what was proved where the loop starts. */
static bool check_phi(Verifier *v, int32_t i, const uint8_t *before)
{
    const Trace *trace = v->trace;
    Phi p = trace->phis[i];
    if (!is_made(v, p.left, "a phi's left") ||
        !is_made(v, p.right, "a phi's right"))
        return false;
    if (p.left >= trace->loop)
        return refuse(v, "a phi's left v%d is made in the loop", p.left);
    if (ins_is_const(ins_at(v, p.left)))
        return refuse(v, "a phi's left v%d is a constant", p.left);
    if ((ref_kind(trace, p.left) == FLOAT) !=
        (ref_kind(trace, p.right) == FLOAT))
        return refuse(v, "phi v%d <- v%d changes the kind", p.left, p.right);
    if ((ins_at(v, p.left)->flags | ins_at(v, p.right)->flags) & INS_SUNK)
        return refuse(v, "phi v%d <- v%d is left to the exits", p.left,
                      p.right);
    if (before[p.left] != 0 && v->proved[p.right] != before[p.left])
        return refuse(v, "phi v%d <- v%d loses what is known of it", p.left,
                      p.right);
    for (int32_t k = 0; k < i; k++)
        if (trace->phis[k].left == p.left)
            return refuse(v, "v%d is left of two phis", p.left);
    return true;
}

/* Which slots of the loop's frame an iteration changes: those that the
 * snapshot at its end names.  False: frames are made real, and memory changes
 * as well. */
static bool find_changed(const Trace *trace, uint8_t *changed)
{
    for (Ref ref = 0; ref < trace->n; ref++)
        if (trace->ins[ref].op == UOP_STORE_FAST ||
            (ins_info(&trace->ins[ref])->effects & PUSHES))
            return false;
    const Snapshot *s = &trace->snapshots[trace->link_snapshot];
    const SnapshotFrame *f = &trace->frames[s->first_frame];
    for (int32_t i = 0; i < f->n; i++)
        changed[trace->entries[f->first + i].slot] = 1;
    return true;
}

static bool check_loop_snapshots(Verifier *v)
{
    const Trace *trace = v->trace;
    uint8_t changed[RECORD_MAX_SLOTS] = {0};
    if (!find_changed(trace, changed))
        return true;
    for (v->at = trace->loop; v->at < trace->n; v->at++) {
        if (ins_at(v, v->at)->snapshot < 0)
            continue;
        const Snapshot *s = &trace->snapshots[ins_at(v, v->at)->snapshot];
        const SnapshotFrame *f = &trace->frames[s->first_frame];
        uint8_t named[RECORD_MAX_SLOTS] = {0};
        for (int32_t i = 0; i < f->n; i++)
            named[trace->entries[f->first + i].slot] = 1;
        for (int32_t slot = 0; slot < f->depth; slot++)
            if (changed[slot] && !named[slot])
                return refuse(v, "its snapshot lacks slot %d, which the loop "
                              "changes", slot);
    }
    return true;
}

static bool check_end(Verifier *v, const uint8_t *before)
{
    const Trace *trace = v->trace;
    bool is_loop = trace->link == LINK_LOOP;
    v->at = trace->n;
    if (!check_snapshot(v, trace->link_snapshot))
        return false;
    if (is_loop && v->pushed != 0)
        return refuse(v, "a loop ends %d frames above its start", v->pushed);
    if (trace->link == LINK_TRACE && trace->target == NULL)
        return refuse(v, "the trace that it goes on in is missing");
    if (v->stage == VERIFY_RECORDED || !is_loop)
        return trace->n_phis == 0 || refuse(v, "there are phis and no loop");
    if (trace->loop < 0 || trace->loop > trace->n)
        return refuse(v, "the loop starts at v%d", trace->loop);
    for (int32_t i = 0; i < trace->n_phis; i++)
        if (!check_phi(v, i, before))
            return false;
    return check_loop_snapshots(v);
}

static bool check_all(Verifier *v, uint8_t *before)
{
    const Trace *trace = v->trace;
    size_t n = (size_t)trace->n;
    memset(v->proved, 0, n);
    memset(before, 0, n);
    for (int32_t i = 0; i < trace->n_snapshots; i++)
        v->first_use[i] = -1;
    for (v->at = 0; v->at < trace->n; v->at++) {
        if (v->at == trace->loop)
            memcpy(before, v->proved, n);
        if (!check_ins(v))
            return false;
    }
    if (trace->loop == trace->n)
        memcpy(before, v->proved, n);
    return check_end(v, before);
}

bool verify_trace(const Trace *trace, VerifyStage stage, char *why,
                  size_t size)
{
    size_t n = (size_t)trace->n + 1;
    Verifier v = {.trace = trace, .stage = stage, .last_effect = -1,
                  .why = why, .size = size};
    uint8_t *proofs = malloc(2 * n);
    v.proved = proofs;
    v.first_use = malloc(((size_t)trace->n_snapshots + 1) *
                         sizeof *v.first_use);
    bool ok = proofs == NULL || v.first_use == NULL ||
              check_all(&v, proofs + n);
    free(proofs);
    free(v.first_use);
    return ok;
}

/* ---- the end of a process that has made a bad one ---- */
static void print_snapshot(const Trace *trace, int32_t id)
{
    if (id < 0 || id >= trace->n_snapshots)
        return;
    const Snapshot *s = &trace->snapshots[id];
    fprintf(stderr, "  [exit %d", id);
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &trace->frames[s->first_frame + d];
        fprintf(stderr, ": @%d", (int)(f->pc - f->code->units));
        for (int32_t i = 0; i < f->n; i++)
            fprintf(stderr, " %d=v%d", trace->entries[f->first + i].slot,
                    trace->entries[f->first + i].ref);
    }
    fputc(']', stderr);
}

/* Constants have numbers, too, which trace_to_text leaves out. */
static void print(const Trace *trace)
{
    for (Ref ref = 0; ref < trace->n; ref++) {
        const Ins *ins = &trace->ins[ref];
        fprintf(stderr, "%s%5d %s", ref == trace->loop ? "loop:\n" : "", ref,
                ins->op < UOP_COUNT ? ins_info(ins)->name : "?");
        for (int i = 0; i < 3; i++)
            if (ins->in[i] != NO_REF)
                fprintf(stderr, " v%d", ins->in[i]);
        if (ins->op < UOP_COUNT && ins_info(ins)->operand != NO_OPERAND)
            fprintf(stderr, " %#" PRIx64, ins->operand);
        print_snapshot(trace, ins->snapshot);
        fputc('\n', stderr);
    }
    for (int32_t i = 0; i < trace->n_phis; i++)
        fprintf(stderr, "      phi v%d <- v%d\n", trace->phis[i].left,
                trace->phis[i].right);
    fputs("   ->", stderr);
    print_snapshot(trace, trace->link_snapshot);
    fputc('\n', stderr);
}

bool verify_is_wanted(void)
{
    return DEBUG || jit_state.verify;
}

void verify_fail(const Trace *trace, const char *why)
{
    fprintf(stderr, "jit: %s\n", why);
    print(trace);
    abort();
}

void verify_or_die(const Trace *trace, VerifyStage stage)
{
    static const char *const stages[] = {"recorded", "copied", "optimized"};
    char why[200], text[280];
    if (!verify_is_wanted() || verify_trace(trace, stage, why, sizeof why))
        return;
    snprintf(text, sizeof text, "a trace as %s is not well formed: %s",
             stages[stage], why);
    verify_fail(trace, text);
}
