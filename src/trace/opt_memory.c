/* SPDX-License-Identifier: MIT */
/*
 * Common subexpressions and load forwarding: looks back for an instruction
 * that has computed the same, past what cannot have changed it.
 *
 * In the loop's copy nothing that depends on a value carried round the loop
 * may be taken from the first iteration; what a store of the first iteration
 * wrote is loaded again.
 */
#include "trace/opt.h"

static bool same(const Ins *a, const Ins *b)
{
    return a->op == b->op && a->in[0] == b->in[0] && a->in[1] == b->in[1] &&
           a->in[2] == b->in[2] && a->operand == b->operand;
}

static bool uses_variant(const Opt *o, const Ins *ins)
{
    for (int i = 0; i < ins_info(ins)->n_in; i++)
        if (o->variant[ins->in[i]])
            return true;
    return false;
}

/*
 * Whether an instruction found at `ref` may stand for one of the copy being
 * made.  What was read in the first iteration stands for a read in the loop
 * only if a whole iteration without a change lies between: it must not come
 * from further down.
 */
static bool may_reuse(const Opt *o, Ref ref, const Ins *ins)
{
    if (o->loop < 0 || ref >= o->loop)
        return true;
    if (uses_variant(o, ins))
        return false;
    return !(ins_info(ins)->effects & UOP_READS) ||
           o->origin[ref] <= o->current;
}

static bool shapes_differ(const Opt *o, Ref a, Ref b)
{
    Fact x = opt_fact(o, a), y = opt_fact(o, b);
    return x.kind == FACT_SHAPE && y.kind == FACT_SHAPE && x.shape != y.shape;
}

/* -1 and 2 may be the same index. */
static bool is_const_index(const Opt *o, Ref ref)
{
    const Ins *ins = opt_ins(o, ref);
    return ins->op == UOP_LOAD_CONST && (int64_t)ins->operand >= 0;
}

static bool is_const_ref(const Opt *o, Ref ref)
{
    return ins_is_const(opt_ins(o, ref));
}

typedef enum Effect { PASSES, CLOBBERS, DEFINES } Effect;

/* What the store `s` does to the attribute that `ins` loads. */
static Effect attr_store(const Opt *o, const Ins *s, const Ins *ins)
{
    uint8_t kind = ins_info(s)->operand;
    uint64_t offset = kind == OFFSET_SHAPE ? (uint32_t)s->operand : s->operand;
    bool extra = kind == PAIR;
    if (extra != (ins_info(ins)->operand == PAIR) || offset != ins->operand)
        return PASSES;
    if (s->in[1] == ins->in[0])
        return DEFINES;
    return shapes_differ(o, s->in[1], ins->in[0]) ? PASSES : CLOBBERS;
}

static Effect cell_store(const Opt *o, const Ins *s, const Ins *ins)
{
    if (s->in[1] == ins->in[0])
        return DEFINES;
    return is_const_ref(o, s->in[1]) && is_const_ref(o, ins->in[0]) ? PASSES
                                                                   : CLOBBERS;
}

static Effect list_store(const Opt *o, const Ins *s, const Ins *ins)
{
    bool length = ins->op == UOP_LIST_LEN || ins->op == UOP_GUARD_LIST_LEN;
    if (s->op != UOP_STORE_SUBSCR_LIST_INT)
        return CLOBBERS; /* after append() an index from the end is of another
                            item, after a leaf anything may be */
    if (length)
        return PASSES;
    if (ins->op == UOP_BINARY_SUBSCR_LIST_INT && s->in[1] == ins->in[0]) {
        if (s->in[2] == ins->in[1])
            return DEFINES;
        if (is_const_index(o, s->in[2]) && is_const_index(o, ins->in[1]))
            return PASSES;
    }
    return CLOBBERS;
}

static Effect effect_on(const Opt *o, const Ins *s, const Ins *ins)
{
    uint32_t effects = ins_info(s)->effects;
    uint32_t reads = ins_info(ins)->effects & UOP_READS;
    if (effects & CALLS)
        return CLOBBERS;
    if ((((effects & UOP_WRITES) >> UOP_WRITES_SHIFT) & reads) == 0)
        return PASSES;
    if (reads & READS_ATTR)
        return attr_store(o, s, ins);
    if (reads & READS_CELL)
        return cell_store(o, s, ins);
    if (reads & READS_LIST)
        return list_store(o, s, ins);
    return CLOBBERS;
}

Ref opt_forward(Opt *o, const Ins *ins)
{
    uint32_t effects = ins_info(ins)->effects;
    /* Whether a guard on values passes is a pure function of them. */
    bool pure = (effects & PURE) != 0 ||
                ((effects & GUARD) && !(effects & UOP_READS));
    if ((!pure && !(effects & UOP_READS)) ||
        (effects & (UOP_WRITES | CALLS | FRAME)) || ins->op == UOP_BOX_FLOAT)
        return OPT_KEEP;
    for (Ref ref = o->out->n - 1; ref >= 0; ref--) {
        const Ins *s = opt_ins(o, ref);
        if (s->op == UOP_CELL_NEW && ins->op == UOP_LOAD_CELL &&
            ref == ins->in[0])
            return o->loop >= 0 && ref < o->loop ? OPT_KEEP : s->in[0];
        if (same(s, ins))
            return !may_reuse(o, ref, ins) ? OPT_KEEP
                   : (effects & GUARD)     ? OPT_DROP
                                           : ref;
        if (pure)
            continue;
        switch (effect_on(o, s, ins)) {
        case PASSES: break;
        case CLOBBERS: return OPT_KEEP;
        case DEFINES:
            return o->loop >= 0 && ref < o->loop ? OPT_KEEP : s->in[0];
        }
    }
    return OPT_KEEP;
}
