/* SPDX-License-Identifier: MIT */
/* Trees of the parser as objects. */
#ifndef ADDER_MODULE_AST_OBJECTS_H
#define ADDER_MODULE_AST_OBJECTS_H

#include "object/core/object.h"
#include "syntax/ast.h"

/* Nodes for the whole tree, in new objects but for operators; null on error:
 * RecursionError for one too deep, SyntaxError in `filename` for a number too
 * long. */
Value ast_objects(Thread *t, const Ast *root, Str *filename);

#endif
