/* SPDX-License-Identifier: MIT */
/* Clauses of comprehensions. */
#include "syntax/parser_comp.h"

#include "syntax/parser_diagnose.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_target.h"

bool parser_comp_at_for(Parser *p)
{
    return parser_at(p, TOKEN_FOR) ||
           (parser_at(p, TOKEN_ASYNC) &&
            parser_peek_next(p)->kind == TOKEN_FOR);
}

Ast *parser_comp_last(const Ast *clause)
{
    AstList ifs = clause->u.comprehension.ifs;
    return ifs.n > 0 ? ifs.v[ifs.n - 1] : clause->u.comprehension.iter;
}

static AstList parse_conditions(Parser *p)
{
    size_t base = parser_list_begin(p);
    while (parser_at(p, TOKEN_IF)) {
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        Ast *test = parser_expr_disjunction(p);
        if (test == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, test);
    }
    return parser_list_take(p, base);
}

/* `for targets` where the targets cannot be assigned to. */
static void diagnose_clause(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_accept(p, TOKEN_ASYNC);
    parser_advance(p);
    parser_diagnose_target(p, parser_expr_star_expressions(p), TARGET_FOR);
    parser_reset(p, mark);
}

static Ast *parse_clause(Parser *p)
{
    ParserMark mark = parser_mark(p);
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    parser_advance(p);
    Ast *target = parser_target_star_targets(p);
    if (target == NULL || !parser_accept(p, TOKEN_IN)) {
        parser_reset(p, mark);
        if (p->diagnosing && !p->failed)
            diagnose_clause(p);
        return NULL;
    }
    Ast *iter = parser_expr_disjunction(p);
    if (iter == NULL)
        return NULL;
    Ast *node = parser_node_without_place(p, AST_comprehension);
    node->u.comprehension.target = target;
    node->u.comprehension.iter = iter;
    node->u.comprehension.is_async = is_async;
    node->u.comprehension.ifs = parse_conditions(p);
    return p->failed ? NULL : node;
}

AstList parser_comp_clauses(Parser *p)
{
    size_t base = parser_list_begin(p);
    while (parser_comp_at_for(p)) {
        ParserMark mark = parser_mark(p);
        Ast *clause = parse_clause(p);
        if (clause == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, clause);
    }
    AstList clauses = parser_list_take(p, base);
    return p->failed ? (AstList){0, NULL} : clauses;
}

Ast *parser_comp_node(Parser *p, AstKind kind, const Token *start, Ast *element,
                      AstList clauses)
{
    Ast *node = parser_node(p, kind, start);
    switch (kind) {
    case AST_ListComp:
        node->u.ListComp.elt = element;
        node->u.ListComp.generators = clauses;
        break;
    case AST_SetComp:
        node->u.SetComp.elt = element;
        node->u.SetComp.generators = clauses;
        break;
    default:
        ASSERT(kind == AST_GeneratorExp);
        node->u.GeneratorExp.elt = element;
        node->u.GeneratorExp.generators = clauses;
        break;
    }
    return node;
}
