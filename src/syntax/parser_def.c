/* SPDX-License-Identifier: MIT */
/* def and class. */
#include "syntax/parser_def.h"

#include "syntax/parser_call.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"
#include "syntax/parser_params.h"
#include "syntax/parser_stmt.h"

/* [-> expression] */
static Ast *parse_returns(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (!parser_accept(p, TOKEN_ARROW))
        return NULL;
    Ast *returns = parser_expr_expression(p);
    if (returns == NULL)
        parser_reset(p, mark);
    return returns;
}

/* Whether the next tokens are NEWLINE, a type comment, NEWLINE and INDENT. */
static bool at_comment_line(const Parser *p)
{
    static const uint8_t kinds[] = {TOKEN_NEWLINE, TOKEN_TYPE_COMMENT,
                                    TOKEN_NEWLINE, TOKEN_INDENT};
    for (size_t i = 0; i < sizeof kinds; i++)
        if (p->pos + i >= p->token_count ||
            p->tokens[p->pos + i].kind != kinds[i])
            return false;
    return true;
}

/* After the colon: a type comment on the same line or alone on the next. */
static const char *parse_type_comment(Parser *p)
{
    const char *comment = parser_type_comment(p);
    if (!at_comment_line(p))
        return comment;
    parser_advance(p);
    if (comment == NULL)
        return parser_type_comment(p);
    parser_advance(p);
    parser_advance(p);
    parser_fail_here(p, "Cannot have two type comments on def");
    return NULL;
}

Ast *parser_def_function(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_async = parser_accept(p, TOKEN_ASYNC);
    const Token *keyword = parser_peek(p);
    parser_advance(p);
    AstName *name = parser_identifier(p);
    if (name == NULL || !parser_fail_unless(p, TOKEN_LEFT_PAREN, "("))
        return NULL;
    Ast *args = parser_params_of_function(p);
    if (args == NULL || !parser_accept(p, TOKEN_RIGHT_PAREN))
        return NULL;
    Ast *returns = parse_returns(p);
    if (!parser_fail_unless(p, TOKEN_COLON, ":"))
        return NULL;
    const char *type_comment = parse_type_comment(p);
    if (type_comment == NULL)
        parser_stmt_diagnose_block(p, keyword, "function definition");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    /* FunctionDef and AsyncFunctionDef have the same fields. */
    Ast *node = parser_node(
        p, is_async ? AST_AsyncFunctionDef : AST_FunctionDef, start);
    node->u.FunctionDef.name = name;
    node->u.FunctionDef.type_comment = type_comment;
    node->u.FunctionDef.args = args;
    node->u.FunctionDef.body = body;
    node->u.FunctionDef.returns = returns;
    return node;
}

Ast *parser_def_class(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    AstName *name = parser_identifier(p);
    Arguments bases = {{0, NULL}, {0, NULL}};
    if (name == NULL)
        return NULL;
    if (parser_accept(p, TOKEN_LEFT_PAREN) &&
        !parser_call_arguments(p, &bases)) {
        return NULL;
    }
    if (!parser_stmt_colon(p))
        return NULL;
    parser_stmt_diagnose_block(p, start, "class definition");
    AstList body = parser_stmt_block(p);
    if (body.n == 0)
        return NULL;
    Ast *node = parser_node(p, AST_ClassDef, start);
    node->u.ClassDef.name = name;
    node->u.ClassDef.bases = bases.args;
    node->u.ClassDef.keywords = bases.keywords;
    node->u.ClassDef.body = body;
    return node;
}

Ast *parser_def_decorated(Parser *p)
{
    size_t base = parser_list_begin(p);
    while (parser_accept(p, TOKEN_AT)) {
        Ast *decorator = parser_expr_named(p);
        if (decorator == NULL || !parser_accept(p, TOKEN_NEWLINE))
            return NULL;
        parser_push(p, decorator);
    }
    AstList decorators = parser_list_take(p, base);
    if (parser_at(p, TOKEN_CLASS)) {
        Ast *node = parser_def_class(p);
        if (node != NULL)
            node->u.ClassDef.decorator_list = decorators;
        return node;
    }
    if (!parser_at(p, TOKEN_DEF) &&
        !(parser_at(p, TOKEN_ASYNC) &&
          parser_peek_next(p)->kind == TOKEN_DEF)) {
        return NULL;
    }
    Ast *node = parser_def_function(p);
    if (node != NULL)
        node->u.FunctionDef.decorator_list = decorators;
    return node;
}
