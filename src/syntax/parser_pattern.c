/* SPDX-License-Identifier: MIT */
/* Patterns. */
#include "syntax/parser_pattern.h"

#include "syntax/parser_atom.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_fail.h"

static Ast *parse_pattern(Parser *p);

/* --- literals --- */

static bool is_imaginary(const Ast *number)
{
    return number->u.Constant.value.kind == AST_CONST_IMAG;
}

static Ast *parse_signed_number(Parser *p)
{
    const Token *start = parser_peek(p);
    bool is_negative = parser_accept(p, TOKEN_MINUS);
    if (!parser_at(p, TOKEN_NUMBER))
        return NULL;
    Ast *number = parser_atom(p);
    if (number == NULL || !is_negative)
        return number;
    Ast *node = parser_node(p, AST_UnaryOp, start);
    node->u.UnaryOp.op = AST_USub;
    node->u.UnaryOp.operand = number;
    return node;
}

/* [-] number, or real +- imaginary. */
static Ast *parse_number(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *real = parse_signed_number(p);
    if (real == NULL ||
        !(parser_at(p, TOKEN_PLUS) || parser_at(p, TOKEN_MINUS))) {
        return real;
    }
    AstOp op = parser_at(p, TOKEN_PLUS) ? AST_Add : AST_Sub;
    Ast *magnitude =
        real->kind == AST_UnaryOp ? real->u.UnaryOp.operand : real;
    if (is_imaginary(magnitude)) {
        return parser_fail_node(p, magnitude,
                                "real number required in complex literal");
    }
    parser_advance(p);
    if (!parser_at(p, TOKEN_NUMBER))
        return NULL;
    Ast *imaginary = parser_atom(p);
    if (imaginary == NULL)
        return NULL;
    if (!is_imaginary(imaginary)) {
        return parser_fail_node(p, imaginary,
                                "imaginary number required in complex literal");
    }
    Ast *node = parser_node(p, AST_BinOp, start);
    node->u.BinOp.left = real;
    node->u.BinOp.op = op;
    node->u.BinOp.right = imaginary;
    return node;
}

static bool at_literal(const Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_NUMBER:
    case TOKEN_MINUS:
    case TOKEN_STRING:
    case TOKEN_NONE:
    case TOKEN_TRUE:
    case TOKEN_FALSE: return true;
    default: return false;
    }
}

/* A literal as an expression. */
static Ast *parse_literal(Parser *p)
{
    return parser_at(p, TOKEN_NUMBER) || parser_at(p, TOKEN_MINUS)
               ? parse_number(p)
               : parser_atom(p);
}

static Ast *parse_literal_pattern(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *value = parse_literal(p);
    if (value == NULL)
        return NULL;
    if (start->kind == TOKEN_NONE || start->kind == TOKEN_TRUE ||
        start->kind == TOKEN_FALSE) {
        Ast *single = parser_node(p, AST_MatchSingleton, start);
        single->u.MatchSingleton.value = value->u.Constant.value;
        return single;
    }
    Ast *node = parser_node(p, AST_MatchValue, start);
    node->u.MatchValue.value = value;
    return node;
}

/* --- names --- */

/* NAME ('.' NAME)* */
static Ast *parse_name_or_attr(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *e = parser_name(p, AST_Load);
    while (e != NULL && parser_at(p, TOKEN_DOT)) {
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        AstName *attr = parser_identifier(p);
        if (attr == NULL) {
            parser_reset(p, mark);
            break;
        }
        Ast *node = parser_node(p, AST_Attribute, start);
        node->u.Attribute.value = e;
        node->u.Attribute.attr = attr;
        node->u.Attribute.ctx = AST_Load;
        e = node;
    }
    return e;
}

/* A name to bind: not `_`, and not the beginning of something longer. */
static AstName *parse_capture_target(Parser *p)
{
    if (parser_at_word(p, "_"))
        return NULL;
    AstName *name = parser_identifier(p);
    if (name == NULL || parser_at(p, TOKEN_DOT) ||
        parser_at(p, TOKEN_LEFT_PAREN) || parser_at(p, TOKEN_EQUAL)) {
        return NULL;
    }
    return name;
}

/* --- sequences --- */

static Ast *parse_star_pattern(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    AstName *name = NULL;
    if (parser_at_word(p, "_")) {
        parser_advance(p);
    } else {
        name = parse_capture_target(p);
        if (name == NULL)
            return NULL;
    }
    Ast *node = parser_node(p, AST_MatchStar, start);
    node->u.MatchStar.name = name;
    return node;
}

static Ast *parse_maybe_star(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parse_star_pattern(p) : parse_pattern(p);
}

/* Pushes patterns between commas; a last comma is taken too. */
static void push_patterns(Parser *p)
{
    do {
        ParserMark mark = parser_mark(p);
        Ast *pattern = parse_maybe_star(p);
        if (pattern == NULL) {
            parser_reset(p, mark);
            return;
        }
        parser_push(p, pattern);
    } while (parser_accept(p, TOKEN_COMMA));
}

static Ast *sequence(Parser *p, const Token *start, AstList patterns)
{
    Ast *node = parser_node(p, AST_MatchSequence, start);
    node->u.MatchSequence.patterns = patterns;
    return p->failed ? NULL : node;
}

static Ast *parse_bracket(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    size_t base = parser_list_begin(p);
    push_patterns(p);
    AstList patterns = parser_list_take(p, base);
    return parser_accept(p, TOKEN_RIGHT_BRACKET) ? sequence(p, start, patterns)
                                                 : NULL;
}

/* A group or a sequence. */
static Ast *parse_paren(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    if (parser_accept(p, TOKEN_RIGHT_PAREN))
        return sequence(p, start, (AstList){0, NULL});
    Ast *first = parse_maybe_star(p);
    if (first == NULL)
        return NULL;
    if (!parser_at(p, TOKEN_COMMA)) {
        return first->kind != AST_MatchStar &&
                       parser_accept(p, TOKEN_RIGHT_PAREN)
                   ? first
                   : NULL;
    }
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    parser_advance(p);
    push_patterns(p);
    AstList patterns = parser_list_take(p, base);
    return parser_accept(p, TOKEN_RIGHT_PAREN) ? sequence(p, start, patterns)
                                               : NULL;
}

/* --- mappings --- */

typedef struct MappingItems {
    AstName *rest;
    size_t n; /* pushed: key and pattern in turn */
} MappingItems;

static bool parse_mapping_items(Parser *p, MappingItems *items)
{
    while (!parser_at(p, TOKEN_RIGHT_BRACE)) {
        if (parser_accept(p, TOKEN_DOUBLE_STAR)) {
            items->rest = parse_capture_target(p);
            if (items->rest == NULL)
                return false;
            parser_accept(p, TOKEN_COMMA);
            return true;
        }
        Ast *key = at_literal(p) ? parse_literal(p) : parse_name_or_attr(p);
        if (key == NULL || key->kind == AST_Name ||
            !parser_accept(p, TOKEN_COLON)) {
            return false;
        }
        Ast *pattern = parse_pattern(p);
        if (pattern == NULL)
            return false;
        parser_push(p, key);
        parser_push(p, pattern);
        items->n++;
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    return true;
}

static Ast *parse_mapping(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    MappingItems items = {NULL, 0};
    size_t base = parser_list_begin(p);
    if (!parse_mapping_items(p, &items) ||
        !parser_accept(p, TOKEN_RIGHT_BRACE) || p->failed) {
        return NULL;
    }
    Ast **keys = arena_alloc(p->arena, items.n * sizeof(Ast *) + 1);
    Ast **patterns = arena_alloc(p->arena, items.n * sizeof(Ast *) + 1);
    if (keys == NULL || patterns == NULL)
        return parser_fail_memory(p);
    for (size_t i = 0; i < items.n; i++) {
        keys[i] = parser_list_item(p, base, 2 * i);
        patterns[i] = parser_list_item(p, base, 2 * i + 1);
    }
    p->stack_len = base;
    Ast *node = parser_node(p, AST_MatchMapping, start);
    node->u.MatchMapping.keys = (AstList){items.n, keys};
    node->u.MatchMapping.patterns = (AstList){items.n, patterns};
    node->u.MatchMapping.rest = items.rest;
    return node;
}

/* --- classes --- */

typedef struct ClassItems {
    AstList patterns;
    AstNames names;
    AstList keyword_patterns;
} ClassItems;

static bool at_keyword(Parser *p)
{
    return parser_at(p, TOKEN_NAME) &&
           parser_peek_next(p)->kind == TOKEN_EQUAL;
}

/* `a=1, b`: at what follows the keyword patterns. */
static bool diagnose_positional(Parser *p)
{
    size_t base = parser_list_begin(p);
    do {
        Ast *pattern = at_keyword(p) ? NULL : parse_pattern(p);
        if (pattern == NULL)
            break;
        parser_push(p, pattern);
    } while (parser_accept(p, TOKEN_COMMA));
    size_t n = parser_list_len(p, base);
    if (n > 0) {
        parser_fail_range(p, parser_list_item(p, base, 0),
                          parser_list_item(p, base, n - 1),
                          "positional patterns follow keyword patterns");
    }
    return false;
}

/* NAME = pattern, ...; pushes names and patterns in turn. */
static bool push_keywords(Parser *p)
{
    while (!parser_at(p, TOKEN_RIGHT_PAREN)) {
        if (!at_keyword(p))
            return p->diagnosing && diagnose_positional(p);
        AstName *name = parser_identifier(p);
        parser_advance(p);
        Ast *pattern = parse_pattern(p);
        if (pattern == NULL)
            return false;
        parser_push(p, name);
        parser_push(p, pattern);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    return true;
}

static bool parse_class_items(Parser *p, ClassItems *items)
{
    size_t base = parser_list_begin(p);
    while (!at_keyword(p) && !parser_at(p, TOKEN_RIGHT_PAREN)) {
        Ast *pattern = parse_pattern(p);
        if (pattern == NULL)
            return false;
        parser_push(p, pattern);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
    }
    items->patterns = parser_list_take(p, base);
    if (!at_keyword(p))
        return true;
    if (!push_keywords(p))
        return false;
    size_t n = parser_list_len(p, base) / 2;
    AstName **names = arena_alloc(p->arena, n * sizeof(AstName *) + 1);
    Ast **patterns = arena_alloc(p->arena, n * sizeof(Ast *) + 1);
    if (names == NULL || patterns == NULL) {
        parser_fail_memory(p);
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        names[i] = p->stack[base + 2 * i];
        patterns[i] = p->stack[base + 2 * i + 1];
    }
    p->stack_len = base;
    items->names = (AstNames){n, names};
    items->keyword_patterns = (AstList){n, patterns};
    return true;
}

/* At the bracket after the class. */
static Ast *parse_class(Parser *p, const Token *start, Ast *cls)
{
    ClassItems items = {{0, NULL}, {0, NULL}, {0, NULL}};
    parser_advance(p);
    if (!parse_class_items(p, &items) ||
        !parser_accept(p, TOKEN_RIGHT_PAREN) || p->failed) {
        return NULL;
    }
    Ast *node = parser_node(p, AST_MatchClass, start);
    node->u.MatchClass.cls = cls;
    node->u.MatchClass.patterns = items.patterns;
    node->u.MatchClass.kwd_attrs = items.names;
    node->u.MatchClass.kwd_patterns = items.keyword_patterns;
    return node;
}

/* Capture, wildcard, value or class. */
static Ast *parse_name_pattern(Parser *p)
{
    const Token *start = parser_peek(p);
    if (parser_at_word(p, "_")) {
        parser_advance(p);
        return parser_node(p, AST_MatchAs, start);
    }
    Ast *e = parse_name_or_attr(p);
    if (e == NULL)
        return NULL;
    if (parser_at(p, TOKEN_LEFT_PAREN))
        return parse_class(p, start, e);
    if (parser_at(p, TOKEN_DOT) || parser_at(p, TOKEN_EQUAL))
        return NULL;
    if (e->kind == AST_Name) {
        Ast *capture = parser_node(p, AST_MatchAs, start);
        capture->u.MatchAs.name = e->u.Name.id;
        return capture;
    }
    Ast *node = parser_node(p, AST_MatchValue, start);
    node->u.MatchValue.value = e;
    return node;
}

/* --- patterns --- */

static Ast *parse_closed(Parser *p)
{
    if (at_literal(p))
        return parse_literal_pattern(p);
    switch (parser_peek(p)->kind) {
    case TOKEN_NAME: return parse_name_pattern(p);
    case TOKEN_LEFT_PAREN: return parse_paren(p);
    case TOKEN_LEFT_BRACKET: return parse_bracket(p);
    case TOKEN_LEFT_BRACE: return parse_mapping(p);
    default: return NULL;
    }
}

static Ast *parse_or(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = parse_closed(p);
    if (first == NULL || !parser_at(p, TOKEN_BAR))
        return first;
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    while (parser_at(p, TOKEN_BAR)) {
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        Ast *next = parse_closed(p);
        if (next == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, next);
    }
    AstList patterns = parser_list_take(p, base);
    if (patterns.n == 1)
        return first;
    Ast *node = parser_node(p, AST_MatchOr, start);
    node->u.MatchOr.patterns = patterns;
    return p->failed ? NULL : node;
}

/* At what follows `as`. */
static void diagnose_target(Parser *p)
{
    if (parser_at_word(p, "_")) {
        parser_fail_token(p, parser_peek(p), "cannot use '_' as a target");
    } else if (!parser_at(p, TOKEN_NAME)) {
        Ast *e = parser_expr_expression(p);
        if (e != NULL)
            parser_fail_node(p, e, "invalid pattern target");
    }
}

static Ast *parse_as(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *pattern = parse_or(p);
    if (pattern == NULL || !parser_at(p, TOKEN_AS))
        return pattern;
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    ParserMark begin = parser_mark(p);
    AstName *name = parse_capture_target(p);
    if (name == NULL) {
        if (p->diagnosing && !p->failed) {
            parser_reset(p, begin);
            diagnose_target(p);
        }
        parser_reset(p, mark);
        return p->failed ? NULL : pattern;
    }
    Ast *node = parser_node(p, AST_MatchAs, start);
    node->u.MatchAs.pattern = pattern;
    node->u.MatchAs.name = name;
    return node;
}

static Ast *parse_pattern(Parser *p)
{
    if (!parser_enter(p))
        return NULL;
    Ast *node = parse_as(p);
    parser_leave(p);
    return node;
}

Ast *parser_pattern_patterns(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = parse_maybe_star(p);
    if (first == NULL)
        return NULL;
    if (!parser_at(p, TOKEN_COMMA))
        return first->kind == AST_MatchStar ? NULL : first;
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    parser_advance(p);
    push_patterns(p);
    return sequence(p, start, parser_list_take(p, base));
}
