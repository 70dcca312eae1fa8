/* SPDX-License-Identifier: MIT */
/* Arguments of calls and of class statements. */
#ifndef ADDER_SYNTAX_PARSER_CALL_H
#define ADDER_SYNTAX_PARSER_CALL_H

#include "syntax/parser.h"

typedef struct Arguments {
    AstList args;
    AstList keywords;
} Arguments;

/* At the bracket: a Call of func, which began at start. */
Ast *parser_call(Parser *p, const Token *start, Ast *func);

/* `[arguments] )` after the bracket of a call or a class. */
bool parser_call_arguments(Parser *p, Arguments *out);

#endif
