/* SPDX-License-Identifier: MIT */
/* The tables that describe nodes, made from ast.def. */
#include "syntax/ast.h"

const AstGroupInfo ast_group_info[AST_OF_COUNT] = {
#define AST_GROUP(name, place) {#name, AST_##place},
#include "syntax/ast.def"
    [AST_GROUP_identifier] = {"identifier", AST_NOWHERE},
    [AST_GROUP_constant] = {"constant", AST_NOWHERE},
    [AST_GROUP_int] = {"int", AST_NOWHERE},
    [AST_GROUP_string] = {"string", AST_NOWHERE},
};

const AstKindInfo ast_kind_info[AST_KIND_COUNT] = {
#define F(type, of, name) +1
#define AST_NODE(group, name, place, fields) \
    {#name, AST_GROUP_##group, AST_##place != AST_NOWHERE, 0 fields, \
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
#define F(type, of, name)                    \
    {#name, AST_FIELD_##type, AST_GROUP_##of, \
     offsetof(Ast, u) + offsetof(Self, name)},
#define AST_NODE(group, name, place, fields) \
    case AST_##name: { \
        typedef UNUSED __typeof__(((Ast *)0)->u.name) Self; \
        static const AstFieldInfo rows[] = {fields {NULL, 0, 0, 0}}; \
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
