/* SPDX-License-Identifier: MIT */
/* time's clocks by the system's numbers: clock_gettime() and its like. */
#include <errno.h>
#include "module/duration.h"
#include "module/time.h"
#include "object/core/runtime.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "os/clock.h"

NATIVE(time, clock_getres, 0, "The tick of a clock, in seconds.",
       (arg, number, clk_id), (slash))
{
    int64_t ns;
    int error = os_clock_tick_of(clk_id, &ns);
    return error != 0 ? raise_os_error(t, error, UNBOUND)
                      : float_from_double(t, (double)ns * 1e-9);
}

NATIVE(time, clock_gettime, 0, "The time of a clock, in seconds.",
       (arg, number, clk_id), (slash))
{
    int64_t ns;
    int error = os_clock_time_of(clk_id, &ns);
    return error != 0 ? raise_os_error(t, error, UNBOUND)
                      : float_from_double(t, (double)ns * 1e-9);
}

NATIVE(time, clock_gettime_ns, 0, "The time of a clock, in nanoseconds.",
       (arg, number, clk_id), (slash))
{
    int64_t ns;
    int error = os_clock_time_of(clk_id, &ns);
    return error != 0 ? raise_os_error(t, error, UNBOUND)
                      : int_from_int64(t, ns);
}

static Value set(Thread *t, int clock, int64_t ns)
{
    int error = os_clock_set(clock, ns);
    return error != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

NATIVE(time, clock_settime, 0, "Set a clock, in seconds.",
       (arg, number, clk_id), (arg, object, time), (slash))
{
    int64_t ns;
    if (duration_from_object(t, time, &ns) < 0)
        return NULL_VALUE;
    return set(t, clk_id, ns);
}

NATIVE(time, clock_settime_ns, 0, "Set a clock, in nanoseconds.",
       (arg, number, clk_id), (arg, object, time), (slash))
{
    int64_t ns;
    if (!value_is_int_object(time))
        return raise_type_error(t, "expect int, got %T", time);
    if (!int_to_int64(time, &ns))
        return raise_error(t, EXC(OverflowError),
                           "timestamp too large to convert to C _PyTime_t");
    return set(t, clk_id, ns);
}

NATIVE(time, pthread_getcpuclockid, 0,
       "The clock of a thread's processor time; its number is as get_ident() "
       "has it.",
       (arg, object, thread_id), (slash))
{
    int clock, error = ESRCH;
    uint64_t ident;
    if (!(type_of(thread_id)->type_flags & TYPE_IS_INT))
        return raise_type_error(
            t, "pthread_getcpuclockid() argument 1 must be int, not %T",
            thread_id);
    if (!param_ulong_mask(t, thread_id, &ident, NULL, 0))
        return NULL_VALUE;
    for (Thread *p = t->rt->main_thread; p != NULL; p = p->next_thread)
        if (p->ident == ident) /* the C library does not look */
            error = os_clock_of_thread(ident, &clock);
    return error != 0 ? raise_os_error(t, error, UNBOUND)
                      : value_from_int(clock);
}

const NativeDef *const time_clock_functions[] = {
    &time_clock_getres_native,
    &time_clock_gettime_native,
    &time_clock_gettime_ns_native,
    &time_clock_settime_native,
    &time_clock_settime_ns_native,
    &time_pthread_getcpuclockid_native,
    NULL,
};
