/* SPDX-License-Identifier: MIT */
/* _functools: reduce, partial, cmp_to_key, and lru_cache's wrapper. */
#include "module/call_repr.h"
#include "module/lru_cache.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/generic_alias.h"

NATIVE(functools, reduce, 0,
       "What function(function(a, b), c)... answers for the items a, b, c... of "
       "an iterable.",
       (arg, object, function), (arg, object, iterable),
       (maybe, object, initial), (slash))
{
    Value iterator = object_iter(t, iterable);
    if (value_is_null(iterator)) {
        if (exception_matches(t, EXC(TypeError)))
            raise_type_error(t, "reduce() arg 2 must support iteration");
        return NULL_VALUE;
    }
    Value total = initial;
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        if (!value_is_unbound(total)) {
            v = object_call2(t, function, total, v);
            if (value_is_null(v))
                return NULL_VALUE;
        }
        total = v;
    }
    if (value_is_unbound(total))
        return raise_type_error(t, "reduce() of empty iterable with no "
                                   "initial value");
    return total;
}

/* --- partial --- */

typedef struct Partial {
    RECORD_HEAD()
    Slot function;
    Slot args;     /* a Tuple */
    Slot keywords; /* a Dict */
} Partial;

static Type partial_type;

static bool is_partial(Value v)
{
    return value_is_pointer(v) && type_of(v) == &partial_type;
}

static Tuple *concat(Thread *t, Tuple *a, const Value *values, int64_t n)
{
    Tuple *all = tuple_new(t, a->len + n);
    if (all == NULL)
        return NULL;
    for (int64_t i = 0; i < a->len; i++)
        tuple_set(all, i, tuple_get(a, i));
    for (int64_t i = 0; i < n; i++)
        tuple_set(all, a->len + i, values[i]);
    return all;
}

static Value partial_new(Thread *t, Type *cls, Value *args, int64_t n,
                         Tuple *kwnames)
{
    if (n < 1)
        return raise_type_error(t,
                                "type 'partial' takes at least one argument");
    Value function = args[0];
    if (!object_is_callable(function))
        return raise_type_error(t, "the first argument must be callable");
    Tuple *first = tuple_new(t, 0);
    Dict *keywords = dict_new(t);
    if (is_partial(function)) { /* of a partial: one does */
        const Partial *inner = value_to_record(function);
        first = value_to_tuple(slot_get(&inner->args));
        keywords = dict_copy(t, value_to_pointer(slot_get(&inner->keywords)));
        if (keywords == NULL)
            return NULL_VALUE;
        function = slot_get(&inner->function);
    }
    for (int64_t i = 0; kwnames != NULL && i < kwnames->len; i++)
        if (dict_set(t, keywords, tuple_get(kwnames, i), args[n + i]) < 0)
            return NULL_VALUE;
    Tuple *all = concat(t, first, args + 1, n - 1);
    Partial *self =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(Partial));
    slot_set(self, &self->function, function);
    slot_set(self, &self->args, value_from_pointer(all));
    slot_set(self, &self->keywords, value_from_pointer(keywords));
    return value_from_pointer(self);
}

static Value partial_call(Thread *t, Value self, Value *args, int64_t n,
                          Tuple *kwnames)
{
    const Partial *p = value_to_record(self);
    Value function = slot_get(&p->function);
    Tuple *all = concat(t, value_to_pointer(slot_get(&p->args)), args, n);
    Dict *keywords = value_to_dict(slot_get(&p->keywords));
    if (kwnames != NULL && kwnames->len > 0) {
        keywords = dict_copy(t, keywords);
        if (keywords == NULL)
            return NULL_VALUE;
        for (int64_t i = 0; i < kwnames->len; i++)
            if (dict_set(t, keywords, tuple_get(kwnames, i), args[n + i]) < 0)
                return NULL_VALUE;
    }
    if (keywords->used == 0)
        return object_call(t, function, (Value *)all->items, all->len, NULL);
    return object_call_tuple(t, function, all, keywords);
}

static Value partial_repr(Thread *t, Value self)
{
    const Partial *p = value_to_record(self);
    return call_repr(t, self, format_message(t, "%N", type_of(self)),
                     slot_get(&p->function),
                     value_to_tuple(slot_get(&p->args)),
                     value_to_dict(slot_get(&p->keywords)));
}

NATIVE(partial, __reduce__, 0, NULL, (self, Partial), (slash))
{
    TRY(dict, object_getattr_or_unbound(t, value_from_pointer(self),
                                        N(__dict__)));
    if (value_is_unbound(dict) ||
        (value_is_dict(dict) && value_to_dict(dict)->used == 0))
        dict = NONE;
    Value function = slot_get(&self->function);
    Tuple *args = tuple_pack(t, 1, function);
    Tuple *state = tuple_pack(t, 4, function, slot_get(&self->args),
                              slot_get(&self->keywords), dict);
    return value_from_pointer(tuple_pack(
        t, 3, value_from_pointer(type_of_pointer(self)),
        value_from_pointer(args), value_from_pointer(state)));
}

NATIVE(partial, __setstate__, 0, NULL,
       (self, Partial), (arg, object, state), (slash))
{
    const Tuple *s = value_is_tuple(state) ? value_to_tuple(state) : NULL;
    if (s == NULL || s->len != 4 ||
        !object_is_callable(tuple_get(s, 0)) ||
        !value_is_tuple(tuple_get(s, 1)) ||
        !(value_is_dict(tuple_get(s, 2)) ||
          value_is_none(tuple_get(s, 2))))
        return raise_type_error(t, "invalid partial state");
    Tuple *rest = tuple_from_iterable(t, tuple_get(s, 1));
    Value keywords = tuple_get(s, 2), dict = tuple_get(s, 3);
    if (rest == NULL)
        return NULL_VALUE;
    Dict *copy = value_is_none(keywords)
                     ? dict_new(t)
                     : dict_copy(t, value_to_dict(keywords));
    if (copy == NULL)
        return NULL_VALUE;
    slot_set(self, &self->function, tuple_get(s, 0));
    slot_set(self, &self->args, value_from_pointer(rest));
    slot_set(self, &self->keywords, value_from_pointer(copy));
    if (!value_is_none(dict) &&
        object_setattr(t, value_from_pointer(self), N(__dict__), dict) < 0)
        return NULL_VALUE;
    return NONE;
}

static const NativeDef *const partial_methods[] = {
    &partial___reduce___native,
    &partial___setstate___native,
    &generic_alias___class_getitem___native,
    NULL,
};

static const MemberDef partial_members[] = {
    {"func", offsetof(Partial, function), false},
    {"args", offsetof(Partial, args), false},
    {"keywords", offsetof(Partial, keywords), false},
    {0},
};

static Type partial_type = {
    TYPE_HEAD(partial),
    .c_name = "functools.partial",
    .c_doc = "A function that calls another with some arguments given already.",
    .type_flags = TYPE_BASE | TYPE_HAS_DICT | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Partial),
    .methods = partial_methods,
    .members = partial_members,
    .getsets = instance_dict_getsets,
    .slots = {.new = partial_new, .call = partial_call,
              .repr = partial_repr},
};

/* --- cmp_to_key --- */

typedef struct Key {
    RECORD_HEAD()
    Slot cmp;
    Slot object; /* UNBOUND: of the function that makes keys */
} Key;

static Type key_type;

static Value key_new(Thread *t, Value cmp, Value object)
{
    Key *self = record_new(t, key_type.root_shape->id, RECORD_SLOTS(Key));
    slot_set(self, &self->cmp, cmp);
    slot_set(self, &self->object, object);
    return value_from_pointer(self);
}

NATIVE(functools, cmp_to_key, 0,
       "A key function that orders as a comparing one does.",
       (arg, object, mycmp))
{
    return key_new(t, mycmp, UNBOUND);
}

static Value key_call(Thread *t, Value self, Value *args, int64_t n,
                      Tuple *kwnames)
{
    int64_t given = n + (kwnames != NULL ? kwnames->len : 0);
    if (given != 1)
        return raise_type_error(t, "K() takes exactly one argument (%l given)",
                                given);
    const Key *key = value_to_record(self);
    return key_new(t, slot_get(&key->cmp), args[0]);
}

static Value key_compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (type_of(a) != &key_type || type_of(b) != &key_type)
        return raise_type_error(t, "other argument must be K instance");
    const Key *x = value_to_record(a), *y = value_to_record(b);
    TRY(order, object_call2(t, slot_get(&x->cmp), slot_get(&x->object),
                            slot_get(&y->object)));
    return object_compare(t, order, value_from_int(0), op);
}

static const MemberDef key_members[] = {
    {"obj", offsetof(Key, object), true},
    {0},
};

static Type key_type = {
    TYPE_HEAD(key),
    .c_name = "functools.KeyWrapper",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Key),
    .members = key_members,
    .slots = {.call = key_call, .compare = key_compare},
};

/* --- the module --- */

static const NativeDef *const functions[] = {
    &functools_reduce_native,
    &functools_cmp_to_key_native,
    NULL,
};

static const ModuleType types[] = {
    {"partial", &partial_type},
    {NULL, &key_type},
    {"_lru_cache_wrapper", &lru_cache_type},
    {0},
};

const ModuleDef functools_module = {
    .name = "_functools",
    .doc = "What functools is made of.",
    .functions = {functions},
    .types = types,
};
