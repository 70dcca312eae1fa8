/* SPDX-License-Identifier: MIT */
/* Packing and unpacking. */
#include "module/struct/struct_item.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include <limits.h>
#include <math.h>
#include <string.h>

/* ---- words ---- */

/* The lowest bytes of a word are first in memory, as on this machine or not. */
static ALWAYS_INLINE uint64_t load(const uint8_t *at, int64_t size, bool swap)
{
    uint16_t half;
    uint32_t word;
    uint64_t both;
    switch (size) {
    case 1: return *at;
    case 2:
        memcpy(&half, at, sizeof half);
        return swap ? __builtin_bswap16(half) : half;
    case 4:
        memcpy(&word, at, sizeof word);
        return swap ? __builtin_bswap32(word) : word;
    default:
        memcpy(&both, at, sizeof both);
        return swap ? __builtin_bswap64(both) : both;
    }
}

static ALWAYS_INLINE void store(uint8_t *at, uint64_t u, int64_t size,
                                bool swap)
{
    uint16_t half = (uint16_t)u;
    uint32_t word = (uint32_t)u;
    switch (size) {
    case 1: *at = (uint8_t)u; break;
    case 2:
        half = swap ? __builtin_bswap16(half) : half;
        memcpy(at, &half, sizeof half);
        break;
    case 4:
        word = swap ? __builtin_bswap32(word) : word;
        memcpy(at, &word, sizeof word);
        break;
    default:
        u = swap ? __builtin_bswap64(u) : u;
        memcpy(at, &u, sizeof u);
        break;
    }
}

/* ---- floats ---- */

enum { HALF_INFINITE = 0x7c00, HALF_NAN = 0x7e00, HALF_SIGN = 0x8000 };

/* The nearest half-precision float (IEEE 754 binary16), even of two. */
static unsigned half_from_double(double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    unsigned sign = bits >> 63 ? HALF_SIGN : 0;
    int exponent = (int)(bits >> 52 & 0x7ff) - 1023;
    if (isnan(d))
        return sign | HALF_NAN;
    if (exponent > 15)
        return sign | HALF_INFINITE;
    uint64_t mantissa = (bits & (UINT64_MAX >> 12)) | UINT64_C(1) << 52;
    int shift = exponent >= -14 ? 42 : 42 - 14 - exponent;
    if (shift > 54)
        return sign;
    unsigned half = (unsigned)(mantissa >> shift);
    uint64_t rest = mantissa & ((UINT64_C(1) << shift) - 1);
    uint64_t middle = UINT64_C(1) << (shift - 1);
    half += rest > middle || (rest == middle && (half & 1));
    if (exponent >= -14) /* the leading bit adds one */
        half += (unsigned)(exponent + 14) << 10;
    return sign | half;
}

static double half_to_double(unsigned half)
{
    int exponent = half >> 10 & 31;
    unsigned fraction = half & 0x3ff;
    double d;
    if (exponent == 31)
        d = fraction == 0 ? INFINITY : NAN;
    else if (exponent == 0)
        d = ldexp(fraction, -24);
    else
        d = ldexp(fraction | 0x400, exponent - 25);
    return half & HALF_SIGN ? -d : d;
}

static double to_double(uint64_t bits, int64_t size)
{
    double d;
    float f;
    uint32_t word = (uint32_t)bits;
    if (size == 2)
        return half_to_double((unsigned)bits);
    if (size == 4) {
        memcpy(&f, &word, sizeof f);
        return f;
    }
    memcpy(&d, &bits, sizeof d);
    return d;
}

static int pack_float(Thread *t, const StructField *f, Value v, uint8_t *to)
{
    double d;
    if (value_is_flonum(v)) {
        d = value_flonum_to_double(v);
    } else if (object_to_double(t, v, &d) < 0) {
        exception_take(t);
        return RAISE_INT(struct_error(t, "required argument is not a float"));
    }
    float single = (float)d;
    uint64_t bits;
    uint32_t word;
    memcpy(&bits, &d, sizeof bits);
    memcpy(&word, &single, sizeof word);
    bool lost = false;
    if (f->size == 2) {
        bits = half_from_double(d);
        lost = (bits & HALF_NAN) == HALF_INFINITE && !isinf(d);
    } else if (f->size == 4) {
        bits = word;
        lost = !f->native && isinf(single) && !isinf(d);
    }
    if (lost)
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "float too large to pack with %c format",
                                     f->code));
    store(to, bits, f->size, f->swap);
    return 0;
}

/* ---- ints ---- */

/* What is said of a number that does not fit into `size` bytes. */
static int out_of_range(Thread *t, const StructField *f, bool within_word)
{
    bool is_signed = f->kind == STRUCT_SIGNED;
    int bits = 8 * (int)f->size;
    if (f->kind == STRUCT_POINTER || (f->swap && f->size == 8))
        return RAISE_INT(struct_error(t, "int too large to convert"));
    if (f->size == 8 || !within_word)
        return RAISE_INT(struct_error(t, "argument out of range"));
    int64_t low = is_signed ? -(INT64_C(1) << (bits - 1)) : 0;
    int64_t high = (INT64_C(1) << (bits - is_signed)) - 1;
    Value rest =
        format_message(t, "format requires %l <= number <= %l", low, high);
    if (value_is_null(rest))
        return -1;
    const char *name = f->size == 1 ? (is_signed ? "byte" : "ubyte")
                       : f->size == 2 && !f->swap
                           ? (is_signed ? "short" : "ushort")
                           : NULL;
    return RAISE_INT(name != NULL ? struct_error(t, "%s %S", name, rest)
                                  : struct_error(t, "'%c' %S", f->code, rest));
}

/* Small fields go through a long: int64, or uint64 where unsigned ones of more
 * than two bytes are. */
static int pack_number(Thread *t, const StructField *f, Value v, uint8_t *to)
{
    int bits = 8 * (int)f->size;
    int64_t i = 0;
    uint64_t u = 0;
    bool fits, within = true;
    if (!value_is_int_object(v)) {
        if (type_of(v)->slots.index == NULL)
            return RAISE_INT(
                struct_error(t, "required argument is not an integer"));
        v = object_index(t, v);
        if (value_is_null(v))
            return -1;
    }
    if (f->kind == STRUCT_SIGNED ||
        (f->kind == STRUCT_UNSIGNED && bits <= (f->swap ? 8 : 16))) {
        within = int_to_int64(v, &i);
        u = (uint64_t)i;
        fits = within && (bits == 64 ||
                          (f->kind == STRUCT_SIGNED ? i >> (bits - 1) == i >> 63
                                                    : u >> bits == 0));
    } else if (f->kind == STRUCT_POINTER && int_sign(v) < 0) {
        fits = int_to_int64(v, &i);
        u = (uint64_t)i;
    } else {
        within = int_to_uint64(v, &u);
        fits = within && (bits == 64 || u >> bits == 0);
    }
    if (UNLIKELY(!fits))
        return out_of_range(t, f, within);
    store(to, u, f->size, f->swap);
    return 0;
}

/* ---- bytes ---- */

static int pack_char(Thread *t, Value v, uint8_t *to)
{
    if (!value_is_bytes(v) || value_to_bytes(v)->len != 1)
        return RAISE_INT(
            struct_error(t, "char format requires a bytes object of length 1"));
    *to = value_to_bytes(v)->data[0];
    return 0;
}

static int pack_bytes(Thread *t, const StructField *f, Value v, uint8_t *to)
{
    const uint8_t *data;
    int64_t len, room = f->size;
    if (!value_is_bytes(v) && !type_has_flag(v, TYPE_IS_BYTEARRAY))
        return RAISE_INT(struct_error(
            t, "argument for '%c' must be a bytes object", f->code));
    if (bytes_view(t, v, &data, &len) < 0)
        return -1;
    if (f->kind == STRUCT_PASCAL && room > 0) {
        room--;
        len = len < room ? len : room;
        *to++ = (uint8_t)(len < UCHAR_MAX ? len : UCHAR_MAX);
    }
    memcpy(to, data, (size_t)(len < room ? len : room));
    return 0;
}

static Value unpack_pascal(Thread *t, const StructField *f, const uint8_t *from)
{
    int64_t len = f->size == 0 ? 0 : *from, room = f->size - 1;
    if (room < 0)
        return value_from_pointer(bytes_new(t, from, 0));
    return value_from_pointer(bytes_new(t, from + 1, len < room ? len : room));
}

/* ---- all of it ---- */

static inline Value unpack_one(Thread *t, const StructField *f,
                               const uint8_t *from)
{
    uint64_t u;
    switch ((StructKind)f->kind) {
    case STRUCT_SIGNED: {
        int shift = 64 - 8 * (int)f->size;
        u = load(from, f->size, f->swap);
        return int_from_int64(t, (int64_t)(u << shift) >> shift);
    }
    case STRUCT_UNSIGNED:
    case STRUCT_POINTER:
        u = load(from, f->size, f->swap);
        return LIKELY(u <= (uint64_t)SMALL_INT_MAX) ? value_from_int((int64_t)u)
                                                    : int_from_uint64(t, u);
    case STRUCT_FLOAT:
        return float_from_double(
            t, to_double(load(from, f->size, f->swap), f->size));
    case STRUCT_BOOL: return value_from_bool(*from != 0);
    case STRUCT_PASCAL: return unpack_pascal(t, f, from);
    default: { /* STRUCT_CHAR, STRUCT_BYTES */
        Bytes *b = bytes_new(t, from, f->size);
        return b == NULL ? NULL_VALUE : value_from_pointer(b);
    }
    }
}

Value struct_unpack(Thread *t, const Struct *s, const uint8_t *from)
{
    Tuple *all = tuple_new(t, s->n);
    const StructField *f = struct_fields(s), *end = f + s->n_fields;
    int64_t i = 0;
    if (all == NULL)
        return NULL_VALUE;
    for (; f < end; f++) {
        const uint8_t *at = from + f->offset;
        for (int64_t k = 0; k < f->count; k++, at += f->size) {
            TRY(v, unpack_one(t, f, at));
            tuple_set(all, i++, v);
        }
    }
    KEEP(s);
    return value_from_pointer(all);
}

static inline int pack_one(Thread *t, const StructField *f, Value v,
                           uint8_t *to)
{
    int truth;
    switch ((StructKind)f->kind) {
    case STRUCT_FLOAT: return pack_float(t, f, v, to);
    case STRUCT_BOOL:
        truth = object_is_true(t, v);
        *to = truth > 0;
        return truth < 0 ? -1 : 0;
    case STRUCT_CHAR: return pack_char(t, v, to);
    case STRUCT_BYTES:
    case STRUCT_PASCAL: return pack_bytes(t, f, v, to);
    default: break;
    }
    if (LIKELY(value_is_int(v) && f->kind == STRUCT_SIGNED)) {
        int64_t i = value_to_int(v);
        if (LIKELY(i >> (8 * f->size - 1) == i >> 63)) {
            store(to, (uint64_t)i, f->size, f->swap);
            return 0;
        }
    } else if (LIKELY(value_is_int(v) && f->kind == STRUCT_UNSIGNED)) {
        uint64_t u = (uint64_t)value_to_int(v);
        if (LIKELY(f->size < 8 ? u >> 8 * f->size == 0 : u <= INT64_MAX)) {
            store(to, u, f->size, f->swap);
            return 0;
        }
    }
    return pack_number(t, f, v, to);
}

int struct_pack(Thread *t, const Struct *s, const Value *values, uint8_t *to)
{
    const StructField *f = struct_fields(s), *end = f + s->n_fields;
    for (; f < end; f++) {
        uint8_t *at = to + f->offset;
        for (int64_t k = 0; k < f->count; k++, at += f->size)
            if (pack_one(t, f, *values++, at) < 0)
                return -1;
    }
    KEEP(s);
    return 0;
}
