/* SPDX-License-Identifier: MIT */
/* The match statement and its cases. */
#ifndef ADDER_SYNTAX_PARSER_MATCH_H
#define ADDER_SYNTAX_PARSER_MATCH_H

#include "syntax/parser.h"

/* At the name `match`; NULL may mean that it is just a name. */
Ast *parser_match(Parser *p);

#endif
