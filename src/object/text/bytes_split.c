/* SPDX-License-Identifier: MIT */
/* Splitting, joining, stripping and partitioning bytes and bytearrays. */
#include <string.h>
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/bytes_methods.h"
#include "object/text/bytes_source.h"
#include "object/function/param.h"

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

static int split_arguments(Thread *t, Value *args, Split *s, Span *sep)
{
    Span self;
    *sep = span_of_bytes(NULL, 0);
    if (sequence_int_argument(t, args[2], &s->max) < 0)
        return -1;
    if (s->max < 0)
        s->max = INT64_MAX;
    if (!value_is_none(args[1])) {
        if (bytes_span(t, args[1], sep) < 0)
            return -1;
        if (sep->len == 0)
            return RAISE_INT(raise_value_error(t, "empty separator"));
    }
    self = bytes_self(args[0]);
    s->self = args[0];
    s->data = self.data;
    s->len = self.len;
    s->parts = list_new(t, 4);
    return 0;
}

NATIVE_RAW_SHARED(bytes, split, 0, NULL,
                  (self_value), (slash), (opt, object, sep, None),
                  (opt, object, maxsplit, -1))
{
    Split s;
    Span sep;
    if (split_arguments(t, args, &s, &sep) < 0 ||
        (sep.len == 0 ? split_spaces(t, &s) : split_at(t, &s, sep)) < 0)
        return NULL_VALUE;
    return value_from_pointer(s.parts);
}

NATIVE_RAW_SHARED(bytes, rsplit, 0, NULL,
                  (self_value), (slash), (opt, object, sep, None),
                  (opt, object, maxsplit, -1))
{
    Split s;
    Span sep;
    if (split_arguments(t, args, &s, &sep) < 0 ||
        (sep.len == 0 ? rsplit_spaces(t, &s) : rsplit_at(t, &s, sep)) < 0)
        return NULL_VALUE;
    reverse(s.parts);
    return value_from_pointer(s.parts);
}

NATIVE_RAW_SHARED(bytes, splitlines, 0, NULL,
                  (self_value), (slash), (opt, object, keepends, False))
{
    Split s = {.self = args[0], .parts = list_new(t, 4)};
    int keep = object_is_true(t, args[1]);
    Span self = bytes_self(args[0]);
    int64_t i = 0;
    if (keep < 0)
        return NULL_VALUE;
    s.data = self.data;
    s.len = self.len;
    while (i < s.len) {
        int64_t start = i, stop;
        while (i < s.len && s.data[i] != '\n' && s.data[i] != '\r')
            i++;
        stop = i;
        if (i < s.len)
            i += s.data[i] == '\r' && i + 1 < s.len && s.data[i + 1] == '\n'
                     ? 2
                     : 1;
        if (add_part(t, &s, start, keep ? i : stop) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(s.parts);
}

static Value partition(Thread *t, Value *args, bool last)
{
    Split s = {.self = args[0]};
    Span self, sep;
    int64_t i;
    if (bytes_span(t, args[1], &sep) < 0)
        return NULL_VALUE;
    if (sep.len == 0)
        return raise_value_error(t, "empty separator");
    self = bytes_self(args[0]);
    i = last ? search_rfind(self, sep) : search_find(self, sep);
    s.parts = list_new(t, 3);
    s.data = self.data;
    if (i < 0) { /* all of it, and two empty ones behind or before */
        if (last && (add_part(t, &s, 0, 0) < 0 || add_part(t, &s, 0, 0) < 0))
            return NULL_VALUE;
        TRY(whole, bytes_unchanged(t, args[0]));
        list_append(t, s.parts, whole);
        if (!last && (add_part(t, &s, 0, 0) < 0 || add_part(t, &s, 0, 0) < 0))
            return NULL_VALUE;
    } else {
        if (add_part(t, &s, 0, i) < 0)
            return NULL_VALUE;
        if (value_is_bytes(args[0])) /* the very separator */
            list_append(t, s.parts, args[1]);
        else if (add_part(t, &s, i, i + sep.len) < 0)
            return NULL_VALUE;
        if (add_part(t, &s, i + sep.len, self.len) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(list_to_tuple(t, s.parts));
}

NATIVE_RAW_SHARED(bytes, partition, 0, NULL,
                  (self_value), (arg, object, sep), (slash))
{
    return partition(t, args, false);
}

NATIVE_RAW_SHARED(bytes, rpartition, 0, NULL,
                  (self_value), (arg, object, sep), (slash))
{
    return partition(t, args, true);
}

enum { LEFT = 1, RIGHT = 2 };

static Value strip(Thread *t, Value *args, int sides)
{
    bool strips[256] = {false};
    int64_t start = 0, stop;
    Span s, chars;
    const uint8_t *data;
    if (value_is_none(args[1])) {
        for (int c = 0; c < 256; c++)
            strips[c] = is_space((uint8_t)c);
    } else {
        if (bytes_span(t, args[1], &chars) < 0)
            return NULL_VALUE;
        for (int64_t i = 0; i < chars.len; i++)
            strips[span_at(chars, i)] = true;
    }
    s = bytes_self(args[0]);
    data = s.data;
    stop = s.len;
    if (sides & LEFT)
        while (start < stop && strips[data[start]])
            start++;
    if (sides & RIGHT)
        while (start < stop && strips[data[stop - 1]])
            stop--;
    if (stop - start == s.len)
        return bytes_unchanged(t, args[0]);
    return bytes_like(t, args[0], data + start, stop - start);
}

NATIVE_RAW_SHARED(bytes, strip, 0, NULL,
                  (self_value), (opt, object, bytes, None), (slash))
{
    return strip(t, args, LEFT | RIGHT);
}

NATIVE_RAW_SHARED(bytes, lstrip, 0, NULL,
                  (self_value), (opt, object, bytes, None), (slash))
{
    return strip(t, args, LEFT);
}

NATIVE_RAW_SHARED(bytes, rstrip, 0, NULL,
                  (self_value), (opt, object, bytes, None), (slash))
{
    return strip(t, args, RIGHT);
}

NATIVE_SHARED(bytes, join, 0, NULL,
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
