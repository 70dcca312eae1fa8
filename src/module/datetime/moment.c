/* SPDX-License-Identifier: MIT */
/* The type datetime: what it is made of, its fields, its texts. */
#include "module/datetime/moment.h"

#include "module/datetime/iso_text.h"
#include "module/datetime/zone.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "object/type/type_make.h"
#include <stdio.h>

/* ---- fields ---- */

static Clock clock_of(const Moment *m)
{
    return (Clock){m->hour, m->minute, m->second, m->microsecond, m->fold};
}

Fields moment_fields(const Moment *m)
{
    return (Fields){m->year, m->month, m->day, clock_of(m)};
}

int moment_check(Thread *t, const Fields *f)
{
    return date_check(t, f->year, f->month, f->day) < 0
               ? -1
               : daytime_check(t, &f->clock);
}

static Moment *fill(Moment *m, const Fields *f, Value tzinfo)
{
    m->year = (uint16_t)f->year;
    m->month = (uint8_t)f->month;
    m->day = (uint8_t)f->day;
    m->hour = (uint8_t)f->clock.hour;
    m->minute = (uint8_t)f->clock.minute;
    m->second = (uint8_t)f->clock.second;
    m->fold = (uint8_t)f->clock.fold;
    m->microsecond = f->clock.microsecond;
    slot_set(m, &m->tzinfo, tzinfo);
    return m;
}

Moment *moment_new(Thread *t, const Fields *f, Value tzinfo)
{
    return fill(record_new(t, moment_type.root_shape->id, RECORD_SLOTS(Moment)),
                f, tzinfo);
}

static Value new_as(Thread *t, Type *cls, const Fields *f, Value tzinfo)
{
    if (cls == &moment_type)
        return value_from_pointer(moment_new(t, f, tzinfo));
    return value_from_pointer(fill(instance_new_fixed(t, cls), f, tzinfo));
}

Value moment_make(Thread *t, Type *cls, const Fields *f, Value tzinfo)
{
    if (cls == &moment_type)
        return value_from_pointer(moment_new(t, f, tzinfo));
    Value args[] = {value_from_int(f->year),
                    value_from_int(f->month),
                    value_from_int(f->day),
                    value_from_int(f->clock.hour),
                    value_from_int(f->clock.minute),
                    value_from_int(f->clock.second),
                    value_from_int(f->clock.microsecond),
                    tzinfo};
    TRY(v, object_call(t, value_from_pointer(cls), args, 8, NULL));
    if (f->clock.fold != 0 && value_is_moment(v))
        value_to_moment(v)->fold = 1;
    return v;
}

/* ---- pickles ---- */

static Value unpickle(Thread *t, Type *cls, Value *args, int64_t n)
{
    const uint8_t *state = date_pickled(t, args[0], 10, 2, 13, "datetime");
    if (state == NULL || (state[2] & 0x7f) == 0)
        return value_is_null(t->exc) ? UNBOUND : NULL_VALUE;
    if (n == 2 && zone_check(t, args[1]) < 0) {
        exception_take(t);
        return raise_type_error(t, "bad tzinfo state arg");
    }
    Fields f = {state[0] << 8 | state[1], state[2] & 0x7f, state[3],
                daytime_unpack(state + 4)};
    f.clock.fold = state[2] >> 7;
    return new_as(t, cls, &f, n == 2 ? args[1] : NONE);
}

static Value reduce(Thread *t, Value self, bool fold)
{
    const Moment *m = value_to_moment(self);
    Clock c = clock_of(m);
    uint8_t state[10] = {(uint8_t)(m->year >> 8), (uint8_t)m->year, m->month,
                         m->day};
    daytime_pack(&c, state + 4);
    if (fold && m->fold)
        state[2] |= 0x80;
    Value bytes = value_from_pointer(bytes_new(t, state, sizeof state));
    Value tzinfo = slot_get(&m->tzinfo);
    Tuple *args = value_is_none(tzinfo) ? tuple_pack(t, 1, bytes)
                                        : tuple_pack(t, 2, bytes, tzinfo);
    return value_from_pointer(tuple_pack(
        t, 2, value_from_pointer(type_of(self)), value_from_pointer(args)));
}

NATIVE(datetime, __reduce__, 0, "How to make a copy.", (self_value), (slash))
{
    return reduce(t, self, false);
}

/* fold is pickled from protocol 4 on, which older Pythons cannot read. */
NATIVE(datetime, __reduce_ex__, NATIVE_OLD_WORDS, "How to make a copy.",
       (self_value), (arg, number, proto), (slash))
{
    return reduce(t, self, proto > 3);
}

/* ---- datetime(...) ---- */

CONSTRUCTOR_AS("datetime", datetime, NATIVE_NAMELESS, (cls),
               (arg, number, year), (arg, number, month), (arg, number, day),
               (opt, number, hour, 0), (opt, number, minute, 0),
               (opt, number, second, 0), (opt, number, microsecond, 0),
               (opt, object, tzinfo, None), (star), (opt, number, fold, 0))
{
    Fields f = {year, month, day, {hour, minute, second, microsecond, fold}};
    if (moment_check(t, &f) < 0 || zone_check(t, tzinfo) < 0)
        return NULL_VALUE;
    return new_as(t, cls, &f, tzinfo);
}

/* Ints by position, as most are made. */
static bool plain_fields(const Value *args, int64_t n, Fields *f)
{
    int *fields[] = {&f->year,
                     &f->month,
                     &f->day,
                     &f->clock.hour,
                     &f->clock.minute,
                     &f->clock.second,
                     &f->clock.microsecond};
    for (int64_t i = 0; i < n; i++) {
        if (!value_is_int(args[i]) ||
            (uint64_t)value_to_int(args[i]) >= SECOND_US)
            return false;
        *fields[i] = (int)value_to_int(args[i]);
    }
    return true;
}

static Value new (Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    Fields f = {0};
    if (kwnames == NULL && n >= 3 && n <= 7 && plain_fields(args, n, &f)) {
        if (UNLIKELY(moment_check(t, &f) < 0))
            return NULL_VALUE;
        return new_as(t, cls, &f, NONE);
    }
    if (n >= 1 && n <= 2 && kwnames == NULL && value_is_pointer(args[0])) {
        Value v = unpickle(t, cls, args, n);
        if (!value_is_unbound(v))
            return v;
    }
    if (n < 3 && !date_are_fields(t, args, n))
        return NULL_VALUE;
    return type_construct(t, &moment_type, cls, args, n, kwnames);
}

NATIVE(datetime, replace, 0, "The same time with other fields.", (self_value),
       (maybe, new_field, year), (maybe, new_field, month),
       (maybe, new_field, day), (maybe, new_field, hour),
       (maybe, new_field, minute), (maybe, new_field, second),
       (maybe, new_field, microsecond), (maybe, object, tzinfo), (star),
       (maybe, new_field, fold))
{
    const Moment *m = value_to_moment(self);
    Fields f = moment_fields(m);
    int64_t given[] = {year,   month,  day,         hour,
                       minute, second, microsecond, fold};
    int *fields[] = {&f.year,
                     &f.month,
                     &f.day,
                     &f.clock.hour,
                     &f.clock.minute,
                     &f.clock.second,
                     &f.clock.microsecond,
                     &f.clock.fold};
    for (int i = 0; i < 8; i++)
        if (given[i] >= FIELD_ABSENT)
            *fields[i] = (int)given[i];
    if (value_is_unbound(tzinfo))
        tzinfo = slot_get(&m->tzinfo);
    if (moment_check(t, &f) < 0 || zone_check(t, tzinfo) < 0)
        return NULL_VALUE;
    return new_as(t, type_of(self), &f, tzinfo);
}

/* ---- its parts ---- */

NATIVE(datetime, date, NATIVE_LEAF, "The day: a date.", (self, Moment), (slash))
{
    return date_make(t, &date_type, self->year, self->month, self->day);
}

NATIVE(datetime, time, NATIVE_LEAF, "The time of day, without a zone.",
       (self, Moment), (slash))
{
    Clock c = clock_of(self);
    return daytime_new(t, &c, NONE);
}

NATIVE(datetime, timetz, NATIVE_LEAF, "The time of day and the zone.",
       (self, Moment), (slash))
{
    Clock c = clock_of(self);
    return daytime_new(t, &c, slot_get(&self->tzinfo));
}

Value moment_utcoffset(Thread *t, Moment *m)
{
    return zone_utcoffset(t, slot_get(&m->tzinfo), value_from_pointer(m));
}

NATIVE(datetime, utcoffset, 0, "What tzinfo says.", (self, Moment), (slash))
{
    return moment_utcoffset(t, self);
}

NATIVE(datetime, dst, 0, "What tzinfo says.", (self, Moment), (slash))
{
    return zone_dst(t, slot_get(&self->tzinfo), value_from_pointer(self));
}

NATIVE(datetime, tzname, 0, "What tzinfo says.", (self, Moment), (slash))
{
    return zone_tzname(t, slot_get(&self->tzinfo), value_from_pointer(self));
}

/* ---- showing ---- */

NATIVE(
    datetime, isoformat, NATIVE_OLD_WORDS,
    "The time as text: YYYY-MM-DD, sep, HH:MM:SS and as much more as timespec "
    "says or there is.",
    (self, Moment), (opt, character, sep, 'T'),
    (opt, c_string, timespec, 'auto'))
{
    char text[ISO_DATE_MAX + CLOCK_TEXT_MAX + ZONE_TEXT_MAX];
    Clock c = clock_of(self);
    int n = iso_text_write_date(self->year, self->month, self->day, text);
    int at = n++;
    text[at] = ' ';
    int len = daytime_write(t, &c, timespec, text + n);
    if (len < 0)
        return NULL_VALUE;
    n += len;
    TRY(offset, moment_utcoffset(t, self));
    if (!value_is_none(offset))
        n += zone_write_offset(value_to_delta(offset), ":", text + n);
    Str *s = str_new_empty(t, n, str_width_for((uint32_t)sep));
    for (int i = 0; i < n; i++)
        str_put(s, i, i == at ? (uint32_t)sep : (uint8_t)text[i]);
    return value_from_pointer(s);
}

static Value repr(Thread *t, Value self)
{
    const Moment *m = value_to_moment(self);
    char text[96];
    int n = snprintf(text, sizeof text, "%d, %d, %d, %d, %d", m->year, m->month,
                     m->day, m->hour, m->minute);
    if (m->second != 0 || m->microsecond != 0)
        n += snprintf(text + n, sizeof text - (size_t)n, ", %d", m->second);
    if (m->microsecond != 0)
        snprintf(text + n, sizeof text - (size_t)n, ", %d", m->microsecond);
    return daytime_repr_end(t, text, m->fold, self, slot_get(&m->tzinfo));
}

static Value str(Thread *t, Value self)
{
    return object_call_method(t, self, N(isoformat), 1,
                              value_from_pointer(str_from_code_point(t, ' ')));
}

NATIVE(datetime, ctime, NATIVE_PURE, "The time as ctime() of C writes it.",
       (self, Moment), (slash))
{
    return date_ctime(t, moment_date(self), self->hour, self->minute,
                      self->second);
}

static const NativeDef *const methods[] = {
    &datetime___reduce___native,
    &datetime___reduce_ex___native,
    &datetime_astimezone_native,
    &datetime_combine_native,
    &datetime_ctime_native,
    &datetime_date_native,
    &datetime_dst_native,
    &datetime_fromisoformat_native,
    &datetime_fromtimestamp_native,
    &datetime_isoformat_native,
    &datetime_now_native,
    &datetime_replace_native,
    &datetime_strptime_native,
    &datetime_time_native,
    &datetime_timestamp_native,
    &datetime_timetuple_native,
    &datetime_timetz_native,
    &datetime_tzname_native,
    &datetime_utcfromtimestamp_native,
    &datetime_utcnow_native,
    &datetime_utcoffset_native,
    &datetime_utctimetuple_native,
    NULL,
};

#define FIELD(name)                                         \
    static Value get_##name(Thread *t, Value self)          \
    {                                                       \
        (void)t;                                            \
        return value_from_int(value_to_moment(self)->name); \
    }
FIELD(hour)
FIELD(minute)
FIELD(second)
FIELD(microsecond)
FIELD(fold)

static Value get_tzinfo(Thread *t, Value self)
{
    (void)t;
    return slot_get(&value_to_moment(self)->tzinfo);
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

Type moment_type = {
    TYPE_HEAD(datetime),
    .c_name = "datetime.datetime",
    .c_doc = "A day and a time of it, perhaps in a time zone.  Year, month and "
             "day are needed.",
    .c_base = &date_type,
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Moment),
    .constructor = &datetime_new_native,
    .methods = methods,
    .getsets = getsets,
    .slots = {.new = new,
              .repr = repr,
              .str = str,
              .hash = moment_hash,
              .compare = moment_compare,
              .add = moment_add,
              .sub = moment_sub},
};
