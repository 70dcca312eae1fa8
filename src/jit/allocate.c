/* SPDX-License-Identifier: MIT */
/* Registers and spill slots: see allocate.h. */
#include "jit/allocate.h"
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static void use(Allocator *a, Ref ref, int32_t at)
{
    ASSERT(ref < a->trace->n);
    if (ref >= 0 && a->last_use[ref] < at)
        a->last_use[ref] = at;
}

/* An exit needs what an object is made of that is left to it. */
static void use_at_exit(Allocator *a, Ref ref, int32_t at)
{
    ASSERT(ref < a->trace->n);
    if (ref < 0 || !(a->trace->ins[ref].flags & INS_SUNK)) {
        use(a, ref, at);
        return;
    }
    for (int i = 0; i < 3; i++)
        use_at_exit(a, a->trace->ins[ref].in[i], at);
}

static void use_snapshot(Allocator *a, int32_t id, int32_t at)
{
    const Trace *trace = a->trace;
    if (id < 0)
        return;
    ASSERT(id < trace->n_snapshots);
    const Snapshot *s = &trace->snapshots[id];
    ASSERT(s->first_frame >= 0 && s->n_frames > 0);
    ASSERT(s->first_frame + s->n_frames <= trace->n_frames);
    for (int32_t d = 0; d < s->n_frames; d++) {
        const SnapshotFrame *f = &trace->frames[s->first_frame + d];
        ASSERT(f->first + f->n <= trace->n_entries);
        use_at_exit(a, f->function, at);
        for (int32_t i = 0; i < f->n; i++)
            use_at_exit(a, trace->entries[f->first + i].ref, at);
    }
}

/* A value from before the loop is needed all through it, but the left of a
 * phi only until its last use: the next iteration has another. */
static void find_last_uses(Allocator *a)
{
    const Trace *trace = a->trace;
    int32_t end = trace->n + 1;
    for (Ref ref = 0; ref < trace->n; ref++) {
        for (int i = 0; i < 3 && !(trace->ins[ref].flags & INS_SUNK); i++)
            use(a, trace->ins[ref].in[i], ref);
        use_snapshot(a, trace->ins[ref].snapshot, ref);
    }
    use_snapshot(a, trace->link_snapshot,
                 trace->link == LINK_LOOP ? trace->n - 1 : end);
    if (trace->link != LINK_LOOP)
        return;
    for (int32_t i = 0; i < trace->n_phis; i++)
        use(a, trace->phis[i].right, end);
    for (Ref ref = 0; ref < trace->loop; ref++) {
        bool left = false;
        for (int32_t i = 0; i < trace->n_phis; i++)
            left |= trace->phis[i].left == ref;
        if (!left && a->last_use[ref] >= trace->loop)
            a->last_use[ref] = end;
    }
}

bool allocate_init(Allocator *a, const Trace *trace, Emitter *e)
{
    ASSERT(e != NULL && trace->n >= 0);
    ASSERT(trace->loop >= 0 && trace->loop <= trace->n);
    size_t n = (size_t)trace->n + 1;
    memset(a, 0, sizeof *a);
    a->trace = trace;
    a->e = e;
    a->reg = malloc(n);
    a->spill = malloc(n * sizeof *a->spill);
    a->last_use = malloc(n * sizeof *a->last_use);
    if (a->reg == NULL || a->spill == NULL || a->last_use == NULL)
        return false;
    for (size_t i = 0; i < n; i++) {
        a->reg[i] = -1;
        a->spill[i] = -1;
        a->last_use[i] = -1;
    }
    for (int i = 0; i < REGISTERS; i++)
        a->ints[i] = a->floats[i] = NO_REF;
    find_last_uses(a);
    return true;
}

void allocate_free(Allocator *a)
{
    free(a->reg);
    free(a->spill);
    free(a->last_use);
}

bool allocate_is_const(const Allocator *a, Ref ref)
{
    ASSERT(ref >= 0 && ref < a->trace->n);
    return ins_is_const(&a->trace->ins[ref]);
}
bool allocate_is_float(const Allocator *a, Ref ref)
{
    return ref_kind(a->trace, ref) == FLOAT;
}

static uint64_t slot_offset(int16_t slot)
{
    ASSERT(slot < ACTIVATION_SPILLS);
    return offsetof(Activation, spills) + 8 * (uint64_t)slot;
}

static int16_t take_slot(Allocator *a)
{
    for (int16_t i = 0; i < ACTIVATION_SPILLS; i++)
        if (!a->slot_used[i]) {
            a->slot_used[i] = 1;
            return i;
        }
    a->e->failed = true;
    return 0;
}

void allocate_spill(Allocator *a, Ref ref)
{
    ASSERT(ref >= 0 && ref < a->trace->n);
    if (a->spill[ref] >= 0 || allocate_is_const(a, ref) || a->reg[ref] < 0)
        return;
    bool is_float = allocate_is_float(a, ref);
    a->spill[ref] = take_slot(a);
    emitter_stencil(a->e,
                 stencil_find(is_float ? STENCIL_SPILL_FLOAT : STENCIL_SPILL,
                              0, (uint8_t)a->reg[ref], STENCIL_NONE,
                              STENCIL_NONE, STENCIL_NONE),
                 &(Patch){.operand = slot_offset(a->spill[ref])});
}

/* How far away the next use as an operand is. */
static int32_t distance(const Allocator *a, Ref ref)
{
    const Trace *trace = a->trace;
    int32_t d = 0;
    for (Ref at = a->pos; at < trace->n && d < 256; at++, d++)
        for (int i = 0; i < 3; i++)
            if (trace->ins[at].in[i] == ref)
                return d;
    return d + (allocate_is_const(a, ref) ? 256 : 0);
}

static void release(Allocator *a, bool is_float, uint8_t reg)
{
    ASSERT(reg < REGISTERS);
    Ref *file = allocate_file(a, is_float);
    ASSERT(file[reg] == NO_REF || a->reg[file[reg]] == reg);
    if (file[reg] != NO_REF)
        a->reg[file[reg]] = -1;
    file[reg] = NO_REF;
}

static void pin(Allocator *a, bool is_float, uint8_t reg)
{
    ASSERT(reg < REGISTERS);
    if (is_float)
        a->pinned_floats |= 1u << reg;
    else
        a->pinned_ints |= 1u << reg;
}

uint8_t allocate_out(Allocator *a, bool is_float)
{
    Ref *file = allocate_file(a, is_float);
    uint32_t pinned = is_float ? a->pinned_floats : a->pinned_ints;
    int best = -1;
    int32_t furthest = -1;
    for (int i = 0; i < allocate_registers(is_float); i++) {
        if (pinned >> i & 1)
            continue;
        if (file[i] == NO_REF) {
            best = i;
            break;
        }
        int32_t d = distance(a, file[i]);
        if (d > furthest) {
            furthest = d;
            best = i;
        }
    }
    ASSERT(best >= 0);
    if (file[best] != NO_REF && a->last_use[file[best]] >= a->pos)
        allocate_spill(a, file[best]);
    release(a, is_float, (uint8_t)best);
    pin(a, is_float, (uint8_t)best);
    return (uint8_t)best;
}

void allocate_bind(Allocator *a, Ref ref, uint8_t reg)
{
    ASSERT(reg < REGISTERS);
    bool is_float = allocate_is_float(a, ref);
    release(a, is_float, reg);
    ASSERT(a->reg[ref] < 0);
    allocate_file(a, is_float)[reg] = ref;
    a->reg[ref] = (int8_t)reg;
}

uint8_t allocate_in(Allocator *a, Ref ref)
{
    bool is_float = allocate_is_float(a, ref);
    if (a->reg[ref] >= 0) {
        pin(a, is_float, (uint8_t)a->reg[ref]);
        return (uint8_t)a->reg[ref];
    }
    uint8_t reg = allocate_out(a, is_float);
    if (allocate_is_const(a, ref)) {
        move_constant(a, ref, is_float, reg);
    } else {
        ASSERT(a->e->failed || a->spill[ref] >= 0);
        if (a->spill[ref] < 0)
            a->e->failed = true; /* lost: cannot be */
        emitter_stencil(a->e,
                     stencil_find(is_float ? STENCIL_FILL_FLOAT : STENCIL_FILL,
                                  0, STENCIL_NONE, STENCIL_NONE, STENCIL_NONE,
                                  reg),
                     &(Patch){.operand = slot_offset(a->spill[ref])});
    }
    allocate_bind(a, ref, reg);
    return reg;
}

void allocate_unpin(Allocator *a)
{
    a->pinned_ints = a->pinned_floats = 0;
}

static void expire_file(Allocator *a, bool is_float)
{
    Ref *file = allocate_file(a, is_float);
    for (uint8_t i = 0; i < REGISTERS; i++)
        if (file[i] != NO_REF && a->last_use[file[i]] <= a->pos &&
            !allocate_is_const(a, file[i]))
            release(a, is_float, i);
}

void allocate_expire(Allocator *a)
{
    ASSERT(a->pos >= 0 && a->pos < a->trace->n);
    expire_file(a, false);
    expire_file(a, true);
    /* Slots: of values whose last use is this instruction. */
    const Ins *ins = &a->trace->ins[a->pos];
    for (int i = 0; i < 3; i++) {
        Ref ref = ins->in[i];
        if (ref >= 0 && a->spill[ref] >= 0 && a->last_use[ref] <= a->pos) {
            ASSERT(a->slot_used[a->spill[ref]]);
            a->slot_used[a->spill[ref]] = 0;
            a->spill[ref] = -1;
        }
    }
}

void allocate_spill_all(Allocator *a)
{
    for (int k = 0; k < 2; k++)
        for (uint8_t i = 0; i < REGISTERS; i++) {
            Ref ref = allocate_file(a, k)[i];
            if (ref != NO_REF && a->last_use[ref] >= a->pos)
                allocate_spill(a, ref);
        }
}

void allocate_forget_registers(Allocator *a)
{
    for (uint8_t i = 0; i < REGISTERS; i++) {
        release(a, false, i);
        release(a, true, i);
    }
}

Location allocate_location(const Allocator *a, Ref ref)
{
    ASSERT(ref >= 0 && ref < a->trace->n);
    ASSERT(a->reg[ref] < 0 || allocate_file((Allocator *)a,
           allocate_is_float(a, ref))[a->reg[ref]] == ref);
    if (a->reg[ref] >= 0)
        return (Location)((allocate_is_float(a, ref) ? LOCATION_FLOAT
                                                     : LOCATION_INT) +
                          a->reg[ref]);
    if (a->spill[ref] >= 0)
        return (Location)(LOCATION_SPILL + a->spill[ref]);
    return LOCATION_NONE;
}
