/* SPDX-License-Identifier: MIT */
/* What type.h does not tell of instances: names, classes, kinds. */
#ifndef ADDER_OBJECT_INSTANCE_H
#define ADDER_OBJECT_INSTANCE_H

#include "object/core/object.h"

/* The interned str of this text if there is one: attributes that exist have
 * interned names. */
Str *name_find(Str *name);
/* The interned str of this text. */
Str *name_intern(Thread *t, Str *name);

/* The dictionary of a module, function, staticmethod or classmethod, which
 * keep their attributes in one of their own; NULL for everything else. */
Dict **object_own_dict(Value v);
/* As __dict__: of any object, made if need be; NULL if it has none. */
Dict *object_dict(Thread *t, Value v);
/* A new instance of a class whose builtin has a fixed size, or of the builtin:
 * its fields zero, its slots, and those of a record, UNBOUND. */
void *instance_new_fixed(Thread *t, Type *cls);
/* Where slot `i`, counted from the first class with __slots__, lies in
 * instances: from their start, or if negative (TYPE_VAR_SIZED) from their
 * end. */
int64_t instance_slot_offset(const Type *type, int64_t i);
/* That slot of an object whose class is `type`. */
Slot *instance_own_slot(void *object, const Type *type, int64_t i);
/* Gives later instances of a class room for n attributes inline. */
void instance_expect(Thread *t, Type *cls, unsigned n);
/* obj.__class__ = cls for classes known to have the same layout. */
/* Told when an object of a builtin shape, a module, has got another: for what took
 * those for fixed. */
extern void (*instance_class_hook)(void);
void instance_set_class(Thread *t, void *object, Type *cls);

#endif
