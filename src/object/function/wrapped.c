/* SPDX-License-Identifier: MIT */
/* staticmethod and classmethod. */
#include "object/container/dict.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static void trace(void *object, GcMarker *m)
{
    Wrapped *w = object;
    mark_slot(m, &w->callable);
    gc_mark_object(m, w->dict);
}

const GcKind wrapped_kind = {"wrapped", trace, NULL};

static Value wrapped_callable(Value v)
{
    return slot_get(&value_to_wrapped(v)->callable);
}

static Value wrap(Thread *t, uint32_t shape, Value callable)
{
    Wrapped *w = gc_alloc(t, sizeof(Wrapped), KIND_WRAPPED, shape);
    slot_set(w, &w->callable, callable);
    return value_from_pointer(w);
}

Value staticmethod_new(Thread *t, Value callable)
{
    return wrap(t, SHAPE_STATICMETHOD, callable);
}

Value classmethod_new(Thread *t, Value callable)
{
    return wrap(t, SHAPE_CLASSMETHOD, callable);
}

/* --- shared ------------------------------------------------------------ */

CONSTRUCTOR(wrapped, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    Wrapped *w = instance_new_fixed(t, cls);
    slot_set(w, &w->callable, NONE);
    return value_from_pointer(w);
}

INITIALIZER(wrapped, 0, (self_value), (maybe, object, function), (slash))
{
    Wrapped *w = value_to_wrapped(self);
    if (value_is_unbound(function))
        return raise_type_error(t, "%T expected 1 argument, got 0", self);
    slot_set(w, &w->callable, function);
    return NONE;
}

/* The callable's attribute, or the one set on the wrapper itself. */
static Value borrow(Thread *t, Value self, Str *name)
{
    Dict *own = value_to_wrapped(self)->dict;
    Value v = own == NULL ? NULL_VALUE : dict_get_str(own, name);
    if (!value_is_null(v))
        return v;
    v = object_getattr_or_unbound(t, wrapped_callable(self), name);
    if (value_is_unbound(v))
        return raise_attribute_error(t, self, name);
    return v;
}

static int set_own(Thread *t, Value self, Str *name, Value value)
{
    Dict *own = object_dict(t, self);
    if (!value_is_null(value))
        dict_set_str(t, own, name, value);
    else if (!dict_delete_str(t, own, name))
        return RAISE_INT(raise_attribute_error(t, self, name));
    return 0;
}

#define BORROWED(name, attribute)                                             \
    static Value get_##name(Thread *t, Value self)                            \
    {                                                                         \
        return borrow(t, self, N(attribute));                                 \
    }                                                                         \
    static int set_##name(Thread *t, Value self, Value value)                 \
    {                                                                         \
        return set_own(t, self, N(attribute), value);                         \
    }
BORROWED(name, __name__)
BORROWED(qualname, __qualname__)
BORROWED(doc, __doc__)
BORROWED(module, __module__)
BORROWED(annotations, __annotations__)
#undef BORROWED

static Value get_callable(Thread *t, Value self)
{
    (void)t;
    return wrapped_callable(self);
}

static Value get_abstract(Thread *t, Value self)
{
    if (recursion_overflows(t, ""))
        return NULL_VALUE;
    Value v = object_getattr_or_unbound(
        t, wrapped_callable(self), str_intern_c(t, "__isabstractmethod__"));
    if (value_is_null(v))
        return NULL_VALUE;
    int is = value_is_unbound(v) ? 0 : object_is_true(t, v);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

static Value get_dict(Thread *t, Value self)
{
    return value_from_pointer(object_dict(t, self));
}

static const GetSetDef getsets[] = {
    {"__func__", get_callable, NULL, NULL},
    {"__wrapped__", get_callable, NULL, NULL},
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {0},
};
/* --- staticmethod ------------------------------------------------------ */

static Value static_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)t;
    (void)instance;
    (void)owner;
    return wrapped_callable(self);
}

static Value static_call(Thread *t, Value callable, Value *args, int64_t n,
                         Tuple *kwnames)
{
    return object_call(t, wrapped_callable(callable), args, n, kwnames);
}

static Value repr(Thread *t, Value self)
{
    return format_message(t, "<%T(%R)>", self, wrapped_callable(self));
}

Type type_staticmethod = {
    TYPE_HEAD(STATICMETHOD),
    .c_name = "staticmethod",
    .c_doc = "staticmethod(function) -> method\n\nA function that is looked "
             "up on a class or instance as it is.",
    .type_flags = TYPE_BASE,
    .slots = {
        .repr = repr,
        .call = static_call,
        .descr_get = static_get,
    },
    .getsets = getsets,
    .constructor = &wrapped_new_native,
    .initializer = &wrapped_init_native,
};

/* --- classmethod ------------------------------------------------------- */

static Value class_get(Thread *t, Value self, Value instance, Value owner)
{
    if (value_is_unbound(owner))
        owner = value_from_pointer(type_of(instance));
    if (recursion_overflows(t, " while calling a Python object"))
        return NULL_VALUE;
    Value callable = wrapped_callable(self);
    if (value_has_shape(callable, SHAPE_FUNCTION))
        return method_new(t, callable, owner);
    Type *type = type_of(callable);
    if (type->slots.descr_get != NULL)
        return type->slots.descr_get(t, callable, owner, owner);
    return method_new(t, callable, owner);
}

Type type_classmethod = {
    TYPE_HEAD(CLASSMETHOD),
    .c_name = "classmethod",
    .c_doc = "classmethod(function) -> method\n\nA function that gets the "
             "class as its first argument.",
    .type_flags = TYPE_BASE,
    .slots = {
        .repr = repr,
        .descr_get = class_get,
    },
    .getsets = getsets,
    .constructor = &wrapped_new_native,
    .initializer = &wrapped_init_native,
};
