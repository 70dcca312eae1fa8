/* SPDX-License-Identifier: MIT */
/* The classes of nodes, groups and operators; operators have one object each. */
#ifndef ADDER_MODULE_AST_CLASSES_H
#define ADDER_MODULE_AST_CLASSES_H

#include <string.h>
#include "object/container/list.h"
#include "object/core/record.h"
#include "object/function/module_def.h"
#include "syntax/ast.h"

enum { AST_PLACE_COUNT = 4 }; /* lineno and so on */

/* The state of _ast. */
typedef struct AstState {
    RECORD_HEAD()
    Slot groups, kinds, ops; /* lists of classes, by AstGroup and so on */
    Slot fields; /* by AstKind: tuples of names, whatever became of _fields */
    Slot singletons; /* by AstOp */
    Slot places; /* tuple of the names of AST_PLACE_COUNT attributes */
} AstState;

static inline Value ast_part(const Slot *list, int i)
{
    return list_get(value_to_list(slot_get(list)), i);
}
static inline void ast_part_set(Slot *list, int i, Value v)
{
    list_set(value_to_list(slot_get(list)), i, v);
}

extern const ModuleDef ast_module;

/* Whether the group is its only node's class. */
static inline bool ast_group_is(AstGroup group, AstKind kind)
{
    return strcmp(ast_group_info[group].name, ast_kind_info[kind].name) == 0;
}

/* Makes all classes, as attributes of the module: 0 or -1. */
int ast_classes_init(Thread *t, Module *m);

#endif
