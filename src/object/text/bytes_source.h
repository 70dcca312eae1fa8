/* SPDX-License-Identifier: MIT */
/* What bytes() and bytearray() are made of. */
#ifndef ADDER_OBJECT_BYTES_SOURCE_H
#define ADDER_OBJECT_BYTES_SOURCE_H

#include "object/text/buffer.h"
#include "object/text/str.h"

/*
 * Adds the bytes that a constructor's arguments stand for (source UNBOUND,
 * encoding and errors NULL when left out); the builder is one of width 1.
 * `range` is what an item out of range is called.  0 or -1
 */
int bytes_source_add(Thread *t, StrBuilder *b, Value source,
                     const char *encoding, const char *errors,
                     const char *type_name, const char *range);
/* Adds the items of an iterable of ints. */
int bytes_source_add_items(Thread *t, StrBuilder *b, Value iterable,
                           const char *range);
/* Adds the bytes of an object that lends memory, whatever its strides. */
int bytes_source_add_buffer(Thread *t, StrBuilder *out, Value v);
/* Adds the items of borrowed memory in C order. */
int bytes_source_add_items_of(Thread *t, StrBuilder *out, const Buffer *b);

static inline const uint8_t *bytes_source_data(const StrBuilder *b)
{
    return b->len == 0 ? (const uint8_t *)"" : b->data->data;
}

#endif
