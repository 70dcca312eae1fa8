/* SPDX-License-Identifier: MIT */
/* Patterns: literals, what names capture, where stars may be. */
#include "module/ast/ast_pattern.h"

#include <string.h>
#include "object/error/raise.h"
#include "object/number/complex.h"

#define FAIL(...) RAISE_INT(raise_value_error(__VA_ARGS__))

/* --- literals ------------------------------------------------------------ */

static Type *object_type(const AstConst *k)
{
    return k->kind == AST_CONST_OBJECT ? type_of((Value){k->object}) : NULL;
}

static bool is_real(const Ast *e)
{
    if (e->kind != AST_Constant)
        return false;
    Type *type = object_type(&e->u.Constant.value);
    return type == &type_int || type == &type_float;
}

static bool is_complex(const Ast *e)
{
    return e->kind == AST_Constant &&
           object_type(&e->u.Constant.value) == &type_complex;
}

static bool is_signed(const Ast *e, bool (*is)(const Ast *))
{
    return is(e) || (e->kind == AST_UnaryOp && e->u.UnaryOp.op == AST_USub &&
                     is(e->u.UnaryOp.operand));
}

/* `-1`, `1 - 2j` */
static bool is_number(const Ast *e)
{
    if (e->kind == AST_BinOp)
        return (e->u.BinOp.op == AST_Add || e->u.BinOp.op == AST_Sub) &&
               is_signed(e->u.BinOp.left, is_real) &&
               is_complex(e->u.BinOp.right);
    return is_signed(e, is_real) || is_signed(e, is_complex);
}

static bool is_name_path(const Ast *e)
{
    while (e->kind == AST_Attribute)
        e = e->u.Attribute.value;
    return e->kind == AST_Name;
}

static int check_constant(Thread *t, const AstConst *k, bool may_be_single)
{
    Type *type = object_type(k);
    if (k->kind == AST_CONST_STR || type == &type_bytes || type == &type_int ||
        type == &type_float || type == &type_complex)
        return 0;
    if (may_be_single && (k->kind == AST_CONST_NONE ||
                          k->kind == AST_CONST_TRUE ||
                          k->kind == AST_CONST_FALSE))
        return 0;
    return FAIL(t, "unexpected constant inside of a literal pattern");
}

static int check_value(Thread *t, const Ast *e, bool may_be_single)
{
    if (e->kind == AST_Constant)
        return check_constant(t, &e->u.Constant.value, may_be_single);
    if (e->kind == AST_JoinedStr || is_number(e) ||
        e->kind == AST_Attribute)
        return 0;
    return FAIL(t, "patterns may only match literals and attribute lookups");
}

/* --- names --------------------------------------------------------------- */

static int check_name(Thread *t, const AstName *name)
{
    static const char *const constants[] = {"None", "True", "False"};
    for (int i = 0; name != NULL && i < 3; i++)
        if (strcmp(name->text, constants[i]) == 0)
            return FAIL(t, "identifier field can't represent '%s' constant",
                        constants[i]);
    return 0;
}

static int check_capture(Thread *t, const AstName *name)
{
    if (name != NULL && strcmp(name->text, "_") == 0)
        return FAIL(t, "can't capture name '_' in patterns");
    return check_name(t, name);
}

/* --- kinds --------------------------------------------------------------- */

static int check_mapping(Thread *t, const Ast *p)
{
    const AstList *keys = &p->u.MatchMapping.keys;
    if (keys->n != p->u.MatchMapping.patterns.n)
        return FAIL(t, "MatchMapping doesn't have the same number of keys as "
                    "patterns");
    return check_capture(t, p->u.MatchMapping.rest);
}

static int check_class(Thread *t, const Ast *p)
{
    return p->u.MatchClass.kwd_attrs.n != p->u.MatchClass.kwd_patterns.n
               ? FAIL(t, "MatchClass doesn't have the same number of keyword "
                      "attributes as patterns")
               : 0;
}

/* Once the class itself was looked at. */
static int check_class_names(Thread *t, const Ast *p)
{
    const AstNames *names = &p->u.MatchClass.kwd_attrs;
    if (!is_name_path(p->u.MatchClass.cls))
        return FAIL(t, "MatchClass cls field can only contain Name or "
                    "Attribute nodes.");
    for (size_t i = 0; i < names->n; i++) {
        if (names->v[i] == NULL)
            return FAIL(t, "None disallowed in kwd_attrs list");
        if (check_name(t, names->v[i]) < 0)
            return -1;
    }
    return 0;
}

static int check_as(Thread *t, const Ast *p)
{
    if (check_capture(t, p->u.MatchAs.name) < 0)
        return -1;
    if (p->u.MatchAs.pattern != NULL && p->u.MatchAs.name == NULL)
        return FAIL(t, "MatchAs must specify a target name if a pattern is "
                    "given");
    return 0;
}

static int check_single(Thread *t, const AstConst *k)
{
    return k->kind == AST_CONST_NONE || k->kind == AST_CONST_TRUE ||
                   k->kind == AST_CONST_FALSE
               ? 0
               : FAIL(t, "MatchSingleton can only contain True, False and "
                      "None");
}

int ast_pattern_check_expr(Thread *t, const Ast *p, const Ast *e)
{
    switch (p->kind) {
    case AST_MatchValue: return check_value(t, e, false);
    case AST_MatchMapping: return check_value(t, e, true);
    case AST_MatchClass: return check_class_names(t, p);
    default: return 0;
    }
}

int ast_pattern_check(Thread *t, const Ast *owner, const Ast *p)
{
    switch (p->kind) {
    case AST_MatchSingleton: return check_single(t, &p->u.MatchSingleton.value);
    case AST_MatchMapping: return check_mapping(t, p);
    case AST_MatchClass: return check_class(t, p);
    case AST_MatchStar:
        return owner->kind != AST_MatchSequence
                   ? FAIL(t, "can't use MatchStar here")
                   : check_capture(t, p->u.MatchStar.name);
    case AST_MatchAs: return check_as(t, p);
    case AST_MatchOr:
        return p->u.MatchOr.patterns.n < 2
                   ? FAIL(t, "MatchOr requires at least 2 patterns")
                   : 0;
    default: return 0;
    }
}
