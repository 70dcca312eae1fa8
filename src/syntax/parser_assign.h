/* SPDX-License-Identifier: MIT */
/* Statements that begin with an expression. */
#ifndef ADDER_SYNTAX_PARSER_ASSIGN_H
#define ADDER_SYNTAX_PARSER_ASSIGN_H

#include "syntax/parser.h"

/* Assign, AugAssign, AnnAssign or Expr. */
Ast *parser_assign(Parser *p);

#endif
