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

int dict_update_from_arguments(Thread *t, const char *name, Value *args,
                               int64_t n)
{
    Dict *d = value_to_dict(args[0]);
    if (sequence_check_arguments(t, name, n - 2, 1, NULL) < 0)
        return -1;
    if (n > 2 && dict_update(t, d, args[2]) < 0)
        return -1;
    if (!value_is_dict(args[1]))
        return 0;
    return dict_merge(t, d, value_to_dict(args[1]));
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

static Value or(Thread *t, Value a, Value b)
{
    if (!value_is_dict(a) || !value_is_dict(b))
        return NOT_IMPLEMENTED;
    Dict *d = dict_copy(t, value_to_dict(a));
    return d == NULL || dict_update(t, d, b) < 0 ? NULL_VALUE
                                                 : value_from_pointer(d);
}

static Value ior(Thread *t, Value self, Value other)
{
    return dict_update(t, value_to_dict(self), other) < 0 ? NULL_VALUE : self;
}

/* --- methods --- */

static Value get(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value v = dict_get(t, value_to_dict(args[0]), args[1]);
    return value_is_unbound(v) ? args[2] : v;
}

static Value setdefault(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return dict_setdefault(t, value_to_dict(args[0]), args[1], args[2]);
}

static Value pop(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Dict *d = value_to_dict(args[0]);
    Value v;
    int found = d->used == 0 ? 0 : dict_pop(t, d, args[1], &v);
    if (found < 0)
        return NULL_VALUE;
    if (found)
        return v;
    return value_is_unbound(args[2]) ? raise_key_error(t, args[1]) : args[2];
}

static Value popitem(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value key, value;
    if (!dict_popitem(value_to_dict(args[0]), true, &key, &value))
        return raise_error(t, EXC(KeyError),
                           "popitem(): dictionary is empty");
    return value_from_pointer(tuple_pack(t, 2, key, value));
}

static Value update(Thread *t, Value *args, int64_t n)
{
    return dict_update_from_arguments(t, "update", args, n) < 0 ? NULL_VALUE
                                                                : NONE;
}

static Value clear(Thread *t, Value *args, int64_t n)
{
    (void)n;
    dict_clear(t, value_to_dict(args[0]));
    return NONE;
}

static Value copy(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return value_from_pointer(dict_copy(t, value_to_dict(args[0])));
}

static Value keys(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return dict_view_new(t, SHAPE_DICT_KEYS, args[0]);
}

static Value values(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return dict_view_new(t, SHAPE_DICT_VALUES, args[0]);
}

static Value items(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return dict_view_new(t, SHAPE_DICT_ITEMS, args[0]);
}

static Value reversed_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return dict_iter_new(t, SHAPE_DICT_REVERSEKEYITERATOR,
                         value_to_dict(args[0]));
}

static Value iter(Thread *t, Value self)
{
    return dict_iter_new(t, SHAPE_DICT_KEYITERATOR, value_to_dict(self));
}

static Value fromkeys(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Value d = value_to_pointer(args[0]) == &type_dict
                  ? value_from_pointer(dict_new(t))
                  : object_call0(t, args[0]);
    if (value_is_null(d))
        return NULL_VALUE;
    TRY(iterator, object_iter(t, args[1]));
    for (;;) {
        TRY(key, object_next(t, iterator));
        if (value_is_unbound(key))
            return d;
        int bad = value_has_shape(d, SHAPE_DICT)
                      ? dict_set(t, value_to_dict(d), key, args[2])
                      : object_setitem(t, d, key, args[2]);
        if (bad < 0)
            return NULL_VALUE;
    }
}

static const NativeDef methods[] = {
    {"get", get, "(self, key, default=None, /)",
     "Return the value for key if key is in the dictionary, else default.",
     0},
    {"setdefault", setdefault, "(self, key, default=None, /)",
     "Insert key with a value of default if key is not in the dictionary.",
     0},
    {"pop", pop, "(self, key, default=, /)",
     "Remove specified key and return the corresponding value.", 0},
    {"popitem", popitem, "(self, /)",
     "Remove and return a (key, value) pair as a 2-tuple, last in first out.",
     NATIVE_LEAF},
    {"update", update, "(self, /, *args, **kwargs)",
     "Update D from mapping or iterable and keyword arguments.", 0},
    {"clear", clear, "(self, /)", "Remove all items from D.", NATIVE_LEAF},
    {"copy", copy, "(self, /)", "A shallow copy of D.", NATIVE_LEAF},
    {"keys", keys, "(self, /)",
     "A set-like object providing a view on D's keys.", NATIVE_LEAF},
    {"values", values, "(self, /)",
     "An object providing a view on D's values.", NATIVE_LEAF},
    {"items", items, "(self, /)",
     "A set-like object providing a view on D's items.", NATIVE_LEAF},
    {"fromkeys", fromkeys, "(cls, iterable, value=None, /)",
     "Create a new dictionary with keys from iterable and values set to "
     "value.", NATIVE_CLASS},
    {"__reversed__", reversed_method, "(self, /)",
     "Return a reverse iterator over the dict keys.", NATIVE_LEAF},
    {"__class_getitem__", generic_alias_class_getitem, "(cls, object, /)",
     "See PEP 585", NATIVE_CLASS},
    {0},
};

Type type_dict = {
    TYPE_HEAD(DICT),
    .c_name = "dict",
    .c_doc = "dict() -> new empty dictionary\n"
             "dict(mapping) -> new dictionary initialized from a mapping "
             "object's\n    (key, value) pairs\n"
             "dict(iterable) -> new dictionary initialized from pairs\n"
             "dict(**kwargs) -> new dictionary initialized with the "
             "name=value pairs",
    .type_flags = TYPE_BASE | TYPE_IS_DICT | TYPE_MAPPING,
    .kind = KIND_DICT,
    .instance_size = sizeof(Dict),
    .methods = methods,
    .slots = {.new = dict_type_new, .init = dict_type_init,
              .repr = dict_repr, .compare = compare, .len = len,
              .contains = contains, .getitem = dict_getitem,
              .setitem = setitem, .iter = iter, .or = or, .ior = ior},
};
