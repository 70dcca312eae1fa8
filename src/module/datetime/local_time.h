/* SPDX-License-Identifier: MIT */
/*
 * Local times, which the system knows only by the time in UTC.  Seconds here are
 * since the year 1 began (moment_seconds), those of local time as its fields
 * say.
 */
#ifndef ADDER_MODULE_DATETIME_LOCAL_TIME_H
#define ADDER_MODULE_DATETIME_LOCAL_TIME_H

#include "module/datetime/moment.h"

/* The time in UTC when local time is such, as PEP 495 has it: of two fold
 * chooses; where there is none the clock's leap is ignored. */
int local_time_to_utc(Thread *t, const Fields *f, int64_t *utc);
/* Whether the local time f at `timestamp` was there before: fold. */
bool local_time_is_second(int64_t timestamp, const Fields *f);
/* The timezone that local time has then. */
Value local_time_zone(Thread *t, int64_t utc);
/* Seconds since 1970. */
int64_t local_time_timestamp(int64_t utc);

#endif
