/* SPDX-License-Identifier: MIT */
/* What stands between brackets: groups, displays, comprehensions. */
#ifndef ADDER_SYNTAX_PARSER_DISPLAY_H
#define ADDER_SYNTAX_PARSER_DISPLAY_H

#include "syntax/parser.h"

/* At the bracket: group, tuple or generator expression. */
Ast *parser_display_paren(Parser *p);
/* List or list comprehension. */
Ast *parser_display_bracket(Parser *p);
/* Dict, set or a comprehension of one. */
Ast *parser_display_brace(Parser *p);
/*
 * After a primary, [ and { are also tried as comprehensions without the right
 * bracket, for the mistakes in them.
 */
void parser_display_diagnose_after_primary(Parser *p);
/* Only a generator expression, or NULL. */
Ast *parser_display_genexp(Parser *p);

#endif
