/* SPDX-License-Identifier: MIT */
/* sysconf and its like. */
#define _GNU_SOURCE
#include "os/configuration.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_configuration(int name, int64_t *out)
{
    errno = 0;
    *out = sysconf(name);
    return *out == -1 ? -errno : 0;
}

int64_t os_configuration_of(const char *path, int name, int64_t *out)
{
    errno = 0;
    *out = pathconf(path, name);
    return *out == -1 ? -errno : 0;
}

int64_t os_configuration_of_fd(int fd, int name, int64_t *out)
{
    errno = 0;
    *out = fpathconf(fd, name);
    return *out == -1 ? -errno : 0;
}

int64_t os_configuration_text(int name, char *buf, size_t size)
{
    errno = 0;
    size_t n = confstr(name, buf, size);
    return n == 0 ? -errno : (int64_t)n;
}

int64_t os_system_names(struct utsname *out)
{
    return os_result(uname(out));
}

int64_t os_system_load(double out[3])
{
    return getloadavg(out, 3) == 3 ? 0 : -ENOSYS;
}

const char *os_error_text(int number)
{
    return strerror(number);
}
