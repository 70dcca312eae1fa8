/* SPDX-License-Identifier: MIT */
/*
 * Which locals are surely bound where: a forward analysis with one bit per
 * local.  It starts from "everything is bound" at each label and takes bits
 * away until nothing changes (the greatest fixed point), so loops need no
 * special care.  An exception may leave a region before any of its
 * instructions, hence a handler meets the state in front of each of them;
 * states only grow between deletions, so the first and those behind a
 * deletion suffice.  Where locals times labels is huge the first locals alone
 * are looked at: loads of the others stay checked.
 */
#include <string.h>
#include "compile/flow.h"

enum { STATE_WORDS_MAX = 1 << 21 };

typedef struct Bound {
    Emitter *e;
    size_t words; /* of a state, 64 locals each */
    uint64_t *at_label; /* words for each label */
    uint64_t *state;
    bool changed;
} Bound;

static void bit_set(uint64_t *s, uint32_t i)
{
    s[i / 64] |= UINT64_C(1) << (i % 64);
}
static void bit_clear(uint64_t *s, uint32_t i)
{
    s[i / 64] &= ~(UINT64_C(1) << (i % 64));
}
static bool bit_get(const uint64_t *s, uint32_t i)
{
    return (s[i / 64] >> (i % 64)) & 1;
}

static void label_meet(Bound *b, int32_t label)
{
    uint64_t *to = b->at_label + (size_t)label * b->words;
    for (size_t i = 0; i < b->words; i++) {
        uint64_t met = to[i] & b->state[i];
        b->changed |= met != to[i];
        to[i] = met;
    }
}

/* Applies one instruction to the state; true if it took a bit away. */
static bool step(Bound *b, const Instr *in)
{
    if (in->arg / 64 >= b->words)
        return false;
    switch (in->op) {
    case OP_STORE_FAST:
    case OP_LOAD_FAST_CHECK: bit_set(b->state, in->arg); return false;
    case OP_LOAD_FAST_AND_CLEAR:
    case OP_DELETE_FAST: bit_clear(b->state, in->arg); return true;
    default: return false;
    }
}

static void walk(Bound *b, const uint64_t *entry)
{
    Emitter *e = b->e;
    bool live = true;
    int32_t met = 0; /* the handler that has met the present state */
    memcpy(b->state, entry, b->words * sizeof(uint64_t));
    for (int32_t i = 0; i < e->n; i++) {
        const Instr *in = &e->instrs[i];
        if (in->op == EMIT_LABEL) {
            if (live)
                label_meet(b, in->target);
            memcpy(b->state, b->at_label + (size_t)in->target * b->words,
                   b->words * sizeof(uint64_t));
            live = true;
            met = 0;
        } else if (in->op < OPCODE_COUNT) {
            if (in->handler != met && in->handler != 0)
                label_meet(b, e->handlers[in->handler].label);
            met = step(b, in) ? 0 : in->handler;
            if (opcode_flags[in->op] & OP_J)
                label_meet(b, in->target);
            if (opcode_flags[in->op] & OP_E)
                live = false;
        }
    }
}

/* The last walk, on final states. */
static void rewrite(Bound *b, const uint64_t *entry)
{
    Emitter *e = b->e;
    memcpy(b->state, entry, b->words * sizeof(uint64_t));
    for (int32_t i = 0; i < e->n; i++) {
        Instr *in = &e->instrs[i];
        if (in->op == EMIT_LABEL) {
            memcpy(b->state, b->at_label + (size_t)in->target * b->words,
                   b->words * sizeof(uint64_t));
        } else if (in->op == OP_LOAD_FAST_CHECK &&
                   in->arg / 64 < b->words && bit_get(b->state, in->arg)) {
            in->op = OP_LOAD_FAST;
        } else if (in->op < OPCODE_COUNT) {
            step(b, in);
        }
    }
}

void flow_bound_locals(Emitter *e, int n_locals, int n_bound)
{
    size_t labels = (size_t)e->n_labels + 1;
    size_t words = ((size_t)n_locals + 63) / 64;
    if (words > STATE_WORDS_MAX / labels + 1)
        words = STATE_WORDS_MAX / labels + 1;
    Bound b = {
        .e = e,
        .words = words,
        .at_label = emit_alloc(e->arena, labels * words * sizeof(uint64_t)),
        .state = emit_alloc(e->arena, words * sizeof(uint64_t))};
    uint64_t *entry = emit_alloc(e->arena, words * sizeof(uint64_t));
    memset(b.at_label, 0xff, labels * words * sizeof(uint64_t));
    for (int i = 0; i < n_bound && (size_t)i / 64 < words; i++)
        bit_set(entry, (uint32_t)i);
    do {
        b.changed = false;
        walk(&b, entry);
    } while (b.changed);
    rewrite(&b, entry);
}
