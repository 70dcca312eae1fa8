/* SPDX-License-Identifier: MIT */
/* A small heap, and inputs for micro-ops: see stencil_world.c. */
#ifndef ADDER_TESTS_JIT_STENCIL_WORLD_H
#define ADDER_TESTS_JIT_STENCIL_WORLD_H

#include "exec/uops.h"

enum {
    WORLD_ITEMS = 6,
    WORLD_FRAMES = 3,
    WORLD_PLANS = 2,
    /* An offset with bits in both halves of 32, and a slot of an Instance, a
     * Tuple and a SlotArray as well: operands of all sizes lead there. */
    WORLD_FAR = 0x90020,
    WORLD_BLOCKS = 64, /* of the collector, that it may lie in */
};

/* Objects with items behind them are words in a World. */
#define WORLD_WORDS(Type, Item)                                               \
    (sizeof(Type) + WORLD_ITEMS * sizeof(Item)) / 8

/* One object of each layout that bodies look into; it is where all pointers
 * among generated inputs lead. */
typedef struct __attribute__((aligned(16))) World {
    Thread thread;
    Value locals[8];
    uint64_t instance[WORLD_WORDS(Instance, Slot)];
    uint64_t extra[WORLD_WORDS(SlotArray, Slot)];
    uint64_t array[WORLD_WORDS(SlotArray, Slot)];
    uint64_t tuple[WORLD_WORDS(Tuple, Slot)];
    uint64_t table[WORLD_WORDS(DictTable, DictEntry)];
    List list;
    Dict dict;
    RangeIter range_iter;
    SeqIter list_iter, tuple_iter;
    Cell cell;
    Function function;
    Method method;
    Native native;
    DoubleFunction doubles[2]; /* of one, of two */
    Float boxed;
    Activation running;
    Frame frames[WORLD_FRAMES]; /* caller, base, free */
    ExcState exc;
    uint8_t remembered[WORLD_BLOCKS];
    /* One that is resumed, and the base frame's own. */
    uint64_t generator[WORLD_WORDS(Generator, Value)];
    uint64_t running_generator[WORLD_WORDS(Generator, Value)];
    FramePlan plans[WORLD_PLANS];
    uint64_t str[WORLD_WORDS(Str, uint64_t)];
    /* What matters of world_far: see world_load. */
    uint64_t far_head[4], far_items[WORLD_ITEMS];
} World;

extern World world;
/* An object so large that its slots at WORLD_FAR are its own. */
extern uint64_t world_far[];

/* The state of the heap; what is far away comes and goes with it. */
void world_load(const World *w);
void world_save(World *w);

typedef enum WorldObject {
    WORLD_ANYTHING, /* the body looks at the value before it follows it */
    WORLD_INSTANCE, WORLD_LIST, WORLD_TUPLE, WORLD_DICT, WORLD_RANGE_ITER,
    WORLD_LIST_ITER, WORLD_TUPLE_ITER, WORLD_CELL, WORLD_FUNCTION,
    WORLD_METHOD, WORLD_NATIVE, WORLD_GENERATOR, WORLD_STR, WORLD_FLOAT, WORLD_BOOL,
} WorldObject;

/* What input i of a micro-op has been proved to be. */
WorldObject world_wants(unsigned op, int i);
/* A heap in some state that `op` may find. */
void world_make(World *w, unsigned op);
uint64_t world_value(unsigned op, int i);
uint64_t world_int(void);     /* a tagged one */
uint64_t world_imm(void);     /* a tagged one of 32 bits */
uint64_t world_double(void);
uint64_t world_operand(unsigned op, unsigned kind);
uint64_t world_answer(void);  /* of a helper */

#endif
