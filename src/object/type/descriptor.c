/* SPDX-License-Identifier: MIT */
/* Attribute descriptors: getset_descriptor and member_descriptor. */
#include "object/type/descriptor.h"

#include "base/base.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"

static Type *owner_of(const Record *r)
{
    return value_to_type(slot_get(&r->slot[0]));
}

static Str *name_of(const Record *r)
{
    return value_to_str(slot_get(&r->slot[1]));
}

static Record *descriptor_new(Thread *t, uint32_t shape, Type *owner,
                              Str *name, const char *doc)
{
    Record *r = record_new(t, shape, 3);
    slot_set(r, &r->slot[0], value_from_pointer(owner));
    slot_set(r, &r->slot[1], value_from_pointer(name));
    slot_set(r, &r->slot[2],
             doc == NULL ? NONE : value_from_pointer(str_from_c(t, doc)));
    return r;
}

static bool applies(Thread *t, const Record *r, Value instance)
{
    Type *owner = owner_of(r);
    if (type_is_subtype(type_of(instance), owner))
        return true;
    raise_type_error(t, "descriptor '%U' for '%N' objects doesn't apply to a "
                     "'%T' object", name_of(r), owner, instance);
    return false;
}

/* --- shared attributes ------------------------------------------------- */

static Value get_name(Thread *t, Value self)
{
    (void)t;
    return slot_get(&((Record *)value_to_record(self))->slot[1]);
}

static Value get_objclass(Thread *t, Value self)
{
    (void)t;
    return slot_get(&((Record *)value_to_record(self))->slot[0]);
}

static Value get_doc(Thread *t, Value self)
{
    (void)t;
    return slot_get(&((Record *)value_to_record(self))->slot[2]);
}

static Value get_qualname(Thread *t, Value self)
{
    Record *r = value_to_record(self);
    return format_message(t, "%S.%U", slot_get(&owner_of(r)->qualname),
                          name_of(r));
}

NATIVE(descriptor, __reduce__, 0, NULL, (self_value), (slash))
{
    Record *r = value_to_record(self);
    Value getattr = dict_get_c(t, t->rt->builtins, "getattr");
    Value pair = value_from_pointer(
        tuple_pack(t, 2, slot_get(&r->slot[0]), slot_get(&r->slot[1])));
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
    bool member = def->doc != NULL && def->doc[0] == GETSET_MEMBER[0];
    const char *doc = !member            ? def->doc
                      : def->doc[1] == 0 ? NULL
                                         : def->doc + 1;
    Record *r = descriptor_new(t, member ? SHAPE_MEMBER_DESCRIPTOR
                                         : SHAPE_GETSET_DESCRIPTOR,
                               owner, str_intern_c(t, def->name), doc);
    r->word[0] = (int64_t)(intptr_t)def;
    r->word[1] = member ? MEMBER_COMPUTED : 0;
    return value_from_pointer(r);
}

static const GetSetDef *def_of(const Record *r)
{
    return (const GetSetDef *)(intptr_t)r->word[0];
}

static Value getset_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    Record *r = value_to_record(self);
    if (!applies(t, r, instance))
        return NULL_VALUE;
    if (def_of(r)->get == NULL)
        return raise_error(t, EXC(AttributeError), "attribute '%U' of '%N' "
                           "objects is not readable", name_of(r),
                           owner_of(r));
    return def_of(r)->get(t, instance);
}

static int getset_set(Thread *t, Value self, Value instance, Value value)
{
    Record *r = value_to_record(self);
    if (!applies(t, r, instance))
        return -1;
    if (def_of(r)->set != NULL)
        return def_of(r)->set(t, instance, value);
    return RAISE_INT(raise_error(
        t, EXC(AttributeError), "attribute '%U' of '%N' objects is not "
        "writable", name_of(r), owner_of(r)));
}

static Value getset_repr(Thread *t, Value self)
{
    Record *r = value_to_record(self);
    return format_message(t, "<attribute '%U' of '%N' objects>", name_of(r),
                          owner_of(r));
}

Type type_getset_descriptor = {
    TYPE_HEAD(GETSET_DESCRIPTOR),
    .c_name = "getset_descriptor",
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
    Record *r =
        descriptor_new(t, SHAPE_MEMBER_DESCRIPTOR, owner, name, NULL);
    ASSERT(offset != 0);
    r->word[0] = offset;
    r->word[1] = MEMBER_WRITABLE;
    return value_from_pointer(r);
}

Value member_from_def(Thread *t, Type *owner, const MemberDef *def)
{
    Record *r = descriptor_new(t, SHAPE_MEMBER_DESCRIPTOR, owner,
                               str_intern_c(t, def->name), NULL);
    r->word[0] = (int64_t)def->offset;
    r->word[1] = MEMBER_NONE | (def->writable ? MEMBER_WRITABLE : 0);
    return value_from_pointer(r);
}

int64_t member_descriptor_offset(Value v, const Type *type)
{
    if (!value_has_shape(v, SHAPE_MEMBER_DESCRIPTOR))
        return 0;
    const Record *r = value_to_record(v);
    if (r->word[0] < 0 || r->word[1] != MEMBER_WRITABLE ||
        !type_is_subtype(type, owner_of(r)))
        return 0;
    return r->word[0];
}

int64_t member_own_offset(Value v, const Type *owner)
{
    if (!value_has_shape(v, SHAPE_MEMBER_DESCRIPTOR))
        return 0;
    const Record *r = value_to_record(v);
    return owner_of(r) == owner && !(r->word[1] & MEMBER_COMPUTED) ? r->word[0]
                                                                   : 0;
}

static Slot *member_slot(const Record *r, Value instance)
{
    char *from = value_to_pointer(instance);
    if (r->word[0] < 0)
        from += gc_object_capacity(from);
    return (Slot *)(void *)(from + r->word[0]);
}

static Value member_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance))
        return self;
    Record *r = value_to_record(self);
    if (!applies(t, r, instance))
        return NULL_VALUE;
    if (r->word[1] & MEMBER_COMPUTED)
        return def_of(r)->get(t, instance);
    Value v = slot_get(member_slot(r, instance));
    if (!value_is_unbound(v) && !value_is_null(v))
        return v;
    if (r->word[1] & MEMBER_NONE)
        return NONE;
    return raise_attribute_error(t, instance, name_of(r));
}

static int member_set(Thread *t, Value self, Value instance, Value value)
{
    Record *r = value_to_record(self);
    if (!applies(t, r, instance))
        return -1;
    if (!(r->word[1] & MEMBER_WRITABLE))
        return RAISE_INT(
            raise_error(t, EXC(AttributeError), "readonly attribute"));
    void *object = value_to_pointer(instance);
    Slot *s = member_slot(r, instance);
    if (!value_is_null(value)) {
        slot_set(object, s, value);
        return 0;
    }
    bool there = !value_is_unbound(slot_get(s)) || (r->word[1] & MEMBER_NONE);
    slot_set(object, s, UNBOUND);
    if (there)
        return 0;
    return RAISE_INT(
        raise_error(t, EXC(AttributeError), "%U", name_of(r)));
}

static Value member_repr(Thread *t, Value self)
{
    Record *r = value_to_record(self);
    return format_message(t, "<member '%U' of '%N' objects>", name_of(r),
                          owner_of(r));
}

Type type_member_descriptor = {
    TYPE_HEAD(MEMBER_DESCRIPTOR),
    .c_name = "member_descriptor",
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
    (void)t;
    (void)self;
    return NONE;
}

const GetSetDef instance_dict_getsets[] = {
    {"__dict__", get_dict, set_dict,
     "dictionary for instance variables (if defined)"},
    {0},
};
const GetSetDef instance_weakref_getset = {
    "__weakref__", get_weakref, NULL,
    "list of weak references to the object (if defined)"};
