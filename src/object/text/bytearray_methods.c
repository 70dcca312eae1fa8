/* SPDX-License-Identifier: MIT */
/* What bytearrays do and bytes do not. */
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"
#include "object/type/instance.h"
#include "object/type/object_type.h"

NATIVE_SHARED(bytes, append, 0, "Add item at the end.", (self, ByteArray),
              (arg, byte, item), (slash))
{
    if (bytearray_resize(t, self, self->len + 1) < 0)
        return NULL_VALUE;
    bytearray_data(self)[self->len - 1] = item;
    return NONE;
}

NATIVE_SHARED(bytes, clear, 0, "Remove all bytes.", (self, ByteArray), (slash))
{
    return bytearray_resize(t, self, 0) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(bytes, copy, NATIVE_READER, "A bytearray with the same bytes.",
              (self, ByteArray), (slash))
{
    return value_from_pointer(
        bytearray_new(t, bytearray_data(self), self->len));
}

NATIVE_SHARED(bytes, extend, 0,
              "Add bytes, or the ints of an iterable, at the end.",
              (self, ByteArray), (arg, object, iterable_of_ints), (slash))
{
    Value source = iterable_of_ints;
    StrBuilder b;
    strbuilder_init(&b);
    if (buffer_supported(source)) {
        Buffer lent;
        if (buffer_get(t, source, &lent, BUFFER_SIMPLE) < 0) {
            exception_take(t);
            return raise_type_error(
                t, "can't set bytearray slice from %T", source);
        }
        int done = bytes_source_add_items_of(t, &b, &lent);
        buffer_release(&lent);
        if (done < 0)
            return NULL_VALUE;
    } else if (type_of(source)->slots.iter == NULL &&
               type_of(source)->slots.getitem == NULL) {
        return raise_type_error(t, "can't extend bytearray with %T", source);
    } else if (bytes_source_add_items(t, &b, source, "byte") < 0) {
        return NULL_VALUE;
    }
    if (bytearray_splice(t, self, self->len, self->len, bytes_source_data(&b),
                         b.len) < 0)
        return NULL_VALUE;
    return NONE;
}

NATIVE_SHARED(bytes, insert, 0, "Put item before the byte at index.",
              (self, ByteArray), (arg, ssize, index), (arg, byte, item),
              (slash))
{
    int64_t i = index < 0 ? index + self->len : index;
    i = i < 0 ? 0 : i > self->len ? self->len : i;
    return bytearray_splice(t, self, i, i, &item, 1) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(bytes, pop, 0, "Remove the byte at index, and answer it.",
              (self, ByteArray), (opt, ssize, index, -1), (slash))
{
    if (self->len == 0)
        return raise_error(t, EXC(IndexError), "pop from empty bytearray");
    int64_t i = index < 0 ? index + self->len : index;
    if (i < 0 || i >= self->len)
        return raise_error(t, EXC(IndexError), "pop index out of range");
    uint8_t byte = bytearray_data(self)[i];
    if (bytearray_splice(t, self, i, i + 1, NULL, 0) < 0)
        return NULL_VALUE;
    return value_from_int(byte);
}

NATIVE_SHARED(bytes, remove, 0, "Remove the first byte that is value.",
              (self, ByteArray), (arg, byte, value), (slash))
{
    int64_t i = search_find(span_of_bytes(bytearray_data(self), self->len),
                            span_of_bytes(&value, 1));
    if (i < 0)
        return raise_value_error(t, "value not found in bytearray");
    return bytearray_splice(t, self, i, i + 1, NULL, 0) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(bytes, reverse, NATIVE_LEAF, "Turn the order of the bytes round.",
              (self, ByteArray), (slash))
{
    uint8_t *data = bytearray_data(self);
    for (int64_t i = 0, j = self->len - 1; i < j; i++, j--) {
        uint8_t c = data[i];
        data[i] = data[j];
        data[j] = c;
    }
    return NONE;
}

/* bytearray(text, 'latin-1') for old protocols, bytearray(bytes) for new. */
static Value reduce(Thread *t, Value self, int64_t protocol)
{
    TRY(state, object_state(t, self)); /* which may change self */
    Span s = bytes_self(self);
    Value args, cls = value_from_pointer(type_of(self));
    if (s.len == 0) {
        args = value_from_pointer(tuple_new(t, 0));
    } else if (protocol >= 3) {
        TRY(text, value_from_pointer(bytes_new(t, s.data, s.len)));
        args = value_from_pointer(tuple_pack(t, 1, text));
    } else {
        TRY(text, value_from_pointer(str_from_latin1(t, s.data, s.len)));
        args = value_from_pointer(tuple_pack(
            t, 2, text, value_from_pointer(str_from_c(t, "latin-1"))));
    }
    return value_from_pointer(tuple_pack(t, 3, cls, args, state));
}

NATIVE_SHARED(bytes, __reduce__, 0, "How copies and pickles make it again.",
              (self_value), (slash))
{
    return reduce(t, self, 2);
}

NATIVE_SHARED(bytes, __reduce_ex__, 0, "How copies and pickles make it again.",
              (self_value), (opt, c_int, proto, 0), (slash))
{
    return reduce(t, self, proto);
}

NATIVE_SHARED(bytes, __alloc__, NATIVE_READER,
              "The bytes that there is room for.", (self, ByteArray), (slash))
{
    return value_from_int(self->buffer->capacity);
}

NATIVE_SHARED(bytes, __sizeof__, NATIVE_READER, "The bytes of memory it takes.",
              (self, ByteArray), (slash))
{
    return value_from_int((int64_t)sizeof(ByteArray) + self->buffer->capacity);
}
