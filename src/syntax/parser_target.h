/* SPDX-License-Identifier: MIT */
/* Targets of assignment, for, with and del. */
#ifndef ADDER_SYNTAX_PARSER_TARGET_H
#define ADDER_SYNTAX_PARSER_TARGET_H

#include "syntax/parser.h"

/* One or more targets, the Tuple of them if there is a comma. */
Ast *parser_target_star_targets(Parser *p);
/* One, perhaps starred. */
Ast *parser_target_star_target(Parser *p);

/* Whether e, parsed as an expression, may be assigned to (`a, *b`). */
bool parser_target_is_assignable(const Ast *e);
/* Whether e may be deleted. */
bool parser_target_is_deletable(const Ast *e);
/* Whether e may be annotated or augmented. */
bool parser_target_is_single(const Ast *e);

/* Makes Load of e and of the parts of a display into ctx. */
void parser_target_set_context(Ast *e, AstOp ctx);

#endif
