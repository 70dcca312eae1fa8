/* SPDX-License-Identifier: MIT */
/* types.GenericAlias (PEP 585): list[int]. */
#include "object/type/generic_alias.h"

#include <string.h>
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object_attr.h"
#include "object/core/record.h"
#include "object/core/slot.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/union.h"

typedef struct GenericAlias {
    RECORD_HEAD(int64_t starred;) /* as *tuple[int] */
    Slot origin;
    Slot args;       /* a Tuple */
    Slot parameters; /* a Tuple; UNBOUND until asked for */
} GenericAlias;

static Value origin_of(Value v)
{
    const GenericAlias *self = value_to_record(v);
    return slot_get(&self->origin);
}

static Tuple *args_of(Value v)
{
    const GenericAlias *self = value_to_record(v);
    return value_to_tuple(slot_get(&self->args));
}

static bool is_starred(Value v)
{
    const GenericAlias *self = value_to_record(v);
    return self->starred;
}

static GenericAlias *alias_new(Thread *t, Type *cls, Value origin, Value args)
{
    if (!value_is_tuple(args))
        args = value_from_pointer(tuple_pack(t, 1, args));
    GenericAlias *self =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(GenericAlias));
    slot_set(self, &self->origin, origin);
    slot_set(self, &self->args, args);
    return self;
}

Value generic_alias_new(Thread *t, Value origin, Value args)
{
    return value_from_pointer(alias_new(t, &type_generic_alias, origin, args));
}

NATIVE_SHARED(generic_alias, __class_getitem__, NATIVE_CLASS,
              "Make a generic alias of the class.",
              (cls), (arg, object, object), (slash))
{
    return generic_alias_new(t, value_from_pointer(cls), object);
}

/* --- text -------------------------------------------------------------- */

/* "str", "module.Class", "..." or the repr. */
Value generic_alias_item_text(Thread *t, Value v)
{
    if (value_same(v, ELLIPSIS))
        return value_from_pointer(str_from_c(t, "..."));
    if (value_has_shape(v, SHAPE_GENERIC_ALIAS) ||
        value_has_shape(v, SHAPE_UNION))
        return object_repr(t, v);
    TRY(qualname, object_getattr_or_unbound(t, v, N(__qualname__)));
    TRY(module, object_getattr_or_unbound(t, v, N(__module__)));
    TRY(origin, object_getattr_or_unbound(t, v, N(__origin__)));
    bool parametrized = false;
    if (!value_is_unbound(origin)) {
        TRY(args, object_getattr_or_unbound(t, v, N(__args__)));
        parametrized = !value_is_unbound(args);
    }
    if (parametrized || value_is_unbound(qualname) ||
        value_is_unbound(module) || value_is_none(module))
        return object_repr(t, v);
    TRY(m, object_str(t, module));
    TRY(q, object_str(t, qualname));
    if (str_equal(value_to_str(m), N(builtins)))
        return q;
    return format_message(t, "%U.%U", value_to_str(m), value_to_str(q));
}

static Value item_or_list_text(Thread *t, Value v)
{
    if (!value_has_shape(v, SHAPE_LIST))
        return generic_alias_item_text(t, v);
    List *l = value_to_list(v);
    List *texts = list_new(t, l->len);
    if (texts == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < l->len; i++) {
        TRY(text, generic_alias_item_text(t, list_get(l, i)));
        list_append(t, texts, text);
    }
    TRY(joined, str_join(t, str_from_c(t, ", "), value_from_pointer(texts)));
    return format_message(t, "[%S]", joined);
}

static Value repr(Thread *t, Value self)
{
    TRY(origin, generic_alias_item_text(t, origin_of(self)));
    Tuple *args = args_of(self);
    List *texts = list_new(t, args->len);
    if (texts == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < args->len; i++) {
        TRY(text, item_or_list_text(t, tuple_get(args, i)));
        list_append(t, texts, text);
    }
    TRY(joined, str_join(t, str_from_c(t, ", "), value_from_pointer(texts)));
    return format_message(t, "%s%S[%S]", is_starred(self) ? "*" : "", origin,
                          args->len == 0
                              ? value_from_pointer(str_from_c(t, "()"))
                              : joined);
}

/* --- parameters -------------------------------------------------------- */

static void add_once(Thread *t, List *l, Value v)
{
    for (int64_t i = 0; i < l->len; i++) {
        if (value_same(list_get(l, i), v))
            return;
    }
    list_append(t, l, v);
}

static Tuple *parameters_in(Thread *t, Tuple *args)
{
    List *found = list_new(t, args->len);
    if (found == NULL)
        return NULL;
    if (recursion_overflows(t, " while looking for type parameters"))
        return NULL;
    for (int64_t i = 0; i < args->len; i++) {
        Value v = tuple_get(args, i);
        if (type_has_flag(v, TYPE_IS_TYPE))
            continue;
        Value subst = object_getattr_or_unbound(t, v, N(__typing_subst__));
        if (value_is_null(subst))
            return NULL;
        if (!value_is_unbound(subst)) {
            add_once(t, found, v);
            continue;
        }
        Value inner = object_getattr_or_unbound(t, v, N(__parameters__));
        if (value_is_null(inner))
            return NULL;
        if (value_is_unbound(inner) || !value_is_tuple(inner))
            continue;
        Tuple *more = value_to_tuple(inner);
        for (int64_t j = 0; j < more->len; j++)
            add_once(t, found, tuple_get(more, j));
    }
    return list_to_tuple(t, found);
}

static int64_t index_of(Tuple *s, Value v)
{
    for (int64_t i = 0; i < s->len; i++) {
        if (value_same(tuple_get(s, i), v))
            return i;
    }
    return -1;
}

/* obj[...] with its own parameters replaced. */
static Value substitute_inner(Thread *t, Value v, Tuple *parameters,
                              Tuple *items)
{
    TRY(own, object_getattr_or_unbound(t, v, N(__parameters__)));
    if (value_is_unbound(own) || !value_is_tuple(own) ||
        value_to_tuple(own)->len == 0)
        return v;
    Tuple *names = value_to_tuple(own);
    List *new = list_new(t, names->len);
    if (new == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < names->len; i++) {
        Value name = tuple_get(names, i);
        int64_t at = index_of(parameters, name);
        Value item = at < 0 ? name : tuple_get(items, at);
        /* A type variable tuple stands for several. */
        if (at >= 0 && value_is_tuple(item)) {
            if (list_extend(t, new, item) < 0)
                return NULL_VALUE;
        } else {
            list_append(t, new, item);
        }
    }
    return object_getitem(t, v, value_from_pointer(list_to_tuple(t, new)));
}

/* Lets type variable tuples and the like prepare the items. */
static Tuple *prepare_items(Thread *t, Value whole, Tuple *parameters,
                            Value items)
{
    Str *name = str_intern_c(t, "__typing_prepare_subst__");
    for (int64_t i = 0; i < parameters->len; i++) {
        Value hook =
            object_getattr_or_unbound(t, tuple_get(parameters, i), name);
        if (value_is_null(hook))
            return NULL;
        if (value_is_unbound(hook) || value_is_none(hook))
            continue;
        if (!value_is_tuple(items))
            items = value_from_pointer(tuple_pack(t, 1, items));
        items = object_call2(t, hook, whole, items);
        if (value_is_null(items))
            return NULL;
    }
    if (value_is_tuple(items))
        return value_to_tuple(items);
    return tuple_pack(t, 1, items);
}

/* The items with starred tuples spread out; NULL on error. */
static Value spread(Thread *t, Value items)
{
    if (!value_is_tuple(items))
        items = value_from_pointer(tuple_pack(t, 1, items));
    Str *name = str_intern_c(t, "__typing_unpacked_tuple_args__");
    Tuple *in = value_to_tuple(items);
    List *out = list_new(t, in->len);
    if (out == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < in->len; i++) {
        Value v = tuple_get(in, i), inner = UNBOUND;
        if (!type_has_flag(v, TYPE_IS_TYPE)) {
            inner = object_getattr_or_unbound(t, v, name);
            if (value_is_null(inner))
                return NULL_VALUE;
        }
        if (!value_is_unbound(inner) && value_is_tuple(inner) &&
            !(value_to_tuple(inner)->len > 0 &&
              value_same(tuple_get(value_to_tuple(inner),
                                   value_to_tuple(inner)->len - 1),
                         ELLIPSIS))) {
            if (list_extend(t, out, inner) < 0)
                return NULL_VALUE;
        } else {
            list_append(t, out, v);
        }
    }
    return value_from_pointer(list_to_tuple(t, out));
}

/* 1, 0 or -1 */
static int is_unpacked(Thread *t, Value v)
{
    Value is = object_getattr_or_unbound(
        t, v, str_intern_c(t, "__typing_is_unpacked_typevartuple__"));
    if (value_is_null(is))
        return -1;
    return value_is_unbound(is) ? 0 : object_is_true(t, is);
}

static int substitute_one(Thread *t, List *out, Value v, Tuple *parameters,
                          Tuple *items)
{
    if (type_has_flag(v, TYPE_IS_TYPE)) {
        list_append(t, out, v);
        return 0;
    }
    int unpack = is_unpacked(t, v);
    if (unpack < 0)
        return -1;
    Value subst = object_getattr_or_unbound(t, v, N(__typing_subst__));
    if (value_is_null(subst))
        return -1;
    /* One that got __typing_subst__ after the parameters were taken stays. */
    int64_t at = index_of(parameters, v);
    if (!value_is_unbound(subst)) {
        if (at >= 0)
            v = object_call1(t, subst, tuple_get(items, at));
    } else {
        v = substitute_inner(t, v, parameters, items);
    }
    if (value_is_null(v))
        return -1;
    if (unpack && value_is_tuple(v))
        return list_extend(t, out, v);
    list_append(t, out, v);
    return 0;
}

Tuple *generic_alias_substitute(Thread *t, Value whole, Tuple *args,
                                Tuple *parameters, Value items)
{
    if (recursion_overflows(t, " while substituting type parameters"))
        return NULL;
    if (parameters->len == 0) {
        raise_type_error(t, "%R is not a generic class", whole);
        return NULL;
    }
    items = spread(t, items);
    if (value_is_null(items))
        return NULL;
    Tuple *given = prepare_items(t, whole, parameters, items);
    if (given == NULL)
        return NULL;
    if (given->len != parameters->len) {
        raise_type_error(t, "Too %s arguments for %R; actual %l, expected %l",
                         given->len > parameters->len ? "many" : "few", whole,
                         given->len, parameters->len);
        return NULL;
    }
    List *out = list_new(t, args->len);
    if (out == NULL)
        return NULL;
    for (int64_t i = 0; i < args->len; i++) {
        if (substitute_one(t, out, tuple_get(args, i), parameters, given) < 0)
            return NULL;
    }
    return list_to_tuple(t, out);
}

Tuple *generic_alias_parameters_once(Thread *t, void *owner, Slot *known,
                                     Tuple *args)
{
    if (!value_is_unbound(slot_get(known)))
        return value_to_tuple(slot_get(known));
    Tuple *found = parameters_in(t, args);
    if (found != NULL)
        slot_set(owner, known, value_from_pointer(found));
    return found;
}

static Tuple *parameters_of(Thread *t, Value v)
{
    GenericAlias *self = value_to_record(v);
    return generic_alias_parameters_once(t, self, &self->parameters, args_of(v));
}

/* --- slots ------------------------------------------------------------- */

static Value getitem(Thread *t, Value self, Value items)
{
    Tuple *parameters = parameters_of(t, self);
    if (parameters == NULL)
        return NULL_VALUE;
    Tuple *args = generic_alias_substitute(t, self, args_of(self), parameters,
                                           items);
    if (args == NULL)
        return NULL_VALUE;
    GenericAlias *v = alias_new(t, &type_generic_alias, origin_of(self),
                                value_from_pointer(args));
    v->starred = is_starred(self);
    return value_from_pointer(v);
}

/* The alias's own attributes: all others are its origin's. */
static bool is_own_attr(const Str *name)
{
    static const char *const own[] = {
        "__class__", "__bases__", "__origin__", "__args__", "__unpacked__",
        "__parameters__", "__typing_unpacked_tuple_args__",
        "__mro_entries__", "__reduce_ex__", "__reduce__", "__copy__",
        "__deepcopy__"};
    if (name->width != 1)
        return false;
    for (size_t i = 0; i < sizeof(own) / sizeof(*own); i++) {
        if (strcmp((const char *)name->data, own[i]) == 0)
            return true;
    }
    return false;
}

static Value getattr(Thread *t, Value self, Str *name)
{
    if (is_own_attr(name))
        return object_generic_getattr(t, self, name);
    return object_getattr(t, origin_of(self), name);
}

static Value call(Thread *t, Value self, Value *args, int64_t n,
                  Tuple *kwnames)
{
    TRY(v, object_call(t, origin_of(self), args, n, kwnames));
    if (object_setattr(t, v, N(__orig_class__), self) < 0) {
        if (!exception_matches(t, EXC(AttributeError)) &&
            !exception_matches(t, EXC(TypeError)))
            return NULL_VALUE;
        t->exc = NULL_VALUE;
    }
    return v;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_has_shape(a, SHAPE_GENERIC_ALIAS) ||
        !value_has_shape(b, SHAPE_GENERIC_ALIAS))
        return NOT_IMPLEMENTED;
    int same = is_starred(a) == is_starred(b);
    if (same)
        same = object_equal(t, origin_of(a), origin_of(b));
    if (same > 0)
        same = object_equal(t, value_from_pointer(args_of(a)),
                            value_from_pointer(args_of(b)));
    return same < 0 ? NULL_VALUE : value_from_bool(same == (op == COMPARE_EQ));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    int64_t of_origin, of_args;
    if (object_hash(t, origin_of(self), &of_origin) < 0 ||
        object_hash(t, value_from_pointer(args_of(self)), &of_args) < 0)
        return -1;
    *out = of_origin ^ of_args;
    if (*out == -1)
        *out = -2;
    return 0;
}

/* *alias: one item, the starred alias. */
static Value iter(Thread *t, Value self)
{
    GenericAlias *starred = alias_new(t, &type_generic_alias, origin_of(self),
                                      value_from_pointer(args_of(self)));
    starred->starred = true;
    return object_iter(t, value_from_pointer(
                              tuple_pack(t, 1, value_from_pointer(starred))));
}

/* --- attributes and methods -------------------------------------------- */

static Value get_parameters(Thread *t, Value self)
{
    Tuple *found = parameters_of(t, self);
    return found == NULL ? NULL_VALUE : value_from_pointer(found);
}

static Value get_unpacked(Thread *t, Value self)
{
    (void)t;
    return value_from_bool(is_starred(self));
}

static Value get_unpacked_args(Thread *t, Value self)
{
    (void)t;
    if (is_starred(self) &&
        value_to_pointer(origin_of(self)) == (void *)&type_tuple)
        return value_from_pointer(args_of(self));
    return NONE;
}

NATIVE(generic_alias, __mro_entries__, 0, NULL,
       (self, GenericAlias), (arg, object, bases), (slash))
{
    return value_from_pointer(tuple_pack(t, 1, slot_get(&self->origin)));
}

NATIVE(generic_alias, __instancecheck__, 0, NULL,
       (self, GenericAlias), (arg, object, instance), (slash))
{
    return raise_type_error(
        t, "isinstance() argument 2 cannot be a parameterized generic");
}

NATIVE(generic_alias, __subclasscheck__, 0, NULL,
       (self, GenericAlias), (arg, object, cls), (slash))
{
    return raise_type_error(
        t, "issubclass() argument 2 cannot be a parameterized generic");
}

NATIVE(generic_alias, __reduce__, 0, NULL, (self, GenericAlias), (slash))
{
    Value origin = slot_get(&self->origin), args = slot_get(&self->args);
    if (self->starred) {
        Value next = dict_get_c(t, t->rt->builtins, "next");
        TRY(iterator, object_iter(t, generic_alias_new(t, origin, args)));
        return value_from_pointer(tuple_pack(
            t, 2, next, value_from_pointer(tuple_pack(t, 1, iterator))));
    }
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(&type_generic_alias),
                   value_from_pointer(tuple_pack(t, 2, origin, args))));
}

NATIVE(generic_alias, __dir__, 0, NULL, (self, GenericAlias), (slash))
{
    Value origin = slot_get(&self->origin);
    TRY(method, object_lookup_special(t, origin, N(__dir__)));
    return object_call0(t, method);
}

CONSTRUCTOR(generic_alias, NATIVE_UNSIGNED,
            (cls), (arg, object, origin), (arg, object, args), (slash))
{
    return value_from_pointer(alias_new(t, cls, origin, args));
}

static const GetSetDef getsets[] = {
    {"__parameters__", get_parameters, NULL, NULL},
    {"__unpacked__", get_unpacked, NULL, NULL},
    {"__typing_unpacked_tuple_args__", get_unpacked_args, NULL, NULL},
    {0},
};

static const MemberDef members[] = {
    {"__origin__", offsetof(GenericAlias, origin), false},
    {"__args__", offsetof(GenericAlias, args), false},
    {0},
};

static const NativeDef *const methods[] = {
    &generic_alias___mro_entries___native,
    &generic_alias___instancecheck___native,
    &generic_alias___subclasscheck___native,
    &generic_alias___reduce___native,
    &generic_alias___dir___native,
    NULL,
};

Type type_generic_alias = {
    TYPE_HEAD(GENERIC_ALIAS),
    .c_name = "types.GenericAlias",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .instance_size = sizeof(GenericAlias),
    .slots = {
        .repr = repr,
        .hash = hash,
        .compare = compare,
        .getattr = getattr,
        .call = call,
        .iter = iter,
        .getitem = getitem,
        .or = union_or,
    },
    .getsets = getsets,
    .members = members,
    .methods = methods,
    .constructor = &generic_alias_new_native,
};
