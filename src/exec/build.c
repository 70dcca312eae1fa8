/* SPDX-License-Identifier: MIT */
/* Slow parts of instructions that unpack, merge and call with *args. */
#include "exec/slow.h"
#include "object/container/dict.h"
#include "object/container/dict_update.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"

static Value unpack_iter(Thread *t, Value v)
{
    if (type_of(v)->slots.iter == NULL && type_of(v)->slots.getitem == NULL)
        return raise_type_error(t, "cannot unpack non-iterable %T object", v);
    return object_iter(t, v);
}

static int raise_too_few(Thread *t, int64_t expected, int64_t got,
                         bool at_least)
{
    return RAISE_INT(raise_value_error(
        t, "not enough values to unpack (expected %s%l, got %l)",
        at_least ? "at least " : "", expected, got));
}

int slow_unpack(Thread *t, Value v, int64_t n, Value *to)
{
    ASSERT(n >= 0);
    Value it = unpack_iter(t, v);
    if (value_is_null(it))
        return -1;
    for (int64_t i = 0; i < n; i++) {
        Value item = object_next(t, it);
        if (value_is_null(item))
            return -1;
        if (value_is_unbound(item))
            return raise_too_few(t, n, i, false);
        to[n - 1 - i] = item;
    }
    Value extra = object_next(t, it);
    if (value_is_null(extra))
        return -1;
    if (!value_is_unbound(extra))
        return RAISE_INT(raise_value_error(
            t, "too many values to unpack (expected %l)", n));
    return 0;
}

/* The n items of an exact list or tuple; NULL: it is something else. */
static const Slot *items_of(Value v, int64_t *n)
{
    if (value_has_shape(v, SHAPE_LIST)) {
        *n = value_to_list(v)->len;
        return value_to_list(v)->array->items;
    }
    if (value_has_shape(v, SHAPE_TUPLE)) {
        *n = value_to_tuple(v)->len;
        return value_to_tuple(v)->items;
    }
    return NULL;
}

static int unpack_items(Thread *t, const Slot *items, int64_t n,
                        int64_t before, int64_t after, Value *to)
{
    ASSERT(n >= 0 && before >= 0 && after >= 0);
    if (n < before + after)
        return raise_too_few(t, before + after, n, true);
    List *middle = list_new(t, n - before - after);
    if (middle == NULL)
        return -1;
    for (int64_t i = before; i < n - after; i++)
        list_append(t, middle, slot_get(&items[i]));
    for (int64_t i = 0; i < before; i++)
        to[before + after - i] = slot_get(&items[i]);
    for (int64_t i = 0; i < after; i++)
        to[after - 1 - i] = slot_get(&items[n - after + i]);
    to[after] = value_from_pointer(middle);
    return 0;
}

int slow_unpack_ex(Thread *t, Value v, int64_t before, int64_t after,
                   Value *to)
{
    ASSERT(before >= 0 && after >= 0);
    int64_t n;
    const Slot *items = items_of(v, &n);
    if (items != NULL) {
        int status = unpack_items(t, items, n, before, after, to);
        KEEP(items);
        return status;
    }
    Value it = unpack_iter(t, v);
    if (value_is_null(it))
        return -1;
    Value *top = to + before + after;
    for (int64_t i = 0; i < before; i++) {
        Value item = object_next(t, it);
        if (value_is_null(item))
            return -1;
        if (value_is_unbound(item))
            return raise_too_few(t, before + after, i, true);
        top[-i] = item;
    }
    List *rest = list_from_iterable(t, it);
    if (rest == NULL)
        return -1;
    if (rest->len < after)
        return raise_too_few(t, before + after, before + rest->len, true);
    int64_t n_rest = rest->len - after;
    for (int64_t i = 0; i < after; i++)
        to[after - 1 - i] = list_get(rest, n_rest + i);
    Value none = NONE;
    List *middle = list_from_values(t, &none, 0);
    for (int64_t i = 0; i < n_rest; i++)
        list_append(t, middle, list_get(rest, i));
    to[after] = value_from_pointer(middle);
    return 0;
}

int slow_dict_update(Thread *t, Value dict, Value mapping)
{
    ASSERT(value_is_dict(dict));
    if (!value_is_dict(mapping)) {
        Value keys = object_getattr_or_unbound(t, mapping, N(keys));
        if (value_is_null(keys))
            return -1;
        if (value_is_unbound(keys))
            return RAISE_INT(raise_type_error(
                t, "'%T' object is not a mapping", mapping));
    }
    return dict_update(t, value_to_dict(dict), mapping);
}

int slow_dict_merge(Thread *t, Value dict, Value mapping, Value callable)
{
    return dict_merge_kwargs(t, value_to_dict(dict), mapping, callable);
}

/* The keys run no Python, so that operands in Thread.args stay what they are. */
Value slow_const_key_map(Thread *t, Value *operands, int64_t n)
{
    Tuple *keys = value_to_tuple(operands[n]);
    Dict *d = dict_new_sized(t, n);
    for (int64_t i = 0; i < n; i++)
        if (dict_set(t, d, tuple_get(keys, i), operands[i]) < 0)
            return NULL_VALUE;
    return value_from_pointer(d);
}

Value slow_call_ex(Thread *t, Value callable, Value args, Value kwargs)
{
    Tuple *tuple;
    if (value_has_shape(args, SHAPE_TUPLE)) {
        tuple = value_to_tuple(args);
    } else {
        if (type_of(args)->slots.iter == NULL &&
            type_of(args)->slots.getitem == NULL) {
            TRY(text, dict_update_callable_text(t, callable));
            return raise_type_error(
                t, "%S argument after * must be an iterable, not %T", text,
                args);
        }
        tuple = tuple_from_iterable(t, args);
        if (tuple == NULL)
            return NULL_VALUE;
    }
    Dict *dict = NULL;
    if (!value_is_null(kwargs)) {
        if (value_is_dict(kwargs)) {
            dict = value_to_dict(kwargs);
        } else {
            dict = dict_new(t);
            if (dict_merge_kwargs(t, dict, kwargs, callable) < 0)
                return NULL_VALUE;
        }
    }
    return object_call_tuple(t, callable, tuple, dict);
}

int slow_set_update(Thread *t, Value set, Value iterable)
{
    return set_update(t, value_to_pointer(set), iterable);
}

Value slow_list_to_tuple(Thread *t, Value list)
{
    return value_from_pointer(list_to_tuple(t, value_to_list(list)));
}

int slow_print_expr(Thread *t, Value v)
{
    Value hook = dict_get_str(t->rt->sys_dict, N(displayhook));
    if (value_is_null(hook))
        return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                     "lost sys.displayhook"));
    return value_is_null(object_call1(t, hook, v)) ? -1 : 0;
}
