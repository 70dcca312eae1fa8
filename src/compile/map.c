/* SPDX-License-Identifier: MIT */
/* Open addressing with linear probing; nothing is ever removed. */
#include "compile/map.h"

#include "compile/emit.h"

static uint32_t key_hash(const void *key)
{
    uint64_t x = (uint64_t)(uintptr_t)key >> 4;
    return (uint32_t)((x * UINT64_C(0x9e3779b97f4a7c15)) >> 32);
}

/* The entry of the key, or the free one where it would go. */
static MapEntry *entry_find(const Map *m, const void *key)
{
    uint32_t mask = m->size - 1;
    uint32_t i = key_hash(key) & mask;
    while (m->entries[i].key != NULL && m->entries[i].key != key)
        i = (i + 1) & mask;
    return &m->entries[i];
}

void *map_get(const Map *m, const void *key)
{
    return m->size > 0 ? entry_find(m, key)->value : NULL;
}

static void map_grow(Map *m)
{
    Map old = *m;
    m->size = old.size > 0 ? old.size * 2 : 8;
    m->entries = emit_alloc(m->arena, m->size * sizeof(MapEntry));
    for (uint32_t i = 0; i < old.size; i++) {
        if (old.entries[i].key != NULL)
            *entry_find(m, old.entries[i].key) = old.entries[i];
    }
}

void **map_at(Map *m, const void *key)
{
    if (m->n * 3 >= m->size * 2)
        map_grow(m);
    MapEntry *e = entry_find(m, key);
    if (e->key == NULL) {
        e->key = key;
        m->n++;
    }
    return &e->value;
}
