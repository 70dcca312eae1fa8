/* SPDX-License-Identifier: MIT */
/* What an object refers to, as Python sees it: through arrays and tables of ours. */
#ifndef ADDER_GC_REFERENTS_H
#define ADDER_GC_REFERENTS_H

#include "gc/walk.h"
#include "object/core/object.h"

/* Values, not of the heap. */
typedef struct Referents {
    Value *items;
    size_t n, capacity;
    bool no_memory;
    GcHeap *heap;
    Objects inner; /* our own objects that are to be looked into */
} Referents;

/* Puts what `object` refers to in place of what was there: nothing for objects of
 * types that take no part in cycles. */
void referents_of(Referents *r, Header *object);
void referents_free(Referents *r);

#endif
