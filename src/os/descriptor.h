/* SPDX-License-Identifier: MIT */
/*
 * What can be done with descriptors.  All answer what the system's call of that
 * name does, or -errno; descriptors that are made are not inherited by programs
 * run later.
 */
#ifndef ADDER_OS_DESCRIPTOR_H
#define ADDER_OS_DESCRIPTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/uio.h>

int64_t os_fd_open_at(int dir, const char *path, int flags, unsigned mode);
int64_t os_fd_duplicate(int fd);
/* As `to`, which is closed first. */
int64_t os_fd_duplicate_to(int fd, int to, bool inheritable);
/* Two ends, to read from and to write to: 0. */
int64_t os_fd_pipe(int ends[2]);
int64_t os_fd_pipe_with(int ends[2], int flags); /* inherited unless they say */
/* Closes all in [low, high). */
int64_t os_fd_close_range(int low, int high);

int64_t os_fd_is_inheritable(int fd); /* 0 or 1 */
int64_t os_fd_set_inheritable(int fd, bool inheritable);
int64_t os_fd_is_blocking(int fd); /* 0 or 1 */
int64_t os_fd_set_blocking(int fd, bool blocking);

int64_t os_fd_read_at(int fd, void *to, size_t n, int64_t offset);
int64_t os_fd_write_at(int fd, const void *from, size_t n, int64_t offset);
int64_t os_fd_readv(int fd, const struct iovec *parts, int n);
int64_t os_fd_writev(int fd, const struct iovec *parts, int n);
int64_t os_fd_preadv(int fd, const struct iovec *parts, int n, int64_t offset,
                     int flags);
int64_t os_fd_pwritev(int fd, const struct iovec *parts, int n, int64_t offset,
                      int flags);
/* Between descriptors; where an offset is NULL the file's own position counts
 * and moves. */
int64_t os_fd_send_file(int out, int in, int64_t *offset, size_t n);
int64_t os_fd_copy_range(int in, int64_t *in_offset, int out,
                         int64_t *out_offset, size_t n, unsigned flags);
int64_t os_fd_splice(int in, int64_t *in_offset, int out, int64_t *out_offset,
                     size_t n, unsigned flags);

int64_t os_fd_truncate(int fd, int64_t size);
int64_t os_fd_sync(int fd);
int64_t os_fd_sync_data(int fd);
void os_sync(void);
/* Space there is for [offset, offset + n) then; what is to be expected of it. */
int64_t os_fd_allocate(int fd, int64_t offset, int64_t n);
int64_t os_fd_advise(int fd, int64_t offset, int64_t n, int advice);
int64_t os_fd_lockf(int fd, int command, int64_t n);

int64_t os_fd_memory(const char *name, unsigned flags);
int64_t os_fd_event(unsigned value, int flags);
int64_t os_fd_event_read(int fd, uint64_t *value); /* 0 */
int64_t os_fd_event_write(int fd, uint64_t value); /* 0 */
int64_t os_fd_random(void *buf, size_t n, unsigned flags);

#endif
