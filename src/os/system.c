/* SPDX-License-Identifier: MIT */
/* The system's name. */
#include "os/system.h"

const char *os_system_name(void)
{
#if defined(__APPLE__)
    return "darwin";
#elif defined(_WIN32)
    return "win32";
#else
    return "linux";
#endif
}
