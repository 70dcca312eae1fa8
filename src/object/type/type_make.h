/* SPDX-License-Identifier: MIT */
/*
 * How types are made: parts that type.c, type_ready.c, type_new.c, type_mro.c
 * and type_object.c share.
 */
#ifndef ADDER_OBJECT_TYPE_MAKE_H
#define ADDER_OBJECT_TYPE_MAKE_H

#include "object/core/object.h"
#include "object/function/native_def.h"

void type_trace(void *object, GcMarker *m);
void type_add_subclass(Thread *t, Type *type, Type *sub);
void type_remove_subclass(Type *type, Type *sub);
/* The attribute of the dictionaries that follow cls's in type's MRO; null if
 * there is none. */
Value type_lookup_behind(Type *type, const Type *cls, Str *name);
/* Calls fn for each direct subclass that is alive. */
void type_each_subclass(Type *type, void (*fn)(Type *sub, void *context),
                        void *context);

/* type_mro.c: C3; NULL on error.  type->bases is set. */
Tuple *type_mro_compute(Thread *t, Type *type);
/* type and what is in mro. */
Tuple *type_mro_prepend(Thread *t, Type *type, Tuple *mro);
/* As type_mro_compute, through the metaclass's mro() if it has one of its own. */
Tuple *type_mro_invoke(Thread *t, Type *type);
/* Whether the MRO has the type first and else what its bases' have, not what a
 * metaclass's mro() has made up: then whatever changes the answer of a lookup
 * is told to the type as a subclass. */
bool type_mro_is_plain(const Type *type);

/* Builtins, and what derives from them, whose instances have items behind the
 * fields for CPython: where __dict__ is then varies. */
enum {
    TYPE_ITEMS = TYPE_IS_INT | TYPE_IS_BYTES | TYPE_IS_TUPLE | TYPE_IS_TYPE,
};
/* type_layout.c: the base that decides on the layout; NULL on error. */
Type *type_best_base(Thread *t, Tuple *bases);
/* The nearest class that adds fixed fields. */
Type *type_solid_base(Type *type);
/* Whether `base` is in the chain of the bases that decide on type's layout. */
bool type_has_layout_of(const Type *type, const Type *base);
/* Whether an object of class (or with base class) `old` may get `new` instead:
 * else TypeError about "ATTRIBUTE assignment". */
bool type_check_layouts(Thread *t, Type *old, Type *new,
                        const char *attribute);
/* type_set.c: gives all instances new shapes, as data descriptors or hooks that
 * caches by shape do not know of may have come or gone. */
void type_retire_shapes(Thread *t, Type *type);

/* type_ready.c: marks the builtin types as roots. */
void types_mark(GcMarker *m);
/* Makes builtin types what they were before the runtime before this one; false
 * if there was no memory to remember it. */
bool types_reset(void);
/* The nearest builtin type along `base`. */
Type *type_native_base(Type *type);

/* type_construct.c: slots.new and slots.init of types with rows. */
Value type_new_by_row(Thread *t, Type *cls, Value *args, int64_t n,
                      Tuple *kwnames);
int type_init_by_row(Thread *t, Value self, Value *args, int64_t n,
                     Tuple *kwnames);
/* The def of __new__ functions, whose self is the type, and their call. */
NATIVE_DECLARE(type, __new__)
Value type_new_function_call(Thread *t, Native *native, Value *args, int64_t n,
                             Tuple *kwnames);
/* Calls owner's constructor row for cls. */
Value type_construct(Thread *t, Type *owner, Type *cls, Value *args,
                     int64_t n, Tuple *kwnames);

/* type_new.c: slots.new of type. */
Value type_type_new(Thread *t, Type *meta, Value *args, int64_t n,
                    Tuple *kwnames);
/* The metaclass for these bases; NULL on conflict. */
Type *type_metaclass(Thread *t, Type *meta, Tuple *bases);

/* type_bases.c: type.__bases__ = ... */
int type_set_bases(Thread *t, Value self, Value value);

/* type_object.c */
Value type_getattr(Thread *t, Value self, Str *name);
/* The module's name of a builtin type as a str. */
Value type_builtin_module(Thread *t, const Type *type);

/* Where heap types without __module__ get it from: set by exec. */
extern Dict *(*current_globals_hook)(Thread *t);

#endif
