/* SPDX-License-Identifier: MIT */
/* Names of hosts, services, protocols, interfaces. */
#include "module/socket/socket_parts.h"

#include <stdio.h>
#include <string.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/resolver.h"

static Value text_of(Thread *t, const char *text)
{
    return bytes_decode(t, (const uint8_t *)text, (int64_t)strlen(text), NULL,
                        "surrogateescape");
}

/* --- getaddrinfo and getnameinfo --------------------------------------- */

/* A port's number, in buf, or a service's name: false with an exception. */
static bool take_service(Thread *t, Value v, char buf[32], ParamPath *out)
{
    *out = (ParamPath){NULL, -1, v, NONE};
    if (value_is_none(v))
        return true;
    if (value_is_int_object(v)) {
        int64_t port;
        if (!param_c_long(t, v, &port, NULL, 0))
            return false;
        snprintf(buf, 32, "%lld", (long long)port);
        out->text = buf;
        return true;
    }
    if (value_is_str(v) || value_is_bytes(v))
        return fs_path_from(t, v, out);
    raise_error(t, EXC(OSError), "Int or String expected");
    return false;
}

static bool take_any_host(Thread *t, Value v, ParamPath *out)
{
    *out = (ParamPath){NULL, -1, v, NONE};
    if (value_is_none(v))
        return true;
    if (value_is_str(v) || value_is_bytes(v))
        return socket_take_host(t, v, out);
    raise_type_error(t, "getaddrinfo() argument 1 must be string or None");
    return false;
}

static Value info_list(Thread *t, const struct addrinfo *all)
{
    List *list = list_new(t, 0);
    for (const struct addrinfo *a = all; a != NULL; a = a->ai_next) {
        OsAddress address = {.len = a->ai_addrlen};
        memcpy(&address.room, a->ai_addr, a->ai_addrlen);
        TRY(where, socket_address_value(t, &address));
        list_append(t, list, value_from_pointer(tuple_pack(
            t, 5, value_from_int(a->ai_family), value_from_int(a->ai_socktype),
            value_from_int(a->ai_protocol),
            text_of(t, a->ai_canonname == NULL ? "" : a->ai_canonname),
            where)));
    }
    return value_from_pointer(list);
}

NATIVE(socket, getaddrinfo, 0,
       "How to reach a service of a host: a list of (family, type, proto, "
       "canonname, address).",
       (arg, object, host), (arg, object, port), (opt, number, family, 0),
       (opt, number, type, 0), (opt, number, proto, 0), (opt, number, flags, 0))
{
    ParamPath name, service;
    char number[32];
    if (!take_any_host(t, host, &name) ||
        !take_service(t, port, number, &service))
        return NULL_VALUE;
    struct addrinfo hints = {.ai_family = family,
                             .ai_socktype = type,
                             .ai_protocol = proto,
                             .ai_flags = flags};
    struct addrinfo *all = NULL;
    const char *who = name.text, *what = service.text;
    thread_park(t);
    int error = os_resolve(who, what, &hints, &all);
    thread_unpark(t);
    param_path_done(&name);
    param_path_done(&service);
    if (error != 0)
        return socket_raise_gai(t, error);
    Value list = info_list(t, all);
    os_resolve_free(all);
    return list;
}

/* What getnameinfo is told: (host, port) or with two more. */
static bool take_sockaddr(Thread *t, Value v, ParamPath *host, int *port,
                          uint32_t *flow, uint32_t *scope)
{
    if (!value_is_tuple(v)) {
        raise_type_error(t, "getnameinfo() argument 1 must be a tuple");
        return false;
    }
    const Tuple *s = value_to_tuple(v);
    if (s->len < 2 || s->len > 4 || !value_is_str(tuple_get(s, 0))) {
        raise_type_error(t, "getnameinfo(): illegal sockaddr argument");
        return false;
    }
    *flow = *scope = 0;
    if (!fs_path_from(t, tuple_get(s, 0), host) ||
        !param_number(t, tuple_get(s, 1), port, NULL, 0) ||
        (s->len > 2 && !param_uint_mask(t, tuple_get(s, 2), flow, NULL, 0)) ||
        (s->len > 3 && !param_uint_mask(t, tuple_get(s, 3), scope, NULL, 0)))
        return false;
    if (*flow <= 0xfffff)
        return true;
    raise_error(t, EXC(OverflowError),
                "getnameinfo(): flowinfo must be 0-1048575.");
    return false;
}

/* The one address of a number's text. */
static bool resolve_one(Thread *t, const char *host, int port, OsAddress *out)
{
    char service[32];
    struct addrinfo hints = {.ai_socktype = SOCK_DGRAM,
                             .ai_flags = AI_NUMERICHOST};
    struct addrinfo *all = NULL;
    snprintf(service, sizeof service, "%d", port);
    thread_park(t);
    int error = os_resolve(host, service, &hints, &all);
    thread_unpark(t);
    if (error != 0) {
        socket_raise_gai(t, error);
        return false;
    }
    bool single = all->ai_next == NULL;
    out->len = all->ai_addrlen;
    memcpy(&out->room, all->ai_addr, all->ai_addrlen);
    os_resolve_free(all);
    if (!single)
        raise_error(t, EXC(OSError), "sockaddr resolved to multiple addresses");
    return single;
}

NATIVE(socket, getnameinfo, 0, "The names of an address's host and service.",
       (arg, object, sockaddr), (arg, number, flags), (slash))
{
    ParamPath host;
    OsAddress a;
    int port;
    uint32_t flow, scope;
    char name[NI_MAXHOST], service[NI_MAXSERV];
    if (!take_sockaddr(t, sockaddr, &host, &port, &flow, &scope) ||
        !resolve_one(t, host.text, port, &a))
        return NULL_VALUE;
    param_path_done(&host);
    if (a.any.sa_family == AF_INET && value_to_tuple(sockaddr)->len != 2)
        return raise_error(t, EXC(OSError), "IPv4 sockaddr must be 2 tuple");
    if (a.any.sa_family == AF_INET6) {
        a.in6.sin6_flowinfo = htonl(flow);
        a.in6.sin6_scope_id = scope;
    }
    thread_park(t);
    int error = os_resolve_back(&a, name, sizeof name, service, sizeof service,
                                flags);
    thread_unpark(t);
    if (error != 0)
        return socket_raise_gai(t, error);
    return value_from_pointer(
        tuple_pack(t, 2, text_of(t, name), text_of(t, service)));
}

/* --- hosts ------------------------------------------------------------- */

NATIVE(socket, gethostbyname, 0, "The IPv4 address of a host, as text.",
       (arg, host, host), (slash))
{
    OsAddress a;
    if (!socket_resolve(t, host.text, AF_INET, &a))
        return NULL_VALUE;
    char text[INET6_ADDRSTRLEN];
    inet_ntop(AF_INET, &a.in.sin_addr, text, sizeof text);
    return text_of(t, text);
}

/* (name, aliases, addresses) */
static Value host_value(Thread *t, const struct hostent *h)
{
    List *aliases = list_new(t, 0), *addresses = list_new(t, 0);
    for (char **alias = h->h_aliases; *alias != NULL; alias++)
        list_append(t, aliases, text_of(t, *alias));
    for (char **raw = h->h_addr_list; *raw != NULL; raw++) {
        char text[INET6_ADDRSTRLEN];
        inet_ntop(h->h_addrtype, *raw, text, sizeof text);
        list_append(t, addresses, text_of(t, text));
    }
    return value_from_pointer(tuple_pack(t, 3, text_of(t, h->h_name),
                                         value_from_pointer(aliases),
                                         value_from_pointer(addresses)));
}

/* The entry of a name, or of an address if that is NULL. */
static Value find_host(Thread *t, const char *name, const OsAddress *address)
{
    int error = -ERANGE;
    for (size_t size = 4096; error == -ERANGE; size *= 2) {
        Blob *blob =
            gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
        if (blob == NULL)
            return raise_no_memory(t);
        blob->capacity = (int64_t)size;
        struct hostent entry;
        char *buf = (char *)blob->data;
        thread_park(t);
        error = name != NULL
                    ? os_host_by_name(name, address->any.sa_family, &entry, buf,
                                      size)
                    : os_host_by_address(address, &entry, buf, size);
        thread_unpark(t);
        if (error == 0) {
            Value v = host_value(t, &entry);
            KEEP(blob);
            return v;
        }
    }
    const SocketState *state = module_state(t, &socket_module);
    Tuple *args =
        tuple_pack(t, 2, value_from_int(error), text_of(t, os_host_text(error)));
    return raise_with_value(t, value_to_pointer(slot_get(&state->herror)),
                            value_from_pointer(args));
}

NATIVE(socket, gethostbyname_ex, 0,
       "The name, other names and IPv4 addresses of a host.",
       (arg, host, host), (slash))
{
    OsAddress a;
    if (!socket_resolve(t, host.text, AF_INET, &a))
        return NULL_VALUE;
    return find_host(t, host.text, &a);
}

NATIVE(socket, gethostbyaddr, 0,
       "The name, other names and addresses of the host of an address.",
       (arg, host, host), (slash))
{
    OsAddress a;
    if (!socket_resolve(t, host.text, AF_UNSPEC, &a))
        return NULL_VALUE;
    if (a.any.sa_family != AF_INET && a.any.sa_family != AF_INET6)
        return raise_error(t, EXC(OSError), "unsupported address family");
    return find_host(t, NULL, &a);
}

NATIVE(socket, gethostname, 0, "This machine's name.")
{
    char name[1024];
    int64_t result = os_host_name(name, sizeof name);
    name[sizeof name - 1] = '\0';
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : text_of(t, name);
}

NATIVE(socket, sethostname, 0, "Set this machine's name.",
       (arg, fs_path, name), (slash))
{
    int64_t result = os_host_set_name(name.text, strlen(name.text));
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND) : NONE;
}

/* --- services and protocols -------------------------------------------- */

NATIVE(socket, getservbyname, 0, "The port of a service.",
       (arg, c_string, servicename), (maybe, c_string, protocolname), (slash))
{
    thread_park(t);
    int port = os_service_port(servicename, protocolname);
    thread_unpark(t);
    return port < 0 ? raise_error(t, EXC(OSError), "service/proto not found")
                    : value_from_int(port);
}

NATIVE(socket, getservbyport, 0, "The service of a port.",
       (arg, number, port), (maybe, c_string, protocolname), (slash))
{
    char name[256];
    if (port < 0 || port > 0xffff)
        return raise_error(t, EXC(OverflowError),
                           "getservbyport: port must be 0-65535.");
    thread_park(t);
    bool found = os_service_name(port, protocolname, name, sizeof name);
    thread_unpark(t);
    return found ? text_of(t, name)
                 : raise_error(t, EXC(OSError), "port/proto not found");
}

NATIVE(socket, getprotobyname, 0, "The number of a protocol.",
       (arg, c_string, name), (slash))
{
    int number = os_protocol_number(name);
    return number < 0 ? raise_error(t, EXC(OSError), "protocol not found")
                      : value_from_int(number);
}

/* --- interfaces -------------------------------------------------------- */

NATIVE(socket, if_nameindex, 0,
       "The network interfaces: a list of (number, name).")
{
    struct if_nameindex *all = os_interfaces();
    if (all == NULL)
        return raise_os_error(t, errno, UNBOUND);
    List *list = list_new(t, 0);
    for (int i = 0; all[i].if_index != 0 && all[i].if_name != NULL; i++)
        list_append(t, list, value_from_pointer(tuple_pack(
            t, 2, value_from_int(all[i].if_index),
            text_of(t, all[i].if_name))));
    os_interfaces_free(all);
    return value_from_pointer(list);
}

NATIVE(socket, if_nametoindex, 0, "The number of a network interface.",
       (arg, fs_path, oname), (slash))
{
    unsigned number = os_interface_number(oname.text);
    return number == 0
               ? raise_error(t, EXC(OSError), "no interface with this name")
               : value_from_int(number);
}

NATIVE(socket, if_indextoname, 0, "The name of a network interface.",
       (arg, object, index), (slash))
{
    char name[IF_NAMESIZE];
    uint64_t number;
    if (!value_is_int_object(index))
        return raise_type_error(t, "an integer is required");
    if (int_sign(index) < 0)
        return raise_error(t, EXC(OverflowError),
                           "can't convert negative value to unsigned int");
    if (!int_to_uint64(index, &number))
        return raise_error(
            t, EXC(OverflowError),
            "Python int too large to convert to C unsigned long");
    int64_t result = os_interface_name((unsigned)number, name);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND)
                      : text_of(t, name);
}

const NativeDef *const socket_name_functions[] = {
    &socket_getaddrinfo_native,
    &socket_gethostbyaddr_native,
    &socket_gethostbyname_ex_native,
    &socket_gethostbyname_native,
    &socket_gethostname_native,
    &socket_getnameinfo_native,
    &socket_getprotobyname_native,
    &socket_getservbyname_native,
    &socket_getservbyport_native,
    &socket_if_indextoname_native,
    &socket_if_nameindex_native,
    &socket_if_nametoindex_native,
    &socket_sethostname_native,
    NULL,
};
