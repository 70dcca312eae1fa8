/* SPDX-License-Identifier: MIT */
/* Tables made from opcodes.def, and what each instruction does to the stack. */
#include "compile/opcode.h"

const char *const opcode_names[OPCODE_COUNT] = {
#define OP(name, caches, flags) [OP_##name] = #name,
#define SPECIAL(name, base) [OP_##name] = #name,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

/* A base's properties as constant expressions, for its specialized forms. */
enum {
#define OP(name, caches, flags)                                               \
    CACHES_##name = (caches), FLAGS_##name = (flags),
#define SPECIAL(name, base)
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

const uint8_t opcode_caches[OPCODE_COUNT] = {
#define OP(name, caches, flags) [OP_##name] = CACHES_##name,
#define SPECIAL(name, base) [OP_##name] = CACHES_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

const uint8_t opcode_flags[OPCODE_COUNT] = {
#define OP(name, caches, flags) [OP_##name] = FLAGS_##name,
#define SPECIAL(name, base) [OP_##name] = FLAGS_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

const uint8_t opcode_base[OPCODE_COUNT] = {
#define OP(name, caches, flags) [OP_##name] = OP_##name,
#define SPECIAL(name, base) [OP_##name] = OP_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

/* Fixed effects: EFFECT(name, pops, pushes). */
#define EFFECTS(EFFECT)                                                       \
    EFFECT(POP_TOP, 1, 0) EFFECT(PUSH_NULL, 0, 1) EFFECT(LOAD_CONST, 0, 1)    \
    EFFECT(LOAD_FAST, 0, 1) EFFECT(LOAD_FAST_CHECK, 0, 1)                     \
    EFFECT(LOAD_FAST_AND_CLEAR, 0, 1) EFFECT(LOAD_FAST_LOAD_FAST, 0, 2)       \
    EFFECT(STORE_FAST, 1, 0) EFFECT(STORE_FAST_LOAD_FAST, 1, 1)               \
    EFFECT(STORE_FAST_STORE_FAST, 2, 0) EFFECT(LOAD_CLOSURE, 0, 1)            \
    EFFECT(LOAD_DEREF, 0, 1) EFFECT(STORE_DEREF, 1, 0)                        \
    EFFECT(LOAD_CLASSDEREF, 0, 1) EFFECT(LOAD_NAME, 0, 1)                     \
    EFFECT(STORE_NAME, 1, 0) EFFECT(STORE_GLOBAL, 1, 0)                       \
    EFFECT(LOAD_BUILD_CLASS, 0, 1) EFFECT(STORE_ATTR, 2, 0)                   \
    EFFECT(DELETE_ATTR, 1, 0) EFFECT(UNARY_NEGATIVE, 1, 1)                    \
    EFFECT(UNARY_POSITIVE, 1, 1) EFFECT(UNARY_INVERT, 1, 1)                   \
    EFFECT(UNARY_NOT, 1, 1) EFFECT(TO_BOOL, 1, 1) EFFECT(BINARY_OP, 2, 1)     \
    EFFECT(COMPARE_OP, 2, 1) EFFECT(IS_OP, 2, 1) EFFECT(CONTAINS_OP, 2, 1)    \
    EFFECT(BINARY_SUBSCR, 2, 1) EFFECT(STORE_SUBSCR, 3, 0)                    \
    EFFECT(DELETE_SUBSCR, 2, 0) EFFECT(BINARY_SLICE, 3, 1)                    \
    EFFECT(STORE_SLICE, 4, 0) EFFECT(LIST_TO_TUPLE, 1, 1)                     \
    EFFECT(POP_JUMP_IF_FALSE, 1, 0) EFFECT(POP_JUMP_IF_TRUE, 1, 0)            \
    EFFECT(POP_JUMP_IF_NONE, 1, 0) EFFECT(POP_JUMP_IF_NOT_NONE, 1, 0)         \
    EFFECT(GET_ITER, 1, 1) EFFECT(MAKE_FUNCTION, 1, 1)                        \
    EFFECT(SET_FUNCTION_ATTRIBUTE, 2, 1) EFFECT(RETURN_VALUE, 1, 0)           \
    EFFECT(RETURN_CONST, 0, 1) /* while it runs */                            \
    EFFECT(YIELD_VALUE, 1, 1) EFFECT(GET_YIELD_FROM_ITER, 1, 1)               \
    EFFECT(SEND, 2, 2) EFFECT(END_SEND, 2, 1) EFFECT(CLEANUP_THROW, 3, 2)     \
    EFFECT(GET_AWAITABLE, 1, 1) EFFECT(GET_AITER, 1, 1)                       \
    EFFECT(GET_ANEXT, 1, 2) EFFECT(END_ASYNC_FOR, 2, 0)                       \
    EFFECT(ASYNC_GEN_WRAP, 1, 1) EFFECT(PUSH_EXC_INFO, 1, 2)                  \
    EFFECT(POP_EXCEPT, 1, 0) EFFECT(CHECK_EXC_MATCH, 2, 2)                    \
    EFFECT(CHECK_EG_MATCH, 2, 2) EFFECT(PREP_RERAISE_STAR, 2, 1)              \
    EFFECT(LOAD_ASSERTION_ERROR, 0, 1) EFFECT(BEFORE_WITH, 1, 2)              \
    EFFECT(BEFORE_ASYNC_WITH, 1, 2) EFFECT(WITH_EXCEPT_START, 4, 5)           \
    EFFECT(IMPORT_NAME, 2, 1) EFFECT(IMPORT_FROM, 1, 2)                       \
    EFFECT(IMPORT_STAR, 1, 0) EFFECT(GET_LEN, 1, 2)                           \
    EFFECT(MATCH_MAPPING, 1, 2) EFFECT(MATCH_SEQUENCE, 1, 2)                  \
    EFFECT(MATCH_KEYS, 2, 3) EFFECT(MATCH_CLASS, 3, 1)                        \
    EFFECT(PRINT_EXPR, 1, 0)

typedef struct Effect {
    uint8_t pops, pushes;
} Effect;

static const Effect fixed_effects[OPCODE_COUNT] = {
#define EFFECT(name, pops, pushes) [OP_##name] = {(pops), (pushes)},
    EFFECTS(EFFECT)
#undef EFFECT
};

void opcode_stack_effect(Opcode op, uint32_t arg, bool jumps, uint32_t *pops,
                         uint32_t *pushes)
{
    op = (Opcode)opcode_base[op];
    *pops = fixed_effects[op].pops;
    *pushes = fixed_effects[op].pushes;
    switch (op) {
    case OP_COPY: *pops = arg, *pushes = arg + 1; break;
    case OP_SWAP: *pops = *pushes = arg; break;
    case OP_LOAD_GLOBAL: *pushes = 1 + (arg & 1); break;
    case OP_LOAD_ATTR: *pops = 1, *pushes = 1 + (arg & 1); break;
    case OP_LOAD_SUPER_ATTR: *pops = 3, *pushes = 1 + (arg & 1); break;
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_STRING:
    case OP_BUILD_SLICE: *pops = arg, *pushes = 1; break;
    case OP_BUILD_MAP: *pops = 2 * arg, *pushes = 1; break;
    case OP_BUILD_CONST_KEY_MAP: *pops = arg + 1, *pushes = 1; break;
    case OP_FORMAT_VALUE: *pops = 1 + (arg >> 2), *pushes = 1; break;
    case OP_LIST_APPEND:
    case OP_SET_ADD:
    case OP_LIST_EXTEND:
    case OP_SET_UPDATE:
    case OP_DICT_UPDATE: *pops = arg + 1, *pushes = arg; break;
    case OP_MAP_ADD: *pops = arg + 2, *pushes = arg; break;
    case OP_DICT_MERGE: *pops = arg + 4, *pushes = arg + 3; break;
    case OP_UNPACK_SEQUENCE: *pops = 1, *pushes = arg; break;
    case OP_UNPACK_EX:
        *pops = 1, *pushes = (arg & 0xff) + 1 + (arg >> 8);
        break;
    case OP_FOR_ITER: *pops = 1, *pushes = jumps ? 0 : 2; break;
    case OP_CALL: *pops = arg + 2, *pushes = 1; break;
    case OP_CALL_KW: *pops = arg + 3, *pushes = 1; break;
    case OP_CALL_FUNCTION_EX: *pops = 3 + arg, *pushes = 1; break;
    case OP_RERAISE: *pops = 1 + arg, *pushes = 0; break;
    case OP_RAISE_VARARGS: *pops = arg, *pushes = 0; break;
    default: break;
    }
}
