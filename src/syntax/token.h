/* SPDX-License-Identifier: MIT */
/* Tokens: a kind and a piece of the source. */
#ifndef ADDER_SYNTAX_TOKEN_H
#define ADDER_SYNTAX_TOKEN_H

#include "base/base.h"

typedef enum TokenKind {
#define TOKEN(name, what) TOKEN_##name,
#define PUNCTUATION(name, text) TOKEN_##name,
#define KEYWORD(name, text) TOKEN_##name,
#include "syntax/token.def"
    TOKEN_KIND_COUNT
} TokenKind;

typedef struct Token {
    uint8_t kind;
    uint8_t level;  /* how many brackets are open after it */
    bool is_placeless; /* indents and dedents: errors point at the line */
    uint32_t len;
    const char *start;
    int lineno;
    int col;
    int end_lineno;
    int end_col;
} Token;

#define TOKEN_FIRST_PUNCTUATION TOKEN_DOUBLE_STAR_EQUAL
#define TOKEN_FIRST_KEYWORD TOKEN_FALSE

/* The keyword that this identifier is, or TOKEN_NAME. */
TokenKind token_keyword_lookup(const char *text, size_t len);

/* The longest punctuation at text (NUL-terminated), or TOKEN_UNKNOWN. */
TokenKind token_punctuation_lookup(const char *text, size_t *len);

/*
 * The line number where CPython's buffer begins that ends with token i, which
 * is what it shows of the source: lines that a token or a backslash joins are
 * in it together, unless that backslash is all that there is on a line whose
 * indentation counts.
 */
int token_buffer_lineno(const Token *tokens, size_t i);

#endif
