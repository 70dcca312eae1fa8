/* SPDX-License-Identifier: MIT */
/* time: a time of day, perhaps in a time zone. */
#ifndef ADDER_MODULE_DATETIME_DAYTIME_H
#define ADDER_MODULE_DATETIME_DAYTIME_H

#include "module/datetime/delta.h"
#include "object/core/object.h"
#include "object/core/record.h"
#include "object/function/native_def.h"

#define DAYTIME_FIELDS                  \
    uint8_t hour, minute, second, fold; \
    int32_t microsecond;

typedef struct DayTime {
    RECORD_HEAD(int64_t hash; /* 0: not computed */ DAYTIME_FIELDS)
    Slot tzinfo; /* NONE: naive */
} DayTime;

/* The same as plain numbers. */
typedef struct Clock {
    int hour, minute, second, microsecond, fold;
} Clock;

extern Type daytime_type;

static inline bool value_is_daytime(Value v)
{
    return value_is_pointer(v) && (type_of(v) == &daytime_type ||
                                   type_is_subtype(type_of(v), &daytime_type));
}
static inline DayTime *value_to_daytime(Value v)
{
    ASSERT(value_is_daytime(v));
    return value_to_pointer(v);
}

Clock daytime_clock(const DayTime *d);
/* 0, or -1 with ValueError. */
int daytime_check(Thread *t, const Clock *c);
/* Of type time. */
Value daytime_new(Thread *t, const Clock *c, Value tzinfo);

enum { CLOCK_TEXT_MAX = 24 };
/* "12:34:56.000001" as isoformat's timespec says, NULL: "auto"; how long it is,
 * -1 with ValueError. */
int daytime_write(Thread *t, const Clock *c, const char *timespec, char *text);
/* Bytes of pickled state, with fold in the highest bit of the byte `marked`. */
void daytime_pack(const Clock *c, uint8_t *bytes);
Clock daytime_unpack(const uint8_t *bytes);
/* ", fold=1, tzinfo=...)" and what else ends the repr `text`, which has a ')'
 * there. */
Value daytime_repr_end(Thread *t, const char *text, int fold, Value self,
                       Value tzinfo);

#endif
