/* SPDX-License-Identifier: MIT */
/* Objects as trees of the parser: programs may have put anything together. */
#ifndef ADDER_MODULE_AST_READ_H
#define ADDER_MODULE_AST_READ_H

#include "object/core/object.h"
#include "object/container/list.h"
#include "syntax/syntax.h"

/*
 * The tree that a node stands for, in the arena, when it is of the kind `root`.
 * Constants stay the objects they were: `keep`, a list, holds them, and is to live
 * as long as the tree.  Runs Python code; 0, or -1 with an exception.
 */
int ast_read(Thread *t, Arena *arena, Value node, AstKind root, List *keep,
             SyntaxTree *tree);

#endif
