/* SPDX-License-Identifier: MIT */
/* The type socket: made, connected, set, closed. */
#include "module/socket/socket_parts.h"

#include <limits.h>
#include <math.h>
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/error/warn.h"
#include "object/function/native.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "object/text/bytes.h"
#include "object/text/str.h"
#include "object/type/instance.h"
#include "os/clock.h"
#include "os/descriptor.h"
#include "os/file.h"

static const int64_t SECOND = 1000000000;

/* --- times ------------------------------------------------------------- */

bool socket_take_timeout(Thread *t, Value v, int64_t *out)
{
    *out = -1;
    if (value_is_none(v))
        return true;
    if (!param_seconds(t, v, out, NULL, 0))
        return false;
    if (*out >= 0 && *out / 1000000 < INT_MAX)
        return true;
    raise_value_error(t, "Timeout value out of range");
    return false;
}

Value socket_timeout_value(Thread *t, int64_t timeout)
{
    return timeout < 0
               ? NONE
               : float_from_double(t, (double)timeout / (double)SECOND);
}

int64_t socket_deadline(const Socket *s)
{
    return s->timeout <= 0 ? INT64_MAX
                           : os_clock_now(OS_CLOCK_MONOTONIC) + s->timeout;
}

/* Milliseconds until then, rounded up; -1: for ever. */
static int left(int64_t deadline)
{
    if (deadline == INT64_MAX)
        return -1;
    int64_t ns = deadline - os_clock_now(OS_CLOCK_MONOTONIC);
    return ns <= 0 ? 0 : (int)((ns + 999999) / 1000000);
}

bool socket_wait(Thread *t, const Socket *s, bool writing, int64_t deadline)
{
    int fd = s->fd;
    int64_t n = BLOCKING(t, os_socket_wait(fd, writing, left(deadline)));
    if (n < 0)
        blocking_raise(t, n, UNBOUND);
    else if (n == 0)
        raise_error(t, EXC(TimeoutError), "timed out");
    return n > 0;
}

static bool set_timeout(Thread *t, Socket *s, int64_t timeout)
{
    int64_t result = os_fd_set_blocking(s->fd, timeout < 0);
    if (result < 0)
        raise_os_error(t, (int)-result, UNBOUND);
    else
        s->timeout = timeout;
    return result >= 0;
}

/* --- making ------------------------------------------------------------ */

static Value new(Thread *t, Type *cls, Value *args UNUSED, int64_t n UNUSED,
                 Tuple *kwnames UNUSED)
{
    Socket *s = instance_new_fixed(t, cls);
    s->fd = -1;
    s->family = s->type = s->protocol = 0;
    s->timeout = -1;
    gc_finalizer_add(&t->gc, s);
    return value_from_pointer(s);
}

static bool fill(Thread *t, Socket *s, int fd, int family, int type,
                 int protocol)
{
    const SocketState *state = module_state(t, &socket_module);
    s->fd = fd;
    s->family = family;
    s->type = type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC);
    s->protocol = protocol;
    s->timeout = type & SOCK_NONBLOCK ? 0 : state->timeout;
    return s->timeout < 0 || (type & SOCK_NONBLOCK) ||
           set_timeout(t, s, s->timeout);
}

Value socket_from(Thread *t, int fd, int family, int type, int protocol)
{
    Value v = new(t, &socket_type, NULL, 0, NULL);
    return fill(t, value_to_record(v), fd, family, type, protocol)
               ? v
               : NULL_VALUE;
}

/* What is not known of a descriptor's socket is asked. */
static bool find_out(Thread *t, int fd, int *family, int *type, int *protocol)
{
    OsAddress address;
    socklen_t size = sizeof *type;
    int64_t result = os_socket_own_address(fd, &address);
    if (result < 0 && (*family == -1 || result == -EBADF ||
                       result == -ENOTSOCK)) {
        raise_os_error(t, (int)-result, UNBOUND);
        return false;
    }
    if (*family == -1)
        *family = address.any.sa_family;
    result = 0;
    if (*type == -1)
        result = os_socket_option(fd, SOL_SOCKET, SO_TYPE, type, &size);
    if (result >= 0 && *protocol == -1)
        result = os_socket_option(fd, SOL_SOCKET, SO_PROTOCOL, protocol,
                                  &size);
    if (result < 0)
        raise_os_error(t, (int)-result, UNBOUND);
    return result >= 0;
}

INITIALIZER(socket, 0, (self, Socket), (opt, c_int, family, -1),
            (opt, c_int, type, -1), (opt, c_int, proto, -1),
            (opt, object, fileno, None))
{
    int fd;
    if (!value_is_none(fileno)) {
        if (!param_c_int(t, fileno, &fd, NULL, 0))
            return NULL_VALUE;
        if (fd < 0)
            return raise_value_error(t, "negative file descriptor");
        if (!find_out(t, fd, &family, &type, &proto))
            return NULL_VALUE;
    } else {
        family = family == -1 ? AF_INET : family;
        type = type == -1 ? SOCK_STREAM : type;
        proto = proto == -1 ? 0 : proto;
        int64_t result = BLOCKING(t, os_socket_new(family, type, proto));
        if (result < 0)
            return blocking_raise(t, result, UNBOUND);
        fd = (int)result;
    }
    return fill(t, self, fd, family, type, proto) ? NONE : NULL_VALUE;
}

static Value repr(Thread *t, Value self)
{
    const Socket *s = value_to_record(self);
    return format_message(
        t, "<socket object, fd=%d, family=%d, type=%d, proto=%d>", s->fd,
        s->family, s->type, s->protocol);
}

/* --- its end ----------------------------------------------------------- */

/* It cannot be done twice: another may have that number by then. */
static int close_now(Thread *t, Socket *s)
{
    int fd = s->fd;
    s->fd = -1;
    if (fd < 0)
        return 0;
    thread_park(t);
    int error = os_file_close(fd);
    thread_unpark(t);
    return error;
}

NATIVE(socket, close, 0, "Close the socket; that may be done twice.",
       (self, Socket), (slash))
{
    int error = close_now(t, self);
    return error != 0 && error != ECONNRESET
               ? raise_os_error(t, error, UNBOUND)
               : NONE;
}

NATIVE(socket, detach, 0,
       "The descriptor, which the socket is no longer of.",
       (self, Socket), (slash))
{
    int fd = self->fd;
    self->fd = -1;
    return value_from_int(fd);
}

static Value del(Thread *t, Value self)
{
    Socket *s = value_to_record(self);
    if (s->fd < 0)
        return NONE;
    int warned = warn_of(t, EXC(ResourceWarning), self, "unclosed %R", self);
    (void)close_now(t, s); /* nobody is there to be told */
    return warned < 0 ? NULL_VALUE : NONE;
}

NATIVE(socket, fileno, 0, "The descriptor, or -1.", (self, Socket), (slash))
{
    return value_from_int(self->fd);
}

NATIVE(socket, shutdown, 0,
       "Say that nothing more will be read (SHUT_RD), written, or both.",
       (self, Socket), (arg, number, how), (slash))
{
    int fd = self->fd;
    int64_t result = BLOCKING(t, os_socket_shutdown(fd, how));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

/* --- addresses --------------------------------------------------------- */

NATIVE(socket, bind, 0, "Give the socket its own address.",
       (self, Socket), (arg, object, address), (slash))
{
    OsAddress a;
    if (!socket_take_address(t, self, address, &a, "bind"))
        return NULL_VALUE;
    int fd = self->fd;
    int64_t result = BLOCKING(t, os_socket_bind(fd, &a));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

NATIVE(socket, listen, 0, "Let others connect, of whom so many may wait.",
       (self, Socket), (opt, number, backlog, 128), (slash))
{
    int fd = self->fd;
    int64_t result =
        BLOCKING(t, os_socket_listen(fd, backlog < 0 ? 0 : backlog));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

NATIVE(socket, _accept, 0,
       "Wait for someone to connect: a descriptor, and the address.",
       (self, Socket), (slash))
{
    OsAddress from;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t result =
        SOCKET_CALL(t, self, false, deadline, os_socket_accept(fd, &from));
    if (result < 0)
        return socket_raise(t, result);
    Value address = socket_address_value(t, &from);
    if (value_is_null(address)) {
        (void)os_file_close((int)result); /* the first error is told */
        return NULL_VALUE;
    }
    return value_from_pointer(
        tuple_pack(t, 2, value_from_int(result), address));
}

/* 0, -errno, or SOCKET_RAISED; a signal or the timeout does not end it. */
static int64_t connect_to(Thread *t, Socket *s, const OsAddress *address)
{
    int fd = s->fd;
    thread_park(t);
    int64_t result = os_socket_connect(fd, address);
    thread_unpark(t);
    bool interrupted = result == -EINTR;
    if (interrupted && poll_signals(t) < 0)
        return SOCKET_RAISED;
    if (!(interrupted && s->timeout != 0) &&
        !(result == -EINPROGRESS && s->timeout > 0))
        return result;
    if (!socket_wait(t, s, true, socket_deadline(s)))
        return SOCKET_RAISED;
    return os_socket_error(fd);
}

NATIVE(socket, connect, 0, "Connect to an address.",
       (self, Socket), (arg, object, address), (slash))
{
    OsAddress a;
    if (!socket_take_address(t, self, address, &a, "connect"))
        return NULL_VALUE;
    int64_t result = connect_to(t, self, &a);
    return result < 0 ? socket_raise(t, result) : NONE;
}

NATIVE(socket, connect_ex, 0, "As connect(), with an errno as answer.",
       (self, Socket), (arg, object, address), (slash))
{
    OsAddress a;
    if (!socket_take_address(t, self, address, &a, "connect_ex"))
        return NULL_VALUE;
    int64_t result = connect_to(t, self, &a);
    if (result == SOCKET_RAISED) {
        if (!exception_matches(t, EXC(TimeoutError)))
            return NULL_VALUE;
        exception_take(t);
        result = -EAGAIN;
    }
    return value_from_int(-result);
}

static Value address_of(Thread *t, const Socket *s,
                        int64_t (*ask)(int fd, OsAddress *out))
{
    OsAddress a;
    int fd = s->fd;
    int64_t result = BLOCKING(t, ask(fd, &a));
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : socket_address_value(t, &a);
}

NATIVE(socket, getsockname, 0, "The socket's own address.",
       (self, Socket), (slash))
{
    return address_of(t, self, os_socket_own_address);
}

NATIVE(socket, getpeername, 0, "The address of the other end.",
       (self, Socket), (slash))
{
    return address_of(t, self, os_socket_peer_address);
}

/* --- options ----------------------------------------------------------- */

enum { OPTION_MAX = 1024 };

NATIVE(socket, getsockopt, 0,
       "An option: an int, or with buflen bytes.",
       (self, Socket), (arg, number, level), (arg, number, option),
       (opt, number, buflen, 0), (slash))
{
    uint8_t value[OPTION_MAX];
    int number = 0;
    bool is_number = buflen == 0;
    socklen_t size = is_number ? sizeof number : (socklen_t)buflen;
    if (buflen < 0 || buflen > OPTION_MAX)
        return raise_error(t, EXC(OSError), "getsockopt buflen out of range");
    int64_t result = os_socket_option(self->fd, level, option,
                                      is_number ? (void *)&number : value,
                                      &size);
    if (result < 0)
        return raise_os_error(t, (int)-result, UNBOUND);
    return is_number ? value_from_int(number)
                     : value_from_pointer(bytes_new(t, value, size));
}

/* The last argument of three: what it is is in `memory` and *size. */
static bool take_option(Thread *t, Value v, int *number, Buffer *lent,
                        const void **memory, socklen_t *size)
{
    int64_t i;
    *memory = number;
    *size = sizeof *number;
    if (value_is_int_object(v) && int_to_int64(v, &i) && i == (int)i) {
        *number = (int)i;
        return true;
    }
    if (buffer_get(t, v, lent, BUFFER_SIMPLE) < 0)
        return false;
    *memory = lent->data;
    *size = (socklen_t)lent->len;
    return true;
}

NATIVE(socket, setsockopt, 0,
       "Set an option to an int or bytes; or to nothing, of a length.",
       (self, Socket), (args, args))
{
    int level, option, number;
    const void *memory = NULL;
    socklen_t size;
    uint32_t given;
    Buffer lent = {0};
    bool is_nothing = n_args == 4 && value_is_none(args[2]);
    if (n_args != 3 && !is_nothing)
        return raise_type_error(
            t, "setsockopt() takes exactly 3 arguments (%l given)", n_args);
    if (!param_number(t, args[0], &level, NULL, 0) ||
        !param_number(t, args[1], &option, NULL, 0))
        return NULL_VALUE;
    if (is_nothing) {
        if (!param_uint_mask(t, args[3], &given, NULL, 0))
            return NULL_VALUE;
        size = given;
    } else if (!take_option(t, args[2], &number, &lent, &memory, &size)) {
        return NULL_VALUE;
    }
    int64_t result =
        os_socket_set_option(self->fd, level, option, memory, size);
    if (lent.owner.bits != 0)
        buffer_release(&lent);
    return result < 0 ? raise_os_error(t, (int)-result, UNBOUND) : NONE;
}

NATIVE(socket, setblocking, 0, "Say whether calls wait.",
       (self, Socket), (arg, int_truth, flag), (slash))
{
    return set_timeout(t, self, flag ? -1 : 0) ? NONE : NULL_VALUE;
}

NATIVE(socket, getblocking, 0, "Whether calls wait.", (self, Socket), (slash))
{
    return value_from_bool(self->timeout != 0);
}

NATIVE(socket, settimeout, 0,
       "Say how many seconds calls wait, 0 for none; None: for ever.",
       (self, Socket), (arg, object, timeout), (slash))
{
    int64_t ns;
    if (!socket_take_timeout(t, timeout, &ns))
        return NULL_VALUE;
    return set_timeout(t, self, ns) ? NONE : NULL_VALUE;
}

NATIVE(socket, gettimeout, 0, "How many seconds calls wait; None: for ever.",
       (self, Socket), (slash))
{
    return socket_timeout_value(t, self->timeout);
}

/* --- the type ---------------------------------------------------------- */

NATIVE_DECLARE(socket, recv)
NATIVE_DECLARE(socket, recv_into)
NATIVE_DECLARE(socket, recvfrom)
NATIVE_DECLARE(socket, recvfrom_into)
NATIVE_DECLARE(socket, recvmsg)
NATIVE_DECLARE(socket, recvmsg_into)
NATIVE_DECLARE(socket, send)
NATIVE_DECLARE(socket, sendall)
NATIVE_DECLARE(socket, sendmsg)
NATIVE_DECLARE(socket, sendto)

static const NativeDef *const methods[] = {
    &socket__accept_native,
    &socket_bind_native,
    &socket_close_native,
    &socket_connect_ex_native,
    &socket_connect_native,
    &socket_detach_native,
    &socket_fileno_native,
    &socket_getblocking_native,
    &socket_getpeername_native,
    &socket_getsockname_native,
    &socket_getsockopt_native,
    &socket_gettimeout_native,
    &socket_listen_native,
    &socket_recv_into_native,
    &socket_recv_native,
    &socket_recvfrom_into_native,
    &socket_recvfrom_native,
    &socket_recvmsg_into_native,
    &socket_recvmsg_native,
    &socket_send_native,
    &socket_sendall_native,
    &socket_sendmsg_native,
    &socket_sendto_native,
    &socket_setblocking_native,
    &socket_setsockopt_native,
    &socket_settimeout_native,
    &socket_shutdown_native,
    NULL,
};

static Value family_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((Socket *)value_to_record(self))->family);
}

static Value type_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((Socket *)value_to_record(self))->type);
}

static Value proto_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((Socket *)value_to_record(self))->protocol);
}

static Value timeout_get(Thread *t, Value self)
{
    return socket_timeout_value(t,
                                ((Socket *)value_to_record(self))->timeout);
}

static const GetSetDef getsets[] = {
    {"family", family_get, NULL, GETSET_MEMBER "the family of addresses"},
    {"type", type_get, NULL, GETSET_MEMBER "SOCK_STREAM and the like"},
    {"proto", proto_get, NULL, GETSET_MEMBER "the protocol"},
    {"timeout", timeout_get, NULL, "how many seconds calls wait"},
    {0},
};

Type socket_type = {
    TYPE_HEAD(socket),
    .c_name = "_socket.socket",
    .c_doc = "One end of a connection, or where others connect to.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Socket),
    .methods = methods,
    .getsets = getsets,
    .initializer = &socket_init_native,
    .slots = {.new = new, .repr = repr, .del = del},
};
