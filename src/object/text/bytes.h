/* SPDX-License-Identifier: MIT */
/* bytes and bytearray. */
#ifndef ADDER_OBJECT_BYTES_H
#define ADDER_OBJECT_BYTES_H

#include <stddef.h>
#include "object/core/cast.h"
#include "object/core/object.h"

/* data NULL: zeros */
Bytes *bytes_new(Thread *t, const uint8_t *data, int64_t len);
/* Bytes that nobody has seen yet, cut to `len`. */
Value bytes_cut(Thread *t, Bytes *s, int64_t len);
/* Makes the runtime's empty bytes. */
void bytes_init(Thread *t);
static inline bool value_is_bytes(Value v) /* bytes or subclass */
{
    return value_is_pointer(v) && type_has_flag(v, TYPE_IS_BYTES);
}
/* An instance of bytes or its subclass cls. */
Value bytes_new_as(Thread *t, Type *cls, const uint8_t *data, int64_t len);
/* What bytes(v) of an object with __bytes__ is; UNBOUND if it has none. */
Value bytes_from_dunder(Thread *t, Value v);
/* The quoted text of bytes, with `before` and `after` around it. */
Str *bytes_repr(Thread *t, const uint8_t *data, int64_t len,
                const char *before, const char *after);
/* bytes.hex(): sep UNBOUND is none; it goes between groups of `every` bytes,
 * from the right, if negative from the left. */
Value bytes_hex(Thread *t, const uint8_t *data, int64_t len, Value sep,
                int64_t every);
/* The same as bytes, which sep may be any of. */
Value bytes_hexlify(Thread *t, const uint8_t *data, int64_t len, Value sep,
                    int64_t every);
/* The bytes of bytes, bytearray, memoryview (buffer protocol); the pointer is
 * good until Python runs.  0, or -1 with TypeError "a bytes-like object is
 * required, not 'X'". */
int bytes_view(Thread *t, Value v, const uint8_t **data, int64_t *len);
/* bytes.decode and str.encode; NULL encoding is utf-8, NULL errors strict. */
Value bytes_decode(Thread *t, const uint8_t *data, int64_t len,
                   const char *encoding, const char *errors);
Value str_encode(Thread *t, Str *s, const char *encoding, const char *errors);

#endif
