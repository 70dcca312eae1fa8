/* SPDX-License-Identifier: MIT */
/* What posix_spawn has to do with scheduling. */
#ifndef ADDER_MODULE_POSIX_SCHEDULE_H
#define ADDER_MODULE_POSIX_SCHEDULE_H

#include "object/core/object.h"

/* The priority that a sched_param has: false with an exception. */
bool posix_sched_priority(Thread *t, Value v, int *out);

#endif
