/* SPDX-License-Identifier: MIT */
/* Comments that say a type, of PEP 484. */
#ifndef ADDER_SYNTAX_TOKENIZER_COMMENT_H
#define ADDER_SYNTAX_TOKENIZER_COMMENT_H

#include "syntax/tokenizer.h"

/* Whether the comment that is next says a type. */
bool tokenizer_comment_has_type(const Tokenizer *z);
/* Reads such a comment: it becomes a token, or a node of tokenizer_comment_ignores;
 * false without memory. */
bool tokenizer_comment_read(Tokenizer *z);
/* The TypeIgnore nodes of all comments `# type: ignore`, in order. */
AstList tokenizer_comment_ignores(const Tokenizer *z, Arena *a);

#endif
