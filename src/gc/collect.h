/* SPDX-License-Identifier: MIT */
/* Collecting, as the allocator sees it. */
#ifndef ADDER_GC_COLLECT_H
#define ADDER_GC_COLLECT_H

#include "gc/heap.h"

/* Sets when the first collection is due. */
void collect_init(GcHeap *heap);
/* Collects, if it is time to, before `size` bytes are allocated. */
void collect_if_due(Mutator *m, size_t size);

#endif
