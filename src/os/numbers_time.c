/* SPDX-License-Identifier: MIT */
/* What the module time has: the clocks of time.h. */
#define _GNU_SOURCE
#include "os/numbers.h"

#include <time.h>

const OsNumber os_numbers_time[] = {
    OS_NUMBER(CLOCK_MONOTONIC),
    OS_NUMBER(CLOCK_PROCESS_CPUTIME_ID),
    OS_NUMBER(CLOCK_REALTIME),
    OS_NUMBER(CLOCK_THREAD_CPUTIME_ID),
#ifdef CLOCK_BOOTTIME
    OS_NUMBER(CLOCK_BOOTTIME),
#endif
#ifdef CLOCK_MONOTONIC_RAW
    OS_NUMBER(CLOCK_MONOTONIC_RAW),
#endif
#ifdef CLOCK_TAI
    OS_NUMBER(CLOCK_TAI),
#endif
    {0},
};
