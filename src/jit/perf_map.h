/* SPDX-License-Identifier: MIT */
/* /tmp/perf-PID.map: addresses and names, which perf reads when it reports. */
#ifndef ADDER_JIT_PERF_MAP_H
#define ADDER_JIT_PERF_MAP_H

#include "jit/announce.h"

/* False, after a message: the file cannot be made. */
bool perf_map_open(void);
void perf_map_add(const Announced *a);

#endif
