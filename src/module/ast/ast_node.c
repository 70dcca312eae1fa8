/* SPDX-License-Identifier: MIT */
/* The class AST: what all nodes can do.  Its fields are those that the class of
 * the object has in _fields, which programs may change. */
#include "module/ast/ast_node.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/object.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"

CONSTRUCTOR(ast, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    return instance_new(t, cls);
}

/* The names of the fields, of no matter what type; NULL on error. */
static Tuple *fields_of(Thread *t, Type *cls)
{
    Value fields = object_getattr_or_unbound(t, value_from_pointer(cls),
                                             str_intern_c(t, "_fields"));
    if (value_is_null(fields))
        return NULL;
    if (value_is_unbound(fields))
        return t->rt->empty_tuple;
    if (object_len(t, fields) < 0)
        return NULL;
    return tuple_from_iterable(t, fields);
}

static int set_field(Thread *t, Value self, Value name, Value value)
{
    if (!value_is_str(name))
        return RAISE_INT(raise_type_error(
            t, "attribute name must be string, not '%T'", name));
    return object_setattr(t, self, value_to_str(name), value);
}

/* The number of the field, -1 if it is none, -2 on error. */
static int64_t find_field(Thread *t, Tuple *fields, Value name)
{
    for (int64_t i = 0; i < fields->len; i++) {
        int same = object_equal(t, tuple_get(fields, i), name);
        if (same != 0)
            return same < 0 ? -2 : i;
    }
    return -1;
}

static int set_keywords(Thread *t, Value self, Tuple *fields, int64_t given,
                        Dict *kwargs)
{
    int64_t pos = 0;
    Value name, value;
    while (dict_next(kwargs, &pos, &name, &value)) {
        int64_t i = find_field(t, fields, name);
        if (i == -2)
            return -1;
        if (i >= 0 && i < given)
            return RAISE_INT(raise_type_error(
                t, "%U got multiple values for argument '%S'",
                value_to_str(type_get_name(type_of(self))), name));
        if (set_field(t, self, name, value) < 0)
            return -1;
    }
    return 0;
}

INITIALIZER(ast, 0, (self_value), (slash), (args, args), (kwargs, kwargs))
{
    Tuple *fields = fields_of(t, type_of(self));
    if (fields == NULL)
        return NULL_VALUE;
    if (n_args > fields->len)
        return raise_type_error(
            t, "%U constructor takes at most %l positional argument%s",
            value_to_str(type_get_name(type_of(self))), fields->len,
            fields->len == 1 ? "" : "s");
    for (int64_t i = 0; i < n_args; i++)
        if (set_field(t, self, tuple_get(fields, i), args[i]) < 0)
            return NULL_VALUE;
    if (set_keywords(t, self, fields, n_args, kwargs) < 0)
        return NULL_VALUE;
    return NONE;
}

static Value get_dict(Thread *t, Value self)
{
    return value_from_pointer(object_dict(t, self));
}

static int set_dict(Thread *t, Value self, Value value)
{
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(t, "cannot delete __dict__"));
    return instance_dict_getsets[0].set(t, self, value);
}

NATIVE(ast, __reduce__, 0, NULL, (self_value), (slash))
{
    return value_from_pointer(tuple_pack(
        t, 3, value_from_pointer(type_of(self)),
        value_from_pointer(t->rt->empty_tuple), get_dict(t, self)));
}

static const GetSetDef getsets[] = {
    {"__dict__", get_dict, set_dict, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &ast___reduce___native,
    NULL,
};

Type ast_AST = {
    TYPE_HEAD(ast),
    .c_name = "ast.AST",
    .type_flags = TYPE_BASE | TYPE_HAS_DICT,
    .getsets = getsets,
    .methods = methods,
    .constructor = &ast_new_native,
    .initializer = &ast_init_native,
};
