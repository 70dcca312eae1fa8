/* SPDX-License-Identifier: MIT */
/*
 * What pickle and copy ask of an object: __getstate__, __reduce__ and
 * __reduce_ex__ (PEP 307).
 */
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/object_type.h"
#include "object/type/shape.h"
#include "object/type/type_make.h"
#include "object/function/param.h"

/* module.name, importing the module; null on error. */
static Value import_name(Thread *t, Str *module_name, Str *name)
{
    Value m = t->rt->modules == NULL
                  ? NULL_VALUE
                  : dict_get_str(t->rt->modules, module_name);
    if (value_is_null(m)) {
        Value import = dict_get_str(t->rt->builtins, N(__import__));
        if (value_is_null(import))
            return raise_error(t, EXC(ImportError), "__import__ not found");
        m = object_call1(t, import, value_from_pointer(module_name));
        if (value_is_null(m))
            return NULL_VALUE;
    }
    return object_getattr(t, m, name);
}

/* --- state ------------------------------------------------------------- */

/* The attributes as a dict of their own, NONE if there are none; does not
 * turn the object to dictionary mode. */
static Value attributes(Thread *t, Value v)
{
    if (!value_is_pointer(v) || !type_has_flag(v, TYPE_HAS_DICT)) {
        Dict **own = object_own_dict(v);
        if (own == NULL || *own == NULL)
            return NONE;
        return value_from_pointer(*own);
    }
    void *object = value_to_pointer(v);
    Shape *shape = shape_of(object);
    if (shape->shape_flags & SHAPE_DICT_MODE) {
        Dict *d = instance_dict(t, object);
        return d->used == 0 ? NONE : value_from_pointer(d);
    }
    if (shape->n == 0)
        return NONE;
    Str *names[SHAPE_ATTRS_MAX];
    shape_names(shape, names);
    Dict *d = dict_new_sized(t, shape->n);
    for (uint32_t i = 0; i < shape->n; i++)
        dict_set_str(t, d, names[i],
                     slot_get(instance_slot(object, shape, i)));
    return value_from_pointer(d);
}

/* The values of __slots__ as a dict; NULL if there are none. */
static Dict *slot_values(Thread *t, Value v)
{
    Type *type = type_of(v);
    Dict *d = NULL;
    if (type->n_slots == 0)
        return NULL;
    for (int64_t i = 0; i < type->mro->len; i++) {
        Type *base = value_to_type(tuple_get(type->mro, i));
        if (!(base->type_flags & TYPE_HEAP))
            continue;
        int64_t pos = 0;
        Value key, member;
        while (dict_next(base->dict, &pos, &key, &member)) {
            if (!value_has_shape(member, SHAPE_MEMBER_DESCRIPTOR) ||
                !value_is_str(key))
                continue;
            Value value =
                object_getattr_or_unbound(t, v, value_to_str(key));
            if (value_is_null(value) || value_is_unbound(value))
                continue;
            if (d == NULL)
                d = dict_new(t);
            dict_set_str(t, d, value_to_str(key), value);
        }
    }
    return d;
}

static Value default_state(Thread *t, Value v)
{
    TRY(state, attributes(t, v));
    Dict *slots = slot_values(t, v);
    if (slots != NULL)
        state = value_from_pointer(
            tuple_pack(t, 2, state, value_from_pointer(slots)));
    return state;
}

NATIVE_SHARED(object, __getstate__, 0, NULL, (self_value), (slash))
{
    return default_state(t, self);
}

static bool has_plain_state(Value v)
{
    return value_same(type_lookup(type_of(v), N(__getstate__)),
                      type_lookup(&type_object, N(__getstate__)));
}

Value object_state(Thread *t, Value v)
{
    return has_plain_state(v) ? default_state(t, v)
                              : object_call_method(t, v, N(__getstate__), 0);
}

/* As object_state, but raises where C knows of more than the attributes and
 * nothing says how that is to be made again. */
static Value get_state(Thread *t, Value v, bool has_args)
{
    const Type *native = type_native_base(type_of(v));
    bool fine = has_args || !has_plain_state(v) ||
                (native->type_flags & (TYPE_IS_LIST | TYPE_IS_DICT |
                                       TYPE_IS_EXCEPTION | TYPE_IS_SET)) ||
                native->instance_size <= type_object.instance_size;
    if (!fine)
        return raise_type_error(t, "cannot pickle '%.200T' object", v);
    return object_state(t, v);
}

/* --- __reduce_ex__ ----------------------------------------------------- */

/* Fills *args (a tuple or NULL) and *kwargs (a dict or NULL); -1 on error. */
static int get_new_args(Thread *t, Value v, Tuple **args, Dict **kwargs)
{
    *args = NULL;
    *kwargs = NULL;
    Value method = object_lookup_special(t, v, N(__getnewargs_ex__));
    if (value_is_null(method))
        return -1;
    if (!value_is_unbound(method)) {
        Value pair = object_call0(t, method);
        if (value_is_null(pair))
            return -1;
        if (!value_is_tuple(pair) || value_to_tuple(pair)->len != 2 ||
            !value_is_tuple(tuple_get(value_to_tuple(pair), 0)) ||
            !value_is_dict(tuple_get(value_to_tuple(pair), 1)))
            return RAISE_INT(raise_type_error(
                t, "__getnewargs_ex__ should return a tuple of (tuple, dict),"
                " not '%.200T'", pair));
        *args = value_to_tuple(tuple_get(value_to_tuple(pair), 0));
        *kwargs = value_to_dict(tuple_get(value_to_tuple(pair), 1));
        return 0;
    }
    method = object_lookup_special(t, v, N(__getnewargs__));
    if (value_is_null(method))
        return -1;
    if (value_is_unbound(method))
        return 0;
    Value got = object_call0(t, method);
    if (value_is_null(got))
        return -1;
    if (!value_is_tuple(got))
        return RAISE_INT(raise_type_error(
            t, "__getnewargs__ should return a tuple, not '%.200T'", got));
    *args = value_to_tuple(got);
    return 0;
}

static Value new_call(Thread *t, Value v, Tuple *args, Dict *kwargs,
                      Value *function)
{
    Value cls = value_from_pointer(type_of(v));
    if (kwargs != NULL && kwargs->used > 0) {
        *function = import_name(t, N(copyreg), N(__newobj_ex__));
        return value_from_pointer(tuple_pack(
            t, 3, cls, value_from_pointer(args), value_from_pointer(kwargs)));
    }
    *function = import_name(t, N(copyreg), N(__newobj__));
    int64_t n = args == NULL ? 0 : args->len;
    Tuple *all = tuple_new(t, n + 1);
    if (all == NULL)
        return NULL_VALUE;
    tuple_set(all, 0, cls);
    for (int64_t i = 0; i < n; i++)
        tuple_set(all, i + 1, tuple_get(args, i));
    return value_from_pointer(all);
}

static Value reduce_new(Thread *t, Value v)
{
    Type *type = type_of(v);
    if (type->slots.new == NULL)
        return raise_type_error(t, "cannot pickle '%.200T' object", v);
    Tuple *args;
    Dict *kwargs;
    if (get_new_args(t, v, &args, &kwargs) < 0)
        return NULL_VALUE;
    Value function;
    Value call = new_call(t, v, args, kwargs, &function);
    if (value_is_null(function))
        return NULL_VALUE;
    TRY(state, get_state(t, v, args != NULL));
    Value items = NONE, pairs = NONE;
    if (type->type_flags & TYPE_IS_LIST) {
        items = object_iter(t, v);
    } else if (type->type_flags & TYPE_IS_DICT) {
        TRY(view, object_call_method(t, v, N(items), 0));
        pairs = object_iter(t, view);
    }
    if (value_is_null(items) || value_is_null(pairs))
        return NULL_VALUE;
    return value_from_pointer(
        tuple_pack(t, 5, function, call, state, items, pairs));
}

static Value reduce_protocol(Thread *t, Value v, int64_t protocol)
{
    if (protocol >= 2)
        return reduce_new(t, v);
    TRY(function, import_name(t, N(copyreg), str_intern_c(t, "_reduce_ex")));
    return object_call2(t, function, v, value_from_int(protocol));
}

NATIVE_SHARED(object, __reduce__, 0, NULL, (self_value), (slash))
{
    return reduce_protocol(t, self, 0);
}

NATIVE_SHARED(object, __reduce_ex__, 0, "How the object is pickled.",
              (self_value), (arg, c_int, protocol), (slash))
{
    Value own = type_lookup(type_of(self), N(__reduce__));
    if (!value_same(own, type_lookup(&type_object, N(__reduce__))))
        return object_call_method(t, self, N(__reduce__), 0);
    return reduce_protocol(t, self, protocol);
}
