/* SPDX-License-Identifier: MIT */
/* collections.deque: a ring buffer. */
#ifndef ADDER_MODULE_DEQUE_H
#define ADDER_MODULE_DEQUE_H

#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"

extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type;

typedef struct Deque {
    RECORD_HEAD(int64_t head; /* where in the buffer item 0 is */
                int64_t len;
                int64_t maxlen;) /* -1: none */
    Slot buffer;  /* a SlotArray, whose capacity is a power of two */
    Slot changes; /* how often it changed, a small int: running iterators
                     compare it */
} Deque;

/* deque.c: the ring. */
Value deque_new(Thread *t, Type *cls, int64_t maxlen);
Value deque_get(const Deque *d, int64_t i); /* 0 <= i < len */
/* As list_append: without memory they add nothing, and MemoryError comes at the
 * next safepoint. */
void deque_append(Thread *t, Deque *d, Value v);
void deque_appendleft(Thread *t, Deque *d, Value v);
Value deque_pop(Deque *d); /* not empty */
Value deque_popleft(Deque *d);
int deque_extend(Thread *t, Deque *d, Value iterable);
void deque_insert(Thread *t, Deque *d, int64_t i, Value v);
void deque_delete(Deque *d, int64_t i);
void deque_set(Deque *d, int64_t i, Value v);
void deque_rotate(Thread *t, Deque *d, int64_t n);
void deque_clear(Deque *d);
static inline Deque *value_to_deque(Value v) { return value_to_record(v); }
static inline int64_t deque_changes(const Deque *d)
{
    return value_to_int(slot_get(&d->changes));
}
bool value_is_deque(Value v);

#endif
