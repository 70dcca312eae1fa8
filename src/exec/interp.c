/* SPDX-License-Identifier: MIT */
/*
 * The interpreter loop.  instrs.def gives most instructions as lists of
 * micro-ops; those that move between frames or take a variable number of
 * operands are in the interp_*.h files, which are parts of exec_run's body.
 *
 * Invariants: `pc` is behind the unit being executed; f, locals and consts
 * belong together; f->pc is saved before anything that may look at frames.
 */
#include "exec/interp.h"

/* Counters wrap around: sooner or later one meets a threshold of 0. */
static bool never_hot(Thread *t, Frame *f, CodeUnit *instr, Value *sp)
{
    (void)t, (void)f, (void)instr, (void)sp;
    return false;
}

TraceHooks trace_hooks = {.hot = never_hot};

/* ---- micro-ops on the operand stack ---- */
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

/* run_NAME: the body on the operands below sp; DELTA_NAME: what it adds to sp. */
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

enum {
#define OP(name, caches, flags) CACHES_##name = caches,
#define SPECIAL(name, base) CACHES_##name = CACHES_##base,
#include "base/base.h"
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
};

#define ARG arg
#define CACHE(i) pc[i]
#define CACHE_PAIR(i) cache_pair(&pc[i])
#define CONSTANT slot_get(&consts[arg]).bits

#define DISPATCH()                                                            \
    do {                                                                      \
        ASSERT(is_in_order(t, f, locals, sp, pc));                            \
        u = *pc++;                                                            \
        goto *table[u & 0xff];                                                \
    } while (0)
#define TARGET(name) op_##name: __attribute__((unused))
#define ARG_NOW() uint32_t arg = unit_arg(u)
#define DONE(name)                                                            \
    do {                                                                      \
        pc += CACHES_##name;                                                  \
        DISPATCH();                                                           \
    } while (0)
#define MISS() goto miss
#define ERROR() goto error
#define SAVE_PC() (f->pc = pc)
#define ENTER_FRAME(frame)                                                    \
    do {                                                                      \
        f = (frame);                                                          \
        locals = f->locals;                                                   \
        consts = f->code->consts;                                             \
        pc = f->pc;                                                           \
        sp = f->sp;                                                           \
    } while (0)
/* An adaptive instruction: specialize it now and then, and if that worked run
 * the new form. */
#define ADAPT(name)                                                           \
    do {                                                                      \
        if (__builtin_expect(++pc[0] == SPECIALIZE_WARMUP, 0)) {              \
            specialize(t, f, pc - 1, sp);                                     \
            if (unit_opcode(pc[-1]) != OP_##name) {                           \
                pc--;                                                         \
                DISPATCH();                                                   \
            }                                                                 \
        }                                                                     \
    } while (0)
/* v = call, or the exception */
#define CHECK(v, call)                                                        \
    SAVE_PC();                                                                \
    Value v = (call);                                                         \
    if (__builtin_expect(value_is_null(v), 0))                                \
    ERROR()
#define CHECK_INT(call)                                                       \
    do {                                                                      \
        SAVE_PC();                                                            \
        if (__builtin_expect((call) < 0, 0))                                  \
            ERROR();                                                          \
    } while (0)

/* An iterator that has ended stays so, even if its list grows again. */
static inline void ended_GUARD_NOT_EXHAUSTED_LIST(Value iter)
{
    value_to_seq_iter(iter)->seq = NULL;
}
#define ended_GUARD_NOT_EXHAUSTED_TUPLE ended_GUARD_NOT_EXHAUSTED_LIST
#define ended_GUARD_NOT_EXHAUSTED_RANGE(iter) ((void)(iter)) /* none left */

/* Between two instructions: no exception is on its way, operands are as many as
 * the frame has room for, the next instruction is of its code. */
static inline bool is_in_order(const Thread *t, const Frame *f,
                               const Value *locals, const Value *sp,
                               const CodeUnit *pc)
{
    const Code *code = f->code;
    return value_is_null(t->exc) && f == t->frame && locals == f->locals &&
           sp >= locals + code->n_localsplus &&
           sp <= locals + code->n_localsplus + code->stack_size &&
           pc >= code->units && pc < code->units + code->n_units;
}

/* gcc merges the indirect jumps of all handlers into one unless told not to. */
#if defined(__GNUC__) && !defined(__clang__)
__attribute__((optimize("no-gcse", "no-crossjumping")))
#endif
Value exec_run(Thread *t, Frame *f)
{
    static const void *const labels[256] = {
#define OP(name, caches, flags) [OP_##name] = &&op_##name,
#define SPECIAL(name, base) [OP_##name] = &&op_##name,
#include "compile/opcodes.def"
#undef OP
#undef SPECIAL
    };
    static const void *const record_labels[256] = {[0 ... 255] = &&record};
    const void *const *table = labels;
    CodeUnit u;
    CodeUnit *pc;
    Value *sp, *locals;
    const Slot *consts;
    bool reraised = false;

    ENTER_FRAME(f);
    if (__builtin_expect(!value_is_null(t->exc), 0))
        ERROR(); /* generator.throw() */
    DISPATCH();

#define INSTR(NAME) TARGET(NAME) { enum { caches = CACHES_##NAME }; ARG_NOW(); (void)arg;
#define U(NAME, OPERAND)                                                      \
    {                                                                         \
        if (EFFECTS_##NAME & (CALLS | ERRORS))                                \
            SAVE_PC();                                                        \
        UopResult r = run_##NAME(t, f, locals, sp, (OPERAND));                \
        if ((EFFECTS_##NAME & EXITS) && __builtin_expect(r == UOP_EXIT, 0))   \
            MISS();                                                           \
        if ((EFFECTS_##NAME & ERRORS) && __builtin_expect(r == UOP_ERROR, 0)) \
            ERROR();                                                          \
        sp += DELTA_##NAME;                                                   \
    }
#define J(NAME, OPERAND)                                                      \
    if (run_##NAME(t, f, locals, sp, (OPERAND)) == UOP_EXIT) {                \
        ended_##NAME(*--sp);                                                  \
        pc += caches + unit_signed_arg(u);                                    \
        DISPATCH();                                                           \
    }
#define END                                                                   \
        pc += caches;                                                         \
        DISPATCH();                                                           \
    }
#include "exec/instrs.def"
#undef INSTR
#undef U
#undef J
#undef END

#include "exec/interp_stack.h"
#include "exec/interp_adapt.h"
#include "exec/interp_attr.h"
#include "exec/interp_call.h"
#include "exec/interp_flow.h"
#include "exec/interp_build.h"

record:
    if (!trace_hooks.record(t, f, pc - 1, sp))
        table = labels;
    u = pc[-1];
    goto *labels[u & 0xff];

miss: /* the operands are not what the instruction is specialized for */
    if (table == record_labels &&
        !trace_hooks.record_miss(t, f, pc - 1, sp))
        table = labels;
    if (pc[0] >= SPECIALIZED + SPECIALIZE_MISSES) {
        pc[-1] = unit_make(opcode_base[u & 0xff], unit_arg(u));
        pc[0] = (CodeUnit)-SPECIALIZE_BACKOFF;
    }
    u = unit_make(opcode_base[u & 0xff], unit_arg(u));
    goto *labels[u & 0xff];

reraise:
    reraised = true;
error:
    SAVE_PC();
    if (table == record_labels) {
        trace_hooks.record_abort(t);
        table = labels;
    }
    if (!unwind(t, &f, reraised))
        return NULL_VALUE;
    reraised = false;
    ENTER_FRAME(f);
    DISPATCH();
}
