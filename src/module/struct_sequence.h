/* SPDX-License-Identifier: MIT */
/*
 * Struct sequences: tuples whose items have names too.  Fields behind the
 * visible ones are hidden: they have names but are no items of the tuple
 * (struct_time.tm_zone).  Visible ones may lack a name (os.stat_result[7]).
 *
 * A type is declared with a table of its fields in order, visible ones first:
 *
 *     static const MemberDef members[] = {
 *         STRUCT_FIELD("st_mode", 0), STRUCT_UNNAMED(1),
 *         STRUCT_HIDDEN("st_atime", 0), {0},
 *     };
 *     static Type stat_result = {
 *         TYPE_HEAD(TUPLE), .n_slots = 1, // hidden fields
 *         .constructor = &struct_sequence_new_native,
 *         STRUCT_SEQUENCE("os.stat_result", "text", members, 0),
 *     };
 *
 * and made ready with struct_sequence_ready.  Without a constructor the flag
 * TYPE_NO_NEW says that Python code makes no instances.
 */
#ifndef ADDER_MODULE_STRUCT_SEQUENCE_H
#define ADDER_MODULE_STRUCT_SEQUENCE_H

#include "object/core/object.h"

#define STRUCT_ITEM(i) (sizeof(Tuple) + (i) * sizeof(Slot))
#define STRUCT_FIELD(name, i) {name, (int64_t)STRUCT_ITEM(i), false}
#define STRUCT_UNNAMED(i) {"", (int64_t)STRUCT_ITEM(i), false}
/* Hidden fields are __slots__: see instance_slot_offset. */
#define STRUCT_HIDDEN(name, i)                                                \
    {name, -(int64_t)(sizeof(void *) + ((i) + 1) * sizeof(Slot)), false}

Value struct_sequence_repr(Thread *t, Value self);
extern const NativeDef *const struct_sequence_methods[];
extern const NativeDef struct_sequence_new_native;

#define STRUCT_SEQUENCE(name, doc, member_table, flags)                       \
    .c_name = name, .c_doc = doc, .c_base = &type_tuple,                      \
    .type_flags = TYPE_VAR_SIZED | (flags),                                   \
    .slots = {.repr = struct_sequence_repr},                                  \
    .methods = struct_sequence_methods, .members = member_table

/* Adds n_fields and the like, the first time; the type is ready for use. */
void struct_sequence_ready(Thread *t, Type *type);
/* An instance with as many values as the type has fields, hidden ones last. */
Value struct_sequence_new(Thread *t, Type *type, const Value *values);

/* What the constructor makes of its arguments, of which both may be UNBOUND: for
 * types that have one of their own. */
Value struct_sequence_from(Thread *t, Type *cls, Value sequence, Value dict);

#endif
