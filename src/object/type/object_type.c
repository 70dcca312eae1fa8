/* SPDX-License-Identifier: MIT */
/* The type `object`: what everything inherits. */
#include "object/type/object_type.h"

#include <stdio.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/shape.h"
#include "object/type/slots.h"
#include "object/type/type_make.h"

/* --- making ------------------------------------------------------------ */

static Value raise_abstract(Thread *t, Type *cls)
{
    Value v = dict_get_str(cls->dict, N(__abstractmethods__));
    if (value_is_null(v))
        return raise_attribute_error(t, value_from_pointer(cls),
                                     N(__abstractmethods__));
    List *names = list_from_iterable(t, v);
    if (names == NULL || list_sort(t, names, UNBOUND, false) < 0)
        return NULL_VALUE;
    TRY(joined, str_join(t, str_from_c(t, ", "), value_from_pointer(names)));
    return raise_type_error(t, "Can't instantiate abstract class %N with "
                            "abstract method%s %S", cls,
                            names->len == 1 ? "" : "s", joined);
}

static int object_init(Thread *t, Value self, Value *args, int64_t n,
                       Tuple *kwnames);

static Value object_new(Thread *t, Type *cls, Value *args, int64_t n,
                        Tuple *kwnames)
{
    (void)args;
    if (n > 0 || (kwnames != NULL && kwnames->len > 0)) {
        if (cls->slots.new != object_new)
            return raise_type_error(t, "object.__new__() takes exactly one "
                                    "argument (the type to instantiate)");
        if (cls->slots.init == object_init)
            return raise_type_error(t, "%N() takes no arguments", cls);
    }
    if (cls->type_flags & TYPE_ABSTRACT)
        return raise_abstract(t, cls);
    return instance_new(t, cls);
}

static int object_init(Thread *t, Value self, Value *args, int64_t n,
                       Tuple *kwnames)
{
    (void)args;
    if (n == 0 && (kwnames == NULL || kwnames->len == 0))
        return 0;
    Type *type = type_of(self);
    if (type->slots.init != object_init)
        return RAISE_INT(raise_type_error(
            t, "object.__init__() takes exactly one argument (the instance to "
            "initialize)"));
    if (type->slots.new == object_new)
        return RAISE_INT(raise_type_error(
            t, "%N.__init__() takes exactly one argument (the instance to "
            "initialize)", type));
    return 0;
}

/* --- slots ------------------------------------------------------------- */

static Value repr(Thread *t, Value self)
{
    Type *type = type_of(self);
    Value cls = value_from_pointer(type);
    Value module = object_getattr_or_unbound(t, cls, N(__module__));
    if (value_is_null(module))
        t->exc = NULL_VALUE;
    Value qualname = slot_get(&type->qualname);
    char address[24];
    snprintf(address, sizeof(address), "0x%llx",
             (unsigned long long)self.bits);
    if (!value_is_null(module) && value_is_str(module) &&
        !str_equal(value_to_str(module), N(builtins)))
        return format_message(t, "<%U.%S object at %s>",
                              value_to_str(module), qualname, address);
    return format_message(t, "<%N object at %s>", type, address);
}

static Value str(Thread *t, Value self)
{
    UnaryFn f = type_of(self)->slots.repr;
    return f(t, self);
}

int object_identity_hash(Thread *t, Value self, int64_t *hash)
{
    (void)t;
    uint64_t bits = self.bits;
    *hash = (int64_t)((bits >> 4) | (bits << 60));
    if (*hash == -1)
        *hash = -2;
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (op == COMPARE_EQ)
        return value_same(a, b) ? TRUE_VALUE : NOT_IMPLEMENTED;
    if (op != COMPARE_NE)
        return NOT_IMPLEMENTED;
    TRY(equal, outcome(t, type_of(a)->slots.compare(t, a, b, COMPARE_EQ)));
    if (value_same(equal, NOT_IMPLEMENTED))
        return equal;
    int is = object_is_true(t, equal);
    return is < 0 ? NULL_VALUE : value_from_bool(!is);
}

/* --- methods ----------------------------------------------------------- */

NATIVE(object, __format__, 0, NULL,
       (self_value), (arg, object, format_spec), (slash))
{
    if (!value_is_str(format_spec))
        return raise_type_error(t, "__format__() argument must be str, not %T",
                                format_spec);
    if (value_to_str(format_spec)->len > 0)
        return raise_type_error(t, "unsupported format string passed to "
                                "%.200T.__format__", self);
    return object_str(t, self);
}

static int merge_class(Thread *t, Dict *names, Value cls)
{
    Value dict = object_getattr_or_unbound(t, cls, N(__dict__));
    if (value_is_null(dict))
        return -1;
    if (!value_is_unbound(dict) && dict_update(t, names, dict) < 0)
        return -1;
    Value bases = object_getattr_or_unbound(t, cls, N(__bases__));
    if (value_is_null(bases))
        return -1;
    if (!value_is_tuple(bases))
        return 0;
    Tuple *tuple = value_to_tuple(bases);
    for (int64_t i = 0; i < tuple->len; i++) {
        if (merge_class(t, names, tuple_get(tuple, i)) < 0)
            return -1;
    }
    return 0;
}

NATIVE(object, __dir__, 0, NULL, (self_value), (slash))
{
    Dict *names = dict_new(t);
    Value v = self;
    bool plain = value_is_pointer(v) && type_has_flag(v, TYPE_HAS_DICT) &&
                 !(shape_of(value_to_pointer(v))->shape_flags &
                   SHAPE_DICT_MODE);
    if (plain) { /* do not make a dictionary of it */
        Shape *shape = shape_of(value_to_pointer(v));
        Str *own[SHAPE_ATTRS_MAX];
        shape_names(shape, own);
        for (uint32_t i = 0; i < shape->n; i++)
            dict_set_str(t, names, own[i], NONE);
    } else {
        Value dict = object_getattr_or_unbound(t, v, N(__dict__));
        if (value_is_null(dict))
            return NULL_VALUE;
        if (value_is_dict(dict) && dict_update(t, names, dict) < 0)
            return NULL_VALUE;
    }
    TRY(cls, object_getattr(t, v, N(__class__)));
    if (merge_class(t, names, cls) < 0)
        return NULL_VALUE;
    List *l = list_from_iterable(t, value_from_pointer(names));
    return l == NULL ? NULL_VALUE : value_from_pointer(l);
}

NATIVE(object, __sizeof__, 0, NULL, (self_value), (slash))
{
    if (!value_is_pointer(self))
        return value_from_int(8);
    const Header *h = value_header(self);
    if (h->flags & OBJECT_STATIC)
        return value_from_int(type_of(self)->instance_size);
    return value_from_int((int64_t)gc_object_capacity(h));
}

NATIVE(object, __init_subclass__, NATIVE_CLASS, NULL, (cls), (slash))
{
    return NONE;
}

NATIVE(object, __subclasshook__, NATIVE_CLASS, NULL,
       (cls), (slash), (args, ignored))
{
    return NOT_IMPLEMENTED;
}

/* --- __class__ --------------------------------------------------------- */

static Value get_class(Thread *t, Value self)
{
    (void)t;
    return value_from_pointer(type_of(self));
}

static int set_class(Thread *t, Value self, Value value)
{
    if (value_is_null(value))
        return RAISE_INT(
            raise_type_error(t, "can't delete __class__ attribute"));
    if (!type_has_flag(value, TYPE_IS_TYPE))
        return RAISE_INT(raise_type_error(
            t, "__class__ must be set to a class, not '%T' object", value));
    Type *old = type_of(self), *new = value_to_type(value);
    bool modules = (old->type_flags & TYPE_IS_MODULE) &&
                   (new->type_flags & TYPE_IS_MODULE);
    if (!modules && ((old->type_flags | new->type_flags) & TYPE_IMMUTABLE))
        return RAISE_INT(raise_type_error(
            t, "__class__ assignment only supported for mutable types or "
            "ModuleType subclasses"));
    if (!type_check_layouts(t, old, new, "__class__"))
        return -1;
    instance_set_class(t, value_to_pointer(self), new);
    return 0;
}

static const GetSetDef getsets[] = {
    {"__class__", get_class, set_class, "the type that it is an instance of"},
    {0},
};

static const NativeDef *const methods[] = {
    &object___format___native,
    &object___dir___native,
    &object___sizeof___native,
    &object___init_subclass___native,
    &object___subclasshook___native,
    &object___getstate___native,
    &object___reduce___native,
    &object___reduce_ex___native,
    NULL,
};

Type type_object = {
    TYPE_HEAD(OBJECT),
    .c_name = "object",
    .c_doc = "What every class derives from.",
    .type_flags = TYPE_BASE,
    .instance_size = sizeof(Header),
    .slots = {
        .repr = repr,
        .str = str,
        .hash = object_identity_hash,
        .compare = compare,
        .getattr = object_generic_getattr,
        .setattr = object_generic_setattr,
        .new = object_new,
        .init = object_init,
    },
    .methods = methods,
    .getsets = getsets,
};
