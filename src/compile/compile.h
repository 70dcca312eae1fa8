/* SPDX-License-Identifier: MIT */
/* Source text to code object. */
#ifndef ADDER_COMPILE_COMPILE_H
#define ADDER_COMPILE_COMPILE_H

#include "compile/code.h"
#include "syntax/syntax.h"

typedef enum CompileMode { COMPILE_EXEC, COMPILE_EVAL, COMPILE_SINGLE } CompileMode;

enum {
    COMPILE_FUTURE_ANNOTATIONS = 1,
    COMPILE_MAY_GO_ON = 8, /* "incomplete input" where it ends too early */
    COMPILE_OPEN_BLOCKS = 16, /* a last line without an end ends no block */
    COMPILE_TYPE_COMMENTS = 32, /* where they stand is checked */
    COMPILE_PROMPT = 4, /* lines of a prompt: an empty one ends a statement */
    COMPILE_SCRIPT = 2, /* the file being run: said where it is not UTF-8 */
};

/*
 * Compiles source bytes (encoding as PEP 263 says) or, when `is_text`, UTF-8
 * text of a str.  NULL with SyntaxError (or a subclass, ValueError for null
 * bytes) set.  optimize: 0 to 2 (asserts, docstrings).
 */
Code *compile_source(Thread *t, const char *source, size_t len, bool is_text,
                     Str *filename, CompileMode mode, unsigned flags,
                     int optimize);

/*
 * The tree of source, in the arena, with the parser's warnings told.  False with
 * the exception that compile_source has.
 */
bool compile_parse(Thread *t, Arena *arena, const SyntaxSource *source,
                   Str *filename, SyntaxTree *tree);

/* What the parser, or the tokenizer alone, says of a source as an exception. */
void compile_raise_syntax(Thread *t, const SyntaxError *e, Str *filename);

/* What `use` makes of the scopes of such a tree; null with the exception.  The
 * scopes are gone then. */
typedef struct Scope Scope; /* compile/symtable.h */
Value compile_scopes(Thread *t, Arena *arena, const SyntaxTree *tree,
                     Str *filename, Value (*use)(Thread *t, const Scope *top));

/* Code of a tree that compile_parse or somebody else has made. */
Code *compile_tree(Thread *t, Arena *arena, const SyntaxTree *tree,
                   Str *filename, CompileMode mode, unsigned flags,
                   int optimize);

/*
 * How the compiler warns; NULL: not at all.  category: SyntaxWarning or
 * DeprecationWarning.  0, or -1 with t->exc set (the filter says "error").
 */
extern int (*compile_warning_hook)(Thread *t, Type *category, Str *message,
                                   Str *filename, int line);

/* -X no_debug_ranges; main sets it at start-up, constant from then on. */
extern bool compile_omits_columns;

/* Bytecode listing with specialized forms, for -X explain and debugging. */
Str *code_disassemble(Thread *t, Code *code);

#endif
