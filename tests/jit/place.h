/* SPDX-License-Identifier: MIT */
/* Placing stencils in code memory and running them: see place.c. */
#ifndef ADDER_TESTS_JIT_PLACE_H
#define ADDER_TESTS_JIT_PLACE_H

#include "jit/stencil.h"
#include "exec/activation.h"

enum {
    PLACE_REGISTERS = ACTIVATION_DOUBLES, /* and fewer words */
    /* Behind the activation there is a word at this offset from it. */
    PLACE_FAR = 0x30008,
    PLACE_MOST = 1024, /* bytes of a stencil */
};

/* A stencil's code and holes, or what a mutant has in their stead. */
typedef struct Piece {
    uint8_t code[PLACE_MOST];
    const Hole *holes;
    unsigned size, n_holes;
} Piece;

typedef struct Places { /* what holes take */
    uint64_t operand, imm;
    const uint8_t *exit, *error, *target;
    const void *const *helpers; /* mock_helpers in place_code */
} Places;

extern Activation *const place_activation;

/* Gets code memory near the program; says why, if there is none. */
const char *place_init(void);
Piece place_piece(const Stencil *s);
/* A template with the numbers of four registers (in[0] to in[2], out) in these
 * fields, `n` of them. */
Piece place_template(const StencilTemplate *t, const StencilField *fields,
                     unsigned n, const uint8_t *reg);
/* A piece's bytes as they are at an address. */
void place_bytes(const Piece *piece, const Places *p, uint8_t *out,
                 uint64_t address);
/* Puts ENTRY and LEAVE where place_run finds them; NULL: those of the table. */
void place_shims(const Piece *entry, const Piece *leave);
/* Code that fills all registers from the first spill slots, runs the piece and
 * stores them. */
const uint8_t *place_code(const Piece *piece, Places p);
/* Runs it; what it did to registers that are no one's to change, or NULL. */
const char *place_run(Thread *t, const uint8_t *at);
uint64_t place_spill_offset(int slot);

#endif
