/* SPDX-License-Identifier: MIT */
/* Comparison, hashing, truth. */
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/core/object.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

static const CompareOp swapped[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ,
                                    COMPARE_NE, COMPARE_LT, COMPARE_LE};

static Value compare_slots(Thread *t, Value a, Value b, CompareOp op)
{
    Type *ta = type_of(a), *tb = type_of(b);
    bool tried_b = false;
    if (ta != tb && type_is_subtype(tb, ta) && tb->slots.compare != NULL) {
        tried_b = true;
        TRY(v, outcome(t, tb->slots.compare(t, b, a, swapped[op])));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    if (ta->slots.compare != NULL) {
        TRY(v, outcome(t, ta->slots.compare(t, a, b, op)));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    if (!tried_b && tb->slots.compare != NULL)
        return outcome(t, tb->slots.compare(t, b, a, swapped[op]));
    return NOT_IMPLEMENTED;
}

static Value raise_no_order(Thread *t, Value a, Value b, CompareOp op)
{
    static const char *const signs[] = {"<", "<=", "==", "!=", ">", ">="};
    return raise_type_error(t, "'%s' not supported between instances of "
                            "'%.100T' and '%.100T'", signs[op], a, b);
}

/* Whether `order` (negative, zero, positive) answers op. */
static inline Value order_value(int64_t order, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return value_from_bool(order < 0);
    case COMPARE_LE: return value_from_bool(order <= 0);
    case COMPARE_EQ: return value_from_bool(order == 0);
    case COMPARE_NE: return value_from_bool(order != 0);
    case COMPARE_GT: return value_from_bool(order > 0);
    default: return value_from_bool(order >= 0);
    }
}

Value object_compare(Thread *t, Value a, Value b, CompareOp op)
{
    /* The difference of small ints is no overflow. */
    if (value_both_int(a, b))
        return order_value(value_to_int(a) - value_to_int(b), op);
    if (value_has_shape(a, SHAPE_STR) && value_has_shape(b, SHAPE_STR)) {
        const Str *x = value_to_str(a), *y = value_to_str(b);
        return op == COMPARE_EQ || op == COMPARE_NE
                   ? value_from_bool(str_equal(x, y) == (op == COMPARE_EQ))
                   : order_value(str_compare(x, y), op);
    }
    if (recursion_enter(t, " in comparison"))
        return NULL_VALUE;
    Value v = value_has_shape(a, SHAPE_TUPLE) && value_has_shape(b, SHAPE_TUPLE)
                  ? tuple_compare(t, value_to_tuple(a), value_to_tuple(b), op)
                  : compare_slots(t, a, b, op);
    recursion_leave(t);
    if (!value_same(v, NOT_IMPLEMENTED))
        return v;
    if (op == COMPARE_EQ)
        return value_from_bool(value_same(a, b));
    if (op == COMPARE_NE)
        return value_from_bool(!value_same(a, b));
    return raise_no_order(t, a, b, op);
}

int object_equal(Thread *t, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (value_both_int(a, b))
        return 0;
    if (value_is_pointer(a) && value_is_pointer(b)) {
        uint32_t shape = value_header(a)->shape;
        if (shape == value_header(b)->shape) {
            if (shape == SHAPE_STR)
                return str_equal(value_to_str(a), value_to_str(b));
            if (shape == SHAPE_TUPLE)
                return tuple_equal(t, value_to_tuple(a), value_to_tuple(b));
        }
    }
    return object_compare_true(t, a, b, COMPARE_EQ);
}

int object_compare_true(Thread *t, Value a, Value b, CompareOp op)
{
    Value v = object_compare(t, a, b, op);
    if (value_is_bool(v))
        return value_is_true(v);
    return value_is_null(v) ? -1 : object_is_true(t, v);
}

int object_hash(Thread *t, Value v, int64_t *hash)
{
    if (value_is_int(v)) {
        *hash = int_hash_small(v);
        return 0;
    }
    if (value_has_shape(v, SHAPE_STR)) {
        *hash = str_hash(value_to_str(v));
        return 0;
    }
    Type *type = type_of(v);
    if (type->slots.hash == NULL)
        return RAISE_INT(
            raise_type_error(t, "unhashable type: '%.200T'", v));
    if (recursion_overflows(t, " while hashing an object"))
        return -1;
    return type->slots.hash(t, v, hash);
}

int object_is_true(Thread *t, Value v)
{
    if (value_is_bool(v))
        return value_is_true(v);
    if (value_is_none(v))
        return 0;
    if (value_is_int(v))
        return value_to_int(v) != 0;
    TypeSlots *s = &type_of(v)->slots;
    if (s->truth != NULL)
        return s->truth(t, v);
    if (s->len != NULL) {
        int64_t len = s->len(t, v);
        return len < 0 ? -1 : len != 0;
    }
    return 1;
}
