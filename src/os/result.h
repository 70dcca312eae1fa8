/* SPDX-License-Identifier: MIT */
/* What functions of src/os answer that call the system: its number, or -errno. */
#ifndef ADDER_OS_RESULT_H
#define ADDER_OS_RESULT_H

#include <errno.h>
#include <stdint.h>

static inline int64_t os_result(int64_t answer)
{
    return answer < 0 ? -errno : answer;
}

#endif
