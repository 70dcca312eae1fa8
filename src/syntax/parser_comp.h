/* SPDX-License-Identifier: MIT */
/* The `for ... in ... if ...` of comprehensions. */
#ifndef ADDER_SYNTAX_PARSER_COMP_H
#define ADDER_SYNTAX_PARSER_COMP_H

#include "syntax/parser.h"

/* Whether `for` or `async for` is next. */
bool parser_comp_at_for(Parser *p);
/* One or more clauses; an empty list means there are none. */
AstList parser_comp_clauses(Parser *p);
/* The end of a clause: its last condition, or what it runs over. */
Ast *parser_comp_last(const Ast *clause);
/* element, clauses -> ListComp, SetComp or GeneratorExp. */
Ast *parser_comp_node(Parser *p, AstKind kind, const Token *start, Ast *element,
                      AstList clauses);

#endif
