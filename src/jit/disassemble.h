/* SPDX-License-Identifier: MIT */
/*
 * Disassembly, one instruction at a time, for -X explain.  Two files implement
 * it: disassemble_capstone.c, and disassemble_none.c for builds without that
 * library, which never decodes anything.
 */
#ifndef ADDER_JIT_DISASSEMBLE_H
#define ADDER_JIT_DISASSEMBLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum LastOperand {
    LAST_IN_TEXT, /* nothing of interest */
    LAST_TARGET,  /* `value` is the address that a branch or call goes to */
    LAST_WORD,    /* `value` is a constant that goes into a register */
} LastOperand;

typedef struct Disassembled {
    char text[120];   /* mnemonic and operands, without one that is in `value` */
    LastOperand last;
    uint64_t value;
} Disassembled;

/* Decodes the instruction at code[0], which runs at `address`, for a processor
 * as in the names of the files in Stencils/ ("x86_64", "aarch64").  The bytes
 * it has; 0 if it can't be decoded or there is no disassembler. */
size_t disassemble(const char *processor, const uint8_t *code, size_t n,
                   uint64_t address, Disassembled *d);

#endif
