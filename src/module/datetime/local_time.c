/* SPDX-License-Identifier: MIT */
/* Local times: see local_time.h. */
#include "module/datetime/local_time.h"

#include "module/datetime/timestamp.h"
#include "module/datetime/zone.h"
#include "object/error/raise.h"
#include "object/text/str.h"

/* No clock is ever put back by more. */
enum { FOLD_MAX = 24 * 3600 };

static const int64_t seconds_1970 = (int64_t)ORDINAL_1970 * DAY_SECONDS;

int64_t local_time_timestamp(int64_t utc) { return utc - seconds_1970; }

static int64_t seconds_of(const struct tm *tm)
{
    Fields f = {
        tm->tm_year + 1900,
        tm->tm_mon + 1,
        tm->tm_mday,
        {.hour = tm->tm_hour, .minute = tm->tm_min, .second = tm->tm_sec}};
    return moment_seconds(&f);
}

/* The local time at `utc`: 0, or -1 with an exception. */
static int local_at(Thread *t, int64_t utc, int64_t *local)
{
    struct tm tm;
    if (timestamp_local(t, utc - seconds_1970, &tm) < 0)
        return -1;
    int64_t year = (int64_t)tm.tm_year + 1900;
    if (year < YEAR_MIN || year > YEAR_MAX)
        return RAISE_INT(raise_value_error(t, "year %l is out of range", year));
    *local = seconds_of(&tm);
    return 0;
}

/*
 * Whoever looks at what local time is at a time near enough gets an offset that
 * is in force near it, before a change or behind it.  So there are at most two
 * candidates, of which the first found decides where else to look: a day before
 * the time or behind it, as fold says.
 */
int local_time_to_utc(Thread *t, const Fields *f, int64_t *utc)
{
    int64_t wanted = moment_seconds(f), there;
    if (local_at(t, wanted, &there) < 0)
        return -1;
    int64_t first = wanted - (there - wanted), offset = there - wanted;
    if (local_at(t, first, &there) < 0)
        return -1;
    bool first_fits = there == wanted;
    int64_t other_offset = there - first;
    if (first_fits) {
        int64_t probe = first + (f->clock.fold ? FOLD_MAX : -FOLD_MAX);
        if (local_at(t, probe, &there) < 0)
            return -1;
        other_offset = there - probe;
    }
    *utc = first;
    if (other_offset == offset)
        return 0;
    int64_t second = wanted - other_offset;
    if (local_at(t, second, &there) < 0)
        return -1;
    if (there == wanted)
        *utc = second;
    else if (!first_fits && (f->clock.fold ? second < first : second > first))
        *utc = second;
    return 0;
}

bool local_time_is_second(int64_t timestamp, const Fields *f)
{
    struct tm tm;
    int64_t local = moment_seconds(f);
    if (os_calendar_local(timestamp - FOLD_MAX, &tm) != 0)
        return false;
    int64_t put_back = local - seconds_of(&tm) - FOLD_MAX;
    if (put_back >= 0)
        return false;
    return os_calendar_local(timestamp + put_back, &tm) == 0 &&
           seconds_of(&tm) == local;
}

Value local_time_zone(Thread *t, int64_t utc)
{
    struct tm tm;
    if (timestamp_local(t, utc - seconds_1970, &tm) < 0)
        return NULL_VALUE;
    TRY(offset, delta_from_parts(t, 0, tm.tm_gmtoff, 0));
    const char *name = tm.tm_zone != NULL ? tm.tm_zone : "";
    return zone_new(t, offset, value_from_pointer(str_from_c(t, name)));
}
