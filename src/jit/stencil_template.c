/* SPDX-License-Identifier: MIT */
/*
 * The source of the stencils.  It is compiled by Tools/stencils/generate alone,
 * never by the build: that writes a line OP_...(...) for each micro-op and
 * choice of registers, and this file says what such a line means.
 *
 * A stencil is a function whose parameters are the registers of compiled code
 * (template_<machine>.h gives their order) and which ends in a jump to
 * stencil_NEXT, _EXIT or _ERROR.  These, the helpers and the addresses of the
 * hole_ symbols are what the emitter fills in.
 */
#include <stddef.h>
#include "abi/uop_frame.h"

/* For template_abi.h, which is of the whole structures and the counted numbers:
 * stencils see no more of them. */
enum {
    SHAPE_INT = ABI_SHAPE_INT,
    SHAPE_FLOAT = ABI_SHAPE_FLOAT,
    SHAPE_FUNCTION = ABI_SHAPE_FUNCTION,
};
struct Thread {
    THREAD_HEAD
};
struct Activation {
    ACTIVATION_HEAD
};
struct Function {
    FUNCTION_HEAD
};
typedef struct Native {
    NATIVE_HEAD
} Native;

typedef uint64_t Word;
#define HIDDEN __attribute__((visibility("hidden")))

#if defined(__x86_64__)
#include "jit/template_x86_64.h"
#elif defined(__aarch64__)
#include "jit/template_aarch64.h"
#else
#error "no template for this machine"
#endif

#define CONTINUATION(name)                                                    \
    HIDDEN __attribute__((preserve_none)) void name(REGISTER_PARAMETERS);
CONTINUATION(stencil_NEXT)
CONTINUATION(stencil_EXIT)
CONTINUATION(stencil_ERROR)
CONTINUATION(stencil_TARGET)

#define STENCIL(id)                                                           \
    __attribute__((preserve_none)) void id(REGISTER_PARAMETERS);              \
    __attribute__((preserve_none)) void id(REGISTER_PARAMETERS)

#define GO(name)                                                              \
    do {                                                                      \
        __attribute__((unused)) Word undefined;                               \
        __attribute__((musttail)) return name(REGISTER_ARGUMENTS);            \
    } while (0)
#define GO_ON(result)                                                         \
    switch (result) {                                                         \
    case UOP_NEXT: GO(stencil_NEXT);                                          \
    case UOP_EXIT: GO(stencil_EXIT);                                          \
    case UOP_ERROR: GO(stencil_ERROR);                                        \
    }                                                                         \
    __builtin_unreachable()

/* ---- holes: addresses that stand for numbers ---- */
/* The generator tells LLVM the range of each; see holes.py.  hole_word and
 * hole_signed are in template_<machine>.h, and so is a hole_imm that is to be
 * in a register. */
extern HIDDEN char hole_operand, hole_operand_high; /* 31 bits */
extern HIDDEN char hole_number;                     /* 32 bits */
extern HIDDEN char hole_imm;                        /* 32 bits, signed */
extern HIDDEN char hole_imm_untagged;               /* likewise: less the tag */
#define HOLE(name) ((Word)(uintptr_t)&name)

#define OPERAND_NO_OPERAND ((Word)0)
#define OPERAND_NUMBER HOLE(hole_number)
#define OPERAND_SHAPE OPERAND_NUMBER
#define OPERAND_COMPARISON OPERAND_NUMBER
#define OPERAND_OPERATOR OPERAND_NUMBER
#define OPERAND_STAMP OPERAND_NUMBER
#define OPERAND_OFFSET HOLE(hole_operand)
#define OPERAND_PAIR (HOLE(hole_operand) | HOLE(hole_operand_high) << 32)
#define OPERAND_OFFSET_SHAPE OPERAND_PAIR
#define OPERAND_VALUE word_hole()
#define OPERAND_POINTER word_hole()
#define OPERAND_C_FUNCTION word_hole()
#define OPERAND_GLOBALS word_hole()
#define OPERAND_CALL_PLAN word_hole()
#define OPERAND_SUB(n) ((Word)(n))

#define WORD(r) VALUE_BITS(r)
#define DOUBLE(x) (x)
#define IMM VALUE_BITS(HOLE(hole_imm))
/* For bodies that take the tag away. */
#define IMM_UNTAGGED VALUE_BITS(HOLE(hole_imm_untagged) + VALUE_INT_TAG)

#define IMM_WORD VALUE_BITS(imm_hole())

#define RUN(NAME, operand, ...)                                               \
    uop_##NAME(t, NULL, s->locals, OPERAND_##operand, ##__VA_ARGS__)

/* ---- micro-ops inline ---- */
#define OP_NONE(id, NAME, operand, ...)                                       \
    STENCIL(id)                                                               \
    {                                                                         \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__);                 \
        GO_ON(result);                                                        \
    }
#define OP_WORD(id, NAME, operand, output, ...)                               \
    STENCIL(id)                                                               \
    {                                                                         \
        Value out;                                                            \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__, &out);           \
        if (result == UOP_NEXT)                                               \
            output = out.bits;                                                \
        GO_ON(result);                                                        \
    }
#define OP_DOUBLE(id, NAME, operand, output, ...)                             \
    STENCIL(id)                                                               \
    {                                                                         \
        double out;                                                           \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__, &out);           \
        if (result == UOP_NEXT)                                               \
            output = out;                                                     \
        GO_ON(result);                                                        \
    }

/* ---- micro-ops that call C: other registers are lost ---- */
#define LOSE_REGISTERS()                                                      \
    do {                                                                      \
        Word lost;                                                            \
        double lost_double;                                                   \
        r0 = r1 = r2 = r3 = r4 = r5 = lost;                                   \
        x0 = x1 = x2 = x3 = x4 = x5 = x6 = x7 = lost_double;                  \
    } while (0)
#define CALL_NONE(id, NAME, operand, ...)                                     \
    STENCIL(id)                                                               \
    {                                                                         \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__);                 \
        LOSE_REGISTERS();                                                     \
        GO_ON(result);                                                        \
    }
#define CALL_WORD(id, NAME, operand, output, ...)                             \
    STENCIL(id)                                                               \
    {                                                                         \
        Value out;                                                            \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__, &out);           \
        LOSE_REGISTERS();                                                     \
        if (result == UOP_NEXT) {                                             \
            output = out.bits;                                                \
            GO(stencil_NEXT);                                                 \
        }                                                                     \
        if (result == UOP_EXIT)                                               \
            GO(stencil_EXIT);                                                 \
        GO(stencil_ERROR);                                                    \
    }

#define CALL_DOUBLE(id, NAME, operand, output, ...)                           \
    STENCIL(id)                                                               \
    {                                                                         \
        double out;                                                           \
        UopResult result = RUN(NAME, operand, ##__VA_ARGS__, &out);           \
        LOSE_REGISTERS();                                                     \
        if (result == UOP_NEXT) {                                             \
            output = out;                                                     \
            GO(stencil_NEXT);                                                 \
        }                                                                     \
        if (result == UOP_EXIT)                                               \
            GO(stencil_EXIT);                                                 \
        GO(stencil_ERROR);                                                    \
    }

/* ---- stencils that are no micro-ops ---- */
#define PIECE(id, statement)                                                  \
    STENCIL(id)                                                               \
    {                                                                         \
        statement;                                                            \
        GO(stencil_NEXT);                                                     \
    }
#define IN_ACTIVATION(type) (*(type *)((char *)s + HOLE(hole_operand)))
#define IN_LOCALS (*(Word *)((char *)s->locals + HOLE(hole_operand)))

#define PIECE_MOVE(id, out, in) PIECE(id, out = in)
#define PIECE_SPILL(id, in) PIECE(id, IN_ACTIVATION(Word) = in)
#define PIECE_SPILL_FLOAT(id, in) PIECE(id, IN_ACTIVATION(double) = in)
#define PIECE_FILL(id, out) PIECE(id, out = IN_ACTIVATION(Word))
#define PIECE_FILL_FLOAT(id, out) PIECE(id, out = IN_ACTIVATION(double))
#define PIECE_CONST32(id, out) PIECE(id, out = signed_hole())
#define PIECE_CONST64(id, out) PIECE(id, out = word_hole())
#define PIECE_CONST_FLOAT(id, out)                                            \
    PIECE(id, out = ((union { Word w; double d; }){word_hole()}.d))
#define PIECE_LOAD_LOCAL(id, out) PIECE(id, out = IN_LOCALS)
#define PIECE_STORE_LOCAL(id, in) PIECE(id, IN_LOCALS = in)
#define PIECE_JUMP(id)                                                        \
    STENCIL(id)                                                               \
    {                                                                         \
        GO(stencil_TARGET);                                                   \
    }
#define PIECE_EXIT(id)                                                        \
    STENCIL(id)                                                               \
    {                                                                         \
        s->exit = HOLE(hole_operand);                                         \
        GO(stencil_TARGET);                                                   \
    }
#define ASSEMBLY(id, ...)                                                     \
    __attribute__((naked)) void id(void);                                     \
    __attribute__((naked)) void id(void)                                      \
    {                                                                         \
        __asm__(__VA_ARGS__);                                                 \
    }
#define PIECE_ENTRY(id) ASSEMBLY(id, ENTRY_ASSEMBLY)
#define PIECE_LEAVE(id) ASSEMBLY(id, LEAVE_ASSEMBLY)
#define PIECE_LANDING(id) ASSEMBLY(id, LANDING_ASSEMBLY)
