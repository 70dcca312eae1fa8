/* SPDX-License-Identifier: MIT */
/* Sockets by POSIX's and Linux's calls. */
#define _GNU_SOURCE
#include "os/socket.h"

#include <poll.h>
#include <unistd.h>
#include "os/result.h"

int64_t os_socket_new(int family, int type, int protocol)
{
    return os_result(socket(family, type | SOCK_CLOEXEC, protocol));
}

int64_t os_socket_pair(int family, int type, int protocol, int out[2])
{
    return os_result(socketpair(family, type | SOCK_CLOEXEC, protocol, out));
}

int64_t os_socket_accept(int fd, OsAddress *from)
{
    from->len = sizeof from->room;
    return os_result(accept4(fd, &from->any, &from->len, SOCK_CLOEXEC));
}

int64_t os_socket_bind(int fd, const OsAddress *address)
{
    return os_result(bind(fd, &address->any, address->len));
}

int64_t os_socket_connect(int fd, const OsAddress *address)
{
    return os_result(connect(fd, &address->any, address->len));
}

int64_t os_socket_listen(int fd, int backlog)
{
    return os_result(listen(fd, backlog));
}

int64_t os_socket_shutdown(int fd, int how)
{
    return os_result(shutdown(fd, how));
}

int64_t os_socket_own_address(int fd, OsAddress *out)
{
    out->len = sizeof out->room;
    return os_result(getsockname(fd, &out->any, &out->len));
}

int64_t os_socket_peer_address(int fd, OsAddress *out)
{
    out->len = sizeof out->room;
    return os_result(getpeername(fd, &out->any, &out->len));
}

int64_t os_socket_option(int fd, int level, int name, void *value,
                         socklen_t *size)
{
    return os_result(getsockopt(fd, level, name, value, size));
}

int64_t os_socket_set_option(int fd, int level, int name, const void *value,
                             socklen_t size)
{
    return os_result(setsockopt(fd, level, name, value, size));
}

int64_t os_socket_error(int fd)
{
    int error = 0;
    socklen_t size = sizeof error;
    if (getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &size) < 0)
        return -errno;
    return error == EISCONN ? 0 : -error;
}

int64_t os_socket_wait(int fd, bool writing, int ms)
{
    struct pollfd p = {.fd = fd, .events = writing ? POLLOUT : POLLIN};
    return os_result(poll(&p, 1, ms));
}

int64_t os_socket_receive(int fd, void *to, size_t n, int flags)
{
    return os_result(recv(fd, to, n, flags));
}

int64_t os_socket_receive_from(int fd, void *to, size_t n, int flags,
                               OsAddress *from)
{
    from->len = sizeof from->room;
    return os_result(recvfrom(fd, to, n, flags, &from->any, &from->len));
}

int64_t os_socket_receive_message(int fd, struct msghdr *message, int flags)
{
    return os_result(recvmsg(fd, message, flags));
}

int64_t os_socket_send(int fd, const void *from, size_t n, int flags)
{
    return os_result(send(fd, from, n, flags));
}

int64_t os_socket_send_to(int fd, const void *from, size_t n, int flags,
                          const OsAddress *to)
{
    return os_result(sendto(fd, from, n, flags, &to->any, to->len));
}

int64_t os_socket_send_message(int fd, const struct msghdr *message, int flags)
{
    return os_result(sendmsg(fd, message, flags));
}

/* --- this machine ------------------------------------------------------ */

int64_t os_host_name(char *buf, size_t size)
{
    return os_result(gethostname(buf, size));
}

int64_t os_host_set_name(const char *name, size_t len)
{
    return os_result(sethostname(name, len));
}

unsigned os_interface_number(const char *name)
{
    return if_nametoindex(name);
}

int64_t os_interface_name(unsigned number, char name[IF_NAMESIZE])
{
    return if_indextoname(number, name) == NULL ? -errno : 0;
}

struct if_nameindex *os_interfaces(void)
{
    return if_nameindex();
}

void os_interfaces_free(struct if_nameindex *all)
{
    if_freenameindex(all);
}
