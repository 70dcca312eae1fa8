/* SPDX-License-Identifier: MIT */
/* Names of hosts, services and protocols. */
#ifndef ADDER_OS_RESOLVER_H
#define ADDER_OS_RESOLVER_H

#include <netdb.h>
#include "os/socket.h"

/* 0, or an EAI_ number, of which os_resolver_text is the text; for EAI_SYSTEM
 * errno. */
int os_resolve(const char *host, const char *service,
               const struct addrinfo *hints, struct addrinfo **out);
void os_resolve_free(struct addrinfo *all);
int os_resolve_back(const OsAddress *address, char *host, size_t host_size,
                    char *service, size_t service_size, int flags);
const char *os_resolver_text(int error);

/* Entries of the lists of hosts, in buf: 0, or an h_errno, of which
 * os_host_text is the text. -ERANGE: buf is too small. */
int os_host_by_name(const char *name, int family, struct hostent *out,
                    char *buf, size_t size);
int os_host_by_address(const OsAddress *address, struct hostent *out, char *buf,
                       size_t size);
const char *os_host_text(int error);

/* A service's port, or -1; its name in buf, or false. */
int os_service_port(const char *name, const char *protocol);
bool os_service_name(int port, const char *protocol, char *buf, size_t size);
int os_protocol_number(const char *name); /* -1: there is none */

#endif
