/* SPDX-License-Identifier: MIT */
/* The type timedelta: see delta.h. */
#include "module/datetime/delta.h"

#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <stdio.h>

static Value raise_days(Thread *t, __int128 days)
{
    if (days != (int32_t)days)
        return raise_error(t, EXC(OverflowError),
                           "Python int too large to convert to C int");
    return raise_error(t, EXC(OverflowError),
                       "days=%d; must have magnitude <= %d", (int)days,
                       DELTA_DAYS_MAX);
}

static inline bool is_in_range(__int128 days)
{
    return days >= -DELTA_DAYS_MAX && days <= DELTA_DAYS_MAX;
}

static Value fill(Delta *d, int32_t days, int32_t seconds, int32_t us)
{
    ASSERT(seconds >= 0 && seconds < DAY_SECONDS && us >= 0 && us < SECOND_US);
    d->days = days;
    d->seconds = seconds;
    d->microseconds = us;
    return value_from_pointer(d);
}

Value delta_new(Thread *t, int64_t days, int32_t seconds, int32_t microseconds)
{
    if (UNLIKELY(!is_in_range(days)))
        return raise_days(t, days);
    return fill(record_new(t, delta_type.root_shape->id, RECORD_SLOTS(Delta)),
                (int32_t)days, seconds, microseconds);
}

Value delta_from_parts(Thread *t, int64_t days, int64_t seconds,
                       int64_t microseconds)
{
    int64_t carry = microseconds / SECOND_US;
    microseconds -= carry * SECOND_US;
    if (microseconds < 0) {
        microseconds += SECOND_US;
        carry--;
    }
    seconds += carry;
    carry = seconds / DAY_SECONDS;
    seconds -= carry * DAY_SECONDS;
    if (seconds < 0) {
        seconds += DAY_SECONDS;
        carry--;
    }
    return delta_new(t, days + carry, (int32_t)seconds, (int32_t)microseconds);
}

Value delta_new_as(Thread *t, Type *cls, __int128 us)
{
    const __int128 day = (__int128)DAY_SECONDS * SECOND_US;
    __int128 days;
    int64_t rest;
    if (us == (int64_t)us) { /* there is an instruction for it */
        int64_t u = (int64_t)us, d = u / (int64_t)day;
        days = d;
        rest = u - d * (int64_t)day;
    } else {
        days = us / day;
        rest = (int64_t)(us - days * day);
    }
    if (rest < 0) {
        rest += (int64_t)day;
        days--;
    }
    if (UNLIKELY(!is_in_range(days)))
        return raise_days(t, days);
    int32_t seconds = (int32_t)(rest / SECOND_US);
    int32_t fraction = (int32_t)(rest - (int64_t)seconds * SECOND_US);
    if (cls == &delta_type)
        return delta_new(t, (int64_t)days, seconds, fraction);
    return fill(instance_new_fixed(t, cls), (int32_t)days, seconds, fraction);
}

/* ---- comparing ---- */

int delta_compare(const Delta *a, const Delta *b)
{
    int32_t x = a->days, y = b->days;
    if (x == y)
        x = a->seconds, y = b->seconds;
    if (x == y)
        x = a->microseconds, y = b->microseconds;
    return (x > y) - (x < y);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if (!value_is_delta(a) || !value_is_delta(b))
        return NOT_IMPLEMENTED;
    int c = delta_compare(value_to_delta(a), value_to_delta(b));
    return sequence_compare_lengths(c, 0, op);
}

int delta_hash(Thread *t, Value self, int64_t *hash)
{
    (void)t;
    Delta *d = value_to_delta(self);
    if (d->hash == 0)
        d->hash = datetime_hash((uint64_t)(uint32_t)d->days << 32 |
                                    (uint32_t)d->seconds,
                                (uint64_t)d->microseconds);
    *hash = d->hash;
    return 0;
}

/* ---- showing ---- */

static Value repr(Thread *t, Value self)
{
    const Delta *d = value_to_delta(self);
    char text[96];
    int n = 0;
    if (d->days != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ", days=%d", d->days);
    if (d->seconds != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ", seconds=%d",
                      d->seconds);
    if (d->microseconds != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ", microseconds=%d",
                      d->microseconds);
    return format_message(t, "%T(%s)", self, n == 0 ? "0" : text + 2);
}

static Value str(Thread *t, Value self)
{
    const Delta *d = value_to_delta(self);
    char text[96];
    int n = 0;
    if (d->days != 0)
        n = snprintf(text, sizeof text, "%d day%s, ", d->days,
                     d->days == 1 || d->days == -1 ? "" : "s");
    n += snprintf(text + n, sizeof text - (size_t)n, "%d:%02d:%02d",
                  d->seconds / 3600, d->seconds / 60 % 60, d->seconds % 60);
    if (d->microseconds != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ".%06d",
                      d->microseconds);
    return value_from_pointer(str_from_latin1(t, (uint8_t *)text, n));
}

NATIVE(delta, total_seconds, 0, "The whole length in seconds, a float.",
       (self, Delta), (slash))
{
    return delta_total_seconds(t, self);
}

NATIVE(delta, __reduce__, 0, "How to make a copy.", (self_value), (slash))
{
    const Delta *d = value_to_delta(self);
    Tuple *parts =
        tuple_pack(t, 3, value_from_int(d->days), value_from_int(d->seconds),
                   value_from_int(d->microseconds));
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type_of(self)), value_from_pointer(parts)));
}

static const NativeDef *const methods[] = {
    &delta___reduce___native,
    &delta_total_seconds_native,
    NULL,
};

static Value get_days(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_delta(self)->days);
}

static Value get_seconds(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_delta(self)->seconds);
}

static Value get_microseconds(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_delta(self)->microseconds);
}

static const GetSetDef getsets[] = {
    {"days", get_days, NULL, GETSET_MEMBER "Whole days, rounded down."},
    {"seconds", get_seconds, NULL,
     GETSET_MEMBER "Seconds besides the days, less than a day."},
    {"microseconds", get_microseconds, NULL,
     GETSET_MEMBER "Microseconds besides the seconds, less than a second."},
    {0},
};

Type delta_type = {
    TYPE_HEAD(timedelta),
    .c_name = "datetime.timedelta",
    .c_doc = "A length of time, which may be negative: the sum of what is "
             "given, to the microsecond.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Delta),
    .constructor = &delta_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = delta_type_new,
              .repr = repr,
              .str = str,
              .hash = delta_hash,
              .compare = compare,
              .truth = delta_truth,
              .neg = delta_negative,
              .pos = delta_positive,
              .abs = delta_absolute,
              .add = delta_add,
              .sub = delta_sub,
              .mul = delta_mul,
              .truediv = delta_truediv,
              .floordiv = delta_floordiv,
              .mod = delta_mod,
              .divmod = delta_divmod},
};
