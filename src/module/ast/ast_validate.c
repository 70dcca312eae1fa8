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

static int walk(Thread *t, const Ast *node, AstOp ctx);

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

/* Lists of expressions with holes. */
static const Rule sparse[] = {
    {AST_Dict, "keys"}, {AST_arguments, "kw_defaults"}, {0, NULL},
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

static int check_context(Thread *t, const Ast *e, AstOp ctx)
{
    int own = own_context(e);
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

static int check_name(Thread *t, const AstName *name)
{
    static const char *const constants[] = {"None", "True", "False"};
    for (int i = 0; i < 3; i++)
        if (strcmp(name->text, constants[i]) == 0)
            return FAIL(t, "identifier field can't represent '%s' constant",
                        constants[i]);
    return 0;
}

static int check_generators(Thread *t, const AstList *generators)
{
    return generators->n == 0 ? FAIL(t, "comprehension with no generators") : 0;
}

/* Of assignments to one thing; the numbers are CPython's. */
static int check_target(Thread *t, const Ast *e, const char *what)
{
    if (e->kind == AST_Name || e->kind == AST_Attribute ||
        e->kind == AST_Subscript || own_context(e) < 0)
        return 0; /* the latter has the wrong context, which is told first */
    return RAISE_INT(raise_error(t, EXC(SystemError),
                                 "invalid node type (%d) for %s assignment",
                                 (int)(e->kind - AST_BoolOp) + 1, what));
}

/* Whether it surely is a str.  When it runs nobody asks: CPython says then what is
 * said here of others. */
static bool is_text(const Ast *e)
{
    return e == NULL || e->kind == AST_FormattedValue ||
           e->kind == AST_JoinedStr ||
           (e->kind == AST_Constant &&
            e->u.Constant.value.kind == AST_CONST_STR);
}

static int check_joined(Thread *t, const AstList *values)
{
    for (size_t i = 0; i < values->n; i++) {
        if (!is_text(values->v[i]))
            return RAISE_INT(raise_type_error(
                t, "JoinedStr can only contain strings and FormattedValue "
                   "nodes"));
    }
    return 0;
}

static int check_format(Thread *t, const Ast *n)
{
    int letter = n->u.FormattedValue.conversion;
    if (!is_text(n->u.FormattedValue.format_spec))
        return RAISE_INT(raise_type_error(
            t, "format_spec of FormattedValue must be a JoinedStr"));
    if (letter == -1 || letter == 's' || letter == 'r' || letter == 'a')
        return 0;
    return RAISE_INT(raise_error(t, EXC(SystemError),
                                 "Unrecognized conversion character %d",
                                 letter));
}

/* u.Try and u.TryStar are laid out alike. */
static int check_try(Thread *t, const Ast *n)
{
    const char *name = ast_kind_info[n->kind].name;
    if (n->u.Try.body.n == 0)
        return FAIL(t, "empty body on %s", name);
    if (n->u.Try.handlers.n == 0 && n->u.Try.finalbody.n == 0)
        return FAIL(t, "%s has neither except handlers nor finalbody", name);
    if (n->u.Try.handlers.n == 0 && n->u.Try.orelse.n > 0)
        return FAIL(t, "%s has orelse but no except handlers", name);
    return 0;
}

static int check_kind(Thread *t, const Ast *n)
{
    switch (n->kind) {
    case AST_AugAssign:
        return check_target(t, n->u.AugAssign.target, "augmented");
    case AST_AnnAssign:
        if (n->u.AnnAssign.simple && n->u.AnnAssign.target->kind != AST_Name)
            return RAISE_INT(raise_type_error(
                t, "AnnAssign with simple non-Name target"));
        return check_target(t, n->u.AnnAssign.target, "annotated");
    case AST_NamedExpr:
        return n->u.NamedExpr.target->kind != AST_Name
                   ? RAISE_INT(raise_type_error(
                         t, "NamedExpr target must be a Name"))
                   : 0;
    case AST_JoinedStr: return check_joined(t, &n->u.JoinedStr.values);
    case AST_FormattedValue: return check_format(t, n);
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
    case AST_Name: return check_name(t, n->u.Name.id);
    case AST_match_case:
        return ast_pattern_no_star(t, n->u.match_case.pattern);
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

static int walk_list(Thread *t, const Ast *owner, const AstFieldInfo *field,
                     const AstList *list, AstOp ctx)
{
    if (list->n == 0 && has_rule(filled, owner->kind, field->name))
        return FAIL(t, "empty %s on %s", field->name,
                    ast_kind_info[owner->kind].name);
    for (size_t i = 0; i < list->n; i++) {
        if (list->v[i] != NULL) {
            if (walk(t, list->v[i], ctx) < 0)
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
    /* Parameters themselves come first. */
    if (owner->kind == AST_arguments && strcmp(field->name, "kw_defaults") == 0 &&
        check_arguments(t, owner) < 0)
        return -1;
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
        return walk(t, child, context_of(owner, field, ctx));
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

static int walk(Thread *t, const Ast *node, AstOp ctx)
{
    const AstKindInfo *info = &ast_kind_info[node->kind];
    if (recursion_overflows(t, " during compilation"))
        return -1;
    if ((info->is_placed && check_place(t, node) < 0) ||
        (info->group == AST_GROUP_expr && check_context(t, node, ctx) < 0) ||
        check_kind(t, node) < 0)
        return -1;
    if (info->group == AST_GROUP_pattern && ast_pattern_check(t, node) < 0)
        return -1;
    const AstFieldInfo *fields = ast_fields(node->kind);
    bool is_backwards = info->field_count > 0 &&
                        fields[info->field_count - 1].of ==
                            AST_GROUP_comprehension; /* they run first */
    for (int i = 0; i < info->field_count; i++) {
        int at = is_backwards ? info->field_count - 1 - i : i;
        if (walk_field(t, node, &fields[at], ctx) < 0)
            return -1;
    }
    return 0;
}

int ast_validate(Thread *t, const Ast *tree)
{
    return walk(t, tree, AST_Load);
}
