/* SPDX-License-Identifier: MIT */
/*
 * The lists of instrs.def against what opcode.c says of the stack, and against
 * their own law: a miss finds the operands, and all else, as they were, so what
 * may miss comes before what does anything.  What they put above the stack that
 * the compiler counts is within INSTR_SCRATCH, and is gone where Python runs.
 */
#include "../tap.h"
#include "exec/call.h"
#include "exec/run_uops.h"

typedef struct Walk {
    int64_t height;   /* of the stack, from where it began */
    bool acted;       /* something has been done */
    bool too_late;    /* and then something could miss */
    bool has_jumped;  /* on all ways */
    bool may_jump;
    int64_t jump_height;
    int64_t peak;     /* the greatest height */
    int64_t called_at; /* the greatest that a call of Python has left */
} Walk;

static void may_miss(Walk *w)
{
    w->too_late |= w->acted;
}
static void act(Walk *w, int64_t delta)
{
    w->acted = true;
    w->height += delta;
    if (w->height > w->peak)
        w->peak = w->height;
}
static void run_uop(Walk *w, uint32_t effects, int64_t delta)
{
    if (effects & EXITS)
        may_miss(w);
    if (!(effects & GUARD))
        act(w, delta);
    if ((effects & CALLS) && w->height > w->called_at)
        w->called_at = w->height;
}
static void jump(Walk *w, int64_t delta)
{
    w->may_jump = true;
    w->jump_height = w->height + delta;
}

#define INSTR(NAME)                                                           \
    static void walk_##NAME(Walk *w, uint32_t arg)                            \
    {                                                                         \
        (void)w, (void)arg;
#define U(NAME, ...) run_uop(w, EFFECTS_##NAME, DELTA_##NAME);
#define EITHER(CONDITION, NAME, OTHER, OPERAND)                               \
    if (CONDITION)                                                            \
        U(NAME)                                                               \
    else                                                                      \
        U(OTHER)
#define AT(NAME, DEPTH) run_uop(w, EFFECTS_##NAME, DELTA_##NAME + 1);
#define OVER(NAME, N, OPERAND)                                                \
    run_uop(w, EFFECTS_##NAME, DELTA_##NAME - (int64_t)(N));
#define SPREAD(NAME, N) act(w, (int64_t)(N) - 1);
#define R(NAME, OPERAND, CALL) w->acted = true;
#define J(NAME, OPERAND, ENDED)                                               \
    jump(w, -1);                                                              \
    w->acted = true;
#define JUMP                                                                  \
    jump(w, 0);                                                               \
    w->has_jumped = true;
#define JUMP_IF(NAME, OPERAND)                                                \
    act(w, -1);                                                               \
    jump(w, 0);
#define ADAPTIVE
#define UNCHANGED may_miss(w);
#define KEYS(DICT, VERSION, NAME) may_miss(w);
#define ENTRY(DICT, I, NAME) act(w, 1);
#define PICK(N) act(w, 1);
#define EXCHANGE(N) act(w, 0);
#define DROP act(w, -1);
#define UNDER(N) act(w, -(int64_t)(N));
#define NULL_FOR_CALL act(w, arg & 1);
#define FITS(FORM) may_miss(w);
#define CALL_FITS(FORM) may_miss(w);
#define OPERANDS
#define ANSWER(VALUE)                                                         \
    w->acted = true;                                                          \
    w->height = -1 - (int64_t)arg;
#define RESULT(CALL) ANSWER(CALL)
#define BY(N, CALL) act(w, 1 - (int64_t)(N));
#define BY_TWO(N, CALL) act(w, 2 - (int64_t)(N));
#define FOUND_BY(N, CALL, METHOD) act(w, 1 + (arg & 1) - (int64_t)(N));
#define INTO(N, CALL) act(w, (int64_t)(N) - 1);
#define DO(N, CALL) act(w, -(int64_t)(N));
#define EXPECT(CLASS)
#define END }
#include "exec/instrs.def"

typedef void (*WalkFn)(Walk *w, uint32_t arg);
static const WalkFn walks[OPCODE_COUNT] = {
#define INSTR(NAME) [OP_##NAME] = walk_##NAME,
#define END
#define INSTR_NAMES
#include "exec/instrs.def"
};

/* Arguments that the compiler gives the instruction. */
static bool takes(Opcode op, uint32_t arg)
{
    switch (op) {
    case OP_CALL_FUNCTION_EX: return arg <= 1;
    case OP_FORMAT_VALUE: return arg <= 7;
    case OP_UNPACK_SEQUENCE_TWO_TUPLE: return arg == 2;
    case OP_LOAD_ATTR_METHOD: return arg & 1;
    default: return true;
    }
}

static bool is_as_told(Opcode op, uint32_t arg, bool jumps, int64_t height)
{
    uint32_t pops, pushes;
    opcode_stack_effect(op, arg, jumps, &pops, &pushes);
    return height == (int64_t)pushes - (int64_t)pops;
}

static void check_list(Opcode op, WalkFn walk)
{
    static const uint32_t args[] = {0, 1, 2, 3, 4, 5, 7, 0x203, 0x1002};
    bool flows = true, jumps = true, in_time = true, fits = true, kept = true;
    for (size_t i = 0; i < sizeof args / sizeof *args; i++) {
        Walk w = {0};
        if (!takes(op, args[i]))
            continue;
        walk(&w, args[i]);
        in_time &= !w.too_late;
        int64_t high = w.height > w.jump_height ? w.height : w.jump_height;
        fits &= w.peak - (high > 0 ? high : 0) <= INSTR_SCRATCH;
        kept &= w.called_at <= (high > 0 ? high : 0);
        if (!w.has_jumped)
            flows &= is_as_told(op, args[i], false, w.height);
        if (w.may_jump)
            jumps &= is_as_told(op, args[i], true, w.jump_height);
    }
    OK(in_time, "%s misses before it does anything", opcode_names[op]);
    OK(fits, "%s has room for its operands", opcode_names[op]);
    OK(kept, "%s keeps none where Python that it calls has its frame",
       opcode_names[op]);
    OK(flows && jumps, "%s leaves the stack as high as opcode.c says",
       opcode_names[op]);
}

int main(void)
{
    for (int op = 0; op < OPCODE_COUNT; op++)
        if (walks[op] != NULL)
            check_list((Opcode)op, walks[op]);
    return tap_done();
}
