/* SPDX-License-Identifier: MIT */
/* Whether a tree that no parser made is one that a parser could have made, as far
 * as the compiler relies on it. */
#ifndef ADDER_MODULE_AST_VALIDATE_H
#define ADDER_MODULE_AST_VALIDATE_H

#include "object/core/object.h"
#include "syntax/ast.h"

/* 0, or -1 with an exception that has CPython's words. */
int ast_validate(Thread *t, const Ast *tree);

#endif
