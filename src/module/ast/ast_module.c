/* SPDX-License-Identifier: MIT */
/* The module _ast. */
#include "module/ast/ast_classes.h"
#include "module/ast/ast_node.h"

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
