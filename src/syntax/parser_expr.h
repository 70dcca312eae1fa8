/* SPDX-License-Identifier: MIT */
/* Expressions, from operators up; names are those of Python's grammar. */
#ifndef ADDER_SYNTAX_PARSER_EXPR_H
#define ADDER_SYNTAX_PARSER_EXPR_H

#include "syntax/parser.h"

Ast *parser_expr_star_expressions(Parser *p);
Ast *parser_expr_star_named(Parser *p);
Ast *parser_expr_named(Parser *p);
/* `NAME := value`, or NULL. */
Ast *parser_expr_assignment(Parser *p);
Ast *parser_expr_expression(Parser *p);
/* The same, undiagnosed. */
Ast *parser_expr_undiagnosed(Parser *p);
Ast *parser_expr_disjunction(Parser *p);
Ast *parser_expr_bitwise_or(Parser *p);
Ast *parser_expr_yield(Parser *p);
/* `* expression`, as in calls, and `* bitwise_or`, as in displays. */
Ast *parser_expr_starred(Parser *p);
Ast *parser_expr_starred_bitwise_or(Parser *p);

/* Whether the expression before this is not the left side of a `:=`. */
static inline bool parser_expr_is_not_named(const Parser *p)
{
    return !parser_at(p, TOKEN_COLON_EQUAL);
}

#endif
