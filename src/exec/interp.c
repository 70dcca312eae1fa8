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

#define CONSTANT slot_get(&consts[arg]).bits
#define NAMED slot_get(&f->code->names[arg]).bits
#define OWN_GLOBALS ((uint64_t)(uintptr_t)f->globals)
#define NAME_ARG ((Str *)(uintptr_t)NAMED)

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
#define ADAPT_FORM(op)                                                        \
    do {                                                                      \
        if (__builtin_expect(++pc[0] == SPECIALIZE_WARMUP, 0)) {              \
            specialize(t, f, pc - 1, sp);                                     \
            if (unit_opcode(pc[-1]) != (Opcode)(op)) {                        \
                pc--;                                                         \
                DISPATCH();                                                   \
            }                                                                 \
        }                                                                     \
    } while (0)
#define ADAPT(name) ADAPT_FORM(OP_##name)
/* What a form by hand asks of its operands, as a guard that the recorder, too,
 * knows. */
#define HIT(NAME, operand, ...)                                               \
    do {                                                                      \
        if (uop_##NAME(t, f, locals, (operand), __VA_ARGS__) == UOP_EXIT)     \
            MISS();                                                           \
    } while (0)
/* The Type that an attribute was found on: see interp_attr.h. */
#define CHECK_TYPE()                                                          \
    do {                                                                      \
        if (((Type *)cache_pointer(&pc[3]))->version != pc[2])                \
            MISS();                                                           \
    } while (0)
#define PUSH_NULL_FOR_CALL()                                                  \
    do {                                                                      \
        if (u & 0x100)                                                        \
            *sp++ = NULL_VALUE;                                               \
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

/* ---- the words of instrs.def ---- */
#define INSTR(NAME)                                                           \
    TARGET(NAME)                                                              \
    {                                                                         \
        enum { self = OP_##NAME, caches = CACHES_##NAME };                    \
        ARG_NOW();                                                            \
        (void)arg;
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
#define AT(NAME, DEPTH)                                                       \
    {                                                                         \
        if (EFFECTS_##NAME & (CALLS | ERRORS))                                \
            SAVE_PC();                                                        \
        if (run_at_##NAME(t, f, locals, sp, (DEPTH)) == UOP_ERROR)            \
            ERROR();                                                          \
        sp += DELTA_##NAME + 1;                                               \
    }
#define R(NAME, OPERAND, RAISE)                                               \
    if (__builtin_expect(run_##NAME(t, f, locals, sp, (OPERAND)) == UOP_EXIT, \
                         0)) {                                                \
        SAVE_PC();                                                            \
        RAISE;                                                                \
        ERROR();                                                              \
    }
#define J(NAME, OPERAND, ENDED)                                               \
    if (run_##NAME(t, f, locals, sp, (OPERAND)) == UOP_EXIT) {                \
        run_##ENDED(t, f, locals, sp--, 0);                                   \
        pc += caches + unit_signed_arg(u);                                    \
        DISPATCH();                                                           \
    }
#define ADAPTIVE ADAPT_FORM(self);
#define UNCHANGED CHECK_TYPE();
#define PICK(N)                                                               \
    {                                                                         \
        *sp = sp[-(int64_t)(N)];                                              \
        sp++;                                                                 \
    }
#define EXCHANGE(N)                                                           \
    {                                                                         \
        Value v_ = sp[-(int64_t)(N)];                                         \
        sp[-(int64_t)(N)] = sp[-1];                                           \
        sp[-1] = v_;                                                          \
    }
#define DROP sp--;
#define NULL_FOR_CALL PUSH_NULL_FOR_CALL();
#define END                                                                   \
        pc += caches;                                                         \
        DISPATCH();                                                           \
    }

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

#include "exec/instrs.def"

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
