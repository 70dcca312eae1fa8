/* SPDX-License-Identifier: MIT */
/* What is known of files and file systems: 0, or -errno. */
#ifndef ADDER_OS_STATUS_H
#define ADDER_OS_STATUS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

int64_t os_status(int dir, const char *path, bool follow, struct stat *out);
int64_t os_status_fd(int fd, struct stat *out);
int64_t os_status_system(const char *path, struct statvfs *out);
int64_t os_status_system_fd(int fd, struct statvfs *out);

/* Times in nanoseconds, which an int64 does not hold for all. */
typedef struct OsTimes {
    struct timespec accessed, modified, changed;
} OsTimes;
OsTimes os_status_times(const struct stat *s);

#endif
