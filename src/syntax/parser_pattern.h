/* SPDX-License-Identifier: MIT */
/* The patterns of case. */
#ifndef ADDER_SYNTAX_PARSER_PATTERN_H
#define ADDER_SYNTAX_PARSER_PATTERN_H

#include "syntax/parser.h"

/* What stands between `case` and a guard: a pattern or an open sequence. */
Ast *parser_pattern_patterns(Parser *p);

#endif
