/* SPDX-License-Identifier: MIT */
/*
 * Wrapper descriptors (int.__add__) and method wrappers ((1).__add__): calls
 * of a builtin type's slot from Python.  The slot called is the one of the
 * type that owns the wrapper, whatever self's class has made of it.
 */
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

static bool check_count(Thread *t, int64_t n, int64_t min, int64_t max)
{
    if (n >= min && n <= max)
        return true;
    if (min == max)
        raise_type_error(t, "expected %l argument%s, got %l", min,
                         min == 1 ? "" : "s", n);
    else if (n < min)
        raise_type_error(t, "expected at least %l argument%s, got %l", min,
                         min == 1 ? "" : "s", n);
    else
        raise_type_error(t, "expected at most %l argument%s, got %l", max,
                         max == 1 ? "" : "s", n);
    return false;
}

static Value none_unless(int status)
{
    return status < 0 ? NULL_VALUE : NONE;
}

static Value bool_unless(int status)
{
    return status < 0 ? NULL_VALUE : value_from_bool(status);
}

/* object.__setattr__ on a type or the like would get around its checks. */
static bool setattr_is_safe(Thread *t, Value self, Type *owner,
                            const SlotDunder *d)
{
    Type *native = type_native_base(type_of(self));
    if (native->slots.setattr == owner->slots.setattr)
        return true;
    raise_type_error(t, "can't apply this %s to %T object", d->def.name, self);
    return false;
}

static Value wrap_setattr(Thread *t, Type *owner, const SlotDunder *d,
                          Value self, Value *args)
{
    if (!value_is_str(args[0]))
        return raise_type_error(t, "attribute name must be string, not "
                                "'%.200T'", args[0]);
    if (!setattr_is_safe(t, self, owner, d))
        return NULL_VALUE;
    Value value = d->variant == 1 ? NULL_VALUE : args[1];
    return none_unless(owner->slots.setattr(t, self, value_to_str(args[0]),
                                            value));
}

static Value wrap_getattr(Thread *t, Type *owner, Value self, Value name)
{
    if (!value_is_str(name))
        return raise_type_error(t, "attribute name must be string, not "
                                "'%.200T'", name);
    return owner->slots.getattr(t, self, value_to_str(name));
}

static Value wrap_descr_get(Thread *t, Type *owner, Value self, Value *args,
                            int64_t n)
{
    Value instance = value_is_none(args[0]) ? UNBOUND : args[0];
    Value cls = n > 1 && !value_is_none(args[1]) ? args[1] : UNBOUND;
    if (value_is_unbound(instance) && value_is_unbound(cls))
        return raise_type_error(t, "__get__(None, None) is invalid");
    return owner->slots.descr_get(t, self, instance, cls);
}

static Value wrap_next(Thread *t, Type *owner, Value self)
{
    Value v = owner->slots.next(t, self);
    if (value_is_unbound(v))
        return raise_stop_iteration(t, NONE);
    return v;
}

static Value wrap_hash(Thread *t, Type *owner, Value self)
{
    int64_t hash;
    if (owner->slots.hash(t, self, &hash) < 0)
        return NULL_VALUE;
    return int_from_int64(t, hash);
}

static Value wrap_len(Thread *t, Type *owner, Value self)
{
    int64_t len = owner->slots.len(t, self);
    return len < 0 ? NULL_VALUE : int_from_int64(t, len);
}

static Value wrap_binary(Thread *t, const SlotDunder *d, AnyFn fn,
                         Value self, Value other)
{
    BinaryFn f = (BinaryFn)(void *)fn;
    return d->variant == 1 ? f(t, other, self) : f(t, self, other);
}

static Value wrap_pow(Thread *t, const SlotDunder *d, AnyFn fn, Value self,
                      Value *args, int64_t n)
{
    TernaryFn f = (TernaryFn)(void *)fn;
    Value modulus = n > 1 ? args[1] : NONE;
    return d->variant == 1 ? f(t, args[0], self, modulus)
                           : f(t, self, args[0], modulus);
}

/* How many arguments behind self each kind takes. */
static bool check_args(Thread *t, const SlotDunder *d, int64_t n)
{
    switch (d->kind) {
    case SLOT_KIND_UNARY:
    case SLOT_KIND_INQUIRY:
    case SLOT_KIND_LENGTH:
    case SLOT_KIND_HASH:
    case SLOT_KIND_NEXT: return check_count(t, n, 0, 0);
    case SLOT_KIND_TERNARY:
    case SLOT_KIND_DESCR_GET: return check_count(t, n, 1, 2);
    case SLOT_KIND_SETATTR:
    case SLOT_KIND_DESCR_SET:
    case SLOT_KIND_SETITEM:
        return d->variant == 1 ? check_count(t, n, 1, 1)
                               : check_count(t, n, 2, 2);
    case SLOT_KIND_CALL:
    case SLOT_KIND_INIT: return true;
    default: return check_count(t, n, 1, 1);
    }
}

const char *slot_text_signature(const SlotDunder *d)
{
    bool key = d->slot == SLOT_getitem || d->slot == SLOT_contains;
    bool one = d->variant == 1; /* the delete form */
    switch (d->kind) {
    case SLOT_KIND_UNARY:
    case SLOT_KIND_INQUIRY:
    case SLOT_KIND_LENGTH:
    case SLOT_KIND_HASH:
    case SLOT_KIND_NEXT: return "($self, /)";
    case SLOT_KIND_TERNARY: return "($self, value, mod=None, /)";
    case SLOT_KIND_DESCR_GET: return "($self, instance, owner=None, /)";
    case SLOT_KIND_GETATTR: return "($self, name, /)";
    case SLOT_KIND_SETATTR:
        return one ? "($self, name, /)" : "($self, name, value, /)";
    case SLOT_KIND_DESCR_SET:
        return one ? "($self, instance, /)" : "($self, instance, value, /)";
    case SLOT_KIND_SETITEM:
        return one ? "($self, key, /)" : "($self, key, value, /)";
    case SLOT_KIND_CALL:
    case SLOT_KIND_INIT: return "($self, /, *args, **kwargs)";
    default: return key ? "($self, key, /)" : "($self, value, /)";
    }
}

static Value dispatch(Thread *t, const SlotDunder *d, Type *owner, Value self,
                      Value *args, int64_t n, Tuple *kwnames)
{
    AnyFn fn = *slot_at(owner, d->slot);
    TypeSlots *s = &owner->slots;
    switch (d->kind) {
    case SLOT_KIND_UNARY: return ((UnaryFn)(void *)fn)(t, self);
    case SLOT_KIND_BINARY:
    case SLOT_KIND_BINARY_SELF:
    case SLOT_KIND_INPLACE: return wrap_binary(t, d, fn, self, args[0]);
    case SLOT_KIND_TERNARY: return wrap_pow(t, d, fn, self, args, n);
    case SLOT_KIND_INQUIRY: return bool_unless(s->truth(t, self));
    case SLOT_KIND_LENGTH: return wrap_len(t, owner, self);
    case SLOT_KIND_HASH: return wrap_hash(t, owner, self);
    case SLOT_KIND_COMPARE:
        return s->compare(t, self, args[0], (CompareOp)d->variant);
    case SLOT_KIND_GETATTR: return wrap_getattr(t, owner, self, args[0]);
    case SLOT_KIND_SETATTR: return wrap_setattr(t, owner, d, self, args);
    case SLOT_KIND_CALL: return s->call(t, self, args, n, kwnames);
    case SLOT_KIND_NEXT: return wrap_next(t, owner, self);
    case SLOT_KIND_DESCR_GET: return wrap_descr_get(t, owner, self, args, n);
    case SLOT_KIND_DESCR_SET:
        return none_unless(s->descr_set(t, self, args[0],
                                        d->variant ? NULL_VALUE : args[1]));
    case SLOT_KIND_INIT:
        return none_unless(s->init(t, self, args, n, kwnames));
    case SLOT_KIND_CONTAINS:
        return bool_unless(s->contains(t, self, args[0]));
    case SLOT_KIND_SETITEM:
        return none_unless(s->setitem(t, self, args[0],
                                      d->variant ? NULL_VALUE : args[1]));
    default: return NOT_IMPLEMENTED; /* __new__ has no wrapper */
    }
}

static Value call_checked(Thread *t, Native *native, Value self, Value *args,
                          int64_t n, Tuple *kwnames)
{
    const SlotDunder *d = slot_dunder_of(native);
    if (kwnames != NULL && kwnames->len > 0 && d->kind != SLOT_KIND_CALL &&
        d->kind != SLOT_KIND_INIT)
        return raise_type_error(t, "wrapper %s() takes no keyword arguments",
                                d->def.name);
    if (!check_args(t, d, n))
        return NULL_VALUE;
    return dispatch(t, d, value_to_pointer(slot_get(&native->owner)), self,
                    args, n, kwnames);
}

Value slot_wrapper_call(Thread *t, Value callable, Value *args, int64_t n,
                        Tuple *kwnames)
{
    Native *native = value_to_native(callable);
    Type *owner = value_to_type(slot_get(&native->owner));
    if (n < 1)
        return raise_type_error(t, "descriptor '%s' of '%N' object needs an "
                                "argument", native->def->name, owner);
    if (!type_is_subtype(type_of(args[0]), owner))
        return raise_type_error(t, "descriptor '%s' requires a '%N' object "
                                "but received a '%T'", native->def->name,
                                owner, args[0]);
    return call_checked(t, native, args[0], args + 1, n - 1, kwnames);
}

Value slot_wrapper_bound_call(Thread *t, Value callable, Value *args,
                              int64_t n, Tuple *kwnames)
{
    Native *native = value_to_native(callable);
    return call_checked(t, native, slot_get(&native->self), args, n, kwnames);
}
