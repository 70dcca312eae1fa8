/* SPDX-License-Identifier: MIT */
/*
 * Changing a class's bases: type.__bases__ = (...).  The MROs of the class and
 * of all that derive from it are made anew, for which their metaclasses' mro()
 * may run.  It may assign bases itself: then what was assigned last stays.
 */
#include "base/base.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

/* Whether `type` is among the bases of its bases.  Unlike the MRO, which mro()
 * makes, they are what recursion over the bases goes through. */
static bool derives_from(Thread *t, Type *start, const Type *type)
{
    List *found = list_new(t, 8);
    list_append(t, found, value_from_pointer(start));
    for (int64_t i = 0; i < found->len; i++) {
        Type *at = value_to_type(list_get(found, i));
        if (at == type)
            return true;
        for (int64_t j = 0; j < at->bases->len; j++) {
            Value base = tuple_get(at->bases, j);
            bool seen = false;
            for (int64_t k = 0; k < found->len && !seen; k++)
                seen = value_same(list_get(found, k), base);
            if (!seen)
                list_append(t, found, base);
        }
    }
    return false;
}

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
        if (type_is_subtype(value_to_pointer(base), type) ||
            derives_from(t, value_to_pointer(base), type))
            return RAISE_INT(raise_type_error(
                t, "a __bases__ item causes an inheritance cycle"));
    }
    return 0;
}

typedef struct Collected {
    Thread *t;
    List *list;
} Collected;

static void collect(Type *sub, void *context)
{
    Collected *c = context;
    list_append(c->t, c->list, value_from_pointer(sub));
}

/* The subclasses as they are now: mro() may change them. */
static List *subclasses_of(Thread *t, Type *type)
{
    Collected c = {t, list_new(t, 4)};
    type_each_subclass(type, collect, &c);
    return c.list;
}

static void mro_set(Type *type, Tuple *mro)
{
    type_modified(type);
    FIELD_SET(type, mro, mro);
}

/* New MROs for the type and its heirs; `changes` has each of them with its new
 * and its old one. */
static int renew(Thread *t, Type *type, List *changes)
{
    Tuple *old = type->mro;
    Tuple *mro = type_mro_invoke(t, type);
    if (mro == NULL)
        return -1;
    if (type->mro != old) /* mro() has assigned bases */
        return 0;
    mro_set(type, mro);
    list_append(t, changes, value_from_pointer(type));
    list_append(t, changes, value_from_pointer(mro));
    list_append(t, changes, value_from_pointer(old));
    if (recursion_enter(t, " in __bases__"))
        return -1;
    List *subs = subclasses_of(t, type);
    int status = 0;
    for (int64_t i = 0; i < subs->len && status == 0; i++)
        status = renew(t, value_to_pointer(list_get(subs, i)), changes);
    recursion_leave(t);
    return status;
}

static void undo(List *changes)
{
    for (int64_t i = changes->len - 3; i >= 0; i -= 3) {
        Type *type = value_to_type(list_get(changes, i));
        if (type->mro == value_to_pointer(list_get(changes, i + 1)))
            mro_set(type, value_to_pointer(list_get(changes, i + 2)));
    }
}

/* Bases before heirs. */
static void refill(Type *type, void *context)
{
    slots_refill(type);
    type_each_subclass(type, refill, context);
}

static void adopt(Thread *t, Type *type, Tuple *old, Tuple *bases)
{
    for (int64_t i = 0; i < old->len; i++)
        type_remove_subclass(value_to_pointer(tuple_get(old, i)), type);
    for (int64_t i = 0; i < bases->len; i++)
        type_add_subclass(t, value_to_pointer(tuple_get(bases, i)), type);
    refill(type, NULL);
    type_retire_shapes(t, type);
}

int type_set_bases(Thread *t, Value self, Value value)
{
    Type *type = value_to_type(self);
    if (check(t, type, value) < 0)
        return -1;
    Tuple *bases = value_to_tuple(value), *old = type->bases;
    Type *base = type_best_base(t, bases), *old_base = type->base;
    if (base == NULL || !type_check_layouts(t, old_base, base, "__bases__"))
        return -1;
    FIELD_SET(type, bases, bases);
    FIELD_SET(type, base, base);
    List *changes = list_new(t, 8);
    int status = renew(t, type, changes);
    if (type->bases != bases) /* mro() has assigned others */
        return status;
    if (status == 0) {
        adopt(t, type, old, bases);
        return 0;
    }
    undo(changes);
    FIELD_SET(type, bases, old);
    FIELD_SET(type, base, old_base);
    return -1;
}
