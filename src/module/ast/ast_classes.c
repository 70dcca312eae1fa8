/* SPDX-License-Identifier: MIT */
/* Classes from the rows of syntax/ast.def. */
#include "module/ast/ast_classes.h"

#include "module/ast/ast_node.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <string.h>

/* --- the grammar, which is the classes' text ----------------------------- */

/* What the type of a field has behind its word: `expr?`, `stmt*`. */
static const char *suffix(AstFieldType type)
{
    switch (type) {
    case AST_FIELD_OPT:
    case AST_FIELD_NAME_OPT:
    case AST_FIELD_INT_OPT:
    case AST_FIELD_TEXT_OPT: return "?";
    case AST_FIELD_NODES:
    case AST_FIELD_NAMES:
    case AST_FIELD_OPS: return "*";
    default: return "";
    }
}

static bool is_optional(AstFieldType type) { return *suffix(type) == '?'; }

/* `Name(expr? a, stmt* b)` */
static void add_signature(Thread *t, StrBuilder *b, AstKind kind)
{
    const AstKindInfo *info = &ast_kind_info[kind];
    const AstFieldInfo *fields = ast_fields(kind);
    strbuilder_add_c(t, b, info->name);
    for (int i = 0; i < info->field_count; i++) {
        strbuilder_add_c(t, b, i == 0 ? "(" : ", ");
        strbuilder_add_c(t, b, ast_group_info[fields[i].of].name);
        strbuilder_add_c(t, b, suffix(fields[i].type));
        strbuilder_add_char(t, b, ' ');
        strbuilder_add_c(t, b, fields[i].name);
    }
    if (info->field_count > 0)
        strbuilder_add_char(t, b, ')');
}

static Value kind_text(Thread *t, AstKind kind)
{
    StrBuilder b;
    strbuilder_init(&b);
    add_signature(t, &b, kind);
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* `name = A(int i)` and a line for each of the others; operators in one line. */
static Value group_text(Thread *t, AstGroup group)
{
    const char *name = ast_group_info[group].name, *between = " = ";
    StrBuilder b;
    strbuilder_init(&b);
    strbuilder_add_c(t, &b, name);
    for (int kind = 0; kind < AST_KIND_COUNT; kind++) {
        if (ast_kind_info[kind].group != group)
            continue;
        if (*between == '|') {
            strbuilder_add_char(t, &b, '\n');
            strbuilder_add_fill(t, &b, ' ', (int64_t)strlen(name) + 1);
        }
        strbuilder_add_c(t, &b, between);
        add_signature(t, &b, (AstKind)kind);
        between = "| ";
    }
    for (int op = 0; op < AST_OP_COUNT; op++) {
        if (ast_op_info[op].group != group)
            continue;
        strbuilder_add_c(t, &b, between);
        strbuilder_add_c(t, &b, ast_op_info[op].name);
        between = " | ";
    }
    return value_from_pointer(strbuilder_finish(t, &b));
}

/* --- classes ------------------------------------------------------------- */

static Tuple *field_names(Thread *t, AstKind kind)
{
    int n = ast_kind_info[kind].field_count;
    Tuple *names = tuple_new(t, n);
    for (int i = 0; i < n; i++)
        tuple_set(
            names, i,
            value_from_pointer(str_intern_c(t, ast_fields(kind)[i].name)));
    return names;
}

static void add_fields(Thread *t, Dict *d, Tuple *names)
{
    dict_set_c(t, d, "_fields", value_from_pointer(names));
    dict_set_c(t, d, "__match_args__", value_from_pointer(names));
}

/* Fields that may be left out read as None. */
static void add_optional(Thread *t, Dict *d, AstKind kind)
{
    const AstFieldInfo *fields = ast_fields(kind);
    for (int i = 0; i < ast_kind_info[kind].field_count; i++)
        if (is_optional(fields[i].type))
            dict_set_c(t, d, fields[i].name, NONE);
}

static void add_places(Thread *t, Dict *d, const AstState *s, AstPlace place)
{
    dict_set_c(t, d, "_attributes",
               place == AST_NOWHERE ? value_from_pointer(t->rt->empty_tuple)
                                    : slot_get(&s->places));
    if (place == AST_PLACED) {
        dict_set_c(t, d, "end_lineno", NONE);
        dict_set_c(t, d, "end_col_offset", NONE);
    }
}

/* A new class, which becomes an attribute of the module and the i-th of a list of
 * the state: 0 or -1. */
static int add_class(Thread *t, Module *m, Slot *list, int i, const char *name,
                     Value base, Dict *d)
{
    dict_set_str(t, d, N(__module__),
                 value_from_pointer(str_intern_c(t, "ast")));
    Value cls = type_new(t, &type_type, str_intern_c(t, name),
                         tuple_pack(t, 1, base), d, UNBOUND);
    if (value_is_null(cls))
        return -1;
    ast_part_set(list, i, cls);
    dict_set_c(t, m->dict, name, cls);
    return 0;
}

static int add_group(Thread *t, Module *m, AstGroup group)
{
    AstState *s = m->state;
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__doc__), group_text(t, group));
    add_fields(t, d, t->rt->empty_tuple);
    add_places(t, d, s, ast_group_info[group].place);
    return add_class(t, m, &s->groups, group, ast_group_info[group].name,
                     value_from_pointer(&ast_AST), d);
}

static int add_kind(Thread *t, Module *m, AstKind kind)
{
    AstState *s = m->state;
    AstGroup group = ast_kind_info[kind].group;
    Value base = value_from_pointer(&ast_AST);
    Tuple *names = field_names(t, kind);
    ast_part_set(&s->fields, kind, value_from_pointer(names));
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__doc__), kind_text(t, kind));
    add_fields(t, d, names);
    add_optional(t, d, kind);
    if (ast_group_is(group, kind))
        add_places(t, d, s, ast_group_info[group].place);
    else
        base = ast_part(&s->groups, group);
    if (add_class(t, m, &s->kinds, kind, ast_kind_info[kind].name, base, d) < 0)
        return -1;
    Value cls = ast_part(&s->kinds, kind);
    instance_expect(t, value_to_pointer(cls),
                    (unsigned)names->len +
                        (ast_kind_info[kind].is_placed ? AST_PLACE_COUNT : 0));
    if (ast_group_is(group, kind))
        ast_part_set(&s->groups, group, cls);
    return 0;
}

static int add_op(Thread *t, Module *m, AstOp op)
{
    AstState *s = m->state;
    Dict *d = dict_new(t);
    const char *name = ast_op_info[op].name;
    dict_set_str(t, d, N(__doc__), value_from_pointer(str_intern_c(t, name)));
    add_fields(t, d, t->rt->empty_tuple);
    if (add_class(t, m, &s->ops, op, name,
                  ast_part(&s->groups, ast_op_info[op].group), d) < 0)
        return -1;
    Value only = instance_new(t, value_to_pointer(ast_part(&s->ops, op)));
    ast_part_set(&s->singletons, op, only);
    return 0;
}

/* The group's class, if it has one, and those of its members. */
static int add_members(Thread *t, Module *m, AstGroup group)
{
    int only = 0;
    while (only < AST_KIND_COUNT && !ast_group_is(group, (AstKind)only))
        only++;
    if (only == AST_KIND_COUNT && add_group(t, m, group) < 0)
        return -1;
    for (int kind = 0; kind < AST_KIND_COUNT; kind++)
        if (ast_kind_info[kind].group == group &&
            add_kind(t, m, (AstKind)kind) < 0)
            return -1;
    for (int op = 0; op < AST_OP_COUNT; op++)
        if (ast_op_info[op].group == group && add_op(t, m, (AstOp)op) < 0)
            return -1;
    return 0;
}

/* Like the others, AST is a class whose attributes programs may set. */
static void add_root(Thread *t, Module *m)
{
    Dict *d = ast_AST.dict;
    add_fields(t, d, t->rt->empty_tuple);
    dict_set_c(t, d, "_attributes", value_from_pointer(t->rt->empty_tuple));
    ast_AST.type_flags &= ~(uint32_t)TYPE_IMMUTABLE;
    type_modified(&ast_AST);
    dict_set_c(t, m->dict, "AST", value_from_pointer(&ast_AST));
}

static void add_list(Thread *t, AstState *s, Slot *slot, int n)
{
    List *l = list_new(t, n);
    for (int i = 0; i < n; i++)
        list_append(t, l, NONE);
    slot_set(s, slot, value_from_pointer(l));
}

int ast_classes_init(Thread *t, Module *m)
{
    AstState *s = m->state;
    add_root(t, m);
    add_list(t, s, &s->groups, AST_GROUP_COUNT);
    add_list(t, s, &s->kinds, AST_KIND_COUNT);
    add_list(t, s, &s->fields, AST_KIND_COUNT);
    add_list(t, s, &s->ops, AST_OP_COUNT);
    add_list(t, s, &s->singletons, AST_OP_COUNT);
    slot_set(
        s, &s->places,
        value_from_pointer(tuple_pack(
            t, AST_PLACE_COUNT, value_from_pointer(str_intern_c(t, "lineno")),
            value_from_pointer(str_intern_c(t, "col_offset")),
            value_from_pointer(str_intern_c(t, "end_lineno")),
            value_from_pointer(str_intern_c(t, "end_col_offset")))));
    for (int group = 0; group < AST_GROUP_COUNT; group++)
        if (add_members(t, m, (AstGroup)group) < 0)
            return -1;
    return 0;
}
