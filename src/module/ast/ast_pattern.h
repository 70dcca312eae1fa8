/* SPDX-License-Identifier: MIT */
/* Rules of patterns in trees that no parser made. */
#ifndef ADDER_MODULE_AST_PATTERN_H
#define ADDER_MODULE_AST_PATTERN_H

#include "object/core/object.h"
#include "syntax/ast.h"

/* Of one pattern in its owner, not of its parts: 0 or -1. */
int ast_pattern_check(Thread *t, const Ast *owner, const Ast *pattern);
/* Of an expression in a pattern, once it was found to be one: 0 or -1. */
int ast_pattern_check_expr(Thread *t, const Ast *pattern, const Ast *e);

#endif
