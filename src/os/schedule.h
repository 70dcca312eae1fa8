/* SPDX-License-Identifier: MIT */
/* Which process runs when and where: answers are the system's, or -errno. */
#ifndef ADDER_OS_SCHEDULE_H
#define ADDER_OS_SCHEDULE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

int64_t os_schedule_yield(void);
int64_t os_schedule_priority_min(int policy);
int64_t os_schedule_priority_max(int policy);
int64_t os_schedule_policy(pid_t pid);
int64_t os_schedule_set_policy(pid_t pid, int policy, int priority);
int64_t os_schedule_priority(pid_t pid, int *out); /* 0 */
int64_t os_schedule_set_priority(pid_t pid, int priority);
int64_t os_schedule_interval(pid_t pid, double *seconds); /* 0 */

/* Processors as bits of a mask of `size` bytes, a multiple of 8.  EINVAL: it is
 * too small. */
int64_t os_schedule_processors(pid_t pid, uint64_t *mask, size_t size);
int64_t os_schedule_set_processors(pid_t pid, const uint64_t *mask,
                                   size_t size);
/* How many there are; 0: unknown. */
int64_t os_processors(void);

/* How nice: 0 and *out, or -errno. */
int64_t os_nice(int increment, int *out);
int64_t os_niceness(int which, unsigned who, int *out);
int64_t os_set_niceness(int which, unsigned who, int priority);

#endif
