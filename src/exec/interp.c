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

static void leave_nothing(Thread *t) { (void)t; }

const TraceHooks trace_hooks_off = {.hot = never_hot, .leave = leave_nothing};
TraceHooks trace_hooks = {.hot = never_hot, .leave = leave_nothing};

#define CONSTANT slot_get(&consts[arg]).bits
#define NAMED slot_get(&f->code->names[arg]).bits
#define NAME(i) ((Str *)value_to_pointer(slot_get(&f->code->names[i])))
#define OWN_GLOBALS (f->globals)
#define OWN_BUILTINS (f->builtins)
#define MODULE_DICT (((Module *)cache_pointer(&pc[3]))->dict)
#define TOP(i) sp[-(int64_t)(i)]

#define DISPATCH()                                                            \
    do {                                                                      \
        ASSERT(is_in_order(t, f, locals, sp, pc));                            \
        u = *pc++;                                                            \
        goto *table[u & 0xff];                                                \
    } while (0)
/* Each instruction is a list, or by_hand.def says why it is none. */
enum {
#define INSTR(NAME) LIST_##NAME,
#define END
#define INSTR_NAMES
#include "exec/instrs.def"
    N_LISTS
};
enum {
#define BY_HAND(NAME, why) BY_HAND_##NAME,
#define BY_HAND_FORM(NAME, why) BY_HAND_##NAME,
#define BY_HAND_CALL(NAME, why) BY_HAND_##NAME,
#include "exec/by_hand.def"
    N_BY_HAND
};
_Static_assert(N_LISTS + N_BY_HAND == OPCODE_COUNT,
               "each instruction is either a list or by hand");

#define TARGET(name)                                                          \
    op_##name: __attribute__((unused));                                       \
    (void)BY_HAND_##name;
#define ARG_NOW() uint32_t arg = unit_arg(u)
#define DONE(name)                                                            \
    do {                                                                      \
        pc += CACHES_##name;                                                  \
        DISPATCH();                                                           \
    } while (0)
#define MISS() goto miss
#define HIT(FORM)                                                             \
    do {                                                                      \
        if (!fits_##FORM(t, sp, arg, pc))                                     \
            MISS();                                                           \
    } while (0)
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
/* Where the arguments of a CALL start, how many they are, the callable, and where
 * all of it starts: (callable self|null args...); with a self the arguments start
 * there. */
#define CALL_OPERANDS()                                                       \
    __attribute__((unused)) int64_t n = unit_arg(u);                          \
    Value *args = sp - n;                                                     \
    Value *base = args - 2;                                                   \
    if (!value_is_null(args[-1])) {                                           \
        args--;                                                               \
        n++;                                                                  \
    }                                                                         \
    Value callable = *base;                                                   \
    (void)callable
#define HIT_CALL(FORM)                                                        \
    do {                                                                      \
        if (!fits_##FORM(                                                     \
                t, (CallForm){callable, args, n, args != base + 2}, pc))      \
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

/* ---- the words of instrs.def ---- */
#define INSTR(NAME)                                                           \
    op_##NAME: __attribute__((unused))                                        \
    {                                                                         \
        enum { opcode = OP_##NAME, caches = CACHES_##NAME };                  \
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
#define EITHER(CONDITION, NAME, OTHER, OPERAND)                               \
    if (CONDITION)                                                            \
        U(NAME, OPERAND)                                                      \
    else                                                                      \
        U(OTHER, OPERAND)
#define AT(NAME, DEPTH)                                                       \
    {                                                                         \
        if (EFFECTS_##NAME & (CALLS | ERRORS))                                \
            SAVE_PC();                                                        \
        if (run_at_##NAME(t, f, locals, sp, (DEPTH)) == UOP_ERROR)            \
            ERROR();                                                          \
        sp += DELTA_##NAME + 1;                                               \
    }
/* The stack itself is what Thread.args would be. */
#define OVER(NAME, N, OPERAND)                                                \
    {                                                                         \
        SAVE_PC();                                                            \
        sp -= (int64_t)(N);                                                   \
        if (over_##NAME(t, sp, (OPERAND)) == UOP_ERROR)                       \
            ERROR();                                                          \
        sp += DELTA_##NAME;                                                   \
    }
#define SPREAD(NAME, N)                                                       \
    {                                                                         \
        Value v_ = *--sp;                                                     \
        for (uint32_t i_ = (N); i_-- > 0; sp++)                               \
            uop_##NAME(t, f, locals, i_, v_, sp);                             \
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
#define JUMP pc += unit_signed_arg(u);
#define JUMP_IF(NAME, OPERAND)                                                \
    if (run_##NAME(t, f, locals, sp--, (OPERAND)) == UOP_NEXT)                \
        pc += unit_signed_arg(u);
#define ADAPTIVE ADAPT_FORM(opcode);
#define UNCHANGED                                                             \
    if (!type_is_unchanged(pc))                                               \
        MISS();
#define KEYS(DICT, VERSION, NAME)                                             \
    if (uop_GUARD_KEYS_VERSION_OF(t, f, locals, (VERSION),                    \
                                  value_from_pointer(DICT)) == UOP_EXIT)      \
        MISS();
#define ENTRY(DICT, I, NAME)                                                  \
    uop_LOAD_DICT_ENTRY(t, f, locals, (I), value_from_pointer(DICT), sp++);
#define FITS(FORM) HIT(FORM);
#define CALL_FITS(FORM)                                                       \
    OPERANDS                                                                  \
    HIT_CALL(FORM);
#define OPERANDS CALL_OPERANDS();
#define CALLABLE callable
#define ARGS args
#define N_ARGS n
#define ANSWER(VALUE)                                                         \
    {                                                                         \
        *base = (VALUE);                                                      \
        sp = base + 1;                                                        \
    }
#define RESULT(CALL)                                                          \
    {                                                                         \
        CHECK(v_, CALL);                                                      \
        ANSWER(v_)                                                            \
    }
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
#define UNDER(N)                                                              \
    {                                                                         \
        int64_t n_ = (int64_t)(N);                                            \
        sp[-1 - n_] = sp[-1];                                                 \
        sp -= n_;                                                             \
    }
#define NULL_FOR_CALL PUSH_NULL_FOR_CALL();
#define BY(N, CALL)                                                           \
    {                                                                         \
        Value *to_ = sp - (int64_t)(N);                                       \
        CHECK(v_, CALL);                                                      \
        *to_ = v_;                                                            \
        sp = to_ + 1;                                                         \
    }
#define BY_TWO(N, CALL)                                                       \
    {                                                                         \
        Value second;                                                         \
        CHECK(v_, CALL);                                                      \
        sp += 2 - (int64_t)(N);                                               \
        sp[-2] = second;                                                      \
        sp[-1] = v_;                                                          \
    }
#define FOUND_BY(N, CALL, METHOD)                                             \
    if (arg & 1) {                                                            \
        Value self = UNBOUND;                                                 \
        CHECK(v_, METHOD);                                                    \
        sp += 2 - (int64_t)(N);                                               \
        sp[-2] = v_;                                                          \
        sp[-1] = value_is_unbound(self) ? NULL_VALUE : self;                  \
    } else                                                                    \
        BY(N, CALL)
#define INTO(N, CALL)                                                         \
    {                                                                         \
        DO(0, CALL)                                                           \
        sp += (int64_t)(N) - 1;                                               \
    }
#define DO(N, CALL)                                                           \
    {                                                                         \
        SAVE_PC();                                                            \
        if (__builtin_expect((CALL) < 0, 0))                                  \
            ERROR();                                                          \
        sp -= (int64_t)(N);                                                   \
    }
#define EXPECT(CLASS)                                                         \
    if (slow_expect(t, TOP(1), CLASS) < 0)                                    \
        goto reraise;
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
    static const void *const record_all[256] = {[0 ... 255] = &&record};
    /* Read where it is needed: gcc would keep a constant in a register that all
     * handlers could do with. */
    static const void *const *const volatile record_labels = record_all;
    const void *const *table = t->dispatch;
    CodeUnit u;
    CodeUnit *pc;
    Value *sp, *locals;
    const Slot *consts;
    bool reraised = false;

    if (DEBUG)
        t->n_entries++;
    if (__builtin_expect(!value_is_null(t->exc), 0))
        goto raising;
    ENTER_FRAME(f);
    DISPATCH();

#include "exec/instrs.def"

#include "exec/interp_attr.h"
#include "exec/interp_call.h"
#include "exec/interp_flow.h"
#include "exec/interp_traced.h"

record:
    if (__builtin_expect(t->tracing, 0)) {
        table = t->dispatch; /* the recording is over already */
        goto traced;
    }
    if (!trace_hooks.record(t, f, pc - 1, sp))
        table = t->dispatch;
    u = pc[-1];
    goto *labels[u & 0xff];

miss: /* the operands are not what the instruction is specialized for */
    if (table == record_labels &&
        !trace_hooks.record_miss(t, f, pc - 1, sp))
        table = t->dispatch;
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
        table = t->dispatch;
    }
    if (!unwind(t, &f, reraised))
        return NULL_VALUE;
    reraised = false;
    ENTER_FRAME(f);
    DISPATCH();

raising: /* a generator's throw(), or tracing_init */
    if (f == NULL) {
        INTERP_TABLES(t->rt->dispatch);
        return NULL_VALUE;
    }
    ENTER_FRAME(f);
    if (t->tracing && tracing_enter(t, f) < 0)
        goto leave_raising;
    ERROR();
}
