/* SPDX-License-Identifier: MIT */
/* The type dict: its slots and methods. */
#include "object/container/dict_type.h"

#include "object/container/dict_iter.h"
#include "object/container/dict_views.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"

Value dict_type_new(Thread *t, Type *cls, Value *args, int64_t n,
                    Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    if (cls == &type_dict)
        return value_from_pointer(dict_new(t));
    Dict *d = instance_new_fixed(t, cls);
    dict_init_empty(d);
    return value_from_pointer(d);
}

int dict_type_init(Thread *t, Value self, Value *args, int64_t n,
                   Tuple *kwnames)
{
    Dict *d = value_to_dict(self);
    if (sequence_check_arguments(t, "dict", n, 1, NULL) < 0)
        return -1;
    if (n == 1 && dict_update(t, d, args[0]) < 0)
        return -1;
    if (kwnames == NULL)
        return 0;
    for (int64_t i = 0; i < kwnames->len; i++)
        if (dict_set(t, d, tuple_get(kwnames, i), args[n + i]) < 0)
            return -1;
    return 0;
}

/* Adds "key: value" or answers -1. */
static int repr_item(Thread *t, StrBuilder *b, Value key, Value value)
{
    Value text = object_repr(t, key);
    if (value_is_null(text) || strbuilder_add(t, b, value_to_str(text)) < 0 ||
        strbuilder_add_c(t, b, ": ") < 0)
        return -1;
    text = object_repr(t, value);
    if (value_is_null(text))
        return -1;
    return strbuilder_add(t, b, value_to_str(text));
}

Value dict_repr(Thread *t, Value self)
{
    Dict *d = value_to_dict(self);
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : value_from_pointer(str_from_c(t, "{...}"));
    StrBuilder b;
    strbuilder_init(&b);
    int bad = strbuilder_add_c(t, &b, "{");
    int64_t pos = 0;
    Value key, value;
    bool first = true;
    while (bad == 0 && dict_next(d, &pos, &key, &value)) {
        if (!first)
            bad = strbuilder_add_c(t, &b, ", ");
        first = false;
        if (bad == 0)
            bad = repr_item(t, &b, key, value);
    }
    if (bad == 0)
        bad = strbuilder_add_c(t, &b, "}");
    repr_leave(t, self);
    return bad ? NULL_VALUE : value_from_pointer(strbuilder_finish(t, &b));
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_dict(a) ||
        !value_is_dict(b))
        return NOT_IMPLEMENTED;
    int equal = dict_equal(t, value_to_dict(a), value_to_dict(b));
    if (equal < 0)
        return NULL_VALUE;
    return value_from_bool((op == COMPARE_EQ) == equal);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_dict(self)->used;
}

static int contains(Thread *t, Value self, Value key)
{
    return dict_contains(t, value_to_dict(self), key);
}

Value dict_getitem(Thread *t, Value self, Value key)
{
    TRY(v, dict_get(t, value_to_dict(self), key));
    if (!value_is_unbound(v))
        return v;
    if (!value_has_shape(self, SHAPE_DICT)) {
        TRY(missing, object_lookup_special(t, self, N(__missing__)));
        if (!value_is_unbound(missing))
            return object_call1(t, missing, key);
    }
    return raise_key_error(t, key);
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    Dict *d = value_to_dict(self);
    if (!value_is_null(value))
        return dict_set(t, d, key, value);
    int deleted = dict_delete(t, d, key);
    if (deleted == 0)
        return RAISE_INT(raise_key_error(t, key));
    return deleted < 0 ? -1 : 0;
}

/* d as an exact dict: through keys() and d[key] where a subclass iterates in
 * its own way. */
static Dict *copy_of(Thread *t, Dict *d)
{
    Value v = value_from_pointer(d);
    if (type_of(v)->slots.iter == type_dict.slots.iter)
        return dict_copy(t, d);
    Dict *copy = dict_new(t);
    return dict_update(t, copy, v) < 0 ? NULL : copy;
}

static Value or(Thread *t, Value a, Value b)
{
    if (!value_is_dict(a) || !value_is_dict(b))
        return NOT_IMPLEMENTED;
    Dict *d = copy_of(t, value_to_dict(a));
    return d == NULL || dict_update(t, d, b) < 0 ? NULL_VALUE
                                                 : value_from_pointer(d);
}

static Value ior(Thread *t, Value self, Value other)
{
    return dict_update(t, value_to_dict(self), other) < 0 ? NULL_VALUE : self;
}

/* --- methods --- */

NATIVE(dict, get, 0,
       "d[key], or default where there is no such key.",
       (self, Dict), (arg, object, key),
       (opt_as, object, default_, "default", None), (slash))
{
    Value v = dict_get(t, self, key);
    return value_is_unbound(v) ? default_ : v;
}

NATIVE(dict, setdefault, 0,
       "d[key], which becomes default if there was no such key.",
       (self, Dict), (arg, object, key),
       (opt_as, object, default_, "default", None), (slash))
{
    return dict_setdefault(t, self, key, default_);
}

NATIVE(dict, pop, 0,
       "Take a key out and answer its value, or default.",
       (self, Dict), (arg, object, key),
       (maybe_as, object, default_, "default"), (slash))
{
    Dict *d = self;
    Value v;
    int found = d->used == 0 ? 0 : dict_pop(t, d, key, &v);
    if (found < 0)
        return NULL_VALUE;
    if (found)
        return v;
    return value_is_unbound(default_) ? raise_key_error(t, key) : default_;
}

NATIVE(dict, popitem, 0,
       "Take out the pair of key and value that was added last.",
       (self, Dict), (slash))
{
    Value key, value;
    if (!dict_popitem(self, true, &key, &value))
        return raise_error(t, EXC(KeyError),
                           "popitem(): dictionary is empty");
    return value_from_pointer(tuple_pack(t, 2, key, value));
}

NATIVE(dict, update, 0,
       "Set the items of a mapping or of an iterable of pairs, then kwargs.",
       (self, Dict), (slash), (args, args), (kwargs, kwargs))
{
    if (sequence_check_arguments(t, "update", n_args, 1, NULL) < 0 ||
        (n_args > 0 && dict_update(t, self, args[0]) < 0) ||
        dict_merge(t, self, kwargs) < 0)
        return NULL_VALUE;
    return NONE;
}

NATIVE(dict, clear, 0,
       "Remove all items from D.", (self, Dict), (slash))
{
    dict_clear(t, self);
    return NONE;
}

NATIVE(dict, copy, 0, "A dict of the same items.", (self, Dict), (slash))
{
    Dict *copy = copy_of(t, self);
    return copy == NULL ? NULL_VALUE : value_from_pointer(copy);
}

NATIVE(dict, keys, NATIVE_READER,
       "A view of the keys, which can be used as a set.",
       (self_value), (slash))
{
    return dict_view_new(t, SHAPE_DICT_KEYS, self);
}

NATIVE(dict, values, NATIVE_READER,
       "A view of the values, as they are at any time.", (self_value), (slash))
{
    return dict_view_new(t, SHAPE_DICT_VALUES, self);
}

NATIVE(dict, items, NATIVE_READER,
       "A view of the pairs, which can be used as a set.",
       (self_value), (slash))
{
    return dict_view_new(t, SHAPE_DICT_ITEMS, self);
}

NATIVE(dict, __reversed__, NATIVE_READER,
       "An iterator over the keys, last one first.", (self, Dict), (slash))
{
    return dict_iter_new(t, SHAPE_DICT_REVERSEKEYITERATOR,
                         self);
}

static Value iter(Thread *t, Value self)
{
    return dict_iter_new(t, SHAPE_DICT_KEYITERATOR, value_to_dict(self));
}

Value dict_from_keys(Thread *t, Type *cls, Value iterable, Value value)
{
    Value d = cls == &type_dict
                  ? value_from_pointer(dict_new(t))
                  : object_call0(t, value_from_pointer(cls));
    if (value_is_null(d))
        return NULL_VALUE;
    TRY(iterator, object_iter(t, iterable));
    FOR_EACH_ITEM(t, key, iterator, NULL_VALUE) {
        int bad = value_has_shape(d, SHAPE_DICT)
                      ? dict_set(t, value_to_dict(d), key, value)
                      : object_setitem(t, d, key, value);
        if (bad < 0)
            return NULL_VALUE;
    }
    return d;
}

NATIVE(dict, fromkeys, NATIVE_CLASS,
       "A new dict in which every item of iterable is a key of value.",
       (cls), (arg, object, iterable), (opt, object, value, None), (slash))
{
    return dict_from_keys(t, cls, iterable, value);
}

static const NativeDef *const methods[] = {
    &dict_get_native,
    &dict_setdefault_native,
    &dict_pop_native,
    &dict_popitem_native,
    &dict_update_native,
    &dict_clear_native,
    &dict_copy_native,
    &dict_keys_native,
    &dict_values_native,
    &dict_items_native,
    &dict_fromkeys_native,
    &dict___reversed___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_dict = {
    TYPE_HEAD(DICT),
    .c_name = "dict",
    .c_doc = "Values by key, in the order in which keys were added.\n\n"
             "dict(mapping) copies what has keys(), dict(iterable) takes "
             "pairs;\nname=value after either adds more.",
    .type_flags = TYPE_BASE | TYPE_IS_DICT | TYPE_MAPPING,
    .kind = KIND_DICT,
    .instance_size = sizeof(Dict),
    .methods = methods,
    .slots = {.new = dict_type_new, .init = dict_type_init,
              .repr = dict_repr, .compare = compare, .len = len,
              .contains = contains, .getitem = dict_getitem,
              .setitem = setitem, .iter = iter, .or = or, .ior = ior},
};
