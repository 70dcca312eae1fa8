/* SPDX-License-Identifier: MIT */
/*
 * What lies outside the heap and belongs to objects, or refers to them:
 * compiled code, memory and descriptors of libraries, counted references.
 */
#ifndef ADDER_GC_OUTSIDE_H
#define ADDER_GC_OUTSIDE_H

#include "gc/heap.h"

/*
 * Who knows objects without keeping them alive is told when all that live are
 * marked and nothing is freed yet.  Only then may it ask gc_is_live, and it
 * must forget what is not.
 */
typedef void (*GcMarkedFn)(void *context);
void gc_marked_register(GcHeap *heap, GcMarkedFn fn, void *context);
bool gc_is_live(const void *object);

/* Collects soon: much has been allocated that objects own. */
void gc_request(Mutator *m);

/*
 * Bytes outside the heap that objects own: they count like the heap's when it
 * is decided whether to collect.  Growing may collect.
 */
void gc_outside_grow(Mutator *m, size_t bytes);
void gc_outside_shrink(GcHeap *heap, size_t bytes);

/*
 * Has `dispose` called once when `object` is found dead, or when the heap is
 * freed, whichever is first: it gives back what the object owns outside the
 * heap.  It is called in the middle of a collection: it neither allocates nor
 * looks at other objects.  False when there is no memory to remember it.
 */
typedef void (*GcDisposeFn)(void *object);
bool gc_dispose_add(Mutator *m, void *object, GcDisposeFn dispose);

/*
 * Counted references: while there is one, the object is a root, and has
 * OBJECT_COUNTED.  Objects outside the heap are not counted: they always live.
 * gc_count_add answers false when there is no memory to count it;
 * gc_count_drop how many are left.
 */
bool gc_count_add(Mutator *m, void *object);
size_t gc_count_drop(Mutator *m, void *object);
size_t gc_count_of(const Mutator *m, const void *object);

#endif
