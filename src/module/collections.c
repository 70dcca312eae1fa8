/* SPDX-License-Identifier: MIT */
/* _collections: the containers of collections that are native; counting; the
 * descriptor of namedtuple fields. */
#include "module/defaultdict.h"
#include "module/deque_type.h"
#include "module/ordered_dict.h"
#include "object/container/dict.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"

/* --- _count_elements --- */

static Value one_more(Thread *t, Value count)
{
    Value one = value_from_int(1);
    if (value_is_unbound(count))
        return one;
    if (value_is_int(count) && value_to_int(count) < SMALL_INT_MAX)
        return value_from_int(value_to_int(count) + 1);
    return object_binary(t, BINARY_ADD, count, one);
}

static bool has_dict_method(Value v, Str *name)
{
    return value_same(type_lookup(type_of(v), name),
                      type_lookup(&type_dict, name));
}

/* Whether counting may go past the mapping's own methods.  The names are asked, not
 * the slot: Counter has a __delitem__, which shares it. */
static bool is_plain(Value v)
{
    return value_is_dict(v) && has_dict_method(v, N(__setitem__)) &&
           has_dict_method(v, N(get));
}

static Value count_plain(Thread *t, Dict *d, Value iterator)
{
    FOR_EACH_ITEM(t, key, iterator, NULL_VALUE) {
        int64_t hash;
        if (object_hash(t, key, &hash) < 0)
            return NULL_VALUE;
        TRY(count, dict_get_hashed(t, d, key, hash));
        TRY(more, one_more(t, count));
        if (dict_set_hashed(t, d, key, hash, more) < 0)
            return NULL_VALUE;
    }
    return NONE;
}

NATIVE(collections, _count_elements, 0,
       "Add 1 to mapping[item] for every item.",
       (arg, object, mapping), (arg, object, iterable), (slash))
{
    TRY(iterator, object_iter(t, iterable));
    if (is_plain(mapping))
        return count_plain(t, value_to_dict(mapping), iterator);
    TRY(get, object_getattr(t, mapping, N(get)));
    FOR_EACH_ITEM(t, key, iterator, NULL_VALUE) {
        TRY(count, object_call2(t, get, key, value_from_int(0)));
        TRY(more, one_more(t, count));
        if (object_setitem(t, mapping, key, more) < 0)
            return NULL_VALUE;
    }
    return NONE;
}

static const NativeDef *const functions[] = {
    &collections__count_elements_native,
    NULL,
};

/* --- _tuplegetter --- */

typedef struct TupleGetter {
    RECORD_HEAD(int64_t index;)
    Slot doc;
} TupleGetter;

CONSTRUCTOR(_tuplegetter, NATIVE_UNSIGNED,
            (cls), (arg, object, index), (arg, object, doc), (slash))
{
    int64_t i;
    if (sequence_int_argument(t, index, &i) < 0)
        return NULL_VALUE;
    TupleGetter *self =
        record_new(t, cls->root_shape->id, RECORD_SLOTS(TupleGetter));
    self->index = i;
    slot_set(self, &self->doc, doc);
    return value_from_pointer(self);
}

static Value getter_get(Thread *t, Value self, Value instance, Value owner)
{
    (void)owner;
    if (value_is_unbound(instance) || value_is_none(instance))
        return self;
    const TupleGetter *getter = value_to_record(self);
    int64_t i = getter->index;
    if (!value_is_tuple(instance))
        return raise_type_error(t, "descriptor for index '%l' for tuple "
                                   "subclasses doesn't apply to '%T' object",
                                i, instance);
    Tuple *s = value_to_tuple(instance);
    if (i < 0 || i >= s->len)
        return raise_error(t, EXC(IndexError), "tuple index out of range");
    return tuple_get(s, i);
}

static int getter_set(Thread *t, Value self, Value instance, Value value)
{
    (void)self, (void)instance;
    return RAISE_INT(raise_error(t, EXC(AttributeError),
                                 value_is_null(value)
                                     ? "can't delete attribute"
                                     : "can't set attribute"));
}

static Value getter_repr(Thread *t, Value self)
{
    const TupleGetter *getter = value_to_record(self);
    return format_message(t, "_tuplegetter(%l, %R)", getter->index,
                          slot_get(&getter->doc));
}

NATIVE(getter, __reduce__, 0, NULL, (self, TupleGetter), (slash))
{
    Tuple *parts = tuple_pack(t, 2, value_from_int(self->index),
                              slot_get(&self->doc));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(type_of_pointer(self)),
                   value_from_pointer(parts)));
}

static const NativeDef *const getter_methods[] = {
    &getter___reduce___native,
    NULL,
};
static const MemberDef getter_members[] = {
    {"__doc__", offsetof(TupleGetter, doc), true},
    {0},
};

static Type tuplegetter_type = {
    TYPE_HEAD(tuplegetter),
    .c_name = "_collections._tuplegetter",
    .kind = KIND_RECORD,
    .instance_size = sizeof(TupleGetter),
    .constructor = &_tuplegetter_new_native,
    .methods = getter_methods,
    .members = getter_members,
    .slots = {.repr = getter_repr, .descr_get = getter_get,
              .descr_set = getter_set},
};

/* --- the module --- */

static const ModuleType types[] = {
    {"deque", &deque_type},
    {"_deque_iterator", &deque_iterator_type},
    {"_deque_reverse_iterator", &deque_reverse_iterator_type},
    {"defaultdict", &defaultdict_type},
    {NULL, &type_odict_keys},
    {NULL, &type_odict_values},
    {NULL, &type_odict_items},
    {"OrderedDict", &ordered_dict_type},
    {"_tuplegetter", &tuplegetter_type},
    {0},
};

const ModuleDef collections_module = {
    .name = "_collections",
    .doc = "What collections is made of.",
    .functions = {functions},
    .types = types,
};
