/* SPDX-License-Identifier: MIT */
/*
 * Better names than "invalid syntax" for mistakes in expressions and targets.
 * Each function leaves the position where it was, unless it fails.
 */
#ifndef ADDER_SYNTAX_PARSER_DIAGNOSE_H
#define ADDER_SYNTAX_PARSER_DIAGNOSE_H

#include "syntax/parser.h"
#include "syntax/parser_fail.h"

typedef enum TargetUse { TARGET_STAR, TARGET_FOR, TARGET_DEL } TargetUse;

void parser_diagnose_expression(Parser *p);
void parser_diagnose_named(Parser *p);

/* "function call", "literal": how errors call an expression. */
const char *parser_diagnose_describe(const Ast *e);

/* Fails if a part of e is no target; answers NULL. */
void *parser_diagnose_target(Parser *p, Ast *e, TargetUse use);

#endif
