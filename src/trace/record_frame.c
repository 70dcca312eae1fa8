/* SPDX-License-Identifier: MIT */
/*
 * Recording of what changes the base frame.  Inlined frames exist in snapshots
 * only; before a trace goes on in another one they are made real, for that one
 * reads its slots from memory: every slot that has changed is stored, and the
 * frames pushed, outermost first.  What may exit comes before the first store.
 *
 * The other way, a side trace may return from its base frame to the caller's,
 * whose slots are then loaded from memory as they are needed.
 */
#include <string.h>
#include "trace/jit_state.h"

enum {
    MAX_RETURNS = 6,   /* from base frames, in one trace */
    MAX_RECURSION = 2, /* frames of one function in one trace */
};

static bool ok(const Recorder *r)
{
    return r->abort == ABORT_NONE;
}

static void push(Recorder *r, int32_t depth)
{
    const RecordFrame *f = &r->frames[depth], *caller = f - 1;
    record_emit_plan(r, UOP_PUSH_FRAME, f->function,
              (FramePlan){.code = f->code,
                          .globals = caller->globals,
                          .pc = f->return_pc,
                          .base = f->base - caller->base,
                          .size = f->code->n_localsplus + f->code->stack_size,
                          .flags = f->flags});
}

static void store_slots(Recorder *r, int32_t depth)
{
    int32_t base = r->frames[depth].base;
    int32_t end = depth == r->now.depth ? r->now.sp : r->frames[depth + 1].base;
    for (int32_t i = base; i < end; i++)
        if (r->now.slots[i] != NO_REF &&
            !(depth == 0 && record_is_in_memory(r, i)))
            record_emit(r, UOP_STORE_FAST, r->now.slots[i], NO_REF, NO_REF,
                        (uint64_t)(i - base));
}

/* From here on the base frame is `f`, of whose slots nothing is known. */
static void set_base(Recorder *r, Frame *f, int32_t sp)
{
    r->frames[0] = (RecordFrame){
        .code = f->code,
        .function = NO_REF,
        .function_value = value_from_pointer(f->function),
        .globals = f->globals,
        .builtins = f->builtins,
        .flags = f->flags,
        .frame = f,
    };
    for (int32_t i = 0; i < RECORD_MAX_SLOTS; i++)
        r->now.slots[i] = NO_REF;
    r->now.depth = 0;
    r->now.sp = sp;
    r->frame = f;
    r->base_start = r->trace->n;
}

bool record_link(Recorder *r, CodeUnit *pc, Trace *target)
{
    r->snapshot = record_snapshot(r, pc);
    record_emit(r, UOP_CHECK_PENDING, NO_REF, NO_REF, NO_REF, 0);
    if (r->now.depth > 0)
        record_emit(r, UOP_CHECK_ROOM, NO_REF, NO_REF, NO_REF, 0);
    for (int32_t d = 0; d <= r->now.depth; d++) {
        if (d > 0)
            push(r, d);
        store_slots(r, d);
    }
    if (!ok(r))
        return false;
    set_base(r, r->frame, r->now.sp - record_frame(r)->base);
    return record_finish(r, LINK_TRACE, pc, target);
}

/* A loop's trace ends where it began; others may end in the caller. */
static bool is_of_loop(const Trace *trace)
{
    return trace->parent == NULL &&
           opcode_base[unit_opcode(*trace->start)] == OP_JUMP_BACKWARD;
}

static bool can_return(const Recorder *r, const Frame *f)
{
    const Frame *back = f->back;
    return (f->flags & ~(uint32_t)(FRAME_INIT | FRAME_DISCARD)) == 0 &&
           f->object == NULL && back != NULL && r->n_returns < MAX_RETURNS &&
           back->code->n_localsplus + back->code->stack_size + 8 <
               RECORD_MAX_SLOTS;
}

bool record_leave(Recorder *r, Ref value)
{
    Frame *f = r->frame, *back = f->back;
    if (is_of_loop(r->trace))
        return record_abort(r, ABORT_LOOP_ENDED);
    bool is_init = (f->flags & FRAME_INIT) != 0;
    /* Anything but None from __init__ is a TypeError: the interpreter's. */
    if (!can_return(r, f) ||
        (is_init && !value_is_none(record_const_value(r, value))))
        return record_finish(r, LINK_EXIT, r->instr, NULL);
    r->n_returns++;
    record_emit_plan(r, UOP_GUARD_CALLER, NO_REF,
              (FramePlan){.globals = back->globals,
                          .pc = back->pc,
                          .flags = f->flags});
    record_emit(r, UOP_POP_FRAME, NO_REF, NO_REF, NO_REF, 0);
    set_base(r, back, (int32_t)(back->sp - back->locals));
    if (!(f->flags & (FRAME_INIT | FRAME_DISCARD)))
        record_push(r, value);
    return ok(r);
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
    Trace *trace = jit_state.traces[start[1]];
    bool fits = trace->valid && trace->globals == record_frame(r)->globals;
    return fits ? trace : NULL;
}

static int32_t frames_of(const Recorder *r, const Code *code)
{
    int32_t n = 0;
    for (int32_t d = 0; d <= r->now.depth; d++)
        n += r->frames[d].code == code;
    return n;
}

static CodeUnit *find_entry(const Code *code)
{
    for (int32_t i = 0; i < code->n_units;) {
        Opcode op = (Opcode)opcode_base[unit_opcode(code->units[i])];
        if (op == OP_RESUME)
            return &code->units[i];
        i += 1 + opcode_caches[op];
    }
    return NULL;
}

bool record_may_recurse(Recorder *r, const Code *code)
{
    CodeUnit *entry = find_entry(code);
    if (frames_of(r, code) < MAX_RECURSION)
        return true;
    if (entry == NULL || trace_is_blacklisted(entry))
        return false;
    if (trace_at(r, entry) == NULL) /* not yet hot: later */
        record_abort(r, ABORT_RECURSION);
    return true;
}

bool record_resume(Recorder *r, CodeUnit *instr)
{
    if (r->now.depth == 0 ||
        frames_of(r, record_frame(r)->code) <= MAX_RECURSION)
        return true;
    Trace *target = trace_at(r, instr);
    if (target == NULL)
        return record_abort(r, ABORT_RECURSION);
    return record_link(r, instr + 1 + opcode_caches[OP_RESUME], target);
}

bool record_loop_edge(Recorder *r, CodeUnit *instr)
{
    Trace *trace = r->trace;
    CodeUnit *pc = instr + 1 + opcode_caches[OP_JUMP_BACKWARD] +
                   unit_signed_arg(*instr);
    Trace *target = trace_at(r, instr);
    if (target == trace && r->now.depth == 0)
        return record_finish(r, LINK_LOOP, pc, NULL);
    if (target != NULL)
        return record_link(r, pc, target);
    if (r->n_returns > 0) /* the caller's loop: not hot yet */
        return record_finish(r, LINK_EXIT, instr, NULL);
    if (++r->unrolled > RECORD_MAX_UNROLL)
        return record_abort(r, ABORT_INNER_LOOP);
    return true;
}
