/* SPDX-License-Identifier: MIT */
/* Mistakes in expressions: forgotten commas, = for ==, print without (). */
#include "syntax/parser_diagnose.h"

#include "syntax/parser_atom.h"
#include "syntax/parser_expr.h"
#include <string.h>

const char *parser_diagnose_describe(const Ast *e)
{
    switch (e->kind) {
    case AST_Attribute: return "attribute";
    case AST_Subscript: return "subscript";
    case AST_Starred: return "starred";
    case AST_Name: return "name";
    case AST_List: return "list";
    case AST_Tuple: return "tuple";
    case AST_Lambda: return "lambda";
    case AST_Call: return "function call";
    case AST_BoolOp:
    case AST_BinOp:
    case AST_UnaryOp: return "expression";
    case AST_GeneratorExp: return "generator expression";
    case AST_Yield:
    case AST_YieldFrom: return "yield expression";
    case AST_Await: return "await expression";
    case AST_ListComp: return "list comprehension";
    case AST_SetComp: return "set comprehension";
    case AST_DictComp: return "dict comprehension";
    case AST_Dict: return "dict literal";
    case AST_Set: return "set display";
    case AST_JoinedStr:
    case AST_FormattedValue: return "f-string expression";
    case AST_Constant:
        switch (e->u.Constant.value.kind) {
        case AST_CONST_NONE: return "None";
        case AST_CONST_TRUE: return "True";
        case AST_CONST_FALSE: return "False";
        case AST_CONST_ELLIPSIS: return "ellipsis";
        default: return "literal";
        }
    case AST_Compare: return "comparison";
    case AST_IfExp: return "conditional expression";
    case AST_NamedExpr: return "named expression";
    default: return "expression";
    }
}

/* The first part of e that cannot be assigned to, or NULL. */
static Ast *find_invalid_target(Ast *e, TargetUse use)
{
    switch (e->kind) {
    case AST_List:
    case AST_Tuple: {
        AstList elts = e->kind == AST_List ? e->u.List.elts : e->u.Tuple.elts;
        for (size_t i = 0; i < elts.n; i++) {
            Ast *bad = find_invalid_target(elts.v[i], use);
            if (bad != NULL)
                return bad;
        }
        return NULL;
    }
    case AST_Starred:
        return use == TARGET_DEL ? e
                                 : find_invalid_target(e->u.Starred.value, use);
    case AST_Compare:
        /* The `a in b` of `for a in b`. */
        if (use == TARGET_FOR) {
            return e->u.Compare.ops.v[0] == AST_In
                       ? find_invalid_target(e->u.Compare.left, use)
                       : NULL;
        }
        return e;
    case AST_Name:
    case AST_Subscript:
    case AST_Attribute: return NULL;
    default: return e;
    }
}

void *parser_diagnose_target(Parser *p, Ast *e, TargetUse use)
{
    if (e == NULL || p->failed)
        return NULL;
    Ast *bad = find_invalid_target(e, use);
    if (bad == NULL)
        return NULL;
    return parser_fail_node(p, bad, "cannot %s %s",
                            use == TARGET_DEL ? "delete" : "assign to",
                            parser_diagnose_describe(bad));
}

/* CPython takes any beginning of a soft keyword for one. */
static bool starts_soft_keyword(const Token *t)
{
    static const char *const words[] = {"_", "case", "match"};
    for (size_t i = 0; t->kind == TOKEN_NAME && i < ARRAY_LEN(words); i++) {
        if (strncmp(words[i], t->start, t->len) == 0)
            return true;
    }
    return false;
}

static bool is_legacy_statement(const Ast *e)
{
    return e->kind == AST_Name && (strcmp(e->u.Name.id->text, "print") == 0 ||
                                   strcmp(e->u.Name.id->text, "exec") == 0);
}

/* `a b` where a comma may be missing. */
static void diagnose_comma(Parser *p)
{
    ParserMark mark = parser_mark(p);
    const Token *t = parser_peek(p);
    if ((t->kind == TOKEN_NAME && parser_peek_next(p)->kind == TOKEN_STRING) ||
        starts_soft_keyword(t)) {
        return;
    }
    Ast *a = parser_expr_disjunction(p);
    Ast *b = NULL;
    if (a != NULL && !p->failed)
        b = parser_expr_undiagnosed(p);
    if (b != NULL && !p->failed && !is_legacy_statement(a) &&
        parser_last(p)->level > 0) {
        parser_fail_range(p, a, b,
                          "invalid syntax. Perhaps you forgot a comma?");
    }
    parser_reset(p, mark);
}

/* `a if b` without an else. */
static void diagnose_else(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *a = parser_expr_disjunction(p);
    if (a != NULL && parser_accept(p, TOKEN_IF)) {
        Ast *b = parser_expr_disjunction(p);
        if (b != NULL && !parser_at(p, TOKEN_ELSE) &&
            !parser_at(p, TOKEN_COLON)) {
            parser_fail_range(p, a, b,
                              "expected 'else' after 'if' expression");
        }
    }
    parser_reset(p, mark);
}

/* `print x` */
static void diagnose_legacy(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (!parser_at(p, TOKEN_NAME) ||
        parser_peek_next(p)->kind == TOKEN_LEFT_PAREN) {
        return;
    }
    Ast *a = parser_name(p, AST_Load);
    Ast *b = p->failed ? NULL : parser_expr_star_expressions(p);
    if (b != NULL && is_legacy_statement(a)) {
        const char *name = a->u.Name.id->text;
        parser_fail_range(p, a, b,
                          "Missing parentheses in call to '%s'. Did you mean "
                          "%s(...)?",
                          name, name);
    }
    parser_reset(p, mark);
}

void parser_diagnose_expression(Parser *p)
{
    diagnose_comma(p);
    if (!p->failed)
        diagnose_else(p);
    if (!p->failed)
        diagnose_legacy(p);
}

static bool at_equal(const Parser *p)
{
    return parser_at(p, TOKEN_EQUAL) || parser_at(p, TOKEN_COLON_EQUAL);
}

/* `e := value` where e is no name. */
static void diagnose_colon_equal(Parser *p)
{
    ParserMark mark = parser_mark(p);
    Ast *a = parser_expr_expression(p);
    if (a != NULL && parser_accept(p, TOKEN_COLON_EQUAL) &&
        parser_expr_expression(p) != NULL) {
        parser_fail_node(p, a, "cannot use assignment expressions with %s",
                         parser_diagnose_describe(a));
    }
    parser_reset(p, mark);
}

/* `name = value` */
static void diagnose_name_equal(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (!parser_at(p, TOKEN_NAME) ||
        parser_peek_next(p)->kind != TOKEN_EQUAL) {
        return;
    }
    Ast *a = parser_name(p, AST_Load);
    parser_advance(p);
    Ast *b = parser_expr_bitwise_or(p);
    if (b != NULL && !at_equal(p)) {
        parser_fail_range(p, a, b,
                          "invalid syntax. Maybe you meant '==' or ':=' "
                          "instead of '='?");
    }
    parser_reset(p, mark);
}

/* Whether a display, which may be a target, begins here. */
static bool at_display(Parser *p)
{
    switch (parser_peek(p)->kind) {
    case TOKEN_TRUE:
    case TOKEN_NONE:
    case TOKEN_FALSE: return true;
    case TOKEN_LEFT_PAREN:
    case TOKEN_LEFT_BRACKET: break;
    default: return false;
    }
    ParserMark mark = parser_mark(p);
    const Token *start = parser_peek(p);
    Ast *e = parser_atom(p);
    parser_reset(p, mark);
    /* A group is what is in it, and begins later than its bracket. */
    return e != NULL && e->col_offset == start->col &&
           e->lineno == start->lineno &&
           (e->kind == AST_List || e->kind == AST_Tuple ||
            e->kind == AST_GeneratorExp);
}

/* `e = value` where e is no target */
static void diagnose_equal(Parser *p)
{
    ParserMark mark = parser_mark(p);
    if (at_display(p) || p->failed)
        return;
    Ast *a = parser_expr_bitwise_or(p);
    if (a != NULL && parser_accept(p, TOKEN_EQUAL) &&
        parser_expr_bitwise_or(p) != NULL && !at_equal(p)) {
        parser_fail_node(p, a,
                         "cannot assign to %s here. Maybe you meant '==' "
                         "instead of '='?",
                         parser_diagnose_describe(a));
    }
    parser_reset(p, mark);
}

void parser_diagnose_named(Parser *p)
{
    Ast *unused = NULL;
    ParserMark mark = parser_mark(p);
    if (parser_recall(p, RULE_NAMED_DIAGNOSIS, &unused)) {
        return; /* remembered as done, at this position */
    }
    diagnose_colon_equal(p);
    if (!p->failed)
        diagnose_name_equal(p);
    if (!p->failed)
        diagnose_equal(p);
    parser_remember(p, RULE_NAMED_DIAGNOSIS, mark.pos, NULL);
}
