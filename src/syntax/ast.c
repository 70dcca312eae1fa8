/* SPDX-License-Identifier: MIT */
/* The tables that describe nodes, made from ast.def. */
#include "syntax/ast.h"

#define AST_PLACED true
#define AST_NOWHERE false

const AstKindInfo ast_kind_info[AST_KIND_COUNT] = {
#define F(type, name) +1
#define AST_NODE(group, name, place, fields) \
    {#name, AST_GROUP_##group, AST_##place, 0 fields, \
     offsetof(Ast, u) + sizeof(((Ast *)0)->u.name)},
#include "syntax/ast.def"
};

const AstOpInfo ast_op_info[AST_OP_COUNT] = {
#define AST_OP(group, name, symbol) {#name, symbol, AST_GROUP_##group},
#include "syntax/ast.def"
};

const AstFieldInfo *ast_fields(AstKind kind)
{
    /* Each case has its own Self, which is how F knows the node. */
    switch (kind) {
#define F(type, name) \
    {#name, AST_FIELD_##type, offsetof(Ast, u) + offsetof(Self, name)},
#define AST_NODE(group, name, place, fields) \
    case AST_##name: { \
        typedef UNUSED __typeof__(((Ast *)0)->u.name) Self; \
        static const AstFieldInfo rows[] = {fields {NULL, 0, 0}}; \
        return rows; \
    }
#include "syntax/ast.def"
    case AST_KIND_COUNT: break;
    }
    return NULL;
}

Ast *ast_new(Arena *a, AstKind kind)
{
    Ast *node = arena_alloc(a, ast_kind_info[kind].size);
    if (node != NULL)
        node->kind = kind;
    return node;
}
