/* SPDX-License-Identifier: MIT */
/* bytes: construction, the type and its slots. */
#include "object/text/bytes.h"

#include <string.h>
#include "base/limits.h"
#include "object/container/seq_view.h"
#include "object/container/sequence.h"
#include "object/error/raise.h"
#include "object/function/param.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_warning.h"
#include "object/text/bytes_source.h"
#include "object/text/search.h"
#include "object/text/str.h"
#include "object/text/str_modulo.h"

enum { LARGE = LIMIT_LARGE_TEXT }; /* from here on allocation may be refused */

const GcKind bytes_kind = {.name = "bytes"};

Bytes *bytes_new(Thread *t, const uint8_t *data, int64_t len)
{
    ASSERT(len >= 0);
    size_t size = sizeof(Bytes) + (size_t)len + 1;
    Bytes *s;
    if (len == 0 && t->rt->empty_bytes != NULL)
        return t->rt->empty_bytes;
    s = size <= LARGE ? gc_alloc(t, size, KIND_BYTES, SHAPE_BYTES)
        : len < INT64_MAX / 2
            ? gc_alloc_large(t, size, KIND_BYTES, SHAPE_BYTES)
            : NULL;
    if (s == NULL && len > INT64_MAX - 33) /* CPython's header */
        return value_to_pointer(raise_error(t, EXC(OverflowError),
                                            "byte string is too large"));
    if (s == NULL)
        return value_to_pointer(raise_no_memory(t));
    s->hash = -1;
    s->len = len;
    if (data != NULL)
        memcpy(s->data, data, (size_t)len);
    return s;
}

Value bytes_cut(Thread *t, Bytes *s, int64_t len)
{
    ASSERT(len >= 0 && len <= s->len && s->hash == -1);
    if (len < s->len / 2 || len == 0)
        return value_from_pointer(bytes_new(t, s->data, len));
    s->len = len;
    s->data[len] = 0;
    return value_from_pointer(s);
}

void bytes_init(Thread *t) { t->rt->empty_bytes = bytes_new(t, NULL, 0); }

Value bytes_new_as(Thread *t, Type *cls, const uint8_t *data, int64_t len)
{
    ASSERT(cls->kind == KIND_BYTES && len >= 0 && (data != NULL || len == 0));
    Bytes *s;
    if (cls == &type_bytes)
        return value_from_pointer(bytes_new(t, data, len));
    s = instance_new_sized(t, cls, sizeof(Bytes) + (size_t)len + 1);
    s->hash = -1;
    s->len = len;
    if (len > 0)
        memcpy(s->data, data, (size_t)len);
    return value_from_pointer(s);
}

Value bytes_from_dunder(Thread *t, Value v)
{
    Value method;
    /* The answer for bytes and ints is known; most others have no method. */
    if (!value_is_pointer(v) || value_has_shape(v, SHAPE_BYTES))
        return UNBOUND;
    method = object_lookup_special(t, v, str_intern_c(t, "__bytes__"));
    if (value_is_null(method) || value_is_unbound(method))
        return method;
    TRY(made, object_call0(t, method));
    if (!value_is_bytes(made))
        return raise_type_error(
            t, "__bytes__ returned non-bytes (type %T)", made);
    return made;
}

CONSTRUCTOR(bytes, 0, (cls), (maybe, object, source),
            (maybe, c_string, encoding), (maybe, c_string, errors))
{
    StrBuilder b;
    if (encoding == NULL && errors == NULL && !value_is_unbound(source)) {
        if (cls == &type_bytes && value_has_shape(source, SHAPE_BYTES))
            return source;
        TRY(made, bytes_from_dunder(t, source));
        if (!value_is_unbound(made) && cls == &type_bytes)
            return made;
        if (!value_is_unbound(made))
            return bytes_new_as(t, cls, value_to_bytes(made)->data,
                                value_to_bytes(made)->len);
    }
    strbuilder_init(&b);
    if (bytes_source_add(t, &b, source, encoding, errors, "bytes", "bytes") < 0)
        return NULL_VALUE;
    return bytes_new_as(t, cls, bytes_source_data(&b), b.len);
}

/* --- slots --- */

static int add_byte_repr(Thread *t, StrBuilder *b, uint8_t c, uint8_t escaped)
{
    static const char hex[] = "0123456789abcdef";
    char text[5] = {'\\', 0, 0, 0, 0};
    if (c == escaped || c == '\\') {
        text[1] = (char)c;
    } else if (c == '\t' || c == '\n' || c == '\r') {
        text[1] = c == '\t' ? 't' : c == '\n' ? 'n' : 'r';
    } else if (c < ' ' || c >= 127) {
        text[1] = 'x';
        text[2] = hex[c >> 4];
        text[3] = hex[c & 15];
    } else {
        return strbuilder_add_char(t, b, c);
    }
    return strbuilder_add_c(t, b, text);
}

Str *bytes_repr(Thread *t, const uint8_t *data, int64_t len,
                const char *before, const char *after)
{
    ASSERT(len >= 0 && before != NULL && after != NULL);
    uint8_t quote = memchr(data, '\'', (size_t)len) != NULL &&
                            memchr(data, '"', (size_t)len) == NULL
                        ? '"'
                        : '\'';
    StrBuilder b;
    strbuilder_init(&b);
    if (strbuilder_add_c(t, &b, before) < 0 ||
        strbuilder_add_char(t, &b, quote) < 0)
        return NULL;
    /* A bytearray's has its apostrophes escaped always. */
    for (int64_t i = 0; i < len; i++)
        if (add_byte_repr(t, &b, data[i], *after != 0 ? '\'' : quote) < 0)
            return NULL;
    if (strbuilder_add_char(t, &b, quote) < 0 ||
        strbuilder_add_c(t, &b, after) < 0)
        return NULL;
    return strbuilder_finish(t, &b);
}

static Value repr(Thread *t, Value self)
{
    Bytes *s = value_to_bytes(self);
    return value_from_pointer(bytes_repr(t, s->data, s->len, "b", ""));
}

static Value str(Thread *t, Value self)
{
    return bytes_warn_str(t, "bytes") < 0 ? NULL_VALUE : repr(t, self);
}

static int hash(Thread *t, Value self, int64_t *out)
{
    Bytes *s = value_to_bytes(self);
    (void)t;
    if (s->hash == -1)
        s->hash = str_hash_bytes(s->data, (size_t)s->len);
    *out = s->hash;
    return 0;
}

static Value compare(Thread *t, Value a, Value b, CompareOp op)
{
    Bytes *x, *y;
    int order;
    if (!value_is_bytes(a) || !value_is_bytes(b))
        return bytes_warn_compare(t, "bytes", b, op) < 0 ? NULL_VALUE
                                                         : NOT_IMPLEMENTED;
    x = value_to_bytes(a);
    y = value_to_bytes(b);
    if (x->len != y->len && (op == COMPARE_EQ || op == COMPARE_NE))
        return value_from_bool(op == COMPARE_NE);
    order = memcmp(x->data, y->data,
                   (size_t)(x->len < y->len ? x->len : y->len));
    return order != 0 ? sequence_compare_lengths(order, 0, op)
                      : sequence_compare_lengths(x->len, y->len, op);
}

static int64_t len(Thread *t, Value self)
{
    (void)t;
    return value_to_bytes(self)->len;
}

static Value getitem(Thread *t, Value self, Value key)
{
    Bytes *s = value_to_bytes(self);
    int64_t i, stop, step, count;
    Bytes *part;
    if (!value_is_slice(key)) {
        if (sequence_index(t, key, "byte", &i) < 0)
            return NULL_VALUE;
        if (i < 0)
            i += s->len;
        if (i < 0 || i >= s->len)
            return raise_error(t, EXC(IndexError), "index out of range");
        return value_from_int(s->data[i]);
    }
    if (slice_indices(t, value_to_pointer(key), s->len, &i, &stop, &step,
                      &count) < 0)
        return NULL_VALUE;
    if (step == 1 && count == s->len && s->h.shape == SHAPE_BYTES)
        return self;
    if (step == 1)
        return value_from_pointer(bytes_new(t, s->data + i, count));
    part = bytes_new(t, NULL, count);
    for (int64_t k = 0; part != NULL && k < count; k++)
        part->data[k] = s->data[i + k * step];
    return value_from_pointer(part);
}

static Value add(Thread *t, Value a, Value b)
{
    const uint8_t *x, *y;
    int64_t n, m;
    Bytes *sum;
    BinaryFn other = type_of(b)->slots.add;
    if (!value_is_bytes(a))
        return NOT_IMPLEMENTED;
    if (!buffer_supported(b)) {
        if (other != NULL && other != add) {
            TRY(v, other(t, a, b));
            if (!value_same(v, NOT_IMPLEMENTED))
                return v;
        }
        return raise_type_error(t, "can't concat %T to %T", b, a);
    }
    if (bytes_view(t, a, &x, &n) < 0 || bytes_view(t, b, &y, &m) < 0)
        return NULL_VALUE;
    if (m == 0 && value_has_shape(a, SHAPE_BYTES))
        return a;
    sum = bytes_new(t, NULL, n + m);
    if (sum == NULL)
        return NULL_VALUE;
    memcpy(sum->data, x, (size_t)n);
    memcpy(sum->data + n, y, (size_t)m);
    KEEP(value_to_pointer(b));
    return value_from_pointer(sum);
}

static Value mul(Thread *t, Value a, Value b)
{
    Value answer;
    int64_t times, total;
    Bytes *s, *result;
    if (!value_is_bytes(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    if (sequence_times(t, a, b, mul, &times, &answer) == 0)
        return answer;
    s = value_to_bytes(a);
    if (times == 1 && s->h.shape == SHAPE_BYTES)
        return a;
    if (times < 0)
        times = 0;
    if (__builtin_mul_overflow(s->len, times, &total))
        return raise_error(t, EXC(OverflowError),
                           "repeated bytes are too long");
    result = bytes_new(t, NULL, total);
    if (result == NULL || total == 0)
        return value_from_pointer(result);
    if (s->len == 1) {
        memset(result->data, s->data[0], (size_t)total);
        return value_from_pointer(result);
    }
    for (int64_t at = 0; at < total; at += s->len)
        memcpy(result->data + at, s->data, (size_t)s->len);
    return value_from_pointer(result);
}

static Value mod(Thread *t, Value a, Value b)
{
    Str *text;
    if (!value_is_bytes(a))
        return NOT_IMPLEMENTED;
    text = bytes_modulo(t, value_to_bytes(a)->data, value_to_bytes(a)->len,
                        b);
    if (text == NULL)
        return NULL_VALUE;
    return value_from_pointer(bytes_new(t, text->data, text->len));
}

static Value iter(Thread *t, Value self)
{
    return seq_view_new(t, SHAPE_BYTES_ITERATOR, self);
}

static const NativeDef *const methods[] = {
#define METHOD(name) &bytes_##name##_native,
#define BYTES_METHOD METHOD
#define BYTEARRAY_METHOD(name)
#include "object/text/bytes_methods.def"
#undef METHOD
#undef BYTES_METHOD
#undef BYTEARRAY_METHOD
    NULL,
};

Type type_bytes = {
    TYPE_HEAD(BYTES),
    .c_name = "bytes",
    .c_doc = "An immutable sequence of bytes.\n\n"
             "bytes(iterable of ints), bytes(text, encoding[, errors]),\n"
             "bytes(bytes-like object), bytes(length), bytes()",
    .type_flags = TYPE_BASE | TYPE_VAR_SIZED | TYPE_IS_BYTES,
    .kind = KIND_BYTES,
    .instance_size = sizeof(Bytes),
    .constructor = &bytes_new_native,
    .methods = methods,
    .slots = {.repr = repr, .str = str, .hash = hash, .compare = compare,
              .len = len, .contains = bytes_contains, .getitem = getitem,
              .add = add, .mul = mul, .mod = mod, .iter = iter},
};

static Value iterator_next(Thread *t, Value self)
{
    return bytes_iterator_next(t, self);
}

Type type_bytes_iterator = {
    TYPE_HEAD(BYTES_ITERATOR),
    .c_name = "bytes_iterator",
    .kind = KIND_RECORD,
    .instance_size = sizeof(SeqView),
    .methods = seq_view_methods,
    .slots = {.iter = sequence_self, .next = iterator_next},
};
