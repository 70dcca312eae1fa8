/* SPDX-License-Identifier: MIT */
/* Objects that wait for descriptors by poll(). */
#include <stdlib.h>
#include "exec/blocking.h"
#include "module/select/select_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/int.h"
#include "os/wait.h"

typedef struct Poll {
    RECORD_HEAD(bool is_waiting;)
    Slot events; /* a dict of ints: descriptor, events */
} Poll;

/* events: a number of 16 bits */
#define PARAM_LEAF_events LEAF_INT
#define PARAM_TYPE_events     uint16_t
#define PARAM_LOCAL_events(v) uint16_t v
static PARAM_FN(events, uint16_t)
{
    uint64_t i;
    if (!param_c_ulong(t, v, &i, def, at))
        return false;
    *out = (uint16_t)i;
    if (*out == i)
        return true;
    raise_error(t, EXC(OverflowError),
                "Python int too large for C unsigned short");
    return false;
}

static Dict *events_of(const Poll *p)
{
    return value_to_dict(slot_get(&p->events));
}

NATIVE(poll, register, 0, "Wait for a descriptor, too, or for other events.",
       (self, Poll), (arg, descriptor, fd), (opt, events, eventmask, 7),
       (slash))
{
    return dict_set(t, events_of(self), value_from_int(fd),
                    value_from_int(eventmask)) < 0
               ? NULL_VALUE
               : NONE;
}

NATIVE(poll, modify, 0, "Wait for other events of a descriptor.",
       (self, Poll), (arg, descriptor, fd), (arg, events, eventmask), (slash))
{
    int known = dict_contains(t, events_of(self), value_from_int(fd));
    if (known == 0)
        return raise_os_error(t, ENOENT, UNBOUND);
    return known < 0 || dict_set(t, events_of(self), value_from_int(fd),
                                 value_from_int(eventmask)) < 0
               ? NULL_VALUE
               : NONE;
}

NATIVE(poll, unregister, 0, "Wait for a descriptor no more.",
       (self, Poll), (arg, descriptor, fd), (slash))
{
    int known = dict_delete(t, events_of(self), value_from_int(fd));
    if (known == 0)
        return raise_key_error(t, value_from_int(fd));
    return known < 0 ? NULL_VALUE : NONE;
}

/* What is waited for, malloc'd; NULL with MemoryError. */
static struct pollfd *table_of(Thread *t, const Dict *events, size_t *n)
{
    struct pollfd *fds = malloc(((size_t)events->used + 1) * sizeof *fds);
    Value fd, mask;
    int64_t pos = 0;
    *n = 0;
    if (fds == NULL)
        return value_to_pointer(raise_no_memory(t));
    while (dict_next(events, &pos, &fd, &mask))
        fds[(*n)++] = (struct pollfd){.fd = (int)value_to_int(fd),
                                      .events = (short)value_to_int(mask)};
    return fds;
}

static Value ready(Thread *t, const struct pollfd *fds, size_t n)
{
    List *list = list_new(t, 0);
    for (size_t i = 0; i < n; i++)
        if (fds[i].revents != 0)
            list_append(t, list, value_from_pointer(tuple_pack(
                t, 2, value_from_int(fds[i].fd),
                value_from_int((uint16_t)fds[i].revents))));
    return value_from_pointer(list);
}

NATIVE(poll, poll, 0,
       "Wait until something is ready, or so many milliseconds: a list of "
       "(descriptor, events).",
       (self, Poll), (opt, object, timeout, None), (slash))
{
    int64_t ns;
    size_t n;
    if (!select_timeout(t, timeout, 1000000, &ns) || !select_fits(t, ns))
        return NULL_VALUE;
    if (self->is_waiting)
        return raise_error(t, EXC(RuntimeError), "concurrent poll() invocation");
    struct pollfd *fds = table_of(t, events_of(self), &n);
    if (fds == NULL)
        return NULL_VALUE;
    int64_t deadline = select_deadline(ns);
    self->is_waiting = true;
    int64_t result = BLOCKING(t, os_wait_poll(fds, n, select_left(deadline)));
    self->is_waiting = false;
    Value v = result < 0 ? blocking_raise(t, result, UNBOUND)
                         : ready(t, fds, n);
    free(fds);
    return v;
}

static const NativeDef *const methods[] = {
    &poll_register_native,
    &poll_modify_native,
    &poll_unregister_native,
    &poll_poll_native,
    NULL,
};

Type select_poll_type = {
    TYPE_HEAD(poll),
    .c_name = "select.poll",
    .type_flags = TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Poll),
    .methods = methods,
};

NATIVE_SHARED(select, poll, 0,
              "An object that waits for many descriptors by poll().")
{
    Poll *p = record_new(t, select_poll_type.root_shape->id,
                         RECORD_SLOTS(Poll));
    slot_set(p, &p->events, value_from_pointer(dict_new(t)));
    return value_from_pointer(p);
}
