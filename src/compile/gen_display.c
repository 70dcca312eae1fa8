/* SPDX-License-Identifier: MIT */
/* Displays, and f-strings. */
#include "compile/gen.h"

#include "object/container/set.h"
#include "object/error/raise.h"

enum { BIG = 30 }; /* more items than this are not gathered on the stack */

static const Opcode build_ops[] = {OP_BUILD_TUPLE, OP_BUILD_LIST,
                                   OP_BUILD_SET};

static bool any_starred(AstList elements)
{
    for (size_t i = 0; i < elements.n; i++) {
        if (elements.v[i]->kind == AST_Starred)
            return true;
    }
    return false;
}

/* [1, 2, 3]: extended by one constant. */
static bool constant_display(Compiler *c, DisplayKind kind, AstList elements)
{
    if (elements.n < 3 || kind == DISPLAY_TUPLE)
        return false;
    Tuple *items = constant_fold_list(c, elements);
    if (items == NULL)
        return false;
    Value v = value_from_pointer(items);
    if (kind == DISPLAY_SET) {
        Set *set = set_from_iterable(c->t, SHAPE_FROZENSET, v);
        if (set == NULL) {
            exception_take(c->t);
            return false;
        }
        v = value_from_pointer(set);
    }
    gen_op(c, build_ops[kind], 0);
    gen_constant(c, v);
    gen_op(c, kind == DISPLAY_SET ? OP_SET_UPDATE : OP_LIST_EXTEND, 1);
    return true;
}

void gen_display(Compiler *c, DisplayKind kind, AstList elements,
                 uint32_t pushed)
{
    if (pushed == 0 && constant_display(c, kind, elements))
        return;
    uint32_t n = (uint32_t)elements.n;
    bool is_big = elements.n + pushed > BIG;
    if (!is_big && !any_starred(elements)) {
        for (uint32_t i = 0; i < n; i++)
            gen_expr(c, elements.v[i]);
        gen_op(c, build_ops[kind], n + pushed);
        return;
    }
    bool is_set = kind == DISPLAY_SET, is_built = is_big;
    Opcode build = is_set ? OP_BUILD_SET : OP_BUILD_LIST;
    if (is_big)
        gen_op(c, build, pushed);
    for (uint32_t i = 0; i < n; i++) {
        Ast *e = elements.v[i];
        if (e->kind == AST_Starred) {
            if (!is_built)
                gen_op(c, build, i + pushed);
            is_built = true;
            gen_expr(c, e->u.Starred.value);
            gen_op(c, is_set ? OP_SET_UPDATE : OP_LIST_EXTEND, 1);
        } else {
            gen_expr(c, e);
            if (is_built)
                gen_op(c, is_set ? OP_SET_ADD : OP_LIST_APPEND, 1);
        }
    }
    if (kind == DISPLAY_TUPLE)
        gen_op(c, OP_LIST_TO_TUPLE, 0);
}

/* ---- dicts ---- */

/* Entries [from, to) of a dict display as one dict. */
static void dict_part(Compiler *c, Ast *e, size_t from, size_t to)
{
    AstList keys = {to - from, e->u.Dict.keys.v + from};
    AstList values = {to - from, e->u.Dict.values.v + from};
    uint32_t n = (uint32_t)keys.n;
    bool is_big = n > BIG / 2;
    Tuple *constants = n > 1 && !is_big ? constant_fold_list(c, keys) : NULL;
    if (constants != NULL) {
        for (uint32_t i = 0; i < n; i++)
            gen_expr(c, values.v[i]);
        gen_constant(c, value_from_pointer(constants));
        gen_op(c, OP_BUILD_CONST_KEY_MAP, n);
        return;
    }
    if (is_big)
        gen_op(c, OP_BUILD_MAP, 0);
    for (uint32_t i = 0; i < n; i++) {
        gen_expr(c, keys.v[i]);
        gen_expr(c, values.v[i]);
        if (is_big)
            gen_op(c, OP_MAP_ADD, 1);
    }
    if (!is_big)
        gen_op(c, OP_BUILD_MAP, n);
}

void gen_dict(Compiler *c, Ast *e)
{
    AstList keys = e->u.Dict.keys;
    bool is_built = false;
    size_t from = 0;
    for (size_t i = 0; i <= keys.n; i++) {
        if (i < keys.n && keys.v[i] != NULL)
            continue;
        if (i > from || !is_built) {
            dict_part(c, e, from, i);
            if (is_built)
                gen_op(c, OP_DICT_UPDATE, 1);
            is_built = true;
        }
        if (i < keys.n) {
            gen_expr(c, e->u.Dict.values.v[i]);
            gen_op(c, OP_DICT_UPDATE, 1);
        }
        from = i + 1;
        if (from >= keys.n)
            break;
    }
}

/* ---- f-strings ---- */

/* Whether it surely is a str.  All that the parser makes is; trees that programs
 * make have any expressions there. */
static bool is_text(const Ast *e)
{
    while (e->kind == AST_JoinedStr && e->u.JoinedStr.values.n == 1)
        e = e->u.JoinedStr.values.v[0];
    return e->kind == AST_JoinedStr || e->kind == AST_FormattedValue ||
           (e->kind == AST_Constant &&
            e->u.Constant.value.kind == AST_CONST_STR);
}

static bool are_text(const AstList *values)
{
    for (size_t i = 0; i < values->n; i++)
        if (!is_text(values->v[i]))
            return false;
    return true;
}

/* ''.join([...]), which says what is no str. */
static void joined_by_call(Compiler *c, const AstList *values)
{
    gen_constant_str(c, c->t->rt->empty_str);
    gen_op(c, OP_LOAD_ATTR, gen_name_index(c, N(join)) << 1 | 1);
    gen_op(c, OP_BUILD_LIST, 0);
    for (size_t i = 0; i < values->n; i++) {
        gen_expr(c, values->v[i]);
        gen_op(c, OP_LIST_APPEND, 1);
    }
    gen_op(c, OP_CALL, 1);
}

void gen_joined_str(Compiler *c, Ast *e)
{
    AstList values = e->u.JoinedStr.values;
    if (values.n > 1 && !are_text(&values)) {
        joined_by_call(c, &values);
        return;
    }
    for (size_t i = 0; i < values.n; i++)
        gen_expr(c, values.v[i]);
    if (values.n == 0)
        gen_constant_str(c, c->t->rt->empty_str);
    else if (values.n > 1)
        gen_op(c, OP_BUILD_STRING, (uint32_t)values.n);
}

void gen_formatted_value(Compiler *c, Ast *e)
{
    uint32_t arg = 0;
    bool is_known = true;
    switch (e->u.FormattedValue.conversion) {
    case 's': arg = 1; break;
    case 'r': arg = 2; break;
    case 'a': arg = 3; break;
    case -1: break;
    default: is_known = false; break;
    }
    gen_expr(c, e->u.FormattedValue.value);
    if (!is_known)
        compiler_misfit(c, "Unrecognized conversion character %d",
                        e->u.FormattedValue.conversion);
    if (e->u.FormattedValue.format_spec != NULL) {
        gen_expr(c, e->u.FormattedValue.format_spec);
        arg |= 4;
    }
    gen_op(c, OP_FORMAT_VALUE, arg);
}
