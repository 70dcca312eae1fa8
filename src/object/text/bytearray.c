/* SPDX-License-Identifier: MIT */
/*
 * bytearray: the buffer, the type and its slots.  The bytes lie at `start` of
 * the buffer, so that taking bytes off the front moves none; a buffer is never
 * shared by two bytearrays.
 */
#include "object/text/bytearray.h"

#include <string.h>
#include "object/container/seq_view.h"
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/function/arg.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_warning.h"
#include "object/text/bytes_source.h"
#include "object/text/memoryview.h"
#include "object/text/str_modulo.h"
#include "object/type/instance.h"

static void trace(void *object, GcMarker *m)
{
    ByteArray *a = object;
    ASSERT(a->buffer == NULL || a->start + a->len <= a->buffer->capacity);
    gc_mark_object(m, a->buffer);
}

const GcKind bytearray_kind = {.name = "bytearray", .trace = trace};

static Blob *buffer_new(Thread *t, int64_t capacity)
{
    ASSERT(capacity >= 0);
    Blob *b = capacity > INT64_MAX / 2
                  ? NULL
                  : gc_alloc_large(t, sizeof(Blob) + (size_t)capacity,
                                   KIND_BLOB, SHAPE_RAW);
    if (b == NULL)
        return value_to_pointer(raise_no_memory(t));
    b->capacity = capacity;
    return b;
}

/* The object with an empty buffer; also of subclasses. */
static ByteArray *alloc(Thread *t, Type *cls, int64_t capacity)
{
    ASSERT(cls->kind == KIND_BYTEARRAY);
    Blob *buffer = buffer_new(t, capacity);
    ByteArray *a;
    if (buffer == NULL)
        return NULL;
    a = instance_new_fixed(t, cls);
    a->len = a->start = a->exports = 0;
    FIELD_SET(a, buffer, buffer);
    return a;
}

ByteArray *bytearray_new(Thread *t, const uint8_t *data, int64_t len)
{
    ASSERT(len >= 0);
    ByteArray *a = alloc(t, &type_bytearray, len);
    if (a == NULL)
        return NULL;
    a->len = len;
    if (data != NULL)
        memcpy(a->buffer->data, data, (size_t)len);
    return a;
}

static int check_exports(Thread *t, ByteArray *a)
{
    ASSERT(a->exports >= 0);
    if (a->exports > 0 && a->exports < BYTEARRAY_BORROW) {
        gc_collect(&t->gc); /* views may have died without release() */
        a->exports = memoryview_count(t, a);
    }
    if (a->exports > 0)
        return RAISE_INT(raise_error(
            t, EXC(BufferError),
            "Existing exports of data: object cannot be re-sized"));
    return 0;
}

/* Gives the buffer room for `len` bytes at a->start. */
static int reserve(Thread *t, ByteArray *a, int64_t len)
{
    Blob *old = a->buffer, *new;
    ASSERT(a->start >= 0 && a->len >= 0 && a->start + a->len <= old->capacity);
    if (a->start + len <= old->capacity)
        return 0;
    if (len <= old->capacity && a->start >= old->capacity / 2) {
        memmove(old->data, old->data + a->start, (size_t)a->len);
        a->start = 0;
        return 0;
    }
    if (len > INT64_MAX / 2)
        return RAISE_INT(raise_no_memory(t));
    new = buffer_new(t, len + (len >> 3) + 16);
    if (new == NULL)
        return -1;
    memcpy(new->data, old->data + a->start, (size_t)a->len);
    a->start = 0;
    FIELD_SET(a, buffer, new);
    return 0;
}

int bytearray_resize(Thread *t, ByteArray *a, int64_t len)
{
    ASSERT(len >= 0);
    if (len == a->len)
        return 0;
    if (check_exports(t, a) < 0 || (len > a->len && reserve(t, a, len) < 0))
        return -1;
    if (len > a->len)
        memset(bytearray_data(a) + a->len, 0, (size_t)(len - a->len));
    a->len = len;
    if (len == 0)
        a->start = 0;
    if (len < a->buffer->capacity / 4 && a->buffer->capacity > 1024) {
        Blob *smaller = buffer_new(t, len + 16);
        if (smaller == NULL)
            return -1;
        memcpy(smaller->data, bytearray_data(a), (size_t)len);
        a->start = 0;
        FIELD_SET(a, buffer, smaller);
    }
    return 0;
}

int bytearray_splice(Thread *t, ByteArray *a, int64_t start, int64_t stop,
                     const uint8_t *data, int64_t n)
{
    ASSERT(0 <= start && start <= stop && stop <= a->len && n >= 0);
    int64_t more = n - (stop - start), tail = a->len - stop;
    Blob *keep_alive = a->buffer;
    uint8_t *to = bytearray_data(a);
    if (n > 0 && data < to + a->len && data + n > to) {
        Bytes *copy = bytes_new(t, data, n); /* a part of the array itself */
        int done;
        if (copy == NULL)
            return -1;
        done = bytearray_splice(t, a, start, stop, copy->data, n);
        KEEP(copy);
        return done;
    }
    if (more != 0 && check_exports(t, a) < 0)
        return -1;
    if (more < 0 && start == 0) { /* off the front: nothing moves */
        a->start -= more;
        a->len += more;
    } else if (more < 0) {
        memmove(to + start + n, to + stop, (size_t)tail);
        if (bytearray_resize(t, a, a->len + more) < 0)
            return -1;
    } else if (more > 0) {
        if (bytearray_resize(t, a, a->len + more) < 0)
            return -1;
        to = bytearray_data(a);
        memmove(to + start + n, to + stop, (size_t)tail);
    }
    ASSERT(a->start + a->len <= a->buffer->capacity && start + n <= a->len);
    if (n > 0)
        memcpy(bytearray_data(a) + start, data, (size_t)n);
    if (a->len == 0)
        a->start = 0;
    KEEP(keep_alive);
    return 0;
}

/* --- construction --- */

/* (cls, *args, **kwargs): what they say is __init__'s. */
static Value new(Thread *t, Type *cls, Value *args, int64_t n, Tuple *kwnames)
{
    (void)args;
    (void)n;
    (void)kwnames;
    return value_from_pointer(alloc(t, cls, 0));
}

INITIALIZER(bytearray, 0, (self, ByteArray), (maybe, object, source),
            (maybe, c_string, encoding), (maybe, c_string, errors))
{
    StrBuilder b;
    strbuilder_init(&b);
    if (bytes_source_add(t, &b, source, encoding, errors, "bytearray", "byte") <
            0 ||
        bytearray_splice(t, self, 0, self->len, bytes_source_data(&b), b.len) <
            0)
        return NULL_VALUE;
    return NONE;
}

/* --- slots --- */

static Value repr(Thread *t, Value self)
{
    Span s = bytes_self(self);
    char before[200];
    const char *name = type_name(type_of(self));
    size_t n = strlen(name) < 190 ? strlen(name) : 190;
    memcpy(before, name, n);
    memcpy(before + n, "(b", 3);
    return value_from_pointer(bytes_repr(t, s.data, s.len, before, ")"));
}

static Value str(Thread *t, Value self)
{
    return bytes_warn_str(t, "bytearray") < 0 ? NULL_VALUE : repr(t, self);
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    Span x, y;
    int order;
    if (!buffer_supported(a) || !buffer_supported(b))
        return bytes_warn_compare(t, "bytearray", b, op) < 0 ? NULL_VALUE
                                                             : NOT_IMPLEMENTED;
    if (bytes_span(t, a, &x) < 0 || bytes_span(t, b, &y) < 0)
        return NULL_VALUE;
    order = memcmp(x.data, y.data, (size_t)(x.len < y.len ? x.len : y.len));
    return order != 0 ? sequence_compare_lengths(order, 0, op)
                      : sequence_compare_lengths(x.len, y.len, op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_bytearray(self)->len;
}

static Value getitem(Thread *t, Value self, Value key)
{
    ByteArray *a = value_to_bytearray(self), *part;
    int64_t i, stop, step, count;
    if (!value_is_slice(key)) {
        if (sequence_index(t, key, "bytearray", &i) < 0)
            return NULL_VALUE;
        if (i < 0)
            i += a->len;
        if (i < 0 || i >= a->len)
            return raise_error(t, EXC(IndexError),
                               "bytearray index out of range");
        return value_from_int(bytearray_data(a)[i]);
    }
    if (slice_unpack(t, value_to_pointer(key), &i, &stop, &step) < 0)
        return NULL_VALUE;
    count = slice_fit(a->len, &i, &stop, step);
    part = bytearray_new(t, NULL, count);
    if (part == NULL)
        return NULL_VALUE;
    for (int64_t k = 0; k < count; k++)
        part->buffer->data[k] = bytearray_data(a)[i + k * step];
    return value_from_pointer(part);
}

/* The bytes to assign to a slice. */
static int slice_source(Thread *t, Value value, StrBuilder *b)
{
    strbuilder_init(b);
    if (buffer_supported(value))
        return bytes_source_add_buffer(t, b, value);
    if (type_of(value)->slots.index != NULL || value_is_str(value) ||
        (type_of(value)->slots.iter == NULL &&
         type_of(value)->slots.getitem == NULL))
        return RAISE_INT(raise_type_error(
            t, "can assign only bytes, buffers, or iterables of ints in "
               "range(0, 256)"));
    return bytes_source_add_items(t, b, value, "byte");
}

static int delete_extended(Thread *t, ByteArray *a, int64_t start,
                           int64_t step, int64_t count)
{
    uint8_t *data = bytearray_data(a);
    int64_t to = 0, left = count;
    if (count == 0)
        return 0;
    if (check_exports(t, a) < 0)
        return -1;
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    for (int64_t i = 0; i < a->len; i++)
        if (left > 0 && i >= start && (i - start) % step == 0)
            left--;
        else
            data[to++] = data[i];
    return bytearray_resize(t, a, to);
}

static int set_slice(Thread *t, ByteArray *a, Slice *slice, Value value)
{
    int64_t start, stop, step, count;
    StrBuilder b;
    strbuilder_init(&b);
    if (!value_is_null(value) && slice_source(t, value, &b) < 0)
        return -1;
    if (slice_unpack(t, slice, &start, &stop, &step) < 0)
        return -1;
    count = slice_fit(a->len, &start, &stop, step);
    if (step == 1)
        return bytearray_splice(t, a, start, start + count,
                                bytes_source_data(&b), b.len);
    if (b.len == 0)
        return delete_extended(t, a, start, step, count);
    if (b.len != count)
        return RAISE_INT(raise_value_error(
            t, "attempt to assign bytes of size %l to extended slice of size "
               "%l", b.len, count));
    for (int64_t k = 0; k < count; k++)
        bytearray_data(a)[start + k * step] = bytes_source_data(&b)[k];
    return 0;
}

static int setitem(Thread *t, Value self, Value key, Value value)
{
    ByteArray *a = value_to_bytearray(self);
    uint8_t byte;
    int64_t i;
    if (value_is_slice(key))
        return set_slice(t, a, value_to_pointer(key), value);
    if (sequence_index(t, key, "bytearray", &i) < 0)
        return -1;
    if (!value_is_null(value) && arg_byte(t, value, "byte", &byte) < 0)
        return -1;
    if (i < 0)
        i += a->len;
    if (i < 0 || i >= a->len)
        return RAISE_INT(raise_error(t, EXC(IndexError),
                                     "bytearray index out of range"));
    if (value_is_null(value))
        return bytearray_splice(t, a, i, i + 1, NULL, 0);
    bytearray_data(a)[i] = byte;
    return 0;
}

static Value add(Thread *t, Value a, Value b)
{
    Span x, y;
    ByteArray *sum;
    BinaryFn other = type_of(b)->slots.add;
    if (!value_is_bytearray(a))
        return NOT_IMPLEMENTED;
    if (!buffer_supported(b)) {
        if (other != NULL && other != add) {
            TRY(v, other(t, a, b));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
        }
        return raise_type_error(t, "can't concat %T to %T", b, a);
    }
    if (bytes_span(t, a, &x) < 0 || bytes_span(t, b, &y) < 0)
        return NULL_VALUE;
    sum = bytearray_new(t, NULL, x.len + y.len);
    if (sum == NULL)
        return NULL_VALUE;
    memcpy(sum->buffer->data, x.data, (size_t)x.len);
    memcpy(sum->buffer->data + x.len, y.data, (size_t)y.len);
    KEEP(value_to_pointer(b));
    return value_from_pointer(sum);
}

static Value iadd(Thread *t, Value self, Value other)
{
    ByteArray *a = value_to_bytearray(self);
    Span s;
    if (!buffer_supported(other))
        return raise_type_error(t, "can't concat %T to %T", other, self);
    if (bytes_span(t, other, &s) < 0 ||
        bytearray_splice(t, a, a->len, a->len, s.data, s.len) < 0)
        return NULL_VALUE;
    KEEP(value_to_pointer(other));
    return self;
}

static int fill_repeated(Thread *t, ByteArray *to, int64_t unit, int64_t times)
{
    int64_t total;
    if (times < 0)
        times = 0;
    if (__builtin_mul_overflow(unit, times, &total))
        return RAISE_INT(raise_no_memory(t));
    if (bytearray_resize(t, to, total) < 0)
        return -1;
    for (int64_t at = unit; at < total; at += unit)
        memcpy(bytearray_data(to) + at, bytearray_data(to), (size_t)unit);
    return 0;
}

static Value mul(Thread *t, Value a, Value b)
{
    Value answer;
    int64_t times;
    Span s;
    ByteArray *result;
    if (!value_is_bytearray(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (sequence_times(t, a, b, mul, &times, &answer) == 0)
        return answer;
    s = bytes_self(a);
    result = bytearray_new(t, s.data, s.len);
    if (result == NULL || fill_repeated(t, result, s.len, times) < 0)
        return NULL_VALUE;
    return value_from_pointer(result);
}

static Value imul(Thread *t, Value self, Value other)
{
    ByteArray *a = value_to_bytearray(self);
    Value answer;
    int64_t times;
    if (sequence_times(t, self, other, mul, &times, &answer) == 0)
        return answer;
    return fill_repeated(t, a, a->len, times) < 0 ? NULL_VALUE : self;
}

static Value mod(Thread *t, Value a, Value b)
{
    Span s;
    Str *text;
    if (!value_is_bytearray(a))
        return NOT_IMPLEMENTED;
    s = bytes_self(a);
    text = bytes_modulo(t, s.data, s.len, b);
    if (text == NULL)
        return NULL_VALUE;
    return value_from_pointer(bytearray_new(t, text->data, text->len));
}

static Value iter(Thread *t, Value self)
{
    return seq_view_new(t, SHAPE_BYTEARRAY_ITERATOR, self);
}

static const NativeDef *const methods[] = {
#define METHOD(name) &bytes_##name##_native,
#define BYTES_METHOD(name)
#define BYTEARRAY_METHOD METHOD
#include "object/text/bytes_methods.def"
#undef METHOD
#undef BYTES_METHOD
#undef BYTEARRAY_METHOD
    NULL,
};

Type type_bytearray = {
    TYPE_HEAD(BYTEARRAY),
    .c_name = "bytearray",
    .c_doc = "A mutable sequence of bytes.\n\n"
             "bytearray(iterable of ints), bytearray(text, encoding[, "
             "errors]),\nbytearray(bytes-like object), bytearray(length), "
             "bytearray()",
    .type_flags = TYPE_BASE | TYPE_IS_BYTEARRAY,
    .kind = KIND_BYTEARRAY,
    .instance_size = sizeof(ByteArray),
    .initializer = &bytearray_init_native,
    .methods = methods,
    .slots = {.new = new, .repr = repr, .str = str, .compare = compare,
              .len = len, .contains = bytes_contains, .getitem = getitem,
              .setitem = setitem, .add = add, .iadd = iadd, .mul = mul,
              .imul = imul, .mod = mod, .iter = iter},
};

Type type_bytearray_iterator = {
    TYPE_HEAD(BYTEARRAY_ITERATOR),
    .c_name = "bytearray_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(SeqView),
    .methods = seq_view_methods,
    .slots = {.iter = sequence_self, .next = bytes_iterator_next},
};
