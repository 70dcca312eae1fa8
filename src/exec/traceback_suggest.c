/* SPDX-License-Identifier: MIT */
/*
 * "Did you mean": the name that is nearest to the one that was not found, by
 * the number of edits, where a change of case counts half (Wagner and Fischer's
 * algorithm, one row at a time).
 */
#include <string.h>
#include "exec/frame_object.h"
#include "exec/traceback_parts.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/core/names.h"
#include "object/error/exception_kinds.h"

enum { NAME_MAX_LEN = 40, CANDIDATES_MAX = 750, EDIT = 2, CASE_EDIT = 1 };

static uint32_t lower(uint32_t c)
{
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
}

static int64_t substitution(uint32_t a, uint32_t b)
{
    return a == b ? 0 : lower(a) == lower(b) ? CASE_EDIT : EDIT;
}

/* The distance, or max + 1 when it is more than max. */
static int64_t distance(const Str *a, const Str *b, int64_t max)
{
    int64_t row[NAME_MAX_LEN];
    int64_t from = 0, n = a->len, m = b->len;
    while (from < n && from < m && str_at(a, from) == str_at(b, from))
        from++;
    while (n > from && m > from && str_at(a, n - 1) == str_at(b, m - 1)) {
        n--;
        m--;
    }
    n -= from;
    m -= from;
    if (n == 0 || m == 0)
        return (n + m) * EDIT;
    if (n > NAME_MAX_LEN || m > NAME_MAX_LEN)
        return max + 1;
    for (int64_t i = 0; i < n; i++)
        row[i] = (i + 1) * EDIT;
    int64_t result = 0;
    for (int64_t j = 0; j < m; j++) {
        int64_t diagonal = j * EDIT, minimum = INT64_MAX;
        result = diagonal;
        for (int64_t i = 0; i < n; i++) {
            int64_t change = diagonal + substitution(str_at(b, from + j),
                                                     str_at(a, from + i));
            diagonal = row[i];
            int64_t edit = (result < diagonal ? result : diagonal) + EDIT;
            result = change < edit ? change : edit;
            row[i] = result;
            if (result < minimum)
                minimum = result;
        }
        if (minimum > max)
            return max + 1;
    }
    return result;
}

typedef struct Best {
    Str *wanted, *found;
    int64_t distance;
} Best;

static void consider(Best *best, Value candidate)
{
    if (!value_is_str(candidate))
        return;
    Str *s = value_to_str(candidate);
    if (str_equal(s, best->wanted))
        return;
    int64_t max = (best->wanted->len + s->len + 3) * EDIT / 6;
    if (best->distance - 1 < max)
        max = best->distance - 1;
    int64_t d = distance(best->wanted, s, max);
    if (d <= max) {
        best->distance = d;
        best->found = s;
    }
}

/* The best of an iterable of names. */
static Str *nearest(Thread *t, Value names, Str *wanted)
{
    if (wanted->len >= NAME_MAX_LEN)
        return NULL;
    List *l = list_from_iterable(t, names);
    if (l == NULL) {
        t->exc = NULL_VALUE;
        return NULL;
    }
    if (l->len >= CANDIDATES_MAX)
        return NULL;
    Best best = {wanted, NULL, INT64_MAX};
    for (int64_t i = 0; i < l->len; i++)
        consider(&best, list_get(l, i));
    return best.found;
}

static Str *suggest_attribute(Thread *t, Exception *e, Str *name)
{
    Value object = exception_field(e, NAME_OBJ);
    if (value_is_unbound(object))
        return NULL;
    Value dir = dict_get_c(t, t->rt->builtins, "dir");
    Value names = value_is_null(dir) ? dir : object_call1(t, dir, object);
    t->exc = NULL_VALUE;
    return value_is_null(names) ? NULL : nearest(t, names, name);
}

/* The frame in which it was raised. */
static FrameObject *last_frame(Exception *e)
{
    Value v = slot_get(&e->traceback);
    if (!value_has_shape(v, SHAPE_TRACEBACK))
        return NULL;
    Traceback *tb = value_to_traceback(v);
    while (tb->next != NULL)
        tb = tb->next;
    Value frame = slot_get(&tb->frame);
    return value_has_shape(frame, SHAPE_FRAME) ? value_to_frame_object(frame)
                                               : NULL;
}

static Str *suggest_name(Thread *t, Exception *e, Str *name)
{
    FrameObject *f = last_frame(e);
    if (f == NULL)
        return NULL;
    Value locals = object_getattr(t, value_from_pointer(f),
                                  str_intern_c(t, "f_locals"));
    t->exc = NULL_VALUE;
    Str *found = value_is_null(locals) ? NULL : nearest(t, locals, name);
    if (found == NULL)
        found = nearest(t, value_from_pointer(f->globals), name);
    if (found == NULL)
        found = nearest(t, value_from_pointer(f->builtins), name);
    return found;
}

Str *traceback_suggestion(Thread *t, Value exception)
{
    bool attribute = type_is_subtype(type_of(exception), EXC(AttributeError));
    if (!attribute && !type_is_subtype(type_of(exception), EXC(NameError)))
        return NULL;
    Exception *e = value_to_exception(exception);
    Value name = exception_field(e, NAME_NAME);
    if (!value_is_str(name))
        return NULL;
    return attribute ? suggest_attribute(t, e, value_to_str(name))
                     : suggest_name(t, e, value_to_str(name));
}
