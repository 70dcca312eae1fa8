/* SPDX-License-Identifier: MIT */
/* The module _bisect: where a value belongs in a sorted sequence. */
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"

/* Whether the place is in front of items that are equal. */
typedef enum Side { LEFT, RIGHT } Side;

static int is_less(Thread *t, Value a, Value b)
{
    if (value_both_int(a, b))
        return value_to_int(a) < value_to_int(b);
    if (value_is_flonum(a) && value_is_flonum(b))
        return value_flonum_to_double(a) < value_flonum_to_double(b);
    return object_compare_true(t, a, b, COMPARE_LT);
}

static Value item_at(Thread *t, Value a, int64_t i)
{
    if (value_has_shape(a, SHAPE_LIST)) {
        const List *l = value_to_list(a);
        if (i < l->len)
            return list_get(l, i);
    }
    return object_getitem(t, a, value_from_int(i));
}

/* hi, -1 for None: 0 or -1 */
static int stop_of(Thread *t, Value v, int64_t *hi)
{
    if (value_is_none(v))
        return 0;
    if (type_of(v)->slots.index == NULL)
        return RAISE_INT(raise_type_error(
            t, "argument should be integer or None, not '%.200T'", v));
    Value i = object_index(t, v);
    if (value_is_null(i))
        return -1;
    if (!int_to_int64(i, hi))
        return RAISE_INT(raise_error(
            t, EXC(OverflowError),
            "cannot fit '%.200T' into an index-sized integer", v));
    return 0;
}

/* The index, or -1. */
static int64_t find(Thread *t, Side side, Value a, Value x, int64_t lo,
                    Value stop, Value key)
{
    int64_t hi = -1;
    if (stop_of(t, stop, &hi) < 0)
        return -1;
    if (value_is_dict(a))
        return RAISE_INT(raise_type_error(t, "%.200T is not a sequence", a));
    if (lo < 0)
        return RAISE_INT(raise_value_error(t, "lo must be non-negative"));
    if (hi == -1 && (hi = object_len(t, a)) < 0)
        return -1;
    while (lo < hi) {
        int64_t mid = lo + (hi - lo) / 2;
        Value item = item_at(t, a, mid);
        if (!value_is_null(item) && !value_is_none(key))
            item = object_call1(t, key, item);
        if (value_is_null(item))
            return -1;
        int less = side == LEFT ? is_less(t, item, x) : is_less(t, x, item);
        if (less < 0)
            return -1;
        if ((side == LEFT) == less)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

static Value bisect(Thread *t, Side side, Value a, Value x, int64_t lo,
                    Value hi, Value key)
{
    int64_t i = find(t, side, a, x, lo, hi, key);
    return i < 0 ? NULL_VALUE : value_from_int(i);
}

static Value insort(Thread *t, Side side, Value a, Value x, int64_t lo,
                    Value hi, Value key)
{
    Value by = x;
    if (!value_is_none(key) && value_is_null(by = object_call1(t, key, x)))
        return NULL_VALUE;
    int64_t i = find(t, side, a, by, lo, hi, key);
    if (i < 0)
        return NULL_VALUE;
    if (value_has_shape(a, SHAPE_LIST))
        return list_insert(t, value_to_list(a), i, x) < 0 ? NULL_VALUE : NONE;
    TRY(v, object_call_method(t, a, str_intern_c(t, "insert"), 2,
                              value_from_int(i), x));
    (void)v;
    return NONE;
}

#define FUNCTION(name, how, side, doc)                               \
    NATIVE(bisect, name, 0, doc, (arg, object, a), (arg, object, x), \
           (opt, ssize, lo, 0), (opt, object, hi, None), (star),     \
           (opt, object, key, None))                                 \
    {                                                                \
        return how(t, side, a, x, lo, hi, key);                      \
    }
FUNCTION(bisect_left, bisect, LEFT,
         "The place of x in sorted a, in front of items that are equal.")
FUNCTION(bisect_right, bisect, RIGHT,
         "The place of x in sorted a, behind items that are equal.")
FUNCTION(insort_left, insort, LEFT,
         "Insert x into sorted a, in front of items that are equal.")
FUNCTION(insort_right, insort, RIGHT,
         "Insert x into sorted a, behind items that are equal.")

static const NativeDef *const functions[] = {
    &bisect_bisect_left_native,
    &bisect_bisect_right_native,
    &bisect_insort_left_native,
    &bisect_insort_right_native,
    NULL,
};

const ModuleDef bisect_module = {
    .name = "_bisect",
    .doc = "Places in sorted sequences.",
    .functions = {functions},
};
