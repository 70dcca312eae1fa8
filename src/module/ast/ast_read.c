/* SPDX-License-Identifier: MIT */
/*
 * Objects as trees of the parser, by the tables of their fields.  What kinds of
 * objects fields hold is checked here, whether together they make sense in
 * ast_validate.c.
 */
#include "module/ast/ast_read.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include "module/ast/ast_classes.h"
#include "module/ast/ast_module.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "syntax/parser.h"

typedef struct Reader {
    Thread *t;
    Arena *arena;
    AstState *state;
    List *keep;
    Dict *names; /* Str to AstName, as an int */
    uint32_t name_count;
    int depth_left;
} Reader;

static int node_read(Reader *r, Value v, AstGroup group, Ast **out);

static int no_memory(Reader *r) { return RAISE_INT(raise_no_memory(r->t)); }

/* --- what is no node ----------------------------------------------------- */

static AstName *name_new(Reader *r, Str *s)
{
    size_t len;
    const char *text = str_to_utf8(r->t, s, &len);
    if (text == NULL)
        return NULL;
    AstName *name = arena_alloc(r->arena, sizeof *name + len + 1);
    if (name == NULL || len > UINT32_MAX) {
        raise_no_memory(r->t);
        return NULL;
    }
    memcpy(name->text, text, len);
    name->len = (uint32_t)len;
    name->hash = (uint32_t)str_hash(s);
    name->index = r->name_count++;
    return name;
}

/* NULL for None. */
static int name_read(Reader *r, Value v, AstName **out)
{
    if (value_is_none(v))
        return 0;
    if (!value_has_shape(v, SHAPE_STR))
        return RAISE_INT(
            raise_type_error(r->t, "AST identifier must be of type str"));
    Value known = dict_get_str(r->names, value_to_str(v));
    if (!value_is_null(known)) {
        *out = (AstName *)(uintptr_t)value_to_int(known);
        return 0;
    }
    *out = name_new(r, value_to_str(v));
    if (*out == NULL)
        return -1;
    dict_set_str(r->t, r->names, value_to_str(v),
                 value_from_int((int64_t)(uintptr_t)*out));
    return 0;
}

static int int_read(Reader *r, Value v, int *out)
{
    int64_t n;
    if (!type_is_subtype(type_of(v), &type_int))
        return RAISE_INT(
            raise_value_error(r->t, "invalid integer value: %R", v));
    Value index = object_index(r->t, v);
    if (value_is_null(index))
        return -1;
    if (!int_to_int64(index, &n) || n < INT_MIN || n > INT_MAX)
        return RAISE_INT(raise_error(r->t, EXC(OverflowError),
                                     "Python int too large to convert to C int"));
    *out = (int)n;
    return 0;
}

static int text_read(Reader *r, Value v, const char **out)
{
    size_t len;
    const char *text;
    if (value_has_shape(v, SHAPE_STR)) {
        text = str_to_utf8(r->t, value_to_str(v), &len);
    } else if (value_has_shape(v, SHAPE_BYTES)) {
        text = (const char *)value_to_bytes(v)->data;
        len = (size_t)value_to_bytes(v)->len;
    } else {
        return RAISE_INT(
            raise_type_error(r->t, "AST string must be of type str"));
    }
    if (text == NULL)
        return -1;
    *out = arena_dup(r->arena, text, len);
    return *out == NULL ? no_memory(r) : 0;
}

/* A str in the parser's form, lone surrogates included: it may be a docstring. */
static int str_read(Reader *r, Str *s, AstConst *out)
{
    size_t len = str_utf8_len(s);
    char *text = arena_alloc(r->arena, len + 1);
    if (text == NULL)
        return no_memory(r);
    str_utf8_write(s, (uint8_t *)text);
    *out = (AstConst){.kind = AST_CONST_STR, .len = len, .text = text};
    return 0;
}

static int constant_read(Reader *r, Value v, AstConst *out)
{
    if (value_has_shape(v, SHAPE_STR))
        return str_read(r, value_to_str(v), out);
    list_append(r->t, r->keep, v);
    *out = (AstConst){.kind = AST_CONST_OBJECT, .object = v.bits};
    if (value_is_none(v))
        out->kind = AST_CONST_NONE;
    else if (value_same(v, TRUE_VALUE))
        out->kind = AST_CONST_TRUE;
    else if (value_same(v, FALSE_VALUE))
        out->kind = AST_CONST_FALSE;
    else if (value_same(v, ELLIPSIS))
        out->kind = AST_CONST_ELLIPSIS;
    return 0;
}

/* Answers -1 where the object is no operator of the group. */
static int op_read(Reader *r, Value v, AstGroup group, AstOp *out)
{
    for (int op = 0; op < AST_OP_COUNT; op++) {
        if (ast_op_info[op].group == group &&
            type_is_subtype(type_of(v),
                            value_to_pointer(ast_part(&r->state->ops, op)))) {
            *out = (AstOp)op;
            return 0;
        }
    }
    return RAISE_INT(raise_type_error(r->t, "expected some sort of %s, but got %R",
                                      ast_group_info[group].name, v));
}

/* --- fields -------------------------------------------------------------- */

static bool is_list(AstFieldType type)
{
    return type == AST_FIELD_NODES || type == AST_FIELD_NAMES ||
           type == AST_FIELD_OPS;
}

/* An item of a list, or what a field holds that is no list. */
static int item_read(Reader *r, Value v, const AstFieldInfo *field, void *out)
{
    switch (field->type) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT:
    case AST_FIELD_NODES: return node_read(r, v, field->of, out);
    case AST_FIELD_NAME:
    case AST_FIELD_NAME_OPT:
    case AST_FIELD_NAMES: return name_read(r, v, out);
    case AST_FIELD_OP:
    case AST_FIELD_OPS: return op_read(r, v, field->of, out);
    case AST_FIELD_CONST: return constant_read(r, v, out);
    case AST_FIELD_INT:
    case AST_FIELD_INT_OPT: return int_read(r, v, out);
    case AST_FIELD_TEXT:
    case AST_FIELD_TEXT_OPT: return text_read(r, v, out);
    }
    UNREACHABLE();
}

static int list_read(Reader *r, Value v, AstKind kind,
                     const AstFieldInfo *field, void *out)
{
    const char *owner = ast_kind_info[kind].name;
    if (!value_is_list(v))
        return RAISE_INT(raise_type_error(
            r->t, "%s field \"%s\" must be a list, not a %.200T", owner,
            field->name, v));
    List *l = value_to_pointer(v);
    int64_t n = l->len;
    size_t size = field->type == AST_FIELD_OPS ? sizeof(AstOp) : sizeof(void *);
    char *items = arena_alloc(r->arena, (size_t)(n + 1) * size);
    if (items == NULL)
        return no_memory(r);
    for (int64_t i = 0; i < n; i++) {
        if (item_read(r, list_get(l, i), field, items + (size_t)i * size) < 0)
            return -1;
        if (l->len != n) /* Python code ran */
            return RAISE_INT(raise_error(
                r->t, EXC(RuntimeError),
                "%s field \"%s\" changed size during iteration", owner,
                field->name));
    }
    if (field->type == AST_FIELD_OPS)
        *(AstOps *)out = (AstOps){(size_t)n, (AstOp *)(void *)items};
    else if (field->type == AST_FIELD_NAMES)
        *(AstNames *)out = (AstNames){(size_t)n, (AstName **)(void *)items};
    else
        *(AstList *)out = (AstList){(size_t)n, (Ast **)(void *)items};
    return 0;
}

static bool is_optional(AstFieldType type)
{
    return type == AST_FIELD_OPT || type == AST_FIELD_NAME_OPT ||
           type == AST_FIELD_INT_OPT || type == AST_FIELD_TEXT_OPT;
}

static int raise_missing(Reader *r, const char *field, const char *owner)
{
    return RAISE_INT(raise_type_error(
        r->t, "required field \"%s\" missing from %s", field, owner));
}

static int field_read(Reader *r, Value object, Ast *node, int i)
{
    const AstFieldInfo *field = &ast_fields(node->kind)[i];
    const Tuple *names = value_to_tuple(ast_part(&r->state->fields, node->kind));
    Value v = object_getattr_or_unbound(r->t, object,
                                        value_to_str(tuple_get(names, i)));
    if (value_is_null(v))
        return -1;
    if (is_optional(field->type) && (value_is_unbound(v) || value_is_none(v)))
        return 0;
    if (value_is_unbound(v))
        return raise_missing(r, field->name, ast_kind_info[node->kind].name);
    void *out = ast_field(node, field);
    return is_list(field->type) ? list_read(r, v, node->kind, field, out)
                                : item_read(r, v, field, out);
}

static int fields_read(Reader *r, Value object, Ast *node)
{
    const AstKindInfo *info = &ast_kind_info[node->kind];
    const AstFieldInfo *fields = ast_fields(node->kind);
    for (int i = 0; i < info->field_count; i++)
        if (field_read(r, object, node, i) < 0)
            return -1;
    for (int i = 0; i < info->field_count; i++) {
        AstFieldType type = fields[i].type;
        if ((type == AST_FIELD_NODE || type == AST_FIELD_NAME) &&
            *(void **)ast_field(node, &fields[i]) == NULL)
            return RAISE_INT(raise_value_error(
                r->t, "field '%s' is required for %s", fields[i].name,
                info->name));
    }
    return 0;
}

/* --- places -------------------------------------------------------------- */

typedef struct Place {
    int at[AST_PLACE_COUNT];
} Place;

/* lineno and so on; an end that is left out is the beginning. */
static int place_read(Reader *r, Value object, AstGroup group, Place *place)
{
    AstPlace kind = ast_group_info[group].place;
    const Tuple *names = value_to_tuple(slot_get(&r->state->places));
    for (int i = 0; kind != AST_NOWHERE && i < AST_PLACE_COUNT; i++) {
        bool may_lack = i >= 2 && kind == AST_PLACED;
        Str *name = value_to_str(tuple_get(names, i));
        Value v = object_getattr_or_unbound(r->t, object, name);
        if (value_is_null(v))
            return -1;
        if (may_lack && (value_is_unbound(v) || value_is_none(v)))
            place->at[i] = place->at[i - 2];
        else if (value_is_unbound(v))
            return raise_missing(r, str_to_utf8(r->t, name, NULL),
                                 ast_group_info[group].name);
        else if (int_read(r, v, &place->at[i]) < 0)
            return -1;
    }
    return 0;
}

static void place_set(Ast *node, const Place *place)
{
    node->lineno = place->at[0];
    node->col_offset = place->at[1];
    node->end_lineno = place->at[2];
    node->end_col_offset = place->at[3];
}

/* --- nodes --------------------------------------------------------------- */

/* Of a group that is one class: fields, then the place. */
static int only_read(Reader *r, Value v, AstKind kind, Ast *node)
{
    Place place = {0};
    if (fields_read(r, v, node) < 0 ||
        place_read(r, v, ast_kind_info[kind].group, &place) < 0)
        return -1;
    place_set(node, &place);
    return 0;
}

/* The kind that the object is of; AST_KIND_COUNT: of none in the group. */
static AstKind kind_of(Reader *r, Value v, AstGroup group)
{
    int kind = 0;
    while (kind < AST_KIND_COUNT &&
           !(ast_kind_info[kind].group == group &&
             type_is_subtype(type_of(v), value_to_pointer(ast_part(&r->state->kinds, kind)))))
        kind++;
    return (AstKind)kind;
}

static AstKind first_kind(AstGroup group)
{
    int kind = 0;
    while (ast_kind_info[kind].group != group)
        kind++;
    return (AstKind)kind;
}

static int group_read(Reader *r, Value v, AstGroup group, Ast **out)
{
    AstKind kind = first_kind(group);
    bool is_only = ast_group_is(group, kind);
    Place place = {0};
    if (!is_only) {
        if (value_is_none(v))
            return 0;
        if (place_read(r, v, group, &place) < 0)
            return -1;
        kind = kind_of(r, v, group);
        if (kind == AST_KIND_COUNT)
            return RAISE_INT(raise_type_error(
                r->t, "expected some sort of %s, but got %R",
                ast_group_info[group].name, v));
    }
    Ast *node = ast_new(r->arena, kind);
    if (node == NULL)
        return no_memory(r);
    *out = node;
    if (is_only)
        return only_read(r, v, kind, node);
    place_set(node, &place);
    return fields_read(r, v, node);
}

/* A node of the group, or NULL for None. */
static int node_read(Reader *r, Value v, AstGroup group, Ast **out)
{
    char where[64];
    snprintf(where, sizeof where, " while traversing '%s' node",
             ast_group_info[group].name);
    if (recursion_enter(r->t, where))
        return -1;
    int status;
    if (r->depth_left-- > 0)
        status = group_read(r, v, group, out);
    else
        status = RAISE_INT(raise_error(r->t, EXC(RecursionError),
                                       "maximum recursion depth exceeded%s",
                                       where));
    r->depth_left++;
    recursion_leave(r->t);
    return status;
}

static int raise_other_root(Thread *t, AstKind root, Value node)
{
    return RAISE_INT(raise_type_error(
        t, "expected %s node, got %U", ast_kind_info[root].name,
        value_to_str(type_get_name(type_of(node)))));
}

int ast_read(Thread *t, Arena *arena, Value node, AstKind root, List *keep,
             SyntaxTree *tree)
{
    AstState *state = ast_state(t);
    if (state == NULL)
        return -1;
    if (!type_is_subtype(type_of(node),
                         value_to_pointer(ast_part(&state->kinds, root))))
        return raise_other_root(t, root, node);
    Reader r = {.t = t, .arena = arena, .state = state, .keep = keep,
                .names = dict_new(t), .depth_left = PARSER_MAX_DEPTH};
    *tree = (SyntaxTree){0};
    if (node_read(&r, node, AST_GROUP_mod, &tree->root) < 0)
        return -1;
    if (tree->root->kind != root) /* of a class that is several */
        return raise_other_root(t, root, node);
    tree->name_count = r.name_count;
    return 0;
}
