/* SPDX-License-Identifier: MIT */
/*
 * Builds the scopes by one walk over the tree, noting how each name is used.
 * Nodes without meaning for scopes are walked by ast.def's field tables.
 */
#include "compile/symtable.h"

typedef struct Builder {
    Compiler *c;
    Scope *scope;
    Str *klass; /* class whose body we are in, for mangling */
} Builder;

static void visit(Builder *b, Ast *node);

static void visit_list(Builder *b, AstList list)
{
    for (size_t i = 0; i < list.n; i++) {
        if (list.v[i] != NULL)
            visit(b, list.v[i]);
    }
}

static void visit_optional(Builder *b, Ast *node)
{
    if (node != NULL)
        visit(b, node);
}

static void visit_fields(Builder *b, Ast *node)
{
    const AstFieldInfo *field = ast_fields(node->kind);
    for (int i = 0; i < ast_kind_info[node->kind].field_count; i++, field++) {
        if (field->type == AST_FIELD_NODES)
            visit_list(b, *(AstList *)ast_field(node, field));
        else if (field->type == AST_FIELD_NODE ||
                 field->type == AST_FIELD_OPT)
            visit_optional(b, *(Ast **)ast_field(node, field));
    }
}

/* ---- scopes and symbols ---- */

static void scope_enter(Builder *b, ScopeKind kind, Ast *node, Str *name)
{
    Scope *s = emit_alloc(b->c->arena, sizeof(Scope));
    s->kind = kind;
    s->node = node;
    s->name = name;
    s->parent = b->scope;
    map_init(&s->symbols, b->c->arena);
    if (b->scope != NULL) {
        s->is_nested = b->scope->is_nested || scope_is_function(b->scope);
        if (kind != SCOPE_ANNOTATION) {
            if (b->scope->last_child != NULL)
                b->scope->last_child->next = s;
            else
                b->scope->child = s;
            b->scope->last_child = s;
        }
    }
    if (kind != SCOPE_ANNOTATION)
        *map_at(&b->c->scopes, node) = s;
    b->scope = s;
}

static void scope_leave(Builder *b) { b->scope = b->scope->parent; }

Symbol *scope_symbol_add(Compiler *c, Scope *s, Str *name)
{
    void **at = map_at(&s->symbols, name);
    if (*at != NULL)
        return *at;
    Symbol *symbol = emit_alloc(c->arena, sizeof(Symbol));
    symbol->name = name;
    if (s->last != NULL)
        s->last->next = symbol;
    else
        s->first = symbol;
    s->last = symbol;
    *at = symbol;
    return symbol;
}

static void symbol_define_in(Builder *b, Scope *s, Str *name, uint32_t flag,
                             Pos pos)
{
    name = compiler_mangle(b->c, b->klass, name);
    Symbol *symbol = scope_symbol_add(b->c, s, name);
    if ((flag & SYMBOL_PARAM) && (symbol->flags & SYMBOL_PARAM)) {
        compiler_error(b->c, pos,
                       "duplicate argument '%U' in function definition", name);
    }
    if (s->comp_iter_target) {
        if (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) {
            compiler_error(b->c, pos,
                           "comprehension inner loop cannot rebind "
                           "assignment expression target '%U'", name);
        }
        symbol->flags |= SYMBOL_COMP_ITER;
    }
    symbol->flags |= flag;
}

static void symbol_define(Builder *b, Str *name, uint32_t flag, Pos pos)
{
    symbol_define_in(b, b->scope, name, flag, pos);
}

static void name_define(Builder *b, const AstName *name, uint32_t flag,
                        Ast *node)
{
    if (name != NULL)
        symbol_define(b, compiler_name(b->c, name), flag, pos_of(node));
}

/* ---- global and nonlocal ---- */

/* Both statements have the same fields. */
static void directive(Builder *b, Ast *node)
{
    bool is_global = node->kind == AST_Global;
    AstNames names = node->u.Global.names;
    uint32_t flag = is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
    const char *word = is_global ? "global" : "nonlocal";
    for (size_t i = 0; i < names.n; i++) {
        Str *name = compiler_name(b->c, names.v[i]);
        Str *mangled = compiler_mangle(b->c, b->klass, name);
        Symbol *symbol = scope_symbol_add(b->c, b->scope, mangled);
        uint32_t flags = symbol->flags;
        if (flags & SYMBOL_PARAM) {
            compiler_error(b->c, pos_of(node), "name '%U' is parameter and %s",
                           name, word);
        } else if (flags & SYMBOL_USE) {
            compiler_error(b->c, pos_of(node),
                           "name '%U' is used prior to %s declaration", name,
                           word);
        } else if (flags & SYMBOL_ANNOTATED) {
            compiler_error(b->c, pos_of(node),
                           "annotated name '%U' can't be %s", name, word);
        } else if (flags & SYMBOL_LOCAL) {
            compiler_error(b->c, pos_of(node),
                           "name '%U' is assigned to before %s declaration",
                           name, word);
        }
        symbol->flags |= flag;
        if (symbol->directive.line == 0)
            symbol->directive = pos_of(node);
    }
}

/* ---- functions and classes ---- */

static void annotation(Builder *b, Ast *node)
{
    if (node == NULL)
        return;
    bool forget = (b->c->flags & COMPILE_FUTURE_ANNOTATIONS) != 0;
    if (forget)
        scope_enter(b, SCOPE_ANNOTATION, node, NULL);
    visit(b, node);
    if (forget)
        scope_leave(b);
}

static void annotations_of(Builder *b, AstList args)
{
    for (size_t i = 0; i < args.n; i++)
        annotation(b, args.v[i]->u.arg.annotation);
}

static void parameters(Builder *b, AstList args)
{
    for (size_t i = 0; i < args.n; i++)
        name_define(b, args.v[i]->u.arg.arg, SYMBOL_PARAM, args.v[i]);
}

static void arguments_define(Builder *b, Ast *args)
{
    parameters(b, args->u.arguments.posonlyargs);
    parameters(b, args->u.arguments.args);
    parameters(b, args->u.arguments.kwonlyargs);
    Ast *star = args->u.arguments.vararg;
    if (star != NULL)
        name_define(b, star->u.arg.arg, SYMBOL_PARAM, star);
    star = args->u.arguments.kwarg;
    if (star != NULL)
        name_define(b, star->u.arg.arg, SYMBOL_PARAM, star);
}

static void defaults(Builder *b, Ast *args)
{
    visit_list(b, args->u.arguments.defaults);
    visit_list(b, args->u.arguments.kw_defaults);
}

/* FunctionDef and AsyncFunctionDef have the same fields. */
static void function(Builder *b, Ast *node)
{
    Ast *args = node->u.FunctionDef.args;
    name_define(b, node->u.FunctionDef.name, SYMBOL_LOCAL, node);
    defaults(b, args);
    annotations_of(b, args->u.arguments.posonlyargs);
    annotations_of(b, args->u.arguments.args);
    if (args->u.arguments.vararg != NULL)
        annotation(b, args->u.arguments.vararg->u.arg.annotation);
    if (args->u.arguments.kwarg != NULL)
        annotation(b, args->u.arguments.kwarg->u.arg.annotation);
    annotations_of(b, args->u.arguments.kwonlyargs);
    annotation(b, node->u.FunctionDef.returns);
    visit_list(b, node->u.FunctionDef.decorator_list);
    scope_enter(b, SCOPE_FUNCTION, node,
                compiler_name(b->c, node->u.FunctionDef.name));
    b->scope->is_coroutine = node->kind == AST_AsyncFunctionDef;
    arguments_define(b, args);
    visit_list(b, node->u.FunctionDef.body);
    scope_leave(b);
}

static void lambda(Builder *b, Ast *node)
{
    defaults(b, node->u.Lambda.args);
    scope_enter(b, SCOPE_LAMBDA, node, str_intern_c(b->c->t, "<lambda>"));
    arguments_define(b, node->u.Lambda.args);
    visit(b, node->u.Lambda.body);
    scope_leave(b);
}

static void class_definition(Builder *b, Ast *node)
{
    Str *outer = b->klass;
    name_define(b, node->u.ClassDef.name, SYMBOL_LOCAL, node);
    visit_list(b, node->u.ClassDef.bases);
    visit_list(b, node->u.ClassDef.keywords);
    visit_list(b, node->u.ClassDef.decorator_list);
    scope_enter(b, SCOPE_CLASS, node,
                compiler_name(b->c, node->u.ClassDef.name));
    b->klass = b->scope->name;
    visit_list(b, node->u.ClassDef.body);
    b->klass = outer;
    scope_leave(b);
}

/* ---- comprehensions and assignment expressions ---- */

static void comprehension_rest(Builder *b, Ast *comp, bool is_first)
{
    Scope *s = b->scope;
    s->comp_iter_target = true;
    visit(b, comp->u.comprehension.target);
    s->comp_iter_target = false;
    if (!is_first) {
        s->comp_iter_expr++;
        visit(b, comp->u.comprehension.iter);
        s->comp_iter_expr--;
    }
    visit_list(b, comp->u.comprehension.ifs);
    if (comp->u.comprehension.is_async)
        s->is_coroutine = true;
}

static void comprehension(Builder *b, Ast *node, ScopeKind kind,
                          const char *name, AstList generators, Ast *element,
                          Ast *value)
{
    /* The first iterable belongs to the scope around. */
    b->scope->comp_iter_expr++;
    visit(b, generators.v[0]->u.comprehension.iter);
    b->scope->comp_iter_expr--;
    scope_enter(b, kind, node, str_intern_c(b->c->t, name));
    symbol_define(b, str_intern_c(b->c->t, ".0"), SYMBOL_PARAM, pos_of(node));
    for (size_t i = 0; i < generators.n; i++)
        comprehension_rest(b, generators.v[i], i == 0);
    visit_optional(b, value);
    visit(b, element);
    b->scope->is_generator = kind == SCOPE_GENERATOR;
    bool is_async = b->scope->is_coroutine && kind != SCOPE_GENERATOR;
    scope_leave(b);
    if (is_async)
        b->scope->is_coroutine = true;
}

/* x := ... in a comprehension binds x in the nearest scope that is none. */
static void named_target_lift(Builder *b, Ast *target)
{
    Str *name = compiler_name(b->c, target->u.Name.id);
    Str *mangled = compiler_mangle(b->c, b->klass, name);
    Scope *s = b->scope;
    for (; scope_is_comprehension(s); s = s->parent) {
        const Symbol *symbol = scope_symbol(s, mangled);
        if (symbol != NULL && (symbol->flags & SYMBOL_COMP_ITER)) {
            compiler_error(b->c, pos_of(target),
                           "assignment expression cannot rebind "
                           "comprehension iteration variable '%U'", name);
        }
    }
    uint32_t inner = SYMBOL_GLOBAL, outer = SYMBOL_GLOBAL;
    if (s->kind == SCOPE_CLASS) {
        compiler_error(b->c, pos_of(target),
                       "assignment expression within a comprehension cannot "
                       "be used in a class body");
    } else if (scope_is_function(s)) {
        const Symbol *symbol = scope_symbol(s, mangled);
        if (symbol == NULL || !(symbol->flags & SYMBOL_GLOBAL))
            inner = SYMBOL_NONLOCAL;
        outer = SYMBOL_LOCAL;
    }
    symbol_define(b, name, inner, pos_of(target));
    Symbol *mine = scope_symbol_add(b->c, b->scope, mangled);
    if (mine->directive.line == 0)
        mine->directive = pos_of(target);
    symbol_define_in(b, s, name, outer, pos_of(target));
}

/* Under postponed evaluation some expressions make no sense. */
static void annotation_check(Builder *b, Ast *node, const char *what)
{
    if (b->scope->kind == SCOPE_ANNOTATION) {
        compiler_error(b->c, pos_of(node),
                       "'%s' can not be used within an annotation", what);
    }
}

static void named_expression(Builder *b, Ast *node)
{
    Ast *target = node->u.NamedExpr.target;
    annotation_check(b, node, "named expression");
    if (b->scope->comp_iter_expr > 0) {
        compiler_error(b->c, pos_of(node),
                       "assignment expression cannot be used in a "
                       "comprehension iterable expression");
    }
    if (scope_is_comprehension(b->scope))
        named_target_lift(b, target);
    visit(b, node->u.NamedExpr.value);
    visit(b, target);
}

static void yield(Builder *b, Ast *node, Ast *value)
{
    static const char *const inside[] = {
        [SCOPE_LIST_COMP] = "list comprehension",
        [SCOPE_SET_COMP] = "set comprehension",
        [SCOPE_DICT_COMP] = "dict comprehension",
        [SCOPE_GENERATOR] = "generator expression"};
    annotation_check(b, node, "yield expression");
    visit_optional(b, value);
    b->scope->is_generator = true;
    if (scope_is_comprehension(b->scope)) {
        compiler_error(b->c, pos_of(node), "'yield' inside %s",
                       inside[b->scope->kind]);
    }
}

/* ---- other nodes ---- */

static void annotated_assignment(Builder *b, Ast *node)
{
    Ast *target = node->u.AnnAssign.target;
    bool is_simple = node->u.AnnAssign.simple != 0;
    if (target->kind == AST_Name) {
        Str *name = compiler_name(b->c, target->u.Name.id);
        const Symbol *symbol = scope_symbol(
            b->scope, compiler_mangle(b->c, b->klass, name));
        if (symbol != NULL && b->scope->kind != SCOPE_MODULE && is_simple &&
            (symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL))) {
            compiler_error(b->c, pos_of(node),
                           symbol->flags & SYMBOL_GLOBAL
                               ? "annotated name '%U' can't be global"
                               : "annotated name '%U' can't be nonlocal",
                           name);
        }
        if (is_simple)
            symbol_define(b, name, SYMBOL_ANNOTATED | SYMBOL_LOCAL,
                          pos_of(target));
        else if (node->u.AnnAssign.value != NULL)
            symbol_define(b, name, SYMBOL_LOCAL, pos_of(target));
    } else {
        visit(b, target);
    }
    annotation(b, node->u.AnnAssign.annotation);
    visit_optional(b, node->u.AnnAssign.value);
}

static void alias(Builder *b, Ast *node)
{
    const AstName *as = node->u.alias.asname;
    if (as != NULL) {
        name_define(b, as, SYMBOL_IMPORT, node);
        return;
    }
    Str *name = compiler_name(b->c, node->u.alias.name);
    if (str_is(name, "*")) {
        if (b->scope->kind != SCOPE_MODULE)
            compiler_error(b->c, pos_of(node),
                           "import * only allowed at module level");
        return;
    }
    for (int64_t i = 0; i < name->len; i++) {
        if (str_at(name, i) == '.') {
            name = str_intern(b->c->t, str_slice(b->c->t, name, 0, i));
            break;
        }
    }
    symbol_define(b, name, SYMBOL_IMPORT, pos_of(node));
}

static void name(Builder *b, Ast *node)
{
    Str *id = compiler_name(b->c, node->u.Name.id);
    bool loads = node->u.Name.ctx == AST_Load;
    symbol_define(b, id, loads ? SYMBOL_USE : SYMBOL_LOCAL, pos_of(node));
    if (loads && scope_is_function(b->scope) && str_is(id, "super"))
        symbol_define(b, N(__class__), SYMBOL_USE, pos_of(node));
}

/* Try and TryStar have the same fields. */
static void try_statement(Builder *b, Ast *node)
{
    visit_list(b, node->u.Try.body);
    visit_list(b, node->u.Try.orelse);
    visit_list(b, node->u.Try.handlers);
    visit_list(b, node->u.Try.finalbody);
}

static void visit_node(Builder *b, Ast *node)
{
    switch (node->kind) {
    case AST_FunctionDef:
    case AST_AsyncFunctionDef: function(b, node); break;
    case AST_ClassDef: class_definition(b, node); break;
    case AST_Lambda: lambda(b, node); break;
    case AST_ListComp:
        comprehension(b, node, SCOPE_LIST_COMP, "<listcomp>",
                      node->u.ListComp.generators, node->u.ListComp.elt, NULL);
        break;
    case AST_SetComp:
        comprehension(b, node, SCOPE_SET_COMP, "<setcomp>",
                      node->u.SetComp.generators, node->u.SetComp.elt, NULL);
        break;
    case AST_GeneratorExp:
        comprehension(b, node, SCOPE_GENERATOR, "<genexpr>",
                      node->u.GeneratorExp.generators,
                      node->u.GeneratorExp.elt, NULL);
        break;
    case AST_DictComp:
        comprehension(b, node, SCOPE_DICT_COMP, "<dictcomp>",
                      node->u.DictComp.generators, node->u.DictComp.key,
                      node->u.DictComp.value);
        break;
    case AST_NamedExpr: named_expression(b, node); break;
    case AST_Yield: yield(b, node, node->u.Yield.value); break;
    case AST_YieldFrom: yield(b, node, node->u.YieldFrom.value); break;
    case AST_Await:
        annotation_check(b, node, "await expression");
        visit(b, node->u.Await.value);
        b->scope->is_coroutine = true;
        break;
    case AST_AnnAssign: annotated_assignment(b, node); break;
    case AST_Try:
    case AST_TryStar: try_statement(b, node); break;
    case AST_Global:
    case AST_Nonlocal: directive(b, node); break;
    case AST_alias: alias(b, node); break;
    case AST_Name: name(b, node); break;
    case AST_ExceptHandler:
        visit_optional(b, node->u.ExceptHandler.type);
        name_define(b, node->u.ExceptHandler.name, SYMBOL_LOCAL, node);
        visit_list(b, node->u.ExceptHandler.body);
        break;
    case AST_MatchMapping:
        visit_fields(b, node);
        name_define(b, node->u.MatchMapping.rest, SYMBOL_LOCAL, node);
        break;
    case AST_MatchStar:
        name_define(b, node->u.MatchStar.name, SYMBOL_LOCAL, node);
        break;
    case AST_MatchAs:
        visit_fields(b, node);
        name_define(b, node->u.MatchAs.name, SYMBOL_LOCAL, node);
        break;
    default: visit_fields(b, node); break;
    }
}

static void visit(Builder *b, Ast *node)
{
    if (b->c->failed || !compiler_enter(b->c))
        return;
    visit_node(b, node);
    compiler_leave(b->c);
}

void symtable_build(Compiler *c)
{
    Builder b = {.c = c};
    scope_enter(&b, SCOPE_MODULE, c->tree->root,
                str_intern_c(c->t, "<module>"));
    c->top = b.scope;
    visit(&b, c->tree->root);
    if (!c->failed)
        symtable_analyze(c, c->top);
}
