/* SPDX-License-Identifier: MIT */
/* Micro-ops: numbers, properties and bodies, from uops.def. */
#ifndef ADDER_EXEC_UOPS_H
#define ADDER_EXEC_UOPS_H

#include "abi/uop_frame.h"
#include "abi/uop_list.h"
#include "exec/activation.h"

typedef enum UopKind { KIND_OF_NONE, ANY, INT, FLOAT } UopKind;
typedef enum UopOperand {
    NO_OPERAND, VALUE, DOUBLE, POINTER, C_FUNCTION, GLOBALS, OFFSET, SHAPE, PAIR,
    OFFSET_SHAPE, CALL_PLAN, NUMBER, LOCAL, PARENT_REF, COMPARISON, OPERATOR,
    STAMP
} UopOperand;
enum { /* facts beside the kinds */
    FACT_NONE = 0,
    FACT_YIELDS = 0x100, /* | UopFact of the output */
    FACT_PROVES = 0x200, /* | UopFact of the input */
};
typedef enum UopFact { /* SHAPE: UopInfo.shape, or if that is 0 the operand */
    FACT_INT = 1, FACT_FLOAT, FACT_BOOL, FACT_SHAPE, FACT_CONST
} UopFact;

enum {
    PURE = 1 << 0,
    EXITS = 1 << 1,
    ERRORS = 1 << 2,
    CALLS = 1 << 3,
    LEAF = 1 << 4,
    GUARD = 1 << 5,
    FRAME = 1 << 6,
    PEEK = 1 << 7, /* leaves its inputs on the stack, as guards do */
    READS_ATTR = 1 << 8,
    READS_LIST = 1 << 9,
    READS_ITER = 1 << 10,
    READS_CELL = 1 << 11,
    READS_DICT = 1 << 12,
    READS_SHAPE = 1 << 13,
    FOLDS = 1 << 14,
    WRITES_ATTR = 1 << 16,
    WRITES_LIST = 1 << 17,
    WRITES_ITER = 1 << 18,
    WRITES_CELL = 1 << 19,
    WRITES_DICT = 1 << 20,
    WRITES_SHAPE = 1 << 21,
    UOP_READS = 0x3f00,
    UOP_WRITES = 0x3f0000,
    UOP_WRITES_SHIFT = 8, /* a WRITES_ bit shifted right is the READS_ bit */
    ALLOCATES = 1 << 24,
    QUIET = 1 << 25,
    SINKABLE = 1 << 26,
    CONSTANT = 1 << 27,
    PUSHES = 1 << 28,
    POPS = 1 << 29,
    NO_STENCIL = 1 << 30,
};

typedef struct UopInfo { /* the columns; ops that there are not are 0 */
    const char *name; /* with the leading underscore */
    uint8_t n_in, n_out;
    uint8_t in[3];
    uint8_t out;
    uint8_t operand;
    uint8_t n_choices;
    bool takes_immediate;
    uint8_t objects; /* bit i: OBJECT(i) */
    uint16_t fact;
    uint16_t swapped, negated, guards, each; /* Uops */
    uint32_t shape; /* of YIELDS_SHAPE */
    uint32_t effects;
} UopInfo;

extern const UopInfo uop_info[UOP_COUNT];

/* Whether inputs i and j may be one value: an object is no small int. */
bool uop_may_be_one(const UopInfo *info, int i, int j);
/* Whether the inputs may be in these registers, of words or of doubles: in one
 * only if they may be one value.  There are no stencils for others. */
bool uop_may_have(const UopInfo *info, const uint8_t registers[3]);

#endif
