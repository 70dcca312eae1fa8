/* SPDX-License-Identifier: MIT */
/* property. */
#include "object/core/mark.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/function.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static void trace(void *object, GcMarker *m)
{
    mark_slots(m, &((Property *)object)->get, 5);
}

const GcKind property_kind = {"property", trace, NULL};

/* "property 'x' of 'C' object has no setter" */
static Value raise_no_accessor(Thread *t, Property *p, Value instance,
                               const char *which)
{
    Value name = slot_get(&p->name);
    Value qualname = slot_get(&type_of(instance)->qualname);
    if (value_is_none(name))
        return raise_error(t, EXC(AttributeError),
                           "property of %R object has no %s", qualname,
                           which);
    return raise_error(t, EXC(AttributeError),
                       "property %R of %R object has no %s", name, qualname,
                       which);
}

static Value get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    Property *p = value_to_property(self);
    Value fget = slot_get(&p->get);
    if (value_is_none(fget))
        return raise_no_accessor(t, p, instance, "getter");
    return object_call1(t, fget, instance);
}

static int set(Thread *t, Value self, Value instance, Value value)
{
    Property *p = value_to_property(self);
    bool deletes = value_is_null(value);
    Value f = slot_get(deletes ? &p->del : &p->set);
    if (value_is_none(f))
        return RAISE_INT(raise_no_accessor(
            t, p, instance, deletes ? "deleter" : "setter"));
    Value v = deletes ? object_call1(t, f, instance)
                      : object_call2(t, f, instance, value);
    return value_is_null(v) ? -1 : 0;
}

CONSTRUCTOR(property, 0, (cls), (slash), (args, args), (kwargs, kwargs))
{
    Property *p = instance_new_fixed(t, cls);
    Slot *slots = &p->get;
    for (int i = 0; i < 5; i++)
        slot_set(p, &slots[i], NONE);
    return value_from_pointer(p);
}

/* A subclass's own __doc__ hides the member: the text goes to its dict. */
static int set_getter_doc(Thread *t, Value self, Value doc)
{
    Property *p = value_to_property(self);
    slot_set(p, &p->doc, doc);
    return type_of(self) == &type_property
               ? 0
               : object_setattr(t, self, N(__doc__), doc);
}

INITIALIZER(property, 0,
            (self, Property), (opt, object, fget, None),
            (opt, object, fset, None), (opt, object, fdel, None),
            (opt, object, doc, None))
{
    slot_set(self, &self->get, fget);
    slot_set(self, &self->set, fset);
    slot_set(self, &self->del, fdel);
    slot_set(self, &self->doc, doc);
    if (!value_is_none(doc) || value_is_none(fget))
        return NONE;
    doc = object_getattr_or_unbound(t, fget, N(__doc__));
    if (value_is_null(doc))
        return NULL_VALUE;
    if (value_is_unbound(doc))
        return NONE;
    return set_getter_doc(t, value_from_pointer(self), doc) < 0 ? NULL_VALUE
                                                                : NONE;
}

/* A property like self with one accessor replaced. */
static Value copy_with(Thread *t, Value self, int which, Value accessor)
{
    Property *p = value_to_property(self);
    Value args[4] = {slot_get(&p->get), slot_get(&p->set), slot_get(&p->del),
                     slot_get(&p->doc)};
    /* A doc that came from the getter is taken from the new one again. */
    Value doc = value_is_none(args[0])
                    ? UNBOUND
                    : object_getattr_or_unbound(t, args[0], N(__doc__));
    if (value_is_null(doc))
        return NULL_VALUE;
    if (value_same(doc, args[3]))
        args[3] = NONE;
    args[which] = accessor;
    Value cls = value_from_pointer(type_of(self));
    TRY(v, object_call(t, cls, args, 4, NULL));
    if (type_of(v)->kind == KIND_PROPERTY)
        slot_set(value_to_property(v), &value_to_property(v)->name,
                 slot_get(&p->name));
    return v;
}

NATIVE(property, getter, 0, NULL,
       (self_value), (arg, object, function), (slash))
{
    return copy_with(t, self, 0, function);
}

NATIVE(property, setter, 0, NULL,
       (self_value), (arg, object, function), (slash))
{
    return copy_with(t, self, 1, function);
}

NATIVE(property, deleter, 0, NULL,
       (self_value), (arg, object, function), (slash))
{
    return copy_with(t, self, 2, function);
}

NATIVE(property, __set_name__, 0, NULL,
       (self, Property), (arg, object, owner), (arg, object, name), (slash))
{
    slot_set(self, &self->name, name);
    return NONE;
}

static Value get_abstract(Thread *t, Value self)
{
    Str *name = str_intern_c(t, "__isabstractmethod__");
    Slot *slots = &value_to_property(self)->get;
    if (recursion_overflows(t, ""))
        return NULL_VALUE;
    for (int i = 0; i < 3; i++) {
        Value f = slot_get(&slots[i]);
        if (value_is_none(f))
            continue;
        Value v = object_getattr_or_unbound(t, f, name);
        int is = value_is_unbound(v) ? 0
                 : value_is_null(v)  ? -1
                                     : object_is_true(t, v);
        if (is != 0)
            return is < 0 ? NULL_VALUE : TRUE_VALUE;
    }
    return FALSE_VALUE;
}

static const GetSetDef getsets[] = {
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {0},
};

static const MemberDef members[] = {
    {"fget", offsetof(Property, get), false},
    {"fset", offsetof(Property, set), false},
    {"fdel", offsetof(Property, del), false},
    {"__doc__", offsetof(Property, doc), true},
    {0},
};

static const NativeDef *const methods[] = {
    &property_getter_native,
    &property_setter_native,
    &property_deleter_native,
    &property___set_name___native,
    NULL,
};

Type type_property = {
    TYPE_HEAD(PROPERTY),
    .c_name = "property",
    .c_doc = "An attribute that functions compute, set and delete.",
    .type_flags = TYPE_BASE,
    .slots = {
        .descr_get = get,
        .descr_set = set,
    },
    .getsets = getsets,
    .members = members,
    .methods = methods,
    .constructor = &property_new_native,
    .initializer = &property_init_native,
};
