/* SPDX-License-Identifier: MIT */
/* Syntax errors of the parser: all answer NULL, and the first one stands. */
#ifndef ADDER_SYNTAX_PARSER_FAIL_H
#define ADDER_SYNTAX_PARSER_FAIL_H

#include "syntax/parser.h"

void *parser_fail_node(Parser *p, const Ast *node, const char *format, ...)
    PRINTF_LIKE(3, 4);
void *parser_fail_range(Parser *p, const Ast *from, const Ast *to,
                        const char *format, ...) PRINTF_LIKE(4, 5);
void *parser_fail_token(Parser *p, const Token *token, const char *format, ...)
    PRINTF_LIKE(3, 4);
void *parser_fail_tokens(Parser *p, const Token *from, const Token *to,
                         const char *format, ...) PRINTF_LIKE(4, 5);
/* From a place to wherever the tokenizer would be. */
void *parser_fail_from(Parser *p, int lineno, int col, const char *format, ...)
    PRINTF_LIKE(4, 5);
/* At the furthest token. */
void *parser_fail_here(Parser *p, const char *format, ...) PRINTF_LIKE(2, 3);
void *parser_fail_indentation(Parser *p, const char *format, ...)
    PRINTF_LIKE(2, 3);
void *parser_fail_at(Parser *p, int lineno, int offset, int end_lineno,
                     int end_offset, const char *format, ...)
    PRINTF_LIKE(6, 7);
void *parser_fail_memory(Parser *p);
/* With the error of an inner parser. */
void *parser_fail_as(Parser *p, SyntaxError e);

/* Accepts the token, or fails: "expected '...'". */
bool parser_fail_unless(Parser *p, TokenKind kind, const char *text);

/*
 * After a first parse that failed: whether that is reason enough, or the source
 * must be parsed again to diagnose it.
 */
bool parser_fail_is_final(Parser *p);
/* After the last parse: the error to report. */
void parser_fail_explain(Parser *p);

#endif
