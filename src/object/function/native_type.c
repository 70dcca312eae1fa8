/* SPDX-License-Identifier: MIT */
/*
 * The types of native functions: builtin functions and bound methods, method
 * and class method descriptors, wrapper descriptors and method wrappers.
 */
#include <stdio.h>
#include <string.h>
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native_error.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/object_type.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

static void trace(void *object, GcMarker *m)
{
    mark_slots(m, &((Native *)object)->self, 3);
}

const GcKind native_kind = {"native", trace, NULL};

static Type *owner_of(const Native *n)
{
    return value_to_type(slot_get(&n->owner));
}

static const char *address(Value v, char *buf)
{
    snprintf(buf, 24, "0x%llx", (unsigned long long)v.bits);
    return buf;
}

/* --- attributes that all of them have ---------------------------------- */

static Value get_name(Thread *t, Value self)
{
    return value_from_pointer(
        str_intern_c(t, value_to_native(self)->def->name));
}

static Value get_doc(Thread *t, Value self)
{
    const char *doc = value_to_native(self)->def->doc;
    return doc == NULL ? NONE : value_from_pointer(str_from_c(t, doc));
}

static Value get_text_signature(Thread *t, Value self)
{
    const SlotDunder *d = slot_dunder_of(value_to_native(self));
    if (d != NULL)
        return value_from_pointer(str_from_c(t, slot_text_signature(d)));
    Str *s = native_text_signature(t, value_to_native(self)->def);
    return s == NULL ? NONE : value_from_pointer(s);
}

static Value get_objclass(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_native(self)->owner);
}

static Value get_descr_qualname(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    return format_message(t, "%S.%s", slot_get(&owner_of(n)->qualname),
                          n->def->name);
}

static Value reduce_getattr(Thread *t, Value owner, const char *name)
{
    Value getattr = dict_get_c(t, t->rt->builtins, "getattr");
    if (value_is_null(getattr))
        return raise_error(t, EXC(RuntimeError), "no builtins.getattr");
    Value args = value_from_pointer(tuple_pack(
        t, 2, owner, value_from_pointer(str_intern_c(t, name))));
    return value_from_pointer(tuple_pack(t, 2, getattr, args));
}

NATIVE(descr, __reduce__, 0, NULL, (self, Native), (slash))
{
    return reduce_getattr(t, slot_get(&self->owner), self->def->name);
}

static const GetSetDef descr_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_descr_qualname, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {0},
};

static const NativeDef *const descr_methods[] = {
    &descr___reduce___native,
    NULL,
};

/* --- builtin functions and methods ------------------------------------- */

static Value function_call_native(Thread *t, Value callable, Value *args,
                                  int64_t n, Tuple *kwnames)
{
    Native *native = value_to_native(callable);
    if (native->def == &type___new___native)
        return type_new_function_call(t, native, args, n, kwnames);
    Value self = native->bound ? slot_get(&native->self) : UNBOUND;
    return native_call(t, native, self, args, n, kwnames);
}

static bool belongs_to_module(const Native *n)
{
    Value self = slot_get(&n->self);
    return value_is_unbound(self) || type_has_flag(self, TYPE_IS_MODULE);
}

static Value function_repr(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    char buf[24];
    if (belongs_to_module(n))
        return format_message(t, "<built-in function %s>", n->def->name);
    Value bound = slot_get(&n->self);
    return format_message(t, "<built-in method %s of %T object at %s>",
                          n->def->name, bound, address(bound, buf));
}

static int function_hash(Thread *t, Value self, int64_t *hash)
{
    Native *n = value_to_native(self);
    object_identity_hash(t, slot_get(&n->self), hash);
    *hash ^= (int64_t)(uintptr_t)n->def >> 4;
    if (*hash == -1)
        *hash = -2;
    return 0;
}

static Value native_compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if ((op != COMPARE_EQ && op != COMPARE_NE) || type_of(a) != type_of(b))
        return NOT_IMPLEMENTED;
    Native *x = value_to_native(a), *y = value_to_native(b);
    bool same = x->def == y->def && value_same(slot_get(&x->self),
                                               slot_get(&y->self));
    return value_from_bool(same == (op == COMPARE_EQ));
}

static Value function_qualname(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    if (belongs_to_module(n))
        return get_name(t, self);
    Value bound = slot_get(&n->self);
    Type *type = type_has_flag(bound, TYPE_IS_TYPE) ? value_to_pointer(bound)
                                                    : type_of(bound);
    return format_message(t, "%S.%s", slot_get(&type->qualname),
                          n->def->name);
}

static Value function_self(Thread *t, Value self)
{
    (void)t;
    const Native *n = value_to_native(self);
    Value bound = slot_get(&n->self); /* of a static method its type */
    return value_is_unbound(bound) || (n->def->flags & NATIVE_STATIC) ? NONE
                                                                      : bound;
}

static Value function_module(Thread *t, Value self)
{
    (void)t;
    Native *n = value_to_native(self);
    Value owner = slot_get(&n->owner);
    return value_is_str(owner) ? owner : NONE;
}

NATIVE(function, __reduce__, 0, NULL, (self_value), (slash))
{
    Native *native = value_to_native(self);
    if (belongs_to_module(native))
        return get_name(t, self);
    return reduce_getattr(t, slot_get(&native->self), native->def->name);
}

static const GetSetDef function_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", function_qualname, NULL, NULL},
    {"__self__", function_self, NULL, NULL},
    {"__module__", function_module, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {0},
};

static const NativeDef *const function_methods[] = {
    &function___reduce___native,
    NULL,
};

Type type_builtin_function = {
    TYPE_HEAD(BUILTIN_FUNCTION),
    .c_name = "builtin_function_or_method",
    .type_flags = TYPE_HAS_WEAKREF,
    .slots = {
        .repr = function_repr,
        .hash = function_hash,
        .compare = native_compare,
        .call = function_call_native,
    },
    .getsets = function_getsets,
    .methods = function_methods,
};

/* --- method descriptors ------------------------------------------------ */

/* Raises unless the native is one of the instance's type. */
static bool applies(Thread *t, const Native *native, Value instance)
{
    Type *owner = owner_of(native), *type = type_of(instance);
    if (type == owner || type_is_subtype(type, owner))
        return true;
    raise_type_error(t, "descriptor '%s' for '%N' objects doesn't apply to a "
                     "'%T' object", native->def->name, owner, instance);
    return false;
}

static Value method_call(Thread *t, Value callable, Value *args, int64_t n,
                         Tuple *kwnames)
{
    Native *native = value_to_native(callable);
    Type *owner = owner_of(native);
    if (n < 1)
        return raise_type_error(t, "unbound method %N.%s() needs an argument",
                                owner, native->def->name);
    return applies(t, native, args[0])
               ? native_call(t, native, UNBOUND, args, n, kwnames)
               : NULL_VALUE;
}

static Value method_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    Native *native = value_to_native(self);
    return applies(t, native, instance) ? native_bind(t, native, instance)
                                        : NULL_VALUE;
}

static Value method_repr(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    return format_message(t, "<method '%s' of '%N' objects>", n->def->name,
                          owner_of(n));
}

Type type_method_descriptor = {
    TYPE_HEAD(METHOD_DESCRIPTOR),
    .c_name = "method_descriptor",
    .slots = {
        .repr = method_repr,
        .call = method_call,
        .descr_get = method_get,
    },
    .getsets = descr_getsets,
    .methods = descr_methods,
};

/* --- class method descriptors ------------------------------------------ */

/* Raises unless the method may be bound to cls. */
static bool class_applies(Thread *t, const Native *native, Value cls)
{
    Type *owner = owner_of(native);
    if (!type_has_flag(cls, TYPE_IS_TYPE)) {
        raise_type_error(t, "descriptor '%s' for type '%N' needs a type, not "
                         "a '%T' as arg 2", native->def->name, owner, cls);
        return false;
    }
    if (type_is_subtype(value_to_pointer(cls), owner))
        return true;
    raise_type_error(t, "descriptor '%s' requires a subtype of '%N' but "
                     "received '%N'", native->def->name, owner,
                     (Type *)value_to_pointer(cls));
    return false;
}

static Value class_method_get(Thread *t, Value self, Value instance,
                              Value owner)
{
    Native *native = value_to_native(self);
    if (value_is_unbound(owner))
        owner = value_from_pointer(type_of(instance));
    return class_applies(t, native, owner) ? native_bind(t, native, owner)
                                           : NULL_VALUE;
}

static Value class_method_call(Thread *t, Value callable, Value *args,
                               int64_t n, Tuple *kwnames)
{
    Native *native = value_to_native(callable);
    if (n < 1)
        return raise_type_error(t, "descriptor '%s' of '%N' object needs an "
                                "argument", native->def->name,
                                owner_of(native));
    if (!class_applies(t, native, args[0]))
        return NULL_VALUE;
    return native_call(t, native, UNBOUND, args, n, kwnames);
}

Type type_classmethod_descriptor = {
    TYPE_HEAD(CLASSMETHOD_DESCRIPTOR),
    .c_name = "classmethod_descriptor",
    .slots = {
        .repr = method_repr,
        .call = class_method_call,
        .descr_get = class_method_get,
    },
    .getsets = descr_getsets,
    .methods = descr_methods,
};

/* --- slot wrappers ----------------------------------------------------- */

static Value wrapper_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    Native *native = value_to_native(self);
    if (!applies(t, native, instance))
        return NULL_VALUE;
    Native *n = gc_alloc(t, sizeof(Native), KIND_NATIVE,
                         SHAPE_METHOD_WRAPPER);
    n->def = native->def;
    n->n_fixed = -1;
    slot_set(n, &n->self, instance);
    slot_set(n, &n->owner, slot_get(&native->owner));
    slot_set(n, &n->binding, UNBOUND);
    return value_from_pointer(n);
}

static Value wrapper_repr(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    return format_message(t, "<slot wrapper '%s' of '%N' objects>",
                          n->def->name, owner_of(n));
}

Type type_wrapper_descriptor = {
    TYPE_HEAD(WRAPPER_DESCRIPTOR),
    .c_name = "wrapper_descriptor",
    .slots = {
        .repr = wrapper_repr,
        .call = slot_wrapper_call,
        .descr_get = wrapper_get,
    },
    .getsets = descr_getsets,
    .methods = descr_methods,
};

static Value bound_repr(Thread *t, Value self)
{
    Native *n = value_to_native(self);
    Value bound = slot_get(&n->self);
    char buf[24];
    return format_message(t, "<method-wrapper '%s' of %T object at %s>",
                          n->def->name, bound, address(bound, buf));
}

NATIVE(bound, __reduce__, 0, NULL, (self_value), (slash))
{
    Native *native = value_to_native(self);
    return reduce_getattr(t, slot_get(&native->self), native->def->name);
}

static const GetSetDef bound_getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_descr_qualname, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL},
    {"__self__", function_self, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {0},
};

static const NativeDef *const bound_methods[] = {
    &bound___reduce___native,
    NULL,
};

Type type_method_wrapper = {
    TYPE_HEAD(METHOD_WRAPPER),
    .c_name = "method-wrapper",
    .slots = {
        .repr = bound_repr,
        .hash = function_hash,
        .compare = native_compare,
        .call = slot_wrapper_bound_call,
    },
    .getsets = bound_getsets,
    .methods = bound_methods,
};
