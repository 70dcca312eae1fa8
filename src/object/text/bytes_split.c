/* SPDX-License-Identifier: MIT */
/* Splitting, joining, stripping and partitioning bytes and bytearrays. */
#include <string.h>
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"

static inline bool is_space(uint8_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* What a split works on; parts are made as `self` is. */
typedef struct Split {
    Value self;
    List *parts;
    const uint8_t *data;
    int64_t len, max;
} Split;

static int add_part(Thread *t, Split *s, int64_t start, int64_t stop)
{
    Value part = bytes_like(t, s->self, s->data + start, stop - start);
    if (value_is_null(part))
        return -1;
    list_append(t, s->parts, part);
    return raise_if_no_memory(t);
}

static int split_spaces(Thread *t, Split *s)
{
    int64_t i = 0, start;
    for (;;) {
        while (i < s->len && is_space(s->data[i]))
            i++;
        if (i == s->len)
            return 0;
        start = i;
        if (s->max-- == 0)
            return add_part(t, s, start, s->len);
        while (i < s->len && !is_space(s->data[i]))
            i++;
        if (add_part(t, s, start, i) < 0)
            return -1;
    }
}

static int rsplit_spaces(Thread *t, Split *s)
{
    int64_t i = s->len, stop;
    for (;;) {
        while (i > 0 && is_space(s->data[i - 1]))
            i--;
        if (i == 0)
            return 0;
        stop = i;
        if (s->max-- == 0)
            return add_part(t, s, 0, stop);
        while (i > 0 && !is_space(s->data[i - 1]))
            i--;
        if (add_part(t, s, i, stop) < 0)
            return -1;
    }
}

static int split_at(Thread *t, Split *s, Span sep)
{
    int64_t start = 0;
    while (s->max-- > 0) {
        int64_t i = search_find(
            span_of_bytes(s->data + start, s->len - start), sep);
        if (i < 0)
            break;
        if (add_part(t, s, start, start + i) < 0)
            return -1;
        start += i + sep.len;
    }
    return add_part(t, s, start, s->len);
}

static int rsplit_at(Thread *t, Split *s, Span sep)
{
    int64_t stop = s->len;
    while (s->max-- > 0) {
        int64_t i = search_rfind(span_of_bytes(s->data, stop), sep);
        if (i < 0)
            break;
        if (add_part(t, s, i + sep.len, stop) < 0)
            return -1;
        stop = i;
    }
    return add_part(t, s, 0, stop);
}

static void reverse(List *l)
{
    for (int64_t i = 0, j = l->len - 1; i < j; i++, j--) {
        Value v = list_get(l, i);
        list_set(l, i, list_get(l, j));
        list_set(l, j, v);
    }
}

static Split split_of(Thread *t, Value self, int64_t max)
{
    Span s = bytes_self(self);
    return (Split){.self = self,
                   .parts = list_new(t, 4),
                   .data = s.data,
                   .len = s.len,
                   .max = max < 0 ? INT64_MAX : max};
}

NATIVE_SHARED(
    bytes, split, 0,
    "The parts between separators, as a list.\n\n"
    "Without sep, runs of white space separate. A maxsplit that is not\n"
    "negative is how often to split at most, from the left.",
    (self_value), (slash), (opt, bytes_like_or_none, sep, None),
    (opt, ssize, maxsplit, -1))
{
    if (param_buffer_is_given(sep) && sep->len == 0)
        return raise_value_error(t, "empty separator");
    Split s = split_of(t, self, maxsplit);
    if ((sep->len == 0 ? split_spaces(t, &s)
                       : split_at(t, &s, span_of_buffer(sep))) < 0)
        return NULL_VALUE;
    return value_from_pointer(s.parts);
}

NATIVE_SHARED(bytes, rsplit, 0,
              "The parts between separators, as a list.\n\n"
              "As split, but a maxsplit counts from the right.",
              (self_value), (slash), (opt, bytes_like_or_none, sep, None),
              (opt, ssize, maxsplit, -1))
{
    if (param_buffer_is_given(sep) && sep->len == 0)
        return raise_value_error(t, "empty separator");
    Split s = split_of(t, self, maxsplit);
    if ((sep->len == 0 ? rsplit_spaces(t, &s)
                       : rsplit_at(t, &s, span_of_buffer(sep))) < 0)
        return NULL_VALUE;
    reverse(s.parts);
    return value_from_pointer(s.parts);
}

NATIVE_SHARED(bytes, splitlines, 0,
              "The lines, as a list; with their ends if keepends is true.",
              (self_value), (slash), (opt, int_truth, keepends, False))
{
    Split s = split_of(t, self, -1);
    int64_t i = 0;
    while (i < s.len) {
        int64_t start = i, stop;
        while (i < s.len && s.data[i] != '\n' && s.data[i] != '\r')
            i++;
        stop = i;
        if (i < s.len)
            i += s.data[i] == '\r' && i + 1 < s.len && s.data[i + 1] == '\n'
                     ? 2
                     : 1;
        if (add_part(t, &s, start, keepends ? i : stop) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(s.parts);
}

/* All of it, and two empty ones behind or before. */
static Value undivided(Thread *t, Split *s, bool last)
{
    if (last && (add_part(t, s, 0, 0) < 0 || add_part(t, s, 0, 0) < 0))
        return NULL_VALUE;
    TRY(whole, bytes_unchanged(t, s->self));
    list_append(t, s->parts, whole);
    if (!last && (add_part(t, s, 0, 0) < 0 || add_part(t, s, 0, 0) < 0))
        return NULL_VALUE;
    return value_from_pointer(list_to_tuple(t, s->parts));
}

static Value partition(Thread *t, Value self, const Buffer *sep, bool last)
{
    if (sep->len == 0)
        return raise_value_error(t, "empty separator");
    Split s = split_of(t, self, -1);
    Span hay = span_of_bytes(s.data, s.len), at = span_of_buffer(sep);
    int64_t i = last ? search_rfind(hay, at) : search_find(hay, at);
    if (i < 0)
        return undivided(t, &s, last);
    if (add_part(t, &s, 0, i) < 0)
        return NULL_VALUE;
    if (value_is_bytes(self)) /* the very separator */
        list_append(t, s.parts, sep->owner);
    else if (add_part(t, &s, i, i + sep->len) < 0)
        return NULL_VALUE;
    if (add_part(t, &s, i + sep->len, s.len) < 0)
        return NULL_VALUE;
    return value_from_pointer(list_to_tuple(t, s.parts));
}

NATIVE_SHARED(bytes, partition, NATIVE_PURE,
              "What goes before the first sep, sep, and what follows.\n\n"
              "If sep is not there: the bytes and two empty ones.",
              (self_value), (arg, bytes_like, sep), (slash))
{
    return partition(t, self, sep, false);
}

NATIVE_SHARED(bytes, rpartition, NATIVE_PURE,
              "What goes before the last sep, sep, and what follows.\n\n"
              "If sep is not there: two empty ones and the bytes.",
              (self_value), (arg, bytes_like, sep), (slash))
{
    return partition(t, self, sep, true);
}

enum { LEFT = 1, RIGHT = 2 };

static inline bool strips(uint8_t c, const Buffer *chars)
{
    return param_buffer_is_given(chars)
               ? memchr(chars->data, c, (size_t)chars->len) != NULL
               : is_space(c);
}

static Value strip(Thread *t, Value self, const Buffer *chars, int sides)
{
    Span s = bytes_self(self);
    const uint8_t *data = s.data;
    int64_t start = 0, stop = s.len;
    if (sides & LEFT)
        while (start < stop && strips(data[start], chars))
            start++;
    if (sides & RIGHT)
        while (start < stop && strips(data[stop - 1], chars))
            stop--;
    if (stop - start == s.len)
        return bytes_unchanged(t, self);
    return bytes_like(t, self, data + start, stop - start);
}

NATIVE_SHARED(bytes, strip, NATIVE_PURE,
              "The bytes without white space, or those given, at their ends.",
              (self_value), (opt, bytes_like_or_none, bytes, None), (slash))
{
    return strip(t, self, bytes, LEFT | RIGHT);
}

NATIVE_SHARED(
    bytes, lstrip, NATIVE_PURE,
    "The bytes without white space, or those given, at their beginning.",
    (self_value), (opt, bytes_like_or_none, bytes, None), (slash))
{
    return strip(t, self, bytes, LEFT);
}

NATIVE_SHARED(bytes, rstrip, NATIVE_PURE,
              "The bytes without white space, or those given, at their end.",
              (self_value), (opt, bytes_like_or_none, bytes, None), (slash))
{
    return strip(t, self, bytes, RIGHT);
}

NATIVE_SHARED(bytes, join, 0,
              "The iterable's bytes, with these between each two.",
              (self_value), (arg, object, iterable_of_bytes), (slash))
{
    StrBuilder b;
    Span sep = bytes_self(self), part;
    Tuple *items;
    if (type_of(iterable_of_bytes)->slots.iter == NULL &&
        type_of(iterable_of_bytes)->slots.getitem == NULL)
        return raise_type_error(t, "can only join an iterable");
    items = tuple_from_iterable(t, iterable_of_bytes);
    if (items == NULL)
        return NULL_VALUE;
    strbuilder_init(&b);
    for (int64_t i = 0; i < items->len; i++) {
        Value item = tuple_get(items, i);
        if (i > 0 && strbuilder_add_data(t, &b, sep.data, 1, sep.len) < 0)
            return NULL_VALUE;
        if (bytes_span(t, item, &part) < 0) {
            if (!exception_matches(t, EXC(TypeError)) &&
                !exception_matches(t, EXC(BufferError)))
                return NULL_VALUE;
            exception_take(t);
            return raise_type_error(t, "sequence item %l: expected a "
                                       "bytes-like object, %T found", i, item);
        }
        if (strbuilder_add_data(t, &b, part.data, 1, part.len) < 0)
            return NULL_VALUE;
    }
    if (items->len == 1 && value_has_shape(tuple_get(items, 0), SHAPE_BYTES) &&
        value_is_bytes(self))
        return tuple_get(items, 0);
    return bytes_like(t, self, bytes_source_data(&b), b.len);
}
