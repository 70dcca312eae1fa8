/* SPDX-License-Identifier: MIT */
/* Finding a stencil and putting its registers' numbers into its template. */
#include "jit/stencil.h"

#include <string.h>
#include "base/base.h"
#include "exec/uops.h"

StencilGroups stencil_groups_of(unsigned op)
{
    /* No branch on which it is, which would often be mispredicted. */
    unsigned gap = op >= STENCIL_ENTRY ? STENCIL_ENTRY - UOP_COUNT : 0;
    if (op >= STENCIL_LIMIT || op - UOP_COUNT < STENCIL_ENTRY - UOP_COUNT)
        return (StencilGroups){0, 0, 1};
    return stencil_ops[op - gap];
}

/* The index of these registers among the choices of the free ones; -1: the group
 * has others. */
static int choice_of(const StencilGroup *g, const uint8_t *reg)
{
    int choice = 0, others = 0;
#pragma GCC unroll 4
    for (int i = 0; i < 4; i++) { /* no branches: they would be missed */
        bool free = g->role[i] == STENCIL_FREE;
        uint8_t wanted = g->role[i] == STENCIL_SAME ? reg[0] : g->role[i];
        choice = free ? choice * STENCIL_REGISTERS + reg[i] : choice;
        others |= free ? reg[i] >= STENCIL_REGISTERS : reg[i] != wanted;
    }
    return others ? -1 : choice;
}

static Stencil make(unsigned op, unsigned sub, const StencilGroup *g,
                    int choice, const uint8_t *reg)
{
    Stencil s = {.op = (uint16_t)op, .sub = (uint16_t)sub};
    char which = stencil_selectors[g->selector + choice];
    memcpy(s.reg, reg, sizeof s.reg);
    if (which != SELECTOR_ABSENT)
        s.template = &stencil_templates[g->template + which - SELECTOR_FIRST];
    return s;
}

Stencil stencil_find(unsigned op, unsigned sub, uint8_t in0, uint8_t in1,
                     uint8_t in2, uint8_t out)
{
    const uint8_t reg[4] = {in0, in1, in2, out};
    StencilGroups groups = stencil_groups_of(op);
    unsigned i = sub * groups.each + (groups.each == 2 && in1 == STENCIL_IMM);
    if (i >= groups.n)
        return (Stencil){.template = NULL};
    const StencilGroup *g = &stencil_groups[groups.first + i];
    int choice = choice_of(g, reg);
    return choice < 0 ? (Stencil){.template = NULL}
                      : make(op, sub, g, choice, reg);
}

void stencil_write(Stencil s, uint8_t *restrict to)
{
    const StencilTemplate *template = s.template;
    const StencilField *f = &stencil_fields[template->field];
    const StencilField *end = f + template->n_fields;
    ASSERT(template->code + template->size + STENCIL_STEP <= stencil_code_size);
    for (unsigned i = 0; i < template->size; i += STENCIL_STEP)
        memcpy(to + i, stencil_code + template->code + i, STENCIL_STEP);
    /* Byte by byte: a word of which a part has just been written would have to
     * wait for that. */
    for (; f < end; f++) {
        const StencilEncoding *e = &stencil_encodings[f->encoding];
        uint8_t reg = s.reg[f->role], *at = to + f->byte;
        ASSERT(reg < STENCIL_REGISTERS);
        uint16_t number = e->numbers[reg];
        ASSERT(f->byte + (number > 0xff ? e->distance : 0) < template->size);
        at[0] |= (uint8_t)number;
        at[e->distance] |= (uint8_t)(number >> 8);
    }
}

unsigned stencil_choices(unsigned group)
{
    unsigned n = 1;
    for (int i = 0; i < 4; i++)
        if (stencil_groups[group].role[i] == STENCIL_FREE)
            n *= STENCIL_REGISTERS;
    return n;
}

Stencil stencil_of_group(unsigned op, unsigned group, unsigned choice)
{
    StencilGroups groups = stencil_groups_of(op);
    const StencilGroup *g = &stencil_groups[group];
    uint8_t reg[4];
    unsigned rest = choice;
    for (int i = 3; i >= 0; i--) {
        reg[i] = g->role[i];
        if (g->role[i] == STENCIL_FREE) {
            reg[i] = (uint8_t)(rest % STENCIL_REGISTERS);
            rest /= STENCIL_REGISTERS;
        }
    }
    for (int i = 0; i < 4; i++)
        if (reg[i] == STENCIL_SAME)
            reg[i] = reg[0];
    unsigned sub = (group - groups.first) / groups.each;
    return make(op, sub, g, (int)choice, reg);
}
