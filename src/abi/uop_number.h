/* SPDX-License-Identifier: MIT */
/*
 * Micro-op bodies: frame access, guards on Values, arithmetic, comparisons.
 * Part of the stencil template: freestanding, short, no loops.
 *
 * Ints stay tagged: (a - tag) + b overflows exactly when the sum leaves the
 * small range.
 */
#ifndef ADDER_ABI_UOP_NUMBER_H
#define ADDER_ABI_UOP_NUMBER_H

#include "abi/uop_macros.h"

BODY(LOAD_FAST, Value *out)
{
    *out = locals[operand];
    return UOP_NEXT;
}
BODY(STORE_FAST, Value v)
{
    locals[operand] = v;
    return UOP_NEXT;
}
BODY(LOAD_CONST, Value *out)
{
    *out = VALUE_BITS(operand);
    return UOP_NEXT;
}

BODY(LOAD_CONST_FLOAT, double *out)
{
    union {
        uint64_t u;
        double d;
    } x = {operand};
    *out = x.d;
    return UOP_NEXT;
}

/* The code generator and the micro-op interpreter know where they are. */
BODY(PARENT_VALUE, Value *out)
{
    *out = VALUE_BITS(operand);
    return UOP_NEXT;
}
BODY(PARENT_FLOAT, double *out)
{
    return uop_LOAD_CONST_FLOAT(t, f, locals, operand, out);
}

#define EXIT_UNLESS(condition) \
    return __builtin_expect(!!(condition), 1) ? UOP_NEXT : UOP_EXIT

BODY(GUARD_BOTH_INT, Value a, Value b)
{
    EXIT_UNLESS(value_both_int(a, b));
}
BODY(GUARD_BOTH_FLOAT, Value a, Value b)
{
    EXIT_UNLESS((value_is_flonum(a) || value_has_shape(a, ABI_SHAPE_FLOAT)) &&
                (value_is_flonum(b) || value_has_shape(b, ABI_SHAPE_FLOAT)));
}
BODY(GUARD_INT, Value v)
{
    EXIT_UNLESS(value_is_int(v));
}
BODY(GUARD_ANY_INT, Value v)
{
    EXIT_UNLESS(value_is_int(v) || value_has_shape(v, ABI_SHAPE_INT));
}
BODY(GUARD_FLOAT, Value v)
{
    EXIT_UNLESS(value_is_flonum(v) || value_has_shape(v, ABI_SHAPE_FLOAT));
}
BODY(GUARD_BOOL, Value v)
{
    EXIT_UNLESS(value_is_bool(v));
}
BODY(GUARD_SHAPE, Value v)
{
    EXIT_UNLESS(value_has_shape(v, (uint32_t)operand));
}
BODY(GUARD_SHAPE_AT_1, Value v, Value top)
{
    (void)top;
    EXIT_UNLESS(value_has_shape(v, (uint32_t)operand));
}
BODY(GUARD_IS, Value v)
{
    EXIT_UNLESS(v.bits == operand);
}
BODY(GUARD_IS_NOT, Value v)
{
    EXIT_UNLESS(v.bits != operand);
}
/* Of two interned strings, equal are the same. */
BODY(GUARD_INTERNED, Value v)
{
    EXIT_UNLESS((value_header(v)->flags & OBJECT_INTERNED) != 0);
}
BODY(GUARD_SAME, Value a, Value b)
{
    EXIT_UNLESS(a.bits == b.bits);
}
BODY(GUARD_NOT_SAME, Value a, Value b)
{
    EXIT_UNLESS(a.bits != b.bits);
}
BODY(GUARD_BOUND, Value v)
{
    EXIT_UNLESS(v.bits != UNBOUND.bits);
}

#define COMPARE_GUARDS(NAME, sign)                                            \
    BODY(GUARD_##NAME##_INT, Value a, Value b)                                \
    {                                                                         \
        EXIT_UNLESS((int64_t)a.bits sign (int64_t)b.bits);                    \
    }                                                                         \
    BODY(GUARD_##NAME##_FLOAT, double a, double b)                            \
    {                                                                         \
        EXIT_UNLESS(a sign b);                                                \
    }
COMPARE_GUARDS(LT, <)
COMPARE_GUARDS(LE, <=)
COMPARE_GUARDS(EQ, ==)
COMPARE_GUARDS(NE, !=)
COMPARE_GUARDS(GT, >)
COMPARE_GUARDS(GE, >=)
#undef COMPARE_GUARDS

/* With NaNs the negation of < is not >=. */
#define NEGATED_GUARD(NAME, sign)                                             \
    BODY(GUARD_NOT_##NAME##_FLOAT, double a, double b)                        \
    {                                                                         \
        EXIT_UNLESS(!(a sign b));                                             \
    }
NEGATED_GUARD(LT, <)
NEGATED_GUARD(LE, <=)
NEGATED_GUARD(GT, >)
NEGATED_GUARD(GE, >=)
#undef NEGATED_GUARD

/* The common way: what is boxed leaves. */
BODY(UNBOX_FLONUM, Value v, double *out)
{
    if (__builtin_expect(!value_is_flonum(v), 0))
        return UOP_EXIT;
    *out = value_flonum_to_double(v);
    return UOP_NEXT;
}
BODY(UNBOX_FLOAT, Value v, double *out)
{
    *out = __builtin_expect(value_is_pointer(v), 0)
               ? ((Float *)value_to_pointer(v))->value
               : value_flonum_to_double(v);
    return UOP_NEXT;
}
/* Rare magnitudes leave the trace, whose exit boxes them. */
BODY(BOX_FLOAT, double d, Value *out)
{
    Value v = value_try_flonum(d);
    if (__builtin_expect(!value_is_flonum(v), 0))
        return UOP_EXIT;
    *out = v;
    return UOP_NEXT;
}
BODY(INT_TO_FLOAT, Value v, double *out)
{
    *out = (double)value_to_int(v);
    return UOP_NEXT;
}

/* ---- ints ---- */
BODY(BINARY_OP_ADD_INT, Value a, Value b, Value *out)
{
    int64_t r;
    if (__builtin_add_overflow((int64_t)a.bits - VALUE_INT_TAG,
                               (int64_t)b.bits, &r))
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)r);
    return UOP_NEXT;
}
BODY(BINARY_OP_SUBTRACT_INT, Value a, Value b, Value *out)
{
    int64_t r;
    if (__builtin_sub_overflow((int64_t)a.bits,
                               (int64_t)b.bits - VALUE_INT_TAG, &r))
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)r);
    return UOP_NEXT;
}
BODY(BINARY_OP_MULTIPLY_INT, Value a, Value b, Value *out)
{
    int64_t r;
    if (__builtin_mul_overflow((int64_t)a.bits - VALUE_INT_TAG,
                               value_to_int(b), &r))
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)r + VALUE_INT_TAG);
    return UOP_NEXT;
}
BODY(BINARY_OP_FLOORDIV_INT, Value a, Value b, Value *out)
{
    int64_t x = value_to_int(a), y = value_to_int(b), q;
    if (y == 0 || (y == -1 && x == SMALL_INT_MIN))
        return UOP_EXIT;
    q = x / y;
    if (x % y != 0 && (x ^ y) < 0)
        q--;
    *out = value_from_int(q);
    return UOP_NEXT;
}
BODY(BINARY_OP_MOD_INT, Value a, Value b, Value *out)
{
    int64_t x = value_to_int(a), y = value_to_int(b), r;
    if (y == 0)
        return UOP_EXIT;
    r = x % y;
    if (r != 0 && (r ^ y) < 0)
        r += y;
    *out = value_from_int(r);
    return UOP_NEXT;
}
BODY(BINARY_OP_AND_INT, Value a, Value b, Value *out)
{
    *out = VALUE_BITS(a.bits & b.bits);
    return UOP_NEXT;
}
BODY(BINARY_OP_OR_INT, Value a, Value b, Value *out)
{
    *out = VALUE_BITS(a.bits | b.bits);
    return UOP_NEXT;
}
BODY(BINARY_OP_XOR_INT, Value a, Value b, Value *out)
{
    *out = VALUE_BITS((a.bits ^ b.bits) | VALUE_INT_TAG);
    return UOP_NEXT;
}
BODY(BINARY_OP_LSHIFT_INT, Value a, Value b, Value *out)
{
    int64_t x = (int64_t)a.bits - VALUE_INT_TAG;
    uint64_t n = (uint64_t)value_to_int(b);
    int64_t r;
    if (n > 61)
        return UOP_EXIT;
    r = (int64_t)((uint64_t)x << n);
    if (r >> n != x)
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)r + VALUE_INT_TAG);
    return UOP_NEXT;
}
BODY(BINARY_OP_RSHIFT_INT, Value a, Value b, Value *out)
{
    uint64_t n = (uint64_t)value_to_int(b);
    if (n > 63)
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)((int64_t)a.bits >> n) | VALUE_INT_TAG);
    return UOP_NEXT;
}
BODY(BINARY_OP_TRUEDIV_INT, Value a, Value b, double *out)
{
    int64_t x = value_to_int(a), y = value_to_int(b);
    const int64_t exact = INT64_C(1) << 53;
    if (y == 0 || x > exact || x < -exact || y > exact || y < -exact)
        return UOP_EXIT;
    *out = (double)x / (double)y;
    return UOP_NEXT;
}
BODY(UNARY_NEGATIVE_INT, Value v, Value *out)
{
    int64_t r;
    if (__builtin_sub_overflow((int64_t)2 * VALUE_INT_TAG, (int64_t)v.bits,
                               &r))
        return UOP_EXIT;
    *out = VALUE_BITS((uint64_t)r);
    return UOP_NEXT;
}
BODY(ABS_INT, Value v, Value *out)
{
    if ((int64_t)v.bits >= 0) {
        *out = v;
        return UOP_NEXT;
    }
    return uop_UNARY_NEGATIVE_INT(t, f, locals, operand, v, out);
}
/* Of two that are equal max() and min() answer the first. */
BODY(MAX_INT, Value a, Value b, Value *out)
{
    *out = (int64_t)b.bits > (int64_t)a.bits ? b : a;
    return UOP_NEXT;
}
BODY(MIN_INT, Value a, Value b, Value *out)
{
    *out = (int64_t)b.bits < (int64_t)a.bits ? b : a;
    return UOP_NEXT;
}
BODY(UNARY_INVERT_INT, Value v, Value *out)
{
    *out = VALUE_BITS(~v.bits | VALUE_INT_TAG);
    return UOP_NEXT;
}

/* ---- floats ---- */
BODY(BINARY_OP_ADD_FLOAT, double a, double b, double *out)
{
    *out = a + b;
    return UOP_NEXT;
}
BODY(BINARY_OP_SUBTRACT_FLOAT, double a, double b, double *out)
{
    *out = a - b;
    return UOP_NEXT;
}
BODY(BINARY_OP_MULTIPLY_FLOAT, double a, double b, double *out)
{
    *out = a * b;
    return UOP_NEXT;
}
BODY(BINARY_OP_TRUEDIV_FLOAT, double a, double b, double *out)
{
    if (__builtin_expect(b == 0.0, 0))
        return UOP_EXIT;
    *out = a / b;
    return UOP_NEXT;
}
BODY(UNARY_NEGATIVE_FLOAT, double v, double *out)
{
    *out = -v;
    return UOP_NEXT;
}
BODY(ABS_FLOAT, double v, double *out)
{
    *out = __builtin_fabs(v);
    return UOP_NEXT;
}
BODY(SQRT_FLOAT, double v, double *out)
{
    if (!(v >= 0.0)) /* NaN too: math.sqrt decides */
        return UOP_EXIT;
    *out = inline_sqrt(v);
    return UOP_NEXT;
}

BODY(MAX_FLOAT, double a, double b, double *out)
{
    *out = b > a ? b : a;
    return UOP_NEXT;
}
BODY(MIN_FLOAT, double a, double b, double *out)
{
    *out = b < a ? b : a;
    return UOP_NEXT;
}

/* To whole numbers.  What is of 2**60 or more leaves, NaN too: it has at least
 * that exponent. */
#define ROUND_BODY(NAME, adjustment)                                          \
    BODY(NAME, double v, Value *out)                                          \
    {                                                                         \
        const uint64_t exponent = 1023 + 60;                                  \
        if (double_to_word(v) << 1 >= exponent << 53)                         \
            return UOP_EXIT;                                                  \
        int64_t i = (int64_t)v;                                               \
        *out = value_from_int(i + (adjustment));                              \
        return UOP_NEXT;                                                      \
    }
ROUND_BODY(FLOOR_FLOAT, -((double)i > v))
ROUND_BODY(CEIL_FLOAT, (double)i < v)
ROUND_BODY(TRUNC_FLOAT, 0)
#undef ROUND_BODY

/* ---- comparisons as values ---- */
#define COMPARE_BODY(a, b)                                                    \
    bool r;                                                                   \
    switch (operand) {                                                        \
    case COMPARE_LT: r = (a) < (b); break;                                    \
    case COMPARE_LE: r = (a) <= (b); break;                                   \
    case COMPARE_EQ: r = (a) == (b); break;                                   \
    case COMPARE_NE: r = (a) != (b); break;                                   \
    case COMPARE_GT: r = (a) > (b); break;                                    \
    default: r = (a) >= (b); break;                                           \
    }                                                                         \
    *out = value_from_bool(r);                                                \
    return UOP_NEXT
BODY(COMPARE_OP_INT, Value a, Value b, Value *out)
{
    COMPARE_BODY((int64_t)a.bits, (int64_t)b.bits);
}
BODY(COMPARE_OP_FLOAT, double a, double b, Value *out)
{
    COMPARE_BODY(a, b);
}
#undef COMPARE_BODY
BODY(IS_OP, Value a, Value b, Value *out)
{
    *out = value_from_bool((a.bits == b.bits) ^ (operand != 0));
    return UOP_NEXT;
}
BODY(UNARY_NOT, Value v, Value *out)
{
    *out = VALUE_BITS(v.bits ^ (TRUE_VALUE.bits ^ FALSE_VALUE.bits));
    return UOP_NEXT;
}
BODY(TO_BOOL_INT, Value v, Value *out)
{
    *out = value_from_bool(v.bits != VALUE_INT_TAG);
    return UOP_NEXT;
}

#endif
