/* SPDX-License-Identifier: MIT */
/*
 * Programs in new processes, as posix_spawn has it: an OsSpawn is told what the
 * new process does before it runs the program, in this order.  Answers are 0, or
 * -errno.
 */
#ifndef ADDER_OS_SPAWN_H
#define ADDER_OS_SPAWN_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct OsSpawn OsSpawn;
OsSpawn *os_spawn_new(void); /* NULL: no memory */
void os_spawn_free(OsSpawn *s);

int64_t os_spawn_open(OsSpawn *s, int fd, const char *path, int flags,
                      unsigned mode);
int64_t os_spawn_close(OsSpawn *s, int fd);
int64_t os_spawn_duplicate(OsSpawn *s, int fd, int to);

int64_t os_spawn_set_group(OsSpawn *s, pid_t group);
int64_t os_spawn_reset_ids(OsSpawn *s);
int64_t os_spawn_new_session(OsSpawn *s);
/* Bit i - 1 is signal i. */
int64_t os_spawn_block_signals(OsSpawn *s, uint64_t signals);
int64_t os_spawn_default_signals(OsSpawn *s, uint64_t signals);
int64_t os_spawn_set_policy(OsSpawn *s, int policy);
int64_t os_spawn_set_priority(OsSpawn *s, int priority);

/* The new process's number; without a slash in it, `path` may be one of PATH's if
 * `search`. */
int64_t os_spawn_run(const OsSpawn *s, bool search, const char *path,
                     char *const *argv, char *const *env);

#endif
