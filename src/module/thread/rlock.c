/* SPDX-License-Identifier: MIT */
/* _thread.RLock. */
#include "module/thread/rlock.h"

#include <stdio.h>
#include "module/thread/lock.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/number/int.h"

typedef struct RLock {
    RECORD_HEAD(uint64_t owner; uint64_t count;) /* of nobody: 0 */
    Slot lock; /* a Lock: while it is taken, the owner has it */
} RLock;

static Lock *lock_of(const RLock *self)
{
    return value_to_pointer(slot_get(&self->lock));
}

static bool is_mine(const Thread *t, const RLock *self)
{
    return self->count > 0 && self->owner == t->ident;
}

static void own(RLock *self, uint64_t owner, uint64_t count)
{
    self->owner = owner;
    self->count = count;
}

/* As lock_acquire. */
static int acquire(Thread *t, RLock *self, int64_t end)
{
    if (is_mine(t, self)) {
        self->count++;
        return 1;
    }
    int taken = lock_acquire(t, lock_of(self), end);
    if (taken > 0)
        own(self, t->ident, 1);
    return taken;
}

static Value release(Thread *t, RLock *self)
{
    if (!is_mine(t, self))
        return raise_error(t, EXC(RuntimeError),
                           "cannot release un-acquired lock");
    if (--self->count == 0) {
        self->owner = 0;
        lock_release(lock_of(self));
    }
    return NONE;
}

static Value rlock_new(Thread *t, Type *cls, Value *args, int64_t n,
                       Tuple *kwnames)
{
    (void)args, (void)n, (void)kwnames; /* those of a subclass's __init__ */
    RLock *self = record_new(t, cls->root_shape->id, RECORD_SLOTS(RLock));
    slot_set(self, &self->lock, value_from_pointer(lock_new(t)));
    return value_from_pointer(self);
}

NATIVE(rlock, acquire, 0,
       "Take the lock, once more if this thread has it; if another has, wait as "
       "long as need be, at most `timeout` seconds, or if not `blocking` not at "
       "all.  Whether it is taken.",
       (self, RLock), (opt, int_truth, blocking, True),
       (opt, object, timeout, -1))
{
    int64_t end;
    if (lock_end(t, blocking, timeout, &end) < 0)
        return NULL_VALUE;
    int taken = acquire(t, self, end);
    return taken < 0 ? NULL_VALUE : value_from_bool(taken);
}

NATIVE(rlock, __enter__, 0, "Take the lock, or take it once more.",
       (self, RLock))
{
    return acquire(t, self, LOCK_EVER) < 0 ? NULL_VALUE : TRUE_VALUE;
}

NATIVE(rlock, release, 0,
       "Undo one acquire() of this thread; the lock is free after the last.",
       (self, RLock))
{
    return release(t, self);
}

NATIVE(rlock, __exit__, 0, "Undo one acquire() of this thread.",
       (self, RLock), (args, exc_info))
{
    return release(t, self);
}

NATIVE(rlock, _is_owned, 0, "Whether this thread has it.", (self, RLock))
{
    return value_from_bool(is_mine(t, self));
}

NATIVE(rlock, _release_save, 0,
       "Free the lock however often it was taken: what _acquire_restore() needs.",
       (self, RLock))
{
    if (self->count == 0)
        return raise_error(t, EXC(RuntimeError),
                           "cannot release un-acquired lock");
    Tuple *saved = tuple_pack(t, 2, int_from_uint64(t, self->count),
                              int_from_uint64(t, self->owner));
    own(self, 0, 0);
    lock_release(lock_of(self));
    return value_from_pointer(saved);
}

static int to_uint64(Thread *t, Value v, uint64_t *out)
{
    int64_t i;
    if (object_to_int64(t, v, &i) < 0)
        return -1;
    *out = (uint64_t)i;
    return 0;
}

NATIVE(rlock, _acquire_restore, 0,
       "Take the lock again as often and for whom _release_save() says.",
       (self, RLock), (arg, object, state), (slash))
{
    uint64_t owner, count;
    if (!value_is_tuple(state) || value_to_tuple(state)->len != 2)
        return raise_type_error(
            t, "_acquire_restore() argument 1 must be 2-item sequence, not %T",
            state);
    if (to_uint64(t, tuple_get(value_to_tuple(state), 0), &count) < 0 ||
        to_uint64(t, tuple_get(value_to_tuple(state), 1), &owner) < 0)
        return NULL_VALUE;
    lock_acquire_quietly(t, lock_of(self));
    own(self, owner, count);
    return NONE;
}

NATIVE(rlock, _at_fork_reinit, 0, "Make the lock a free one that nobody waits for.",
       (self, RLock))
{
    own(self, 0, 0);
    lock_reset(lock_of(self));
    return NONE;
}

static Value repr(Thread *t, Value self)
{
    const RLock *lock = value_to_record(self);
    char at[24];
    snprintf(at, sizeof at, "0x%llx", (unsigned long long)self.bits);
    return format_message(t, "<%s %T object owner=%l count=%l at %s>",
                          lock->count > 0 ? "locked" : "unlocked", self,
                          (int64_t)lock->owner, (int64_t)lock->count, at);
}

static const NativeDef *const methods[] = {
    &rlock___enter___native,
    &rlock___exit___native,
    &rlock__acquire_restore_native,
    &rlock__at_fork_reinit_native,
    &rlock__is_owned_native,
    &rlock__release_save_native,
    &rlock_acquire_native,
    &rlock_release_native,
    NULL,
};

Type rlock_type = {
    TYPE_HEAD(rlock),
    .c_name = "_thread.RLock",
    .type_flags = TYPE_BASE | TYPE_HAS_WEAKREF,
    .kind = KIND_RECORD,
    .instance_size = sizeof(RLock),
    .methods = methods,
    .slots = {.new = rlock_new, .repr = repr},
};
