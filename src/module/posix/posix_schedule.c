/* SPDX-License-Identifier: MIT */
/* Which process runs when and where. */
#include "module/posix/posix_parts.h"

#include <limits.h>
#include <string.h>
#include "module/posix/posix_schedule.h"
#include "module/struct_sequence.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "os/schedule.h"

/* --- policies and priorities ------------------------------------------- */

static const MemberDef param_members[] = {
    STRUCT_FIELD("sched_priority", 0),
    {0},
};
CONSTRUCTOR(sched_param, 0, (cls), (arg, object, sched_priority))
{
    return struct_sequence_new(t, cls, &sched_priority);
}
static Type sched_param = {
    TYPE_HEAD(TUPLE),
    .constructor = &sched_param_new_native,
    STRUCT_SEQUENCE("posix.sched_param", "How urgent a process is.",
                    param_members, 0),
};

bool posix_sched_priority(Thread *t, Value v, int *out)
{
    int64_t priority;
    if (!value_is_pointer(v) || type_of(v) != &sched_param) {
        raise_type_error(t, "must have a sched_param object");
        return false;
    }
    if (object_to_int64(t, tuple_get(value_to_tuple(v), 0), &priority) < 0)
        return false;
    *out = (int)priority;
    if (*out == priority)
        return true;
    raise_error(t, EXC(OverflowError), "sched_priority out of range");
    return false;
}

#define PARAM_LEAF_sched_param LEAF_NEVER
#define PARAM_TYPE_sched_param     int
#define PARAM_LOCAL_sched_param(v) int v
static PARAM_FN(sched_param, int)
{
    return posix_sched_priority(t, v, out);
}

NATIVE(posix, sched_get_priority_max, 0, "The highest priority of a policy.",
       (arg, c_int, policy))
{
    return posix_int(t, os_schedule_priority_max(policy), UNBOUND);
}

NATIVE(posix, sched_get_priority_min, 0, "The lowest priority of a policy.",
       (arg, c_int, policy))
{
    return posix_int(t, os_schedule_priority_min(policy), UNBOUND);
}

NATIVE(posix, sched_getscheduler, 0, "The policy of a process; 0: this one.",
       (arg, c_int, pid), (slash))
{
    return posix_int(t, os_schedule_policy(pid), UNBOUND);
}

NATIVE(posix, sched_setscheduler, 0,
       "Set the policy and the priority of a process; 0: this one.",
       (arg, c_int, pid), (arg, c_int, policy), (arg, sched_param, param),
       (slash))
{
    return posix_none(t, os_schedule_set_policy(pid, policy, param), UNBOUND);
}

NATIVE(posix, sched_getparam, 0, "The priority of a process; 0: this one.",
       (arg, c_int, pid), (slash))
{
    int priority;
    int64_t result = os_schedule_priority(pid, &priority);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    Value v = value_from_int(priority);
    return struct_sequence_new(t, &sched_param, &v);
}

NATIVE(posix, sched_setparam, 0, "Set the priority of a process; 0: this one.",
       (arg, c_int, pid), (arg, sched_param, param), (slash))
{
    return posix_none(t, os_schedule_set_priority(pid, param), UNBOUND);
}

NATIVE(posix, sched_rr_get_interval, 0,
       "How many seconds a process runs in its turn.",
       (arg, c_int, pid), (slash))
{
    double seconds;
    int64_t result = os_schedule_interval(pid, &seconds);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : float_from_double(t, seconds);
}

NATIVE(posix, sched_yield, 0, "Let other processes and threads run.")
{
    return posix_none(t, BLOCKING(t, os_schedule_yield()), UNBOUND);
}

/* --- processors -------------------------------------------------------- */

enum { MASK_BITS = 64, MASK_MAX = 1 << 20 /* bytes, of any system */ };

/* The bits of a mask as a set. */
static Value processors_in(Thread *t, const uint64_t *mask, size_t size)
{
    Set *set = set_new(t, SHAPE_SET);
    for (int64_t i = 0; i < (int64_t)size * 8; i++)
        if ((mask[i / MASK_BITS] >> (i % MASK_BITS) & 1) &&
            set_add(t, set, value_from_int(i)) < 0)
            return NULL_VALUE;
    return value_from_pointer(set);
}

static Blob *mask_new(Thread *t, size_t size)
{
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return value_to_pointer(raise_no_memory(t));
    blob->capacity = (int64_t)size;
    memset(blob->data, 0, size);
    return blob;
}

NATIVE(posix, sched_getaffinity, 0,
       "The processors that a process may run on; 0: this process.",
       (arg, c_int, pid), (slash))
{
    for (size_t size = 128;; size *= 2) {
        Blob *blob = mask_new(t, size);
        if (blob == NULL)
            return NULL_VALUE;
        uint64_t *mask = (uint64_t *)(void *)blob->data;
        int64_t result = os_schedule_processors(pid, mask, size);
        if (result == -EINVAL && size < MASK_MAX)
            continue;
        if (result < 0)
            return raise_os_error(t, (int)-result, UNBOUND);
        Value set = processors_in(t, mask, size);
        KEEP(blob);
        return set;
    }
}

/* One of an iterable's items: false with an exception. */
static bool to_processor(Thread *t, Value v, int64_t *out)
{
    if (!value_is_int_object(v)) {
        raise_type_error(t, "expected an iterator of ints, but iterator "
                         "yielded %R", value_from_pointer(type_of(v)));
        return false;
    }
    if (int_sign(v) < 0)
        raise_value_error(t, "negative CPU number");
    else if (!int_to_int64(v, out) || *out >= INT_MAX)
        raise_error(t, EXC(OverflowError), "CPU number too large");
    else
        return true;
    return false;
}

NATIVE(posix, sched_setaffinity, 0,
       "Say which processors a process may run on; 0: this process.",
       (arg, c_int, pid), (arg, object, mask), (slash))
{
    TRY(iterator, object_iter(t, mask));
    size_t size = 128;
    Blob *blob = mask_new(t, size);
    if (blob == NULL)
        return NULL_VALUE;
    FOR_EACH_ITEM(t, v, iterator, NULL_VALUE) {
        int64_t i;
        if (!to_processor(t, v, &i))
            return NULL_VALUE;
        if (i >= (int64_t)size * 8) {
            size_t larger = ((size_t)i / MASK_BITS + 1) * sizeof(uint64_t) * 2;
            Blob *more = mask_new(t, larger);
            if (more == NULL)
                return NULL_VALUE;
            memcpy(more->data, blob->data, size);
            blob = more;
            size = larger;
        }
        ((uint64_t *)(void *)blob->data)[i / MASK_BITS] |= UINT64_C(1)
                                                           << (i % MASK_BITS);
    }
    int64_t result = os_schedule_set_processors(
        pid, (const uint64_t *)(const void *)blob->data, size);
    KEEP(blob);
    return posix_none(t, result, UNBOUND);
}

NATIVE(posix, cpu_count, 0, "How many processors there are; None: unknown.")
{
    int64_t n = os_processors();
    return n < 1 ? NONE : value_from_int(n);
}

/* --- niceness ---------------------------------------------------------- */

static Value niceness(Thread *t, int64_t result, int value)
{
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : value_from_int(value);
}

NATIVE(posix, nice, 0, "Be so much nicer to other processes; how nice that is.",
       (arg, c_int, increment), (slash))
{
    int value;
    int64_t result = os_nice(increment, &value);
    return niceness(t, result, value);
}

NATIVE(posix, getpriority, 0,
       "How nice a process (PRIO_PROCESS), a group or a user's processes are.",
       (arg, c_int, which), (arg, c_int, who))
{
    int value;
    int64_t result = os_niceness(which, (unsigned)who, &value);
    return niceness(t, result, value);
}

NATIVE(posix, setpriority, 0,
       "Say how nice a process, a group or a user's processes shall be.",
       (arg, c_int, which), (arg, c_int, who), (arg, c_int, priority))
{
    return posix_none(t, os_set_niceness(which, (unsigned)who, priority),
                      UNBOUND);
}

const NativeDef *const posix_schedule_functions[] = {
    &posix_cpu_count_native,
    &posix_getpriority_native,
    &posix_nice_native,
    &posix_sched_get_priority_max_native,
    &posix_sched_get_priority_min_native,
    &posix_sched_getaffinity_native,
    &posix_sched_getparam_native,
    &posix_sched_getscheduler_native,
    &posix_sched_rr_get_interval_native,
    &posix_sched_setaffinity_native,
    &posix_sched_setparam_native,
    &posix_sched_setscheduler_native,
    &posix_sched_yield_native,
    &posix_setpriority_native,
    NULL,
};

int posix_schedule_init(Thread *t, Module *m)
{
    posix_add_type(t, m, "sched_param", &sched_param);
    return 0;
}
