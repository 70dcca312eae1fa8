/* SPDX-License-Identifier: MIT */
/* A datetime as others count time: in other zones, in seconds, in parts. */
#include "module/datetime/local_time.h"
#include "module/datetime/moment.h"
#include "module/datetime/zone.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/float.h"

/* The zone that a naive one is in: here. */
static Value zone_here(Thread *t, const Moment *m)
{
    int64_t utc;
    Fields f = moment_fields(m);
    if (local_time_to_utc(t, &f, &utc) < 0)
        return NULL_VALUE;
    return local_time_zone(t, utc);
}

/* Its own zone, or where it is naive the zone here; *offset is the offset then. */
static Value zone_of(Thread *t, Moment *m, Value *offset)
{
    Value tzinfo = slot_get(&m->tzinfo);
    *offset = moment_utcoffset(t, m);
    if (value_is_null(*offset) || !value_is_none(*offset))
        return value_is_null(*offset) ? NULL_VALUE : tzinfo;
    tzinfo = zone_here(t, m);
    if (value_is_null(tzinfo))
        return tzinfo;
    *offset = zone_utcoffset(t, tzinfo, value_from_pointer(m));
    return value_is_null(*offset) ? NULL_VALUE : tzinfo;
}

/* What fromutc() of the other zone makes of it. */
NATIVE_SHARED(datetime, astimezone, 0,
              "The same time in another zone, or here if tz is None.",
              (self, Moment), (opt, object, tz, None))
{
    Value offset, self_value = value_from_pointer(self);
    if (zone_check(t, tz) < 0)
        return NULL_VALUE;
    if (!value_is_none(tz) && value_same(tz, slot_get(&self->tzinfo)))
        return self_value;
    TRY(zone, zone_of(t, self, &offset));
    if (value_same(zone, tz))
        return self_value;
    Fields f;
    if (!moment_minus(t, self, value_to_delta(offset), &f))
        return NULL_VALUE;
    if (value_is_none(tz))
        tz = local_time_zone(t, moment_seconds(&f));
    if (value_is_null(tz))
        return tz;
    TRY(utc, moment_make(t, type_of_pointer(self), &f, tz));
    return object_call_method(t, tz, N(fromutc), 1, utc);
}

NATIVE_SHARED(datetime, timestamp, 0,
              "Seconds since 1970 began in UTC, a float.", (self, Moment),
              (slash))
{
    int64_t utc;
    Fields f = moment_fields(self);
    TRY(offset, moment_utcoffset(t, self));
    if (value_is_none(offset)) {
        if (local_time_to_utc(t, &f, &utc) < 0)
            return NULL_VALUE;
        return float_from_double(t, (double)local_time_timestamp(utc) +
                                        self->microsecond / 1e6);
    }
    __int128 us =
        (__int128)local_time_timestamp(moment_seconds(&f)) * SECOND_US +
        self->microsecond - delta_to_us(value_to_delta(offset));
    return delta_ratio(t, us, SECOND_US);
}

NATIVE_SHARED(datetime, timetuple, 0, "The time as a time.struct_time.",
              (self, Moment), (slash))
{
    TRY(dst, zone_dst(t, slot_get(&self->tzinfo), value_from_pointer(self)));
    int is_dst = value_is_none(dst) ? -1 : delta_truth(t, dst);
    return date_timetuple(t, moment_date(self), self->hour, self->minute,
                          self->second, is_dst);
}

NATIVE_SHARED(datetime, utctimetuple, 0,
              "The time in UTC as a time.struct_time.", (self, Moment), (slash))
{
    Fields f;
    TRY(offset, moment_utcoffset(t, self));
    if (!moment_minus(
            t, self, value_is_none(offset) ? NULL : value_to_delta(offset), &f))
        return NULL_VALUE;
    Moment *utc = moment_new(t, &f, NONE);
    return date_timetuple(t, moment_date(utc), utc->hour, utc->minute,
                          utc->second, 0);
}
