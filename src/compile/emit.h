/* SPDX-License-Identifier: MIT */
/*
 * Emitter: the instructions of one code object while it is generated, as a
 * list with labels and protected regions.  emit_finish optimizes the list
 * (flow.c) and lays out the units.  Everything lies in the compiler's arena;
 * constants and names are kept alive by the Constants' own heap objects.
 */
#ifndef ADDER_COMPILE_EMIT_H
#define ADDER_COMPILE_EMIT_H

#include "base/arena.h"
#include "compile/code.h"

/* Where an instruction comes from; line 0: nowhere. */
typedef struct Pos {
    int32_t line, end_line;
    int32_t col, end_col; /* UTF-8 bytes; -1: none */
} Pos;
#define NO_POS ((Pos){0, 0, -1, -1})

/* Entries of the list that make no units. */
enum {
    EMIT_LABEL = OPCODE_COUNT, /* target is defined here */
    EMIT_TRY,                  /* region `arg` of handlers is entered here */
    EMIT_DEAD                  /* was removed */
};

typedef struct Instr {
    uint16_t op;
    uint16_t reached;
    int32_t handler; /* index into Emitter.handlers; 0: none */
    uint32_t arg;
    int32_t target;  /* label of a jump, or the label itself */
    Pos pos;
} Instr;

typedef struct Handler {
    int32_t label;
    int32_t outer;
    int32_t drop;  /* items on the stack at entry that the handler loses */
    int32_t depth; /* known after emit_finish's stack walk */
    bool push_unit;
} Handler;

typedef struct Emitter { /* stays where emit_init has found it */
    Arena *arena;
    Instr *instrs;     /* at first the one below */
    int32_t n, capacity;
    int32_t n_labels;
    Handler *handlers; /* number 0 is unused; at first those below */
    int32_t n_handlers, handlers_capacity;
    int32_t handler;   /* the innermost region now open */
    Pos pos;           /* for the instructions to come */
    bool failed;       /* there was no memory for all of it */
    Instr first_instr; /* what there is room for even without memory */
    Handler first_handlers[2];
} Emitter;

/* What emit_finish makes. */
typedef struct Assembly {
    CodeUnit *units;
    ExceptionRow *exceptions;
    PositionRow *positions;
    uint32_t n_units, n_exceptions, n_positions;
    int32_t stack_size;
} Assembly;

/* Zeroed memory; where there is none, compile_tree raises MemoryError. */
void *emit_alloc(Arena *arena, size_t size);

void emit_init(Emitter *e, Arena *arena);
void emit_op(Emitter *e, Opcode op, uint32_t arg);
void emit_jump(Emitter *e, Opcode op, int label);
int emit_label_new(Emitter *e);
void emit_label(Emitter *e, int label);
/* A label at this place. */
int emit_here(Emitter *e);
/* Opens a region whose exceptions go to `label`, with the stack as it is now
 * less `drop` items.  Answers what emit_try_end takes. */
int emit_try_begin(Emitter *e, int label, int drop, bool push_unit);
void emit_try_end(Emitter *e, int handler);

/*
 * Optimizes and lays out.  The first n_bound of n_locals locals are arguments;
 * false when the code is too long or too deep.
 */
bool emit_finish(Emitter *e, int n_locals, int n_bound, Assembly *out);

#endif
