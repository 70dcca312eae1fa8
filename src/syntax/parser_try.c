/* SPDX-License-Identifier: MIT */
/* The try statement. */
#include "syntax/parser_try.h"

#include "syntax/parser_compound.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"
#include "syntax/parser_stmt.h"

typedef enum TryKind { TRY_NO_HANDLERS, TRY_PLAIN, TRY_STAR } TryKind;

/* `except a, b:` */
static void diagnose_types(Parser *p, const Ast *first)
{
    ParserMark mark = parser_mark(p);
    if (!p->diagnosing || !parser_accept(p, TOKEN_COMMA))
        return;
    Ast *more = parser_expr_expression(p);
    while (more != NULL && parser_accept(p, TOKEN_COMMA)) {
        ParserMark item = parser_mark(p);
        if (parser_expr_expression(p) == NULL) {
            parser_reset(p, item);
            break;
        }
    }
    if (more != NULL) {
        if (parser_accept(p, TOKEN_AS))
            parser_identifier(p);
        if (parser_at(p, TOKEN_COLON)) {
            parser_fail_from(p, first->lineno, first->col_offset,
                             "multiple exception types must be parenthesized");
        }
    }
    parser_reset(p, mark);
}

/* An except* among excepts or the reverse. */
static void diagnose_mixture(Parser *p, const Token *start, TryKind before,
                             TryKind kind)
{
    static const char message[] =
        "cannot have both 'except' and 'except*' on the same 'try'";
    if (!p->diagnosing || before == TRY_NO_HANDLERS || before == kind)
        return;
    ParserMark mark = parser_mark(p);
    bool has_type =
        !parser_at(p, TOKEN_COLON) && parser_expr_expression(p) != NULL;
    if (has_type && parser_accept(p, TOKEN_AS))
        parser_identifier(p);
    if (parser_at(p, TOKEN_COLON) && (has_type || kind == TRY_PLAIN)) {
        if (kind == TRY_STAR)
            parser_fail_tokens(p, start, start + 1, message);
        else
            parser_fail_token(p, start, message);
    }
    parser_reset(p, mark);
}

/* [expression [as NAME]] after the keyword, up to the colon. */
static bool parse_header(Parser *p, TryKind kind, Ast **type, AstName **name)
{
    *type = NULL;
    *name = NULL;
    if (parser_at(p, TOKEN_COLON) || parser_at(p, TOKEN_NEWLINE)) {
        if (kind == TRY_STAR) {
            if (p->diagnosing)
                parser_fail_here(p, "expected one or more exception types");
            return false;
        }
        return true;
    }
    *type = parser_expr_expression(p);
    if (*type == NULL)
        return false;
    if (parser_at(p, TOKEN_COMMA)) {
        diagnose_types(p, *type);
        return false;
    }
    if (parser_accept(p, TOKEN_AS)) {
        *name = parser_identifier(p);
        return *name != NULL;
    }
    return true;
}

static Ast *parse_handler(Parser *p, TryKind *kind)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    TryKind mine = parser_accept(p, TOKEN_STAR) ? TRY_STAR : TRY_PLAIN;
    diagnose_mixture(p, start, *kind, mine);
    bool is_mixture = *kind != TRY_NO_HANDLERS && *kind != mine;
    *kind = mine;
    Ast *type;
    AstName *name;
    if (!parse_header(p, mine, &type, &name) || is_mixture ||
        !parser_stmt_colon(p)) {
        return NULL;
    }
    parser_stmt_diagnose_block(p, start,
                               mine == TRY_STAR ? "'except*' statement"
                                                : "'except' statement");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    Ast *node = parser_node(p, AST_ExceptHandler, start);
    node->u.ExceptHandler.type = type;
    node->u.ExceptHandler.name = name;
    node->u.ExceptHandler.body = body;
    return node;
}

static bool parse_finally(Parser *p, AstList *body)
{
    *body = (AstList){0, NULL};
    const Token *start = parser_peek(p);
    if (!parser_accept(p, TOKEN_FINALLY))
        return true;
    if (!parser_fail_unless(p, TOKEN_COLON, ":"))
        return false;
    parser_stmt_diagnose_block(p, start, "'finally' statement");
    *body = parser_stmt_block(p);
    return body->n > 0;
}

Ast *parser_try(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    if (!parser_fail_unless(p, TOKEN_COLON, ":"))
        return NULL;
    parser_stmt_diagnose_block(p, start, "'try' statement");
    AstList body = parser_stmt_block(p), orelse = {0, NULL}, finalbody;
    if (body.n == 0)
        return NULL;
    if (!parser_at(p, TOKEN_EXCEPT) && !parser_at(p, TOKEN_FINALLY)) {
        if (p->diagnosing)
            parser_fail_here(p, "expected 'except' or 'finally' block");
        return NULL;
    }
    TryKind kind = TRY_NO_HANDLERS;
    size_t base = parser_list_begin(p);
    while (parser_at(p, TOKEN_EXCEPT)) {
        Ast *handler = parse_handler(p, &kind);
        if (handler == NULL)
            return NULL;
        parser_push(p, handler);
    }
    AstList handlers = parser_list_take(p, base);
    if ((handlers.n > 0 && !parser_compound_else(p, &orelse)) ||
        !parse_finally(p, &finalbody)) {
        return NULL;
    }
    /* Try and TryStar have the same fields. */
    Ast *node =
        parser_node(p, kind == TRY_STAR ? AST_TryStar : AST_Try, start);
    node->u.Try.body = body;
    node->u.Try.handlers = handlers;
    node->u.Try.orelse = orelse;
    node->u.Try.finalbody = finalbody;
    return p->failed ? NULL : node;
}
