/* SPDX-License-Identifier: MIT */
/*
 * The life of traces: hot counters, starting and ending recordings, installing
 * traces in the bytecode, running them, giving up on what does not pay.
 *
 * Counting.  Each backward jump (JUMP_BACKWARD) and each function's entry
 * (RESUME) counts in its cache unit how often it was executed.  When it reaches a
 * threshold the interpreter calls hook_hot, and from then on calls hook_record
 * before every instruction: it goes on interpreting, and the recorder writes down
 * what it does, in terms of micro-ops and with what the operands really are.
 *
 * Recording.  It ends well where it began (LINK_LOOP), where another trace begins
 * (LINK_TRACE), or, unless it was to become a loop, at an instruction that
 * cannot be recorded (LINK_EXIT).  All other ends are failures with a reason
 * (aborts.def).  An instruction is recorded before it runs; if it then turns out
 * to miss its specialized form, what was recorded of it is undone and its base
 * form recorded (hook_record_miss); if it raises, the recording is over.
 *
 * Installing.  The recording is optimized (opt.c), the backend makes machine code
 * of it (or, without stencils, will interpret it), and the instruction that it
 * starts at is replaced by its _TRACE form, whose cache unit holds the trace's id
 * in place of the counter.  Executing that enters the trace: hook_enter.
 *
 * Side traces.  A guard that fails leaves the trace: the interpreter's frames are
 * rebuilt from the guard's snapshot, and the interpreter goes on.  Exits count
 * like loops do.  From a hot one another trace is recorded, a side trace, which
 * starts with the parent's values where they are and is then linked to the exit.
 * So what a loop does grows as a tree of traces, each linear.
 *
 * Giving up.  Each reason for a failure has a weight.  They add up by where
 * recordings start, in a hash table without chains (two starts in one place
 * forget each other, which costs another try), and on the exit of side traces.
 * After each failure it takes longer until the next try, and from a certain
 * weight on there is none.
 *
 * Dropping.  Traces take for constant what rarely changes: classes, functions,
 * globals (watch.c).  When one of those does change, the traces that depend on
 * it are dropped: nothing enters them any more, and jumps into them are undone.
 * One that is running notices at its next safepoint (Activation.stale).  retire.c
 * frees them when nobody can be in them.
 *
 * Threads.  Each has a recorder of its own; traces are everybody's.  One thread
 * runs at a time, and others get their turn at safepoints and in calls that block:
 * where finalizers, signal handlers and callbacks run Python code anyway, during a
 * recording as well as under a trace.  So they can do nothing to either that one
 * thread could not do to itself (what is dropped, specialized anew or found stale
 * meanwhile is looked for already), but one thing: two may record the same.  The
 * one that finishes later finds itself overtaken.  Of a thread that waits for its
 * turn each activation is in an op with CALLS, as retire.c wants it.  Code is
 * written by the thread that runs; the others are in C functions then.
 *
 * All numbers by which this file decides are in jit_options.def.
 */
#include "trace/trace.h"
#include <stdlib.h>
#include <string.h>
#include "exec/jit_control.h"
#include "exec/specialize.h"
#include "exec/trace_hooks.h"
#include "object/core/cast.h"
#include "trace/jit_state.h"
#include "trace/log.h"
#include "trace/opt.h"
#include "trace/retire.h"
#include "trace/verify.h"
#include "trace/watch.h"

JitState jit_state;

const char *const abort_sentences[] = {
#define ABORT(name, weight, sentence) sentence,
#include "trace/aborts.def"
#undef ABORT
};
static const uint8_t abort_weights[] = {
#define ABORT(name, weight, sentence) weight,
#include "trace/aborts.def"
#undef ABORT
};

/* ---- blacklist ---- */
static uint32_t *weight_of(const CodeUnit *start)
{
    size_t i = ((uintptr_t)start >> 2) % BLACKLIST_SIZE;
    if (jit_state.blacklist[i].start != start) {
        jit_state.blacklist[i].start = start;
        jit_state.blacklist[i].weight = 0;
    }
    return &jit_state.blacklist[i].weight;
}

bool trace_is_blacklisted(const CodeUnit *start)
{
    return *weight_of(start) >= jit_state.params.give_up;
}

/* A trace starts here: the cache unit has its id, and counts nothing. */
static bool has_trace(const CodeUnit *start)
{
    Opcode op = unit_opcode(*start);
    return op == OP_RESUME_TRACE || op == OP_JUMP_BACKWARD_TRACE;
}

/* After a failure the counter starts lower each time (it is unsigned and counts
 * up through 0), and at last behind the threshold, which it then meets only after
 * 2^32 rounds.  Was the round merely the loop's last, the next will do, but for
 * the weight: of a loop whose number of rounds divides the threshold the round
 * that reaches it is always the last. */
static void cool_down(CodeUnit *start, Abort reason, uint32_t weight)
{
    ASSERT(reason < ABORT_COUNT);
    uint32_t *w = weight_of(start);
    uint32_t threshold = opcode_base[unit_opcode(*start)] == OP_RESUME
                             ? jit_state.params.entry_threshold
                             : jit_state.params.loop_threshold;
    *w += weight;
    if (has_trace(start)) /* another thread's */
        return;
    if (*w >= jit_state.params.give_up)
        start[1] = threshold + 1;
    else if (reason == ABORT_LEFT_LOOP)
        start[1] = threshold > *w ? threshold - *w : 0;
    else
        start[1] = (CodeUnit)-((int32_t)threshold << (*w / 4));
}

/* ---- recordings ---- */
static void begin(Recorder *r, Thread *t, Trace *trace)
{
    ASSERT(!r->active && trace->n == 0);
    memset(r, 0, offsetof(Recorder, frames));
    r->t = t;
    r->trace = trace;
    r->snapshot = -1;
    r->instr = NULL;
    r->abort = ABORT_NONE;
    r->finished = r->check_pending = false;
    r->unrolled = r->n_instrs = r->n_returns = r->base_start = 0;
    r->n_real = r->n_real_slots = 0;
    memset(r->shown, 0, sizeof r->shown);
    r->next_value = NO_REF;
    r->now = (RecordState){0};
    r->active = true;
}

static bool has_too_many_slots(const Code *code)
{
    return code->n_localsplus + code->stack_size + 8 >= RECORD_MAX_SLOTS;
}

static bool start_recording(Thread *t, Frame *f, CodeUnit *start, Value *sp)
{
    Recorder *r = t->recorder;
    if (r == NULL)
        r = t->recorder = calloc(1, sizeof *r);
    if (r == NULL || r->active || has_too_many_slots(f->code))
        return false;
    Trace *trace = record_trace_new();
    if (trace == NULL)
        return false;
    trace->code = f->code;
    trace->globals = f->globals;
    trace->start = start;
    if (jit_control.explain)
        trace->origins = calloc(RECORD_MAX_INS, sizeof *trace->origins);
    begin(r, t, trace);
    record_set_base(r, f, (int32_t)(sp - f->locals));
    return true;
}

/* Traces take names of module code for globals, which under exec() with
 * another namespace they are not. */
static bool has_own_names(const Frame *f)
{
    return !value_is_null(f->namespace_) &&
           value_to_pointer(f->namespace_) != f->globals;
}

/* Whether a loop goes through a list or tuple of a few items.  With a trace of
 * its own it would end every trace that comes to it, say those that call its
 * function, where they could unroll it. */
static bool is_short_loop(const CodeUnit *edge, const Value *sp)
{
    if (opcode_base[unit_opcode(*edge)] != OP_JUMP_BACKWARD ||
        opcode_base[unit_opcode(*record_loop_head(edge))] != OP_FOR_ITER)
        return false;
    bool tuple = value_has_shape(sp[-1], SHAPE_TUPLE_ITERATOR);
    if (!tuple && !value_has_shape(sp[-1], SHAPE_LIST_ITERATOR))
        return false;
    const void *seq = value_to_seq_iter(sp[-1])->seq;
    int64_t most = jit_state.params.short_loop;
    return seq != NULL && (tuple ? ((const Tuple *)seq)->len
                                 : ((const List *)seq)->len) <= most;
}

/* Gives a recording up before it begins. */
static bool refuse(const Frame *f, CodeUnit *start, Abort why)
{
    ASSERT(why > ABORT_NONE && why < ABORT_COUNT);
    jit_state.aborted[why]++;
    log_refused(f->code, start, why);
    cool_down(start, why, abort_weights[why]);
    return false;
}

static bool hook_hot(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    instr[1] = 0;
    if (jit_state.suspended || has_own_names(f))
        return false;
    if (is_short_loop(instr, sp))
        return refuse(f, instr, ABORT_SHORT_LOOP);
    if (has_too_many_slots(f->code))
        return refuse(f, instr, ABORT_TOO_MANY_SLOTS);
    /* A function that C code has called returns to C: no trace goes through
     * that. */
    if (opcode_base[unit_opcode(*instr)] == OP_RESUME &&
        (f->flags & (FRAME_ENTRY | FRAME_GENERATOR)))
        return false;
    return start_recording(t, f, instr, sp);
}

static void end(Recorder *r)
{
    ASSERT(r->active);
    r->active = false;
    r->trace = NULL;
}

static void give_up(Recorder *r)
{
    ASSERT(r->active && r->abort > ABORT_NONE && r->abort < ABORT_COUNT);
    Trace *trace = r->trace;
    jit_state.aborted[r->abort]++;
    log_aborted(r);
    if (trace->parent != NULL) {
        TraceExit *x = &trace->parent->exits[trace->parent_exit];
        x->weight += abort_weights[r->abort];
        x->count = 0;
    } else {
        cool_down(trace->start, r->abort, abort_weights[r->abort]);
    }
    trace_free(trace);
    end(r);
}

/* Whether what it goes on from and in is still there. */
static bool is_linkable(const Trace *trace)
{
    return (trace->parent == NULL || trace->parent->valid) &&
           (trace->target == NULL || trace->target == trace ||
            trace->target->valid);
}

/* Whether another thread was faster: nobody would enter this one. */
static bool is_overtaken(const Trace *trace)
{
    return trace->parent == NULL
               ? has_trace(trace->start)
               : trace->parent->exits[trace->parent_exit].side != NULL;
}

/* Has the backend make code of it, if need be in the room of other traces: first
 * of those not entered lately, then (`urgency`) of all that do not run. */
static Abort install(Thread *t, Trace *trace)
{
    ASSERT(jit_state.installing == NULL && trace->machine_code == NULL);
    const Backend *backend = jit_state.backend;
    Abort abort = ABORT_BACKEND;
    jit_state.installing = trace;
    for (int urgency = 0; urgency < 3; urgency++) {
        if (!is_linkable(trace)) {
            abort = ABORT_CONTRADICTION;
            break;
        }
        if (backend->install(t, trace)) {
            abort = ABORT_NONE;
            break;
        }
        if (urgency == 2 || backend->is_full == NULL || !backend->is_full())
            break;
        retire_make_room(urgency);
    }
    jit_state.installing = NULL;
    return abort;
}

static void install_in_code(Trace *trace)
{
    ASSERT(trace->start >= trace->code->units &&
           trace->start < trace->code->units + trace->code->n_units);
    ASSERT(trace->parent == NULL && jit_state.traces[trace->id] == trace);
    CodeUnit u = *trace->start;
    Opcode form = opcode_base[unit_opcode(u)] == OP_RESUME
                      ? OP_RESUME_TRACE
                      : OP_JUMP_BACKWARD_TRACE;
    *trace->start = unit_make(form, unit_arg(u));
    trace->start[1] = trace->id;
}

/* The recording is complete: optimize, generate code, install. */
static void finish(Recorder *r)
{
    ASSERT(r->finished && r->abort == ABORT_NONE);
    Thread *t = r->t;
    verify_or_die(r->trace, VERIFY_RECORDED);
    if (is_overtaken(r->trace)) {
        r->abort = ABORT_OVERTAKEN;
        give_up(r);
        return;
    }
    Trace *trace = opt_run(t, r->trace, &r->folded, &r->abort);
    if (trace != NULL) {
        trace->exits = calloc((size_t)trace->n_snapshots + 1,
                              sizeof *trace->exits);
        if (trace->exits == NULL || !retire_register(t, trace)) {
            r->abort = ABORT_NO_MEMORY;
            trace_free(trace);
        } else {
            r->abort = install(t, trace);
            if (r->abort != ABORT_NONE)
                retire_unregister(trace);
        }
    }
    if (r->abort != ABORT_NONE) {
        give_up(r);
        return;
    }
    if (jit_control.explain)
        trace->raw = r->trace;
    else
        trace_free(r->trace);
    jit_state.recorded++;
    if (trace->parent == NULL) {
        install_in_code(trace);
    } else {
        trace->parent->exits[trace->parent_exit].side = trace;
        jit_state.backend->link_side(trace->parent, trace->parent_exit,
                                     trace);
    }
    log_made(trace);
    end(r);
}

static void save(Recorder *r)
{
    r->now.n_ins = r->trace->n;
    r->now.n_snapshots = r->trace->n_snapshots;
    r->now.n_frames = r->trace->n_frames;
    r->now.n_entries = r->trace->n_entries;
    r->before = r->now;
    r->check_before = r->check_pending;
    r->snapshot = -1;
}

/* Undoes the recording of the last instruction. */
static void undo(Recorder *r)
{
    r->now = r->before;
    ASSERT(r->now.n_ins <= r->trace->n &&
           r->now.n_snapshots <= r->trace->n_snapshots);
    /* Not the slots that it was the first to load. */
    for (int32_t i = 0; i < r->now.sp; i++)
        if (r->now.slots[i] >= r->now.n_ins)
            r->now.slots[i] = NO_REF;
    r->trace->n = r->now.n_ins;
    r->trace->n_snapshots = r->now.n_snapshots;
    r->trace->n_frames = r->now.n_frames;
    r->trace->n_entries = r->now.n_entries;
    r->frame = r->frames[r->now.depth].frame;
    r->check_pending = r->check_before;
    r->next_value = NO_REF;
    r->snapshot = -1;
}

/* Before an instruction; the last one may have called out. */
static void begin_instruction(Recorder *r, Frame *f, CodeUnit *instr,
                              Value *sp)
{
    r->instr = instr;
    r->instr_frame = f;
    r->n_instrs++;
    r->sp = sp;
    r->locals = f->locals;
    save(r);
    if (r->check_pending) {
        record_emit(r, UOP_CHECK_PENDING, NO_REF, NO_REF, NO_REF, 0);
        r->snapshot = -1; /* what is linked to a guard's exit is not to its */
    }
    r->check_pending = false;
}

/* Whether the loop that is recorded was left, for what follows it. */
static bool has_left_loop(const Recorder *r, const CodeUnit *instr)
{
    const CodeUnit *start = r->trace->start;
    if (!record_is_loop(r->trace) || r->now.depth > 0 || r->n_real > 0 ||
        r->n_returns > 0)
        return false;
    return instr > start || instr < record_loop_head(start);
}

static bool record_one(Recorder *r, Frame *f, CodeUnit *instr, Value *sp)
{
    begin_instruction(r, f, instr, sp);
    if (has_left_loop(r, instr))
        return record_abort(r, ABORT_LEFT_LOOP);
    if (opcode_base[unit_opcode(*instr)] == OP_JUMP_BACKWARD)
        return record_loop_edge(r, instr);
    return record_instruction(r, *instr, instr + 1);
}

/* What was recorded up to an instruction that can't be is a trace that ends
 * there, unless it was to be a loop. */
static void cut_short(Recorder *r)
{
    bool here = r->abort == ABORT_UNSUPPORTED || r->abort == ABORT_TOO_LONG ||
                r->abort == ABORT_INNER_LOOP || r->abort == ABORT_EXCEPTION;
    if (!here || record_is_loop(r->trace) || r->before.n_ins < (int64_t)jit_state.params.least_ops)
        return;
    undo(r);
    r->abort = ABORT_NONE;
    record_finish(r, LINK_EXIT, r->instr, NULL);
}

static bool step(Recorder *r, bool ok)
{
    if (r->abort != ABORT_NONE)
        cut_short(r);
    if (r->abort != ABORT_NONE) {
        give_up(r);
        return false;
    }
    if (r->finished) {
        finish(r);
        return false;
    }
    return ok;
}

static bool hook_record(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    Recorder *r = t->recorder;
    if (!r->active)
        return false;
    if (r->frame == NULL) { /* the call just inlined */
        r->frame = f;
        r->frames[r->now.depth].frame = f;
    }
    if (f != r->frame) {
        if (f < r->frames[0].frame &&
            !((f->flags | r->frames[0].flags) & FRAME_GENERATOR)) {
            r->abort = ABORT_LEFT_FRAME;
            return step(r, false);
        }
        return true;
    }
    if (r->next_value != NO_REF && instr != r->instr)
        record_iterated(r, instr);
    else if (instr == r->instr && f == r->instr_frame)
        undo(r); /* it specialized itself and runs again */
    /* Specialized anew, for the operands at hand: a form that was made for
     * others would miss, and the recorder relies on what a form says of them. */
    Opcode base = (Opcode)opcode_base[unit_opcode(*instr)];
    if (opcode_caches[base] > 0 && base != OP_JUMP_BACKWARD &&
        base != OP_RESUME) {
        *instr = unit_make(base, unit_arg(*instr));
        specialize(t, f, instr, sp);
    }
    return step(r, record_one(r, f, instr, sp));
}

static bool hook_record_miss(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    Recorder *r = t->recorder;
    if (!r->active)
        return false;
    if (f != r->frame && r->instr != instr)
        return true;
    undo(r);
    CodeUnit base = unit_make(opcode_base[unit_opcode(*instr)],
                              unit_arg(*instr));
    begin_instruction(r, f, instr, sp);
    return step(r, record_instruction(r, base, instr + 1));
}

static void hook_record_abort(Thread *t)
{
    Recorder *r = t->recorder;
    if (!r->active)
        return;
    r->abort = ABORT_EXCEPTION;
    step(r, false);
}

/* ---- side traces ---- */

/* Doubles in slots get boxed, all under the snapshot of the exit: one that has
 * no flonum leaves again. */
static void box_slots(Recorder *r, CodeUnit *pc)
{
    const Trace *trace = r->trace;
    int32_t snapshot = -1;
    for (int32_t i = 0; i < r->now.sp; i++) {
        Ref ref = r->now.slots[i];
        if (ref == NO_REF || ref_kind(trace, ref) != FLOAT)
            continue;
        if (snapshot < 0)
            snapshot = record_snapshot(r, pc);
        Ref box = record_emit_at(r, UOP_BOX_FLOAT, ref, NO_REF, 0, snapshot);
        for (int32_t k = i; k < r->now.sp; k++)
            if (r->now.slots[k] == ref)
                r->now.slots[k] = box;
    }
}

/* What is pending is the interpreter's to do: nothing goes on there. */
static bool leaves_for_good(const Trace *trace, int32_t snapshot)
{
    for (Ref ref = 0; ref < trace->n; ref++)
        if (trace->ins[ref].op == UOP_CHECK_PENDING &&
            trace->ins[ref].snapshot == snapshot)
            return true;
    return false;
}

/* The slots of the parent's snapshot, in terms of its values. */
static void take_slots(Recorder *r, const Trace *parent, const Snapshot *s)
{
    ASSERT(s->n_frames > 0 && s->n_frames <= RECORD_MAX_FRAMES);
    Ref *known = malloc(((size_t)parent->n + 1) * sizeof *known);
    if (known == NULL) {
        record_abort(r, ABORT_NO_MEMORY);
        return;
    }
    for (Ref ref = 0; ref < parent->n; ref++)
        known[ref] = NO_REF;
    int32_t base = 0;
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *frame = &parent->frames[s->first_frame + d];
        RecordFrame *to = &r->frames[d];
        to->base = base;
        if (d > 0)
            to->return_pc = parent->frames[s->first_frame + d - 1].pc;
        if (frame->function != NO_REF)
            to->function = opt_parent_value(r, parent, frame->function,
                                            known);
        for (int32_t i = 0; i < frame->n; i++) {
            const SnapshotEntry *x = &parent->entries[frame->first + i];
            ASSERT(x->slot >= 0 && base + x->slot < RECORD_MAX_SLOTS);
            r->now.slots[base + x->slot] =
                opt_parent_value(r, parent, x->ref, known);
        }
        base += frame->depth;
    }
    r->now.sp = base;
    r->now.depth = s->n_frames - 1;
    free(known);
}

/* The recorder's state as a side exit left it: frames and slots are those of
 * the parent's snapshot. */
static bool start_side(Thread *t, const Exit *e, const Activation *a)
{
    Trace *parent = e->trace;
    ASSERT(e->snapshot >= 0 && e->snapshot < parent->n_snapshots);
    const Snapshot *s = &parent->snapshots[e->snapshot];
    Trace *root = parent;
    while (root->parent != NULL)
        root = root->parent;
    if ((uint32_t)root->n_sides >= jit_state.params.max_sides || leaves_for_good(parent, e->snapshot)) {
        parent->exits[e->snapshot].weight = jit_state.params.give_up;
        return false;
    }
    if (!start_recording(t, a->frame, parent->start, a->frame->sp))
        return false;
    root->n_sides++;
    Recorder *r = t->recorder;
    Trace *trace = r->trace;
    trace->parent = parent;
    trace->parent_exit = e->snapshot;
    trace->parent_detail = e->detail;
    trace->code = parent->code;
    Frame *f = t->frame;
    for (int32_t d = s->n_frames - 1; d >= 0; d--, f = f->back)
        r->frames[d] = record_frame_of(f);
    take_slots(r, parent, s);
    r->frame = t->frame;
    r->check_pending = true; /* the exit may be behind a call */
    box_slots(r, t->frame->pc);
    return r->abort == ABORT_NONE;
}

/* ---- running ---- */

enum { ENTER_STACK = 128 << 10 }; /* the micro-op interpreter's values */

/* After each failure it takes longer until the next try; an end at code that
 * had no trace yet is tried like any other exit. */
static bool is_hot_exit(const Exit *e)
{
    ASSERT(e->snapshot >= 0 && e->snapshot < e->trace->n_snapshots);
    TraceExit *x = &e->trace->exits[e->snapshot];
    return x->weight < jit_state.params.give_up && e->trace->valid &&
           ++x->count >= jit_state.params.side_threshold << (x->weight / 2);
}

/* Traces pass arguments to C functions in Thread.args.  When such a function
 * calls Python code, which enters a trace in turn, it may not have read all of
 * its arguments: they are put back. */
static Exit run(Thread *t, Trace *trace, Activation *a)
{
    Value args[RECORD_MAX_ARGS];
    if (a->previous == NULL)
        return jit_state.backend->run(t, trace, a);
    memcpy(args, t->args, sizeof args);
    Exit e = jit_state.backend->run(t, trace, a);
    memcpy(t->args, args, sizeof args);
    return e;
}

static bool hook_enter(Thread *t, Frame *f, CodeUnit *instr)
{
    ASSERT(instr[1] < jit_state.n_traces);
    Trace *trace = jit_state.traces[instr[1]];
    Activation a;
    if (trace->start != instr) { /* freed: the number is another's */
        *instr = unit_make(opcode_base[unit_opcode(*instr)],
                           unit_arg(*instr));
        instr[1] = 0;
        return false;
    }
    if (jit_state.suspended || !trace->valid ||
        trace->globals != f->globals || has_own_names(f) ||
        t->frame_next + RECORD_MAX_FRAMES >= t->frame_limit ||
        t->stack_next + RECORD_MAX_SLOTS >= t->stack_limit ||
        (char *)__builtin_frame_address(0) - ENTER_STACK < t->c_stack_limit ||
        t->recursion_left <= RECORD_MAX_FRAMES)
        return false;
    activation_set_base((ActivationHead *)&a, t, f, t->frame_next,
                        t->stack_next);
    a.previous = t->activation;
    a.stale = false;
    a.n_shown = 0;
    t->activation = &a;
    trace->entered++;
    Exit e = run(t, trace, &a);
    ASSERT(t->activation == &a && e.trace != NULL);
    e.trace->left++;
    t->activation = a.previous;
    if (e.why == UOP_ERROR || t->pending != 0 || jit_state.suspended)
        return false;
    return is_hot_exit(&e) && start_side(t, &e, &a);
}

/* Code called from a trace may drop it, and pass safepoints before it
 * returns. */
static bool hook_stale(const Thread *t)
{
    for (const Activation *a = t->activation; a != NULL; a = a->previous)
        if (a->stale)
            return true;
    return false;
}

/* At its next check it leaves the traces that it is in. */
static void leave_traces(Thread *t)
{
    for (Activation *a = t->activation; a != NULL; a = a->previous)
        a->stale = true;
    if (t->activation != NULL)
        __atomic_fetch_or(&t->pending, PENDING_TRACE, __ATOMIC_SEQ_CST);
}

static void hook_leave(Thread *t)
{
    if (t->recorder != NULL && t->recorder->active) {
        t->recorder->abort = ABORT_TRACED;
        step(t->recorder, false);
    }
    leave_traces(t);
}

static void hook_suspend(Thread *t, bool on)
{
    jit_state.suspended = on;
    for (Thread *p = t->rt->main_thread; on && p != NULL; p = p->next_thread)
        leave_traces(p);
}

void trace_invalidate(Trace *trace)
{
    trace_drop(trace, 2);
}

static bool is_installed(const Trace *trace)
{
    return has_trace(trace->start) && trace->start[1] == trace->id;
}

void trace_drop(Trace *trace, uint32_t weight)
{
    if (!trace->valid)
        return;
    ASSERT(jit_state.traces[trace->id] == trace);
    trace->valid = false;
    jit_state.n_dropped++;
    log_dropped(trace);
    unwatch_trace(trace);
    bool unlinked = jit_state.backend->remove(trace);
    if (trace->parent == NULL && is_installed(trace)) {
        Opcode base = (Opcode)opcode_base[unit_opcode(*trace->start)];
        *trace->start = unit_make(base, unit_arg(*trace->start));
        cool_down(trace->start, ABORT_NONE, weight);
    } else if (trace->parent != NULL) {
        TraceExit *x = &trace->parent->exits[trace->parent_exit];
        x->count = 0;
        if (unlinked)
            x->side = NULL;
        else
            trace_drop(trace->parent, weight);
    }
    for (uint32_t i = 0; i < jit_state.n_traces; i++) {
        Trace *other = jit_state.traces[i];
        if (other->valid && (other->parent == trace ||
                             (other->link == LINK_TRACE &&
                              other->target == trace)))
            trace_drop(other, weight);
    }
}

/* ---- set-up ---- */
static void mark_recordings(void *context, GcMarker *m)
{
    const Runtime *rt = context;
    for (const Thread *t = rt->main_thread; t != NULL; t = t->next_thread) {
        Recorder *r = t->recorder;
        if (r == NULL || !r->active)
            continue;
        gc_mark_range_conservatively(m, r->frames,
                                     r->frames + RECORD_MAX_FRAMES);
        gc_mark_range_conservatively(m, r->folded.values,
                                     r->folded.values + RECORD_MAX_FOLDED);
        retire_mark_contents(m, r->trace);
    }
}

static void parse_options(void)
{
    JitParams *p = &jit_state.params;
    *p = jit_control_params();
    if (p->loop_threshold == 1)
        p->entry_threshold = p->side_threshold = 1;
    jit_state.log_ops = jit_control_word("ops") != NULL;
    jit_state.log = jit_state.log_ops || jit_control_word("log") != NULL;
    jit_state.verify = jit_control_word("verify") != NULL;
}

bool trace_init(Thread *t, const Backend *backend, const char **unknown)
{
    jit_state.backend = backend;
    *unknown = jit_control_unknown();
    if (*unknown != NULL)
        return false;
    parse_options();
    gc_root_register(t->rt->heap, mark_recordings, t->rt);
    retire_init(t);
    watch_init();
    trace_hooks = (TraceHooks){
        .loop_threshold = jit_state.params.loop_threshold,
        .entry_threshold = jit_state.params.entry_threshold,
        .hot = hook_hot,
        .record = hook_record,
        .record_miss = hook_record_miss,
        .record_abort = hook_record_abort,
        .enter = hook_enter,
        .leave = hook_leave,
        .stale = hook_stale,
        .suspend = hook_suspend,
        .show = exit_show,
    };
    return true;
}

void trace_end(void)
{
    trace_hooks = trace_hooks_off;
    retire_end();
    jit_state = (JitState){0};
}
