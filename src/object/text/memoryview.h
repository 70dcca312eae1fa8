/* SPDX-License-Identifier: MIT */
/* memoryview: a window on the memory of another object. */
#ifndef ADDER_OBJECT_MEMORYVIEW_H
#define ADDER_OBJECT_MEMORYVIEW_H

#include "object/text/buffer.h"

/* A view of v's memory: null with TypeError if it lends none. */
Value memoryview_new(Thread *t, Value v);
Value memoryview_release(Thread *t, Value v);
/* buffer_get and buffer_release of memoryviews. */
int memoryview_borrow(Thread *t, Value v, Buffer *b, unsigned flags);
void memoryview_return(Buffer *b);
/* How many views of a bytearray are alive and not released. */
int64_t memoryview_count(Thread *t, const void *owner);

#endif
