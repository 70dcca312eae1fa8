/* SPDX-License-Identifier: MIT */
/* Targets: assignment, deletion, augmented and annotated assignment. */
#include "compile/gen.h"

#include "compile/unparse.h"

enum { STARRED_BEFORE_LIMIT = 1 << 8, STARRED_AFTER_LIMIT = 1 << 14 };

/* ---- unpacking ---- */

static void unpack(Compiler *c, AstList elements)
{
    size_t n = elements.n, star = n;
    for (size_t i = 0; i < n; i++) {
        if (elements.v[i]->kind != AST_Starred)
            continue;
        if (star < n) {
            compiler_error(c, gen_emitter(c)->pos,
                           "multiple starred expressions in assignment");
            return;
        }
        star = i;
    }
    if (star == n) {
        gen_op(c, OP_UNPACK_SEQUENCE, (uint32_t)n);
    } else if (star >= STARRED_BEFORE_LIMIT ||
               n - star - 1 >= STARRED_AFTER_LIMIT) {
        compiler_error(c, gen_emitter(c)->pos,
                       "too many expressions in star-unpacking assignment");
    } else {
        gen_op(c, OP_UNPACK_EX, (uint32_t)(star | (n - star - 1) << 8));
    }
    for (size_t i = 0; i < n; i++) {
        Ast *e = elements.v[i];
        gen_assign(c, e->kind == AST_Starred ? e->u.Starred.value : e);
    }
}

void gen_assign(Compiler *c, Ast *target)
{
    if (c->failed || !compiler_enter(c))
        return;
    Pos old = gen_at(c, pos_of(target));
    switch (target->kind) {
    case AST_Name: gen_name(c, target->u.Name.id, ACCESS_STORE); break;
    case AST_Attribute: {
        Str *attr = gen_mangled(c, target->u.Attribute.attr);
        gen_name_check(c, attr, ACCESS_STORE, pos_of(target));
        gen_expr(c, target->u.Attribute.value);
        gen_op(c, OP_STORE_ATTR, gen_name_index(c, attr));
        break;
    }
    case AST_Subscript:
        if (gen_subscript_operands(c, target))
            gen_op(c, OP_STORE_SLICE, 0);
        else
            gen_op(c, OP_STORE_SUBSCR, 0);
        break;
    case AST_Tuple: unpack(c, target->u.Tuple.elts); break;
    case AST_List: unpack(c, target->u.List.elts); break;
    case AST_Starred:
        compiler_error(c, pos_of(target),
                       "starred assignment target must be in a list or tuple");
        break;
    default: break;
    }
    gen_at(c, old);
    compiler_leave(c);
}

/* ---- deletion ---- */

static void delete_list(Compiler *c, AstList targets)
{
    for (size_t i = 0; i < targets.n; i++)
        gen_delete(c, targets.v[i]);
}

void gen_delete(Compiler *c, Ast *target)
{
    if (c->failed || !compiler_enter(c))
        return;
    Pos old = gen_at(c, pos_of(target));
    switch (target->kind) {
    case AST_Name: gen_name(c, target->u.Name.id, ACCESS_DELETE); break;
    case AST_Attribute: {
        Str *attr = gen_mangled(c, target->u.Attribute.attr);
        gen_name_check(c, attr, ACCESS_DELETE, pos_of(target));
        gen_expr(c, target->u.Attribute.value);
        gen_op(c, OP_DELETE_ATTR, gen_name_index(c, attr));
        break;
    }
    case AST_Subscript:
        if (gen_subscript_operands(c, target))
            gen_op(c, OP_BUILD_SLICE, 2);
        gen_op(c, OP_DELETE_SUBSCR, 0);
        break;
    case AST_Tuple: delete_list(c, target->u.Tuple.elts); break;
    case AST_List: delete_list(c, target->u.List.elts); break;
    case AST_Starred:
        compiler_error(c, pos_of(target), "can't use starred expression here");
        break;
    default: break;
    }
    gen_at(c, old);
    compiler_leave(c);
}

/* ---- target op= value ---- */

/* Of assignments to one thing; the numbers are CPython's. */
static void target_misfit(Compiler *c, const Ast *target, const char *what)
{
    compiler_misfit(c, "invalid node type (%d) for %s assignment",
                    (int)(target->kind - AST_BoolOp) + 1, what);
}

static void operate(Compiler *c, Ast *s)
{
    gen_expr(c, s->u.AugAssign.value);
    gen_at(c, pos_of(s));
    gen_binary_op(c, s->u.AugAssign.op, true);
    gen_at(c, pos_of(s->u.AugAssign.target));
}

static void augmented_attribute(Compiler *c, Ast *s, Ast *target)
{
    Str *attr = gen_mangled(c, target->u.Attribute.attr);
    uint32_t name = gen_name_index(c, attr);
    gen_expr(c, target->u.Attribute.value);
    gen_op(c, OP_COPY, 1);
    gen_op(c, OP_LOAD_ATTR, name << 1);
    operate(c, s);
    gen_op(c, OP_SWAP, 2);
    gen_op(c, OP_STORE_ATTR, name);
}

static void augmented_subscript(Compiler *c, Ast *s, Ast *target)
{
    uint32_t n = gen_subscript_operands(c, target) ? 3 : 2;
    for (uint32_t i = 0; i < n; i++)
        gen_op(c, OP_COPY, n);
    gen_op(c, n == 3 ? OP_BINARY_SLICE : OP_BINARY_SUBSCR, 0);
    operate(c, s);
    for (uint32_t i = n + 1; i > 1; i--) /* the result below the operands */
        gen_op(c, OP_SWAP, i);
    gen_op(c, n == 3 ? OP_STORE_SLICE : OP_STORE_SUBSCR, 0);
}

void gen_augmented(Compiler *c, Ast *s)
{
    Ast *target = s->u.AugAssign.target;
    Pos old = gen_at(c, pos_of(target));
    if (target->kind == AST_Attribute) {
        augmented_attribute(c, s, target);
    } else if (target->kind == AST_Subscript) {
        augmented_subscript(c, s, target);
    } else if (target->kind == AST_Name) {
        gen_name(c, target->u.Name.id, ACCESS_LOAD);
        operate(c, s);
        gen_name(c, target->u.Name.id, ACCESS_STORE);
    } else {
        target_misfit(c, target, "augmented");
    }
    gen_at(c, old);
}

/* ---- target: annotation = value ---- */

void gen_annotation(Compiler *c, Ast *annotation)
{
    if (c->flags & COMPILE_FUTURE_ANNOTATIONS)
        gen_constant_str(c, unparse_expr(c, annotation));
    else
        gen_expr(c, annotation);
}

static void evaluate(Compiler *c, Ast *e)
{
    gen_expr(c, e);
    gen_op(c, OP_POP_TOP, 0);
}

/* Without a value, the parts of a target are evaluated all the same. */
static void target_evaluate(Compiler *c, Ast *target)
{
    if (target->kind == AST_Attribute) {
        evaluate(c, target->u.Attribute.value);
    } else if (target->kind == AST_Subscript) {
        Ast *index = target->u.Subscript.slice;
        evaluate(c, target->u.Subscript.value);
        evaluate(c, index);
    }
}

static void recorded_annotation(Compiler *c, const Ast *target, Ast *annotation)
{
    gen_annotation(c, annotation);
    gen_name_str(c, N(__annotations__), ACCESS_LOAD);
    gen_constant_str(c, gen_mangled(c, target->u.Name.id));
    gen_op(c, OP_STORE_SUBSCR, 0);
}

void gen_annotated(Compiler *c, Ast *s)
{
    Ast *target = s->u.AnnAssign.target;
    Ast *annotation = s->u.AnnAssign.annotation;
    bool is_class_level = !gen_in_function(c);
    bool is_recorded = target->kind == AST_Name && s->u.AnnAssign.simple;
    if (target->kind == AST_Name)
        gen_name_check(c, compiler_name(c, target->u.Name.id), ACCESS_STORE,
                       pos_of(s));
    else if (target->kind == AST_Attribute)
        gen_name_check(c, compiler_name(c, target->u.Attribute.attr),
                       ACCESS_STORE, pos_of(s));
    if (s->u.AnnAssign.value != NULL) {
        gen_expr(c, s->u.AnnAssign.value);
        gen_assign(c, target);
    } else {
        target_evaluate(c, target);
    }
    if (target->kind != AST_Name && target->kind != AST_Attribute &&
        target->kind != AST_Subscript)
        target_misfit(c, target, "annotated");
    if (!is_class_level)
        return;
    if (is_recorded)
        recorded_annotation(c, target, annotation);
    else if (!(c->flags & COMPILE_FUTURE_ANNOTATIONS))
        evaluate(c, annotation);
}
