/* SPDX-License-Identifier: MIT */
/* Atoms, displays and comprehensions, and the primaries built on them. */
#ifndef ADDER_SYNTAX_PARSER_ATOM_H
#define ADDER_SYNTAX_PARSER_ATOM_H

#include "syntax/parser.h"

Ast *parser_atom(Parser *p);
/* Atom and trailers: attributes, calls, subscripts. */
Ast *parser_atom_primary(Parser *p);
Ast *parser_atom_await_primary(Parser *p);

#endif
