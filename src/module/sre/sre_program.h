/* SPDX-License-Identifier: MIT */
/*
 * What a pattern is when it runs: a graph of instructions, each of which names
 * the one after it, with tables beside it.  All of it is one object of the
 * heap, which never changes once it is made; `offset` is in bytes, from where the
 * tables begin.
 */
#ifndef ADDER_MODULE_SRE_PROGRAM_H
#define ADDER_MODULE_SRE_PROGRAM_H

#include "module/sre/sre_tree.h"

typedef enum SreOp {
    OP_FAIL,
    OP_SUCCESS,
    OP_CHAR,           /* a: the character */
    OP_STR,            /* a: offset of `b` characters, as SreLiteral says */
    OP_SET,            /* a: offset of a SreSet */
    OP_SET_SLOW,       /* the same, of a set that depends on the locale */
    OP_ANY,            /* but '\n' */
    OP_ANY_ALL,
    OP_AT,             /* x: AT_* */
    OP_MARK,           /* a: which */
    OP_RUN,            /* a single character, see SreIns */
    OP_RUN_POSSESSIVE, /* the same, never given back */
    OP_RUN_LAZY,
    OP_CHOICE,         /* a: offset of a SreChoice */
    OP_LOOP_BEGIN,     /* a: offset of a SreLoop */
    OP_LOOP,           /* the same: before each round */
    OP_CUT_BEGIN,      /* a: a register, which remembers the stack */
    OP_CUT,            /* a: the same; x: what is cut has marks to be kept */
    OP_LOOK_BEGIN,     /* a: a register; b: how far back */
    OP_LOOK,           /* a: the same */
    OP_NOT_BEGIN,      /* as OP_LOOK_BEGIN; c: goes on there if all fails */
    OP_NOT,
    OP_BACKREF,        /* a: group; x: a SreFold */
    OP_COND,           /* a: group; b: goes on there if it has not matched */
} SreOp;

/* What OP_RUN and the like repeat. */
typedef enum SreUnit {
    UNIT_ANY,
    UNIT_ANY_ALL,
    UNIT_CHAR,
    UNIT_NOT_CHAR,
    UNIT_SET,
    UNIT_SET_SLOW,
} SreUnit;

/* What must be where OP_RUN ends. */
typedef enum SreTail {
    TAIL_NONE, /* anything */
    TAIL_CHAR,
    TAIL_SET,
} SreTail;

/*
 * OP_RUN, OP_RUN_POSSESSIVE, OP_RUN_LAZY: x is a SreUnit and c its character or
 * set, repeated a to b times; y is a SreTail and d its character or set.
 */
typedef struct SreIns {
    uint8_t op; /* SreOp */
    uint8_t x, y;
    uint32_t next; /* index of the instruction after it */
    uint32_t a, b, c, d;
} SreIns;

/* Characters: as bytes, if all are below 256, and as uint32_t. */
typedef struct SreLiteral {
    uint32_t len;
    uint32_t narrow; /* bytes[0...] are valid */
    uint32_t bytes;  /* their offset */
    uint32_t wide[];
} SreLiteral;

/*
 * One of several ways, the first that leads to a match.  By the next character
 * a mask says which can: mask[class_of[c]] for one below 256, high_mask above,
 * end_mask at the end.
 */
enum { CHOICE_MAX = 64 };
typedef struct SreChoice {
    uint64_t high_mask, end_mask;
    uint32_t n;
    uint32_t targets[CHOICE_MAX];
    uint8_t class_of[256];
    uint64_t mask[];
} SreChoice;

/* A repeat that counts, or whose body may consume nothing. */
typedef struct SreLoop {
    uint32_t min, max;
    uint32_t body;     /* where a round begins */
    uint32_t number;   /* of its counters */
    uint32_t choice;   /* offset of a SreChoice of body (1) and exit (2) */
    uint32_t lazy;
} SreLoop;

/* Where matches can begin. */
typedef enum SreStart {
    START_ANYWHERE,
    START_SET,       /* `set` */
    START_CHAR,      /* `literal` */
    START_LITERAL,   /* offset of a SreLiteral */
    START_BEGINNING, /* of the text */
    START_LINE,      /* of a line */
} SreStart;

typedef struct SreProgram {
    uint32_t tables;    /* where they are, from the program's beginning */
    uint32_t words;     /* the SRE code, in the tables */
    uint32_t n_words;
    uint32_t entry;     /* the first instruction */
    uint32_t n_marks;   /* that it may set: two for each group */
    uint32_t n_loops, n_cuts; /* counters and registers */
    uint8_t start;      /* SreStart */
    bool plain;         /* the whole pattern is the literal */
    bool has_run;       /* it begins with `run`, see sre_engine.h */
    uint32_t run;       /* an OP_RUN or the like */
    uint32_t literal;   /* of START_CHAR, START_LITERAL */
    SreSet set;         /* of START_SET */
    SreIns code[];
} SreProgram;

/* What lies at an offset in the tables. */
#define SRE_AT(tables, Type, offset)                                          \
    ((const Type *)(const void *)((const char *)(tables) + (offset)))

/*
 * The program of n words, as a Bytes; NULL with an exception: RuntimeError if
 * the words make no sense.
 */
Bytes *sre_program_new(Thread *t, const uint32_t *words, int64_t n,
                       int64_t groups);
static inline const SreProgram *sre_program_of(const Bytes *b)
{
    return (const SreProgram *)(const void *)b->data;
}

#endif
