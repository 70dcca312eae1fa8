/* SPDX-License-Identifier: MIT */
/* The module resource: what processes use, and what they may. */
#include "module/resource.h"

#include <errno.h>
#include "module/struct_sequence.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "os/memory.h"
#include "os/numbers.h"

/* --- what they use ----------------------------------------------------- */

static const MemberDef usage_members[] = {
    STRUCT_FIELD("ru_utime", 0),     STRUCT_FIELD("ru_stime", 1),
    STRUCT_FIELD("ru_maxrss", 2),    STRUCT_FIELD("ru_ixrss", 3),
    STRUCT_FIELD("ru_idrss", 4),     STRUCT_FIELD("ru_isrss", 5),
    STRUCT_FIELD("ru_minflt", 6),    STRUCT_FIELD("ru_majflt", 7),
    STRUCT_FIELD("ru_nswap", 8),     STRUCT_FIELD("ru_inblock", 9),
    STRUCT_FIELD("ru_oublock", 10),  STRUCT_FIELD("ru_msgsnd", 11),
    STRUCT_FIELD("ru_msgrcv", 12),   STRUCT_FIELD("ru_nsignals", 13),
    STRUCT_FIELD("ru_nvcsw", 14),    STRUCT_FIELD("ru_nivcsw", 15),
    {0},
};
static Type usage_type = {
    TYPE_HEAD(TUPLE),
    .constructor = &struct_sequence_new_native,
    STRUCT_SEQUENCE("resource.struct_rusage", "What a process has used.",
                    usage_members, 0),
};

static Value seconds(Thread *t, struct timeval tv)
{
    return float_from_double(t, (double)tv.tv_sec + 1e-6 * (double)tv.tv_usec);
}

Value resource_usage(Thread *t, const struct rusage *u)
{
    if (!(usage_type.type_flags & TYPE_READY))
        struct_sequence_ready(t, &usage_type);
    Value values[] = {
        seconds(t, u->ru_utime),         seconds(t, u->ru_stime),
        int_from_int64(t, u->ru_maxrss), int_from_int64(t, u->ru_ixrss),
        int_from_int64(t, u->ru_idrss),  int_from_int64(t, u->ru_isrss),
        int_from_int64(t, u->ru_minflt), int_from_int64(t, u->ru_majflt),
        int_from_int64(t, u->ru_nswap),  int_from_int64(t, u->ru_inblock),
        int_from_int64(t, u->ru_oublock), int_from_int64(t, u->ru_msgsnd),
        int_from_int64(t, u->ru_msgrcv), int_from_int64(t, u->ru_nsignals),
        int_from_int64(t, u->ru_nvcsw),  int_from_int64(t, u->ru_nivcsw),
    };
    return struct_sequence_new(t, &usage_type, values);
}

NATIVE(resource, getrusage, 0,
       "What this process (RUSAGE_SELF), its children or this thread has used.",
       (arg, c_int, who), (slash))
{
    struct rusage usage;
    int64_t result = os_process_usage(who, &usage);
    if (result == -EINVAL)
        return raise_value_error(t, "invalid who parameter");
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : resource_usage(t, &usage);
}

NATIVE(resource, getpagesize, 0, "How many bytes a page of memory has.")
{
    return value_from_int((int64_t)os_page_size());
}

/* --- what they may ----------------------------------------------------- */

static bool check_resource(Thread *t, int resource)
{
    if (resource >= 0 && resource < RLIM_NLIMITS)
        return true;
    raise_value_error(t, "invalid resource specified");
    return false;
}

static bool to_limit(Thread *t, Value v, rlim_t *out)
{
    int64_t i;
    if (object_to_int64(t, v, &i) < 0)
        return false;
    *out = (rlim_t)i;
    return true;
}

/* A soft limit and a hard one. */
static bool to_limits(Thread *t, Value v, struct rlimit *out)
{
    Tuple *pair = tuple_from_iterable(t, v);
    if (pair == NULL)
        return false;
    if (pair->len != 2) {
        raise_value_error(t, "expected a tuple of 2 integers");
        return false;
    }
    return to_limit(t, tuple_get(pair, 0), &out->rlim_cur) &&
           to_limit(t, tuple_get(pair, 1), &out->rlim_max);
}

static Value from_limits(Thread *t, const struct rlimit *limits)
{
    return value_from_pointer(
        tuple_pack(t, 2, int_from_int64(t, (int64_t)limits->rlim_cur),
                   int_from_int64(t, (int64_t)limits->rlim_max)));
}

static Value raise_limits(Thread *t, int64_t result)
{
    switch (result) {
    case -EINVAL:
        return raise_value_error(t, "current limit exceeds maximum limit");
    case -EPERM:
        return raise_value_error(t, "not allowed to raise maximum limit");
    default: return raise_os_error(t, (int)-result, UNBOUND);
    }
}

NATIVE(resource, getrlimit, 0, "The soft and the hard limit of a resource.",
       (arg, c_int, resource), (slash))
{
    struct rlimit limits;
    if (!check_resource(t, resource))
        return NULL_VALUE;
    int64_t result = os_process_limit(0, resource, NULL, &limits);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : from_limits(t, &limits);
}

NATIVE(resource, setrlimit, 0, "Set the soft and the hard limit of a resource.",
       (arg, c_int, resource), (arg, object, limits), (slash))
{
    struct rlimit set;
    if (!check_resource(t, resource) || !to_limits(t, limits, &set))
        return NULL_VALUE;
    int64_t result = os_process_limit(0, resource, &set, NULL);
    return result < 0 ? raise_limits(t, result) : NONE;
}

NATIVE(resource, prlimit, 0,
       "The limits that another process has, and set them if given.",
       (arg, c_int, pid), (arg, c_int, resource), (maybe, object, limits),
       (slash))
{
    struct rlimit set, before;
    bool sets = !value_is_unbound(limits);
    if (!check_resource(t, resource) || (sets && !to_limits(t, limits, &set)))
        return NULL_VALUE;
    int64_t result =
        os_process_limit(pid, resource, sets ? &set : NULL, &before);
    if (result == -EINVAL)
        return raise_value_error(t, "current limit exceeds maximum limit");
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : from_limits(t, &before);
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &resource_getpagesize_native,
    &resource_getrlimit_native,
    &resource_getrusage_native,
    &resource_prlimit_native,
    &resource_setrlimit_native,
    NULL,
};

static int init(Thread *t, Module *m)
{
    struct_sequence_ready(t, &usage_type);
    dict_set_c(t, m->dict, "struct_rusage", value_from_pointer(&usage_type));
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(OSError)));
    return 0;
}

const ModuleDef resource_module = {
    .name = "resource",
    .doc = "What processes use of the system, and the limits of that.",
    .functions = {functions},
    .numbers = os_numbers_resource,
    .init = init,
};
