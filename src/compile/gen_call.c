/* SPDX-License-Identifier: MIT */
/* Calls and attributes. */
#include "compile/gen.h"

static bool any_starred(AstList args)
{
    for (size_t i = 0; i < args.n; i++) {
        if (args.v[i]->kind == AST_Starred)
            return true;
    }
    return false;
}

static bool any_double_starred(AstList keywords)
{
    for (size_t i = 0; i < keywords.n; i++) {
        if (keywords.v[i]->u.keyword.arg == NULL)
            return true;
    }
    return false;
}

/* The first keyword that comes again, n if none does; *again is where. */
static size_t keyword_repeated(Compiler *c, AstList keywords, Ast **again)
{
    Map seen; /* name -> its first keyword */
    size_t first = keywords.n;
    map_init(&seen, c->arena);
    for (size_t i = 0; i < keywords.n; i++) {
        const AstName *name = keywords.v[i]->u.keyword.arg;
        if (name == NULL)
            continue;
        void **at = map_at(&seen, name);
        if (*at == NULL) {
            *at = &keywords.v[i];
        } else if ((size_t)((Ast *const *)*at - keywords.v) < first) {
            first = (size_t)((Ast *const *)*at - keywords.v);
            *again = keywords.v[i];
        }
    }
    return first;
}

void gen_keywords_check(Compiler *c, AstList keywords)
{
    Ast *again = NULL;
    size_t repeated =
        keywords.n > 1 ? keyword_repeated(c, keywords, &again) : 1;
    for (size_t i = 0; i < keywords.n; i++) {
        const AstName *name = keywords.v[i]->u.keyword.arg;
        if (name == NULL)
            continue;
        gen_name_check(c, compiler_name(c, name), ACCESS_STORE,
                       gen_emitter(c)->pos);
        if (i == repeated)
            compiler_error(c, pos_of(again), "keyword argument repeated: %U",
                           compiler_name(c, name));
    }
}

/* ---- arguments ---- */

static Value keyword_names(Compiler *c, Ast *const *keywords, size_t n)
{
    Tuple *names = tuple_new(c->t, (int64_t)n);
    for (size_t i = 0; i < n; i++) {
        tuple_set(names, (int64_t)i,
                  value_from_pointer(
                      compiler_name(c, keywords[i]->u.keyword.arg)));
    }
    return value_from_pointer(names);
}

/* name=value, ... as a dict. */
static void keywords_dict(Compiler *c, Ast *const *keywords, size_t n)
{
    for (size_t i = 0; i < n; i++)
        gen_expr(c, keywords[i]->u.keyword.value);
    gen_constant(c, keyword_names(c, keywords, n));
    gen_op(c, OP_BUILD_CONST_KEY_MAP, (uint32_t)n);
}

/* All keywords, ** among them, as one dict. */
static void keywords_merged(Compiler *c, AstList keywords)
{
    bool is_built = false;
    size_t from = 0;
    for (size_t i = 0; i <= keywords.n; i++) {
        if (i < keywords.n && keywords.v[i]->u.keyword.arg != NULL)
            continue;
        if (i > from) {
            keywords_dict(c, keywords.v + from, i - from);
            if (is_built)
                gen_op(c, OP_DICT_MERGE, 1);
            is_built = true;
        }
        from = i + 1;
        if (i == keywords.n)
            break;
        if (!is_built)
            gen_op(c, OP_BUILD_MAP, 0);
        is_built = true;
        gen_expr(c, keywords.v[i]->u.keyword.value);
        gen_op(c, OP_DICT_MERGE, 1);
    }
}

static void call_unpacking(Compiler *c, uint32_t pushed, AstList args,
                           AstList keywords)
{
    if (pushed == 0 && args.n == 1 && args.v[0]->kind == AST_Starred)
        gen_expr(c, args.v[0]->u.Starred.value);
    else
        gen_display(c, DISPLAY_TUPLE, args, pushed);
    if (keywords.n > 0)
        keywords_merged(c, keywords);
    gen_op(c, OP_CALL_FUNCTION_EX, keywords.n > 0);
}

void gen_call_arguments(Compiler *c, uint32_t pushed, AstList args,
                        AstList keywords)
{
    if (any_starred(args) || any_double_starred(keywords)) {
        call_unpacking(c, pushed, args, keywords);
        return;
    }
    uint32_t n = pushed + (uint32_t)(args.n + keywords.n);
    for (size_t i = 0; i < args.n; i++)
        gen_expr(c, args.v[i]);
    for (size_t i = 0; i < keywords.n; i++)
        gen_expr(c, keywords.v[i]->u.keyword.value);
    if (keywords.n > 0) {
        gen_constant(c, keyword_names(c, keywords.v, keywords.n));
        gen_op(c, OP_CALL_KW, n);
    } else {
        gen_op(c, OP_CALL, n);
    }
}

/* ---- attributes ---- */

static bool is_global_super(Compiler *c, const Ast *e)
{
    if (e->kind != AST_Name)
        return false;
    Str *name = compiler_name(c, e->u.Name.id);
    const Symbol *here = scope_symbol(c->unit->scope, name);
    const Symbol *top = scope_symbol(c->top, name);
    return str_is(name, "super") && here != NULL &&
           here->scope == NAME_GLOBAL_IMPLICIT &&
           (top == NULL || !(top->flags & SYMBOL_BOUND));
}

/* super().name or super(cls, self).name: pushes what LOAD_SUPER_ATTR takes. */
static bool super_operands(Compiler *c, Ast *call)
{
    Unit *u = c->unit;
    AstList args = call->u.Call.args;
    if (!gen_in_function(c) || !is_global_super(c, call->u.Call.func) ||
        call->u.Call.keywords.n > 0 || any_starred(args))
        return false;
    if (args.n == 2) {
        gen_expr(c, call->u.Call.func);
        gen_expr(c, args.v[0]);
        gen_expr(c, args.v[1]);
        return true;
    }
    const Symbol *klass = scope_symbol(u->scope, N(__class__));
    if (args.n != 0 || u->n_args == 0 || klass == NULL ||
        klass->scope != NAME_FREE)
        return false;
    gen_expr(c, call->u.Call.func);
    gen_name_str(c, N(__class__), ACCESS_LOAD);
    gen_name_str(c, value_to_str(list_get(u->locals, 0)), ACCESS_LOAD);
    return true;
}

/* Loads an attribute, for a call or not. */
static void attribute_load(Compiler *c, Ast *e, uint32_t for_call)
{
    Ast *object = e->u.Attribute.value;
    uint32_t name = gen_name_index(c, gen_mangled(c, e->u.Attribute.attr));
    if (object->kind == AST_Call) {
        Pos old = gen_at(c, pos_of(object));
        bool is_super = super_operands(c, object);
        gen_at(c, old);
        if (is_super) {
            uint32_t two = object->u.Call.args.n == 2 ? 2 : 0;
            gen_op(c, OP_LOAD_SUPER_ATTR, name << 2 | two | for_call);
            return;
        }
    }
    gen_expr(c, object);
    gen_op(c, OP_LOAD_ATTR, name << 1 | for_call);
}

void gen_attribute(Compiler *c, Ast *e) { attribute_load(c, e, 0); }

/* ---- calls ---- */

/* Pushes the callable, and self or null. */
static void callee(Compiler *c, Ast *call)
{
    Ast *func = call->u.Call.func;
    Pos old = gen_at(c, pos_of(func));
    bool unpacks = any_starred(call->u.Call.args) ||
                   any_double_starred(call->u.Call.keywords);
    Value unused;
    if (func->kind == AST_Attribute && !unpacks) {
        attribute_load(c, func, 1);
    } else if (func->kind != AST_Name || constant_fold(c, func, &unused) ||
               !gen_global_callee(c, func->u.Name.id)) {
        gen_expr(c, func);
        gen_op(c, OP_PUSH_NULL, 0);
    }
    gen_at(c, old);
}

void gen_call(Compiler *c, Ast *e)
{
    Pos whole = gen_emitter(c)->pos;
    gen_keywords_check(c, e->u.Call.keywords);
    gen_warn_call(c, e);
    callee(c, e);
    gen_at(c, whole);
    gen_call_arguments(c, 0, e->u.Call.args, e->u.Call.keywords);
}
