/* SPDX-License-Identifier: MIT */
/* SyntaxWarnings for expressions that are always wrong or always true. */
#include "compile/gen.h"

/* The type an expression is sure to have, or NULL. */
static Type *type_known(Compiler *c, Ast *e)
{
    Value v;
    switch (e->kind) {
    case AST_Tuple: return &type_tuple;
    case AST_List:
    case AST_ListComp: return &type_list;
    case AST_Dict:
    case AST_DictComp: return &type_dict;
    case AST_Set:
    case AST_SetComp: return &type_set;
    case AST_GeneratorExp: return type_of_shape(SHAPE_GENERATOR);
    case AST_Lambda: return &type_function;
    case AST_JoinedStr:
    case AST_FormattedValue: return &type_str;
    default: return constant_fold(c, e, &v) ? type_of(v) : NULL;
    }
}

/* A literal whose identity nobody should ask for. */
static bool is_literal(Compiler *c, Ast *e)
{
    Value v;
    return constant_fold(c, e, &v) && !value_is_none(v) &&
           !value_is_bool(v) && !value_same(v, ELLIPSIS);
}

void gen_warn_compare(Compiler *c, Ast *e)
{
    bool left = is_literal(c, e->u.Compare.left);
    for (size_t i = 0; i < e->u.Compare.ops.n; i++) {
        AstOp op = e->u.Compare.ops.v[i];
        bool right = is_literal(c, e->u.Compare.comparators.v[i]);
        if ((op == AST_Is || op == AST_IsNot) && (left || right)) {
            compiler_warn(c, EXC(SyntaxWarning), pos_of(e),
                          op == AST_Is ? "\"is\" with a literal. Did you mean "
                                         "\"==\"?"
                                       : "\"is not\" with a literal. Did you "
                                         "mean \"!=\"?");
            return;
        }
        left = right;
    }
}

void gen_warn_call(Compiler *c, Ast *call)
{
    Ast *func = call->u.Call.func;
    Type *type = func->kind == AST_Lambda ? NULL : type_known(c, func);
    if (type != NULL) {
        compiler_warn(c, EXC(SyntaxWarning), pos_of(call),
                      "'%.200N' object is not callable; perhaps you missed a "
                      "comma?", type);
    }
}

static bool is_subscriptable(const Type *type)
{
    return type == &type_tuple || type == &type_list || type == &type_dict ||
           type == &type_str || type == &type_bytes;
}

void gen_warn_subscript(Compiler *c, Ast *e)
{
    Type *type = type_known(c, e->u.Subscript.value);
    if (type == NULL)
        return;
    if (!is_subscriptable(type)) {
        compiler_warn(c, EXC(SyntaxWarning), pos_of(e),
                      "'%.200N' object is not subscriptable; perhaps you "
                      "missed a comma?", type);
        return;
    }
    Type *index = type_known(c, e->u.Subscript.slice);
    if (type != &type_dict && index != NULL &&
        !type_is_subtype(index, &type_int)) {
        compiler_warn(c, EXC(SyntaxWarning), pos_of(e),
                      "%.200N indices must be integers or slices, not "
                      "%.200N; perhaps you missed a comma?", type, index);
    }
}

static bool is_filled_tuple(Compiler *c, Ast *e)
{
    Value v;
    if (e->kind == AST_Tuple)
        return e->u.Tuple.elts.n > 0;
    return constant_fold(c, e, &v) && value_has_shape(v, SHAPE_TUPLE) &&
           ((Tuple *)value_to_pointer(v))->len > 0;
}

void gen_warn_assert(Compiler *c, Ast *s)
{
    if (is_filled_tuple(c, s->u.Assert.test)) {
        compiler_warn(c, EXC(SyntaxWarning), pos_of(s),
                      "assertion is always true, perhaps remove "
                      "parentheses?");
    }
}
