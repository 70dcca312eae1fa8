/* SPDX-License-Identifier: MIT */
/* The type `type`: classes as objects, their attributes and calls. */
#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/core/slot.h"
#include "object/core/tracked.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"
#include "object/type/union.h"

/* --- attributes -------------------------------------------------------- */

static int type_setattr(Thread *t, Value self, Str *name, Value value)
{
    Type *type = value_to_type(self);
    if (type->type_flags & TYPE_IMMUTABLE)
        return RAISE_INT(raise_type_error(
            t, "cannot set %R attribute of immutable type '%N'",
            value_from_pointer(name), type));
    Value meta_attr = type_lookup(type_of(self), name);
    if (!value_is_null(meta_attr)) {
        Type *kind = type_of(meta_attr);
        if (kind->slots.descr_set != NULL)
            return outcome_status(
                t, kind->slots.descr_set(t, meta_attr, self, value));
    }
    int status = type_set_attr(t, type, name, value);
    if (status == 0 && value_is_null(value))
        return RAISE_INT(raise_attribute_error(t, self, name));
    return status < 0 ? -1 : 0;
}

/* --- calls ------------------------------------------------------------- */

static Value type_call(Thread *t, Value self, Value *args, int64_t n,
                       Tuple *kwnames)
{
    Type *cls = value_to_type(self);
    if (cls == &type_type && n == 1 && (kwnames == NULL || kwnames->len == 0))
        return value_from_pointer(type_of(args[0]));
    if (cls->slots.new == NULL)
        return raise_type_error(t, "cannot create '%.100N' instances", cls);
    TRY(object, outcome(t, cls->slots.new(t, cls, args, n, kwnames)));
    Type *type = type_of(object);
    if (type->slots.init == NULL || !type_is_subtype(type, cls))
        return object;
    if (outcome_status(t, type->slots.init(t, object, args, n, kwnames)) < 0)
        return NULL_VALUE;
    return object;
}

/* type.__init__ only checks what __new__ has used. */
static int type_init(Thread *t, Value self, Value *args, int64_t n,
                     Tuple *kwnames)
{
    (void)self;
    (void)args;
    if (kwnames != NULL && kwnames->len > 0 && n == 1)
        return RAISE_INT(raise_type_error(
            t, "type.__init__() takes no keyword arguments"));
    if (n != 1 && n != 3)
        return RAISE_INT(raise_type_error(
            t, "type.__init__() takes 1 or 3 arguments"));
    return 0;
}

static Value type_repr(Thread *t, Value self)
{
    Type *type = value_to_type(self);
    Value module = object_getattr_or_unbound(t, self, N(__module__));
    if (value_is_null(module))
        t->exc = NULL_VALUE;
    Value qualname = slot_get(&type->qualname);
    if (!value_is_str(qualname))
        qualname = slot_get(&type->name);
    if (!value_is_null(module) && value_is_str(module) &&
        !str_equal(value_to_str(module), N(builtins)))
        return format_message(t, "<class '%U.%U'>", value_to_str(module),
                              value_to_str(qualname));
    return format_message(t, "<class '%U'>", value_to_str(qualname));
}

static Value type_or(Thread *t, Value a, Value b)
{
    return union_or(t, a, b);
}

/* --- getsets ----------------------------------------------------------- */

static int check_settable(Thread *t, Value self, Value value,
                          const char *name)
{
    if (value_to_type(self)->type_flags & TYPE_IMMUTABLE)
        return RAISE_INT(raise_type_error(
            t, "cannot set '%s' attribute of immutable type '%N'", name,
            value_to_type(self)));
    if (value_is_null(value))
        return RAISE_INT(raise_type_error(
            t, "cannot delete '%s' attribute of immutable type '%N'", name,
            value_to_type(self)));
    return 0;
}

static Value get_name(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_type(self)->name);
}

static int set_name(Thread *t, Value self, Value value)
{
    if (check_settable(t, self, value, "__name__") < 0)
        return -1;
    if (!value_is_str(value))
        return RAISE_INT(raise_type_error(
            t, "can only assign string to %N.__name__, not '%T'",
            value_to_type(self), value));
    slot_set(value_to_type(self), &value_to_type(self)->name, value);
    return 0;
}

static Value get_qualname(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_type(self)->qualname);
}

static int set_qualname(Thread *t, Value self, Value value)
{
    if (check_settable(t, self, value, "__qualname__") < 0)
        return -1;
    if (!value_is_str(value))
        return RAISE_INT(raise_type_error(
            t, "can only assign string to %N.__qualname__, not '%T'",
            value_to_type(self), value));
    slot_set(value_to_type(self), &value_to_type(self)->qualname, value);
    return 0;
}

Value type_builtin_module(Thread *t, const Type *type)
{
    const char *dot = strrchr(type->c_name, '.');
    if (dot == NULL)
        return value_from_pointer(N(builtins));
    Str *s = str_from_utf8(t, type->c_name, (size_t)(dot - type->c_name));
    return value_from_pointer(str_intern(t, s));
}

static Value get_module(Thread *t, Value self)
{
    Type *type = value_to_type(self);
    Value v = dict_get_str(type->dict, N(__module__));
    if (!value_is_null(v) &&
        ((type->type_flags & TYPE_HEAP) || value_is_str(v)))
        return v;
    v = slot_get(&type->module);
    if (value_is_str(v))
        return v;
    return raise_attribute_error(t, self, N(__module__));
}

static int set_module(Thread *t, Value self, Value value)
{
    if (check_settable(t, self, value, "__module__") < 0)
        return -1;
    return type_set_attr(t, value_to_type(self), N(__module__), value) < 0 ? -1
                                                                           : 0;
}

static Value get_doc(Thread *t, Value self)
{
    Type *type = value_to_type(self);
    /* A builtin type's dict may have what its instances answer. */
    if (!(type->type_flags & TYPE_HEAP) && type->c_doc != NULL)
        return slot_get(&type->doc);
    Value v = dict_get_str(type->dict, N(__doc__));
    if (value_is_null(v))
        return NONE;
    Type *kind = type_of(v);
    if (kind->slots.descr_get != NULL)
        return kind->slots.descr_get(t, v, UNBOUND, self);
    return v;
}

static int set_doc(Thread *t, Value self, Value value)
{
    if (check_settable(t, self, value, "__doc__") < 0)
        return -1;
    return type_set_attr(t, value_to_type(self), N(__doc__), value) < 0 ? -1
                                                                        : 0;
}

static Value get_bases(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(value_to_type(self)->bases);
}

static Value get_mro(Thread *t, Value self)
{
    (void)t;
    Type *type = value_to_type(self);
    return type->type_flags & TYPE_READY ? value_from_pointer(type->mro)
                                         : NONE;
}

static Value get_dict(Thread *t, Value self)
{
    return mappingproxy_new(t, value_from_pointer(value_to_type(self)->dict));
}

static Value get_abstract(Thread *t, Value self)
{
    Value v = NULL_VALUE;
    if (value_to_type(self) != &type_type)
        v = dict_get_str(value_to_type(self)->dict, N(__abstractmethods__));
    if (value_is_null(v))
        return raise_error(t, EXC(AttributeError), "__abstractmethods__");
    return v;
}

static int set_abstract(Thread *t, Value self, Value value)
{
    Type *type = value_to_type(self);
    int abstract = 0;
    if (!value_is_null(value)) {
        abstract = object_is_true(t, value);
        if (abstract < 0)
            return -1;
    }
    int done = type_set_attr(t, type, N(__abstractmethods__), value);
    if (done < 0)
        return -1;
    if (done == 0)
        return RAISE_INT(
            raise_attribute_error(t, self, N(__abstractmethods__)));
    type->type_flags &= ~(uint32_t)TYPE_ABSTRACT;
    if (abstract)
        type->type_flags |= TYPE_ABSTRACT;
    return 0;
}

static Value get_annotations(Thread *t, Value self)
{
    Type *type = value_to_type(self);
    if (!(type->type_flags & TYPE_HEAP))
        return raise_attribute_error(t, self, N(__annotations__));
    Value v = dict_get_str(type->dict, N(__annotations__));
    if (value_is_null(v)) {
        v = value_from_pointer(dict_new(t));
        type_set_attr(t, type, N(__annotations__), v);
    }
    return v;
}

static int set_annotations(Thread *t, Value self, Value value)
{
    if (value_to_type(self)->type_flags & TYPE_IMMUTABLE)
        return RAISE_INT(raise_type_error(
            t, "cannot set '__annotations__' attribute of immutable type "
            "'%N'", value_to_type(self)));
    int done = type_set_attr(t, value_to_type(self), N(__annotations__), value);
    if (done == 0)
        return RAISE_INT(raise_attribute_error(t, self, N(__annotations__)));
    return done < 0 ? -1 : 0;
}

static Value get_basicsize(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_type(self)->instance_size);
}

static Value get_zero(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_type(self)->type_flags & TYPE_VAR_SIZED ? 1
                                                                           : 0);
}

static Value get_dictoffset(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_type(self)->type_flags & TYPE_HAS_DICT ? 8
                                                                          : 0);
}

static Value get_weakrefoffset(Thread *t, Value self)
{
    return value_to_type(self)->type_flags & TYPE_HAS_WEAKREF
               ? get_basicsize(t, self)
               : value_from_int(0);
}

/* The bits that Python code asks for: heap type, base type, abstract, ... */
static Value get_flags(Thread *t, Value self)
{
    (void)t;
    const Type *type = value_to_type(self);
    uint32_t f = type->type_flags;
    int64_t out = (f & TYPE_HEAP ? 1 << 9 : 0) | (f & TYPE_BASE ? 1 << 10 : 0) |
                  (f & TYPE_IMMUTABLE ? 1 << 8 : 0) | 1 << 12 |
                  (type_is_collected(type) ? 1 << 14 : 0) |
                  (f & TYPE_ABSTRACT ? 1 << 20 : 0) |
                  (f & TYPE_SEQUENCE ? 1 << 5 : 0) |
                  (f & TYPE_MAPPING ? 1 << 6 : 0) |
                  (f & TYPE_IS_INT ? 1 << 24 : 0) |
                  (f & TYPE_IS_LIST ? 1 << 25 : 0) |
                  (f & TYPE_IS_TUPLE ? 1 << 26 : 0) |
                  (f & TYPE_IS_BYTES ? 1 << 27 : 0) |
                  (f & TYPE_IS_STR ? 1 << 28 : 0) |
                  (f & TYPE_IS_DICT ? 1 << 29 : 0) |
                  (f & TYPE_IS_EXCEPTION ? 1 << 30 : 0) |
                  (f & TYPE_IS_TYPE ? INT64_C(1) << 31 : 0);
    return value_from_int(out);
}

static Value get_text_signature(Thread *t, Value self)
{
    const Type *type = value_to_type(self);
    const NativeDef *def =
        type->initializer != NULL ? type->initializer : type->constructor;
    if (type->type_flags & TYPE_HEAP || def == NULL)
        return NONE;
    Str *s = native_call_signature(t, def);
    return s == NULL ? NONE : value_from_pointer(s);
}

static const GetSetDef type_getsets[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__bases__", get_bases, type_set_bases, NULL},
    {"__mro__", get_mro, NULL, GETSET_MEMBER},
    {"__dict__", get_dict, NULL, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL},
    {"__annotations__", get_annotations, set_annotations, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {"__basicsize__", get_basicsize, NULL, GETSET_MEMBER},
    {"__itemsize__", get_zero, NULL, GETSET_MEMBER},
    {"__dictoffset__", get_dictoffset, NULL, GETSET_MEMBER},
    {"__weakrefoffset__", get_weakrefoffset, NULL, GETSET_MEMBER},
    {"__flags__", get_flags, NULL, GETSET_MEMBER},
    {0},
};

/* A pointer is a Value. */
static const MemberDef members[] = {
    {"__base__", offsetof(Type, base), false},
    {0},
};

/* --- methods ----------------------------------------------------------- */

NATIVE(type, mro, 0, NULL, (self, Type), (slash))
{
    Tuple *mro = type_mro_compute(t, self);
    if (mro == NULL)
        return NULL_VALUE;
    List *l = list_new(t, mro->len);
    if (l == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < mro->len; i++)
        list_append(t, l, tuple_get(mro, i));
    return value_from_pointer(l);
}

typedef struct Collected {
    Thread *t;
    List *list;
} Collected;

static void collect(Type *sub, void *context)
{
    Collected *c = context;
    list_append(c->t, c->list, value_from_pointer(sub));
}

NATIVE(type, __subclasses__, 0, NULL, (self, Type), (slash))
{
    Collected c = {t, list_new(t, 4)};
    type_each_subclass(self, collect, &c);
    return value_from_pointer(c.list);
}

NATIVE(type, __prepare__, NATIVE_CLASS, NULL,
       (cls), (slash), (args, args), (kwargs, kwargs))
{
    return value_from_pointer(dict_new(t));
}

NATIVE(type, __instancecheck__, 0, NULL,
       (self_value), (arg, object, instance), (slash))
{
    int is = object_real_isinstance(t, instance, self);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

NATIVE(type, __subclasscheck__, 0, NULL,
       (self_value), (arg, object, subclass), (slash))
{
    int is = object_real_issubclass(t, subclass, self);
    return is < 0 ? NULL_VALUE : value_from_bool(is);
}

NATIVE(type, __dir__, 0, NULL, (self, Type), (slash))
{
    Dict *names = dict_new(t);
    const Tuple *mro = self->mro;
    for (int64_t i = mro->len - 1; i >= 0; i--) {
        Type *base = value_to_type(tuple_get(mro, i));
        if (dict_update(t, names, value_from_pointer(base->dict)) < 0)
            return NULL_VALUE;
    }
    List *l = list_from_iterable(t, value_from_pointer(names));
    return l == NULL ? NULL_VALUE : value_from_pointer(l);
}

NATIVE(type, __sizeof__, 0, NULL, (self_value), (slash))
{
    return value_from_int(sizeof(Type));
}

static const NativeDef *const type_methods[] = {
    &type_mro_native,
    &type___subclasses___native,
    &type___prepare___native,
    &type___instancecheck___native,
    &type___subclasscheck___native,
    &type___dir___native,
    &type___sizeof___native,
    NULL,
};

Type type_type = {
    TYPE_HEAD(TYPE),
    .c_name = "type",
    .c_doc = "type(object) is the class of an object.\n"
             "type(name, bases, dict, **kwds) makes a class.",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .slots = {
        .repr = type_repr,
        .getattr = type_getattr,
        .setattr = type_setattr,
        .call = type_call,
        .new = type_type_new,
        .init = type_init,
        .or = type_or,
    },
    .methods = type_methods,
    .getsets = type_getsets,
    .members = members,
};
