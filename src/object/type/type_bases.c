/* SPDX-License-Identifier: MIT */
/* Changing a class's bases: type.__bases__ = (...). */
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

static int check(Thread *t, Type *type, Value value)
{
    if (type->type_flags & TYPE_IMMUTABLE)
        return RAISE_INT(raise_type_error(
            t, "cannot set '__bases__' attribute of immutable type '%N'",
            type));
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(
            t, "cannot delete '__bases__' attribute of immutable type '%N'",
            type));
    if (!value_is_tuple(value))
        return RAISE_INT(raise_type_error(
            t, "can only assign tuple to %N.__bases__, not %T", type, value));
    Tuple *bases = value_to_tuple(value);
    if (bases->len == 0)
        return RAISE_INT(raise_type_error(
            t, "can only assign non-empty tuple to %N.__bases__, not ()",
            type));
    for (int64_t i = 0; i < bases->len; i++) {
        Value base = tuple_get(bases, i);
        if (!type_has_flag(base, TYPE_IS_TYPE))
            return RAISE_INT(raise_type_error(
                t, "%N.__bases__ must be tuple of classes, not '%T'", type,
                base));
        if (type_is_subtype(value_to_pointer(base), type))
            return RAISE_INT(raise_type_error(
                t, "a __bases__ item causes an inheritance cycle"));
    }
    return 0;
}

static void relinearize_one(Type *sub, void *context);

/* The class's and its subclasses' MROs and slots, bases before heirs. */
static int relinearize(Thread *t, Type *type)
{
    Tuple *mro = type_mro_invoke(t, type);
    if (mro == NULL)
        return -1;
    type_modified(type);
    FIELD_SET(type, mro, mro);
    slots_refill(type);
    type_each_subclass(type, relinearize_one, t);
    return 0;
}

static void relinearize_one(Type *sub, void *context)
{
    Thread *t = context;
    if (value_is_null(t->exc))
        relinearize(t, sub);
}

int type_set_bases(Thread *t, Value self, Value value)
{
    Type *type = value_to_pointer(self);
    if (check(t, type, value) < 0)
        return -1;
    Tuple *bases = value_to_tuple(value), *old = type->bases;
    Type *base = type_best_base(t, bases);
    if (base == NULL)
        return -1;
    if (type_solid_base(base) != type_solid_base(type->base) ||
        ((base->type_flags ^ type->base->type_flags) & TYPE_HAS_DICT &&
         !(type->type_flags & TYPE_HAS_DICT)))
        return RAISE_INT(raise_type_error(
            t, "__bases__ assignment: '%N' object layout differs from '%N'",
            base, type->base));
    Type *old_base = type->base;
    FIELD_SET(type, bases, bases);
    FIELD_SET(type, base, base);
    int status = relinearize(t, type);
    if (status < 0 || !value_is_null(t->exc)) {
        Value exc = t->exc;
        t->exc = NULL_VALUE;
        FIELD_SET(type, bases, old);
        FIELD_SET(type, base, old_base);
        relinearize(t, type);
        t->exc = exc;
        return -1;
    }
    for (int64_t i = 0; i < old->len; i++)
        type_remove_subclass(value_to_pointer(tuple_get(old, i)), type);
    for (int64_t i = 0; i < bases->len; i++)
        type_add_subclass(t, value_to_pointer(tuple_get(bases, i)), type);
    return 0;
}
