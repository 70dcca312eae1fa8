/* SPDX-License-Identifier: MIT */
/*
 * Files and descriptors.  Functions that answer an int or a size say -errno
 * where they fail; those that may block answer -EINTR when a signal came, and
 * it is the caller who tries again (see exec/blocking.h).
 */
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
/* Line `number` of a file with its end, malloc'd, counted from 1; NULL if there
 * is none, or the file cannot be read. */
char *os_file_read_line(const char *path, int number, size_t *len);
/* Writes a file by way of a temporary one, so that nobody sees half of it: 0,
 * or an errno. */
int os_file_write_atomically(const char *path, const void *data, size_t len);

enum { /* os_file_open */
    OS_OPEN_READ = 1 << 0,
    OS_OPEN_WRITE = 1 << 1,
    OS_OPEN_CREATE = 1 << 2,
    OS_OPEN_EXCLUSIVE = 1 << 3, /* it must not be there yet */
    OS_OPEN_TRUNCATE = 1 << 4,
    OS_OPEN_APPEND = 1 << 5,
};
/* A descriptor that programs run later do not inherit, or -errno. */
int os_file_open(const char *path, unsigned flags);
/* The same flags as open(2) takes them. */
int os_file_open_flags(unsigned flags);
/* Programs run later do not inherit it: 0, or an errno. */
int os_file_keep(int fd);
/* 0, or an errno; the descriptor is closed in any case. */
int os_file_close(int fd);
/* One read or write of up to n bytes: how many, or -errno. */
int64_t os_file_read_some(int fd, void *to, size_t n);
int64_t os_file_write_some(int fd, const void *from, size_t n);
/* The new position, or -errno; whence is SEEK_SET, SEEK_CUR or SEEK_END. */
int64_t os_file_seek(int fd, int64_t offset, int whence);
/* 0, or an errno. */
int os_file_truncate(int fd, int64_t size);
typedef struct OsFileInfo {
    bool is_directory, is_regular;
    int64_t size, block_size;
} OsFileInfo;
/* 0, or an errno. */
int os_file_info(int fd, OsFileInfo *info);

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
/* The path without links and dots, malloc'd; NULL with errno set. */
char *os_file_real_path(const char *path);
bool os_file_is_terminal(int fd);

#endif
