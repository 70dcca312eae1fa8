/* SPDX-License-Identifier: MIT */
/*
 * Resource: a descriptor, a library's handle or memory outside the heap, owned
 * by an object of the heap.  It is given back exactly once: by resource_close,
 * or when the collector finds the Resource dead, or when the interpreter ends.
 * An object that owns something holds a Resource in a Slot; two may share one.
 */
#ifndef ADDER_OBJECT_RESOURCE_H
#define ADDER_OBJECT_RESOURCE_H

#include "object/core/object.h"

/* Gives it back.  It may run in the middle of a collection: no Python, nothing
 * is allocated on the heap, no other object is looked at. */
typedef void (*ResourceFn)(intptr_t handle);

typedef struct Resource {
    Header h;
    intptr_t handle;      /* a number or a pointer */
    ResourceFn give_back; /* NULL: done */
    GcHeap *heap;
    size_t bytes;         /* outside the heap, as the collector counts them */
} Resource;

/* Takes over `handle`, with `bytes` bytes outside the heap.  NULL with
 * MemoryError: then it is given back already. */
Resource *resource_new(Thread *t, intptr_t handle, ResourceFn give_back,
                       size_t bytes);
/* Gives it back, unless that is done. */
void resource_close(Resource *r);
/* The caller gives it back itself. */
void resource_release(Resource *r);
static inline bool resource_is_open(const Resource *r)
{
    return r->give_back != NULL;
}
/* It has become larger or smaller.  May collect. */
void resource_resize(Thread *t, Resource *r, size_t bytes);

#endif
