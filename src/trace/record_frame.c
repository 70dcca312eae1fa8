/* SPDX-License-Identifier: MIT */
/*
 * Recording of what changes the base frame.  Inlined frames exist in snapshots
 * only.  Before a trace goes on in another one they are made real, for that one
 * reads its slots from memory: every slot that has changed is stored, and the
 * frames pushed, outermost first.  What may exit comes before the first store.
 * The same goes for a generator that is resumed: its frame is on the heap and
 * becomes the base frame until it yields.
 *
 * When the base frame returns or yields, to a frame that the trace itself made
 * real, that one's slots are known as they were.  A side trace may also return
 * to a frame below the one it started in, if a guard finds the recorded caller
 * there; its slots are loaded from memory as they are needed.
 */
#include <string.h>
#include "exec/generator.h"
#include "object/core/cast.h"
#include "trace/jit_state.h"

enum {
    MAX_RETURNS = 6,   /* from frames not pushed by the trace */
    MAX_RECURSION = 2, /* frames of one function in one trace */
};

static bool ok(const Recorder *r)
{
    return r->abort == ABORT_NONE;
}

/* ---- making frames real ---- */
static void push(Recorder *r, int32_t depth)
{
    const RecordFrame *f = &r->frames[depth], *caller = f - 1;
    ASSERT(depth > 0 && f->function != NO_REF && f->return_pc != NULL);
    record_emit_plan(
        r, UOP_PUSH_FRAME, f->function, NO_REF,
        (FramePlan){.code = f->code,
                    .globals = caller->globals,
                    .pc = f->return_pc,
                    .base = f->base - caller->base,
                    .size = f->code->n_localsplus + f->code->stack_size,
                    .flags = f->flags});
}

static int32_t end_of(const Recorder *r, int32_t depth)
{
    ASSERT(depth >= 0 && depth <= r->now.depth);
    return depth == r->now.depth ? r->now.sp : r->frames[depth + 1].base;
}

static void store_slots(Recorder *r, int32_t depth)
{
    int32_t base = r->frames[depth].base, end = end_of(r, depth);
    for (int32_t i = base; i < end; i++)
        if (r->now.slots[i] != NO_REF &&
            (depth > 0 || !record_is_in_memory(r, i)))
            record_emit(r, UOP_STORE_FAST, r->now.slots[i], NO_REF, NO_REF,
                        (uint64_t)(i - base));
}

static void make_real(Recorder *r)
{
    for (int32_t d = 0; d <= r->now.depth; d++) {
        if (d > 0)
            push(r, d);
        store_slots(r, d);
    }
}

/* Remembers all frames before the innermost or a generator becomes the base
 * frame. */
static bool remember(Recorder *r)
{
    int32_t n = r->now.depth + 1;
    if (r->n_real + n > RECORD_MAX_FRAMES ||
        r->n_real_slots + r->now.sp > RECORD_MAX_SLOTS)
        return record_abort(r, ABORT_TOO_DEEP);
    for (int32_t d = 0; d < n; d++) {
        RecordFrame *f = &r->real[r->n_real++];
        *f = r->frames[d];
        f->end = end_of(r, d) - f->base;
        memcpy(r->real_slots + r->n_real_slots, r->now.slots + f->base,
               (size_t)f->end * sizeof(Ref));
        r->n_real_slots += f->end;
    }
    return true;
}

void record_set_base(Recorder *r, Frame *f, int32_t sp)
{
    ASSERT(f != NULL && sp >= 0 && sp < RECORD_MAX_SLOTS);
    r->frames[0] = record_frame_of(f);
    for (int32_t i = 0; i < RECORD_MAX_SLOTS; i++)
        r->now.slots[i] = NO_REF;
    r->now.depth = 0;
    r->now.sp = sp;
    r->frame = f;
    r->base_start = r->trace->n;
}

/* Back in the frame that was made real last. */
static void recall(Recorder *r)
{
    ASSERT(r->n_real > 0);
    const RecordFrame *f = &r->real[--r->n_real];
    record_set_base(r, f->frame, f->end);
    ASSERT(r->n_real_slots >= f->end);
    r->n_real_slots -= f->end;
    memcpy(r->now.slots, r->real_slots + r->n_real_slots,
           (size_t)f->end * sizeof(Ref));
}

/* Makes all frames real and ends the trace in another that starts in the
 * innermost at pc. */
static bool link_to(Recorder *r, CodeUnit *pc, Trace *target)
{
    ASSERT(target != NULL);
    r->snapshot = record_snapshot(r, pc);
    record_emit(r, UOP_CHECK_PENDING, NO_REF, NO_REF, NO_REF, 0);
    r->snapshot = record_snapshot(r, pc);
    if (r->now.depth > 0)
        record_emit(r, UOP_CHECK_ROOM, NO_REF, NO_REF, NO_REF, 0);
    make_real(r);
    if (!ok(r))
        return false;
    record_set_base(r, r->frame, r->now.sp - record_frame(r)->base);
    return record_finish(r, LINK_TRACE, pc, target);
}

/* ---- returns ---- */

/* Whether a trace may go on in the base frame's caller.  No guard tells the
 * namespaces apart that module code may run in. */
static bool can_go_back(const Recorder *r, const Frame *f)
{
    const Frame *back = f->back;
    uint32_t fit = FRAME_INIT | FRAME_DISCARD | FRAME_GENERATOR |
                   FRAME_RESUMED_BY_FOR | FRAME_RESUMED_BY_SEND |
                   FRAME_RESUMED_BY_NEXT | FRAME_NEXT_DEFAULT;
    return (f->flags & ~fit) == 0 && f->object == NULL && back != NULL &&
           value_is_null(back->namespace_) &&
           r->n_returns < MAX_RETURNS &&
           back->code->n_localsplus + back->code->stack_size + 8 <
               RECORD_MAX_SLOTS;
}

/* The base frame is left by `op` for its caller's.  False: the recording is
 * over. */
static bool leave(Recorder *r, const Frame *f, Uop op, FramePlan plan)
{
    Frame *back = f->back;
    bool known = r->n_real > 0;
    if (!known && record_is_loop(r->trace))
        return record_abort(r, ABORT_LOOP_ENDED);
    if (!known && !can_go_back(r, f))
        return record_finish(r, LINK_EXIT, r->instr, NULL);
    ASSERT(back != NULL);
    record_emit_plan(r, UOP_GUARD_CALLER, NO_REF, NO_REF,
                     (FramePlan){.globals = back->globals,
                                 .pc = back->pc,
                                 .flags = f->flags});
    if (op == UOP_LEAVE_GENERATOR && plan.size != 0)
        store_slots(r, 0);
    record_emit_plan(r, op, NO_REF, NO_REF, plan);
    if (known) {
        recall(r);
    } else {
        r->n_returns++;
        record_set_base(r, back, (int32_t)(back->sp - back->locals));
    }
    return ok(r);
}

/* A generator's end: FOR_ITER and SEND take their jump; next() answers its
 * default, or raises, which is the interpreter's. */
static bool end_generator(Recorder *r, const Frame *f, Ref value)
{
    uint32_t flags = f->flags;
    if ((flags & FRAME_RESUMED_BY_NEXT) && !(flags & FRAME_NEXT_DEFAULT))
        return record_finish(r, LINK_EXIT, r->instr, NULL);
    if (!leave(r, f, UOP_LEAVE_GENERATOR, (FramePlan){.pc = r->instr + 1}))
        return false;
    if (flags & FRAME_RESUMED_BY_FOR)
        r->now.sp--;
    else if (!(flags & FRAME_NEXT_DEFAULT))
        record_push(r, value);
    return ok(r);
}

bool record_leave(Recorder *r, Ref value)
{
    ASSERT(r->now.depth == 0);
    const Frame *f = r->frame;
    uint32_t flags = f->flags;
    if (flags & FRAME_GENERATOR)
        return end_generator(r, f, value);
    /* Anything but None from __init__ is a TypeError: the interpreter's. */
    if ((flags & FRAME_INIT) && !value_is_none(record_const_value(r, value)))
        return record_finish(r, LINK_EXIT, r->instr, NULL);
    if (!leave(r, f, UOP_POP_FRAME, (FramePlan){0}))
        return false;
    if (!(flags & (FRAME_INIT | FRAME_DISCARD)))
        record_push(r, value);
    return ok(r);
}

/* ---- generators ---- */
bool record_yield(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    (void)op, (void)arg, (void)pc;
    const Frame *f = r->frame;
    int32_t sp = r->now.sp - 1;
    if (r->now.depth > 0 ||
        (record_frame(r)->code->flags &
         (CODE_COROUTINE | CODE_ASYNC_GENERATOR)))
        return record_abort(r, ABORT_UNSUPPORTED);
    if (r->n_real == 0 && record_is_loop(r->trace))
        return record_abort(r, ABORT_YIELDS);
    Ref value = record_top(r, 1);
    if (r->n_real > 0 || can_go_back(r, f))
        r->now.sp--; /* what is stored does not hold the value */
    FramePlan plan = {.pc = r->instr + 1, .base = sp, .size = 1};
    bool replaces = (f->flags & FRAME_NEXT_DEFAULT) != 0;
    if (!leave(r, f, UOP_LEAVE_GENERATOR, plan))
        return false;
    r->now.sp -= replaces;
    record_push(r, value);
    return ok(r);
}

static bool can_resume(const Recorder *r, Value v, Ref sent)
{
    const Generator *g = value_to_generator(v);
    if (!value_has_shape(v, SHAPE_GENERATOR) || g->frame.object != NULL)
        return false;
    const Code *code = g->frame.code;
    return (g->state == GENERATOR_SUSPENDED ||
            (g->state == GENERATOR_CREATED &&
             value_is_none(record_const_value(r, sent)))) &&
           code->n_localsplus + code->stack_size + 8 < RECORD_MAX_SLOTS;
}

/* Makes the frames real and the generator's the base frame; `caller` says what
 * becomes of the caller's operands: its slots in use and where it goes on. */
static void resume(Recorder *r, Ref generator, Value v, Ref sent,
                   FramePlan caller)
{
    Generator *g = value_to_generator(v);
    caller.size = g->state == GENERATOR_SUSPENDED;
    record_guard_shape(r, generator, v);
    record_emit_plan(r, UOP_GUARD_GENERATOR, generator, NO_REF,
                     (FramePlan){.pc = g->frame.pc,
                                 .globals = g->frame.globals});
    record_emit(r, UOP_CHECK_ROOM, NO_REF, NO_REF, NO_REF, 0);
    r->now.sp = (int32_t)caller.base + record_frame(r)->base;
    make_real(r);
    if (!remember(r))
        return;
    record_emit_plan(r, UOP_ENTER_GENERATOR, generator, sent, caller);
    record_set_base(r, &g->frame, (int32_t)(g->frame.sp - g->frame.locals));
    if (caller.size)
        record_push(r, sent);
}

bool record_generator(Recorder *r, Opcode op, CodeUnit *pc)
{
    bool by_for = opcode_base[op] == OP_FOR_ITER;
    Value v = r->sp[by_for ? -1 : -2];
    Ref generator = record_top(r, by_for ? 1 : 2);
    Ref sent = by_for ? record_const(r, NONE) : record_top(r, 1);
    if (!can_resume(r, v, sent))
        return false;
    resume(r, generator, v, sent,
           (FramePlan){.pc = pc + opcode_caches[opcode_base[op]],
                       .base = r->now.sp - !by_for - record_frame(r)->base,
                       .flags = FRAME_GENERATOR |
                                (by_for ? FRAME_RESUMED_BY_FOR
                                        : FRAME_RESUMED_BY_SEND)});
    return true;
}

bool record_next(Recorder *r, Ref generator, Value v, Ref otherwise,
                 int32_t base, CodeUnit *pc)
{
    Ref sent = record_const(r, NONE);
    if (!can_resume(r, v, sent))
        return false;
    uint32_t flags = FRAME_GENERATOR | FRAME_RESUMED_BY_NEXT;
    if (otherwise != NO_REF) {
        r->now.slots[base++] = otherwise;
        flags |= FRAME_NEXT_DEFAULT;
    }
    resume(r, generator, v, sent,
           (FramePlan){.pc = pc,
                       .base = base - record_frame(r)->base,
                       .flags = flags});
    return true;
}

/* ---- entries ---- */

/* The trace that starts at `start`, if the current frame may go on in it; the
 * one being recorded counts. */
static Trace *trace_at(Recorder *r, const CodeUnit *start)
{
    Opcode op = unit_opcode(*start);
    if (start == r->trace->start && r->trace->parent == NULL)
        return r->trace;
    if (op != OP_RESUME_TRACE && op != OP_JUMP_BACKWARD_TRACE)
        return NULL;
    ASSERT(start[1] < jit_state.n_traces);
    Trace *trace = jit_state.traces[start[1]];
    bool fits = trace->valid && trace->start == start &&
                trace->globals == record_frame(r)->globals;
    return fits ? trace : NULL;
}

static int32_t frames_of(const Recorder *r, const Code *code)
{
    int32_t n = 0;
    for (int32_t d = 0; d <= r->now.depth; d++)
        n += r->frames[d].code == code;
    return n;
}

bool record_may_recurse(const Recorder *r, const Code *code)
{
    if (frames_of(r, code) < MAX_RECURSION)
        return true;
    int32_t entry = code_entry(code);
    return entry >= 0 && !trace_is_blacklisted(&code->units[entry]);
}

bool record_resume(Recorder *r, Opcode op, uint32_t arg, CodeUnit *pc)
{
    CodeUnit *instr = pc - 1;
    (void)op, (void)arg;
    ASSERT(opcode_base[unit_opcode(*instr)] == OP_RESUME);
    if (r->now.depth == 0 ||
        frames_of(r, record_frame(r)->code) <= MAX_RECURSION)
        return true;
    Trace *target = trace_at(r, instr);
    if (target == NULL) /* not hot yet: goes on there some day */
        return record_finish(r, LINK_EXIT, instr, NULL);
    return link_to(r, instr + 1 + opcode_caches[OP_RESUME], target);
}

bool record_loop_edge(Recorder *r, CodeUnit *instr)
{
    ASSERT(opcode_base[unit_opcode(*instr)] == OP_JUMP_BACKWARD);
    Trace *trace = r->trace;
    CodeUnit *pc = (CodeUnit *)record_loop_head(instr);
    Trace *target = trace_at(r, instr);
    if (target == trace && r->now.depth == 0 && r->n_real == 0)
        return record_finish(r, LINK_LOOP, pc, NULL);
    if (target != NULL)
        return link_to(r, pc, target);
    /* A loop of the caller, to which the trace returned: it will have a trace of
     * its own when it is hot. */
    if (r->n_returns > 0 && !trace_is_blacklisted(instr))
        return record_finish(r, LINK_EXIT, instr, NULL);
    if ((uint32_t)++r->unrolled > jit_state.params.unroll)
        return record_abort(r, ABORT_INNER_LOOP);
    return true;
}
