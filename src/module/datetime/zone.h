/* SPDX-License-Identifier: MIT */
/* tzinfo, timezone, and what times ask their tzinfo. */
#ifndef ADDER_MODULE_DATETIME_ZONE_H
#define ADDER_MODULE_DATETIME_ZONE_H

#include "module/datetime/delta.h"
#include "module/datetime/iso_text.h"
#include "object/core/object.h"
#include "object/core/record.h"

typedef struct TzInfo {
    RECORD_HEAD()
} TzInfo;

typedef struct Zone { /* a timezone */
    RECORD_HEAD()
    Slot offset; /* a Delta */
    Slot name;   /* a Str; UNBOUND: by the offset */
} Zone;

extern Type zone_info_type, zone_type;

static inline bool value_is_zone_info(Value v)
{
    return value_is_pointer(v) &&
           (type_of(v) == &zone_type ||
            type_is_subtype(type_of(v), &zone_info_type));
}
/* timezone.utc, and a timezone of another offset: null when that is a day or
 * more. */
Value zone_utc(Thread *t);
Value zone_new(Thread *t, Value offset, Value name);
/* Puts timezone.utc, min and max in their places. */
int zone_ready(Thread *t);

/* The tzinfo argument: 0, or -1 with TypeError. */
int zone_check(Thread *t, Value tzinfo);
/* What tzinfo, None or one, says of the offset at `when`: a Delta that is less
 * than a day, or NONE; null on error. */
Value zone_utcoffset(Thread *t, Value tzinfo, Value when);
Value zone_dst(Thread *t, Value tzinfo, Value when);
/* A Str or NONE. */
Value zone_tzname(Thread *t, Value tzinfo, Value when);

/* Of a text that was read: NONE or a timezone. */
Value zone_of_iso_time(Thread *t, const IsoTime *iso);

enum { ZONE_TEXT_MAX = 24 };
/* "+01:30", with seconds and microseconds where there are some, `sep` between
 * them; how long it is. */
int zone_write_offset(const Delta *offset, const char *sep, char *text);

#endif
