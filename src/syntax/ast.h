/* SPDX-License-Identifier: MIT */
/*
 * The abstract syntax tree: `Ast` with one union member per row of ast.def, so
 * `e->kind == AST_BinOp` and `e->u.BinOp.left`.  Nodes live in an Arena, are
 * no larger than their kind needs (never copy one by value) and are shared by
 * nobody.  Line numbers count from 1, columns are UTF-8 byte offsets from 0.
 */
#ifndef ADDER_SYNTAX_AST_H
#define ADDER_SYNTAX_AST_H

#include "base/arena.h"
#include "base/base.h"

typedef struct Ast Ast;

/* AST_Module, AST_FunctionDef, ... */
typedef enum AstKind {
#define AST_NODE(group, name, place, fields) AST_##name,
#include "syntax/ast.def"
    AST_KIND_COUNT
} AstKind;

/* AST_Load, AST_And, AST_Add, AST_Not, AST_Eq, ... */
typedef enum AstOp {
#define AST_OP(group, name, symbol) AST_##name,
#include "syntax/ast.def"
    AST_OP_COUNT
} AstOp;

/* What a node may stand for, and what else may be in a field. */
typedef enum AstGroup {
#define AST_GROUP(name, place) AST_GROUP_##name,
#include "syntax/ast.def"
    AST_GROUP_COUNT,
    /* Not of nodes: what else fields hold. */
    AST_GROUP_identifier = AST_GROUP_COUNT,
    AST_GROUP_constant,
    AST_GROUP_int,
    AST_GROUP_string,
    AST_OF_COUNT
} AstGroup;

/*
 * An identifier, NFKC-normalised UTF-8.  Unique in its tree: equal names are
 * the same pointer.  `index` counts names from 0 in order of appearance, so a
 * table of SyntaxTree.name_count entries holds one thing per name.
 */
typedef struct AstName {
    uint32_t len;
    uint32_t hash;
    uint32_t index;
    char text[]; /* NUL-terminated */
} AstName;

typedef struct AstList {
    size_t n;
    Ast **v;
} AstList;

typedef struct AstNames {
    size_t n;
    AstName **v;
} AstNames;

typedef struct AstOps {
    size_t n;
    AstOp *v;
} AstOps;

typedef enum AstConstKind {
    AST_CONST_NONE,
    AST_CONST_TRUE,
    AST_CONST_FALSE,
    AST_CONST_ELLIPSIS,
    AST_CONST_INT,   /* text: digits of `base`, any number, no prefix, no _ */
    AST_CONST_FLOAT, /* number */
    AST_CONST_IMAG,  /* number: the imaginary part */
    AST_CONST_STR,   /* text: UTF-8, lone surrogates as three bytes each */
    AST_CONST_BYTES, /* text: the bytes */
    AST_CONST_OBJECT /* object: the bits of one, kept by who made the tree */
} AstConstKind;

typedef struct AstConst {
    AstConstKind kind;
    unsigned base; /* 2, 8, 10 or 16 */
    size_t len;
    const char *text; /* a NUL follows it */
    double number;
    uint64_t object;
} AstConst;

/* The C types of ast.def's field types. */
typedef Ast *AstField_NODE;
typedef Ast *AstField_OPT;
typedef AstList AstField_NODES;
typedef AstName *AstField_NAME;
typedef AstName *AstField_NAME_OPT;
typedef AstNames AstField_NAMES;
typedef AstOp AstField_OP;
typedef AstOps AstField_OPS;
typedef AstConst AstField_CONST;
typedef int AstField_INT;
typedef int AstField_INT_OPT;
typedef const char *AstField_TEXT;
typedef const char *AstField_TEXT_OPT;

struct Ast {
    AstKind kind;
    int lineno;
    int col_offset;
    int end_lineno;
    int end_col_offset;
    union {
#define F(type, of, name) AstField_##type name;
#define AST_NODE(group, name, place, fields) \
    struct { \
        fields \
    } name;
#include "syntax/ast.def"
    } u;
};

typedef enum AstFieldType {
    AST_FIELD_NODE,
    AST_FIELD_OPT,
    AST_FIELD_NODES,
    AST_FIELD_NAME,
    AST_FIELD_NAME_OPT,
    AST_FIELD_NAMES,
    AST_FIELD_OP,
    AST_FIELD_OPS,
    AST_FIELD_CONST,
    AST_FIELD_INT,
    AST_FIELD_INT_OPT,
    AST_FIELD_TEXT,
    AST_FIELD_TEXT_OPT
} AstFieldType;

typedef struct AstFieldInfo {
    const char *name;
    AstFieldType type;
    AstGroup of;
    uint16_t offset; /* in Ast */
} AstFieldInfo;

typedef enum AstPlace { AST_NOWHERE, AST_PLACED, AST_ENDED } AstPlace;

typedef struct AstGroupInfo {
    const char *name; /* in Python's grammar */
    AstPlace place;
} AstGroupInfo;

typedef struct AstKindInfo {
    const char *name;
    AstGroup group;
    bool is_placed; /* has lineno and the other three */
    uint8_t field_count;
    uint16_t size; /* bytes of such a node */
} AstKindInfo;

typedef struct AstOpInfo {
    const char *name;
    const char *symbol;
    AstGroup group;
} AstOpInfo;

extern const AstGroupInfo ast_group_info[AST_OF_COUNT];
extern const AstKindInfo ast_kind_info[AST_KIND_COUNT];
extern const AstOpInfo ast_op_info[AST_OP_COUNT];

/* The fields of a kind in order: ast_kind_info[kind].field_count rows. */
const AstFieldInfo *ast_fields(AstKind kind);

/* A zeroed node of the kind, without a place; NULL without memory. */
Ast *ast_new(Arena *a, AstKind kind);

static inline void *ast_field(Ast *node, const AstFieldInfo *field)
{
    return (char *)node + field->offset;
}

#endif
