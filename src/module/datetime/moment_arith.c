/* SPDX-License-Identifier: MIT */
/*
 * Arithmetic and comparisons of datetime.  Two of the same tzinfo are compared
 * and subtracted as they read, whatever that says of them; others in UTC.
 */
#include "module/datetime/moment.h"
#include "module/datetime/zone.h"
#include "object/container/sequence.h"
#include "object/error/raise.h"

int64_t moment_seconds(const Fields *f)
{
    int64_t days = gregorian_ordinal(f->year, f->month, f->day);
    const Clock *c = &f->clock;
    return days * DAY_SECONDS + (c->hour * 60 + c->minute) * 60 + c->second;
}

static int32_t seconds_of_day(const Moment *m)
{
    return (m->hour * 60 + m->minute) * 60 + m->second;
}

static __int128 to_us(const Moment *m)
{
    int64_t days = gregorian_ordinal(m->year, m->month, m->day);
    return ((__int128)days * DAY_SECONDS + seconds_of_day(m)) * SECOND_US +
           m->microsecond;
}

static void set_clock(Clock *c, int32_t seconds, int32_t microsecond)
{
    *c = (Clock){.hour = seconds / 3600,
                 .minute = seconds / 60 % 60,
                 .second = seconds % 60,
                 .microsecond = microsecond};
}

/* The fields `sign` times the length later: false with OverflowError. */
static bool shift(Thread *t, Moment *m, const Delta *by, int sign, Fields *f)
{
    int64_t days = (int64_t)by->days * sign;
    int32_t seconds = seconds_of_day(m) + by->seconds * sign;
    int32_t us = m->microsecond + by->microseconds * sign;
    if (us < 0 || us >= SECOND_US) {
        us -= sign * SECOND_US;
        seconds += sign;
    }
    if (seconds < 0 || seconds >= DAY_SECONDS) {
        seconds -= sign * DAY_SECONDS;
        days += sign;
    }
    Ymd d;
    if (!date_shift(t, moment_date(m), days, &d))
        return false;
    f->year = d.year;
    f->month = d.month;
    f->day = d.day;
    set_clock(&f->clock, seconds, us);
    return true;
}

Value moment_shift(Thread *t, Moment *m, const Delta *by, int sign)
{
    Fields f;
    if (!shift(t, m, by, sign, &f))
        return NULL_VALUE;
    return moment_make(t, type_of_pointer(m), &f, slot_get(&m->tzinfo));
}

bool moment_minus(Thread *t, Moment *m, const Delta *offset, Fields *out)
{
    if (offset != NULL)
        return shift(t, m, offset, -1, out);
    *out = moment_fields(m);
    return true;
}

Value moment_add(Thread *t, Value a, Value b)
{
    if (value_is_moment(a) && value_is_delta(b))
        return moment_shift(t, value_to_moment(a), value_to_delta(b), 1);
    if (value_is_delta(a) && value_is_moment(b))
        return moment_shift(t, value_to_moment(b), value_to_delta(a), 1);
    return NOT_IMPLEMENTED;
}

/* ---- two of them ---- */

/* Their offsets, NONE both where the zone is the same: 0 or -1. */
static int offsets_of(Thread *t, Moment *x, Moment *y, Value offsets[2])
{
    offsets[0] = offsets[1] = NONE;
    if (value_same(slot_get(&x->tzinfo), slot_get(&y->tzinfo)))
        return 0;
    offsets[0] = moment_utcoffset(t, x);
    if (value_is_null(offsets[0]))
        return -1;
    offsets[1] = moment_utcoffset(t, y);
    return value_is_null(offsets[1]) ? -1 : 0;
}

static __int128 utc_us(const Moment *m, Value offset)
{
    __int128 us = to_us(m);
    return value_is_none(offset) ? us
                                 : us - delta_to_us(value_to_delta(offset));
}

/* As they read. */
static Value plain_difference(Thread *t, const Moment *x, const Moment *y)
{
    int64_t days = gregorian_ordinal(x->year, x->month, x->day) -
                   gregorian_ordinal(y->year, y->month, y->day);
    int32_t seconds = seconds_of_day(x) - seconds_of_day(y);
    int32_t us = x->microsecond - y->microsecond;
    if (us < 0) {
        us += SECOND_US;
        seconds--;
    }
    if (seconds < 0) {
        seconds += DAY_SECONDS;
        days--;
    }
    return delta_new(t, days, seconds, us);
}

static Value difference(Thread *t, Moment *x, Moment *y)
{
    Value offsets[2];
    if (value_same(slot_get(&x->tzinfo), slot_get(&y->tzinfo)))
        return plain_difference(t, x, y);
    if (offsets_of(t, x, y, offsets) < 0)
        return NULL_VALUE;
    if (value_is_none(offsets[0]) != value_is_none(offsets[1]))
        return raise_type_error(
            t, "can't subtract offset-naive and offset-aware datetimes");
    return delta_new_as(t, &delta_type,
                        utc_us(x, offsets[0]) - utc_us(y, offsets[1]));
}

Value moment_sub(Thread *t, Value a, Value b)
{
    if (!value_is_moment(a))
        return NOT_IMPLEMENTED;
    if (value_is_moment(b))
        return difference(t, value_to_moment(a), value_to_moment(b));
    if (value_is_delta(b))
        return moment_shift(t, value_to_moment(a), value_to_delta(b), -1);
    return NOT_IMPLEMENTED;
}

/* Whether its offset depends on fold (PEP 495): 1, 0 or -1. */
static int is_ambiguous(Thread *t, Moment *m, Value offset)
{
    Fields f = moment_fields(m);
    f.clock.fold = !f.clock.fold;
    Value other = moment_utcoffset(t, moment_new(t, &f, slot_get(&m->tzinfo)));
    if (value_is_null(other))
        return -1;
    if (value_is_none(other) || value_is_none(offset))
        return !value_same(other, offset);
    return delta_compare(value_to_delta(other), value_to_delta(offset)) != 0;
}

/* Equal times of two zones are not if either is ambiguous. */
static Value equal(Thread *t, Moment *x, Moment *y, const Value offsets[2],
                   bool same, CompareOp op)
{
    if (same && !value_same(slot_get(&x->tzinfo), slot_get(&y->tzinfo))) {
        int ambiguous = is_ambiguous(t, x, offsets[0]);
        if (ambiguous == 0)
            ambiguous = is_ambiguous(t, y, offsets[1]);
        if (ambiguous < 0)
            return NULL_VALUE;
        same = !ambiguous;
    }
    return value_from_bool(same == (op == COMPARE_EQ));
}

/* A number that orders them as they read. */
static int64_t reading(const Moment *m)
{
    int64_t day = (m->year << 4 | m->month) << 5 | m->day;
    return day << 37 | (int64_t)seconds_of_day(m) << 20 | m->microsecond;
}

static Value compare_moments(Thread *t, Moment *x, Moment *y, CompareOp op)
{
    Value offsets[2];
    if (value_same(slot_get(&x->tzinfo), slot_get(&y->tzinfo)))
        return sequence_compare_lengths(reading(x), reading(y), op);
    bool equality = op == COMPARE_EQ || op == COMPARE_NE;
    if (offsets_of(t, x, y, offsets) < 0)
        return NULL_VALUE;
    if (value_is_none(offsets[0]) != value_is_none(offsets[1])) {
        if (equality)
            return value_from_bool(op == COMPARE_NE);
        return raise_type_error(
            t, "can't compare offset-naive and offset-aware datetimes");
    }
    __int128 a = utc_us(x, offsets[0]), b = utc_us(y, offsets[1]);
    if (equality)
        return equal(t, x, y, offsets, a == b, op);
    return sequence_compare_lengths((a > b) - (a < b), 0, op);
}

Value moment_compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (value_is_moment(a) && value_is_moment(b))
        return compare_moments(t, value_to_moment(a), value_to_moment(b), op);
    if (!value_is_date(a) || !value_is_date(b))
        return NOT_IMPLEMENTED;
    if (op == COMPARE_EQ || op == COMPARE_NE)
        return value_from_bool(op == COMPARE_NE);
    return raise_type_error(t, "can't compare %T to %T", a, b);
}

/* Of the time in UTC; of an ambiguous one as if it were the first, for fold
 * makes no difference between times of one zone. */
int moment_hash(Thread *t, Value self, int64_t *hash)
{
    Moment *m = value_to_moment(self), *first = m;
    if (m->hash == 0) {
        if (m->fold != 0) {
            Fields f = moment_fields(m);
            f.clock.fold = 0;
            first = moment_new(t, &f, slot_get(&m->tzinfo));
        }
        Value offset = moment_utcoffset(t, first);
        if (value_is_null(offset))
            return -1;
        __int128 us = utc_us(m, offset);
        m->hash = datetime_seeded_hash((uint64_t)us, 3);
    }
    *hash = m->hash;
    return 0;
}
