/* SPDX-License-Identifier: MIT */
/* The module _ast, and its part in compile(). */
#include "module/ast/ast_module.h"

#include "compile/compile.h"
#include "exec/import.h"
#include "module/ast/ast_classes.h"
#include "module/ast/ast_node.h"
#include "module/ast/ast_objects.h"
#include "module/ast/ast_read.h"
#include "module/ast/ast_validate.h"
#include "object/text/str.h"

AstState *ast_state(Thread *t)
{
    AstState *state = module_state(t, &ast_module);
    if (state == NULL &&
        !value_is_null(import_own(t, "_ast")))
        state = module_state(t, &ast_module);
    return state;
}

bool value_is_ast(Value v) { return type_is_subtype(type_of(v), &ast_AST); }

Value ast_parse(Thread *t, const SyntaxSource *source, Str *filename)
{
    Arena arena;
    SyntaxTree tree = {0};
    Value v = NULL_VALUE;
    arena_init(&arena);
    if (compile_parse(t, &arena, source, filename, &tree))
        v = ast_objects(t, tree.root, filename);
    arena_free(&arena);
    return v;
}

static AstKind root_kind(CompileMode mode)
{
    return mode == COMPILE_EVAL     ? AST_Expression
           : mode == COMPILE_SINGLE ? AST_Interactive
                                    : AST_Module;
}

Code *ast_compile(Thread *t, Value node, Str *filename, CompileMode mode,
                  unsigned flags, int optimize)
{
    Arena arena;
    SyntaxTree tree;
    Code *code = NULL;
    List *keep = list_new(t, 0);
    arena_init(&arena);
    if (ast_read(t, &arena, node, root_kind(mode), keep, &tree) == 0 &&
        ast_validate(t, tree.root) == 0)
        code = compile_tree(t, &arena, &tree, filename, mode, flags, optimize);
    KEEP(keep);
    arena_free(&arena);
    return code;
}

static const ModuleType types[] = {
    {NULL, &ast_AST},
    {0},
};

/* Flags of compile(). */
static const ModuleConstant constants[] = {
    MODULE_INT("PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000),
    MODULE_INT("PyCF_ONLY_AST", 0x400),
    MODULE_INT("PyCF_TYPE_COMMENTS", 0x1000),
    {0},
};

const ModuleDef ast_module = {
    .name = "_ast",
    .types = types,
    .constants = constants,
    .state_size = sizeof(AstState),
    .init = ast_classes_init,
};
