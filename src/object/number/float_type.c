/* SPDX-License-Identifier: MIT */
/* The type float: slots, methods, constructor. */
#include "object/number/float_type.h"

#include <math.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/number/int_bits.h"
#include "object/number/number_format.h"
#include "object/text/str.h"
#include "object/type/instance.h"

/* ---- slots ---- */

/* A float or int operand: 1; 0 if it is neither; -1 if it is too large. */
static inline int operand(Thread *t, Value v, double *d)
{
    if (value_is_flonum(v)) {
        *d = value_flonum_to_double(v);
        return 1;
    }
    if (value_is_int(v)) {
        *d = (double)value_to_int(v);
        return 1;
    }
    if (value_is_float_object(v)) {
        *d = float_to_double(v);
        return 1;
    }
    if (!value_is_int_object(v))
        return 0;
    return int_to_double(t, v, d) < 0 ? -1 : 1;
}

/* Declares x and y, or returns. */
#define OPERANDS(a, b)                                                        \
    double x, y;                                                              \
    int known_ = operand(t, (a), &x);                                         \
    if (known_ > 0)                                                           \
        known_ = operand(t, (b), &y);                                         \
    if (known_ <= 0)                                                          \
        return known_ == 0 ? NOT_IMPLEMENTED : NULL_VALUE

static Value raise_zero(Thread *t, const char *message)
{
    return raise_error(t, EXC(ZeroDivisionError), "%s", message);
}

static Value add(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return float_from_double(t, x + y);
}

static Value sub(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return float_from_double(t, x - y);
}

static Value mul(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    return float_from_double(t, x * y);
}

static Value truediv(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    if (y == 0)
        return raise_zero(t, "float division by zero");
    return float_from_double(t, x / y);
}

static Value floordiv(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    if (y == 0)
        return raise_zero(t, "float floor division by zero");
    return float_from_double(t, float_floordiv(x, y));
}

static Value mod(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    if (y == 0)
        return raise_zero(t, "float modulo");
    return float_from_double(t, float_mod(x, y));
}

static Value divmod(Thread *t, Value a, Value b)
{
    OPERANDS(a, b);
    double q, r;
    if (y == 0)
        return raise_zero(t, "float divmod()");
    float_divmod(x, y, &q, &r);
    Value quotient = float_from_double(t, q);
    return value_from_pointer(
        tuple_pack(t, 2, quotient, float_from_double(t, r)));
}

static Value pow_slot(Thread *t, Value a, Value b, Value c)
{
    if (!value_is_none(c))
        return raise_type_error(t, "pow() 3rd argument not allowed unless "
                                "all arguments are integers");
    OPERANDS(a, b);
    return float_pow(t, x, y);
}

static Value neg(Thread *t, Value v)
{
    return float_from_double(t, -float_to_double(v));
}

static Value pos(Thread *t, Value v)
{
    return value_is_float(v) ? v : float_from_double(t, float_to_double(v));
}

static Value absolute(Thread *t, Value v)
{
    return float_from_double(t, fabs(float_to_double(v)));
}

static int truth(Thread *t, Value v)
{
    (void)t;
    return float_to_double(v) != 0;
}

static Value to_int(Thread *t, Value v)
{
    return int_from_double(t, float_to_double(v));
}

static Value repr(Thread *t, Value v)
{
    return float_repr(t, float_to_double(v));
}

static int hash(Thread *t, Value v, int64_t *out)
{
    (void)t;
    double d = float_to_double(v);
    /* Each nan object is a key of its own. */
    *out = isnan(d) ? (int64_t)(v.bits >> 4) : float_hash(d);
    return 0;
}

static Value from_doubles(double x, double y, CompareOp op)
{
    switch (op) {
    case COMPARE_LT: return value_from_bool(x < y);
    case COMPARE_LE: return value_from_bool(x <= y);
    case COMPARE_EQ: return value_from_bool(x == y);
    case COMPARE_NE: return value_from_bool(x != y);
    case COMPARE_GT: return value_from_bool(x > y);
    default: return value_from_bool(x >= y);
    }
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    bool a_float = value_is_float_object(a), b_float = value_is_float_object(b);
    if (a_float && b_float)
        return from_doubles(float_to_double(a), float_to_double(b), op);
    if (a_float && value_is_int_object(b)) {
        double d = float_to_double(a);
        return isnan(d) ? from_doubles(d, 0, op)
                        : from_doubles(-int_compare_double(b, d), 0, op);
    }
    if (b_float && value_is_int_object(a)) {
        double d = float_to_double(b);
        return isnan(d) ? from_doubles(0, d, op)
                        : from_doubles(int_compare_double(a, d), 0, op);
    }
    return NOT_IMPLEMENTED;
}

/* ---- construction ---- */

static Value as_instance(Thread *t, Type *cls, Value v)
{
    if (cls == &type_float)
        return v;
    Float *f = instance_new_fixed(t, cls);
    f->value = float_to_double(v);
    return value_from_pointer(f);
}

CONSTRUCTOR(float, 0, (cls), (opt, object, x, 0), (slash))
{
    TRY(v, float_from_object(t, x));
    return as_instance(t, cls, v);
}
/* ---- methods ---- */

NATIVE(float, conjugate, NATIVE_TOTAL,
       "The float itself: it has no imaginary part.",
       (self_value), (slash))
{
    return pos(t, self);
}

NATIVE(float, is_integer, NATIVE_TOTAL,
       "Whether there are no decimals.", (self_value), (slash))
{
    double d = float_to_double(self);
    return value_from_bool(isfinite(d) && floor(d) == d);
}

/* d as (numerator, denominator) in lowest terms; OverflowError or ValueError
 * for inf and nan. */
static Value float_as_integer_ratio(Thread *t, double d)
{
    int exponent;
    if (isinf(d))
        return raise_error(t, EXC(OverflowError),
                           "cannot convert Infinity to integer ratio");
    if (isnan(d))
        return raise_value_error(t, "cannot convert NaN to integer ratio");
    double m = frexp(d, &exponent);
    while (m != floor(m)) {
        m *= 2;
        exponent--;
    }
    TRY(numerator, int_from_double(t, m));
    Value denominator = value_from_int(1);
    if (exponent > 0)
        numerator = int_shift_left(t, numerator, (uint64_t)exponent);
    else
        denominator = int_shift_left(t, denominator, (uint64_t)-exponent);
    return value_from_pointer(tuple_pack(t, 2, numerator, denominator));
}

NATIVE(float, as_integer_ratio, NATIVE_PURE,
       "Return a pair of integers, whose ratio is exactly equal to the float.",
       (self_value), (slash))
{
    return float_as_integer_ratio(t, float_to_double(self));
}

NATIVE(float, __trunc__, NATIVE_PURE,
       "The int that is left without the decimals.",
       (self_value), (slash))
{
    return int_from_double(t, float_to_double(self));
}

NATIVE(float, __floor__, NATIVE_PURE,
       "The greatest int that is not above the float.", (self_value), (slash))
{
    return int_from_double(t, floor(float_to_double(self)));
}

NATIVE(float, __ceil__, NATIVE_PURE,
       "The least int that is not below the float.", (self_value), (slash))
{
    return int_from_double(t, ceil(float_to_double(self)));
}

NATIVE(float, __round__, 0,
       "The nearest int, the even one of two; with ndigits the nearest float "
       "of so\n"
       "many decimals.",
       (self_value), (opt, object, ndigits, None), (slash))
{
    double d = float_to_double(self);
    if (value_is_none(ndigits))
        return int_from_double(t, rint(d));
    int64_t digits;
    TRY(index, object_index(t, ndigits));
    if (!int_to_int64(index, &digits))
        digits = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    return float_round(t, d, digits);
}

NATIVE(float, __getnewargs__, NATIVE_TOTAL, NULL, (self_value), (slash))
{
    return value_from_pointer(tuple_pack(t, 1, pos(t, self)));
}

NATIVE(float, __format__, 0,
       "The float as text, as format_spec wants it.",
       (self_value), (arg, object, format_spec), (slash))
{
    Str *spec = arg_str(t, format_spec, "__format__", 0);
    return spec == NULL ? NULL_VALUE : float_format_spec(t, self, spec);
}

NATIVE(float, hex, NATIVE_TOTAL,
       "The exact value in hexadecimal, as fromhex() reads it.",
       (self_value), (slash))
{
    return float_to_hex(t, float_to_double(self));
}

NATIVE(float, fromhex, NATIVE_CLASS,
       "The float that hex() writes so.",
       (cls), (arg, object, string), (slash))
{
    TRY(v, float_from_hex(t, string));
    if (cls == &type_float)
        return v;
    return object_call1(t, value_from_pointer(cls), v);
}

NATIVE(float, __getformat__, NATIVE_CLASS,
       "How floats are represented: for testing.",
       (cls), (arg, object, typestr), (slash))
{
    Str *kind = arg_str(t, typestr, "__getformat__", 0);
    if (kind == NULL)
        return NULL_VALUE;
    if (!str_equal(kind, str_from_c(t, "double")) &&
        !str_equal(kind, str_from_c(t, "float")))
        return raise_value_error(
            t, "__getformat__() argument 1 must be 'double' or 'float'");
    return value_from_pointer(str_from_c(
        t, HOST_IS_BIG_ENDIAN ? "IEEE, big-endian" : "IEEE, little-endian"));
}

static Value get_imag(Thread *t, Value self)
{
    (void)self;
    return float_from_double(t, 0);
}

static const NativeDef *const methods[] = {
    &float_conjugate_native,
    &float_is_integer_native,
    &float_as_integer_ratio_native,
    &float___trunc___native,
    &float___floor___native,
    &float___ceil___native,
    &float___round___native,
    &float___getnewargs___native,
    &float___format___native,
    &float_hex_native,
    &float_fromhex_native,
    &float___getformat___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"real", pos, NULL, "the part without the imaginary one"},
    {"imag", get_imag, NULL, "the part that is multiplied by the imaginary "
                             "unit"},
    {0},
};

Type type_float = {
    TYPE_HEAD(FLOAT),
    .c_name = "float",
    .c_doc = "A number of double precision.\n\n"
             "float(x=0) -> the number that x is, or that the text x denotes",
    .type_flags = TYPE_BASE | TYPE_IS_FLOAT,
    .kind = KIND_FLOAT,
    .instance_size = sizeof(Float),
    .constructor = &float_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.repr = repr, .hash = hash, .compare = compare, .truth = truth,
              .to_int = to_int, .to_float = pos, .neg = neg, .pos = pos,
              .abs = absolute, .add = add, .sub = sub, .mul = mul,
              .truediv = truediv, .floordiv = floordiv, .mod = mod,
              .divmod = divmod, .pow = pow_slot},
};
