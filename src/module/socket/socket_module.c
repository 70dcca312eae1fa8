/* SPDX-License-Identifier: MIT */
/* The module _socket: its tables, and what makes and closes descriptors. */
#include "module/socket/socket_parts.h"

#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/str.h"
#include "os/descriptor.h"
#include "os/file.h"
#include "os/numbers.h"

NATIVE(socket, close, 0, "Close a socket's descriptor.",
       (arg, number, fd), (slash))
{
    thread_park(t);
    int error = os_file_close(fd);
    thread_unpark(t);
    return error != 0 && error != ECONNRESET
               ? raise_os_error(t, error, UNBOUND)
               : NONE;
}

NATIVE(socket, dup, 0, "Another descriptor of the same socket.",
       (arg, number, fd), (slash))
{
    int64_t result = BLOCKING(t, os_fd_duplicate(fd));
    return result < 0 ? blocking_raise(t, result, UNBOUND)
                      : value_from_int(result);
}

NATIVE(socket, socketpair, 0, "Two sockets that are connected to each other.",
       (opt, number, family, 1), (opt, number, type, 1),
       (opt, number, proto, 0), (slash))
{
    int fds[2];
    int64_t result = BLOCKING(t, os_socket_pair(family, type, proto, fds));
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    TRY(one, socket_from(t, fds[0], family, type, proto));
    TRY(other, socket_from(t, fds[1], family, type, proto));
    return value_from_pointer(tuple_pack(t, 2, one, other));
}

NATIVE(socket, getdefaulttimeout, 0,
       "How many seconds calls of new sockets wait; None: for ever.",
       (state, SocketState, state))
{
    return socket_timeout_value(t, state->timeout);
}

NATIVE(socket, setdefaulttimeout, 0,
       "Say how many seconds calls of new sockets wait; None: for ever.",
       (arg, object, timeout), (slash), (state, SocketState, state))
{
    int64_t ns;
    if (!socket_take_timeout(t, timeout, &ns))
        return NULL_VALUE;
    state->timeout = ns;
    return NONE;
}

static const NativeDef *const functions[] = {
    &socket_close_native,
    &socket_dup_native,
    &socket_getdefaulttimeout_native,
    &socket_setdefaulttimeout_native,
    &socket_socketpair_native,
    NULL,
};

static const ModuleType types[] = {
    {"socket", &socket_type},
    {"SocketType", &socket_type},
    {0},
};

static const ModuleConstant constants[] = {
    MODULE_STR("BDADDR_ANY", "00:00:00:00:00:00"),
    MODULE_STR("BDADDR_LOCAL", "00:00:00:FF:FF:FF"),
    {0},
};

/* A class of errors that programs know as one of the module socket. */
static Value error_new(Thread *t, Module *m, const char *name)
{
    Value error = module_exception_new(t, m, name, EXC(OSError));
    return value_is_null(error) ||
                   object_setattr(t, error, N(__module__),
                                  value_from_pointer(
                                      str_intern_c(t, "socket"))) < 0
               ? NULL_VALUE
               : error;
}

static int init(Thread *t, Module *m)
{
    SocketState *state = m->state;
    state->timeout = -1;
    Value herror = error_new(t, m, "herror");
    Value gaierror = error_new(t, m, "gaierror");
    if (value_is_null(herror) || value_is_null(gaierror))
        return -1;
    slot_set(state, &state->herror, herror);
    slot_set(state, &state->gaierror, gaierror);
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(OSError)));
    dict_set_c(t, m->dict, "timeout", value_from_pointer(EXC(TimeoutError)));
    dict_set_c(t, m->dict, "has_ipv6", TRUE_VALUE);
    return 0;
}

const ModuleDef socket_module = {
    .name = "_socket",
    .doc = "Connections to other processes and machines: socket is made of it.",
    .functions = {functions, socket_name_functions, socket_text_functions},
    .types = types,
    .constants = constants,
    .numbers = os_numbers_socket,
    .state_size = sizeof(SocketState),
    .init = init,
};
