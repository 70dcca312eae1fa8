/* SPDX-License-Identifier: MIT */
/* Part of the module _signal: sending signals, sets of them, waiting, timers. */
#include "exec/blocking.h"
#include "module/signal_module.h"
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/function/param_file.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "os/clock.h"
#include "os/signal.h"

/* sigset: an iterable of numbers */
#define PARAM_LEAF_sigset     LEAF_NEVER
#define PARAM_TYPE_sigset     OsSignals
#define PARAM_LOCAL_sigset(v) OsSignals v = 0
static bool param_sigset(Thread *t, Value v, OsSignals *out,
                         const NativeDef *def UNUSED, int at UNUSED)
{
    Value iterator = object_iter(t, v);
    if (value_is_null(iterator))
        return false;
    FOR_EACH_ITEM(t, item, iterator, false) {
        int64_t number;
        Value i = object_index(t, item);
        if (value_is_null(i))
            return false;
        if (!int_to_int64(i, &number))
            number = -1;
        if (number < 1 || number >= OS_SIGNALS) {
            raise_value_error(t, "signal number %l out of range [1; %d]",
                              number, OS_SIGNALS - 1);
            return false;
        }
        OsSignals bit = (OsSignals)1 << (number - 1);
        *out |= bit;
        if (!(os_signal_valid() & bit) &&
            warn(t, EXC(RuntimeWarning),
                 "invalid signal number %l, please use valid_signals()",
                 number) < 0)
            return false;
    }
    *out &= os_signal_valid();
    return true;
}

static Value as_set(Thread *t, OsSignals signals)
{
    Set *s = set_new(t, SHAPE_SET);
    for (int i = 1; i < OS_SIGNALS; i++)
        if ((signals >> (i - 1) & 1) && set_add(t, s, value_from_int(i)) < 0)
            return NULL_VALUE;
    return value_from_pointer(s);
}

/* What a call has answered, whose value is None: handlers run at once, for the
 * signal may be for this thread. */
static Value done(Thread *t, int64_t result)
{
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    return poll_signals(t) < 0 ? NULL_VALUE : NONE;
}

/* --- sending ----------------------------------------------------------- */

NATIVE(signal_sets, raise_signal, 0, "Have this process get a signal.",
       (arg, c_int, signalnum), (slash))
{
    return done(t, os_signal_raise(signalnum));
}

NATIVE(signal_sets, pthread_kill, 0, "Send a signal to a thread, by its ident.",
       (arg, ulong_mask, thread_id), (arg, c_int, signalnum), (slash))
{
    return done(t, os_signal_kill_thread(thread_id, signalnum));
}

NATIVE(signal_sets, pidfd_send_signal, 0,
       "Send a signal to the process that a descriptor stands for.",
       (arg, c_int, pidfd), (arg, c_int, signalnum),
       (opt, object, siginfo, None), (opt, c_int, flags, 0), (slash))
{
    if (!value_is_none(siginfo))
        return raise_type_error(t, "siginfo must be None");
    return done(t, os_signal_send_pidfd(pidfd, signalnum, (unsigned)flags));
}

/* --- sets -------------------------------------------------------------- */

NATIVE(
    signal_sets, pthread_sigmask, 0,
    "Change which signals this thread does not let through, and answer which "
    "it did not before.",
    (arg, c_int, how), (arg, sigset, mask), (slash))
{
    OsSignals before;
    int64_t result = os_signal_mask(how, mask, &before);
    TRY(v, done(t, result));
    (void)v;
    return as_set(t, before);
}

NATIVE(signal_sets, sigpending, 0,
       "The signals that have come and are not let through.")
{
    OsSignals signals;
    int64_t result = os_signal_pending(&signals);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : as_set(t, signals);
}

NATIVE(signal_sets, valid_signals, 0, "The signals that there are.")
{
    return as_set(t, os_signal_valid());
}

/* --- waiting ----------------------------------------------------------- */

NATIVE(signal_sets, pause, 0, "Wait until a signal comes.")
{
    thread_park(t);
    (void)os_signal_pause();
    thread_unpark(t);
    return poll_signals(t) < 0 ? NULL_VALUE : NONE;
}

NATIVE(signal_sets, sigwait, 0,
       "Wait for one of these signals, and answer its number.",
       (arg, sigset, sigset), (slash))
{
    int64_t number = BLOCKING(t, os_signal_wait(sigset));
    return number < 0 ? blocking_raise(t, number, UNBOUND)
                      : value_from_int(number);
}

static const MemberDef info_members[] = {
    STRUCT_FIELD("si_signo", 0), STRUCT_FIELD("si_code", 1),
    STRUCT_FIELD("si_errno", 2), STRUCT_FIELD("si_pid", 3),
    STRUCT_FIELD("si_uid", 4),   STRUCT_FIELD("si_status", 5),
    STRUCT_FIELD("si_band", 6),  {0},
};
Type signal_info_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("signal.struct_siginfo",
                    "What is known of a signal that was waited for.",
                    info_members, 0),
};

static Value from_info(Thread *t, const OsSignalInfo *info)
{
    Value values[] = {
        value_from_int(info->number),        value_from_int(info->code),
        value_from_int(info->error),         value_from_int(info->pid),
        value_from_int((uint32_t)info->uid), value_from_int(info->status),
        int_from_int64(t, info->band),
    };
    return struct_sequence_new(t, &signal_info_type, values);
}

NATIVE(signal_sets, sigwaitinfo, 0,
       "Wait for one of these signals, and answer what is known of it.",
       (arg, sigset, sigset), (slash))
{
    OsSignalInfo info;
    int64_t number = BLOCKING(t, os_signal_wait_info(sigset, -1, &info));
    return number < 0 ? blocking_raise(t, number, UNBOUND)
                      : from_info(t, &info);
}

static int64_t left(int64_t end)
{
    int64_t ns = end - os_clock_now(OS_CLOCK_MONOTONIC);
    return ns > 0 ? ns : 0;
}

NATIVE(signal_sets, sigtimedwait, 0,
       "As sigwaitinfo(), but for these many seconds at most; then None.",
       (arg, sigset, sigset), (arg, seconds, timeout), (slash))
{
    OsSignalInfo info;
    int64_t end;
    if (timeout < 0)
        return raise_value_error(t, "timeout must be non-negative");
    if (__builtin_add_overflow(os_clock_now(OS_CLOCK_MONOTONIC), timeout, &end))
        end = INT64_MAX;
    int64_t number = BLOCKING(t, os_signal_wait_info(sigset, left(end), &info));
    if (number == -EAGAIN)
        return NONE;
    return number < 0 ? blocking_raise(t, number, UNBOUND)
                      : from_info(t, &info);
}

/* --- timers ------------------------------------------------------------ */

static const double MICRO = 1e6;

NATIVE(signal_sets, alarm, 0,
       "Have SIGALRM come in some seconds, or with 0 not; answers the seconds "
       "left of the alarm before.",
       (arg, c_int, seconds), (slash))
{
    return value_from_int(os_signal_alarm((unsigned)seconds));
}

static Value from_timer(Thread *t, const OsSignalTimer *timer)
{
    double value = (double)timer->value / MICRO;
    double interval = (double)timer->interval / MICRO;
    return value_from_pointer(tuple_pack(t, 2, float_from_double(t, value),
                                         float_from_double(t, interval)));
}

Value signal_timer_error_new(Thread *t)
{
    Dict *d = dict_new(t);
    dict_set_str(t, d, N(__module__),
                 value_from_pointer(str_from_c(t, "signal")));
    return type_new(t, &type_type, str_intern_c(t, "itimer_error"),
                    tuple_pack(t, 1, value_from_pointer(EXC(OSError))), d,
                    UNBOUND);
}

/* Raises ItimerError. */
static Value timer_raise(Thread *t, const Native *function, int64_t error)
{
    Module *m = value_to_pointer(slot_get(&function->self));
    Value cls = dict_get_c(t, m->dict, "ItimerError");
    raise_os_error(t, (int)-error, UNBOUND);
    Exception *e = value_to_exception(exception_take(t));
    TRY(v, object_call_tuple(t, cls, value_to_tuple(slot_get(&e->args)), NULL));
    return raise_value(t, v);
}

NATIVE(signal_sets, getitimer, 0,
       "The seconds that are left of a timer, and those between its signals.",
       (arg, c_int, which), (slash), (callee, function))
{
    OsSignalTimer now;
    int64_t result = os_signal_timer_get(which, &now);
    return result < 0 ? timer_raise(t, function, result) : from_timer(t, &now);
}

/* Nanoseconds as microseconds, rounded up. */
static int64_t micro(int64_t ns) { return ns / 1000 + (ns % 1000 > 0); }

NATIVE(signal_sets, setitimer, 0,
       "Have a timer send its signal in some seconds, and every `interval` "
       "seconds "
       "from then on.\n\n"
       "Answers what getitimer() did before.",
       (arg, c_int, which), (arg, seconds, seconds),
       (opt, seconds, interval, 0.0), (slash), (callee, function))
{
    OsSignalTimer before;
    OsSignalTimer timer = {.value = micro(seconds),
                           .interval = micro(interval)};
    int64_t result = os_signal_timer_set(which, &timer, &before);
    return result < 0 ? timer_raise(t, function, result)
                      : from_timer(t, &before);
}

const NativeDef *const signal_sets_functions[] = {
    &signal_sets_raise_signal_native,
    &signal_sets_pthread_kill_native,
    &signal_sets_pidfd_send_signal_native,
    &signal_sets_pthread_sigmask_native,
    &signal_sets_sigpending_native,
    &signal_sets_valid_signals_native,
    &signal_sets_pause_native,
    &signal_sets_sigwait_native,
    &signal_sets_sigwaitinfo_native,
    &signal_sets_sigtimedwait_native,
    &signal_sets_alarm_native,
    &signal_sets_getitimer_native,
    &signal_sets_setitimer_native,
    NULL,
};
