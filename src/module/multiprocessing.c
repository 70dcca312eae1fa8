/* SPDX-License-Identifier: MIT */
/*
 * The module _multiprocessing: SemLock, a semaphore or a recursive lock that
 * processes share.  The semaphore is the system's, with a name; who in this
 * process has taken it how often stands in the object.
 */
#include "exec/blocking.h"
#include "object/container/dict.h"
#include "object/core/cast.h"
#include "object/core/resource.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"
#include "os/clock.h"
#include "os/semaphore.h"

enum { RECURSIVE_MUTEX, SEMAPHORE }; /* kinds */

typedef struct SemLock {
    RECORD_HEAD(int32_t kind, maxvalue; int64_t count; /* as taken here */
                uint64_t owner;) /* the thread that has taken it last */
    Slot semaphore;              /* a Resource */
    Slot name;                   /* a str; None: nobody else can open it */
} SemLock;

static Type semlock_type;

static OsSemaphore *semaphore_of(const SemLock *s)
{
    const Resource *r = value_to_pointer(slot_get(&s->semaphore));
    return (OsSemaphore *)r->handle;
}

static bool is_mine(const Thread *t, const SemLock *s)
{
    return s->count > 0 && s->owner == t->ident;
}

static Value fail(Thread *t, int64_t result)
{
    return blocking_raise(t, result, UNBOUND);
}

/* ---- making ---- */

static void close(intptr_t handle)
{
    os_semaphore_close((OsSemaphore *)handle);
}

static Value semlock_new(Thread *t, Type *cls, OsSemaphore *semaphore, int kind,
                         int maxvalue, const char *name)
{
    Resource *r = resource_new(t, (intptr_t)semaphore, close, 0);
    if (r == NULL)
        return NULL_VALUE;
    SemLock *s = instance_new_fixed(t, cls);
    s->kind = kind;
    s->maxvalue = maxvalue;
    slot_set(s, &s->semaphore, value_from_pointer(r));
    slot_set(s, &s->name,
             name == NULL ? NONE : value_from_pointer(str_from_c(t, name)));
    return value_from_pointer(s);
}

CONSTRUCTOR(SemLock, 0, (cls), (arg, c_int, kind), (arg, c_int, value),
            (arg, c_int, maxvalue), (arg, c_string, name), (arg, truth, unlink))
{
    OsSemaphore *semaphore;
    if (kind != RECURSIVE_MUTEX && kind != SEMAPHORE)
        return raise_value_error(t, "unrecognized kind");
    int64_t result = os_semaphore_create(name, (unsigned)value, &semaphore);
    if (result < 0)
        return fail(t, result);
    result = unlink ? os_semaphore_unlink(name) : 0;
    if (result < 0) {
        os_semaphore_close(semaphore);
        return fail(t, result);
    }
    return semlock_new(t, cls, semaphore, kind, maxvalue, unlink ? NULL : name);
}

/* A handle says nothing in another process, nor is a number to be trusted: the
 * name is what counts. */
NATIVE(semlock, _rebuild, NATIVE_CLASS, "The lock of another process.", (cls),
       (arg, c_longlong, handle), (arg, c_int, kind), (arg, c_int, maxvalue),
       (arg, c_string_or_none, name), (slash))
{
    OsSemaphore *semaphore;
    int64_t result =
        name == NULL ? -EINVAL : os_semaphore_open(name, &semaphore);
    return result < 0 ? fail(t, result)
                      : semlock_new(t, cls, semaphore, kind, maxvalue, name);
}

/* ---- taking ---- */

enum { SECOND = 1000000000 };

/* The time `timeout` seconds from now: 0 or -1. */
static int end_of(Thread *t, Value timeout, int64_t *end)
{
    const double most = 1e9; /* seconds; also of infinity */
    double seconds;
    if (object_to_double(t, timeout, &seconds) < 0)
        return -1;
    if (!(seconds > 0))
        seconds = 0;
    if (seconds > most)
        seconds = most;
    *end = os_clock_now(OS_CLOCK_WALL) + (int64_t)(seconds * SECOND);
    return 0;
}

static Value acquire(Thread *t, SemLock *s, bool block, Value timeout)
{
    OsSemaphore *semaphore = semaphore_of(s);
    int64_t end = 0;
    if (s->kind == RECURSIVE_MUTEX && is_mine(t, s)) {
        s->count++;
        return TRUE_VALUE;
    }
    if (!value_is_none(timeout) && end_of(t, timeout, &end) < 0)
        return NULL_VALUE;
    int64_t result;
    do
        result = os_semaphore_try(semaphore);
    while (result == -EINTR);
    if (result == -EAGAIN && block)
        result = value_is_none(timeout)
                     ? BLOCKING(t, os_semaphore_wait(semaphore))
                     : BLOCKING(t, os_semaphore_wait_until(semaphore, end));
    KEEP(s);
    if (result == -EAGAIN || result == -ETIMEDOUT)
        return FALSE_VALUE;
    if (result < 0)
        return fail(t, result);
    s->count++;
    s->owner = t->ident;
    return TRUE_VALUE;
}

static Value release(Thread *t, SemLock *s)
{
    if (s->kind == RECURSIVE_MUTEX) {
        if (!is_mine(t, s))
            return raise_error(t, EXC(AssertionError),
                               "attempt to release recursive lock not owned by "
                               "thread");
        if (s->count > 1) {
            s->count--;
            return NONE;
        }
    } else {
        int64_t value = os_semaphore_value(semaphore_of(s));
        if (value < 0)
            return fail(t, value);
        if (value >= s->maxvalue)
            return raise_value_error(
                t, "semaphore or lock released too many times");
    }
    int64_t result = os_semaphore_post(semaphore_of(s));
    if (result < 0)
        return fail(t, result);
    s->count--;
    return NONE;
}

NATIVE(semlock, acquire, 0,
       "Take the lock, waiting for it if `block`, at most `timeout` seconds; "
       "whether it is taken.",
       (self, SemLock), (opt, truth, block, True), (opt, object, timeout, None))
{
    return acquire(t, self, block, timeout);
}

NATIVE(semlock, release, 0, "Give the lock back.", (self, SemLock), (slash))
{
    return release(t, self);
}

NATIVE(semlock, __enter__, 0, "Take the lock.", (self, SemLock), (slash))
{
    return acquire(t, self, true, NONE);
}

NATIVE(semlock, __exit__, 0, "Give the lock back.", (self, SemLock),
       (opt, object, exc_type, None), (opt, object, exc_value, None),
       (opt, object, exc_tb, None), (slash))
{
    return release(t, self);
}

/* ---- asking ---- */

NATIVE(semlock, _count, 0, "How often this process has taken the lock.",
       (self, SemLock), (slash))
{
    return int_from_int64(t, self->count);
}

NATIVE(semlock, _is_mine, 0, "Whether this thread has taken the lock.",
       (self, SemLock), (slash))
{
    return value_from_bool(is_mine(t, self));
}

NATIVE(semlock, _get_value, 0, "How often the lock can still be taken.",
       (self, SemLock), (slash))
{
    int64_t value = os_semaphore_value(semaphore_of(self));
    return value < 0 ? fail(t, value) : value_from_int(value);
}

NATIVE(semlock, _is_zero, 0, "Whether who takes the lock must wait.",
       (self, SemLock), (slash))
{
    int64_t value = os_semaphore_value(semaphore_of(self));
    return value < 0 ? fail(t, value) : value_from_bool(value == 0);
}

NATIVE(semlock, _after_fork, 0,
       "In a new process, which has taken nothing yet.", (self, SemLock),
       (slash))
{
    self->count = 0;
    return NONE;
}

/* ---- the type ---- */

static Value handle_get(Thread *t, Value self)
{
    return int_from_int64(
        t, (intptr_t)semaphore_of((const SemLock *)value_to_record(self)));
}

static Value kind_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((const SemLock *)value_to_record(self))->kind);
}

static Value maxvalue_get(Thread *t UNUSED, Value self)
{
    return value_from_int(((const SemLock *)value_to_record(self))->maxvalue);
}

static Value name_get(Thread *t UNUSED, Value self)
{
    return slot_get(&((const SemLock *)value_to_record(self))->name);
}

static const NativeDef *const methods[] = {
    &semlock___enter___native,
    &semlock___exit___native,
    &semlock__after_fork_native,
    &semlock__count_native,
    &semlock__get_value_native,
    &semlock__is_mine_native,
    &semlock__is_zero_native,
    &semlock__rebuild_native,
    &semlock_acquire_native,
    &semlock_release_native,
    NULL,
};

static const GetSetDef getsets[] = {
    {"handle", handle_get, NULL, GETSET_MEMBER "The system's semaphore."},
    {"kind", kind_get, NULL, GETSET_MEMBER "0: a recursive lock, 1: others."},
    {"maxvalue", maxvalue_get, NULL, GETSET_MEMBER "What it may not exceed."},
    {"name", name_get, NULL, GETSET_MEMBER "Its name, while it has one."},
    {0},
};

static Type semlock_type = {
    TYPE_HEAD(semlock),
    .c_name = "_multiprocessing.SemLock",
    .c_doc = "A semaphore or recursive lock that processes share.",
    .type_flags = TYPE_BASE,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SemLock),
    .constructor = &SemLock_new_native,
    .methods = methods,
    .getsets = getsets,
};

NATIVE(multiprocessing, sem_unlink, 0, "Take the name from a semaphore.",
       (arg, c_string, name), (slash))
{
    int64_t result = os_semaphore_unlink(name);
    return result < 0 ? fail(t, result) : NONE;
}

static const NativeDef *const functions[] = {
    &multiprocessing_sem_unlink_native,
    NULL,
};

static const ModuleType types[] = {
    {"SemLock", &semlock_type},
    {0},
};

static int init(Thread *t, Module *m)
{
    Dict *flags = dict_new(t);
    dict_set_c(t, flags, "HAVE_SEM_OPEN", value_from_int(1));
    dict_set_c(t, flags, "HAVE_SEM_TIMEDWAIT", value_from_int(1));
    dict_set_c(t, m->dict, "flags", value_from_pointer(flags));
    dict_set_c(t, semlock_type.dict, "SEM_VALUE_MAX",
               value_from_int(OS_SEMAPHORE_MAX));
    return 0;
}

const ModuleDef multiprocessing_module = {
    .name = "_multiprocessing",
    .doc = "What locks of multiprocessing stand on.",
    .functions = {functions},
    .types = types,
    .init = init,
};
