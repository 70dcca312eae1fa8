/* SPDX-License-Identifier: MIT */
/* collections.defaultdict. */
#include "module/defaultdict.h"

#include "object/container/dict.h"
#include "object/container/dict_type.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"

static Value name_of(Value self) { return type_get_name(type_of(self)); }

typedef struct DefaultDict {
    Dict dict;
    Slot factory; /* zero until initialized, or NONE */
} DefaultDict;

static Value factory_of(Value self)
{
    Value v = slot_get(&((DefaultDict *)value_to_pointer(self))->factory);
    return value_is_null(v) || value_is_unbound(v) ? NONE : v;
}

static bool is_defaultdict(Value v)
{
    return value_is_pointer(v) &&
           type_is_subtype(type_of(v), &defaultdict_type);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    Value factory = n > 0 ? args[0] : NONE;
    if (!value_is_none(factory) && !object_is_callable(factory))
        return RAISE_INT(raise_type_error(
            t, "first argument must be callable or None"));
    DefaultDict *d = value_to_pointer(self);
    slot_set(d, &d->factory, factory);
    if (n > 0) {
        args++;
        n--;
    }
    return dict_type_init(t, self, args, n, kwnames);
}

NATIVE(defaultdict, __missing__, 0,
       "Set what the factory makes under a key that was not there.",
       (self_value), (arg, object, key), (slash))
{
    Value factory = factory_of(self);
    if (value_is_none(factory))
        return raise_key_error(t, key);
    TRY(v, object_call0(t, factory));
    return object_setitem(t, self, key, v) < 0 ? NULL_VALUE : v;
}

/* d[key], without looking up __missing__ for the type itself. */
static Value getitem(Thread *t, Value self, Value key)
{
    if (type_of(self) != &defaultdict_type)
        return dict_getitem(t, self, key);
    TRY(v, dict_get(t, value_to_dict(self), key));
    if (!value_is_unbound(v))
        return v;
    return defaultdict___missing___body(t, self, key);
}

static Value repr(Thread *t, Value self)
{
    TRY(items, dict_repr(t, self));
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : format_message(t, "%S(...)", name_of(self));
    Value text = format_message(t, "%S(%R, %S)", name_of(self),
                                factory_of(self), items);
    repr_leave(t, self);
    return text;
}

/* A defaultdict like `like` of the mapping's items. */
static Value copy_with(Thread *t, Value like, Value mapping)
{
    return object_call2(t, value_from_pointer(type_of(like)),
                        factory_of(like), mapping);
}

NATIVE(defaultdict, copy, 0,
       "A shallow copy of D.", (self_value), (slash))
{
    return copy_with(t, self, self);
}
NATIVE_ALIAS(defaultdict, __copy__, copy, "A shallow copy of D.");

static Value or(Thread *t, Value a, Value b)
{
    if (!value_is_dict(a) || !value_is_dict(b))
        return NOT_IMPLEMENTED;
    TRY(d, copy_with(t, is_defaultdict(a) ? a : b, a));
    return dict_update(t, value_to_dict(d), b) < 0 ? NULL_VALUE : d;
}

NATIVE(defaultdict, __reduce__, 0,
       "How copy and pickle make it again.", (self_value), (slash))
{
    Value factory = factory_of(self);
    Tuple *create = value_is_none(factory) ? tuple_new(t, 0)
                                           : tuple_pack(t, 1, factory);
    TRY(items, object_call_method(t, self, N(items), 0));
    TRY(iterator, object_iter(t, items));
    return value_from_pointer(
        tuple_pack(t, 5, value_from_pointer(type_of(self)),
                   value_from_pointer(create), NONE, NONE, iterator));
}

static const NativeDef *const methods[] = {
    &defaultdict___missing___native,
    &defaultdict_copy_native,
    &defaultdict___copy___native,
    &defaultdict___reduce___native,
    &generic_alias___class_getitem___native,
    NULL,
};

static const MemberDef members[] = {
    {"default_factory", offsetof(DefaultDict, factory), true},
    {0},
};

Type defaultdict_type = {
    TYPE_HEAD(defaultdict),
    .c_name = "collections.defaultdict",
    .c_doc = "A dict that makes values of keys which it does not have, by "
             "its default_factory.",
    .c_base = &type_dict,
    .type_flags = TYPE_BASE | TYPE_IS_DICT | TYPE_MAPPING,
    .kind = KIND_DICT,
    .instance_size = sizeof(DefaultDict),
    .methods = methods,
    .members = members,
    .slots = {.new = dict_type_new, .init = init, .repr = repr,
              .getitem = getitem, .or = or},
};
