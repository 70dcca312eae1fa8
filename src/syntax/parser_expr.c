/* SPDX-License-Identifier: MIT */
/*
 * Expressions.  Binary operators are parsed by precedence climbing; where the
 * right side is missing, the operator is given back and the left side stands,
 * as it would in a grammar that backtracks.
 */
#include "syntax/parser_expr.h"

#include "syntax/parser_atom.h"
#include "syntax/parser_diagnose.h"
#include "syntax/parser_fail.h"
#include "syntax/parser_params.h"

/* --- lists of expressions --- */

static Ast *starred_of(Parser *p, Ast *(*parse)(Parser *))
{
    const Token *start = parser_peek(p);
    if (!parser_accept(p, TOKEN_STAR))
        return NULL;
    Ast *value = parse(p);
    if (value == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_Starred, start);
    node->u.Starred.value = value;
    node->u.Starred.ctx = AST_Load;
    return node;
}

Ast *parser_expr_starred(Parser *p)
{
    return starred_of(p, parser_expr_expression);
}

Ast *parser_expr_starred_bitwise_or(Parser *p)
{
    return starred_of(p, parser_expr_bitwise_or);
}

static Ast *star_expression(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parser_expr_starred_bitwise_or(p)
                                    : parser_expr_expression(p);
}

Ast *parser_expr_star_named(Parser *p)
{
    return parser_at(p, TOKEN_STAR) ? parser_expr_starred_bitwise_or(p)
                                    : parser_expr_named(p);
}

Ast *parser_expr_star_expressions(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *first = star_expression(p);
    if (first == NULL || !parser_at(p, TOKEN_COMMA))
        return first;
    return parser_tuple_rest(p, start, first, star_expression);
}

Ast *parser_expr_yield(Parser *p)
{
    const Token *start = parser_peek(p);
    if (!parser_accept(p, TOKEN_YIELD))
        return NULL;
    if (parser_at(p, TOKEN_FROM)) {
        parser_advance(p);
        Ast *value = parser_expr_expression(p);
        if (value == NULL)
            return NULL;
        Ast *from = parser_node(p, AST_YieldFrom, start);
        from->u.YieldFrom.value = value;
        return from;
    }
    ParserMark mark = parser_mark(p);
    Ast *value = parser_expr_star_expressions(p);
    if (value == NULL)
        parser_reset(p, mark);
    if (p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_Yield, start);
    node->u.Yield.value = value;
    return node;
}

/* --- named expression, conditional, lambda --- */

Ast *parser_expr_assignment(Parser *p)
{
    const Token *start = parser_peek(p);
    if (!parser_at(p, TOKEN_NAME) ||
        parser_peek_next(p)->kind != TOKEN_COLON_EQUAL) {
        return NULL;
    }
    Ast *target = parser_name(p, AST_Store);
    parser_advance(p);
    Ast *value = parser_expr_expression(p);
    if (value == NULL || p->failed)
        return NULL;
    Ast *node = parser_node(p, AST_NamedExpr, start);
    node->u.NamedExpr.target = target;
    node->u.NamedExpr.value = value;
    return node;
}

Ast *parser_expr_named(Parser *p)
{
    if (parser_at(p, TOKEN_NAME) &&
        parser_peek_next(p)->kind == TOKEN_COLON_EQUAL) {
        return parser_expr_assignment(p);
    }
    if (p->diagnosing) {
        parser_diagnose_named(p);
        if (p->failed)
            return NULL;
    }
    Ast *e = parser_expr_expression(p);
    return e != NULL && parser_expr_is_not_named(p) ? e : NULL;
}

static Ast *parse_lambda(Parser *p)
{
    const Token *start = parser_peek(p);
    parser_advance(p);
    Ast *args = parser_params_of_lambda(p);
    if (args == NULL || !parser_accept(p, TOKEN_COLON))
        return NULL;
    Ast *body = parser_expr_expression(p);
    if (body == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_Lambda, start);
    node->u.Lambda.args = args;
    node->u.Lambda.body = body;
    return node;
}

/* `body if test else orelse`, or the body alone. */
static Ast *parse_conditional(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *body = parser_expr_disjunction(p);
    if (body == NULL || !parser_at(p, TOKEN_IF))
        return body;
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    Ast *test = parser_expr_disjunction(p);
    Ast *orelse = NULL;
    if (test != NULL && parser_accept(p, TOKEN_ELSE))
        orelse = parser_expr_expression(p);
    if (orelse == NULL) {
        parser_reset(p, mark);
        return p->failed ? NULL : body;
    }
    Ast *node = parser_node(p, AST_IfExp, start);
    node->u.IfExp.test = test;
    node->u.IfExp.body = body;
    node->u.IfExp.orelse = orelse;
    return node;
}

Ast *parser_expr_undiagnosed(Parser *p)
{
    bool diagnosing = p->diagnosing;
    p->diagnosing = false;
    Ast *e = parser_at(p, TOKEN_LAMBDA) ? parse_lambda(p)
                                        : parse_conditional(p);
    p->diagnosing = diagnosing;
    return e;
}

Ast *parser_expr_expression(Parser *p)
{
    Ast *e = NULL;
    size_t start = p->pos;
    if (parser_recall(p, RULE_EXPRESSION, &e))
        return e;
    if (!parser_enter(p))
        return NULL;
    if (p->diagnosing)
        parser_diagnose_expression(p);
    if (!p->failed) {
        e = parser_at(p, TOKEN_LAMBDA) ? parse_lambda(p)
                                       : parse_conditional(p);
    }
    parser_leave(p);
    return parser_remember(p, RULE_EXPRESSION, start, e);
}

/* --- or, and, not --- */

static Ast *parse_inversion(Parser *p);

static Ast *parse_conjunction(Parser *p);

/* operand (keyword operand)* */
static Ast *parse_bool_op(Parser *p, TokenKind keyword, AstOp op,
                          Ast *(*operand)(Parser *))
{
    const Token *start = parser_peek(p);
    Ast *first = operand(p);
    if (first == NULL || !parser_at(p, keyword))
        return first;
    size_t base = parser_list_begin(p);
    parser_push(p, first);
    while (parser_at(p, keyword)) {
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        Ast *next = operand(p);
        if (next == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, next);
    }
    bool is_alone = parser_list_len(p, base) == 1;
    AstList values = parser_list_take(p, base);
    if (is_alone || p->failed)
        return p->failed ? NULL : first;
    Ast *node = parser_node(p, AST_BoolOp, start);
    node->u.BoolOp.op = op;
    node->u.BoolOp.values = values;
    return node;
}

static Ast *parse_conjunction(Parser *p)
{
    return parse_bool_op(p, TOKEN_AND, AST_And, parse_inversion);
}

Ast *parser_expr_disjunction(Parser *p)
{
    Ast *e = NULL;
    size_t start = p->pos;
    if (parser_recall(p, RULE_DISJUNCTION, &e))
        return e;
    e = parse_bool_op(p, TOKEN_OR, AST_Or, parse_conjunction);
    return parser_remember(p, RULE_DISJUNCTION, start, e);
}

static Ast *unary(Parser *p, const Token *start, AstOp op, Ast *operand)
{
    if (operand == NULL)
        return NULL;
    Ast *node = parser_node(p, AST_UnaryOp, start);
    node->u.UnaryOp.op = op;
    node->u.UnaryOp.operand = operand;
    return node;
}

static Ast *parse_comparison(Parser *p);

static Ast *parse_inversion(Parser *p)
{
    const Token *start = parser_peek(p);
    if (!parser_at(p, TOKEN_NOT))
        return parse_comparison(p);
    if (!parser_enter(p))
        return NULL;
    parser_advance(p);
    Ast *node = unary(p, start, AST_Not, parse_inversion(p));
    parser_leave(p);
    return node;
}

/* --- comparison --- */

/* Accepts a comparison operator. */
static bool accept_comparison(Parser *p, AstOp *op)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_EQUAL_EQUAL: *op = AST_Eq; break;
    case TOKEN_NOT_EQUAL: *op = AST_NotEq; break;
    case TOKEN_LESS: *op = AST_Lt; break;
    case TOKEN_LESS_EQUAL: *op = AST_LtE; break;
    case TOKEN_GREATER: *op = AST_Gt; break;
    case TOKEN_GREATER_EQUAL: *op = AST_GtE; break;
    case TOKEN_IN: *op = AST_In; break;
    case TOKEN_NOT:
        if (parser_peek_next(p)->kind != TOKEN_IN)
            return false;
        parser_advance(p);
        *op = AST_NotIn;
        break;
    case TOKEN_IS:
        *op = AST_Is;
        if (parser_peek_next(p)->kind == TOKEN_NOT) {
            parser_advance(p);
            *op = AST_IsNot;
        }
        break;
    default: return false;
    }
    parser_advance(p);
    return true;
}

static Ast *make_comparison(Parser *p, const Token *start, Ast *left,
                            size_t base)
{
    /* Operators and operands lie in turn on the stack. */
    size_t n = parser_list_len(p, base) / 2;
    AstOp *ops = arena_alloc(p->arena, n * sizeof(AstOp));
    Ast **comparators = arena_alloc(p->arena, n * sizeof(Ast *));
    if (ops == NULL || comparators == NULL)
        return parser_fail_memory(p);
    for (size_t i = 0; i < n; i++) {
        ops[i] = (AstOp)(uintptr_t)p->stack[base + 2 * i];
        comparators[i] = p->stack[base + 2 * i + 1];
    }
    p->stack_len = base;
    Ast *node = parser_node(p, AST_Compare, start);
    node->u.Compare.left = left;
    node->u.Compare.ops = (AstOps){n, ops};
    node->u.Compare.comparators = (AstList){n, comparators};
    return node;
}

static Ast *parse_comparison(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *left = parser_expr_bitwise_or(p);
    if (left == NULL)
        return NULL;
    size_t base = parser_list_begin(p);
    for (;;) {
        ParserMark mark = parser_mark(p);
        AstOp op;
        if (!accept_comparison(p, &op)) {
            parser_reset(p, mark);
            break;
        }
        Ast *right = parser_expr_bitwise_or(p);
        if (right == NULL) {
            parser_reset(p, mark);
            break;
        }
        parser_push(p, (void *)(uintptr_t)op);
        parser_push(p, right);
    }
    if (p->failed)
        return NULL;
    return parser_list_len(p, base) == 0
               ? left
               : make_comparison(p, start, left, base);
}

/* --- arithmetic --- */

enum { OR = 1, XOR, AND, SHIFT, SUM, TERM, UNARY };

typedef struct Binary {
    uint8_t precedence; /* 0: no binary operator */
    uint8_t op;
} Binary;

static const Binary binary[TOKEN_KIND_COUNT] = {
    [TOKEN_BAR] = {OR, AST_BitOr},
    [TOKEN_CARET] = {XOR, AST_BitXor},
    [TOKEN_AMPERSAND] = {AND, AST_BitAnd},
    [TOKEN_LEFT_SHIFT] = {SHIFT, AST_LShift},
    [TOKEN_RIGHT_SHIFT] = {SHIFT, AST_RShift},
    [TOKEN_PLUS] = {SUM, AST_Add},
    [TOKEN_MINUS] = {SUM, AST_Sub},
    [TOKEN_STAR] = {TERM, AST_Mult},
    [TOKEN_SLASH] = {TERM, AST_Div},
    [TOKEN_DOUBLE_SLASH] = {TERM, AST_FloorDiv},
    [TOKEN_PERCENT] = {TERM, AST_Mod},
    [TOKEN_AT] = {TERM, AST_MatMult},
};

static Ast *parse_factor(Parser *p);

static Ast *parse_power(Parser *p)
{
    const Token *start = parser_peek(p);
    Ast *base = parser_atom_await_primary(p);
    if (base == NULL || !parser_at(p, TOKEN_DOUBLE_STAR))
        return base;
    ParserMark mark = parser_mark(p);
    parser_advance(p);
    Ast *exponent = parse_factor(p);
    if (exponent == NULL) {
        parser_reset(p, mark);
        return p->failed ? NULL : base;
    }
    Ast *node = parser_node(p, AST_BinOp, start);
    node->u.BinOp.left = base;
    node->u.BinOp.op = AST_Pow;
    node->u.BinOp.right = exponent;
    return node;
}

static Ast *parse_factor(Parser *p)
{
    const Token *start = parser_peek(p);
    AstOp op;
    switch (start->kind) {
    case TOKEN_PLUS: op = AST_UAdd; break;
    case TOKEN_MINUS: op = AST_USub; break;
    case TOKEN_TILDE: op = AST_Invert; break;
    default: op = AST_OP_COUNT; break;
    }
    if (!parser_enter(p))
        return NULL;
    Ast *node;
    if (op == AST_OP_COUNT) {
        node = parse_power(p);
    } else {
        parser_advance(p);
        node = unary(p, start, op, parse_factor(p));
    }
    parser_leave(p);
    return node;
}

/* Operators that bind at least as tightly as `precedence`, left to right. */
static Ast *parse_binary(Parser *p, int precedence)
{
    const Token *start = parser_peek(p);
    Ast *left = parse_factor(p);
    while (left != NULL) {
        Binary b = binary[parser_peek(p)->kind];
        if (b.precedence == 0 || b.precedence < precedence)
            break;
        ParserMark mark = parser_mark(p);
        parser_advance(p);
        Ast *right = parse_binary(p, b.precedence + 1);
        if (right == NULL) {
            parser_reset(p, mark);
            return p->failed ? NULL : left;
        }
        Ast *node = parser_node(p, AST_BinOp, start);
        node->u.BinOp.left = left;
        node->u.BinOp.op = (AstOp)b.op;
        node->u.BinOp.right = right;
        left = node;
    }
    return left;
}

Ast *parser_expr_bitwise_or(Parser *p)
{
    Ast *e = NULL;
    size_t start = p->pos;
    if (parser_recall(p, RULE_BITWISE_OR, &e))
        return e;
    e = parse_binary(p, OR);
    return parser_remember(p, RULE_BITWISE_OR, start, e);
}
