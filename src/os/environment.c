/* SPDX-License-Identifier: MIT */
/* The environment by POSIX. */
#define _GNU_SOURCE
#include "os/environment.h"

#include <stdlib.h>
#include <unistd.h>
#include "os/result.h"

char *const *os_environment(void)
{
    return environ;
}

int64_t os_environment_set(const char *name, const char *value)
{
    return os_result(setenv(name, value, 1));
}

int64_t os_environment_remove(const char *name)
{
    return os_result(unsetenv(name));
}
