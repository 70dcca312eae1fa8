/* SPDX-License-Identifier: MIT */
/* The type time: see daytime.h. */
#include "module/datetime/daytime.h"

#include "module/datetime/date.h"
#include "module/datetime/iso_text.h"
#include "module/datetime/strftime.h"
#include "module/datetime/zone.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"
#include <stdio.h>
#include <string.h>

/* ---- fields ---- */

Clock daytime_clock(const DayTime *d)
{
    return (Clock){d->hour, d->minute, d->second, d->microsecond, d->fold};
}

int daytime_check(Thread *t, const Clock *c)
{
    const char *fault =
        c->hour < 0 || c->hour > 23       ? "hour must be in 0..23"
        : c->minute < 0 || c->minute > 59 ? "minute must be in 0..59"
        : c->second < 0 || c->second > 59 ? "second must be in 0..59"
        : c->microsecond < 0 || c->microsecond >= SECOND_US
            ? "microsecond must be in 0..999999"
        : c->fold != 0 && c->fold != 1 ? "fold must be either 0 or 1"
                                       : NULL;
    return fault == NULL ? 0 : RAISE_INT(raise_value_error(t, "%s", fault));
}

static Value make(Thread *t, Type *cls, const Clock *c, Value tzinfo)
{
    DayTime *d = instance_new_fixed(t, cls);
    d->hour = (uint8_t)c->hour;
    d->minute = (uint8_t)c->minute;
    d->second = (uint8_t)c->second;
    d->microsecond = c->microsecond;
    d->fold = (uint8_t)c->fold;
    slot_set(d, &d->tzinfo, tzinfo);
    return value_from_pointer(d);
}

Value daytime_new(Thread *t, const Clock *c, Value tzinfo)
{
    return make(t, &daytime_type, c, tzinfo);
}

/* An instance of cls, by calling it unless it is time. */
static Value make_called(Thread *t, Type *cls, const Clock *c, Value tzinfo)
{
    if (cls == &daytime_type)
        return make(t, cls, c, tzinfo);
    Value args[] = {value_from_int(c->hour), value_from_int(c->minute),
                    value_from_int(c->second), value_from_int(c->microsecond),
                    tzinfo};
    return object_call(t, value_from_pointer(cls), args, 5, NULL);
}

/* ---- pickles ---- */

void daytime_pack(const Clock *c, uint8_t *bytes)
{
    bytes[0] = (uint8_t)c->hour;
    bytes[1] = (uint8_t)c->minute;
    bytes[2] = (uint8_t)c->second;
    bytes[3] = (uint8_t)(c->microsecond >> 16);
    bytes[4] = (uint8_t)(c->microsecond >> 8);
    bytes[5] = (uint8_t)c->microsecond;
}

Clock daytime_unpack(const uint8_t *bytes)
{
    return (Clock){.hour = bytes[0],
                   .minute = bytes[1],
                   .second = bytes[2],
                   .microsecond = bytes[3] << 16 | bytes[4] << 8 | bytes[5]};
}

/* From the state in args, or UNBOUND if it is none. */
static Value unpickle(Thread *t, Type *cls, Value *args, int64_t n)
{
    const uint8_t *state = date_pickled(t, args[0], 6, 0, 24, "time");
    if (state == NULL)
        return value_is_null(t->exc) ? UNBOUND : NULL_VALUE;
    if (n == 2 && zone_check(t, args[1]) < 0) {
        exception_take(t);
        return raise_type_error(t, "bad tzinfo state arg");
    }
    Clock c = daytime_unpack(state);
    c.fold = c.hour >> 7;
    c.hour &= 0x7f;
    return make(t, cls, &c, n == 2 ? args[1] : NONE);
}

static Value reduce(Thread *t, Value self, bool fold)
{
    const DayTime *d = value_to_daytime(self);
    Clock c = daytime_clock(d);
    uint8_t state[6];
    daytime_pack(&c, state);
    if (fold && c.fold)
        state[0] |= 0x80;
    Value bytes = value_from_pointer(bytes_new(t, state, sizeof state));
    Value tzinfo = slot_get(&d->tzinfo);
    Tuple *args = value_is_none(tzinfo) ? tuple_pack(t, 1, bytes)
                                        : tuple_pack(t, 2, bytes, tzinfo);
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type_of(self)), value_from_pointer(args)));
}

NATIVE(time, __reduce__, 0, "How to make a copy.", (self_value), (slash))
{
    return reduce(t, self, false);
}

/* fold is pickled from protocol 4 on, which older Pythons cannot read. */
NATIVE(time, __reduce_ex__, NATIVE_OLD_WORDS, "How to make a copy.",
       (self_value), (arg, number, proto), (slash))
{
    return reduce(t, self, proto > 3);
}

/* ---- time(...) ---- */

CONSTRUCTOR_AS("time", time, NATIVE_NAMELESS, (cls), (opt, number, hour, 0),
               (opt, number, minute, 0), (opt, number, second, 0),
               (opt, number, microsecond, 0), (opt, object, tzinfo, None),
               (star), (opt, number, fold, 0))
{
    Clock c = {hour, minute, second, microsecond, fold};
    if (zone_check(t, tzinfo) < 0 || daytime_check(t, &c) < 0)
        return NULL_VALUE;
    return make(t, cls, &c, tzinfo);
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    if (n >= 1 && n <= 2 && kwnames == NULL && value_is_pointer(args[0])) {
        Value v = unpickle(t, cls, args, n);
        if (!value_is_unbound(v))
            return v;
    }
    return type_construct(t, &daytime_type, cls, args, n, kwnames);
}

NATIVE(time, replace, 0, "The same time with other fields.", (self_value),
       (maybe, new_field, hour), (maybe, new_field, minute),
       (maybe, new_field, second), (maybe, new_field, microsecond),
       (maybe, object, tzinfo), (star), (maybe, new_field, fold))
{
    const DayTime *d = value_to_daytime(self);
    Clock c = daytime_clock(d);
    int64_t given[] = {hour, minute, second, microsecond, fold};
    int *fields[] = {&c.hour, &c.minute, &c.second, &c.microsecond, &c.fold};
    for (int i = 0; i < 5; i++)
        if (given[i] >= FIELD_ABSENT)
            *fields[i] = (int)given[i];
    if (value_is_unbound(tzinfo))
        tzinfo = slot_get(&d->tzinfo);
    if (zone_check(t, tzinfo) < 0 || daytime_check(t, &c) < 0)
        return NULL_VALUE;
    return make(t, type_of(self), &c, tzinfo);
}

NATIVE(time, fromisoformat, NATIVE_CLASS,
       "The time of a text in one of the ISO 8601 forms.", (cls),
       (arg, object, time_string), (slash))
{
    IsoTime iso;
    if (!value_is_str(time_string))
        return raise_type_error(t, "fromisoformat: argument must be str");
    const Str *s = value_to_str(time_string);
    if (!iso_text_time(s, s->len > 0 && str_at(s, 0) == 'T', &iso))
        return raise_value_error(t, "Invalid isoformat string: %R",
                                 time_string);
    TRY(tzinfo, zone_of_iso_time(t, &iso));
    if (cls == &daytime_type && daytime_check(t, &iso.clock) < 0)
        return NULL_VALUE;
    return make_called(t, cls, &iso.clock, tzinfo);
}

/* ---- its zone ---- */

NATIVE(time, utcoffset, 0, "What tzinfo says.", (self, DayTime), (slash))
{
    return zone_utcoffset(t, slot_get(&self->tzinfo), NONE);
}

NATIVE(time, dst, 0, "What tzinfo says.", (self, DayTime), (slash))
{
    return zone_dst(t, slot_get(&self->tzinfo), NONE);
}

NATIVE(time, tzname, 0, "What tzinfo says.", (self, DayTime), (slash))
{
    return zone_tzname(t, slot_get(&self->tzinfo), NONE);
}

/* ---- comparing ---- */

static int64_t microseconds(const DayTime *d)
{
    return ((d->hour * 60 + d->minute) * 60 + d->second) * INT64_C(1000000) +
           d->microsecond;
}

static Value compare_aware(Thread *t, const DayTime *x, const DayTime *y,
                           CompareOp op)
{
    int64_t a = microseconds(x), b = microseconds(y);
    TRY(p, zone_utcoffset(t, slot_get(&x->tzinfo), NONE));
    TRY(q, zone_utcoffset(t, slot_get(&y->tzinfo), NONE));
    if (value_is_none(p) != value_is_none(q)) {
        if (op == COMPARE_EQ || op == COMPARE_NE)
            return value_from_bool(op == COMPARE_NE);
        return raise_type_error(
            t, "can't compare offset-naive and offset-aware times");
    }
    if (!value_is_none(p)) {
        a -= (int64_t)delta_to_us(value_to_delta(p));
        b -= (int64_t)delta_to_us(value_to_delta(q));
    }
    return sequence_compare_lengths(a, b, op);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    if (!value_is_daytime(a) || !value_is_daytime(b))
        return NOT_IMPLEMENTED;
    const DayTime *x = value_to_daytime(a), *y = value_to_daytime(b);
    if (!value_same(slot_get(&x->tzinfo), slot_get(&y->tzinfo)))
        return compare_aware(t, x, y, op);
    return sequence_compare_lengths(microseconds(x), microseconds(y), op);
}

/* Of the time in UTC. */
static int hash(Thread *t, Value self, int64_t *out)
{
    DayTime *d = value_to_daytime(self);
    if (d->hash == 0) {
        Value offset = zone_utcoffset(t, slot_get(&d->tzinfo), NONE);
        if (value_is_null(offset))
            return -1;
        int64_t us = microseconds(d);
        if (!value_is_none(offset))
            us -= (int64_t)delta_to_us(value_to_delta(offset));
        d->hash = datetime_seeded_hash((uint64_t)us, 2);
    }
    *out = d->hash;
    return 0;
}

/* ---- showing ---- */

int daytime_write(Thread *t, const Clock *c, const char *timespec, char *text)
{
    static const char *const names[] = {
        "auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"};
    enum { AUTO, HOURS, MINUTES, SECONDS, MILLISECONDS, MICROSECONDS, UNKNOWN };
    int spec = AUTO;
    while (timespec != NULL && spec < UNKNOWN &&
           strcmp(timespec, names[spec]) != 0)
        spec++;
    if (spec == AUTO)
        spec = c->microsecond != 0 ? MICROSECONDS : SECONDS;
    if (spec == UNKNOWN)
        return RAISE_INT(raise_value_error(t, "Unknown timespec value"));
    int values[] = {c->hour, c->minute, c->second}, n = 0;
    for (int i = 0; i < 3 && i < spec; i++) {
        if (i > 0)
            text[n++] = ':';
        text[n++] = (char)('0' + values[i] / 10);
        text[n++] = (char)('0' + values[i] % 10);
    }
    text[n] = '\0';
    if (spec == MILLISECONDS)
        n += snprintf(text + n, 8, ".%03d", c->microsecond / 1000);
    else if (spec == MICROSECONDS)
        n += snprintf(text + n, 8, ".%06d", c->microsecond);
    return n;
}

/* The offset behind it. */
static Value with_offset(Thread *t, char *text, int n, Value offset)
{
    if (!value_is_none(offset))
        n += zone_write_offset(value_to_delta(offset), ":", text + n);
    return value_from_pointer(str_from_latin1(t, (uint8_t *)text, n));
}

NATIVE(time, isoformat, NATIVE_OLD_WORDS,
       "The time as text, HH:MM:SS and as much more as timespec says or there "
       "is.",
       (self, DayTime), (opt, c_string, timespec, 'auto'))
{
    char text[CLOCK_TEXT_MAX + ZONE_TEXT_MAX];
    Clock c = daytime_clock(self);
    int n = daytime_write(t, &c, timespec, text);
    if (n < 0)
        return NULL_VALUE;
    TRY(offset, zone_utcoffset(t, slot_get(&self->tzinfo), NONE));
    return with_offset(t, text, n, offset);
}

Value daytime_repr_end(Thread *t, const char *text, int fold, Value self,
                       Value tzinfo)
{
    const char *folded = fold ? ", fold=1" : "";
    if (value_is_none(tzinfo))
        return format_message(t, "%T(%s%s)", self, text, folded);
    return format_message(t, "%T(%s%s, tzinfo=%R)", self, text, folded, tzinfo);
}

static Value repr(Thread *t, Value self)
{
    const DayTime *d = value_to_daytime(self);
    char text[64];
    int n = snprintf(text, sizeof text, "%d, %d", d->hour, d->minute);
    if (d->second != 0 || d->microsecond != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ", %d", d->second);
    if (d->microsecond != 0)
        snprintf(text + n, sizeof text - (size_t)n, ", %d", d->microsecond);
    return daytime_repr_end(t, text, d->fold, self, slot_get(&d->tzinfo));
}

static Value str(Thread *t, Value self)
{
    return object_call_method(t, self, N(isoformat), 0);
}

NATIVE(time, strftime, NATIVE_OLD_WORDS,
       "The time as text, as the format says, of the day 1 "
       "January 1900.",
       (self, DayTime), (arg, str, format))
{
    int numbers[] = {1900,         1, 1, self->hour, self->minute,
                     self->second, 0, 1, -1};
    Tuple *timetuple = tuple_new(t, 9);
    for (int i = 0; i < 9; i++)
        tuple_set(timetuple, i, value_from_int(numbers[i]));
    StrftimeOf of = {.timetuple = value_from_pointer(timetuple),
                     .tzinfo = slot_get(&self->tzinfo),
                     .when = NONE,
                     .microsecond = self->microsecond};
    return strftime_of(t, format, &of);
}

NATIVE(time, __format__, NATIVE_OLD_WORDS,
       "strftime(), or without a format str().", (self_value),
       (arg, str, format), (slash))
{
    return strftime_format(t, self, format);
}

static const NativeDef *const methods[] = {
    &time___format___native,
    &time___reduce___native,
    &time___reduce_ex___native,
    &time_dst_native,
    &time_fromisoformat_native,
    &time_isoformat_native,
    &time_replace_native,
    &time_strftime_native,
    &time_tzname_native,
    &time_utcoffset_native,
    NULL,
};

#define FIELD(name)                                          \
    static Value get_##name(Thread *t, Value self)           \
    {                                                        \
        (void)t;                                             \
        return value_from_int(value_to_daytime(self)->name); \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
FIELD(fold)

static Value get_tzinfo(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_daytime(self)->tzinfo);
}

static const GetSetDef getsets[] = {
    {"hour", get_hour, NULL, NULL},
    {"minute", get_minute, NULL, NULL},
    {"second", get_second, NULL, NULL},
    {"microsecond", get_microsecond, NULL, NULL},
    {"tzinfo", get_tzinfo, NULL, NULL},
    {"fold", get_fold, NULL, NULL},
    {0},
};

Type daytime_type = {
    TYPE_HEAD(time),
    .c_name = "datetime.time",
    .c_doc = "A time of day, perhaps in a time zone.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(DayTime),
    .constructor = &time_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new,
              .repr = repr,
              .str = str,
              .hash = hash,
              .compare = compare},
};
