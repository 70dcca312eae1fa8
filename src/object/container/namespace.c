/* SPDX-License-Identifier: MIT */
/* types.SimpleNamespace. */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

CONSTRUCTOR(namespace, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    return instance_new(t, cls);
}

INITIALIZER(namespace, 0,
            (self, Instance), (slash), (args, args), (kwargs, kwargs))
{
    if (n_args > 0)
        return raise_type_error(t, "no positional arguments expected");
    int64_t pos = 0;
    Value key, value;
    while (dict_next(kwargs, &pos, &key, &value))
        instance_set(t, self, value_to_str(key), value);
    return NONE;
}

static int add_item(Thread *t, StrBuilder *b, Value key, Value value,
                    bool first)
{
    if (!first && strbuilder_add_c(t, b, ", ") < 0)
        return -1;
    Value text = object_repr(t, value);
    if (value_is_null(text) || strbuilder_add(t, b, value_to_str(key)) < 0 ||
        strbuilder_add_char(t, b, '=') < 0)
        return -1;
    return strbuilder_add(t, b, value_to_str(text));
}

static Value repr(Thread *t, Value self)
{
    bool plain = type_of(self) == &type_namespace;
    const char *name = plain ? "namespace" : type_name(type_of(self));
    int inside = repr_enter(t, self);
    if (inside != 0)
        return inside < 0 ? NULL_VALUE : format_message(t, "%s(...)", name);
    Dict *d = instance_dict(t, value_to_pointer(self));
    StrBuilder b;
    strbuilder_init(&b);
    int status = strbuilder_add_c(t, &b, name);
    if (status == 0)
        status = strbuilder_add_char(t, &b, '(');
    int64_t pos = 0;
    bool first = true;
    Value key, value;
    while (status == 0 && dict_next(d, &pos, &key, &value)) {
        if (!value_is_str(key))
            continue;
        status = add_item(t, &b, key, value, first);
        first = false;
    }
    repr_leave(t, self);
    if (status < 0 || strbuilder_add_char(t, &b, ')') < 0)
        return NULL_VALUE;
    return value_from_pointer(strbuilder_finish(t, &b));
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!type_is_subtype(type_of(a), &type_namespace) ||
        !type_is_subtype(type_of(b), &type_namespace))
        return NOT_IMPLEMENTED;
    return object_compare(
        t, value_from_pointer(instance_dict(t, value_to_pointer(a))),
        value_from_pointer(instance_dict(t, value_to_pointer(b))), op);
}

static Value get_dict(Thread *t, Value self)
{
    return value_from_pointer(object_dict(t, self));
}

NATIVE(namespace, __reduce__, 0, NULL, (self_value), (slash))
{
    return value_from_pointer(tuple_pack(
        t, 3, value_from_pointer(type_of(self)),
        value_from_pointer(t->rt->empty_tuple), get_dict(t, self)));
}

static const GetSetDef getsets[] = {
    {"__dict__", get_dict, NULL, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &namespace___reduce___native,
    NULL,
};

Type type_namespace = {
    TYPE_HEAD(NAMESPACE),
    .c_name = "types.SimpleNamespace",
    .type_flags = TYPE_BASE | TYPE_HAS_DICT,
    .slots = {
        .repr = repr,
        .compare = compare,
    },
    .getsets = getsets,
    .methods = methods,
    .constructor = &namespace_new_native,
    .initializer = &namespace_init_native,
};
