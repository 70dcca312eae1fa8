/* SPDX-License-Identifier: MIT */
/* The type float: slots, methods, constructor. */
#include "object/number/float_type.h"

#include <math.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
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
    return raise_error(t, EXC(ZeroDivisionError), message);
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

static Value construct(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(v, float_from_object(t, args[1]));
    return as_instance(t, value_to_pointer(args[0]), v);
}

static const NativeDef constructor = {
    "float", construct, "(cls, x=0, /)", NULL, 0};

/* ---- methods ---- */

static Value conjugate(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return pos(t, args[0]);
}

static Value is_integer(Thread *t, Value *args, int64_t n)
{
    (void)t, (void)n;
    double d = float_to_double(args[0]);
    return value_from_bool(isfinite(d) && floor(d) == d);
}

Value float_as_integer_ratio(Thread *t, double d)
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

static Value as_integer_ratio(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return float_as_integer_ratio(t, float_to_double(args[0]));
}

static Value trunc_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return int_from_double(t, float_to_double(args[0]));
}

static Value floor_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return int_from_double(t, floor(float_to_double(args[0])));
}

static Value ceil_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return int_from_double(t, ceil(float_to_double(args[0])));
}

static Value round_method(Thread *t, Value *args, int64_t n)
{
    (void)n;
    double d = float_to_double(args[0]);
    if (value_is_none(args[1]))
        return int_from_double(t, rint(d));
    int64_t digits;
    TRY(index, object_index(t, args[1]));
    if (!int_to_int64(index, &digits))
        digits = int_sign(index) < 0 ? INT64_MIN : INT64_MAX;
    return float_round(t, d, digits);
}

static Value getnewargs(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return value_from_pointer(tuple_pack(t, 1, pos(t, args[0])));
}

static Value format(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *spec = arg_str(t, args[1], "__format__", 0);
    return spec == NULL ? NULL_VALUE : float_format_spec(t, args[0], spec);
}

static Value hex(Thread *t, Value *args, int64_t n)
{
    (void)n;
    return float_to_hex(t, float_to_double(args[0]));
}

static Value fromhex(Thread *t, Value *args, int64_t n)
{
    (void)n;
    TRY(v, float_from_hex(t, args[1]));
    if (value_to_pointer(args[0]) == &type_float)
        return v;
    return object_call1(t, args[0], v);
}

static Value getformat(Thread *t, Value *args, int64_t n)
{
    (void)n;
    Str *kind = arg_str(t, args[1], "__getformat__", 0);
    if (kind == NULL)
        return NULL_VALUE;
    if (!str_equal(kind, str_from_c(t, "double")) &&
        !str_equal(kind, str_from_c(t, "float")))
        return raise_value_error(
            t, "__getformat__() argument 1 must be 'double' or 'float'");
    return value_from_pointer(str_from_c(
        t, __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
               ? "IEEE, little-endian" : "IEEE, big-endian"));
}

static Value get_imag(Thread *t, Value self)
{
    (void)self;
    return float_from_double(t, 0);
}

#define PURE (NATIVE_PURE | NATIVE_LEAF)
static const NativeDef methods[] = {
    {"conjugate", conjugate, "(self, /)",
     "Return self, the complex conjugate of any float.", PURE},
    {"is_integer", is_integer, "(self, /)",
     "Return True if the float is an integer.", PURE},
    {"as_integer_ratio", as_integer_ratio, "(self, /)",
     "Return a pair of integers, whose ratio is exactly equal to the float.",
     PURE},
    {"__trunc__", trunc_method, "(self, /)",
     "Return the Integral closest to x between 0 and x.", PURE},
    {"__floor__", floor_method, "(self, /)",
     "Return the floor as an Integral.", PURE},
    {"__ceil__", ceil_method, "(self, /)",
     "Return the ceiling as an Integral.", PURE},
    {"__round__", round_method, "(self, ndigits=None, /)",
     "Return the Integral closest to x, rounding half toward even.\n\n"
     "With ndigits, a float rounded to so many decimals.", 0},
    {"__getnewargs__", getnewargs, "(self, /)", NULL, PURE},
    {"__format__", format, "(self, format_spec, /)",
     "Formats the float according to format_spec.", 0},
    {"hex", hex, "(self, /)",
     "Return a hexadecimal representation of the float.", PURE},
    {"fromhex", fromhex, "(cls, string, /)",
     "Create a floating-point number from a hexadecimal string.",
     NATIVE_CLASS},
    {"__getformat__", getformat, "(cls, typestr, /)",
     "How floats are represented: for testing.", NATIVE_CLASS},
    {0},
};

static const GetSetDef getsets[] = {
    {"real", pos, NULL, "the real part of a complex number"},
    {"imag", get_imag, NULL, "the imaginary part of a complex number"},
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
    .constructor = &constructor,
    .methods = methods,
    .getsets = getsets,
    .slots = {.repr = repr, .hash = hash, .compare = compare, .truth = truth,
              .to_int = to_int, .to_float = pos, .neg = neg, .pos = pos,
              .abs = absolute, .add = add, .sub = sub, .mul = mul,
              .truediv = truediv, .floordiv = floordiv, .mod = mod,
              .divmod = divmod, .pow = pow_slot},
};
