/* SPDX-License-Identifier: MIT */
/*
 * Dicts: the hash table.  Entries lie in insertion order; the index finds them
 * by linear probing over the mixed hash.  A deleted entry has no key and leaves
 * no trace in the index.  All entries before number table->pad are deleted, so
 * that taking items from the front is cheap.  Empty dicts share one static
 * table.  Updating and merging are in dict_update.c, methods in dict_type.c.
 *
 * Lookups may run __eq__, hence change the dict: they then start anew.
 */
#include "object/container/dict.h"

#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "object/container/dict_table.h"
#include "object/core/mark.h"
#include "object/error/raise.h"
#include "object/number/int.h"
#include "object/text/str.h"

static void dict_trace(void *object, GcMarker *m)
{
    Dict *d = object;
    gc_mark_object(m, d->table);
    if (d->h.shape != SHAPE_DICT) { /* subclasses may have Slots behind it */
        size_t more = type_of_pointer(d)->instance_size - sizeof(Dict);
        mark_slots(m, (Slot *)(d + 1), (int64_t)(more / sizeof(Slot)));
    }
}

static void table_trace(void *object, GcMarker *m)
{
    DictTable *table = object;
    ASSERT(table->n_entries <= table->capacity);
    for (uint32_t i = 0; i < table->n_entries; i++) {
        mark_slot(m, &table->entries[i].key);
        mark_slot(m, &table->entries[i].value);
    }
}

const GcKind dict_kind = {.name = "dict", .trace = dict_trace};
const GcKind dict_table_kind = {.name = "dict_table", .trace = table_trace};

static void watch_nothing(Dict *d, Value key)
{
    (void)d;
    (void)key;
}
void (*dict_watch_hook)(Dict *d, Value key) = watch_nothing;

/* Never written to: there is room for no entry.  The index that follows is in
 * place of the first entry's hash: DICT_FREE twice. */
static DictTable empty = {
    .h = {.kind = KIND_DICT_TABLE, .flags = OBJECT_STATIC},
    .n_index = 1,
    .entries = {{.hash = UINT64_MAX}},
};
_Static_assert(DICT_FREE == -1, "all bits are set");

enum { ABSENT = -1, FAILED = -2 };

/* --- tables --- */

static uint32_t capacity_of(uint64_t n_index)
{
    ASSERT((n_index & (n_index - 1)) == 0);
    return (uint32_t)(n_index / 2);
}

/* NULL when that much memory cannot be had. */
static DictTable *table_new(Thread *t, int64_t n)
{
    ASSERT(n >= 0);
    uint64_t n_index = LIMIT_DICT_INDEX;
    while (capacity_of(n_index) < (uint64_t)n)
        n_index *= 2;
    uint32_t capacity = capacity_of(n_index);
    DictTable *table =
        gc_alloc_large(t, sizeof *table + capacity * sizeof(DictEntry) +
                              n_index * sizeof(int32_t),
                       KIND_DICT_TABLE, SHAPE_RAW);
    if (table == NULL)
        return NULL;
    table->n_index = (uint32_t)n_index;
    table->capacity = capacity;
    memset(table_index(table), 0xff, n_index * sizeof(int32_t));
    return table;
}

/* Enters entry number `entry` into the index, where its key is not yet. */
static void index_add(DictTable *table, uint64_t hash, uint32_t entry)
{
    uint32_t mask = table->n_index - 1;
    ASSERT((table->n_index & mask) == 0 && entry < table->capacity);
    int32_t *index = table_index(table);
    uint32_t i = table_mix(hash) & mask;
    while (index[i] >= 0)
        i = (i + 1) & mask;
    index[i] = (int32_t)entry;
}

/* Moves to a table with room for n entries, `gap` of them before the first;
 * where memory for it is refused the dict stays as it is. */
static bool rebuild(Thread *t, Dict *d, int64_t n, uint32_t gap)
{
    DictTable *old = d->table;
    DictTable *table = table_new(t, n);
    if (table == NULL)
        return false;
    ASSERT((int64_t)table->capacity >= d->used + gap);
    uint32_t to = gap;
    table->pad = gap;
    for (uint32_t i = old->pad; i < old->n_entries; i++) {
        DictEntry *e = &old->entries[i];
        if (value_is_null(slot_get(&e->key)))
            continue;
        DictEntry *into = &table->entries[to];
        into->hash = e->hash;
        slot_set(table, &into->key, slot_get(&e->key));
        slot_set(table, &into->value, slot_get(&e->value));
        index_add(table, e->hash, to++);
    }
    table->n_entries = to;
    d->keys_version = 0;
    FIELD_SET(d, table, table);
    return true;
}

void dict_init_empty(Dict *d)
{
    ASSERT(d->h.kind == KIND_DICT);
    d->used = 0;
    d->table = &empty;
}

Dict *dict_new(Thread *t)
{
    Dict *d = gc_alloc(t, sizeof(Dict), KIND_DICT, SHAPE_DICT);
    d->table = &empty;
    return d;
}

Dict *dict_new_sized(Thread *t, int64_t n)
{
    Dict *d = dict_new(t);
    dict_reserve(t, d, n);
    return d;
}

void dict_reserve(Thread *t, Dict *d, int64_t n)
{
    ASSERT(n >= 0);
    int64_t deleted = d->table->n_entries - d->used;
    if (n + deleted > d->table->capacity)
        rebuild(t, d, n, 0); /* if it can be done */
}

/* --- lookups --- */

/*
 * Whether keys of the same hash are equal.  Runs no Python if t is NULL; says
 * then that keys are different when only Python could tell.  -1 on error.
 */
static int keys_equal(Thread *t, Value a, Value b)
{
    if (value_has_shape(a, SHAPE_STR) && value_has_shape(b, SHAPE_STR))
        return str_equal(value_to_pointer(a), value_to_pointer(b));
    if (value_both_int(a, b))
        return 0;
    return t == NULL ? 0 : object_equal(t, a, b);
}

/* The rest of find_at from place *at on, where a key of this hash is met that
 * is another object. */
static __attribute__((noinline)) int64_t
find_equal(Thread *t, const Dict *d, Value key, uint64_t hash, uint32_t *at)
{
    for (uint32_t i = *at;; i = table_mix(hash)) {
        DictTable *table = d->table;
        uint32_t mask = table->n_index - 1;
        const int32_t *index = table_index(table);
        for (i &= mask;; i = (i + 1) & mask) {
            int32_t entry = index[i];
            ASSERT(entry == DICT_FREE || (uint32_t)entry < table->n_entries);
            if (entry == DICT_FREE)
                return ABSENT;
            if (entry < 0 || table->entries[entry].hash != hash)
                continue;
            Value k = slot_get(&table->entries[entry].key);
            if (!value_same(k, key)) {
                int equal = keys_equal(t, k, key);
                if (equal < 0)
                    return FAILED;
                if (d->table != table || index[i] != entry ||
                    !value_same(slot_get(&table->entries[entry].key), k))
                    break; /* changed by __eq__ */
                if (!equal)
                    continue;
            }
            *at = i;
            return entry;
        }
    }
}

/* The entry's number, ABSENT or FAILED; the place in the index in *at.  Most
 * keys found are the very object. */
static inline int64_t find_at(Thread *t, const Dict *d, Value key,
                              uint64_t hash, uint32_t *at)
{
    const DictTable *table = d->table;
    uint32_t mask = table->n_index - 1;
    const int32_t *index = table_index(table);
    for (uint32_t i = table_mix(hash) & mask;; i = (i + 1) & mask) {
        int32_t entry = index[i];
        if (entry == DICT_FREE)
            return ABSENT;
        if (entry < 0 || table->entries[entry].hash != hash)
            continue;
        *at = i;
        return value_same(slot_get(&table->entries[entry].key), key)
                   ? entry : find_equal(t, d, key, hash, at);
    }
}

static inline int64_t find(Thread *t, const Dict *d, Value key, uint64_t hash)
{
    uint32_t at;
    return find_at(t, d, key, hash, &at);
}

static inline int64_t str_key_hash(const Str *key)
{
    return key->hash != -1 ? key->hash : str_hash((Str *)key);
}

static inline int hash_key(Thread *t, Value key, int64_t *hash)
{
    if (value_has_shape(key, SHAPE_STR)) {
        *hash = str_key_hash(value_to_pointer(key));
        return 0;
    }
    return object_hash(t, key, hash);
}

Value dict_get_hashed(Thread *t, Dict *d, Value key, int64_t hash)
{
    ASSERT(hash != -1);
    int64_t i = find(t, d, key, (uint64_t)hash);
    if (i >= 0)
        return slot_get(&d->table->entries[i].value);
    return i == ABSENT ? UNBOUND : NULL_VALUE;
}

Value dict_get(Thread *t, Dict *d, Value key)
{
    int64_t hash;
    if (hash_key(t, key, &hash) < 0)
        return NULL_VALUE;
    return dict_get_hashed(t, d, key, hash);
}

int dict_contains(Thread *t, Dict *d, Value key)
{
    int64_t hash;
    if (hash_key(t, key, &hash) < 0)
        return -1;
    int64_t i = find(t, d, key, (uint64_t)hash);
    return i >= 0 ? 1 : i == ABSENT ? 0 : -1;
}

int64_t dict_find_str(const Dict *d, const Str *key)
{
    return find(NULL, d, value_from_pointer(key),
                (uint64_t)str_key_hash(key));
}

Value dict_get_str(const Dict *d, const Str *key)
{
    int64_t i = dict_find_str(d, key);
    return i < 0 ? NULL_VALUE : slot_get(&d->table->entries[i].value);
}

Value dict_get_c(Thread *t, Dict *d, const char *key)
{
    return dict_get_str(d, str_from_c(t, key));
}

/* --- changes --- */

/* Room for one more entry; false when there is no memory for it. */
static bool make_room(Thread *t, Dict *d)
{
    if (__builtin_expect(d->table->n_entries < d->table->capacity, 1))
        return true;
    int64_t n = d->used < 16384 ? d->used * 3 / 2 + LIMIT_DICT_SPARE
                                : d->used + d->used / 2;
    return rebuild(t, d, n < LIMIT_DICT_FIRST ? LIMIT_DICT_FIRST : n, 0);
}

/* Adds a key known to be absent, if there is memory for it. */
static bool insert(Thread *t, Dict *d, Value key, uint64_t hash, Value value)
{
    ASSERT(!value_is_null(key) && !value_is_unbound(key) &&
           !value_is_null(value));
    if (!make_room(t, d))
        return false;
    DictTable *table = d->table;
    ASSERT(table->n_entries < table->capacity &&
           (uint64_t)d->used <= table->n_entries);
    uint32_t number = table->n_entries++;
    DictEntry *e = &table->entries[number];
    e->hash = hash;
    slot_set(table, &e->key, key);
    slot_set(table, &e->value, value);
    index_add(table, hash, number);
    d->used++;
    d->keys_version = 0;
    return true;
}

int dict_set_hashed(Thread *t, Dict *d, Value key, int64_t hash, Value value)
{
    ASSERT(hash != -1 && !value_is_null(value));
    int64_t i = find(t, d, key, (uint64_t)hash);
    if (i == FAILED)
        return -1;
    dict_will_change(d, key);
    if (i >= 0)
        slot_set(d->table, &d->table->entries[i].value, value);
    else if (!insert(t, d, key, (uint64_t)hash, value))
        return RAISE_INT(raise_no_memory(t));
    return 0;
}

int dict_set(Thread *t, Dict *d, Value key, Value value)
{
    int64_t hash;
    if (hash_key(t, key, &hash) < 0)
        return -1;
    return dict_set_hashed(t, d, key, hash, value);
}

void dict_set_str(Thread *t, Dict *d, Str *key, Value value)
{
    ASSERT(!value_is_null(value));
    int64_t hash = str_key_hash(key);
    int64_t i = find(NULL, d, value_from_pointer(key), (uint64_t)hash);
    dict_will_change(d, value_from_pointer(key));
    if (i >= 0)
        slot_set(d->table, &d->table->entries[i].value, value);
    else if (!insert(t, d, value_from_pointer(key), (uint64_t)hash, value))
        raise_no_memory_later(t);
}

void dict_set_c(Thread *t, Dict *d, const char *key, Value value)
{
    dict_set_str(t, d, str_intern_c(t, key), value);
}

Value dict_setdefault(Thread *t, Dict *d, Value key, Value value)
{
    ASSERT(!value_is_null(value));
    int64_t hash;
    if (hash_key(t, key, &hash) < 0)
        return NULL_VALUE;
    int64_t i = find(t, d, key, (uint64_t)hash);
    if (i == FAILED)
        return NULL_VALUE;
    if (i >= 0)
        return slot_get(&d->table->entries[i].value);
    dict_will_change(d, key);
    return insert(t, d, key, (uint64_t)hash, value) ? value
                                                    : raise_no_memory(t);
}

/* Frees a place in the index: moves later ones of its chain back, so that no
 * marks of deletion are left behind. */
static void index_remove(DictTable *table, uint32_t hole)
{
    uint32_t mask = table->n_index - 1;
    int32_t *index = table_index(table);
    ASSERT(hole <= mask && index[hole] >= 0);
    for (uint32_t i = (hole + 1) & mask; index[i] != DICT_FREE;
         i = (i + 1) & mask) {
        ASSERT(index[i] >= 0 && (uint32_t)index[i] < table->n_entries);
        uint32_t home = table_mix(table->entries[index[i]].hash) & mask;
        if (((i - home) & mask) >= ((i - hole) & mask)) {
            index[hole] = index[i];
            hole = i;
        }
    }
    index[hole] = DICT_FREE;
}

/* Takes out entry `number`, which the index has at `at`. */
static void remove_entry(Dict *d, uint32_t at, uint32_t number)
{
    DictTable *table = d->table;
    ASSERT(d->used > 0 && number < table->n_entries);
    ASSERT(table_index(table)[at] == (int32_t)number);
    ASSERT(table->pad <= number &&
           !value_is_null(slot_get(&table->entries[number].key)));
    dict_will_change(d, slot_get(&table->entries[number].key));
    d->keys_version = 0;
    index_remove(table, at);
    memset(&table->entries[number], 0, sizeof(DictEntry));
    d->used--;
    if (d->used == 0) {
        table->n_entries = table->pad = 0;
        if (table->capacity > 80)
            d->table = &empty;
        return;
    }
    while (table->pad < table->n_entries &&
           value_is_null(slot_get(&table->entries[table->pad].key)))
        table->pad++;
}

int dict_pop(Thread *t, Dict *d, Value key, Value *old)
{
    int64_t hash;
    uint32_t at;
    if (hash_key(t, key, &hash) < 0)
        return -1;
    int64_t i = find_at(t, d, key, (uint64_t)hash, &at);
    if (i < 0)
        return i == ABSENT ? 0 : -1;
    *old = slot_get(&d->table->entries[i].value);
    remove_entry(d, at, (uint32_t)i);
    return 1;
}

int dict_delete(Thread *t, Dict *d, Value key)
{
    Value old;
    return dict_pop(t, d, key, &old);
}

int dict_delete_str(Thread *t, Dict *d, Str *key)
{
    uint32_t at;
    (void)t;
    int64_t i = find_at(NULL, d, value_from_pointer(key),
                        (uint64_t)str_key_hash(key), &at);
    if (i < 0)
        return 0;
    remove_entry(d, at, (uint32_t)i);
    return 1;
}

/* Where the index has entry `number`. */
static uint32_t index_place(const DictTable *table, uint32_t number)
{
    ASSERT(number < table->n_entries);
    uint32_t mask = table->n_index - 1;
    uint32_t i = table_mix(table->entries[number].hash) & mask;
    while (table_index(table)[i] != (int32_t)number)
        i = (i + 1) & mask;
    return i;
}

bool dict_popitem(Dict *d, bool last, Value *key, Value *value)
{
    if (d->used == 0)
        return false;
    DictTable *table = d->table;
    uint32_t i = last ? table->n_entries - 1 : table->pad;
    while (value_is_null(slot_get(&table->entries[i].key)))
        i--;
    *key = slot_get(&table->entries[i].key);
    *value = slot_get(&table->entries[i].value);
    remove_entry(d, index_place(table, i), i);
    if (last && d->used > 0)
        table->n_entries = i;
    return true;
}

/* Room for an entry at the end (the beginning); false without memory. */
static bool make_room_to_move(Thread *t, Dict *d, bool last)
{
    if (last ? d->table->n_entries < d->table->capacity : d->table->pad > 0)
        return true;
    dict_will_change(d, NULL_VALUE);
    return last ? make_room(t, d)
                : rebuild(t, d, 2 * d->used + 2, (uint32_t)d->used + 2);
}

int dict_move(Thread *t, Dict *d, Value key, bool last)
{
    int64_t hash;
    uint32_t at;
    if (hash_key(t, key, &hash) < 0)
        return -1;
    int64_t i = find_at(t, d, key, (uint64_t)hash, &at);
    if (i < 0)
        return i == ABSENT ? 0 : -1;
    DictTable *table = d->table;
    if (d->used == 1 || (last ? i == (int64_t)table->n_entries - 1
                              : i == (int64_t)table->pad))
        return 1;
    Value k = slot_get(&table->entries[i].key);
    Value value = slot_get(&table->entries[i].value);
    /* Room first: what has been taken out must go in again.  And after the
     * last __eq__, so that it stays; then only the place is looked up anew. */
    if (!make_room_to_move(t, d, last))
        return RAISE_INT(raise_no_memory(t));
    table = d->table;
    i = find_at(NULL, d, k, (uint64_t)hash, &at);
    ASSERT(i >= 0);
    remove_entry(d, at, (uint32_t)i);
    if (last) {
        insert(t, d, k, (uint64_t)hash, value);
        return 1;
    }
    ASSERT(d->table == table && table->pad > 0);
    DictEntry *e = &table->entries[--table->pad];
    e->hash = (uint64_t)hash;
    slot_set(table, &e->key, k);
    slot_set(table, &e->value, value);
    index_add(table, (uint64_t)hash, table->pad);
    d->used++;
    return 1;
}

void dict_clear(Thread *t, Dict *d)
{
    (void)t;
    dict_will_change(d, NULL_VALUE);
    d->keys_version = 0;
    d->used = 0;
    d->table = &empty;
}

bool dict_next(const Dict *d, int64_t *pos, Value *key, Value *value)
{
    ASSERT(*pos >= 0);
    const DictTable *table = d->table;
    ASSERT(table->pad <= table->n_entries &&
           table->n_entries <= table->capacity);
    int64_t i = *pos < (int64_t)table->pad ? (int64_t)table->pad : *pos;
    for (; i < (int64_t)table->n_entries; i++) {
        Value k = slot_get(&table->entries[i].key);
        if (value_is_null(k))
            continue;
        *key = k;
        *value = slot_get(&table->entries[i].value);
        *pos = i + 1;
        return true;
    }
    *pos = i;
    return false;
}

uint32_t dict_keys_version(Dict *d)
{
    if (d->keys_version == 0 && runtime->next_keys_version != UINT32_MAX)
        d->keys_version = ++runtime->next_keys_version;
    return d->keys_version;
}

static size_t table_size(const DictTable *table)
{
    return sizeof(DictTable) + table->capacity * sizeof(DictEntry) +
           table->n_index * sizeof(int32_t);
}

/* The table as it is, or compact if it is full of holes. */
Dict *dict_copy(Thread *t, Dict *d)
{
    ASSERT(d->used >= 0 && (uint64_t)d->used <= d->table->n_entries);
    Dict *c = dict_new(t);
    DictTable *table = d->table;
    if (d->used == 0)
        return c;
    c->used = d->used;
    c->table = table;
    if (d->used < (int64_t)(table->n_entries / 3 * 2) ||
        d->used < (int64_t)(table->capacity / 8)) {
        return rebuild(t, c, d->used, 0)
                   ? c : value_to_pointer(raise_no_memory(t));
    }
    DictTable *copy =
        gc_alloc_large(t, table_size(table), KIND_DICT_TABLE, SHAPE_RAW);
    if (copy == NULL)
        return value_to_pointer(raise_no_memory(t));
    memcpy(&copy->n_index, &table->n_index,
           table_size(table) - offsetof(DictTable, n_index));
    FIELD_SET(c, table, copy);
    return c;
}
