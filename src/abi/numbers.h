/* SPDX-License-Identifier: MIT */
/*
 * Numbers that compiled code holds, written down: the lists that they are
 * counted in elsewhere (types.def) may grow, and assert that these stay.
 */
#ifndef ADDER_ABI_NUMBERS_H
#define ADDER_ABI_NUMBERS_H

enum { /* SHAPE_NAME of object/type/type.h */
    ABI_SHAPE_INT = 3,
    ABI_SHAPE_FLOAT = 5,
    ABI_SHAPE_FUNCTION = 22,
};

typedef enum CompareOp { /* the order of COMPARE_OP's argument */
    COMPARE_LT = 0,
    COMPARE_LE = 1,
    COMPARE_EQ = 2,
    COMPARE_NE = 3,
    COMPARE_GT = 4,
    COMPARE_GE = 5,
} CompareOp;

/* Result of a micro-op's body. */
typedef enum UopResult {
    UOP_NEXT = 0,
    UOP_EXIT = 1,  /* not for this op: nothing has been done */
    UOP_ERROR = 2, /* an exception is set */
} UopResult;

#endif
