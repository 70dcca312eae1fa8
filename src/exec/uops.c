/* SPDX-License-Identifier: MIT */
/* The property table of the micro-ops. */
#include "exec/uops.h"

#define NOTHING FACT_NONE
#define YIELDS(what) (FACT_YIELDS | FACT_##what)
#define PROVES(what) (FACT_PROVES | FACT_##what)
#define KINDS(...) {__VA_ARGS__}
#define FIRST_KIND(...) FIRST_(__VA_ARGS__, KIND_OF_NONE)
#define FIRST_(a, ...) (a + 0)

const UopInfo uop_info[UOP_COUNT] = {
#define UOP(NAME, n_in_, ins, n_out_, outs, operand_, fact_, effects_)        \
    [UOP_##NAME] = {.name = "_" #NAME,                                        \
                    .n_in = n_in_,                                            \
                    .n_out = n_out_,                                          \
                    .in = KINDS ins,                                          \
                    .out = FIRST_KIND outs,                                   \
                    .operand = operand_,                                      \
                    .fact = fact_,                                            \
                    .effects = effects_},
#include "abi/uops.def"
#undef UOP
};
