/* SPDX-License-Identifier: MIT */
/* Modules: a dictionary with attribute syntax. */
#include "object/function/module.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/object_attr.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static void trace(void *object, GcMarker *m)
{
    Module *module = object;
    gc_mark_object(m, module->dict);
    gc_mark_object(m, module->state);
}

const GcKind module_kind = {"module", trace, NULL};

static void fill(Thread *t, Module *m, Value name, Value doc)
{
    Dict *d = m->dict;
    dict_set_str(t, d, N(__name__), name);
    dict_set_str(t, d, N(__doc__), doc);
    dict_set_str(t, d, N(__package__), NONE);
    dict_set_str(t, d, N(__loader__), NONE);
    dict_set_str(t, d, N(__spec__), NONE);
}

static Module *module_alloc(Thread *t, Type *cls)
{
    Dict *d = dict_new(t);
    Module *m = instance_new_fixed(t, cls);
    FIELD_SET(m, dict, d);
    return m;
}

Module *module_new(Thread *t, Str *name)
{
    Module *m = module_alloc(t, &type_module);
    fill(t, m, value_from_pointer(name), NONE);
    return m;
}

/* --- attributes -------------------------------------------------------- */

/* Whether the import system is still running the module's code. */
static bool is_initializing(Thread *t, Module *m)
{
    Value spec = dict_get_str(m->dict, N(__spec__));
    if (value_is_null(spec) || value_is_none(spec))
        return false;
    Value v = object_getattr_or_unbound(t, spec,
                                        str_intern_c(t, "_initializing"));
    if (value_is_null(v)) {
        t->exc = NULL_VALUE;
        return false;
    }
    return value_same(v, TRUE_VALUE);
}

Value module_raise_missing(Thread *t, Value self, Str *name)
{
    Module *m = value_to_module(self);
    Value own = dict_get_str(m->dict, N(__name__));
    if (value_is_null(own) || !value_is_str(own))
        return raise_error(t, EXC(AttributeError),
                           "module has no attribute '%U'", name);
    if (is_initializing(t, m))
        return raise_error(
            t, EXC(AttributeError),
            "partially initialized module '%U' has no attribute '%U' (most "
            "likely due to a circular import)", value_to_str(own), name);
    return raise_error(t, EXC(AttributeError),
                       "module '%U' has no attribute '%U'",
                       value_to_str(own), name);
}

static Value getattr(Thread *t, Value self, Str *name)
{
    Value v = object_generic_getattr_or_unbound(t, self, name);
    if (!value_is_unbound(v))
        return v;
    Value hook = dict_get_str(value_to_module(self)->dict, N(__getattr__));
    if (!value_is_null(hook))
        return object_call1(t, hook, value_from_pointer(name));
    return raise_attribute_error(t, self, name);
}

static Value get_dict(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_module(self)->dict);
}

static Value get_annotations(Thread *t, Value self)
{
    Dict *d = value_to_module(self)->dict;
    Value v = dict_get_str(d, N(__annotations__));
    if (value_is_null(v)) {
        v = value_from_pointer(dict_new(t));
        dict_set_str(t, d, N(__annotations__), v);
    }
    return v;
}

static int set_annotations(Thread *t, Value self, Value value)
{
    Dict *d = value_to_module(self)->dict;
    if (!value_is_null(value))
        dict_set_str(t, d, N(__annotations__), value);
    else if (!dict_delete_str(t, d, N(__annotations__)))
        return RAISE_INT(
            raise_error(t, EXC(AttributeError), "__annotations__"));
    return 0;
}

/* --- behaviour --------------------------------------------------------- */

static Value spec_attr(Thread *t, Value spec, const char *name)
{
    Value v = object_getattr_or_unbound(t, spec, str_intern_c(t, name));
    if (value_is_null(v))
        t->exc = NULL_VALUE;
    return value_is_null(v) ? UNBOUND : v;
}

static Value repr(Thread *t, Value self)
{
    Dict *d = value_to_module(self)->dict;
    Value name = dict_get_str(d, N(__name__));
    Value file = dict_get_str(d, N(__file__));
    Value spec = dict_get_str(d, N(__spec__));
    if (value_is_null(name))
        name = value_from_pointer(str_from_c(t, "?"));
    if (!value_is_null(spec) && !value_is_none(spec)) {
        Value origin = spec_attr(t, spec, "origin");
        Value located = spec_attr(t, spec, "has_location");
        if (value_is_str(origin) && value_same(located, TRUE_VALUE))
            return format_message(t, "<module %R from %R>", name, origin);
        if (value_is_str(origin))
            return format_message(t, "<module %R (%S)>", name, origin);
        Value loader = spec_attr(t, spec, "loader");
        if (!value_is_unbound(loader) && !value_is_none(loader))
            return format_message(t, "<module %R (%R)>", name, loader);
    }
    if (!value_is_null(file) && !value_is_none(file))
        return format_message(t, "<module %R from %R>", name, file);
    Value loader = dict_get_str(d, N(__loader__));
    if (!value_is_null(loader) && !value_is_none(loader))
        return format_message(t, "<module %R (%R)>", name, loader);
    return format_message(t, "<module %R>", name);
}

CONSTRUCTOR(module, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    return value_from_pointer(module_alloc(t, cls));
}

INITIALIZER(module, 0,
            (self, Module), (arg, object, name), (opt, object, doc, None))
{
    if (!value_is_str(name))
        return raise_type_error(t, "module() argument 'name' must be str, not "
                                "%T", name);
    fill(t, self, name, doc);
    return NONE;
}

NATIVE(module, __dir__, 0, NULL, (self_value), (slash))
{
    TRY(dict, object_getattr(t, self, N(__dict__)));
    if (!value_is_dict(dict))
        return raise_type_error(t, "%R.__dict__ is not a dictionary",
                                self);
    Value hook = dict_get_str(value_to_dict(dict), N(__dir__));
    if (!value_is_null(hook))
        return object_call0(t, hook);
    List *l = list_from_iterable(t, dict);
    return l == NULL ? NULL_VALUE : value_from_pointer(l);
}

static const GetSetDef getsets[] = {
    {"__dict__", get_dict, NULL, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &module___dir___native,
    NULL,
};

Type type_module = {
    TYPE_HEAD(MODULE),
    .c_name = "module",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .slots = {
        .repr = repr,
        .getattr = getattr,
    },
    .getsets = getsets,
    .methods = methods,
    .constructor = &module_new_native,
    .initializer = &module_init_native,
};
