/* SPDX-License-Identifier: MIT */
/* The type list: its slots and methods.  Comparing and printing may run
 * Python, so lengths are read again after each item. */
#include "object/container/list_type.h"

#include <string.h>
#include "object/container/list.h"
#include "object/container/seq_iter.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    if (cls == &type_list)
        return value_from_pointer(list_new(t, 0));
    List *l = instance_new_fixed(t, cls);
    list_init_empty(l);
    return value_from_pointer(l);
}

static int init(Thread *t, Value self, Value *args, int64_t n, Tuple *kwnames)
{
    if (sequence_check_arguments(t, "list", n, 1, kwnames) < 0)
        return -1;
    List *l = value_to_list(self);
    if (l->len > 0)
        list_clear(l);
    return n == 0 ? 0 : list_extend(t, l, args[0]);
}

static Value get(Value v, int64_t i)
{
    List *l = value_to_list(v);
    return i < l->len ? list_get(l, i) : NULL_VALUE;
}

static Value repr(Thread *t, Value self)
{
    return sequence_repr(t, self, "[", "]", "[...]", get);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_list(a) || !value_is_list(b))
        return NOT_IMPLEMENTED;
    List *x = value_to_list(a), *y = value_to_list(b);
    if (x->len != y->len && (op == COMPARE_EQ || op == COMPARE_NE))
        return value_from_bool(op == COMPARE_NE);
    for (int64_t i = 0; i < x->len && i < y->len; i++) {
        Value p = list_get(x, i), q = list_get(y, i);
        if (value_same(p, q))
            continue;
        int equal = object_equal(t, p, q);
        if (equal < 0)
            return NULL_VALUE;
        if (equal)
            continue;
        if (i >= x->len || i >= y->len)
            break; /* shortened by __eq__: the lengths decide */
        if (op == COMPARE_EQ || op == COMPARE_NE)
            return value_from_bool(op == COMPARE_NE);
        return object_compare(t, p, q, op);
    }
    return sequence_compare_lengths(x->len, y->len, op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_list(self)->len;
}

static int contains(Thread *t, Value self, Value item)
{
    int64_t i = sequence_find(t, self, get, item, 0, INT64_MAX);
    return i >= 0 ? 1 : i == -1 ? 0 : -1;
}

static Value getitem(Thread *t, Value self, Value key)
{
    List *l = value_to_list(self);
    if (value_is_slice(key)) {
        int64_t start, stop, step, count;
        if (slice_unpack(t, value_to_pointer(key), &start, &stop, &step) < 0)
            return NULL_VALUE;
        count = slice_fit(l->len, &start, &stop, step);
        List *r = list_new(t, count);
        if (r == NULL)
            return NULL_VALUE;
        if (step == 1)
            memcpy(r->array->items, l->array->items + start,
                   (size_t)count * sizeof(Slot));
        else
            for (int64_t i = 0; i < count; i++)
                list_set(r, i, list_get(l, start + i * step));
        r->len = count;
        return value_from_pointer(r);
    }
    int64_t i;
    if (sequence_index(t, key, "list", &i) < 0)
        return NULL_VALUE;
    if (i < 0)
        i += l->len;
    if (i < 0 || i >= l->len)
        return raise_error(t, EXC(IndexError), "list index out of range");
    return list_get(l, i);
}

static void delete_extended(List *l, int64_t start, int64_t step,
                            int64_t count)
{
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    int64_t to = start;
    for (int64_t i = start, left = count; i < l->len; i++) {
        if (left > 0 && (i - start) % step == 0) {
            left--;
            continue;
        }
        list_set(l, to++, list_get(l, i));
    }
    memset(l->array->items + to, 0, (size_t)(l->len - to) * sizeof(Slot));
    l->len = to;
}

static int set_slice(Thread *t, List *l, Slice *slice, Value value)
{
    int64_t start, stop, step;
    if (slice_unpack(t, slice, &start, &stop, &step) < 0)
        return -1;
    int64_t raw_start = start, raw_stop = stop;
    int64_t count = slice_fit(l->len, &start, &stop, step);
    if (value_is_null(value)) {
        if (step == 1 && count > 0)
            return list_splice(t, l, start, start + count, NULL, 0);
        if (count > 0)
            delete_extended(l, start, step, count);
        return 0;
    }
    if (type_of(value)->slots.iter == NULL &&
        type_of(value)->slots.getitem == NULL) {
        raise_type_error(t, step == 1
                                ? "can only assign an iterable"
                                : "must assign iterable to extended slice");
        return -1;
    }
    Tuple *items = tuple_from_iterable(t, value); /* a copy, in case of l */
    if (items == NULL)
        return -1;
    /* The iterable may have changed the list. */
    if (step == 1) {
        start = start < l->len ? start : l->len;
        stop = start + count < l->len ? start + count : l->len;
        int bad = list_splice(t, l, start, stop,
                              (const Value *)items->items, items->len);
        KEEP(items);
        return bad;
    }
    start = raw_start;
    stop = raw_stop;
    count = slice_fit(l->len, &start, &stop, step);
    if (items->len != count) {
        raise_value_error(t, "attempt to assign sequence of size %l to "
                             "extended slice of size %l", items->len, count);
        return -1;
    }
    for (int64_t i = 0; i < count; i++)
        list_set(l, start + i * step, tuple_get(items, i));
    return 0;
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    List *l = value_to_list(self);
    if (value_is_slice(key))
        return set_slice(t, l, value_to_pointer(key), value);
    int64_t i;
    if (sequence_index(t, key, "list", &i) < 0)
        return -1;
    if (i < 0)
        i += l->len;
    if (i < 0 || i >= l->len) {
        raise_error(t, EXC(IndexError),
                    "list assignment index out of range");
        return -1;
    }
    if (value_is_null(value))
        list_remove_at(l, i);
    else
        list_set(l, i, value);
    return 0;
}

static Value add(Thread *t, Value a, Value b)
{
    if (!value_is_list(a))
        return NOT_IMPLEMENTED;
    if (!value_is_list(b))
        return sequence_concat_other(t, a, b, type_list.slots.add);
    List *x = value_to_list(a), *y = value_to_list(b);
    List *r = list_new(t, x->len + y->len);
    if (r == NULL)
        return NULL_VALUE;
    memcpy(r->array->items, x->array->items, (size_t)x->len * sizeof(Slot));
    memcpy(r->array->items + x->len, y->array->items,
           (size_t)y->len * sizeof(Slot));
    r->len = x->len + y->len;
    return value_from_pointer(r);
}

/* Fills r, which has room, with `times` copies of l. */
static void repeat(List *r, List *l, int64_t n, int64_t times)
{
    if (n == 1) {
        Value v = list_get(l, 0);
        for (int64_t i = 0; i < times; i++)
            list_set(r, i, v);
    } else {
        for (int64_t i = 0; i < times; i++)
            for (int64_t j = 0; j < n; j++)
                list_set(r, i * n + j, list_get(l, j));
    }
    r->len = n * times;
}

static Value mul(Thread *t, Value a, Value b)
{
    if (!value_is_list(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    int64_t times, n;
    Value answer;
    if (!sequence_times(t, a, b, type_list.slots.mul, &times, &answer))
        return answer;
    List *l = value_to_list(a);
    if (times < 0)
        times = 0;
    if (__builtin_mul_overflow(l->len, times, &n) || n > INT64_MAX / 16)
        return raise_no_memory(t);
    List *r = list_new(t, 0);
    if (n == 0)
        return value_from_pointer(r);
    if (list_reserve(t, r, n) < 0)
        return NULL_VALUE;
    repeat(r, l, l->len, times);
    return value_from_pointer(r);
}

static Value imul(Thread *t, Value self, Value other)
{
    int64_t times, n;
    Value answer;
    if (!sequence_times(t, self, other, type_list.slots.mul, &times, &answer))
        return answer;
    List *l = value_to_list(self);
    if (times <= 0) {
        list_clear(l);
        return self;
    }
    if (__builtin_mul_overflow(l->len, times, &n) || n > INT64_MAX / 16)
        return raise_no_memory(t);
    if (n == 0)
        return self;
    if (list_reserve(t, l, n) < 0)
        return NULL_VALUE;
    repeat(l, l, l->len, times);
    return self;
}

static Value iadd(Thread *t, Value self, Value other)
{
    return list_extend(t, value_to_list(self), other) < 0 ? NULL_VALUE : self;
}

/* --- methods --- */

NATIVE(list, append, NATIVE_LEAF | NATIVE_AS_LIST_APPEND,
       "Add an item at the end.",
       (self, List), (arg, object, object), (slash))
{
    list_append(t, self, object);
    return raise_if_no_memory(t) < 0 ? NULL_VALUE : NONE;
}

NATIVE(list, extend, 0,
       "Add all items of an iterable at the end.",
       (self, List), (arg, object, iterable), (slash))
{
    return list_extend(t, self, iterable) < 0 ? NULL_VALUE
                                                               : NONE;
}

NATIVE(list, insert, 0,
       "Add an item before the one at index.",
       (self, List), (arg, object, index), (arg, object, object), (slash))
{
    int64_t i;
    if (sequence_int_argument(t, index, &i) < 0)
        return NULL_VALUE;
    return list_insert(t, self, i, object) < 0 ? NULL_VALUE
                                                                  : NONE;
}

/* An index, as int64. */
#define PARAM_LEAF_place LEAF_INT
#define PARAM_TYPE_place int64_t
#define PARAM_LOCAL_place(v) int64_t v
static bool param_place(Thread *t, Value v, int64_t *out,
                        const NativeDef *def UNUSED, int at UNUSED)
{
    return sequence_int_argument(t, v, out) == 0;
}

NATIVE(list, pop, NATIVE_LEAF,
       "Remove the item at index, the last by default, and return it.",
       (self, List), (opt, place, index, -1), (slash))
{
    List *l = self;
    int64_t i = index;
    if (l->len == 0)
        return raise_error(t, EXC(IndexError), "pop from empty list");
    if (i < 0)
        i += l->len;
    if (i < 0 || i >= l->len)
        return raise_error(t, EXC(IndexError), "pop index out of range");
    if (i == l->len - 1) {
        Value v = list_get(l, i);
        l->len--;
        memset(&l->array->items[i], 0, sizeof(Slot));
        return v;
    }
    return list_remove_at(l, i);
}

NATIVE(list, remove, 0,
       "Remove the first item that equals value; ValueError if none does.",
       (self, List), (arg, object, value), (slash))
{
    List *l = self;
    int64_t i = sequence_find(t, value_from_pointer(l), get, value, 0,
                              INT64_MAX);
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "list.remove(x): x not in list");
    if (i < l->len)
        list_remove_at(l, i);
    return NONE;
}

NATIVE(list, clear, NATIVE_LEAF,
       "Remove all items.", (self, List), (slash))
{
    list_clear(self);
    return NONE;
}

NATIVE(list, copy, NATIVE_READER,
       "A list of the same items.", (self, List), (slash))
{
    List *l = self;
    List *r = list_new(t, l->len);
    if (r == NULL)
        return NULL_VALUE;
    memcpy(r->array->items, l->array->items, (size_t)l->len * sizeof(Slot));
    r->len = l->len;
    return value_from_pointer(r);
}

NATIVE(list, count, 0,
       "How many items equal value.",
       (self_value), (arg, object, value), (slash))
{
    return sequence_count(t, self, get, value);
}

NATIVE(list, index, 0,
       "Where value stands first within [start, stop); ValueError if it does\n"
       "not.",
       (self, List), (arg, object, value), (opt, bound, start, 0),
       (opt, bound, stop, 9223372036854775807), (slash))
{
    sequence_bounds(self->len, &start, &stop);
    int64_t i = sequence_find(t, value_from_pointer(self), get, value, start,
                              stop);
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "%R is not in list", value);
    return value_from_int(i);
}

NATIVE(list, reverse, NATIVE_LEAF,
       "Put the items in the opposite order, in place.", (self, List), (slash))
{
    List *l = self;
    for (int64_t i = 0, j = l->len - 1; i < j; i++, j--) {
        Value v = list_get(l, i);
        list_set(l, i, list_get(l, j));
        list_set(l, j, v);
    }
    return NONE;
}

NATIVE(list, sort, 0,
       "Put the items in ascending order, in place and stable.",
       (self, List), (slash), (star), (opt, object, key, None),
       (opt, int_truth, reverse, False))
{
    if (value_is_none(key))
        key = UNBOUND;
    return list_sort(t, self, key, reverse) < 0 ? NULL_VALUE : NONE;
}

NATIVE(list, __reversed__, 0,
       "An iterator over the items, last one first.", (self_value), (slash))
{
    return list_reverse_iter_new(t, self);
}

static const NativeDef *const methods[] = {
    &list_append_native,
    &list_extend_native,
    &list_insert_native,
    &list_pop_native,
    &list_remove_native,
    &list_clear_native,
    &list_copy_native,
    &list_count_native,
    &list_index_native,
    &list_reverse_native,
    &list_sort_native,
    &list___reversed___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_list = {
    TYPE_HEAD(LIST),
    .c_name = "list",
    .c_doc = "Items in a row that can be changed, added and removed.",
    .type_flags = TYPE_BASE | TYPE_IS_LIST | TYPE_SEQUENCE,
    .kind = KIND_LIST,
    .instance_size = sizeof(List),
    .methods = methods,
    .slots = {.new = new, .init = init, .repr = repr, .compare = compare,
              .len = len, .contains = contains, .getitem = getitem,
              .setitem = setitem, .iter = list_iter_new, .add = add,
              .mul = mul, .iadd = iadd, .imul = imul},
};
