/* SPDX-License-Identifier: MIT */
/* match subject: case pattern if guard: block */
#include "syntax/parser_match.h"

#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"
#include "syntax/parser_pattern.h"
#include "syntax/parser_stmt.h"

/* A named expression, or several elements that are a tuple. */
static Ast *parse_subject(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = parser_expr_star_named(p);
    if (first == NULL)
        return NULL;
    if (!parser_at(p, TOKEN_COMMA))
        return first->kind == AST_Starred ? NULL : first;
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    while (parser_accept(p, TOKEN_COMMA)) {
        ParserMark mark = parser_mark(p);
        Ast *item = parser_expr_star_named(p);
        if (item == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, item);
    }
    AstList elts = parser_list_take(p, base);
    Ast *node = parser_node(p, AST_Tuple, start);
    node->u.Tuple.elts = elts;
    node->u.Tuple.ctx = AST_Load;
    return node;
}

static Ast *parse_guard(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (!parser_accept(p, TOKEN_IF))
        return NULL;
    Ast *guard = parser_expr_named(p);
    if (guard == NULL)
        parser_reset(p, mark);
    return guard;
}

static Ast *parse_case(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *pattern = parser_pattern_patterns(p);
    if (pattern == NULL)
        return NULL;
    Ast *guard = parse_guard(p);
    if (!parser_stmt_colon(p))
        return NULL;
    parser_stmt_diagnose_block(p, start, "'case' statement");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    Ast *node = parser_node_without_place(p, AST_match_case);
    node->u.match_case.pattern = pattern;
    node->u.match_case.guard = guard;
    node->u.match_case.body = body;
    return node;
}

Ast *parser_match(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *subject = parse_subject(p);
    if (subject == NULL || !parser_stmt_colon(p))
        return NULL;
    parser_stmt_diagnose_block(p, start, "'match' statement");
    if (!parser_accept(p, TOKEN_NEWLINE) || !parser_accept(p, TOKEN_INDENT))
        return NULL;
    size_t base = parser_list_begin(p);
    while (parser_at_word(p, "case")) {
        Ast *c = parse_case(p);
        if (c == NULL)
            return NULL;
        parser_push(p, c);
    }
    AstList cases = parser_list_take(p, base);
    if (cases.n == 0 || !parser_accept(p, TOKEN_DEDENT))
        return NULL;
    Ast *node = parser_node(p, AST_Match, start);
    node->u.Match.subject = subject;
    node->u.Match.cases = cases;
    return p->failed ? NULL : node;
}
