/* SPDX-License-Identifier: MIT */
/* bytearray: bytes that change, in a buffer with room at both ends. */
#ifndef ADDER_OBJECT_BYTEARRAY_H
#define ADDER_OBJECT_BYTEARRAY_H

#include "object/core/object.h"

/* What a borrower adds to ByteArray.exports; each memoryview adds 1. */
#define BYTEARRAY_BORROW (INT64_C(1) << 32)

/* data NULL: zeros; NULL when out of memory. */
ByteArray *bytearray_new(Thread *t, const uint8_t *data, int64_t len);
static inline uint8_t *bytearray_data(const ByteArray *a)
{
    return a->buffer->data + a->start;
}
static inline bool value_is_bytearray(Value v)
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_BYTEARRAY);
}
/* Sets the length (new bytes are zero): 0, or -1 with BufferError while its
 * memory is lent, or MemoryError. */
int bytearray_resize(Thread *t, ByteArray *a, int64_t len);
/* a[start:stop] = data; data may be part of a. */
int bytearray_splice(Thread *t, ByteArray *a, int64_t start, int64_t stop,
                     const uint8_t *data, int64_t n);

#endif
