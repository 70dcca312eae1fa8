/* SPDX-License-Identifier: MIT */
/* if, while, for, with; at the keyword or at `async`. */
#ifndef ADDER_SYNTAX_PARSER_COMPOUND_H
#define ADDER_SYNTAX_PARSER_COMPOUND_H

#include "syntax/parser.h"

Ast *parser_compound_if(Parser *p);
Ast *parser_compound_while(Parser *p);
Ast *parser_compound_for(Parser *p);
Ast *parser_compound_with(Parser *p);

/* `else: block`, an empty list when there is none; false after a mistake. */
bool parser_compound_else(Parser *p, AstList *orelse);

#endif
