/* SPDX-License-Identifier: MIT */
/* What bytearrays do and bytes do not. */
#include <string.h>
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/number/int.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"
#include "object/type/instance.h"
#include "object/function/param.h"

static inline ByteArray *self_of(Value *args)
{
    return value_to_pointer(args[0]);
}

NATIVE_RAW_SHARED(bytes, append, 0, NULL,
                  (self_value), (arg, object, item), (slash))
{
    ByteArray *a = self_of(args);
    uint8_t byte;
    if (arg_byte(t, args[1], "byte", &byte) < 0 ||
        bytearray_resize(t, a, a->len + 1) < 0)
        return NULL_VALUE;
    bytearray_data(a)[a->len - 1] = byte;
    return NONE;
}

NATIVE_RAW_SHARED(bytes, clear, 0, NULL, (self_value), (slash))
{
    return bytearray_resize(t, self_of(args), 0) < 0 ? NULL_VALUE : NONE;
}

NATIVE_SHARED(bytes, copy, 0, NULL, (self_value), (slash))
{
    Span s = bytes_self(self);
    return value_from_pointer(bytearray_new(t, s.data, s.len));
}

NATIVE_RAW_SHARED(bytes, extend, 0, NULL,
                  (self_value), (arg, object, iterable_of_ints), (slash))
{
    ByteArray *a = self_of(args);
    StrBuilder b;
    strbuilder_init(&b);
    if (buffer_supported(args[1])) {
        if (bytes_source_add_buffer(t, &b, args[1]) < 0)
            return NULL_VALUE;
    } else if (type_of(args[1])->slots.iter == NULL &&
               type_of(args[1])->slots.getitem == NULL) {
        return raise_type_error(t, "can't extend bytearray with %T", args[1]);
    } else if (bytes_source_add_items(t, &b, args[1], "byte") < 0) {
        return NULL_VALUE;
    }
    if (bytearray_splice(t, a, a->len, a->len, bytes_source_data(&b), b.len) <
        0)
        return NULL_VALUE;
    return NONE;
}

NATIVE_RAW_SHARED(bytes, insert, 0, NULL,
                  (self_value), (arg, object, index), (arg, object, item),
                  (slash))
{
    ByteArray *a = self_of(args);
    int64_t i;
    uint8_t byte;
    if (sequence_int_argument(t, args[1], &i) < 0 ||
        arg_byte(t, args[2], "byte", &byte) < 0)
        return NULL_VALUE;
    if (i < 0)
        i += a->len;
    i = i < 0 ? 0 : i > a->len ? a->len : i;
    return bytearray_splice(t, a, i, i, &byte, 1) < 0 ? NULL_VALUE : NONE;
}

NATIVE_RAW_SHARED(bytes, pop, 0, NULL,
                  (self_value), (opt, object, index, -1), (slash))
{
    ByteArray *a = self_of(args);
    int64_t i;
    uint8_t byte;
    if (sequence_int_argument(t, args[1], &i) < 0)
        return NULL_VALUE;
    if (a->len == 0)
        return raise_error(t, EXC(IndexError), "pop from empty bytearray");
    if (i < 0)
        i += a->len;
    if (i < 0 || i >= a->len)
        return raise_error(t, EXC(IndexError), "pop index out of range");
    byte = bytearray_data(a)[i];
    if (bytearray_splice(t, a, i, i + 1, NULL, 0) < 0)
        return NULL_VALUE;
    return value_from_int(byte);
}

NATIVE_RAW_SHARED(bytes, remove, 0, NULL,
                  (self_value), (arg, object, value), (slash))
{
    ByteArray *a = self_of(args);
    uint8_t byte;
    int64_t i;
    if (arg_byte(t, args[1], "byte", &byte) < 0)
        return NULL_VALUE;
    i = search_find(bytes_self(args[0]), span_of_bytes(&byte, 1));
    if (i < 0)
        return raise_value_error(t, "value not found in bytearray");
    return bytearray_splice(t, a, i, i + 1, NULL, 0) < 0 ? NULL_VALUE : NONE;
}

NATIVE_RAW_SHARED(bytes, reverse, 0, NULL, (self_value), (slash))
{
    ByteArray *a = self_of(args);
    uint8_t *data = bytearray_data(a);
    for (int64_t i = 0, j = a->len - 1; i < j; i++, j--) {
        uint8_t c = data[i];
        data[i] = data[j];
        data[j] = c;
    }
    return NONE;
}

/* bytearray(text, 'latin-1') for old protocols, bytearray(bytes) for new. */
static Value reduce(Thread *t, Value self, int64_t protocol)
{
    Span s = bytes_self(self);
    Dict *dict = object_dict(t, self);
    Value state = dict != NULL ? value_from_pointer(dict) : NONE;
    Value text, args, cls = value_from_pointer(type_of(self));
    if (t->exc.bits != 0)
        return NULL_VALUE;
    if (protocol >= 3) {
        text = value_from_pointer(bytes_new(t, s.data, s.len));
        args = value_from_pointer(tuple_pack(t, 1, text));
    } else {
        text = value_from_pointer(str_from_latin1(t, s.data, s.len));
        args = value_from_pointer(tuple_pack(
            t, 2, text, value_from_pointer(str_from_c(t, "latin-1"))));
    }
    if (value_is_null(text))
        return NULL_VALUE;
    return value_from_pointer(tuple_pack(t, 3, cls, args, state));
}

NATIVE_SHARED(bytes, __reduce__, 0, NULL, (self_value), (slash))
{
    return reduce(t, self, 2);
}

NATIVE_SHARED(bytes, __reduce_ex__, 0, NULL,
              (self_value), (opt, object, proto, 0), (slash))
{
    int64_t protocol;
    if (sequence_int_argument(t, proto, &protocol) < 0)
        return NULL_VALUE;
    return reduce(t, self, protocol);
}

NATIVE_RAW_SHARED(bytes, __alloc__, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return value_from_int(self_of(args)->buffer->capacity);
}

NATIVE_RAW_SHARED(bytes, __sizeof__, NATIVE_LEAF, NULL, (self_value), (slash))
{
    return value_from_int((int64_t)sizeof(ByteArray) +
                          self_of(args)->buffer->capacity);
}
