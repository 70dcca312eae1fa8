/* SPDX-License-Identifier: MIT */
/* Whether the heap is what the collector thinks it is: see heap_check.c. */
#ifndef ADDER_GC_HEAP_CHECK_H
#define ADDER_GC_HEAP_CHECK_H

#include "gc/heap.h"

/* False, with a sentence in `why`, when a block, a cell, a list or a table
 * breaks a rule.  Not while a collection runs. */
bool heap_check(const GcHeap *heap, char *why, size_t size);
/* Ends the process with the sentence. */
void heap_check_or_die(const GcHeap *heap);
/* From now on headers are right only if `fn` says so, too: what shapes and
 * kinds go together is known above. */
void heap_check_headers_with(bool (*fn)(const Header *h));

#endif
