/* SPDX-License-Identifier: MIT */
/* Iterators over str, bytes, bytearray and memoryview. */
#ifndef ADDER_OBJECT_SEQ_VIEW_H
#define ADDER_OBJECT_SEQ_VIEW_H

#include "object/core/object.h"
#include "object/core/record.h"

typedef struct SeqView {
    RECORD_HEAD(int64_t index;) /* of the item to be answered next */
    Slot sequence;              /* UNBOUND at the end */
} SeqView;

Value seq_view_new(Thread *t, uint32_t shape, Value sequence);
/* __length_hint__, __reduce__ and __setstate__. */
extern const NativeDef *const seq_view_methods[];

#endif
