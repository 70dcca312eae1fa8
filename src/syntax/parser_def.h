/* SPDX-License-Identifier: MIT */
/* Functions, classes and their decorators. */
#ifndef ADDER_SYNTAX_PARSER_DEF_H
#define ADDER_SYNTAX_PARSER_DEF_H

#include "syntax/parser.h"

Ast *parser_def_function(Parser *p);
Ast *parser_def_class(Parser *p);
Ast *parser_def_decorated(Parser *p);

#endif
