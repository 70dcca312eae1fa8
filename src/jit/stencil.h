/* SPDX-License-Identifier: MIT */
/*
 * Stencils: machine code of micro-ops with holes, as the generator writes them
 * into Stencils/ and the emitter copies and patches them.
 *
 * Registers that pass through every stencil: the thread, the activation, r0-r5
 * (words) and x0-x5 (doubles).  A stencil's variant says in which of them its
 * inputs and its output are.
 *
 *   one input               output in any register of its kind
 *   two or more, output     output replaces the first input if their kinds
 *                           agree, else it is free
 *   second input STENCIL_IMM  it is a constant: hole HOLE_IMM
 *   ops that call C         inputs in r0 r1 r2 (x0 ... for doubles), output in
 *                           r0 (x0); every other register is lost
 */
#ifndef ADDER_JIT_STENCIL_H
#define ADDER_JIT_STENCIL_H

#include <stdint.h>

enum { STENCIL_NONE = 0xff, STENCIL_IMM = 0xfe };

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
} StencilOp;

typedef struct Stencil {
    uint16_t op;       /* Uop or StencilOp */
    uint8_t sub;       /* COMPARE_OP_*, IS_OP: the operand; else 0 */
    uint8_t in[3], out; /* registers; STENCIL_NONE, STENCIL_IMM */
    uint16_t size;     /* bytes; a final jump to NEXT has been cut off */
    uint16_t n_holes;
    uint32_t code;     /* offset in stencil_code */
    uint32_t hole;     /* index in stencil_holes */
} Stencil;

/* The tables of the platform's file in Stencils/, sorted by op and registers. */
extern const Stencil stencil_table[];
extern const uint32_t stencil_count;
extern const uint8_t stencil_code[];
extern const Hole stencil_holes[];

#endif
