/* SPDX-License-Identifier: MIT */
/*
 * Text to tokens, all at once.  The list ends in TOKEN_END, or in TOKEN_ERROR
 * with `error` telling why; the parser decides whether its own complaint about
 * what comes before is the better one.
 */
#ifndef ADDER_SYNTAX_TOKENIZER_H
#define ADDER_SYNTAX_TOKENIZER_H

#include "syntax/syntax.h"
#include "syntax/token.h"

enum { TOKENIZER_MAX_LEVEL = 200, TOKENIZER_MAX_INDENT = 100 };

typedef struct OpenBracket {
    const char *start;
    int lineno;
} OpenBracket;

/* A node of a comment `# type: ignore`; see tokenizer_comment.h. */
typedef struct TypeIgnore {
    struct TypeIgnore *before;
    Ast *node;
} TypeIgnore;

typedef struct Tokenizer {
    Arena *arena;
    const char *text;
    const char *end; /* the NULs of the padding */
    const char *p;
    const char *line; /* start of the line that p is in */
    int lineno;

    /* where the token begins that is being read */
    const char *start;
    const char *start_line;
    int start_lineno;

    bool has_type_comments; /* they are tokens */
    bool leaves_blocks_open; /* at the end, unless the last line has one */
    bool is_prompt; /* it is such a line that ends it: an empty one is a NEWLINE */
    bool is_single; /* one statement from a prompt: it ends in a NEWLINE more */
    bool at_line_start;
    int depth; /* of indentation */
    int columns[TOKENIZER_MAX_INDENT];      /* with tabs of eight */
    int tab_columns[TOKENIZER_MAX_INDENT];  /* with tabs of one */
    int level;
    OpenBracket open[TOKENIZER_MAX_LEVEL];

    Token *tokens; /* malloc'ed: tokenizer_free */
    size_t count;
    size_t capacity;

    TypeIgnore *ignores; /* the last one */
    size_t ignore_count;

    SyntaxError error;
    /*
     * Whether error stands even if the parser fails earlier in the source;
     * others count only when the parser gets there.
     */
    bool error_is_first;
    SyntaxError unclosed; /* the innermost bracket open at the error */
    SyntaxWarning **warnings; /* where to append */
} Tokenizer;

void tokenizer_init(Tokenizer *z, Arena *a, const char *text, size_t len,
                    SyntaxWarning **warnings);
void tokenizer_free(Tokenizer *z);
/* Reads all of the text. */
void tokenizer_run(Tokenizer *z);

/* For the files of the tokenizer: fail as a token would, answering false. */
bool tokenizer_fail(Tokenizer *z, const char *format, ...) PRINTF_LIKE(2, 3);
/* The same between two 1-based columns of the line. */
bool tokenizer_fail_range(Tokenizer *z, int from, int to, const char *message);
bool tokenizer_fail_no_memory(Tokenizer *z);
bool tokenizer_add(Tokenizer *z, TokenKind kind);
void tokenizer_warn(Tokenizer *z, int lineno, const char *message);

#endif
