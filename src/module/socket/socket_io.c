/* SPDX-License-Identifier: MIT */
/* Sending and receiving. */
#include "module/socket/socket_parts.h"

#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

/* --- receiving --------------------------------------------------------- */

/* room: what can be written to, given back when the body has returned */
#define PARAM_LEAF_room     LEAF_NEVER
#define PARAM_TYPE_room     Buffer *
#define PARAM_LOCAL_room(v) PARAM_LOCAL_bytes_like(v)
static PARAM_FN(room, Buffer *)
{
    if (buffer_get(t, v, *out, BUFFER_WRITABLE) == 0) {
        ((ParamBuffer *)*out)->held = true;
        return true;
    }
    if (exception_matches(t, EXC(BufferError)) ||
        exception_matches(t, EXC(TypeError))) {
        exception_take(t);
        raise_type_error(t, "%s() argument 1 must be read-write bytes-like "
                         "object, not %T", def->name, v);
    }
    return false;
}

NATIVE_SHARED(socket, recv, 0,
              "What there is to receive, up to bufsize bytes; none at the end.",
              (self, Socket), (arg, ssize, bufsize), (opt, number, flags, 0),
              (slash))
{
    if (bufsize < 0)
        return raise_value_error(t, "negative buffersize in recv");
    if (bufsize == 0) /* the system would wait */
        return value_from_pointer(t->rt->empty_bytes);
    Bytes *bytes = bytes_new(t, NULL, bufsize);
    if (bytes == NULL)
        return NULL_VALUE;
    uint8_t *to = bytes->data;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t got =
        SOCKET_CALL(t, self, false, deadline,
                    os_socket_receive(fd, to, (size_t)bufsize, flags));
    return got < 0 ? socket_raise(t, got) : bytes_cut(t, bytes, got);
}

NATIVE_SHARED(socket, recvfrom, 0,
              "What there is to receive, and from which address.",
              (self, Socket), (arg, ssize, bufsize), (opt, number, flags, 0),
              (slash))
{
    OsAddress from;
    if (bufsize < 0)
        return raise_value_error(t, "negative buffersize in recvfrom");
    Bytes *bytes = bytes_new(t, NULL, bufsize);
    if (bytes == NULL)
        return NULL_VALUE;
    uint8_t *to = bytes->data;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t got = SOCKET_CALL(
        t, self, false, deadline,
        os_socket_receive_from(fd, to, (size_t)bufsize, flags, &from));
    if (got < 0)
        return socket_raise(t, got);
    TRY(data, bytes_cut(t, bytes, got));
    TRY(address, socket_address_value(t, &from));
    return value_from_pointer(tuple_pack(t, 2, data, address));
}

NATIVE_SHARED(socket, recv_into, 0,
              "Receive into a buffer, up to nbytes (0: as much as it holds); how "
              "much that was.",
              (self, Socket), (arg, room, buffer),
              (opt, ssize, nbytes, 0), (opt, number, flags, 0))
{
    if (nbytes < 0)
        return raise_value_error(t, "negative buffersize in recv_into");
    if (nbytes == 0)
        nbytes = buffer->len;
    if (nbytes > buffer->len)
        return raise_value_error(t, "buffer too small for requested bytes");
    if (nbytes == 0) /* the system would wait */
        return value_from_int(0);
    uint8_t *to = buffer->data;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t got =
        SOCKET_CALL(t, self, false, deadline,
                    os_socket_receive(fd, to, (size_t)nbytes, flags));
    return got < 0 ? socket_raise(t, got) : value_from_int(got);
}

NATIVE_SHARED(socket, recvfrom_into, 0,
              "As recv_into(), and from which address.",
              (self, Socket), (arg, room, buffer),
              (opt, ssize, nbytes, 0), (opt, number, flags, 0))
{
    OsAddress from;
    if (nbytes < 0)
        return raise_value_error(t, "negative buffersize in recvfrom_into");
    if (nbytes == 0)
        nbytes = buffer->len;
    if (nbytes > buffer->len)
        return raise_value_error(
            t, "nbytes is greater than the length of the buffer");
    uint8_t *to = buffer->data;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t got = SOCKET_CALL(
        t, self, false, deadline,
        os_socket_receive_from(fd, to, (size_t)nbytes, flags, &from));
    if (got < 0)
        return socket_raise(t, got);
    TRY(address, socket_address_value(t, &from));
    return value_from_pointer(tuple_pack(t, 2, value_from_int(got), address));
}

/* --- sending ----------------------------------------------------------- */

NATIVE_SHARED(socket, send, 0,
              "Send the beginning of the data, and say how much that was.",
              (self, Socket), (arg, bytes_like, data), (opt, number, flags, 0),
              (slash))
{
    const uint8_t *from = data->data;
    size_t n = (size_t)data->len;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t put = SOCKET_CALL(t, self, true, deadline,
                              os_socket_send(fd, from, n, flags));
    return put < 0 ? socket_raise(t, put) : value_from_int(put);
}

NATIVE_SHARED(socket, sendall, 0, "Send all of the data.",
              (self, Socket), (arg, bytes_like, data), (opt, number, flags, 0),
              (slash))
{
    const uint8_t *from = data->data;
    size_t n = (size_t)data->len;
    int64_t deadline = socket_deadline(self); /* of all together */
    do {
        int fd = self->fd;
        int64_t put = SOCKET_CALL(t, self, true, deadline,
                                  os_socket_send(fd, from, n, flags));
        if (put < 0)
            return socket_raise(t, put);
        from += put;
        n -= (size_t)put;
        if (poll_signals(t) < 0)
            return NULL_VALUE;
    } while (n > 0);
    return NONE;
}

static Value send_to(Thread *t, Socket *self, const Buffer *data, int flags,
                     Value address)
{
    OsAddress to;
    if (!socket_take_address(t, self, address, &to, "sendto"))
        return NULL_VALUE;
    const uint8_t *from = data->data;
    size_t n = (size_t)data->len;
    int fd = self->fd;
    int64_t deadline = socket_deadline(self);
    int64_t put = SOCKET_CALL(t, self, true, deadline,
                              os_socket_send_to(fd, from, n, flags, &to));
    return put < 0 ? socket_raise(t, put) : value_from_int(put);
}

/* (data, address) or (data, flags, address) */
NATIVE_SHARED(socket, sendto, 0,
              "Send the data to an address, which comes last, after flags.",
              (self, Socket), (args, args))
{
    int flags = 0;
    Buffer data;
    if (n_args != 2 && n_args != 3)
        return raise_type_error(
            t, "sendto() takes 2 or 3 arguments (%l given)", n_args);
    if (buffer_get(t, args[0], &data, BUFFER_SIMPLE) < 0)
        return NULL_VALUE;
    Value v = NULL_VALUE;
    if (n_args == 2 || param_number(t, args[1], &flags, NULL, 0))
        v = send_to(t, self, &data, flags, args[n_args - 1]);
    buffer_release(&data);
    return v;
}
