/* SPDX-License-Identifier: MIT */
/*
 * Operators.  A binary slot serves both operand orders; the right operand's
 * goes first when its type is a proper subtype that has its own.
 */
#include "object/core/names.h"
#include "object/core/outcome.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/type/slots.h"

static const struct {
    uint8_t slot, inplace;
    const char *sign, *inplace_sign;
} ops[BINARY_INPLACE] = {
#define X(NAME, slot, sign) {SLOT_##slot, SLOT_i##slot, sign, sign "="},
    BINARY_OPERATORS(X)
#undef X
};

static Value raise_unsupported(Thread *t, const char *sign, Value a, Value b)
{
    return raise_type_error(t, "unsupported operand type(s) for %s: '%.100T' "
                            "and '%.100T'", sign, a, b);
}

static Value try_binary(Thread *t, unsigned slot, Value a, Value b)
{
    Type *ta = type_of(a), *tb = type_of(b);
    BinaryFn fa = (BinaryFn)(void *)*slot_at(ta, slot);
    BinaryFn fb = (BinaryFn)(void *)*slot_at(tb, slot);
    if (fb == fa)
        fb = NULL;
    if (fa != NULL) {
        if (fb != NULL && type_is_subtype(tb, ta)) {
            TRY(v, outcome(t, fb(t, a, b)));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
            fb = NULL;
        }
        TRY(v, outcome(t, fa(t, a, b)));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    return fb != NULL ? outcome(t, fb(t, a, b)) : NOT_IMPLEMENTED;
}

static Value try_pow(Thread *t, Value a, Value b, Value c)
{
    Type *ta = type_of(a), *tb = type_of(b), *tc = type_of(c);
    TernaryFn fa = ta->slots.pow, fb = tb->slots.pow, fc = tc->slots.pow;
    if (fb == fa)
        fb = NULL;
    if (fa != NULL) {
        if (fb != NULL && type_is_subtype(tb, ta)) {
            TRY(v, outcome(t, fb(t, a, b, c)));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
            fb = NULL;
        }
        TRY(v, outcome(t, fa(t, a, b, c)));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    if (fb != NULL) {
        TRY(v, outcome(t, fb(t, a, b, c)));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    if (fc != NULL && fc != fa && fc != fb && !value_is_none(c))
        return outcome(t, fc(t, a, b, c));
    return NOT_IMPLEMENTED;
}

static Value operate(Thread *t, BinaryOp op, Value a, Value b)
{
    if (op == BINARY_POW)
        return try_pow(t, a, b, NONE);
    return try_binary(t, ops[op].slot, a, b);
}

Value object_binary(Thread *t, BinaryOp op, Value a, Value b)
{
    TRY(v, operate(t, op, a, b));
    if (__builtin_expect(value_same(v, NOT_IMPLEMENTED), 0))
        return raise_unsupported(t, ops[op].sign, a, b);
    return v;
}

Value object_inplace(Thread *t, BinaryOp op, Value a, Value b)
{
    BinaryFn f =
        (BinaryFn)(void *)*slot_at(type_of(a), ops[op].inplace);
    if (f != NULL) {
        TRY(v, f(t, a, b));
        if (!value_same(v, NOT_IMPLEMENTED))
            return v;
    }
    TRY(v, operate(t, op, a, b));
    if (__builtin_expect(value_same(v, NOT_IMPLEMENTED), 0))
        return raise_unsupported(
            t, op == BINARY_POW ? "**=" : ops[op].inplace_sign, a, b);
    return v;
}

Value object_pow(Thread *t, Value a, Value b, Value modulus)
{
    TRY(v, try_pow(t, a, b, modulus));
    if (!value_same(v, NOT_IMPLEMENTED))
        return v;
    if (value_is_none(modulus))
        return raise_unsupported(t, ops[BINARY_POW].sign, a, b);
    return raise_type_error(t, "unsupported operand type(s) for ** or pow(): "
                            "'%.100T', '%.100T', '%.100T'", a, b, modulus);
}

Value object_divmod(Thread *t, Value a, Value b)
{
    TRY(v, try_binary(t, SLOT_divmod, a, b));
    if (value_same(v, NOT_IMPLEMENTED))
        return raise_unsupported(t, "divmod()", a, b);
    return v;
}

static Value raise_bad_operand(Thread *t, const char *what, Value v)
{
    return raise_type_error(t, "bad operand type for %s: '%.200T'", what, v);
}

Value object_negative(Thread *t, Value v)
{
    UnaryFn f = type_of(v)->slots.neg;
    return f != NULL ? f(t, v) : raise_bad_operand(t, "unary -", v);
}

Value object_positive(Thread *t, Value v)
{
    UnaryFn f = type_of(v)->slots.pos;
    return f != NULL ? f(t, v) : raise_bad_operand(t, "unary +", v);
}

Value object_invert(Thread *t, Value v)
{
    UnaryFn f = type_of(v)->slots.invert;
    return f != NULL ? f(t, v) : raise_bad_operand(t, "unary ~", v);
}

Value object_absolute(Thread *t, Value v)
{
    UnaryFn f = type_of(v)->slots.abs;
    return f != NULL ? f(t, v) : raise_bad_operand(t, "abs()", v);
}

/* --- conversions ------------------------------------------------------- */

Value object_index(Thread *t, Value v)
{
    if (value_is_int(v) || value_is_int_object(v))
        return v;
    UnaryFn f = type_of(v)->slots.index;
    if (f == NULL)
        return raise_type_error(t, "'%.200T' object cannot be interpreted as "
                                "an integer", v);
    TRY(i, f(t, v));
    if (!value_is_int_object(i))
        return raise_type_error(
            t, "__index__ returned non-int (type %.200T)", i);
    return i;
}

int object_to_int64(Thread *t, Value v, int64_t *out)
{
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (int_to_int64(v, out))
        return 0;
    return RAISE_INT(raise_error(
        t, EXC(OverflowError), "Python int too large to convert to C long"));
}

int object_to_index_clamped(Thread *t, Value v, int64_t *out)
{
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    if (!int_to_int64(v, out))
        *out = int_sign(v) < 0 ? INT64_MIN : INT64_MAX;
    return 0;
}
