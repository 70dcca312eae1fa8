/* SPDX-License-Identifier: MIT */
/* Waiting until descriptors are ready: how many are, or -errno; after a signal
 * -EINTR.  A timeout is in milliseconds, negative for ever. */
#ifndef ADDER_OS_WAIT_H
#define ADDER_OS_WAIT_H

#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>

int64_t os_wait_poll(struct pollfd *fds, size_t n, int timeout);
/* ns: nanoseconds, negative for ever. */
int64_t os_wait_select(int n, fd_set *read, fd_set *write, fd_set *except,
                       int64_t ns);

int64_t os_epoll_new(void);
enum { OS_EPOLL_CLOEXEC = EPOLL_CLOEXEC };
/* 0.  `operation` is EPOLL_CTL_ADD, EPOLL_CTL_MOD or EPOLL_CTL_DEL. */
int64_t os_epoll_control(int epoll, int operation, int fd, uint32_t events);
int64_t os_epoll_wait(int epoll, struct epoll_event *events, int n,
                      int timeout);

#endif
