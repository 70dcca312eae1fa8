/* SPDX-License-Identifier: MIT */
/*
 * The Gregorian calendar, extended to the year 1 as datetime does it.  Days are
 * counted from 1 January of the year 1, which is day 1: an ordinal.
 */
#ifndef ADDER_MODULE_DATETIME_GREGORIAN_H
#define ADDER_MODULE_DATETIME_GREGORIAN_H

#include <stdbool.h>
#include <stdint.h>

enum {
    YEAR_MIN = 1,
    YEAR_MAX = 9999,
    ORDINAL_MAX = 3652059, /* 31 December 9999 */
    ORDINAL_1970 = 719163,
    DAY_SECONDS = 86400,
    SECOND_US = 1000000, /* microseconds */
};

typedef struct Ymd {
    int year, month, day;
} Ymd;
/* As ISO 8601 counts: weeks from 1, weekdays from Monday, 1, to 7. */
typedef struct IsoWeek {
    int year, week, weekday;
} IsoWeek;

static inline bool gregorian_is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
int gregorian_month_days(int year, int month);
/* Of days in the year before the month begins. */
int gregorian_days_before(int year, int month);
int64_t gregorian_ordinal(int year, int month, int day);
/* The date of any ordinal that an int holds. */
Ymd gregorian_date(int64_t ordinal);
/* From Monday, 0, to Sunday, 6. */
static inline int gregorian_weekday(int64_t ordinal)
{
    return (int)((ordinal + 6) % 7);
}
IsoWeek gregorian_iso_week(int year, int month, int day);
/* The ordinal of the Monday of the first week of an ISO year. */
int64_t gregorian_iso_begin(int year);

#endif
