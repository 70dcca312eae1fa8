/* SPDX-License-Identifier: MIT */
/* Files, for the interpreter's own use. */
#ifndef ADDER_OS_FILE_H
#define ADDER_OS_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All of a file in malloc'd memory with a zero byte behind it; NULL with errno
 * set. */
uint8_t *os_file_read(const char *path, size_t *len);
/* The rest of an open descriptor likewise. */
uint8_t *os_file_read_fd(int fd, size_t *len);
/* Writes a file by way of a temporary one, so that nobody sees half of it: 0,
 * or an errno. */
int os_file_write_atomically(const char *path, const void *data, size_t len);

bool os_file_exists(const char *path);
bool os_file_is_directory(const char *path);
bool os_file_is_regular(const char *path);
/* Modification time in nanoseconds and size: 0, or an errno. */
int os_file_stat(const char *path, int64_t *mtime_ns, int64_t *size);
/* Makes a directory and those above it: 0, or an errno. */
int os_file_make_directories(const char *path);
/* Writes all, retrying: 0, or an errno. */
int os_file_write_all(int fd, const void *data, size_t len);
/* The absolute path of the running program, malloc'd; NULL if unknown. */
char *os_file_program_path(const char *argv0);
/* The working directory, malloc'd; NULL with errno set. */
char *os_file_working_directory(void);
bool os_file_is_terminal(int fd);

#endif
