/* SPDX-License-Identifier: MIT */
/* Searches in bytes and bytearrays, and what both kinds share. */
#include <string.h>
#include "object/container/seq_view.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/str.h"

Value bytes_like(Thread *t, Value self, const uint8_t *data, int64_t len)
{
    return value_is_bytes(self)
               ? value_from_pointer(bytes_new(t, data, len))
               : value_from_pointer(bytearray_new(t, data, len));
}

Value bytes_unchanged(Thread *t, Value self)
{
    Span s = bytes_self(self);
    return value_has_shape(self, SHAPE_BYTES)
               ? self
               : bytes_like(t, self, s.data, s.len);
}

int bytes_span(Thread *t, Value v, Span *span)
{
    const uint8_t *data;
    int64_t len;
    if (bytes_view(t, v, &data, &len) < 0)
        return -1;
    *span = span_of_bytes(data, len);
    return 0;
}

/* A byte or bytes to search for; *byte is where a byte is kept. */
static int needle(Thread *t, Value v, uint8_t *byte, Span *span)
{
    if (type_of(v)->slots.index != NULL) {
        *span = span_of_bytes(byte, 1);
        return arg_byte(t, v, "byte", byte);
    }
    if (!buffer_supported(v))
        return RAISE_INT(raise_type_error(
            t, "argument should be integer or bytes-like object, not '%T'",
            v));
    return bytes_span(t, v, span);
}

typedef struct Search {
    Span hay, needle;
    int64_t start;
    uint8_t byte;
    bool possible; /* start <= stop */
} Search;

/* Of self[start:stop] for `sub`, a byte or bytes. */
static int search_of(Thread *t, Value self, Value sub, int64_t start,
                     int64_t stop, Search *s)
{
    if (needle(t, sub, &s->byte, &s->needle) < 0)
        return -1;
    s->hay = bytes_self(self); /* Python may have run */
    param_bounds(s->hay.len, &start, &stop);
    s->start = start;
    s->possible = start <= stop;
    if (s->possible)
        s->hay = span_slice(s->hay, start, stop);
    return 0;
}

static Value found(Thread *t, const Search *s, int64_t at, bool must)
{
    if (at < 0 && must)
        return raise_value_error(t, "subsection not found");
    return value_from_int(at < 0 ? -1 : s->start + at);
}

#define RANGE (maybe, start, start), (maybe, stop, end)

#define FIND_METHOD(name, find, must, doc)                                  \
    NATIVE_SHARED(bytes, name, 0, doc, (self_value), (arg, object, sub),    \
                  RANGE, (slash))                                           \
    {                                                                       \
        Search s;                                                           \
        if (search_of(t, self, sub, start, end, &s) < 0)                    \
            return NULL_VALUE;                                              \
        return found(t, &s, s.possible ? find(s.hay, s.needle) : -1, must); \
    }
FIND_METHOD(find, search_find, false,
            "Where sub, bytes or a byte, begins first in the range, or -1.")
FIND_METHOD(rfind, search_rfind, false,
            "Where sub, bytes or a byte, begins last in the range, or -1.")
FIND_METHOD(index, search_find, true,
            "Where sub begins first in the range, or ValueError.")
FIND_METHOD(rindex, search_rfind, true,
            "Where sub begins last in the range, or ValueError.")
#undef FIND_METHOD

NATIVE_SHARED(bytes, count, 0,
              "How often sub stands in the range without overlapping itself.",
              (self_value), (arg, object, sub), RANGE, (slash))
{
    Search s;
    if (search_of(t, self, sub, start, end, &s) < 0)
        return NULL_VALUE;
    return value_from_int(
        s.possible ? search_count(s.hay, s.needle, INT64_MAX) : 0);
}

int bytes_contains(Thread *t, Value self, Value item)
{
    uint8_t byte = 0;
    Span span = span_of_bytes(&byte, 1);
    Value i = UNBOUND;
    if (type_of(item)->slots.index != NULL) {
        i = object_index(t, item);
        if (value_is_null(i)) { /* then it may be bytes */
            exception_take(t);
            i = UNBOUND;
        }
    }
    if ((value_is_unbound(i) ? bytes_span(t, item, &span)
                             : arg_byte(t, i, "byte", &byte)) < 0)
        return -1;
    return search_find(bytes_self(self), span) >= 0;
}

static bool starts(Span s, Span part)
{
    return part.len <= s.len && span_equal(span_slice(s, 0, part.len), part);
}

static bool ends(Span s, Span part)
{
    return part.len <= s.len &&
           span_equal(span_slice(s, s.len - part.len, s.len), part);
}

typedef bool (*MatchFn)(Span s, Span part);

/* Whether `part`, or one of a tuple of them, stands at one end. */
static Value match(Thread *t, Value self, Value part, int64_t start,
                   int64_t stop, const char *name, MatchFn matches)
{
    Span s = bytes_self(self), span;
    param_bounds(s.len, &start, &stop);
    s = start <= stop ? span_slice(s, start, stop) : (Span){NULL, -1, 1};
    if (value_is_tuple(part)) {
        Tuple *parts = value_to_tuple(part);
        for (int64_t i = 0; i < parts->len; i++) {
            if (bytes_span(t, tuple_get(parts, i), &span) < 0)
                return NULL_VALUE;
            if (matches(s, span))
                return TRUE_VALUE;
        }
        return FALSE_VALUE;
    }
    if (!buffer_supported(part))
        return raise_type_error(
            t, "%s first arg must be bytes or a tuple of bytes, not %T", name,
            part);
    if (bytes_span(t, part, &span) < 0)
        return NULL_VALUE;
    return value_from_bool(matches(s, span));
}

NATIVE_SHARED(
    bytes, startswith, 0,
    "Whether the range begins with prefix, or one of a tuple of them.",
    (self_value), (arg, object, prefix), RANGE, (slash))
{
    return match(t, self, prefix, start, end, "startswith", starts);
}

NATIVE_SHARED(bytes, endswith, 0,
              "Whether the range ends in suffix, or one of a tuple of them.",
              (self_value), (arg, object, suffix), RANGE, (slash))
{
    return match(t, self, suffix, start, end, "endswith", ends);
}

NATIVE_SHARED(bytes, removeprefix, NATIVE_TOTAL,
              "The bytes without prefix, if they begin so.", (self_value),
              (arg, bytes_like, prefix), (slash))
{
    Span s = bytes_self(self);
    if (prefix->len == 0 || !starts(s, span_of_buffer(prefix)))
        return bytes_unchanged(t, self);
    return bytes_like(t, self, (const uint8_t *)s.data + prefix->len,
                      s.len - prefix->len);
}

NATIVE_SHARED(bytes, removesuffix, NATIVE_TOTAL,
              "The bytes without suffix, if they end so.", (self_value),
              (arg, bytes_like, suffix), (slash))
{
    Span s = bytes_self(self);
    if (suffix->len == 0 || !ends(s, span_of_buffer(suffix)))
        return bytes_unchanged(t, self);
    return bytes_like(t, self, s.data, s.len - suffix->len);
}

/* An empty `old`: `with` before each of the first n places. */
static void interleave(uint8_t *to, Span s, Span with, int64_t n)
{
    const uint8_t *from = s.data;
    for (int64_t i = 0; i < n; i++) {
        memcpy(to, with.data, (size_t)with.len);
        to += with.len;
        if (i < s.len)
            *to++ = *from++;
    }
    if (n < s.len)
        memcpy(to, from, (size_t)(s.len - n));
}

static void fill_replaced(uint8_t *to, Span s, Span old, Span new, int64_t n)
{
    while (n-- > 0) {
        int64_t i = search_find(s, old);
        memcpy(to, s.data, (size_t)i);
        memcpy(to + i, new.data, (size_t)new.len);
        to += i + new.len;
        s = span_slice(s, i + old.len, s.len);
    }
    memcpy(to, s.data, (size_t)s.len);
}

static Value replace(Thread *t, Value self, Span old, Span new, int64_t max)
{
    Span s = bytes_self(self);
    int64_t n, more;
    n = max == 0 ? 0 : search_count(s, old, max < 0 ? INT64_MAX : max);
    if (n == 0)
        return bytes_unchanged(t, self);
    if (__builtin_mul_overflow(n, new.len - old.len, &more) ||
        more > INT64_MAX / 2 - s.len)
        return raise_no_memory(t);
    TRY(result, bytes_like(t, self, NULL, s.len + more));
    if (s.len + more == 0)
        return result;
    if (old.len == 0)
        interleave(bytes_fill(result), s, new, n);
    else
        fill_replaced(bytes_fill(result), s, old, new, n);
    return result;
}

NATIVE_SHARED(bytes, replace, 0,
              "The bytes with each old, or the first count, replaced by new.",
              (self_value), (arg, bytes_like, old), (arg, bytes_like, new),
              (opt, ssize, count, -1), (slash))
{
    return replace(t, self, span_of_buffer(old), span_of_buffer(new), count);
}

/* Of the iterators of bytes, bytearray and memoryview. */
Value bytes_iterator_next(Thread *t, Value self)
{
    SeqView *it = value_to_record(self);
    Value v = slot_get(&it->sequence), item;
    int64_t len;
    if (value_is_unbound(v))
        return UNBOUND;
    len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    if (it->index >= len) {
        slot_set(it, &it->sequence, UNBOUND);
        return UNBOUND;
    }
    if (value_has_shape(v, SHAPE_MEMORYVIEW))
        item = object_getitem(t, v, value_from_int(it->index));
    else
        item = value_from_int(span_at(bytes_self(v), it->index));
    it->index++;
    return item;
}
