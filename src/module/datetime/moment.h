/* SPDX-License-Identifier: MIT */
/* datetime: a date and a time of day, perhaps in a time zone. */
#ifndef ADDER_MODULE_DATETIME_MOMENT_H
#define ADDER_MODULE_DATETIME_MOMENT_H

#include "module/datetime/date.h"
#include "module/datetime/daytime.h"
#include "module/datetime/delta.h"
#include "object/core/object.h"
#include "object/core/record.h"

typedef struct Moment {
    RECORD_HEAD(DATE_FIELDS DAYTIME_FIELDS)
    Slot tzinfo; /* NONE: naive */
} Moment;
_Static_assert(offsetof(Moment, year) == offsetof(Date, year) &&
                   offsetof(Moment, day) == offsetof(Date, day) &&
                   offsetof(Moment, hash) == offsetof(Date, hash),
               "a datetime is a date");

/* All of it as plain numbers. */
typedef struct Fields {
    int year, month, day;
    Clock clock;
} Fields;

extern Type moment_type;

static inline bool value_is_moment(Value v)
{
    return value_is_pointer(v) && (type_of(v) == &moment_type ||
                                   type_is_subtype(type_of(v), &moment_type));
}
static inline Moment *value_to_moment(Value v)
{
    ASSERT(value_is_moment(v));
    return value_to_pointer(v);
}
static inline Date *moment_date(Moment *m) { return (Date *)(void *)m; }
Fields moment_fields(const Moment *m);
/* Of type datetime, without checks. */
Moment *moment_new(Thread *t, const Fields *f, Value tzinfo);
/* An instance of cls, by calling it unless it is datetime. */
Value moment_make(Thread *t, Type *cls, const Fields *f, Value tzinfo);
/* 0, or -1 with ValueError. */
int moment_check(Thread *t, const Fields *f);

Value moment_utcoffset(Thread *t, Moment *m);

/* moment_arith.c */
/* A moment of m's class, in m's zone, `sign` times the length later. */
Value moment_shift(Thread *t, Moment *m, const Delta *by, int sign);
Value moment_add(Thread *t, Value a, Value b);
Value moment_sub(Thread *t, Value a, Value b);
Value moment_compare(Thread *t, Value a, Value b, CompareOp op);
int moment_hash(Thread *t, Value self, int64_t *hash);
/* Seconds from the year 1 on, as the fields say, whatever the zone. */
int64_t moment_seconds(const Fields *f);
/* The fields less an offset, which may be NULL: false with OverflowError. */
bool moment_minus(Thread *t, Moment *m, const Delta *offset, Fields *out);

/* moment_make.c and moment_zone.c: methods. */
NATIVE_DECLARE(datetime, now)
NATIVE_DECLARE(datetime, utcnow)
NATIVE_DECLARE(datetime, fromtimestamp)
NATIVE_DECLARE(datetime, utcfromtimestamp)
NATIVE_DECLARE(datetime, strptime)
NATIVE_DECLARE(datetime, combine)
NATIVE_DECLARE(datetime, fromisoformat)
NATIVE_DECLARE(datetime, astimezone)
NATIVE_DECLARE(datetime, timestamp)
NATIVE_DECLARE(datetime, utctimetuple)
NATIVE_DECLARE(datetime, timetuple)

#endif
