/* SPDX-License-Identifier: MIT */
/*
 * Folding.  Constants are folded by running the micro-op's own body; boxes
 * cancel; a guard on a comparison's result becomes a guard that compares.
 *
 * What calls C and FOLDS may make an object, which the collector finds in
 * Opt.folded until the trace is there.  What would raise or leave is not folded:
 * it does so where it stands.
 */
#include "trace/opt.h"
#include "object/error/raise.h"
#include "trace/uop_eval.h"
#include <string.h>

static bool is_const(const Opt *o, Ref ref)
{
    return ins_is_const(opt_ins(o, ref));
}

/* Ops whose body may run on constants now. */
static bool can_evaluate(const Opt *o, const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    if (effects & FOLDS)
        return o->folded->n < RECORD_MAX_FOLDED;
    if (effects & (LEAF | CALLS | ERRORS | FRAME | UOP_READS | UOP_WRITES))
        return false;
    return ins_info(ins)->n_in > 0 && (effects & (PURE | GUARD)) != 0;
}

/* Runs the op.  A C function that called what is traced now may not have read
 * all of its arguments in Thread.args, nor that which raised looked at t->exc,
 * nor a MemoryError come that was to: all are put back. */
static UopResult run(Opt *o, const Ins *ins, const uint64_t *in, uint64_t *out)
{
    if (!(ins_info(ins)->effects & FOLDS))
        return uop_eval(ins->op, ins->operand, in, out);
    Value args[RECORD_MAX_ARGS];
    Value pending = o->t->exc;
    bool refused = raise_no_memory_take(o->t); /* before, elsewhere */
    memcpy(args, o->t->args, sizeof args);
    o->t->exc = NULL_VALUE;
    UopResult r = uop_eval_for(o->t, ins->op, ins->operand, in, out);
    if (raise_no_memory_take(o->t)) /* by an op that does not fail itself */
        r = UOP_ERROR;
    if (refused)
        raise_no_memory_later(o->t);
    o->t->exc = pending;
    memcpy(o->t->args, args, sizeof args);
    if (r == UOP_NEXT && ins_info(ins)->out != FLOAT)
        o->folded->values[o->folded->n++] = VALUE_BITS(*out);
    return r;
}

static Ref evaluate(Opt *o, const Ins *ins)
{
    const UopInfo *info = ins_info(ins);
    uint64_t in[3] = {0}, out;
    if (!can_evaluate(o, ins))
        return OPT_KEEP;
    for (int i = 0; i < info->n_in; i++) {
        if (!is_const(o, ins->in[i]))
            return OPT_KEEP;
        in[i] = opt_ins(o, ins->in[i])->operand;
    }
    UopResult r = run(o, ins, in, &out);
    if (info->effects & GUARD)
        return r == UOP_NEXT ? OPT_DROP : OPT_CONTRADICTION;
    if (r != UOP_NEXT)
        return OPT_KEEP;
    if (info->out == FLOAT) {
        union {
            uint64_t u;
            double d;
        } x = {out};
        return opt_const_float(o, x.d);
    }
    return opt_const(o, out);
}

/* Whether a GUARD_IS (or _IS_NOT) asks for true; -1: for neither. */
static int wanted_truth(const Ins *ins)
{
    bool is = ins->op == UOP_GUARD_IS;
    if (ins->operand == TRUE_VALUE.bits)
        return is;
    if (ins->operand == FALSE_VALUE.bits)
        return !is;
    return -1;
}

/* Rewrites a guard on a condition; true when it did. */
static bool fuse(Opt *o, Ins *ins)
{
    const Ins *c = opt_ins(o, ins->in[0]);
    int truth = wanted_truth(ins);
    if (truth < 0)
        return false;
    switch (c->op) {
    case UOP_UNARY_NOT:
        ins->in[0] = c->in[0];
        ins->op = UOP_GUARD_IS;
        ins->operand = truth ? FALSE_VALUE.bits : TRUE_VALUE.bits;
        fuse(o, ins);
        return true;
    case UOP_TO_BOOL_INT: {
        Ref v = c->in[0];
        ins->in[1] = opt_const(o, value_from_int(0).bits);
        ins->in[0] = v;
        ins->op = truth ? UOP_GUARD_NE_INT : UOP_GUARD_EQ_INT;
        ins->operand = 0;
        return true;
    }
    default: break;
    }
    if (ins_info(c)->guards == 0)
        return false;
    ins->op = (uint16_t)(ins_info(c)->guards + c->operand);
    if (!truth)
        ins->op = ins_info(ins)->negated;
    ins->in[0] = c->in[0];
    ins->in[1] = c->in[1];
    ins->operand = 0;
    return true;
}

/* GUARD_SAME with a constant compares with an immediate. */
static void same_as_const(Opt *o, Ins *ins)
{
    int k = is_const(o, ins->in[1]) ? 1 : is_const(o, ins->in[0]) ? 0 : -1;
    if (k < 0)
        return;
    ins->operand = opt_ins(o, ins->in[k])->operand;
    ins->in[0] = ins->in[1 - k];
    ins->in[1] = NO_REF;
    ins->op = ins->op == UOP_GUARD_SAME ? UOP_GUARD_IS : UOP_GUARD_IS_NOT;
}

static bool is_int_const(const Opt *o, Ref ref, int64_t i)
{
    const Ins *ins = opt_ins(o, ref);
    return ins->op == UOP_LOAD_CONST &&
           ins->operand == value_from_int(i).bits;
}

/* x + 0, x - 0, x * 1 and the like. */
static Ref identities(Opt *o, const Ins *ins)
{
    switch (ins->op) {
    case UOP_BINARY_OP_ADD_INT:
    case UOP_BINARY_OP_OR_INT:
    case UOP_BINARY_OP_XOR_INT:
        if (is_int_const(o, ins->in[0], 0))
            return ins->in[1];
        /* fallthrough */
    case UOP_BINARY_OP_SUBTRACT_INT:
    case UOP_BINARY_OP_LSHIFT_INT:
    case UOP_BINARY_OP_RSHIFT_INT:
        return is_int_const(o, ins->in[1], 0) ? ins->in[0] : OPT_KEEP;
    case UOP_BINARY_OP_MULTIPLY_INT:
        if (is_int_const(o, ins->in[0], 1))
            return ins->in[1];
        return is_int_const(o, ins->in[1], 1) ? ins->in[0] : OPT_KEEP;
    default: return OPT_KEEP;
    }
}

/* Division by a power of two rounds down as shifts and masks do. */
static void reduce_division(Opt *o, Ins *ins)
{
    if (ins->op != UOP_BINARY_OP_MOD_INT &&
        ins->op != UOP_BINARY_OP_FLOORDIV_INT)
        return;
    const Ins *divisor = opt_ins(o, ins->in[1]);
    if (divisor->op != UOP_LOAD_CONST)
        return;
    int64_t d = value_to_int(VALUE_BITS(divisor->operand));
    if (d <= 0 || (d & (d - 1)) != 0)
        return;
    bool mod = ins->op == UOP_BINARY_OP_MOD_INT;
    ins->op = mod ? UOP_BINARY_OP_AND_INT : UOP_BINARY_OP_RSHIFT_INT;
    ins->in[1] = opt_const(
        o, value_from_int(mod ? d - 1 : __builtin_ctzll((uint64_t)d)).bits);
}

/* A part of an object that the trace has made itself. */
static Ref part_of(const Opt *o, const Ins *ins)
{
    if (ins_info(ins)->n_in == 0)
        return OPT_KEEP;
    const Ins *made = opt_maker(o, ins->in[0]);
    switch (ins->op) {
    case UOP_LOAD_TUPLE_ITEM:
        return opt_is_tuple(made) ? made->in[ins->operand] : OPT_KEEP;
    case UOP_LOAD_CLOSURE_CELL:
        if (made->op == UOP_MAKE_CLOSURE)
            made = opt_maker(o, made->in[1]);
        return opt_is_tuple(made) ? made->in[ins->operand] : OPT_KEEP;
    case UOP_LOAD_METHOD_FUNCTION:
        return made->op == UOP_METHOD_NEW ? made->in[0] : OPT_KEEP;
    case UOP_LOAD_METHOD_SELF:
        return made->op == UOP_METHOD_NEW ? made->in[1] : OPT_KEEP;
    default: return OPT_KEEP;
    }
}

Ref opt_fold(Opt *o, Ins *ins)
{
    if ((ins->op == UOP_UNBOX_FLOAT || ins->op == UOP_UNBOX_FLONUM) &&
        opt_ins(o, ins->in[0])->op == UOP_BOX_FLOAT)
        return opt_ins(o, ins->in[0])->in[0];
    if ((ins->op == UOP_GUARD_IS || ins->op == UOP_GUARD_IS_NOT) &&
        !is_const(o, ins->in[0]))
        fuse(o, ins);
    if (ins->op == UOP_GUARD_SAME || ins->op == UOP_GUARD_NOT_SAME) {
        if (ins->in[0] == ins->in[1])
            return ins->op == UOP_GUARD_SAME ? OPT_DROP : OPT_CONTRADICTION;
        same_as_const(o, ins);
    }
    reduce_division(o, ins);
    Ref ref = evaluate(o, ins);
    if (ref == OPT_KEEP)
        ref = part_of(o, ins);
    return ref != OPT_KEEP ? ref : identities(o, ins);
}
