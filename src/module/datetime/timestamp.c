/* SPDX-License-Identifier: MIT */
/* Timestamps: see timestamp.h. */
#include "module/datetime/timestamp.h"

#include "module/datetime/gregorian.h"
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include <math.h>

static int raise_range(Thread *t)
{
    return RAISE_INT(raise_error(t, EXC(OverflowError),
                                 "timestamp out of range for platform time_t"));
}

static int from_int(Thread *t, Value v, int64_t *seconds)
{
    v = object_index(t, v);
    if (value_is_null(v))
        return -1;
    return int_to_int64(v, seconds) ? 0 : raise_range(t);
}

/* A float's value in whole seconds, which has been rounded. */
static int from_whole(Thread *t, double d, int64_t *seconds)
{
    if (!(d >= -0x1p63 && d < 0x1p63))
        return raise_range(t);
    *seconds = (int64_t)d;
    return 0;
}

static int check_nan(Thread *t, double d)
{
    return isnan(d) ? RAISE_INT(raise_value_error(
                          t, "Invalid value NaN (not a number)"))
                    : 0;
}

int timestamp_seconds(Thread *t, Value v, int64_t *seconds)
{
    if (!value_is_float_object(v))
        return from_int(t, v, seconds);
    double d = float_to_double(v);
    return check_nan(t, d) < 0 ? -1 : from_whole(t, floor(d), seconds);
}

int timestamp_microseconds(Thread *t, Value v, int64_t *seconds, int *us)
{
    *us = 0;
    if (!value_is_float_object(v))
        return from_int(t, v, seconds);
    double whole, d = float_to_double(v);
    if (check_nan(t, d) < 0)
        return -1;
    double fraction = nearbyint(modf(d, &whole) * SECOND_US);
    if (fraction >= SECOND_US) {
        fraction -= SECOND_US;
        whole += 1;
    } else if (fraction < 0) {
        fraction += SECOND_US;
        whole -= 1;
    }
    *us = (int)fraction;
    return from_whole(t, whole, seconds);
}

int timestamp_local(Thread *t, int64_t seconds, struct tm *tm)
{
    int error = os_calendar_local(seconds, tm);
    return error == 0 ? 0 : RAISE_INT(raise_os_error(t, error, UNBOUND));
}

int timestamp_utc(Thread *t, int64_t seconds, struct tm *tm)
{
    int error = os_calendar_utc(seconds, tm);
    return error == 0 ? 0 : RAISE_INT(raise_os_error(t, error, UNBOUND));
}
