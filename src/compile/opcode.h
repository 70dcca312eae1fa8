/* SPDX-License-Identifier: MIT */
/* The instruction set: numbers, names and properties from opcodes.def. */
#ifndef ADDER_COMPILE_OPCODE_H
#define ADDER_COMPILE_OPCODE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum Opcode {
#define OP(name, caches, flags) OP_##name,
#define SPECIAL(name, base) OP_##name,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
    OPCODE_COUNT
} Opcode;

typedef uint32_t CodeUnit;

static inline Opcode unit_opcode(CodeUnit u) { return (Opcode)(u & 0xff); }
static inline uint32_t unit_arg(CodeUnit u) { return u >> 8; }
static inline int32_t unit_signed_arg(CodeUnit u) { return (int32_t)u >> 8; }
static inline CodeUnit unit_make(Opcode op, uint32_t arg)
{
    return (CodeUnit)op | arg << 8;
}

extern const char *const opcode_names[OPCODE_COUNT];
extern const uint8_t opcode_caches[OPCODE_COUNT];
extern const uint8_t opcode_flags[OPCODE_COUNT];
extern const uint8_t opcode_base[OPCODE_COUNT]; /* itself if not special */

/* How many items the instruction (any form) takes off the stack and how many
 * it puts there, when it jumps or falls through. */
void opcode_stack_effect(Opcode op, uint32_t arg, bool jumps, uint32_t *pops,
                         uint32_t *pushes);

#endif
