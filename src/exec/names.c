/* SPDX-License-Identifier: MIT */
/* Names: namespaces of class and module bodies, globals, unbound locals,
 * super(). */
#include "exec/slow.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/exception.h"
#include "object/error/raise.h"
#include "object/text/str.h"
#include "object/type/type_make.h"

static Value raise_name_error(Thread *t, Str *name)
{
    raise_error(t, EXC(NameError), "name '%U' is not defined", name);
    Exception *e = value_to_exception(t->exc);
    slot_set(e, &e->fields[0], value_from_pointer(name));
    return NULL_VALUE;
}

/* Null if absent with nothing raised, or with an exception. */
static Value namespace_get(Thread *t, Value namespace, Str *name)
{
    if (value_has_shape(namespace, SHAPE_DICT))
        return dict_get_str(value_to_dict(namespace), name);
    Value v = object_getitem(t, namespace, value_from_pointer(name));
    if (value_is_null(v) && exception_matches(t, EXC(KeyError)))
        exception_take(t);
    return v;
}

static Value global_or_builtin(Thread *t, Frame *f, Str *name)
{
    Value v = dict_get_str(f->globals, name);
    if (value_is_null(v))
        v = dict_get_str(f->builtins, name);
    return value_is_null(v) ? raise_name_error(t, name) : v;
}

Value slow_load_name(Thread *t, Frame *f, Str *name)
{
    if (!value_is_null(f->namespace_)) {
        Value v = namespace_get(t, f->namespace_, name);
        if (!value_is_null(v) || !value_is_null(t->exc))
            return v;
    }
    return global_or_builtin(t, f, name);
}

Value slow_load_global(Thread *t, Frame *f, Str *name)
{
    return global_or_builtin(t, f, name);
}

static Value namespace_or_globals(Frame *f)
{
    return value_is_null(f->namespace_) ? value_from_pointer(f->globals)
                                        : f->namespace_;
}

int slow_store_name(Thread *t, Frame *f, Str *name, Value v)
{
    Value namespace = namespace_or_globals(f);
    if (value_has_shape(namespace, SHAPE_DICT)) {
        dict_set_str(t, value_to_dict(namespace), name, v);
        return raise_if_no_memory(t);
    }
    return object_setitem(t, namespace, value_from_pointer(name), v);
}

int slow_delete_name(Thread *t, Frame *f, Str *name)
{
    Value namespace = namespace_or_globals(f);
    if (value_has_shape(namespace, SHAPE_DICT)) {
        if (dict_delete_str(t, value_to_dict(namespace), name) == 1)
            return 0;
        return RAISE_INT(raise_name_error(t, name));
    }
    if (object_delitem(t, namespace, value_from_pointer(name)) == 0)
        return 0;
    if (exception_matches(t, EXC(KeyError))) {
        exception_take(t);
        raise_name_error(t, name);
    }
    return -1;
}

int slow_delete_global(Thread *t, Frame *f, Str *name)
{
    if (dict_delete_str(t, f->globals, name) == 1)
        return 0;
    return RAISE_INT(raise_name_error(t, name));
}

Value slow_load_build_class(Thread *t, Frame *f)
{
    Value v = dict_get_str(f->builtins, N(__build_class__));
    if (value_is_null(v))
        return raise_error(t, EXC(NameError), "__build_class__ not found");
    return v;
}

int slow_setup_annotations(Thread *t, Frame *f)
{
    Value namespace = namespace_or_globals(f);
    Value v = namespace_get(t, namespace, N(__annotations__));
    if (!value_is_null(v))
        return 0;
    if (!value_is_null(t->exc))
        return -1;
    return slow_store_name(t, f, N(__annotations__),
                           value_from_pointer(dict_new(t)));
}

static Str *local_name(const Frame *f, uint32_t local)
{
    return value_to_str(slot_get(
        &f->code->localsplus_names->items[local]));
}

Value slow_unbound(Thread *t, Frame *f, uint32_t local)
{
    Str *name = local_name(f, local);
    if (f->code->localsplus_kinds->data[local] & LOCAL_FREE) {
        raise_error(t, EXC(NameError),
                    "cannot access free variable '%U' where it is not "
                    "associated with a value in enclosing scope", name);
    } else {
        raise_error(t, EXC(UnboundLocalError),
                    "cannot access local variable '%U' where it is not "
                    "associated with a value", name);
    }
    return NULL_VALUE;
}

Value slow_load_classdef(Thread *t, Frame *f, uint32_t local)
{
    Value v = value_is_null(f->namespace_)
                  ? NULL_VALUE
                  : namespace_get(t, f->namespace_, local_name(f, local));
    if (!value_is_null(v) || !value_is_null(t->exc))
        return v;
    Cell *cell = value_to_cell(f->locals[local]);
    v = slot_get(&cell->value);
    return value_is_unbound(v) ? slow_unbound(t, f, local) : v;
}

Value slow_super_attr(Thread *t, Frame *f, Value super, Value cls, Value self,
                      Str *name, Value *method_self)
{
    (void)f;
    if (value_to_pointer(super) == (void *)&type_super &&
        type_has_flag(cls, TYPE_IS_TYPE) && method_self != NULL &&
        type_is_subtype(type_of(self), value_to_pointer(cls))) {
        Value v = type_lookup_behind(type_of(self), value_to_pointer(cls), name);
        if (!value_is_null(v) &&
            (value_has_shape(v, SHAPE_FUNCTION) ||
             value_has_shape(v, SHAPE_METHOD_DESCRIPTOR) ||
             value_has_shape(v, SHAPE_WRAPPER_DESCRIPTOR))) {
            *method_self = self;
            return v;
        }
    }
    TRY(proxy, object_call2(t, super, cls, self));
    return object_getattr(t, proxy, name);
}
