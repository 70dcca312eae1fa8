/* SPDX-License-Identifier: MIT */
/* range and slice. */
#ifndef ADDER_OBJECT_RANGE_H
#define ADDER_OBJECT_RANGE_H

#include "object/core/object.h"

Value range_new(Thread *t, Value start, Value stop, Value step);
Slice *slice_new(Thread *t, Value start, Value stop, Value step);
/* The parts of a slice as they were given, and fitted to a length, which gives
 * the number of items selected.  Two steps, for __index__ may change what is
 * sliced. */
int slice_unpack(Thread *t, Slice *s, int64_t *start, int64_t *stop,
                 int64_t *step);
int64_t slice_fit(int64_t len, int64_t *start, int64_t *stop, int64_t step);
/* slice.indices(len): 0 or -1; *count is the number of items selected. */
int slice_indices(Thread *t, Slice *s, int64_t len, int64_t *start,
                  int64_t *stop, int64_t *step, int64_t *count);

/* slice.indices for lengths of any size; all are int objects.  0 or -1 */
int slice_indices_of_ints(Thread *t, Slice *s, Value len, Value *start,
                          Value *stop, Value *step);
/* iter(range) */
Value range_iter_new(Thread *t, Value self);

#endif
