/* SPDX-License-Identifier: MIT */
/* Source bytes to text: encodings (PEP 263) and line ends. */
#ifndef ADDER_SYNTAX_SOURCE_H
#define ADDER_SYNTAX_SOURCE_H

#include "syntax/syntax.h"

/* How many NULs follow the text, so that a reader may look ahead. */
enum { SOURCE_PADDING = 8 };

/*
 * UTF-8 in the arena, every line end "\n", the last line ended too (of a
 * SYNTAX_EXEC), SOURCE_PADDING NULs after it.  NULL with *err filled.
 */
const char *source_decode(Arena *a, const SyntaxSource *source, size_t *len,
                          SyntaxError *err);

#endif
