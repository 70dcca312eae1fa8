/* SPDX-License-Identifier: MIT */
/*
 * Weak references to dead objects are cleared before finalizers bring some of
 * these back to life, so that nobody reaches an object through a reference
 * that was cleared for others.
 *
 * A holder is told if it is alive itself.  Collections of the young know that
 * as well as full ones: a reference is younger than its target, so where the
 * target is young the holder is, and whether it is alive is known exactly.
 */
#define ADDER_GC_INTERNAL
#include "gc/weak.h"

#include <stdlib.h>
#include <string.h>
#include "base/base.h"
#include "base/limits.h"
#include "gc/state.h"

static uint32_t bucket_of(const WeakTable *w, const void *target)
{
    ASSERT(w->n_buckets > 0 && (w->n_buckets & (w->n_buckets - 1)) == 0);
    uint64_t h = (uint64_t)(uintptr_t)target * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(h >> 32) & (w->n_buckets - 1);
}

/* Chains entry `i`, the newest. */
static void link_newest(WeakTable *w, uint32_t i)
{
    uint32_t *bucket = &w->buckets[bucket_of(w, w->entries[i].target)];
    w->entries[i].next = *bucket;
    *bucket = i + 1;
}

/* Unchains entry `i`, the newest that is left. */
static void unlink_newest(WeakTable *w, uint32_t i)
{
    uint32_t *bucket = &w->buckets[bucket_of(w, w->entries[i].target)];
    ASSERT(*bucket == i + 1);
    *bucket = w->entries[i].next;
}

/* Chains all entries anew. */
static void buckets_fill(WeakTable *w)
{
    memset(w->buckets, 0, w->n_buckets * sizeof *w->buckets);
    for (uint32_t i = 0; i < w->n; i++)
        link_newest(w, i);
}

/* Room for one more entry; false: none, and nothing has changed. */
static bool table_grow(WeakTable *w)
{
    ASSERT(w->n <= w->capacity);
    if (w->n < w->capacity)
        return true;
    uint32_t capacity = w->capacity * 2 + LIMIT_GC_WEAK_FIRST;
    uint32_t n_buckets = w->n_buckets ? w->n_buckets * 2
                                       : LIMIT_GC_WEAK_FIRST;
    WeakEntry *entries = realloc(w->entries, capacity * sizeof *entries);
    if (entries == NULL)
        return false;
    w->entries = entries;
    uint32_t *buckets = realloc(w->buckets, n_buckets * sizeof *buckets);
    if (buckets == NULL)
        return false;
    w->capacity = capacity;
    w->buckets = buckets;
    w->n_buckets = n_buckets;
    buckets_fill(w);
    return true;
}

/* Room for `n` objects in all: a collection may queue that many, and cannot
 * fail. */
static bool queue_reserve(ObjectQueue *q, size_t n)
{
    ASSERT(q->first <= q->n && q->n <= q->capacity);
    if (n <= q->capacity)
        return true;
    size_t capacity = n * 2 + LIMIT_GC_QUEUE_FIRST;
    void **items = realloc(q->items, capacity * sizeof *items);
    if (items == NULL)
        return false;
    q->items = items;
    q->capacity = capacity;
    return true;
}

static void queue_add(ObjectQueue *q, void *object)
{
    ASSERT(object != NULL);
    ASSERT(q->n < q->capacity);
    q->items[q->n++] = object;
}

static void no_memory(Mutator *m)
{
    __atomic_fetch_or(m->pending, GC_PENDING_NO_MEMORY, __ATOMIC_SEQ_CST);
}

void gc_weak_add(Mutator *m, void *target, void *holder, uint64_t *slot)
{
    ASSERT(target != NULL && gc_is_inside(holder, slot) && *slot != 0);
    ASSERT(gc_is_inside(target, target) && target != holder);
    WeakTable *w = &m->heap->weak;
    Finalizers *f = &m->heap->finalizers;
    if (!queue_reserve(&f->cleared, f->cleared.n + w->n + 1) ||
        !table_grow(w)) {
        *slot = 0; /* as if the target were dead */
        no_memory(m);
        return;
    }
    ((Header *)target)->flags |= OBJECT_WEAKREF;
    w->entries[w->n] = (WeakEntry){target, holder, slot, 0};
    link_newest(w, w->n++);
}

bool gc_weak_each(Mutator *m, const void *target,
                  bool (*fn)(void *holder, uint64_t *slot, void *context),
                  void *context)
{
    ASSERT(target != NULL && fn != NULL);
    WeakTable *w = &m->heap->weak;
    if (!(((const Header *)target)->flags & OBJECT_WEAKREF) || w->n == 0)
        return false;
    uint32_t i = w->buckets[bucket_of(w, target)];
    while (i != 0) {
        ASSERT(i <= w->n);
        WeakEntry e = w->entries[i - 1];
        if (e.target == target && *e.slot != 0 &&
            fn(e.holder, e.slot, context))
            return true;
        i = e.next;
    }
    return false;
}

static void *queue_next(ObjectQueue *q)
{
    ASSERT(q->first <= q->n && q->n <= q->capacity);
    if (q->first == q->n)
        return NULL;
    void *object = q->items[q->first++];
    if (q->first == q->n)
        q->first = q->n = 0;
    return object;
}

static void queue_mark(const ObjectQueue *q, GcMarker *m)
{
    for (size_t i = q->first; i < q->n; i++)
        gc_mark_object(m, q->items[i]);
}

void weak_clear_dead(WeakTable *w, Finalizers *f, bool full)
{
    ASSERT(w->n_old <= w->n);
    for (uint32_t i = w->n, first = full ? 0 : w->n_old; i-- > first;) {
        WeakEntry *e = &w->entries[i];
        if (mark_is_set(e->target))
            continue;
        if (*e->slot != 0 && mark_is_set(e->holder))
            queue_add(&f->cleared, e->holder);
        *e->slot = 0;
        e->holder = NULL;
    }
}

void weak_drop_dead(WeakTable *w, bool full)
{
    uint32_t n = full ? 0 : w->n_old;
    for (uint32_t i = w->n; i-- > n;)
        unlink_newest(w, i);
    for (uint32_t i = n; i < w->n; i++) {
        WeakEntry *e = &w->entries[i];
        if (e->holder == NULL || !mark_is_set(e->holder))
            continue;
        w->entries[n] = *e;
        link_newest(w, n++);
    }
    w->n = w->n_old = n;
}

void weak_free(WeakTable *w)
{
    free(w->entries);
    free(w->buckets);
}

void gc_finalizer_add(Mutator *m, void *object)
{
    ASSERT(!(((Header *)object)->flags & OBJECT_STATIC));
    ASSERT(gc_is_inside(object, object));
    Header *h = object;
    if (h->flags & OBJECT_FINALIZE)
        return;
    Finalizers *f = &m->heap->finalizers;
    if (!queue_reserve(&f->waiting, f->waiting.n + 1) ||
        !queue_reserve(&f->dead, f->dead.n + f->waiting.n + 1)) {
        no_memory(m);
        return;
    }
    h->flags |= OBJECT_FINALIZE;
    queue_add(&f->waiting, object);
}

/*
 * The youngest first, and what one of them refers to waits for another
 * collection: a wrapper may still write to its file in its finalizer.
 */
void finalizers_find_dead(Finalizers *f, GcMarker *m)
{
    ObjectQueue *q = &f->waiting;
    ASSERT(q->first == 0);
    for (size_t i = q->n; i-- > 0;) {
        Header *h = q->items[i];
        if (mark_is_set(h) && (h->flags & OBJECT_FINALIZE))
            continue;
        q->items[i] = NULL;
        if (!(h->flags & OBJECT_FINALIZE))
            continue;
        if (gc_kinds[h->kind].trace != NULL)
            gc_kinds[h->kind].trace(h, m);
        gc_mark_object(m, h);
        mark_drain(m);
        queue_add(&f->dead, h);
    }
    size_t n = 0;
    for (size_t i = 0; i < q->n; i++)
        if (q->items[i] != NULL)
            q->items[n++] = q->items[i];
    q->n = n;
}

void finalizers_mark(Finalizers *f, GcMarker *m)
{
    queue_mark(&f->dead, m);
    queue_mark(&f->cleared, m);
}

bool finalizers_pending(const Finalizers *f)
{
    return f->dead.first != f->dead.n || f->cleared.first != f->cleared.n;
}

void finalizers_free(Finalizers *f)
{
    free(f->waiting.items);
    free(f->dead.items);
    free(f->cleared.items);
}

void gc_finalizer_queue_all(Mutator *m)
{
    Finalizers *f = &m->heap->finalizers;
    for (size_t i = 0; i < f->waiting.n; i++) {
        Header *h = f->waiting.items[i];
        if (h->flags & OBJECT_FINALIZE)
            queue_add(&f->dead, h);
    }
    f->waiting.n = 0;
}

void *gc_finalizer_next(Mutator *m)
{
    Header *h = queue_next(&m->heap->finalizers.dead);
    if (h != NULL)
        h->flags &= (uint16_t)~OBJECT_FINALIZE;
    return h;
}

void *gc_weak_cleared_next(Mutator *m)
{
    return queue_next(&m->heap->finalizers.cleared);
}
