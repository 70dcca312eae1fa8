/* SPDX-License-Identifier: MIT */
/* Copy and patch. */
#include "jit/emitter.h"
#include <stdlib.h>
#include <string.h>
#include "base/limits.h"
#include "exec/helpers.h"

static const void *const helpers[] = {
#define HELPER(result, name, ...) (const void *)(uintptr_t)&name,
#include "abi/helpers.def"
#undef HELPER
};

void emitter_init(Emitter *e, uint8_t *address, size_t capacity)
{
    ASSERT(capacity > 0);
    *e = (Emitter){.address = address, .capacity = capacity};
    e->code = malloc(capacity + STENCIL_STEP);
    e->failed = e->code == NULL;
}

void emitter_free(Emitter *e)
{
    free(e->code);
    free(e->fixups);
    free(e->outward);
}

/* Writes `value` (for relative kinds: the target's address) into a hole that
 * will run at `place`. */
static bool patch(uint8_t *hole, unsigned kind, uint64_t value,
                  const uint8_t *place)
{
    uint32_t ins;
    int64_t distance = (int64_t)(value - (uint64_t)(uintptr_t)place);
    if (kind == HOLE_REL32 || kind == HOLE_ABS32) {
        int64_t v = kind == HOLE_REL32 ? distance : (int32_t)value;
        memcpy(hole, &v, 4);
        return v == (int32_t)v;
    }
    switch (kind) {
    case HOLE_ABS64: memcpy(hole, &value, 8); return true;
    case HOLE_JUMP26:
        ASSERT((distance & 3) == 0);
        memcpy(&ins, hole, 4);
        ins = (ins & 0xfc000000) | ((uint32_t)(distance >> 2) & 0x03ffffff);
        memcpy(hole, &ins, 4);
        return distance >= -(1 << 27) && distance < 1 << 27;
    case HOLE_BRANCH19:
        ASSERT((distance & 3) == 0);
        memcpy(&ins, hole, 4);
        ins = (ins & 0xff00001f) | (((uint32_t)(distance >> 2) & 0x7ffff) << 5);
        memcpy(hole, &ins, 4);
        return distance >= -(1 << 20) && distance < 1 << 20;
    default: /* HOLE_MOVW0 to 3: 16 bits at bit 5 */
        ASSERT(kind >= HOLE_MOVW0 && kind <= HOLE_MOVW3);
        memcpy(&ins, hole, 4);
        ins = (ins & 0xffe0001f) |
              (uint32_t)(value >> (16 * (kind - HOLE_MOVW0)) & 0xffff) << 5;
        memcpy(hole, &ins, 4);
        return true;
    }
}

static void add_fixup(Emitter *e, Fixup f)
{
    ASSERT(f.value == VALUE_EXIT || f.value == VALUE_ERROR);
    ASSERT(f.exit >= 0 && f.at < e->capacity);
    ASSERT(e->n_fixups == 0 || e->fixups[e->n_fixups - 1].exit <= f.exit);
    if (e->n_fixups == e->fixup_capacity) {
        size_t wanted = e->fixup_capacity ? 2 * e->fixup_capacity
                                         : LIMIT_FIXUPS_FIRST;
        Fixup *p = realloc(e->fixups, wanted * sizeof *p);
        if (p == NULL) {
            e->failed = true;
            return;
        }
        e->fixups = p;
        e->fixup_capacity = wanted;
    }
    e->fixups[e->n_fixups++] = f;
}

static void add_outward(Emitter *e, uint32_t at, uint8_t kind)
{
    ASSERT(at < e->capacity);
    if (kind != HOLE_REL32 && kind != HOLE_JUMP26 && kind != HOLE_BRANCH19)
        return;
    if (e->n_outward == e->outward_capacity) {
        size_t wanted = e->outward_capacity ? 2 * e->outward_capacity
                                           : LIMIT_OUTWARD_FIRST;
        Outward *p = realloc(e->outward, wanted * sizeof *p);
        if (p == NULL) {
            e->failed = true;
            return;
        }
        e->outward = p;
        e->outward_capacity = wanted;
    }
    e->outward[e->n_outward++] = (Outward){at, kind};
}

/* Those whose values are not at hand. */
static void fill_target(Emitter *e, const Hole *h, size_t start,
                        const Patch *p)
{
    size_t at = start + h->offset;
    ASSERT(at < e->capacity);
    uint64_t value;
    switch (h->value) {
    case VALUE_HELPER:
        ASSERT(h->symbol >= 0 &&
               (size_t)h->symbol < sizeof helpers / sizeof *helpers);
        value = (uint64_t)(uintptr_t)helpers[h->symbol];
        add_outward(e, (uint32_t)at, h->kind);
        break;
    case VALUE_TARGET:
        if (p->target != NULL) {
            ASSERT(!p->target_is_inside ||
                   (p->target >= e->address &&
                    p->target <= e->address + e->size));
            value = (uint64_t)(uintptr_t)p->target;
            if (!p->target_is_inside)
                add_outward(e, (uint32_t)at, h->kind);
            break;
        }
        /* fallthrough */
    default: /* exits: placed behind the code */
        add_fixup(e, (Fixup){(uint32_t)at, h->addend, p->exit, h->kind,
                             h->value});
        return;
    }
    if (!patch(e->code + at, h->kind, value + (uint64_t)(int64_t)h->addend,
               e->address + at))
        e->failed = true;
}

void emitter_stencil(Emitter *e, Stencil s, const Patch *p)
{
    if (s.template == NULL || e->size + s.template->size > e->capacity)
        e->failed = true;
    if (e->failed)
        return;
    if (e->log != NULL)
        place_log_add(e->log, (PlaceOp){s.op, {s.in[0], s.in[1], s.in[2]},
                                        s.out, e->ref, p->exit,
                                        p->operand});
    size_t start = e->size, end = start + s.template->size;
    const Hole *holes = stencil_holes_of(s);
    stencil_write(s, e->code + start);
    const uint64_t at_hand[] = {
        [VALUE_OPERAND] = p->operand, [VALUE_OPERAND_HIGH] = p->operand >> 32,
        [VALUE_IMM] = p->imm,
        [VALUE_NEXT] = (uint64_t)(uintptr_t)(e->address + end),
    };
    for (unsigned i = 0; i < s.template->n_holes; i++) {
        const Hole *h = &holes[i];
        size_t at = start + h->offset;
        if (h->value > VALUE_NEXT)
            fill_target(e, h, start, p);
        else if (!patch(e->code + at, h->kind,
                        at_hand[h->value] + (uint64_t)(int64_t)h->addend,
                        e->address + at))
            e->failed = true;
    }
    e->size = end;
}

void emitter_resolve(Emitter *e, uint8_t value, int32_t exit, size_t target)
{
    ASSERT(value == VALUE_EXIT || value == VALUE_ERROR);
    for (; e->n_resolved < e->n_fixups; e->n_resolved++) {
        const Fixup *f = &e->fixups[e->n_resolved];
        if (f->exit > exit)
            break;
        ASSERT(f->exit == exit && f->value == value);
        uint64_t to = (uint64_t)(uintptr_t)(e->address + target) +
                      (uint64_t)(int64_t)f->addend;
        if (f->exit != exit || f->value != value ||
            !patch(e->code + f->at, f->kind, to, e->address + f->at))
            e->failed = true;
    }
}

/* The distance that a relative hole has now. */
static int64_t distance_in(const uint8_t *hole, uint8_t kind)
{
    int32_t bits;
    memcpy(&bits, hole, 4);
    switch (kind) {
    case HOLE_JUMP26: return (int64_t)((uint64_t)bits << 38) >> 36;
    case HOLE_BRANCH19: return ((int64_t)((uint64_t)bits << 40) >> 45) * 4;
    default: return bits;
    }
}

void emitter_move(Emitter *e, uint8_t *address)
{
    ASSERT(address != NULL && e->size <= e->capacity);
    if (NEVER(e->n_resolved != e->n_fixups))
        e->failed = true; /* an exit has no stub */
    for (size_t i = 0; i < e->n_outward; i++) {
        const Outward *o = &e->outward[i];
        ASSERT(o->at + 4 <= e->size);
        uint8_t *hole = e->code + o->at;
        uint64_t target = (uint64_t)(uintptr_t)(e->address + o->at) +
                          (uint64_t)distance_in(hole, o->kind);
        if (!patch(hole, o->kind, target, address + o->at))
            e->failed = true;
    }
    e->address = address;
}
