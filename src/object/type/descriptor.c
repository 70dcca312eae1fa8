/* SPDX-License-Identifier: MIT */
/* Attribute descriptors: getset_descriptor and member_descriptor. */
#include "object/type/descriptor.h"

#include "base/base.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/core/weakref.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* What both begin with. */
#define DESCRIPTOR_SLOTS                                                      \
    Slot owner; /* a Type */                                                  \
    Slot name;                                                                \
    Slot doc;
typedef struct Descriptor {
    RECORD_HEAD()
    DESCRIPTOR_SLOTS
} Descriptor;

typedef struct GetSet {
    RECORD_HEAD(const GetSetDef *def;)
    DESCRIPTOR_SLOTS
} GetSet;

enum {
    MEMBER_WRITABLE = 1 << 0,
    MEMBER_NONE = 1 << 1, /* reads as None when empty, else AttributeError */
    MEMBER_COMPUTED = 1 << 2, /* by def->get: see GETSET_MEMBER */
};
typedef struct Member {
    RECORD_HEAD(union {
                    int64_t offset; /* of the Slot; from the end if negative */
                    const GetSetDef *def;
                };
                int64_t flags;) /* MEMBER_* */
    DESCRIPTOR_SLOTS
} Member;

static Type *owner_of(const void *self)
{
    const Descriptor *d = self;
    return value_to_type(slot_get(&d->owner));
}

static Str *name_of(const void *self)
{
    const Descriptor *d = self;
    return value_to_str(slot_get(&d->name));
}

static void *descriptor_new(Thread *t, uint32_t shape, Type *owner, Str *name,
                            const char *doc)
{
    Descriptor *d = record_new(t, shape, RECORD_SLOTS(Descriptor));
    slot_set(d, &d->owner, value_from_pointer(owner));
    slot_set(d, &d->name, value_from_pointer(name));
    slot_set(d, &d->doc,
             doc == NULL ? NONE : value_from_pointer(str_from_c(t, doc)));
    return d;
}

static bool applies(Thread *t, const void *self, Value instance)
{
    Type *owner = owner_of(self);
    if (type_is_subtype(type_of(instance), owner))
        return true;
    raise_type_error(t, "descriptor '%U' for '%N' objects doesn't apply to a "
                     "'%T' object", name_of(self), owner, instance);
    return false;
}

/* --- shared attributes ------------------------------------------------- */

static Value get_name(Thread *t, Value self)
{
    (void)t;
    const Descriptor *d = value_to_record(self);
    return slot_get(&d->name);
}

static Value get_objclass(Thread *t, Value self)
{
    (void)t;
    const Descriptor *d = value_to_record(self);
    return slot_get(&d->owner);
}

static Value get_doc(Thread *t, Value self)
{
    (void)t;
    const Descriptor *d = value_to_record(self);
    return slot_get(&d->doc);
}

static Value get_qualname(Thread *t, Value self)
{
    const Descriptor *d = value_to_record(self);
    return format_message(t, "%S.%U", slot_get(&owner_of(d)->qualname),
                          name_of(d));
}

NATIVE(descriptor, __reduce__, 0, NULL, (self, Descriptor), (slash))
{
    Value getattr = dict_get_c(t, t->rt->builtins, "getattr");
    Value pair = value_from_pointer(
        tuple_pack(t, 2, slot_get(&self->owner), slot_get(&self->name)));
    return value_from_pointer(tuple_pack(t, 2, getattr, pair));
}

static const GetSetDef getsets[] = {
    {"__name__", get_name, NULL, NULL},
    {"__qualname__", get_qualname, NULL, NULL},
    {"__objclass__", get_objclass, NULL, NULL},
    {"__doc__", get_doc, NULL, NULL},
    {0},
};

static const NativeDef *const methods[] = {
    &descriptor___reduce___native,
    NULL,
};

/* --- getset_descriptor ------------------------------------------------- */

Value getset_new(Thread *t, Type *owner, const GetSetDef *def)
{
    bool is_member = def->doc != NULL && def->doc[0] == GETSET_MEMBER[0];
    const char *doc = !is_member         ? def->doc
                      : def->doc[1] == 0 ? NULL
                                         : def->doc + 1;
    Str *name = str_intern_c(t, def->name);
    if (is_member) {
        Member *m =
            descriptor_new(t, SHAPE_MEMBER_DESCRIPTOR, owner, name, doc);
        m->def = def;
        m->flags = MEMBER_COMPUTED;
        return value_from_pointer(m);
    }
    GetSet *g = descriptor_new(t, SHAPE_GETSET_DESCRIPTOR, owner, name, doc);
    g->def = def;
    return value_from_pointer(g);
}

static Value getset_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    const GetSet *g = value_to_record(self);
    if (!applies(t, g, instance))
        return NULL_VALUE;
    if (g->def->get == NULL)
        return raise_error(t, EXC(AttributeError), "attribute '%U' of '%N' "
                           "objects is not readable", name_of(g),
                           owner_of(g));
    return g->def->get(t, instance);
}

static int getset_set(Thread *t, Value self, Value instance, Value value)
{
    const GetSet *g = value_to_record(self);
    if (!applies(t, g, instance))
        return -1;
    if (g->def->set != NULL)
        return g->def->set(t, instance, value);
    return RAISE_INT(raise_error(
        t, EXC(AttributeError), "attribute '%U' of '%N' objects is not "
        "writable", name_of(g), owner_of(g)));
}

static Value getset_repr(Thread *t, Value self)
{
    const GetSet *g = value_to_record(self);
    return format_message(t, "<attribute '%U' of '%N' objects>", name_of(g),
                          owner_of(g));
}

Type type_getset_descriptor = {
    TYPE_HEAD(GETSET_DESCRIPTOR),
    .c_name = "getset_descriptor",
    .instance_size = sizeof(GetSet),
    .slots = {
        .repr = getset_repr,
        .descr_get = getset_get,
        .descr_set = getset_set,
    },
    .getsets = getsets,
    .methods = methods,
};

/* --- member_descriptor ------------------------------------------------- */

Value member_new(Thread *t, Type *owner, Str *name, int64_t offset)
{
    Member *m = descriptor_new(t, SHAPE_MEMBER_DESCRIPTOR, owner, name, NULL);
    ASSERT(offset != 0);
    m->offset = offset;
    m->flags = MEMBER_WRITABLE;
    return value_from_pointer(m);
}

Value member_from_def(Thread *t, Type *owner, const MemberDef *def)
{
    Member *m = descriptor_new(t, SHAPE_MEMBER_DESCRIPTOR, owner,
                               str_intern_c(t, def->name), NULL);
    m->offset = (int64_t)def->offset;
    m->flags = MEMBER_NONE | (def->writable ? MEMBER_WRITABLE : 0);
    return value_from_pointer(m);
}

int64_t member_descriptor_offset(Value v, const Type *type)
{
    if (!value_has_shape(v, SHAPE_MEMBER_DESCRIPTOR))
        return 0;
    const Member *m = value_to_record(v);
    if (m->flags != MEMBER_WRITABLE || m->offset < 0 ||
        !type_is_subtype(type, owner_of(m)))
        return 0;
    return m->offset;
}

int64_t member_own_offset(Value v, const Type *owner)
{
    if (!value_has_shape(v, SHAPE_MEMBER_DESCRIPTOR))
        return 0;
    const Member *m = value_to_record(v);
    return owner_of(m) == owner && !(m->flags & MEMBER_COMPUTED) ? m->offset
                                                                 : 0;
}

static Slot *member_slot(const Member *m, Value instance)
{
    char *from = value_to_pointer(instance);
    if (m->offset < 0)
        from += gc_object_capacity(from);
    return (Slot *)(void *)(from + m->offset);
}

static Value member_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    const Member *m = value_to_record(self);
    if (!applies(t, m, instance))
        return NULL_VALUE;
    if (m->flags & MEMBER_COMPUTED)
        return m->def->get(t, instance);
    Value v = slot_get(member_slot(m, instance));
    if (!value_is_unbound(v) && !value_is_null(v))
        return v;
    if (m->flags & MEMBER_NONE)
        return NONE;
    return raise_attribute_error(t, instance, name_of(m));
}

static int member_set(Thread *t, Value self, Value instance, Value value)
{
    const Member *m = value_to_record(self);
    if (!applies(t, m, instance))
        return -1;
    if ((m->flags & MEMBER_COMPUTED) && m->def->set != NULL)
        return value_is_null(value)
                   ? RAISE_INT(raise_type_error(
                         t, "can't delete numeric/char attribute"))
                   : m->def->set(t, instance, value);
    if (!(m->flags & MEMBER_WRITABLE))
        return RAISE_INT(
            raise_error(t, EXC(AttributeError), "readonly attribute"));
    void *object = value_to_pointer(instance);
    Slot *s = member_slot(m, instance);
    if (!value_is_null(value)) {
        slot_set(object, s, value);
        return 0;
    }
    bool there = !value_is_unbound(slot_get(s)) || (m->flags & MEMBER_NONE);
    slot_set(object, s, UNBOUND);
    if (there)
        return 0;
    return RAISE_INT(
        raise_error(t, EXC(AttributeError), "%U", name_of(m)));
}

static Value member_repr(Thread *t, Value self)
{
    const Member *m = value_to_record(self);
    return format_message(t, "<member '%U' of '%N' objects>", name_of(m),
                          owner_of(m));
}

Type type_member_descriptor = {
    TYPE_HEAD(MEMBER_DESCRIPTOR),
    .c_name = "member_descriptor",
    .instance_size = sizeof(Member),
    .slots = {
        .repr = member_repr,
        .descr_get = member_get,
        .descr_set = member_set,
    },
    .getsets = getsets,
    .methods = methods,
};

/* --- __dict__ and __weakref__ of instances ----------------------------- */

static Value get_dict(Thread *t, Value self)
{
    Dict *d = object_dict(t, self);
    if (d == NULL)
        return raise_attribute_error(t, self, N(__dict__));
    return value_from_pointer(d);
}

static int set_dict(Thread *t, Value self, Value value)
{
    if (value_is_null(value)) {
        value = value_from_pointer(dict_new(t));
    } else if (!value_is_dict(value)) {
        return RAISE_INT(raise_type_error(
            t, "__dict__ must be set to a dictionary, not a '%.200T'",
            value));
    }
    if (object_dict(t, self) == NULL) /* mro() may have promised one */
        return RAISE_INT(raise_attribute_error(t, self, N(__dict__)));
    instance_dict_set(t, value_to_pointer(self), value_to_dict(value));
    return 0;
}

static Value get_weakref(Thread *t, Value self)
{
    return weakref_first(t, self);
}

const GetSetDef instance_dict_getsets[] = {
    {"__dict__", get_dict, set_dict,
     "the attributes of its own that an object has"},
    {0},
};
const GetSetDef instance_weakref_getset = {
    "__weakref__", get_weakref, NULL,
    "the first of the weak references to the object, or None"};
