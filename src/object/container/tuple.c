/* SPDX-License-Identifier: MIT */
/* Tuples: immutable but for the moments before anyone sees them. */
#include "object/container/tuple.h"

#include <stdarg.h>
#include "base/base.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/core/mark.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/generic_alias.h"

static void trace(void *object, GcMarker *m)
{
    Tuple *s = object;
    mark_slots(m, s->items, s->len);
}

const GcKind tuple_kind = {.name = "tuple", .trace = trace};

Tuple *tuple_new(Thread *t, int64_t len)
{
    ASSERT(len >= 0);
    if (len == 0 && runtime->empty_tuple != NULL)
        return runtime->empty_tuple;
    Tuple *s = NULL;
    if ((size_t)len <= (SIZE_MAX / 2 - sizeof(Tuple)) / sizeof(Slot))
        s = gc_alloc_large(t, sizeof(Tuple) + (size_t)len * sizeof(Slot),
                           KIND_TUPLE, SHAPE_TUPLE);
    if (s == NULL)
        return value_to_pointer(raise_no_memory(t));
    s->hash = -1;
    s->len = len;
    return s;
}

Tuple *tuple_from_values(Thread *t, const Value *values, int64_t n)
{
    ASSERT(n >= 0);
    Tuple *s = tuple_new(t, n);
    if (s == NULL)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        tuple_set(s, i, values[i]);
    return s;
}

Tuple *tuple_pack(Thread *t, int n, ...)
{
    ASSERT(n >= 0);
    va_list ap;
    va_start(ap, n);
    Tuple *s = tuple_new(t, n);
    if (s == NULL)
        return NULL;
    for (int i = 0; i < n; i++)
        tuple_set(s, i, va_arg(ap, Value));
    va_end(ap);
    return s;
}

Tuple *tuple_from_iterable(Thread *t, Value iterable)
{
    if (value_has_shape(iterable, SHAPE_TUPLE))
        return value_to_tuple(iterable);
    if (value_has_shape(iterable, SHAPE_LIST))
        return list_to_tuple(t, value_to_list(iterable));
    List *l = list_from_iterable(t, iterable);
    return l == NULL ? NULL : list_to_tuple(t, l);
}

Tuple *tuple_slice(Thread *t, Tuple *s, int64_t start, int64_t stop)
{
    ASSERT(0 <= start && stop <= s->len);
    if (start < 0)
        start = 0;
    if (stop > s->len)
        stop = s->len;
    if (stop < start)
        stop = start;
    if (start == 0 && stop == s->len && s->h.shape == SHAPE_TUPLE)
        return s;
    Tuple *r = tuple_new(t, stop - start);
    if (r == NULL)
        return NULL;
    for (int64_t i = start; i < stop; i++)
        tuple_set(r, i - start, tuple_get(s, i));
    return r;
}

/* --- the type --- */

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    bool own_init = cls != &type_tuple &&
                    cls->slots.init != type_tuple.slots.init;
    if (sequence_check_arguments(t, "tuple", n, 1,
                                 own_init ? NULL : kwnames) < 0)
        return NULL_VALUE;
    Tuple *items = n == 0 ? tuple_new(t, 0) : tuple_from_iterable(t, args[0]);
    if (items == NULL || cls == &type_tuple)
        return value_from_pointer(items);
    Tuple *s = instance_new_sized(
        t, cls, sizeof(Tuple) + (size_t)items->len * sizeof(Slot));
    s->hash = -1;
    s->len = items->len;
    for (int64_t i = 0; i < items->len; i++)
        tuple_set(s, i, tuple_get(items, i));
    return value_from_pointer(s);
}

static Value get(Value v, int64_t i)
{
    ASSERT(i >= 0);
    Tuple *s = value_to_tuple(v);
    return i < s->len ? tuple_get(s, i) : NULL_VALUE;
}

static Value repr(Thread *t, Value self)
{
    return sequence_repr(t, self, "(", ",)", "(...)", get);
}

/* xxHash's way of mixing lanes (github.com/Cyan4973/xxHash, specification). */
static int hash(Thread *t, Value self, int64_t *out)
{
    Tuple *s = value_to_tuple(self);
    if (s->hash != -1) {
        *out = s->hash;
        return 0;
    }
    const uint64_t prime1 = UINT64_C(11400714785074694791);
    const uint64_t prime2 = UINT64_C(14029467366897019727);
    const uint64_t prime5 = UINT64_C(2870177450012600261);
    uint64_t acc = prime5;
    for (int64_t i = 0; i < s->len; i++) {
        int64_t lane;
        Value v = tuple_get(s, i);
        if (value_is_int(v))
            lane = int_hash_small(v);
        else if (object_hash(t, v, &lane) < 0)
            return -1;
        acc += (uint64_t)lane * prime2;
        acc = (acc << 31) | (acc >> 33);
        acc *= prime1;
    }
    acc += (uint64_t)s->len ^ (prime5 ^ 3527539);
    if (acc == UINT64_MAX)
        acc = 1546275796;
    *out = s->hash = (int64_t)acc;
    return 0;
}

/* The index of the first items that differ, the shorter length if none do, or
 * -1 on error. */
static int64_t find_difference(Thread *t, Tuple *x, Tuple *y)
{
    int64_t n = x->len < y->len ? x->len : y->len;
    for (int64_t i = 0; i < n; i++) {
        Value p = tuple_get(x, i), q = tuple_get(y, i);
        if (value_same(p, q))
            continue;
        if (value_both_int(p, q))
            return i;
        int equal = object_equal(t, p, q);
        if (equal < 0)
            return -1;
        if (!equal)
            return i;
    }
    return n;
}

int tuple_equal(Thread *t, Tuple *x, Tuple *y)
{
    if (recursion_enter(t, " in comparison"))
        return -1;
    int64_t i = find_difference(t, x, y);
    recursion_leave(t);
    return i < 0 ? -1 : i == x->len && i == y->len;
}

Value tuple_compare(Thread *t, Tuple *x, Tuple *y, CompareOp op)
{
    int64_t i = find_difference(t, x, y);
    if (i < 0)
        return NULL_VALUE;
    if (i == x->len || i == y->len)
        return sequence_compare_lengths(x->len, y->len, op);
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return value_from_bool(op == COMPARE_NE);
    return object_compare(t, tuple_get(x, i), tuple_get(y, i), op);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_tuple(a) || !value_is_tuple(b))
        return NOT_IMPLEMENTED;
    return tuple_compare(t, value_to_tuple(a), value_to_tuple(b), op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_tuple(self)->len;
}

static int contains(Thread *t, Value self, Value item)
{
    int64_t i = sequence_find(t, self, get, item, 0, INT64_MAX);
    return i >= 0 ? 1 : i == -1 ? 0 : -1;
}

static Value getitem(Thread *t, Value self, Value key)
{
    Tuple *s = value_to_tuple(self);
    if (value_is_slice(key)) {
        int64_t start, stop, step, count;
        if (slice_indices(t, value_to_pointer(key), s->len, &start, &stop,
                          &step, &count) < 0)
            return NULL_VALUE;
        if (step == 1)
            return value_from_pointer(tuple_slice(t, s, start, stop));
        Tuple *r = tuple_new(t, count);
        if (r == NULL)
            return NULL_VALUE;
        for (int64_t i = 0; i < count; i++)
            tuple_set(r, i, tuple_get(s, start + i * step));
        return value_from_pointer(r);
    }
    int64_t i;
    if (sequence_index(t, key, "tuple", &i) < 0)
        return NULL_VALUE;
    if (i < 0)
        i += s->len;
    if (i < 0 || i >= s->len)
        return raise_error(t, EXC(IndexError), "tuple index out of range");
    return tuple_get(s, i);
}

static Value add(Thread *t, Value a, Value b)
{
    if (!value_is_tuple(a))
        return NOT_IMPLEMENTED;
    if (!value_is_tuple(b))
        return sequence_concat_other(t, a, b, type_tuple.slots.add);
    Tuple *x = value_to_tuple(a), *y = value_to_tuple(b);
    if (x->len == 0 && y->h.shape == SHAPE_TUPLE)
        return b;
    if (y->len == 0 && x->h.shape == SHAPE_TUPLE)
        return a;
    Tuple *r = tuple_new(t, x->len + y->len);
    if (r == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < x->len; i++)
        tuple_set(r, i, tuple_get(x, i));
    for (int64_t i = 0; i < y->len; i++)
        tuple_set(r, x->len + i, tuple_get(y, i));
    return value_from_pointer(r);
}

static Value mul(Thread *t, Value a, Value b)
{
    if (!value_is_tuple(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    int64_t times;
    Value answer;
    if (!sequence_times(t, a, b, type_tuple.slots.mul, &times, &answer))
        return answer;
    Tuple *s = value_to_tuple(a);
    int64_t n;
    if (times < 0)
        times = 0;
    if (times == 1 && s->h.shape == SHAPE_TUPLE)
        return a;
    if (__builtin_mul_overflow(s->len, times, &n) || n > INT64_MAX / 16)
        return raise_no_memory(t);
    if (n == 0)
        return value_from_pointer(tuple_new(t, 0));
    Tuple *r = gc_alloc_large(t, sizeof(Tuple) + (size_t)n * sizeof(Slot),
                              KIND_TUPLE, SHAPE_TUPLE);
    if (r == NULL)
        return raise_no_memory(t);
    r->hash = -1;
    r->len = n;
    for (int64_t i = 0; i < n; i += s->len)
        for (int64_t j = 0; j < s->len; j++)
            tuple_set(r, i + j, tuple_get(s, j));
    return value_from_pointer(r);
}

NATIVE(tuple, count, 0,
       "How many items equal value.",
       (self_value), (arg, object, value), (slash))
{
    return sequence_count(t, self, get, value);
}

NATIVE(tuple, index, 0,
       "Where value stands first within [start, stop); ValueError if it does\n"
       "not.",
       (self, Tuple), (arg, object, value), (opt, bound, start, 0),
       (opt, bound, stop, 9223372036854775807), (slash))
{
    sequence_bounds(self->len, &start, &stop);
    int64_t i = sequence_find(t, value_from_pointer(self), get, value, start,
                              stop);
    if (i == -2)
        return NULL_VALUE;
    if (i == -1)
        return raise_value_error(t, "tuple.index(x): x not in tuple");
    return value_from_int(i);
}

NATIVE(tuple, __getnewargs__, 0, NULL, (self, Tuple), (slash))
{
    Tuple *s = self;
    Tuple *plain = tuple_new(t, s->len);
    if (plain == NULL)
        return NULL_VALUE;
    for (int64_t i = 0; i < s->len; i++)
        tuple_set(plain, i, tuple_get(s, i));
    return value_from_pointer(
        tuple_pack(t, 1, value_from_pointer(plain)));
}

static const NativeDef *const methods[] = {
    &tuple_count_native,
    &tuple_index_native,
    &tuple___getnewargs___native,
    &generic_alias___class_getitem___native,
    NULL,
};

Type type_tuple = {
    TYPE_HEAD(TUPLE),
    .c_name = "tuple",
    .c_doc = "Items in a row that stay as they are.",
    .type_flags =
        TYPE_BASE | TYPE_IS_TUPLE | TYPE_SEQUENCE | TYPE_VAR_SIZED,
    .kind = KIND_TUPLE,
    .instance_size = sizeof(Tuple),
    .methods = methods,
    .slots = {.new = new, .repr = repr, .hash = hash, .compare = compare,
              .len = len, .contains = contains, .getitem = getitem,
              .iter = tuple_iter_new, .add = add, .mul = mul},
};
