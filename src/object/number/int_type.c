/* SPDX-License-Identifier: MIT */
/* The types int and bool: slots, methods, constructors. */
#include "object/number/int_type.h"

#include <string.h>
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int_arith.h"
#include "object/number/int_bits.h"
#include "object/number/int_text.h"
#include "object/number/int_view.h"
#include "object/number/number_format.h"
#include "object/text/bytes.h"
#include "object/text/str.h"

/* ---- slots ---- */

#define BINARY(name)                                                          \
    static Value name##_slot(Thread *t, Value a, Value b)                     \
    {                                                                         \
        if (!value_is_int_object(a) || !value_is_int_object(b))               \
            return NOT_IMPLEMENTED;                                           \
        return int_##name(t, a, b);                                           \
    }
BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(truediv)
BINARY(floordiv)
BINARY(mod)
BINARY(divmod)
BINARY(lshift)
BINARY(rshift)
BINARY(and)
BINARY(or)
BINARY(xor)

static Value pow_slot(Thread *t, Value a, Value b, Value c)
{
    if (!value_is_int_object(a) || !value_is_int_object(b) ||
        !(value_is_none(c) || value_is_int_object(c)))
        return NOT_IMPLEMENTED;
    return int_pow(t, a, b, c);
}

static Value from_order(int order, CompareOp op)
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

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if (!value_is_int_object(a) || !value_is_int_object(b))
        return NOT_IMPLEMENTED;
    return from_order(int_compare(a, b), op);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    (void)t;
    *out = int_hash(self);
    return 0;
}

static int truth(Thread *t, Value self)
{
    (void)t;
    return int_sign(self) != 0;
}

static Value to_float(Thread *t, Value self)
{
    double d;
    if (int_to_double(t, self, &d) < 0)
        return NULL_VALUE;
    return float_from_double(t, d);
}

/* ---- construction ---- */

static Value checked(Thread *t, Value v, const char *method)
{
    if (value_is_null(v) || value_is_int(v))
        return v;
    if (!value_is_int_object(v))
        return raise_type_error(t, "%s returned non-int (type %.200T)",
                                method, v);
    return int_exact(t, v);
}

static Value from_trunc(Thread *t, Value method)
{
    TRY(v, object_call0(t, method));
    if (value_is_int_object(v))
        return int_exact(t, v);
    if (type_of(v)->slots.index == NULL)
        return raise_type_error(
            t, "__trunc__ returned non-Integral (type %.200T)", v);
    return checked(t, object_index(t, v), "__index__");
}

Value int_from_number(Thread *t, Value v)
{
    if (value_is_int_object(v) && !value_is_pointer(v))
        return int_exact(t, v);
    const TypeSlots *slots = &type_of(v)->slots;
    if (slots->to_int != NULL)
        return checked(t, slots->to_int(t, v), "__int__");
    if (slots->index != NULL)
        return checked(t, object_index(t, v), "__index__");
    TRY(method, object_lookup_special(t, v, N(__trunc__)));
    return value_is_unbound(method) ? UNBOUND : from_trunc(t, method);
}

/* int(v) for any v, in base 10. */
static Value from_object(Thread *t, Value v)
{
    TRY(number, int_from_number(t, v));
    if (!value_is_unbound(number))
        return number;
    TRY(read, int_from_text_object(t, v, 10));
    if (!value_is_unbound(read))
        return read;
    return raise_type_error(
        t, "int() argument must be a string, a bytes-like object or a real "
        "number, not '%.200T'", v);
}

static Value from_text_and_base(Thread *t, Value v, Value base)
{
    int64_t b;
    if (value_is_unbound(v))
        return raise_type_error(t, "int() missing string argument");
    TRY(index, object_index(t, base));
    if (!int_to_int64(index, &b) || b < 0 || b == 1 || b > 36)
        return raise_value_error(
            t, "int() base must be >= 2 and <= 36, or 0");
    TRY(r, int_from_text_object(t, v, (int)b));
    if (value_is_unbound(r))
        return raise_type_error(
            t, "int() can't convert non-string with explicit base");
    return r;
}

/* v as an instance of cls. */
static Value as_instance(Thread *t, Type *cls, Value v)
{
    if (cls == &type_int)
        return v;
    IntView x;
    int_view(v, &x);
    int64_t n = x.n;
    Int *r = instance_new_sized(t, cls, sizeof(Int) +
                                            (size_t)n * sizeof(uint64_t));
    r->size = x.negative ? -n : n;
    memcpy(r->limbs, x.limbs, (size_t)n * sizeof(uint64_t));
    return value_from_pointer(r);
}

CONSTRUCTOR(int, 0, (cls), (maybe, object, x), (slash),
            (maybe, object, base))
{
    Value v;
    if (!value_is_unbound(base))
        v = from_text_and_base(t, x, base);
    else if (value_is_unbound(x))
        v = value_from_int(0);
    else
        v = from_object(t, x);
    return value_is_null(v) ? v : as_instance(t, cls, v);
}
/* ---- methods ---- */

NATIVE(int, conjugate, NATIVE_TOTAL,
       "The int itself: it has no imaginary part.",
       (self_value), (slash))
{
    return int_exact(t, self);
}
NATIVE_ALIAS(int, __trunc__, conjugate, NULL);
NATIVE_ALIAS(int, __floor__, conjugate, NULL);
NATIVE_ALIAS(int, __ceil__, conjugate, NULL);

NATIVE(int, bit_length, NATIVE_TOTAL,
       "How many binary digits the absolute value has.",
       (self_value), (slash))
{
    return value_from_int(int_bit_length(self));
}

NATIVE(int, bit_count, NATIVE_TOTAL,
       "How many bits of abs(self) are 1.",
       (self_value), (slash))
{
    return value_from_int(int_bit_count(self));
}

NATIVE(int, as_integer_ratio, NATIVE_TOTAL,
       "Return a pair of integers, whose ratio is equal to the original int.",
       (self_value), (slash))
{
    TRY(v, int_exact(t, self));
    return value_from_pointer(tuple_pack(t, 2, v, value_from_int(1)));
}

NATIVE(int, __getnewargs__, NATIVE_TOTAL, NULL, (self_value),
       (slash))
{
    TRY(v, int_exact(t, self));
    return value_from_pointer(tuple_pack(t, 1, v));
}

NATIVE(int, __round__, 0,
       "The int itself; with negative ndigits the nearest multiple of a power "
       "of ten.",
       (self_value), (maybe, object, ndigits), (slash))
{
    if (value_is_unbound(ndigits))
        return int_exact(t, self);
    TRY(digits, object_index(t, ndigits));
    return int_round(t, self, digits);
}

NATIVE(int, __format__, 0, NULL,
       (self_value), (arg, object, format_spec), (slash))
{
    Str *spec = arg_str(t, format_spec, "__format__", 0);
    return spec == NULL ? NULL_VALUE : int_format_spec(t, self, spec);
}

NATIVE(int, __sizeof__, NATIVE_TOTAL,
       "How many bytes of memory it takes.", (self_value), (slash))
{
    int64_t digits = (int_bit_length(self) + 29) / 30;
    return value_from_int(24 + 4 * (digits == 0 ? 1 : digits));
}

/* 1 for 'little', 0 for 'big', -1 with an exception. */
static int is_little(Thread *t, Value order, const char *function)
{
    if (!value_is_str(order))
        return RAISE_INT(raise_type_error(
            t, "%s() argument 'byteorder' must be str, not %T", function,
            order));
    const Str *s = value_to_str(order);
    if (s->width == 1 && s->len == 6 && memcmp(s->data, "little", 6) == 0)
        return 1;
    if (s->width == 1 && s->len == 3 && memcmp(s->data, "big", 3) == 0)
        return 0;
    return RAISE_INT(raise_value_error(
        t, "byteorder must be either 'little' or 'big'"));
}

NATIVE(int, to_bytes, 0,
       "The bytes of the int, in the given order.",
       (self_value), (slash), (opt, ssize, length, 1),
       (opt, object, byteorder, 'big'), (star),
       (opt_as, object, signed_, "signed", False))
{
    int little = is_little(t, byteorder, "to_bytes");
    int is_signed = little < 0 ? -1 : object_is_true(t, signed_);
    if (is_signed < 0)
        return NULL_VALUE;
    if (length < 0)
        return raise_value_error(t, "length argument must be non-negative");
    Bytes *b = bytes_new(t, NULL, length);
    if (b == NULL || (length == 0 && int_sign(self) == 0))
        return value_from_pointer(b);
    if (int_to_bytes(t, self, b->data, (size_t)length, little, is_signed) < 0)
        return NULL_VALUE;
    return value_from_pointer(b);
}

/* bytes(v), but neither of a str nor of a count. */
static Value bytes_of(Thread *t, Value v)
{
    if (value_has_shape(v, SHAPE_BYTES) ||
        value_has_shape(v, SHAPE_BYTEARRAY) ||
        value_has_shape(v, SHAPE_MEMORYVIEW))
        return v;
    TRY(made, bytes_from_dunder(t, v));
    if (!value_is_unbound(made))
        return made;
    if (value_is_str(v) || value_is_int_object(v))
        return raise_type_error(t, "cannot convert '%.200T' object to bytes",
                                v);
    return object_call1(t, value_from_pointer(&type_bytes), v);
}

NATIVE(int, from_bytes, NATIVE_CLASS,
       "The int that bytes are, in the given order.",
       (cls), (slash), (arg, object, bytes),
       (opt, object, byteorder, 'big'), (star),
       (opt_as, truth, signed_, "signed", False))
{
    const uint8_t *data;
    int64_t len;
    int little = is_little(t, byteorder, "from_bytes");
    if (little < 0)
        return NULL_VALUE;
    TRY(source, bytes_of(t, bytes));
    if (bytes_view(t, source, &data, &len) < 0)
        return NULL_VALUE;
    TRY(v, int_from_bytes(t, data, (size_t)len, little, signed_));
    if (cls == &type_int)
        return v;
    return object_call1(t, value_from_pointer(cls), v);
}

static Value get_zero(Thread *t, Value self)
{
    (void)t, (void)self;
    return value_from_int(0);
}

static Value get_one(Thread *t, Value self)
{
    (void)t, (void)self;
    return value_from_int(1);
}

static const NativeDef *const methods[] = {
    &int_conjugate_native,
    &int_bit_length_native,
    &int_bit_count_native,
    &int_to_bytes_native,
    &int_from_bytes_native,
    &int_as_integer_ratio_native,
    &int___trunc___native,
    &int___floor___native,
    &int___ceil___native,
    &int___round___native,
    &int___getnewargs___native,
    &int___format___native,
    &int___sizeof___native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"real", int_exact, NULL, "the part without the imaginary one"},
    {"imag", get_zero, NULL, "the part that is multiplied by the imaginary "
                             "unit"},
    {"numerator", int_exact, NULL,
     "the int itself, as a fraction"},
    {"denominator", get_one, NULL,
     "what divides the numerator: 1"},
    {0},
};

Type type_int = {
    TYPE_HEAD(INT),
    .c_name = "int",
    .c_doc = "A whole number of any size.\n\n"
             "int(number=0) -> the number, truncated towards zero\n"
             "int(text, base=10) -> the number that the text denotes; base 0 "
             "takes it from the prefix",
    .type_flags = TYPE_BASE | TYPE_VAR_SIZED | TYPE_IS_INT,
    .kind = KIND_INT,
    .instance_size = sizeof(Int),
    .constructor = &int_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.repr = int_repr, .hash = hash, .compare = compare,
              .truth = truth, .to_int = int_exact, .to_float = to_float,
              .index = int_exact, .neg = int_neg, .pos = int_exact,
              .abs = int_abs, .invert = int_invert, .add = add_slot,
              .sub = sub_slot, .mul = mul_slot, .truediv = truediv_slot,
              .floordiv = floordiv_slot, .mod = mod_slot,
              .divmod = divmod_slot, .pow = pow_slot, .lshift = lshift_slot,
              .rshift = rshift_slot, .and = and_slot, .or = or_slot,
              .xor = xor_slot},
};

/* ---- bool ---- */

static Value bool_repr(Thread *t, Value self)
{
    return value_from_pointer(
        str_intern_c(t, value_is_true(self) ? "True" : "False"));
}

static Value bool_and(Thread *t, Value a, Value b)
{
    if (value_is_bool(a) && value_is_bool(b))
        return value_from_bool(value_is_true(a) && value_is_true(b));
    return and_slot(t, a, b);
}

static Value bool_or(Thread *t, Value a, Value b)
{
    if (value_is_bool(a) && value_is_bool(b))
        return value_from_bool(value_is_true(a) || value_is_true(b));
    return or_slot(t, a, b);
}

static Value bool_xor(Thread *t, Value a, Value b)
{
    if (value_is_bool(a) && value_is_bool(b))
        return value_from_bool(value_is_true(a) != value_is_true(b));
    return xor_slot(t, a, b);
}

CONSTRUCTOR(bool, NATIVE_UNSIGNED, (cls), (opt, object, x, False), (slash))
{
    int r = object_is_true(t, x);
    return r < 0 ? NULL_VALUE : value_from_bool(r);
}

Type type_bool = {
    TYPE_HEAD(BOOL),
    .c_name = "bool",
    .c_doc = "The truth values True and False, which are also the ints 1 and "
             "0.\n\n"
             "bool(object=False) -> whether the object counts as true",
    .c_base = &type_int,
    .type_flags = TYPE_IS_INT,
    .kind = KIND_INT,
    .instance_size = sizeof(Int),
    .constructor = &bool_new_native,
    .slots = {.repr = bool_repr, .and = bool_and, .or = bool_or,
              .xor = bool_xor},
};
