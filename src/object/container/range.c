/* SPDX-License-Identifier: MIT */
/* Ranges: start, stop, step and length are ints of any size. */
#include "object/container/range.h"

#include "object/container/seq_iter.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"

static void trace(void *object, GcMarker *m)
{
    mark_slots(m, &((Range *)object)->start, 4);
}

const GcKind range_kind = {.name = "range", .trace = trace};
const GcKind range_iter_kind = {.name = "range_iter"};

static const Value zero = {VALUE_INT_TAG};

/* Number of items from start to stop. */
static Value count_items(Thread *t, Value start, Value stop, Value step)
{
    if (int_sign(step) < 0) {
        Value swap = start;
        start = stop;
        stop = swap;
        step = int_neg(t, step);
    }
    if (int_compare(start, stop) >= 0)
        return zero;
    if (value_is_int(start) && value_is_int(stop) && value_is_int(step)) {
        int64_t n = value_to_int(stop) - value_to_int(start);
        return int_from_int64(t, (n - 1) / value_to_int(step) + 1);
    }
    Value one = value_from_int(1);
    Value n = int_sub(t, int_sub(t, stop, start), one);
    return int_add(t, int_floordiv(t, n, step), one);
}

Value range_new(Thread *t, Value start, Value stop, Value step)
{
    Value length = count_items(t, start, stop, step);
    Range *r = gc_alloc(t, sizeof(Range), KIND_RANGE, SHAPE_RANGE);
    slot_set(r, &r->start, start);
    slot_set(r, &r->stop, stop);
    slot_set(r, &r->step, step);
    slot_set(r, &r->length, length);
    return value_from_pointer(r);
}

static Value to_int(Thread *t, Value v)
{
    if (value_is_int(v))
        return v;
    TRY(i, object_index(t, v));
    return int_exact(t, i);
}

static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)cls;
    if (sequence_check_arguments(t, "range", n, 3, kwnames) < 0)
        return NULL_VALUE;
    if (n == 0)
        return raise_type_error(t,
                                "range expected at least 1 argument, got 0");
    TRY(first, to_int(t, args[0]));
    if (n == 1)
        return range_new(t, zero, first, value_from_int(1));
    TRY(stop, to_int(t, args[1]));
    if (n == 2)
        return range_new(t, first, stop, value_from_int(1));
    TRY(step, to_int(t, args[2]));
    if (int_sign(step) == 0)
        return raise_value_error(t, "range() arg 3 must not be zero");
    return range_new(t, first, stop, step);
}

static Value repr(Thread *t, Value self)
{
    Range *r = value_to_range(self);
    Value start = slot_get(&r->start), stop = slot_get(&r->stop);
    Value step = slot_get(&r->step);
    if (value_same(step, value_from_int(1)))
        return format_message(t, "range(%R, %R)", start, stop);
    return format_message(t, "range(%R, %R, %R)", start, stop, step);
}

/* What ranges with the same items have in common. */
static Value identity(Thread *t, Range *r)
{
    Value length = slot_get(&r->length);
    bool some = !value_same(length, zero);
    bool many = some && !value_same(length, value_from_int(1));
    return value_from_pointer(
        tuple_pack(t, 3, length, some ? slot_get(&r->start) : NONE,
                   many ? slot_get(&r->step) : NONE));
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if ((op != COMPARE_EQ && op != COMPARE_NE) ||
        !value_has_shape(a, SHAPE_RANGE) || !value_has_shape(b, SHAPE_RANGE))
        return NOT_IMPLEMENTED;
    return object_compare(t, identity(t, value_to_range(a)),
                          identity(t, value_to_range(b)), op);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    return object_hash(t, identity(t, value_to_range(self)), out);
}

static int64_t len(Thread *t, Value self)
{
    int64_t n;
    if (int_to_int64(slot_get(&value_to_range(self)->length), &n))
        return n;
    return RAISE_INT(
        raise_error(t, EXC(OverflowError),
                    "Python int too large to convert to C ssize_t"));
}

static int truth(Thread *t, Value self)
{
    (void)t;
    return !value_same(slot_get(&value_to_range(self)->length), zero);
}

/* start + i * step */
static Value item(Thread *t, Range *r, Value i)
{
    return int_add(t, slot_get(&r->start),
                   int_mul(t, i, slot_get(&r->step)));
}

static Value getitem(Thread *t, Value self, Value key)
{
    Range *r = value_to_range(self);
    if (value_is_slice(key)) {
        Value start, stop, step;
        if (slice_indices_of_ints(t, value_to_pointer(key),
                                  slot_get(&r->length), &start, &stop,
                                  &step) < 0)
            return NULL_VALUE;
        return range_new(t, item(t, r, start), item(t, r, stop),
                         int_mul(t, slot_get(&r->step), step));
    }
    if (type_of(key)->slots.index == NULL)
        return raise_type_error(
            t, "range indices must be integers or slices, not %T", key);
    TRY(i, object_index(t, key));
    if (int_sign(i) < 0)
        i = int_add(t, i, slot_get(&r->length));
    if (int_sign(i) < 0 || int_compare(i, slot_get(&r->length)) >= 0)
        return raise_error(t, EXC(IndexError),
                           "range object index out of range");
    return item(t, r, i);
}

/* Index of an int object, or null if it is not among the items. */
static Value index_of(Thread *t, Range *r, Value v)
{
    Value start = slot_get(&r->start), stop = slot_get(&r->stop);
    Value step = slot_get(&r->step);
    bool in = int_sign(step) > 0
                  ? int_compare(v, start) >= 0 && int_compare(v, stop) < 0
                  : int_compare(v, start) <= 0 && int_compare(v, stop) > 0;
    if (!in)
        return NULL_VALUE;
    Value distance = int_sub(t, v, start);
    if (int_sign(int_mod(t, distance, step)) != 0)
        return NULL_VALUE;
    return int_floordiv(t, distance, step);
}

static bool is_plain_int(Value v)
{
    return value_is_int(v) || value_is_bool(v) ||
           value_has_shape(v, SHAPE_INT);
}

static int contains(Thread *t, Value self, Value v)
{
    if (is_plain_int(v))
        return !value_is_null(index_of(t, value_to_range(self), v));
    Value iterator = range_iter_new(t, self);
    FOR_EACH_ITEM(t, w, iterator, -1) {
        int equal = object_equal(t, w, v);
        if (equal != 0)
            return equal;
    }
    return 0;
}

NATIVE(range, index, 0,
       "Where in the range value is; ValueError if it is not.",
       (self_value), (arg, object, object), (slash))
{
    if (is_plain_int(object)) {
        Value i = index_of(t, value_to_range(self), object);
        return value_is_null(i)
                   ? raise_value_error(t, "%R is not in range", object)
                   : i;
    }
    TRY(iterator, range_iter_new(t, self));
    int64_t i = 0;
    FOR_EACH_ITEM(t, w, iterator, NULL_VALUE) {
        int equal = object_equal(t, w, object);
        if (equal != 0)
            return equal < 0 ? NULL_VALUE : value_from_int(i);
        i++;
    }
    return raise_value_error(t, "sequence.index(x): x not in sequence");
}

NATIVE(range, count, 0,
       "How many items equal value.",
       (self_value), (arg, object, object), (slash))
{
    if (is_plain_int(object))
        return value_from_int(
            !value_is_null(index_of(t, value_to_range(self), object)));
    TRY(iterator, range_iter_new(t, self));
    int64_t found = 0;
    FOR_EACH_ITEM(t, w, iterator, NULL_VALUE) {
        int equal = object_equal(t, w, object);
        if (equal < 0)
            return NULL_VALUE;
        found += equal;
    }
    return value_from_int(found);
}

/* --- iterators --- */

typedef struct LongRangeIter {
    RECORD_HEAD()
    Slot next, step, left; /* left: numbers still to come */
} LongRangeIter;

static Value iter_over(Thread *t, Value start, Value step, Value length)
{
    /* All items are small when the first and the last are. */
    if (value_is_int(start) && value_is_int(step) && value_is_int(length)) {
        int64_t last, left = value_to_int(length);
        if (!__builtin_mul_overflow(left > 0 ? left - 1 : 0,
                                    value_to_int(step), &last) &&
            !__builtin_add_overflow(last, value_to_int(start), &last) &&
            int_is_small(last)) {
            RangeIter *it = gc_alloc(t, sizeof(RangeIter), KIND_RANGE_ITER,
                                     SHAPE_RANGE_ITERATOR);
            it->next = value_to_int(start);
            it->step = value_to_int(step);
            it->left = left;
            return value_from_pointer(it);
        }
    }
    LongRangeIter *it = record_new(t, SHAPE_LONGRANGE_ITERATOR,
                                   RECORD_SLOTS(LongRangeIter));
    slot_set(it, &it->next, start);
    slot_set(it, &it->step, step);
    slot_set(it, &it->left, length);
    return value_from_pointer(it);
}

Value range_iter_new(Thread *t, Value self)
{
    Range *r = value_to_range(self);
    return iter_over(t, slot_get(&r->start), slot_get(&r->step),
                     slot_get(&r->length));
}

NATIVE(range, __reversed__, 0,
       "An iterator over the items, last one first.", (self, Range), (slash))
{
    Value length = slot_get(&self->length);
    Value last = item(t, self, int_sub(t, length, value_from_int(1)));
    return iter_over(t, last, int_neg(t, slot_get(&self->step)), length);
}

static Value next(Thread *t, Value self)
{
    (void)t;
    RangeIter *it = value_to_range_iter(self);
    if (it->left <= 0)
        return UNBOUND;
    it->left--;
    int64_t i = it->next;
    it->next = (int64_t)((uint64_t)i + (uint64_t)it->step);
    return value_from_int(i);
}

static Value long_next(Thread *t, Value self)
{
    LongRangeIter *it = value_to_record(self);
    Value left = slot_get(&it->left);
    if (int_sign(left) <= 0)
        return UNBOUND;
    Value i = slot_get(&it->next);
    slot_set(it, &it->left, int_sub(t, left, value_from_int(1)));
    slot_set(it, &it->next, int_add(t, i, slot_get(&it->step)));
    return i;
}

NATIVE(iter, __length_hint__, NATIVE_READER, NULL, (self, RangeIter), (slash))
{
    return value_from_int(self->left);
}

NATIVE(long_iter, __length_hint__, NATIVE_READER, NULL,
       (self, LongRangeIter), (slash))
{
    return slot_get(&self->left);
}

/* (iter, (range,), 0) of what is left: where it began is not known. */
static Value reduce_as_range(Thread *t, Value start, Value step, Value left)
{
    Value stop = int_add(t, start, int_mul(t, step, left));
    TRY(range, range_new(t, start, stop, step));
    TRY(pair, seq_iter_reduce_over(t, range));
    Tuple *s = value_to_tuple(pair);
    return value_from_pointer(tuple_pack(t, 3, tuple_get(s, 0),
                                         tuple_get(s, 1),
                                         value_from_int(0)));
}

NATIVE(iter, __reduce__, 0, NULL, (self, RangeIter), (slash))
{
    return reduce_as_range(t, int_from_int64(t, self->next),
                           int_from_int64(t, self->step),
                           int_from_int64(t, self->left));
}

NATIVE(long_iter, __reduce__, 0, NULL, (self, LongRangeIter), (slash))
{
    return reduce_as_range(t, slot_get(&self->next), slot_get(&self->step),
                           slot_get(&self->left));
}

NATIVE(iter, __setstate__, 0, NULL,
       (self, RangeIter), (arg, object, state), (slash))
{
    int64_t i;
    if (object_to_int64(t, state, &i) < 0)
        return NULL_VALUE;
    i = i < 0 ? 0 : i > self->left ? self->left : i;
    self->next += i * self->step;
    self->left -= i;
    return NONE;
}

NATIVE(long_iter, __setstate__, 0, NULL,
       (self, LongRangeIter), (arg, object, state), (slash))
{
    Value i = object_index(t, state);
    if (value_is_null(i))
        return NULL_VALUE;
    Value left = slot_get(&self->left);
    if (int_compare(i, value_from_int(0)) < 0)
        i = value_from_int(0);
    if (int_compare(i, left) > 0)
        i = left;
    slot_set(self, &self->next,
             int_add(t, slot_get(&self->next),
                     int_mul(t, slot_get(&self->step), i)));
    slot_set(self, &self->left, int_sub(t, left, i));
    return NONE;
}

static const NativeDef *const iter_methods[] = {
    &iter___length_hint___native,
    &iter___reduce___native,
    &iter___setstate___native,
    NULL,
};

static const NativeDef *const long_iter_methods[] = {
    &long_iter___length_hint___native,
    &long_iter___reduce___native,
    &long_iter___setstate___native,
    NULL,
};

Type type_range_iterator = {
    TYPE_HEAD(RANGE_ITERATOR),
    .c_name = "range_iterator",
    .kind = KIND_RANGE_ITER,
    .instance_size = sizeof(RangeIter),
    .methods = iter_methods,
    .slots = {.iter = sequence_self, .next = next},
};

Type type_longrange_iterator = {
    TYPE_HEAD(LONGRANGE_ITERATOR),
    .c_name = "longrange_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(LongRangeIter),
    .methods = long_iter_methods,
    .slots = {.iter = sequence_self, .next = long_next},
};

/* Takes more arguments, as in CPython, and ignores them. */
NATIVE(range, __reduce__, 0, NULL, (self, Range), (slash), (args, ignored))
{
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(&type_range),
        value_from_pointer(tuple_pack(t, 3, slot_get(&self->start),
                                      slot_get(&self->stop),
                                      slot_get(&self->step)))));
}

static const NativeDef *const methods[] = {
    &range_index_native,
    &range_count_native,
    &range___reversed___native,
    &range___reduce___native,
    NULL,
};

static const MemberDef members[] = {
    {"start", offsetof(Range, start), false},
    {"stop", offsetof(Range, stop), false},
    {"step", offsetof(Range, step), false},
    {0},
};

Type type_range = {
    TYPE_HEAD(RANGE),
    .c_name = "range",
    .c_doc = "range(stop): whole numbers from 0 on, stop not among them.\n"
             "range(start, stop[, step]): from start on, step by step.",
    .type_flags = TYPE_SEQUENCE,
    .kind = KIND_RANGE,
    .instance_size = sizeof(Range),
    .methods = methods,
    .members = members,
    .slots = {.new = new, .repr = repr, .compare = compare, .hash = hash,
              .len = len, .truth = truth, .contains = contains,
              .getitem = getitem, .iter = range_iter_new},
};
