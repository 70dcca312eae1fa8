/* SPDX-License-Identifier: MIT */
/*
 * Containers, pickled: what is in them may refer to them.  Those that change are
 * in the memo before their items are saved; tuples and frozensets are made of
 * their items, so when they have come into the memo meanwhile what was saved is
 * dropped and they are fetched.
 */
#include "module/pickle/pickler.h"
#include "object/container/dict.h"
#include "object/container/list.h"
#include "object/container/set.h"
#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/number/int.h"
#include <inttypes.h>
#include <stdio.h>

enum { BATCH = 1000, FAST_NESTING_MAX = 50 };

/* ---- fast mode, which knows no memo ---- */

/* Begins with a container: 0, or -1 if it is in itself. */
static int fast_enter(Thread *t, Save *s, Value v)
{
    if (LIKELY(!s->p->fast) || ++s->fast_nesting < FAST_NESTING_MAX)
        return 0;
    if (s->fast_memo == NULL)
        s->fast_memo = dict_new(t);
    Value id = int_from_uint64(t, v.bits);
    int found = dict_contains(t, s->fast_memo, id);
    if (found > 0) {
        char at[24];
        snprintf(at, sizeof at, "0x%" PRIx64, v.bits);
        raise_value_error(t,
                          "fast mode: can't pickle cyclic objects including "
                          "object type %.200T at %s",
                          v, at);
    }
    return found != 0 ? -1 : dict_set(t, s->fast_memo, id, NONE);
}

static int fast_leave(Thread *t, Save *s, Value v)
{
    if (LIKELY(!s->p->fast) || s->fast_nesting-- < FAST_NESTING_MAX)
        return 0;
    return s->fast_memo == NULL ||
                   dict_delete(t, s->fast_memo, int_from_uint64(t, v.bits)) >= 0
               ? 0
               : -1;
}

/* ---- tuples ---- */

static int save_tuple_items(Thread *t, Save *s, const Tuple *items)
{
    for (int64_t i = 0; i < items->len; i++)
        if (save(t, s, tuple_get(items, i)) < 0)
            return -1;
    return 0;
}

static int save_short_tuple(Thread *t, Save *s, Value v)
{
    static const uint8_t ops[] = {0, OP_TUPLE1, OP_TUPLE2, OP_TUPLE3};
    const Tuple *items = value_to_tuple(v);
    if (save_tuple_items(t, s, items) < 0)
        return -1;
    if (pickler_memo_find(s->p, v) < 0)
        return save_op(t, s, ops[items->len]) < 0 ? -1 : save_memoize(t, s, v);
    for (int64_t i = 0; i < items->len; i++)
        if (save_op(t, s, OP_POP) < 0)
            return -1;
    return save_again(t, s, v);
}

static int save_long_tuple(Thread *t, Save *s, Value v)
{
    const Tuple *items = value_to_tuple(v);
    if (save_op(t, s, OP_MARK) < 0 || save_tuple_items(t, s, items) < 0)
        return -1;
    if (pickler_memo_find(s->p, v) < 0)
        return save_op(t, s, OP_TUPLE) < 0 ? -1 : save_memoize(t, s, v);
    for (int64_t i = 0; i <= items->len; i++) {
        if (save_op(t, s, s->bin ? OP_POP_MARK : OP_POP) < 0)
            return -1;
        if (s->bin)
            break;
    }
    return save_again(t, s, v);
}

int save_tuple(Thread *t, Save *s, Value v)
{
    int64_t n = value_to_tuple(v)->len;
    if (n == 0) {
        if (s->bin)
            return save_op(t, s, OP_EMPTY_TUPLE);
        return save_op(t, s, OP_MARK) < 0 ? -1 : save_op(t, s, OP_TUPLE);
    }
    return n <= 3 && s->proto >= 2 ? save_short_tuple(t, s, v)
                                   : save_long_tuple(t, s, v);
}

/* ---- lists and dicts ---- */

/* Saves items, one after the other, in batches.  `next` saves the next item of
 * the source behind what `before` says: 1, 0 at the end, or -1. */
typedef struct Source {
    Value iterator;
    Value item; /* that is to be saved; UNBOUND: none is left */
    bool pairs;
} Source;

static int advance(Thread *t, Source *from)
{
    from->item = object_next(t, from->iterator);
    return value_is_null(from->item) ? -1 : !value_is_unbound(from->item);
}

static int save_item(Thread *t, Save *s, const Source *from)
{
    if (!from->pairs)
        return save(t, s, from->item);
    if (!value_is_tuple(from->item) || value_to_tuple(from->item)->len != 2)
        return RAISE_INT(
            raise_type_error(t, "dict items iterator must return 2-tuples"));
    const Tuple *pair = value_to_tuple(from->item);
    return save(t, s, tuple_get(pair, 0)) < 0 ? -1
                                              : save(t, s, tuple_get(pair, 1));
}

/* One batch, whose first item has been fetched: 1 if more may follow, 0, -1. */
static int save_batch(Thread *t, Save *s, Source *from)
{
    Source first = *from;
    int more = advance(t, from), n = 1;
    if (more < 0)
        return -1;
    if (more == 0)
        return save_item(t, s, &first) < 0
                   ? -1
                   : save_op(t, s, from->pairs ? OP_SETITEM : OP_APPEND);
    if (save_op(t, s, OP_MARK) < 0 || save_item(t, s, &first) < 0)
        return -1;
    while (more > 0) {
        if (save_item(t, s, from) < 0)
            return -1;
        if (++n == BATCH)
            break;
        more = advance(t, from);
    }
    if (more < 0 || save_op(t, s, from->pairs ? OP_SETITEMS : OP_APPENDS) < 0)
        return -1;
    return n == BATCH;
}

static int save_from(Thread *t, Save *s, Source *from)
{
    int more;
    while ((more = advance(t, from)) > 0) {
        if (s->proto > 0)
            more = save_batch(t, s, from);
        else if (save_item(t, s, from) < 0 ||
                 save_op(t, s, from->pairs ? OP_SETITEM : OP_APPEND) < 0)
            more = -1;
        if (more <= 0)
            break;
    }
    return more < 0 ? -1 : 0;
}

int save_items(Thread *t, Save *s, Value iterator)
{
    Source from = {.iterator = iterator};
    return save_from(t, s, &from);
}

int save_pairs(Thread *t, Save *s, Value iterator)
{
    Source from = {.iterator = iterator, .pairs = true};
    return save_from(t, s, &from);
}

/* Those of a list itself, which saving may change. */
static int save_list_items(Thread *t, Save *s, const List *l)
{
    if (l->len == 1)
        return save(t, s, list_get(l, 0)) < 0 ? -1 : save_op(t, s, OP_APPEND);
    for (int64_t i = 0; i < l->len;) {
        int64_t stop = i + BATCH;
        if (save_op(t, s, OP_MARK) < 0)
            return -1;
        for (; i < l->len && i < stop; i++)
            if (save(t, s, list_get(l, i)) < 0)
                return -1;
        if (save_op(t, s, OP_APPENDS) < 0)
            return -1;
    }
    return 0;
}

static int save_all_items(Thread *t, Save *s, Value v)
{
    if (s->proto > 0)
        return save_list_items(t, s, value_to_list(v));
    Value iterator = object_iter(t, v);
    return value_is_null(iterator) ? -1 : save_items(t, s, iterator);
}

/* The opcodes of an empty container, which is then in the memo. */
static int save_empty(Thread *t, Save *s, Value v, uint8_t op, uint8_t text_op)
{
    if (s->bin ? save_op(t, s, op) < 0
               : save_op(t, s, OP_MARK) < 0 || save_op(t, s, text_op) < 0)
        return -1;
    return save_memoize(t, s, v);
}

int save_list(Thread *t, Save *s, Value v)
{
    if (fast_enter(t, s, v) < 0 ||
        save_empty(t, s, v, OP_EMPTY_LIST, OP_LIST) < 0)
        return -1;
    if (value_to_list(v)->len > 0 && save_all_items(t, s, v) < 0)
        return -1;
    return fast_leave(t, s, v);
}

/* The next BATCH members at most: how many, or -1. */
static int64_t save_members(Thread *t, Save *s, const Dict *d, int64_t *pos,
                            int64_t size)
{
    Value key, v;
    int64_t n = 0;
    while (n < BATCH && dict_next(d, pos, &key, &v)) {
        if (save(t, s, key) < 0 || save(t, s, v) < 0)
            return -1;
        n++;
        if (d->used != size)
            return RAISE_INT(
                raise_error(t, EXC(RuntimeError),
                            "dictionary changed size during iteration"));
    }
    return n;
}

static int save_dict_items(Thread *t, Save *s, const Dict *d)
{
    int64_t size = d->used, pos = 0, n;
    if (size == 1)
        return save_members(t, s, d, &pos, size) < 0
                   ? -1
                   : save_op(t, s, OP_SETITEM);
    do {
        if (save_op(t, s, OP_MARK) < 0 ||
            (n = save_members(t, s, d, &pos, size)) < 0 ||
            save_op(t, s, OP_SETITEMS) < 0)
            return -1;
    } while (n == BATCH); /* an empty one follows if that were all */
    return 0;
}

static int save_all_members(Thread *t, Save *s, Value v)
{
    if (s->proto > 0)
        return save_dict_items(t, s, value_to_dict(v));
    Value items = object_call_method(t, v, N(items), 0);
    Value iterator = value_is_null(items) ? items : object_iter(t, items);
    return value_is_null(iterator) ? -1 : save_pairs(t, s, iterator);
}

int save_dict(Thread *t, Save *s, Value v)
{
    if (fast_enter(t, s, v) < 0 ||
        save_empty(t, s, v, OP_EMPTY_DICT, OP_DICT) < 0)
        return -1;
    if (value_to_dict(v)->used > 0 && save_all_members(t, s, v) < 0)
        return -1;
    return fast_leave(t, s, v);
}

/* ---- sets ---- */

/* As a call of its type with a list: there were no opcodes for sets. */
static int save_set_call(Thread *t, Save *s, Value v)
{
    Value items = value_from_pointer(list_from_iterable(t, v));
    return value_is_null(items)
               ? -1
               : save_call(t, s, value_from_pointer(type_of(v)),
                           tuple_pack(t, 1, items), v);
}

static int save_set_items(Thread *t, Save *s, const Set *set)
{
    int64_t size = set->used, pos = 0, n;
    Value item;
    do {
        n = 0;
        if (save_op(t, s, OP_MARK) < 0)
            return -1;
        while (n < BATCH && set_next(set, &pos, &item)) {
            if (save(t, s, item) < 0)
                return -1;
            n++;
        }
        if (save_op(t, s, OP_ADDITEMS) < 0)
            return -1;
        if (set->used != size)
            return RAISE_INT(raise_error(t, EXC(RuntimeError),
                                         "set changed size during iteration"));
    } while (n == BATCH);
    return 0;
}

int save_set(Thread *t, Save *s, Value v)
{
    if (s->proto < 4)
        return save_set_call(t, s, v);
    if (save_op(t, s, OP_EMPTY_SET) < 0 || save_memoize(t, s, v) < 0)
        return -1;
    const Set *set = value_to_set(v);
    return set->used == 0 ? 0 : save_set_items(t, s, set);
}

int save_frozenset(Thread *t, Save *s, Value v)
{
    const Set *set = value_to_set(v);
    int64_t pos = 0;
    Value item;
    if (s->proto < 4)
        return save_set_call(t, s, v);
    if (save_op(t, s, OP_MARK) < 0)
        return -1;
    while (set_next(set, &pos, &item))
        if (save(t, s, item) < 0)
            return -1;
    if (pickler_memo_find(s->p, v) < 0)
        return save_op(t, s, OP_FROZENSET) < 0 ? -1 : save_memoize(t, s, v);
    return save_op(t, s, OP_POP_MARK) < 0 ? -1 : save_again(t, s, v);
}
