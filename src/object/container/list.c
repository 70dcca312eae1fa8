/* SPDX-License-Identifier: MIT */
/*
 * Lists: a length and an array of Slots of its own.  Items past the length are
 * zero, and an empty list shares one static array.  Methods are in
 * list_type.c, sorting in list_sort.c.
 */
#include "object/container/list.h"

#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/mark.h"
#include "object/error/raise.h"

static void list_trace(void *object, GcMarker *m)
{
    List *l = object;
    gc_mark_object(m, l->array);
}

static void slots_trace(void *object, GcMarker *m)
{
    SlotArray *a = object;
    mark_slots(m, a->items, a->capacity);
}

/* Items of an array that is worth a run of blocks of its own. */
enum { ARRAY_LARGE = LIMIT_LARGE_ARRAY };

const GcKind list_kind = {.name = "list", .trace = list_trace};
const GcKind slots_kind = {.name = "slots", .trace = slots_trace};
const GcKind blob_kind = {.name = "blob"};

/* Never written to: its capacity is 0. */
static SlotArray empty_array = {
    .h = {.kind = KIND_SLOTS, .flags = OBJECT_STATIC}};

static size_t array_size(int64_t capacity)
{
    ASSERT(capacity >= 0 && capacity <= INT64_MAX / 16);
    return sizeof(SlotArray) + (size_t)capacity * sizeof(Slot);
}

/* Makes an array of that capacity, or more, as large as its place. */
static void array_fill_place(SlotArray *a, int64_t capacity)
{
    ASSERT(capacity > 0);
    a->capacity = capacity;
    if (capacity >= ARRAY_LARGE)
        a->capacity = (int64_t)((gc_object_capacity(a) - sizeof(SlotArray)) /
                                sizeof(Slot));
}

/* NULL when that much memory cannot be had. */
static SlotArray *array_new(Thread *t, int64_t capacity)
{
    if (capacity <= 0)
        return &empty_array;
    if (capacity > INT64_MAX / 16)
        return NULL;
    capacity += capacity & 1; /* cells are multiples of 16 bytes */
    SlotArray *a = gc_alloc_large(t, array_size(capacity), KIND_SLOTS,
                                  SHAPE_RAW);
    if (a != NULL)
        array_fill_place(a, capacity);
    return a;
}

List *list_new(Thread *t, int64_t capacity)
{
    SlotArray *a = array_new(t, capacity);
    if (a == NULL)
        return value_to_pointer(raise_no_memory(t));
    List *l = gc_alloc(t, sizeof(List), KIND_LIST, SHAPE_LIST);
    l->len = 0;
    FIELD_SET(l, array, a);
    return l;
}

void list_init_empty(List *l)
{
    l->len = 0;
    l->array = &empty_array;
}

List *list_from_values(Thread *t, const Value *values, int64_t n)
{
    ASSERT(n >= 0);
    List *l = list_new(t, n);
    if (l == NULL)
        return NULL;
    for (int64_t i = 0; i < n; i++)
        list_set(l, i, values[i]);
    l->len = n;
    return l;
}

List *list_from_iterable(Thread *t, Value iterable)
{
    List *l = list_new(t, 0);
    return list_extend(t, l, iterable) < 0 ? NULL : l;
}

/* Moves to an array of about `capacity`, unless the list's own can be had
 * larger; where memory is refused the list stays as it is. */
static bool move(Thread *t, List *l, int64_t capacity)
{
    ASSERT(l->len <= l->array->capacity);
    if (capacity < l->len)
        capacity = l->len;
    if (l->array->capacity >= ARRAY_LARGE && capacity > l->array->capacity &&
        capacity < INT64_MAX / 16 &&
        gc_extend(t, l->array, array_size(capacity))) {
        array_fill_place(l->array, capacity);
        return true;
    }
    SlotArray *a = array_new(t, capacity);
    if (a == NULL)
        return false;
    ASSERT(a->capacity >= l->len);
    memcpy(a->items, l->array->items, (size_t)l->len * sizeof(Slot));
    FIELD_SET(l, array, a);
    return true;
}

static int resize(Thread *t, List *l, int64_t capacity)
{
    return move(t, l, capacity) ? 0 : RAISE_INT(raise_no_memory(t));
}

/* For `n` items with some to spare. */
static int64_t spacious(int64_t n)
{
    return n + (n >> 3) + LIMIT_LIST_SPARE * (n < 9 ? 1 : 2);
}

/* Room for `n` items. */
static int grow(Thread *t, List *l, int64_t n)
{
    ASSERT(n >= l->len);
    return n <= l->array->capacity ? 0 : resize(t, l, spacious(n));
}

int list_reserve(Thread *t, List *l, int64_t capacity)
{
    ASSERT(capacity >= 0);
    return capacity <= l->array->capacity ? 0 : resize(t, l, capacity);
}

/* Gives memory back when less than half of it is used. */
static void shrink(Thread *t, List *l)
{
    ASSERT(l->len <= l->array->capacity);
    if (l->array->capacity > 32 && l->len < l->array->capacity / 2 - 8)
        move(t, l, l->len + l->len / 8); /* if it can be done */
}

/* Makes room for one more and appends: list_append when the array is full. */
static void append_slow(Thread *t, List *l, Value v)
{
    ASSERT(!value_is_null(v) && !value_is_unbound(v));
    int64_t n = l->len + 1;
    if (n > l->array->capacity && !move(t, l, spacious(n))) {
        raise_no_memory_later(t);
        return;
    }
    list_set(l, l->len, v);
    l->len = n;
}

void list_append(Thread *t, List *l, Value v)
{
    ASSERT(l->len >= 0 && l->len <= l->array->capacity);
    if (__builtin_expect(l->len < l->array->capacity, 1)) {
        list_set(l, l->len, v);
        l->len++;
        return;
    }
    append_slow(t, l, v);
}

void list_clear(List *l)
{
    ASSERT(l->h.kind == KIND_LIST);
    l->len = 0;
    if (l->array->capacity > 0)
        l->array = &empty_array;
}

/* Appends n Slots that may be the list's own. */
static int extend_slots(Thread *t, List *l, SlotArray *owner,
                        const Slot *items, int64_t n)
{
    ASSERT(n >= 0);
    if (l->len == 0 && l->array->capacity < n ? resize(t, l, n) < 0
                                              : grow(t, l, l->len + n) < 0)
        return -1;
    for (int64_t i = 0; i < n; i++)
        list_set(l, l->len + i, slot_get(&items[i]));
    l->len += n;
    KEEP(owner);
    return 0;
}

static int extend_dict(Thread *t, List *l, Dict *d)
{
    int64_t pos = 0;
    Value key, value;
    if (grow(t, l, l->len + d->used) < 0)
        return -1;
    while (dict_next(d, &pos, &key, &value))
        list_append(t, l, key);
    return 0;
}

static int extend_set(Thread *t, List *l, Set *s)
{
    int64_t pos = 0;
    Value key;
    if (grow(t, l, l->len + s->used) < 0)
        return -1;
    while (set_next(s, &pos, &key))
        list_append(t, l, key);
    return 0;
}

/* Room for as many more as a hint says; one that no length can be is a lie. */
static int reserve_hint(Thread *t, List *l, int64_t hint)
{
    if (hint <= 0 || hint > INT64_MAX - l->len)
        return 0;
    if (hint > INT64_MAX / 32 - l->len)
        return RAISE_INT(raise_no_memory(t));
    return list_reserve(t, l, l->len + hint);
}

static int extend_iterator(Thread *t, List *l, Value iterable)
{
    Value iterator = object_iter(t, iterable);
    if (value_is_null(iterator))
        return -1;
    int64_t hint = object_length_hint(t, iterable, 8);
    if (hint < 0)
        return -1;
    if (reserve_hint(t, l, hint) < 0)
        return -1;
    for (;;) {
        Value v = object_next(t, iterator);
        if (value_is_unbound(v))
            break;
        if (value_is_null(v))
            return -1;
        list_append(t, l, v);
    }
    shrink(t, l);
    return 0;
}

int list_extend(Thread *t, List *l, Value iterable)
{
    if (value_has_shape(iterable, SHAPE_LIST)) {
        List *o = value_to_list(iterable);
        return extend_slots(t, l, o->array, o->array->items, o->len);
    }
    if (value_has_shape(iterable, SHAPE_TUPLE)) {
        Tuple *s = value_to_tuple(iterable);
        int bad = extend_slots(t, l, NULL, s->items, s->len);
        KEEP(s);
        return bad;
    }
    if (value_has_shape(iterable, SHAPE_DICT))
        return extend_dict(t, l, value_to_dict(iterable));
    if (value_has_shape(iterable, SHAPE_SET) ||
        value_has_shape(iterable, SHAPE_FROZENSET))
        return extend_set(t, l, value_to_pointer(iterable));
    return extend_iterator(t, l, iterable);
}

int list_insert(Thread *t, List *l, int64_t i, Value v)
{
    ASSERT(!value_is_null(v) && !value_is_unbound(v));
    if (i < 0) {
        i += l->len;
        if (i < 0)
            i = 0;
    }
    if (i > l->len)
        i = l->len;
    if (grow(t, l, l->len + 1) < 0)
        return -1;
    ASSERT(i >= 0 && l->len < l->array->capacity);
    Slot *items = l->array->items;
    memmove(items + i + 1, items + i, (size_t)(l->len - i) * sizeof(Slot));
    list_set(l, i, v);
    l->len++;
    return 0;
}

Value list_remove_at(List *l, int64_t i)
{
    ASSERT(i >= 0 && i < l->len);
    Slot *items = l->array->items;
    Value v = slot_get(&items[i]);
    memmove(items + i, items + i + 1,
            (size_t)(l->len - i - 1) * sizeof(Slot));
    l->len--;
    memset(items + l->len, 0, sizeof(Slot));
    return v;
}

int list_splice(Thread *t, List *l, int64_t start, int64_t stop,
                const Value *values, int64_t n)
{
    ASSERT(0 <= start && start <= stop && stop <= l->len && n >= 0);
    int64_t tail = l->len - stop, len = start + n + tail;
    if (len > l->len && grow(t, l, len) < 0)
        return -1;
    ASSERT(len <= l->array->capacity);
    Slot *items = l->array->items;
    memmove(items + start + n, items + stop, (size_t)tail * sizeof(Slot));
    if (len < l->len)
        memset(items + len, 0, (size_t)(l->len - len) * sizeof(Slot));
    l->len = len;
    for (int64_t i = 0; i < n; i++)
        list_set(l, start + i, values[i]);
    if (n == 0 && stop > start)
        shrink(t, l);
    return 0;
}

Tuple *list_to_tuple(Thread *t, List *l)
{
    Tuple *s = tuple_new(t, l->len);
    if (s == NULL)
        return NULL;
    for (int64_t i = 0; i < s->len; i++)
        tuple_set(s, i, list_get(l, i));
    return s;
}
