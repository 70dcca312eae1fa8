/* SPDX-License-Identifier: MIT */
/* date: a day. */
#ifndef ADDER_MODULE_DATETIME_DATE_H
#define ADDER_MODULE_DATETIME_DATE_H

#include "module/datetime/delta.h"
#include "module/datetime/gregorian.h"
#include "object/core/object.h"
#include "object/core/record.h"

/* Moments begin alike (moment.h). */
#define DATE_FIELDS                     \
    int64_t hash; /* 0: not computed */ \
    uint16_t year;                      \
    uint8_t month, day;

typedef struct Date {
    RECORD_HEAD(DATE_FIELDS)
} Date;

extern Type date_type;

static inline bool value_is_date(Value v) /* or a moment */
{
    return value_is_pointer(v) && (type_of(v) == &date_type ||
                                   type_is_subtype(type_of(v), &date_type));
}
static inline Date *value_to_date(Value v)
{
    ASSERT(value_is_date(v));
    return value_to_pointer(v);
}

/* Whether there is such a date: 0, or -1 with ValueError. */
int date_check(Thread *t, int year, int month, int day);
/* An instance of cls, by calling it unless it is date; the fields are those of
 * a date that there is. */
Value date_make(Thread *t, Type *cls, int year, int month, int day);
static inline int64_t date_ordinal(const Date *d)
{
    return gregorian_ordinal(d->year, d->month, d->day);
}
/* The date `days` later: false when it is none that there is, with
 * OverflowError. */
bool date_shift(Thread *t, const Date *d, int64_t days, Ymd *out);

/* Whether those of year, month and day that are given are ints: else false with
 * the exception. */
bool date_are_fields(Thread *t, const Value *args, int64_t n);
/* For replace(): an absent one is FIELD_ABSENT. */
enum { FIELD_ABSENT = INT32_MIN };
#define PARAM_LEAF_new_field     LEAF_INT
#define PARAM_TYPE_new_field     int64_t
#define PARAM_LOCAL_new_field(v) int64_t v
bool param_new_field(Thread *t, Value v, int64_t *out, const NativeDef *def,
                     int at);

/* Bytes of pickled state in args[0], `len` of them, or the str that Python 2's
 * are read as; NULL: it is none, or with an exception.  The byte `at` is sane:
 * less than `below` but for its highest bit. */
const uint8_t *date_pickled(Thread *t, Value v, int64_t len, int at, int below,
                            const char *what);
/* "Mon Jan  1 00:00:00 2001" */
Value date_ctime(Thread *t, const Date *d, int hour, int minute, int second);
/* The struct_time of this; -1: unknown whether it is summer time. */
Value date_timetuple(Thread *t, const Date *d, int hour, int minute, int second,
                     int is_dst);

#endif
