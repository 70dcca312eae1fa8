/* SPDX-License-Identifier: MIT */
/* tzinfo and timezone: see zone.h. */
#include "module/datetime/zone.h"

#include "module/datetime/moment.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include <stdio.h>

static Zone *value_to_zone(Value v)
{
    ASSERT(value_is_pointer(v) && type_of(v) == &zone_type);
    return value_to_pointer(v);
}

static bool value_is_zone(Value v)
{
    return value_is_pointer(v) && type_of(v) == &zone_type;
}

static Delta *offset_of(const Zone *z)
{
    return value_to_delta(slot_get(&z->offset));
}

/* ---- what times ask ---- */

int zone_check(Thread *t, Value tzinfo)
{
    if (value_is_none(tzinfo) || value_is_zone_info(tzinfo))
        return 0;
    return RAISE_INT(raise_type_error(
        t,
        "tzinfo argument must be None or of a tzinfo subclass, not type '%T'",
        tzinfo));
}

static Value ask_offset(Thread *t, Value tzinfo, Value when, Str *method)
{
    TRY(v, object_call_method(t, tzinfo, method, 1, when));
    if (value_is_none(v))
        return v;
    if (!value_is_delta(v))
        return raise_type_error(
            t, "tzinfo.%U() must return None or timedelta, not '%T'", method,
            v);
    if (!delta_is_offset(value_to_delta(v)))
        return raise_value_error(
            t, "offset must be a timedelta strictly between "
               "-timedelta(hours=24) and timedelta(hours=24).");
    return v;
}

Value zone_utcoffset(Thread *t, Value tzinfo, Value when)
{
    if (value_is_none(tzinfo))
        return NONE;
    if (value_is_zone(tzinfo))
        return slot_get(&value_to_zone(tzinfo)->offset);
    return ask_offset(t, tzinfo, when, N(utcoffset));
}

Value zone_dst(Thread *t, Value tzinfo, Value when)
{
    if (value_is_none(tzinfo) || value_is_zone(tzinfo))
        return NONE;
    return ask_offset(t, tzinfo, when, N(dst));
}

Value zone_tzname(Thread *t, Value tzinfo, Value when)
{
    if (value_is_none(tzinfo))
        return NONE;
    TRY(v, object_call_method(t, tzinfo, N(tzname), 1, when));
    if (value_is_none(v) || value_is_str(v))
        return v;
    return raise_type_error(
        t, "tzinfo.tzname() must return None or a string, not '%T'", v);
}

int zone_write_offset(const Delta *offset, const char *sep, char *text)
{
    __int128 us = delta_to_us(offset);
    int64_t rest = (int64_t)(us < 0 ? -us : us);
    int seconds = (int)(rest / SECOND_US), fraction = (int)(rest % SECOND_US);
    int n = snprintf(text, ZONE_TEXT_MAX, "%c%02d%s%02d", us < 0 ? '-' : '+',
                     seconds / 3600 % 24, sep, seconds / 60 % 60);
    if (seconds % 60 != 0 || fraction != 0)
        n += snprintf(text + n, ZONE_TEXT_MAX - (size_t)n, "%s%02d", sep,
                      seconds % 60);
    if (fraction != 0)
        n += snprintf(text + n, ZONE_TEXT_MAX - (size_t)n, ".%06d", fraction);
    return n;
}

/* ---- tzinfo ---- */

static Value new_info(Thread *t, Type *cls, Value *args, int64_t n,
                      Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames;
    return instance_new(t, cls);
}

static Value raise_abstract(Thread *t, const char *method)
{
    return raise_error(t, EXC(NotImplementedError),
                       "a tzinfo subclass must implement %s()", method);
}

NATIVE(tzinfo, utcoffset, 0,
       "For subclasses: how far the local time is ahead of UTC, a timedelta.",
       (self, TzInfo), (arg, object, dt), (slash))
{
    return raise_abstract(t, "utcoffset");
}

NATIVE(tzinfo, dst, 0,
       "For subclasses: how much of the offset is summer time, a timedelta.",
       (self, TzInfo), (arg, object, dt), (slash))
{
    return raise_abstract(t, "dst");
}

NATIVE(tzinfo, tzname, 0, "For subclasses: what the zone's time is called.",
       (self, TzInfo), (arg, object, dt), (slash))
{
    return raise_abstract(t, "tzname");
}

/* The argument of fromutc: 0 or -1. */
static int check_fromutc(Thread *t, Value self, Value dt)
{
    if (!value_is_moment(dt))
        return RAISE_INT(
            raise_type_error(t, "fromutc: argument must be a datetime"));
    if (!value_same(slot_get(&value_to_moment(dt)->tzinfo), self))
        return RAISE_INT(
            raise_value_error(t, "fromutc: dt.tzinfo is not self"));
    return 0;
}

/* The method that the class documents for zones whose standard offset stays the
 * same: what is ahead but for summer time is added first, for dst() to be asked
 * of the standard time. */
NATIVE(tzinfo, fromutc, 0,
       "What a time in UTC, with this tzinfo, is in the zone.", (self_value),
       (arg, object, dt), (slash))
{
    if (check_fromutc(t, self, dt) < 0)
        return NULL_VALUE;
    TRY(offset, zone_utcoffset(t, self, dt));
    if (value_is_none(offset))
        return raise_value_error(
            t, "fromutc: non-None utcoffset() result required");
    TRY(dst, zone_dst(t, self, dt));
    if (value_is_none(dst))
        return raise_value_error(t, "fromutc: non-None dst() result required");
    TRY(standard, delta_sub(t, offset, dst));
    TRY(moved,
        moment_shift(t, value_to_moment(dt), value_to_delta(standard), 1));
    if (!value_is_moment(moved)) /* a class may answer anything */
        return raise_type_error(t, "fromutc: argument must be a datetime");
    if (delta_truth(t, standard)) {
        Value tzinfo = slot_get(&value_to_moment(moved)->tzinfo);
        dst = zone_dst(t, tzinfo, moved);
        if (value_is_null(dst))
            return dst;
    }
    if (value_is_none(dst))
        return raise_value_error(
            t, "fromutc: tz.dst() gave inconsistent results; cannot convert");
    return moment_shift(t, value_to_moment(moved), value_to_delta(dst), 1);
}

NATIVE(tzinfo, __reduce__, 0, "How to make a copy.", (self_value), (slash))
{
    Value args = value_from_pointer(t->rt->empty_tuple);
    TRY(get,
        object_getattr_or_unbound(t, self, str_intern_c(t, "__getinitargs__")));
    if (!value_is_unbound(get))
        args = object_call0(t, get);
    if (value_is_null(args))
        return args;
    TRY(state, object_call_method(t, self, N(__getstate__), 0));
    return value_from_pointer(
        tuple_pack(t, 3, value_from_pointer(type_of(self)), args, state));
}

static const NativeDef *const info_methods[] = {
    &tzinfo___reduce___native, &tzinfo_dst_native,       &tzinfo_fromutc_native,
    &tzinfo_tzname_native,     &tzinfo_utcoffset_native, NULL,
};

Type zone_info_type = {
    TYPE_HEAD(tzinfo),
    .c_name = "datetime.tzinfo",
    .c_doc = "What a time zone says of times; classes of zones derive from it.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(TzInfo),
    .methods = info_methods,
    .slots = {.new = new_info},
};

/* ---- timezone ---- */

static Value make(Thread *t, Value offset, Value name)
{
    Zone *z = record_new(t, zone_type.root_shape->id, RECORD_SLOTS(Zone));
    slot_set(z, &z->offset, offset);
    slot_set(z, &z->name, name);
    return value_from_pointer(z);
}

Value zone_utc(Thread *t) { return dict_get_c(t, zone_type.dict, "utc"); }

Value zone_new(Thread *t, Value offset, Value name)
{
    const Delta *d = value_to_delta(offset);
    if (value_is_unbound(name) && delta_is_zero(d))
        return zone_utc(t);
    if (!delta_is_offset(d))
        return raise_value_error(
            t,
            "offset must be a timedelta strictly between "
            "-timedelta(hours=24) and timedelta(hours=24), not %R.",
            offset);
    return make(t, offset, name);
}

Value zone_of_iso_time(Thread *t, const IsoTime *iso)
{
    if (!iso->has_offset)
        return NONE;
    if (iso->is_utc)
        return zone_utc(t);
    return zone_new(t, delta_new_as(t, &delta_type, iso->offset), UNBOUND);
}

int zone_ready(Thread *t)
{
    Dict *d = zone_type.dict;
    if (!value_is_null(dict_get_c(t, d, "utc")))
        return 0; /* made for another copy of the module */
    dict_set_c(t, d, "utc", make(t, delta_new(t, 0, 0, 0), UNBOUND));
    dict_set_c(t, d, "max", make(t, delta_new(t, 0, 86340, 0), UNBOUND));
    dict_set_c(t, d, "min", make(t, delta_new(t, -1, 60, 0), UNBOUND));
    return 0;
}

#define PARAM_LEAF_delta     LEAF_NEVER
#define PARAM_TYPE_delta     Delta *
#define PARAM_LOCAL_delta(v) Delta *v
PARAM_INSTANCE(delta, Delta, &delta_type)

CONSTRUCTOR(timezone, NATIVE_OLD_WORDS, (cls), (arg, delta, offset),
            (maybe, str, name))
{
    return zone_new(t, value_from_pointer(offset),
                    name == NULL ? UNBOUND : value_from_pointer(name));
}

/* The argument of the methods that need none: 0 or -1. */
static int check_when(Thread *t, Value dt, const char *method)
{
    if (value_is_none(dt) || value_is_moment(dt))
        return 0;
    return RAISE_INT(raise_type_error(
        t, "%s(dt) argument must be a datetime instance or None, not %T",
        method, dt));
}

static Value str(Thread *t, Value self)
{
    const Zone *z = value_to_zone(self);
    Value name = slot_get(&z->name);
    if (!value_is_unbound(name))
        return name;
    if (value_same(self, zone_utc(t)) || delta_is_zero(offset_of(z)))
        return value_from_pointer(str_from_c(t, "UTC"));
    char text[ZONE_TEXT_MAX];
    zone_write_offset(offset_of(z), ":", text);
    return format_message(t, "UTC%s", text);
}

static Value repr(Thread *t, Value self)
{
    const Zone *z = value_to_zone(self);
    Value offset = slot_get(&z->offset), name = slot_get(&z->name);
    if (value_same(self, zone_utc(t)))
        return value_from_pointer(str_from_c(t, "datetime.timezone.utc"));
    if (value_is_unbound(name))
        return format_message(t, "%T(%R)", self, offset);
    return format_message(t, "%T(%R, %R)", self, offset, name);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    (void)t;
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !value_is_zone(a) ||
        !value_is_zone(b))
        return NOT_IMPLEMENTED;
    int c =
        delta_compare(offset_of(value_to_zone(a)), offset_of(value_to_zone(b)));
    return value_from_bool((c == 0) == (op == COMPARE_EQ));
}

static int hash(Thread *t, Value self, int64_t *out)
{
    return delta_hash(t, slot_get(&value_to_zone(self)->offset), out);
}

NATIVE(timezone, utcoffset, 0, "The offset, always.", (self, Zone),
       (arg, object, dt), (slash))
{
    return check_when(t, dt, "utcoffset") < 0 ? NULL_VALUE
                                              : slot_get(&self->offset);
}

NATIVE(timezone, dst, 0, "None.", (self, Zone), (arg, object, dt), (slash))
{
    return check_when(t, dt, "dst") < 0 ? NULL_VALUE : NONE;
}

NATIVE(timezone, tzname, 0, "The name it was given, or one such as UTC+01:30.",
       (self_value), (arg, object, dt), (slash))
{
    return check_when(t, dt, "tzname") < 0 ? NULL_VALUE : str(t, self);
}

NATIVE(timezone, fromutc, 0,
       "The time in UTC, with this tzinfo, plus the offset.", (self_value),
       (arg, object, dt), (slash))
{
    if (check_fromutc(t, self, dt) < 0)
        return NULL_VALUE;
    return moment_shift(t, value_to_moment(dt), offset_of(value_to_zone(self)),
                        1);
}

NATIVE(timezone, __getinitargs__, 0,
       "What the class is called with for a copy.", (self, Zone), (slash))
{
    Value offset = slot_get(&self->offset), name = slot_get(&self->name);
    return value_from_pointer(value_is_unbound(name)
                                  ? tuple_pack(t, 1, offset)
                                  : tuple_pack(t, 2, offset, name));
}

static const NativeDef *const methods[] = {
    &timezone___getinitargs___native, &timezone_dst_native,
    &timezone_fromutc_native,         &timezone_tzname_native,
    &timezone_utcoffset_native,       NULL,
};

Type zone_type = {
    TYPE_HEAD(timezone),
    .c_name = "datetime.timezone",
    .c_doc = "A zone that is always equally far from UTC.",
    .c_base = &zone_info_type,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Zone),
    .constructor = &timezone_new_native,
    .methods = methods,
    .slots = {.repr = repr, .str = str, .hash = hash, .compare = compare},
};
