/* SPDX-License-Identifier: MIT */
/* What of walk.h needs no stack to be scanned. */
#define ADDER_GC_INTERNAL
#include "gc/walk.h"

#include "base/base.h"
#include "base/limits.h"
#include "gc/state.h"
#include <stdlib.h>

bool objects_add(Objects *o, void *object)
{
    ASSERT(object != NULL && o->n <= o->capacity);
    if (o->n == o->capacity) {
        size_t capacity = o->capacity * 2 + LIMIT_GC_QUEUE_FIRST;
        Header **items = realloc(o->items, capacity * sizeof *items);
        if (items == NULL)
            return false;
        o->items = items;
        o->capacity = capacity;
    }
    o->items[o->n++] = object;
    return true;
}

void objects_free(Objects *o)
{
    free(o->items);
    *o = (Objects){0};
}

bool gc_is_young(const void *object)
{
    const Header *h = object;
    return !(h->flags & OBJECT_STATIC) && !(h->gc & GC_OLD);
}

void gc_each_child(GcHeap *heap, void *object,
                   void (*fn)(void *context, Header *child), void *context)
{
    GcMarker m = mark_visitor(&heap->space, fn, context);
    mark_children(&m, object);
}

/* ---- keeping ---- */

bool gc_freeze(GcHeap *heap, Objects *objects)
{
    ASSERT(!heap->collecting);
    Objects *frozen = &heap->frozen;
    if (frozen->n == 0) {
        objects_free(frozen);
        *frozen = *objects;
        return true;
    }
    for (size_t i = 0; i < objects->n; i++)
        if (!objects_add(frozen, objects->items[i]))
            return false;
    objects_free(objects);
    return true;
}

void gc_unfreeze(GcHeap *heap)
{
    ASSERT(!heap->collecting);
    objects_free(&heap->frozen);
}

size_t gc_frozen(const GcHeap *heap) { return heap->frozen.n; }

void walk_mark_frozen(const GcHeap *heap, GcMarker *m)
{
    for (size_t i = 0; i < heap->frozen.n; i++)
        gc_mark_object(m, heap->frozen.items[i]);
}

/* ---- watching ---- */

void gc_tracer_set(GcHeap *heap, const GcTracer *tracer, void *context)
{
    ASSERT(!heap->collecting);
    heap->tracer = tracer;
    heap->tracer_context = context;
    /* The cells of the lists are found again by the next sweep. */
    heap_lists_drop(heap);
}

void gc_tell_size(const GcHeap *heap, const void *object, size_t size)
{
    if (heap->tracer != NULL)
        heap->tracer->resized(heap->tracer_context, object, size);
}
