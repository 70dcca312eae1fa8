/* SPDX-License-Identifier: MIT */
/*
 * Patterns of match statements.
 *
 * A pattern consumes the subject at the top of the stack.  Captured values
 * stay on the stack, below what the pattern still works on, until the whole
 * pattern has matched; a failure jumps to the label that pops as many items
 * as there are.
 */
#ifndef ADDER_COMPILE_GEN_PATTERN_H
#define ADDER_COMPILE_GEN_PATTERN_H

#include "compile/gen.h"

typedef struct Names {
    Str **v;
    size_t n, capacity;
} Names;

typedef struct Pattern {
    Names stores;        /* captured; the first is nearest the top */
    bool may_always_match; /* else an irrefutable pattern is an error */
    int *fail;           /* fail[i]: label that pops i items */
    size_t n_fail, fail_capacity;
    size_t on_top;       /* items above the captured ones */
} Pattern;

void gen_pattern(Compiler *c, Ast *pattern, Pattern *p);
/* The label that pops n items. */
int gen_pattern_fail_label(Compiler *c, Pattern *p, size_t n);
/* Defines the failure labels here. */
void gen_pattern_failures(Compiler *c, Pattern *p);
/* `_` */
static inline bool gen_pattern_is_wildcard(const Ast *pattern)
{
    return pattern->kind == AST_MatchAs && pattern->u.MatchAs.name == NULL &&
           pattern->u.MatchAs.pattern == NULL;
}

#endif
