/* SPDX-License-Identifier: MIT */
/*
 * timedelta(...).  Whole microseconds are summed exactly; the fractions of floats
 * make one double, which is rounded once, at the end, so that the sum is even
 * where it lies between two.
 */
#include "module/datetime/delta.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/type/type_make.h"
#include <math.h>

typedef struct Sum {
    __int128 us;
    Value large; /* what needs more than 128 bits; NULL_VALUE: nothing */
    double fraction;
} Sum;

static int add_large(Thread *t, Sum *sum, Value v, int64_t factor)
{
    v = int_mul(t, v, int_from_int64(t, factor));
    if (!value_is_null(v) && !value_is_null(sum->large))
        v = int_add(t, sum->large, v);
    sum->large = v;
    return value_is_null(v) ? -1 : 0;
}

static int add_float(Thread *t, Sum *sum, double d, int64_t factor)
{
    double whole, part = modf(d, &whole);
    if (fabs(whole) < 0x1p62) {
        sum->us += (__int128)(int64_t)whole * factor;
    } else {
        Value v = int_from_double(t, whole);
        if (value_is_null(v) || add_large(t, sum, v, factor) < 0)
            return -1;
    }
    if (part != 0) {
        sum->fraction += modf(part * (double)factor, &whole);
        sum->us += (int64_t)whole;
    }
    return 0;
}

static int add(Thread *t, Sum *sum, Value v, int64_t factor, const char *unit)
{
    int64_t i;
    if (value_is_unbound(v))
        return 0;
    if (value_is_int_object(v)) {
        if (!int_to_int64(v, &i))
            return add_large(t, sum, v, factor);
        sum->us += (__int128)i * factor;
        return 0;
    }
    if (value_is_float_object(v))
        return add_float(t, sum, float_to_double(v), factor);
    return RAISE_INT(raise_type_error(
        t, "unsupported type for timedelta %s component: %T", unit, v));
}

static Value finish(Thread *t, Type *cls, Sum *sum)
{
    if (!value_is_null(sum->large)) {
        TRY(us, int_from_int128(t, sum->us));
        TRY(v, int_add(t, sum->large, us));
        sum->us = delta_clamp(t, v);
    }
    double nearest = round(sum->fraction);
    bool half = fabs(nearest - sum->fraction) == 0.5;
    __int128 us = sum->us + (int64_t)nearest;
    if (half && (us & 1) != 0)
        us -= nearest < 0 ? -1 : 1;
    return delta_new_as(t, cls, us);
}

CONSTRUCTOR_SHARED_AS("__new__", delta, 0, (cls), (maybe, object, days),
                      (maybe, object, seconds), (maybe, object, microseconds),
                      (maybe, object, milliseconds), (maybe, object, minutes),
                      (maybe, object, hours), (maybe, object, weeks))
{
    Sum sum = {.large = NULL_VALUE};
    if (add(t, &sum, microseconds, 1, "microseconds") < 0 ||
        add(t, &sum, milliseconds, 1000, "milliseconds") < 0 ||
        add(t, &sum, seconds, SECOND_US, "seconds") < 0 ||
        add(t, &sum, minutes, INT64_C(60) * SECOND_US, "minutes") < 0 ||
        add(t, &sum, hours, INT64_C(3600) * SECOND_US, "hours") < 0 ||
        add(t, &sum, days, INT64_C(86400) * SECOND_US, "days") < 0 ||
        add(t, &sum, weeks, INT64_C(604800) * SECOND_US, "weeks") < 0)
        return NULL_VALUE;
    return finish(t, cls, &sum);
}

static bool is_moderate(Value v)
{
    return value_is_int(v) && value_to_int(v) < DELTA_DAYS_MAX &&
           value_to_int(v) > -DELTA_DAYS_MAX;
}

/* Days, seconds and microseconds of a usual size need no sum. */
Value delta_type_new(Thread *t, Type *cls, Value *args, int64_t n,
                     Tuple *kwnames)
{
    if (cls != &delta_type || kwnames != NULL || n > 3)
        return type_construct(t, &delta_type, cls, args, n, kwnames);
    int64_t parts[3] = {0};
    for (int64_t i = 0; i < n; i++) {
        if (!is_moderate(args[i]))
            return type_construct(t, &delta_type, cls, args, n, NULL);
        parts[i] = value_to_int(args[i]);
    }
    return delta_from_parts(t, parts[0], parts[1], parts[2]);
}
