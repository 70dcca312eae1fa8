/* SPDX-License-Identifier: MIT */
/* The arguments of bytes() and bytearray(). */
#include "object/text/bytes_source.h"

#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/number/int.h"
#include "object/text/buffer.h"
#include "object/text/bytes.h"

static int add_item(Thread *t, StrBuilder *b, Value v, const char *range)
{
    uint8_t byte;
    if (value_is_int(v) && (uint64_t)value_to_int(v) < 256)
        return strbuilder_add_char(t, b, (uint32_t)value_to_int(v));
    if (arg_byte(t, v, range, &byte) < 0)
        return -1;
    return strbuilder_add_char(t, b, byte);
}

int bytes_source_add_items(Thread *t, StrBuilder *b, Value iterable,
                           const char *range)
{
    Value it, v;
    if (value_has_shape(iterable, SHAPE_LIST)) { /* no __iter__ of its own */
        List *l = value_to_list(iterable);
        for (int64_t i = 0; i < l->len; i++)
            if (add_item(t, b, list_get(l, i), range) < 0)
                return -1;
        return 0;
    }
    it = object_iter(t, iterable);
    if (value_is_null(it))
        return -1;
    for (;;) {
        v = object_next(t, it);
        if (value_is_null(v))
            return -1;
        if (value_is_unbound(v))
            return 0;
        if (add_item(t, b, v, range) < 0)
            return -1;
    }
}

/* Dimension `dim` of a buffer with gaps, row by row. */
static int add_strided(Thread *t, StrBuilder *out, const Buffer *b, int dim,
                       const uint8_t *at)
{
    if (dim == b->ndim)
        return strbuilder_add_data(t, out, at, 1, b->itemsize);
    for (int64_t i = 0; i < b->shape[dim]; i++)
        if (add_strided(t, out, b, dim + 1, buffer_step(b, at, dim, i)) < 0)
            return -1;
    return 0;
}

int bytes_source_add_items_of(Thread *t, StrBuilder *out, const Buffer *b)
{
    return buffer_is_contiguous(b, 'C')
               ? strbuilder_add_data(t, out, b->data, 1, b->len)
               : add_strided(t, out, b, 0, b->data);
}

int bytes_source_add_buffer(Thread *t, StrBuilder *out, Value v)
{
    Buffer b;
    if (buffer_get(t, v, &b, BUFFER_INDIRECT) < 0)
        return -1;
    int done = bytes_source_add_items_of(t, out, &b);
    buffer_release(&b);
    return done;
}

static int add_encoded(Thread *t, StrBuilder *b, Value source,
                       const char *encoding, const char *errors)
{
    if (value_is_unbound(source) || !value_is_str(source))
        return RAISE_INT(raise_type_error(
            t, encoding != NULL ? "encoding without a string argument"
                                : "errors without a string argument"));
    if (encoding == NULL)
        return RAISE_INT(
            raise_type_error(t, "string argument without an encoding"));
    Value v = str_encode(t, value_to_str(source), encoding, errors);
    return value_is_null(v) ? -1 : bytes_source_add_buffer(t, b, v);
}

static int add_zeros(Thread *t, StrBuilder *b, Value source)
{
    int64_t n;
    Value count = object_index(t, source);
    if (value_is_null(count))
        return -1;
    if (!int_to_int64(count, &n))
        return RAISE_INT(
            raise_error(t, EXC(OverflowError),
                        "cannot fit '%T' into an index-sized integer",
                        source));
    if (n < 0)
        return RAISE_INT(raise_value_error(t, "negative count"));
    return strbuilder_add_fill(t, b, 0, n);
}

int bytes_source_add(Thread *t, StrBuilder *b, Value source,
                     const char *encoding, const char *errors,
                     const char *type_name, const char *range)
{
    if (encoding != NULL || errors != NULL)
        return add_encoded(t, b, source, encoding, errors);
    if (value_is_unbound(source))
        return 0;
    if (value_is_str(source))
        return RAISE_INT(
            raise_type_error(t, "string argument without an encoding"));
    if (type_of(source)->slots.index != NULL)
        return add_zeros(t, b, source);
    if (buffer_supported(source))
        return bytes_source_add_buffer(t, b, source);
    if (type_of(source)->slots.iter == NULL &&
        type_of(source)->slots.getitem == NULL)
        return RAISE_INT(raise_type_error(
            t, "cannot convert '%T' object to %s", source, type_name));
    return bytes_source_add_items(t, b, source, range);
}
