/* SPDX-License-Identifier: MIT */
/*
 * Attribute access.  The lookups have a core that answers UNBOUND where there
 * is no such attribute, so that asking costs no exception.
 */
#include "object/object_attr.h"

#include "object/dict.h"
#include "object/instance.h"
#include "object/names.h"
#include "object/raise.h"
#include "object/slots.h"
#include "object/type_make.h"

/* The object's own attribute, or null. */
static Value own_attr(Value v, Type *type, Str *name)
{
    if (!value_is_pointer(v))
        return NULL_VALUE;
    if (type->type_flags & TYPE_HAS_DICT)
        return instance_get(value_to_pointer(v), name);
    Dict **own = object_own_dict(v);
    if (own == NULL || *own == NULL)
        return NULL_VALUE;
    return dict_get_str(*own, name);
}

Value object_generic_getattr_or_unbound(Thread *t, Value v, Str *name)
{
    Type *type = type_of(v), *kind = NULL;
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr)) {
        kind = type_of(attr);
        if (kind->slots.descr_set != NULL && kind->slots.descr_get != NULL)
            return kind->slots.descr_get(t, attr, v, type);
    }
    Value own = own_attr(v, type, name);
    if (!value_is_null(own))
        return own;
    if (kind == NULL)
        return UNBOUND;
    if (kind->slots.descr_get != NULL)
        return kind->slots.descr_get(t, attr, v, type);
    return attr;
}

Value object_generic_getattr(Thread *t, Value v, Str *name)
{
    Value attr = object_generic_getattr_or_unbound(t, v, name);
    if (value_is_unbound(attr))
        return raise_attribute_error(t, v, name);
    return attr;
}

Value type_getattr_or_unbound(Thread *t, Value self, Str *name)
{
    Type *type = value_to_pointer(self), *meta = type_of(self), *kind = NULL;
    Value meta_attr = type_lookup(meta, name);
    if (!value_is_null(meta_attr)) {
        kind = type_of(meta_attr);
        if (kind->slots.descr_get != NULL && kind->slots.descr_set != NULL)
            return kind->slots.descr_get(t, meta_attr, self, meta);
    }
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr)) {
        Type *own = type_of(attr);
        if (own->slots.descr_get == NULL)
            return attr;
        return own->slots.descr_get(t, attr, UNBOUND, type);
    }
    if (kind == NULL)
        return UNBOUND;
    if (kind->slots.descr_get != NULL)
        return kind->slots.descr_get(t, meta_attr, self, meta);
    return meta_attr;
}

Value type_getattr(Thread *t, Value self, Str *name)
{
    Value attr = type_getattr_or_unbound(t, self, name);
    if (value_is_unbound(attr))
        return raise_attribute_error(t, self, name);
    return attr;
}

Value object_getattr(Thread *t, Value v, Str *name)
{
    return type_of(v)->slots.getattr(t, v, name);
}

Value object_getattr_or_unbound(Thread *t, Value v, Str *name)
{
    Type *type = type_of(v);
    Value attr;
    if (type->slots.getattr == object_generic_getattr)
        attr = object_generic_getattr_or_unbound(t, v, name);
    else if (type->slots.getattr == type_getattr)
        attr = type_getattr_or_unbound(t, v, name);
    else
        attr = type->slots.getattr(t, v, name);
    if (value_is_null(attr) && exception_matches(t, EXC(AttributeError))) {
        t->exc = NULL_VALUE;
        return UNBOUND;
    }
    return attr;
}

/* --- setting ----------------------------------------------------------- */

static int raise_read_only(Thread *t, Value v, Str *name)
{
    return RAISE_INT(raise_error(
        t, EXC(AttributeError), "'%.100T' object attribute %R is read-only",
        v, value_from_pointer(name)));
}

static int set_in_dict(Thread *t, Value v, Str *name, Value value)
{
    Dict **own = object_own_dict(v);
    if (!value_is_null(value)) {
        dict_set_str(t, object_dict(t, v), name_intern(t, name), value);
        return 0;
    }
    if (*own == NULL || !dict_delete_str(t, *own, name))
        return RAISE_INT(raise_error(
            t, EXC(AttributeError), "'%.100T' object has no attribute '%U'",
            v, name));
    return 0;
}

int object_generic_setattr(Thread *t, Value v, Str *name, Value value)
{
    Type *type = type_of(v);
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr)) {
        Type *kind = type_of(attr);
        if (kind->slots.descr_set != NULL)
            return kind->slots.descr_set(t, attr, v, value);
    }
    if (value_is_pointer(v) && (type->type_flags & TYPE_HAS_DICT)) {
        void *object = value_to_pointer(v);
        if (!value_is_null(value))
            return instance_set(t, object, name, value);
        if (instance_delete(t, object, name))
            return 0;
        return RAISE_INT(raise_attribute_error(t, v, name));
    }
    if (object_own_dict(v) != NULL)
        return set_in_dict(t, v, name, value);
    if (value_is_null(attr))
        return RAISE_INT(raise_attribute_error(t, v, name));
    return raise_read_only(t, v, name);
}

int object_setattr(Thread *t, Value v, Str *name, Value value)
{
    name = name_intern(t, name);
    return type_of(v)->slots.setattr(t, v, name, value);
}

int object_delattr(Thread *t, Value v, Str *name)
{
    name = name_intern(t, name);
    return type_of(v)->slots.setattr(t, v, name, NULL_VALUE);
}

/* --- methods ----------------------------------------------------------- */

/* A class method called on its class needs no bound method either. */
static Value get_class_method(Thread *t, Value v, Str *name, Value *self)
{
    *self = UNBOUND;
    Type *type = value_to_pointer(v);
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr) && value_has_shape(attr, SHAPE_CLASSMETHOD) &&
        value_is_null(type_lookup(type_of(v), name))) {
        Wrapped *w = value_to_pointer(attr);
        Value callable = slot_get(&w->callable);
        if (value_has_shape(callable, SHAPE_FUNCTION)) {
            *self = v;
            return callable;
        }
    }
    return type_getattr(t, v, name);
}

Value object_get_method(Thread *t, Value v, Str *name, Value *self)
{
    Type *type = type_of(v);
    if (type->slots.getattr != object_generic_getattr) {
        if (type->slots.getattr == type_getattr)
            return get_class_method(t, v, name, self);
        *self = UNBOUND;
        return type->slots.getattr(t, v, name);
    }
    Value attr = type_lookup(type, name);
    if (value_is_method_like(attr)) {
        Value own = own_attr(v, type, name);
        *self = value_is_null(own) ? v : UNBOUND;
        return value_is_null(own) ? attr : own;
    }
    *self = UNBOUND;
    return object_generic_getattr(t, v, name);
}

Value object_lookup_special(Thread *t, Value v, Str *name)
{
    Type *type = type_of(v);
    Value attr = type_lookup(type, name);
    if (value_is_null(attr))
        return UNBOUND;
    Type *kind = type_of(attr);
    if (kind->slots.descr_get == NULL)
        return attr;
    return kind->slots.descr_get(t, attr, v, type);
}
