/* SPDX-License-Identifier: MIT */
/*
 * Arguments come in three stretches: positional ones, then keywords and *, then
 * keywords and **.
 */
#include "syntax/parser_call.h"

#include "syntax/parser_comp.h"
#include "syntax/parser_diagnose.h"
#include "syntax/parser_display.h"
#include "syntax/parser_expr.h"

typedef enum Stretch { POSITIONAL, KEYWORDS, MAPPINGS } Stretch;

static bool at_keyword(Parser *p)
{
    return parser_at(p, TOKEN_NAME) &&
           parser_peek_next(p)->kind == TOKEN_EQUAL;
}

static Ast *keyword(Parser *p, const Token *start, AstName *name, Ast *value)
{
    if (value == NULL || p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_keyword, start);
    node->u.keyword.arg = name;
    node->u.keyword.value = value;
    return node;
}

static Ast *parse_keyword(Parser *p)
{
    const Token *start = parser_peek(p);
    AstName *name = parser_identifier(p);
    parser_advance(p);
    return keyword(p, start, name, parser_expr_expression(p));
}

static Ast *parse_positional(Parser *p)
{
    if (parser_at(p, TOKEN_STAR))
        return parser_expr_starred(p);
    Ast *e;
    if (parser_at(p, TOKEN_NAME) &&
        parser_peek_next(p)->kind == TOKEN_COLON_EQUAL) {
        e = parser_expr_assignment(p);
    } else {
        e = parser_expr_expression(p);
        if (e != NULL && !parser_expr_is_not_named(p))
            return NULL;
    }
    return e != NULL && !parser_at(p, TOKEN_EQUAL) ? e : NULL;
}

/* --- mistakes in keywords --- */

static const char meant_equal[] =
    "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

/* `name = value for ...` */
static void diagnose_keyword_comprehension(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (at_keyword(p)) {
        const Token *name = parser_peek(p);
        const Token *equal = parser_peek_next(p);
        parser_advance(p);
        parser_advance(p);
        if (parser_expr_expression(p) != NULL &&
            parser_comp_clauses(p).n > 0) {
            parser_fail_tokens(p, name, equal, meant_equal);
        }
    }
    parser_reset(p, mark);
}

static void diagnose_keyword(Parser *p)
{
    ParserMark mark = parser_mark(p);
    const Token *t = parser_peek(p);
    if ((t->kind == TOKEN_TRUE || t->kind == TOKEN_FALSE ||
         t->kind == TOKEN_NONE) &&
        parser_peek_next(p)->kind == TOKEN_EQUAL) {
        parser_fail_tokens(p, t, parser_peek_next(p), "cannot assign to %.*s",
                           (int)t->len, t->start);
        return;
    }
    diagnose_keyword_comprehension(p);
    if (p->failed || at_keyword(p))
        return;
    Ast *a = parser_expr_expression(p);
    const Token *equal = parser_peek(p);
    if (a != NULL && parser_at(p, TOKEN_EQUAL)) {
        parser_fail_at(p, a->lineno, a->col_offset + 1, equal->end_lineno,
                       equal->end_col + 1,
                       "expression cannot contain assignment, perhaps you "
                       "meant \"==\"?");
    }
    parser_reset(p, mark);
}

/* --- arguments --- */

/* One argument of the stretch or of a later one, which it then begins. */
static Ast *parse_argument(Parser *p, Stretch *stretch)
{
    ParserMark mark = parser_mark(p);
    if (parser_at(p, TOKEN_STAR) && *stretch != MAPPINGS)
        return parser_expr_starred(p);
    if (*stretch == POSITIONAL && !parser_at(p, TOKEN_DOUBLE_STAR) &&
        !at_keyword(p)) {
        Ast *e = parse_positional(p);
        if (e != NULL || p->failed)
            return e;
        parser_reset(p, mark);
    }
    if (p->diagnosing)
        diagnose_keyword(p);
    if (at_keyword(p)) {
        *stretch = *stretch == POSITIONAL ? KEYWORDS : *stretch;
        return parse_keyword(p);
    }
    const Token *start = parser_peek(p);
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        *stretch = MAPPINGS;
        return keyword(p, start, NULL, parser_expr_expression(p));
    }
    return NULL;
}

/*
 * Pushes arguments, and stops before a comma that none follows.  Answers how
 * many.
 */
static size_t parse_list(Parser *p, Stretch *stretch)
{
    size_t base = parser_list_begin(p);
    ParserMark end = parser_mark(p);
    do {
        Ast *a = parse_argument(p, stretch);
        if (a == NULL)
            break;
        parser_push(p, a);
        end = parser_mark(p);
    } while (parser_accept(p, TOKEN_COMMA));
    parser_reset(p, end);
    return parser_list_len(p, base);
}

/* Parts what parse_list pushed. */
static void split_arguments(Parser *p, size_t base, Arguments *out)
{
    size_t n = parser_list_len(p, base), n_args = 0;
    Ast **v = arena_alloc(p->arena, n * sizeof(Ast *) + 1);
    if (v == NULL) {
        parser_fail_memory(p);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        Ast *a = p->stack[base + i];
        if (a->kind != AST_keyword)
            v[n_args++] = a;
    }
    size_t n_keywords = 0;
    for (size_t i = 0; i < n; i++) {
        Ast *a = p->stack[base + i];
        if (a->kind == AST_keyword)
            v[n_args + n_keywords++] = a;
    }
    p->stack_len = base;
    out->args = (AstList){n_args, v};
    out->keywords = (AstList){n_keywords, v + n_args};
}

/* --- mistakes in lists of arguments --- */

/* `e for ..., more` */
static void diagnose_first_comprehension(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *a = parser_expr_expression(p);
    if (a != NULL) {
        AstList clauses = parser_comp_clauses(p);
        if (clauses.n > 0 && parser_accept(p, TOKEN_COMMA)) {
            /* What follows is parsed first, for its own mistakes. */
            Stretch stretch = POSITIONAL;
            parse_list(p, &stretch);
            parser_fail_range(p, a,
                              parser_comp_last(clauses.v[clauses.n - 1]),
                              "Generator expression must be parenthesized");
        }
    }
    parser_reset(p, mark);
}

static bool has_mapping(const Parser *p, size_t base)
{
    for (size_t i = base; i < p->stack_len; i++) {
        const Ast *a = p->stack[i];
        if (a->kind == AST_keyword && a->u.keyword.arg == NULL)
            return true;
    }
    return false;
}

/* The last positional argument on the stack; *n is how many there are. */
static Ast *last_positional(const Parser *p, size_t base, size_t *n)
{
    Ast *last = NULL;
    *n = 0;
    for (size_t i = base; i < p->stack_len; i++) {
        Ast *a = p->stack[i];
        if (a->kind != AST_keyword) {
            last = a;
            ++*n;
        }
    }
    return last;
}

/* What may follow arguments by mistake. */
static void diagnose_after(Parser *p, size_t base, ParserMark start)
{
    static const char parenthesize[] =
        "Generator expression must be parenthesized";
    ParserMark mark = parser_mark(p);
    size_t n;
    Ast *last = last_positional(p, base, &n);
    bool mapping = has_mapping(p, base);
    AstList clauses = parser_comp_clauses(p);
    if (clauses.n > 0 && n > 1) {
        parser_fail_range(p, last, parser_comp_last(clauses.v[clauses.n - 1]),
                          parenthesize);
    }
    parser_reset(p, mark);
    if (p->failed || !parser_accept(p, TOKEN_COMMA))
        return;
    Ast *a = parser_expr_expression(p);
    clauses = a != NULL ? parser_comp_clauses(p) : (AstList){0, NULL};
    if (clauses.n > 0) {
        parser_fail_range(p, a, parser_comp_last(clauses.v[clauses.n - 1]),
                          parenthesize);
    }
    parser_reset(p, mark);
    parser_advance(p);
    Stretch stretch = POSITIONAL;
    if (!p->failed && parse_list(p, &stretch) > 0 && !p->failed) {
        parser_fail_here(p, "positional argument follows keyword argument%s",
                         mapping ? " unpacking" : "");
    }
    parser_reset(p, start);
}

static void diagnose_arguments(Parser *p)
{
    ParserMark mark = parser_mark(p);
    size_t base = parser_list_begin(p);
    const Token *start = parser_peek(p);
    Stretch stretch = POSITIONAL;
    size_t n = parse_list(p, &stretch);
    const Token *end = parser_last(p);
    if (n > 0 && parser_accept(p, TOKEN_COMMA) && parser_at(p, TOKEN_STAR)) {
        parser_fail_tokens(p, start, end,
                           "iterable argument unpacking follows keyword "
                           "argument unpacking");
    }
    parser_reset(p, mark);
    if (!p->failed)
        diagnose_first_comprehension(p);
    if (!p->failed)
        diagnose_keyword_comprehension(p);
    stretch = POSITIONAL;
    if (!p->failed && parse_list(p, &stretch) > 0)
        diagnose_after(p, base, mark);
    parser_reset(p, mark);
}

/* What is on the stack from base are all arguments if the bracket closes. */
static bool finish_arguments(Parser *p, size_t base, Arguments *out)
{
    if (parser_list_len(p, base) == 0)
        return false;
    parser_accept(p, TOKEN_COMMA);
    if (!parser_at(p, TOKEN_RIGHT_PAREN))
        return false;
    split_arguments(p, base, out);
    parser_advance(p);
    return !p->failed;
}

bool parser_call_arguments(Parser *p, Arguments *out)
{
    *out = (Arguments){{0, NULL}, {0, NULL}};
    if (parser_accept(p, TOKEN_RIGHT_PAREN))
        return true;
    ParserMark mark = parser_mark(p);
    size_t base = parser_list_begin(p);
    Stretch stretch = POSITIONAL;
    parse_list(p, &stretch);
    if (finish_arguments(p, base, out))
        return true;
    if (p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        diagnose_arguments(p);
    }
    return false;
}

/*
 * The one argument on the stack turns out to be the element of a generator
 * expression that needs no brackets of its own.
 */
static bool finish_genexp(Parser *p, const Token *open, size_t base,
                          Arguments *out)
{
    Ast *element = parser_list_item(p, base, 0);
    AstList clauses = parser_comp_clauses(p);
    if (clauses.n == 0 || !parser_accept(p, TOKEN_RIGHT_PAREN))
        return false;
    p->stack_len = base;
    Ast *genexp =
        parser_comp_node(p, AST_GeneratorExp, open, element, clauses);
    out->args = parser_list_of(p, genexp);
    return !p->failed;
}

static bool parse_call_arguments(Parser *p, Arguments *out)
{
    const Token *open = parser_peek(p);
    *out = (Arguments){{0, NULL}, {0, NULL}};
    if (p->diagnosing) {
        ParserMark mark = parser_mark(p);
        Ast *genexp = parser_display_genexp(p);
        if (genexp != NULL) {
            out->args = parser_list_of(p, genexp);
            return true;
        }
        parser_reset(p, mark);
        parser_advance(p);
        return !p->failed && parser_call_arguments(p, out);
    }
    parser_advance(p);
    if (parser_accept(p, TOKEN_RIGHT_PAREN))
        return true;
    size_t base = parser_list_begin(p);
    Stretch stretch = POSITIONAL;
    if (parse_list(p, &stretch) == 1 && stretch == POSITIONAL &&
        parser_comp_at_for(p)) {
        Ast *only = parser_list_item(p, base, 0);
        return only->kind != AST_Starred && finish_genexp(p, open, base, out);
    }
    return finish_arguments(p, base, out);
}

Ast *parser_call(Parser *p, const Token *start, Ast *func)
{
    Arguments arguments;
    if (!parse_call_arguments(p, &arguments) || p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_Call, start);
    node->u.Call.func = func;
    node->u.Call.args = arguments.args;
    node->u.Call.keywords = arguments.keywords;
    return node;
}
