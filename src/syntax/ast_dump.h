/* SPDX-License-Identifier: MIT */
/* The tree as text, letter for letter what Python's ast.dump writes. */
#ifndef ADDER_SYNTAX_AST_DUMP_H
#define ADDER_SYNTAX_AST_DUMP_H

#include "base/buf.h"
#include "syntax/ast.h"

/* ast.dump(tree) */
void ast_dump(Buf *out, const Ast *tree);
/* ast.dump(tree, include_attributes=True) */
void ast_dump_places(Buf *out, const Ast *tree);

#endif
