/* SPDX-License-Identifier: MIT */
/*
 * What outside memory and objects have to do with each other.  Both tables are
 * malloc'd: what is asked of them may fail without spoiling the heap.
 */
#define ADDER_GC_INTERNAL
#include "gc/outside.h"

#include <stdlib.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/collect.h"
#include "gc/state.h"

void gc_outside_grow(Mutator *m, size_t bytes)
{
    ASSERT(!m->heap->collecting);
    ASSERT(m->heap->outside + bytes >= bytes);
    m->heap->outside += bytes;
    m->heap->allocated += bytes;
    collect_if_due(m, 0);
}

void gc_outside_shrink(GcHeap *heap, size_t bytes)
{
    ASSERT(heap->outside >= bytes);
    heap->outside -= bytes;
}

/* ---- owners ---- */

bool gc_dispose_add(Mutator *m, void *object, GcDisposeFn dispose)
{
    ASSERT(object != NULL && dispose != NULL);
    ASSERT(!(((Header *)object)->flags & OBJECT_STATIC));
    Owners *o = &m->heap->owners;
    ASSERT(o->n_old <= o->n && o->n <= o->capacity);
    if (o->n == o->capacity) {
        size_t capacity = o->capacity * 2 + LIMIT_GC_OWNERS_FIRST;
        Owner *items = realloc(o->items, capacity * sizeof *items);
        if (items == NULL)
            return false;
        o->items = items;
        o->capacity = capacity;
    }
    o->items[o->n++] = (Owner){object, dispose};
    return true;
}

void owners_dispose_dead(Owners *o, bool full)
{
    /* Old objects die in full collections alone. */
    size_t n = full ? 0 : o->n_old;
    for (size_t i = n; i < o->n; i++) {
        Owner owner = o->items[i];
        if (mark_is_set(owner.object))
            o->items[n++] = owner;
        else
            owner.dispose(owner.object);
    }
    o->n = o->n_old = n;
}

void owners_free(Owners *o)
{
    while (o->n > 0) {
        Owner owner = o->items[--o->n];
        owner.dispose(owner.object);
    }
    free(o->items);
}

/* ---- counted references ---- */

/* Open addressing with linear probing; at most half full. */
static size_t place_of(const Counts *c, const void *object)
{
    ASSERT(c->n < c->size && (c->size & (c->size - 1)) == 0);
    uint64_t h = (uint64_t)(uintptr_t)object * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(h >> 32) & (c->size - 1);
    while (c->items[i].object != NULL && c->items[i].object != object)
        i = (i + 1) & (c->size - 1);
    return i;
}

static bool counts_grow(Counts *c)
{
    Counts bigger = {.size = c->size == 0 ? LIMIT_GC_COUNTS_FIRST : c->size * 2, .n = c->n};
    bigger.items = calloc(bigger.size, sizeof *bigger.items);
    if (bigger.items == NULL)
        return false;
    for (size_t i = 0; i < c->size; i++)
        if (c->items[i].object != NULL)
            bigger.items[place_of(&bigger, c->items[i].object)] = c->items[i];
    free(c->items);
    *c = bigger;
    return true;
}

bool gc_count_add(Mutator *m, void *object)
{
    Header *h = object;
    Counts *c = &m->heap->counts;
    ASSERT(cell_is_object(h));
    if (h->flags & OBJECT_STATIC)
        return true;
    if (c->n >= c->size / 2 && !counts_grow(c))
        return false;
    Count *item = &c->items[place_of(c, object)];
    if (item->object == NULL) {
        *item = (Count){object, 0};
        c->n++;
        h->flags |= OBJECT_COUNTED;
    }
    ASSERT(item->object == object && item->n < SIZE_MAX);
    item->n++;
    return true;
}

/* Frees place i, and moves what has probed past it. */
static void place_free(Counts *c, size_t i)
{
    ASSERT(c->n > 0 && c->items[i].object != NULL && c->items[i].n == 0);
    size_t mask = c->size - 1;
    c->items[i].object = NULL;
    for (size_t k = (i + 1) & mask; c->items[k].object != NULL;
         k = (k + 1) & mask) {
        Count item = c->items[k];
        c->items[k].object = NULL;
        c->items[place_of(c, item.object)] = item;
    }
    c->n--;
}

size_t gc_count_drop(Mutator *m, void *object)
{
    Header *h = object;
    Counts *c = &m->heap->counts;
    if (h->flags & OBJECT_STATIC)
        return 1;
    ASSERT(h->flags & OBJECT_COUNTED);
    if (!(h->flags & OBJECT_COUNTED))
        return 0;
    size_t i = place_of(c, object);
    ASSERT(c->items[i].object == object && c->items[i].n > 0);
    size_t left = --c->items[i].n;
    if (left > 0)
        return left;
    h->flags &= (uint16_t)~OBJECT_COUNTED;
    place_free(c, i);
    return 0;
}

size_t gc_count_of(const Mutator *m, const void *object)
{
    const Counts *c = &m->heap->counts;
    if (!(((const Header *)object)->flags & OBJECT_COUNTED))
        return 0;
    return c->items[place_of(c, object)].n;
}

void counts_mark(const Counts *c, GcMarker *m)
{
    for (size_t i = 0; i < c->size; i++)
        if (c->items[i].object != NULL)
            gc_mark_object(m, c->items[i].object);
}
