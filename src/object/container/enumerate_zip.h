/* SPDX-License-Identifier: MIT */
/* enumerate, zip, map and filter; and what iterators over several iterables
 * share. */
#ifndef ADDER_OBJECT_ENUMERATE_ZIP_H
#define ADDER_OBJECT_ENUMERATE_ZIP_H

#include "object/core/object.h"

/* A tuple of iter(v) of n values; NULL on error. */
Tuple *iterators_new(Thread *t, const Value *values, int64_t n);
/* The next items of all: 1; 0 and *ended when one has come to its end; -1 */
int iterators_next(Thread *t, Tuple *iterators, Tuple *items, int64_t *ended);

#endif
