/* SPDX-License-Identifier: MIT */
/*
 * Assignments in all forms.  The left side is parsed as an expression; what
 * follows tells what it is for, and whether it may be.
 */
#include "syntax/parser_assign.h"

#include "syntax/parser_diagnose.h"
#include "syntax/parser_expr.h"
#include "syntax/parser_target.h"

static Ast *parse_right_side(Parser *p)
{
    return parser_at(p, TOKEN_YIELD) ? parser_expr_yield(p)
                                     : parser_expr_star_expressions(p);
}

/* The operator of += and the like, AST_OP_COUNT for another token. */
static AstOp augmented_op(const Token *t)
{
    switch (t->kind) {
    case TOKEN_PLUS_EQUAL: return AST_Add;
    case TOKEN_MINUS_EQUAL: return AST_Sub;
    case TOKEN_STAR_EQUAL: return AST_Mult;
    case TOKEN_AT_EQUAL: return AST_MatMult;
    case TOKEN_SLASH_EQUAL: return AST_Div;
    case TOKEN_PERCENT_EQUAL: return AST_Mod;
    case TOKEN_AMPERSAND_EQUAL: return AST_BitAnd;
    case TOKEN_BAR_EQUAL: return AST_BitOr;
    case TOKEN_CARET_EQUAL: return AST_BitXor;
    case TOKEN_LEFT_SHIFT_EQUAL: return AST_LShift;
    case TOKEN_RIGHT_SHIFT_EQUAL: return AST_RShift;
    case TOKEN_DOUBLE_STAR_EQUAL: return AST_Pow;
    case TOKEN_DOUBLE_SLASH_EQUAL: return AST_FloorDiv;
    default: return AST_OP_COUNT;
    }
}

static void store(Parser *p, Ast *target)
{
    /* While diagnosing, nodes are shared with remembered results. */
    if (!p->diagnosing)
        parser_target_set_context(target, AST_Store);
}

/* At the colon. */
static Ast *parse_annotated(Parser *p, const Token *start, Ast *target)
{
    if (!parser_target_is_single(target))
        return NULL;
    parser_advance(p);
    Ast *annotation = parser_expr_expression(p);
    if (annotation == NULL)
        return NULL;
    Ast *value = NULL;
    ParserMark mark = parser_mark(p);
    if (parser_accept(p, TOKEN_EQUAL)) {
        value = parse_right_side(p);
        if (value == NULL)
            parser_reset(p, mark);
    }
    store(p, target);
    Ast *node = parser_node(p, AST_AnnAssign, start);
    node->u.AnnAssign.target = target;
    node->u.AnnAssign.annotation = annotation;
    node->u.AnnAssign.value = value;
    node->u.AnnAssign.simple =
        target->kind == AST_Name && start->kind == TOKEN_NAME;
    return node;
}

static Ast *parse_augmented(Parser *p, const Token *start, Ast *target,
                            AstOp op)
{
    if (!parser_target_is_single(target))
        return NULL;
    parser_advance(p);
    Ast *value = parse_right_side(p);
    if (value == NULL)
        return NULL;
    store(p, target);
    Ast *node = parser_node(p, AST_AugAssign, start);
    node->u.AugAssign.target = target;
    node->u.AugAssign.op = op;
    node->u.AugAssign.value = value;
    return node;
}

/* At the first = of `first = ... = value`. */
static Ast *parse_chain(Parser *p, const Token *start, Ast *first)
{
    size_t base = parser_list_begin(p);
    Ast *value = first;
    while (parser_at(p, TOKEN_EQUAL)) {
        if (!parser_target_is_assignable(value))
            return NULL;
        parser_push(p, value);
        parser_advance(p);
        value = parse_right_side(p);
        if (value == NULL)
            return NULL;
    }
    AstList targets = parser_list_take(p, base);
    for (size_t i = 0; i < targets.n; i++)
        store(p, targets.v[i]);
    const char *type_comment = parser_type_comment(p);
    Ast *node = parser_node(p, AST_Assign, start);
    node->u.Assign.type_comment = type_comment;
    node->u.Assign.targets = targets;
    node->u.Assign.value = value;
    return node;
}

/* --- mistakes --- */

/* `(a, b): type` and what else cannot be annotated. */
static void diagnose_annotation(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *a = parser_expr_star_named(p);
    if (a != NULL && parser_accept(p, TOKEN_COMMA)) {
        ParserMark item = parser_mark(p);
        while (parser_expr_star_named(p) != NULL) {
            /* CPython takes more elements without a comma between, too. */
            parser_accept(p, TOKEN_COMMA);
            item = parser_mark(p);
        }
        parser_reset(p, item);
        if (parser_accept(p, TOKEN_COLON) &&
            parser_expr_expression(p) != NULL) {
            parser_fail_node(p, a,
                             "only single target (not tuple) can be annotated");
        }
    } else if (a != NULL && a->kind != AST_Starred &&
               parser_accept(p, TOKEN_COLON) &&
               parser_expr_expression(p) != NULL) {
        if (a->kind == AST_List || a->kind == AST_Tuple) {
            parser_fail_node(p, a,
                             "only single target (not %s) can be annotated",
                             parser_diagnose_describe(a));
        } else {
            parser_fail_node(p, a, "illegal target for annotation");
        }
    }
    parser_reset(p, mark);
}

/* `f() = value`, after any number of good targets. */
static void diagnose_chain(Parser *p)
{
    ParserMark mark = parser_mark(p);
    for (;;) {
        ParserMark item = parser_mark(p);
        Ast *target = parser_target_star_targets(p);
        if (target == NULL || !parser_accept(p, TOKEN_EQUAL)) {
            parser_reset(p, item);
            break;
        }
    }
    bool is_yield = parser_at(p, TOKEN_YIELD);
    Ast *e = p->failed ? NULL : parse_right_side(p);
    if (e != NULL && parser_at(p, TOKEN_EQUAL)) {
        if (is_yield) {
            parser_fail_node(p, e,
                             "assignment to yield expression not possible");
        } else {
            parser_diagnose_target(p, e, TARGET_STAR);
        }
    }
    parser_reset(p, mark);
}

/* `(a, b) += value` */
static void diagnose_augmented(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *e = parser_expr_star_expressions(p);
    if (e != NULL && augmented_op(parser_peek(p)) != AST_OP_COUNT) {
        parser_advance(p);
        if (parse_right_side(p) != NULL) {
            parser_fail_node(p, e,
                             "'%s' is an illegal expression for augmented "
                             "assignment",
                             parser_diagnose_describe(e));
        }
    }
    parser_reset(p, mark);
}

static void diagnose_assignment(Parser *p)
{
    diagnose_annotation(p);
    if (!p->failed)
        diagnose_chain(p);
    if (!p->failed)
        diagnose_augmented(p);
}

/* --- the statement --- */

/* After the left side: the assignment that it begins, or NULL. */
static Ast *parse_assignment(Parser *p, const Token *start, Ast *left)
{
    if (parser_at(p, TOKEN_EQUAL))
        return parse_chain(p, start, left);
    if (parser_at(p, TOKEN_COLON))
        return parse_annotated(p, start, left);
    AstOp op = augmented_op(parser_peek(p));
    return op != AST_OP_COUNT ? parse_augmented(p, start, left, op) : NULL;
}

/* Whether the token after a left side makes an assignment of it. */
static bool at_assignment(const Parser *p)
{
    return parser_at(p, TOKEN_EQUAL) || parser_at(p, TOKEN_COLON) ||
           augmented_op(parser_peek(p)) != AST_OP_COUNT;
}

Ast *parser_assign(Parser *p)
{
    const Token *start = parser_peek(p);
    ParserMark mark = parser_mark(p);
    Ast *left = parse_right_side(p);
    ParserMark end = parser_mark(p);
    Ast *node = NULL;
    if (left != NULL && at_assignment(p)) {
        node = parse_assignment(p, start, left);
        if (node != NULL || !p->diagnosing)
            return node;
    }
    if (p->diagnosing && !p->failed) {
        parser_reset(p, mark);
        diagnose_assignment(p);
        parser_reset(p, end);
    }
    if (left == NULL || p->failed)
        return NULL;
    node = parser_node(p, AST_Expr, start);
    node->u.Expr.value = left;
    return node;
}
