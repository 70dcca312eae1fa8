/* SPDX-License-Identifier: MIT */
/*
 * Iterators over str, bytes, bytearray and memoryview: a Record whose slot 0
 * is the sequence (UNBOUND at the end) and whose word 0 the next index.
 */
#ifndef ADDER_OBJECT_SEQ_VIEW_H
#define ADDER_OBJECT_SEQ_VIEW_H

#include "object/core/object.h"

Value seq_view_new(Thread *t, uint32_t shape, Value sequence);
/* __length_hint__, __reduce__ and __setstate__. */
extern const NativeDef *const seq_view_methods[];

#endif
