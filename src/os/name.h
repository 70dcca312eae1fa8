/* SPDX-License-Identifier: MIT */
/*
 * Names in the file system and what they stand for.  All answer what the
 * system's call does, 0 mostly, or -errno.  A `dir` is a descriptor of the
 * directory that a relative path starts from, OS_HERE for the working directory.
 */
#ifndef ADDER_OS_NAME_H
#define ADDER_OS_NAME_H

#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { OS_HERE = AT_FDCWD };

int64_t os_name_link(int from_dir, const char *from, int to_dir,
                     const char *to, bool follow);
int64_t os_name_symlink(const char *target, int dir, const char *path);
/* How much of the target there was, without a zero byte. */
int64_t os_name_readlink(int dir, const char *path, char *target, size_t size);
int64_t os_name_rename(int from_dir, const char *from, int to_dir,
                       const char *to);
int64_t os_name_unlink(int dir, const char *path);
int64_t os_name_make_fifo(int dir, const char *path, unsigned mode);
int64_t os_name_make_node(int dir, const char *path, unsigned mode,
                          uint64_t device);

int64_t os_name_access(int dir, const char *path, int mode, bool effective,
                       bool follow);
int64_t os_name_chmod(int dir, const char *path, unsigned mode, bool follow);
int64_t os_name_chmod_fd(int fd, unsigned mode);
int64_t os_name_chown(int dir, const char *path, uint32_t user, uint32_t group,
                      bool follow);
int64_t os_name_chown_fd(int fd, uint32_t user, uint32_t group);
int64_t os_name_truncate(const char *path, int64_t size);
unsigned os_name_mask(unsigned mask); /* the one before */

/* Access and modification; `times` NULL: now. */
int64_t os_name_set_times(int dir, const char *path,
                          const struct timespec times[2], bool follow);
int64_t os_name_set_times_fd(int fd, const struct timespec times[2]);

uint64_t os_device_make(unsigned major, unsigned minor);
unsigned os_device_major(uint64_t device);
unsigned os_device_minor(uint64_t device);

/* Extended attributes: of `path`, of the link itself without `follow`, or of
 * the descriptor if path is NULL.  Size 0: how large the buffer must be. */
typedef struct OsNamed {
    const char *path;
    int fd;
    bool follow;
} OsNamed;
int64_t os_name_attribute(OsNamed file, const char *name, void *value,
                          size_t size);
int64_t os_name_attribute_set(OsNamed file, const char *name,
                              const void *value, size_t size, int flags);
int64_t os_name_attribute_remove(OsNamed file, const char *name);
int64_t os_name_attributes(OsNamed file, char *names, size_t size);

#endif
