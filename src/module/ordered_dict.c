/* SPDX-License-Identifier: MIT */
/* collections.OrderedDict: dict keeps the order, this adds what changes it. */
#include "module/ordered_dict.h"

#include "object/container/dict.h"
#include "object/container/dict_iter.h"
#include "object/container/dict_type.h"
#include "object/container/dict_views.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/descriptor.h"
#include "object/type/object_type.h"

static Value name_of(Value self) { return type_get_name(type_of(self)); }

static bool is_ordered_dict(Value v)
{
    return value_is_pointer(v) &&
           type_is_subtype(type_of(v), &ordered_dict_type);
}

/* Sets all of `items`, through a __setitem__ of the class if there is one. */
static int set_all(Thread *t, Value self, Dict *items)
{
    if (type_of(self)->slots.setitem == type_dict.slots.setitem)
        return dict_merge(t, value_to_dict(self), items);
    int64_t pos = 0;
    Value key, value;
    while (dict_next(items, &pos, &key, &value))
        if (object_setitem(t, self, key, value) < 0)
            return -1;
    return 0;
}

static int set_from(Thread *t, Value self, Value other)
{
    if (value_same(self, other))
        return 0;
    if (type_of(self)->slots.setitem == type_dict.slots.setitem)
        return dict_update(t, value_to_dict(self), other);
    Dict *items = dict_new(t);
    return dict_update(t, items, other) < 0 ? -1 : set_all(t, self, items);
}

NATIVE(ordered_dict, update, 0, NULL,
       (self_value), (slash), (args, args), (kwargs, kwargs))
{
    if (n_args > 1)
        return raise_type_error(t, "update() takes at most 1 positional "
                                   "argument (%l given)", n_args);
    if (n_args == 1 && set_from(t, self, args[0]) < 0)
        return NULL_VALUE;
    if (set_all(t, self, kwargs) < 0)
        return NULL_VALUE;
    return NONE;
}

INITIALIZER(OrderedDict, 0,
            (self_value), (slash), (args, args), (kwargs, kwargs))
{
    if (n_args > 1)
        return raise_type_error(t, "expected at most 1 arguments, got %l",
                                n_args);
    return ordered_dict_update_body(t, self, args, n_args, kwargs);
}

static Value repr(Thread *t, Value self)
{
    if (value_to_dict(self)->used == 0)
        return format_message(t, "%S()", name_of(self));
    int entered = repr_enter(t, self);
    if (entered != 0)
        return entered < 0 ? NULL_VALUE
                           : value_from_pointer(str_from_c(t, "..."));
    Value text = NULL_VALUE;
    Value items = object_call_method(t, self, N(items), 0);
    List *l = value_is_null(items) ? NULL : list_from_iterable(t, items);
    if (l != NULL)
        text = format_message(t, "%S(%R)", name_of(self),
                              value_from_pointer(l));
    repr_leave(t, self);
    return text;
}

/* Whether the keys come in the same order, given that they are the same. */
static int same_order(Thread *t, Dict *a, Dict *b)
{
    int64_t i = 0, j = 0;
    Value p, q, value;
    while (dict_next(a, &i, &p, &value) && dict_next(b, &j, &q, &value)) {
        int equal = object_equal(t, p, q);
        if (equal <= 0)
            return equal;
    }
    return 1;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_dict(a) ||
        !value_is_dict(b))
        return NOT_IMPLEMENTED;
    int equal = dict_equal(t, value_to_dict(a), value_to_dict(b));
    if (equal > 0 && is_ordered_dict(a) && is_ordered_dict(b))
        equal = same_order(t, value_to_dict(a), value_to_dict(b));
    if (equal < 0)
        return NULL_VALUE;
    return value_from_bool((op == COMPARE_EQ) == equal);
}

static Value or(Thread *t, Value a, Value b)
{
    if (!value_is_dict(a) || !value_is_dict(b))
        return NOT_IMPLEMENTED;
    Type *cls = type_of(is_ordered_dict(a) ? a : b);
    TRY(d, object_call1(t, value_from_pointer(cls), a));
    return set_from(t, d, b) < 0 ? NULL_VALUE : d;
}

static Value ior(Thread *t, Value self, Value other)
{
    return set_from(t, self, other) < 0 ? NULL_VALUE : self;
}

NATIVE(ordered_dict, move_to_end, 0,
       "Put the item of key last, or first if last is false.",
       (self, Dict), (slash), (arg, object, key),
       (opt, truth, last, True))
{
    int found = dict_move(t, self, key, last);
    if (found < 0)
        return NULL_VALUE;
    return found ? NONE : raise_key_error(t, key);
}

NATIVE(ordered_dict, popitem, 0,
       "Remove the last item, or the first if last is false: (key, value).",
       (self, Dict), (slash), (opt, truth, last, True))
{
    Value key, value;
    if (!dict_popitem(self, last, &key, &value))
        return raise_error(t, EXC(KeyError), "dictionary is empty");
    return value_from_pointer(tuple_pack(t, 2, key, value));
}

NATIVE(ordered_dict, pop, 0,
       "Take a key out and answer its value, or default.",
       (self, Dict), (slash), (arg, object, key),
       (maybe_as, object, default_, "default"))
{
    Value v;
    int found = dict_pop(t, self, key, &v);
    if (found != 0)
        return found < 0 ? NULL_VALUE : v;
    return value_is_unbound(default_) ? raise_key_error(t, key) : default_;
}

NATIVE(ordered_dict, copy, 0,
       "A shallow copy of od.", (self_value), (slash))
{
    Type *cls = type_of(self);
    TRY(d, object_call0(t, value_from_pointer(cls)));
    return set_from(t, d, self) < 0 ? NULL_VALUE : d;
}

NATIVE(ordered_dict, __reduce__, 0,
       "How copy and pickle make it again.", (self_value), (slash))
{
    TRY(state, object_state(t, self));
    TRY(items, object_call_method(t, self, N(items), 0));
    TRY(iterator, object_iter(t, items));
    return value_from_pointer(
        tuple_pack(t, 5, value_from_pointer(type_of(self)),
                   value_from_pointer(tuple_new(t, 0)), state, NONE,
                   iterator));
}

NATIVE(ordered_dict, __reversed__, NATIVE_READER, NULL, (self, Dict), (slash))
{
    return dict_iter_new(t, SHAPE_DICT_REVERSEKEYITERATOR,
                         self);
}

#define DEFINE_VIEW(name, doc)                                                \
    NATIVE(ordered_dict, name, NATIVE_READER, doc, (self_value), (slash))       \
    {                                                                         \
        return dict_view_new(t, type_odict_##name.root_shape->id, self);      \
    }
DEFINE_VIEW(keys, "A view of the keys.")
DEFINE_VIEW(values, "A view of the values.")
DEFINE_VIEW(items, "A view of the items, as tuples.")

NATIVE(ordered_dict, fromkeys, NATIVE_CLASS,
       "A new OrderedDict in which every item of iterable is a key of value.",
       (cls), (slash), (arg, object, iterable), (opt, object, value, None))
{
    return dict_from_keys(t, cls, iterable, value);
}

static const NativeDef *const methods[] = {
    &ordered_dict_fromkeys_native,
    &ordered_dict_update_native,
    &ordered_dict_move_to_end_native,
    &ordered_dict_popitem_native,
    &ordered_dict_pop_native,
    &ordered_dict_copy_native,
    &ordered_dict_keys_native,
    &ordered_dict_values_native,
    &ordered_dict_items_native,
    &ordered_dict___reversed___native,
    &ordered_dict___reduce___native,
    NULL,
};
Type ordered_dict_type = {
    TYPE_HEAD(OrderedDict),
    .c_name = "collections.OrderedDict",
    .c_doc = "A dict whose order can be changed, and counts in ==.",
    .c_base = &type_dict,
    .type_flags = TYPE_BASE | TYPE_IS_DICT | TYPE_MAPPING | TYPE_HAS_DICT |
                  TYPE_HAS_WEAKREF,
    .kind = KIND_DICT,
    .instance_size = sizeof(Dict),
    .methods = methods,
    .getsets = instance_dict_getsets,
    .initializer = &OrderedDict_init_native,
    .slots = {.new = dict_type_new, .repr = repr, .compare = compare,
              .or = or, .ior = ior},
};
