/* SPDX-License-Identifier: MIT */
/*
 * Atoms and primaries.  What a bracket opens is known only after its first
 * element, so that element is parsed once and then looked behind.
 */
#include "syntax/parser_atom.h"

#include "syntax/literal.h"
#include "syntax/parser_call.h"
#include "syntax/parser_comp.h"
#include "syntax/parser_diagnose.h"
#include "syntax/parser_display.h"
#include "syntax/parser_expr.h"

static Ast *simple_constant(Parser *p, AstConstKind kind)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *node = parser_node(p, AST_Constant, start);
    node->u.Constant.value.kind = kind;
    return node;
}

static Ast *parse_number(Parser *p)
{
    const Token *token = parser_peek(p);
    parser_advance(p);
    Ast *node = parser_node(p, AST_Constant, token);
    if (!literal_read_number(p->arena, token, &node->u.Constant.value))
        return parser_fail_memory(p);
    return node;
}

Ast *parser_atom(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_NAME: return parser_name(p, AST_Load);
    case TOKEN_NUMBER: return parse_number(p);
    case TOKEN_STRING: return literal_parse_strings(p);
    case TOKEN_LEFT_PAREN: return parser_display_paren(p);
    case TOKEN_LEFT_BRACKET: return parser_display_bracket(p);
    case TOKEN_LEFT_BRACE: return parser_display_brace(p);
    case TOKEN_NONE: return simple_constant(p, AST_CONST_NONE);
    case TOKEN_TRUE: return simple_constant(p, AST_CONST_TRUE);
    case TOKEN_FALSE: return simple_constant(p, AST_CONST_FALSE);
    case TOKEN_ELLIPSIS: return simple_constant(p, AST_CONST_ELLIPSIS);
    default: return NULL;
    }
}

/* --- subscripts --- */

/* The `: upper : step` of a slice. */
static Ast *finish_slice(Parser *p, const Token *start, Ast *lower)
{
    Ast *parts[2] = {NULL, NULL};
    for (int i = 0; i < 2 && parser_accept(p, TOKEN_COLON); i++) {
        ParserMark mark = parser_mark(p);
        parts[i] = parser_expr_expression(p);
        if (parts[i] == NULL)
            parser_reset(p, mark);
    }
    if (p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_Slice, start);
    node->u.Slice.lower = lower;
    node->u.Slice.upper = parts[0];
    node->u.Slice.step = parts[1];
    return node;
}

static Ast *parse_slice(Parser *p)
{
    const Token *start = parser_peek(p);
    if (start->kind == TOKEN_COLON)
        return finish_slice(p, start, NULL);
    if (start->kind == TOKEN_NAME &&
        parser_peek_next(p)->kind == TOKEN_COLON_EQUAL) {
        return parser_expr_assignment(p);
    }
    ParserMark mark = parser_mark(p);
    Ast *e = parser_expr_expression(p);
    if (e != NULL && parser_at(p, TOKEN_COLON))
        return finish_slice(p, start, e);
    if (p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        return parser_expr_named(p);
    }
    return e != NULL && parser_expr_is_not_named(p) ? e : NULL;
}

static Ast *parse_slices(Parser *p)
{
    const Token *start = parser_peek(p);
    size_t base = parser_list_begin(p);
    bool has_comma = false;
    for (;;) {
        ParserMark mark = parser_mark(p);
        Ast *e = parser_at(p, TOKEN_STAR) ? parser_expr_starred(p)
                                          : parse_slice(p);
        if (e == NULL) {
            parser_reset(p, mark);
            break;
        }
        has_comma |= e->kind == AST_Starred;
        parser_push(p, e);
        if (!parser_accept(p, TOKEN_COMMA))
            break;
        has_comma = true;
    }
    AstList elts = parser_list_take(p, base);
    if (elts.n == 0 || p->failed)
        return NULL;
    if (!has_comma)
        return elts.v[0];
    Ast *node = parser_node(p, AST_Tuple, start);
    node->u.Tuple.elts = elts;
    node->u.Tuple.ctx = AST_Load;
    return node;
}

/* --- primaries --- */

static Ast *parse_attribute(Parser *p, const Token *start, Ast *value)
{
    parser_advance(p);
    AstName *attr = parser_identifier(p);
    if (attr == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_Attribute, start);
    node->u.Attribute.value = value;
    node->u.Attribute.attr = attr;
    node->u.Attribute.ctx = AST_Load;
    return node;
}

static Ast *parse_subscript(Parser *p, const Token *start, Ast *value)
{
    parser_advance(p);
    Ast *slice = parse_slices(p);
    if (slice == NULL || !parser_accept(p, TOKEN_RIGHT_BRACKET))
        return NULL;
    Ast *node = parser_node(p, AST_Subscript, start);
    node->u.Subscript.value = value;
    node->u.Subscript.slice = slice;
    node->u.Subscript.ctx = AST_Load;
    return node;
}

Ast *parser_atom_primary(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *e = parser_atom(p);
    while (e != NULL) {
        ParserMark mark = parser_mark(p);
        Ast *longer;
        if (p->diagnosing)
            parser_display_diagnose_after_primary(p);
        switch (parser_peek(p)->kind) {
        case TOKEN_DOT: longer = parse_attribute(p, start, e); break;
        case TOKEN_LEFT_PAREN: longer = parser_call(p, start, e); break;
        case TOKEN_LEFT_BRACKET: longer = parse_subscript(p, start, e); break;
        default: return e;
        }
        if (longer == NULL) {
            parser_reset(p, mark);
            return p->failed ? NULL : e;
        }
        e = longer;
    }
    return NULL;
}

Ast *parser_atom_await_primary(Parser *p)
{
    const Token *start = parser_peek(p);
    if (!parser_accept(p, TOKEN_AWAIT))
        return parser_atom_primary(p);
    Ast *value = parser_atom_primary(p);
    if (value == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_Await, start);
    node->u.Await.value = value;
    return node;
}
