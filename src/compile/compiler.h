/* SPDX-License-Identifier: MIT */
/*
 * Compiler: what all passes over one source share.  It lives on the C stack,
 * so that the collector finds `keep`; the arena is not scanned.
 *
 * Errors stick: the first one sets t->exc and `failed`, the passes then run on
 * to their end without further effect and compile_tree answers NULL.  That
 * keeps every visiting function free of error checks.
 */
#ifndef ADDER_COMPILE_COMPILER_H
#define ADDER_COMPILE_COMPILER_H

#include "compile/compile.h"
#include "compile/emit.h"
#include "compile/map.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/text/str.h"
#include "syntax/syntax.h"

typedef struct Unit Unit;

typedef struct Compiler {
    Thread *t;
    Arena *arena;
    List *keep; /* whatever the arena refers to on the heap */
    Str *filename;
    const SyntaxTree *tree;
    Str **names;      /* by AstName.index, made on demand */
    Map scopes;       /* Ast that opens a scope -> Scope */
    Map not_constant; /* Ast of expressions known not to fold */
    Scope *top;
    Unit *unit;       /* being generated */
    unsigned flags;   /* COMPILE_* */
    int optimize;
    CompileMode mode;
    int64_t depth_left; /* of recursion into the tree */
    bool failed;
} Compiler;

/* Keeps a heap object alive as long as the compiler. */
void compiler_keep(Compiler *c, Value v);
/* The interned str of an identifier. */
Str *compiler_name(Compiler *c, const AstName *name);
/* name as written in class `klass` (NULL: none): __x becomes _klass__x. */
Str *compiler_mangle(Compiler *c, Str *klass, Str *name);
bool str_is(const Str *s, const char *ascii);

/* SyntaxError at a position (end_col -1: not told); formats as in
 * object/error/raise.h. */
void compiler_error(Compiler *c, Pos pos, const char *format, ...);
/* SystemError: a tree that a program made has what no source can say. */
void compiler_misfit(Compiler *c, const char *format, ...);
static inline Pos pos_of(const Ast *node)
{
    return (Pos){node->lineno, node->end_lineno, node->col_offset,
                 node->end_col_offset};
}
/* SyntaxWarning, or whatever the category; an error if the filters say so. */
void compiler_warn(Compiler *c, Type *category, Pos pos, const char *format,
                   ...);
/* False (RecursionError) when the tree is too deep; else compiler_leave. */
bool compiler_enter(Compiler *c);
void compiler_leave(Compiler *c);
/* Likewise of the C stack alone, for what CPython lets nest as deep as can be;
 * nothing to leave. */
bool compiler_stack_suffices(Compiler *c);

/* Warns of what the parser saw: false with an exception. */
bool compiler_warn_of_parsing(Thread *t, const SyntaxTree *tree,
                              Str *filename);

#endif
