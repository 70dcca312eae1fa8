/* SPDX-License-Identifier: MIT */
/* Searches in strings, and the methods made of them. */
#include <string.h>
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/search.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

int64_t str_find(const Str *s, const Str *sub, int64_t start, int64_t stop)
{
    int64_t i;
    if (start > stop)
        return -1;
    i = search_find(span_slice(span_of_str(s), start, stop), span_of_str(sub));
    return i < 0 ? -1 : start + i;
}

int64_t str_rfind(const Str *s, const Str *sub, int64_t start, int64_t stop)
{
    int64_t i;
    if (start > stop)
        return -1;
    i = search_rfind(span_slice(span_of_str(s), start, stop),
                     span_of_str(sub));
    return i < 0 ? -1 : start + i;
}

typedef int64_t (*FindFn)(const Str *, const Str *, int64_t, int64_t);

#define RANGE (maybe, start, start), (maybe, stop, end)

static int64_t find(const Str *s, const Str *sub, int64_t start, int64_t end)
{
    param_bounds(s->len, &start, &end);
    return str_find(s, sub, start, end);
}

static int64_t rfind(const Str *s, const Str *sub, int64_t start, int64_t end)
{
    param_bounds(s->len, &start, &end);
    return str_rfind(s, sub, start, end);
}

NATIVE_SHARED(str, find, NATIVE_TOTAL, "Where sub begins first in the range, or -1.",
              (self, Str), (arg, needle, sub), RANGE, (slash))
{
    return value_from_int(find(self, sub, start, end));
}

NATIVE_SHARED(str, rfind, NATIVE_TOTAL, "Where sub begins last in the range, or -1.",
              (self, Str), (arg, needle, sub), RANGE, (slash))
{
    return value_from_int(rfind(self, sub, start, end));
}

static Value found(Thread *t, int64_t at)
{
    if (at < 0)
        return raise_value_error(t, "substring not found");
    return value_from_int(at);
}

NATIVE_SHARED(str, index, NATIVE_PURE,
              "Where sub begins first in the range, or ValueError.",
              (self, Str), (arg, needle, sub), RANGE, (slash))
{
    return found(t, find(self, sub, start, end));
}

NATIVE_SHARED(str, rindex, NATIVE_PURE,
              "Where sub begins last in the range, or ValueError.", (self, Str),
              (arg, needle, sub), RANGE, (slash))
{
    return found(t, rfind(self, sub, start, end));
}

NATIVE_SHARED(str, count, NATIVE_TOTAL,
              "How often sub stands in the range without overlapping itself.",
              (self, Str), (arg, needle, sub), RANGE, (slash))
{
    param_bounds(self->len, &start, &end);
    if (start > end)
        return value_from_int(0);
    return value_from_int(
        search_count(span_slice(span_of_str(self), start, end),
                     span_of_str(sub), INT64_MAX));
}

enum { START, END };

static bool matches(const Str *s, const Str *part, int64_t start, int64_t stop,
                    int where)
{
    Span span = span_of_str(s);
    if (start > stop || part->len > stop - start)
        return false;
    if (where == START)
        stop = start + part->len;
    else
        start = stop - part->len;
    return span_equal(span_slice(span, start, stop), span_of_str(part));
}

/* Whether `part`, or one of a tuple of them, stands at one end of s. */
static Value match_argument(Thread *t, const Str *s, Value part, int64_t start,
                            int64_t stop, const char *name, int where)
{
    param_bounds(s->len, &start, &stop);
    if (value_is_str(part))
        return value_from_bool(
            matches(s, value_to_str(part), start, stop, where));
    if (!value_is_tuple(part))
        return raise_type_error(
            t, "%s first arg must be str or a tuple of str, not %T", name,
            part);
    Tuple *parts = value_to_tuple(part);
    for (int64_t i = 0; i < parts->len; i++) {
        part = tuple_get(parts, i);
        if (!value_is_str(part))
            return raise_type_error(
                t, "tuple for %s must only contain str, not %T", name, part);
        if (matches(s, value_to_str(part), start, stop, where))
            return TRUE_VALUE;
    }
    return FALSE_VALUE;
}

NATIVE_SHARED(
    str, startswith, NATIVE_PURE,
    "Whether the range begins with prefix, or one of a tuple of them.",
    (self, Str), (arg, object, prefix), RANGE, (slash))
{
    return match_argument(t, self, prefix, start, end, "startswith", START);
}

NATIVE_SHARED(str, endswith, NATIVE_PURE,
              "Whether the range ends in suffix, or one of a tuple of them.",
              (self, Str), (arg, object, suffix), RANGE, (slash))
{
    return match_argument(t, self, suffix, start, end, "endswith", END);
}

NATIVE_SHARED(str, removeprefix, NATIVE_TOTAL,
              "The text without prefix, if it begins so.", (self, Str),
              (arg, str, prefix), (slash))
{
    return value_from_pointer(matches(self, prefix, 0, self->len, START)
                                  ? str_slice(t, self, prefix->len, self->len)
                                  : str_exact(t, self));
}

NATIVE_SHARED(str, removesuffix, NATIVE_TOTAL,
              "The text without suffix, if it ends so.", (self, Str),
              (arg, str, suffix), (slash))
{
    return value_from_pointer(
        matches(self, suffix, 0, self->len, END)
            ? str_slice(t, self, 0, self->len - suffix->len)
            : str_exact(t, self));
}

/* s with `with` before each of the first n - 1 characters and the next. */
static Str *interleave(Thread *t, Str *s, Str *with, int64_t n)
{
    StrBuilder b;
    strbuilder_init(&b);
    for (int64_t i = 0; i < n; i++)
        if (strbuilder_add(t, &b, with) < 0 ||
            (i < s->len && strbuilder_add_slice(t, &b, s, i, i + 1) < 0))
            return NULL;
    if (n < s->len && strbuilder_add_slice(t, &b, s, n, s->len) < 0)
        return NULL;
    return strbuilder_finish(t, &b);
}

/* One code point by another, of which neither decides on the width. */
static Str *replace_element(Thread *t, Str *s, const Str *old, const Str *new,
                            int64_t max)
{
    Span needle = span_of_str(old);
    int64_t i = search_from(span_of_str(s), needle, 0);
    if (i < 0)
        return str_exact(t, s);
    Str *result = str_new_empty(t, s->len, s->width);
    if (result == NULL)
        return NULL;
    memcpy(result->data, s->data, (size_t)s->len * s->width);
    uint32_t c = str_at(new, 0);
    for (; i >= 0 && max-- > 0; i = search_from(span_of_str(result), needle, i))
        str_put(result, i++, c);
    return result;
}

/* Same-width data of a new str of `len` code points. */
static Str *replace_same_width(Thread *t, Str *s, Str *old, Str *new, int64_t n)
{
    int width = s->width;
    Span hay = span_of_str(s), needle = span_of_str(old);
    Str *result;
    uint8_t *to;
    int64_t at = 0;
    if (new->len > old->len &&
        new->len - old->len > (INT64_MAX / 8 - s->len) / n)
        return value_to_pointer(raise_no_memory(t));
    result = str_new_empty(t, s->len + n * (new->len - old->len), width);
    if (result == NULL || result->len == 0)
        return result;
    to = result->data;
    while (n-- > 0) {
        int64_t i = search_from(hay, needle, at);
        size_t before = (size_t)(i - at) * (size_t)width;
        memcpy(to, str_data_at(s, at), before);
        to += before;
        str_copy_data(to, width, new->data, new->width, new->len);
        to += new->len * width;
        at = i + old->len;
    }
    memcpy(to, str_data_at(s, at), (size_t)(s->len - at) * (size_t)width);
    return result;
}

static Str *replace_general(Thread *t, Str *s, Str *old, Str *new, int64_t n)
{
    Span hay = span_of_str(s), needle = span_of_str(old);
    StrBuilder b;
    int64_t at = 0;
    strbuilder_init(&b);
    while (n-- > 0) {
        int64_t i = search_from(hay, needle, at);
        if (strbuilder_add_slice(t, &b, s, at, i) < 0 ||
            strbuilder_add(t, &b, new) < 0)
            return NULL;
        at = i + old->len;
    }
    if (strbuilder_add_slice(t, &b, s, at, s->len) < 0)
        return NULL;
    return strbuilder_finish(t, &b);
}

static Str *replace(Thread *t, Str *s, Str *old, Str *new, int64_t max)
{
    int64_t n;
    if (max < 0)
        max = INT64_MAX;
    if (max == 0 || str_equal(old, new))
        return str_exact(t, s);
    /* Where the widest character may go or come, the width may change. */
    bool keeps_width = new->width <= s->width &&
                       (s->width == 1 || old->width < s->width);
    if (old->len == 1 && new->len == 1 && keeps_width)
        return replace_element(t, s, old, new, max);
    n = search_count(span_of_str(s), span_of_str(old), max);
    if (n == 0)
        return str_exact(t, s);
    if (old->len == 0)
        return interleave(t, s, new, n);
    if (!keeps_width)
        return replace_general(t, s, old, new, n);
    return replace_same_width(t, s, old, new, n);
}

NATIVE_SHARED(str, replace, NATIVE_TOTAL,
              "The text with each old, or the first count, replaced by new.",
              (self, Str), (arg, str, old), (arg, str, new),
              (opt, ssize, count, -1), (slash))
{
    return value_from_pointer(replace(t, self, old, new, count));
}
