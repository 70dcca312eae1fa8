/* SPDX-License-Identifier: MIT */
/* struct.Struct, and what its methods share with the module's functions. */
#ifndef ADDER_MODULE_STRUCT_TYPE_H
#define ADDER_MODULE_STRUCT_TYPE_H

#include "module/struct/struct_format.h"
#include "object/text/buffer.h"

extern Type struct_struct_type, struct_iterator_type;

Struct *struct_new(Thread *t, Type *cls);
/* The methods. */
Value struct_pack_values(Thread *t, Struct *s, const Value *values, int64_t n);
/* args: a buffer, an offset, values */
Value struct_pack_into(Thread *t, Struct *s, const Value *args, int64_t n);
Value struct_unpack_whole(Thread *t, Struct *s, const Buffer *data);
Value struct_unpack_from(Thread *t, Struct *s, const Buffer *data,
                         int64_t offset);
Value struct_iterate(Thread *t, Struct *s, Value v);

#endif
