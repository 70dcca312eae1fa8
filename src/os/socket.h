/* SPDX-License-Identifier: MIT */
/* Sockets: what the system's calls answer, or -errno.  New descriptors are not
 * inherited by programs run later. */
#ifndef ADDER_OS_SOCKET_H
#define ADDER_OS_SOCKET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <arpa/inet.h>
#include <linux/netlink.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

/* An address of any family. */
typedef struct OsAddress {
    socklen_t len;
    union {
        struct sockaddr any;
        struct sockaddr_in in;
        struct sockaddr_in6 in6;
        struct sockaddr_un un;
        struct sockaddr_nl nl;
        struct sockaddr_storage room;
    };
} OsAddress;

int64_t os_socket_new(int family, int type, int protocol);
int64_t os_socket_pair(int family, int type, int protocol, int out[2]);
int64_t os_socket_accept(int fd, OsAddress *from);
int64_t os_socket_bind(int fd, const OsAddress *address);
int64_t os_socket_connect(int fd, const OsAddress *address);
int64_t os_socket_listen(int fd, int backlog);
int64_t os_socket_shutdown(int fd, int how);
int64_t os_socket_own_address(int fd, OsAddress *out);
int64_t os_socket_peer_address(int fd, OsAddress *out);
int64_t os_socket_option(int fd, int level, int name, void *value,
                         socklen_t *size);
int64_t os_socket_set_option(int fd, int level, int name, const void *value,
                             socklen_t size);
/* What connecting has come to: 0, or -errno. */
int64_t os_socket_error(int fd);
/* Waits until it can be read or written; ms negative: for ever.  0: the time is
 * over. */
int64_t os_socket_wait(int fd, bool writing, int ms);

int64_t os_socket_receive(int fd, void *to, size_t n, int flags);
int64_t os_socket_receive_from(int fd, void *to, size_t n, int flags,
                               OsAddress *from);
int64_t os_socket_receive_message(int fd, struct msghdr *message, int flags);
int64_t os_socket_send(int fd, const void *from, size_t n, int flags);
int64_t os_socket_send_to(int fd, const void *from, size_t n, int flags,
                          const OsAddress *to);
int64_t os_socket_send_message(int fd, const struct msghdr *message,
                               int flags);

int64_t os_host_name(char *buf, size_t size);
int64_t os_host_set_name(const char *name, size_t len);
/* Network interfaces: 0 for a name that there is none of. */
unsigned os_interface_number(const char *name);
int64_t os_interface_name(unsigned number, char name[IF_NAMESIZE]);
struct if_nameindex *os_interfaces(void); /* NULL with errno */
void os_interfaces_free(struct if_nameindex *all);

#endif
