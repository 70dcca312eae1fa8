/* SPDX-License-Identifier: MIT */
/* The module select: its function select(), and times to wait. */
#include <limits.h>
#include <math.h>
#include "exec/blocking.h"
#include "module/select/select_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/native.h"
#include "object/function/param_file.h"
#include "object/number/float.h"
#include "object/number/int.h"
#include "os/clock.h"
#include "os/numbers.h"
#include "os/wait.h"

/* --- times ------------------------------------------------------------- */

static bool too_large(Thread *t)
{
    raise_error(t, EXC(OverflowError),
                "timestamp too large to convert to C _PyTime_t");
    return false;
}

static bool from_double(Thread *t, double d, int64_t unit, int64_t *ns)
{
    if (d != d) {
        raise_value_error(t, "Invalid value NaN (not a number)");
        return false;
    }
    d *= (double)unit;
    d = d < 0 ? floor(d) : ceil(d);
    if (!(d >= -0x1p63 && d < 0x1p63))
        return too_large(t);
    *ns = (int64_t)d;
    return true;
}

bool select_timeout(Thread *t, Value v, int64_t unit, int64_t *ns)
{
    *ns = -1;
    if (value_is_unbound(v) || value_is_none(v))
        return true;
    if (value_is_float_object(v))
        return from_double(t, float_to_double(v), unit, ns);
    if (type_of(v)->slots.index == NULL) {
        raise_type_error(t, "timeout must be an integer or None");
        return false;
    }
    Value i = object_index(t, v);
    if (value_is_null(i))
        return false;
    if (!int_to_int64(i, ns) || __builtin_mul_overflow(*ns, unit, ns))
        return too_large(t);
    return true;
}

int64_t select_deadline(int64_t ns)
{
    int64_t end;
    return ns < 0 || __builtin_add_overflow(
                         os_clock_now(OS_CLOCK_MONOTONIC), ns, &end)
               ? INT64_MAX
               : end;
}

int select_left(int64_t deadline)
{
    if (deadline == INT64_MAX)
        return -1;
    int64_t ns = deadline - os_clock_now(OS_CLOCK_MONOTONIC);
    int64_t ms = ns <= 0 ? 0 : (ns + 999999) / 1000000;
    return ms > INT_MAX ? INT_MAX : (int)ms;
}

bool select_fits(Thread *t, int64_t ns)
{
    if (ns / 1000000 < INT_MAX)
        return true;
    raise_error(t, EXC(OverflowError), "timeout is too large");
    return false;
}

/* --- select() ---------------------------------------------------------- */

/* One of its three arguments. */
typedef struct Waited {
    List *objects;
    int fds[FD_SETSIZE];
    fd_set set;
} Waited;

/* False with an exception; *n becomes larger than each descriptor. */
static bool take(Thread *t, Value v, Waited *w, int *n)
{
    if (!value_is_list(v) && !value_is_tuple(v) &&
        type_of(v)->slots.iter == NULL && type_of(v)->slots.getitem == NULL) {
        raise_type_error(t, "arguments 1-3 must be sequences");
        return false;
    }
    FD_ZERO(&w->set);
    w->objects = list_from_iterable(t, v);
    if (w->objects == NULL)
        return false;
    for (int64_t i = 0; i < w->objects->len; i++) {
        int fd;
        if (!param_descriptor(t, list_get(w->objects, i), &fd, NULL, 0))
            return false;
        if (fd >= FD_SETSIZE || i >= FD_SETSIZE) {
            raise_value_error(t, fd >= FD_SETSIZE
                                     ? "filedescriptor out of range in select()"
                                     : "too many file descriptors in select()");
            return false;
        }
        FD_SET(fd, &w->set);
        w->fds[i] = fd;
        if (fd >= *n)
            *n = fd + 1;
    }
    return true;
}

/* Those of the objects that are ready. */
static Value ready(Thread *t, const Waited *w, const fd_set *set)
{
    List *list = list_new(t, 0);
    for (int64_t i = 0; i < w->objects->len; i++)
        if (FD_ISSET(w->fds[i], set))
            list_append(t, list, list_get(w->objects, i));
    return value_from_pointer(list);
}

/* One call, for which the sets are copied: select writes to them. */
static int64_t wait_once(int n, const Waited w[3], fd_set sets[3],
                         int64_t deadline)
{
    int64_t left = -1;
    for (int i = 0; i < 3; i++)
        sets[i] = w[i].set;
    if (deadline != INT64_MAX) {
        left = deadline - os_clock_now(OS_CLOCK_MONOTONIC);
        left = left < 0 ? 0 : left;
    }
    return os_wait_select(n, &sets[0], &sets[1], &sets[2], left);
}

NATIVE(select, select, 0,
       "Wait until descriptors can be read, can be written, or have something "
       "exceptional: three lists of those.  A timeout is in seconds.",
       (arg, object, rlist), (arg, object, wlist), (arg, object, xlist),
       (opt, timeout, timeout, None), (slash))
{
    Waited w[3];
    fd_set sets[3];
    int n = 0;
    if (!take(t, rlist, &w[0], &n) || !take(t, wlist, &w[1], &n) ||
        !take(t, xlist, &w[2], &n))
        return NULL_VALUE;
    int64_t deadline = select_deadline(timeout);
    int64_t result = BLOCKING(t, wait_once(n, w, sets, deadline));
    if (result < 0)
        return blocking_raise(t, result, UNBOUND);
    return value_from_pointer(tuple_pack(t, 3, ready(t, &w[0], &sets[0]),
                                         ready(t, &w[1], &sets[1]),
                                         ready(t, &w[2], &sets[2])));
}

/* --- the module -------------------------------------------------------- */

static const NativeDef *const functions[] = {
    &select_poll_native,
    &select_select_native,
    NULL,
};

static const ModuleType types[] = {
    {"epoll", &select_epoll_type},
    {NULL, &select_poll_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    dict_set_c(t, m->dict, "error", value_from_pointer(EXC(OSError)));
    return 0;
}

const ModuleDef select_module = {
    .name = "select",
    .doc = "Waiting until descriptors can be read or written.",
    .functions = {functions},
    .types = types,
    .numbers = os_numbers_select,
    .init = init,
};
