/* SPDX-License-Identifier: MIT */
/*
 * Targets are parsed as primaries, checked and then turned from Load to Store:
 * every target is also an expression.
 */
#include "syntax/parser_target.h"

#include "syntax/parser_atom.h"
#include "syntax/parser_fail.h"

static bool all(AstList list, bool (*is_good)(const Ast *))
{
    for (size_t i = 0; i < list.n; i++) {
        if (!is_good(list.v[i]))
            return false;
    }
    return true;
}

bool parser_target_is_single(const Ast *e)
{
    return e->kind == AST_Name || e->kind == AST_Attribute ||
           e->kind == AST_Subscript;
}

bool parser_target_is_deletable(const Ast *e)
{
    switch (e->kind) {
    case AST_Tuple: return all(e->u.Tuple.elts, parser_target_is_deletable);
    case AST_List: return all(e->u.List.elts, parser_target_is_deletable);
    default: return parser_target_is_single(e);
    }
}

bool parser_target_is_assignable(const Ast *e)
{
    switch (e->kind) {
    case AST_Tuple: return all(e->u.Tuple.elts, parser_target_is_assignable);
    case AST_List: return all(e->u.List.elts, parser_target_is_assignable);
    case AST_Starred:
        return e->u.Starred.value->kind != AST_Starred &&
               parser_target_is_assignable(e->u.Starred.value);
    default: return parser_target_is_single(e);
    }
}

void parser_target_set_context(Ast *e, AstOp ctx)
{
    AstList elts = {0, NULL};
    switch (e->kind) {
    case AST_Name: e->u.Name.ctx = ctx; break;
    case AST_Attribute: e->u.Attribute.ctx = ctx; break;
    case AST_Subscript: e->u.Subscript.ctx = ctx; break;
    case AST_Starred:
        e->u.Starred.ctx = ctx;
        parser_target_set_context(e->u.Starred.value, ctx);
        break;
    case AST_Tuple:
        e->u.Tuple.ctx = ctx;
        elts = e->u.Tuple.elts;
        break;
    case AST_List:
        e->u.List.ctx = ctx;
        elts = e->u.List.elts;
        break;
    default: break;
    }
    for (size_t i = 0; i < elts.n; i++)
        parser_target_set_context(elts.v[i], ctx);
}

/* A primary that may be assigned to; still Load. */
static Ast *parse_target(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_starred = parser_accept(p, TOKEN_STAR);
    Ast *e = parser_atom_primary(p);
    if (e == NULL || !parser_target_is_assignable(e))
        return NULL;
    if (!is_starred)
        return e;
    Ast *node = parser_node(p, AST_Starred, start);
    node->u.Starred.value = e;
    node->u.Starred.ctx = AST_Load;
    return node;
}

/*
 * While diagnosing, nodes are remembered and must stay as they are: only the
 * tree of the first, fault-free parse is used.
 */
static Ast *store(Parser *p, Ast *e)
{
    if (e != NULL && !p->diagnosing)
        parser_target_set_context(e, AST_Store);
    return p->failed ? NULL : e;
}

Ast *parser_target_star_target(Parser *p) { return store(p, parse_target(p)); }

Ast *parser_target_star_targets(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = parse_target(p);
    if (first == NULL || !parser_at(p, TOKEN_COMMA))
        return store(p, first);
    return store(p, parser_tuple_rest(p, start, first, parse_target));
}
