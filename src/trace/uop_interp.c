/* SPDX-License-Identifier: MIT */
/*
 * The micro-op interpreter: runs traces as they are, on the bodies.  It is the
 * backend where there are no stencils, and the reference the compiled code is
 * tested against.
 */
#include <alloca.h>
#include "trace/jit_state.h"
#include "trace/uop_eval.h"

typedef union Word {
    uint64_t u;
    double d;
} Word;

static uint64_t value_at(const void *context, Ref ref)
{
    return ((const Word *)context)[ref].u;
}

static bool uop_install(Thread *t, Trace *trace)
{
    (void)t;
    (void)trace;
    return true;
}
static bool uop_remove(Trace *trace) /* it looks before it goes on */
{
    (void)trace;
    return true;
}
static void uop_release(Trace *trace)
{
    (void)trace;
}
static Trace *uop_whereabouts(const Activation *a)
{
    return (Trace *)a->trace;
}
static void uop_link_side(Trace *parent, int32_t exit, Trace *side)
{
    (void)parent;
    (void)exit;
    (void)side;
}

#define GET_ANY(i) VALUE_BITS(v[ins->in[i]].u)
#define GET_INT(i) VALUE_BITS(v[ins->in[i]].u)
#define GET_FLOAT(i) v[ins->in[i]].d
#define PUT_ANY(out) v[pc].u = (out).bits
#define PUT_INT(out) v[pc].u = (out).bits
#define PUT_FLOAT(out) v[pc].d = (out)
#define CTYPE_ANY Value
#define CTYPE_INT Value
#define CTYPE_FLOAT double
#define INS_0()
#define INS_1(a) , GET_##a(0)
#define INS_2(a, b) , GET_##a(0), GET_##b(1)
#define INS_3(a, b, c) , GET_##a(0), GET_##b(1), GET_##c(2)
#define DECLARE_0()
#define DECLARE_1(a) CTYPE_##a out
#define OUTS_0()
#define OUTS_1(a) , &out
#define COMMIT_0()
#define COMMIT_1(a) PUT_##a(out)

/* Runs one instruction. */
static inline UopResult step(Thread *t, Frame *f, const Ins *ins, Ref pc,
                             Word *v)
{
    Value *locals = f->locals;
    uint64_t operand = ins->operand;
    switch (ins->op) {
#define UOP(NAME, n_in, ins_, n_out, outs, operand_, fact, effects, ...)      \
    case UOP_##NAME: {                                                        \
        DECLARE_##n_out outs;                                                 \
        UopResult r = uop_##NAME(t, f, locals,                                \
                                 operand INS_##n_in ins_ OUTS_##n_out outs);  \
        if (r == UOP_NEXT) {                                                  \
            COMMIT_##n_out outs;                                              \
        }                                                                     \
        return r;                                                             \
    }
#include "abi/uops.def"
#undef UOP
    default: return UOP_EXIT;
    }
}

UopResult uop_eval_for(Thread *t, unsigned op, uint64_t operand,
                       const uint64_t *in, uint64_t *out)
{
    Frame no_frame = {0};
    Word v[4] = {{0}, {0}, {0}, {0}};
    Ins ins = {.op = (uint16_t)op, .in = {0, 1, 2}, .operand = operand};
    for (int i = 0; i < uop_info[op].n_in; i++)
        v[i].u = in[i];
    UopResult r = step(t, &no_frame, &ins, 3, v);
    *out = v[3].u;
    return r;
}
UopResult uop_eval(unsigned op, uint64_t operand, const uint64_t *in,
                   uint64_t *out)
{
    return uop_eval_for(NULL, op, operand, in, out);
}

/* The left of each phi takes its right, all at once. */
static void turn(const Trace *trace, Word *v)
{
    Word next[RECORD_MAX_SLOTS];
    for (int32_t i = 0; i < trace->n_phis; i++)
        next[i] = v[trace->phis[i].right];
    for (int32_t i = 0; i < trace->n_phis; i++)
        v[trace->phis[i].left] = next[i];
}

/*
 * Testing only: exit-nth.  Every nth on average, not in step with the guards
 * of a loop: else a chain of traces could be left before it got anywhere, for
 * ever.
 */
static bool forced_exit(const Ins *ins)
{
    static uint32_t random;
    if (jit_state.params.exit_nth == 0 || !(uop_info[ins->op].effects & EXITS) ||
        ins->snapshot < 0 || (ins->flags & INS_BRANCH))
        return false;
    random = random * 1664525 + 1013904223;
    return (random >> 8) % jit_state.params.exit_nth == 0;
}

/* A side trace's values start from its parent's. */
static void take_over(const Trace *side, Word *to, const Word *from)
{
    for (Ref i = 0; i < side->n; i++)
        if (ins_is_parent_value(&side->ins[i]))
            to[i] = from[side->ins[i].operand];
}

/* Parents' values are there, objects left to the exits not wanted. */
static bool is_nothing_to_do(const Ins *ins)
{
    return ins_is_parent_value(ins) || (ins->flags & INS_SUNK);
}

/* Runs a trace until it is left; the exit's snapshot is in *e. */
static void run_one(Thread *t, Activation *a, const Trace *trace, Word *v,
                    Exit *e)
{
    a->values = v;
    for (Ref pc = 0;;) {
        if (pc == trace->n) {
            if (trace->link != LINK_LOOP) {
                *e = (Exit){(Trace *)trace, trace->link_snapshot, UOP_NEXT, 0};
                return;
            }
            turn(trace, v);
            pc = trace->loop;
            continue;
        }
        const Ins *ins = &trace->ins[pc];
        if (uop_info[ins->op].effects & CALLS)
            a->at = ins;
        UopResult r = is_nothing_to_do(ins) ? UOP_NEXT
                      : forced_exit(ins)    ? UOP_EXIT
                                            : step(t, a->frame, ins, pc, v);
        if (__builtin_expect(r != UOP_NEXT, 0)) {
            *e = (Exit){(Trace *)trace, ins->snapshot, r, 0};
            return;
        }
        pc++;
    }
}

static Exit uop_run(Thread *t, Trace *trace, Activation *a)
{
    enum { MAX_WORDS = 2 * RECORD_MAX_INS + 64 };
    Word *v = alloca(MAX_WORDS * sizeof *v);
    Word *spare = alloca(MAX_WORDS * sizeof *spare);
    Exit e;
    for (;;) {
        a->trace = trace;
        run_one(t, a, trace, v, &e);
        if (e.why == UOP_NEXT && trace->link == LINK_TRACE) {
            trace = trace->target;
            continue;
        }
        TraceExit *x = &trace->exits[e.snapshot];
        if (e.why != UOP_ERROR && x->side != NULL && x->side->valid &&
            t->pending == 0) {
            take_over(x->side, spare, v);
            Word *swap = v;
            v = spare;
            spare = swap;
            trace = x->side;
            continue;
        }
        exit_restore(t, trace, e.snapshot, a, e.why == UOP_ERROR, value_at,
                     v);
        return e;
    }
}

static void uop_locate(const Activation *a, Located *l)
{
    const Ins *ins = a->at;
    *l = (Located){.trace = a->trace,
                   .snapshot = ins->snapshot,
                   .value = value_at,
                   .context = a->values};
}

const Backend uop_backend = {
    .name = "micro-op interpreter",
    .install = uop_install,
    .remove = uop_remove,
    .release = uop_release,
    .whereabouts = uop_whereabouts,
    .link_side = uop_link_side,
    .run = uop_run,
    .locate = uop_locate,
};
