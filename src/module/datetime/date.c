/* SPDX-License-Identifier: MIT */
/* The type date: see date.h. */
#include "module/datetime/date.h"

#include "module/datetime/iso_text.h"
#include "module/datetime/iso_week.h"
#include "module/datetime/moment.h"
#include "module/datetime/strftime.h"
#include "module/datetime/timestamp.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"
#include "os/clock.h"
#include <stdio.h>
#include <string.h>

/* ---- fields ---- */

bool param_new_field(Thread *t, Value v, int64_t *out, const NativeDef *def,
                     int at)
{
    int i;
    *out = FIELD_ABSENT - INT64_C(1);
    if (value_is_unbound(v))
        return true;
    if (!param_number(t, v, &i, def, at))
        return false;
    *out = i;
    return true;
}

int date_check(Thread *t, int year, int month, int day)
{
    if (year < YEAR_MIN || year > YEAR_MAX)
        return RAISE_INT(raise_value_error(t, "year %d is out of range", year));
    if (month < 1 || month > 12)
        return RAISE_INT(raise_value_error(t, "month must be in 1..12"));
    if (day < 1 || day > gregorian_month_days(year, month))
        return RAISE_INT(raise_value_error(t, "day is out of range for month"));
    return 0;
}

static Value fill(Date *d, int year, int month, int day)
{
    d->year = (uint16_t)year;
    d->month = (uint8_t)month;
    d->day = (uint8_t)day;
    return value_from_pointer(d);
}

static Date *make(Thread *t, Type *cls)
{
    return cls == &date_type
               ? record_new(t, cls->root_shape->id, RECORD_SLOTS(Date))
               : instance_new_fixed(t, cls);
}

Value date_make(Thread *t, Type *cls, int year, int month, int day)
{
    if (cls == &date_type)
        return fill(make(t, cls), year, month, day);
    return object_call3(t, value_from_pointer(cls), value_from_int(year),
                        value_from_int(month), value_from_int(day));
}

static Value make_ymd(Thread *t, Type *cls, Ymd d)
{
    return date_make(t, cls, d.year, d.month, d.day);
}

/* ---- date(...) ---- */

const uint8_t *date_pickled(Thread *t, Value v, int64_t len, int at, int below,
                            const char *what)
{
    const uint8_t *data;
    if (value_is_bytes(v) && value_to_bytes(v)->len == len) {
        data = value_to_bytes(v)->data;
    } else if (value_is_str(v) && value_to_str(v)->len == len &&
               (str_at(value_to_str(v), at) & 0x7f) < (uint32_t)below) {
        if (value_to_str(v)->width != 1) {
            raise_value_error(t,
                              "Failed to encode latin1 string when unpickling "
                              "a %s object. pickle.load(data, "
                              "encoding='latin1') is assumed.",
                              what);
            return NULL;
        }
        data = value_to_str(v)->data;
    } else {
        return NULL;
    }
    return (data[at] & 0x7f) < below ? data : NULL;
}

CONSTRUCTOR_AS("date", date, NATIVE_NAMELESS, (cls), (arg, number, year),
               (arg, number, month), (arg, number, day))
{
    if (date_check(t, year, month, day) < 0)
        return NULL_VALUE;
    return fill(make(t, cls), year, month, day);
}

/* The errors of arguments come in their order, a missing one is the last. */
bool date_are_fields(Thread *t, const Value *args, int64_t n)
{
    int field;
    for (int64_t i = 0; i < n && i < 3; i++)
        if (!param_number(t, args[i], &field, &date_new_native, 0))
            return false;
    return true;
}

static bool is_small(Value v)
{
    return value_is_int(v) && (uint64_t)value_to_int(v) <= YEAR_MAX;
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    if (kwnames == NULL && n == 3 && is_small(args[0]) && is_small(args[1]) &&
        is_small(args[2])) {
        int year = (int)value_to_int(args[0]);
        int month = (int)value_to_int(args[1]);
        int day = (int)value_to_int(args[2]);
        if (UNLIKELY(date_check(t, year, month, day) < 0))
            return NULL_VALUE;
        return fill(make(t, cls), year, month, day);
    }
    if (n == 1 && kwnames == NULL) {
        const uint8_t *b = date_pickled(t, args[0], 4, 2, 13, "date");
        if (b != NULL && b[2] > 0 && b[2] < 13)
            return fill(make(t, cls), b[0] << 8 | b[1], b[2], b[3]);
        if (!value_is_null(t->exc))
            return NULL_VALUE;
    }
    if (n < 3 && !date_are_fields(t, args, n))
        return NULL_VALUE;
    return type_construct(t, &date_type, cls, args, n, kwnames);
}

/* ---- other ways to make one ---- */

static Value from_time(Thread *t, Type *cls, int64_t seconds)
{
    struct tm tm;
    if (timestamp_local(t, seconds, &tm) < 0 ||
        date_check(t, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday) < 0)
        return NULL_VALUE;
    return date_make(t, cls, tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

NATIVE(date, fromtimestamp, NATIVE_CLASS,
       "The date here, that many seconds after 1970 began in UTC.", (cls),
       (arg, object, timestamp), (slash))
{
    int64_t seconds;
    if (timestamp_seconds(t, timestamp, &seconds) < 0)
        return NULL_VALUE;
    return from_time(t, cls, seconds);
}

NATIVE(date, today, NATIVE_CLASS, "The date here and now.", (cls), (slash))
{
    int64_t now = os_clock_now(OS_CLOCK_WALL);
    if (cls == &date_type)
        return from_time(t, cls, now / 1000000000);
    return object_call_method(t, value_from_pointer(cls), N(fromtimestamp), 1,
                              float_from_double(t, (double)now * 1e-9));
}

NATIVE(date, fromordinal, NATIVE_CLASS | NATIVE_OLD_WORDS,
       "The date of a number of days, of which 1 is the first of the year 1.",
       (cls), (arg, number, ordinal), (slash))
{
    if (ordinal < 1)
        return raise_value_error(t, "ordinal must be >= 1");
    Ymd d = gregorian_date(ordinal);
    if (date_check(t, d.year, d.month, d.day) < 0)
        return NULL_VALUE;
    return make_ymd(t, cls, d);
}

NATIVE(date, fromisoformat, NATIVE_CLASS,
       "The date of a text in one of the ISO 8601 forms.", (cls),
       (arg, object, date_string), (slash))
{
    Ymd d;
    if (!value_is_str(date_string))
        return raise_type_error(t, "fromisoformat: argument must be str");
    const Str *s = value_to_str(date_string);
    if (!str_is_ascii(s) || !iso_text_date(s, s->len, &d))
        return raise_value_error(t, "Invalid isoformat string: %R",
                                 date_string);
    if (date_check(t, d.year, d.month, d.day) < 0)
        return NULL_VALUE;
    return make_ymd(t, cls, d);
}

NATIVE(date, fromisocalendar, NATIVE_CLASS,
       "The date of a year, week and day of the week, as ISO 8601 counts them.",
       (cls), (arg, object, year), (arg, object, week), (arg, object, day))
{
    Ymd d;
    IsoWeek w;
    if (iso_week_arguments(t, year, week, day, &w) < 0 ||
        iso_week_date(t, w, &d) < 0 ||
        date_check(t, d.year, d.month, d.day) < 0)
        return NULL_VALUE;
    return make_ymd(t, cls, d);
}

NATIVE(date, replace, 0, "The same date with other fields.", (self_value),
       (maybe, new_field, year), (maybe, new_field, month),
       (maybe, new_field, day))
{
    const Date *d = value_to_date(self);
    int y = year < FIELD_ABSENT ? d->year : (int)year;
    int m = month < FIELD_ABSENT ? d->month : (int)month;
    int n = day < FIELD_ABSENT ? d->day : (int)day;
    if (date_check(t, y, m, n) < 0)
        return NULL_VALUE;
    return fill(make(t, type_of(self)), y, m, n);
}

/* ---- arithmetic ---- */

bool date_shift(Thread *t, const Date *d, int64_t days, Ymd *out)
{
    int64_t day = d->day + days;
    if (day >= 1 && day <= 28) {
        *out = (Ymd){d->year, d->month, (int)day};
        return true;
    }
    day = date_ordinal(d) + days;
    if (day < 1 || day > ORDINAL_MAX) {
        raise_error(t, EXC(OverflowError), "date value out of range");
        return false;
    }
    *out = gregorian_date(day);
    return true;
}

static Value shifted(Thread *t, Value date, int64_t days)
{
    Ymd d;
    if (!date_shift(t, value_to_date(date), days, &d))
        return NULL_VALUE;
    return make_ymd(t, type_of(date), d);
}

static Value add(Thread *t, Value a, Value b)
{
    if (value_is_moment(a) || value_is_moment(b))
        return NOT_IMPLEMENTED;
    if (value_is_date(a) && value_is_delta(b))
        return shifted(t, a, value_to_delta(b)->days);
    if (value_is_delta(a) && value_is_date(b))
        return shifted(t, b, value_to_delta(a)->days);
    return NOT_IMPLEMENTED;
}

static Value sub(Thread *t, Value a, Value b)
{
    if (!value_is_date(a) || value_is_moment(a) || value_is_moment(b))
        return NOT_IMPLEMENTED;
    if (value_is_date(b))
        return delta_new(
            t, date_ordinal(value_to_date(a)) - date_ordinal(value_to_date(b)),
            0, 0);
    if (value_is_delta(b))
        return shifted(t, a, -(int64_t)value_to_delta(b)->days);
    return NOT_IMPLEMENTED;
}

static int64_t order_key(const Date *d)
{
    return (int64_t)d->year << 16 | d->month << 8 | d->day;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if (!value_is_date(a) || !value_is_date(b))
        return NOT_IMPLEMENTED;
    return sequence_compare_lengths(order_key(value_to_date(a)),
                                    order_key(value_to_date(b)), op);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    (void)t;
    Date *d = value_to_date(self);
    if (d->hash == 0)
        d->hash = datetime_seeded_hash((uint64_t)order_key(d), 1);
    *out = d->hash;
    return 0;
}

/* ---- showing ---- */

static Value isoformat(Thread *t, const Date *d)
{
    char text[16];
    int n = iso_text_write_date(d->year, d->month, d->day, text);
    return value_from_pointer(str_from_latin1(t, (uint8_t *)text, n));
}

static Value repr(Thread *t, Value self)
{
    const Date *d = value_to_date(self);
    return format_message(t, "%T(%d, %d, %d)", self, d->year, d->month, d->day);
}

static Value str(Thread *t, Value self)
{
    if (type_of(self) == &date_type)
        return isoformat(t, value_to_date(self));
    return object_call_method(t, self, N(isoformat), 0);
}

NATIVE(date, isoformat, NATIVE_PURE, "The date as text: YYYY-MM-DD.",
       (self, Date), (slash))
{
    return isoformat(t, self);
}

Value date_ctime(Thread *t, const Date *d, int hour, int minute, int second)
{
    static const char days[] = "MonTueWedThuFriSatSun";
    static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    char text[40];
    snprintf(text, sizeof text, "%.3s %.3s %2d %02d:%02d:%02d %04d",
             days + 3 * gregorian_weekday(date_ordinal(d)),
             months + 3 * (d->month - 1), d->day, hour, minute, second,
             d->year);
    return value_from_pointer(str_from_c(t, text));
}

NATIVE(date, ctime, NATIVE_PURE, "The date as ctime() of C writes it.",
       (self, Date), (slash))
{
    return date_ctime(t, self, 0, 0, 0);
}

Value date_timetuple(Thread *t, const Date *d, int hour, int minute, int second,
                     int is_dst)
{
    int numbers[] = {d->year,
                     d->month,
                     d->day,
                     hour,
                     minute,
                     second,
                     gregorian_weekday(date_ordinal(d)),
                     gregorian_days_before(d->year, d->month) + d->day,
                     is_dst};
    return strftime_struct_time(t, numbers);
}

NATIVE(date, timetuple, 0, "The date as a time.struct_time.", (self, Date),
       (slash))
{
    return date_timetuple(t, self, 0, 0, 0, -1);
}

NATIVE(date, strftime, NATIVE_OLD_WORDS,
       "The date as text, as the format says.", (self_value),
       (arg, str, format))
{
    TRY(timetuple, object_call_method(t, self, N(timetuple), 0));
    StrftimeOf of = {.timetuple = timetuple, .tzinfo = NONE, .when = self};
    if (value_is_moment(self)) {
        of.tzinfo = slot_get(&value_to_moment(self)->tzinfo);
        of.microsecond = value_to_moment(self)->microsecond;
    }
    return strftime_of(t, format, &of);
}

NATIVE(date, __format__, NATIVE_OLD_WORDS,
       "strftime(), or without a format str().", (self_value),
       (arg, str, format), (slash))
{
    return strftime_format(t, self, format);
}

/* ---- its day ---- */

NATIVE(date, toordinal, NATIVE_PURE, "How many days from the year 1 on.",
       (self, Date), (slash))
{
    return value_from_int(date_ordinal(self));
}

NATIVE(date, weekday, NATIVE_PURE, "From Monday, 0, to Sunday, 6.",
       (self, Date), (slash))
{
    return value_from_int(gregorian_weekday(date_ordinal(self)));
}

NATIVE(date, isoweekday, NATIVE_PURE, "From Monday, 1, to Sunday, 7.",
       (self, Date), (slash))
{
    return value_from_int(gregorian_weekday(date_ordinal(self)) + 1);
}

NATIVE(date, isocalendar, NATIVE_LEAF,
       "The ISO year, week and weekday: a named tuple.", (self, Date), (slash))
{
    return iso_week_new(t,
                        gregorian_iso_week(self->year, self->month, self->day));
}

NATIVE(date, __reduce__, 0, "How to make a copy.", (self_value), (slash))
{
    const Date *d = value_to_date(self);
    uint8_t state[] = {(uint8_t)(d->year >> 8), (uint8_t)d->year, d->month,
                       d->day};
    Value bytes = value_from_pointer(bytes_new(t, state, sizeof state));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(type_of(self)),
                   value_from_pointer(tuple_pack(t, 1, bytes))));
}

static const NativeDef *const methods[] = {
    &date___format___native,
    &date___reduce___native,
    &date_ctime_native,
    &date_fromisocalendar_native,
    &date_fromisoformat_native,
    &date_fromordinal_native,
    &date_fromtimestamp_native,
    &date_isocalendar_native,
    &date_isoformat_native,
    &date_isoweekday_native,
    &date_replace_native,
    &date_strftime_native,
    &date_timetuple_native,
    &date_today_native,
    &date_toordinal_native,
    &date_weekday_native,
    NULL,
};

static Value get_year(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_date(self)->year);
}

static Value get_month(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_date(self)->month);
}

static Value get_day(Thread *t, Value self)
{
    (void)t;
    return value_from_int(value_to_date(self)->day);
}

static const GetSetDef getsets[] = {
    {"year", get_year, NULL, NULL},
    {"month", get_month, NULL, NULL},
    {"day", get_day, NULL, NULL},
    {0},
};

Type date_type = {
    TYPE_HEAD(date),
    .c_name = "datetime.date",
    .c_doc = "A day: date(year, month, day).",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Date),
    .constructor = &date_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new,
              .repr = repr,
              .str = str,
              .hash = hash,
              .compare = compare,
              .add = add,
              .sub = sub},
};
