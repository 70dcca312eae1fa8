/* SPDX-License-Identifier: MIT */
/*
 * F-strings: literal text and replacement fields.  Adjacent strings, formatted
 * or not, are collected in one FString.
 */
#ifndef ADDER_SYNTAX_FSTRING_H
#define ADDER_SYNTAX_FSTRING_H

#include "base/buf.h"
#include "syntax/parser.h"

typedef struct FString {
    Parser *p;
    const Token *first; /* the strings that every node is placed at */
    const Token *last;
    const char *kind;   /* "u" if the first has that prefix */
    size_t base;        /* finished values on the parser's stack */
    Buf text;           /* literal text since the last value */
} FString;

void fstring_begin(FString *f, Parser *p, const Token *first,
                   const Token *last);
void fstring_free(FString *f);

/* What is between the quotes of the token. */
bool fstring_parse(FString *f, const char *s, size_t len, const Token *token,
                   bool is_raw);

/* The JoinedStr of all. */
Ast *fstring_finish(FString *f);

#endif
