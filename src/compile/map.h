/* SPDX-License-Identifier: MIT */
/* Map: pointers to pointers, by identity; lives in an arena. */
#ifndef ADDER_COMPILE_MAP_H
#define ADDER_COMPILE_MAP_H

#include "base/arena.h"

typedef struct MapEntry {
    const void *key; /* NULL: free */
    void *value;
} MapEntry;

typedef struct Map {
    Arena *arena;
    MapEntry *entries;
    uint32_t n, size; /* size: 0 or a power of two */
} Map;

static inline void map_init(Map *m, Arena *arena)
{
    *m = (Map){.arena = arena};
}
/* NULL when absent. */
void *map_get(const Map *m, const void *key);
/* Where the key's value is, NULL at first; good until the next map_at. */
void **map_at(Map *m, const void *key);

#endif
