/* SPDX-License-Identifier: MIT */
/* The stack of a pickle that is being read, and opcodes that make containers. */
#include "module/pickle/unpickler.h"
#include "object/container/dict.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include <string.h>

/* ---- the stack ---- */

int load_grow_stack(Thread *t, Load *l)
{
    SlotArray *a = gc_alloc_large(
        t, sizeof *a + 4 * (size_t)l->n * sizeof(Slot), KIND_SLOTS, SHAPE_RAW);
    if (a == NULL)
        return RAISE_INT(raise_no_memory(t));
    a->capacity = 4 * l->n;
    memcpy(a->items, l->stack->items, (size_t)l->n * sizeof(Slot));
    l->stack = a;
    return 0;
}

int load_underflow(Thread *t, const Load *l)
{
    return raise_unpickling(t, l->n_marks > 0 ? "unexpected MARK found"
                                              : "unpickling stack underflow");
}

static int64_t *marks_of(const Load *l)
{
    return (int64_t *)(void *)l->marks->data;
}

static void forget_mark(Load *l)
{
    l->n_marks--;
    l->fence = l->n_marks > 0 ? marks_of(l)[l->n_marks - 1] : 0;
}

int64_t load_marked(Thread *t, Load *l)
{
    if (l->n_marks == 0)
        return raise_unpickling(t, "could not find MARK");
    int64_t at = l->fence;
    forget_mark(l);
    return at;
}

int load_MARK(Thread *t, Load *l)
{
    if (l->n_marks * (int64_t)sizeof(int64_t) == l->marks->capacity) {
        Blob *more =
            gc_alloc_large(t, sizeof *more + 2 * (size_t)l->marks->capacity,
                           KIND_BLOB, SHAPE_RAW);
        if (more == NULL)
            return RAISE_INT(raise_no_memory(t));
        more->capacity = 2 * l->marks->capacity;
        memcpy(more->data, l->marks->data, (size_t)l->marks->capacity);
        l->marks = more;
    }
    marks_of(l)[l->n_marks++] = l->fence = l->n;
    return 0;
}

/* The object that is left is the pickle's. */
int load_STOP(Thread *t, Load *l) { return load_has(t, l, 1) ? 0 : -1; }

int load_POP(Thread *t, Load *l)
{
    if (l->n_marks > 0 && l->fence == l->n) {
        forget_mark(l);
        return 0;
    }
    if (!load_has(t, l, 1))
        return -1;
    l->n--;
    return 0;
}

int load_POP_MARK(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    l->n = from;
    return 0;
}

int load_DUP(Thread *t, Load *l)
{
    return load_has(t, l, 1) ? load_push(t, l, load_top(l, 0)) : -1;
}

/* ---- new containers ---- */

int load_EMPTY_LIST(Thread *t, Load *l)
{
    return load_push(t, l, value_from_pointer(list_new(t, 0)));
}

int load_EMPTY_DICT(Thread *t, Load *l)
{
    return load_push(t, l, value_from_pointer(dict_new(t)));
}

int load_EMPTY_SET(Thread *t, Load *l)
{
    return load_push(t, l, value_from_pointer(set_new(t, SHAPE_SET)));
}

int load_EMPTY_TUPLE(Thread *t, Load *l)
{
    return load_push(t, l, value_from_pointer(t->rt->empty_tuple));
}

/* What is above `from` gives way to v. */
static int replace(Thread *t, Load *l, int64_t from, Value v)
{
    if (value_is_null(v))
        return -1;
    l->n = from;
    return load_push(t, l, v);
}

static int make_tuple(Thread *t, Load *l, int64_t from)
{
    Tuple *items = tuple_from_values(t, load_values(l, from), l->n - from);
    return replace(t, l, from, value_from_pointer(items));
}

static int make_short_tuple(Thread *t, Load *l, int64_t n)
{
    return load_has(t, l, n) ? make_tuple(t, l, l->n - n) : -1;
}

int load_TUPLE1(Thread *t, Load *l) { return make_short_tuple(t, l, 1); }
int load_TUPLE2(Thread *t, Load *l) { return make_short_tuple(t, l, 2); }
int load_TUPLE3(Thread *t, Load *l) { return make_short_tuple(t, l, 3); }

int load_TUPLE(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    return from < 0 ? -1 : make_tuple(t, l, from);
}

int load_LIST(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    List *items = list_from_values(t, load_values(l, from), l->n - from);
    return replace(t, l, from, value_from_pointer(items));
}

int load_DICT(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    if ((l->n - from) % 2 != 0)
        return raise_unpickling(t, "odd number of items for DICT");
    Dict *d = dict_new(t);
    for (int64_t i = from; i < l->n; i += 2)
        if (dict_set(t, d, load_values(l, i)[0], load_values(l, i)[1]) < 0)
            return -1;
    return replace(t, l, from, value_from_pointer(d));
}

int load_FROZENSET(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0)
        return -1;
    Set *set = set_new(t, SHAPE_FROZENSET);
    for (int64_t i = from; i < l->n; i++)
        if (set_add(t, set, load_values(l, i)[0]) < 0)
            return -1;
    return replace(t, l, from, value_from_pointer(set));
}

/* ---- containers that are filled ---- */

/* Whether there is something right below `from`, which is filled by what is
 * above. */
static bool may_fill(Thread *t, const Load *l, int64_t from)
{
    return (from <= l->n && from > l->fence) || load_underflow(t, l) == 0;
}

/* Calls v.name for each item above `from`. */
static int call_for_each(Thread *t, Load *l, int64_t from, Value method)
{
    if (value_is_null(method))
        return -1;
    for (int64_t i = from; i < l->n; i++)
        if (value_is_null(object_call1(t, method, load_values(l, i)[0])))
            return -1;
    l->n = from;
    return 0;
}

static int extend(Thread *t, Load *l, int64_t from, Value v)
{
    Value method = object_getattr_or_unbound(t, v, N(extend));
    if (value_is_unbound(method)) /* PEP 307 prefers the other */
        return call_for_each(t, l, from, object_getattr(t, v, N(append)));
    List *items = list_from_values(t, load_values(l, from), l->n - from);
    if (value_is_null(method) || items == NULL ||
        value_is_null(object_call1(t, method, value_from_pointer(items))))
        return -1;
    l->n = from;
    return 0;
}

static int append(Thread *t, Load *l, int64_t from)
{
    if (!may_fill(t, l, from))
        return -1;
    int64_t n = l->n - from;
    if (n == 0)
        return 0;
    Value v = load_values(l, from - 1)[0];
    if (!value_has_shape(v, SHAPE_LIST))
        return extend(t, l, from, v);
    List *to = value_to_list(v);
    if (n > 1 && list_reserve(t, to, to->len + n) < 0)
        return -1;
    for (int64_t i = from; i < l->n; i++)
        list_append(t, to, load_values(l, i)[0]);
    l->n = from;
    return 0;
}

int load_APPEND(Thread *t, Load *l)
{
    return l->n - 1 > l->fence ? append(t, l, l->n - 1) : load_underflow(t, l);
}

int load_APPENDS(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    return from < 0 ? -1 : append(t, l, from);
}

int load_ADDITEMS(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    if (from < 0 || !may_fill(t, l, from))
        return -1;
    if (l->n == from)
        return 0;
    Value v = load_values(l, from - 1)[0];
    if (!value_is_set(v))
        return call_for_each(t, l, from,
                             object_getattr(t, v, str_intern_c(t, "add")));
    for (int64_t i = from; i < l->n; i++)
        if (set_add(t, value_to_set(v), load_values(l, i)[0]) < 0)
            return -1;
    l->n = from;
    return 0;
}

static int set_items(Thread *t, Load *l, int64_t from)
{
    if (!may_fill(t, l, from))
        return -1;
    if (l->n == from)
        return 0;
    if ((l->n - from) % 2 != 0)
        return raise_unpickling(t, "odd number of items for SETITEMS");
    Value v = load_values(l, from - 1)[0];
    bool plain = value_has_shape(v, SHAPE_DICT);
    if (plain && value_to_dict(v)->used == 0)
        dict_reserve(t, value_to_dict(v), (l->n - from) / 2);
    for (int64_t i = from; i < l->n; i += 2) {
        Value key = load_values(l, i)[0], item = load_values(l, i)[1];
        if ((plain ? dict_set(t, value_to_dict(v), key, item)
                   : object_setitem(t, v, key, item)) < 0)
            return -1;
    }
    l->n = from;
    return 0;
}

int load_SETITEM(Thread *t, Load *l) { return set_items(t, l, l->n - 2); }

int load_SETITEMS(Thread *t, Load *l)
{
    int64_t from = load_marked(t, l);
    return from < 0 ? -1 : set_items(t, l, from);
}
