/* SPDX-License-Identifier: MIT */
/* Messages: several buffers at once, and ancillary data, such as descriptors. */
#include "module/socket/socket_parts.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/number/int.h"
#include "object/text/bytes.h"

enum { PARTS_MAX = 1024 }; /* the most that Linux takes */

/* Buffers that are lent; all memory is malloc'd. */
typedef struct Parts {
    size_t n;
    List *items; /* whose they are */
    Buffer *buffers;
    struct iovec *vec;
} Parts;

static void give_back(Parts *p)
{
    for (size_t i = 0; i < p->n; i++)
        buffer_release(&p->buffers[i]);
    free(p->buffers);
    free(p->vec);
    KEEP(p->items);
}

/* Borrows what an iterable has: false with an exception, and nothing is lent. */
static bool borrow(Thread *t, Parts *p, Value v, unsigned flags,
                   const char *function)
{
    *p = (Parts){0};
    if (type_of(v)->slots.iter == NULL && type_of(v)->slots.getitem == NULL) {
        raise_type_error(t, "%s() argument 1 must be an iterable", function);
        return false;
    }
    p->items = list_from_iterable(t, v);
    if (p->items == NULL)
        return false;
    size_t n = (size_t)p->items->len;
    p->buffers = calloc(n + 1, sizeof *p->buffers);
    p->vec = calloc(n + 1, sizeof *p->vec);
    if (p->buffers == NULL || p->vec == NULL)
        raise_no_memory(t);
    else if (n > PARTS_MAX)
        raise_error(t, EXC(OSError), "%s() argument 1 is too long", function);
    for (; value_is_null(t->exc) && p->n < n; p->n++) {
        Buffer *b = &p->buffers[p->n];
        if (buffer_get(t, list_get(p->items, (int64_t)p->n), b, flags) < 0)
            break;
        p->vec[p->n] = (struct iovec){b->data, (size_t)b->len};
    }
    if (value_is_null(t->exc))
        return true;
    give_back(p);
    if ((flags & BUFFER_WRITABLE) &&
        (exception_matches(t, EXC(BufferError)) ||
         exception_matches(t, EXC(TypeError)))) {
        exception_take(t);
        raise_type_error(t, "%s() argument 1 must be an iterable of "
                         "single-segment read-write buffers", function);
    }
    return false;
}

/* --- receiving --------------------------------------------------------- */

/* Ancillary data as a list of (level, type, bytes). */
static Value ancillary(Thread *t, struct msghdr *m)
{
    List *list = list_new(t, 0);
    const uint8_t *end = (const uint8_t *)m->msg_control + m->msg_controllen;
    for (struct cmsghdr *c = CMSG_FIRSTHDR(m); c != NULL;
         c = CMSG_NXTHDR(m, c)) {
        const uint8_t *data = CMSG_DATA(c);
        int64_t len = (int64_t)c->cmsg_len - (data - (const uint8_t *)c);
        if (len > end - data)
            len = end - data; /* it was cut off */
        if (len < 0)
            break;
        list_append(t, list, value_from_pointer(tuple_pack(
            t, 3, value_from_int(c->cmsg_level),
            value_from_int(c->cmsg_type),
            value_from_pointer(bytes_new(t, data, len)))));
    }
    return value_from_pointer(list);
}

/* Receives into `vec`: how much, or negative with an exception; *rest is what
 * else there is: ancillary data, flags, address. */
static int64_t receive(Thread *t, Socket *s, struct iovec *vec, size_t n,
                       int64_t room, int flags, Value rest[3])
{
    OsAddress from = {.len = 0};
    if (room < 0 || room > INT_MAX)
        return RAISE_INT(raise_value_error(
            t, "invalid ancillary data buffer length"));
    void *control = calloc(1, (size_t)room + 1);
    if (control == NULL)
        return RAISE_INT(raise_no_memory(t));
    struct msghdr m;
    int fd = s->fd;
    int64_t deadline = socket_deadline(s);
    int64_t got = SOCKET_CALL(t, s, false, deadline, ({
        m = (struct msghdr){.msg_name = &from.room,
                            .msg_namelen = sizeof from.room,
                            .msg_iov = vec,
                            .msg_iovlen = n,
                            .msg_control = room > 0 ? control : NULL,
                            .msg_controllen = (size_t)room};
        os_socket_receive_message(fd, &m, flags);
    }));
    if (got < 0) {
        socket_raise(t, got);
    } else {
        from.len = m.msg_namelen;
        rest[0] = ancillary(t, &m);
        rest[1] = value_from_int(m.msg_flags);
        rest[2] = socket_address_value(t, &from);
        got = value_is_null(rest[2]) ? -1 : got;
    }
    free(control);
    return got;
}

NATIVE_SHARED(socket, recvmsg, 0,
              "What there is to receive, up to bufsize bytes; ancillary data, up "
              "to ancbufsize; flags; the address.",
              (self, Socket), (arg, ssize, bufsize),
              (opt, ssize, ancbufsize, 0), (opt, number, flags, 0), (slash))
{
    Value rest[3];
    if (bufsize < 0)
        return raise_value_error(t, "negative buffer size in recvmsg()");
    Bytes *bytes = bytes_new(t, NULL, bufsize);
    if (bytes == NULL)
        return NULL_VALUE;
    struct iovec vec = {bytes->data, (size_t)bufsize};
    int64_t got = receive(t, self, &vec, 1, ancbufsize, flags, rest);
    if (got < 0)
        return NULL_VALUE;
    TRY(data, bytes_cut(t, bytes, got));
    return value_from_pointer(
        tuple_pack(t, 4, data, rest[0], rest[1], rest[2]));
}

NATIVE_SHARED(socket, recvmsg_into, 0,
              "As recvmsg(), into buffers; how much that was comes first.",
              (self, Socket), (arg, object, buffers),
              (opt, ssize, ancbufsize, 0), (opt, number, flags, 0), (slash))
{
    Parts p;
    Value rest[3];
    if (!borrow(t, &p, buffers, BUFFER_WRITABLE, "recvmsg_into"))
        return NULL_VALUE;
    int64_t got = receive(t, self, p.vec, p.n, ancbufsize, flags, rest);
    give_back(&p);
    return got < 0 ? NULL_VALUE
                   : value_from_pointer(tuple_pack(t, 4, value_from_int(got),
                                                   rest[0], rest[1], rest[2]));
}

/* --- sending ----------------------------------------------------------- */

/* One item of ancillary data, added at *control, malloc'd and of *n bytes. */
static bool add_control(Thread *t, Value v, uint8_t **control, size_t *n)
{
    int level, type;
    const uint8_t *data;
    int64_t len;
    static const char *const what = "[sendmsg() ancillary data items]()";
    if (type_of(v)->slots.getitem == NULL || value_is_str(v)) {
        raise_type_error(t, "%s argument must be 3-item sequence, not %T",
                         what, v);
        return false;
    }
    Tuple *item = tuple_from_iterable(t, v);
    if (item == NULL)
        return false;
    if (item->len != 3) {
        raise_type_error(
            t, "%s argument must be sequence of length 3, not %l", what,
            item->len);
        return false;
    }
    if (!param_number(t, tuple_get(item, 0), &level, NULL, 0) ||
        !param_number(t, tuple_get(item, 1), &type, NULL, 0) ||
        bytes_view(t, tuple_get(item, 2), &data, &len) < 0)
        return false;
    size_t space = CMSG_SPACE((size_t)len);
    uint8_t *more = realloc(*control, *n + space);
    if (more == NULL)
        return raise_no_memory(t), false;
    struct cmsghdr *c = (struct cmsghdr *)(void *)(more + *n);
    memset(c, 0, space);
    c->cmsg_level = level;
    c->cmsg_type = type;
    c->cmsg_len = CMSG_LEN((size_t)len);
    memcpy(CMSG_DATA(c), data, (size_t)len);
    *control = more;
    *n += space;
    return true;
}

static bool take_control(Thread *t, Value v, uint8_t **control, size_t *n)
{
    if (value_is_unbound(v))
        return true;
    if (type_of(v)->slots.iter == NULL && type_of(v)->slots.getitem == NULL) {
        raise_type_error(t, "sendmsg() argument 2 must be an iterable");
        return false;
    }
    List *items = list_from_iterable(t, v);
    if (items == NULL)
        return false;
    for (int64_t i = 0; i < items->len; i++)
        if (!add_control(t, list_get(items, i), control, n))
            return false;
    return true;
}

NATIVE_SHARED(socket, sendmsg, 0,
              "Send what is in the buffers, with ancillary data, to an address "
              "if one is given; how much of it that was.",
              (self, Socket), (arg, object, buffers), (maybe, object, ancdata),
              (opt, number, flags, 0), (opt, object, address, None), (slash))
{
    Parts p;
    OsAddress to = {.len = 0};
    uint8_t *control = NULL;
    size_t n_control = 0;
    if (!borrow(t, &p, buffers, BUFFER_SIMPLE, "sendmsg"))
        return NULL_VALUE;
    Value v = NULL_VALUE;
    if (take_control(t, ancdata, &control, &n_control) &&
        (value_is_none(address) ||
         socket_take_address(t, self, address, &to, "sendmsg"))) {
        struct msghdr m = {.msg_name = to.len > 0 ? &to.room : NULL,
                           .msg_namelen = to.len,
                           .msg_iov = p.vec,
                           .msg_iovlen = p.n,
                           .msg_control = control,
                           .msg_controllen = n_control};
        int fd = self->fd;
        int64_t deadline = socket_deadline(self);
        int64_t put = SOCKET_CALL(t, self, true, deadline,
                                  os_socket_send_message(fd, &m, flags));
        v = put < 0 ? socket_raise(t, put) : value_from_int(put);
    }
    free(control);
    give_back(&p);
    return v;
}
