/* SPDX-License-Identifier: MIT */
/* Splitting, joining, stripping and partitioning strings. */
#include <string.h>
#include "base/unicode/unicode_props.h"
#include "object/container/list.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/text/search.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"

static inline bool is_space(const Str *s, int64_t i)
{
    return unicode_props(str_at(s, i), UNICODE_SPACE) != 0;
}

static int append_slice(Thread *t, List *l, Str *s, int64_t start,
                        int64_t stop)
{
    Str *part = str_slice(t, s, start, stop);
    if (part == NULL)
        return -1;
    list_append(t, l, value_from_pointer(part));
    return raise_if_no_memory(t);
}

static int split_spaces(Thread *t, List *l, Str *s, int64_t max)
{
    int64_t i = 0, start;
    for (;;) {
        while (i < s->len && is_space(s, i))
            i++;
        if (i == s->len)
            return 0;
        start = i;
        if (max-- == 0)
            return append_slice(t, l, s, start, s->len);
        while (i < s->len && !is_space(s, i))
            i++;
        if (append_slice(t, l, s, start, i) < 0)
            return -1;
    }
}

static int rsplit_spaces(Thread *t, List *l, Str *s, int64_t max)
{
    int64_t i = s->len, stop;
    for (;;) {
        while (i > 0 && is_space(s, i - 1))
            i--;
        if (i == 0)
            return 0;
        stop = i;
        if (max-- == 0)
            return append_slice(t, l, s, 0, stop);
        while (i > 0 && !is_space(s, i - 1))
            i--;
        if (append_slice(t, l, s, i, stop) < 0)
            return -1;
    }
}

static int split_at(Thread *t, List *l, Str *s, const Str *sep, int64_t max)
{
    Span hay = span_of_str(s), needle = span_of_str(sep);
    int64_t start = 0;
    while (max-- > 0) {
        int64_t i = search_from(hay, needle, start);
        if (i < 0)
            break;
        if (append_slice(t, l, s, start, i) < 0)
            return -1;
        start = i + sep->len;
    }
    return append_slice(t, l, s, start, s->len);
}

static int rsplit_at(Thread *t, List *l, Str *s, const Str *sep, int64_t max)
{
    int64_t stop = s->len;
    while (max-- > 0) {
        int64_t i = str_rfind(s, sep, 0, stop);
        if (i < 0)
            break;
        if (append_slice(t, l, s, i + sep->len, stop) < 0)
            return -1;
        stop = i;
    }
    return append_slice(t, l, s, 0, stop);
}

static void reverse(List *l)
{
    for (int64_t i = 0, j = l->len - 1; i < j; i++, j--) {
        Value v = list_get(l, i);
        list_set(l, i, list_get(l, j));
        list_set(l, j, v);
    }
}

NATIVE_SHARED(
    str, split, NATIVE_READER,
    "The parts between separators, as a list.\n\n"
    "Without sep, runs of white space separate. A maxsplit that is not\n"
    "negative is how often to split at most, from the left.",
    (self, Str), (slash), (opt, separator, sep, None),
    (opt, ssize, maxsplit, -1))
{
    if (maxsplit < 0)
        maxsplit = INT64_MAX;
    if (sep != NULL && sep->len == 0)
        return raise_value_error(t, "empty separator");
    List *l = list_new(t, 4);
    if ((sep == NULL ? split_spaces(t, l, self, maxsplit)
                     : split_at(t, l, self, sep, maxsplit)) < 0)
        return NULL_VALUE;
    return value_from_pointer(l);
}

NATIVE_SHARED(str, rsplit, NATIVE_READER,
              "The parts between separators, as a list.\n\n"
              "As split, but a maxsplit counts from the right.",
              (self, Str), (slash), (opt, separator, sep, None),
              (opt, ssize, maxsplit, -1))
{
    if (maxsplit < 0)
        maxsplit = INT64_MAX;
    if (sep != NULL && sep->len == 0)
        return raise_value_error(t, "empty separator");
    List *l = list_new(t, 4);
    if ((sep == NULL ? rsplit_spaces(t, l, self, maxsplit)
                     : rsplit_at(t, l, self, sep, maxsplit)) < 0)
        return NULL_VALUE;
    reverse(l);
    return value_from_pointer(l);
}

NATIVE_SHARED(str, splitlines, NATIVE_READER,
              "The lines, as a list; with their ends if keepends is true.",
              (self, Str), (slash), (opt, int_truth, keepends, False))
{
    List *l = list_new(t, 4);
    int64_t i = 0;
    while (i < self->len) {
        int64_t start = i, stop;
        while (i < self->len &&
               !unicode_props(str_at(self, i), UNICODE_LINE_BREAK))
            i++;
        stop = i;
        if (i < self->len)
            i += str_at(self, i) == '\r' && i + 1 < self->len &&
                         str_at(self, i + 1) == '\n'
                     ? 2
                     : 1;
        if (append_slice(t, l, self, start, keepends ? i : stop) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(l);
}

/* s in three: before `sep` at i, sep, and what follows. */
static Value in_three(Thread *t, Str *s, Str *sep, int64_t i)
{
    Str *head = str_slice(t, s, 0, i);
    Str *tail = str_slice(t, s, i + sep->len, s->len);
    if (head == NULL || tail == NULL)
        return NULL_VALUE;
    return value_from_pointer(tuple_pack(t, 3, value_from_pointer(head),
                                         value_from_pointer(sep),
                                         value_from_pointer(tail)));
}

NATIVE_SHARED(str, partition, NATIVE_PURE,
              "What goes before the first sep, sep, and what follows.\n\n"
              "If sep is not there: the text and two empty ones.",
              (self, Str), (arg, needle, sep), (slash))
{
    if (sep->len == 0)
        return raise_value_error(t, "empty separator");
    int64_t i = str_find(self, sep, 0, self->len);
    return i < 0 ? in_three(t, self, t->rt->empty_str, self->len)
                 : in_three(t, self, sep, i);
}

NATIVE_SHARED(str, rpartition, NATIVE_PURE,
              "What goes before the last sep, sep, and what follows.\n\n"
              "If sep is not there: two empty texts and the text.",
              (self, Str), (arg, needle, sep), (slash))
{
    if (sep->len == 0)
        return raise_value_error(t, "empty separator");
    int64_t i = str_rfind(self, sep, 0, self->len);
    return i < 0 ? in_three(t, self, t->rt->empty_str, 0)
                 : in_three(t, self, sep, i);
}

enum { LEFT = 1, RIGHT = 2 };

static inline bool strips(const Str *s, int64_t i, const Str *chars)
{
    uint32_t c = str_at(s, i);
    if (chars == NULL)
        return is_space(s, i);
    if (chars->width == 1)
        return c < 0x100 &&
               memchr(chars->data, (int)c, (size_t)chars->len) != NULL;
    for (int64_t k = 0; k < chars->len; k++)
        if (str_at(chars, k) == c)
            return true;
    return false;
}

static Value strip(Thread *t, Str *s, const Str *chars, int sides)
{
    int64_t start = 0, stop = s->len;
    if (sides & LEFT)
        while (start < stop && strips(s, start, chars))
            start++;
    if (sides & RIGHT)
        while (start < stop && strips(s, stop - 1, chars))
            stop--;
    return value_from_pointer(str_slice(t, s, start, stop));
}

NATIVE_SHARED(str, strip, NATIVE_TOTAL,
              "The text without white space, or chars, at its ends.",
              (self, Str), (opt, stripped, chars, None), (slash))
{
    return strip(t, self, chars, LEFT | RIGHT);
}

NATIVE_SHARED(str, lstrip, NATIVE_TOTAL,
              "The text without white space, or chars, at its beginning.",
              (self, Str), (opt, stripped, chars, None), (slash))
{
    return strip(t, self, chars, LEFT);
}

NATIVE_SHARED(str, rstrip, NATIVE_TOTAL,
              "The text without white space, or chars, at its end.",
              (self, Str), (opt, stripped, chars, None), (slash))
{
    return strip(t, self, chars, RIGHT);
}

/* n items, all known to be strings, with sep between them. */
static Str *join_strings(Thread *t, Str *sep, const Slot *items, int64_t n)
{
    int64_t len = 0;
    int width = n > 1 ? sep->width : 1;
    uint16_t ascii = sep->h.flags & OBJECT_ASCII;
    Str *s;
    uint8_t *to;
    for (int64_t i = 0; i < n; i++) {
        const Str *part = value_to_str(slot_get(&items[i]));
        int64_t more = part->len + (i > 0 ? sep->len : 0);
        if (more > INT64_MAX / 8 - len)
            return value_to_pointer(raise_no_memory(t));
        len += more;
        ascii &= part->h.flags;
        if (part->width > width)
            width = part->width;
    }
    s = str_new_empty(t, len, width);
    if (s == NULL || len == 0)
        return s;
    to = s->data;
    for (int64_t i = 0; i < n; i++) {
        const Str *part = value_to_str(slot_get(&items[i]));
        if (i > 0 && sep->len > 0) {
            str_copy_data(to, width, sep->data, sep->width, sep->len);
            to += sep->len * width;
        }
        str_copy_data(to, width, part->data, part->width, part->len);
        to += part->len * width;
    }
    s->h.flags |= ascii;
    return s;
}

Value str_join(Thread *t, Str *sep, Value iterable)
{
    const Slot *items;
    void *owner;
    int64_t n;
    Str *s;
    /* A subclass may have an __iter__ of its own. */
    bool is_list = value_has_shape(iterable, SHAPE_LIST);
    if (!is_list && !value_has_shape(iterable, SHAPE_TUPLE)) {
        if (type_of(iterable)->slots.iter == NULL &&
            type_of(iterable)->slots.getitem == NULL)
            return raise_type_error(t, "can only join an iterable");
        iterable = value_from_pointer(list_from_iterable(t, iterable));
        if (value_is_null(iterable))
            return NULL_VALUE;
        is_list = true;
    }
    if (is_list) {
        owner = value_to_list(iterable)->array;
        items = value_to_list(iterable)->array->items;
        n = value_to_list(iterable)->len;
    } else {
        owner = value_to_tuple(iterable);
        items = value_to_tuple(iterable)->items;
        n = value_to_tuple(iterable)->len;
    }
    for (int64_t i = 0; i < n; i++)
        if (!value_is_str(slot_get(&items[i])))
            return raise_type_error(
                t, "sequence item %l: expected str instance, %T found", i,
                slot_get(&items[i]));
    if (n == 1)
        return value_from_pointer(
            str_exact(t, value_to_str(slot_get(&items[0]))));
    s = join_strings(t, sep, items, n);
    KEEP(owner);
    return value_from_pointer(s);
}

NATIVE_SHARED(str, join, NATIVE_AS_JOIN,
              "The iterable's texts, with this one between each two.",
              (self, Str), (arg, object, iterable), (slash))
{
    return str_join(t, self, iterable);
}
