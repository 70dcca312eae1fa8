/* SPDX-License-Identifier: MIT */
/* Searches in bytes and bytearrays, and what both kinds share. */
#include <string.h>
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/core/record.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/text/buffer.h"
#include "object/text/bytes_methods.h"
#include "object/text/str.h"
#include "object/function/param.h"

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

static int search_arguments(Thread *t, Value *args, Search *s)
{
    int64_t stop;
    if (arg_bounds(t, args[2], args[3], bytes_self(args[0]).len, &s->start,
                   &stop) < 0 ||
        needle(t, args[1], &s->byte, &s->needle) < 0)
        return -1;
    s->hay = bytes_self(args[0]); /* Python may have run */
    if (stop > s->hay.len)
        stop = s->hay.len;
    s->possible = s->start <= stop;
    if (s->possible)
        s->hay = span_slice(s->hay, s->start, stop);
    return 0;
}

static Value found(Thread *t, const Search *s, int64_t at, bool must)
{
    if (at < 0 && must)
        return raise_value_error(t, "subsection not found");
    return value_from_int(at < 0 ? -1 : s->start + at);
}

#define FIND_METHOD(name, find, must)                                         \
    NATIVE_RAW_SHARED(bytes, name, 0, NULL, (self_value), (arg, object, sub), \
                      (maybe, object, start), (maybe, object, end), (slash))  \
    {                                                                         \
        Search s;                                                             \
        if (search_arguments(t, args, &s) < 0)                                \
            return NULL_VALUE;                                                \
        return found(t, &s, s.possible ? find(s.hay, s.needle) : -1, must);   \
    }
FIND_METHOD(find, search_find, false)
FIND_METHOD(rfind, search_rfind, false)
FIND_METHOD(index, search_find, true)
FIND_METHOD(rindex, search_rfind, true)
#undef FIND_METHOD

NATIVE_RAW_SHARED(bytes, count, 0, NULL,
                  (self_value), (arg, object, sub), (maybe, object, start),
                  (maybe, object, end), (slash))
{
    Search s;
    if (search_arguments(t, args, &s) < 0)
        return NULL_VALUE;
    return value_from_int(
        s.possible ? search_count(s.hay, s.needle, INT64_MAX) : 0);
}

int bytes_contains(Thread *t, Value self, Value item)
{
    uint8_t byte = 0;
    Span span = span_of_bytes(&byte, 1);
    if (type_of(item)->slots.index != NULL) {
        if (arg_byte(t, item, "byte", &byte) < 0)
            return -1;
    } else if (bytes_span(t, item, &span) < 0) {
        return -1;
    }
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

static Value match(Thread *t, Value *args, const char *name, MatchFn matches)
{
    Span s = bytes_self(args[0]), part;
    int64_t start, stop;
    Tuple *parts;
    if (arg_bounds(t, args[2], args[3], s.len, &start, &stop) < 0)
        return NULL_VALUE;
    s = start <= stop ? span_slice(s, start, stop) : (Span){NULL, -1, 1};
    if (value_is_tuple(args[1])) {
        parts = value_to_tuple(args[1]);
        for (int64_t i = 0; i < parts->len; i++) {
            if (bytes_span(t, tuple_get(parts, i), &part) < 0)
                return NULL_VALUE;
            if (matches(s, part))
                return TRUE_VALUE;
        }
        return FALSE_VALUE;
    }
    if (!buffer_supported(args[1]))
        return raise_type_error(
            t, "%s first arg must be bytes or a tuple of bytes, not %T", name,
            args[1]);
    if (bytes_span(t, args[1], &part) < 0)
        return NULL_VALUE;
    return value_from_bool(matches(s, part));
}

NATIVE_RAW_SHARED(bytes, startswith, 0, NULL,
                  (self_value), (arg, object, prefix), (maybe, object, start),
                  (maybe, object, end), (slash))
{
    return match(t, args, "startswith", starts);
}

NATIVE_RAW_SHARED(bytes, endswith, 0, NULL,
                  (self_value), (arg, object, suffix), (maybe, object, start),
                  (maybe, object, end), (slash))
{
    return match(t, args, "endswith", ends);
}

NATIVE_SHARED(bytes, removeprefix, 0, NULL,
              (self_value), (arg, object, prefix), (slash))
{
    Span s = bytes_self(self), part;
    if (bytes_span(t, prefix, &part) < 0)
        return NULL_VALUE;
    if (part.len == 0 || !starts(s, part))
        return bytes_unchanged(t, self);
    return bytes_like(t, self, (const uint8_t *)s.data + part.len,
                      s.len - part.len);
}

NATIVE_SHARED(bytes, removesuffix, 0, NULL,
              (self_value), (arg, object, suffix), (slash))
{
    Span s = bytes_self(self), part;
    if (bytes_span(t, suffix, &part) < 0)
        return NULL_VALUE;
    if (part.len == 0 || !ends(s, part))
        return bytes_unchanged(t, self);
    return bytes_like(t, self, s.data, s.len - part.len);
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

NATIVE_RAW_SHARED(bytes, replace, 0, NULL,
                  (self_value), (arg, object, old), (arg, object, new),
                  (opt, object, count, -1), (slash))
{
    Span s, old, new;
    int64_t max, count, more;
    Value result;
    if (bytes_span(t, args[1], &old) < 0 ||
        bytes_span(t, args[2], &new) < 0 ||
        sequence_int_argument(t, args[3], &max) < 0 ||
        bytes_span(t, args[1], &old) < 0 || bytes_span(t, args[2], &new) < 0)
        return NULL_VALUE; /* viewed again: __index__ may have run */
    s = bytes_self(args[0]);
    count = max == 0 ? 0 : search_count(s, old, max < 0 ? INT64_MAX : max);
    if (count == 0)
        return bytes_unchanged(t, args[0]);
    if (__builtin_mul_overflow(count, new.len - old.len, &more) ||
        more > INT64_MAX / 2 - s.len)
        return raise_no_memory(t);
    result = bytes_like(t, args[0], NULL, s.len + more);
    if (value_is_null(result) || s.len + more == 0)
        return result;
    if (old.len == 0)
        interleave(bytes_fill(result), s, new, count);
    else
        fill_replaced(bytes_fill(result), s, old, new, count);
    KEEP(value_to_pointer(args[1]));
    KEEP(value_to_pointer(args[2]));
    return result;
}

/* Of the iterators of bytes, bytearray and memoryview. */
Value bytes_iterator_next(Thread *t, Value self)
{
    Record *r = value_to_pointer(self);
    Value v = slot_get(&r->slot[0]), item;
    int64_t len;
    if (value_is_unbound(v))
        return UNBOUND;
    len = object_len(t, v);
    if (len < 0)
        return NULL_VALUE;
    if (r->word[0] >= len) {
        slot_set(r, &r->slot[0], UNBOUND);
        return UNBOUND;
    }
    if (value_has_shape(v, SHAPE_MEMORYVIEW))
        item = object_getitem(t, v, value_from_int(r->word[0]));
    else
        item = value_from_int(span_at(bytes_self(v), r->word[0]));
    r->word[0]++;
    return item;
}
