/* SPDX-License-Identifier: MIT */
/* Splitting, joining, stripping and partitioning strings. */
#include <string.h>
#include "base/unicode_props.h"
#include "object/container/list.h"
#include "object/container/sequence.h"
#include "object/container/tuple.h"
#include "object/error/raise.h"
#include "object/function/arg.h"
#include "object/text/search.h"
#include "object/text/str.h"
#include "object/text/str_methods.h"
#include "object/function/param.h"

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

/* sep and maxsplit of split and rsplit; *sep NULL: white space. */
static int split_arguments(Thread *t, Value *args, Str **sep, int64_t *max)
{
    if (sequence_int_argument(t, args[2], max) < 0)
        return -1;
    if (*max < 0)
        *max = INT64_MAX;
    *sep = NULL;
    if (value_is_none(args[1]))
        return 0;
    if (!value_is_str(args[1]))
        return RAISE_INT(
            raise_type_error(t, "must be str or None, not %T", args[1]));
    *sep = value_to_str(args[1]);
    if ((*sep)->len == 0)
        return RAISE_INT(raise_value_error(t, "empty separator"));
    return 0;
}

NATIVE_RAW_SHARED(str, split, 0, NULL,
                  (self_value), (slash), (opt, object, sep, None),
                  (opt, object, maxsplit, -1))
{
    Str *s = value_to_str(args[0]), *sep;
    int64_t max;
    List *l;
    if (split_arguments(t, args, &sep, &max) < 0)
        return NULL_VALUE;
    l = list_new(t, 4);
    if ((sep == NULL ? split_spaces(t, l, s, max)
                     : split_at(t, l, s, sep, max)) < 0)
        return NULL_VALUE;
    return value_from_pointer(l);
}

NATIVE_RAW_SHARED(str, rsplit, 0, NULL,
                  (self_value), (slash), (opt, object, sep, None),
                  (opt, object, maxsplit, -1))
{
    Str *s = value_to_str(args[0]), *sep;
    int64_t max;
    List *l;
    if (split_arguments(t, args, &sep, &max) < 0)
        return NULL_VALUE;
    l = list_new(t, 4);
    if ((sep == NULL ? rsplit_spaces(t, l, s, max)
                     : rsplit_at(t, l, s, sep, max)) < 0)
        return NULL_VALUE;
    reverse(l);
    return value_from_pointer(l);
}

NATIVE_SHARED(str, splitlines, 0, NULL,
              (self_value), (slash), (opt, object, keepends, False))
{
    Str *s = value_to_str(self);
    List *l = list_new(t, 4);
    int keep = object_is_true(t, keepends);
    int64_t i = 0;
    if (keep < 0)
        return NULL_VALUE;
    while (i < s->len) {
        int64_t start = i, stop;
        while (i < s->len && !unicode_props(str_at(s, i), UNICODE_LINE_BREAK))
            i++;
        stop = i;
        if (i < s->len)
            i += str_at(s, i) == '\r' && i + 1 < s->len &&
                         str_at(s, i + 1) == '\n'
                     ? 2
                     : 1;
        if (append_slice(t, l, s, start, keep ? i : stop) < 0)
            return NULL_VALUE;
    }
    return value_from_pointer(l);
}

static Value partition(Thread *t, Value *args, bool last)
{
    Str *s = value_to_str(args[0]), *empty = t->rt->empty_str, *sep;
    Str *head, *tail;
    int64_t i;
    if (!value_is_str(args[1]))
        return raise_type_error(t, "must be str, not %T", args[1]);
    sep = value_to_str(args[1]);
    if (sep->len == 0)
        return raise_value_error(t, "empty separator");
    i = last ? str_rfind(s, sep, 0, s->len) : str_find(s, sep, 0, s->len);
    if (i < 0) {
        s = str_exact(t, s);
        head = last ? empty : s;
        tail = last ? s : empty;
        sep = empty;
    } else {
        head = str_slice(t, s, 0, i);
        tail = str_slice(t, s, i + sep->len, s->len);
    }
    if (head == NULL || tail == NULL)
        return NULL_VALUE;
    return value_from_pointer(tuple_pack(t, 3, value_from_pointer(head),
                                         value_from_pointer(sep),
                                         value_from_pointer(tail)));
}

NATIVE_RAW_SHARED(str, partition, NATIVE_LEAF, NULL,
                  (self_value), (arg, object, sep), (slash))
{
    return partition(t, args, false);
}

NATIVE_RAW_SHARED(str, rpartition, NATIVE_LEAF, NULL,
                  (self_value), (arg, object, sep), (slash))
{
    return partition(t, args, true);
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

static Value strip(Thread *t, Value *args, const char *name, int sides)
{
    Str *s = value_to_str(args[0]);
    const Str *chars = NULL;
    int64_t start = 0, stop = s->len;
    if (value_is_str(args[1]))
        chars = value_to_str(args[1]);
    else if (!value_is_none(args[1]))
        return raise_type_error(t, "%s arg must be None or str", name);
    if (sides & LEFT)
        while (start < stop && strips(s, start, chars))
            start++;
    if (sides & RIGHT)
        while (start < stop && strips(s, stop - 1, chars))
            stop--;
    return value_from_pointer(str_slice(t, s, start, stop));
}

NATIVE_RAW_SHARED(str, strip, NATIVE_PURE | NATIVE_LEAF, NULL,
                  (self_value), (opt, object, chars, None), (slash))
{
    return strip(t, args, "strip", LEFT | RIGHT);
}

NATIVE_RAW_SHARED(str, lstrip, NATIVE_PURE | NATIVE_LEAF, NULL,
                  (self_value), (opt, object, chars, None), (slash))
{
    return strip(t, args, "lstrip", LEFT);
}

NATIVE_RAW_SHARED(str, rstrip, NATIVE_PURE | NATIVE_LEAF, NULL,
                  (self_value), (opt, object, chars, None), (slash))
{
    return strip(t, args, "rstrip", RIGHT);
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
    if (!value_is_list(iterable) && !value_is_tuple(iterable)) {
        if (type_of(iterable)->slots.iter == NULL &&
            type_of(iterable)->slots.getitem == NULL)
            return raise_type_error(t, "can only join an iterable");
        iterable = value_from_pointer(list_from_iterable(t, iterable));
        if (value_is_null(iterable))
            return NULL_VALUE;
    }
    if (value_is_list(iterable)) {
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

NATIVE_SHARED(str, join, NATIVE_AS_JOIN, NULL,
              (self_value), (arg, object, iterable), (slash))
{
    return str_join(t, value_to_str(self), iterable);
}
