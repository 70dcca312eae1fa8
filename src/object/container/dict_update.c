/* SPDX-License-Identifier: MIT */
/* Dicts from other things: updating from mappings and pairs, ** arguments, and
 * equality. */
#include "object/container/dict_update.h"

#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/text/str.h"

int dict_merge(Thread *t, Dict *d, Dict *other)
{
    if (d == other || other->used == 0)
        return 0;
    if (d->used == 0) {
        dict_clear(t, d);
        Dict *copy = dict_copy(t, other);
        if (copy == NULL)
            return -1;
        FIELD_SET(d, table, copy->table);
        d->used = copy->used;
        return 0;
    }
    if (d->used < other->used)
        dict_reserve(t, d, d->used + other->used);
    DictTable *table = other->table;
    int64_t used = other->used;
    for (uint32_t i = 0; i < table->n_entries; i++) {
        DictEntry *e = &table->entries[i];
        Value key = slot_get(&e->key);
        if (value_is_null(key))
            continue;
        if (dict_set_hashed(t, d, key, (int64_t)e->hash,
                            slot_get(&e->value)) < 0)
            return -1;
        if (other->table != table || other->used != used)
            return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                         "dict mutated during update"));
    }
    return 0;
}

typedef int (*PutFn)(Thread *t, Dict *d, Value key, Value value,
                     Value context);

static int put(Thread *t, Dict *d, Value key, Value value, Value context)
{
    (void)context;
    return dict_set(t, d, key, value);
}

/* Whether d may be read directly: nothing iterates it otherwise. */
static bool is_plain(Value v)
{
    return value_has_shape(v, SHAPE_DICT) ||
           (value_is_dict(v) &&
            type_of(v)->slots.iter == type_dict.slots.iter);
}

/* From what has keys(). */
static int each_of_mapping(Thread *t, Dict *d, Value other, Value keys,
                           PutFn fn, Value context)
{
    Value list = object_call0(t, keys);
    if (value_is_null(list))
        return -1;
    Value iterator = object_iter(t, list);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, key, iterator, -1) {
        Value value = object_getitem(t, other, key);
        if (value_is_null(value) || fn(t, d, key, value, context) < 0)
            return -1;
    }
    return 0;
}

/* The two items of element i of a sequence of pairs. */
static int pair_get(Thread *t, Value v, int64_t i, Value *key, Value *value)
{
    List *pair = value_has_shape(v, SHAPE_LIST) ? value_to_list(v) : NULL;
    if (value_has_shape(v, SHAPE_TUPLE) && value_to_tuple(v)->len == 2) {
        *key = tuple_get(value_to_tuple(v), 0);
        *value = tuple_get(value_to_tuple(v), 1);
        return 0;
    }
    if (pair == NULL) {
        pair = list_from_iterable(t, v);
        if (pair == NULL) {
            if (exception_matches(t, EXC(TypeError)))
                raise_type_error(t, "cannot convert dictionary update "
                                    "sequence element #%l to a sequence", i);
            return -1;
        }
    }
    if (pair->len != 2) {
        raise_value_error(t, "dictionary update sequence element #%l has "
                             "length %l; 2 is required", i, pair->len);
        return -1;
    }
    *key = list_get(pair, 0);
    *value = list_get(pair, 1);
    return 0;
}

static int update_from_pairs(Thread *t, Dict *d, Value pairs)
{
    Value iterator = object_iter(t, pairs);
    if (value_is_null(iterator))
        return -1;
    int64_t i = 0;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        Value key, value;
        if (pair_get(t, v, i++, &key, &value) < 0 ||
            dict_set(t, d, key, value) < 0)
            return -1;
    }
    return 0;
}

int dict_update(Thread *t, Dict *d, Value other)
{
    if (is_plain(other))
        return dict_merge(t, d, value_to_dict(other));
    Value keys = object_getattr_or_unbound(t, other, N(keys));
    if (value_is_null(keys))
        return -1;
    if (value_is_unbound(keys))
        return update_from_pairs(t, d, other);
    return each_of_mapping(t, d, other, keys, put, NONE);
}

/* --- f(**a, **b) --- */

Value dict_update_callable_text(Thread *t, Value callable)
{
    Value name = object_getattr_or_unbound(t, callable, N(__qualname__));
    if (value_is_null(name))
        return NULL_VALUE;
    if (value_is_unbound(name))
        return object_str(t, callable);
    Value module = object_getattr_or_unbound(t, callable, N(__module__));
    if (value_is_null(module))
        return NULL_VALUE;
    if (!value_is_str(module) || str_equal(value_to_str(module), N(builtins)))
        return format_message(t, "%S()", name);
    return format_message(t, "%S.%S()", module, name);
}

static int put_keyword(Thread *t, Dict *d, Value key, Value value,
                       Value callable)
{
    int there = dict_contains(t, d, key);
    if (there < 0)
        return -1;
    if (there) {
        Value text = dict_update_callable_text(t, callable);
        if (!value_is_null(text))
            raise_type_error(t, "%S got multiple values for keyword "
                                "argument '%S'", text, key);
        return -1;
    }
    if (!value_is_str(key))
        return RAISE_INT(raise_type_error(t, "keywords must be strings"));
    return dict_set(t, d, key, value);
}

int dict_merge_kwargs(Thread *t, Dict *d, Value other, Value callable)
{
    if (is_plain(other)) {
        int64_t pos = 0;
        Value key, value;
        while (dict_next(value_to_dict(other), &pos, &key, &value))
            if (put_keyword(t, d, key, value, callable) < 0)
                return -1;
        return 0;
    }
    Value keys = object_getattr_or_unbound(t, other, N(keys));
    if (value_is_null(keys))
        return -1;
    if (value_is_unbound(keys)) {
        Value text = dict_update_callable_text(t, callable);
        if (!value_is_null(text))
            raise_type_error(t, "%S argument after ** must be a mapping, "
                                "not %T", text, other);
        return -1;
    }
    return each_of_mapping(t, d, other, keys, put_keyword, callable);
}

/* --- equality --- */

int dict_equal(Thread *t, Dict *a, Dict *b)
{
    if (a->used != b->used)
        return 0;
    for (uint32_t i = 0; i < a->table->n_entries; i++) {
        DictEntry *e = &a->table->entries[i];
        Value key = slot_get(&e->key), value = slot_get(&e->value);
        if (value_is_null(key))
            continue;
        Value other = dict_get_hashed(t, b, key, (int64_t)e->hash);
        if (value_is_null(other))
            return -1;
        if (value_is_unbound(other))
            return 0;
        int equal = object_equal(t, value, other);
        if (equal <= 0)
            return equal;
    }
    return 1;
}
