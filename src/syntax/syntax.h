/* SPDX-License-Identifier: MIT */
/*
 * The front end: Python 3.11 source to abstract syntax tree.  Knows no Python
 * objects; everything it makes lives in the caller's arena.
 */
#ifndef ADDER_SYNTAX_SYNTAX_H
#define ADDER_SYNTAX_SYNTAX_H

#include "base/arena.h"
#include "syntax/ast.h"

typedef enum SyntaxMode {
    SYNTAX_EXEC,   /* AST_Module */
    SYNTAX_EVAL,   /* AST_Expression */
    SYNTAX_SINGLE, /* AST_Interactive: one statement */
    SYNTAX_FUNC_TYPE /* AST_FunctionType */
} SyntaxMode;

typedef struct SyntaxSource {
    const char *bytes;
    size_t len;
    const char *filename; /* for the message about a script not UTF-8 */
    SyntaxMode mode;
    bool is_text;   /* already UTF-8, of a str: a coding cookie means nothing */
    bool has_type_comments; /* they are part of the tree */
    bool may_go_on; /* that the source ends too early is an error of its own */
    bool leaves_blocks_open; /* a last line without an end ends no block */
    bool is_prompt; /* lines of a prompt, more of which may follow */
    bool is_script; /* the file being run: says so where it is not UTF-8 */
} SyntaxSource;

typedef enum SyntaxErrorKind {
    SYNTAX_OK,
    SYNTAX_ERROR,       /* SyntaxError */
    SYNTAX_INDENTATION, /* IndentationError */
    SYNTAX_TAB,         /* TabError */
    SYNTAX_VALUE_ERROR, /* ValueError: null bytes in source text */
    SYNTAX_TOO_DEEP,    /* MemoryError: the parser's stack is full */
    SYNTAX_NO_MEMORY    /* MemoryError */
} SyntaxErrorKind;

typedef struct SyntaxError {
    SyntaxErrorKind kind;
    const char *message;
    int lineno;     /* where text is NULL, no place is known; with offset -1
                       it is before all lines */
    int offset;     /* in characters from 1, 0 or -1 as CPython has it */
    int end_lineno;
    int end_offset;
    const char *text; /* the source line, UTF-8, or NULL */
    size_t text_len;
    /* The source ended too early: at a prompt, ask for more lines. */
    bool is_incomplete;
} SyntaxError;

/* DeprecationWarning: "invalid escape sequence '\d'" and others. */
typedef struct SyntaxWarning {
    struct SyntaxWarning *next;
    const char *message;
    int lineno;
    bool is_syntax_warning; /* else a DeprecationWarning */
    const char *where; /* in the decoded source: the same place warns once */
} SyntaxWarning;

typedef struct SyntaxTree {
    Ast *root;
    SyntaxWarning *warnings; /* in order of lines */
    size_t name_count;
} SyntaxTree;

/* Answers false with *err filled, message and text in the arena. */
bool syntax_parse(Arena *a, const SyntaxSource *source, SyntaxTree *tree,
                  SyntaxError *err);

#endif
