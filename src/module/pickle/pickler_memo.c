/* SPDX-License-Identifier: MIT */
/*
 * A Pickler's memo: objects by number, and a hash table that finds their numbers
 * by identity.  The table has numbers plus one, 0 for a free place; at most half
 * of the places are taken.
 */
#include "module/pickle/pickler.h"
#include "object/container/dict.h"
#include "object/container/tuple.h"
#include "object/function/param.h"
#include "object/number/int.h"
#include "object/type/instance.h"
#include <string.h>

enum { PLACES_FIRST = 64, OBJECTS_FIRST = 16, NUMBER_MAX = 1 << 30 };

static SlotArray *objects_of(const Pickler *p)
{
    return value_to_slots(slot_get(&p->memo));
}

static Blob *table_of(const Pickler *p)
{
    return value_to_blob(slot_get(&p->memo_table));
}

/* Has the memo a table of so many places, filled: 0 or -1. */
static int set_table(Thread *t, Pickler *p, int64_t places);

static SlotArray *objects_new(Thread *t, int64_t n)
{
    SlotArray *a = gc_alloc_large(t, sizeof *a + (size_t)n * sizeof(Slot),
                                  KIND_SLOTS, SHAPE_RAW);
    if (a == NULL)
        return value_to_pointer(raise_no_memory(t));
    a->capacity = n;
    return a;
}

void pickler_memo_clear(Thread *t, Pickler *p)
{
    p->n_memo = 0;
    slot_set(p, &p->memo, value_from_pointer(objects_new(t, OBJECTS_FIRST)));
    set_table(t, p, PLACES_FIRST);
}

void pickler_memo_end(Thread *t, Pickler *p)
{
    if (p->n_memo < OBJECTS_FIRST)
        return;
    SlotArray *objects = objects_of(p);
    Blob *table = table_of(p);
    pickler_memo_clear(t, p);
    gc_give_back(t, objects);
    gc_give_back(t, table);
}

/* The place of v in the table, or where it would be. */
static uint32_t *place_of(const Pickler *p, const Blob *table, Value v)
{
    const Slot *objects = objects_of(p)->items;
    uint32_t *places = (uint32_t *)(void *)table->data;
    uint64_t mask = (uint64_t)table->capacity / sizeof *places - 1;
    uint64_t i = (v.bits >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 24;
    for (;; i++) {
        uint32_t number = places[i & mask];
        if (number == 0 || value_same(slot_get(&objects[number - 1]), v))
            return &places[i & mask];
    }
}

int64_t pickler_memo_find(const Pickler *p, Value v)
{
    return (int64_t)*place_of(p, table_of(p), v) - 1;
}

static int set_table(Thread *t, Pickler *p, int64_t places)
{
    size_t size = (size_t)places * sizeof(uint32_t);
    Blob *table = gc_alloc_large(t, sizeof *table + size, KIND_BLOB, SHAPE_RAW);
    if (table == NULL)
        return RAISE_INT(raise_no_memory(t));
    table->capacity = (int64_t)size;
    const SlotArray *objects = objects_of(p);
    for (int64_t i = 0; i < objects->capacity; i++) {
        Value v = slot_get(&objects->items[i]);
        if (!value_is_null(v))
            *place_of(p, table, v) = (uint32_t)i + 1;
    }
    slot_set(p, &p->memo_table, value_from_pointer(table));
    return 0;
}

/* Room for an object of this number. */
static int reserve(Thread *t, Pickler *p, int64_t number)
{
    SlotArray *old = objects_of(p);
    int64_t places = table_of(p)->capacity / (int64_t)sizeof(uint32_t);
    if (number >= old->capacity) {
        SlotArray *a = number < NUMBER_MAX ? objects_new(t, 2 * number) : NULL;
        if (a == NULL)
            return RAISE_INT(raise_no_memory(t));
        memcpy(a->items, old->items, (size_t)old->capacity * sizeof(Slot));
        slot_set(p, &p->memo, value_from_pointer(a));
        gc_give_back(t, old);
    }
    if (p->n_memo < places / 2)
        return 0;
    Blob *table = table_of(p);
    if (set_table(t, p, 4 * places) < 0)
        return -1;
    gc_give_back(t, table);
    return 0;
}

int pickler_memo_add(Thread *t, Pickler *p, Value v, int64_t number)
{
    SlotArray *objects = objects_of(p);
    if (UNLIKELY(number >= objects->capacity ||
                 p->n_memo >= table_of(p)->capacity / 8)) {
        if (reserve(t, p, number) < 0)
            return -1;
        objects = objects_of(p);
    }
    uint32_t *place = place_of(p, table_of(p), v);
    p->n_memo += *place == 0;
    *place = (uint32_t)number + 1;
    slot_set(objects, &objects->items[number], v);
    return 0;
}

/* ---- what Python sees of it ---- */

/* Both picklers' memos are seen through a proxy. */
typedef struct Proxy {
    RECORD_HEAD()
    Slot pickler;
} Proxy;

static Pickler *pickler_of(const Proxy *proxy)
{
    return value_to_record(slot_get(&proxy->pickler));
}

Value pickler_get_memo(Thread *t, Value self)
{
    Proxy *proxy =
        record_new(t, pickler_memo_type.root_shape->id, RECORD_SLOTS(Proxy));
    slot_set(proxy, &proxy->pickler, self);
    return value_from_pointer(proxy);
}

NATIVE(memo, clear, 0, "Forget all objects.", (self, Proxy))
{
    pickler_memo_clear(t, pickler_of(self));
    return NONE;
}

static Value copy(Thread *t, const Pickler *p)
{
    Dict *d = dict_new(t);
    const SlotArray *objects = objects_of(p);
    for (int64_t i = 0; i < objects->capacity; i++) {
        Value v = slot_get(&objects->items[i]);
        if (value_is_null(v))
            continue;
        Value pair = value_from_pointer(tuple_pack(t, 2, value_from_int(i), v));
        if (dict_set(t, d, int_from_uint64(t, v.bits), pair) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(d);
}

NATIVE(memo, copy, 0, "A dict of the objects and their numbers, by id().",
       (self, Proxy))
{
    return copy(t, pickler_of(self));
}

NATIVE(memo, __reduce__, 0, "What pickle is told.", (self, Proxy))
{
    TRY(d, copy(t, pickler_of(self)));
    return value_from_pointer(
        tuple_pack(t, 2, value_from_pointer(&type_dict),
                   value_from_pointer(tuple_pack(t, 1, d))));
}

static int fill(Thread *t, Pickler *p, const Dict *d)
{
    int64_t pos = 0, number;
    Value key, v;
    while (dict_next(d, &pos, &key, &v)) {
        if (!value_is_tuple(v) || value_to_tuple(v)->len != 2)
            return RAISE_INT(
                raise_type_error(t, "'memo' values must be 2-item tuples"));
        const Tuple *pair = value_to_tuple(v);
        if (object_to_int64(t, tuple_get(pair, 0), &number) < 0)
            return -1;
        if (number < 0)
            return RAISE_INT(
                raise_value_error(t, "memo numbers must not be negative"));
        if (pickler_memo_add(t, p, tuple_get(pair, 1), number) < 0)
            return -1;
    }
    return 0;
}

/* If it cannot be done the memo is as before. */
static int set_from_dict(Thread *t, Pickler *p, const Dict *d)
{
    Value memo = slot_get(&p->memo), table = slot_get(&p->memo_table);
    int64_t n = p->n_memo;
    pickler_memo_clear(t, p);
    if (fill(t, p, d) == 0)
        return 0;
    slot_set(p, &p->memo, memo);
    slot_set(p, &p->memo_table, table);
    p->n_memo = n;
    return -1;
}

static int set_from_proxy(Thread *t, Pickler *p, const Proxy *proxy)
{
    const SlotArray *from = objects_of(pickler_of(proxy));
    pickler_memo_clear(t, p);
    for (int64_t i = 0; i < from->capacity; i++)
        if (!value_is_null(slot_get(&from->items[i])) &&
            pickler_memo_add(t, p, slot_get(&from->items[i]), i) < 0)
            return -1;
    return 0;
}

int pickler_set_memo(Thread *t, Value self, Value v)
{
    Pickler *p = value_to_record(self);
    if (value_is_null(v))
        return RAISE_INT(
            raise_type_error(t, "attribute deletion is not supported"));
    if (type_of(v) == &pickler_memo_type)
        return set_from_proxy(t, p, value_to_record(v));
    if (value_is_dict(v))
        return set_from_dict(t, p, value_to_dict(v));
    return RAISE_INT(raise_type_error(
        t,
        "'memo' attribute must be a PicklerMemoProxy object or dict, not "
        "%.200T",
        v));
}

static const NativeDef *const methods[] = {
    &memo___reduce___native,
    &memo_clear_native,
    &memo_copy_native,
    NULL,
};

Type pickler_memo_type = {
    TYPE_HEAD(pickler_memo),
    .c_name = "_pickle.PicklerMemoProxy",
    .type_flags = TYPE_BASE | TYPE_NO_NEW,
    .kind = KIND_RECORD,
    .instance_size = sizeof(Proxy),
    .methods = methods,
};
