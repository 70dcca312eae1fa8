/* SPDX-License-Identifier: MIT */
/* Lengths of time as Python gives them: seconds, a float or an int. */
#ifndef ADDER_MODULE_DURATION_H
#define ADDER_MODULE_DURATION_H

#include "object/core/object.h"

/* In nanoseconds, rounded up: 0, or -1 with an exception. */
int duration_from_object(Thread *t, Value seconds, int64_t *ns);
/* The time, by OS_CLOCK_MONOTONIC, when it is over that begins now; the end of
 * time if that is later. */
int64_t duration_end(int64_t ns);

#endif
