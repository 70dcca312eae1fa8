/* SPDX-License-Identifier: MIT */
/* try, except, except* and finally. */
#ifndef ADDER_SYNTAX_PARSER_TRY_H
#define ADDER_SYNTAX_PARSER_TRY_H

#include "syntax/parser.h"

Ast *parser_try(Parser *p);

#endif
