/* SPDX-License-Identifier: MIT */
/*
 * Displays.  The kind is known after the first element.  When that goes wrong
 * and diagnosing, the mistakes that each kind has a name for are looked for in
 * the order in which a grammar would try the kinds.
 */
#include "syntax/parser_display.h"

#include "syntax/parser_comp.h"
#include "syntax/parser_diagnose.h"
#include "syntax/parser_expr.h"

static Ast *tuple(Parser *p, const Token *start, AstList elts)
{
    Ast *node = parser_node(p, AST_Tuple, start);
    node->u.Tuple.elts = elts;
    node->u.Tuple.ctx = AST_Load;
    return node;
}

/*
 * At a comma after `first`: the other elements and a last comma.  All are on
 * the stack from `base`.
 */
static void parse_rest(Parser *p, Ast *first)
{
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
}

/* --- mistakes --- */

/* [*a for ...] */
static void diagnose_starred_element(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    Ast *a = parser_expr_starred(p);
    if (a != NULL && parser_comp_clauses(p).n > 0) {
        parser_fail_node(p, a,
                         "iterable unpacking cannot be used in comprehension");
    }
    parser_reset(p, mark);
}

/* [a, b for ...] */
static void diagnose_bare_tuple(Parser *p)
{
    static const char message[] =
        "did you forget parentheses around the comprehension target?";
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    Ast *first = parser_expr_star_named(p);
    const Token *comma = parser_peek(p);
    if (first != NULL && parser_accept(p, TOKEN_COMMA)) {
        if (parser_comp_clauses(p).n > 0) {
            parser_fail_at(p, first->lineno, first->col_offset + 1,
                           comma->end_lineno, comma->end_col + 1, message);
        } else if (!p->failed) {
            parser_reset(p, mark);
            parser_advance(p);
            parser_expr_star_named(p);
            size_t base = parser_list_begin(p);
            parser_advance(p);
            Ast *second = parser_expr_star_named(p);
            if (second != NULL) {
                parse_rest(p, second);
                Ast *last = p->stack[p->stack_len - 1];
                p->stack_len = base;
                if (parser_comp_clauses(p).n > 0)
                    parser_fail_range(p, first, last, message);
            }
        }
    }
    parser_reset(p, mark);
}

static void diagnose_comprehension(Parser *p)
{
    bool is_paren = parser_at(p, TOKEN_LEFT_PAREN);
    diagnose_starred_element(p);
    if (!p->failed && !is_paren)
        diagnose_bare_tuple(p);
}

/* (*a) and (**a) */
static void diagnose_group(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    Ast *a = parser_expr_starred(p);
    if (a != NULL && parser_at(p, TOKEN_RIGHT_PAREN))
        parser_fail_node(p, a, "cannot use starred expression here");
    parser_reset(p, mark);
    parser_advance(p);
    const Token *stars = parser_peek(p);
    if (!p->failed && parser_accept(p, TOKEN_DOUBLE_STAR) &&
        parser_expr_expression(p) != NULL && parser_at(p, TOKEN_RIGHT_PAREN)) {
        parser_fail_token(p, stars,
                          "cannot use double starred expression here");
    }
    parser_reset(p, mark);
}

/* --- ( --- */

/* After "( element": clauses and the bracket. */
static Ast *finish_comprehension(Parser *p, AstKind kind, const Token *start,
                                 Ast *element, TokenKind close)
{
    AstList clauses = parser_comp_clauses(p);
    if (clauses.n == 0 || !parser_accept(p, close))
        return NULL;
    return parser_comp_node(p, kind, start, element, clauses);
}

Ast *parser_display_genexp(Parser *p)
{
    ParserMark mark = parser_mark(p);
    const Token *start = parser_peek(p);
    Ast *node = NULL;
    if (parser_recall(p, RULE_GENEXP, &node))
        return node;
    parser_advance(p);
    Ast *element = parser_expr_assignment(p);
    if (element == NULL && !p->failed) {
        parser_reset(p, mark);
        parser_advance(p);
        element = parser_expr_expression(p);
    }
    if (element != NULL && parser_expr_is_not_named(p)) {
        node = finish_comprehension(p, AST_GeneratorExp, start, element,
                                    TOKEN_RIGHT_PAREN);
    }
    if (node == NULL && p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        diagnose_comprehension(p);
    }
    return parser_remember(p, RULE_GENEXP, mark.pos, node);
}

void parser_display_diagnose_after_primary(Parser *p)
{
    Ast *unused = NULL;
    ParserMark mark = parser_mark(p);
    if ((parser_at(p, TOKEN_LEFT_BRACKET) || parser_at(p, TOKEN_LEFT_BRACE)) &&
        !parser_recall(p, RULE_GENEXP, &unused)) {
        diagnose_comprehension(p);
        parser_remember(p, RULE_GENEXP, mark.pos, NULL);
    }
}

static Ast *parse_paren(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    if (parser_accept(p, TOKEN_RIGHT_PAREN))
        return tuple(p, start, (AstList){0, NULL});
    if (parser_at(p, TOKEN_YIELD)) {
        Ast *e = parser_expr_yield(p);
        return e != NULL && parser_accept(p, TOKEN_RIGHT_PAREN) ? e : NULL;
    }
    Ast *first = parser_expr_star_named(p);
    if (first == NULL)
        return NULL;
    if (parser_at(p, TOKEN_COMMA)) {
        size_t base = parser_list_begin(p);
        parse_rest(p, first);
        AstList elts = parser_list_take(p, base);
        return parser_accept(p, TOKEN_RIGHT_PAREN) ? tuple(p, start, elts)
                                                   : NULL;
    }
    if (first->kind == AST_Starred)
        return NULL;
    if (parser_accept(p, TOKEN_RIGHT_PAREN))
        return first;
    return finish_comprehension(p, AST_GeneratorExp, start, first,
                                TOKEN_RIGHT_PAREN);
}

Ast *parser_display_paren(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *e = parse_paren(p);
    if (e == NULL && p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        diagnose_group(p);
        if (!p->failed)
            parser_display_genexp(p);
    }
    return e;
}

/* --- [ --- */

static Ast *parse_bracket(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    size_t base = parser_list_begin(p);
    if (!parser_at(p, TOKEN_RIGHT_BRACKET)) {
        Ast *first = parser_expr_star_named(p);
        if (first == NULL)
            return NULL;
        if (first->kind != AST_Starred && parser_comp_at_for(p)) {
            return finish_comprehension(p, AST_ListComp, start, first,
                                        TOKEN_RIGHT_BRACKET);
        }
        parse_rest(p, first);
    }
    AstList elts = parser_list_take(p, base);
    if (!parser_accept(p, TOKEN_RIGHT_BRACKET))
        return NULL;
    Ast *node = parser_node(p, AST_List, start);
    node->u.List.elts = elts;
    node->u.List.ctx = AST_Load;
    return node;
}

Ast *parser_display_bracket(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *e = parse_bracket(p);
    if (e == NULL && p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        diagnose_comprehension(p);
    }
    return e;
}

/* --- { --- */

/* One entry; *key is NULL for `** mapping`. */
static bool parse_entry(Parser *p, Ast **key, Ast **value)
{
    *key = NULL;
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        *value = parser_expr_bitwise_or(p);
        return *value != NULL;
    }
    *key = parser_expr_expression(p);
    if (*key == NULL || !parser_accept(p, TOKEN_COLON))
        return false;
    *value = parser_expr_expression(p);
    return *value != NULL;
}

/* Pushes keys and values in turn; answers how many entries. */
static size_t parse_entries(Parser *p)
{
    size_t n = 0;
    do {
        ParserMark mark = parser_mark(p);
        Ast *key, *value;
        if (!parse_entry(p, &key, &value)) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, key);
        parser_push(p, value);
        n++;
    } while (parser_accept(p, TOKEN_COMMA));
    return n;
}

static Ast *make_dict(Parser *p, const Token *start, size_t base, size_t n)
{
    Ast **keys = arena_alloc(p->arena, n * sizeof(Ast *) + 1);
    Ast **values = arena_alloc(p->arena, n * sizeof(Ast *) + 1);
    if (keys == NULL || values == NULL || p->failed)
        return p->failed ? NULL : parser_fail_memory(p);
    for (size_t i = 0; i < n; i++) {
        keys[i] = p->stack[base + 2 * i];
        values[i] = p->stack[base + 2 * i + 1];
    }
    p->stack_len = base;
    Ast *node = parser_node(p, AST_Dict, start);
    node->u.Dict.keys = (AstList){n, keys};
    node->u.Dict.values = (AstList){n, values};
    return node;
}

/* After `{ key : value`. */
static Ast *finish_dict_comprehension(Parser *p, const Token *start, Ast *key,
                                      Ast *value)
{
    AstList clauses = parser_comp_clauses(p);
    if (clauses.n == 0 || !parser_accept(p, TOKEN_RIGHT_BRACE))
        return NULL;
    Ast *node = parser_node(p, AST_DictComp, start);
    node->u.DictComp.key = key;
    node->u.DictComp.value = value;
    node->u.DictComp.generators = clauses;
    return node;
}

static Ast *parse_dict_comprehension(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *key, *value;
    parser_advance(p);
    if (!parse_entry(p, &key, &value) || key == NULL)
        return NULL;
    return finish_dict_comprehension(p, start, key, value);
}

static Ast *parse_dict(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    size_t base = parser_list_begin(p);
    size_t n = parse_entries(p);
    if (parser_accept(p, TOKEN_RIGHT_BRACE))
        return make_dict(p, start, base, n);
    p->stack_len = base;
    return NULL;
}

static Ast *finish_set(Parser *p, const Token *start, Ast *first)
{
    if (first->kind != AST_Starred && parser_comp_at_for(p)) {
        return finish_comprehension(p, AST_SetComp, start, first,
                                    TOKEN_RIGHT_BRACE);
    }
    size_t base = parser_list_begin(p);
    parse_rest(p, first);
    AstList elts = parser_list_take(p, base);
    if (!parser_accept(p, TOKEN_RIGHT_BRACE))
        return NULL;
    Ast *node = parser_node(p, AST_Set, start);
    node->u.Set.elts = elts;
    return node;
}

static Ast *parse_set(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *first = parser_expr_star_named(p);
    return first == NULL ? NULL : finish_set(p, start, first);
}

/* `key : *value` and `key :` with nothing. */
static void diagnose_value(Parser *p)
{
    if (p->failed)
        return;
    ParserMark mark = parser_mark(p);
    Ast *key = parser_expr_expression(p);
    const Token *colon = parser_peek(p);
    if (key != NULL && parser_accept(p, TOKEN_COLON)) {
        const Token *star = parser_peek(p);
        if (parser_accept(p, TOKEN_STAR)) {
            if (parser_expr_bitwise_or(p) != NULL) {
                parser_fail_from(p, star->lineno, star->col,
                                 "cannot use a starred expression in a "
                                 "dictionary value");
            }
        } else if (parser_at(p, TOKEN_RIGHT_BRACE) ||
                   parser_at(p, TOKEN_COMMA)) {
            parser_fail_token(
                p, colon, "expression expected after dictionary key and ':'");
        }
    }
    parser_reset(p, mark);
}

static void diagnose_dict(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    size_t base = parser_list_begin(p);
    if (parse_entries(p) > 0 && parser_last(p)->kind == TOKEN_COMMA) {
        p->stack_len = base;
        ParserMark entry = parser_mark(p);
        Ast *key = parser_expr_expression(p);
        if (key != NULL && !parser_at(p, TOKEN_COLON)) {
            parser_fail_at(p, key->lineno, key->end_col_offset, key->end_lineno,
                           0, "':' expected after dictionary key");
        }
        parser_reset(p, entry);
        diagnose_value(p);
    }
    parser_reset(p, mark);
    parser_advance(p);
    diagnose_value(p);
    parser_reset(p, mark);
}

/* {**a for ...} */
static void diagnose_dict_comprehension(Parser *p)
{
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    const Token *stars = parser_peek(p);
    if (parser_accept(p, TOKEN_DOUBLE_STAR) &&
        parser_expr_bitwise_or(p) != NULL && parser_comp_clauses(p).n > 0 &&
        parser_at(p, TOKEN_RIGHT_BRACE)) {
        parser_fail_token(
            p, stars, "dict unpacking cannot be used in dict comprehension");
    }
    parser_reset(p, mark);
}

/* As a grammar would: one kind after the other. */
static Ast *diagnose_brace(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *e = parse_dict(p);
    if (e == NULL && !p->failed) {
        parser_reset(p, mark);
        diagnose_dict(p);
    }
    if (e == NULL && !p->failed)
        e = parse_set(p);
    if (e == NULL && !p->failed) {
        parser_reset(p, mark);
        e = parse_dict_comprehension(p);
    }
    if (e == NULL && !p->failed) {
        parser_reset(p, mark);
        diagnose_dict_comprehension(p);
    }
    if (e == NULL && !p->failed)
        diagnose_comprehension(p);
    return e;
}

/* After the first key and value of what is not being diagnosed. */
static Ast *finish_dict(Parser *p, const Token *start, Ast *key, Ast *value)
{
    if (key != NULL && parser_comp_at_for(p))
        return finish_dict_comprehension(p, start, key, value);
    size_t base = parser_list_begin(p);
    parser_push(p, key);
    parser_push(p, value);
    size_t n = 1;
    if (parser_accept(p, TOKEN_COMMA))
        n += parse_entries(p);
    if (!parser_accept(p, TOKEN_RIGHT_BRACE))
        return NULL;
    return make_dict(p, start, base, n);
}

static Ast *parse_brace(Parser *p)
{
    const Token *start = parser_peek(p);
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    if (parser_at(p, TOKEN_RIGHT_BRACE)) {
        parser_reset(p, mark);
        return parse_dict(p);
    }
    if (parser_at(p, TOKEN_STAR) ||
        (parser_at(p, TOKEN_NAME) &&
         parser_peek_next(p)->kind == TOKEN_COLON_EQUAL)) {
        parser_reset(p, mark);
        return parse_set(p);
    }
    if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
        Ast *value = parser_expr_bitwise_or(p);
        return value == NULL ? NULL : finish_dict(p, start, NULL, value);
    }
    Ast *first = parser_expr_expression(p);
    if (first == NULL)
        return NULL;
    if (parser_accept(p, TOKEN_COLON)) {
        Ast *value = parser_expr_expression(p);
        return value == NULL ? NULL : finish_dict(p, start, first, value);
    }
    return parser_expr_is_not_named(p) ? finish_set(p, start, first) : NULL;
}

Ast *parser_display_brace(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *e = NULL;
    if (p->diagnosing)
        return diagnose_brace(p);
    if (parser_recall(p, RULE_BRACE, &e))
        return e;
    e = parse_brace(p);
    if (e == NULL && !p->failed) {
        /* CPython names these mistakes without being asked to diagnose. */
        parser_reset(p, mark);
        diagnose_dict(p);
        return parser_remember(p, RULE_BRACE, mark.pos, NULL);
    }
    return e;
}
