/* SPDX-License-Identifier: MIT */
/* The native functions behind the methods of bytes and bytearray. */
#ifndef ADDER_OBJECT_BYTES_METHODS_H
#define ADDER_OBJECT_BYTES_METHODS_H

#include "object/function/param.h"
#include "object/text/bytearray.h"
#include "object/text/bytes.h"
#include "object/text/search.h"

#define METHOD(name) NATIVE_DECLARE(bytes, name)
#define BYTES_METHOD METHOD
#define BYTEARRAY_METHOD METHOD
#include "object/text/bytes_methods.def"
#undef METHOD
#undef BYTES_METHOD
#undef BYTEARRAY_METHOD

int bytes_contains(Thread *t, Value self, Value item);
Value bytes_iterator_next(Thread *t, Value self);

/* The bytes of `self`, a bytes or bytearray. */
static inline Span bytes_self(Value self)
{
    if (value_is_bytes(self)) {
        Bytes *s = value_to_bytes(self);
        return span_of_bytes(s->data, s->len);
    }
    ByteArray *a = value_to_bytearray(self);
    return span_of_bytes(bytearray_data(a), a->len);
}
static inline Span span_of_buffer(const Buffer *b)
{
    return span_of_bytes(b->data, b->len);
}
/* A new bytes or bytearray, as self is; data NULL: zeros. */
Value bytes_like(Thread *t, Value self, const uint8_t *data, int64_t len);
/* Where the data of a bytes_like begins, to be filled. */
static inline uint8_t *bytes_fill(Value v)
{
    return (uint8_t *)(uintptr_t)bytes_self(v).data;
}
/* self if it is exactly bytes, else a copy. */
Value bytes_unchanged(Thread *t, Value self);
/* As bytes_view, by Span. */
int bytes_span(Thread *t, Value v, Span *span);

#endif
