/* SPDX-License-Identifier: MIT */
/* Names by the C library's resolver. */
#define _GNU_SOURCE
#include "os/resolver.h"

#include <errno.h>
#include <string.h>

enum { ROOM = 4096 }; /* for an entry */

int os_resolve(const char *host, const char *service,
               const struct addrinfo *hints, struct addrinfo **out)
{
    return getaddrinfo(host, service, hints, out);
}

void os_resolve_free(struct addrinfo *all)
{
    freeaddrinfo(all);
}

int os_resolve_back(const OsAddress *address, char *host, size_t host_size,
                    char *service, size_t service_size, int flags)
{
    return getnameinfo(&address->any, address->len, host,
                       (socklen_t)host_size, service, (socklen_t)service_size,
                       flags);
}

const char *os_resolver_text(int error)
{
    return gai_strerror(error);
}

int os_host_by_name(const char *name, int family, struct hostent *out,
                    char *buf, size_t size)
{
    struct hostent *found = NULL;
    int error = 0;
    if (gethostbyname2_r(name, family, out, buf, size, &found, &error) ==
        ERANGE)
        return -ERANGE;
    return found != NULL ? 0 : error != 0 ? error : HOST_NOT_FOUND;
}

int os_host_by_address(const OsAddress *address, struct hostent *out, char *buf,
                       size_t size)
{
    struct hostent *found = NULL;
    int error = 0;
    bool is_4 = address->any.sa_family == AF_INET;
    const void *raw = is_4 ? (const void *)&address->in.sin_addr
                           : (const void *)&address->in6.sin6_addr;
    if (gethostbyaddr_r(raw, is_4 ? 4 : 16, address->any.sa_family, out, buf,
                        size, &found, &error) == ERANGE)
        return -ERANGE;
    return found != NULL ? 0 : error != 0 ? error : HOST_NOT_FOUND;
}

const char *os_host_text(int error)
{
    return hstrerror(error);
}

int os_service_port(const char *name, const char *protocol)
{
    struct servent entry, *found = NULL;
    char buf[ROOM];
    if (getservbyname_r(name, protocol, &entry, buf, sizeof buf, &found) != 0 ||
        found == NULL)
        return -1;
    return ntohs((uint16_t)entry.s_port);
}

bool os_service_name(int port, const char *protocol, char *buf, size_t size)
{
    struct servent entry, *found = NULL;
    char room[ROOM];
    if (getservbyport_r(htons((uint16_t)port), protocol, &entry, room,
                        sizeof room, &found) != 0 ||
        found == NULL || strlen(entry.s_name) >= size)
        return false;
    memcpy(buf, entry.s_name, strlen(entry.s_name) + 1);
    return true;
}

int os_protocol_number(const char *name)
{
    struct protoent entry, *found = NULL;
    char buf[ROOM];
    if (getprotobyname_r(name, &entry, buf, sizeof buf, &found) != 0 ||
        found == NULL)
        return -1;
    return entry.p_proto;
}
