/* SPDX-License-Identifier: MIT */
/* if, while, for and with. */
#include "syntax/parser_compound.h"

#include "syntax/parser_diagnose.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_stmt.h"
#include "syntax/parser_target.h"

bool parser_compound_else(Parser *p, AstList *orelse)
{
    *orelse = (AstList){0, NULL};
    const Token *start = parser_peek(p);
    if (!parser_accept(p, TOKEN_ELSE))
        return true;
    if (!parser_fail_unless(p, TOKEN_COLON, ":"))
        return false;
    parser_stmt_diagnose_block(p, start, "'else' statement");
    *orelse = parser_stmt_block(p);
    return orelse->n > 0;
}

/* --- if --- */

/* `if test: block` or the same with elif; the body is set. */
static Ast *parse_branch(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_elif = start->kind == TOKEN_ELIF;
    parser_advance(p);
    Ast *test = parser_expr_named(p);
    if (test == NULL || !parser_stmt_colon(p))
        return NULL;
    parser_stmt_diagnose_block(p, start,
                               is_elif ? "'elif' statement" : "'if' statement");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    Ast *node = parser_node(p, AST_If, start);
    node->u.If.test = test;
    node->u.If.body = body;
    return node;
}

Ast *parser_compound_if(Parser *p)
{
    Ast *first = parse_branch(p);
    Ast *last = first;
    size_t base = parser_list_begin(p);
    while (last != NULL && parser_at(p, TOKEN_ELIF)) {
        parser_push(p, last);
        Ast *next = parse_branch(p);
        if (next != NULL)
            last->u.If.orelse = parser_list_of(p, next);
        last = next;
    }
    if (last == NULL || !parser_compound_else(p, &last->u.If.orelse))
        return NULL;
    /* An elif is inside the if: all end where the chain does. */
    parser_extend(p, last);
    while (parser_list_len(p, base) > 0)
        parser_extend(p, p->stack[--p->stack_len]);
    return p->failed ? NULL : first;
}

/* --- while, for --- */

Ast *parser_compound_while(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *test = parser_expr_named(p);
    if (test == NULL || !parser_stmt_colon(p))
        return NULL;
    parser_stmt_diagnose_block(p, start, "'while' statement");
    AstList body = parser_stmt_block(p), orelse;
    if (body.n == 0 || !parser_compound_else(p, &orelse))
        return NULL;
    Ast *node = parser_node(p, AST_While, start);
    node->u.While.test = test;
    node->u.While.body = body;
    node->u.While.orelse = orelse;
    return node;
}

Ast *parser_compound_for(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    const Token *keyword = parser_peek(p);
    parser_advance(p);
    ParserMark mark = parser_mark(p);
    Ast *target = parser_target_star_targets(p);
    if (target == NULL || !parser_accept(p, TOKEN_IN)) {
        if (p->diagnosing && !p->failed) {
            parser_reset(p, mark);
            parser_diagnose_target(p, parser_expr_star_expressions(p),
                                   TARGET_FOR);
        }
        return NULL;
    }
    Ast *iter = parser_expr_star_expressions(p);
    if (iter == NULL || !parser_stmt_colon(p))
        return NULL;
    const char *type_comment = parser_type_comment(p);
    if (type_comment == NULL)
        parser_stmt_diagnose_block(p, keyword, "'for' statement");
    AstList body = parser_stmt_block(p), orelse;
    if (body.n == 0 || !parser_compound_else(p, &orelse))
        return NULL;
    /* For and AsyncFor have the same fields. */
    Ast *node = parser_node(p, is_async ? AST_AsyncFor : AST_For, start);
    node->u.For.target = target;
    node->u.For.type_comment = type_comment;
    node->u.For.iter = iter;
    node->u.For.body = body;
    node->u.For.orelse = orelse;
    return node;
}

/* --- with --- */

/* `as target`, which something must follow that ends an item. */
static Ast *parse_item_target(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    ParserMark begin = parser_mark(p);
    Ast *target = parser_target_star_target(p);
    if (target != NULL &&
        (parser_at(p, TOKEN_COMMA) || parser_at(p, TOKEN_RIGHT_PAREN) ||
         parser_at(p, TOKEN_COLON))) {
        return target;
    }
    if (p->diagnosing && !p->failed) {
        parser_reset(p, begin);
        Ast *e = parser_expr_expression(p);
        if (e != NULL &&
            (parser_at(p, TOKEN_COMMA) || parser_at(p, TOKEN_RIGHT_PAREN) ||
             parser_at(p, TOKEN_COLON))) {
            parser_diagnose_target(p, e, TARGET_STAR);
        }
    }
    parser_reset(p, mark);
    return NULL;
}

static Ast *parse_item(Parser *p)
{
    Ast *context = parser_expr_expression(p);
    if (context == NULL)
        return NULL;
    Ast *target = parser_at(p, TOKEN_AS) ? parse_item_target(p) : NULL;
    Ast *node = parser_node_without_place(p, AST_withitem);
    node->u.withitem.context_expr = context;
    node->u.withitem.optional_vars = target;
    return p->failed ? NULL : node;
}

/* Pushes items; a comma that none follows is given back. */
static bool push_items(Parser *p)
{
    size_t base = parser_list_begin(p);
    ParserMark mark = parser_mark(p);
    do {
        Ast *item = parse_item(p);
        if (item == NULL)
            break;
        parser_push(p, item);
        mark = parser_mark(p);
    } while (parser_accept(p, TOKEN_COMMA));
    parser_reset(p, mark);
    return parser_list_len(p, base) > 0 && !p->failed;
}

/* `( items ) :`, which may also be the beginning of an expression. */
static bool push_items_in_brackets(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (parser_accept(p, TOKEN_LEFT_PAREN) && push_items(p)) {
        parser_accept(p, TOKEN_COMMA);
        /* Where a type is said the brackets are an expression's. */
        if (parser_accept(p, TOKEN_RIGHT_PAREN) &&
            parser_at(p, TOKEN_COLON) &&
            !(p->tokenizer->has_type_comments &&
              parser_peek_next(p)->kind == TOKEN_TYPE_COMMENT)) {
            return true;
        }
    }
    parser_reset(p, mark);
    return false;
}

/* Skips items whose targets nothing need follow. */
static bool skip_items(Parser *p)
{
    do {
        if (parser_expr_expression(p) == NULL)
            return false;
        if (parser_accept(p, TOKEN_AS) &&
            parser_target_star_target(p) == NULL) {
            return false;
        }
    } while (parser_accept(p, TOKEN_COMMA) &&
             !parser_at(p, TOKEN_RIGHT_PAREN));
    return true;
}

/* A line that ends without a colon, with or without brackets. */
static void diagnose_with(Parser *p)
{
    ParserMark mark = parser_mark(p);
    for (int brackets = 0; brackets < 2 && !p->failed; brackets++) {
        if ((!brackets || parser_accept(p, TOKEN_LEFT_PAREN)) &&
            skip_items(p) &&
            (!brackets || parser_accept(p, TOKEN_RIGHT_PAREN)) &&
            parser_at(p, TOKEN_NEWLINE)) {
            parser_fail_here(p, "expected ':'");
        }
        parser_reset(p, mark);
    }
}

Ast *parser_compound_with(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    const Token *keyword = parser_peek(p);
    parser_advance(p);
    ParserMark begin = parser_mark(p);
    bool has_items = push_items_in_brackets(p) ||
                     (!p->failed && push_items(p));
    AstList items = parser_list_take(p, begin.stack_len);
    if (!has_items || !parser_accept(p, TOKEN_COLON)) {
        parser_reset(p, begin);
        if (p->diagnosing)
            diagnose_with(p);
        return NULL;
    }
    const char *type_comment = parser_type_comment(p);
    if (type_comment == NULL)
        parser_stmt_diagnose_block(p, keyword, "'with' statement");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    /* With and AsyncWith have the same fields. */
    Ast *node = parser_node(p, is_async ? AST_AsyncWith : AST_With, start);
    node->u.With.items = items;
    node->u.With.type_comment = type_comment;
    node->u.With.body = body;
    return node;
}
