/* SPDX-License-Identifier: MIT */
/* Parameters of functions and lambdas. */
#ifndef ADDER_SYNTAX_PARSER_PARAMS_H
#define ADDER_SYNTAX_PARSER_PARAMS_H

#include "syntax/parser.h"

/* Up to, not including, the bracket or the colon: an `arguments` node. */
Ast *parser_params_of_function(Parser *p);
Ast *parser_params_of_lambda(Parser *p);

#endif
