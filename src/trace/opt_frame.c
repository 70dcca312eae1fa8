/* SPDX-License-Identifier: MIT */
/*
 * What the optimizer knows of frames that a trace makes real.
 *
 * While one is the base frame, LOAD_FAST and STORE_FAST are of its slots, not
 * of the loop's frame, whose memory must have what earlier iterations changed.
 * Guards on frames that the trace itself has just made fall away; and where a
 * loop resumes one generator, so do those on the generator, and the loads of
 * its slots that do not change.
 */
#include "trace/opt.h"

static const FramePlan *plan_of(const Ins *ins)
{
    return (const FramePlan *)(uintptr_t)ins->operand;
}

static bool is_push(const Ins *ins)
{
    return (ins_info(ins)->effects & PUSHES) != 0;
}
static bool is_pop(const Ins *ins)
{
    return (ins_info(ins)->effects & POPS) != 0;
}

/* Before another frame becomes the base frame, memory gets what earlier
 * iterations have changed; what this one has, the recorder stores. */
static void store_start(Opt *o)
{
    for (int32_t s = 0; o->loop >= 0 && s < o->n_slots; s++) {
        Ins store = {.op = UOP_STORE_FAST,
                     .in = {o->start[s], NO_REF, NO_REF},
                     .snapshot = -1,
                     .operand = (uint64_t)s};
        if (o->start[s] != NO_REF && !o->stored[s])
            opt_append(o, store);
        o->stored[s] = 1;
    }
}

void opt_note_base(Opt *o, const Ins *ins)
{
    if (ins->op == UOP_STORE_FAST && o->away == 0)
        o->stored[ins->operand] = 1;
    if (is_push(ins)) {
        if (o->away++ == 0)
            store_start(o);
        o->entered = o->out->n;
    }
    o->away -= is_pop(ins);
}

/* A load or store of a slot; `away` says of whose. */
static void note_slot(FrameUse *use, const Ins *ins, Ref ref, int32_t away)
{
    uint64_t slot = ins->operand;
    if (ins->op == UOP_LOAD_FAST && away == 0 && use->loaded[slot] == NO_REF)
        use->loaded[slot] = ref;
    if (ins->op == UOP_STORE_FAST && away == 0)
        use->changed[slot] |= ins->in[0] != use->loaded[slot];
    if (ins->op == UOP_STORE_FAST && away > 0)
        use->stored[slot] = 1;
}

/* Code called may look at the base frame: its slots are then written. */
static void note_shown(const Trace *raw, FrameUse *use, int32_t snapshot)
{
    const Snapshot *s = &raw->snapshots[snapshot];
    const SnapshotFrame *f = &raw->frames[s->first_frame];
    for (int32_t i = 0; i < f->n; i++) {
        const SnapshotEntry *e = &raw->entries[f->first + i];
        use->changed[e->slot] |= e->ref != use->loaded[e->slot];
    }
}

void opt_find_frame_use(Opt *o)
{
    const Trace *raw = o->raw;
    FrameUse *use = &o->use;
    int32_t entered = 0, away = 0;
    bool calls = false;
    *use = (FrameUse){0};
    for (int32_t s = 0; s < RECORD_MAX_SLOTS; s++)
        use->loaded[s] = NO_REF;
    for (Ref ref = 0; ref < raw->n; ref++) {
        const Ins *ins = &raw->ins[ref];
        if (ins_info(ins)->effects & CALLS) {
            calls = true;
            note_shown(raw, use, ins->snapshot);
        }
        note_slot(use, ins, ref, away);
        entered += is_push(ins);
        away += is_push(ins) - is_pop(ins);
        if (ins->op == UOP_LEAVE_GENERATOR)
            use->pc = plan_of(ins)->size != 0 ? plan_of(ins)->pc : NULL;
    }
    use->is_steady = !calls && entered == 1 && use->pc != NULL;
}

bool opt_is_same_slot(const Opt *o, int32_t slot, Ref raw_ref)
{
    return o->use.loaded[slot] == raw_ref && !o->use.changed[slot];
}

bool opt_is_frame_guard_proved(const Opt *o, const Ins *ins)
{
    const FrameUse *use = &o->use;
    switch (ins->op) {
    case UOP_CHECK_ROOM: return o->loop >= 0;
    case UOP_GUARD_CALLER: return o->away > 0 && o->last_call < o->entered;
    case UOP_GUARD_GENERATOR:
        return o->loop >= 0 && use->is_steady && !o->variant[ins->in[0]] &&
               plan_of(ins)->pc == use->pc;
    default: return false;
    }
}

bool opt_is_resumed_slot(const Opt *o, const Ins *ins)
{
    const FrameUse *use = &o->use;
    if (ins->op != UOP_LOAD_FAST || o->loop < 0 || o->away != 1 ||
        !use->is_steady || use->stored[ins->operand])
        return false;
    const Ins *entry = opt_ins(o, o->entered);
    return entry->op == UOP_ENTER_GENERATOR && !o->variant[entry->in[0]];
}
