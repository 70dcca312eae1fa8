/* SPDX-License-Identifier: MIT */
/*
 * Expressions as text.  Each visit knows the binding power its place asks for;
 * what binds less is put in parentheses.
 */
#include "compile/unparse.h"

#include <math.h>
#include "compile/constant.h"
#include "object/error/raise.h"

typedef enum Power {
    POWER_TUPLE,
    POWER_TEST, /* if-else, lambda */
    POWER_OR,
    POWER_AND,
    POWER_NOT,
    POWER_COMPARE,
    POWER_BIT_OR,
    POWER_BIT_XOR,
    POWER_BIT_AND,
    POWER_SHIFT,
    POWER_SUM,
    POWER_PRODUCT,
    POWER_SIGN,
    POWER_POWER,
    POWER_AWAIT,
    POWER_ATOM
} Power;

typedef struct Text {
    Compiler *c;
    StrBuilder out;
} Text;

static void expr(Text *x, Ast *e, Power power);

static void add(Text *x, const char *ascii)
{
    strbuilder_add_c(x->c->t, &x->out, ascii);
}
static void add_str(Text *x, const Str *s)
{
    strbuilder_add(x->c->t, &x->out, s);
}
static void add_name(Text *x, const AstName *name)
{
    add_str(x, compiler_name(x->c, name));
}

static void list(Text *x, AstList items, Power power)
{
    for (size_t i = 0; i < items.n; i++) {
        if (i > 0)
            add(x, ", ");
        expr(x, items.v[i], power);
    }
}

/* ---- operators ---- */

static Power binary_power(AstOp op)
{
    switch (op) {
    case AST_BitOr: return POWER_BIT_OR;
    case AST_BitXor: return POWER_BIT_XOR;
    case AST_BitAnd: return POWER_BIT_AND;
    case AST_LShift:
    case AST_RShift: return POWER_SHIFT;
    case AST_Add:
    case AST_Sub: return POWER_SUM;
    case AST_Pow: return POWER_POWER;
    default: return POWER_PRODUCT;
    }
}

static void symbol(Text *x, AstOp op)
{
    add(x, " ");
    add(x, ast_op_info[op].symbol);
    add(x, " ");
}

static void binary(Text *x, Ast *e)
{
    AstOp op = e->u.BinOp.op;
    Power power = binary_power(op);
    bool to_right = op == AST_Pow;
    expr(x, e->u.BinOp.left, power + to_right);
    symbol(x, op);
    expr(x, e->u.BinOp.right, power + !to_right);
}

static void unary(Text *x, Ast *e)
{
    bool is_not = e->u.UnaryOp.op == AST_Not;
    add(x, ast_op_info[e->u.UnaryOp.op].symbol);
    if (is_not)
        add(x, " ");
    expr(x, e->u.UnaryOp.operand, is_not ? POWER_NOT : POWER_SIGN);
}

static void boolean(Text *x, Ast *e)
{
    AstList values = e->u.BoolOp.values;
    Power power = e->u.BoolOp.op == AST_And ? POWER_AND : POWER_OR;
    for (size_t i = 0; i < values.n; i++) {
        if (i > 0)
            symbol(x, e->u.BoolOp.op);
        expr(x, values.v[i], power + 1);
    }
}

static void compare(Text *x, Ast *e)
{
    expr(x, e->u.Compare.left, POWER_COMPARE + 1);
    for (size_t i = 0; i < e->u.Compare.ops.n; i++) {
        symbol(x, e->u.Compare.ops.v[i]);
        expr(x, e->u.Compare.comparators.v[i], POWER_COMPARE + 1);
    }
}

static void conditional(Text *x, Ast *e)
{
    expr(x, e->u.IfExp.body, POWER_TEST + 1);
    add(x, " if ");
    expr(x, e->u.IfExp.test, POWER_TEST + 1);
    add(x, " else ");
    expr(x, e->u.IfExp.orelse, POWER_TEST);
}

/* ---- lambda ---- */

static void parameter(Text *x, const char *stars, Ast *arg, Ast *value,
                      bool *is_first)
{
    add(x, *is_first ? "" : ", ");
    *is_first = false;
    add(x, stars);
    if (arg != NULL)
        add_name(x, arg->u.arg.arg);
    if (value != NULL) {
        add(x, "=");
        expr(x, value, POWER_TEST);
    }
}

static void parameters(Text *x, Ast *args)
{
    AstList only = args->u.arguments.posonlyargs;
    AstList plain = args->u.arguments.args;
    AstList values = args->u.arguments.defaults;
    AstList named = args->u.arguments.kwonlyargs;
    size_t n = only.n + plain.n;
    bool is_first = true;
    for (size_t i = 0; i < n; i++) {
        size_t left = n - i;
        parameter(x, "", i < only.n ? only.v[i] : plain.v[i - only.n],
                  left <= values.n ? values.v[values.n - left] : NULL,
                  &is_first);
        if (i + 1 == only.n)
            add(x, ", /");
    }
    if (args->u.arguments.vararg != NULL || named.n > 0)
        parameter(x, "*", args->u.arguments.vararg, NULL, &is_first);
    for (size_t i = 0; i < named.n; i++)
        parameter(x, "", named.v[i], args->u.arguments.kw_defaults.v[i],
                  &is_first);
    if (args->u.arguments.kwarg != NULL)
        parameter(x, "**", args->u.arguments.kwarg, NULL, &is_first);
}

static void lambda(Text *x, Ast *e)
{
    Ast *args = e->u.Lambda.args;
    size_t n = args->u.arguments.posonlyargs.n + args->u.arguments.args.n;
    add(x, n > 0 ? "lambda " : "lambda"); /* "lambda*a", as CPython has it */
    parameters(x, args);
    add(x, ": ");
    expr(x, e->u.Lambda.body, POWER_TEST);
}

/* ---- displays and comprehensions ---- */

static void dict(Text *x, Ast *e)
{
    add(x, "{");
    for (size_t i = 0; i < e->u.Dict.values.n; i++) {
        if (i > 0)
            add(x, ", ");
        if (e->u.Dict.keys.v[i] != NULL) {
            expr(x, e->u.Dict.keys.v[i], POWER_TEST);
            add(x, ": ");
            expr(x, e->u.Dict.values.v[i], POWER_TEST);
        } else {
            add(x, "**");
            expr(x, e->u.Dict.values.v[i], POWER_BIT_OR);
        }
    }
    add(x, "}");
}

static void tuple(Text *x, Ast *e, Power power)
{
    AstList items = e->u.Tuple.elts;
    bool closed = power > POWER_TUPLE || items.n == 0;
    add(x, closed ? "(" : "");
    list(x, items, POWER_TEST);
    add(x, items.n == 1 ? "," : "");
    add(x, closed ? ")" : "");
}

static void comprehension(Text *x, const char *brackets, Ast *element,
                          Ast *value, AstList generators)
{
    add(x, (const char[]){brackets[0], 0});
    expr(x, element, POWER_TEST);
    if (value != NULL) {
        add(x, ": ");
        expr(x, value, POWER_TEST);
    }
    for (size_t i = 0; i < generators.n; i++) {
        Ast *g = generators.v[i];
        add(x, g->u.comprehension.is_async ? " async for " : " for ");
        expr(x, g->u.comprehension.target, POWER_TUPLE);
        add(x, " in ");
        expr(x, g->u.comprehension.iter, POWER_TEST + 1);
        for (size_t k = 0; k < g->u.comprehension.ifs.n; k++) {
            add(x, " if ");
            expr(x, g->u.comprehension.ifs.v[k], POWER_TEST + 1);
        }
    }
    add(x, (const char[]){brackets[1], 0});
}

/* ---- calls, attributes, subscripts ---- */

static void call(Text *x, Ast *e)
{
    AstList args = e->u.Call.args, keywords = e->u.Call.keywords;
    expr(x, e->u.Call.func, POWER_ATOM);
    if (args.n == 1 && keywords.n == 0 &&
        args.v[0]->kind == AST_GeneratorExp) {
        expr(x, args.v[0], POWER_ATOM); /* has parentheses already */
        return;
    }
    add(x, "(");
    list(x, args, POWER_TEST);
    for (size_t i = 0; i < keywords.n; i++) {
        const AstName *name = keywords.v[i]->u.keyword.arg;
        if (i + args.n > 0)
            add(x, ", ");
        if (name != NULL)
            add_name(x, name);
        add(x, name != NULL ? "=" : "**");
        expr(x, keywords.v[i]->u.keyword.value, POWER_TEST);
    }
    add(x, ")");
}

static void attribute(Text *x, Ast *e)
{
    Ast *value = e->u.Attribute.value;
    bool is_int = value->kind == AST_Constant &&
                  value->u.Constant.value.kind == AST_CONST_INT;
    expr(x, value, POWER_ATOM);
    add(x, is_int ? " ." : ".");
    add_name(x, e->u.Attribute.attr);
}

static void slice(Text *x, Ast *e)
{
    if (e->u.Slice.lower != NULL)
        expr(x, e->u.Slice.lower, POWER_TEST);
    add(x, ":");
    if (e->u.Slice.upper != NULL)
        expr(x, e->u.Slice.upper, POWER_TEST);
    if (e->u.Slice.step != NULL) {
        add(x, ":");
        expr(x, e->u.Slice.step, POWER_TEST);
    }
}

/* ---- constants and f-strings ---- */

static void value_repr(Text *x, Value v)
{
    Value s = object_repr(x->c->t, v);
    if (value_is_null(s))
        x->c->failed = true;
    else
        add_str(x, value_to_str(s));
}

static void constant(Text *x, Ast *e)
{
    const AstConst *k = &e->u.Constant.value;
    bool is_number = k->kind == AST_CONST_FLOAT || k->kind == AST_CONST_IMAG;
    if (k->kind == AST_CONST_ELLIPSIS) {
        add(x, "...");
    } else if (is_number && isinf(k->number)) { /* reads as infinity */
        add(x, k->kind == AST_CONST_FLOAT ? "1e309" : "1e309j");
    } else {
        if (e->u.Constant.kind != NULL)
            add(x, e->u.Constant.kind);
        value_repr(x, constant_from_ast(x->c->t, k));
    }
}

/* Literal text of an f-string: braces are doubled. */
static void fstring_text(Text *x, const Str *s)
{
    for (int64_t i = 0; i < s->len; i++) {
        uint32_t ch = str_at(s, i);
        strbuilder_add_char(x->c->t, &x->out, ch);
        if (ch == '{' || ch == '}')
            strbuilder_add_char(x->c->t, &x->out, ch);
    }
}

static void fstring_body(Text *x, Ast *e);

static void fstring_value(Text *x, Ast *e)
{
    Text inner = {.c = x->c};
    strbuilder_init(&inner.out);
    expr(&inner, e->u.FormattedValue.value, POWER_TEST + 1);
    Str *text = strbuilder_finish(x->c->t, &inner.out);
    bool is_brace = text->len > 0 && str_at(text, 0) == '{';
    add(x, is_brace ? "{ " : "{");
    add_str(x, text);
    if (e->u.FormattedValue.conversion > 0) {
        char letter = (char)e->u.FormattedValue.conversion;
        add(x, (const char[]){'!', letter, 0});
    }
    if (e->u.FormattedValue.format_spec != NULL) {
        add(x, ":");
        fstring_body(x, e->u.FormattedValue.format_spec);
    }
    add(x, "}");
}

static void fstring_body(Text *x, Ast *e)
{
    if (e->kind == AST_JoinedStr) {
        for (size_t i = 0; i < e->u.JoinedStr.values.n; i++)
            fstring_body(x, e->u.JoinedStr.values.v[i]);
    } else if (e->kind == AST_FormattedValue) {
        fstring_value(x, e);
    } else if (e->kind == AST_Constant) {
        Value v = constant_from_ast(x->c->t, &e->u.Constant.value);
        fstring_text(x, value_to_str(v));
    }
}

static void fstring(Text *x, Ast *e)
{
    Text body = {.c = x->c};
    strbuilder_init(&body.out);
    fstring_body(&body, e);
    add(x, "f");
    value_repr(x, value_from_pointer(strbuilder_finish(x->c->t, &body.out)));
}

/* ---- all ---- */

/* How strongly a kind of expression binds. */
static Power power_of(const Ast *e)
{
    switch (e->kind) {
    case AST_NamedExpr: return POWER_TUPLE;
    case AST_Lambda:
    case AST_IfExp: return POWER_TEST;
    case AST_BoolOp:
        return e->u.BoolOp.op == AST_And ? POWER_AND : POWER_OR;
    case AST_UnaryOp:
        return e->u.UnaryOp.op == AST_Not ? POWER_NOT : POWER_SIGN;
    case AST_Compare: return POWER_COMPARE;
    case AST_BinOp: return binary_power(e->u.BinOp.op);
    case AST_Await: return POWER_AWAIT;
    default: return POWER_ATOM;
    }
}

static bool display(Text *x, Ast *e, Power power)
{
    switch (e->kind) {
    case AST_Dict: dict(x, e); break;
    case AST_Set:
        add(x, "{");
        list(x, e->u.Set.elts, POWER_TEST);
        add(x, "}");
        break;
    case AST_List:
        add(x, "[");
        list(x, e->u.List.elts, POWER_TEST);
        add(x, "]");
        break;
    case AST_Tuple: tuple(x, e, power); break;
    case AST_ListComp:
        comprehension(x, "[]", e->u.ListComp.elt, NULL,
                      e->u.ListComp.generators);
        break;
    case AST_SetComp:
        comprehension(x, "{}", e->u.SetComp.elt, NULL,
                      e->u.SetComp.generators);
        break;
    case AST_DictComp:
        comprehension(x, "{}", e->u.DictComp.key, e->u.DictComp.value,
                      e->u.DictComp.generators);
        break;
    case AST_GeneratorExp:
        comprehension(x, "()", e->u.GeneratorExp.elt, NULL,
                      e->u.GeneratorExp.generators);
        break;
    default: return false;
    }
    return true;
}

static void expr_open(Text *x, Ast *e, Power power)
{
    if (display(x, e, power))
        return;
    switch (e->kind) {
    case AST_BoolOp: boolean(x, e); break;
    case AST_BinOp: binary(x, e); break;
    case AST_UnaryOp: unary(x, e); break;
    case AST_Lambda: lambda(x, e); break;
    case AST_IfExp: conditional(x, e); break;
    case AST_NamedExpr:
        expr(x, e->u.NamedExpr.target, POWER_ATOM);
        add(x, " := ");
        expr(x, e->u.NamedExpr.value, POWER_ATOM);
        break;
    case AST_Await:
        add(x, "await ");
        expr(x, e->u.Await.value, POWER_ATOM);
        break;
    case AST_Yield:
        add(x, e->u.Yield.value != NULL ? "(yield " : "(yield");
        if (e->u.Yield.value != NULL)
            expr(x, e->u.Yield.value, POWER_TEST);
        add(x, ")");
        break;
    case AST_YieldFrom:
        add(x, "(yield from ");
        expr(x, e->u.YieldFrom.value, POWER_TEST);
        add(x, ")");
        break;
    case AST_Compare: compare(x, e); break;
    case AST_Call: call(x, e); break;
    case AST_JoinedStr:
    case AST_FormattedValue: fstring(x, e); break;
    case AST_Constant: constant(x, e); break;
    case AST_Attribute: attribute(x, e); break;
    case AST_Subscript:
        expr(x, e->u.Subscript.value, POWER_ATOM);
        add(x, "[");
        expr(x, e->u.Subscript.slice, POWER_TUPLE);
        add(x, "]");
        break;
    case AST_Starred:
        add(x, "*");
        expr(x, e->u.Starred.value, POWER_BIT_OR);
        break;
    case AST_Name: add_name(x, e->u.Name.id); break;
    case AST_Slice: slice(x, e); break;
    default: break;
    }
}

static void expr(Text *x, Ast *e, Power power)
{
    if (x->c->failed || !compiler_enter(x->c))
        return;
    bool closed = power > power_of(e);
    add(x, closed ? "(" : "");
    expr_open(x, e, power);
    add(x, closed ? ")" : "");
    compiler_leave(x->c);
}

Str *unparse_expr(Compiler *c, Ast *e)
{
    Text x = {.c = c};
    strbuilder_init(&x.out);
    expr(&x, e, POWER_TEST);
    return strbuilder_finish(c->t, &x.out);
}
