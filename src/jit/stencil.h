/* SPDX-License-Identifier: MIT */
/*
 * Stencils: machine code of micro-ops with holes, as the generator writes them
 * into Stencils/ and the emitter copies and patches them.
 *
 * A stencil is one choice of registers for an op.  Those that differ in nothing
 * but the registers' numbers are one template: code with fields where the
 * numbers go.  An op's stencils are a group, or several: one for each choice that
 * its operand makes, with and without a constant; a group has a template for
 * each way in which the choice of registers changes the encoding, and a selector
 * says which.
 *
 * Registers that pass through every stencil: the thread, the activation, r0-r5
 * (words) and x0-x7 (doubles).  A stencil's variant says in which of them its
 * inputs and its output are.
 *
 *   one input               output in any register of its kind
 *   two or more, output     output replaces the first input if their kinds
 *                           agree, else it is free
 *   an object and an int    (OBJECT in uops.def) never in the same register
 *   second input STENCIL_IMM  it is a constant: hole HOLE_IMM
 *   ops that call C         inputs in r0 r1 r2 (x0 ... for doubles), output in
 *                           r0 (x0); every other register is lost
 */
#ifndef ADDER_JIT_STENCIL_H
#define ADDER_JIT_STENCIL_H

#include <stdint.h>

enum {
    STENCIL_NONE = 0xff, STENCIL_IMM = 0xfe,
    STENCIL_SAME = 0xf1, STENCIL_FREE = 0xf0, /* of groups */
    STENCIL_REGISTERS = 8, /* doubles; there are fewer words */
    STENCIL_STEP = 32,     /* bytes copied at a time */
};

typedef enum HoleKind { /* how the value is written */
    HOLE_ABS32,   /* 32 bits, zero- or sign-extended by the instruction */
    HOLE_ABS64,
    HOLE_REL32,   /* x86_64: target - place + addend */
    HOLE_JUMP26,  /* aarch64 b, bl */
    HOLE_BRANCH19, /* aarch64 b.cond, cbz */
    HOLE_MOVW0,   /* aarch64 movz/movk, bits 0-15 */
    HOLE_MOVW1,
    HOLE_MOVW2,
    HOLE_MOVW3,
} HoleKind;

typedef enum HoleValue { /* what is written */
    VALUE_OPERAND,      /* the operand, whole or its low 32 bits */
    VALUE_OPERAND_HIGH, /* its upper 32 bits */
    VALUE_IMM,          /* bits of the constant second input */
    VALUE_NEXT,         /* the code behind this stencil */
    VALUE_EXIT,         /* the exit stub of the instruction's snapshot */
    VALUE_ERROR,        /* its error stub */
    VALUE_HELPER,       /* `symbol`: a function of helpers.def */
    VALUE_TARGET,       /* jumps and stubs: where to */
} HoleValue;

typedef struct Hole {
    uint16_t offset;
    uint8_t kind;  /* HoleKind */
    uint8_t value; /* HoleValue */
    int32_t addend;
    int16_t symbol; /* index in helpers.def order; -1 */
} Hole;

/* Stencils that are no micro-ops follow those numbered UOP_COUNT on. */
typedef enum StencilOp {
    STENCIL_ENTRY = 0x400, /* C function (t, activation, code): sets up and
                              jumps to the code; plain C convention */
    STENCIL_LEAVE,     /* registers into the activation, back to ENTRY's caller */
    STENCIL_EXIT,      /* activation->exit = operand, then jumps to TARGET (the
                          LEAVE stencil) */
    STENCIL_MOVE,      /* out = in0, words */
    STENCIL_MOVE_FLOAT,
    STENCIL_SPILL,     /* activation byte offset OPERAND = in0 */
    STENCIL_SPILL_FLOAT,
    STENCIL_FILL,      /* out = activation byte offset OPERAND */
    STENCIL_FILL_FLOAT,
    STENCIL_CONST32,   /* out = OPERAND, sign-extended 32 bits */
    STENCIL_CONST64,
    STENCIL_CONST_FLOAT,
    STENCIL_LOAD_LOCAL, /* out = activation->locals[], byte offset OPERAND */
    STENCIL_STORE_LOCAL, /* activation->locals[], byte offset OPERAND = in0 */
    STENCIL_JUMP,      /* jumps to TARGET */
    STENCIL_SET_LOCALS, /* nothing in registers: reserved */
    STENCIL_LANDING,   /* endbr64, bti: for code that is jumped to by ENTRY */
    STENCIL_LIMIT,
} StencilOp;

/* ---- the tables of the platform's file in Stencils/ ---- */
typedef struct StencilEncoding { /* how instructions hold a register's number */
    uint16_t distance; /* in bytes, from one that it is in to the other */
    uint16_t numbers[STENCIL_REGISTERS]; /* low byte, and high byte: in that */
} StencilEncoding;

typedef struct StencilField {
    uint16_t byte;     /* the first that has a part of it */
    uint8_t role;      /* whose number: inputs 0 to 2, 3: the output */
    uint8_t encoding;  /* index in stencil_encodings */
} StencilField;

typedef struct StencilTemplate {
    uint32_t code;     /* offset in stencil_code */
    uint16_t size;     /* bytes; a final jump to NEXT has been cut off */
    uint16_t field;    /* index in stencil_fields */
    uint16_t hole;     /* index in stencil_holes */
    uint8_t n_fields, n_holes;
} StencilTemplate;

typedef struct StencilGroup {
    uint8_t role[4];   /* register of in[0] to in[2] and of out: its number,
                          STENCIL_NONE, STENCIL_IMM, STENCIL_FREE, or
                          STENCIL_SAME as in[0]'s */
    uint16_t template; /* the first, index in stencil_templates */
    uint16_t selector; /* offset in stencil_selectors of as many characters as
                          there are choices of the free registers: SELECTOR_FIRST
                          and on */
} StencilGroup;

typedef struct StencilGroups { /* of an op */
    uint16_t first;    /* index in stencil_groups */
    uint8_t n;         /* 0: no such op */
    uint8_t each;      /* for each choice of the operand: 2 with a constant */
} StencilGroups;

enum { SELECTOR_FIRST = '0', SELECTOR_ABSENT = '.' };
/* Index in stencil_ops of what is no micro-op. */
#define STENCIL_INDEX(piece) (UOP_COUNT + (piece) - STENCIL_ENTRY)

extern const StencilEncoding stencil_encodings[];
extern const uint8_t stencil_code[]; /* STENCIL_STEP bytes behind the last */
extern const uint32_t stencil_code_size;
extern const StencilField stencil_fields[];
extern const Hole stencil_holes[];
extern const StencilTemplate stencil_templates[];
extern const char stencil_selectors[];
extern const StencilGroup stencil_groups[];
extern const StencilGroups stencil_ops[];

/* ---- one stencil: two words, which are passed in registers ---- */
typedef struct Stencil {
    const StencilTemplate *template; /* NULL: there is none */
    uint16_t op;       /* Uop or StencilOp */
    uint16_t sub;      /* COMPARE_OP_*, IS_OP: the operand; else 0 */
    union {            /* registers; STENCIL_NONE, STENCIL_IMM */
        struct {
            uint8_t in[3], out;
        };
        uint8_t reg[4]; /* by role */
    };
} Stencil;

Stencil stencil_find(unsigned op, unsigned sub, uint8_t in0, uint8_t in1,
                     uint8_t in2, uint8_t out);
static inline const Hole *stencil_holes_of(Stencil s)
{
    return &stencil_holes[s.template->hole];
}
/* Writes its template's `size` bytes, holes as they are, and up to STENCIL_STEP
 * more. */
void stencil_write(Stencil s, uint8_t *to);
/* The groups of an op; n is 0 where there are none. */
StencilGroups stencil_groups_of(unsigned op);
/* The stencil of a group (index in stencil_groups) for the `choice`th of the
 * choices of its free registers, of stencil_choices: what selectors are indexed
 * by. */
Stencil stencil_of_group(unsigned op, unsigned group, unsigned choice);
unsigned stencil_choices(unsigned group);

#endif
