/* SPDX-License-Identifier: MIT */
/* Dates by the C library. */
#include "os/calendar.h"

#include <errno.h>

int64_t os_calendar_now(void)
{
    return (int64_t)time(NULL);
}

static int broken_down(int64_t seconds, struct tm *date,
                       struct tm *(*fn)(const time_t *, struct tm *))
{
    time_t when = (time_t)seconds;
    errno = 0;
    if (fn(&when, date) != NULL)
        return 0;
    return errno != 0 ? errno : EOVERFLOW;
}

int os_calendar_local(int64_t seconds, struct tm *date)
{
    return broken_down(seconds, date, localtime_r);
}

int os_calendar_utc(int64_t seconds, struct tm *date)
{
    return broken_down(seconds, date, gmtime_r);
}

bool os_calendar_seconds(struct tm *date, int64_t *seconds)
{
    date->tm_wday = -1; /* tells an error from the second before 1970 */
    time_t when = mktime(date);
    *seconds = (int64_t)when;
    return when != (time_t)-1 || date->tm_wday != -1;
}

OsZone os_calendar_zone(void)
{
    tzset();
    return (OsZone){timezone, daylight != 0, {tzname[0], tzname[1]}};
}
