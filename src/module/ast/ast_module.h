/* SPDX-License-Identifier: MIT */
/* What compile() does with syntax trees. */
#ifndef ADDER_MODULE_AST_MODULE_H
#define ADDER_MODULE_AST_MODULE_H

#include "compile/compile.h"
#include "module/ast/ast_classes.h"
#include "object/core/object.h"
#include "syntax/syntax.h"

enum { AST_DEPTH_PER_CALL = 3 }; /* levels of a tree for one Python call */

/* The state of _ast, which is imported if need be; NULL on error. */
AstState *ast_state(Thread *t);
/* Whether the object is a node. */
bool value_is_ast(Value v);
/* Code of a node; NULL on error. */
Code *ast_compile(Thread *t, Value node, Str *filename, CompileMode mode,
                  unsigned flags, int optimize);
/* The tree of source as a node; null on error. */
Value ast_parse(Thread *t, const SyntaxSource *source, Str *filename);

#endif
