/* SPDX-License-Identifier: MIT */
/* The calendar: see gregorian.h. */
#include "module/datetime/gregorian.h"

int gregorian_month_days(int year, int month)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30,
                                   31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && gregorian_is_leap(year));
}

int gregorian_days_before(int year, int month)
{
    static const uint16_t before[] = {0,   31,  59,  90,  120, 151,
                                      181, 212, 243, 273, 304, 334};
    return before[month - 1] + (month > 2 && gregorian_is_leap(year));
}

static int64_t days_before_year(int64_t year)
{
    int64_t y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

int64_t gregorian_ordinal(int year, int month, int day)
{
    return days_before_year(year) + gregorian_days_before(year, month) + day;
}

/*
 * Years are counted from 1 March, so that the leap day is the last of one: then
 * 400 of them are 146097 days, and 5 months from March on 153 days again and
 * again.  (J. Hinnant, chrono-Compatible Low-Level Date Algorithms.)
 */
Ymd gregorian_date(int64_t ordinal)
{
    enum { DAYS_400 = 146097 };
    int64_t days = ordinal + 305; /* since 1 March of the year 0 */
    int64_t era = (days >= 0 ? days : days - (DAYS_400 - 1)) / DAYS_400;
    unsigned day = (unsigned)(days - era * DAYS_400);
    unsigned year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    unsigned in_year = day - (365 * year + year / 4 - year / 100);
    unsigned month = (5 * in_year + 2) / 153;
    Ymd d = {
        .year = (int)(era * 400 + year + (month >= 10)),
        .month = (int)(month < 10 ? month + 3 : month - 9),
        .day = (int)(in_year - (153 * month + 2) / 5 + 1),
    };
    return d;
}

/* The week that has the year's first Thursday is its first. */
int64_t gregorian_iso_begin(int year)
{
    int64_t first = gregorian_ordinal(year, 1, 1);
    int weekday = gregorian_weekday(first);
    return first - weekday + (weekday > 3 ? 7 : 0);
}

IsoWeek gregorian_iso_week(int year, int month, int day)
{
    int64_t ordinal = gregorian_ordinal(year, month, day);
    int64_t begin = gregorian_iso_begin(year);
    if (ordinal < begin)
        begin = gregorian_iso_begin(--year);
    else if (ordinal >= begin + 52 * 7 &&
             ordinal >= gregorian_iso_begin(year + 1))
        begin = gregorian_iso_begin(++year);
    IsoWeek w = {.year = year,
                 .week = (int)((ordinal - begin) / 7 + 1),
                 .weekday = gregorian_weekday(ordinal) + 1};
    return w;
}
