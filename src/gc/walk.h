/* SPDX-License-Identifier: MIT */
/*
 * Going through the heap for those who want to see it: what can be reached, who
 * refers to what, what is allocated; and keeping all that there is.
 */
#ifndef ADDER_GC_WALK_H
#define ADDER_GC_WALK_H

#include "gc/heap.h"

/* A growing array, not of the heap: what is in it is not kept alive by that. */
typedef struct Objects {
    Header **items;
    size_t n, capacity;
} Objects;

/* False: no memory, and nothing has changed. */
bool objects_add(Objects *o, void *object);
void objects_free(Objects *o);

/* Adds all objects of the heap that can be reached now, internal ones, too, and
 * collects nothing.  False: no memory. */
bool gc_reachable(Mutator *m, Objects *objects);
/* Whether no collection has seen the object yet. */
bool gc_is_young(const void *object);

/* Calls fn for each object that `object` refers to, once for each reference; it
 * may not allocate on the heap. */
void gc_each_child(GcHeap *heap, void *object,
                   void (*fn)(void *context, Header *child), void *context);

/* Keeps the objects for good, and what they refer to, until gc_unfreeze.  Those
 * that were kept before stay so.  Takes the array over.  False: no memory. */
bool gc_freeze(GcHeap *heap, Objects *objects);
void gc_unfreeze(GcHeap *heap);
size_t gc_frozen(const GcHeap *heap);

/*
 * Who watches allocation: is told of each object before it has a header, with the
 * bytes asked for.  Allocates nothing on the heap.  While there is one, each
 * allocation goes the slow way: free lists stay empty, so that compiled code and
 * gc_alloc find nothing there; when there is none it costs nothing.
 */
typedef struct GcTracer {
    void (*allocated)(void *context, Mutator *m, void *object, size_t size);
    /* It is of another size now: memory outside the heap belongs to it. */
    void (*resized)(void *context, const void *object, size_t size);
} GcTracer;
void gc_tracer_set(GcHeap *heap, const GcTracer *tracer, void *context);
/* Tells it that the object has so many bytes now, with those outside the heap. */
void gc_tell_size(const GcHeap *heap, const void *object, size_t size);

/* For the collector: marks what is frozen. */
void walk_mark_frozen(const GcHeap *heap, GcMarker *m);

#endif
