/* SPDX-License-Identifier: MIT */
/* itertools: groupby and tee, whose iterators share one source. */
#include "module/itertools_share.h"

#include "object/container/tuple.h"
#include "object/core/names.h"
#include "object/error/raise.h"
#include "object/function/param.h"

/*
 * --- groupby ---
 * The group being read is TARGET's; a grouper ends when CURRENT_KEY differs or
 * another grouper was handed out.
 */
enum { SOURCE, FUNCTION, TARGET, CURRENT_KEY, CURRENT_VALUE, GROUPER,
       GROUPBY_PARTS };

CONSTRUCTOR(groupby, 0, (cls), (arg, object, iterable),
            (opt, object, key, None))
{
    TRY(iterator, object_iter(t, iterable));
    Value self = record_make(t, cls, GROUPBY_PARTS);
    part_set(self, SOURCE, iterator);
    part_set(self, FUNCTION, key);
    return self;
}

/* Reads an item and its key: 1, 0 at the end, -1 */
static int groupby_step(Thread *t, Value self)
{
    Value v = object_next(t, part(self, SOURCE));
    if (is_last(v))
        return value_is_null(v) ? -1 : 0;
    Value function = part(self, FUNCTION);
    Value key = value_is_none(function) ? v : object_call1(t, function, v);
    if (value_is_null(key))
        return -1;
    part_set(self, CURRENT_VALUE, v);
    part_set(self, CURRENT_KEY, key);
    return 1;
}

static Value groupby_next(Thread *t, Value self)
{
    part_set(self, GROUPER, UNBOUND);
    /* Skip what is left of the group before. */
    for (;;) {
        Value current = part(self, CURRENT_KEY);
        if (!value_is_unbound(current)) {
            Value target = part(self, TARGET);
            if (value_is_unbound(target))
                break;
            int same = object_equal(t, target, current);
            if (same < 0)
                return NULL_VALUE;
            if (!same)
                break;
        }
        int more = groupby_step(t, self);
        if (more <= 0)
            return more < 0 ? NULL_VALUE : UNBOUND;
    }
    Value key = part(self, CURRENT_KEY);
    part_set(self, TARGET, key);
    Value grouper =
        record_make(t, &itertools__grouper, 2);
    part_set(grouper, 0, self);
    part_set(grouper, 1, key);
    part_set(self, GROUPER, grouper);
    return value_from_pointer(tuple_pack(t, 2, key, grouper));
}

ITERATOR_TYPE(groupby, GROUPBY_PARTS, ITERATOR_SLOTS(groupby_next));

/* _grouper: its groupby, its key */
static Value _grouper_next(Thread *t, Value self)
{
    Value parent = part(self, 0);
    if (!value_same(part(parent, GROUPER), self))
        return UNBOUND;
    if (value_is_unbound(part(parent, CURRENT_VALUE))) {
        int more = groupby_step(t, parent);
        if (more <= 0)
            return more < 0 ? NULL_VALUE : UNBOUND;
    }
    int same = object_equal(t, part(self, 1), part(parent, CURRENT_KEY));
    if (same <= 0)
        return same < 0 ? NULL_VALUE : UNBOUND;
    Value v = part(parent, CURRENT_VALUE);
    part_set(parent, CURRENT_VALUE, UNBOUND);
    return v;
}

CONSTRUCTOR(_grouper, 0,
            (cls), (arg, object, parent), (arg, object, target), (slash))
{
    if (type_of(parent) != &itertools_groupby)
        return raise_type_error(t, "_grouper() argument 1 must be "
                                   "itertools.groupby, not %T", parent);
    Value self = record_make(t, cls, 2);
    part_set(self, 0, parent);
    part_set(self, 1, target);
    part_set(parent, GROUPER, self);
    return self;
}

HELPER_TYPE(_grouper, 2, ITERATOR_SLOTS(_grouper_next));

/*
 * --- tee ---
 * A list of nodes grows at its end from the source; each _tee stands at a
 * node.  What all have passed is garbage.
 */
enum { NODE_VALUE, NODE_NEXT, NODE_SOURCE, NODE_PARTS };

static Value node_new(Thread *t, Value source)
{
    Value node =
        record_make(t, &itertools__tee_dataobject,
                    NODE_PARTS);
    part_set(node, NODE_SOURCE, source);
    return node;
}

static Value tee_at(Thread *t, Type *cls, Value node)
{
    Value self = record_make(t, cls, 1);
    part_set(self, 0, node);
    return self;
}

static Value _tee_next(Thread *t, Value self)
{
    Value node = part(self, 0);
    if (value_is_unbound(part(node, NODE_NEXT))) {
        if (value_to_record(node)->word[0])
            return raise_error(t, EXC(RuntimeError),
                               "cannot re-enter the tee iterator");
        value_to_record(node)->word[0] = 1;
        Value source = part(node, NODE_SOURCE);
        Value v = object_next(t, source);
        value_to_record(node)->word[0] = 0;
        if (is_last(v))
            return v;
        part_set(node, NODE_VALUE, v);
        part_set(node, NODE_NEXT, node_new(t, source));
        part_set(node, NODE_SOURCE, UNBOUND);
    }
    part_set(self, 0, part(node, NODE_NEXT));
    return part(node, NODE_VALUE);
}

NATIVE(tee, __copy__, 0,
       "Returns an independent iterator.", (self_value), (slash))
{
    return tee_at(t, &itertools__tee, part(self, 0));
}

static Value tee_from(Thread *t, Type *cls, Value iterable)
{
    TRY(iterator, object_iter(t, iterable));
    if (type_of(iterator) == &itertools__tee)
        return tee_at(t, cls, part(iterator, 0));
    return tee_at(t, cls, node_new(t, iterator));
}

CONSTRUCTOR(_tee, 0, (cls), (arg, object, iterable), (slash))
{
    return tee_from(t, cls, iterable);
}

CONSTRUCTOR(_tee_dataobject, 0,
            (cls), (arg, object, iterable), (maybe, object, values),
            (maybe, object, next), (slash))
{
    return node_new(t, iterable);
}

static const NativeDef *const tee_methods[] = {
    &tee___copy___native,
    NULL,
};
PARTS_TYPE(_tee, 1, TYPE_HAS_WEAKREF, .methods = tee_methods,
           ITERATOR_SLOTS(_tee_next));
HELPER_TYPE(_tee_dataobject, NODE_PARTS, .slots = {0});

NATIVE_SHARED(itertools, tee, 0,
              "Return n independent iterators over what the iterable gives.",
              (arg, object, iterable), (opt_as, ssize, count, "n", 2), (slash))
{
    if (count < 0)
        return raise_value_error(t, "n must be >= 0");
    Tuple *all = tuple_new(t, count);
    if (count == 0)
        return value_from_pointer(all);
    TRY(first, object_iter(t, iterable));
    Value copy = object_getattr_or_unbound(t, first, N(__copy__));
    if (value_is_null(copy))
        return NULL_VALUE;
    if (value_is_unbound(copy)) {
        first = tee_from(t, &itertools__tee, first);
        copy = object_getattr_or_unbound(t, first, N(__copy__));
    }
    tuple_set(all, 0, first);
    for (int64_t i = 1; i < count; i++) {
        TRY(another, object_call0(t, copy));
        tuple_set(all, i, another);
    }
    return value_from_pointer(all);
}
