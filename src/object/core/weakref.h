/* SPDX-License-Identifier: MIT */
/* Weak references and weak proxies. */
#ifndef ADDER_OBJECT_WEAKREF_H
#define ADDER_OBJECT_WEAKREF_H

#include "object/core/object.h"
#include "object/core/record.h"

/* weakref.ref, its subclasses, and the two types of proxies. */
typedef struct WeakRef {
    RECORD_HEAD(uint64_t target; /* a pointer; the collector makes it 0 */
                int64_t hash;    /* of the target, once it was asked for */
                int64_t is_hashed;)
    Slot callback; /* NONE: none, or it has been called */
} WeakRef;

extern Type weakref_type, weak_proxy_type, weak_callable_proxy_type;

static inline bool type_is_weak_proxy(const Type *type)
{
    return type == &weak_proxy_type || type == &weak_callable_proxy_type;
}
/* A reference, of a subclass perhaps, or a proxy. */
bool value_is_weak(Value v);

/* A weak reference or proxy of type `cls` to `target`, or the one that is there
 * already and need not be another; callback NONE: none.  TypeError if objects of
 * the target's type have no weak references. */
Value weakref_new(Thread *t, Type *cls, Value target, Value callback);
/* What it refers to; NONE if that is dead. */
static inline Value weakref_target(const WeakRef *w)
{
    return w->target != 0 ? VALUE_BITS(w->target) : NONE;
}
/* How many references and proxies to an object Python sees. */
int64_t weakref_count(Thread *t, Value target);
/* These in CPython's order: the plain reference, the plain proxy, then the others
 * from the newest to the oldest. */
List *weakref_list(Thread *t, Value target);
/* The first of the list; NONE if it is empty. */
Value weakref_first(Thread *t, Value target);
/* A weak holder of the collector's queue: calls the callback if it is one of
 * these and has one. */
void weakref_cleared(Thread *t, void *holder);

#endif
