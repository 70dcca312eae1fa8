/* SPDX-License-Identifier: MIT */
/* Inside dict*.c: the table's index and its shared empty instance. */
#ifndef ADDER_OBJECT_DICT_TABLE_H
#define ADDER_OBJECT_DICT_TABLE_H

#include "base/limits.h"
#include "object/container/dict.h"

static inline int32_t *table_index(const DictTable *table)
{
    return (int32_t *)(table->entries + table->capacity);
}
/* Where in the index to look first, but for the mask.  Eight successive hashes
 * stay together, so that numbers in sequence find their places in the cache. */
static inline uint32_t table_mix(uint64_t hash)
{
    uint64_t group = (hash >> 3) * UINT64_C(0x9e3779b97f4a7c15);
    return LIMIT_HASH(((uint32_t)(group >> 32) ^ (uint32_t)group) << 3 |
                      (uint32_t)(hash & 7));
}
/* The entry of `key` is about to change; null: any may. */
static inline void dict_will_change(Dict *d, Value key)
{
    if (__builtin_expect(d->dict_flags & DICT_WATCHED, 0))
        dict_watch_hook(d, key);
}

#endif
