/* SPDX-License-Identifier: MIT */
/*
 * The table of handles: one array on the heap, which the runtime refers to.
 * Free places are chained, each holding the number of the next as a tagged int;
 * place 0 stays empty.
 */
#include "object/core/handle.h"

#include "base/base.h"
#include "base/limits.h"
#include "object/error/raise.h"

enum { FIRST_CAPACITY = LIMIT_HANDLES_FIRST };

static SlotArray *array_new(Thread *t, int64_t capacity)
{
    SlotArray *a = gc_alloc_large(
        t, sizeof(SlotArray) + (size_t)capacity * sizeof(Slot), KIND_SLOTS,
        SHAPE_RAW);
    if (a != NULL)
        a->capacity = capacity;
    return a;
}

static bool grow(Thread *t)
{
    Runtime *rt = t->rt;
    SlotArray *old = rt->handles;
    if (old != NULL && old->capacity > INT32_MAX)
        return false;
    SlotArray *a = array_new(t, old == NULL ? FIRST_CAPACITY
                                            : old->capacity * 2);
    if (a == NULL)
        return false;
    for (uint32_t i = 1; i < rt->n_handles; i++)
        slot_set(a, &a->items[i], slot_get(&old->items[i]));
    if (rt->n_handles == 0)
        rt->n_handles = 1;
    rt->handles = a;
    return true;
}

Handle handle_new(Thread *t, Value v)
{
    Runtime *rt = t->rt;
    Handle h = rt->free_handle;
    if (h != 0) {
        Value next = slot_get(&rt->handles->items[h]);
        rt->free_handle = (Handle)value_to_int(next);
    } else {
        if ((rt->handles == NULL || rt->n_handles == rt->handles->capacity) &&
            !grow(t)) {
            raise_no_memory(t);
            return 0;
        }
        h = rt->n_handles++;
    }
    handle_set(rt, h, v);
    return h;
}

Value handle_get(const Runtime *rt, Handle h)
{
    ASSERT(h > 0 && h < rt->n_handles);
    return slot_get(&rt->handles->items[h]);
}

void handle_set(Runtime *rt, Handle h, Value v)
{
    ASSERT(h > 0 && h < rt->n_handles);
    slot_set(rt->handles, &rt->handles->items[h], v);
}

void handle_free(Runtime *rt, Handle h)
{
    if (h == 0)
        return;
    handle_set(rt, h, value_from_int(rt->free_handle));
    rt->free_handle = h;
}
