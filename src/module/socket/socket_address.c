/* SPDX-License-Identifier: MIT */
/* Addresses: from what Python has, to what the system has, and back. */
#include "module/socket/socket_parts.h"

#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "os/resolver.h"

/* --- conversions ------------------------------------------------------- */

/* The host's bytes: 1, 0 if v is none such, or -1. */
static int host_bytes(Thread *t, Value v, ParamPath *out, size_t *len)
{
    *out = (ParamPath){NULL, -1, v, v};
    if (value_is_str(v) && !str_is_ascii(value_to_str(v))) {
        v = str_encode(t, value_to_str(v), "idna", NULL);
        if (value_is_null(v)) {
            exception_take(t);
            return RAISE_INT(
                raise_type_error(t, "encoding of hostname failed"));
        }
    }
    if (type_has_flag(v, TYPE_IS_BYTEARRAY)) {
        const uint8_t *data;
        int64_t n;
        if (bytes_view(t, v, &data, &n) < 0)
            return -1;
        Bytes *copy = bytes_new(t, data, n);
        if (copy == NULL)
            return -1;
        v = value_from_pointer(copy);
    }
    out->owner = v;
    if (value_is_str(v)) {
        out->text = (const char *)value_to_str(v)->data;
        *len = (size_t)value_to_str(v)->len;
    } else if (value_is_bytes(v)) {
        out->text = (const char *)value_to_bytes(v)->data;
        *len = (size_t)value_to_bytes(v)->len;
    }
    return out->text != NULL;
}

bool socket_take_host(Thread *t, Value v, ParamPath *out)
{
    size_t len;
    int given = host_bytes(t, v, out, &len);
    if (given == 0)
        raise_type_error(t, "str, bytes or bytearray expected, not %T", v);
    else if (given > 0 && strlen(out->text) != len)
        raise_type_error(t, "host name must not contain null character");
    else
        return given > 0;
    return false;
}

bool param_host(Thread *t, Value v, ParamPath *out, const NativeDef *def,
                int at UNUSED)
{
    size_t len;
    int given = host_bytes(t, v, out, &len);
    if (given > 0 && strlen(out->text) == len)
        return true;
    if (given >= 0)
        raise_type_error(t, "%s() argument 1 must be %s, not %T", def->name,
                         given == 0 ? "str, bytes or bytearray"
                                    : "encoded string without null bytes", v);
    return false;
}

/* --- names ------------------------------------------------------------- */

Value socket_raise_gai(Thread *t, int error)
{
    const SocketState *state = module_state(t, &socket_module);
    if (error == EAI_SYSTEM)
        return raise_os_error(t, errno, UNBOUND);
    Tuple *args = tuple_pack(
        t, 2, value_from_int(error),
        value_from_pointer(str_from_c(t, os_resolver_text(error))));
    return raise_with_value(t, value_to_pointer(slot_get(&state->gaierror)),
                            value_from_pointer(args));
}

/* Asks the resolver for one address. */
static bool ask(Thread *t, const char *host, const char *service,
                const struct addrinfo *hints, OsAddress *out)
{
    struct addrinfo *all = NULL;
    thread_park(t);
    int error = os_resolve(host, service, hints, &all);
    thread_unpark(t);
    if (error != 0) {
        socket_raise_gai(t, error);
        return false;
    }
    bool single = host != NULL || all->ai_next == NULL;
    out->len = all->ai_addrlen;
    memcpy(&out->room, all->ai_addr, all->ai_addrlen);
    os_resolve_free(all);
    if (!single)
        raise_error(t, EXC(OSError), "wildcard resolved to multiple address");
    return single;
}

/* A number of IPv4 or IPv6, about which nobody needs to be asked. */
static bool is_number(const char *host, int family, OsAddress *out)
{
    memset(&out->room, 0, sizeof out->room);
    if ((family == AF_UNSPEC || family == AF_INET) &&
        inet_pton(AF_INET, host, &out->in.sin_addr) > 0) {
        out->in.sin_family = AF_INET;
        out->len = sizeof out->in;
        return true;
    }
    if ((family == AF_UNSPEC || family == AF_INET6) &&
        strchr(host, '%') == NULL &&
        inet_pton(AF_INET6, host, &out->in6.sin6_addr) > 0) {
        out->in6.sin6_family = AF_INET6;
        out->len = sizeof out->in6;
        return true;
    }
    return false;
}

bool socket_resolve(Thread *t, const char *host, int family, OsAddress *out)
{
    struct addrinfo hints = {.ai_family = family};
    if (host[0] == '\0') {
        hints.ai_socktype = SOCK_DGRAM;
        hints.ai_flags = AI_PASSIVE;
        return ask(t, NULL, "0", &hints, out);
    }
    if (strcmp(host, "<broadcast>") == 0 ||
        strcmp(host, "255.255.255.255") == 0) {
        if (family != AF_INET && family != AF_UNSPEC) {
            raise_error(t, EXC(OSError), "address family mismatched");
            return false;
        }
        host = "255.255.255.255";
    }
    return is_number(host, family, out) || ask(t, host, NULL, &hints, out);
}

/* --- from Python ------------------------------------------------------- */

/* A tuple of `min` to `max` items, or NULL with what it must be. */
static const Tuple *take_tuple(Thread *t, Value v, const char *function,
                               const char *family, int min, int max,
                               const char *must)
{
    if (!value_is_tuple(v))
        return value_to_pointer(
            raise_type_error(t, "%s(): %s address must be tuple, not %.500T",
                             function, family, v));
    const Tuple *s = value_to_tuple(v);
    if (s->len < min || s->len > max)
        return value_to_pointer(raise_type_error(t, "%s", must));
    return s;
}

/* Host and port, which the address begins with. */
static bool take_host_and_port(Thread *t, const Tuple *s, int family,
                               OsAddress *out, int *port, const char *function)
{
    ParamPath host;
    if (!socket_take_host(t, tuple_get(s, 0), &host) ||
        !param_number(t, tuple_get(s, 1), port, NULL, 0))
        return false;
    bool found = socket_resolve(t, host.text, family, out);
    param_path_done(&host);
    if (!found)
        return false;
    if (*port >= 0 && *port <= 0xffff)
        return true;
    raise_error(t, EXC(OverflowError), "%s(): port must be 0-65535.",
                function);
    return false;
}

static bool take_in(Thread *t, Value v, OsAddress *out, const char *function)
{
    int port;
    const Tuple *s = take_tuple(t, v, function, "AF_INET", 2, 2,
                                "AF_INET address must be a pair (host, port)");
    if (s == NULL || !take_host_and_port(t, s, AF_INET, out, &port, function))
        return false;
    out->in.sin_port = htons((uint16_t)port);
    return true;
}

static bool take_in6(Thread *t, Value v, OsAddress *out, const char *function)
{
    int port;
    uint32_t flow = 0, scope = 0;
    const Tuple *s = take_tuple(
        t, v, function, "AF_INET6", 2, 4,
        "AF_INET6 address must be a tuple (host, port[, flowinfo[, "
        "scopeid]])");
    if (s == NULL ||
        (s->len > 2 && !param_uint_mask(t, tuple_get(s, 2), &flow, NULL, 0)) ||
        (s->len > 3 && !param_uint_mask(t, tuple_get(s, 3), &scope, NULL, 0)) ||
        !take_host_and_port(t, s, AF_INET6, out, &port, function))
        return false;
    if (flow > 0xfffff) {
        raise_error(t, EXC(OverflowError),
                    "%s(): flowinfo must be 0-1048575.", function);
        return false;
    }
    out->in6.sin6_port = htons((uint16_t)port);
    out->in6.sin6_flowinfo = htonl(flow);
    out->in6.sin6_scope_id = scope;
    return true;
}

/* A path; or a name in a space of its own, which begins with a null character. */
static bool take_un(Thread *t, Value v, OsAddress *out)
{
    const uint8_t *data;
    int64_t len;
    if (value_is_str(v))
        v = str_encode(t, value_to_str(v), NULL, "surrogateescape");
    if (value_is_null(v) || bytes_view(t, v, &data, &len) < 0)
        return false;
    int64_t room = (int64_t)sizeof out->un.sun_path;
    bool is_path = len > 0 && data[0] != '\0';
    if (len > room - is_path) {
        raise_error(t, EXC(OSError), "AF_UNIX path too long");
        return false;
    }
    memset(&out->un, 0, sizeof out->un);
    out->un.sun_family = AF_UNIX;
    memcpy(out->un.sun_path, data, (size_t)len);
    out->len = (socklen_t)(offsetof(struct sockaddr_un, sun_path) +
                           (size_t)len);
    return true;
}

static bool take_nl(Thread *t, Value v, OsAddress *out, const char *function)
{
    uint32_t pid, groups;
    const Tuple *s =
        take_tuple(t, v, function, "AF_NETLINK", 2, 2,
                   "AF_NETLINK address must be a pair (pid, groups)");
    if (s == NULL || !param_uint_mask(t, tuple_get(s, 0), &pid, NULL, 0) ||
        !param_uint_mask(t, tuple_get(s, 1), &groups, NULL, 0))
        return false;
    memset(&out->nl, 0, sizeof out->nl);
    out->nl.nl_family = AF_NETLINK;
    out->nl.nl_pid = pid;
    out->nl.nl_groups = groups;
    out->len = sizeof out->nl;
    return true;
}

bool socket_take_address(Thread *t, const Socket *s, Value v, OsAddress *out,
                         const char *function)
{
    switch (s->family) {
    case AF_INET: return take_in(t, v, out, function);
    case AF_INET6: return take_in6(t, v, out, function);
    case AF_UNIX: return take_un(t, v, out);
    case AF_NETLINK: return take_nl(t, v, out, function);
    default: raise_error(t, EXC(OSError), "%s(): bad family", function);
    }
    return false;
}

/* --- to Python --------------------------------------------------------- */

static Value number_text(Thread *t, int family, const void *raw)
{
    char text[INET6_ADDRSTRLEN];
    if (inet_ntop(family, raw, text, sizeof text) == NULL)
        return raise_os_error(t, errno, UNBOUND);
    return value_from_pointer(str_from_c(t, text));
}

static Value from_un(Thread *t, const OsAddress *a)
{
    const char *path = a->un.sun_path;
    size_t begin = offsetof(struct sockaddr_un, sun_path);
    size_t len = a->len > begin ? a->len - begin : 0;
    if (len > 0 && path[0] == '\0')
        return value_from_pointer(
            bytes_new(t, (const uint8_t *)path, (int64_t)len));
    return bytes_decode(t, (const uint8_t *)path, (int64_t)strnlen(path, len),
                        NULL, "surrogateescape");
}

Value socket_address_value(Thread *t, const OsAddress *a)
{
    if (a->len == 0)
        return NONE;
    switch (a->any.sa_family) {
    case AF_INET: {
        TRY(host, number_text(t, AF_INET, &a->in.sin_addr));
        return value_from_pointer(tuple_pack(
            t, 2, host, value_from_int(ntohs(a->in.sin_port))));
    }
    case AF_INET6: {
        TRY(host, number_text(t, AF_INET6, &a->in6.sin6_addr));
        return value_from_pointer(
            tuple_pack(t, 4, host, value_from_int(ntohs(a->in6.sin6_port)),
                       value_from_int(ntohl(a->in6.sin6_flowinfo)),
                       value_from_int(a->in6.sin6_scope_id)));
    }
    case AF_UNIX: return from_un(t, a);
    case AF_NETLINK:
        return value_from_pointer(
            tuple_pack(t, 2, value_from_int(a->nl.nl_pid),
                       value_from_int(a->nl.nl_groups)));
    default:
        return value_from_pointer(tuple_pack(
            t, 2, value_from_int(a->any.sa_family),
            value_from_pointer(bytes_new(
                t, (const uint8_t *)a->any.sa_data, sizeof a->any.sa_data))));
    }
}
