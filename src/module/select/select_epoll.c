/* SPDX-License-Identifier: MIT */
/* Objects that wait for descriptors by epoll. */
#include "exec/blocking.h"
#include "module/select/select_parts.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "object/type/instance.h"
#include "os/file.h"
#include "os/wait.h"

typedef struct Epoll {
    RECORD_HEAD(int fd;)
    Slot owner; /* a Resource */
} Epoll;

static Resource *owner_of(const Epoll *e)
{
    return value_to_pointer(slot_get(&e->owner));
}

static void give_back(intptr_t handle)
{
    (void)os_file_close((int)handle); /* nobody is there to be told */
}

/* Takes over a descriptor. */
static Value epoll_from(Thread *t, Type *cls, int fd)
{
    Resource *r = resource_new(t, fd, give_back, 0);
    if (r == NULL)
        return NULL_VALUE;
    Epoll *e = instance_new_fixed(t, cls);
    e->fd = fd;
    slot_set(e, &e->owner, value_from_pointer(r));
    return value_from_pointer(e);
}

CONSTRUCTOR(epoll, NATIVE_UNSIGNED, (cls), (opt, c_int, sizehint, -1),
            (opt, c_int, flags, 0))
{
    if (sizehint != -1 && sizehint <= 0)
        return raise_value_error(t, "negative sizehint");
    if (flags != 0 && flags != OS_EPOLL_CLOEXEC)
        return raise_error(t, EXC(OSError), "invalid flags");
    int64_t fd = os_epoll_new();
    return fd < 0 ? raise_os_error(t, (int)-fd, UNBOUND)
                  : epoll_from(t, cls, (int)fd);
}

static bool is_open(Thread *t, const Epoll *e)
{
    if (resource_is_open(owner_of(e)))
        return true;
    raise_value_error(t, "I/O operation on closed epoll object");
    return false;
}

NATIVE(epoll, fromfd, NATIVE_CLASS, "An object of a descriptor that there is.",
       (cls), (arg, c_int, fd), (slash))
{
    return epoll_from(t, cls, fd);
}

NATIVE(epoll, close, 0, "Close the descriptor; that may be done twice.",
       (self, Epoll), (slash))
{
    Resource *r = owner_of(self);
    if (!resource_is_open(r))
        return NONE;
    int fd = self->fd;
    r->give_back = NULL; /* here, for errors are told */
    self->fd = -1;
    thread_park(t);
    int error = os_file_close(fd);
    thread_unpark(t);
    return error != 0 ? raise_os_error(t, error, UNBOUND) : NONE;
}

NATIVE(epoll, fileno, 0, "The descriptor.", (self, Epoll), (slash))
{
    return is_open(t, self) ? value_from_int(self->fd) : NULL_VALUE;
}

static Value control(Thread *t, const Epoll *e, int operation, int fd,
                     uint32_t events)
{
    if (!is_open(t, e))
        return NULL_VALUE;
    int epoll = e->fd;
    int64_t result = BLOCKING(t, os_epoll_control(epoll, operation, fd,
                                                  events));
    return result < 0 ? blocking_raise(t, result, UNBOUND) : NONE;
}

NATIVE(epoll, register, 0, "Wait for a descriptor, too.",
       (self, Epoll), (slash), (arg, descriptor, fd),
       (opt, uint_mask, eventmask, 7))
{
    return control(t, self, EPOLL_CTL_ADD, fd, eventmask);
}

NATIVE(epoll, modify, 0, "Wait for other events of a descriptor.",
       (self, Epoll), (slash), (arg, descriptor, fd),
       (arg, uint_mask, eventmask))
{
    return control(t, self, EPOLL_CTL_MOD, fd, eventmask);
}

NATIVE(epoll, unregister, 0, "Wait for a descriptor no more.",
       (self, Epoll), (slash), (arg, descriptor, fd))
{
    return control(t, self, EPOLL_CTL_DEL, fd, 0);
}

static Value ready(Thread *t, const struct epoll_event *events, int64_t n)
{
    List *list = list_new(t, n);
    for (int64_t i = 0; list != NULL && i < n; i++)
        list_append(t, list, value_from_pointer(tuple_pack(
            t, 2, value_from_int(events[i].data.fd),
            value_from_int(events[i].events))));
    return value_from_pointer(list);
}

NATIVE(epoll, poll, 0,
       "Wait until something is ready, or so many seconds: a list of "
       "(descriptor, events), maxevents of them at most.",
       (self, Epoll), (slash), (opt, object, timeout, None),
       (opt, c_int, maxevents, -1))
{
    int64_t ns;
    if (!is_open(t, self) || !select_timeout(t, timeout, 1000000000, &ns) ||
        !select_fits(t, ns))
        return NULL_VALUE;
    if (maxevents == -1)
        maxevents = FD_SETSIZE - 1;
    if (maxevents < 1)
        return raise_value_error(
            t, "maxevents must be greater than 0, got %d", maxevents);
    size_t size = (size_t)maxevents * sizeof(struct epoll_event);
    Blob *blob = gc_alloc_large(t, sizeof(Blob) + size, KIND_BLOB, SHAPE_RAW);
    if (blob == NULL)
        return raise_no_memory(t);
    blob->capacity = (int64_t)size;
    struct epoll_event *events = (struct epoll_event *)(void *)blob->data;
    int64_t deadline = select_deadline(ns);
    int epoll = self->fd;
    int64_t n = BLOCKING(t, os_epoll_wait(epoll, events, maxevents,
                                          select_left(deadline)));
    Value v = n < 0 ? blocking_raise(t, n, UNBOUND) : ready(t, events, n);
    KEEP(blob);
    return v;
}

NATIVE(epoll, __enter__, 0, NULL, (self, Epoll), (slash))
{
    return is_open(t, self) ? value_from_pointer(self) : NULL_VALUE;
}

NATIVE(epoll, __exit__, 0, NULL, (self, Epoll),
       (opt, object, exc_type, None), (opt, object, exc_value, None),
       (opt, object, exc_tb, None), (slash))
{
    return epoll_close_body(t, self);
}

static Value closed_get(Thread *t UNUSED, Value self)
{
    return value_from_bool(!resource_is_open(owner_of(value_to_record(self))));
}

static const NativeDef *const methods[] = {
    &epoll_fromfd_native,
    &epoll_close_native,
    &epoll_fileno_native,
    &epoll_register_native,
    &epoll_modify_native,
    &epoll_unregister_native,
    &epoll_poll_native,
    &epoll___enter___native,
    &epoll___exit___native,
    NULL,
};
static const GetSetDef getsets[] = {
    {"closed", closed_get, NULL, "whether it is closed"},
    {0},
};

Type select_epoll_type = {
    TYPE_HEAD(epoll),
    .c_name = "select.epoll",
    .c_doc = "Waits for many descriptors by epoll.",
    .kind = KIND_RECORD,
    .instance_size = sizeof(Epoll),
    .methods = methods,
    .getsets = getsets,
    .constructor = &epoll_new_native,
};
