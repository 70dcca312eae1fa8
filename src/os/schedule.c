/* SPDX-License-Identifier: MIT */
/* Scheduling by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/schedule.h"

#include <sched.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_schedule_yield(void)
{
    return os_result(sched_yield());
}

int64_t os_schedule_priority_min(int policy)
{
    return os_result(sched_get_priority_min(policy));
}

int64_t os_schedule_priority_max(int policy)
{
    return os_result(sched_get_priority_max(policy));
}

int64_t os_schedule_policy(pid_t pid)
{
    return os_result(sched_getscheduler(pid));
}

int64_t os_schedule_set_policy(pid_t pid, int policy, int priority)
{
    struct sched_param param = {.sched_priority = priority};
    return os_result(sched_setscheduler(pid, policy, &param));
}

int64_t os_schedule_priority(pid_t pid, int *out)
{
    struct sched_param param = {0};
    int64_t result = os_result(sched_getparam(pid, &param));
    *out = param.sched_priority;
    return result;
}

int64_t os_schedule_set_priority(pid_t pid, int priority)
{
    struct sched_param param = {.sched_priority = priority};
    return os_result(sched_setparam(pid, &param));
}

int64_t os_schedule_interval(pid_t pid, double *seconds)
{
    struct timespec interval = {0};
    int64_t result = os_result(sched_rr_get_interval(pid, &interval));
    *seconds = (double)interval.tv_sec + 1e-9 * (double)interval.tv_nsec;
    return result;
}

int64_t os_schedule_processors(pid_t pid, uint64_t *mask, size_t size)
{
    return os_result(sched_getaffinity(pid, size, (cpu_set_t *)(void *)mask));
}

int64_t os_schedule_set_processors(pid_t pid, const uint64_t *mask,
                                   size_t size)
{
    return os_result(
        sched_setaffinity(pid, size, (const cpu_set_t *)(const void *)mask));
}

int64_t os_processors(void)
{
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 0 ? 0 : n;
}

/* --- niceness, of which -1 is one -------------------------------------- */

int64_t os_nice(int increment, int *out)
{
    errno = 0;
    *out = nice(increment);
    return *out == -1 ? -errno : 0;
}

int64_t os_niceness(int which, unsigned who, int *out)
{
    errno = 0;
    *out = getpriority(which, who);
    return *out == -1 ? -errno : 0;
}

int64_t os_set_niceness(int which, unsigned who, int priority)
{
    return os_result(setpriority(which, who, priority));
}
