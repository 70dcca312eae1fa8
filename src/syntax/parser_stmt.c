/* SPDX-License-Identifier: MIT */
/* Simple statements, lines and blocks; and what a whole source is. */
#include "syntax/parser_stmt.h"

#include "syntax/parser_assign.h"
#include "syntax/parser_atom.h"
#include "syntax/parser_compound.h"
#include "syntax/parser_def.h"
#include "syntax/parser_diagnose.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_import.h"
#include "syntax/parser_match.h"
#include "syntax/parser_target.h"
#include "syntax/parser_try.h"
#include "syntax/tokenizer_comment.h"

/* --- simple statements --- */

/* An expression that may be missing: NULL is then no failure. */
static Ast *parse_optional(Parser *p, Ast *(*parse)(Parser *))
{
    ParserMark mark = parser_mark(p);
    Ast *e = parse(p);
    if (e == NULL)
        parser_reset(p, mark);
    return e;
}

static Ast *parse_return(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *value = parse_optional(p, parser_expr_star_expressions);
    Ast *node = parser_node(p, AST_Return, start);
    node->u.Return.value = value;
    return node;
}

static Ast *parse_raise(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *exc = parse_optional(p, parser_expr_expression);
    Ast *cause = NULL;
    ParserMark mark = parser_mark(p);
    if (exc != NULL && parser_accept(p, TOKEN_FROM)) {
        cause = parser_expr_expression(p);
        if (cause == NULL)
            parser_reset(p, mark);
    }
    Ast *node = parser_node(p, AST_Raise, start);
    node->u.Raise.exc = exc;
    node->u.Raise.cause = cause;
    return node;
}

static Ast *parse_assert(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *test = parser_expr_expression(p);
    if (test == NULL)
        return NULL;
    Ast *msg = NULL;
    ParserMark mark = parser_mark(p);
    if (parser_accept(p, TOKEN_COMMA)) {
        msg = parser_expr_expression(p);
        if (msg == NULL)
            parser_reset(p, mark);
    }
    Ast *node = parser_node(p, AST_Assert, start);
    node->u.Assert.test = test;
    node->u.Assert.msg = msg;
    return node;
}

/* global and nonlocal */
static Ast *parse_names(Parser *p, AstKind kind)
{
    const Token *start = parser_peek(p);
    size_t base = parser_list_begin(p);
    do {
        parser_advance(p); /* the keyword or a comma */
        AstName *name = parser_identifier(p);
        if (name == NULL)
            return NULL;
        parser_push(p, name);
    } while (parser_at(p, TOKEN_COMMA));
    AstNames names = parser_names_take(p, base);
    Ast *node = parser_node(p, kind, start);
    if (kind == AST_Global)
        node->u.Global.names = names;
    else
        node->u.Nonlocal.names = names;
    return node;
}

/* Pushes what is deleted. */
static bool parse_delete_targets(Parser *p)
{
    do {
        ParserMark mark = parser_mark(p);
        Ast *e = parser_atom_primary(p);
        if (e == NULL || !parser_target_is_deletable(e)) {
            parser_reset(p, mark);
            return parser_last(p)->kind == TOKEN_COMMA;
        }
        parser_push(p, e);
    } while (parser_accept(p, TOKEN_COMMA));
    return true;
}

static Ast *parse_delete(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    ParserMark mark = parser_mark(p);
    size_t base = parser_list_begin(p);
    if (!parse_delete_targets(p) ||
        !(parser_at(p, TOKEN_NEWLINE) || parser_at(p, TOKEN_SEMICOLON))) {
        if (p->diagnosing && !p->failed) {
            parser_reset(p, mark);
            parser_diagnose_target(p, parser_expr_star_expressions(p),
                                   TARGET_DEL);
        }
        return NULL;
    }
    AstList targets = parser_list_take(p, base);
    for (size_t i = 0; i < targets.n && !p->diagnosing; i++)
        parser_target_set_context(targets.v[i], AST_Del);
    Ast *node = parser_node(p, AST_Delete, start);
    node->u.Delete.targets = targets;
    return node;
}

static Ast *parse_keyword_only(Parser *p, AstKind kind)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    return parser_node(p, kind, start);
}

static Ast *parse_simple(Parser *p)
{
    Ast *node;
    switch (parser_peek(p)->kind) {
    case TOKEN_PASS: node = parse_keyword_only(p, AST_Pass); break;
    case TOKEN_BREAK: node = parse_keyword_only(p, AST_Break); break;
    case TOKEN_CONTINUE: node = parse_keyword_only(p, AST_Continue); break;
    case TOKEN_RETURN: node = parse_return(p); break;
    case TOKEN_RAISE: node = parse_raise(p); break;
    case TOKEN_ASSERT: node = parse_assert(p); break;
    case TOKEN_DEL: node = parse_delete(p); break;
    case TOKEN_GLOBAL: node = parse_names(p, AST_Global); break;
    case TOKEN_NONLOCAL: node = parse_names(p, AST_Nonlocal); break;
    case TOKEN_IMPORT: node = parser_import(p); break;
    case TOKEN_FROM: node = parser_import_from(p); break;
    default: node = parser_assign(p); break;
    }
    return p->failed ? NULL : node;
}

/* The statements of one line. */
static bool push_line(Parser *p)
{
    do {
        Ast *node = parse_simple(p);
        if (node == NULL)
            return false;
        parser_push(p, node);
    } while (parser_accept(p, TOKEN_SEMICOLON) && !parser_at(p, TOKEN_NEWLINE));
    return parser_accept(p, TOKEN_NEWLINE);
}

/* --- any statement --- */

static Ast *parse_async(Parser *p)
{
    switch (parser_peek_next(p)->kind) {
    case TOKEN_DEF: return parser_def_function(p);
    case TOKEN_FOR: return parser_compound_for(p);
    case TOKEN_WITH: return parser_compound_with(p);
    default: return NULL;
    }
}

/* Answers whether what comes next is compound; then *node is it, or NULL. */
static bool parse_compound(Parser *p, Ast **node)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_IF: *node = parser_compound_if(p); return true;
    case TOKEN_WHILE: *node = parser_compound_while(p); return true;
    case TOKEN_FOR: *node = parser_compound_for(p); return true;
    case TOKEN_WITH: *node = parser_compound_with(p); return true;
    case TOKEN_TRY: *node = parser_try(p); return true;
    case TOKEN_DEF: *node = parser_def_function(p); return true;
    case TOKEN_CLASS: *node = parser_def_class(p); return true;
    case TOKEN_AT: *node = parser_def_decorated(p); return true;
    case TOKEN_ASYNC: *node = parse_async(p); return true;
    case TOKEN_NAME:
        if (parser_at_word(p, "match")) {
            /* A soft keyword: what fails may yet be a simple statement. */
            ParserMark mark = parser_mark(p);
            *node = parser_match(p);
            if (*node == NULL)
                parser_reset(p, mark);
            return *node != NULL || p->failed;
        }
        return false;
    default: return false;
    }
}

/*
 * Pushes the statement, or the several of a line, that come next; false when
 * there are none.
 */
static bool push(Parser *p)
{
    Ast *node = NULL;
    if (!parser_enter(p))
        return false;
    bool ok;
    if (parse_compound(p, &node)) {
        ok = node != NULL;
        if (ok)
            parser_push(p, node);
    } else {
        ok = push_line(p);
    }
    parser_leave(p);
    return ok && !p->failed;
}

/* --- blocks --- */

AstList parser_stmt_block(Parser *p)
{
    static const AstList none = {0, NULL};
    size_t base = parser_list_begin(p);
    if (!parser_accept(p, TOKEN_NEWLINE))
        return push_line(p) ? parser_list_take(p, base) : none;
    if (!parser_accept(p, TOKEN_INDENT)) {
        if (p->diagnosing)
            parser_fail_indentation(p, "expected an indented block");
        return none;
    }
    while (!parser_accept(p, TOKEN_DEDENT)) {
        if (!push(p))
            return none;
    }
    return parser_list_take(p, base);
}

void parser_stmt_diagnose_block(Parser *p, const Token *start,
                                const char *what)
{
    if (p->diagnosing && parser_at(p, TOKEN_NEWLINE) &&
        parser_peek_next(p)->kind != TOKEN_INDENT) {
        parser_fail_indentation(
            p, "expected an indented block after %s on line %d", what,
            start->lineno);
    }
}

bool parser_stmt_colon(Parser *p)
{
    if (parser_accept(p, TOKEN_COLON))
        return true;
    if (p->diagnosing && parser_at(p, TOKEN_NEWLINE))
        parser_fail_here(p, "expected ':'");
    return false;
}

/* --- whole sources --- */

Ast *parser_stmt_file(Parser *p)
{
    size_t base = parser_list_begin(p);
    while (!parser_at(p, TOKEN_END)) {
        if (!push(p))
            return NULL;
    }
    AstList body = parser_list_take(p, base);
    Ast *node = parser_node_without_place(p, AST_Module);
    node->u.Module.body = body;
    node->u.Module.type_ignores =
        tokenizer_comment_ignores(p->tokenizer, p->arena);
    return p->failed ? NULL : node;
}

/* expression (',' expression)* [','] */
static Ast *parse_expressions(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = parser_expr_expression(p);
    if (first == NULL || !parser_at(p, TOKEN_COMMA))
        return first;
    return parser_tuple_rest(p, start, first, parser_expr_expression);
}

Ast *parser_stmt_eval(Parser *p)
{
    Ast *body = parse_expressions(p);
    if (body == NULL)
        return NULL;
    while (parser_accept(p, TOKEN_NEWLINE)) {
    }
    if (!parser_at(p, TOKEN_END))
        return NULL;
    Ast *node = parser_node_without_place(p, AST_Expression);
    node->u.Expression.body = body;
    return p->failed ? NULL : node;
}

/* Whether there is more than white space and comments after the line. */
static bool has_more(const Parser *p, const Token *newline)
{
    const char *s = newline->start;
    while (s < p->text_end) {
        if (*s == '#') {
            while (s < p->text_end && *s != '\n')
                s++;
        } else if (*s == ' ' || *s == '\t' || *s == '\n' || *s == '\f') {
            s++;
        } else {
            return true;
        }
    }
    return false;
}

Ast *parser_stmt_interactive(Parser *p)
{
    size_t base = parser_list_begin(p);
    Ast *compound = NULL;
    if (parse_compound(p, &compound)) {
        if (compound == NULL || !parser_accept(p, TOKEN_NEWLINE))
            return NULL;
        parser_push(p, compound);
    } else if (!push_line(p)) {
        return NULL;
    }
    const Token *newline = parser_last(p);
    if (has_more(p, newline)) {
        p->furthest = (size_t)(newline - p->tokens);
        return parser_fail_token(p, newline,
                                 "multiple statements found while compiling "
                                 "a single statement");
    }
    AstList body = parser_list_take(p, base);
    Ast *node = parser_node_without_place(p, AST_Interactive);
    node->u.Interactive.body = body;
    return p->failed ? NULL : node;
}

/* `(int, *str, **x) -> result` */
Ast *parser_stmt_function_type(Parser *p)
{
    if (!parser_accept(p, TOKEN_LEFT_PAREN))
        return NULL;
    size_t base = parser_list_begin(p);
    while (!parser_at(p, TOKEN_RIGHT_PAREN)) {
        if (!parser_accept(p, TOKEN_STAR))
            parser_accept(p, TOKEN_DOUBLE_STAR);
        Ast *e = parser_expr_expression(p);
        if (e == NULL)
            return NULL;
        parser_push(p, e);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    AstList argtypes = parser_list_take(p, base);
    if (!parser_accept(p, TOKEN_RIGHT_PAREN) ||
        !parser_accept(p, TOKEN_ARROW)) {
        return NULL;
    }
    Ast *returns = parser_expr_expression(p);
    while (parser_accept(p, TOKEN_NEWLINE)) {
    }
    if (returns == NULL || !parser_at(p, TOKEN_END))
        return NULL;
    Ast *node = parser_node_without_place(p, AST_FunctionType);
    node->u.FunctionType.argtypes = argtypes;
    node->u.FunctionType.returns = returns;
    return p->failed ? NULL : node;
}
