/* SPDX-License-Identifier: MIT */
/* Functions, lambdas and classes. */
#include "compile/gen.h"

enum { HAS_DEFAULTS = 1, HAS_KWDEFAULTS = 2, HAS_ANNOTATIONS = 4 };

/* ---- defaults and annotations ---- */

static unsigned defaults(Compiler *c, Ast *args)
{
    AstList list = args->u.arguments.defaults;
    if (list.n == 0)
        return 0;
    Tuple *constants = constant_fold_list(c, list);
    if (constants != NULL) {
        gen_constant(c, value_from_pointer(constants));
    } else {
        for (size_t i = 0; i < list.n; i++)
            gen_expr(c, list.v[i]);
        gen_op(c, OP_BUILD_TUPLE, (uint32_t)list.n);
    }
    return HAS_DEFAULTS;
}

static unsigned kwdefaults(Compiler *c, Ast *args)
{
    AstList only = args->u.arguments.kwonlyargs;
    AstList values = args->u.arguments.kw_defaults;
    int64_t n = 0;
    for (size_t i = 0; i < values.n; i++)
        n += values.v[i] != NULL;
    if (n == 0)
        return 0;
    Tuple *names = tuple_new(c->t, n);
    n = 0;
    for (size_t i = 0; i < values.n; i++) {
        if (values.v[i] == NULL)
            continue;
        gen_expr(c, values.v[i]);
        tuple_set(names, n++, value_from_pointer(
                                  gen_mangled(c, only.v[i]->u.arg.arg)));
    }
    gen_constant(c, value_from_pointer(names));
    gen_op(c, OP_BUILD_CONST_KEY_MAP, (uint32_t)n);
    return HAS_KWDEFAULTS;
}

/* Pushes a name and its annotation; answers how many there were. */
static uint32_t annotation(Compiler *c, Str *name, Ast *e)
{
    if (e == NULL)
        return 0;
    gen_constant_str(c, compiler_mangle(c, c->unit->klass, name));
    if (e->kind == AST_Starred &&
        !(c->flags & COMPILE_FUTURE_ANNOTATIONS)) { /* *args: *Ts */
        gen_expr(c, e->u.Starred.value);
        gen_op(c, OP_UNPACK_SEQUENCE, 1);
    } else {
        gen_annotation(c, e);
    }
    return 1;
}

static uint32_t argument_annotation(Compiler *c, Ast *arg)
{
    return arg == NULL ? 0
                       : annotation(c, compiler_name(c, arg->u.arg.arg),
                                    arg->u.arg.annotation);
}

static uint32_t list_annotations(Compiler *c, AstList args)
{
    uint32_t n = 0;
    for (size_t i = 0; i < args.n; i++)
        n += argument_annotation(c, args.v[i]);
    return n;
}

static unsigned annotations(Compiler *c, Ast *args, Ast *returns)
{
    uint32_t n = list_annotations(c, args->u.arguments.args);
    n += list_annotations(c, args->u.arguments.posonlyargs);
    n += argument_annotation(c, args->u.arguments.vararg);
    n += list_annotations(c, args->u.arguments.kwonlyargs);
    n += argument_annotation(c, args->u.arguments.kwarg);
    n += annotation(c, str_intern_c(c->t, "return"), returns);
    if (n == 0)
        return 0;
    gen_op(c, OP_BUILD_TUPLE, 2 * n);
    return HAS_ANNOTATIONS;
}

/* ---- parameters ---- */

static void list_check(Compiler *c, AstList args)
{
    for (size_t i = 0; i < args.n; i++)
        gen_name_check(c, compiler_name(c, args.v[i]->u.arg.arg), ACCESS_STORE,
                       gen_emitter(c)->pos);
}

static void arguments_check(Compiler *c, Ast *args)
{
    list_check(c, args->u.arguments.posonlyargs);
    list_check(c, args->u.arguments.args);
    if (args->u.arguments.vararg != NULL)
        list_check(c, (AstList){1, &args->u.arguments.vararg});
    list_check(c, args->u.arguments.kwonlyargs);
    if (args->u.arguments.kwarg != NULL)
        list_check(c, (AstList){1, &args->u.arguments.kwarg});
}

static void arguments_count(Unit *u, const Ast *args)
{
    u->n_posonly = (int)args->u.arguments.posonlyargs.n;
    u->n_args = u->n_posonly + (int)args->u.arguments.args.n;
    u->n_kwonly = (int)args->u.arguments.kwonlyargs.n;
    if (args->u.arguments.vararg != NULL)
        u->flags |= CODE_VARARGS;
    if (args->u.arguments.kwarg != NULL)
        u->flags |= CODE_VARKEYWORDS;
}

/* ---- decorators ---- */

static void decorators(Compiler *c, AstList list)
{
    for (size_t i = 0; i < list.n; i++) {
        gen_expr(c, list.v[i]);
        Pos old = gen_at(c, pos_of(list.v[i]));
        gen_op(c, OP_PUSH_NULL, 0);
        gen_at(c, old);
    }
}

static void decorators_call(Compiler *c, AstList list)
{
    Pos old = gen_emitter(c)->pos;
    for (size_t i = list.n; i > 0; i--) {
        gen_at(c, pos_of(list.v[i - 1]));
        gen_op(c, OP_CALL, 1);
    }
    gen_at(c, old);
}

static int first_line(const Ast *s, AstList decorator_list)
{
    return decorator_list.n > 0 ? decorator_list.v[0]->lineno : s->lineno;
}

/* ---- functions ---- */

static Code *function_code(Compiler *c, Ast *s)
{
    Unit u;
    AstList body = s->u.FunctionDef.body;
    gen_unit_enter(c, &u, s, first_line(s, s->u.FunctionDef.decorator_list));
    arguments_count(&u, s->u.FunctionDef.args);
    Value doc = gen_docstring(body, c);
    /* The first constant is the docstring, or None. */
    gen_constant_index(c, value_is_unbound(doc) ? NONE : doc);
    gen_resume(c);
    if (!value_is_unbound(doc)) {
        body.v++;
        body.n--;
    }
    gen_body(c, body);
    return gen_unit_leave(c);
}

/* FunctionDef and AsyncFunctionDef have the same fields. */
void gen_function(Compiler *c, Ast *s)
{
    Ast *args = s->u.FunctionDef.args;
    Pos pos = pos_of(s);
    arguments_check(c, args);
    decorators(c, s->u.FunctionDef.decorator_list);
    unsigned attributes = defaults(c, args);
    attributes |= kwdefaults(c, args);
    attributes |= annotations(c, args, s->u.FunctionDef.returns);
    if (c->failed)
        return;
    Code *code = function_code(c, s);
    gen_at(c, pos);
    gen_closure(c, code, attributes);
    decorators_call(c, s->u.FunctionDef.decorator_list);
    gen_name(c, s->u.FunctionDef.name, ACCESS_STORE);
}

static Code *lambda_code(Compiler *c, Ast *e)
{
    Unit u;
    gen_unit_enter(c, &u, e, e->lineno);
    arguments_count(&u, e->u.Lambda.args);
    gen_constant_index(c, NONE);
    gen_resume(c);
    gen_expr(c, e->u.Lambda.body);
    gen_at(c, pos_of(e->u.Lambda.body));
    gen_op(c, OP_RETURN_VALUE, 0);
    return gen_unit_leave(c);
}

void gen_lambda(Compiler *c, Ast *e)
{
    arguments_check(c, e->u.Lambda.args);
    unsigned attributes = defaults(c, e->u.Lambda.args);
    attributes |= kwdefaults(c, e->u.Lambda.args);
    if (!c->failed)
        gen_closure(c, lambda_code(c, e), attributes);
}

/* ---- classes ---- */

static Code *class_code(Compiler *c, Ast *s, int line)
{
    Unit u;
    gen_unit_enter(c, &u, s, line);
    u.klass = u.name;
    gen_resume(c);
    gen_name_str(c, N(__name__), ACCESS_LOAD);
    gen_name_str(c, N(__module__), ACCESS_STORE);
    gen_constant_str(c, u.qualname);
    gen_name_str(c, N(__qualname__), ACCESS_STORE);
    gen_class_body(c, s->u.ClassDef.body);
    gen_at(c, NO_POS);
    if (u.scope->needs_class_cell) {
        gen_cell(c, N(__class__));
        gen_op(c, OP_COPY, 1);
        gen_name_str(c, N(__classcell__), ACCESS_STORE);
        gen_op(c, OP_RETURN_VALUE, 0);
    }
    return gen_unit_leave(c);
}

void gen_class(Compiler *c, Ast *s)
{
    AstList decorator_list = s->u.ClassDef.decorator_list;
    Pos pos = pos_of(s);
    decorators(c, decorator_list);
    Code *code = class_code(c, s, first_line(s, decorator_list));
    gen_at(c, pos);
    gen_op(c, OP_LOAD_BUILD_CLASS, 0);
    gen_op(c, OP_PUSH_NULL, 0);
    gen_closure(c, code, 0);
    gen_constant_str(c, compiler_name(c, s->u.ClassDef.name));
    gen_keywords_check(c, s->u.ClassDef.keywords);
    gen_call_arguments(c, 2, s->u.ClassDef.bases, s->u.ClassDef.keywords);
    decorators_call(c, decorator_list);
    gen_name(c, s->u.ClassDef.name, ACCESS_STORE);
}
