/* SPDX-License-Identifier: MIT */
/*
 * Micro-ops on the operand stack, for those who run the lists of instrs.def:
 * run_NAME is the body on the operands below sp, committed if it says NEXT;
 * DELTA_NAME what that adds to sp.
 */
#ifndef ADDER_EXEC_RUN_UOPS_H
#define ADDER_EXEC_RUN_UOPS_H

#include "exec/specialize.h"
#include "exec/uops.h"
#include "object/number/float.h"

#define LOAD_ANY(v) (v)
#define LOAD_INT(v) (v)
#define LOAD_FLOAT(v) float_to_double(v)
#define STORE_ANY(v) (v)
#define STORE_INT(v) (v)
#define STORE_FLOAT(v) float_from_double(t, v)
#define CTYPE_ANY Value
#define CTYPE_INT Value
#define CTYPE_FLOAT double

#define INS_0()
#define INS_1(a) , LOAD_##a(sp[-1])
#define INS_2(a, b) , LOAD_##a(sp[-2]), LOAD_##b(sp[-1])
#define INS_3(a, b, c) , LOAD_##a(sp[-3]), LOAD_##b(sp[-2]), LOAD_##c(sp[-1])
#define DECLARE_0()
#define DECLARE_1(a) CTYPE_##a out
#define OUTS_0()
#define OUTS_1(a) , &out
#define COMMIT_0(n, ...)
#define COMMIT_1(n, a) sp[-(n)] = STORE_##a(out)
#define COMMIT(n_out, ...) COMMIT_##n_out(__VA_ARGS__)
#define UNPACK(...) __VA_ARGS__

#define UOP(NAME, n_in, ins, n_out, outs, operand_kind, fact, effects, ...)   \
    enum { DELTA_##NAME = (effects) & (GUARD | PEEK) ? n_out : n_out - n_in }; \
    static inline __attribute__((always_inline, unused)) UopResult            \
    run_##NAME(Thread *t, Frame *f, Value *locals, Value *sp,                 \
               uint64_t operand)                                              \
    {                                                                         \
        DECLARE_##n_out outs;                                                 \
        UopResult r = uop_##NAME(t, f, locals,                                \
                                 operand INS_##n_in ins OUTS_##n_out outs);   \
        if (r == UOP_NEXT) {                                                  \
            COMMIT(n_out, ((effects) & PEEK ? 0 : n_in), UNPACK outs);        \
        }                                                                     \
        (void)sp;                                                             \
        return r;                                                             \
    }                                                                         \
    enum { EFFECTS_##NAME = effects };
#include "abi/uops.def"
#undef UOP

/* The end of an iterator that needs no more done. */
static inline void run_NOTHING(Thread *t, Frame *f, Value *locals, Value *sp,
                               uint64_t operand)
{
    (void)t, (void)f, (void)locals, (void)sp, (void)operand;
}

/* The first input stands `depth` below the others, and stays there. */
#define RUN_AT(NAME, n_others, ...)                                           \
    static inline __attribute__((always_inline, unused)) UopResult            \
    run_at_##NAME(Thread *t, Frame *f, Value *locals, Value *sp,              \
                  uint32_t depth)                                             \
    {                                                                         \
        return uop_##NAME(t, f, locals, 0, sp[-(int64_t)depth - (n_others)],  \
                          __VA_ARGS__);                                       \
    }
RUN_AT(LIST_APPEND, 1, sp[-1])
RUN_AT(LIST_EXTEND, 1, sp[-1])
RUN_AT(SET_ADD, 1, sp[-1])
RUN_AT(SET_UPDATE, 1, sp[-1])
RUN_AT(DICT_UPDATE, 1, sp[-1])
RUN_AT(MAP_ADD, 2, sp[-2], sp[-1])
RUN_AT(DICT_MERGE, 2, sp[-2], sp[-1])
#undef RUN_AT

/* A micro-op over Thread.args, here over args, whose first place its output
 * takes. */
#define OVER_ARGS(NAME, CALL)                                                 \
    static inline __attribute__((always_inline, unused)) UopResult            \
    over_##NAME(Thread *t, Value *args, __attribute__((unused)) uint32_t n)   \
    {                                                                         \
        CALL                                                                  \
    }
#define OVER_ARGS_YIELDS(NAME, helper)                                        \
    OVER_ARGS(NAME, Value v = helper(t, args, n);                             \
              if (__builtin_expect(value_is_null(v), 0)) return UOP_ERROR;    \
              args[0] = v; return UOP_NEXT;)
OVER_ARGS_YIELDS(BUILD_TUPLE, helper_build_tuple)
OVER_ARGS_YIELDS(BUILD_LIST, helper_build_list)
OVER_ARGS_YIELDS(BUILD_SLICE, helper_build_slice)
OVER_ARGS_YIELDS(BUILD_STRING, helper_build_string)
OVER_ARGS_YIELDS(BUILD_MAP, helper_build_map)
OVER_ARGS_YIELDS(BUILD_SET, helper_build_set)
OVER_ARGS_YIELDS(BUILD_CONST_KEY_MAP, slow_const_key_map)
OVER_ARGS_YIELDS(MATCH_CLASS, slow_match_class)
OVER_ARGS(STORE_SLICE, OK_OR_ERROR(helper_store_slice(t, args));)
#undef OVER_ARGS
#undef OVER_ARGS_YIELDS

enum { /* units behind the instruction */
#define OP(name, caches, flags) CACHES_##name = caches,
#define SPECIAL(name, base) CACHES_##name = CACHES_##base,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

/* ---- operands in instrs.def ---- */
#define ARG arg
#define ARG_HIGH (arg >> 12)
#define ARG_LOW (arg & 0xfff)
#define CACHE(i) pc[i]
#define CACHE_PAIR(i) cache_pair(&pc[i])

#endif
