/* SPDX-License-Identifier: MIT */
/* isinstance and issubclass, with PEP 3119's hooks and abstract __bases__. */
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/union.h"

static bool is_type(Value v) { return type_has_flag(v, TYPE_IS_TYPE); }

/* cls.__bases__ if it is a tuple; NULL without or with an exception. */
static Tuple *abstract_bases(Thread *t, Value cls)
{
    Value v = object_getattr_or_unbound(t, cls, N(__bases__));
    if (value_is_null(v) || !value_is_tuple(v))
        return NULL;
    return value_to_tuple(v);
}

static int abstract_issubclass(Thread *t, Value sub, Value cls)
{
    if (value_same(sub, cls))
        return 1;
    Tuple *bases = abstract_bases(t, sub);
    if (bases == NULL)
        return value_is_null(t->exc) ? 0 : -1;
    if (recursion_enter(t, " in __subclasscheck__"))
        return -1;
    int is = 0;
    for (int64_t i = 0; i < bases->len && is == 0; i++)
        is = abstract_issubclass(t, tuple_get(bases, i), cls);
    recursion_leave(t);
    return is;
}

static int check_class(Thread *t, Value cls, const char *message)
{
    if (abstract_bases(t, cls) != NULL)
        return 0;
    if (value_is_null(t->exc))
        raise_type_error(t, "%s", message);
    return -1;
}

/* Whether __class__ is what type() says, and no property or the like. */
static bool claims_its_type(Value v)
{
    Type *type = type_of(v);
    return type->slots.getattr == object_generic_getattr &&
           value_same(type_lookup(type, N(__class__)),
                      type_lookup(&type_object, N(__class__)));
}

int object_real_isinstance(Thread *t, Value v, Value cls)
{
    if (is_type(cls)) {
        if (type_is_subtype(type_of(v), value_to_pointer(cls)))
            return 1;
        if (claims_its_type(v))
            return 0;
        Value claimed = object_getattr_or_unbound(t, v, N(__class__));
        if (value_is_null(claimed))
            return -1;
        return is_type(claimed) &&
               type_is_subtype(value_to_pointer(claimed),
                               value_to_pointer(cls));
    }
    if (check_class(t, cls, "isinstance() arg 2 must be a type, a tuple of "
                    "types, or a union") < 0)
        return -1;
    Value claimed = object_getattr_or_unbound(t, v, N(__class__));
    if (value_is_null(claimed))
        return -1;
    return value_is_unbound(claimed) ? 0
                                     : abstract_issubclass(t, claimed, cls);
}

int object_real_issubclass(Thread *t, Value sub, Value cls)
{
    if (is_type(sub) && is_type(cls))
        return type_is_subtype(value_to_pointer(sub), value_to_pointer(cls));
    if (check_class(t, sub, "issubclass() arg 1 must be a class") < 0)
        return -1;
    if (!value_has_shape(cls, SHAPE_UNION) &&
        check_class(t, cls, "issubclass() arg 2 must be a class, a tuple of "
                    "classes, or a union") < 0)
        return -1;
    return abstract_issubclass(t, sub, cls);
}

typedef int (*CheckFn)(Thread *t, Value v, Value cls);

static int check_each(Thread *t, Value v, Tuple *classes, CheckFn check)
{
    if (recursion_enter(t, " in __instancecheck__"))
        return -1;
    int is = 0;
    for (int64_t i = 0; i < classes->len && is == 0; i++)
        is = check(t, v, tuple_get(classes, i));
    recursion_leave(t);
    return is;
}

static int call_hook(Thread *t, Value v, Value hook)
{
    if (recursion_enter(t, " in __instancecheck__"))
        return -1;
    Value answer = object_call1(t, hook, v);
    recursion_leave(t);
    return value_is_null(answer) ? -1 : object_is_true(t, answer);
}

int object_isinstance(Thread *t, Value v, Value cls)
{
    if (value_is_pointer(cls) && value_to_pointer(cls) == type_of(v))
        return 1;
    if (type_of(cls) == &type_type)
        return object_real_isinstance(t, v, cls);
    if (value_has_shape(cls, SHAPE_UNION))
        cls = union_args(cls);
    if (value_is_tuple(cls))
        return check_each(t, v, value_to_tuple(cls), object_isinstance);
    Value hook = object_lookup_special(t, cls, N(__instancecheck__));
    if (value_is_null(hook))
        return -1;
    if (value_is_unbound(hook))
        return object_real_isinstance(t, v, cls);
    return call_hook(t, v, hook);
}

int object_issubclass(Thread *t, Value sub, Value cls)
{
    if (type_of(cls) == &type_type)
        return value_same(sub, cls) ? 1 : object_real_issubclass(t, sub, cls);
    if (value_has_shape(cls, SHAPE_UNION))
        cls = union_args(cls);
    if (value_is_tuple(cls))
        return check_each(t, sub, value_to_tuple(cls), object_issubclass);
    Value hook = object_lookup_special(t, cls, N(__subclasscheck__));
    if (value_is_null(hook))
        return -1;
    if (value_is_unbound(hook))
        return object_real_issubclass(t, sub, cls);
    return call_hook(t, sub, hook);
}
