/* SPDX-License-Identifier: MIT */
/* Files by which profilers find out about this process. */
#ifndef ADDER_OS_PROFILE_H
#define ADDER_OS_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int64_t os_process_id(void);
int64_t os_thread_id(void);
/* Makes the file anew, or empties it, for this user alone.  A descriptor, or
 * -1 with errno: also for a link, for what is no file, and for one that is
 * somebody else's. */
int os_profile_create(const char *path);
/* Maps the file's first page executable for as long as the process lives: perf
 * records that, and so finds the file. */
bool os_profile_mark(int fd);
void os_profile_close(int fd);

#endif
