/* SPDX-License-Identifier: MIT */
/* The ring buffers of deques; their type is in deque_type.c. */
#include "module/deque.h"

#include "base/limits.h"
#include "object/core/cast.h"
#include "object/core/slot.h"
#include "object/error/raise.h"

enum { CAPACITY_MIN = LIMIT_DEQUE_FIRST };

bool value_is_deque(Value v)
{
    return value_is_pointer(v) && type_is_subtype(type_of(v), &deque_type);
}

static SlotArray *buffer_of(const Deque *d)
{
    return value_to_slots(slot_get(&d->buffer));
}

/* NULL when that much memory cannot be had. */
static SlotArray *buffer_new(Thread *t, int64_t capacity)
{
    SlotArray *a =
        gc_alloc_large(t, sizeof(SlotArray) + (size_t)capacity * sizeof(Slot),
                       KIND_SLOTS, SHAPE_RAW);
    if (a != NULL)
        a->capacity = capacity;
    return a;
}

static void changed(Deque *d)
{
    slot_set(d, &d->changes, value_from_int(deque_changes(d) + 1));
}

Value deque_new(Thread *t, Type *cls, int64_t maxlen)
{
    SlotArray *buffer = buffer_new(t, CAPACITY_MIN);
    Deque *d = record_new(t, cls->root_shape->id, RECORD_SLOTS(Deque));
    slot_set(d, &d->buffer, value_from_pointer(buffer));
    slot_set(d, &d->changes, value_from_int(0));
    d->maxlen = maxlen;
    return value_from_pointer(d);
}

/* Slot of item i, which may be one past either end. */
static Slot *at(const Deque *d, int64_t i)
{
    SlotArray *buffer = buffer_of(d);
    return &buffer->items[(d->head + i) & (buffer->capacity - 1)];
}

static void put(Deque *d, int64_t i, Value v)
{
    slot_set(buffer_of(d), at(d, i), v);
}

Value deque_get(const Deque *d, int64_t i) { return slot_get(at(d, i)); }

void deque_set(Deque *d, int64_t i, Value v) { put(d, i, v); }

/* Room for one more: false, and MemoryError comes at the next safepoint, when
 * there is none. */
static bool grow(Thread *t, Deque *d)
{
    SlotArray *old = buffer_of(d);
    int64_t len = d->len;
    if (len < old->capacity)
        return true;
    SlotArray *buffer = buffer_new(t, old->capacity * 2);
    if (buffer == NULL) {
        raise_no_memory_later(t);
        return false;
    }
    for (int64_t i = 0; i < len; i++)
        slot_set(buffer, &buffer->items[i], deque_get(d, i));
    slot_set(d, &d->buffer, value_from_pointer(buffer));
    d->head = 0;
    return true;
}

void deque_append(Thread *t, Deque *d, Value v)
{
    if (d->len == d->maxlen) {
        if (d->len == 0)
            return;
        deque_popleft(d);
    }
    if (!grow(t, d))
        return;
    put(d, d->len++, v);
    changed(d);
}

void deque_appendleft(Thread *t, Deque *d, Value v)
{
    if (d->len == d->maxlen) {
        if (d->len == 0)
            return;
        deque_pop(d);
    }
    if (!grow(t, d))
        return;
    put(d, -1, v);
    d->head = (d->head - 1) & (buffer_of(d)->capacity - 1);
    d->len++;
    changed(d);
}

Value deque_pop(Deque *d)
{
    int64_t last = --d->len;
    Value v = deque_get(d, last);
    put(d, last, NULL_VALUE);
    changed(d);
    return v;
}

Value deque_popleft(Deque *d)
{
    Value v = deque_get(d, 0);
    put(d, 0, NULL_VALUE);
    d->head = (d->head + 1) & (buffer_of(d)->capacity - 1);
    d->len--;
    changed(d);
    return v;
}

int deque_extend(Thread *t, Deque *d, Value iterable)
{
    Value iterator = object_iter(t, iterable);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        deque_append(t, d, v);
    }
    return 0;
}

/* 0 <= i <= len; not full */
void deque_insert(Thread *t, Deque *d, int64_t i, Value v)
{
    if (!grow(t, d))
        return;
    for (int64_t j = d->len++; j > i; j--)
        put(d, j, deque_get(d, j - 1));
    put(d, i, v);
    changed(d);
}

void deque_delete(Deque *d, int64_t i)
{
    int64_t last = d->len - 1;
    for (; i < last; i++)
        put(d, i, deque_get(d, i + 1));
    deque_pop(d);
}

void deque_rotate(Thread *t, Deque *d, int64_t n)
{
    int64_t len = d->len;
    if (len < 2)
        return;
    n %= len;
    if (n < 0)
        n += len;
    int64_t maxlen = d->maxlen;
    d->maxlen = -1;
    if (n <= len / 2)
        for (; n > 0; n--)
            deque_appendleft(t, d, deque_pop(d));
    else
        for (n = len - n; n > 0; n--)
            deque_append(t, d, deque_popleft(d));
    d->maxlen = maxlen;
}

void deque_clear(Deque *d)
{
    while (d->len > 0)
        deque_pop(d);
    changed(d);
}
