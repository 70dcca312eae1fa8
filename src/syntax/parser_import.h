/* SPDX-License-Identifier: MIT */
/* The two import statements. */
#ifndef ADDER_SYNTAX_PARSER_IMPORT_H
#define ADDER_SYNTAX_PARSER_IMPORT_H

#include "syntax/parser.h"

Ast *parser_import(Parser *p);
Ast *parser_import_from(Parser *p);

#endif
