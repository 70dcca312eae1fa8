/* SPDX-License-Identifier: MIT */
/* Dates and times of day, in UTC and where the user lives. */
#ifndef ADDER_OS_CALENDAR_H
#define ADDER_OS_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>
#include <time.h>

/* Seconds since 1970. */
int64_t os_calendar_now(void);
/* The date in local time or UTC: 0, or an errno: EOVERFLOW for a year that an
 * int does not hold.  tm_zone and tm_gmtoff are set. */
int os_calendar_local(int64_t seconds, struct tm *date);
int os_calendar_utc(int64_t seconds, struct tm *date);
/* The seconds of a local date, which is made regular; false if there are none
 * such. */
bool os_calendar_seconds(struct tm *date, int64_t *seconds);

typedef struct OsZone {
    int64_t west;        /* seconds west of UTC */
    bool has_summer;
    const char *names[2]; /* without and with summer time */
} OsZone;
/* Reads TZ anew; the names live until the next call. */
OsZone os_calendar_zone(void);

#endif
