/* SPDX-License-Identifier: MIT */
/* Terminals: answers are the system's, or -errno. */
#ifndef ADDER_OS_TERMINAL_H
#define ADDER_OS_TERMINAL_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* The name of the controlling terminal, in a buffer of OS_TERMINAL_NAME. */
enum { OS_TERMINAL_NAME = 64 };
void os_terminal_own_name(char *buf);
int64_t os_terminal_name(int fd, char *buf, size_t size); /* 0 */
int64_t os_terminal_open_pair(int *master, int *slave);   /* 0 */
/* Waits until there is something to read, or no more: more than 0; -EINTR when a
 * signal comes, or has come and was not taken yet. */
int64_t os_terminal_wait(int fd);
/* Has Ctrl-C throw nothing away that was typed before it: 0. */
int64_t os_terminal_keep_typed(int fd);
int64_t os_terminal_login(int fd);
int64_t os_terminal_group(int fd);
int64_t os_terminal_set_group(int fd, pid_t group);

typedef struct OsTerminalSize {
    unsigned lines, columns;
} OsTerminalSize;
int64_t os_terminal_size(int fd, OsTerminalSize *out); /* 0 */

#endif
