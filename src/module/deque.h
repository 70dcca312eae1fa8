/* SPDX-License-Identifier: MIT */
/*
 * collections.deque: a record of a ring buffer (a SlotArray whose capacity is a
 * power of two) and, as a small int, the number of its changes, which running
 * iterators compare.
 */
#ifndef ADDER_MODULE_DEQUE_H
#define ADDER_MODULE_DEQUE_H

#include "object/core/cast.h"
#include "object/core/object.h"
#include "object/core/record.h"

extern Type deque_type, deque_iterator_type, deque_reverse_iterator_type;

enum { DEQUE_BUFFER, DEQUE_CHANGES, DEQUE_PARTS };    /* slots */
enum { DEQUE_HEAD, DEQUE_LEN, DEQUE_MAXLEN /* -1: none */ }; /* words */

/* deque.c: the ring. */
Value deque_new(Thread *t, Type *cls, int64_t maxlen);
Value deque_get(const Record *d, int64_t i); /* 0 <= i < len */
/* As list_append: without memory they add nothing, and MemoryError comes at the
 * next safepoint. */
void deque_append(Thread *t, Record *d, Value v);
void deque_appendleft(Thread *t, Record *d, Value v);
Value deque_pop(Record *d); /* not empty */
Value deque_popleft(Record *d);
int deque_extend(Thread *t, Record *d, Value iterable);
void deque_insert(Thread *t, Record *d, int64_t i, Value v);
void deque_delete(Record *d, int64_t i);
void deque_set(Record *d, int64_t i, Value v);
void deque_rotate(Thread *t, Record *d, int64_t n);
void deque_clear(Record *d);
static inline Record *value_to_deque(Value v) { return value_to_record(v); }
static inline int64_t deque_changes(const Record *d)
{
    return value_to_int(slot_get(&d->slot[DEQUE_CHANGES]));
}
bool value_is_deque(Value v);

#endif
