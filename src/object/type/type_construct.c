/* SPDX-License-Identifier: MIT */
/*
 * Constructors and initializers of builtin types given as NativeDef rows, and
 * __new__ as a function: list.__new__(cls, ...).
 */
#include "object/container/tuple.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/type/type_make.h"

Value type_construct(Thread *t, Type *owner, Type *cls, Value *args,
                     int64_t n, Tuple *kwnames)
{
    Native *native =
        value_to_native(slot_get(&owner->constructor_binding));
    return native_call(t, native, value_from_pointer(cls), args, n, kwnames);
}

/* The type whose constructor row serves `type`. */
static Type *constructor_owner(Type *type)
{
    while (type != NULL && type->constructor == NULL)
        type = type->base;
    return type;
}

/* slots.new of types with a constructor row. */
Value type_new_by_row(Thread *t, Type *cls, Value *args, int64_t n,
                      Tuple *kwnames)
{
    return type_construct(t, constructor_owner(cls), cls, args, n, kwnames);
}

/* slots.init of types with an initializer row. */
int type_init_by_row(Thread *t, Value self, Value *args, int64_t n,
                     Tuple *kwnames)
{
    Type *type = type_of(self);
    while (type->initializer == NULL)
        type = type->base;
    Native *native =
        value_to_native(slot_get(&type->initializer_binding));
    Value v = native_call(t, native, self, args, n, kwnames);
    return value_is_null(v) ? -1 : 0;
}

/* Raises unless owner.__new__ may make instances of cls. */
static bool is_safe(Thread *t, Type *owner, Type *cls)
{
    if (!type_is_subtype(cls, owner)) {
        raise_type_error(t, "%N.__new__(%N): %N is not a subtype of %N",
                         owner, cls, cls, owner);
        return false;
    }
    Type *native = type_native_base(cls);
    bool same = native->slots.new == owner->slots.new;
    if (same && owner->slots.new == type_new_by_row)
        same = constructor_owner(native) == constructor_owner(owner);
    if (!same)
        raise_type_error(t, "%N.__new__(%N) is not safe, use %N.__new__()",
                         owner, cls, native);
    return same;
}

Value type_new_function_call(Thread *t, Native *native, Value *args,
                             int64_t n, Tuple *kwnames)
{
    Type *owner = value_to_type(slot_get(&native->self));
    if (n < 1)
        return raise_type_error(t, "%N.__new__(): not enough arguments",
                                owner);
    if (!type_has_flag(args[0], TYPE_IS_TYPE))
        return raise_type_error(t, "%N.__new__(X): X is not a type object "
                                "(%T)", owner, args[0]);
    Type *cls = value_to_type(args[0]);
    if (!is_safe(t, owner, cls))
        return NULL_VALUE;
    if (owner->slots.new == type_new_by_row)
        return type_construct(t, constructor_owner(owner), cls, args + 1, n - 1,
                              kwnames);
    return outcome(t, owner->slots.new(t, cls, args + 1, n - 1, kwnames));
}

/* Marks the natives that are __new__; never called itself. */
NATIVE_SHARED(type, __new__, 0, "A new instance of the class, before __init__.",
              (args, args), (kwargs, kwargs))
{
    return raise_type_error(t, "cannot call __new__ this way");
}
