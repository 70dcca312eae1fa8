/* SPDX-License-Identifier: MIT */
/*
 * The module _queue: SimpleQueue, in which put() never waits and never runs Python
 * code, so that finalizers may call it at any time.
 *
 * The items are a deque.  Who finds none takes the lock, and the next that does so
 * waits for it, perhaps the same thread again: put() frees it, and who has got an
 * item frees it for the others.
 */
#include "module/deque.h"
#include "module/duration.h"
#include "module/thread/lock.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/module_def.h"
#include "object/function/param.h"
#include "object/type/generic_alias.h"
#include "object/type/instance.h"

typedef struct SimpleQueue {
    RECORD_HEAD()
    Slot items; /* a Deque */
    Slot lock;  /* a Lock */
} SimpleQueue;

typedef struct State {
    RECORD_HEAD()
    Slot empty; /* the exception */
} State;

extern const ModuleDef queue_module;

CONSTRUCTOR(SimpleQueue, 0, (cls))
{
    SimpleQueue *q = instance_new_fixed(t, cls);
    TRY(items, deque_new(t, &deque_type, -1));
    slot_set(q, &q->items, items);
    slot_set(q, &q->lock, value_from_pointer(lock_new(t)));
    return value_from_pointer(q);
}

static Deque *items_of(const SimpleQueue *q)
{
    return value_to_deque(slot_get(&q->items));
}

static Lock *lock_of(const SimpleQueue *q)
{
    return value_to_record(slot_get(&q->lock));
}

static void let_others_look(const SimpleQueue *q)
{
    Lock *lock = lock_of(q);
    if (lock->is_locked)
        lock_release(lock);
}

static Value put(Thread *t, const SimpleQueue *q, Value item)
{
    deque_append(t, items_of(q), item);
    let_others_look(q);
    return NONE;
}

NATIVE(
    SimpleQueue, put, 0,
    "Add an item at the end.  As there is always room, block and timeout say "
    "nothing; Queue has them, too.",
    (self, SimpleQueue), (arg, object, item), (opt, truth, block, True),
    (opt, object, timeout, None))
{
    return put(t, self, item);
}

NATIVE(SimpleQueue, put_nowait, 0, "The same as put().", (self, SimpleQueue),
       (arg, object, item))
{
    return put(t, self, item);
}

static Value raise_empty(Thread *t)
{
    const State *state = module_state(t, &queue_module);
    return raise_value(t, slot_get(&state->empty));
}

/* The first item, waiting for one until `end`, as lock_acquire says it. */
static Value get(Thread *t, const SimpleQueue *q, int64_t end)
{
    while (items_of(q)->len == 0) {
        int taken = lock_acquire(t, lock_of(q), end);
        if (taken <= 0)
            return taken < 0 ? NULL_VALUE : raise_empty(t);
    }
    Value item = deque_popleft(items_of(q));
    let_others_look(q);
    return item;
}

/* When waiting ends: 0 or -1. */
static int end_of(Thread *t, bool block, Value timeout, int64_t *end)
{
    int64_t ns;
    *end = block ? LOCK_EVER : LOCK_NOW;
    if (!block || value_is_none(timeout))
        return 0;
    if (duration_from_object(t, timeout, &ns) < 0)
        return -1;
    if (ns < 0)
        return RAISE_INT(
            raise_value_error(t, "'timeout' must be a non-negative number"));
    *end = ns == 0 ? LOCK_NOW : duration_end(ns);
    return 0;
}

NATIVE(
    SimpleQueue, get, 0,
    "Take the first item.  Where there is none: wait for one, at most timeout "
    "seconds, or if block is false not at all, and raise Empty.",
    (self, SimpleQueue), (opt, truth, block, True),
    (opt, object, timeout, None))
{
    int64_t end;
    return end_of(t, block, timeout, &end) < 0 ? NULL_VALUE : get(t, self, end);
}

NATIVE(SimpleQueue, get_nowait, 0, "Take the first item, or raise Empty.",
       (self, SimpleQueue))
{
    return get(t, self, LOCK_NOW);
}

NATIVE(SimpleQueue, empty, 0,
       "Whether there is no item; another thread may change that at once.",
       (self, SimpleQueue))
{
    return value_from_bool(items_of(self)->len == 0);
}

NATIVE(SimpleQueue, qsize, 0,
       "How many items there are; other threads may change that at once.",
       (self, SimpleQueue))
{
    return value_from_int(items_of(self)->len);
}

static const NativeDef *const methods[] = {
    &generic_alias___class_getitem___native,
    &SimpleQueue_empty_native,
    &SimpleQueue_get_native,
    &SimpleQueue_get_nowait_native,
    &SimpleQueue_put_native,
    &SimpleQueue_put_nowait_native,
    &SimpleQueue_qsize_native,
    NULL,
};

static Type simple_queue_type = {
    TYPE_HEAD(SimpleQueue),
    .c_name = "_queue.SimpleQueue",
    .c_doc = "Items that threads hand on to others, first in, first out.",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(SimpleQueue),
    .constructor = &SimpleQueue_new_native,
    .methods = methods,
};

static int init(Thread *t, Module *m)
{
    State *state = m->state;
    Value empty = module_exception_new(t, m, "Empty", EXC(Exception));
    if (value_is_null(empty))
        return -1;
    slot_set(state, &state->empty, empty);
    return 0;
}

static const ModuleType types[] = {
    {NULL, &deque_type},
    {NULL, &lock_type},
    {"SimpleQueue", &simple_queue_type},
    {0},
};

const ModuleDef queue_module = {
    .name = "_queue",
    .doc = "SimpleQueue, which the module queue offers.",
    .types = types,
    .state_size = sizeof(State),
    .init = init,
};
