/* SPDX-License-Identifier: MIT */
/*
 * Attribute access.  The lookups have a core that answers UNBOUND where there
 * is no such attribute, so that asking costs no exception.
 *
 * Instructions that meet many shapes come here each time, and the answer of the
 * generic lookup for a shape and a name is nearly always the same: it is kept
 * in a cache.
 */
#include "object/core/object_attr.h"

#include "base/limits.h"
#include "object/container/dict.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/type/descriptor.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

/* --- the cache --------------------------------------------------------- */

enum { CACHE_SIZE = LIMIT_ATTR_CACHE };
enum { CLASS_VALUE = 0, CLASS_METHOD = -1 }; /* CacheEntry.offset */

/*
 * What has been found out about an attribute of the instances of a shape; true
 * as long as the class has the version.  Process-wide as shape ids are: an
 * object that has the shape belongs to the runtime that the entry is of, and
 * ids, and versions of one class, are never used again.
 */
typedef struct CacheEntry {
    uint32_t shape, version;
    int32_t offset; /* of the Slot; or `value` is the class's: CLASS_VALUE as
                       it is, CLASS_METHOD to be called with the instance */
    const Str *name; /* interned */
    Type *type;
    Value value;
} CacheEntry;
static CacheEntry cache[CACHE_SIZE];

static inline CacheEntry *cache_entry(uint32_t shape, const Str *name)
{
    uintptr_t hash = ((uintptr_t)name >> 4) + shape * 0x9e3779b1u;
    return &cache[hash % CACHE_SIZE];
}

/* What is known of v's attribute, or NULL. */
static inline const CacheEntry *cache_find(Value v, const Str *name)
{
    if (!value_is_pointer(v))
        return NULL;
    uint32_t shape = value_header(v)->shape;
    const CacheEntry *e = cache_entry(shape, name);
    /* An object of the shape is there, so its type is. */
    return e->shape == shape && e->name == name &&
                   e->version == e->type->version ? e : NULL;
}

static inline Slot *cached_slot(const CacheEntry *e, Value v)
{
    return (Slot *)((char *)value_to_pointer(v) + e->offset);
}

/* Remembers the attribute, if neither a class with rules of its own nor a
 * dictionary, of which the shape does not tell, has a say in it. */
static void cache_fill(Value v, Type *type, Str *name, int32_t offset,
                       Value value)
{
    if (!value_is_pointer(v) || !(name->h.flags & OBJECT_INTERNED) ||
        type->slots.getattr != object_generic_getattr ||
        object_own_dict(v) != NULL || type_version(type) == 0)
        return;
    const Shape *shape = shape_of(value_to_pointer(v));
    if (shape->shape_flags & SHAPE_DICT_MODE)
        return;
    *cache_entry(shape->id, name) = (CacheEntry){
        .shape = shape->id, .version = type->version, .offset = offset,
        .name = name, .type = type, .value = value};
}

/* v has the attribute itself, and no descriptor is in the way. */
static void cache_fill_own(Value v, Type *type, Str *name)
{
    if (!value_is_pointer(v) || !(type->type_flags & TYPE_HAS_DICT))
        return;
    const Shape *shape = shape_of(value_to_pointer(v));
    if ((shape->shape_flags & (SHAPE_DICT_MODE | SHAPE_NO_ATTRS)) ||
        shape->attr_offset == 0 || !(name->h.flags & OBJECT_INTERNED))
        return;
    int64_t i = shape_lookup(shape, name);
    if (i >= 0 && i < shape->inline_n)
        cache_fill(v, type, name, (int32_t)(shape->attr_offset + 8 + 8 * i),
                   NULL_VALUE);
}

/* The attribute is one of __slots__. */
static void cache_fill_member(Value v, Type *type, Str *name, Value descriptor)
{
    int64_t offset = member_descriptor_offset(descriptor, type);
    if (offset > 0)
        cache_fill(v, type, name, (int32_t)offset, NULL_VALUE);
}

/* The attribute's value if it is cached and needs no binding; else null. */
static inline Value cached_value(Value v, const Str *name)
{
    const CacheEntry *e = cache_find(v, name);
    if (e == NULL || e->offset == CLASS_METHOD)
        return NULL_VALUE;
    if (e->offset == CLASS_VALUE)
        return e->value;
    Value own = slot_get(cached_slot(e, v));
    return value_is_unbound(own) ? NULL_VALUE : own;
}

/* --- getting ----------------------------------------------------------- */

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
        if (kind->slots.descr_set != NULL && kind->slots.descr_get != NULL) {
            cache_fill_member(v, type, name, attr);
            return kind->slots.descr_get(t, attr, v, value_from_pointer(type));
        }
    }
    Value own = own_attr(v, type, name);
    if (!value_is_null(own)) {
        cache_fill_own(v, type, name);
        return own;
    }
    if (kind == NULL)
        return UNBOUND;
    if (kind->slots.descr_get != NULL)
        return kind->slots.descr_get(t, attr, v, value_from_pointer(type));
    cache_fill(v, type, name, CLASS_VALUE, attr);
    return attr;
}

Value object_generic_getattr(Thread *t, Value v, Str *name)
{
    Value attr = object_generic_getattr_or_unbound(t, v, name);
    if (value_is_unbound(attr))
        return raise_attribute_error(t, v, name);
    return attr;
}

static Value type_getattr_or_unbound(Thread *t, Value self, Str *name)
{
    Type *type = value_to_type(self), *meta = type_of(self), *kind = NULL;
    Value meta_attr = type_lookup(meta, name);
    if (!value_is_null(meta_attr)) {
        kind = type_of(meta_attr);
        if (kind->slots.descr_get != NULL && kind->slots.descr_set != NULL)
            return kind->slots.descr_get(t, meta_attr, self,
                                         value_from_pointer(meta));
    }
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr)) {
        Type *own = type_of(attr);
        if (own->slots.descr_get == NULL)
            return attr;
        return own->slots.descr_get(t, attr, UNBOUND, self);
    }
    if (kind == NULL)
        return UNBOUND;
    if (kind->slots.descr_get != NULL)
        return kind->slots.descr_get(t, meta_attr, self,
                                         value_from_pointer(meta));
    return meta_attr;
}

Value type_getattr(Thread *t, Value self, Str *name)
{
    Value attr = type_getattr_or_unbound(t, self, name);
    if (value_is_unbound(attr))
        return raise_attribute_error(t, self, name);
    return attr;
}

static const char getting[] = " while calling a Python object";

Value object_getattr(Thread *t, Value v, Str *name)
{
    Value cached = cached_value(v, name);
    if (!value_is_null(cached))
        return cached;
    if (recursion_overflows(t, getting))
        return NULL_VALUE;
    return type_of(v)->slots.getattr(t, v, name);
}

Value object_getattr_or_unbound(Thread *t, Value v, Str *name)
{
    Type *type = type_of(v);
    Value attr = cached_value(v, name);
    if (!value_is_null(attr))
        return attr;
    if (recursion_overflows(t, getting))
        return NULL_VALUE;
    if (type->slots.getattr == object_generic_getattr)
        attr = object_generic_getattr_or_unbound(t, v, name);
    else if (type->slots.getattr == type_getattr)
        attr = type_getattr_or_unbound(t, v, name);
    else
        attr = outcome(t, type->slots.getattr(t, v, name));
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
    const CacheEntry *e = cache_find(v, name);
    if (e != NULL && e->offset > 0 && !value_is_null(value)) {
        slot_set(value_to_pointer(v), cached_slot(e, v), value);
        return 0;
    }
    Type *type = type_of(v);
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr)) {
        Type *kind = type_of(attr);
        if (kind->slots.descr_set != NULL) {
            cache_fill_member(v, type, name, attr);
            return outcome_status(t, kind->slots.descr_set(t, attr, v, value));
        }
    }
    if (value_is_pointer(v) && (type->type_flags & TYPE_HAS_DICT)) {
        void *object = value_to_pointer(v);
        if (!value_is_null(value)) {
            cache_fill_own(v, type, name);
            return instance_set(t, object, name, value);
        }
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
    return outcome_status(t, type_of(v)->slots.setattr(t, v, name, value));
}

int object_delattr(Thread *t, Value v, Str *name)
{
    name = name_intern(t, name);
    return outcome_status(t, type_of(v)->slots.setattr(t, v, name, NULL_VALUE));
}

/* --- methods ----------------------------------------------------------- */

/* A class method called on its class needs no bound method either. */
static Value get_class_method(Thread *t, Value v, Str *name, Value *self)
{
    *self = UNBOUND;
    Type *type = value_to_type(v);
    Value attr = type_lookup(type, name);
    if (!value_is_null(attr) && value_has_shape(attr, SHAPE_CLASSMETHOD) &&
        value_is_null(type_lookup(type_of(v), name))) {
        Wrapped *w = value_to_wrapped(attr);
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
    const CacheEntry *e = cache_find(v, name);
    if (e != NULL && e->offset == CLASS_METHOD) {
        *self = v;
        return e->value;
    }
    Type *type = type_of(v);
    if (type->slots.getattr != object_generic_getattr) {
        if (type->slots.getattr == type_getattr)
            return get_class_method(t, v, name, self);
        *self = UNBOUND;
        return outcome(t, type->slots.getattr(t, v, name));
    }
    Value attr = type_lookup(type, name);
    if (value_is_method_like(attr)) {
        Value own = own_attr(v, type, name);
        *self = UNBOUND;
        if (!value_is_null(own))
            return own;
        *self = v;
        cache_fill(v, type, name, CLASS_METHOD, attr);
        return attr;
    }
    *self = UNBOUND;
    return object_getattr(t, v, name);
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
    return kind->slots.descr_get(t, attr, v, value_from_pointer(type));
}
