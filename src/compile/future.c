/* SPDX-License-Identifier: MIT */
/* Future statements: only `annotations` still changes anything. */
#include "compile/future.h"

#include <string.h>

static bool is_future(const Ast *s)
{
    return s->kind == AST_ImportFrom && s->u.ImportFrom.level == 0 &&
           s->u.ImportFrom.module != NULL &&
           strcmp(s->u.ImportFrom.module->text, "__future__") == 0;
}

static void feature(Compiler *c, Ast *s, const char *name)
{
    static const char *const always[] = {
        "nested_scopes",  "generators",     "division",
        "absolute_import", "with_statement", "print_function",
        "unicode_literals", "generator_stop", "barry_as_FLUFL"};
    if (strcmp(name, "annotations") == 0) {
        c->flags |= COMPILE_FUTURE_ANNOTATIONS;
        return;
    }
    for (size_t i = 0; i < ARRAY_LEN(always); i++) {
        if (strcmp(name, always[i]) == 0)
            return;
    }
    Pos pos = pos_of(s);
    pos.end_line = pos.line;
    pos.end_col = -1;
    if (strcmp(name, "braces") == 0)
        compiler_error(c, pos, "not a chance");
    else
        compiler_error(c, pos, "future feature %.100s is not defined", name);
}

static AstList body_of(const Ast *root)
{
    switch (root->kind) {
    case AST_Module: return root->u.Module.body;
    case AST_Interactive: return root->u.Interactive.body;
    default: return (AstList){0, NULL};
    }
}

/* The number of statements of the head: docstring and future imports. */
static size_t head_len(AstList body)
{
    size_t i = 0;
    if (i < body.n && body.v[i]->kind == AST_Expr &&
        body.v[i]->u.Expr.value->kind == AST_Constant &&
        body.v[i]->u.Expr.value->u.Constant.value.kind == AST_CONST_STR)
        i++;
    while (i < body.n && is_future(body.v[i]))
        i++;
    return i;
}

void future_read(Compiler *c)
{
    AstList body = body_of(c->tree->root);
    size_t n = head_len(body);
    for (size_t i = 0; i < n; i++) {
        if (!is_future(body.v[i]))
            continue;
        AstList names = body.v[i]->u.ImportFrom.names;
        for (size_t k = 0; k < names.n; k++)
            feature(c, body.v[i], names.v[k]->u.alias.name->text);
    }
}

void future_check(Compiler *c, Ast *s)
{
    if (!is_future(s))
        return;
    AstList body = body_of(c->tree->root);
    size_t n = head_len(body);
    for (size_t i = 0; i < n; i++) {
        if (body.v[i] == s)
            return;
    }
    Pos pos = pos_of(s);
    for (size_t i = n; i < body.n; i++) {
        /* On a line with another statement CPython counts from 0. */
        if (body.v[i] == s && i > 0 && body.v[i - 1]->lineno == s->lineno) {
            pos.col--;
            pos.end_line = pos.line;
            pos.end_col = -1;
        }
    }
    compiler_error(c, pos, "from __future__ imports must occur at the "
                           "beginning of the file");
}
