/* SPDX-License-Identifier: MIT */
/* Dead code: keeps what has effects, what snapshots in use name, and what
 * those need; then closes the gaps.  Allocations that only snapshots name are
 * left to the exits. */
#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "trace/opt.h"

/* How much a value is needed: by an exit, which can make what is SINKABLE, or
 * by the trace itself. */
enum { AT_EXITS = 1, HERE = 2 };

static void mark(uint8_t *live, Ref ref, uint8_t how)
{
    if (ref >= 0)
        live[ref] |= how;
}

static void mark_snapshot(const Trace *trace, uint8_t *live, uint8_t *used,
                          int32_t snapshot)
{
    if (snapshot < 0 || used[snapshot])
        return;
    used[snapshot] = 1;
    const Snapshot *s = &trace->snapshots[snapshot];
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &trace->frames[s->first_frame + d];
        mark(live, f->function, AT_EXITS);
        for (int32_t i = 0; i < f->n; i++)
            mark(live, trace->entries[f->first + i].ref, AT_EXITS);
    }
}

/* Whether the op, or the interpreter going on at its exit, might raise: then the
 * op is needed even if its result is not. */
static bool may_raise(const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    return (effects & (EXITS | ERRORS)) && !(effects & QUIET);
}

static bool is_removable(const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    if ((effects & (GUARD | CALLS | UOP_WRITES)) || may_raise(ins))
        return false;
    return ins->op == UOP_LOAD_FAST || ins_is_parent_value(ins) ||
           (effects & (PURE | UOP_READS | ALLOCATES));
}

/* Allocation removal: an object that only exits need is made by those that are
 * taken (exit.c), from what it is made of. */
static bool is_sunk(const Ins *ins, uint8_t live)
{
    return live == AT_EXITS && ins_is_sinkable(ins);
}

static void mark_all(const Trace *trace, uint8_t *live, uint8_t *used)
{
    mark_snapshot(trace, live, used, trace->link_snapshot);
    for (bool changed = true; changed;) {
        changed = false;
        for (Ref ref = trace->n - 1; ref >= 0; ref--) {
            const Ins *ins = &trace->ins[ref];
            if (!live[ref] && is_removable(ins))
                continue;
            bool sunk = is_sunk(ins, live[ref]);
            if (!sunk)
                live[ref] |= HERE;
            for (int i = 0; i < 3; i++)
                mark(live, ins->in[i], sunk ? AT_EXITS : HERE);
            mark_snapshot(trace, live, used, ins->snapshot);
        }
        for (int32_t i = 0; i < trace->n_phis; i++)
            if (live[trace->phis[i].left] &&
                !(live[trace->phis[i].right] & HERE)) {
                live[trace->phis[i].right] |= HERE;
                live[trace->phis[i].left] |= HERE;
                changed = true;
            }
    }
}

static Ref renumber(const Ref *map, Ref ref)
{
    return ref < 0 ? ref : map[ref];
}

static void renumber_fates(Trace *trace, const uint8_t *live, const Ref *map,
                           int32_t n)
{
    for (int32_t i = 0; trace->fates != NULL && i < n; i++) {
        Fate *fate = &trace->fates[i];
        if (fate->ref < 0)
            continue;
        if (!live[fate->ref] && fate->kind == FATE_PROVED)
            fate->ref = NO_REF;
        else if (!live[fate->ref])
            *fate = (Fate){FATE_DEAD, NO_REF};
        else
            fate->ref = map[fate->ref];
    }
}

/* Leaves out the snapshots that nothing uses, and what is theirs. */
static void compact_snapshots(Trace *trace, const uint8_t *used, int32_t *map)
{
    int32_t n = 0, n_frames = 0, n_entries = 0;
    for (int32_t i = 0; i < trace->n_snapshots; i++) {
        Snapshot s = trace->snapshots[i];
        map[i] = n;
        if (!used[i])
            continue;
        trace->snapshots[n++] = (Snapshot){n_frames, s.n_frames};
        for (int32_t d = 0; d < s.n_frames; d++) {
            SnapshotFrame f = trace->frames[s.first_frame + d];
            if (f.n > 0) /* the trace may have no entries at all */
                memmove(&trace->entries[n_entries], &trace->entries[f.first],
                        (size_t)f.n * sizeof *trace->entries);
            f.first = n_entries;
            n_entries += f.n;
            trace->frames[n_frames++] = f;
        }
    }
    trace->n_snapshots = n;
    trace->n_frames = n_frames;
    trace->n_entries = n_entries;
}

/* Moves the instructions that live together; by their old Refs the new ones. */
static void compact_instructions(Trace *trace, const uint8_t *live, Ref *map,
                                 const int32_t *snapshots)
{
    Ref to = 0;
    for (Ref ref = 0; ref < trace->n; ref++) {
        if (ref == trace->loop)
            trace->loop = to;
        map[ref] = to;
        if (!live[ref])
            continue;
        Ins ins = trace->ins[ref];
        if (is_sunk(&ins, live[ref])) {
            ins.flags |= INS_SUNK;
            trace->n_sunk++;
        }
        for (int i = 0; i < 3; i++) {
            ASSERT(ins.in[i] < 0 || live[ins.in[i]]);
            ins.in[i] = renumber(map, ins.in[i]);
        }
        ins.snapshot = renumber(snapshots, ins.snapshot);
        trace->ins[to++] = ins;
    }
    if (trace->loop >= trace->n)
        trace->loop = to;
    trace->n = to;
}

static void renumber_rest(Trace *trace, const uint8_t *live, const Ref *map,
                          const int32_t *snapshots)
{
    int32_t phis = 0;
    for (int32_t i = 0; i < trace->n_phis; i++) {
        Phi p = trace->phis[i];
        if (!live[p.left])
            continue;
        ASSERT(live[p.right]);
        trace->phis[phis++] = (Phi){map[p.left], map[p.right]};
    }
    trace->n_phis = phis;
    trace->link_snapshot = renumber(snapshots, trace->link_snapshot);
    for (int32_t i = 0; i < trace->n_frames; i++)
        trace->frames[i].function = renumber(map, trace->frames[i].function);
    for (int32_t i = 0; i < trace->n_entries; i++) {
        ASSERT(live[trace->entries[i].ref]);
        trace->entries[i].ref = renumber(map, trace->entries[i].ref);
    }
}

bool opt_dead(Trace *trace, int32_t n_fates)
{
    size_t n = (size_t)trace->n + 1, n_all = n + (size_t)trace->n_snapshots + 1;
    uint8_t *live = calloc(n_all, 1);
    Ref *map = malloc(n_all * sizeof *map);
    bool ok = live != NULL && map != NULL;
    if (ok) {
        mark_all(trace, live, live + n);
        /* Folded constants are shown even if nothing needs them. */
        for (int32_t i = 0; trace->fates != NULL && i < n_fates; i++)
            if (trace->fates[i].kind == FATE_FOLDED)
                mark(live, trace->fates[i].ref, HERE);
        compact_snapshots(trace, live + n, map + n);
        compact_instructions(trace, live, map, map + n);
        renumber_rest(trace, live, map, map + n);
        renumber_fates(trace, live, map, n_fates);
    }
    free(live);
    free(map);
    return ok;
}
