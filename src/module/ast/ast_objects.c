/* SPDX-License-Identifier: MIT */
/* Trees of the parser as objects, by the tables of their fields. */
#include "module/ast/ast_objects.h"

#include "compile/constant.h"
#include "module/ast/ast_classes.h"
#include "module/ast/ast_module.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/str.h"

typedef struct Maker {
    Thread *t;
    AstState *state;
    Str *filename;
    int64_t depth_left;
} Maker;

static Value node_make(Maker *m, const Ast *node);

static Value name_make(Thread *t, const AstName *name)
{
    if (name == NULL)
        return NONE;
    return value_from_pointer(
        str_intern(t, str_from_utf8(t, name->text, name->len)));
}

static Value text_make(Thread *t, const char *text)
{
    return text == NULL ? NONE : value_from_pointer(str_from_c(t, text));
}

static Value names_make(Thread *t, const AstNames *names)
{
    List *l = list_new(t, (int64_t)names->n);
    for (size_t i = 0; l != NULL && i < names->n; i++)
        list_append(t, l, name_make(t, names->v[i]));
    return value_from_pointer(l);
}

static Value ops_make(Maker *m, const AstOps *ops)
{
    List *l = list_new(m->t, (int64_t)ops->n);
    for (size_t i = 0; l != NULL && i < ops->n; i++)
        list_append(m->t, l, ast_part(&m->state->singletons, ops->v[i]));
    return value_from_pointer(l);
}

static Value nodes_make(Maker *m, const AstList *nodes)
{
    List *l = list_new(m->t, (int64_t)nodes->n);
    for (size_t i = 0; l != NULL && i < nodes->n; i++) {
        TRY(v, node_make(m, nodes->v[i]));
        list_append(m->t, l, v);
    }
    return value_from_pointer(l);
}

static Value constant_make(Maker *m, const Ast *node, const AstConst *k)
{
    if (node->kind == AST_Constant &&
        !constant_digits_suffice(m->t, node, m->filename))
        return NULL_VALUE;
    return constant_from_ast(m->t, k);
}

static Value field_make(Maker *m, const Ast *node, const AstFieldInfo *info)
{
    const void *field = (const char *)node + info->offset;
    switch (info->type) {
    case AST_FIELD_NODE:
    case AST_FIELD_OPT: return node_make(m, *(Ast *const *)field);
    case AST_FIELD_NODES: return nodes_make(m, field);
    case AST_FIELD_NAME:
    case AST_FIELD_NAME_OPT: return name_make(m->t, *(AstName *const *)field);
    case AST_FIELD_NAMES: return names_make(m->t, field);
    case AST_FIELD_OP:
        return ast_part(&m->state->singletons, *(const AstOp *)field);
    case AST_FIELD_OPS: return ops_make(m, field);
    case AST_FIELD_CONST: return constant_make(m, node, field);
    case AST_FIELD_INT:
    case AST_FIELD_INT_OPT: return value_from_int(*(const int *)field);
    case AST_FIELD_TEXT:
    case AST_FIELD_TEXT_OPT:
        return text_make(m->t, *(const char *const *)field);
    }
    UNREACHABLE();
}

static int add_attribute(Maker *m, Value object, const Tuple *names, int i,
                         Value v)
{
    if (value_is_null(v))
        return -1;
    return instance_set(m->t, value_to_pointer(object),
                        value_to_str(tuple_get(names, i)), v);
}

/* lineno and so on: 0 or -1. */
static int add_place(Maker *m, Value object, const Ast *node)
{
    const int place[AST_PLACE_COUNT] = {node->lineno, node->col_offset,
                                        node->end_lineno,
                                        node->end_col_offset};
    const Tuple *names = value_to_tuple(slot_get(&m->state->places));
    for (int i = 0; i < AST_PLACE_COUNT; i++)
        if (add_attribute(m, object, names, i, value_from_int(place[i])) < 0)
            return -1;
    return 0;
}

static Value filled(Maker *m, const Ast *node)
{
    const AstKindInfo *info = &ast_kind_info[node->kind];
    const AstFieldInfo *fields = ast_fields(node->kind);
    AstState *s = m->state;
    Value object =
        instance_new(m->t, value_to_pointer(ast_part(&s->kinds, node->kind)));
    if (value_is_null(object))
        return NULL_VALUE;
    const Tuple *names = value_to_tuple(ast_part(&s->fields, node->kind));
    for (int i = 0; i < info->field_count; i++)
        if (add_attribute(m, object, names, i,
                          field_make(m, node, &fields[i])) < 0)
            return NULL_VALUE;
    if (info->is_placed && add_place(m, object, node) < 0)
        return NULL_VALUE;
    return object;
}

static Value node_make(Maker *m, const Ast *node)
{
    static const char where[] = " during ast construction";
    if (node == NULL)
        return NONE;
    if (recursion_overflows(m->t, where))
        return NULL_VALUE;
    if (m->depth_left-- <= 0)
        return raise_error(m->t, EXC(RecursionError),
                           "maximum recursion depth exceeded%s", where);
    Value object = filled(m, node);
    m->depth_left++;
    return object;
}

Value ast_objects(Thread *t, const Ast *root, Str *filename)
{
    AstState *state = ast_state(t);
    if (state == NULL)
        return NULL_VALUE;
    Maker m = {t, state, filename, t->recursion_left * AST_DEPTH_PER_CALL};
    return node_make(&m, root);
}
