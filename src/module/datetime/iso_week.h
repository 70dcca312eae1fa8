/* SPDX-License-Identifier: MIT */
/* Years, weeks and weekdays of ISO 8601: what isocalendar() answers. */
#ifndef ADDER_MODULE_DATETIME_ISO_WEEK_H
#define ADDER_MODULE_DATETIME_ISO_WEEK_H

#include "module/datetime/gregorian.h"
#include "object/core/object.h"

extern Type iso_week_type;
Value iso_week_new(Thread *t, IsoWeek w);
/* Numbers that fit: 0 or -1. */
int iso_week_arguments(Thread *t, Value year, Value week, Value day,
                       IsoWeek *out);
typedef enum IsoWeekFault {
    ISO_WEEK_GOOD,
    ISO_WEEK_BAD_YEAR,
    ISO_WEEK_BAD_WEEK,
    ISO_WEEK_BAD_DAY,
} IsoWeekFault;
IsoWeekFault iso_week_fault(IsoWeek w);
/* Of one that has no fault. */
Ymd iso_week_to_ymd(IsoWeek w);
/* 0, or -1 with ValueError. */
int iso_week_date(Thread *t, IsoWeek w, Ymd *out);

#endif
