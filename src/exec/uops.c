/* SPDX-License-Identifier: MIT */
/* The property table of the micro-ops. */
#include "exec/uops.h"
#include "object/type/type.h"

#define NOTHING FACT_NONE
#define YIELDS(what) (FACT_YIELDS | FACT_##what)
#define PROVES(what) (FACT_PROVES | FACT_##what)
#define YIELDS_SHAPE(NAME) FACT_YIELDS | FACT_SHAPE, .shape = SHAPE_##NAME
#define CHOICES(n) .n_choices = n
#define SWAPPED(OP) .swapped = UOP_##OP
#define NEGATED(OP) .negated = UOP_##OP
#define GUARDS(OP) .guards = UOP_##OP
#define EACH(OP) .each = UOP_##OP
#define OBJECT(i) .objects = 1 << (i)
#define IMMEDIATE(how) .takes_immediate = true
#define KINDS(...) {__VA_ARGS__}
#define FIRST_KIND(...) FIRST_(__VA_ARGS__, KIND_OF_NONE)
#define FIRST_(a, ...) (a + 0)

const UopInfo uop_info[UOP_COUNT] = {
#define UOP(NAME, n_in_, ins, n_out_, outs, operand_, fact_, effects_, ...)   \
    [UOP_##NAME] = {.name = "_" #NAME,                                        \
                    .n_in = n_in_,                                            \
                    .n_out = n_out_,                                          \
                    .in = KINDS ins,                                          \
                    .out = FIRST_KIND outs,                                   \
                    .operand = operand_,                                      \
                    .fact = fact_,                                            \
                    .effects = effects_,                                      \
                    __VA_ARGS__},
#include "abi/uops.def"
#undef UOP
};

static bool is_double(const UopInfo *info, int i)
{
    return info->in[i] == FLOAT;
}

bool uop_may_be_one(const UopInfo *info, int i, int j)
{
    ASSERT(i < info->n_in && j < info->n_in);
    return is_double(info, i) == is_double(info, j) &&
           !(info->objects >> i & 1 && info->in[j] == INT) &&
           !(info->objects >> j & 1 && info->in[i] == INT);
}

bool uop_may_have(const UopInfo *info, const uint8_t registers[3])
{
    for (int i = 0; i < info->n_in; i++)
        for (int j = 0; j < i; j++)
            if (registers[i] == registers[j] &&
                is_double(info, i) == is_double(info, j) &&
                !uop_may_be_one(info, i, j))
                return false;
    return true;
}

/* GUARDS: the rows in order of CompareOp, and of IS_OP's operand. */
#define FOLLOWS(first, last, n)                                               \
    _Static_assert((int)UOP_##last == (int)UOP_##first + (n), "uops.def")
FOLLOWS(GUARD_LT_INT, GUARD_LE_INT, COMPARE_LE);
FOLLOWS(GUARD_LT_INT, GUARD_EQ_INT, COMPARE_EQ);
FOLLOWS(GUARD_LT_INT, GUARD_NE_INT, COMPARE_NE);
FOLLOWS(GUARD_LT_INT, GUARD_GT_INT, COMPARE_GT);
FOLLOWS(GUARD_LT_INT, GUARD_GE_INT, COMPARE_GE);
FOLLOWS(GUARD_LT_FLOAT, GUARD_LE_FLOAT, COMPARE_LE);
FOLLOWS(GUARD_LT_FLOAT, GUARD_EQ_FLOAT, COMPARE_EQ);
FOLLOWS(GUARD_LT_FLOAT, GUARD_NE_FLOAT, COMPARE_NE);
FOLLOWS(GUARD_LT_FLOAT, GUARD_GT_FLOAT, COMPARE_GT);
FOLLOWS(GUARD_LT_FLOAT, GUARD_GE_FLOAT, COMPARE_GE);
FOLLOWS(GUARD_SAME, GUARD_NOT_SAME, 1);
