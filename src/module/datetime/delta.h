/* SPDX-License-Identifier: MIT */
/*
 * timedelta.  Always normal: seconds and microseconds are not negative and less
 * than a day and a second; days are within DELTA_DAYS_MAX.
 */
#ifndef ADDER_MODULE_DATETIME_DELTA_H
#define ADDER_MODULE_DATETIME_DELTA_H

#include "module/datetime/gregorian.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/core/runtime.h"
#include "object/function/native_def.h"

enum { DELTA_DAYS_MAX = 999999999 };

typedef struct Delta {
    RECORD_HEAD(int64_t hash; /* 0: not computed */
                int32_t days, seconds, microseconds;)
} Delta;

extern Type delta_type;
static inline bool value_is_delta(Value v)
{
    return value_is_pointer(v) && (type_of(v) == &delta_type ||
                                   type_is_subtype(type_of(v), &delta_type));
}
static inline Delta *value_to_delta(Value v)
{
    ASSERT(value_is_delta(v));
    return value_to_pointer(v);
}

/* Of type timedelta, from parts that are normal but for the days, which may be
 * too many: OverflowError. */
Value delta_new(Thread *t, int64_t days, int32_t seconds, int32_t microseconds);
/* The same of any seconds and microseconds that int64 can hold. */
Value delta_from_parts(Thread *t, int64_t days, int64_t seconds,
                       int64_t microseconds);
/* An instance of cls. */
Value delta_new_as(Thread *t, Type *cls, __int128 microseconds);
static inline __int128 delta_to_us(const Delta *d)
{
    int64_t seconds = (int64_t)d->days * DAY_SECONDS + d->seconds;
    return (__int128)seconds * SECOND_US + d->microseconds;
}
/* Whether it is less than a day, either way, as offsets are. */
static inline bool delta_is_offset(const Delta *d)
{
    return d->days == 0 ||
           (d->days == -1 && (d->seconds > 0 || d->microseconds > 0));
}
/* -1, 0, 1 */
int delta_compare(const Delta *a, const Delta *b);
int delta_hash(Thread *t, Value self, int64_t *hash);
static inline bool delta_is_zero(const Delta *d)
{
    return d->days == 0 && d->seconds == 0 && d->microseconds == 0;
}

/* delta_arith.c: slots. */
Value delta_add(Thread *t, Value a, Value b);
Value delta_sub(Thread *t, Value a, Value b);
Value delta_mul(Thread *t, Value a, Value b);
Value delta_truediv(Thread *t, Value a, Value b);
Value delta_floordiv(Thread *t, Value a, Value b);
Value delta_mod(Thread *t, Value a, Value b);
Value delta_divmod(Thread *t, Value a, Value b);
Value delta_negative(Thread *t, Value self);
Value delta_positive(Thread *t, Value self);
Value delta_absolute(Thread *t, Value self);
int delta_truth(Thread *t, Value self);
Value delta_total_seconds(Thread *t, const Delta *d);
/* An int, or where it is far beyond any timedelta, one that is, too. */
__int128 delta_clamp(Thread *t, Value v);
/* us / by as a float, correctly rounded. */
Value delta_ratio(Thread *t, __int128 us, __int128 by);

/* delta_make.c: timedelta(...). */
Value delta_type_new(Thread *t, Type *cls, Value *args, int64_t n,
                     Tuple *kwnames);
extern const NativeDef delta_new_native;

/* A hash of some words, with no relation to other types'. */
static inline int64_t datetime_hash(uint64_t a, uint64_t b)
{
    uint64_t x = a * 0x9e3779b97f4a7c15ULL ^ (b + 0x7f4a7c159e3779b9ULL);
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93ULL;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93ULL;
    x ^= x >> 29;
    return (int64_t)x == -1 || x == 0 ? 5 : (int64_t)x;
}

/* The same of what programs take from outside: it differs from run to run, or as
 * PYTHONHASHSEED says, like the hashes of strings. */
static inline int64_t datetime_seeded_hash(uint64_t a, uint64_t b)
{
    return datetime_hash(a ^ runtime->hash_seed[0], b ^ runtime->hash_seed[1]);
}

#endif
