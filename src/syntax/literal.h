/* SPDX-License-Identifier: MIT */
/* Number and string literals: from token to constant. */
#ifndef ADDER_SYNTAX_LITERAL_H
#define ADDER_SYNTAX_LITERAL_H

#include "base/buf.h"
#include "syntax/parser.h"

/* False without memory. */
bool literal_read_number(Arena *a, const Token *token, AstConst *out);

/* One or more adjacent strings: a Constant or a JoinedStr. */
Ast *literal_parse_strings(Parser *p);

/*
 * Appends the text that source between quotes stands for, escapes undone;
 * false after an error.  `token` is for warnings.
 */
bool literal_decode(Parser *p, Buf *out, const char *s, size_t len,
                    const Token *token);

/* Records "invalid ...escape sequence" for the len characters at `where`. */
void literal_warn(Parser *p, const Token *token, const char *where,
                  const char *what, int len);

#endif
