/* SPDX-License-Identifier: MIT */
/* The module time. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "exec/blocking.h"
#include "module/duration.h"
#include "module/struct_sequence.h"
#include "module/time.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/calendar.h"
#include "os/clock.h"

/* --- clocks ------------------------------------------------------------ */

static Value seconds(Thread *t, OsClock clock)
{
    return float_from_double(t, (double)os_clock_now(clock) * 1e-9);
}

/* Seconds as a float, and nanoseconds as an int. */
#define CLOCK(name, clock, doc)                                               \
    NATIVE(time, name, NATIVE_READER, doc)                                      \
    {                                                                         \
        return seconds(t, clock);                                             \
    }                                                                         \
    NATIVE(time, name##_ns, NATIVE_READER, doc " In nanoseconds, as an int.")   \
    {                                                                         \
        return int_from_int64(t, os_clock_now(clock));                        \
    }
CLOCK(time, OS_CLOCK_WALL, "Seconds since 1970 began in UTC.")
CLOCK(monotonic, OS_CLOCK_MONOTONIC, "A clock that never goes back.")
CLOCK(perf_counter, OS_CLOCK_MONOTONIC,
      "The clock to measure short times with.")
CLOCK(process_time, OS_CLOCK_PROCESS, "Processor time of this process.")
CLOCK(thread_time, OS_CLOCK_THREAD, "Processor time of this thread.")

static int64_t time_left(int64_t end)
{
    int64_t left = end - os_clock_now(OS_CLOCK_MONOTONIC);
    return left > 0 ? left : 0;
}

NATIVE(time, sleep, 0, NULL, (arg, object, seconds), (slash))
{
    int64_t length;
    if (duration_from_object(t, seconds, &length) < 0)
        return NULL_VALUE;
    if (length < 0)
        return raise_value_error(t, "sleep length must be non-negative");
    int64_t end = duration_end(length);
    int64_t result = BLOCKING(t, -os_clock_sleep(time_left(end)));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

/* --- struct_time ------------------------------------------------------- */

static const MemberDef members[] = {
    STRUCT_FIELD("tm_year", 0), STRUCT_FIELD("tm_mon", 1),
    STRUCT_FIELD("tm_mday", 2), STRUCT_FIELD("tm_hour", 3),
    STRUCT_FIELD("tm_min", 4), STRUCT_FIELD("tm_sec", 5),
    STRUCT_FIELD("tm_wday", 6), STRUCT_FIELD("tm_yday", 7),
    STRUCT_FIELD("tm_isdst", 8), STRUCT_HIDDEN("tm_zone", 0),
    STRUCT_HIDDEN("tm_gmtoff", 1), {0},
};
static Type struct_time = {
    TYPE_HEAD(TUPLE),
    .n_slots = 2,
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("time.struct_time", "A time in parts, as gmtime() and its "
                    "like make it.", members, 0),
};

static Value from_tm(Thread *t, const struct tm *tm)
{
    Value values[] = {
        value_from_int((int64_t)tm->tm_year + 1900),
        value_from_int(tm->tm_mon + 1),
        value_from_int(tm->tm_mday), value_from_int(tm->tm_hour),
        value_from_int(tm->tm_min), value_from_int(tm->tm_sec),
        value_from_int((tm->tm_wday + 6) % 7), value_from_int(tm->tm_yday + 1),
        value_from_int(tm->tm_isdst),
        value_from_pointer(
            str_from_c(t, tm->tm_zone != NULL ? tm->tm_zone : "")),
        value_from_int(tm->tm_gmtoff)};
    return struct_sequence_new(t, &struct_time, values);
}

static Value raise_time_range(Thread *t)
{
    return raise_error(t, EXC(OverflowError),
                       "timestamp out of range for platform time_t");
}

/* The seconds since 1970 that an argument says; None: now. */
static int to_time(Thread *t, Value v, int64_t *out)
{
    if (value_is_none(v)) {
        *out = os_calendar_now();
        return 0;
    }
    if (!value_is_float_object(v)) {
        v = object_index(t, v);
        if (value_is_null(v))
            return -1;
        return int_to_int64(v, out) ? 0 : RAISE_INT(raise_time_range(t));
    }
    double d = float_to_double(v);
    if (d != d)
        return RAISE_INT(raise_value_error(
            t, "Invalid value NaN (not a number)"));
    if (!(d >= -0x1p63 && d < 0x1p63))
        return RAISE_INT(raise_time_range(t));
    *out = (int64_t)floor(d);
    return 0;
}

static Value broken_down(Thread *t, Value v,
                         int (*fn)(int64_t seconds, struct tm *tm))
{
    int64_t when;
    struct tm tm;
    if (to_time(t, v, &when) < 0)
        return NULL_VALUE;
    int error = fn(when, &tm);
    if (error != 0)
        return raise_os_error(t, error, UNBOUND);
    return from_tm(t, &tm);
}

NATIVE(time, localtime, 0, NULL, (opt, object, seconds, None), (slash))
{
    return broken_down(t, seconds, os_calendar_local);
}

NATIVE(time, gmtime, 0, NULL, (opt, object, seconds, None), (slash))
{
    return broken_down(t, seconds, os_calendar_utc);
}

/* The hidden fields, as far as they fit. */
static void zone_to_tm(Tuple *s, struct tm *tm)
{
    Value zone = slot_get(instance_own_slot(s, &struct_time, 0));
    Value offset = slot_get(instance_own_slot(s, &struct_time, 1));
    if (value_is_str(zone) && (value_header(zone)->flags & OBJECT_ASCII))
        tm->tm_zone = (const char *)value_to_str(zone)->data;
    if (value_is_int(offset))
        tm->tm_gmtoff = value_to_int(offset);
}

/* A tuple of nine ints as struct tm: 0 or -1. */
static int to_tm(Thread *t, Value v, struct tm *tm, const char *function)
{
    if (!value_is_tuple(v))
        return RAISE_INT(raise_type_error(
            t, "Tuple or struct_time argument required"));
    Tuple *s = value_to_tuple(v);
    if (s->len != 9)
        return RAISE_INT(raise_type_error(
            t, "%s(): illegal time tuple argument", function));
    int item[9];
    for (int i = 0; i < 9; i++)
        if (!param_number(t, tuple_get(s, i), &item[i], NULL, 0))
            return -1;
    memset(tm, 0, sizeof *tm);
    if (__builtin_sub_overflow(item[0], 1900, &tm->tm_year))
        return RAISE_INT(raise_error(t, EXC(OverflowError),
                                     "year out of range"));
    tm->tm_mon = (int)((int64_t)item[1] - 1);
    tm->tm_mday = item[2];
    tm->tm_hour = item[3];
    tm->tm_min = item[4];
    tm->tm_sec = item[5];
    tm->tm_wday = (int)(((int64_t)item[6] + 1) % 7);
    tm->tm_yday = (int)((int64_t)item[7] - 1);
    tm->tm_isdst = item[8];
    if (type_of(v) == &struct_time)
        zone_to_tm(s, tm);
    return 0;
}

/* Zeros stand for the least value; what is out of range is an error. */
static int check_tm(Thread *t, struct tm *tm)
{
    if (tm->tm_mon == -1)
        tm->tm_mon = 0;
    if (tm->tm_mday == 0)
        tm->tm_mday = 1;
    if (tm->tm_yday == -1)
        tm->tm_yday = 0;
    const char *what = tm->tm_mon < 0 || tm->tm_mon > 11     ? "month"
                       : tm->tm_mday < 0 || tm->tm_mday > 31 ? "day of month"
                       : tm->tm_hour < 0 || tm->tm_hour > 23 ? "hour"
                       : tm->tm_min < 0 || tm->tm_min > 59   ? "minute"
                       : tm->tm_sec < 0 || tm->tm_sec > 61   ? "seconds"
                       : tm->tm_wday < 0                     ? "day of week"
                       : tm->tm_yday < 0 || tm->tm_yday > 365
                           ? "day of year" : NULL;
    return what == NULL
               ? 0
               : RAISE_INT(raise_value_error(t, "%s out of range", what));
}

/* The argument, or the time now, as struct tm. */
static int tm_or_now(Thread *t, Value v, struct tm *tm, const char *function)
{
    if (value_is_unbound(v)) {
        int error = os_calendar_local(os_calendar_now(), tm);
        return error == 0 ? 0 : RAISE_INT(raise_os_error(t, error, UNBOUND));
    }
    return to_tm(t, v, tm, function) < 0 || check_tm(t, tm) < 0 ? -1 : 0;
}

NATIVE(time, mktime, 0, NULL, (arg, object, tuple), (slash))
{
    struct tm tm;
    if (to_tm(t, tuple, &tm, "mktime") < 0)
        return NULL_VALUE;
    int64_t when;
    if (!os_calendar_seconds(&tm, &when))
        return raise_error(t, EXC(OverflowError),
                           "mktime argument out of range");
    return float_from_double(t, (double)when);
}

NATIVE(time, strftime, 0, "A time as text.",
       (arg_as, str, text, "format"), (maybe, object, tuple), (slash))
{
    struct tm tm;
    if (tm_or_now(t, tuple, &tm, "strftime") < 0)
        return NULL_VALUE;
    size_t format_len;
    const char *format = str_to_utf8(t, text, &format_len);
    if (format == NULL)
        return NULL_VALUE;
    if (strlen(format) != format_len)
        return raise_value_error(t, "embedded null character");
    if (*format == '\0')
        return value_from_pointer(t->rt->empty_str);
    for (size_t size = 256; size < (size_t)1 << 20; size *= 4) {
        Blob *blob = gc_alloc(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
        blob->capacity = (int64_t)size;
        size_t len = strftime((char *)blob->data, size, format, &tm);
        if (len > 0 || size > 256 * strlen(format))
            return value_from_pointer(
                str_from_utf8(t, (char *)blob->data, len));
    }
    return value_from_pointer(t->rt->empty_str);
}

static Value ascii_time(Thread *t, const struct tm *tm)
{
    static const char days[] = "SunMonTueWedThuFriSat";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char text[64];
    snprintf(text, sizeof text, "%.3s %.3s%3d %02d:%02d:%02d %lld",
             days + 3 * tm->tm_wday, months + 3 * tm->tm_mon, tm->tm_mday,
             tm->tm_hour, tm->tm_min, tm->tm_sec, 1900LL + tm->tm_year);
    return value_from_pointer(str_from_c(t, text));
}

NATIVE(time, asctime, 0, NULL, (maybe, object, tuple), (slash))
{
    struct tm tm;
    return tm_or_now(t, tuple, &tm, "asctime") < 0 ? NULL_VALUE
                                                   : ascii_time(t, &tm);
}

NATIVE(time, ctime, 0, NULL, (opt, object, seconds, None), (slash))
{
    int64_t when;
    struct tm tm;
    if (to_time(t, seconds, &when) < 0)
        return NULL_VALUE;
    int error = os_calendar_local(when, &tm);
    if (error != 0)
        return raise_os_error(t, error, UNBOUND);
    return ascii_time(t, &tm);
}

NATIVE(time, strptime, 0, NULL,
       (arg, object, string), (opt, object, format, '%a %b %d %H:%M:%S %Y'),
       (slash))
{
    Value import = dict_get_c(t, t->rt->builtins, "__import__");
    if (value_is_null(import))
        return raise_error(t, EXC(ImportError), "__import__ not found");
    TRY(module, object_call1(
        t, import, value_from_pointer(str_intern_c(t, "_strptime"))));
    return object_call_method(t, module, str_intern_c(t, "_strptime_time"), 2,
                              string, format);
}

NATIVE(time, get_clock_info, 0, "What is known of one of the clocks.",
       (arg, str, name), (slash))
{
    static const struct {
        const char *name, *implementation;
        OsClock clock;
        bool monotonic;
    } clocks[] = {
        {"time", "clock_gettime(CLOCK_REALTIME)", OS_CLOCK_WALL, false},
        {"monotonic", "clock_gettime(CLOCK_MONOTONIC)", OS_CLOCK_MONOTONIC,
         true},
        {"perf_counter", "clock_gettime(CLOCK_MONOTONIC)", OS_CLOCK_MONOTONIC,
         true},
        {"process_time", "clock_gettime(CLOCK_PROCESS_CPUTIME_ID)",
         OS_CLOCK_PROCESS, true},
        {"thread_time", "clock_gettime(CLOCK_THREAD_CPUTIME_ID)",
         OS_CLOCK_THREAD, true},
    };
    for (size_t i = 0; i < sizeof clocks / sizeof *clocks; i++) {
        if (!str_equal_c(name, clocks[i].name))
            continue;
        Value info = instance_new(t, &type_namespace);
        void *o = value_to_pointer(info);
        instance_set(t, o, str_intern_c(t, "implementation"),
                     value_from_pointer(
                         str_from_c(t, clocks[i].implementation)));
        instance_set(t, o, str_intern_c(t, "monotonic"),
                     value_from_bool(clocks[i].monotonic));
        instance_set(t, o, str_intern_c(t, "adjustable"),
                     value_from_bool(!clocks[i].monotonic));
        instance_set(t, o, str_intern_c(t, "resolution"),
                     float_from_double(t, 1e-9 * (double)os_clock_resolution(
                                                     clocks[i].clock)));
        return info;
    }
    return raise_value_error(t, "unknown clock");
}

static void add_zone(Thread *t, Dict *d)
{
    OsZone zone = os_calendar_zone();
    dict_set_c(t, d, "timezone", value_from_int(zone.west));
    dict_set_c(t, d, "altzone",
               value_from_int(zone.has_summer ? zone.west - 3600 : zone.west));
    dict_set_c(t, d, "daylight", value_from_int(zone.has_summer));
    dict_set_c(t, d, "tzname", value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(str_from_c(t, zone.names[0])),
        value_from_pointer(str_from_c(t, zone.names[1])))));
}

NATIVE(time, tzset, 0, "Read the time zone from the environment again.",
       (callee, self))
{
    add_zone(t, value_to_module(slot_get(&self->self))->dict);
    return NONE;
}

static const NativeDef *const functions[] = {
    &time_asctime_native,
    &time_ctime_native,
    &time_get_clock_info_native,
    &time_gmtime_native,
    &time_localtime_native,
    &time_mktime_native,
    &time_monotonic_native,
    &time_monotonic_ns_native,
    &time_perf_counter_native,
    &time_perf_counter_ns_native,
    &time_process_time_native,
    &time_process_time_ns_native,
    &time_sleep_native,
    &time_strftime_native,
    &time_strptime_native,
    &time_thread_time_native,
    &time_thread_time_ns_native,
    &time_time_native,
    &time_time_ns_native,
    &time_tzset_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &struct_time);
    dict_set_c(t, m->dict, "struct_time", value_from_pointer(&struct_time));
    add_zone(t, m->dict);
    return 0;
}

static const ModuleConstant constants[] = {
    MODULE_INT("_STRUCT_TM_ITEMS", 11),
    {0},
};

const ModuleDef time_module = {
    .name = "time",
    .doc = "Clocks and calendars.",
    .functions = {functions, time_clock_functions},
    .constants = constants,
    .numbers = os_numbers_time,
    .init = init,
};
