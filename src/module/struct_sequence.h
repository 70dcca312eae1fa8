/* SPDX-License-Identifier: MIT */
/*
 * Struct sequences: tuples whose items have names too.  A type is declared
 * with its members, each at STRUCT_ITEM of its index, and made ready with
 * struct_sequence_ready.
 */
#ifndef ADDER_MODULE_STRUCT_SEQUENCE_H
#define ADDER_MODULE_STRUCT_SEQUENCE_H

#include "object/core/object.h"

#define STRUCT_ITEM(i) (sizeof(Tuple) + (i) * sizeof(Slot))

Value struct_sequence_repr(Thread *t, Value self);
extern const NativeDef *const struct_sequence_methods[];
extern const NativeDef struct_sequence_new_native;

#define STRUCT_SEQUENCE(name, doc, member_table, flags)                       \
    .c_name = name, .c_doc = doc, .c_base = &type_tuple,                      \
    .type_flags = TYPE_VAR_SIZED | (flags),                                   \
    .slots = {.repr = struct_sequence_repr},                                  \
    .methods = struct_sequence_methods, .members = member_table

/* Adds n_fields and the like; the type is ready for use. */
void struct_sequence_ready(Thread *t, Type *type);
/* An instance with as many values as the type has members. */
Value struct_sequence_new(Thread *t, Type *type, const Value *values);

#endif
