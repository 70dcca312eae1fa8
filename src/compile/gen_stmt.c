/* SPDX-License-Identifier: MIT */
/* Statements that have no file of their own, and bodies. */
#include "compile/gen.h"

#include <string.h>

/* ---- bodies ---- */

static void stmt(Compiler *c, Ast *s);

void gen_body(Compiler *c, AstList body)
{
    for (size_t i = 0; i < body.n && !c->failed; i++)
        stmt(c, body.v[i]);
}

static Ast *docstring_node(AstList body)
{
    if (body.n == 0 || body.v[0]->kind != AST_Expr)
        return NULL;
    Ast *e = body.v[0]->u.Expr.value;
    return e->kind == AST_Constant &&
           e->u.Constant.value.kind == AST_CONST_STR ? e : NULL;
}

Value gen_docstring(AstList body, Compiler *c)
{
    Ast *e = docstring_node(body);
    if (e == NULL || c->optimize >= 2)
        return UNBOUND;
    return constant_from_ast(c->t, &e->u.Constant.value);
}

static bool any_annotation(AstList body);

/* Whether a statement annotates a name of this scope. */
static bool is_annotating(const Ast *s)
{
    const AstFieldInfo *field = ast_fields(s->kind);
    switch (s->kind) {
    case AST_AnnAssign: return true;
    case AST_FunctionDef:
    case AST_AsyncFunctionDef:
    case AST_ClassDef: return false;
    default: break;
    }
    for (int i = 0; i < ast_kind_info[s->kind].field_count; i++, field++) {
        if (field->type == AST_FIELD_NODES &&
            any_annotation(*(AstList *)ast_field((Ast *)s, field)))
            return true;
    }
    return false;
}

static bool any_annotation(AstList body)
{
    for (size_t i = 0; i < body.n; i++) {
        if (body.v[i] == NULL)
            continue;
        AstGroup group = ast_kind_info[body.v[i]->kind].group;
        if ((group == AST_GROUP_stmt || group == AST_GROUP_excepthandler ||
             group == AST_GROUP_match_case) && is_annotating(body.v[i]))
            return true;
    }
    return false;
}

void gen_annotations_setup(Compiler *c, AstList body)
{
    if (any_annotation(body))
        gen_op(c, OP_SETUP_ANNOTATIONS, 0);
}

void gen_class_body(Compiler *c, AstList body)
{
    gen_annotations_setup(c, body);
    Value doc = gen_docstring(body, c);
    if (!value_is_unbound(doc)) {
        gen_at(c, pos_of(body.v[0]->u.Expr.value));
        gen_constant(c, doc);
        gen_at(c, NO_POS);
        gen_name_str(c, N(__doc__), ACCESS_STORE);
        body.v++;
        body.n--;
    }
    gen_body(c, body);
}

/* ---- simple statements ---- */

static void expr_stmt(Compiler *c, Ast *s)
{
    Value unused;
    Ast *e = s->u.Expr.value;
    if (c->mode == COMPILE_SINGLE && c->unit->outer == NULL) {
        gen_expr(c, e);
        gen_op(c, OP_PRINT_EXPR, 0);
    } else if (constant_fold(c, e, &unused)) {
        gen_op(c, OP_NOP, 0);
    } else {
        gen_expr(c, e);
        gen_at(c, NO_POS); /* the POP_TOP is artificial */
        gen_op(c, OP_POP_TOP, 0);
    }
}

static void assign(Compiler *c, Ast *s)
{
    AstList targets = s->u.Assign.targets;
    gen_expr(c, s->u.Assign.value);
    for (size_t i = 0; i < targets.n; i++) {
        if (i + 1 < targets.n)
            gen_op(c, OP_COPY, 1);
        gen_assign(c, targets.v[i]);
    }
}

static void raise_stmt(Compiler *c, Ast *s)
{
    uint32_t n = 0;
    if (s->u.Raise.exc != NULL) {
        gen_expr(c, s->u.Raise.exc);
        n++;
    }
    if (s->u.Raise.cause != NULL) {
        gen_expr(c, s->u.Raise.cause);
        n++;
    }
    gen_op(c, OP_RAISE_VARARGS, n);
}

/* The comparison that gen_jump_if makes last; NULL: none. */
static Ast *last_compare(Ast *test)
{
    Ast *last = NULL;
    if (test->kind == AST_Compare)
        return test;
    if (test->kind == AST_UnaryOp && test->u.UnaryOp.op == AST_Not)
        return last_compare(test->u.UnaryOp.operand);
    if (test->kind == AST_BoolOp)
        for (size_t i = test->u.BoolOp.values.n; last == NULL && i-- > 0;)
            last = last_compare(test->u.BoolOp.values.v[i]);
    if (test->kind == AST_IfExp) {
        last = last_compare(test->u.IfExp.orelse);
        last = last != NULL ? last : last_compare(test->u.IfExp.body);
        last = last != NULL ? last : last_compare(test->u.IfExp.test);
    }
    return last;
}

/* The error is shown under the comparison that failed, as far as is known. */
static void assert_stmt(Compiler *c, Ast *s)
{
    gen_warn_assert(c, s);
    if (c->optimize > 0)
        return;
    int end = gen_label_new(c);
    gen_jump_if(c, s->u.Assert.test, end, true);
    Ast *compare = last_compare(s->u.Assert.test);
    Pos saved = gen_at(c, pos_of(compare != NULL ? compare : s));
    gen_op(c, OP_LOAD_ASSERTION_ERROR, 0);
    if (s->u.Assert.msg != NULL) {
        gen_op(c, OP_PUSH_NULL, 0);
        gen_expr(c, s->u.Assert.msg);
        gen_op(c, OP_CALL, 1);
    }
    gen_op(c, OP_RAISE_VARARGS, 1);
    gen_at(c, saved);
    gen_label(c, end);
}

static void if_stmt(Compiler *c, Ast *s)
{
    int otherwise = gen_label_new(c), end = gen_label_new(c);
    gen_jump_if(c, s->u.If.test, otherwise, false);
    gen_body(c, s->u.If.body);
    if (s->u.If.orelse.n > 0) {
        gen_at(c, NO_POS);
        gen_jump(c, OP_JUMP_FORWARD, end);
    }
    gen_label(c, otherwise);
    gen_body(c, s->u.If.orelse);
    gen_label(c, end);
}

static void delete_stmt(Compiler *c, Ast *s)
{
    for (size_t i = 0; i < s->u.Delete.targets.n; i++)
        gen_delete(c, s->u.Delete.targets.v[i]);
}

static void async_with(Compiler *c, Ast *s)
{
    if (!gen_in_async_function(c))
        compiler_error(c, pos_of(s), "'async with' outside async function");
    gen_with(c, s, 0);
}

static void stmt_visit(Compiler *c, Ast *s)
{
    switch (s->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: gen_function(c, s); break;
    case AST_ClassDef: gen_class(c, s); break;
    case AST_Return: gen_return(c, s); break;
    case AST_Delete: delete_stmt(c, s); break;
    case AST_Assign: assign(c, s); break;
    case AST_AugAssign: gen_augmented(c, s); break;
    case AST_AnnAssign: gen_annotated(c, s); break;
    case AST_For: gen_for(c, s); break;
    case AST_AsyncFor: gen_async_for(c, s); break;
    case AST_While: gen_while(c, s); break;
    case AST_If: if_stmt(c, s); break;
    case AST_With: gen_with(c, s, 0); break;
    case AST_AsyncWith: async_with(c, s); break;
    case AST_Match: gen_match(c, s); break;
    case AST_Raise: raise_stmt(c, s); break;
    case AST_Try: gen_finally(c, s); break;
    case AST_TryStar: gen_finally(c, s); break;
    case AST_Assert: assert_stmt(c, s); break;
    case AST_Import: gen_import(c, s); break;
    case AST_ImportFrom: gen_import_from(c, s); break;
    case AST_Expr: expr_stmt(c, s); break;
    case AST_Pass: gen_op(c, OP_NOP, 0); break;
    case AST_Break: gen_break(c, s); break;
    case AST_Continue: gen_continue(c, s); break;
    default: break; /* global and nonlocal */
    }
}

static void stmt(Compiler *c, Ast *s)
{
    if (c->failed || !compiler_enter(c))
        return;
    gen_at(c, pos_of(s));
    stmt_visit(c, s);
    compiler_leave(c);
}
