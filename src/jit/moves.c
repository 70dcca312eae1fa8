/* SPDX-License-Identifier: MIT */
/*
 * Parallel moves between registers and spill slots.  A move whose target no
 * other move still reads can go; what is left then are cycles, which are
 * opened by saving one target to a slot.
 */
#include "jit/allocate.h"
#include <stddef.h>

static bool is_spill(Location l)
{
    return l >= LOCATION_SPILL;
}
static bool is_float_register(Location l)
{
    return l >= LOCATION_FLOAT && l < LOCATION_SPILL;
}
static uint8_t number(Location l)
{
    ASSERT(l >= 0 && l < LOCATION_SPILL);
    return (uint8_t)(is_float_register(l) ? l - LOCATION_FLOAT : l);
}
static uint64_t offset(Location l)
{
    ASSERT(is_spill(l) && l < LOCATION_SPILL + ACTIVATION_SPILLS);
    return offsetof(Activation, spills) + 8 * (uint64_t)(l - LOCATION_SPILL);
}

void move_constant_bits(Allocator *a, uint64_t bits, uint8_t reg)
{
    ASSERT(reg < REGISTERS);
    unsigned op = (uint64_t)(int64_t)(int32_t)bits == bits ? STENCIL_CONST32
                                                           : STENCIL_CONST64;
    emitter_stencil(a->e,
                    stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE,
                                 STENCIL_NONE, reg),
                    &(Patch){.operand = bits});
}

void move_constant(Allocator *a, Ref ref, bool is_float, uint8_t reg)
{
    ASSERT(reg < REGISTERS && allocate_is_const(a, ref));
    uint64_t bits = a->trace->ins[ref].operand;
    unsigned op = is_float ? STENCIL_CONST_FLOAT
                  : (uint64_t)(int64_t)(int32_t)bits == bits ? STENCIL_CONST32
                                                             : STENCIL_CONST64;
    emitter_stencil(a->e,
                 stencil_find(op, 0, STENCIL_NONE, STENCIL_NONE, STENCIL_NONE,
                              reg),
                 &(Patch){.operand = bits});
}

static void emit_one(Allocator *a, unsigned op, uint8_t in, uint8_t out,
                     uint64_t operand)
{
    emitter_stencil(a->e, stencil_find(op, 0, in, STENCIL_NONE, STENCIL_NONE, out),
                 &(Patch){.operand = operand});
}

/* to = from, not both slots. */
static void copy(Allocator *a, Location to, Location from)
{
    ASSERT(to != LOCATION_NONE && from != LOCATION_NONE);
    ASSERT(!is_spill(to) || !is_spill(from));
    if (is_spill(to))
        emit_one(a, is_float_register(from) ? STENCIL_SPILL_FLOAT
                                            : STENCIL_SPILL,
                 number(from), STENCIL_NONE, offset(to));
    else if (is_spill(from))
        emit_one(a, is_float_register(to) ? STENCIL_FILL_FLOAT : STENCIL_FILL,
                 STENCIL_NONE, number(to), offset(from));
    else
        emit_one(a, is_float_register(to) ? STENCIL_MOVE_FLOAT : STENCIL_MOVE,
                 number(from), number(to), 0);
}

static Location scratch_slot(Allocator *a, int which)
{
    ASSERT(which == 0 || which == 1);
    (void)a;
    return (Location)(LOCATION_SPILL + ACTIVATION_SPILLS - 1 - which);
}

/* Runs `through` on the last word register, which is put back after. */
static void via_register(Allocator *a, const Move *m)
{
    const Location reg = LOCATION_INT + WORDS - 1;
    copy(a, scratch_slot(a, 0), reg);
    if (m->from == LOCATION_NONE) {
        uint64_t bits = a->trace->ins[m->constant].operand;
        emit_one(a, STENCIL_CONST64, STENCIL_NONE, number(reg), bits);
    } else {
        copy(a, reg, m->from);
    }
    copy(a, m->to, reg);
    copy(a, reg, scratch_slot(a, 0));
}

static void carry_out(Allocator *a, const Move *m)
{
    ASSERT(m->to != LOCATION_NONE);
    ASSERT(m->from != LOCATION_NONE || allocate_is_const(a, m->constant));
    if (is_spill(m->to) && (is_spill(m->from) || m->from == LOCATION_NONE))
        via_register(a, m);
    else if (m->from == LOCATION_NONE)
        move_constant(a, m->constant, is_float_register(m->to),
                      number(m->to));
    else
        copy(a, m->to, m->from);
}

static bool is_read(const Move *moves, int n, Location l, int except)
{
    for (int i = 0; i < n; i++)
        if (i != except && moves[i].from == l)
            return true;
    return false;
}

static void open_cycle(Allocator *a, Move *moves, int n)
{
    Location l = moves[0].to;
    Location slot = scratch_slot(a, 1);
    Move save = {slot, l, NO_REF};
    carry_out(a, &save);
    for (int i = 0; i < n; i++)
        if (moves[i].from == l)
            moves[i].from = slot;
}

void moves_emit(Allocator *a, Move *moves, int n)
{
    ASSERT(n >= 0);
    int kept = 0;
    for (int i = 0; i < n; i++)
        if (moves[i].to != moves[i].from)
            moves[kept++] = moves[i];
    n = kept;
    while (n > 0) {
        int done = -1;
        for (int i = 0; i < n && done < 0; i++)
            if (!is_read(moves, n, moves[i].to, i))
                done = i;
        if (done < 0) {
            open_cycle(a, moves, n);
            continue;
        }
        carry_out(a, &moves[done]);
        moves[done] = moves[--n];
    }
}
