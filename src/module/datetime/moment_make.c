/* SPDX-License-Identifier: MIT */
/* Ways to make a datetime, by class methods. */
#include "exec/import.h"
#include "module/datetime/iso_text.h"
#include "module/datetime/local_time.h"
#include "module/datetime/moment.h"
#include "module/datetime/timestamp.h"
#include "module/datetime/zone.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "os/clock.h"

static void fields_of_tm(const struct tm *tm, int us, Fields *f)
{
    *f = (Fields){tm->tm_year + 1900,
                  tm->tm_mon + 1,
                  tm->tm_mday,
                  {.hour = tm->tm_hour,
                   .minute = tm->tm_min,
                   .second = tm->tm_sec < 60 ? tm->tm_sec : 59,
                   .microsecond = us}};
}

/* The time in UTC, with that tzinfo. */
static Value in_utc(Thread *t, Type *cls, int64_t seconds, int us, Value tzinfo)
{
    struct tm tm;
    Fields f;
    if (timestamp_utc(t, seconds, &tm) < 0)
        return NULL_VALUE;
    fields_of_tm(&tm, us, &f);
    if (moment_check(t, &f) < 0)
        return NULL_VALUE;
    return moment_make(t, cls, &f, tzinfo);
}

static Value in_local_time(Thread *t, Type *cls, int64_t seconds, int us)
{
    struct tm tm;
    Fields f;
    if (timestamp_local(t, seconds, &tm) < 0)
        return NULL_VALUE;
    fields_of_tm(&tm, us, &f);
    if (moment_check(t, &f) < 0)
        return NULL_VALUE;
    f.clock.fold = local_time_is_second(seconds, &f);
    return moment_make(t, cls, &f, NONE);
}

/* The time in a zone; NONE: here, as naive time. */
static Value in_zone(Thread *t, Type *cls, int64_t seconds, int us, Value tz)
{
    if (zone_check(t, tz) < 0)
        return NULL_VALUE;
    if (value_is_none(tz))
        return in_local_time(t, cls, seconds, us);
    TRY(utc, in_utc(t, cls, seconds, us, tz));
    return object_call_method(t, tz, N(fromutc), 1, utc);
}

static int64_t clock_now(int *us)
{
    int64_t now = os_clock_now(OS_CLOCK_WALL), seconds = now / 1000000000;
    *us = (int)(now % 1000000000 / 1000);
    return seconds;
}

NATIVE_SHARED(datetime, now, NATIVE_CLASS,
              "The time now, in the zone tz, or here, then without a tzinfo.",
              (cls), (opt, object, tz, None))
{
    int us;
    int64_t seconds = clock_now(&us);
    return in_zone(t, cls, seconds, us, tz);
}

NATIVE_SHARED(datetime, utcnow, NATIVE_CLASS,
              "The time now in UTC, without a tzinfo.", (cls), (slash))
{
    int us;
    int64_t seconds = clock_now(&us);
    return in_utc(t, cls, seconds, us, NONE);
}

NATIVE_SHARED(
    datetime, fromtimestamp, NATIVE_CLASS,
    "The time so many seconds after 1970 began in UTC, in the zone tz, "
    "or here, then without a tzinfo.",
    (cls), (arg, object, timestamp), (opt, object, tz, None))
{
    int us;
    int64_t seconds;
    if (zone_check(t, tz) < 0 ||
        timestamp_microseconds(t, timestamp, &seconds, &us) < 0)
        return NULL_VALUE;
    return in_zone(t, cls, seconds, us, tz);
}

NATIVE_SHARED(datetime, utcfromtimestamp, NATIVE_CLASS | NATIVE_OLD_WORDS,
              "The time so many seconds after 1970 began, in UTC, without a "
              "tzinfo.",
              (cls), (arg, object, timestamp), (slash))
{
    int us;
    int64_t seconds;
    if (timestamp_microseconds(t, timestamp, &seconds, &us) < 0)
        return NULL_VALUE;
    return in_utc(t, cls, seconds, us, NONE);
}

NATIVE_SHARED(datetime, strptime, NATIVE_CLASS | NATIVE_OLD_WORDS,
              "The time that a text says, read as the format says.", (cls),
              (arg, str, date_string), (arg, str, format), (slash))
{
    TRY(module, import_module(t, str_intern_c(t, "_strptime")));
    return object_call_method(t, module, str_intern_c(t, "_strptime_datetime"),
                              3, value_from_pointer(cls),
                              value_from_pointer(date_string),
                              value_from_pointer(format));
}

#define PARAM_LEAF_a_date     LEAF_NEVER
#define PARAM_TYPE_a_date     Date *
#define PARAM_LOCAL_a_date(v) Date *v
PARAM_INSTANCE(a_date, Date, &date_type)
#define PARAM_LEAF_a_time     LEAF_NEVER
#define PARAM_TYPE_a_time     DayTime *
#define PARAM_LOCAL_a_time(v) DayTime *v
PARAM_INSTANCE(a_time, DayTime, &daytime_type)

NATIVE_SHARED(datetime, combine, NATIVE_CLASS | NATIVE_OLD_WORDS,
              "A day and a time of it, with the time's tzinfo or another.",
              (cls), (arg, a_date, date), (arg, a_time, time),
              (maybe, object, tzinfo))
{
    Fields f = {date->year, date->month, date->day, daytime_clock(time)};
    if (value_is_unbound(tzinfo))
        tzinfo = slot_get(&time->tzinfo);
    if (zone_check(t, tzinfo) < 0)
        return NULL_VALUE;
    return moment_make(t, cls, &f, tzinfo);
}

static bool read_text(const Str *s, Ymd *d, IsoTime *time)
{
    int64_t at = iso_text_separator(s);
    *time = (IsoTime){.has_offset = false};
    if (at < 0 || !iso_text_date(s, at < s->len ? at : s->len, d))
        return false;
    return at >= s->len || iso_text_time(s, at + 1, time);
}

NATIVE_SHARED(datetime, fromisoformat, NATIVE_CLASS,
              "The time of a text in one of the ISO 8601 forms.", (cls),
              (arg, object, date_string), (slash))
{
    Ymd d;
    IsoTime iso;
    if (!value_is_str(date_string))
        return raise_type_error(t, "fromisoformat: argument must be str");
    if (!read_text(value_to_str(date_string), &d, &iso))
        return raise_value_error(t, "Invalid isoformat string: %R",
                                 date_string);
    TRY(tzinfo, zone_of_iso_time(t, &iso));
    Fields f = {d.year, d.month, d.day, iso.clock};
    if (moment_check(t, &f) < 0)
        return NULL_VALUE;
    return moment_make(t, cls, &f, tzinfo);
}
