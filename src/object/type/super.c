/* SPDX-License-Identifier: MIT */
/* super: attributes as the classes behind one in an MRO have them. */
#include "object/type/super.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object_attr.h"
#include "object/core/outcome.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/type_make.h"
#include "object/type/instance.h"

typedef struct Super {
    RECORD_HEAD()
    Slot type;        /* the class whose successors are searched */
    Slot object;      /* UNBOUND if none */
    Slot object_type; /* the class whose MRO counts; UNBOUND if none */
} Super;

int (*super_args_hook)(Thread *t, Value *type, Value *self);

/* The class in whose MRO `object` is looked up behind `type`; NULL: error. */
static Type *check(Thread *t, Type *type, Value object)
{
    if (type_has_flag(object, TYPE_IS_TYPE) &&
        type_is_subtype(value_to_pointer(object), type))
        return value_to_type(object);
    if (type_is_subtype(type_of(object), type))
        return type_of(object);
    Value cls = object_getattr_or_unbound(t, object, N(__class__));
    if (value_is_null(cls))
        return NULL;
    if (!value_is_unbound(cls) && type_has_flag(cls, TYPE_IS_TYPE) &&
        type_is_subtype(value_to_pointer(cls), type))
        return value_to_type(cls);
    raise_type_error(t, "super(type, obj): obj must be an instance or "
                     "subtype of type");
    return NULL;
}

/* The attribute behind the class, or UNBOUND. */
static Value lookup(Thread *t, const Super *s, Str *name)
{
    Value of = slot_get(&s->object_type);
    if (value_is_unbound(of))
        return UNBOUND;
    Type *start = value_to_type(of);
    Value type = slot_get(&s->type);
    Value v = type_lookup_behind(start, value_to_pointer(type), name);
    if (value_is_null(v))
        return UNBOUND;
    Type *kind = type_of(v);
    if (kind->slots.descr_get == NULL)
        return v;
    Value object = slot_get(&s->object);
    if (value_same(object, of))
        object = UNBOUND;
    return kind->slots.descr_get(t, v, object, of);
}

static Value getattr(Thread *t, Value self, Str *name)
{
    if (!str_equal(name, N(__class__))) {
        Value v = lookup(t, value_to_record(self), name);
        if (!value_is_unbound(v))
            return v;
    }
    return object_generic_getattr(t, self, name);
}

static Value make(Thread *t, Type *cls, Value type, Value object,
                  Type *object_type)
{
    Super *s = record_new(t, cls->root_shape->id, RECORD_SLOTS(Super));
    slot_set(s, &s->type, type);
    slot_set(s, &s->object, object);
    slot_set(s, &s->object_type,
             object_type == NULL ? UNBOUND : value_from_pointer(object_type));
    return value_from_pointer(s);
}

/* Fields are set by __init__, so that subclasses may call it as they like. */
CONSTRUCTOR(super, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    return make(t, cls, NONE, UNBOUND, NULL);
}

INITIALIZER(super, NATIVE_FRAMES,
            (self, Super), (maybe, object, type), (maybe, object, object),
            (slash))
{
    if (value_is_unbound(type)) {
        if (super_args_hook == NULL)
            return raise_error(t, EXC(RuntimeError), "super(): no arguments");
        if (super_args_hook(t, &type, &object) < 0)
            return NULL_VALUE;
    }
    if (!type_has_flag(type, TYPE_IS_TYPE))
        return raise_type_error(
            t, "super() argument 1 must be a type, not %T", type);
    Type *of = NULL;
    if (value_is_none(object))
        object = UNBOUND;
    if (!value_is_unbound(object)) {
        of = check(t, value_to_pointer(type), object);
        if (of == NULL)
            return NULL_VALUE;
    }
    slot_set(self, &self->type, type);
    slot_set(self, &self->object, object);
    slot_set(self, &self->object_type,
             of == NULL ? UNBOUND : value_from_pointer(of));
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    const Super *s = value_to_record(self);
    Value type = slot_get(&s->type);
    Value of = slot_get(&s->object_type);
    const char *name = type_has_flag(type, TYPE_IS_TYPE)
                           ? type_name(value_to_pointer(type))
                           : "NULL";
    if (value_is_unbound(of))
        return format_message(t, "<super: <class '%s'>, NULL>", name);
    return format_message(t, "<super: <class '%s'>, <%N object>>", name,
                          value_to_type(of));
}

static Value descr_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    const Super *s = value_to_record(self);
    if (value_is_unbound(instance) ||
        !value_is_unbound(slot_get(&s->object)))
        return self;
    Value type = slot_get(&s->type);
    if (type_of(self) != &type_super)
        return object_call2(t, value_from_pointer(type_of(self)), type,
                            instance);
    Type *of = check(t, value_to_pointer(type), instance);
    if (of == NULL)
        return NULL_VALUE;
    return make(t, &type_super, type, instance, of);
}

static const MemberDef members[] = {
    {"__thisclass__", offsetof(Super, type), false},
    {"__self__", offsetof(Super, object), false},
    {"__self_class__", offsetof(Super, object_type), false},
    {0},
};

Type type_super = {
    TYPE_HEAD(SUPER),
    .c_name = "super",
    .type_flags = TYPE_BASE,
    .instance_size = sizeof(Super),
    .slots = {
        .repr = repr,
        .getattr = getattr,
        .descr_get = descr_get,
    },
    .members = members,
    .constructor = &super_new_native,
    .initializer = &super_init_native,
};
