/* SPDX-License-Identifier: MIT */
/* Attribute descriptors: getsets, members (slots), mappingproxy. */
#ifndef ADDER_OBJECT_DESCRIPTOR_H
#define ADDER_OBJECT_DESCRIPTOR_H

#include "object/core/object.h"

Value getset_new(Thread *t, Type *owner, const GetSetDef *def);

/* offset: of the Slot in the object, from its end if negative. */
Value member_new(Thread *t, Type *owner, Str *name, int64_t offset);
Value member_from_def(Thread *t, Type *owner, const MemberDef *def);
/* For inline caches: where instances of `type` have the Slot of a __slots__
 * member; 0 if v is something else or they have no fixed place. */
int64_t member_descriptor_offset(Value v, const Type *type);
/* Where instances have the Slot that the owner's __slots__ gave it, as the
 * member_descriptor v says; 0 if v is something else or another's. */
int64_t member_own_offset(Value v, const Type *owner);

/* The __dict__ and __weakref__ of classes; builtin types whose instances take
 * attributes have the first as their getsets, which end with it. */
extern const GetSetDef instance_dict_getsets[], instance_weakref_getset;

Value mappingproxy_new(Thread *t, Value mapping);

#endif
