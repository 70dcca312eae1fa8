/* SPDX-License-Identifier: MIT */
/* types.UnionType (PEP 604): int | str. */
#include "object/type/union.h"

#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

typedef struct Union {
    RECORD_HEAD()
    Slot args;       /* a Tuple of the members */
    Slot parameters; /* a Tuple; UNBOUND until asked for */
} Union;

Value union_args(Value v)
{
    const Union *self = value_to_record(v);
    return slot_get(&self->args);
}

static Tuple *args_of(Value v) { return value_to_tuple(union_args(v)); }

static bool is_unionable(Value v)
{
    return value_is_none(v) || type_has_flag(v, TYPE_IS_TYPE) ||
           value_has_shape(v, SHAPE_GENERIC_ALIAS) ||
           value_has_shape(v, SHAPE_UNION);
}

/* Adds v unless it is there; -1 on error. */
static int add(Thread *t, List *out, Value v)
{
    if (value_is_none(v))
        v = value_from_pointer(&type_none);
    if (value_has_shape(v, SHAPE_UNION)) {
        Tuple *inner = args_of(v);
        for (int64_t i = 0; i < inner->len; i++) {
            if (add(t, out, tuple_get(inner, i)) < 0)
                return -1;
        }
        return 0;
    }
    for (int64_t i = 0; i < out->len; i++) {
        Value other = list_get(out, i);
        int same = value_same(other, v);
        if (!same && value_has_shape(v, SHAPE_GENERIC_ALIAS) &&
            value_has_shape(other, SHAPE_GENERIC_ALIAS))
            same = object_equal(t, other, v);
        if (same != 0)
            return same < 0 ? -1 : 0;
    }
    list_append(t, out, v);
    return 0;
}

/* The union of a tuple's members; the member itself if there is one. */
static Value new(Thread *t, Tuple *members)
{
    List *out = list_new(t, members->len);
    if (out == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < members->len; i++) {
        if (add(t, out, tuple_get(members, i)) < 0)
            return NULL_VALUE;
    }
    if (out->len == 1)
        return list_get(out, 0);
    Value args = value_from_pointer(list_to_tuple(t, out));
    Union *self = record_new(t, SHAPE_UNION, RECORD_SLOTS(Union));
    slot_set(self, &self->args, args);
    return value_from_pointer(self);
}

Value union_or(Thread *t, Value a, Value b)
{
    if (!is_unionable(a) || !is_unionable(b))
        return NOT_IMPLEMENTED;
    return new(t, tuple_pack(t, 2, a, b));
}

/* --- slots ------------------------------------------------------------- */

static Value repr(Thread *t, Value self)
{
    Tuple *args = args_of(self);
    List *texts = list_new(t, args->len);
    if (texts == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < args->len; i++) {
        Value v = tuple_get(args, i);
        if (value_same(v, value_from_pointer(&type_none)))
            v = NONE;
        TRY(text, generic_alias_item_text(t, v));
        list_append(t, texts, text);
    }
    return str_join(t, str_from_c(t, " | "), value_from_pointer(texts));
}

static Value as_set(Thread *t, Value v)
{
    Set *s = set_from_iterable(t, SHAPE_FROZENSET, union_args(v));
    return s == NULL ? NULL_VALUE : value_from_pointer(s);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_has_shape(a, SHAPE_UNION) || !value_has_shape(b, SHAPE_UNION))
        return NOT_IMPLEMENTED;
    TRY(x, as_set(t, a));
    TRY(y, as_set(t, b));
    return object_compare(t, x, y, op);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    Value s = as_set(t, self);
    return value_is_null(s) ? -1 : object_hash(t, s, out);
}

static Tuple *parameters_of(Thread *t, Value v)
{
    Union *self = value_to_record(v);
    return generic_alias_parameters_once(t, self, &self->parameters, args_of(v));
}

static Value getitem(Thread *t, Value self, Value items)
{
    Tuple *parameters = parameters_of(t, self);
    if (parameters == NULL)
        return NULL_VALUE;
    Tuple *args = generic_alias_substitute(t, self, args_of(self), parameters,
                                           items);
    if (args == NULL)
        return NULL_VALUE;
    Value v = tuple_get(args, 0);
    for (int64_t i = 1; i < args->len; i++) {
        v = object_binary(t, BINARY_OR, v, tuple_get(args, i));
        if (value_is_null(v))
            return NULL_VALUE;
    }
    return v;
}

/* --- methods ----------------------------------------------------------- */

static Value get_parameters(Thread *t, Value self)
{
    Tuple *found = parameters_of(t, self);
    return found == NULL ? NULL_VALUE : value_from_pointer(found);
}

NATIVE(union, __instancecheck__, 0, NULL,
       (self, Union), (arg, object, instance), (slash))
{
    int is = object_isinstance(t, instance, slot_get(&self->args));
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

NATIVE(union, __subclasscheck__, 0, NULL,
       (self, Union), (arg, object, cls), (slash))
{
    if (!type_has_flag(cls, TYPE_IS_TYPE))
        return raise_type_error(t, "issubclass() arg 1 must be a class");
    int is = object_issubclass(t, cls, slot_get(&self->args));
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

static const GetSetDef getsets[] = {
    {"__parameters__", get_parameters, NULL, NULL},
    {0},
};

static const MemberDef members[] = {
    {"__args__", offsetof(Union, args), false},
    {0},
};

static const NativeDef *const methods[] = {
    &union___instancecheck___native,
    &union___subclasscheck___native,
    NULL,
};

Type type_union = {
    TYPE_HEAD(UNION),
    .c_name = "types.UnionType",
    .c_doc = "What int | str makes: any of several types.",
    .instance_size = sizeof(Union),
    .slots = {
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .getitem = getitem,
        .or = union_or,
    },
    .getsets = getsets,
    .members = members,
    .methods = methods,
};
