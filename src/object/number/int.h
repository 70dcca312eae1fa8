/* SPDX-License-Identifier: MIT */
/* Ints: small ones in the Value, others as GMP limbs. */
#ifndef ADDER_OBJECT_INT_H
#define ADDER_OBJECT_INT_H

#include <stddef.h>
#include "object/core/object.h"

/* Any int64 or uint64 as an int object. */
Value int_from_int64_slow(Thread *t, int64_t i);
static inline Value int_from_int64(Thread *t, int64_t i)
{
    return int_is_small(i) ? value_from_int(i) : int_from_int64_slow(t, i);
}
Value int_from_uint64(Thread *t, uint64_t u);
Value int_from_int128(Thread *t, __int128 i);
/* Truncates; OverflowError/ValueError for inf and nan. */
Value int_from_double(Thread *t, double d);
/* Digits of `base` (0: by prefix), '_' allowed between digits, surrounding
 * white space not; the text need not be terminated.  Raises nothing and
 * answers UNBOUND when the text is no int. */
Value int_from_text(Thread *t, const char *text, size_t len, int base);
/* From and to two's complement or unsigned bytes, little- or big-endian. */
Value int_from_bytes(Thread *t, const uint8_t *bytes, size_t n, bool little,
                     bool is_signed);
int int_to_bytes(Thread *t, Value v, uint8_t *bytes, size_t n, bool little,
                 bool is_signed);

static inline bool value_is_int_object(Value v) /* int, bool or subclass */
{
    return value_is_int(v) || (value_is_pointer(v)
               ? (type_of(v)->type_flags & TYPE_IS_INT) != 0
               : value_is_bool(v));
}
/* v is an int object.  False when it does not fit. */
bool int_to_int64(Value v, int64_t *out);
bool int_to_uint64(Value v, uint64_t *out);
/* The low 64 bits of v, an int object, in two's complement. */
uint64_t int_low_bits(Value v);
/* Rounds to even; OverflowError beyond the range of doubles: 0 or -1. */
int int_to_double(Thread *t, Value v, double *out);
/* An int object of any size, none of a subclass. */
static inline bool int_is_exact(Value v)
{
    return value_is_int(v) || value_has_shape(v, SHAPE_INT);
}
/* -1, 0, 1 */
int int_sign(Value v);
/* Exact three-way comparisons. */
int int_compare(Value a, Value b);
int int_compare_double(Value a, double b); /* b no nan */
int64_t int_hash(Value v);
/* The hash of a small int. */
static inline int64_t int_hash_small(Value v)
{
    const int64_t modulus = SMALL_INT_MAX; /* 2**61 - 1, as in CPython */
    int64_t i = value_to_int(v);
    if (__builtin_expect(i >= modulus || i <= -modulus, 0))
        return int_hash(v);
    return i == -1 ? -2 : i;
}
/* The plain int of an int object (bool and subclasses become exact ints). */
Value int_exact(Thread *t, Value v);
Value int_to_text(Thread *t, Value v, int base, bool prefix); /* a str */
int64_t int_bit_length(Value v);

/* Arithmetic on int objects of any size. */
Value int_add(Thread *t, Value a, Value b);
Value int_sub(Thread *t, Value a, Value b);
Value int_mul(Thread *t, Value a, Value b);
Value int_floordiv(Thread *t, Value a, Value b);
Value int_mod(Thread *t, Value a, Value b);
Value int_divmod(Thread *t, Value a, Value b);
Value int_truediv(Thread *t, Value a, Value b);
Value int_pow(Thread *t, Value a, Value b, Value modulus); /* NONE: none */
Value int_lshift(Thread *t, Value a, Value b);
Value int_rshift(Thread *t, Value a, Value b);
Value int_and(Thread *t, Value a, Value b);
Value int_or(Thread *t, Value a, Value b);
Value int_xor(Thread *t, Value a, Value b);
Value int_neg(Thread *t, Value a);
Value int_invert(Thread *t, Value a);

#endif
