/* SPDX-License-Identifier: MIT */
/* Expressions, and conditions as jumps. */
#include "compile/gen.h"

#include "object/container/set.h"
#include "object/error/raise.h"

/* ---- operators ---- */

static const uint8_t binary_args[AST_OP_COUNT] = {
    [AST_Add] = BINARY_ADD,       [AST_Sub] = BINARY_SUB,
    [AST_Mult] = BINARY_MUL,      [AST_MatMult] = BINARY_MATMUL,
    [AST_Div] = BINARY_TRUEDIV,   [AST_Mod] = BINARY_MOD,
    [AST_Pow] = BINARY_POW,       [AST_LShift] = BINARY_LSHIFT,
    [AST_RShift] = BINARY_RSHIFT, [AST_BitOr] = BINARY_OR,
    [AST_BitXor] = BINARY_XOR,    [AST_BitAnd] = BINARY_AND,
    [AST_FloorDiv] = BINARY_FLOORDIV,
};

void gen_binary_op(Compiler *c, AstOp op, bool inplace)
{
    gen_op(c, OP_BINARY_OP, binary_args[op] + (inplace ? BINARY_INPLACE : 0u));
}

void gen_compare_op(Compiler *c, AstOp op)
{
    switch (op) {
    case AST_Is: gen_op(c, OP_IS_OP, 0); break;
    case AST_IsNot: gen_op(c, OP_IS_OP, 1); break;
    case AST_In: gen_op(c, OP_CONTAINS_OP, 0); break;
    case AST_NotIn: gen_op(c, OP_CONTAINS_OP, 1); break;
    case AST_Eq: gen_op(c, OP_COMPARE_OP, COMPARE_EQ); break;
    case AST_NotEq: gen_op(c, OP_COMPARE_OP, COMPARE_NE); break;
    case AST_Lt: gen_op(c, OP_COMPARE_OP, COMPARE_LT); break;
    case AST_LtE: gen_op(c, OP_COMPARE_OP, COMPARE_LE); break;
    case AST_Gt: gen_op(c, OP_COMPARE_OP, COMPARE_GT); break;
    default: gen_op(c, OP_COMPARE_OP, COMPARE_GE); break;
    }
}

static bool compares_to_bool(AstOp op)
{
    return op == AST_Is || op == AST_IsNot || op == AST_In || op == AST_NotIn;
}

static AstOp comparison_negated(AstOp op)
{
    return op == AST_Is ? AST_IsNot : op == AST_IsNot ? AST_Is
         : op == AST_In ? AST_NotIn : AST_In;
}

/* A single comparison that gives a bool. */
static bool is_identity_test(const Ast *e)
{
    return e->kind == AST_Compare && e->u.Compare.ops.n == 1 &&
           compares_to_bool(e->u.Compare.ops.v[0]);
}

/* TO_BOOL unless e's value is a bool. */
static void gen_truth(Compiler *c, Ast *e)
{
    if (is_identity_test(e) ||
        (e->kind == AST_UnaryOp && e->u.UnaryOp.op == AST_Not))
        return;
    Pos old = gen_at(c, pos_of(e));
    gen_op(c, OP_TO_BOOL, 0);
    gen_at(c, old);
}

/* ---- comparisons ---- */

/* The right side of `in`: constant displays become constants. */
static void comparator(Compiler *c, AstOp op, Ast *e)
{
    Tuple *items = NULL;
    if (op == AST_In || op == AST_NotIn) {
        if (e->kind == AST_List)
            items = constant_fold_list(c, e->u.List.elts);
        else if (e->kind == AST_Set)
            items = constant_fold_list(c, e->u.Set.elts);
    }
    Value v = value_from_pointer(items);
    if (items != NULL && e->kind == AST_Set) {
        Set *set = set_from_iterable(c->t, SHAPE_FROZENSET, v);
        if (set == NULL) { /* cannot be hashed: let it fail when it runs */
            exception_take(c->t);
            items = NULL;
        }
        v = value_from_pointer(set);
    }
    if (items != NULL)
        gen_constant(c, v);
    else
        gen_expr(c, e);
}

static void comparison(Compiler *c, AstOp op, Ast *right)
{
    comparator(c, op, right);
    gen_compare_op(c, op);
}

/*
 * a < b < c: all but the last comparison keep their right operand, and jump to
 * `unless`, with that operand left on the stack, when they are false.
 */
static void comparisons_but_last(Compiler *c, Ast *e, int unless, bool keep)
{
    AstOps ops = e->u.Compare.ops;
    for (size_t i = 0; i + 1 < ops.n; i++) {
        /* No constant for a display: it is a left operand too. */
        gen_expr(c, e->u.Compare.comparators.v[i]);
        gen_op(c, OP_SWAP, 2);
        gen_op(c, OP_COPY, 2);
        gen_compare_op(c, ops.v[i]);
        if (keep)
            gen_op(c, OP_COPY, 1);
        if (!compares_to_bool(ops.v[i]))
            gen_op(c, OP_TO_BOOL, 0);
        gen_jump(c, OP_POP_JUMP_IF_FALSE, unless);
        if (keep)
            gen_op(c, OP_POP_TOP, 0);
    }
}

static void compare(Compiler *c, Ast *e)
{
    AstOps ops = e->u.Compare.ops;
    AstList right = e->u.Compare.comparators;
    gen_warn_compare(c, e);
    gen_expr(c, e->u.Compare.left);
    if (ops.n == 1) {
        comparison(c, ops.v[0], right.v[0]);
        return;
    }
    int cleanup = gen_label_new(c), end = gen_label_new(c);
    comparisons_but_last(c, e, cleanup, true);
    comparison(c, ops.v[ops.n - 1], right.v[ops.n - 1]);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, cleanup);
    gen_op(c, OP_SWAP, 2);
    gen_op(c, OP_POP_TOP, 0);
    gen_label(c, end);
}

/* ---- conditions ---- */

static Opcode jump_op(bool when)
{
    return when ? OP_POP_JUMP_IF_TRUE : OP_POP_JUMP_IF_FALSE;
}

static void jump_if_compare_chain(Compiler *c, Ast *e, int label, bool when)
{
    size_t last = e->u.Compare.ops.n - 1;
    AstOp op = e->u.Compare.ops.v[last];
    int cleanup = gen_label_new(c), end = gen_label_new(c);
    Pos old = gen_at(c, pos_of(e));
    gen_warn_compare(c, e);
    gen_expr(c, e->u.Compare.left);
    comparisons_but_last(c, e, cleanup, false);
    comparison(c, op, e->u.Compare.comparators.v[last]);
    if (!compares_to_bool(op))
        gen_op(c, OP_TO_BOOL, 0);
    gen_jump(c, jump_op(when), label);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, cleanup);
    gen_op(c, OP_POP_TOP, 0);
    if (!when)
        gen_jump(c, OP_JUMP_FORWARD, label);
    gen_label(c, end);
    gen_at(c, old);
}

static bool is_none(const Ast *e)
{
    return e->kind == AST_Constant &&
           e->u.Constant.value.kind == AST_CONST_NONE;
}

/* x is None, x is not None */
static bool jump_if_none(Compiler *c, Ast *e, int label, bool when)
{
    if (!is_identity_test(e) || !is_none(e->u.Compare.comparators.v[0]))
        return false;
    AstOp op = e->u.Compare.ops.v[0];
    if (op != AST_Is && op != AST_IsNot)
        return false;
    Pos old = gen_at(c, pos_of(e));
    gen_warn_compare(c, e);
    gen_expr(c, e->u.Compare.left);
    gen_jump(c, (op == AST_Is) == when ? OP_POP_JUMP_IF_NONE
                                       : OP_POP_JUMP_IF_NOT_NONE, label);
    gen_at(c, old);
    return true;
}

static void jump_if_bool_op(Compiler *c, Ast *e, int label, bool when)
{
    AstList values = e->u.BoolOp.values;
    bool decides = e->u.BoolOp.op == AST_Or; /* the truth that ends it */
    int early = decides == when ? label : gen_label_new(c);
    for (size_t i = 0; i + 1 < values.n; i++)
        gen_jump_if(c, values.v[i], early, decides);
    gen_jump_if(c, values.v[values.n - 1], label, when);
    if (early != label)
        gen_label(c, early);
}

static void jump_if_conditional(Compiler *c, Ast *e, int label, bool when)
{
    int otherwise = gen_label_new(c), end = gen_label_new(c);
    gen_jump_if(c, e->u.IfExp.test, otherwise, false);
    gen_jump_if(c, e->u.IfExp.body, label, when);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, otherwise);
    gen_jump_if(c, e->u.IfExp.orelse, label, when);
    gen_label(c, end);
}

/* A constant condition: jumps always or never. */
static bool jump_if_constant(Compiler *c, Ast *e, int label, bool when)
{
    Value v;
    if (!constant_fold(c, e, &v))
        return false;
    int truth = object_is_true(c->t, v);
    Pos old = gen_at(c, pos_of(e));
    gen_op(c, OP_NOP, 0); /* the line is seen by tracing */
    gen_at(c, old);
    if ((truth != 0) == when)
        gen_jump(c, OP_JUMP_FORWARD, label);
    return true;
}

void gen_jump_if(Compiler *c, Ast *e, int label, bool when)
{
    if (c->failed || !compiler_enter(c))
        return;
    if (jump_if_constant(c, e, label, when) ||
        jump_if_none(c, e, label, when)) {
        /* done */
    } else if (e->kind == AST_UnaryOp && e->u.UnaryOp.op == AST_Not) {
        gen_jump_if(c, e->u.UnaryOp.operand, label, !when);
    } else if (e->kind == AST_BoolOp) {
        jump_if_bool_op(c, e, label, when);
    } else if (e->kind == AST_IfExp) {
        jump_if_conditional(c, e, label, when);
    } else if (e->kind == AST_Compare && e->u.Compare.ops.n > 1) {
        jump_if_compare_chain(c, e, label, when);
    } else {
        gen_expr(c, e);
        gen_truth(c, e);
        /* CPython's jump is at what it belongs to, but of comparisons. */
        Pos old = gen_emitter(c)->pos;
        if (e->kind == AST_Compare)
            gen_at(c, pos_of(e));
        gen_jump(c, jump_op(when), label);
        gen_at(c, old);
    }
    compiler_leave(c);
}

/* ---- and, or, if-else, not ---- */

static void bool_op(Compiler *c, Ast *e)
{
    AstList values = e->u.BoolOp.values;
    int end = gen_label_new(c);
    Opcode jump = jump_op(e->u.BoolOp.op == AST_Or);
    for (size_t i = 0; i + 1 < values.n; i++) {
        gen_expr(c, values.v[i]);
        gen_op(c, OP_COPY, 1);
        gen_truth(c, values.v[i]);
        gen_jump(c, jump, end);
        gen_op(c, OP_POP_TOP, 0);
    }
    gen_expr(c, values.v[values.n - 1]);
    gen_label(c, end);
}

static void conditional(Compiler *c, Ast *e)
{
    int otherwise = gen_label_new(c), end = gen_label_new(c);
    gen_jump_if(c, e->u.IfExp.test, otherwise, false);
    gen_expr(c, e->u.IfExp.body);
    gen_jump(c, OP_JUMP_FORWARD, end);
    gen_label(c, otherwise);
    gen_expr(c, e->u.IfExp.orelse);
    gen_label(c, end);
}

static void unary_op(Compiler *c, Ast *e)
{
    Ast *operand = e->u.UnaryOp.operand;
    if (e->u.UnaryOp.op == AST_Not && is_identity_test(operand)) {
        gen_at(c, pos_of(operand));
        gen_warn_compare(c, operand);
        gen_expr(c, operand->u.Compare.left);
        comparison(c, comparison_negated(operand->u.Compare.ops.v[0]),
                   operand->u.Compare.comparators.v[0]);
        return;
    }
    gen_expr(c, operand);
    switch (e->u.UnaryOp.op) {
    case AST_Invert: gen_op(c, OP_UNARY_INVERT, 0); break;
    case AST_UAdd: gen_op(c, OP_UNARY_POSITIVE, 0); break;
    case AST_USub: gen_op(c, OP_UNARY_NEGATIVE, 0); break;
    default:
        gen_truth(c, operand);
        gen_op(c, OP_UNARY_NOT, 0);
        break;
    }
}

/* ---- subscripts ---- */

static void expr_or_none(Compiler *c, Ast *e)
{
    if (e != NULL)
        gen_expr(c, e);
    else
        gen_constant(c, NONE);
}

static void slice(Compiler *c, Ast *e)
{
    expr_or_none(c, e->u.Slice.lower);
    expr_or_none(c, e->u.Slice.upper);
    if (e->u.Slice.step != NULL)
        gen_expr(c, e->u.Slice.step);
    gen_op(c, OP_BUILD_SLICE, e->u.Slice.step != NULL ? 3 : 2);
}

bool gen_subscript_operands(Compiler *c, Ast *e)
{
    Ast *index = e->u.Subscript.slice;
    gen_expr(c, e->u.Subscript.value);
    if (index->kind == AST_Slice && index->u.Slice.step == NULL) {
        expr_or_none(c, index->u.Slice.lower);
        expr_or_none(c, index->u.Slice.upper);
        return true;
    }
    gen_expr(c, index);
    return false;
}

/* ---- generators and coroutines ---- */

bool gen_in_async_function(const Compiler *c)
{
    const Scope *s = c->unit->scope;
    return s->node->kind == AST_AsyncFunctionDef;
}

void gen_yield(Compiler *c)
{
    if (c->unit->flags & CODE_ASYNC_GENERATOR)
        gen_op(c, OP_ASYNC_GEN_WRAP, 0);
    gen_op(c, OP_YIELD_VALUE, 0);
    gen_op(c, OP_RESUME, 1);
}

void gen_yield_from(Compiler *c, bool is_await)
{
    int exit = gen_label_new(c), fail = gen_label_new(c);
    int send = emit_here(gen_emitter(c));
    gen_jump(c, OP_SEND, exit);
    int region = emit_try_begin(gen_emitter(c), fail, 0, false);
    gen_op(c, OP_YIELD_VALUE, 0);
    gen_op(c, OP_RESUME, is_await ? 3 : 2);
    emit_try_end(gen_emitter(c), region);
    gen_jump(c, OP_JUMP_BACKWARD_NO_INTERRUPT, send);
    gen_label(c, fail);
    gen_op(c, OP_CLEANUP_THROW, 0);
    gen_label(c, exit);
    gen_op(c, OP_END_SEND, 0);
}

void gen_await(Compiler *c, uint32_t kind)
{
    gen_op(c, OP_GET_AWAITABLE, kind);
    gen_constant(c, NONE);
    gen_yield_from(c, true);
}

static void yield_expr(Compiler *c, Ast *e)
{
    if (!gen_in_function(c)) {
        compiler_error(c, pos_of(e), "'yield' outside function");
        return;
    }
    expr_or_none(c, e->u.Yield.value);
    gen_yield(c);
}

static void yield_from_expr(Compiler *c, Ast *e)
{
    if (!gen_in_function(c)) {
        compiler_error(c, pos_of(e), "'yield' outside function");
    } else if (gen_in_async_function(c)) {
        compiler_error(c, pos_of(e), "'yield from' inside async function");
    } else {
        gen_expr(c, e->u.YieldFrom.value);
        gen_op(c, OP_GET_YIELD_FROM_ITER, 0);
        gen_constant(c, NONE);
        gen_yield_from(c, false);
    }
}

static void await_expr(Compiler *c, Ast *e)
{
    if (!gen_in_function(c)) {
        compiler_error(c, pos_of(e), "'await' outside function");
    } else if (!gen_in_async_function(c) &&
               !scope_is_comprehension(c->unit->scope)) {
        compiler_error(c, pos_of(e), "'await' outside async function");
    } else {
        gen_expr(c, e->u.Await.value);
        gen_await(c, 0);
    }
}

/* ---- the rest ---- */

static void named_expr(Compiler *c, Ast *e)
{
    gen_expr(c, e->u.NamedExpr.value);
    gen_op(c, OP_COPY, 1);
    gen_assign(c, e->u.NamedExpr.target);
}

static void expr_visit(Compiler *c, Ast *e)
{
    switch (e->kind) {
    case AST_BoolOp: bool_op(c, e); break;
    case AST_NamedExpr: named_expr(c, e); break;
    case AST_BinOp:
        gen_expr(c, e->u.BinOp.left);
        gen_expr(c, e->u.BinOp.right);
        gen_binary_op(c, e->u.BinOp.op, false);
        break;
    case AST_UnaryOp: unary_op(c, e); break;
    case AST_Lambda: gen_lambda(c, e); break;
    case AST_IfExp: conditional(c, e); break;
    case AST_Dict: gen_dict(c, e); break;
    case AST_Set: gen_display(c, DISPLAY_SET, e->u.Set.elts, 0); break;
    case AST_List: gen_display(c, DISPLAY_LIST, e->u.List.elts, 0); break;
    case AST_Tuple: gen_display(c, DISPLAY_TUPLE, e->u.Tuple.elts, 0); break;
    case AST_ListComp:
    case AST_SetComp:
    case AST_DictComp:
    case AST_GeneratorExp: gen_comprehension(c, e); break;
    case AST_Await: await_expr(c, e); break;
    case AST_Yield: yield_expr(c, e); break;
    case AST_YieldFrom: yield_from_expr(c, e); break;
    case AST_Compare: compare(c, e); break;
    case AST_Call: gen_call(c, e); break;
    case AST_FormattedValue: gen_formatted_value(c, e); break;
    case AST_JoinedStr: gen_joined_str(c, e); break;
    case AST_Attribute: gen_attribute(c, e); break;
    case AST_Subscript:
        gen_warn_subscript(c, e);
        if (gen_subscript_operands(c, e))
            gen_op(c, OP_BINARY_SLICE, 0);
        else
            gen_op(c, OP_BINARY_SUBSCR, 0);
        break;
    case AST_Starred:
        compiler_error(c, pos_of(e), "can't use starred expression here");
        break;
    case AST_Name: gen_name(c, e->u.Name.id, ACCESS_LOAD); break;
    case AST_Slice: slice(c, e); break;
    default: break;
    }
}

void gen_expr(Compiler *c, Ast *e)
{
    Value v;
    if (c->failed || !compiler_enter(c))
        return;
    Pos old = gen_at(c, pos_of(e));
    if (constant_fold(c, e, &v))
        gen_constant(c, v);
    else
        expr_visit(c, e);
    gen_at(c, old);
    compiler_leave(c);
}
