/* SPDX-License-Identifier: MIT */
/*
 * What a class's slots hold when it defines the dunder methods in Python:
 * functions that look the method up and call it.
 */
#include <stdarg.h>
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object_attr.h"
#include "object/core/outcome.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

bool value_is_method_like(Value v)
{
    if (!value_is_pointer(v) || value_is_null(v))
        return false;
    uint32_t shape = value_header(v)->shape;
    return shape == SHAPE_FUNCTION || shape == SHAPE_METHOD_DESCRIPTOR ||
           shape == SHAPE_WRAPPER_DESCRIPTOR;
}

static Value call_attr(Thread *t, Value self, Value attr, Value *args, int n)
{
    if (value_is_method_like(attr)) {
        Value all[4] = {self};
        for (int i = 0; i < n; i++)
            all[i + 1] = args[i];
        return object_call(t, attr, all, n + 1, NULL);
    }
    Type *type = type_of(attr);
    if (type->slots.descr_get != NULL) {
        attr = type->slots.descr_get(
            t, attr, self, value_from_pointer(type_of(self)));
        if (value_is_null(attr))
            return NULL_VALUE;
    }
    return object_call(t, attr, args, n, NULL);
}

/* Calls type(self)'s method; AttributeError if there is none. */
static Value slot_call_method(Thread *t, Value self, Str *name, Value *args,
                              int n)
{
    Value attr = type_lookup(type_of(self), name);
    if (value_is_null(attr))
        return raise_attribute_error(t, self, name);
    return call_attr(t, self, attr, args, n);
}

/* As slot_call_method; NOT_IMPLEMENTED if there is none. */
static Value slot_call_maybe(Thread *t, Value self, Str *name, Value *args,
                             int n)
{
    Value attr = type_lookup(type_of(self), name);
    if (value_is_null(attr))
        return NOT_IMPLEMENTED;
    return call_attr(t, self, attr, args, n);
}

/* The method, to be called with self first unless it is *bound.  As where
 * CPython looks for comparisons and hashes, one that cannot be had, for
 * whatever reason, is not there: UNBOUND. */
static Value find_method(Thread *t, Value self, Str *name, bool *bound)
{
    Value attr = type_lookup(type_of(self), name);
    *bound = !value_is_method_like(attr);
    if (value_is_null(attr))
        return UNBOUND;
    Type *type = type_of(attr);
    if (!*bound || type->slots.descr_get == NULL)
        return attr;
    attr = type->slots.descr_get(t, attr, self,
                                 value_from_pointer(type_of(self)));
    if (!value_is_null(attr))
        return attr;
    t->exc = NULL_VALUE;
    return UNBOUND;
}

/* --- operators --------------------------------------------------------- */

static Value unary(Thread *t, unsigned slot, Value self)
{
    return slot_call_method(t, self, slot_names[slot], NULL, 0);
}

/* Whether the reflected method of b's class is not just a's. */
static bool is_overridden(Value a, Value b, Str *reflected)
{
    Value of_b = type_lookup(type_of(b), reflected);
    if (value_is_null(of_b))
        return false;
    return !value_same(of_b, type_lookup(type_of(a), reflected));
}

/* Binary operators: `third` is pow's modulus. */
static Value binary_with(Thread *t, unsigned slot, Value a, Value b,
                         Value *third)
{
    Type *ta = type_of(a), *tb = type_of(b);
    AnyFn fn = slot_callers[slot];
    Str *name = slot_names[slot], *reflected = slot_reflected[slot];
    bool try_b = ta != tb && *slot_at(tb, slot) == fn;
    Value to_a[2] = {b, third != NULL ? *third : NONE};
    int n = third != NULL ? 2 : 1;
    if (*slot_at(ta, slot) == fn) {
        if (try_b && type_is_subtype(tb, ta) &&
            is_overridden(a, b, reflected)) {
            TRY(v, slot_call_maybe(t, b, reflected, &a, 1));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
            try_b = false;
        }
        TRY(v, slot_call_maybe(t, a, name, to_a, n));
        if (ta == tb || !value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    if (try_b)
        return slot_call_maybe(t, b, reflected, &a, 1);
    return NOT_IMPLEMENTED;
}

static Value binary(Thread *t, unsigned slot, Value a, Value b)
{
    return binary_with(t, slot, a, b, NULL);
}

static Value binary_self(Thread *t, unsigned slot, Value a, Value b)
{
    return slot_call_method(t, a, slot_names[slot], &b, 1);
}

static Value inplace(Thread *t, unsigned slot, Value a, Value b)
{
    return slot_call_maybe(t, a, slot_names[slot], &b, 1);
}

static Value ternary(Thread *t, unsigned slot, Value a, Value b, Value c)
{
    return binary_with(t, slot, a, b, value_is_none(c) ? NULL : &c);
}

static int inquiry(Thread *t, unsigned slot, Value self)
{
    Value v = unary(t, slot, self);
    if (value_is_null(v))
        return -1;
    if (!value_is_bool(v))
        return RAISE_INT(raise_type_error(
            t, "%U should return bool, returned %T", slot_names[slot], v));
    return value_is_true(v);
}

static int64_t length(Thread *t, unsigned slot, Value self)
{
    Value v = unary(t, slot, self);
    if (value_is_null(v))
        return -1;
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (int_sign(v) < 0)
        return RAISE_INT(
            raise_value_error(t, "__len__() should return >= 0"));
    int64_t len;
    if (!int_to_int64(v, &len))
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "cannot fit 'int' into an index-sized integer"));
    return len;
}

static int hash_of(Thread *t, unsigned slot, Value self, int64_t *hash)
{
    bool bound;
    Value method = find_method(t, self, slot_names[slot], &bound);
    if (value_is_unbound(method))
        return slot_hash_unhashable(t, self, hash);
    Value v = object_call(t, method, &self, 1 - bound, NULL);
    if (value_is_null(v))
        return -1;
    if (!value_is_int_object(v))
        return RAISE_INT(raise_type_error(
            t, "__hash__ method should return an integer"));
    *hash = int_hash(v);
    int64_t small;
    if (int_to_int64(v, &small) && small != -1)
        *hash = small;
    return 0;
}

static Value compare(Thread *t, unsigned slot, Value a, Value b, CompareOp op)
{
    (void)slot;
    Value args[2] = {a, b};
    bool bound;
    Value method = find_method(t, a, slot_compare_names[op], &bound);
    return value_is_unbound(method)
               ? NOT_IMPLEMENTED
               : object_call(t, method, args + bound, 2 - bound, NULL);
}

/* --- attributes, calls, descriptors ------------------------------------ */

static Value getattr(Thread *t, unsigned slot, Value self, Str *name)
{
    (void)slot;
    Type *type = type_of(self);
    Value own = type_lookup(type, N(__getattribute__));
    Value hook = type_lookup(type, N(__getattr__));
    Value arg = value_from_pointer(name);
    Value v;
    const SlotDunder *d = NULL;
    if (value_is_null(own)) /* mro() has left object out */
        return raise_attribute_error(t, self, name);
    if (value_has_shape(own, SHAPE_WRAPPER_DESCRIPTOR))
        d = slot_dunder_of(value_to_pointer(own));
    if (d != NULL && d->slot == SLOT_getattr) {
        Type *owner =
            value_to_type(slot_get(&(value_to_native(own))
                                           ->owner));
        if (!type_is_subtype(type, owner)) {
            v = call_attr(t, self, own, &arg, 1);
        } else if (owner == &type_object && !value_is_null(hook)) {
            v = object_generic_getattr_or_unbound(t, self, name);
            if (value_is_unbound(v))
                return call_attr(t, self, hook, &arg, 1);
        } else {
            v = outcome(t, owner->slots.getattr(t, self, name));
        }
    } else {
        v = call_attr(t, self, own, &arg, 1);
    }
    if (!value_is_null(v) || value_is_null(hook) ||
        !exception_matches(t, EXC(AttributeError)))
        return v;
    t->exc = NULL_VALUE;
    return call_attr(t, self, hook, &arg, 1);
}

static int status(Value v) { return value_is_null(v) ? -1 : 0; }

static int setattr(Thread *t, unsigned slot, Value self, Str *name,
                   Value value)
{
    (void)slot;
    Value args[2] = {value_from_pointer(name), value};
    if (value_is_null(value))
        return status(slot_call_method(t, self, N(__delattr__), args, 1));
    return status(slot_call_method(t, self, N(__setattr__), args, 2));
}

static Value call(Thread *t, unsigned slot, Value self, Value *args,
                  int64_t n, Tuple *kwnames)
{
    (void)slot;
    Value attr = type_lookup(type_of(self), N(__call__));
    if (value_is_null(attr))
        return raise_attribute_error(t, self, N(__call__));
    if (recursion_enter(t, " while calling a Python object"))
        return NULL_VALUE;
    Value v;
    Type *type = type_of(attr);
    if (!value_is_method_like(attr) && type->slots.descr_get != NULL) {
        v = type->slots.descr_get(
            t, attr, self, value_from_pointer(type_of(self)));
        if (!value_is_null(v))
            v = object_call(t, v, args, n, kwnames);
    } else if (!value_is_method_like(attr)) {
        v = object_call(t, attr, args, n, kwnames);
    } else {
        v = object_call_prepend(t, attr, self, args, n, kwnames);
    }
    recursion_leave(t);
    return v;
}

static Value next(Thread *t, unsigned slot, Value self)
{
    Value v = unary(t, slot, self);
    if (value_is_null(v) && exception_matches(t, EXC(StopIteration))) {
        Exception *e = value_to_exception(exception_take(t));
        t->stop_value = slot_get(&e->fields[0]);
        return UNBOUND;
    }
    return v;
}

static Value descr_get(Thread *t, unsigned slot, Value self, Value instance,
                       Value owner)
{
    /* Not bound: binding __get__ itself might never end. */
    Value get = type_lookup(type_of(self), slot_names[slot]);
    if (value_is_null(get))
        return raise_attribute_error(t, self, slot_names[slot]);
    Value args[3] = {self, value_is_unbound(instance) ? NONE : instance,
                     value_is_unbound(owner) ? NONE : owner};
    return object_call(t, get, args, 3, NULL);
}

/* __set__ or __delete__ where only the other is there. */
static Value call_setter(Thread *t, Value self, Str *name, Value *args, int n)
{
    Value attr = type_lookup(type_of(self), name);
    if (value_is_null(attr))
        return raise_error(t, EXC(AttributeError), "%U", name);
    return call_attr(t, self, attr, args, n);
}

static int descr_set(Thread *t, unsigned slot, Value self, Value instance,
                     Value value)
{
    (void)slot;
    Value args[2] = {instance, value};
    if (value_is_null(value))
        return status(call_setter(t, self, N(__delete__), args, 1));
    return status(call_setter(t, self, N(__set__), args, 2));
}

static Value new(Thread *t, unsigned slot, Type *cls, Value *args, int64_t n,
                 Tuple *kwnames)
{
    (void)slot;
    Value self = value_from_pointer(cls);
    TRY(fn, object_getattr(t, self, N(__new__)));
    return object_call_prepend(t, fn, self, args, n, kwnames);
}

static int init(Thread *t, unsigned slot, Value self, Value *args, int64_t n,
                Tuple *kwnames)
{
    (void)slot;
    Value attr = type_lookup(type_of(self), N(__init__));
    if (value_is_null(attr))
        return status(raise_attribute_error(t, self, N(__init__)));
    Value v;
    if (value_is_method_like(attr)) {
        v = object_call_prepend(t, attr, self, args, n, kwnames);
    } else {
        attr = object_lookup_special(t, self, N(__init__));
        if (value_is_null(attr))
            return -1;
        v = object_call(t, attr, args, n, kwnames);
    }
    if (value_is_null(v) || value_is_none(v))
        return status(v);
    return RAISE_INT(raise_type_error(
        t, "__init__() should return None, not '%.200T'", v));
}

static int contains(Thread *t, unsigned slot, Value self, Value item)
{
    Value attr = type_lookup(type_of(self), slot_names[slot]);
    if (value_is_none(attr))
        return RAISE_INT(raise_type_error(
            t, "'%.200T' object is not a container", self));
    Value v = slot_call_method(t, self, slot_names[slot], &item, 1);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

static int setitem(Thread *t, unsigned slot, Value self, Value key,
                   Value value)
{
    (void)slot;
    Value args[2] = {key, value};
    if (value_is_null(value))
        return status(slot_call_method(t, self, N(__delitem__), args, 1));
    return status(slot_call_method(t, self, N(__setitem__), args, 2));
}

/* --- one function per slot --------------------------------------------- */

#define CALL_UNARY(s)                                                         \
    static Value call_##s(Thread *t, Value self)                              \
    {                                                                         \
        return unary(t, SLOT_##s, self);                                      \
    }
#define CALL_TWO(s, fn)                                                       \
    static Value call_##s(Thread *t, Value a, Value b)                        \
    {                                                                         \
        return fn(t, SLOT_##s, a, b);                                         \
    }
#define CALL_BINARY(s) CALL_TWO(s, binary)
#define CALL_BINARY_SELF(s) CALL_TWO(s, binary_self)
#define CALL_INPLACE(s) CALL_TWO(s, inplace)
#define CALL_TERNARY(s)                                                       \
    static Value call_##s(Thread *t, Value a, Value b, Value c)               \
    {                                                                         \
        return ternary(t, SLOT_##s, a, b, c);                                 \
    }
#define CALL_INQUIRY(s)                                                       \
    static int call_##s(Thread *t, Value self)                                \
    {                                                                         \
        return inquiry(t, SLOT_##s, self);                                    \
    }
#define CALL_LENGTH(s)                                                        \
    static int64_t call_##s(Thread *t, Value self)                            \
    {                                                                         \
        return length(t, SLOT_##s, self);                                     \
    }
#define CALL_HASH(s)                                                          \
    static int call_##s(Thread *t, Value self, int64_t *hash)                 \
    {                                                                         \
        return hash_of(t, SLOT_##s, self, hash);                              \
    }
#define CALL_COMPARE(s)                                                       \
    static Value call_##s(Thread *t, Value a, Value b, CompareOp op)          \
    {                                                                         \
        return compare(t, SLOT_##s, a, b, op);                                \
    }
#define CALL_GETATTR(s)                                                       \
    static Value call_##s(Thread *t, Value self, Str *name)                   \
    {                                                                         \
        return getattr(t, SLOT_##s, self, name);                              \
    }
#define CALL_SETATTR(s)                                                       \
    static int call_##s(Thread *t, Value self, Str *name, Value value)        \
    {                                                                         \
        return setattr(t, SLOT_##s, self, name, value);                       \
    }
#define CALL_CALL(s)                                                          \
    static Value call_##s(Thread *t, Value self, Value *args, int64_t n,      \
                          Tuple *kwnames)                                     \
    {                                                                         \
        return call(t, SLOT_##s, self, args, n, kwnames);                     \
    }
#define CALL_NEXT(s)                                                          \
    static Value call_##s(Thread *t, Value self)                              \
    {                                                                         \
        return next(t, SLOT_##s, self);                                       \
    }
#define CALL_DESCR_GET(s)                                                     \
    static Value call_##s(Thread *t, Value self, Value instance, Value owner) \
    {                                                                         \
        return descr_get(t, SLOT_##s, self, instance, owner);                 \
    }
#define CALL_DESCR_SET(s)                                                     \
    static int call_##s(Thread *t, Value self, Value instance, Value value)   \
    {                                                                         \
        return descr_set(t, SLOT_##s, self, instance, value);                 \
    }
#define CALL_NEW(s)                                                           \
    static Value call_##s(Thread *t, Type *cls, Value *args, int64_t n,       \
                          Tuple *kwnames)                                     \
    {                                                                         \
        return new(t, SLOT_##s, cls, args, n, kwnames);                       \
    }
#define CALL_INIT(s)                                                          \
    static int call_##s(Thread *t, Value self, Value *args, int64_t n,        \
                        Tuple *kwnames)                                       \
    {                                                                         \
        return init(t, SLOT_##s, self, args, n, kwnames);                     \
    }
#define CALL_CONTAINS(s)                                                      \
    static int call_##s(Thread *t, Value self, Value item)                    \
    {                                                                         \
        return contains(t, SLOT_##s, self, item);                             \
    }
#define CALL_SETITEM(s)                                                       \
    static int call_##s(Thread *t, Value self, Value key, Value value)        \
    {                                                                         \
        return setitem(t, SLOT_##s, self, key, value);                        \
    }

#define SLOT(name, dunder, kind) CALL_##kind(name)
#include "object/type/slots.def"
#undef SLOT

const AnyFn slot_callers[SLOT_COUNT] = {
#define SLOT(name, dunder, kind) (AnyFn)(void (*)(void))call_##name,
#include "object/type/slots.def"
#undef SLOT
};
