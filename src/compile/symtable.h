/* SPDX-License-Identifier: MIT */
/*
 * Symbol tables: one Scope for each module, class, function, lambda and
 * comprehension, with what each name in it means.
 */
#ifndef ADDER_COMPILE_SYMTABLE_H
#define ADDER_COMPILE_SYMTABLE_H

#include "compile/compiler.h"

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_CLASS,
    SCOPE_ANNOTATION, /* evaluated never: checked, then forgotten */
    SCOPE_FUNCTION,   /* this and the following run as functions */
    SCOPE_LAMBDA,
    SCOPE_LIST_COMP,
    SCOPE_SET_COMP,
    SCOPE_DICT_COMP,
    SCOPE_GENERATOR
} ScopeKind;

enum { /* Symbol.flags: how the name is used */
    SYMBOL_LOCAL = 1 << 0, /* assigned to */
    SYMBOL_PARAM = 1 << 1,
    SYMBOL_GLOBAL = 1 << 2,
    SYMBOL_NONLOCAL = 1 << 3,
    SYMBOL_USE = 1 << 4,
    SYMBOL_IMPORT = 1 << 5,
    SYMBOL_ANNOTATED = 1 << 6,
    SYMBOL_COMP_ITER = 1 << 7, /* a comprehension's own variable */
    SYMBOL_BOUND = SYMBOL_LOCAL | SYMBOL_PARAM | SYMBOL_IMPORT
};

typedef enum NameScope {
    NAME_LOCAL = 1,
    NAME_CELL,
    NAME_FREE,
    NAME_GLOBAL_IMPLICIT,
    NAME_GLOBAL_EXPLICIT
} NameScope;

typedef struct Symbol {
    Str *name;
    struct Symbol *next; /* in order of appearance */
    uint32_t flags;
    NameScope scope;
    bool is_free; /* comes in with the closure; a class may have a local of
                     the name besides */
    Pos directive; /* of global or nonlocal */
} Symbol;

struct Scope {
    ScopeKind kind;
    Ast *node;
    Str *name;
    Scope *parent, *child, *last_child, *next;
    Map symbols; /* Str -> Symbol */
    Symbol *first, *last;
    bool is_nested; /* in a function */
    bool is_generator, is_coroutine;
    bool needs_class_cell; /* class: methods use __class__ or super() */
    bool comp_iter_target;
    int comp_iter_expr;
};

static inline bool scope_is_function(const Scope *s)
{
    return s->kind >= SCOPE_FUNCTION;
}
static inline bool scope_is_comprehension(const Scope *s)
{
    return s->kind >= SCOPE_LIST_COMP;
}
static inline Symbol *scope_symbol(const Scope *s, const Str *name)
{
    return map_get(&s->symbols, name);
}
/* The symbol, made if need be. */
Symbol *scope_symbol_add(Compiler *c, Scope *s, Str *name);

/* Fills c->top and c->scopes. */
void symtable_build(Compiler *c);
/* Decides the scope of every symbol below `top` (analyze.c). */
void symtable_analyze(Compiler *c, Scope *top);

#endif
