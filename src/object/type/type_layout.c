/* SPDX-License-Identifier: MIT */
/*
 * Which classes' instances are laid out alike: what decides on the bases that
 * a class may have, and on assignments to __class__ and __bases__.  The rules
 * are CPython's (typeobject.c: solid_base, compatible_for_assignment), so that
 * the same programs are refused.
 *
 * All of it goes by `base`, never by the MRO: a metaclass's mro() may say what
 * it likes, an object's fields are those of its chain of bases.
 */
#include "base/base.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/type_make.h"

/* Whether instances have fields of the class's own; __dict__ is hardly ever one
 * in a class made in Python. */
static bool adds_fields(const Type *type)
{
    const Type *base = type->base;
    if (base == NULL || type->kind != base->kind ||
        type->n_slots != base->n_slots ||
        type->instance_size != base->instance_size)
        return true;
    bool adds_dict = (type->type_flags ^ base->type_flags) & TYPE_HAS_DICT;
    if (type->type_flags & TYPE_HEAP)
        return adds_dict && (type->type_flags & TYPE_ITEMS);
    return adds_dict || type->members != NULL;
}

Type *type_solid_base(Type *type)
{
    while (!adds_fields(type))
        type = type->base;
    return type;
}

bool type_has_layout_of(const Type *type, const Type *base)
{
    while (type != NULL && type != base)
        type = type->base;
    return type != NULL;
}

Type *type_best_base(Thread *t, Tuple *bases)
{
    Type *winner = NULL, *best = NULL;
    for (int64_t i = 0; i < bases->len; i++) {
        Value v = tuple_get(bases, i);
        if (!type_has_flag(v, TYPE_IS_TYPE)) {
            raise_type_error(t, "bases must be types");
            return NULL;
        }
        Type *base = value_to_type(v);
        if (!(base->type_flags & TYPE_BASE)) {
            raise_type_error(t, "type '%.100N' is not an acceptable base type",
                             base);
            return NULL;
        }
        Type *solid = type_solid_base(base);
        if (winner == NULL || type_has_layout_of(solid, winner)) {
            if (winner != solid) {
                winner = solid;
                best = base;
            }
        } else if (!type_has_layout_of(winner, solid)) {
            raise_type_error(
                t, "multiple bases have instance lay-out conflict");
            return NULL;
        }
    }
    return best;
}

/* --- assignments ------------------------------------------------------- */

/* Objects of these and of no class made in Python: their memory is given back
 * in another way by CPython, which lets neither become the other. */
static bool is_plain_builtin(const Type *type)
{
    return !(type->type_flags & TYPE_HEAP) &&
           (type == &type_object || type->kind == KIND_INT ||
            type->kind == KIND_FLOAT || type->kind == KIND_COMPLEX ||
            type->kind == KIND_STR || type->kind == KIND_BYTES ||
            type->kind == KIND_BYTEARRAY);
}

static const uint32_t room_flags = TYPE_HAS_DICT | TYPE_HAS_WEAKREF;

/* Whether the class's instances are in no way other than its base's. */
static bool is_like_base(const Type *type)
{
    const Type *base = type->base;
    return base != NULL && !adds_fields(type) &&
           !((type->type_flags ^ base->type_flags) & room_flags) &&
           is_plain_builtin(type) == is_plain_builtin(base);
}

/* Whether b's __slots__ are those of a, of the same names. */
static bool has_slots_of(const Type *a, const Type *b)
{
    int64_t pos = 0, n = 0;
    Value key, v;
    while (dict_next(a->dict, &pos, &key, &v)) {
        int64_t offset = member_own_offset(v, a);
        if (offset == 0 || !value_is_str(key))
            continue;
        Value other = dict_get_str(b->dict, value_to_str(key));
        if (value_is_null(other) || member_own_offset(other, b) != offset)
            return false;
        n++;
    }
    return n == a->n_slots - a->base->n_slots && a->n_slots == b->n_slots;
}

static bool adds_the_same(const Type *a, const Type *b)
{
    if (a->base != b->base || a->base == NULL)
        return false;
    if ((a->type_flags & TYPE_ITEMS) &&
        ((a->type_flags ^ a->base->type_flags) & TYPE_HAS_DICT))
        return false;
    return !((a->type_flags ^ b->type_flags) & room_flags) &&
           (a->type_flags & b->type_flags & TYPE_HEAP) && has_slots_of(a, b);
}

bool type_check_layouts(Thread *t, Type *old, Type *new, const char *attribute)
{
    const Type *a = old, *b = new;
    if (is_plain_builtin(old) != is_plain_builtin(new)) {
        raise_type_error(t, "%s assignment: '%N' deallocator differs from "
                         "'%N'", attribute, new, old);
        return false;
    }
    while (is_like_base(a))
        a = a->base;
    while (is_like_base(b))
        b = b->base;
    if (a != b && !adds_the_same(a, b)) {
        raise_type_error(t, "%s assignment: '%N' object layout differs from "
                         "'%N'", attribute, new, old);
        return false;
    }
    ASSERT(old->kind == new->kind && old->n_slots == new->n_slots &&
           old->instance_size == new->instance_size &&
           !((old->type_flags ^ new->type_flags) &
             (TYPE_HAS_DICT | TYPE_VAR_SIZED)));
    return true;
}
