/* SPDX-License-Identifier: MIT */
/*
 * Entries in the order of their making, found by a hash table with linear probing.
 * Those of all calls of something and those of its calls by one caller are alike;
 * the latter hang off the caller's.
 */
#include "module/lsprof/call_table.h"

#include <stdlib.h>
#include "base/base.h"

enum { FIRST_ENTRIES = 64, FIRST_RUNNING = 64 };

CallTable *call_table_new(void)
{
    CallTable *c = calloc(1, sizeof *c);
    return c;
}

void call_table_clear(CallTable *c)
{
    free(c->entries);
    free(c->index);
    free(c->running);
    *c = (CallTable){0};
}

void call_table_free(CallTable *c)
{
    call_table_clear(c);
    free(c);
}

static uint32_t hash(const void *key, int32_t caller)
{
    uint64_t h = ((uint64_t)(uintptr_t)key >> 4) + (uint64_t)caller * 0x9e3779b1u;
    return (uint32_t)((h * 0x9e3779b97f4a7c15u) >> 32);
}

static uint32_t place_of(const CallTable *c, const void *key, int32_t caller)
{
    uint32_t mask = c->n_index - 1, i = hash(key, caller) & mask;
    for (; c->index[i] >= 0; i = (i + 1) & mask) {
        const CallEntry *e = &c->entries[c->index[i]];
        if (e->key == key && e->caller == caller)
            break;
    }
    return i;
}

/* Room for another entry, with less than half of the index in use. */
static bool grow(CallTable *c)
{
    int32_t capacity = c->capacity == 0 ? FIRST_ENTRIES : 2 * c->capacity;
    CallEntry *entries =
        realloc(c->entries, (size_t)capacity * sizeof *entries);
    if (entries == NULL)
        return false;
    c->entries = entries;
    uint32_t n_index = 2 * (uint32_t)capacity;
    int32_t *index = malloc(n_index * sizeof *index);
    if (index == NULL)
        return false;
    for (uint32_t i = 0; i < n_index; i++)
        index[i] = -1;
    free(c->index);
    c->index = index;
    c->n_index = n_index;
    c->capacity = capacity;
    for (int32_t i = 0; i < c->n_entries; i++)
        c->index[place_of(c, c->entries[i].key, c->entries[i].caller)] = i;
    return true;
}

int32_t call_table_entry(CallTable *c, const void *key, int32_t caller)
{
    if (c->n_entries == c->capacity && !grow(c))
        return -1;
    uint32_t place = place_of(c, key, caller);
    if (c->index[place] >= 0)
        return c->index[place];
    int32_t i = c->n_entries++;
    c->index[place] = i;
    c->entries[i] = (CallEntry){
        .key = key, .caller = caller, .object = -1, .first = -1, .next = -1};
    if (caller >= 0) {
        c->entries[i].next = c->entries[caller].first;
        c->entries[caller].first = i;
    }
    return i;
}

static bool grow_running(CallTable *c)
{
    int32_t capacity = c->running_capacity == 0 ? FIRST_RUNNING
                                                : 2 * c->running_capacity;
    RunningCall *running =
        realloc(c->running, (size_t)capacity * sizeof *running);
    if (running == NULL)
        return false;
    c->running = running;
    c->running_capacity = capacity;
    return true;
}

RunningCall *call_table_enter(CallTable *c, int32_t entry, bool by_caller)
{
    ASSERT(entry >= 0 && entry < c->n_entries);
    if (c->n_running == c->running_capacity && !grow_running(c))
        return NULL;
    int32_t sub = -1;
    if (by_caller && c->n_running > 0) {
        int32_t caller = c->running[c->n_running - 1].entry;
        sub = call_table_entry(c, c->entries[entry].key, caller);
        if (sub < 0)
            return NULL;
        c->entries[sub].object = c->entries[entry].object;
        c->entries[sub].level++;
    }
    c->entries[entry].level++;
    RunningCall *r = &c->running[c->n_running++];
    *r = (RunningCall){.entry = entry, .by_caller = sub};
    return r;
}

static void count(CallEntry *e, int64_t total, int64_t own)
{
    if (--e->level == 0)
        e->total += total;
    else
        e->recursive++;
    e->own += own;
    e->calls++;
}

void call_table_leave(CallTable *c, int64_t now)
{
    ASSERT(c->n_running > 0);
    RunningCall *r = &c->running[--c->n_running];
    int64_t total = now - r->begin;
    if (c->n_running > 0)
        r[-1].inner += total;
    count(&c->entries[r->entry], total, total - r->inner);
    if (r->by_caller >= 0)
        count(&c->entries[r->by_caller], total, total - r->inner);
}
