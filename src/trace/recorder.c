/* SPDX-License-Identifier: MIT */
/* The recorder's symbolic stack, snapshots, and micro-ops. */
#include "trace/recorder.h"
#include <string.h>
#include "object/number/float.h"
#include "trace/watch.h"

bool record_abort(Recorder *r, Abort why)
{
    ASSERT(why > ABORT_NONE && why < ABORT_COUNT);
    r->abort = why;
    return false;
}

/* Appends an instruction.  Without memory the recording is given up; the Ref
 * answered then is a valid one all the same, so that no caller need look. */
static Ref add(Recorder *r, Ins ins)
{
    ASSERT(r->active && !r->finished);
    for (int i = 0; i < 3; i++)
        ASSERT(i < ins_info(&ins)->n_in
                   ? ins.in[i] >= 0 && ins.in[i] < r->trace->n
                   : ins.in[i] == NO_REF);
    if (r->trace->n >= RECORD_MAX_INS)
        record_abort(r, ABORT_TOO_LONG);
    Ref ref = trace_add_ins(r->trace, ins);
    if (ref < 0) {
        record_abort(r, ABORT_NO_MEMORY);
        return 0;
    }
    if (r->trace->origins != NULL && ref < RECORD_MAX_INS && r->instr != NULL)
        r->trace->origins[ref] =
            (Origin){record_frame(r)->code,
                     (int32_t)(r->instr - record_frame(r)->code->units)};
    return ref;
}

Ref record_const(Recorder *r, Value v)
{
    return add(r, (Ins){.op = UOP_LOAD_CONST,
                        .in = {NO_REF, NO_REF, NO_REF},
                        .snapshot = -1,
                        .operand = v.bits});
}

bool record_is_in_memory(const Recorder *r, int32_t slot)
{
    ASSERT(slot >= 0 && slot < RECORD_MAX_SLOTS);
    Ref ref = r->now.slots[slot];
    ASSERT(ref >= 0 && ref < r->trace->n);
    const Ins *ins = &r->trace->ins[ref];
    return ref >= r->base_start && ins->op == UOP_LOAD_FAST &&
           (int32_t)ins->operand == slot && !r->shown[slot];
}

Trace *record_trace_new(void)
{
    Trace *trace = trace_new();
    if (trace != NULL &&
        !trace_reserve_snapshot(trace, RECORD_MAX_FRAMES, RECORD_MAX_SLOTS)) {
        trace_free(trace);
        trace = NULL;
    }
    return trace;
}

int32_t record_snapshot(Recorder *r, CodeUnit *pc)
{
    Trace *trace = r->trace;
    int32_t first = trace->n_frames;
    ASSERT(r->now.depth >= 0 && r->now.depth < RECORD_MAX_FRAMES);
    ASSERT(r->now.sp >= r->frames[r->now.depth].base && pc != NULL);
    if (!trace_reserve_snapshot(trace, r->now.depth + 1, r->now.sp)) {
        record_abort(r, ABORT_NO_MEMORY);
        return trace->n_snapshots - 1; /* a valid one: the first had its room */
    }
    for (int32_t d = 0; d <= r->now.depth; d++) {
        const RecordFrame *f = &r->frames[d];
        bool last = d == r->now.depth;
        int32_t end = last ? r->now.sp : r->frames[d + 1].base;
        ASSERT(f->base <= end && end <= RECORD_MAX_SLOTS);
        SnapshotFrame frame = {
            .code = f->code,
            .function = f->function,
            .first = trace->n_entries,
            .flags = f->flags,
            .pc = last ? pc : r->frames[d + 1].return_pc,
            .depth = end - f->base,
        };
        for (int32_t i = f->base; i < end; i++) {
            Ref ref = r->now.slots[i];
            if (ref == NO_REF ||
                (d == 0 && record_is_in_memory(r, i)))
                continue;
            trace_add_entry(trace, (SnapshotEntry){i - f->base, ref});
            if (d == 0)
                r->shown[i] = true;
        }
        frame.n = trace->n_entries - frame.first;
        trace_add_frame(trace, frame);
    }
    return trace_add_snapshot(trace,
                              (Snapshot){first, r->now.depth + 1});
}

Ref record_emit_at(Recorder *r, Uop op, Ref a, Ref b, uint64_t operand,
                   int32_t snapshot)
{
    ASSERT(uop_info[op].effects & (EXITS | ERRORS));
    ASSERT(snapshot >= 0 && snapshot < r->trace->n_snapshots);
    return add(r, (Ins){.op = (uint16_t)op,
                        .flags = INS_BRANCH,
                        .in = {a, b, NO_REF},
                        .snapshot = snapshot,
                        .operand = operand});
}

Ref record_emit(Recorder *r, Uop op, Ref a, Ref b, Ref c, uint64_t operand)
{
    ASSERT(op < UOP_COUNT);
    uint32_t effects = uop_info[op].effects;
    int32_t snapshot = -1;
    if (effects & (EXITS | ERRORS | CALLS)) {
        if (r->snapshot < 0) {
            /* The first op of an instruction that needs a snapshot makes it,
             * for all of them: of the state before the instruction, which is
             * executed once more after an exit. */
            RecordState after = r->now;
            memcpy(r->now.slots, r->before.slots, sizeof r->now.slots);
            r->now.sp = r->before.sp;
            int32_t depth = r->now.depth;
            r->now.depth = r->before.depth;
            r->snapshot = record_snapshot(r, r->instr);
            r->now = after;
            r->now.depth = depth;
        }
        snapshot = r->snapshot;
    }
    if (effects & CALLS)
        r->check_pending = true;
    return add(r, (Ins){.op = (uint16_t)op,
                        .in = {a, b, c},
                        .snapshot = snapshot,
                        .operand = operand});
}

void record_emit_plan(Recorder *r, Uop op, Ref a, Ref b, FramePlan plan)
{
    const FramePlan *p = trace_add_plan(r->trace, plan);
    if (p == NULL)
        record_abort(r, ABORT_NO_MEMORY);
    else
        record_emit(r, op, a, b, NO_REF, (uint64_t)(uintptr_t)p);
}

static Ref slot(Recorder *r, int32_t i)
{
    ASSERT(i >= 0 && i < RECORD_MAX_SLOTS);
    Ref ref = r->now.slots[i];
    if (ref != NO_REF)
        return ref;
    ASSERT(r->now.depth == 0 || i < r->frames[1].base); /* memory has it */
    ref = add(r, (Ins){.op = UOP_LOAD_FAST,
                       .in = {NO_REF, NO_REF, NO_REF},
                       .snapshot = -1,
                       .operand = (uint64_t)i});
    r->now.slots[i] = ref;
    if (r->before.slots[i] == NO_REF)
        r->before.slots[i] = ref;
    return ref;
}

static Ref local(Recorder *r, uint32_t i)
{
    ASSERT((int32_t)i < record_frame(r)->code->n_localsplus);
    return slot(r, record_frame(r)->base + (int32_t)i);
}
void record_local_set(Recorder *r, uint32_t i, Ref ref)
{
    ASSERT((int32_t)i < record_frame(r)->code->n_localsplus && ref >= 0 &&
           ref < r->trace->n);
    r->now.slots[record_frame(r)->base + (int32_t)i] = ref;
}
Ref record_top(Recorder *r, int64_t i)
{
    ASSERT(i > 0 && r->now.sp - i >= record_frame(r)->base +
                                         record_frame(r)->code->n_localsplus);
    return slot(r, r->now.sp - (int32_t)i);
}
Ref record_pop(Recorder *r)
{
    Ref ref = record_top(r, 1);
    r->now.sp--;
    return ref;
}
void record_push(Recorder *r, Ref ref)
{
    if (r->now.sp >= RECORD_MAX_SLOTS - 1) {
        record_abort(r, ABORT_TOO_MANY_SLOTS);
        return;
    }
    ASSERT(ref >= 0 && ref < r->trace->n &&
           uop_info[r->trace->ins[ref].op].n_out == 1);
    r->now.slots[r->now.sp++] = ref;
}

Ref record_unboxed(Recorder *r, Ref ref, Value actual)
{
    if (value_is_flonum(actual))
        return record_emit(r, UOP_UNBOX_FLONUM, ref, NO_REF, NO_REF, 0);
    record_emit(r, UOP_GUARD_FLOAT, ref, NO_REF, NO_REF, 0);
    return record_emit(r, UOP_UNBOX_FLOAT, ref, NO_REF, NO_REF, 0);
}

void record_depend(Recorder *r, void *object, Str *name)
{
    ASSERT(object != NULL);
    ASSERT(name == NULL || ((Header *)object)->kind == KIND_DICT);
    /* What has no version is not told of changes. */
    if (name == NULL && ((Header *)object)->kind == KIND_TYPE &&
        type_version(object) == 0)
        record_abort(r, ABORT_UNSUPPORTED);
    watch_object(object, name);
    if (!trace_add_dependency(r->trace, object, name))
        record_abort(r, ABORT_NO_MEMORY);
}

void record_guard_shape(Recorder *r, Ref ref, Value actual)
{
    if (value_is_int(actual))
        record_emit(r, UOP_GUARD_INT, ref, NO_REF, NO_REF, 0);
    else if (value_is_flonum(actual))
        record_emit(r, UOP_GUARD_FLOAT, ref, NO_REF, NO_REF, 0);
    else if (value_is_pointer(actual))
        record_emit(r, UOP_GUARD_SHAPE, ref, NO_REF, NO_REF,
                    value_header(actual)->shape);
    else
        record_emit(r, UOP_GUARD_IS, ref, NO_REF, NO_REF, actual.bits);
}

void record_guard_is(Recorder *r, Ref ref, Value actual)
{
    record_emit(r, UOP_GUARD_IS, ref, NO_REF, NO_REF, actual.bits);
}

/* Guards of two operands as one each.  That both are floats is asked by what
 * unboxes them. */
static bool split_guard(Recorder *r, Uop op, uint64_t operand)
{
    if (uop_info[op].each == UOP_GUARD_FLOAT)
        return true;
    if (uop_info[op].each != 0) {
        for (int i = 2; i > 0; i--)
            record_emit(r, (Uop)uop_info[op].each, record_top(r, i), NO_REF,
                        NO_REF, operand);
        return true;
    }
    if (op != UOP_GUARD_SHAPE_AT_1)
        return false;
    record_emit(r, UOP_GUARD_SHAPE, record_top(r, 2), NO_REF, NO_REF, operand);
    return true;
}

bool record_uop(Recorder *r, Uop op, uint64_t operand)
{
    const UopInfo *info = &uop_info[op];
    Ref in[3] = {NO_REF, NO_REF, NO_REF};

    ASSERT(op < UOP_COUNT && info->n_in <= 3);
    if (split_guard(r, op, operand))
        return r->abort == ABORT_NONE;
    switch (op) {
    case UOP_LOAD_FAST:
        record_push(r, local(r, (uint32_t)operand));
        return r->abort == ABORT_NONE;
    case UOP_STORE_FAST: {
        Ref ref = record_pop(r);
        record_local_set(r, (uint32_t)operand, ref);
        return r->abort == ABORT_NONE;
    }
    default: break;
    }
    for (int i = 0; i < info->n_in; i++) {
        Ref ref = record_top(r, info->n_in - i);
        in[i] = info->in[i] == FLOAT
                    ? record_unboxed(r, ref, r->sp[i - info->n_in])
                    : ref;
    }
    if (!(info->effects & (GUARD | PEEK)))
        r->now.sp -= info->n_in;
    Ref ref = record_emit(r, op, in[0], in[1], in[2], operand);
    if (info->n_out > 0) {
        if (info->out == FLOAT)
            ref = record_emit(r, UOP_BOX_FLOAT, ref, NO_REF, NO_REF, 0);
        record_push(r, ref);
    }
    return r->abort == ABORT_NONE;
}

bool record_uop_at(Recorder *r, Uop op, uint32_t depth)
{
    int n = uop_info[op].n_in;
    ASSERT(depth > 0 && n > 0 && n <= 3);
    Ref in[3] = {NO_REF, NO_REF, NO_REF};
    for (int i = 0; i < n; i++)
        in[i] = record_top(r, n - i + (i == 0 ? (int64_t)depth - 1 : 0));
    r->now.sp -= n - 1;
    record_emit(r, op, in[0], in[1], in[2], 0);
    return r->abort == ABORT_NONE;
}

bool record_finish(Recorder *r, TraceLink link, CodeUnit *pc, Trace *target)
{
    ASSERT(!r->finished);
    ASSERT((link == LINK_TRACE) == (target != NULL));
    if (link == LINK_EXIT && r->n_instrs <= 1) /* no step further */
        return record_abort(r, ABORT_NOWHERE);
    r->trace->link = (uint8_t)link;
    r->trace->target = target;
    r->trace->link_snapshot = record_snapshot(r, pc);
    r->finished = true;
    return false;
}
