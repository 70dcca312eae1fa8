/* SPDX-License-Identifier: MIT */
/*
 * Value: one 64-bit word that is any Python object.
 *
 * The low three bits tell what it is:
 *
 *     000          pointer to an object (Header first)
 *     x11 (3, 7)   small int: the 62-bit integer in the upper bits
 *     010 101 110  float: the double rotated left by four, plus two.  The
 *                  rotation brings the top three exponent bits to the bottom;
 *                  of their eight patterns these three hold zero and all
 *                  magnitudes from 2^-255 to 2^257.  Other doubles are boxed.
 *                  (Float self-tagging: Melancon, Serrano and Feeley, 2025.)
 *     100          None, False, True, ... and unbound
 *
 * All bits zero is no value: it is what a function answers that has raised.
 */
#ifndef ADDER_ABI_VALUE_H
#define ADDER_ABI_VALUE_H

#include <stdbool.h>
#include <stdint.h>
#include "abi/header.h"

typedef struct Value {
    uint64_t bits;
} Value;

#define VALUE_BITS(b) ((Value){(b)})

#define NULL_VALUE VALUE_BITS(0)          /* an exception is set */
#define NONE VALUE_BITS(0x04)
#define UNBOUND VALUE_BITS(0x14)          /* no object at all: a free slot */
#define FALSE_VALUE VALUE_BITS(0x0c)
#define TRUE_VALUE VALUE_BITS(0x1c)
#define NOT_IMPLEMENTED VALUE_BITS(0x24)
#define ELLIPSIS VALUE_BITS(0x2c)

enum {
    VALUE_INT_TAG = 3,
    VALUE_INT_SHIFT = 2,
    VALUE_FLOAT_BIAS = 2,
    VALUE_FLOAT_ROTATE = 4,
};
#define VALUE_FLOAT_TAGS 0x64646464u /* bit n: low five bits n is a float */
#define SMALL_INT_MAX (INT64_C(0x1fffffffffffffff))
#define SMALL_INT_MIN (-SMALL_INT_MAX - 1)

static inline bool value_is_null(Value v) { return v.bits == 0; }
static inline bool value_same(Value a, Value b) { return a.bits == b.bits; }
static inline bool value_is_pointer(Value v) { return (v.bits & 7) == 0; }
static inline bool value_is_int(Value v) { return (v.bits & 3) == 3; }
static inline bool value_both_int(Value a, Value b)
{
    return (a.bits & b.bits & 3) == 3;
}
static inline bool value_is_flonum(Value v)
{
    return (VALUE_FLOAT_TAGS >> (v.bits & 31)) & 1;
}
static inline bool value_is_none(Value v) { return v.bits == NONE.bits; }
static inline bool value_is_bool(Value v) { return (v.bits | 0x10) == 0x1c; }
static inline bool value_is_unbound(Value v) { return v.bits == UNBOUND.bits; }

static inline Value value_from_bool(bool b)
{
    return VALUE_BITS(0x0c + ((uint64_t)b << 4));
}
static inline bool value_is_true(Value v) { return v.bits == 0x1c; }

static inline int64_t value_to_int(Value v)
{
    return (int64_t)v.bits >> VALUE_INT_SHIFT;
}
static inline bool int_is_small(int64_t i)
{
    return i >= SMALL_INT_MIN && i <= SMALL_INT_MAX;
}
/* i must be small. */
static inline Value value_from_int(int64_t i)
{
    return VALUE_BITS(((uint64_t)i << VALUE_INT_SHIFT) | VALUE_INT_TAG);
}

/* v must be a flonum. */
static inline double value_flonum_to_double(Value v)
{
    uint64_t r = v.bits - VALUE_FLOAT_BIAS;
    union {
        uint64_t u;
        double d;
    } x = {(r >> VALUE_FLOAT_ROTATE) | (r << (64 - VALUE_FLOAT_ROTATE))};
    return x.d;
}
/* The flonum of d, or a word for which value_is_flonum is false. */
static inline Value value_try_flonum(double d)
{
    union {
        double d;
        uint64_t u;
    } x = {d};
    uint64_t r = (x.u << VALUE_FLOAT_ROTATE) |
                 (x.u >> (64 - VALUE_FLOAT_ROTATE));
    return VALUE_BITS(r + VALUE_FLOAT_BIAS);
}

static inline Value value_from_pointer(const void *p)
{
    return VALUE_BITS((uint64_t)(uintptr_t)p);
}
static inline void *value_to_pointer(Value v)
{
    return (void *)(uintptr_t)v.bits;
}
static inline Header *value_header(Value v)
{
    return (Header *)value_to_pointer(v);
}
/* Whether v is a heap object of exactly this shape. */
static inline bool value_has_shape(Value v, uint32_t shape)
{
    return value_is_pointer(v) && value_header(v)->shape == shape;
}

/* A heap field that holds a Value: written by slot_set alone. */
typedef struct Slot {
    Value value_;
} Slot;

static inline Value slot_get(const Slot *s) { return s->value_; }

#endif
