/* SPDX-License-Identifier: MIT */
/* poll, select and epoll. */
#define _GNU_SOURCE
#include "os/wait.h"

#include "os/result.h"

int64_t os_wait_poll(struct pollfd *fds, size_t n, int timeout)
{
    return os_result(poll(fds, (nfds_t)n, timeout));
}

int64_t os_wait_select(int n, fd_set *read, fd_set *write, fd_set *except,
                       int64_t ns)
{
    struct timeval timeout = {.tv_sec = ns / 1000000000,
                              .tv_usec = (ns % 1000000000 + 999) / 1000};
    if (timeout.tv_usec == 1000000) {
        timeout.tv_usec = 0;
        timeout.tv_sec++;
    }
    return os_result(select(n, read, write, except, ns < 0 ? NULL : &timeout));
}

int64_t os_epoll_new(void)
{
    return os_result(epoll_create1(EPOLL_CLOEXEC));
}

int64_t os_epoll_control(int epoll, int operation, int fd, uint32_t events)
{
    struct epoll_event event = {.events = events, .data = {.fd = fd}};
    return os_result(epoll_ctl(epoll, operation, fd, &event));
}

int64_t os_epoll_wait(int epoll, struct epoll_event *events, int n,
                      int timeout)
{
    return os_result(epoll_wait(epoll, events, n, timeout));
}
