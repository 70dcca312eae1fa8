/* SPDX-License-Identifier: MIT */
/* Statements and blocks of them. */
#ifndef ADDER_SYNTAX_PARSER_STMT_H
#define ADDER_SYNTAX_PARSER_STMT_H

#include "syntax/parser.h"

/* After the colon; an empty list when there is no block. */
AstList parser_stmt_block(Parser *p);

/*
 * Before parser_stmt_block: fails, while diagnosing, if the line ends and no
 * indentation follows.  `what` is "'if' statement" or the like.
 */
void parser_stmt_diagnose_block(Parser *p, const Token *start,
                                const char *what);

/* Accepts the colon of a block; a line that ends instead has a name. */
bool parser_stmt_colon(Parser *p);

/* file_input, eval_input, single_input: the whole tree, or NULL. */
Ast *parser_stmt_file(Parser *p);
Ast *parser_stmt_eval(Parser *p);
Ast *parser_stmt_interactive(Parser *p);
Ast *parser_stmt_function_type(Parser *p);

#endif
