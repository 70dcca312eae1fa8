/* SPDX-License-Identifier: MIT */
/*
 * Sets: the hash table.  Probing looks at a few neighbours and then jumps by
 * the hash's higher bits, growth is fourfold while small; both as in CPython,
 * so that sets of numbers come out in the order that people are used to.
 * A free entry has no key, a deleted one UNBOUND.  Empty sets share a static
 * table.  Methods are in set_type.c, operations on whole sets in set_ops.c.
 */
#include "object/container/set.h"

#include <string.h>
#include "base/base.h"
#include "object/container/dict.h"
#include "object/core/mark.h"
#include "object/error/raise.h"
#include "object/text/str.h"

enum { NEIGHBOURS = 9, TABLE_MIN = 8, PERTURB_SHIFT = 5 };

static void set_trace(void *object, GcMarker *m)
{
    gc_mark_object(m, ((Set *)object)->table);
}

static void table_trace(void *object, GcMarker *m)
{
    SetTable *table = object;
    for (int64_t i = 0; i < table->n_slots; i++)
        mark_slot(m, &table->entries[i].key);
}

const GcKind set_kind = {.name = "set", .trace = set_trace};
const GcKind set_table_kind = {.name = "set_table", .trace = table_trace};

/* Never written to: set_add makes a table of its own first. */
static SetTable empty = {
    .h = {.kind = KIND_SET_TABLE, .flags = OBJECT_STATIC},
    .n_slots = TABLE_MIN,
    .entries = {[TABLE_MIN - 1] = {0}},
};

/* NULL when that much memory cannot be had. */
static SetTable *table_new(Thread *t, int64_t n_slots)
{
    ASSERT(n_slots >= TABLE_MIN && (n_slots & (n_slots - 1)) == 0);
    SetTable *table =
        gc_alloc_large(t, sizeof *table + (size_t)n_slots * sizeof(SetEntry),
                       KIND_SET_TABLE, SHAPE_RAW);
    if (table != NULL)
        table->n_slots = n_slots;
    return table;
}

void set_init_empty(Set *s)
{
    s->used = s->filled = 0;
    s->hash = -1;
    s->table = &empty;
}

void set_clear(Set *s) { set_init_empty(s); }

Set *set_new(Thread *t, uint32_t shape)
{
    ASSERT(shape != SHAPE_RAW && shape_table[shape] != NULL);
    Set *s = gc_alloc(t, sizeof(Set), KIND_SET, shape);
    set_init_empty(s);
    return s;
}

/* Whether keys of equal hash are equal: 1, 0, -1 */
static inline int keys_equal(Thread *t, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (value_has_shape(a, SHAPE_STR) && value_has_shape(b, SHAPE_STR))
        return str_equal(value_to_pointer(a), value_to_pointer(b));
    if (value_both_int(a, b) || value_is_unbound(a))
        return 0;
    return object_equal(t, a, b);
}

/*
 * The slot of the key, or of the free entry where it would go; -1 on error.
 * *found tells which.
 */
static int64_t find(Thread *t, const Set *s, Value key, uint64_t hash,
                    bool *found)
{
again:;
    SetTable *table = s->table;
    uint64_t mask = (uint64_t)table->n_slots - 1;
    ASSERT(s->used <= s->filled && s->filled < table->n_slots);
    uint64_t i = hash & mask, perturb = hash;
    for (;;) {
        uint64_t last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
        for (uint64_t j = i; j <= last; j++) {
            SetEntry *e = &table->entries[j];
            Value k = slot_get(&e->key);
            if (value_is_null(k)) {
                *found = false;
                return (int64_t)j;
            }
            if (e->hash != hash)
                continue;
            int equal = keys_equal(t, k, key);
            if (equal < 0)
                return -1;
            if (s->table != table || !value_same(slot_get(&e->key), k))
                goto again; /* changed by __eq__ */
            if (equal) {
                *found = true;
                return (int64_t)j;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

/* Enters a key that is not there into a table without deleted entries. */
static void insert_clean(SetTable *table, Value key, uint64_t hash)
{
    ASSERT(!value_is_null(key) && !value_is_unbound(key));
    uint64_t mask = (uint64_t)table->n_slots - 1;
    uint64_t i = hash & mask, perturb = hash;
    for (;;) {
        uint64_t last = i + NEIGHBOURS <= mask ? i + NEIGHBOURS : i;
        for (uint64_t j = i; j <= last; j++) {
            SetEntry *e = &table->entries[j];
            if (value_is_null(slot_get(&e->key))) {
                e->hash = hash;
                slot_set(table, &e->key, key);
                return;
            }
        }
        perturb >>= PERTURB_SHIFT;
        i = (i * 5 + 1 + perturb) & mask;
    }
}

const SetEntry *set_next_entry(const Set *s, int64_t *pos)
{
    ASSERT(*pos >= 0);
    const SetTable *table = s->table;
    for (int64_t i = *pos; i < table->n_slots; i++) {
        const SetEntry *e = &table->entries[i];
        Value k = slot_get(&e->key);
        if (!value_is_null(k) && !value_is_unbound(k)) {
            *pos = i + 1;
            return e;
        }
    }
    *pos = table->n_slots;
    return NULL;
}

bool set_next(const Set *s, int64_t *pos, Value *key)
{
    const SetEntry *e = set_next_entry(s, pos);
    if (e != NULL)
        *key = slot_get(&e->key);
    return e != NULL;
}

/* Moves to a table with more than n slots; where memory for it is refused the
 * set stays as it is. */
static bool resize(Thread *t, Set *s, int64_t n)
{
    int64_t n_slots = TABLE_MIN;
    while (n_slots <= n)
        n_slots *= 2;
    SetTable *table = table_new(t, n_slots);
    if (table == NULL)
        return false;
    int64_t pos = 0;
    const SetEntry *e;
    while ((e = set_next_entry(s, &pos)) != NULL)
        insert_clean(table, slot_get(&e->key), e->hash);
    s->filled = s->used;
    FIELD_SET(s, table, table);
    return true;
}

/* Whether `filled` entries are too many for the table. */
static bool is_crowded(const Set *s, int64_t filled)
{
    return filled * 5 >= (s->table->n_slots - 1) * 3;
}

int set_add_hashed(Thread *t, Set *s, Value v, int64_t hash)
{
    bool found;
    int64_t i = find(t, s, v, (uint64_t)hash, &found);
    if (i < 0 || found)
        return i < 0 ? -1 : 0;
    /* After find, for __eq__ may clear; of the same size, so i is right. */
    if (s->table == &empty)
        FIELD_SET(s, table, table_new(t, TABLE_MIN));
    SetEntry *e = &s->table->entries[i];
    e->hash = (uint64_t)hash;
    slot_set(s->table, &e->key, v);
    s->used++;
    s->filled++;
    if (is_crowded(s, s->filled) &&
        !resize(t, s, s->used > 50000 ? s->used * 2 : s->used * 4)) {
        slot_set(s->table, &e->key, NULL_VALUE); /* it must not fill up */
        s->used--;
        s->filled--;
        return RAISE_INT(raise_no_memory(t));
    }
    return 0;
}

static inline int hash_key(Thread *t, Value v, int64_t *hash)
{
    if (value_has_shape(v, SHAPE_STR)) {
        *hash = str_hash(value_to_pointer(v));
        return 0;
    }
    return object_hash(t, v, hash);
}

int set_add(Thread *t, Set *s, Value v)
{
    int64_t hash;
    return hash_key(t, v, &hash) < 0 ? -1 : set_add_hashed(t, s, v, hash);
}

int set_discard_hashed(Thread *t, Set *s, Value v, int64_t hash)
{
    ASSERT(hash != -1);
    bool found;
    int64_t i = find(t, s, v, (uint64_t)hash, &found);
    if (i < 0 || !found)
        return i < 0 ? -1 : 0;
    SetEntry *e = &s->table->entries[i];
    e->hash = UINT64_MAX;
    slot_set(s->table, &e->key, UNBOUND);
    s->used--;
    return 1;
}

int set_discard(Thread *t, Set *s, Value v)
{
    int64_t hash;
    return hash_key(t, v, &hash) < 0 ? -1 : set_discard_hashed(t, s, v, hash);
}

int set_contains_hashed(Thread *t, const Set *s, Value v, int64_t hash)
{
    bool found;
    int64_t i = find(t, s, v, (uint64_t)hash, &found);
    return i < 0 ? -1 : found;
}

int set_contains(Thread *t, Set *s, Value v)
{
    int64_t hash;
    return hash_key(t, v, &hash) < 0 ? -1
                                     : set_contains_hashed(t, s, v, hash);
}

/* Adds all of another set. */
static int merge(Thread *t, Set *s, const Set *other)
{
    if (s == other || other->used == 0)
        return 0;
    if (is_crowded(s, s->filled + other->used) &&
        !resize(t, s, (s->used + other->used) * 2))
        return RAISE_INT(raise_no_memory(t));
    SetTable *from = other->table;
    if (s->filled == 0) {
        SetTable *table = table_new(t, s->table->n_slots);
        if (table == NULL)
            return RAISE_INT(raise_no_memory(t));
        if (table->n_slots == from->n_slots &&
            other->filled == other->used) {
            memcpy(table->entries, from->entries,
                   (size_t)from->n_slots * sizeof(SetEntry));
        } else {
            int64_t pos = 0;
            const SetEntry *e;
            while ((e = set_next_entry(other, &pos)) != NULL)
                insert_clean(table, slot_get(&e->key), e->hash);
        }
        s->used = s->filled = other->used;
        FIELD_SET(s, table, table);
        return 0;
    }
    for (int64_t i = 0; i < from->n_slots && other->table == from; i++) {
        SetEntry *e = &from->entries[i];
        Value k = slot_get(&e->key);
        if (!value_is_null(k) && !value_is_unbound(k) &&
            set_add_hashed(t, s, k, (int64_t)e->hash) < 0)
            return -1;
    }
    return 0;
}

static int merge_dict(Thread *t, Set *s, const Dict *d)
{
    if (is_crowded(s, s->filled + d->used) &&
        !resize(t, s, (s->used + d->used) * 2))
        return RAISE_INT(raise_no_memory(t));
    const DictTable *table = d->table;
    for (uint32_t i = 0; i < table->n_entries && d->table == table; i++) {
        const DictEntry *e = &table->entries[i];
        Value k = slot_get(&e->key);
        if (!value_is_null(k) &&
            set_add_hashed(t, s, k, (int64_t)e->hash) < 0)
            return -1;
    }
    return 0;
}

int set_update(Thread *t, Set *s, Value iterable)
{
    if (value_is_set(iterable))
        return merge(t, s, value_to_set(iterable));
    if (value_has_shape(iterable, SHAPE_DICT))
        return merge_dict(t, s, value_to_dict(iterable));
    Value iterator = object_iter(t, iterable);
    if (value_is_null(iterator))
        return -1;
    FOR_EACH_ITEM(t, v, iterator, -1) {
        if (set_add(t, s, v) < 0)
            return -1;
    }
    return 0;
}

Set *set_from_iterable(Thread *t, uint32_t shape, Value iterable)
{
    Set *s = set_new(t, shape);
    return set_update(t, s, iterable) < 0 ? NULL : s;
}

Set *set_copy(Thread *t, uint32_t shape, const Set *s)
{
    Set *copy = set_new(t, shape);
    merge(t, copy, s); /* runs no Python: the copy is empty */
    return copy;
}
