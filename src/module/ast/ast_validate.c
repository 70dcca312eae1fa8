/* SPDX-License-Identifier: MIT */
/*
 * Trees are walked by the tables of their fields; what the tables do not say is
 * said here: where expressions are assigned to or deleted, which lists may not be
 * empty, and rules of single kinds.  The tree is no deeper than ast_read allows.
 */
#include "module/ast/ast_validate.h"

#include <string.h>
#include "module/ast/ast_pattern.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"

enum { CONSTANT_DEPTH = 200 }; /* tuples in tuples, as parentheses may nest */

static int walk(Thread *t, const Ast *owner, const Ast *node, AstOp ctx);

#define FAIL(...) RAISE_INT(raise_value_error(__VA_ARGS__))

/* --- rules of fields ----------------------------------------------------- */

typedef struct Rule {
    AstKind kind;
    const char *field;
} Rule;

static bool has_rule(const Rule *rules, AstKind kind, const char *field)
{
    for (; rules->field != NULL; rules++)
        if (rules->kind == kind && strcmp(rules->field, field) == 0)
            return true;
    return false;
}

/* Lists with one item at least. */
static const Rule filled[] = {
    {AST_FunctionDef, "body"},  {AST_AsyncFunctionDef, "body"},
    {AST_ClassDef, "body"},     {AST_Delete, "targets"},
    {AST_Assign, "targets"},    {AST_For, "body"},
    {AST_AsyncFor, "body"},     {AST_While, "body"},
    {AST_If, "body"},           {AST_With, "items"},
    {AST_With, "body"},         {AST_AsyncWith, "items"},
    {AST_AsyncWith, "body"},    {AST_Match, "cases"},
    {AST_Try, "body"},          {AST_TryStar, "body"},
    {AST_Import, "names"},      {AST_ImportFrom, "names"},
    {AST_Global, "names"},      {AST_Nonlocal, "names"},
    {AST_ExceptHandler, "body"}, {AST_match_case, "body"},
    {0, NULL},
};

/* What is assigned to. */
static const Rule stored[] = {
    {AST_Assign, "targets"},        {AST_AugAssign, "target"},
    {AST_AnnAssign, "target"},      {AST_For, "target"},
    {AST_AsyncFor, "target"},       {AST_comprehension, "target"},
    {AST_withitem, "optional_vars"}, {0, NULL},
};

/* What is used as its owner is. */
static const Rule inherited[] = {
    {AST_Starred, "value"}, {AST_List, "elts"}, {AST_Tuple, "elts"}, {0, NULL},
};

/* Where fields are not looked at in the order in which they stand, and what is
 * said of the node itself (CHECK) not first. */
#define CHECK ""
static const struct Order {
    AstKind kind;
    const char *fields[9]; /* NULL ends */
} orders[] = {
    {AST_FunctionDef, {"body", "args", "decorator_list", "returns"}},
    {AST_AsyncFunctionDef, {"body", "args", "decorator_list", "returns"}},
    {AST_ClassDef, {"body", "bases", "keywords", "decorator_list"}},
    {AST_AnnAssign, {CHECK, "target", "value", "annotation"}},
    {AST_Try, {"body", CHECK, "handlers", "finalbody", "orelse"}},
    {AST_TryStar, {"body", CHECK, "handlers", "finalbody", "orelse"}},
    {AST_ListComp, {CHECK, "generators", "elt"}},
    {AST_SetComp, {CHECK, "generators", "elt"}},
    {AST_GeneratorExp, {CHECK, "generators", "elt"}},
    {AST_DictComp, {CHECK, "generators", "key", "value"}},
    {AST_Compare, {CHECK, "comparators", "left"}},
    {AST_Subscript, {"slice", "value"}},
    {AST_arguments,
     {"posonlyargs", "args", "vararg", "kwonlyargs", "kwarg", CHECK, "defaults",
      "kw_defaults"}},
};

/* Lists with holes. */
static const Rule sparse[] = {
    {AST_Dict, "keys"}, {AST_arguments, "kw_defaults"},
    {AST_Module, "type_ignores"}, {0, NULL},
};

/* --- single kinds -------------------------------------------------------- */

static int check_place(Thread *t, const Ast *n)
{
    if (n->lineno > n->end_lineno)
        return FAIL(t, "AST node line range (%d, %d) is not valid", n->lineno,
                    n->end_lineno);
    if ((n->lineno < 0 && n->end_lineno != n->lineno) ||
        (n->col_offset < 0 && n->col_offset != n->end_col_offset))
        return FAIL(t, "AST node column range (%d, %d) for line range (%d, %d) "
                    "is not valid", n->col_offset, n->end_col_offset,
                    n->lineno, n->end_lineno);
    if (n->lineno == n->end_lineno && n->col_offset > n->end_col_offset)
        return FAIL(t, "line %d, column %d-%d is not a valid range", n->lineno,
                    n->col_offset, n->end_col_offset);
    return 0;
}

/* Nodes whose places nobody looks at. */
static bool is_anywhere(const Ast *owner, const Ast *n)
{
    return n->kind == AST_alias || n->kind == AST_keyword ||
           (owner->kind == AST_arguments && (n == owner->u.arguments.vararg ||
                                             n == owner->u.arguments.kwarg));
}

/* The context that the expression says it is in; -1: it is in none. */
static int own_context(const Ast *e)
{
    switch (e->kind) {
    case AST_Attribute: return (int)e->u.Attribute.ctx;
    case AST_Subscript: return (int)e->u.Subscript.ctx;
    case AST_Starred: return (int)e->u.Starred.ctx;
    case AST_Name: return (int)e->u.Name.ctx;
    case AST_List: return (int)e->u.List.ctx;
    case AST_Tuple: return (int)e->u.Tuple.ctx;
    default: return -1;
    }
}

static int check_name(Thread *t, const AstName *name)
{
    static const char *const constants[] = {"None", "True", "False"};
    for (int i = 0; i < 3; i++)
        if (strcmp(name->text, constants[i]) == 0)
            return FAIL(t, "identifier field can't represent '%s' constant",
                        constants[i]);
    return 0;
}

static int check_context(Thread *t, const Ast *e, AstOp ctx)
{
    int own = own_context(e);
    if (e->kind == AST_Name && check_name(t, e->u.Name.id) < 0)
        return -1;
    if (own < 0 && ctx != AST_Load)
        return FAIL(t, "expression which can't be assigned to in %s context",
                    ast_op_info[ctx].name);
    if (own >= 0 && own != (int)ctx)
        return FAIL(t, "expression must have %s context but has %s instead",
                    ast_op_info[ctx].name, ast_op_info[own].name);
    return 0;
}

static int check_constant(Thread *t, Value v, int depth)
{
    if (recursion_overflows(t, " during compilation"))
        return -1;
    if (depth > CONSTANT_DEPTH)
        return RAISE_INT(raise_error(
            t, EXC(RecursionError),
            "maximum recursion depth exceeded during compilation"));
    if (value_has_shape(v, SHAPE_TUPLE)) {
        const Tuple *items = value_to_pointer(v);
        for (int64_t i = 0; i < items->len; i++)
            if (check_constant(t, tuple_get(items, i), depth + 1) < 0)
                return -1;
        return 0;
    }
    Type *type = type_of(v);
    if (type == &type_frozenset) {
        Tuple *items = tuple_from_iterable(t, v);
        return items == NULL
                   ? -1
                   : check_constant(t, value_from_pointer(items), depth);
    }
    if (type == &type_int || type == &type_bool || type == &type_float ||
        type == &type_complex || type == &type_str || type == &type_bytes ||
        value_is_none(v) || value_same(v, ELLIPSIS))
        return 0;
    return RAISE_INT(raise_type_error(
        t, "got an invalid type in Constant: %T", v));
}

static int check_arguments(Thread *t, const Ast *n)
{
    if (n->u.arguments.defaults.n >
        n->u.arguments.posonlyargs.n + n->u.arguments.args.n)
        return FAIL(t, "more positional defaults than args on arguments");
    if (n->u.arguments.kw_defaults.n != n->u.arguments.kwonlyargs.n)
        return FAIL(t, "length of kwonlyargs is not the same as kw_defaults on "
                    "arguments");
    return 0;
}

static int check_generators(Thread *t, const AstList *generators)
{
    return generators->n == 0 ? FAIL(t, "comprehension with no generators") : 0;
}

/* What catches everything would be `except*:`, which means nothing: CPython
 * makes code of it that ends the process. */
static int check_star_handlers(Thread *t, const AstList *handlers)
{
    for (size_t i = 0; i < handlers->n; i++)
        if (handlers->v[i] != NULL &&
            handlers->v[i]->u.ExceptHandler.type == NULL)
            return FAIL(t, "ExceptHandler of TryStar without a type");
    return 0;
}

/* u.Try and u.TryStar are laid out alike. */
static int check_try(Thread *t, const Ast *n)
{
    const char *name = ast_kind_info[n->kind].name;
    if (n->u.Try.handlers.n == 0 && n->u.Try.finalbody.n == 0)
        return FAIL(t, "%s has neither except handlers nor finalbody", name);
    if (n->u.Try.handlers.n == 0 && n->u.Try.orelse.n > 0)
        return FAIL(t, "%s has orelse but no except handlers", name);
    return n->kind == AST_TryStar ? check_star_handlers(t, &n->u.Try.handlers)
                                  : 0;
}

static int check_kind(Thread *t, const Ast *n)
{
    switch (n->kind) {
    case AST_AnnAssign:
        if (n->u.AnnAssign.simple && n->u.AnnAssign.target->kind != AST_Name)
            return RAISE_INT(raise_type_error(
                t, "AnnAssign with simple non-Name target"));
        return 0;
    case AST_NamedExpr:
        return n->u.NamedExpr.target->kind != AST_Name
                   ? RAISE_INT(raise_type_error(
                         t, "NamedExpr target must be a Name"))
                   : 0;
    case AST_ListComp:
    case AST_SetComp:
    case AST_GeneratorExp: /* u.ListComp is laid out as theirs */
        return check_generators(t, &n->u.ListComp.generators);
    case AST_DictComp: return check_generators(t, &n->u.DictComp.generators);
    case AST_ImportFrom:
        return n->u.ImportFrom.level < 0
                   ? FAIL(t, "Negative ImportFrom level")
                   : 0;
    case AST_Raise:
        return n->u.Raise.cause != NULL && n->u.Raise.exc == NULL
                   ? FAIL(t, "Raise with cause but no exception")
                   : 0;
    case AST_Try:
    case AST_TryStar: return check_try(t, n);
    case AST_arguments: return check_arguments(t, n);
    case AST_BoolOp:
        return n->u.BoolOp.values.n < 2
                   ? FAIL(t, "BoolOp with less than 2 values")
                   : 0;
    case AST_Dict:
        return n->u.Dict.keys.n != n->u.Dict.values.n
                   ? FAIL(t, "Dict doesn't have the same number of keys as "
                          "values")
                   : 0;
    case AST_Compare:
        if (n->u.Compare.comparators.n == 0)
            return FAIL(t, "Compare with no comparators");
        return n->u.Compare.comparators.n != n->u.Compare.ops.n
                   ? FAIL(t, "Compare has a different number of comparators "
                          "and operands")
                   : 0;
    case AST_Constant:
        if (n->u.Constant.value.kind != AST_CONST_OBJECT)
            return 0;
        return check_constant(t, (Value){n->u.Constant.value.object}, 0);
    default: return 0;
    }
}

/* --- the walk ------------------------------------------------------------ */

static AstOp context_of(const Ast *owner, const AstFieldInfo *field, AstOp ctx)
{
    if (has_rule(stored, owner->kind, field->name))
        return AST_Store;
    if (owner->kind == AST_Delete)
        return AST_Del;
    return has_rule(inherited, owner->kind, field->name) ? ctx : AST_Load;
}

/* One of several nodes in a field, or the only one. */
static int walk_child(Thread *t, const Ast *owner, const Ast *child, AstOp ctx)
{
    if (walk(t, owner, child, ctx) < 0)
        return -1;
    return ast_kind_info[owner->kind].group == AST_GROUP_pattern &&
                   ast_kind_info[child->kind].group == AST_GROUP_expr
               ? ast_pattern_check_expr(t, owner, child)
               : 0;
}

static int walk_list(Thread *t, const Ast *owner, const AstFieldInfo *field,
                     const AstList *list, AstOp ctx)
{
    if (list->n == 0 && has_rule(filled, owner->kind, field->name))
        return FAIL(t, "empty %s on %s", field->name,
                    ast_kind_info[owner->kind].name);
    for (size_t i = 0; i < list->n; i++) {
        if (list->v[i] != NULL) {
            if (walk_child(t, owner, list->v[i], ctx) < 0)
                return -1;
        } else if (!has_rule(sparse, owner->kind, field->name)) {
            return FAIL(t, "None disallowed in %s list",
                        field->of == AST_GROUP_stmt   ? "statement"
                        : field->of == AST_GROUP_expr ? "expression"
                                                      : field->name);
        }
    }
    return 0;
}

static int walk_field(Thread *t, const Ast *owner, const AstFieldInfo *field,
                      AstOp ctx)
{
    const void *at = (const char *)owner + field->offset;
    const Ast *child;
    switch (field->type) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT:
        child = *(Ast *const *)at;
        if (child == NULL ||
            (owner->kind == AST_NamedExpr && child->kind == AST_Name &&
             strcmp(field->name, "target") == 0))
            return 0; /* whatever the context says */
        return walk_child(t, owner, child, context_of(owner, field, ctx));
    case AST_FIELD_NODES:
        return walk_list(t, owner, field, at, context_of(owner, field, ctx));
    case AST_FIELD_NAMES:
        return ((const AstNames *)at)->n == 0 &&
                       has_rule(filled, owner->kind, field->name)
                   ? FAIL(t, "empty %s on %s", field->name,
                          ast_kind_info[owner->kind].name)
                   : 0;
    default: return 0;
    }
}

static const AstFieldInfo *field_named(AstKind kind, const char *name)
{
    const AstFieldInfo *field = ast_fields(kind);
    while (strcmp(field->name, name) != 0)
        field++;
    return field;
}

/* What is said of the node itself, and its fields. */
static int walk_inside(Thread *t, const Ast *node, AstOp ctx)
{
    AstKind kind = node->kind;
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
        if (orders[i].kind != kind)
            continue;
        for (const char *const *name = orders[i].fields; *name != NULL; name++)
            if ((strcmp(*name, CHECK) == 0
                     ? check_kind(t, node)
                     : walk_field(t, node, field_named(kind, *name), ctx)) < 0)
                return -1;
        return 0;
    }
    if (check_kind(t, node) < 0)
        return -1;
    for (int i = 0; i < ast_kind_info[kind].field_count; i++)
        if (walk_field(t, node, &ast_fields(kind)[i], ctx) < 0)
            return -1;
    return 0;
}

static int walk(Thread *t, const Ast *owner, const Ast *node, AstOp ctx)
{
    const AstKindInfo *info = &ast_kind_info[node->kind];
    if (recursion_overflows(t, " during compilation"))
        return -1;
    if (info->is_placed && !is_anywhere(owner, node) &&
        check_place(t, node) < 0)
        return -1;
    if (info->group == AST_GROUP_expr && check_context(t, node, ctx) < 0)
        return -1;
    if (info->group == AST_GROUP_pattern &&
        ast_pattern_check(t, owner, node) < 0)
        return -1;
    return walk_inside(t, node, ctx);
}

int ast_validate(Thread *t, const Ast *tree)
{
    return walk(t, tree, tree, AST_Load);
}
