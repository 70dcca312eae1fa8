/* SPDX-License-Identifier: MIT */
/* Seconds since 1970 as arguments, and what the system says of them. */
#ifndef ADDER_MODULE_DATETIME_TIMESTAMP_H
#define ADDER_MODULE_DATETIME_TIMESTAMP_H

#include "object/core/object.h"
#include "os/calendar.h"

/* Rounded down: 0, or -1 with an exception. */
int timestamp_seconds(Thread *t, Value v, int64_t *seconds);
/* To the nearest microsecond, halves to even; *us is not negative. */
int timestamp_microseconds(Thread *t, Value v, int64_t *seconds, int *us);
/* The local time then: 0, or -1 with OSError. */
int timestamp_local(Thread *t, int64_t seconds, struct tm *tm);
int timestamp_utc(Thread *t, int64_t seconds, struct tm *tm);

#endif
