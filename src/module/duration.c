/* SPDX-License-Identifier: MIT */
/* Lengths of time as Python gives them. */
#include "module/duration.h"

#include <math.h>
#include "object/error/raise.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "os/clock.h"

static int too_large(Thread *t)
{
    return RAISE_INT(raise_error(
        t, EXC(OverflowError),
        "timestamp too large to convert to C _PyTime_t"));
}

int duration_from_object(Thread *t, Value seconds, int64_t *ns)
{
    if (value_is_float_object(seconds)) {
        double d = float_to_double(seconds);
        if (d != d)
            return RAISE_INT(raise_value_error(
                t, "Invalid value NaN (not a number)"));
        d = ceil(d * 1e9);
        if (!(d >= -0x1p63 && d < 0x1p63))
            return too_large(t);
        *ns = (int64_t)d;
        return 0;
    }
    Value v = object_index(t, seconds);
    if (value_is_null(v))
        return -1;
    if (!int_to_int64(v, ns) ||
        __builtin_mul_overflow(*ns, INT64_C(1000000000), ns))
        return too_large(t);
    return 0;
}

int64_t duration_end(int64_t ns)
{
    int64_t end;
    return __builtin_add_overflow(os_clock_now(OS_CLOCK_MONOTONIC), ns, &end)
               ? INT64_MAX : end;
}
