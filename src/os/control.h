/* SPDX-License-Identifier: MIT */
/* fcntl, ioctl and locks: what the system's calls answer, or -errno. */
#ifndef ADDER_OS_CONTROL_H
#define ADDER_OS_CONTROL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int64_t os_fd_control(int fd, int command, unsigned argument);
int64_t os_fd_control_memory(int fd, int command, void *memory);
int64_t os_fd_device(int fd, unsigned request, int argument);
int64_t os_fd_device_memory(int fd, unsigned request, void *memory);

/* Locks of whole files. */
int64_t os_fd_flock(int fd, int operation);
/* Locks of parts of a file, as lockf takes its operation: LOCK_SH, LOCK_EX or
 * LOCK_UN, with LOCK_NB.  -EDOM: it is none of these. */
int64_t os_fd_lock_part(int fd, int operation, int64_t start, int64_t n,
                        int whence);

#endif
