/* SPDX-License-Identifier: MIT */
/* Rules of patterns in trees that no parser made. */
#ifndef ADDER_MODULE_AST_PATTERN_H
#define ADDER_MODULE_AST_PATTERN_H

#include "object/core/object.h"
#include "syntax/ast.h"

/* Of one pattern and where its parts may be stars, not of the parts themselves: 0
 * or -1. */
int ast_pattern_check(Thread *t, const Ast *pattern);
/* Where stars are not: 0 or -1. */
int ast_pattern_no_star(Thread *t, const Ast *pattern);

#endif
