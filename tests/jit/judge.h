/* SPDX-License-Identifier: MIT */
/* Does a stencil what its micro-op's body does?  See judge.c. */
#ifndef ADDER_TESTS_JIT_JUDGE_H
#define ADDER_TESTS_JIT_JUDGE_H

#include <stdbool.h>
#include "place.h"

typedef struct Verdict {
    bool agrees;
    unsigned endings; /* those seen: 1 << UopResult */
    uint64_t runs;
    char text[512];   /* lines about the first difference */
} Verdict;

/* Fewer inputs: a divisor, for emulators. */
extern int judge_haste;

/* Runs `piece`, which is the stencil's code or a mutant's, on many inputs. */
void judge(const Stencil *s, const Piece *piece, Verdict *v);
const char *judge_name(unsigned op);

#endif
