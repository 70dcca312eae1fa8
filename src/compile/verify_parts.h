/* SPDX-License-Identifier: MIT */
/* What verify.c and verify_step.c share. */
#ifndef ADDER_COMPILE_VERIFY_PARTS_H
#define ADDER_COMPILE_VERIFY_PARTS_H

#include "compile/code.h"

/*
 * What an item of the stack, or a local, may be: a set of kinds in the low 32
 * bits; in the high ones, if it is one thing only, which: for CODE and TUPLE the
 * number of the constant, plus 1; for CELLS how many; for UNFINISHED how many
 * cells it is still to get.
 */
typedef uint64_t Item;
enum {
    MAY_NULL = 1 << 0,
    MAY_UNBOUND = 1 << 1,
    MAY_JUNK = 1 << 2,       /* to be dropped only */
    MAY_UNFINISHED = 1 << 3, /* a function without its closure */
    MAY_NO_VALUE = (1 << 4) - 1,
    MAY_CELL = 1 << 4,
    MAY_BOOLEAN = 1 << 5,
    MAY_NONE = 1 << 6,
    MAY_LIST = 1 << 7,
    MAY_SET = 1 << 8,
    MAY_DICT = 1 << 9,
    MAY_TUPLE = 1 << 10,
    MAY_CELLS = 1 << 11, /* a tuple of cells */
    MAY_TEXT = 1 << 12,
    MAY_CODE = 1 << 13,
    MAY_FUNCTION = 1 << 14,
    MAY_EXCEPTION = 1 << 15,
    MAY_OBJECT = 1 << 16, /* whatever else */
};
#define ITEM_KINDS UINT64_C(0xffffffff)
static inline Item item_make(unsigned kind, uint32_t which)
{
    return kind | (Item)which << 32;
}
static inline uint32_t item_which(Item i) { return (uint32_t)(i >> 32); }
/* Whether it is surely one of these kinds. */
static inline bool item_is(Item i, unsigned kinds)
{
    return (i & ITEM_KINDS & ~(Item)kinds) == 0;
}
static inline bool item_is_value(Item i) { return !(i & MAY_NO_VALUE); }

/* A target of jumps or a handler. */
typedef struct VerifyLabel {
    uint32_t unit, depth;
    bool seen, waiting;
    bool resumed; /* behind RETURN_GENERATOR */
} VerifyLabel;

enum { NO_LABEL = -1, NO_UNIT = -2 }; /* of label_of: no instruction is there */

typedef struct Verifier {
    const Code *code;
    const char *reason;  /* why it is refused; NULL so far */
    uint32_t n_locals, width, depth;
    bool resumed;
    Item *now;           /* locals, then the stack */
    Item *states;        /* width for each label */
    VerifyLabel *labels;
    int32_t *label_of;   /* by unit */
    int32_t *work;       /* labels to go on from */
    int32_t n_labels, n_work;
    const ExceptionRow *met; /* the handler that has met the present state, */
    bool changed;            /* unless this says otherwise */
} Verifier;

/* One instruction: false and a reason if it may do harm. */
bool verify_step(Verifier *v, uint32_t unit, uint32_t next);
/* The present state at a jump's target. */
bool verify_jump(Verifier *v, uint32_t target);
/* The instruction may raise, its handler be entered. */
bool verify_raises(Verifier *v, Opcode op, uint32_t unit, uint32_t consumed);

#endif
