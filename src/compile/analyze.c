/* SPDX-License-Identifier: MIT */
/*
 * Decides what each name means, once all scopes are built.  A name that is
 * not bound where it is used is looked up in the functions around: the one
 * that binds it makes it a cell, and every scope between passes the cell on.
 */
#include "compile/symtable.h"

/* Marks the name as passing through the scopes from `s` up to below `owner`. */
static void pass_through(Compiler *c, Scope *s, const Scope *owner, Str *name)
{
    for (; s != owner; s = s->parent) {
        Symbol *symbol = scope_symbol_add(c, s, name);
        symbol->is_free = true;
        if (symbol->scope == 0 && !(symbol->flags & SYMBOL_BOUND))
            symbol->scope = NAME_FREE;
    }
}

/* The scope around `s` whose variable `name` is, or NULL: a global. */
static Scope *owner_find(Scope *s, Str *name)
{
    bool is_class_name = name == N(__class__);
    for (Scope *p = s->parent; p != NULL; p = p->parent) {
        if (p->kind == SCOPE_CLASS && is_class_name)
            return p;
        if (!scope_is_function(p))
            continue;
        const Symbol *symbol = scope_symbol(p, name);
        if (symbol == NULL || (symbol->flags & SYMBOL_NONLOCAL))
            continue;
        if (symbol->flags & SYMBOL_GLOBAL)
            return NULL;
        if (symbol->flags & SYMBOL_BOUND)
            return p;
    }
    return NULL;
}

/* Makes `name`, used in `s`, a cell of its owner.  False: it has none. */
static bool capture(Compiler *c, Scope *s, Symbol *symbol)
{
    Scope *owner = owner_find(s, symbol->name);
    if (owner == NULL)
        return false;
    if (owner->kind == SCOPE_CLASS)
        owner->needs_class_cell = true;
    else
        scope_symbol(owner, symbol->name)->scope = NAME_CELL;
    symbol->scope = NAME_FREE;
    symbol->is_free = true;
    pass_through(c, s->parent, owner, symbol->name);
    return true;
}

static void nonlocal_resolve(Compiler *c, Scope *s, Symbol *symbol)
{
    if (s->kind == SCOPE_MODULE) {
        compiler_error(c, symbol->directive,
                       "nonlocal declaration not allowed at module level");
    } else if (!capture(c, s, symbol)) {
        compiler_error(c, symbol->directive,
                       "no binding for nonlocal '%U' found", symbol->name);
    }
}

static void symbol_resolve(Compiler *c, Scope *s, Symbol *symbol)
{
    if (symbol->flags & SYMBOL_GLOBAL) {
        symbol->scope = NAME_GLOBAL_EXPLICIT;
        if (symbol->flags & SYMBOL_NONLOCAL) {
            compiler_error(c, symbol->directive,
                           "name '%U' is nonlocal and global", symbol->name);
        }
    } else if (symbol->flags & SYMBOL_NONLOCAL) {
        nonlocal_resolve(c, s, symbol);
    } else if (symbol->flags & SYMBOL_BOUND) {
        if (symbol->scope != NAME_CELL)
            symbol->scope = NAME_LOCAL;
    } else if (symbol->scope != NAME_FREE && !capture(c, s, symbol)) {
        symbol->scope = NAME_GLOBAL_IMPLICIT;
    }
}

void symtable_analyze(Compiler *c, Scope *top)
{
    for (Symbol *symbol = top->first; symbol != NULL; symbol = symbol->next)
        symbol_resolve(c, top, symbol);
    for (Scope *s = top->child; s != NULL; s = s->next)
        symtable_analyze(c, s);
}
