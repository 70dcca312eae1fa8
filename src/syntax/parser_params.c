/* SPDX-License-Identifier: MIT */
/*
 * Parameters, read from left to right, pushed as pairs of parameter and default
 * (or NULL): first those that may be positional, then those that may not.
 * Mistakes are named only while diagnosing; else NULL says enough.
 */
#include "syntax/parser_params.h"

#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"

typedef struct Params {
    TokenKind close; /* what follows: ) of a function, : of a lambda */
    size_t base;
    size_t positional;      /* pairs before the star */
    size_t positional_only; /* pairs before the slash */
    Ast *vararg;
    Ast *kwarg;
    Ast *last; /* what a type comment is about */
    bool has_default;
    bool has_slash;
    bool has_star;
} Params;

static bool is_lambda(const Params *s) { return s->close == TOKEN_COLON; }

/* Whether a parameter ends here. */
static bool at_end(Parser *p, const Params *s)
{
    return parser_at(p, TOKEN_COMMA) || parser_at(p, s->close) ||
           (parser_at(p, TOKEN_TYPE_COMMENT) && !is_lambda(s) &&
            parser_peek_next(p)->kind == s->close);
}

/* After a parameter, and the comma if there is one. */
static void parse_type_comment(Parser *p, const Params *s)
{
    if (s->last != NULL && !is_lambda(s))
        s->last->u.arg.type_comment = parser_type_comment(p);
}

/* Fails at the token, but only while diagnosing. */
#define COMPLAIN(p, token, ...) \
    ((p)->diagnosing ? (parser_fail_token((p), (token), __VA_ARGS__), false) \
                     : false)

typedef enum Annotation { ANNOTATION, STAR_ANNOTATION } Annotation;

/* NAME [: annotation] */
static Ast *parse_param(Parser *p, const Params *s, Annotation kind)
{
    const Token *start = parser_peek(p);
    AstName *name = parser_identifier(p);
    if (name == NULL)
        return NULL;
    Ast *annotation = NULL;
    ParserMark mark = parser_mark(p);
    if (!is_lambda(s) && parser_accept(p, TOKEN_COLON)) {
        annotation = kind == STAR_ANNOTATION && parser_at(p, TOKEN_STAR)
                         ? parser_expr_starred_bitwise_or(p)
                         : parser_expr_expression(p);
        if (annotation == NULL)
            parser_reset(p, mark);
    }
    if (p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_arg, start);
    node->u.arg.arg = name;
    node->u.arg.annotation = annotation;
    return node;
}

/* NAME [: annotation] [= default] */
static bool parse_plain(Parser *p, Params *s)
{
    Ast *param = parse_param(p, s, ANNOTATION);
    if (param == NULL)
        return false;
    Ast *value = NULL;
    const Token *equal = parser_peek(p);
    if (parser_accept(p, TOKEN_EQUAL)) {
        if (parser_at(p, TOKEN_COMMA) || parser_at(p, TOKEN_RIGHT_PAREN))
            return COMPLAIN(p, equal, "expected default value expression");
        value = parser_expr_expression(p);
        if (value == NULL)
            return false;
    }
    if (!at_end(p, s))
        return false;
    if (!s->has_star) {
        if (s->has_default && value == NULL) {
            if (p->diagnosing) {
                parser_peek_next(p); /* what follows the comma is read too */
                parser_fail_node(
                    p, param, "non-default argument follows default argument");
            }
            return false;
        }
        s->has_default |= value != NULL;
        s->positional++;
    }
    s->last = param;
    parser_push(p, param);
    parser_push(p, value);
    return !p->failed;
}

static bool parse_slash(Parser *p, Params *s)
{
    const Token *slash = parser_peek(p);
    if (s->positional == 0 && !s->has_star) {
        return p->diagnosing && parser_peek_next(p)->kind == TOKEN_COMMA
                   ? COMPLAIN(p, slash, "at least one argument must precede /")
                   : false;
    }
    parser_advance(p);
    if (s->has_star)
        return COMPLAIN(p, slash, "/ must be ahead of *");
    if (s->has_slash)
        return COMPLAIN(p, slash, "/ may appear only once");
    if (parser_at(p, TOKEN_STAR))
        return COMPLAIN(p, parser_peek(p), "expected comma between / and *");
    s->has_slash = true;
    s->positional_only = s->positional;
    return at_end(p, s);
}

/* A second star, which is a mistake with a name if parameters follow. */
static bool complain_second_star(Parser *p, Params *s)
{
    const Token *star = parser_peek(p);
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    bool follows = parser_at(p, TOKEN_COMMA) ||
                   (parse_param(p, s, ANNOTATION) != NULL && at_end(p, s));
    parser_reset(p, mark);
    if (follows)
        return COMPLAIN(p, star, "* argument may appear only once");
    return false;
}

static bool parse_star(Parser *p, Params *s)
{
    const Token *star = parser_peek(p);
    if (s->has_star)
        return p->diagnosing && complain_second_star(p, s);
    parser_advance(p);
    s->has_star = true;
    if (parser_at(p, TOKEN_NAME)) {
        s->vararg = parse_param(p, s, STAR_ANNOTATION);
        if (s->vararg != NULL && parser_at(p, TOKEN_EQUAL)) {
            return COMPLAIN(
                p, parser_peek(p),
                "var-positional argument cannot have default value");
        }
        s->last = s->vararg;
        return s->vararg != NULL && at_end(p, s);
    }
    if (parser_at(p, TOKEN_COMMA)) {
        TokenKind next = parser_peek_next(p)->kind;
        if (next == TOKEN_NAME || next == TOKEN_STAR || next == TOKEN_SLASH)
            return true;
        if (next == TOKEN_TYPE_COMMENT && !is_lambda(s))
            return COMPLAIN(p, parser_peek_next(p), "bare * has associated type comment");
        if (next != s->close && next != TOKEN_DOUBLE_STAR) {
            parser_advance(p);
            return false;
        }
    } else if (!parser_at(p, s->close)) {
        return false;
    }
    static const char message[] = "named arguments must follow bare *";
    if (is_lambda(s) && p->diagnosing) {
        parser_fail_here(p, message);
        return false;
    }
    return COMPLAIN(p, star, message);
}

static bool parse_double_star(Parser *p, Params *s)
{
    static const char message[] =
        "arguments cannot follow var-keyword argument";
    parser_advance(p);
    s->kwarg = parse_param(p, s, ANNOTATION);
    if (s->kwarg == NULL)
        return false;
    if (parser_at(p, TOKEN_EQUAL)) {
        return COMPLAIN(p, parser_peek(p),
                        "var-keyword argument cannot have default value");
    }
    s->last = s->kwarg;
    bool has_comma = parser_accept(p, TOKEN_COMMA);
    parse_type_comment(p, s);
    if (!has_comma || parser_at(p, s->close))
        return parser_at(p, s->close);
    const Token *next = parser_peek(p);
    if (next->kind == TOKEN_STAR || next->kind == TOKEN_DOUBLE_STAR ||
        next->kind == TOKEN_SLASH) {
        return COMPLAIN(p, next, message);
    }
    Ast *more = parse_param(p, s, ANNOTATION);
    if (more != NULL && p->diagnosing)
        parser_fail_node(p, more, message);
    return false;
}

/* `(a, b)` among parameters without defaults, as Python 2 had it. */
static bool complain_bracket(Parser *p, Params *s)
{
    const Token *open = parser_peek(p);
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    size_t n = 0;
    while (parser_at(p, TOKEN_NAME)) {
        if (parse_param(p, s, ANNOTATION) == NULL)
            break;
        n++;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    if (n > 0 && parser_at(p, TOKEN_RIGHT_PAREN) && !s->has_default &&
        !s->has_slash && !s->has_star) {
        parser_fail_tokens(p, open, parser_peek(p),
                           is_lambda(s)
                               ? "Lambda expression parameters cannot be "
                                 "parenthesized"
                               : "Function parameters cannot be parenthesized");
    }
    parser_reset(p, mark);
    return false;
}

static bool parse_items(Parser *p, Params *s)
{
    while (!parser_at(p, s->close)) {
        bool ok;
        s->last = NULL;
        switch (parser_peek(p)->kind) {
        case TOKEN_NAME: ok = parse_plain(p, s); break;
        case TOKEN_SLASH: ok = parse_slash(p, s); break;
        case TOKEN_STAR: ok = parse_star(p, s); break;
        case TOKEN_DOUBLE_STAR: return parse_double_star(p, s);
        case TOKEN_LEFT_PAREN:
            ok = p->diagnosing && complain_bracket(p, s);
            break;
        default: ok = false; break;
        }
        if (!ok)
            return false;
        bool has_comma = parser_accept(p, TOKEN_COMMA);
        parse_type_comment(p, s);
        if (!has_comma)
            break;
    }
    return true;
}

/* The parameters (step 0) or the defaults (1) of some pairs, NULLs left out. */
static AstList take_column(Parser *p, const Params *s, size_t from, size_t to,
                           size_t column)
{
    size_t base = parser_list_begin(p);
    for (size_t i = from; i < to; i++) {
        Ast *node = parser_list_item(p, s->base, 2 * i + column);
        if (node != NULL)
            parser_push(p, node);
    }
    return parser_list_take(p, base);
}

static Ast *make_node(Parser *p, Params *s)
{
    Ast *node = parser_node_without_place(p, AST_arguments);
    size_t n = parser_list_len(p, s->base) / 2;
    size_t only = s->positional_only;
    node->u.arguments.posonlyargs = take_column(p, s, 0, only, 0);
    node->u.arguments.args = take_column(p, s, only, s->positional, 0);
    node->u.arguments.defaults = take_column(p, s, 0, s->positional, 1);
    node->u.arguments.kwonlyargs = take_column(p, s, s->positional, n, 0);
    size_t base = parser_list_begin(p);
    for (size_t i = s->positional; i < n; i++)
        parser_push(p, parser_list_item(p, s->base, 2 * i + 1));
    node->u.arguments.kw_defaults = parser_list_take(p, base);
    node->u.arguments.vararg = s->vararg;
    node->u.arguments.kwarg = s->kwarg;
    p->stack_len = s->base;
    return p->failed ? NULL : node;
}

static Ast *parse_params(Parser *p, TokenKind close)
{
    Params s = {.close = close, .base = parser_list_begin(p)};
    return parse_items(p, &s) && !p->failed ? make_node(p, &s) : NULL;
}

Ast *parser_params_of_function(Parser *p)
{
    return parse_params(p, TOKEN_RIGHT_PAREN);
}

Ast *parser_params_of_lambda(Parser *p) { return parse_params(p, TOKEN_COLON); }
