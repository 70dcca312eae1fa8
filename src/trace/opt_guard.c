/* SPDX-License-Identifier: MIT */
/*
 * Type propagation and removal of guards.  A trace is straight: what an
 * instruction proves holds for all that follow, but for the shapes of
 * instances, which calls and stores may change.
 */
#include "trace/opt.h"
#include "trace/watch.h"

/* Builtin layouts keep their shape; instances may get attributes.  A module, alone
 * of what is builtin, may get another class: then all traces go (watch.c). */
static bool shape_is_fixed(uint32_t shape)
{
    return shape < SHAPE_FIRST_FREE;
}

/* The shape of an instance today says nothing of tomorrow. */
static Fact fact_of_const(uint64_t bits)
{
    Value v = VALUE_BITS(bits);
    if (value_is_null(v) || value_is_unbound(v))
        return (Fact){0};
    if (value_is_int(v))
        return (Fact){.kind = FACT_INT};
    if (value_is_flonum(v))
        return (Fact){.kind = FACT_FLOAT};
    if (value_is_bool(v))
        return (Fact){.kind = FACT_BOOL};
    if (!value_is_pointer(v))
        return (Fact){0};
    if (value_header(v)->shape == SHAPE_FLOAT)
        return (Fact){.kind = FACT_FLOAT};
    if (!shape_is_fixed(value_header(v)->shape))
        return (Fact){0};
    return (Fact){.kind = FACT_SHAPE, .shape = value_header(v)->shape};
}

static Fact fact_of_op(const Ins *ins)
{
    const UopInfo *info = ins_info(ins);
    unsigned kind = info->fact & 0xff;
    if (!(info->fact & FACT_YIELDS))
        return (Fact){0};
    if (kind == FACT_CONST)
        return fact_of_const(ins->operand);
    if (kind == FACT_SHAPE)
        return (Fact){.kind = FACT_SHAPE,
                      .shape = info->shape ? info->shape
                                           : (uint32_t)ins->operand};
    return (Fact){.kind = (uint8_t)kind};
}

Fact opt_fact(const Opt *o, Ref ref)
{
    Fact f = o->facts[ref];
    if (f.kind == FACT_SHAPE && !shape_is_fixed(f.shape) &&
        (f.since < o->last_call || f.since < o->last_shape_write))
        return (Fact){0};
    return f;
}

bool opt_fact_implies(Fact has, Fact wanted)
{
    return wanted.kind == FACT_NONE ||
           (has.kind == wanted.kind &&
            (has.kind != FACT_SHAPE || has.shape == wanted.shape));
}

static Ref check(Fact has, Fact wanted)
{
    if (opt_fact_implies(has, wanted))
        return OPT_DROP;
    return has.kind != FACT_NONE ? OPT_CONTRADICTION : OPT_KEEP;
}

/* Can a value of which this is known be the immediate or pointer `bits`? */
static bool may_be(Fact f, uint64_t bits)
{
    Fact c = fact_of_const(bits);
    if (f.kind == FACT_NONE)
        return true;
    if (c.kind == FACT_NONE) /* None, unbound: none of the known kinds */
        return value_is_pointer(VALUE_BITS(bits)) && f.kind == FACT_SHAPE;
    return opt_fact_implies(c, f);
}

/* A function that the trace makes itself, of the code that is asked for. */
static bool is_closure_of(const Opt *o, const Ins *guard)
{
    const Ins *made = opt_maker(o, guard->in[0]);
    if (guard->op != UOP_GUARD_FUNCTION_CODE ||
        (made->op != UOP_MAKE_FUNCTION && made->op != UOP_MAKE_CLOSURE))
        return false;
    const FramePlan *plan = (const FramePlan *)(uintptr_t)guard->operand;
    const Ins *code = opt_ins(o, made->in[0]);
    return code->op == UOP_LOAD_CONST &&
           code->operand == (uint64_t)(uintptr_t)plan->code &&
           made->operand == (uint64_t)(uintptr_t)plan->globals;
}

Ref opt_guard(Opt *o, const Ins *ins)
{
    bool unboxes = ins->op == UOP_UNBOX_FLONUM;
    if ((!(ins_info(ins)->effects & GUARD) && !unboxes) ||
        ins_info(ins)->n_in == 0)
        return OPT_KEEP;
    Fact f = opt_fact(o, ins->in[0]);
    if (unboxes)
        return f.kind == FACT_NONE || f.kind == FACT_FLOAT ? OPT_KEEP
                                                           : OPT_CONTRADICTION;
    switch (ins->op) {
    case UOP_GUARD_INT: return check(f, (Fact){.kind = FACT_INT});
    case UOP_GUARD_FLOAT: return check(f, (Fact){.kind = FACT_FLOAT});
    case UOP_GUARD_ANY_INT:
        if (opt_maker(o, ins->in[0])->op == UOP_BINARY_OP_ANY_INT ||
            f.kind == FACT_INT)
            return OPT_DROP;
        return check(f, (Fact){.kind = FACT_SHAPE, .shape = SHAPE_INT});
    case UOP_GUARD_BOOL: return check(f, (Fact){.kind = FACT_BOOL});
    case UOP_GUARD_SHAPE:
        return check(f, (Fact){.kind = FACT_SHAPE,
                               .shape = (uint32_t)ins->operand});
    case UOP_GUARD_BOUND: {
        const Ins *v = opt_ins(o, ins->in[0]);
        if (v->op == UOP_LOAD_CONST)
            return v->operand == UNBOUND.bits ? OPT_CONTRADICTION : OPT_DROP;
        return f.kind != FACT_NONE ? OPT_DROP : OPT_KEEP;
    }
    case UOP_GUARD_IS:
        return may_be(f, ins->operand) ? OPT_KEEP : OPT_CONTRADICTION;
    case UOP_GUARD_IS_NOT:
        return may_be(f, ins->operand) ? OPT_KEEP : OPT_DROP;
    case UOP_GUARD_TUPLE_LEN: {
        const Ins *made = opt_maker(o, ins->in[0]);
        if (!opt_is_tuple(made))
            return OPT_KEEP;
        return ins->operand == ins_info(made)->n_in
                   ? OPT_DROP
                   : OPT_CONTRADICTION;
    }
    case UOP_GUARD_FUNCTION_CODE:
    case UOP_GUARD_FUNCTION_VERSION: {
        if (is_closure_of(o, ins))
            return OPT_DROP;
        const Ins *v = opt_ins(o, ins->in[0]);
        if (v->op != UOP_LOAD_CONST)
            return OPT_KEEP;
        void *fn = (void *)(uintptr_t)v->operand;
        watch_object(fn, NULL);
        if (!trace_add_dependency(o->out, fn, NULL))
            return OPT_KEEP;
        return OPT_DROP;
    }
    default: return OPT_KEEP;
    }
}

/* What is known once `ins`, now instruction `ref`, has passed. */
void opt_learn(Opt *o, Ref ref, const Ins *ins)
{
    const UopInfo *info = ins_info(ins);
    Fact f = fact_of_op(ins);
    f.since = ref;
    o->facts[ref] = f;
    if (info->effects & CALLS)
        o->last_call = ref;
    if (info->effects & WRITES_SHAPE) {
        o->last_shape_write = ref;
        if (ins->op == UOP_STORE_ATTR_ADD)
            o->facts[ins->in[1]] = (Fact){
                .kind = FACT_SHAPE,
                .shape = (uint32_t)(ins->operand >> 32),
                .since = ref,
            };
    }
    if (ins->op == UOP_UNBOX_FLONUM)
        o->facts[ins->in[0]] = (Fact){.kind = FACT_FLOAT, .since = ref};
    if (!(info->fact & FACT_PROVES))
        return;
    switch (info->fact & 0xff) {
    case FACT_INT: f.kind = FACT_INT; break;
    case FACT_FLOAT: f.kind = FACT_FLOAT; break;
    case FACT_BOOL: f.kind = FACT_BOOL; break;
    case FACT_SHAPE:
        f.kind = FACT_SHAPE;
        f.shape = (uint32_t)ins->operand;
        break;
    default:
        f = fact_of_const(ins->operand);
        if (f.kind == FACT_NONE)
            return; /* what was known still holds */
        break;
    }
    f.since = ref;
    o->facts[ins->in[0]] = f;
}
